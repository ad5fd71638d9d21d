"""Where a list of dead and injured names its places: by name, by "there", by "the former" and "the latter"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.howmany.counted import Count
from geoevents.values import dataclass, replace

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
# "in [the other village]": of the two named last the one that was not named again
_THE_OTHER = re.compile(
    r"\bthe\s+other\s+(?:town|village|city|place|district|camp|settlement|port|region)\b(?!\s+of\b)"
)
# "in X village[, in the Y district], and three in Z": it only holds X
_IN_AREA = re.compile(r"(?:\s+(?:village|town|city|camp))?,?\s+in\s+(?:the\s+)?$")
_AREA = re.compile(r"\s+(?:district|region|province|county|oblast|governorate|state)\b")
_TWO = 2


def places_told(low: str, named: Sequence[Mention], counts: Sequence[Count], before: Sequence[Mention]) -> list[At]:
    """The places of a sentence in text order; ``before`` are those that the one before told of."""
    found = _named(low, named)
    told = [*before, *(m for m in named if m.role != "container")]
    start, end = counts[0].start, max([counts[-1].noun_end, *(m.end for m in named)])
    start = max(low.rfind(".", 0, start), low.rfind("\n", 0, start)) + 1
    stop = min([k for k in (low.find(".", end), low.find("\n", end)) if k >= 0], default=len(low))
    for match in _THERE.finditer(low, start, stop):
        last = next((m for m in reversed(told) if m.end <= match.start()), None)
        if last is not None:
            found.append(At(start=match.start(), end=match.end(), mention=last, is_there=True))
    for match in _OF_TWO.finditer(low, start, stop):
        two = [m for m in told if m.end <= match.start()][-_TWO:]
        if len(two) == _TWO:
            found.append(
                At(start=match.start(), end=match.end(), mention=two[0 if match["former"] else 1], is_of_two=True)
            )
    for match in _THE_OTHER.finditer(low, start, stop):
        two = list({m.text: m for m in told if m.end <= match.start()}.values())[-_TWO:]
        newest = next((m.text for m in reversed(told) if m.end <= match.start()), None)
        other = [m for m in two if m.text != newest] if len(two) == _TWO else []
        found += [At(start=match.start(), end=match.end(), mention=m) for m in other]
    return sorted(found, key=lambda p: p.start)


def _named(low: str, named: Sequence[Mention]) -> list[At]:
    """The places by name; an area that only holds the place before it goes with that."""
    found: list[At] = []
    for m in named:
        area = _AREA.match(low, m.end)
        holds = found and _IN_AREA.fullmatch(low, found[-1].end, m.start) is not None
        if holds and (area is not None or m.role == "container"):
            found[-1] = replace(found[-1], end=area.end() if area is not None else m.end)
        elif m.role != "container":
            found.append(At(start=m.start, end=m.end, mention=m))
    return found
