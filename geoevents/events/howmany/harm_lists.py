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

__all__ = ["PlaceHarm", "harm_list", "led_by"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHarm:
    """A place of a list and its own dead and injured; ``span`` is from the first of its words to the last.

    ``named`` is a name that could not be placed; a list's total has neither where no area is named before it.
    """

    placed: Placed | None
    named: Mention | None = None
    hurt: Casualties
    span: Span


_SHORTEST = 2  # places that make a list
_ABOUT = r"(?:(?:at\s+least|about|around|some|nearly|more\s+than|over|another|a\s+further)\s+)?"
_IN = r"(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
# "Eight died [in the city of] X, [where a house was hit, and] six [in the] Y district"
_DIED_IN = re.compile(rf"[^,;:()]{{0,60}}\b{_IN}")
_MORE_IN = re.compile(rf"\s+(?:(?:more|others|each|apiece)\s+)?{_IN}")
_NEXT_NUMBER = re.compile(
    rf"(?:\s+(?:region|province|district|oblast|area))?(?:,\s+(?:where|when|which)\b[^;:()]{{3,120}}?)?(?:,|\s+and|,\s+and)\s+{_ABOUT}"
)
# "two each in X, Y [and] Z"
_NEXT_OF_EACH = re.compile(r"(?:,|,?\s+and)\s+(?:(?:in|at)\s+)?(?:the\s+)?(?:[\w’'-]+\s+of\s+)?")
# "Seven people were hurt [in the province on Monday:] two in X"
_LEADS = re.compile(rf"[^;:()]{{0,100}}:\s+{_ABOUT}")
# "five more were hurt [across the province]"
_WIDELY = re.compile(
    r"[^,;:()]{0,40}\b(?:across|throughout|elsewhere\s+in|in\s+other\s+parts\s+of|in\s+the\s+rest\s+of)\s+the\s+"
    r"(?:region|province|governorate|district|oblast|state|county|area|country)\b"
)
_AREAS = frozenset({"adm1", "adm2", "part_of_adm1", "country"})
# "X [counted] eight dead, Y four [and] Z one", "[in] X eight died and [in] Y four"
_COUNTED = re.compile(rf"\s+(?:had\s+)?(?:counted|reported|recorded|had|lost|saw|mourned|registered)\s+{_ABOUT}")
_THERE = re.compile(rf",?\s+{_ABOUT}")
_IN_IT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_NEXT_PLACE = re.compile(r"[^,;:()]{0,40}(?:,|\s+and|,\s+and)\s+(?:(?:in|at)\s+)?(?:the\s+)?(?:[\w’'-]+\s+of\s+)?")
_BARE = re.compile(rf"(?:\s+(?:region|province|district|oblast|area))?\s+{_ABOUT}")
_Found = list[tuple[Count, Mention]]


def harm_list(text: str, counts: Sequence[Count], mentions: Sequence[Mention]) -> tuple[PlaceHarm, ...]:
    """The places of a list, each with its own number of dead or injured; () where no later number leaves out its noun."""
    low = lowered(text)
    first = next((k for k, c in enumerate(counts) if c.unit in CASUALTIES and _may_list(c)), None)
    named = [m for m in mentions if m.role in {"literal", "metonym", "modifier"}]
    if first is None or len(named) < _SHORTEST or not any(_is_bare(c) for c in counts[first + 1 :]):
        return ()
    told = counts[first:]
    wide = [(c, area) for c in told[1:] if (area := _wide(low, c, named)) is not None]
    near = [c for c in told if all(c is not w for w, _ in wide)]
    lists = (_places_after(low, near, named), _places_before(low, near, named), _after_total(low, told, named))
    for found in lists:
        if len(found) + len(wide) >= _SHORTEST and any(m.place is not None for _, m in found):
            return tuple(_harm(c, told[0].unit, m) for c, m in [*found, *wide])
    return ()


def led_by(text: str, counts: Sequence[Count], mentions: Sequence[Mention]) -> PlaceHarm | None:
    """The number that a list behind a colon parts: "[Seven] people were hurt in X: two each in A and B and three in C"."""
    low = lowered(text)
    total = next((c for c in counts if c.unit in CASUALTIES and c.value is not None), None)
    first = next((c for c in counts if total is not None and c.start > total.start), None)
    if total is None or first is None or not _LEADS.fullmatch(low, total.noun_end, first.start):
        return None
    area = next((m for m in reversed(mentions) if m.end <= first.start and m.spot and m.spot.precision in _AREAS), None)
    return (
        _harm(total, total.unit, area)
        if area is not None
        else replace(_harm(total, total.unit, mentions[0]), placed=None, named=None)
    )


def _may_list(count: Count) -> bool:
    return count.value is not None and not count.including and count.kind not in {"total", "subtotal", "none_reported"}


def _is_bare(count: Count) -> bool:
    """True for a number that leaves out its noun: "Y [four]"."""
    return _may_list(count) and count.noun_start == count.start


def _wide(low: str, count: Count, named: Sequence[Mention]) -> Mention | None:
    """The area all over which a number is told, named before it: "in X province one died in A and [five] more across the province"."""
    if not _may_list(count) or not _WIDELY.match(low, count.end):
        return None
    return next((m for m in reversed(named) if m.end <= count.start and m.spot and m.spot.precision in _AREAS), None)


def _places_after(low: str, counts: Sequence[Count], named: Sequence[Mention], *, inner: bool = False) -> _Found:
    """Numbers with the places that follow them: "eight died in X and six in Y"; ``inner``: behind a total and its colon."""
    found: _Found = []
    for count in counts:
        place = next((m for m in named if m.start >= count.end), None)
        if found and not (_is_bare(count) and _NEXT_NUMBER.fullmatch(low, found[-1][1].end, count.start)):
            continue
        pattern = _MORE_IN if found or inner else _DIED_IN
        if place is not None and pattern.fullmatch(low, count.noun_end, place.start):
            found += [(count, m) for m in _each(low, count, place, named)]
        elif not found:
            return []
    return found


def _each(low: str, count: Count, place: Mention, named: Sequence[Mention]) -> list[Mention]:
    """The places that have a number each: "two each in [X], [Y] and [Z]"."""
    places = [place]
    for m in named:
        if count.distributive and m.start > place.start and _NEXT_OF_EACH.fullmatch(low, places[-1].end, m.start):
            places.append(m)
    return places


def _after_total(low: str, counts: Sequence[Count], named: Sequence[Mention]) -> _Found:
    """The list behind a total and its colon; [] where its numbers come to more."""
    if len(counts) <= _SHORTEST or not _LEADS.fullmatch(low, counts[0].noun_end, counts[1].start):
        return []
    found = _places_after(low, counts[1:], named, inner=True)
    return found if sum(c.value or 0 for c, _ in found) <= (counts[0].value or 0) else []


def _places_before(low: str, counts: Sequence[Count], named: Sequence[Mention]) -> _Found:
    """Numbers with the places before them: "X counted eight dead, Y four", "in X eight died and in Y four"."""
    found: _Found = []
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


def _harm(count: Count, first: str | None, mention: Mention) -> PlaceHarm:
    """What a place of the list counts, in the unit that the ``first`` number tells where it leaves out its own."""
    unit = count.unit if count.unit in CASUALTIES else first
    own = replace(count, unit=unit)
    hurt = Casualties(killed=own) if unit == "killed" else Casualties(injured=own)
    placed = _placed(mention)
    return PlaceHarm(
        placed=placed,
        named=mention if placed is None else None,
        hurt=hurt,
        span=Span(min(mention.start, count.start), max(mention.end, count.noun_end)),
    )
