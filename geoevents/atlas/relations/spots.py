"""Relations drawn: the point, the area and the honest uncertainty that an event at them gets (``places.md`` 5.4)."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from geoevents.atlas.mention import Spot
from geoevents.atlas.place import SETTLEMENTS, LonLat, Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.area_spots import border_spot, coast_spot, inside_spot, of_area, part_spot, strip_spot
from geoevents.atlas.relations.ground import Ground
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.plain import plain_spot
from geoevents.atlas.relations.river_spots import bank_spot, reach_spot

__all__ = ["spot"]

_WATERS = frozenset({"sea", "strait", "river", "lake", "macroregion"})
_AREAS = frozenset({"admin1", "admin2", "island", "region", "territory"})


def spot(
    phrase: RelationPhrase, places: Sequence[Place], atlas: Ground, *, beside: LonLat | None = None
) -> Spot | None:
    """Geometry, point and uncertainty of a relation to resolved places: the anchor, then the second.

    ``beside`` is another place told of in the same breath: of a long strip along a border or a bank the part near it is meant.
    None where none can be drawn: between countries or places more than 500 km apart, an anchor without a point, near or
    beside a whole country, off the coast of a place inland.
    """
    same = replace(phrase, anchor=0, second=None, phrase_start=0, phrase_end=0, creates=True, apposed=False)
    drawn = _drawn(same, places[0], places[1] if len(places) > 1 else None, atlas)
    return drawn if drawn is None or beside is None else _nearest_part(drawn, beside)


_STRIP_KM = 60.0  # a strip that reaches farther than this is told more closely by a place beside it


def _nearest_part(drawn: Spot, beside: LonLat) -> Spot:
    """The part of a long strip within 60 km of a place; the whole where the two are farther apart."""
    if drawn.area is None or (drawn.uncertainty_km or 0.0) <= _STRIP_KM:
        return drawn
    part = drawn.area.intersection(geometry.disc(beside, _STRIP_KM))
    if part.is_empty or part.area <= 0:
        return drawn
    return of_area(drawn.name, part, drawn.qualifier or "", precision="part_of_adm1", reference=drawn.reference)


@lru_cache(maxsize=2_000)
def _drawn(phrase: RelationPhrase, anchor: Place, second: Place | None, atlas: Ground) -> Spot | None:
    """``spot``, kept: news tells of the same fronts, coasts and borders again and again."""
    if anchor.lonlat is None:
        return None
    if phrase.kind in {"part_of", "bank", "reach", "border", "inside"}:
        return _of_area(phrase, anchor, second, atlas)
    if phrase.kind in {"between", "road"}:
        return _between(phrase, anchor, second)
    if phrase.kind == "outskirts":
        return _outskirts(phrase, anchor, atlas)
    if phrase.kind == "coast":
        return plain_spot(anchor, atlas) if anchor.kind in _WATERS else coast_spot(phrase, anchor, atlas)
    if anchor.kind == "country" and phrase.kind != "distance_direction":
        return None
    return _outside(phrase, anchor, atlas)


def _of_area(phrase: RelationPhrase, anchor: Place, second: Place | None, atlas: Ground) -> Spot | None:
    """A part of an area: towards a compass point, along a river or a border."""
    if phrase.kind == "border":
        return border_spot(phrase, anchor, second, atlas)
    if phrase.kind == "inside":
        return inside_spot(phrase, anchor, second, atlas)
    if phrase.kind in {"bank", "reach"} and anchor.kind == "river":
        return (bank_spot if phrase.kind == "bank" else reach_spot)(phrase, anchor, second, atlas)
    return part_spot(phrase, anchor, atlas)


_FURTHEST_KM = 500.0  # ends farther apart tell no place
_ROAD_KM = 5.0  # half-width of a road: how far it strays from the straight line is in the uncertainty


def _between(phrase: RelationPhrase, a: Place, b: Place | None) -> Spot | None:
    """The middle between two places, or of the road that joins them."""
    if a.lonlat is None or a.kind == "country":
        return None
    if b is None and a.kind in SETTLEMENTS:  # the other end is no place of the atlas
        return _near(f"near {a.name}", a, a.lonlat, math.hypot(_SECTOR_KM, a.uncertainty_km or 0.0))
    if b is None or b.lonlat is None or b.kind == "country":
        return None
    km = geometry.distance_km(a.lonlat, b.lonlat)
    if km > _FURTHEST_KM:
        return None
    wide = _ROAD_KM if phrase.kind == "road" else max(1.0, 0.2 * km)
    share = 0.2 if phrase.halfway else 0.4
    return Spot(
        name=f"between {a.name} and {b.name}",
        lonlat=geometry.middle(a.lonlat, b.lonlat),
        precision="near",
        uncertainty_km=round(max(2.0, share * km), 1),
        area=geometry.capsule(a.lonlat, b.lonlat, wide),
        qualifier=phrase.qualifier,
        reference=a.name,
    )


_RING = 0.6, 1.4  # outskirts, in radii of the town


def _outskirts(phrase: RelationPhrase, anchor: Place, atlas: Ground) -> Spot | None:
    """The ring about the edge of a town, towards a direction if one is told; the outermost part of an area."""
    if anchor.kind not in SETTLEMENTS and phrase.bearings:
        return part_spot(replace(phrase, extreme=True), anchor, atlas)
    if anchor.lonlat is None or anchor.kind not in SETTLEMENTS:
        return None
    radius = anchor.radius_km or 1.0
    inner, outer = (share * radius for share in _RING)
    if phrase.bearings:
        towards = [geometry.sector(anchor.lonlat, b, width=90, inner_km=inner, outer_km=outer) for b in phrase.bearings]
        point = _mean([geometry.destination(anchor.lonlat, b, radius) for b in phrase.bearings], anchor.lonlat)
    else:
        towards = [geometry.disc(anchor.lonlat, outer).difference(geometry.disc(anchor.lonlat, inner))]
        point = anchor.lonlat
    return Spot(
        name=f"outskirts of {anchor.name}", lonlat=point, precision="settlement", area=_union(towards),
        uncertainty_km=round(max(3.0, math.hypot(1.2 * radius, anchor.uncertainty_km or 0.0)), 1), qualifier=phrase.qualifier,
        reference=anchor.name,
    )  # fmt: skip


def _mean(points: Sequence[LonLat], centre: LonLat) -> LonLat:
    """The middle of points about a centre; the centre itself where they lie on all sides."""
    import numpy as np
    import shapely

    if len(points) == 1:
        return points[0]
    plane = geometry.to_plane(shapely.multipoints([(p.lon, p.lat) for p in points]), centre)
    x, y = np.mean(shapely.get_coordinates(plane), axis=0)
    return geometry.destination(centre, math.degrees(math.atan2(x, y)) % 360, math.hypot(x, y))


def _union(areas: Sequence[Any]) -> Any:
    import shapely

    return areas[0] if len(areas) == 1 else shapely.union_all(areas)


# How far "south of X" reaches, by what X is; radius of "near X" (places.md 5.4).
_REACH_KM = {"village": 10.0, "quarter": 10.0, "town": 20.0, "city": 40.0}
_NEAR_KM = {"village": 5.0, "quarter": 5.0, "town": 10.0, "city": 25.0}
_SECTOR_KM, _POINT_REACH_KM, _AREA_NEAR_KM = 25.0, 10.0, 15.0


def _outside(phrase: RelationPhrase, anchor: Place, atlas: Ground) -> Spot | None:
    """A point told by direction, distance or nearness from a place."""
    if anchor.lonlat is None:
        return None
    own = anchor.uncertainty_km or 0.0
    radius = anchor.radius_km or 1.0
    if phrase.kind == "distance_direction" and phrase.distance_km is not None:
        return _measured(phrase, anchor, radius)
    if phrase.kind == "distance" and phrase.distance_km is not None:
        return _ring(phrase, anchor, radius, own)
    if phrase.kind == "direction_of" and phrase.bearings:
        drawn = strip_spot(phrase, anchor, atlas) if anchor.kind in _AREAS else None
        return drawn or _directed(phrase, anchor, radius, own)
    km = _SECTOR_KM if phrase.kind == "sector" else _NEAR_KM.get(anchor.kind, radius + _AREA_NEAR_KM)
    name = f"{anchor.name} {phrase.qualifier}" if phrase.kind == "sector" else f"near {anchor.name}"
    return _near(name, anchor, anchor.lonlat, math.hypot(km, own))


def _directed(phrase: RelationPhrase, anchor: Place, radius: float, own: float) -> Spot | None:
    """A sector outside a town towards one direction or several."""
    if anchor.lonlat is None:
        return None
    reach = _REACH_KM.get(anchor.kind, _POINT_REACH_KM)
    found = [
        geometry.sector(anchor.lonlat, b, width=90, inner_km=radius, outer_km=radius + reach) for b in phrase.bearings
    ]
    points = [geometry.destination(anchor.lonlat, b, radius + reach / 3) for b in phrase.bearings]
    point = _mean(points, anchor.lonlat)
    apart = max(geometry.distance_km(p, point) for p in points)
    km = math.hypot(0.45 * reach + apart, own)
    return _near(f"{compass(phrase.bearings)} of {anchor.name}", anchor, point, km, area=_union(found))


def compass(bearings: Sequence[float]) -> str:
    """Nouns of bearings: "north and north-east"."""
    return " and ".join(_COMPASS[round(b / 22.5) % 16] for b in bearings)


_COMPASS = ("north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east",
            "south-south-east", "south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west",
            "north-west", "north-north-west")  # fmt: skip


_LENGTH_SHARE, _ANGLE_SHARE = 0.15, 0.2  # of a stated distance: the number is rounded, the wind is one of eight


def _measured(phrase: RelationPhrase, anchor: Place, radius: float) -> Spot | None:
    """The point at a distance on a bearing; from the edge of the town where the words say so."""
    if anchor.lonlat is None or not phrase.bearings:
        return None
    told = phrase.distance_km or 0.0
    km = told + (radius if phrase.from_edge else 0.0)
    point = geometry.destination(anchor.lonlat, phrase.bearings[0], km)
    slack = math.hypot(_LENGTH_SHARE * told, _ANGLE_SHARE * told, min(radius, km), anchor.uncertainty_km or 0.0)
    name = f"{_number(told)} km {compass(phrase.bearings[:1])} of {anchor.name}"
    return _near(name, anchor, point, max(2.0, slack) * (2 if phrase.approximate else 1))


def _ring(phrase: RelationPhrase, anchor: Place, radius: float, own: float) -> Spot | None:
    """All round a place at a distance from it: its own point, as uncertain as the distance is long."""
    if anchor.lonlat is None:
        return None
    told = phrase.distance_km or 0.0
    km = max(2.0, told + (radius if phrase.from_edge else 0.0))
    wide = max(_LENGTH_SHARE * km, radius)
    ring = geometry.disc(anchor.lonlat, km + wide)
    if km > wide:
        ring = ring.difference(geometry.disc(anchor.lonlat, km - wide))
    return _near(f"{_number(told)} km from {anchor.name}", anchor, anchor.lonlat, math.hypot(km, own), area=ring)


def _number(km: float) -> str:
    return f"{km:.0f}" if km >= 1 else f"{km:.1f}"


def _near(name: str, anchor: Place, point: LonLat, km: float, *, area: Any = None) -> Spot:
    return Spot(
        name=name, lonlat=LonLat(round(point.lon, 5), round(point.lat, 5)), precision="near", uncertainty_km=round(km, 1),
        area=area if area is not None else geometry.disc(point, km), reference=anchor.name,
    )  # fmt: skip
