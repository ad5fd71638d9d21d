"""What the words of a later sentence leave open is told as the attack just before: "houses were damaged [in the raid]"."""

import re

from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import GENERIC, UNSPECIFIED, Hit
from geoevents.values import replace

__all__ = ["as_last_told", "in_that_attack"]

_OPEN = frozenset({UNSPECIFIED, "air_strike", "attack", "assault", "raid"})  # subtypes of words that tell no weapon
_REACH = 2  # sentences from an attack to what comes back to it
_NOUNS = "|".join(sorted(GRAMMAR["nouns_of_attack"]))
_NAMED = re.compile(rf"(?:{_NOUNS})$")
_IN_THE = re.compile(
    rf"\b(?:in|by|during)\s+(?:the|that|this|[a-z]+day['’]s)\s+(?:(?!same\b)[a-z-]+\s+)?(?:{_NOUNS})\b"
)


def as_last_told(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> Hit:
    """The hit in the words of the attack told shortly before, where it comes back to it and names no place of its own."""
    if hit.subtype == "assault_repelled" and _is_from_the_air(text, hit, sentence, thread):
        return replace(hit, category="air_defence", subtype="drone_intercepted")
    if hit.category not in ATTACKS or hit.subtype not in _OPEN or sentence.dates or not _comes_back(text, hit):
        return hit
    if any(m.spot is not None and hit.trigger.start <= m.start < hit.clause.end for m in sentence.mentions):
        return hit
    last = _last(sentence, thread)
    if last is None or last.hit.subtype == hit.subtype:
        return hit
    told = last.hit
    return replace(hit, category=told.category, subtype=told.subtype, rule=told.rule, roles=told.roles, rank=told.rank)


_REPELLED = frozenset({"attack", "attacks", "raid", "raids"})


def _is_from_the_air(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True for bare "attacks" that were repelled right after drones were told of, and no fighting on the ground."""
    words = lowered(text)[hit.subject.start : hit.subject.end].split() if hit.subject is not None else []
    if hit.voice != "passive" or _REPELLED.isdisjoint(words[:2]):
        return False
    near = [
        t
        for t in thread.tellings
        if t.hit.category in ATTACKS and 0 < sentence.segment.index - t.segment.index <= _REACH
    ]
    drones = any(t.hit.subtype == "drone_strike" for t in near)
    return drones and all(t.hit.category == "strike" for t in near)


def _last(sentence: Sentence, thread: Thread) -> Telling | None:
    """The one kind of attack that the sentences before tell of; None where they tell of several."""
    near = [
        t
        for t in thread.tellings
        if t.hit.category in ATTACKS
        and t.hit.modality == "actual"
        and not t.is_background
        and 0 < sentence.segment.index - t.segment.index <= _REACH
    ]
    return near[-1] if len({t.hit.subtype for t in near}) == 1 else None


def _comes_back(text: str, hit: Hit) -> bool:
    """True for "the raid", for what "those strikes" hit and for harm "in the attack"."""
    if hit.voice == "noun":
        before = text[hit.clause.start : hit.trigger.start].split()[-1:]
        noun = _NAMED.match(lowered(text), hit.trigger.start, hit.trigger.end) is not None
        return noun and before != [] and before[0].lower() in GRAMMAR["comes_back"]
    if hit.voice == "active" and hit.subject is not None:  # "[those strikes] hit the city's airports"
        words = lowered(text)[hit.subject.start : hit.subject.end].split()
        return (
            len(words) > 1 and words[0] in GRAMMAR["comes_back"] and _NAMED.fullmatch(" ".join(words[1:])) is not None
        )
    bare = hit.voice == "passive" and hit.agent is None and hit.weight <= GENERIC
    return bare and in_that_attack(text, hit)


def in_that_attack(text: str, hit: Hit) -> bool:
    """True for harm that is told to be of an attack told before: "nine were killed [in the raid]"."""
    return _IN_THE.search(lowered(text), hit.trigger.end, hit.clause.end) is not None
