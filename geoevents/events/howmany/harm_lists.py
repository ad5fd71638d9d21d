"""The dead and injured of several places told one after the other: "X counted eight dead, Y four", "nine died in X and two in Y"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.event import Span
from geoevents.events.howmany.count_words import OF_PEOPLE
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.harm_asides import without_asides
from geoevents.events.howmany.harm_places import At, places_told
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
    ``is_shared``: the numbers are of this place and others together.
    """

    placed: Placed | None
    named: Mention | None = None
    hurt: Casualties
    span: Span
    is_shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """Numbers and the places that they are told of; ``each``: every one of the places has them."""

    counts: tuple[Count, ...]
    places: tuple[At, ...]
    each: bool = False

    @property
    def end(self) -> int:
        return max(self.counts[-1].noun_end, self.places[-1].end)


_SHORTEST = 2  # places that make a list
_ABOUT = r"(?:(?:at\s+least|about|around|some|nearly|more\s+than|over|another|a\s+further)\s+)?"
_IN = r"(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
_ON = r"(?:on|of|in|at|against|near|around|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+of\s+)?"
_HARMED = r"(?:killed|wounded|injured|killing|wounding|injuring|left|leaving|claimed|cost)"
_JOIN = r"\s*(?:,|;|,?\s+and|,?\s+while|,?\s+but)\s+"
_AREA = (
    r"(?:\s+(?:region|province|district|oblast|area|street|camp|village|quarter))?"
    r"(?:\s+and\s+its\s+(?:surroundings|outskirts|suburbs|environs))?"
    r"(?:\s+(?:on|late|early|overnight|last|this)\b(?:\s+\w+){0,3})?"
)
# "Eight died [in the city of] X", "20 [were wounded in] X"
_DIED_IN = re.compile(rf"(?:(?!\b(?:and|while|but)\b)[^,;:()]){{0,80}}\b{_IN}")
_DIED = re.compile(r"(?:(?!\b(?:and|while|but|in|at|near)\b)[^,;:()]){0,40}")
# "X[, where a house was hit, and] six [in Y]", "X [and wounded] five [in Y]"
_IS_ELSE = re.compile(
    r"\b(?:was|were|is|are)\s+(?!(?:also\s+|later\s+)?(?:killed|dead|wounded|injured|hurt|shot|reported|found|confirmed|in|at|near)\b)"
    r"|\b(?:was|were|is|are)\s+at\s+(?:work|home|sea|school)\b"
)
_NEXT_NUMBER = re.compile(
    rf"{_AREA}(?:\s+(?:was|were|had\s+been)\s+(?:hit|struck|bombed|shelled|attacked|destroyed|damaged)\b(?:\s+(?:on|late|early)(?:\s+\w+){{1,2}})?)?"
    rf"(?:,\s+(?:where|when|which)\b[^;:()]{{3,120}}?)?{_JOIN}(?:{_HARMED}\s+)?{_ABOUT}"
)
# "four people in X [and wounded] 11, while in Y"
_NEXT_HARM = re.compile(rf"{_AREA}\s*,?\s+and\s+(?:{_HARMED}\s+)?{_ABOUT}")
# "killed two people [and wounded] five in X"
_WITH_HARM = re.compile(
    rf"(?:(?!\bin\b)[^,;:()]){{0,20}}\b(?:and|while)\s+(?:{_HARMED}\s+)?{_ABOUT}|\s*,\s+{_HARMED}\s+{_ABOUT}"
)
# "two each in X, Y [and] Z"
_NEXT_OF_EACH = re.compile(r"(?:,|,?\s+and)\s+(?:(?:in|at)\s+)?(?:the\s+)?(?:[\w’'-]+\s+of\s+)?")
# What may follow the place of persons that no verb of their own tells hurt: "and a woman in Y."
_ENDS = re.compile(r"\s*(?:[.;:,)]|$|(?:and|on|when|after|during|by|as|while|overnight|late|early|last|this)\b)")
# "Seven people were hurt [in the province on Monday:] two in X"
_LEADS = re.compile(rf"[^;:()]{{0,100}}:\s+{_ABOUT}")
# "five more were hurt [across the province]"
_WIDELY = re.compile(
    r"[^,;:()]{0,40}\b(?:across|throughout|elsewhere\s+in|in\s+other\s+parts\s+of|in\s+the\s+rest\s+of)\s+the\s+"
    r"(?:region|province|governorate|district|oblast|state|county|area|country)\b"
)
_ELSEWHERE = re.compile(r"[^,;:()]{0,40}\b(?:elsewhere|across|throughout|in\s+other)\b")
_SAID = 60  # letters behind the last name of a list in which ", X said" may go on
_AREAS = frozenset({"adm1", "adm2", "part_of_adm1", "country"})
# "X [counted] eight dead, Y four [and] Z one", "[in] X eight died and [in] Y four", "an attack [on] X [killed] nine and [that on] Y two"
_COUNTED = re.compile(rf"\s+(?:had\s+)?(?:counted|reported|recorded|had|lost|saw|mourned|registered)\s+{_ABOUT}")
_THERE = re.compile(rf",?\s+{_ABOUT}")
_IN_IT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_KILLED = re.compile(rf"\s+(?:on\s+\w+day\s+)?{_HARMED}\s+(?:the\s+lives\s+of\s+)?{_ABOUT}")
_ATTACK_ON = re.compile(rf"\b{_ON}$")
_NEXT_PLACE = re.compile(rf"(?:(?!\bin\b)[^,;:()]){{0,40}}?{_JOIN}(?:(?:in|at)\s+)?(?:the\s+)?(?:[\w’'-]+\s+of\s+)?")
_NEXT_ATTACK = re.compile(
    rf"(?:(?!\bin\b)[^,;:()]){{0,40}}?{_JOIN}(?:that|those|one|another|an?\s+(?:\w+\s+){{1,3}}|the\s+(?:\w+\s+){{1,2}})\s*{_ON}"
)
_BARE = re.compile(rf"{_AREA}(?:\s+there\s+(?:was|were))?\s+{_ABOUT}")


def harm_list(
    text: str, counts: Sequence[Count], mentions: Sequence[Mention], *, before: Sequence[Mention] = ()
) -> tuple[PlaceHarm, ...]:
    """The places of a list, each with its own dead or injured; () where fewer than two places have any.

    ``before`` are the places that the sentence before told of, for "there" and "the latter".
    """
    named = [m for m in mentions if m.role in {"literal", "metonym", "modifier", "container", "reference"}]
    first = next((k for k, c in enumerate(counts) if c.unit in CASUALTIES and _may_list(c)), None)
    if first is None:
        return ()
    end = max([counts[-1].noun_end, *(m.end for m in named)])
    low = without_asides(lowered(text), counts[0].start, end + _SAID, named)
    named = [m for m in named if low[m.start] != " "]
    told = [c for c in counts[first:] if _may_list(c) and low[c.start] != " " and (c.unit in OF_PEOPLE or _is_bare(c))]
    places = places_told(low, named, counts, before)
    wide = [(c, area) for c in told[1:] if (area := _wide(low, c, named)) is not None]
    near = [c for c in told if all(c is not w for w, _ in wide)]
    for found in (_list(low, near, places), _after_total(low, told, places)):
        harms = [h for item in found for h in _harms(item, told[0].unit)]
        harms += [_harm((c,), told[0].unit, At(start=m.start, end=m.end, mention=m)) for c, m in wide]
        if _are_several(harms) or (len(found) == 1 and found[0].places[0].is_of_two and len(harms) == 1):
            return tuple(harms)
    return ()


def _are_several(harms: Sequence[PlaceHarm]) -> bool:
    """True for numbers of at least two places, one of which the atlas knows."""
    names = {h.placed.spot.name if h.placed is not None else h.named.text if h.named is not None else "" for h in harms}
    own = {id(h.hurt) for h in harms}
    return len(names) >= _SHORTEST and len(own) >= _SHORTEST and any(h.placed is not None for h in harms)


def led_by(text: str, counts: Sequence[Count], mentions: Sequence[Mention]) -> PlaceHarm | None:
    """The number that a list behind a colon parts: "[Seven] people were hurt in X: two each in A and B and three in C"."""
    low = lowered(text)
    total = next((c for c in counts if c.unit in CASUALTIES and c.value is not None), None)
    first = next((c for c in counts if total is not None and c.start > total.start), None)
    if total is None or first is None or not _LEADS.fullmatch(low, total.noun_end, first.start):
        return None
    area = next((m for m in reversed(mentions) if m.end <= first.start and m.spot and m.spot.precision in _AREAS), None)
    at = area if area is not None else mentions[0]
    whole = _harm((total,), total.unit, At(start=at.start, end=at.end, mention=at))
    return whole if area is not None else replace(whole, placed=None, named=None)


def _may_list(count: Count) -> bool:
    return count.value is not None and not count.including and count.kind not in {"total", "subtotal", "none_reported"}


def _is_bare(count: Count) -> bool:
    """True for a number that leaves out its noun: "Y [four]"."""
    return count.noun_start == count.start


def _wide(low: str, count: Count, named: Sequence[Mention]) -> Mention | None:
    """The area all over which a number is told, named before it: "in X province one died in A and [five] more across the province"."""
    if not _WIDELY.match(low, count.end):
        return None
    return next((m for m in reversed(named) if m.end <= count.start and m.spot and m.spot.precision in _AREAS), None)


def _list(low: str, counts: Sequence[Count], places: Sequence[At]) -> list[_Item]:
    """The items of a list up to where it ends."""
    found: list[_Item] = []
    k = 0
    while k < len(counts):
        last = found[-1] if found else None
        item = _before_place(low, counts[k:], places, last) or _behind_place(low, counts[k:], places, last)
        if item is not None:
            found.append(item)
            k += len(item.counts)
        elif last is not None and _goes_on(low, last, counts[k]):
            found[-1] = replace(last, counts=(*last.counts, counts[k]))
            k += 1
        else:
            break
    return found


def _goes_on(low: str, last: _Item, count: Count) -> bool:
    """True for the injured that are told behind the dead of a place: "killed four people in X [and wounded 11], while in Y"."""
    other = count.unit in CASUALTIES and all(c.unit != count.unit for c in last.counts)
    if _ELSEWHERE.match(low, count.end):
        return False
    return other and _NEXT_HARM.fullmatch(low, last.end, count.start) is not None


def _before_place(low: str, counts: Sequence[Count], places: Sequence[At], last: _Item | None) -> _Item | None:
    """Numbers with the place that follows them: "eight died in X", "and six in Y"."""
    if last is not None and not _NEXT_NUMBER.fullmatch(low, last.end, counts[0].start):
        return None
    own = counts[:2] if len(counts) > 1 and _are_of_one(low, counts[0], counts[1], places) else counts[:1]
    place = next((p for p in places if p.start >= own[-1].end), None)
    if place is None or (len(counts) > len(own) and counts[len(own)].start < place.start):
        return None
    pattern = _DIED if place.is_there else _DIED_IN
    if not pattern.fullmatch(low, own[-1].noun_end, place.start):
        return None
    if last is not None and _IS_ELSE.search(low, own[-1].noun_end, place.start):
        return None  # "and four were at work in Y"
    if last is not None and own[0].unit not in {*CASUALTIES, None} and not _ENDS.match(low, place.end):
        return None  # "and 40 residents in Y lost power"
    return _Item(counts=tuple(own), places=tuple(_joined(low, place, places, counts)), each=own[0].distributive)


def _are_of_one(low: str, one: Count, other: Count, places: Sequence[At]) -> bool:
    """True for the dead and the injured of one place: "killed two people and wounded five in X"."""
    units = {one.unit, other.unit} == set(CASUALTIES)
    apart = not any(one.end <= p.start < other.start for p in places)
    return units and apart and _WITH_HARM.fullmatch(low, one.noun_end, other.start) is not None


def _joined(low: str, place: At, places: Sequence[At], counts: Sequence[Count]) -> list[At]:
    """A place and those of its list: "two each in [X], [Y] and [Z]", "14 in the towns of [X] and [Y]"; none with a number of its own."""
    found = [place]
    for p in (p for p in places if p.start >= place.start):
        if any(_BARE.fullmatch(low, p.end, c.start) for c in counts):
            break
        if p.start > place.start and _NEXT_OF_EACH.fullmatch(low, found[-1].end, p.start):
            found.append(p)
    return found


def _behind_place(low: str, counts: Sequence[Count], places: Sequence[At], last: _Item | None) -> _Item | None:
    """Numbers with the place before them: "X counted eight dead", "and in Y four", "an attack on X killed nine"."""
    place = next((p for p in reversed(places) if p.end <= counts[0].start), None)
    if place is None or place.is_there or (last is not None and place.start < last.end):
        return None
    if not (_begins(low, place, counts[0]) if last is None else _follows(low, last, place, counts[0])):
        return None
    two = len(counts) > 1 and _are_of_one(low, counts[0], counts[1], places)
    return _Item(counts=tuple(counts[: 2 if two else 1]), places=(place,))


def _begins(low: str, place: At, count: Count) -> bool:
    if _COUNTED.fullmatch(low, place.end, count.start):
        return True
    if _KILLED.fullmatch(low, place.end, count.start):
        return _ATTACK_ON.search(low, 0, place.start) is not None
    return bool(_IN_IT.search(low, 0, place.start) and _THERE.fullmatch(low, place.end, count.start))


def _follows(low: str, last: _Item, place: At, count: Count) -> bool:
    if _NEXT_ATTACK.fullmatch(low, last.end, place.start):
        return bool(_KILLED.fullmatch(low, place.end, count.start) or _BARE.fullmatch(low, place.end, count.start))
    if not _NEXT_PLACE.fullmatch(low, last.end, place.start):
        return False
    told = _IN_IT.search(low, last.end, place.start) is not None and count.unit in CASUALTIES
    return (_is_bare(count) or told) and _BARE.fullmatch(low, place.end, count.start) is not None


def _after_total(low: str, counts: Sequence[Count], places: Sequence[At]) -> list[_Item]:
    """The list behind a total and its colon; [] where its numbers come to more."""
    if len(counts) <= _SHORTEST or not _LEADS.fullmatch(low, counts[0].noun_end, counts[1].start):
        return []
    found = _list(low, counts[1:], places)
    told = sum(c.value or 0 for item in found for c in item.counts)
    return found if told <= (counts[0].value or 0) else []


def _harms(item: _Item, first: str | None) -> list[PlaceHarm]:
    """One a place; what several places share is told of all of them."""
    shared = len(item.places) > 1 and not item.each
    hurt = _harm(item.counts, first, item.places[0])
    return [
        replace(_harm(item.counts, first, p), hurt=hurt.hurt if shared else _hurt(item.counts, first), is_shared=shared)
        for p in item.places
    ]


def _hurt(counts: Sequence[Count], first: str | None) -> Casualties:
    """What a place of the list counts, in the unit that the ``first`` number tells where it leaves out its own."""
    own = [c if c.unit in CASUALTIES else replace(c, unit=first) for c in counts]
    killed = next((c for c in own if c.unit == "killed"), None)
    return Casualties(killed=killed, injured=next((c for c in own if c.unit == "injured"), None))


def _harm(counts: Sequence[Count], first: str | None, at: At) -> PlaceHarm:
    placed = next(iter(as_placed([at.mention]) or as_told(at.mention, "text")), None)
    return PlaceHarm(
        placed=placed,
        named=at.mention if placed is None else None,
        hurt=_hurt(counts, first),
        span=Span(min(at.start, counts[0].start), max(at.end, counts[-1].noun_end)),
    )
