"""The banks and the upper and lower reaches of the few rivers whose course is drawn (``rivers.csv``).

The lines run in the direction of flow, so that left and right are those of somebody who looks downstream; they are true to
5-10 km.  Of any other river no side is guessed.
"""

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import Points, bearing, from_plane, to_plane

__all__ = ["Side", "bank_in", "bank_strip", "course", "reach"]

Side = Literal["left", "right"]

_STRIP_KM = 20.0  # depth of a bank of which nothing more is told (places.md 5.4)
_BEYOND_KM = 400.0  # how far a line is drawn on past its ends, to cut the area that its source or mouth lies in


@lru_cache(maxsize=1)
def _courses() -> dict[str, Points]:
    lines = files("geoevents.atlas.relations").joinpath("rivers.csv").read_text("utf-8").splitlines()
    return {row["id"]: _points(row["points"]) for row in csv.DictReader(lines)}


def _points(written: str) -> Points:
    """Longitude, latitude from "lat lon;lat lon"."""
    return np.array([[float(v) for v in reversed(pair.split())] for pair in written.split(";")])


def course(river_id: str) -> Points | None:
    """Longitudes and latitudes of a river from source to mouth, None where it is not drawn."""
    return _courses().get(river_id)


def bank_in(river_id: str, area: Any, side: Side | float, centre: LonLat) -> Any:
    """The part of an area on one side of a river; ``side`` may be a compass bearing.  None where the river is not drawn
    or does not part the area."""
    import shapely
    from shapely.ops import split

    line = _drawn_on(river_id, centre)
    if line is None:
        return None
    plane = to_plane(area, centre)
    pieces = [g for part in shapely.get_parts(plane) for g in split(part, line).geoms]
    chosen = [p for p in pieces if _side_of(line, p) == "left"], [p for p in pieces if _side_of(line, p) == "right"]
    if not plane.intersects(line) or not all(chosen):
        return None
    left, right = (shapely.union_all(found) for found in chosen)
    return from_plane(left if _is_left(side, left, right) else right, centre)


def _drawn_on(river_id: str, centre: LonLat) -> Any:
    """The line in kilometres about ``centre``, drawn on past its ends; None where the river is not drawn."""
    import shapely

    points = course(river_id)
    if points is None:
        return None
    xy = shapely.get_coordinates(to_plane(shapely.linestrings(points), centre))
    first, last = xy[0] - xy[1], xy[-1] - xy[-2]
    ends = [xy[0] + first * _BEYOND_KM / np.hypot(*first), xy[-1] + last * _BEYOND_KM / np.hypot(*last)]
    return shapely.linestrings(np.vstack([ends[0], xy, ends[1]]))


def _side_of(line: Any, piece: Any) -> Side:
    """Which side of a line a piece beside it lies on, by its innermost point."""
    import shapely

    point = piece.representative_point()
    at = line.project(point)
    a, b = line.interpolate(max(0.0, at - 0.5)), line.interpolate(at + 0.5)
    (ax, ay), (bx, by), (px, py) = (shapely.get_coordinates(g)[0] for g in (a, b, point))
    return "left" if (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0 else "right"


def _is_left(side: Side | float, left: Any, right: Any) -> bool:
    """True where the left piece is the one meant: by name, or because it lies more towards the bearing."""
    if isinstance(side, str):
        return side == "left"
    across = np.array([left.centroid.x - right.centroid.x, left.centroid.y - right.centroid.y])
    return bool(across @ [np.sin(np.radians(side)), np.cos(np.radians(side))] > 0)


def bank_strip(river_id: str, side: Side | float) -> Any:
    """The land within 20 km of a whole river on one side; None where the river is not drawn or a bearing runs along it."""
    import shapely

    points = course(river_id)
    if points is None:
        return None
    centre = _middle(points)
    line = to_plane(shapely.linestrings(points), centre)
    if not isinstance(side, str):
        turn = (side - bearing(LonLat(*points[0]), LonLat(*points[-1]))) % 360
        if min(turn % 180, 180 - turn % 180) < 30:
            return None
        side = "right" if turn < 180 else "left"
    strip = shapely.buffer(line, _STRIP_KM if side == "left" else -_STRIP_KM, single_sided=True)
    return from_plane(shapely.make_valid(strip), centre)


def reach(river_id: str, which: str) -> Any:
    """The land within 20 km of the upper, middle or lower third of a river; None where the river is not drawn."""
    import shapely
    from shapely.ops import substring

    points = course(river_id)
    if points is None:
        return None
    centre = _middle(points)
    third = {"upper": 0, "middle": 1, "lower": 2}[which] / 3
    line = substring(to_plane(shapely.linestrings(points), centre), third, third + 1 / 3, normalized=True)
    return from_plane(shapely.buffer(line, _STRIP_KM), centre)


def _middle(points: Points) -> LonLat:
    lon, lat = points[len(points) // 2]
    return LonLat(float(lon), float(lat))
