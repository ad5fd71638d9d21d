"""The number of what a hit acts on where nothing is counted in a unit of its kind: "froze 12 accounts", "a clerk was arrested"."""

import re
from collections.abc import Iterator, Sequence

from geoevents.events.event import Span
from geoevents.events.howmany.count_words import DATA, UNITS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.heads import is_plural
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES, CASUALTIES, OF_GRID
from geoevents.events.howmany.hit_counts import tells_a_part
from geoevents.events.howmany.nouns import singular
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["number_acted_on"]

# What may stand between the start of a phrase and its number.
_BEFORE = re.compile(
    r"(?:(?:the|all|these|those|its|their|his|her|our|other|another|further|some|about|around|nearly|almost|roughly|over|at"
    r"|least|more|than|up|to|as|many|a\s+total\s+of|the\s+bodies\s+of|bodies\s+of|the\s+remains\s+of|of)\s+)*",
    re.IGNORECASE,
)
# "On Tuesday more than 60 flights": what the sentence opens with stands before the phrase.
_OPENERS = frozenset(
    {"on", "in", "at", "over", "after", "since", "by", "during", "late", "early", "earlier", "overnight"}
)
_PREPOSITIONS = frozenset(
    {"of", "in", "for", "with", "by", "from", "to", "at", "on", "after", "over", "during", "since"}
)
_BOUNDS = frozenset({"about", "around", "nearly", "some", "at", "least", "more", "than"})
# "its crew of four", "a sabotage group of five".
_CREW = re.compile(r"(?:[\w-]+\s+){0,3}(?:crew|group|team|squad|gang|family|band|party)\s+of\s+", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|another|one)\s+(?!third|quarter|half|fifth|tenth)[\w-]+", re.IGNORECASE)
# Of these the doer is counted where the verb has no object: "four airports closed", "20,000 customers lost power".
_OF_SUBJECT = frozenset({"infrastructure"})
# Of dealings only who is expelled is counted.
_COUNTED_DEALING = "expulsion"
# "a general was sentenced", "a Su-34 was shot down": the singular is one of what the subtype counts.
_SINGULAR = frozenset({"arrest", "abduction", "conviction", "expulsion", "aircraft_shot_down"})


def number_acted_on(text: str, hit: Hit, counts: Sequence[Count]) -> Count | None:
    """The number at the head of the phrase that a hit acts on, as a loose count; None where there is none."""
    if (hit.category == "diplomacy" and hit.subtype != _COUNTED_DEALING) or tells_a_part(text, hit):
        return None
    if hit.category == "infrastructure" and (people := _aboard(text, hit, counts)) is not None:
        return people
    if hit.subtype in OF_GRID and (served := _cut_off(hit, counts)) is not None:
        return served
    for phrase in _acted_on(hit):
        for count in counts:
            if _heads(text, phrase, count) and _may_count(count, hit):
                unit = _noun(text, count) if count.unit == "things" else count.unit
                return replace(count, unit=unit, loose=True)
        if hit.subtype in _SINGULAR and (one := _ONE.match(text, phrase.start, phrase.end)):
            return _single(one)
    craft = _CRAFT.get(hit.subtype)
    return _one_craft(text, hit, craft) if craft is not None else None


_CRAFT = {"ship_hit": "ships", "incident": "ships", "crash": "aircraft"}
_WORD = re.compile(r"[A-Za-z]+")


def _one_craft(text: str, hit: Hit, unit: str) -> Count | None:
    """The one ship or aircraft that a hit tells of: "destroyed the landing ship Orsk", "a destroyer sailed by", "a jet crashed"."""
    phrase = hit.object or hit.subject
    words = list(_WORD.finditer(text, phrase.start, phrase.end)) if phrase is not None else []
    if not words or words[0].group().lower() not in _THE_ONE:
        return None
    craft = [word for word in words if UNITS.get(singular(word.group().lower())) == unit]
    if not craft or any(is_plural(word.group().lower()) for word in craft) or "and" in (w.group() for w in words):
        return None
    return replace(_single(craft[0]), unit=unit)


_THE_ONE = frozenset({"the", "a", "an", "another", "its", "their", "one"})


_SERVED = frozenset(DATA["cut_off"]["nouns"])


def _cut_off(hit: Hit, counts: Sequence[Count]) -> Count | None:
    """Who has no power: "leaving a million households without electricity", "power was cut to 300 homes"."""
    inside = [c for c in counts if hit.clause.start <= c.start < hit.clause.end and c.unit not in CASUALTIES]
    found = next((c for c in inside if c.value is not None and c.value > 1 and singular(c.noun) in _SERVED), None)
    return (
        replace(found, unit="persons" if found.unit == "persons" else f"{singular(found.noun)}s", loose=True)
        if found
        else None
    )


_ON_BOARD = re.compile(r"\s+(?:on\s+board|aboard)\b", re.IGNORECASE)


def _aboard(text: str, hit: Hit, counts: Sequence[Count]) -> Count | None:
    """Who was on board of what crashed: "a plane with 14 people on board"."""
    inside = (c for c in counts if c.value is not None and hit.clause.start <= c.start < hit.clause.end)
    found = next((c for c in inside if _ON_BOARD.match(text, c.noun_end)), None)
    return replace(found, loose=True) if found is not None and found.unit not in CASUALTIES else None


def _acted_on(hit: Hit) -> Iterator[Span]:
    if hit.voice == "noun":
        yield hit.trigger
    elif hit.object is not None:
        yield hit.object
    if (
        hit.subject is not None
        and hit.voice == "active"
        and (hit.category in _OF_SUBJECT or hit.subtype == "explosion")
    ):
        yield hit.subject
    if hit.subtype == "explosion" and hit.agent is not None:
        yield hit.agent  # "was rocked by ten explosions"


def _heads(text: str, phrase: Span, count: Count) -> bool:
    """True for a number that opens a phrase, or that stands right before a noun which tells the event: "three blasts"."""
    if count.noun_start == phrase.start and count.start < phrase.start:
        return True
    if not phrase.start <= count.start < phrase.end:
        return False
    if _BEFORE.fullmatch(text, phrase.start, count.start) or _CREW.fullmatch(text, phrase.start, count.start):
        return True
    return count.noun_end == phrase.end and _opens(text[phrase.start : count.start].lower().split())


def _opens(words: list[str]) -> bool:
    """True for words that open a sentence and end before a phrase: "on Tuesday more than", never "in" alone."""
    while words and words[-1] in _BOUNDS:
        words = words[:-1]
    return bool(words) and words[0] in _OPENERS and words[-1] not in _PREPOSITIONS


def _may_count(count: Count, hit: Hit) -> bool:
    if (
        count.value is None
        or (count.unit is None and not count.another)
        or count.including
        or count.kind in {"none_reported", "total", "subtotal"}
    ):
        return False
    if count.text.lower() in {"a", "an"} and hit.subtype not in _SINGULAR:
        return False
    return count.unit not in CASUALTIES or hit.category not in CARRIES_CASUALTIES


def _noun(text: str, count: Count) -> str | None:
    word = text[count.noun_start : count.noun_end].lower()
    return word if is_plural(word) else None  # "eight of its diplomats": left to what the subtype counts


def _single(one: re.Match[str]) -> Count:
    return Count(
        start=one.start(), end=one.end(), text=one.group(), noun_start=one.start(), noun_end=one.end(), noun="", unit=None,
        value=1, low=1, high=1, kind="exact", loose=True,
    )  # fmt: skip
