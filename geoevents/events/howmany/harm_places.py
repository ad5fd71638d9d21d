"""Where a list of dead and injured names its places: by name, by "there", by "the former" and "the latter"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.howmany.counted import Count
from geoevents.values import dataclass

__all__ = ["At", "places_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A place where a text tells it.

    ``is_there``: by "there", which stands for the place named before; ``is_of_two``: as "the former" or "the latter".
    """

    start: int
    end: int
    mention: Mention
    is_there: bool = False
    is_of_two: bool = False


_THERE = re.compile(r"\bthere\b(?!\s+(?:was|were|is|are|had|has|have|will)\b)")
_OF_TWO = re.compile(
    r"\bthe\s+(?:(?P<former>former)|latter)\b(?!\s+(?:\w+\s+)?(?:president|minister|leader|rebel)s?\b)"
)
_TWO = 2


def places_told(low: str, named: Sequence[Mention], counts: Sequence[Count], before: Sequence[Mention]) -> list[At]:
    """The places of a sentence in text order; ``before`` are those that the one before told of."""
    found = [At(start=m.start, end=m.end, mention=m) for m in named]
    start, end = counts[0].start, max([counts[-1].noun_end, *(m.end for m in named)])
    start = max(low.rfind(".", 0, start), low.rfind("\n", 0, start)) + 1
    stop = min([k for k in (low.find(".", end), low.find("\n", end)) if k >= 0], default=len(low))
    for match in _THERE.finditer(low, start, stop):
        last = next((m for m in reversed([*before, *named]) if m.end <= match.start()), None)
        if last is not None:
            found.append(At(start=match.start(), end=match.end(), mention=last, is_there=True))
    for match in _OF_TWO.finditer(low, start, stop):
        two = [m for m in [*before, *named] if m.end <= match.start()][-_TWO:]
        if len(two) == _TWO:
            found.append(
                At(start=match.start(), end=match.end(), mention=two[0 if match["former"] else 1], is_of_two=True)
            )
    return sorted(found, key=lambda p: p.start)
