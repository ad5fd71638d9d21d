"""Numbers told in the order of the things before them: "91 missiles and 97 drones, [79 and 35] of which were shot down"."""

import re
from collections.abc import Sequence

from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.values import replace

__all__ = ["in_order"]

_PAIR = 2
_ABOUT = r"(?:at\s+least\s+|about\s+|around\s+|some\s+|more\s+than\s+|over\s+)?"
_AND = re.compile(rf",?\s+and\s+{_ABOUT}")
_FATE = re.compile(
    r"\s+(?:of\s+(?:which|them|these|those)\s+)?(?:respectively\s+)?(?:were|was|had\s+been|respectively)\b"
)


def in_order(text: str, found: list[Count]) -> list[Count]:
    """The counts, a bare pair of them in the units of the pair of weapons before it."""
    if len(found) < _PAIR + _PAIR:
        return found
    for k in range(_PAIR, len(found) - 1):
        whole, parts = _weapons(text, found[:k]), found[k : k + _PAIR]
        if whole is not None and _is_pair(text, parts) and _FATE.match(text, parts[-1].end) and _fit(whole, parts):
            own = [replace(p, unit=w.unit, noun=w.noun) for p, w in zip(parts, whole, strict=True)]
            return [*found[:k], *own, *found[k + _PAIR :]]
    return found


def _weapons(text: str, before: Sequence[Count]) -> Sequence[Count] | None:
    """The last two counts where they are of two weapons joined by "and"."""
    one, other = before[-_PAIR:]
    two = one.unit in WEAPONS and other.unit in WEAPONS and one.unit != other.unit
    return (one, other) if two and _AND.fullmatch(text, one.noun_end, other.start) else None


def _is_pair(text: str, parts: Sequence[Count]) -> bool:
    bare = all(p.noun_start >= p.start and p.noun_end <= p.end for p in parts)
    return bare and _AND.fullmatch(text, parts[0].end, parts[1].start) is not None


def _fit(whole: Sequence[Count], parts: Sequence[Count]) -> bool:
    return all(p.value is not None and p.value <= (w.value or 0) for p, w in zip(parts, whole, strict=True))
