"""The sea off a place."""

import math
from typing import Any

import numpy as np

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import destination, from_plane, to_plane
from geoevents.atlas.relations.ground import Ground, around, land

__all__ = ["sea_beside", "seaward"]

_DEEP_KM = 50.0  # how far out "off the coast" reaches (places.md 5.4)
_FURTHEST_KM = 60.0  # a town farther from the sea has no coast
_LAKE_KM2 = 20.0  # what is left of simplified coasts between the polygons of neighbours


def sea_beside(area: Any, centre: LonLat, atlas: Ground, *, bearings: tuple[float, ...] = ()) -> Any:
    """The water within 50 km of an area, of its part towards the bearings if there are any; None for an area inland."""
    import shapely

    plane = to_plane(area, centre)
    half = math.hypot(plane.bounds[2] - plane.bounds[0], plane.bounds[3] - plane.bounds[1])
    dry = to_plane(land(around(centre, half + 2 * _DEEP_KM), atlas), centre)
    wet = shapely.difference(
        shapely.buffer(plane, _DEEP_KM, quad_segs=4), shapely.buffer(shapely.union(dry, plane), 0.5)
    )
    if bearings:
        wet = shapely.intersection(wet, _halves(plane, bearings))
    large = [g for g in shapely.get_parts(wet) if g.geom_type == "Polygon" and g.area >= _LAKE_KM2]
    return from_plane(shapely.union_all(large), centre) if large else None


def _halves(plane: Any, bearings: tuple[float, ...]) -> Any:
    """Quarter planes towards the bearings, seen from the middle of an area."""
    import shapely

    x, y, far = plane.centroid.x, plane.centroid.y, 5000.0
    angles = [np.radians([b - 60, b, b + 60]) for b in bearings]
    return shapely.union_all(
        [
            shapely.polygons([(x, y), *((x + far * math.sin(a), y + far * math.cos(a)) for a in three)])
            for three in angles
        ]
    )


def seaward(point: LonLat, km: float, atlas: Ground, *, bearings: tuple[float, ...] = ()) -> LonLat | None:
    """The point ``km`` out at sea from the shore nearest to a place: there where most water is about it.

    None where no sea lies within 60 km.
    """
    import shapely

    dry = to_plane(land(around(point, _FURTHEST_KM + 2 * km + 60.0), atlas), point)
    reach = shapely.buffer(shapely.Point(0, 0), _FURTHEST_KM)
    wet = [g for g in shapely.get_parts(shapely.difference(reach, dry)) if g.area >= _LAKE_KM2]
    if not wet:
        return None
    shore = min((shapely.shortest_line(shapely.Point(0, 0), g) for g in wet), key=lambda s: s.length)
    x, y = shapely.get_coordinates(shore)[-1]
    angles = [math.radians(b) for b in bearings] or [math.radians(a) for a in range(0, 360, 15)]
    tried = [(x + km * math.sin(a), y + km * math.cos(a)) for a in angles]
    out = max(tried, key=lambda p: shapely.Point(p).distance(dry))
    if shapely.Point(out).distance(dry) <= 0:
        return None
    return destination(point, math.degrees(math.atan2(out[0], out[1])) % 360, math.hypot(*out))
