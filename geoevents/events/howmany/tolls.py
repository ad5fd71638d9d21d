"""A toll that has risen: "Shells killed nine in X on Monday. The death toll from the attack has climbed to 17"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.event import Span
from geoevents.events.howmany.count_words import OF_PEOPLE
from geoevents.events.howmany.counted import Count
from geoevents.events.telling import Numbers, Telling
from geoevents.events.thread import Sentence
from geoevents.values import replace

__all__ = ["raised", "with_its_toll", "without_its_deed"]

_RISE = re.compile(
    r"\b(?:toll|number\s+of\s+(?:dead|deaths|people\s+killed|those\s+killed))\b[^;:]{0,120}?"
    r"\b(?:rose|risen|rises|climbed|grown|grew|increased|went\s+up|gone\s+up|reached|raised)\b\s*(?:to\s+|at\s+)?(?:at\s+least\s+)?$"
)
# "In all 14 people died": the dead of the parts told before it
_IN_ALL = re.compile(r"(?:in\s+all|altogether|all\s+told),?\s+(?:at\s+least\s+)?")
_REACH = 3  # sentences from a deed to the sum of its dead
_TOLD_BY = frozenset({"toll", "number", "all", "altogether"})
_OF_ANOTHER_TIME = re.compile(r"\b(?:since|this\s+(?:year|month|week)|so\s+far|war|conflict|overall|total)\b")
_HARMED = frozenset({"strike", "ground_combat", "naval", "protest", "other"})


def raised(text: str, sentence: Sentence, before: Sequence[Telling]) -> tuple[Count | None, list[Telling]]:
    """(the count of a toll that has risen, the tellings of the deed it is of with it); (None, []) where none has.

    The deed is the last one with dead in its section or, where the sentence names a place before the number, the last one there.
    """
    if sentence.words.isdisjoint(_TOLD_BY):
        return None, []
    low = lowered(text)
    count = next((c for c in sentence.counts if c.unit == "killed" and _has_risen(low, sentence, c)), None)
    if count is None or count.value is None:
        return None, []
    dead = [t for t in before if t.hit.category in _HARMED and t.numbers.killed and not t.is_aggregate]
    named = [m for m in sentence.mentions if m.place is not None and m.start < count.start]
    there = {m.place.id for m in named if m.place is not None and m.role in {"literal", "reference"}}
    own = [t for t in dead if not there or (t.placed is not None and _place(t) in there)]
    if count.kind == "total":
        own = [t for t in own if sentence.segment.index - t.segment.index <= _REACH]
    last = own[-1] if own else None
    if last is None or last.is_background or last.hit.modality != "actual":
        return None, []
    if len({t.placed.spot.name for t in own if t.placed and (t.record == last.record or count.kind == "total")}) > 1:
        return None, []  # the dead of several places together
    if not (last.numbers.killed or 0) < count.value:
        return None, []
    told = tuple(c for c in sentence.claims if c.scope_start <= count.start < c.scope_end)
    numbers = replace(
        last.numbers, killed=count.value, casualty=count, hurt_span=Span(start=count.start, end=count.end)
    )
    whole = own if count.kind == "total" else [last]  # "in all 14 died" is told of all that was told before
    return count, [replace(t, numbers=_with_dead(t.numbers, numbers), claims=(*t.claims, *told)) for t in whole]


# "Two of the wounded died, [bringing the toll of the strike on X to] six"
_BROUGHT = re.compile(
    r"\b(?:bringing|brings|brought|raising|raises|raised|taking|took|pushing|pushed|lifting)\s+(?:the|its)\s+(?:overall\s+)?(?:death\s+)?toll\b"
    r"(?:(?!\b(?:since|this|across|week|month|year|war)\b)[^,;:.]){0,80}?\s+to\s+(?:at\s+least\s+)?$"
)
_OF_THE_DEAD = frozenset(
    {
        "bodies",
        "body",
        "died",
        "dies",
        "succumbed",
        "recovered",
        "pulled",
        "found",
        "wounds",
        "injuries",
        "rubble",
        "ruins",
    }
)


def with_its_toll(text: str, sentence: Sentence) -> Sentence:
    """The sentence with the toll alone, where those counted before it are bodies found or wounded who have died since."""
    if "toll" not in sentence.words or _OF_THE_DEAD.isdisjoint(sentence.words):
        return sentence
    low, start = lowered(text), sentence.segment.start
    toll = next((c for c in sentence.counts if c.unit == "killed" and _BROUGHT.search(low, start, c.start)), None)
    if toll is None or toll.value is None:
        return sentence
    counts = [c for c in sentence.counts if c.start > toll.start or c.unit not in OF_PEOPLE]
    return replace(sentence, counts=tuple(sorted([*counts, toll], key=lambda c: c.start)))


def _with_dead(numbers: Numbers, risen: Numbers) -> Numbers:
    return replace(numbers, killed=risen.killed, casualty=risen.casualty, hurt_span=risen.hurt_span)


def _has_risen(low: str, sentence: Sentence, count: Count) -> bool:
    start = sentence.segment.start
    rise = _RISE.search(low, start, count.start) or _IN_ALL.fullmatch(low, start, count.start)
    return rise is not None and _OF_ANOTHER_TIME.search(low, start, sentence.segment.end) is None


def _place(telling: Telling) -> str | None:
    place = telling.placed.mention.place if telling.placed is not None else None
    return place.id if place is not None else None


def without_its_deed(sentence: Sentence, count: Count) -> Sentence:
    """The sentence without the nouns that name what the toll is of: "the death toll in Saturday's [attack] on X has risen to 34"."""
    return replace(sentence, hits=tuple(h for h in sentence.hits if h.voice != "noun" or h.trigger.start > count.start))
