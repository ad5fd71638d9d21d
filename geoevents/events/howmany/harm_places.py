"""Where a list of dead and injured names its places: by name, by "there", by "the former" and "the latter"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.values import dataclass

__all__ = ["At", "places_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A place where a text tells it; ``is_there``: by "there", which stands for the place named before."""

    start: int
    end: int
    mention: Mention
    is_there: bool = False


_THERE = re.compile(r"\bthere\b(?!\s+(?:was|were|is|are|had|has|have|will)\b)")
_OF_TWO = re.compile(
    r"\bthe\s+(?:(?P<former>former)|latter)\b(?!\s+(?:\w+\s+)?(?:president|minister|leader|rebel)s?\b)"
)
_TWO = 2


def places_told(low: str, named: Sequence[Mention], start: int, before: Mention | None) -> list[At]:
    """The places of a sentence in text order; ``start`` is where its first number stands, ``before`` the place told before it."""
    found = [At(start=m.start, end=m.end, mention=m) for m in named]
    end = max(start, named[-1].end)
    stop = min([k for k in (low.find(".", end), low.find("\n", end)) if k >= 0], default=len(low))
    for match in _THERE.finditer(low, start, stop):
        last = next((m for m in reversed(named) if m.end <= match.start()), before)
        if last is not None:
            found.append(At(start=match.start(), end=match.end(), mention=last, is_there=True))
    for match in _OF_TWO.finditer(low, start, stop):
        two = [m for m in named if m.end <= match.start()][-_TWO:]
        if len(two) == _TWO:
            found.append(At(start=match.start(), end=match.end(), mention=two[0 if match["former"] else 1]))
    return sorted(found, key=lambda p: p.start)
