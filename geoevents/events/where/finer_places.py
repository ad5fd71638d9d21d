"""Of places told together, the ones meant: without what only holds, borders or owns a finer one."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.where.qualifying import WATERS, is_its_town

__all__ = ["at_its_town", "by_included", "in_their_towns", "without_coarse", "without_owners"]


_BESIDE = re.compile(
    r"\b(?:across|along|beside|by|overlooking|banks? of|shores? of|coast of|on)\s+(?:the\s+)?(?:\w+\s+)?$"
)


# "on the X Spit, a sandbar off the coast of Y": what stands in an aside only tells where the place before it lies.
_APPOSED = re.compile(
    r"\s*,\s*(?:a|an|the|one of(?: the)?|itself|some|about|around|just|close to)\s+(?:[\w'-]+\s+){0,9}$", re.IGNORECASE
)


_APPOSED_BETWEEN = re.compile(r"\s*,\s*(?:an?|the)\s+(?:[\w'-]+\s+){1,6}between\s+(?:the\s+)?")
_AROUND = re.compile(
    r"(?:\s+(?:areas?|neighbou?rhood|sector|quarter|suburb))?\s*,?\s*(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}"
)
_IN_WATER = re.compile(r"\s*,?\s*in\s+the\s+(?:(?!and\b|over\b|in\b)[\w-]+\s+){0,4}")  # "near a shoal, in the X Sea"


def _around_another(text: str, mention: Mention, chosen: Sequence[Mention]) -> bool:
    """True for a water or an area that only says where a small place just before it lies."""
    earlier = [m for m in chosen if m.end <= mention.start]
    if mention.spot is None or not earlier:
        return False
    if _holds_the_one_before(text, mention, chosen):
        return True
    if mention.group is None and _APPOSED.match(text[earlier[-1].end : mention.start]):
        return True
    if _APPOSED_BETWEEN.fullmatch(text, earlier[-1].end, mention.start):
        return True
    before = [m for m in earlier if m.spot and m.spot.precision in PINNED]
    if not before:
        return False
    listed = [m for m in chosen if mention.group is not None and m.group == mention.group]
    if listed in ([], [before[-1], mention]) and _NEAR_IT.fullmatch(text, before[-1].end, mention.start):
        return _ENDS.match(text, mention.end) is not None
    if mention.place and mention.place.kind in WATERS:
        if _IN_WATER.fullmatch(text[before[-1].end : mention.start]):
            return True
        return _BESIDE.search(text[max(0, mention.start - 30) : mention.start]) is not None
    if mention.group is not None or mention.spot.precision in PINNED:
        return False
    return _AROUND.fullmatch(text[before[-1].end : mention.start]) is not None


# "the X camp, near [Y], on Sunday": beside what it lies; not "in A, near B and at C".
_NEAR_IT = re.compile(
    r"(?:\s+[a-z]+){0,2},\s+(?:just\s+)?(?:near|outside|close\s+to|not\s+far\s+from)\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?"
)
_ENDS = re.compile(
    r"\s*(?:[.;:)]|$|,(?!\s+(?:and\s+)?(?:in|at|near|outside|around|close)\b))|\s+(?:on|when|after|last|this|late|early|overnight)\b"
)
_IN_IT = re.compile(r"\s*,\s+in\s+(?:the\s+)?(?:[\w-]+\s+){0,2}")


def _holds_the_one_before(text: str, mention: Mention, chosen: Sequence[Mention]) -> bool:
    """True for the area in "near X, in the Y region": a list of two would say "and"."""
    listed = [m for m in chosen if m.group == mention.group]
    if mention.group is None or len(listed) < _TWO or listed[-1] is not mention:
        return False
    coarse = mention.spot is not None and mention.spot.precision not in PINNED
    return coarse and _IN_IT.fullmatch(text, listed[-2].end, mention.start) is not None


_TWO = 2  # members of a list, at least


# "the [Taj Mahal] hotel in Mumbai": what is named after a place far away.
_IN_TOWN = re.compile(r"\s+(?:[a-z]+\s+){0,2}in\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?")
_FAR_KM = 100.0


def in_their_towns(text: str, chosen: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The places chosen; a site that the text puts in a town far from the one of its name is that town."""
    return [next((t for t in named if _is_namesake(text, m, t)), m) for m in chosen]


def _is_namesake(text: str, site: Mention, town: Mention) -> bool:
    if site.place is None or town.place is None or site.place.kind in SETTLEMENTS or town.start < site.end:
        return False
    if town.place.kind not in SETTLEMENTS or not _IN_TOWN.fullmatch(text, site.end, town.start):
        return False
    small = site.spot is not None and site.spot.precision == "exact"
    here, there = site.place.lonlat, town.place.lonlat
    return small and here is not None and there is not None and distance_km(here, there) > _FAR_KM


# "raids on northern X, [including A and B], killed": the area is told by the places in it.
_INCLUDING = re.compile(
    r"(?:\s+(?:region|province|district|oblast|governorate|state|territory))?,?\s+"
    r"(?:including|notably|particularly|especially|mainly|chiefly|such\s+as|among\s+(?:them|which))\s+"
    r"(?:in\s+|at\s+|on\s+|near\s+)?(?:the\s+)?(?:(?:city|cities|town|towns|village|villages|port|district|districts|outskirts)\s+of\s+)?"
)


def by_included(text: str, chosen: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The places chosen, an area by those that the text says are included in it: "in western X, including [A] and [B]"."""
    found: list[Mention] = []
    for mention in chosen:
        inside = _included(text, mention, named)
        found += [m for m in inside or [mention] if m not in found]
    return found


def _included(text: str, area: Mention, named: Sequence[Mention]) -> list[Mention]:
    if area.spot is None or area.spot.precision in PINNED or area.place is None:
        return []
    first = next((m for m in named if m.start > area.end), None)
    if first is None or first.spot is None or first.spot.precision not in PINNED or first.place is None:
        return []
    if first.place.country != area.place.country or not _INCLUDING.fullmatch(text, area.end, first.start):
        return []
    return [
        m for m in named if m is first or (m.group is not None and m.group == first.group and m.start > first.start)
    ]


# "crossed into X near [Y]", "in the X region, at [Y]": an area told by the town in it.
_AT_ITS_TOWN = re.compile(
    r"(?:\s+(?:region|province|district|oblast|governorate|state|territory))?,?\s+(?:near|at|outside|close\s+to)\s+(?:the\s+)?"
    r"(?:(?:town|village|city|crossing|port)\s+of\s+)?"
)


def at_its_town(text: str, chosen: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The places chosen; one area is told by the place right behind it at or near which it was."""
    if len(chosen) != 1 or chosen[0].spot is None or chosen[0].spot.precision in PINNED or chosen[0].place is None:
        return list(chosen)
    area = chosen[0]
    for m in named:
        if m.start >= area.end and _AT_ITS_TOWN.fullmatch(text, area.end, m.start):
            inside = m.place is not None and area.place is not None and m.place.country == area.place.country
            return [m] if inside else [area]
    return [area]


_OWNER = re.compile(r"['’]s\s+")


def without_owners(text: str, places: Sequence[Mention]) -> list[Mention]:
    """Places without the town that only says whose the next one is: "at [Tehran]'s Imam Khomeini airport"."""
    after = [*places[1:], None]
    return [m for m, n in zip(places, after, strict=True) if n is None or not _OWNER.fullmatch(text, m.end, n.start)]


def without_coarse(text: str, chosen: Sequence[Mention]) -> list[Mention]:
    """Drops a place that only holds a finer one of the same phrase ("in X, in the Y region")."""
    finer = {m.place.admin1 for m in chosen if m.place and m.place.kind not in {"admin1", "country"}}
    countries = {m.place.country for m in chosen if m.place and m.place.kind != "country"}
    kept = [
        m
        for m in chosen
        if not (_around_another(text, m, chosen) or is_its_town(text, m, chosen))
        and not (m.place and m.place.kind == "admin1" and m.group is None and m.place.name in finer)
        and not (m.place and m.place.kind == "country" and m.group is None and m.place.country in countries)
    ]
    return kept or list(chosen)
