"""Areas and routes of events: what is drawn besides a point, cut where it crosses the antimeridian."""

import math
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Shape", "cut", "routes_of", "shapes_of"]

# A circle wider than this says no more than "somewhere": it would cover half the map (outputs.md 2.1).
_WIDEST_KM = 1500.0
_PINNED = frozenset({"exact", "settlement"})


class Shape(NamedTuple):
    """A geometry of the event at position ``row``; ``kind``: area (told), country (a whole one) or circle (of uncertainty)."""

    row: int
    kind: str
    geometry: Any


def shapes_of(events: "pd.DataFrame") -> list[Shape]:
    """The polygons of events, at most one each: the area they have, else the circle of their uncertainty.

    An event at a settlement or an exact place has no circle: its point says it all.
    """
    found = []
    columns = ("area", "geo_precision", "latitude", "longitude", "uncertainty_km")
    for row, values in enumerate(zip(*(events[c] for c in columns), strict=True)):
        shape = _shape(*values)
        if shape is not None:
            found.append(Shape(row, *shape))
    return found


def _shape(area: Any, precision: str, lat: Any, lon: Any, km: Any) -> tuple[str, Any] | None:
    from geoevents.outputs.cells import is_missing

    if _is(area, "Polygon"):
        return ("country" if precision == "country" else "area"), cut(area)
    if precision in {*_PINNED, "country", "none"} or any(is_missing(v) for v in (lat, lon, km)) or float(km) <= 0:
        return None
    from geoevents.atlas.place import LonLat
    from geoevents.atlas.relations.geometry import disc

    return "circle", cut(disc(LonLat(float(lon), float(lat)), min(float(km), _WIDEST_KM)))


def _is(geometry: Any, kind: str) -> bool:
    return (
        geometry is not None and hasattr(geometry, "geom_type") and kind in geometry.geom_type and not geometry.is_empty
    )


def cut(geometry: Any) -> Any:
    """The geometry with every part inside -180..180: what jumps across or runs past the antimeridian is cut there.

    A part wider than half the globe is taken as one that jumps (RFC 7946, 3.1.9), unless it spans the whole globe.
    """
    import shapely

    parts = [p for part in shapely.get_parts(geometry) for p in _cut_part(part)]
    if len(parts) == 1:
        return parts[0]
    return shapely.multipolygons(parts) if "Polygon" in geometry.geom_type else shapely.multilinestrings(parts)


def _cut_part(part: Any) -> list[Any]:
    import numpy as np
    import shapely

    west, _, east, _ = part.bounds
    whole = west <= -180 and east >= 180
    if not whole and east - west > 180:
        part = shapely.transform(
            part, lambda xy: np.column_stack([np.where(xy[:, 0] < 0, xy[:, 0] + 360, xy[:, 0]), xy[:, 1]])
        )
        part = shapely.make_valid(part) if "Polygon" in part.geom_type else part
        west, _, east, _ = part.bounds
    if west >= -180 and east <= 180:
        return [part]
    wanted = part.geom_type.removeprefix("Multi")
    pieces = []
    for turn in (-360, 0, 360):
        inside = shapely.intersection(part, shapely.box(turn - 180, -90, turn + 180, 90))
        moved = shapely.transform(inside, lambda xy, turn=turn: xy - [turn, 0])
        pieces += [p for p in shapely.get_parts(moved) if p.geom_type == wanted and not p.is_empty]
    return pieces


def routes_of(events: "pd.DataFrame") -> list[Shape]:
    """The lines of events: a route they have as their area, or the line between the two places they are told to lie between."""
    found = []
    for row, (area, qualifier) in enumerate(zip(events["area"], events["place_qualifier"], strict=True)):
        if _is(area, "LineString"):
            found.append(Shape(row, "route", cut(area)))
        elif _is(area, "Polygon") and str(qualifier) == "between":
            found.append(Shape(row, "between", cut(_axis(area))))
    return found


def _axis(capsule: Any) -> Any:
    """The line that a capsule was drawn about: the long axis of its rectangle, without the rounded ends."""
    import numpy as np
    import shapely

    stretch = math.cos(math.radians(capsule.centroid.y))
    parts = shapely.get_parts(capsule)
    if len(parts) > 1:  # cut at the antimeridian: joined again for measuring
        capsule = shapely.union_all(
            [shapely.transform(p, lambda xy: np.column_stack([xy[:, 0] % 360, xy[:, 1]])) for p in parts]
        )
    flat = shapely.transform(capsule, lambda xy: xy * [stretch, 1.0])
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(flat))[:4]
    sides = np.roll(corners, -1, axis=0) - corners
    length = np.hypot(*sides[:2].T)
    long, width = int(length[1] > length[0]), float(length.min())
    along = sides[long] / length[long]
    middle = corners.mean(axis=0)
    half = max(float(length[long]) - width, 0.0) / 2
    return shapely.linestrings(np.array([middle - along * half, middle + along * half]) / [stretch, 1.0])
