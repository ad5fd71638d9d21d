"""The basemap that a page carries: countries, regions of the countries that have events, disputed lines (``outputs.md`` 6.10)."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geoevents.errors import OutputError

__all__ = [
    "AREA_SCALE",
    "BASEMAPS",
    "BASE_SCALE",
    "base_of",
    "country_names",
    "deltas",
    "drawn_area",
    "parts_of",
    "region_borders",
    "regions_of",
]

BASEMAPS = ("countries", "land", "none")
BASE_SCALE, AREA_SCALE = 100, 1000  # integers of 0.01 and 0.001 degrees
_REGION_TOLERANCE = 0.05  # degrees, as the countries'
_MOST_REGION_SIGNS = 60_000  # of region borders on a page, about 50 KB: the busiest countries come first


def parts_of(geometry: Any, scale: int) -> list[list[str]]:
    """Polygons as lists of rings."""
    import shapely

    polygons = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
    return [[deltas(ring.coords, scale) for ring in (p.exterior, *p.interiors)] for p in polygons]


def deltas(points: Iterable[Sequence[float]], scale: int) -> str:
    """A ring or line (longitude, latitude) as a text of differences in 1/``scale`` degrees; no point twice in a row.

    Google's encoded polyline: five bits a sign, the sign of a number in its lowest bit; a tenth smaller than numbers.
    """
    signs: list[str] = []
    x = y = 0
    for point in points:
        nx, ny = round(point[0] * scale), round(point[1] * scale)
        if signs and (nx, ny) == (x, y):
            continue
        signs += [_signs(nx - x), _signs(ny - y)]
        x, y = nx, ny
    return "".join(signs)


def _signs(value: int) -> str:
    rest, found = ~(value << 1) if value < 0 else value << 1, ""
    while rest >= 0x20:
        found += chr((0x20 | rest & 0x1F) + 63)
        rest >>= 5
    return found + chr(rest + 63)


def drawn_area(area: Any, precision: str) -> Any:
    """An area as it is drawn: a rough box around a large region is no border, so it becomes an oval."""
    import shapely
    from shapely import affinity

    if precision != "macro_region":
        return area
    whole = shapely.union_all([affinity.translate(p, 360) if p.bounds[2] < -30 else p for p in shapely.get_parts(area)])
    west, south, east, north = whole.bounds
    if whole.area < 0.98 * (east - west) * (north - south):
        return area
    disc = shapely.Point((west + east) / 2, (south + north) / 2).buffer(1.0)
    return affinity.scale(disc, (east - west) / 2, (north - south) / 2)


def base_of(name: str) -> dict[str, Any]:
    """The basemap ``name``: "countries", "land" (no borders), "none", or the path of a GeoJSON file of polygons or lines.

    OutputError where the file cannot be read.
    """
    if name == "none":
        return {"kind": "none", "countries": [], "disputed": []}
    if name in {"countries", "land"}:
        countries, disputed = _countries()
        return {"kind": name, "countries": countries, "disputed": disputed if name == "countries" else []}
    return {"kind": "own", "countries": _own(Path(name)), "disputed": []}


def _own(path: Path) -> list[dict[str, Any]]:
    """Shapes of a user's GeoJSON, without names."""
    import shapely
    from shapely.geometry import shape

    try:
        content = json.loads(path.read_text("utf-8"))
        shapes = [shape(f["geometry"]) for f in content["features"] if f.get("geometry")]
    except OSError as error:
        raise OutputError(f"{path}: the basemap cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise OutputError(f"{path}: the basemap is no GeoJSON FeatureCollection: {error}") from error
    return [{"code": "", "name": "", "parts": parts_of(s, BASE_SCALE), "at": [0, 0], "width": 0} for s in shapes]


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """English names of the countries by their ISO code."""
    from geoevents.atlas.gazetteer import basemap

    return {code: name for code, name, _ in basemap()["countries"]}


@lru_cache(maxsize=1)
def _countries() -> tuple[list[dict[str, Any]], list[str]]:
    from geoevents.atlas.gazetteer import basemap

    base = basemap()
    countries = [
        {"code": code, "name": name, "parts": parts_of(geometry, BASE_SCALE)} | _label(geometry)
        for code, name, geometry in base["countries"]
    ]
    return countries, [deltas(line.coords, BASE_SCALE) for line in base["disputed"]]


def _label(geometry: Any) -> dict[str, Any]:
    """Where the name goes: a point well inside of the largest part, and how many degrees wide that part is there."""
    import shapely

    largest = max(shapely.get_parts(geometry), key=lambda p: p.area)
    inner = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    west, _, east, _ = largest.bounds
    return {"at": [round(inner.x, 2), round(inner.y, 2)], "width": round(east - west, 2)}


def regions_of(countries: Sequence[str]) -> dict[str, Any]:
    """Borders between the regions of countries, and the regions' names; the first countries first while there is room."""
    lines: list[str] = []
    labels: list[dict[str, Any]] = []
    signs = 0
    for code in countries:
        borders, own_labels = region_borders(code)
        own_lines = [deltas(line.coords, BASE_SCALE) for line in borders]
        signs += sum(len(line) for line in own_lines)
        if signs > _MOST_REGION_SIGNS:
            break
        lines += own_lines
        labels += own_labels
    return {"lines": lines, "labels": labels}


@lru_cache(maxsize=64)
def region_borders(code: str) -> tuple[list[Any], list[dict[str, Any]]]:
    """Lines between a country's first-level areas and the areas' names; nothing for a country of one area."""
    import shapely

    from geoevents.atlas.gazetteer import Gazetteer

    atlas = Gazetteer.load()
    found = [(k, atlas.area(k)) for k in sorted(atlas._shape_file.index) if k.startswith(f"ne:{code}-")]
    areas = {key: shapely.make_valid(area) for key, area in found if area is not None}
    if len(areas) < 2:
        return [], []
    # The source's regions leave slivers between them, which would be drawn as double lines.
    clean = shapely.coverage_clean(list(areas.values()), gap_width=_REGION_TOLERANCE)
    simple = shapely.coverage_simplify(clean, _REGION_TOLERANCE)
    edges = shapely.union_all(shapely.boundary(simple))
    inner = shapely.line_merge(edges.difference(shapely.union_all(simple).boundary.buffer(_REGION_TOLERANCE / 5)))
    lines = [g for g in shapely.get_parts(inner) if g.geom_type == "LineString" and g.length > 0]
    return lines, [{"name": atlas.place(key).name} | _label(area) for key, area in areas.items()]
