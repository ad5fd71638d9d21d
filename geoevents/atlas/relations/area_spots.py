"""Relations to an area with a polygon: its parts, the strips along its borders, the ground and the sea beside it."""

import math
from collections.abc import Sequence
from typing import Any

from geoevents.atlas.mention import Precision, Spot
from geoevents.atlas.place import SETTLEMENTS, LonLat, Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.coasts import sea_beside, seaward
from geoevents.atlas.relations.ground import Ground, neighbours, outline, within_reach
from geoevents.atlas.relations.parts import central_part, part
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.plain import plain_spot, qualified

__all__ = ["border_spot", "coast_spot", "inside_spot", "of_area", "part_spot", "strip_spot"]

_COMPASS = {0: "northern", 45: "north-eastern", 90: "eastern", 135: "south-eastern", 180: "southern", 225: "south-western",
            270: "western", 315: "north-western"}  # fmt: skip
_WIDE_KM = (
    120.0  # a part of which nine tenths lie within this is told as a part of a first-level area; a wider one is not
)


def part_spot(phrase: RelationPhrase, anchor: Place, atlas: Ground) -> Spot | None:
    """A compass part of an area or, without a polygon, of its circle."""
    base = plain_spot(anchor, atlas)
    if (
        base.precision in {"settlement", "exact", "near"}
        or anchor.lonlat is None
        or (phrase.side and not phrase.bearings)
    ):
        return qualified(base, phrase)
    if len(phrase.bearings) > 2:  # three and more directions: nearly all of it
        return qualified(base, phrase)
    drawn, administrative = outline(anchor, atlas)
    whole = drawn if drawn is not None else geometry.disc(anchor.lonlat, base.uncertainty_km or 25.0)
    cut = [part(whole, b, extreme=phrase.extreme) for b in phrase.bearings] or [central_part(whole)]
    words = " and ".join(_COMPASS[int(b)] for b in phrase.bearings) or "central"
    small = administrative or base.precision in {"adm1", "adm2"}
    return of_area(
        f"{words} {anchor.name}", _union(cut), phrase.qualifier, precision="part_of_adm1" if small else "macro_region"
    )


def _union(areas: Sequence[Any]) -> Any:
    import shapely

    return areas[0] if len(areas) == 1 else shapely.union_all(areas)


def of_area(
    name: str,
    area: Any,
    qualifier: str,
    *,
    precision: Precision,
    reference: str | None = None,
    point: LonLat | None = None,
) -> Spot:
    """A spot that is an area: its inner point and the radius about it that holds nine tenths."""
    at = point or geometry.inner_point(area)
    return Spot(
        name=name, lonlat=LonLat(round(at.lon, 5), round(at.lat, 5)), precision=precision,
        uncertainty_km=round(geometry.r90_km(area, at), 1), area=area, qualifier=qualifier or None, reference=reference,
    )  # fmt: skip


_STRIP_KM, _STRIP_WIDTH = 50.0, 90.0  # "south of X" outside an area (places.md 5.4)


def strip_spot(phrase: RelationPhrase, anchor: Place, atlas: Ground) -> Spot | None:
    """The ground beside an area towards a direction: within 50 km of it, in a quarter seen from its middle."""
    import shapely

    area, _ = outline(anchor, atlas)
    if area is None:
        return None
    centre = geometry.inner_point(area)
    plane = geometry.to_plane(area, centre)
    x, y, far = plane.centroid.x, plane.centroid.y, 5000.0
    angles = [[math.radians(b + turn * _STRIP_WIDTH / 2) for turn in (-1, 0, 1)] for b in phrase.bearings]
    wedges = [shapely.polygons([(x, y), *((x + far * math.sin(a), y + far * math.cos(a)) for a in w)]) for w in angles]
    strip = shapely.intersection(
        shapely.difference(shapely.buffer(plane, _STRIP_KM, quad_segs=4), plane), _union(wedges)
    )
    if strip.is_empty:
        return None
    name = f"{' and '.join(_COMPASS[int(b)].removesuffix('ern') for b in phrase.bearings)} of {anchor.name}"
    point = _middle_of(strip, (x, y), phrase.bearings, centre)
    return of_area(name, geometry.from_plane(strip, centre), "", precision="near", reference=anchor.name, point=point)


def _middle_of(strip: Any, middle: tuple[float, float], bearings: Sequence[float], centre: LonLat) -> LonLat | None:
    """Half-way across a strip on the bearing from the middle of its area; None for several bearings."""
    import shapely

    if len(bearings) != 1:
        return None
    angle, (x, y) = math.radians(bearings[0]), middle
    ray = shapely.linestrings([(x, y), (x + 5000.0 * math.sin(angle), y + 5000.0 * math.cos(angle))])
    crossed = shapely.intersection(ray, strip)
    if crossed.is_empty:
        return None
    last = shapely.get_parts(crossed)[-1]
    at = last.interpolate(0.5, normalized=True)
    return geometry.destination(centre, math.degrees(math.atan2(at.x, at.y)) % 360, math.hypot(at.x, at.y))


_BORDER_KM = 20.0  # "along the border" (places.md 5.4)


def border_spot(phrase: RelationPhrase, anchor: Place, second: Place | None, atlas: Ground) -> Spot | None:
    """The strip of an area within 20 km of another; on both sides of "the border between X and Y".

    The area itself with its qualifier where it is not told whose border it is, or nothing is known of its course; None for
    the border of a country with nobody named.
    """
    if anchor.kind in SETTLEMENTS or (second is None and anchor.kind == "country"):
        return qualified(plain_spot(anchor, atlas), phrase) if anchor.kind in SETTLEMENTS else None
    strip = _strip(anchor, second, _BORDER_KM, atlas)
    if strip is None:
        return qualified(plain_spot(anchor, atlas), phrase)
    other = _strip(second, anchor, _BORDER_KM, atlas) if second is not None and phrase.both_sides else None
    area = _union([strip] if other is None else [strip, other])
    name = f"border of {anchor.name}" + (f" with {second.name}" if second else "")
    return _strip_spot(name, area, phrase, anchor)


def _strip_spot(name: str, area: Any, phrase: RelationPhrase, anchor: Place) -> Spot:
    """The spot of a strip: part of a first-level area, or as wide as it is."""
    found = of_area(name, area, phrase.qualifier, precision="part_of_adm1", reference=anchor.name)
    if anchor.kind in {"admin1", "admin2"} or (found.uncertainty_km or 0.0) <= _WIDE_KM:
        return found
    return of_area(name, area, phrase.qualifier, precision="macro_region", reference=anchor.name)


def _strip(place: Place, other: Place | None, km: float, atlas: Ground) -> Any:
    """The part of an area within ``km`` of another, of any other country if None; None where no polygon tells."""
    area, _ = outline(place, atlas)
    if area is None or place.lonlat is None:
        return None
    beyond = outline(other, atlas)[0] if other is not None else neighbours(area, place.country, atlas)
    if beyond is None:
        return None
    if other is None:
        own = atlas.area(f"country:{place.country}")
        beyond = beyond.difference(own) if own is not None else beyond
    return within_reach(area, beyond, km, geometry.inner_point(area))


def inside_spot(phrase: RelationPhrase, anchor: Place, second: Place | None, atlas: Ground) -> Spot | None:
    """ "20 km inside X": the strip of X as deep as that along the border with Y, or with any other country."""
    if anchor.kind in SETTLEMENTS or (second is None and anchor.kind == "country"):
        return qualified(plain_spot(anchor, atlas), phrase)
    strip = _strip(anchor, second, max(2.0, phrase.distance_km or 0.0), atlas)
    if strip is None:
        return qualified(plain_spot(anchor, atlas), phrase)
    return _strip_spot(f"{phrase.distance_km:.0f} km inside {anchor.name}", strip, phrase, anchor)


_OFF_KM, _OFF_UNCERTAIN_KM = 20.0, 35.0  # a ship off a town (places.md 5.4)
_SMALL_KM = 25.0  # an island smaller than this is its own point of reference


def coast_spot(phrase: RelationPhrase, anchor: Place, atlas: Ground) -> Spot | None:
    """The sea off a place: 20 km out from the shore of a town, all round a small island, along the coast of an area."""
    if anchor.lonlat is None:
        return None
    radius, name = anchor.radius_km or 1.0, f"off {anchor.name}"
    if anchor.kind == "island" and radius <= _SMALL_KM:
        km = math.hypot(_OFF_UNCERTAIN_KM, radius) if phrase.distance_km is None else phrase.distance_km + radius
        return _off(name, anchor, anchor.lonlat, km)
    area = outline(anchor, atlas)[0] if anchor.kind not in SETTLEMENTS else None
    if area is None and anchor.kind not in SETTLEMENTS:
        return _off(name, anchor, anchor.lonlat, math.hypot(_OFF_UNCERTAIN_KM, radius))
    if area is not None:
        water = sea_beside(area, geometry.inner_point(area), atlas, bearings=phrase.bearings)
        return None if water is None else _strip_of_sea(name, water, phrase, anchor)
    told = phrase.distance_km
    point = seaward(anchor.lonlat, told or _OFF_KM, atlas, bearings=phrase.bearings)
    km = _OFF_UNCERTAIN_KM if told is None else max(2.0, 0.4 * told)
    return None if point is None else _off(name, anchor, point, math.hypot(km, anchor.uncertainty_km or 0.0))


def _strip_of_sea(name: str, water: Any, phrase: RelationPhrase, anchor: Place) -> Spot:
    found = of_area(name, water, phrase.qualifier, precision="near", reference=anchor.name)
    wide = (found.uncertainty_km or 0.0) > _WIDE_KM
    return of_area(name, water, phrase.qualifier, precision="macro_region", reference=anchor.name) if wide else found


def _off(name: str, anchor: Place, point: LonLat, km: float) -> Spot:
    return Spot(
        name=name, lonlat=LonLat(round(point.lon, 5), round(point.lat, 5)), precision="near", uncertainty_km=round(km, 1),
        area=geometry.disc(point, km), reference=anchor.name,
    )  # fmt: skip
