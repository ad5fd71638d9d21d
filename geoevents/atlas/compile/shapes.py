"""Polygons: admin-1 simplified, countries as their union by the de jure rule, the dashed lines of disputed territory."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geoevents.atlas.compile.admin import country_code, feature_key
from geoevents.atlas.compile.row import Row

__all__ = ["admin1_shapes", "country_shapes", "describe", "disputed_lines", "union_of"]

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


def describe(row: Row, geometry: BaseGeometry, *, point: bool) -> None:
    """Sets a row's extent from its polygon, and its point to an inner one of the largest part where asked."""
    largest = max(shapely.get_parts(geometry), key=lambda g: g.area)
    if point or row.lat is None:
        inner = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        row.lat, row.lon = round(inner.y, 5), round(inner.x, 5)
    middle = math.cos(math.radians(row.lat or 0.0))
    row.radius_km = round(math.sqrt(max(geometry.area, 1e-6) * middle * 111.2**2 / math.pi), 1)
    row.uncertainty_km = row.radius_km
