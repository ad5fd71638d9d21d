"""Counts of one toll that several numbers tell together: "four soldiers and two rebels were killed"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.events.howmany.count_words import OF_PEOPLE
from geoevents.events.howmany.counted import Count
from geoevents.values import replace

__all__ = ["summed"]

_ABOUT = r"(?:(?:at\s+least|up\s+to|about|around|some|nearly|more\s+than|over)\s+)?"
_AND = re.compile(
    r"(?:,\s+\d{1,3})?(?:\s+of\s+[\w\s-]{1,40}?)?(?:\s+\([\w-]{2,10}\))?(?:,\s+and|,|\s+and)\s+(?:(?:his|her|their|its|another)\s+)?"
    rf"{_ABOUT}",
    re.IGNORECASE,
)
# "freed 12 women and at least four children"
_ONLY_AND = re.compile(rf"\s+and\s+(?:(?:his|her|their|another)\s+)?{_ABOUT}", re.IGNORECASE)


def summed(text: str, found: Sequence[Count]) -> list[Count]:
    """Counts with those of one casualty joined: "four soldiers and two rebels were killed", "a woman and her two children"."""
    kept: list[Count] = []
    for k, count in enumerate(found):
        last = kept[-1] if kept else None
        if last is not None and _spells_out(text, last, found[k:]):
            continue
        if last is not None and _one_toll(text, last, found[k:]) and _in_list(text, last, found[k:]):
            kept[-1] = _plus(last, count)
        else:
            kept.append(count)
    return kept


def _spells_out(text: str, whole: Count, rest: Sequence[Count]) -> bool:
    """True for the first of those who are the ones counted before: "killed three others, [a policeman] and two guards"."""
    if whole.noun not in _SOME or whole.value is None or len(rest) < 2:
        return False
    parts = [c.value or 0 for c in rest[:2]]
    joined = _COMMA.fullmatch(text, whole.noun_end, rest[0].start) is not None
    return joined and sum(parts) == whole.value and _AND.fullmatch(text, rest[0].noun_end, rest[1].start) is not None


_SOME = frozenset({"other", "others", "people", "person", "persons", "victim"})
_COMMA = re.compile(r"\s*[,–:-]\s*")


def _in_list(text: str, last: Count, rest: Sequence[Count]) -> bool:
    """True where a list that begins with ``last`` comes to its "and": never "wounded eleven women, a doctor said"."""
    for one, other in pairwise((last, *rest)):
        if _AND.fullmatch(text, one.noun_end, other.start) is None:
            return False
        if "and" in text[one.noun_end : other.start].lower().split():
            return True
    return False


def _one_toll(text: str, one: Count, rest: Sequence[Count]) -> bool:
    """True where two counts of people are joined by "and" and only one toll is told of them; the last of a list may tell it:
    "three soldiers, two guards and a cook were killed"."""
    other = rest[0]
    if other.unit == "things" and one.unit in {"killed", "injured"} and _ENDS.match(text, other.noun_end):
        other = replace(other, unit="persons")  # "killing a weaver and two apprentices."
    units = {one.unit, other.unit}
    tolls = units & {"killed", "injured"}
    if one.value is None or other.value is None or not units <= OF_PEOPLE or len(tolls) > 1:
        return False
    if other.including or other.noun_end == other.end or one.noun_end == one.end:
        return False
    told = tolls or (len(rest) > 1 and rest[1].unit in {"killed", "injured"})
    joined = _AND if told else _ONLY_AND
    return joined.fullmatch(text, one.noun_end, other.start) is not None


_ENDS = re.compile(r"\s*(?:[,.;:)]|$|(?:in|at|on|near|outside)\s+[A-Z])")


def _plus(one: Count, other: Count) -> Count:
    unit = one.unit if one.unit in {"killed", "injured"} else other.unit
    low = one.low + other.low if one.low is not None and other.low is not None else None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    kind = one.kind if one.kind != "exact" else other.kind
    value = (one.value or 0) + (other.value or 0)
    return replace(one, end=other.end, noun_end=other.noun_end, unit=unit, value=value, low=low, high=high, kind=kind)
