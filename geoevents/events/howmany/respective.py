"""Two bare numbers read as those of the two things told before them: "102 drones and 14 missiles, of which 88 and nine were downed"."""

import re
from collections.abc import Sequence

from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.values import replace

__all__ = ["respective"]

# "drones and [some] missiles": what may stand between the two things, and between their two numbers.
_TWO_THINGS = re.compile(r"\s+(?:and|plus|as well as)\s+(?:(?:about|some|around|nearly|more than|at least|over)\s+)?")
_TWO_NUMBERS = re.compile(r"\s+and\s+")


def respective(text: str, found: Sequence[Count]) -> Sequence[Count]:
    """The counts, each of two bare ones with the weapon that stands in its place in the pair before."""
    if len(found) < _PAIRS:
        return found
    told = list(found)
    for k in range(len(told) - 3):
        one, other, first, second = told[k : k + 4]
        if _are_two_weapons(text, one, other) and _are_their_parts(text, (one, other), (first, second)):
            told[k + 2] = replace(first, unit=one.unit, noun=one.noun)
            told[k + 3] = replace(second, unit=other.unit, noun=other.noun)
    return told


_PAIRS = 4  # numbers of two pairs


def _are_two_weapons(text: str, one: Count, other: Count) -> bool:
    joined = one.unit != other.unit and {one.unit, other.unit} <= WEAPONS
    return joined and _TWO_THINGS.fullmatch(text, one.noun_end, other.start) is not None


def _are_their_parts(text: str, wholes: Sequence[Count], parts: Sequence[Count]) -> bool:
    """True for two numbers without a noun, neither greater than what it is a part of."""
    first, second = parts
    bare = first.noun_end == first.end and second.noun_end == second.end
    if not bare or _TWO_NUMBERS.fullmatch(text, first.end, second.start) is None:
        return False
    return all(p.value is not None and p.value <= _most(w) for p, w in zip(parts, wholes, strict=True))


def _most(count: Count) -> int:
    return count.value or count.high or (count.low or 0) * 2  # "more than ninety": a hundred may be
