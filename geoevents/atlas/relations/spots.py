"""Relations and places drawn: the point, the area and the honest uncertainty that an event at them gets."""

import math
from collections.abc import Sequence
from typing import Protocol

from geoevents.atlas.mention import Precision, Spot
from geoevents.atlas.place import SETTLEMENTS, LonLat, Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.find import RelationPhrase

__all__ = ["Areas", "fits", "plain_spot", "spot"]


class Areas(Protocol):
    """Whatever knows polygons: the gazetteer."""

    def area(self, place_id: str) -> object:
        """A shapely geometry or None."""


# Precision by kind (events.md 6).
_EXACT = frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat"})


_PRECISION: dict[str, Precision] = {
    "admin2": "adm2", "admin1": "adm1", "country": "country", "territory": "adm1", "sea": "macro_region",
    "strait": "macro_region", "river": "macro_region", "lake": "macro_region", "region": "macro_region",
    "macroregion": "macro_region",
}  # fmt: skip


_SETTLEMENT_KM, _EXACT_KM, _SMALL_ISLAND_KM = 3.0, 0.5, 10.0


def plain_spot(place: Place, atlas: Areas) -> Spot:
    """Where an event at a place named without relation is; ``uncertainty_km`` by the ladder of ``events.md`` 6."""
    if place.kind in _EXACT:
        precision: Precision = "exact"
        km = max(_EXACT_KM, place.uncertainty_km or 0.0)
    elif place.kind in SETTLEMENTS:
        precision, km = "settlement", max(_SETTLEMENT_KM, place.uncertainty_km or 0.0, place.radius_km or 0.0)
    elif place.kind == "island":
        small = (place.radius_km or 0.0) <= _SMALL_ISLAND_KM
        precision, km = "exact" if small else "macro_region", place.radius_km or 1.0
    else:
        precision, km = _PRECISION[place.kind], place.radius_km or place.uncertainty_km or 25.0
    area = atlas.area(place.id) if precision in {"adm1", "macro_region", "country"} else None
    return Spot(name=place.name, lonlat=place.lonlat, precision=precision, uncertainty_km=km, area=area)


_COMPASS = {0: "northern", 45: "north-eastern", 90: "eastern", 135: "south-eastern", 180: "southern", 225: "south-western",
            270: "western", 315: "north-western"}  # fmt: skip


_COMPASS_NOUN = {k: v.removesuffix("ern") for k, v in _COMPASS.items()}


def spot(phrase: RelationPhrase, places: Sequence[Place], atlas: Areas) -> Spot | None:
    """Geometry, point and uncertainty of a relation to resolved places (``places.md`` 5.4).

    None where none can be drawn: a relation between countries or more than 500 km apart, an anchor without a point,
    near or beside a whole country.
    """
    anchor = places[0]
    if anchor.lonlat is None:
        return None
    if phrase.kind == "part_of":
        return _part(phrase, anchor, atlas)
    if phrase.kind == "between":
        return _between_spot(anchor, places[1] if len(places) > 1 else None)
    if phrase.kind in {"outskirts"}:
        return _outskirts(phrase, anchor)
    if phrase.kind == "bank":
        base = plain_spot(anchor, atlas)
        return _as(
            base,
            name=f"{phrase.qualifier} bank of the {anchor.name}",
            qualifier=f"{phrase.qualifier} bank",
            reference=anchor.name,
        )
    if phrase.kind == "coast" and anchor.kind in {"sea", "strait", "river", "macroregion"}:
        return plain_spot(anchor, atlas)
    if anchor.kind == "country" and phrase.kind not in {"coast", "distance_direction"}:
        return None
    return _outside(phrase, anchor)


def _as(base: Spot, **changes: object) -> Spot:
    from dataclasses import replace

    return replace(base, **changes)  # type: ignore[arg-type]


def _part(phrase: RelationPhrase, anchor: Place, atlas: Areas) -> Spot:
    """A compass part of an area or, without a polygon, of its circle."""
    base = plain_spot(anchor, atlas)
    if base.precision in {"settlement", "exact", "near"} or anchor.lonlat is None:
        return _as(base, qualifier=phrase.qualifier)
    whole = base.area if base.area is not None else geometry.disc(anchor.lonlat, base.uncertainty_km or 25.0)
    area = (
        _union([geometry.part(whole, b, extreme=phrase.extreme) for b in phrase.bearings])
        if phrase.bearings
        else geometry.central_part(whole)
    )
    if len(phrase.bearings) > 2:  # three and more directions: nearly all of it
        return _as(base, qualifier=phrase.qualifier)
    point = geometry.inner_point(area)
    words = " and ".join(_COMPASS[int(b)] for b in phrase.bearings) or "central"
    precision: Precision = "part_of_adm1" if base.precision in {"adm1", "adm2"} else "macro_region"
    return Spot(
        name=f"{words} {anchor.name}",
        lonlat=LonLat(round(point.lon, 5), round(point.lat, 5)),
        precision=precision,
        uncertainty_km=round(geometry.r90_km(area, point), 1),
        area=area,
        qualifier=phrase.qualifier,
    )


def _union(areas: Sequence[object]) -> object:
    import shapely

    return areas[0] if len(areas) == 1 else shapely.union_all(areas)


def _between_spot(a: Place, b: Place | None) -> Spot | None:
    if b is None or a.lonlat is None or b.lonlat is None or "country" in {a.kind, b.kind}:
        return None
    km = geometry.distance_km(a.lonlat, b.lonlat)
    if km > 500:
        return None
    return Spot(
        name=f"between {a.name} and {b.name}",
        lonlat=geometry.middle(a.lonlat, b.lonlat),
        precision="near",
        uncertainty_km=round(max(2.0, 0.4 * km), 1),
        area=geometry.capsule(a.lonlat, b.lonlat, max(1.0, 0.2 * km)),
        qualifier="between",
        reference=a.name,
    )


def _outskirts(phrase: RelationPhrase, anchor: Place) -> Spot | None:
    if anchor.lonlat is None or anchor.kind not in SETTLEMENTS:
        return None
    radius = anchor.radius_km or 1.0
    point = geometry.destination(anchor.lonlat, phrase.bearings[0], radius) if phrase.bearings else anchor.lonlat
    return Spot(
        name=f"outskirts of {anchor.name}", lonlat=point, precision="settlement",
        uncertainty_km=round(max(3.0, 1.2 * radius), 1), qualifier=phrase.qualifier, reference=anchor.name,
    )  # fmt: skip


# How far "south of X" reaches, by what X is; radius of "near X" (places.md 5.4).
_REACH_KM = {"village": 10.0, "quarter": 10.0, "town": 20.0, "city": 40.0}


_NEAR_KM = {"village": 5.0, "quarter": 5.0, "town": 10.0, "city": 25.0}


_SECTOR_KM, _COAST_KM, _AREA_REACH_KM, _AREA_NEAR_KM = 25.0, 20.0, 50.0, 15.0


def _outside(phrase: RelationPhrase, anchor: Place) -> Spot | None:
    """A point told by direction, distance or nearness from a place."""
    if anchor.lonlat is None:
        return None
    own = anchor.uncertainty_km or 0.0
    radius = anchor.radius_km or 1.0
    if phrase.kind == "distance_direction" and phrase.distance_km is not None:
        return _measured(phrase, anchor, radius)
    if phrase.kind == "distance" and phrase.distance_km is not None:
        km = max(2.0, phrase.distance_km)
        return _near(f"{_number(phrase.distance_km)} km from {anchor.name}", anchor, anchor.lonlat, math.hypot(km, own))
    if phrase.kind == "direction_of" and phrase.bearings:
        reach = _REACH_KM.get(anchor.kind, _AREA_REACH_KM)
        outer = geometry.sector(anchor.lonlat, phrase.bearings[0], width=90, inner_km=radius, outer_km=radius + reach)
        point = geometry.destination(anchor.lonlat, phrase.bearings[0], radius + reach / 3)
        name = f"{_COMPASS_NOUN[int(phrase.bearings[0])]} of {anchor.name}"
        return _near(name, anchor, point, math.hypot(0.45 * reach, own), area=outer)
    if phrase.kind == "coast":
        return _near(f"off {anchor.name}", anchor, anchor.lonlat, math.hypot(_COAST_KM, own))
    km = _SECTOR_KM if phrase.kind == "sector" else _NEAR_KM.get(anchor.kind, radius + _AREA_NEAR_KM)
    name = f"{anchor.name} {phrase.qualifier}" if phrase.kind == "sector" else f"near {anchor.name}"
    return _near(name, anchor, anchor.lonlat, math.hypot(km, own))


def _measured(phrase: RelationPhrase, anchor: Place, radius: float) -> Spot | None:
    km = phrase.distance_km or 0.0
    if anchor.lonlat is None or not phrase.bearings:
        return None
    point = geometry.destination(anchor.lonlat, phrase.bearings[0], km)
    slack = math.sqrt((0.15 * km) ** 2 + (0.2 * km) ** 2 + min(radius, km) ** 2)
    name = f"{_number(km)} km {_COMPASS_NOUN[int(phrase.bearings[0])]} of {anchor.name}"
    return _near(name, anchor, point, max(2.0, slack) * (2 if phrase.approximate else 1))


def _number(km: float) -> str:
    return f"{km:.0f}" if km >= 1 else f"{km:.1f}"


def _near(name: str, anchor: Place, point: LonLat, km: float, *, area: object = None) -> Spot:
    return Spot(
        name=name, lonlat=LonLat(round(point.lon, 5), round(point.lat, 5)), precision="near", uncertainty_km=round(km, 1),
        area=area if area is not None else geometry.disc(point, km), reference=anchor.name,
    )  # fmt: skip


def fits(phrase: RelationPhrase, anchor: Place, candidate: Place) -> float:
    """How well a candidate lies as the relation says, 0 to 1: falls with the angle (45°) and the distance (25 km)."""
    if anchor.lonlat is None or candidate.lonlat is None:
        return 0.5
    km = geometry.distance_km(anchor.lonlat, candidate.lonlat)
    told = phrase.distance_km
    off_km = abs(km - told) if told is not None else max(0.0, km - (anchor.radius_km or 1.0))
    score = math.exp(-off_km / 25.0)
    if phrase.bearings and km > 0.5:
        turn = abs((geometry.bearing(anchor.lonlat, candidate.lonlat) - phrase.bearings[0] + 180) % 360 - 180)
        score *= math.exp(-((turn / 45.0) ** 2))
    return score
