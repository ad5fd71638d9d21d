"""Polygons: admin-1 simplified, countries as their union by the de jure rule, the dashed lines of disputed territory."""

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geoevents.atlas.compile.admin import country_code, feature_key
from geoevents.atlas.compile.row import Row
from geoevents.errors import GazetteerError

__all__ = [
    "admin1_shapes",
    "area_points",
    "country_shapes",
    "describe",
    "disputed_lines",
    "fill_admin1",
    "label_points",
    "union_of",
]

ADMIN1_TOLERANCE = 0.02  # degrees: 1.6 MB compressed, 93 vertices for Crimea (atlas.md 3.4)
COUNTRY_TOLERANCE = 0.05  # degrees: the basemap of the page (outputs.md 6.10)
SMALLEST_PART = 0.005  # square degrees: smaller islands are dropped from countries, the largest part always stays


def admin1_shapes(features: Sequence[dict[str, Any]]) -> dict[str, BaseGeometry]:
    """Full polygons by feature key; parts with one key are joined."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in features:
        key = feature_key(feature["properties"])
        if key:
            parts[key].append(shapely.make_valid(shape(feature["geometry"])))
    return {key: shapely.union_all(found) if len(found) > 1 else found[0] for key, found in parts.items()}


def country_shapes(features: Sequence[dict[str, Any]]) -> dict[str, BaseGeometry]:
    """Simplified countries by ISO code: borders stay shared."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in features:
        code = country_code(feature["properties"])
        if code and code != "AQ":
            parts[code].append(shapely.make_valid(shape(feature["geometry"])))
    codes = sorted(parts)
    whole = [shapely.union_all(parts[code], grid_size=1e-6) for code in codes]
    simple = shapely.coverage_simplify(whole, COUNTRY_TOLERANCE)
    return {code: _large_parts(shapely.make_valid(g)) for code, g in zip(codes, simple, strict=True)}


def _large_parts(geometry: BaseGeometry) -> BaseGeometry:
    polygons = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
    if not polygons:
        return geometry
    largest = max(polygons, key=lambda p: p.area)
    return shapely.multipolygons([p for p in polygons if p.area >= SMALLEST_PART or p is largest])


def disputed_lines(features: Sequence[dict[str, Any]], countries: dict[str, BaseGeometry]) -> BaseGeometry:
    """Borders between territory that another state holds and the rest of the country it belongs to."""
    held: dict[str, list[BaseGeometry]] = defaultdict(list)
    rest: dict[str, list[BaseGeometry]] = defaultdict(list)
    owners = _alpha3(features)
    for feature in features:
        p = feature["properties"]
        code = country_code(p)
        if code in countries and owners.get(code):
            (held if p["adm0_a3"] != owners[code] else rest)[code].append(
                shapely.make_valid(shape(feature["geometry"]))
            )
    lines = []
    for code, areas in sorted(held.items()):
        inside = shapely.union_all(areas).boundary
        others = [g for g in rest[code] if g.distance(inside) < 0.05]
        if others:
            edge = inside.intersection(shapely.union_all(others).buffer(0.01))
            lines += [g for g in shapely.get_parts(shapely.line_merge(edge)) if g.geom_type == "LineString"]
    return shapely.simplify(shapely.multilinestrings([line for line in lines if line.length > 0.05]), COUNTRY_TOLERANCE)


def _alpha3(features: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The commonest ``adm0_a3`` of a country's features: its own."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for feature in features:
        p = feature["properties"]
        votes[country_code(p)][str(p["adm0_a3"])] += 1
    return {code: max(found, key=lambda a: (found[a], a)) for code, found in votes.items()}


def union_of(members: Sequence[str], shapes: dict[str, BaseGeometry]) -> BaseGeometry | None:
    """One geometry of several areas (countries or admin-1 codes); None if none of them has a shape."""
    found = [shapes[m] for m in members if m in shapes]
    return shapely.union_all(found) if found else None


_SMALL_TERRITORY_KM = 30.0  # territories without a polygon of their own are islands and cities
_FAR_DEGREES = 6.0  # some usual points lie between islands; a wrong sign is farther off
_COAST_DEGREES = 0.05  # the simplified polygons cut off capes, spits and small islands
_BORDER_DEGREES = 0.2  # rivers that moved, islands, points of the wrong bank
_OFF_SHORE_DEGREES = 0.3  # bays and sounds that the polygons leave out
_ARCHIPELAGO = 5.0  # square degrees of land: smaller ones are strewn over an ocean


def label_points(path: Path, countries: Iterable[Row], shapes: Mapping[str, BaseGeometry]) -> None:
    """Gives countries the points that world gazetteers print for them.  GazetteerError for one that is not in its country."""
    rows = {r.country: r for r in countries}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(csv.DictReader(lines), start=2):
            row, point = rows.get(line["code"]), shapely.Point(float(line["longitude"]), float(line["latitude"]))
            if row is None:
                raise GazetteerError(f"{path}:{number}: code={line['code']!r} is no country")
            area = shapes.get(line["code"])
            if area is not None and area.area > _ARCHIPELAGO and area.distance(point) > _FAR_DEGREES:
                raise GazetteerError(f"{path}:{number}: {line['code']} has its point outside of the country")
            row.lat, row.lon = point.y, point.x
            if area is None:
                row.radius_km = row.uncertainty_km = _SMALL_TERRITORY_KM


def area_points(path: Path, areas: Iterable[Row], shapes: Mapping[str, BaseGeometry]) -> None:
    """Gives first-level areas the points that world gazetteers print for them.  GazetteerError for one that lies outside."""
    rows = {r.admin1: r for r in areas}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(csv.DictReader(lines), start=2):
            row, point = rows.get(line["code"]), shapely.Point(float(line["longitude"]), float(line["latitude"]))
            if row is None or line["code"] not in shapes:
                raise GazetteerError(f"{path}:{number}: code={line['code']!r} is no first-level area")
            if shapes[line["code"]].distance(point) > _OFF_SHORE_DEGREES:
                raise GazetteerError(f"{path}:{number}: {line['code']} has its point outside of the area")
            row.lat, row.lon = point.y, point.x


def fill_admin1(rows: Iterable[Row], shapes: Mapping[str, BaseGeometry], known: Set[str]) -> None:
    """The admin-1 code of rows by the polygon in which their point lies, where theirs is none, has no area, or lies elsewhere."""
    keys = sorted(known & shapes.keys(), key=lambda k: (-shapes[k].area, k))  # a region before its parts
    tree = shapely.STRtree([shapes[k] for k in keys])
    wrong = [r for r in rows if r.lat is not None and r.country and (r.admin1 not in known or _elsewhere(r, shapes))]
    points = shapely.points([r.lon for r in wrong], [r.lat for r in wrong])
    found: dict[int, int] = {}
    for at, area in zip(*tree.query(points, predicate="dwithin", distance=_COAST_DEGREES).tolist(), strict=True):
        if keys[area][:2] == wrong[at].country:
            found[at] = min(area, found.get(at, area))
    for at, area in found.items():
        wrong[at].admin1 = keys[area]


def _elsewhere(row: Row, shapes: Mapping[str, BaseGeometry]) -> bool:
    """True where a row lies far from the area of its code: old and new numbers of the provinces of Vietnam, for one."""
    area = shapes.get(row.admin1)
    if area is None:
        return False
    shapely.prepare(area)
    return not shapely.dwithin(area, shapely.Point(row.lon, row.lat), _BORDER_DEGREES)


def describe(row: Row, geometry: BaseGeometry, *, point: bool) -> None:
    """Sets a row's extent from its polygon, and its point to an inner one of the largest part where asked."""
    largest = max(shapely.get_parts(geometry), key=lambda g: g.area)
    if point or row.lat is None:
        inner = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        row.lat, row.lon = round(inner.y, 5), round(inner.x, 5)
    middle = math.cos(math.radians(row.lat or 0.0))
    row.radius_km = round(math.sqrt(max(geometry.area, 1e-6) * middle * 111.2**2 / math.pi), 1)
    row.uncertainty_km = row.radius_km
