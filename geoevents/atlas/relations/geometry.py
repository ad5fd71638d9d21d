"""Geodesy for relations: distances, bearings, discs, sectors and parts of areas, in kilometres on the sphere.

Work is done in a local azimuthal equidistant frame about a reference point; against the ellipsoid it is off by at most
0.4 km within 200 km (``places.md`` 5.2).  Nothing is ever buffered in degrees.
"""

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.atlas.place import LonLat

__all__ = [
    "bearing", "capsule", "destination", "disc", "distance_km", "from_plane", "halved", "inner_point",
    "middle", "r90_km", "sector", "to_plane", "turn", "unit", "whole"]  # fmt: skip

EARTH_KM = 6371.0
Points = npt.NDArray[np.float64]


def distance_km(a: LonLat, b: LonLat) -> float:
    """Great-circle distance."""
    p1, p2 = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


@lru_cache(maxsize=50_000)
def unit(point: LonLat) -> tuple[float, float, float]:
    """The point as a unit vector from the middle of the Earth: of two points the nearer has the larger dot product."""
    lat, lon = math.radians(point.lat), math.radians(point.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def bearing(a: LonLat, b: LonLat) -> float:
    """Initial bearing from ``a`` to ``b``: degrees clockwise from north, 0 to 360."""
    p1, p2, dl = math.radians(a.lat), math.radians(b.lat), math.radians(b.lon - a.lon)
    y = math.sin(dl) * math.cos(p2)
    x = math.cos(p1) * math.sin(p2) - math.sin(p1) * math.cos(p2) * math.cos(dl)
    return math.degrees(math.atan2(y, x)) % 360


def turn(a: float, b: float) -> float:
    """Degrees between two bearings, 0 to 180."""
    return abs((a - b + 180.0) % 360.0 - 180.0)


def destination(start: LonLat, degrees: float, km: float) -> LonLat:
    """The point ``km`` from ``start`` on a bearing."""
    lon, lat = _unproject(
        np.array([[km * math.sin(math.radians(degrees)), km * math.cos(math.radians(degrees))]]), start
    )[0]
    return LonLat(float(lon), float(lat))


def middle(a: LonLat, b: LonLat) -> LonLat:
    """The point half-way on the great circle."""
    return destination(a, bearing(a, b), distance_km(a, b) / 2)


def _project(points: Points, centre: LonLat) -> Points:
    """Longitude, latitude (degrees) to kilometres east and north of ``centre``."""
    lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
    lon0, lat0 = math.radians(centre.lon), math.radians(centre.lat)
    cos_c = math.sin(lat0) * np.sin(lat) + math.cos(lat0) * np.cos(lat) * np.cos(lon - lon0)
    c = np.arccos(np.clip(cos_c, -1, 1))
    k = np.where(c < 1e-12, 1.0, c / np.maximum(np.sin(c), 1e-12)) * EARTH_KM
    x = k * np.cos(lat) * np.sin(lon - lon0)
    y = k * (math.cos(lat0) * np.sin(lat) - math.sin(lat0) * np.cos(lat) * np.cos(lon - lon0))
    return np.column_stack([x, y])


def _unproject(points: Points, centre: LonLat) -> Points:
    """Kilometres east and north of ``centre`` to longitude, latitude in -180..180."""
    x, y = points[:, 0], points[:, 1]
    rho = np.hypot(x, y)
    c = rho / EARTH_KM
    lon0, lat0 = math.radians(centre.lon), math.radians(centre.lat)
    safe = np.maximum(rho, 1e-12)
    lat = np.arcsin(np.clip(np.cos(c) * math.sin(lat0) + y * np.sin(c) * math.cos(lat0) / safe, -1, 1))
    lon = lon0 + np.arctan2(x * np.sin(c), safe * math.cos(lat0) * np.cos(c) - y * math.sin(lat0) * np.sin(c))
    return np.column_stack([(np.degrees(lon) + 180) % 360 - 180, np.degrees(lat)])


def _polygon(points: Points, centre: LonLat) -> Any:
    """A polygon from kilometres about ``centre``; cut in two where it crosses the antimeridian."""
    import shapely

    return from_plane(shapely.polygons(points), centre)


def to_plane(area: Any, centre: LonLat) -> Any:
    """A geometry in kilometres east and north of ``centre``."""
    import shapely

    return shapely.make_valid(shapely.transform(area, lambda xy: _project(xy, centre)))


def from_plane(area: Any, centre: LonLat) -> Any:
    """A geometry in degrees from kilometres about ``centre``; cut in two where it crosses the antimeridian."""
    import shapely

    lonlat = shapely.transform(area, lambda xy: _unproject(xy, centre))
    west, _, east, _ = lonlat.bounds
    if east - west <= 180:
        return lonlat
    return halved(shapely.make_valid(shapely.transform(lonlat, lambda xy: np.column_stack([xy[:, 0] % 360, xy[:, 1]]))))


def whole(area: Any) -> Any:
    """An area that the antimeridian cuts in two put together, its eastern half beyond 180 degrees; others as they are."""
    import shapely

    west, _, east, _ = area.bounds
    if east - west <= 180:
        return area
    return shapely.transform(
        area, lambda xy: np.column_stack([np.where(xy[:, 0] < 0, xy[:, 0] + 360, xy[:, 0]), xy[:, 1]])
    )


def halved(area: Any) -> Any:
    """An area that may reach beyond 180 degrees, cut there (RFC 7946, 3.1.9)."""
    import shapely

    if area.bounds[2] <= 180:
        return area
    east = shapely.intersection(shapely.box(-180, -90, 180, 90), area)
    west = shapely.intersection(shapely.box(180, -90, 540, 90), area)
    return shapely.union_all([east, shapely.transform(west, lambda xy: xy - [360, 0])])


def disc(centre: LonLat, km: float, *, points: int = 48) -> Any:
    """A circle of ``km`` about a point."""
    angles = np.linspace(0, 2 * math.pi, points, endpoint=False)
    return _polygon(km * np.column_stack([np.cos(angles), np.sin(angles)]), centre)


def sector(centre: LonLat, degrees: float, *, width: float, inner_km: float, outer_km: float) -> Any:
    """A ring sector about a bearing: ``width`` degrees wide, from ``inner_km`` to ``outer_km``."""
    angles = np.radians(np.linspace(degrees - width / 2, degrees + width / 2, 24))
    ring = np.column_stack([np.sin(angles), np.cos(angles)])
    return _polygon(np.vstack([ring * max(inner_km, 0.01), ring[::-1] * outer_km]), centre)


def capsule(a: LonLat, b: LonLat, half_width_km: float) -> Any:
    """All points within ``half_width_km`` of the line between two points."""
    import shapely

    centre = middle(a, b)
    line = shapely.linestrings(_project(np.array([[a.lon, a.lat], [b.lon, b.lat]]), centre))
    return _polygon(shapely.get_coordinates(shapely.buffer(line, half_width_km).exterior), centre)


def inner_point(area: Any) -> LonLat:
    """The centroid if it lies inside, else a point on the surface."""
    area = whole(area)
    point = area.centroid if area.contains(area.centroid) else area.representative_point()
    return LonLat((float(point.x) + 180) % 360 - 180, float(point.y))


def _samples(area: Any, count: int = 20) -> Points:
    """A regular grid of points inside a geometry, at most ``count`` squared."""
    import shapely

    west, south, east, north = area.bounds
    xs = np.linspace(west, east, count + 2)[1:-1]
    ys = np.linspace(south, north, count + 2)[1:-1]
    grid = np.array([(x, y) for y in ys for x in xs])
    inside = shapely.contains_xy(area, grid[:, 0], grid[:, 1])
    return grid[inside] if inside.any() else np.array([[area.centroid.x, area.centroid.y]])


def r90_km(area: Any, point: LonLat) -> float:
    """Radius about ``point`` that holds 90 % of a geometry's area."""
    offsets = _project(_samples(whole(area)), point)
    return float(np.quantile(np.hypot(offsets[:, 0], offsets[:, 1]), 0.9))
