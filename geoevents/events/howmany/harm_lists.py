"""The dead and injured of several places told one after the other with one verb: "X counted eight dead, Y four and Z one"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.event import Span
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, Casualties
from geoevents.events.telling import Placed
from geoevents.events.where.anchors import as_told
from geoevents.events.where.locatives import as_placed
from geoevents.values import dataclass, replace

__all__ = ["PlaceHarm", "harm_list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHarm:
    """A place of a list and its own dead and injured; ``span`` is from the first of its words to the last."""

    placed: Placed
    hurt: Casualties
    span: Span


_SHORTEST = 2  # places that make a list
_ABOUT = r"(?:(?:at\s+least|about|around|some|nearly|more\s+than|over|another|a\s+further)\s+)?"
_IN = r"(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
# "Eight died [in the city of] X, [where a house was hit, and] six [in the] Y district"
_DIED_IN = re.compile(rf"[^,;:()]{{0,60}}\b{_IN}")
_MORE_IN = re.compile(rf"\s+(?:more\s+)?{_IN}")
_NEXT_NUMBER = re.compile(
    rf"(?:\s+(?:region|province|district|oblast|area))?(?:,\s+(?:where|when|which)\b[^;:()]{{3,120}}?)?(?:,|\s+and|,\s+and)\s+{_ABOUT}"
)
# "X [counted] eight dead, Y four [and] Z one", "[in] X eight died and [in] Y four"
_COUNTED = re.compile(rf"\s+(?:had\s+)?(?:counted|reported|recorded|had|lost|saw|mourned|registered)\s+{_ABOUT}")
_THERE = re.compile(rf",?\s+{_ABOUT}")
_IN_IT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_NEXT_PLACE = re.compile(r"[^,;:()]{0,40}(?:,|\s+and|,\s+and)\s+(?:(?:in|at)\s+)?(?:the\s+)?(?:[\w’'-]+\s+of\s+)?")
_BARE = re.compile(rf"(?:\s+(?:region|province|district|oblast|area))?\s+{_ABOUT}")


def harm_list(text: str, counts: Sequence[Count], mentions: Sequence[Mention]) -> tuple[PlaceHarm, ...]:
    """The places of a list, each with its own number of dead or injured; () where no later number leaves out its noun."""
    first = next((k for k, c in enumerate(counts) if c.unit in CASUALTIES and _may_list(c)), None)
    named = [m for m in mentions if m.place is not None and m.role in {"literal", "metonym", "modifier"}]
    if first is None or len(named) < _SHORTEST or not any(_is_bare(c) for c in counts[first + 1 :]):
        return ()
    told = counts[first:]
    for follow in (_places_after, _places_before):
        found = follow(lowered(text), told, named)
        if len(found) >= _SHORTEST:
            return tuple(_harm(c, told, placed) for c, m in found if (placed := _placed(m)) is not None)
    return ()


def _may_list(count: Count) -> bool:
    return count.value is not None and not count.including and count.kind not in {"total", "subtotal", "none_reported"}


def _is_bare(count: Count) -> bool:
    """True for a number that leaves out its noun: "Y [four]"."""
    return _may_list(count) and count.noun_start == count.start


def _places_after(low: str, counts: Sequence[Count], named: Sequence[Mention]) -> list[tuple[Count, Mention]]:
    """Numbers with the places that follow them: "eight died in X and six in Y"."""
    found: list[tuple[Count, Mention]] = []
    for count in counts:
        place = next((m for m in named if m.start >= count.end), None)
        if found and not (_is_bare(count) and _NEXT_NUMBER.fullmatch(low, found[-1][1].end, count.start)):
            continue
        if place is not None and (_MORE_IN if found else _DIED_IN).fullmatch(low, count.noun_end, place.start):
            found.append((count, place))
        elif not found:
            return []
    return found


def _places_before(low: str, counts: Sequence[Count], named: Sequence[Mention]) -> list[tuple[Count, Mention]]:
    """Numbers with the places before them: "X counted eight dead, Y four", "in X eight died and in Y four"."""
    found: list[tuple[Count, Mention]] = []
    for count in counts:
        place = next((m for m in reversed(named) if m.end <= count.start), None)
        if place is None or (found and place is found[-1][1]):
            continue
        if not found:
            begins = _COUNTED.fullmatch(low, place.end, count.start) or (
                _IN_IT.search(low, 0, place.start) and _THERE.fullmatch(low, place.end, count.start)
            )
            if not begins:
                return []
            found.append((count, place))
        elif (
            _is_bare(count)
            and _BARE.fullmatch(low, place.end, count.start)
            and _NEXT_PLACE.fullmatch(low, found[-1][0].noun_end, place.start)
        ):
            found.append((count, place))
    return found


def _placed(mention: Mention) -> Placed | None:
    return next(iter(as_placed([mention]) or as_told(mention, "text")), None)


def _harm(count: Count, counts: Sequence[Count], placed: Placed) -> PlaceHarm:
    """What a place of the list counts, in the unit that the first number tells."""
    unit = count.unit if count.unit in CASUALTIES else counts[0].unit
    own = replace(count, unit=unit)
    hurt = Casualties(killed=own) if unit == "killed" else Casualties(injured=own)
    return PlaceHarm(
        placed=placed,
        hurt=hurt,
        span=Span(min(placed.mention.start, count.start), max(placed.mention.end, count.noun_end)),
    )
