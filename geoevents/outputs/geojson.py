"""GeoJSON (RFC 7946), written by our own code: one feature a line, sorted, fixed key order (``outputs.md`` 3)."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents import __version__
from geoevents.events.event import SCHEMA_VERSION
from geoevents.outputs.areas import shapes_of
from geoevents.outputs.cells import is_missing, plain, records, sorted_records
from geoevents.outputs.licence import ATTRIBUTION, LICENCE
from geoevents.outputs.palette import style_of
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ATTRIBUTION", "area_features", "bbox",
    "bbox_of_boxes", "collection", "dumps", "geojson_geometry", "is_missing", "plain",
    "point_features", "records", "write_geojson"]  # fmt: skip

DIGITS = 5  # of a degree: one metre


def write_geojson(
    events: "pd.DataFrame", path: str | Path, *, areas: bool = False, mixed: bool = False, simplestyle: bool = False
) -> Path:
    """Every event as a feature: Point, or null geometry without a place; ``NAME.qml`` beside it is the QGIS style.

    Coordinates are [longitude, latitude], five decimals.  The same frame gives the same bytes.

    Parameters
    ----------
    areas
        Also writes ``NAME_areas.geojson``: the polygons of the events that have one, circles of uncertainty among them.
    mixed
        An event that has a polygon has it instead of its point.  Not for QGIS, which then shows the points only.
    simplestyle
        Adds ``marker-color``, ``stroke`` and ``fill``, which geojson.io and GitHub draw by.
    """
    from geoevents.outputs.qml import areas_qml, events_qml

    path = Path(path)
    points = point_features(events, simplestyle=simplestyle)
    polygons = area_features(events, simplestyle=simplestyle) if areas or mixed else []
    if mixed:
        instead = {f["id"]: f for f in polygons}
        points = [instead.get(f["id"], f) for f in points]
    write_text(path, collection(points))
    write_text(path.with_suffix(".qml"), events_qml(events))
    if areas:
        beside = path.with_name(f"{path.stem}_areas{path.suffix}")
        write_text(beside, collection(polygons))
        write_text(beside.with_suffix(".qml"), areas_qml(events))
    return path


def point_features(events: "pd.DataFrame", *, simplestyle: bool = False) -> list[dict[str, Any]]:
    """A feature an event, by ``event_id``."""
    return [_feature(r, _point(r), simplestyle=simplestyle) for r in sorted_records(events)]


def area_features(events: "pd.DataFrame", *, simplestyle: bool = False) -> list[dict[str, Any]]:
    """A feature for every event with a polygon, by ``event_id``; whole countries are left out.  All are of one type."""
    rows = records(events)
    found = [
        _feature(rows[s.row], geojson_geometry(s.geometry), simplestyle=simplestyle)
        for s in shapes_of(events)
        if s.kind != "country"
    ]
    if any(f["geometry"]["type"] == "MultiPolygon" for f in found):
        found = [f | {"geometry": _multi(f["geometry"])} for f in found]
    return sorted(found, key=lambda f: str(f["id"]))


def _multi(geometry: dict[str, Any]) -> dict[str, Any]:
    """One type a file: a polygon as a collection of one."""
    if geometry["type"] == "MultiPolygon":
        return geometry
    return {"type": "MultiPolygon", "coordinates": [geometry["coordinates"]]}


def collection(features: Sequence[dict[str, Any]]) -> str:
    """Features as the text of a FeatureCollection, one a line."""
    head: dict[str, Any] = {"type": "FeatureCollection"}
    box = bbox_of_boxes(_boxes(f["geometry"]) for f in features if f["geometry"])
    if box is not None:
        head["bbox"] = box
    head["geoevents"] = {
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "n_events": len(features),
        "n_unplaced": sum(f["geometry"] is None for f in features),
    }
    lines = ",\n".join(dumps(f) for f in features)
    return f'{dumps(head)[:-1]},"features":[\n{lines}\n]}}\n'


def dumps(value: Any) -> str:
    """JSON on one line; NaN is an error, letters stay letters."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _feature(record: dict[str, Any], geometry: dict[str, Any] | None, *, simplestyle: bool) -> dict[str, Any]:
    properties = record | _simplestyle(record["category"], geometry) if simplestyle else record
    return {"type": "Feature", "id": record["event_id"], "geometry": geometry, "properties": properties}


def _simplestyle(category: str, geometry: dict[str, Any] | None) -> dict[str, Any]:
    colour = style_of(category).colour
    if geometry is not None and geometry["type"] != "Point":
        return {"stroke": colour, "fill": colour, "fill-opacity": 0.15}
    return {"marker-color": colour}


def _point(record: dict[str, Any]) -> dict[str, Any] | None:
    lat, lon = record["latitude"], record["longitude"]
    if lat is None or lon is None:
        return None
    return {"type": "Point", "coordinates": [round((lon + 180) % 360 - 180, DIGITS), round(lat, DIGITS)]}


def geojson_geometry(geometry: Any) -> dict[str, Any]:
    """A shapely geometry by the rules: five decimals, exterior rings counter-clockwise, holes clockwise, rings closed."""
    return _geometry_of(geometry.wkb)


@lru_cache(maxsize=2048)  # areas of regions recur: an event each
def _geometry_of(wkb: bytes) -> dict[str, Any]:
    import shapely

    geometry = shapely.from_wkb(wkb)
    snapped = shapely.set_precision(geometry, 10**-DIGITS)
    turned = shapely.orient_polygons(geometry if snapped.is_empty else snapped)
    plain_shape = shapely.geometry.mapping(turned)
    return {"type": plain_shape["type"], "coordinates": _rounded(plain_shape["coordinates"])}


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float | int):
        return round(float(coordinates), DIGITS)
    return [_rounded(c) for c in coordinates]


Box = tuple[float, float, float, float]


def _boxes(geometry: dict[str, Any]) -> list[Box]:
    """(west, south, east, north) of every part of a GeoJSON geometry."""
    import shapely

    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"]
        return [(lon, lat, lon, lat)]
    return [tuple(part.bounds) for part in shapely.get_parts(shapely.geometry.shape(geometry))]


def bbox(points: Iterable[Sequence[float]]) -> list[float] | None:
    """[west, south, east, north] of points, as ``bbox_of_boxes``."""
    return bbox_of_boxes([(p[0], p[1], p[0], p[1])] for p in points)


def bbox_of_boxes(parts: Iterable[Sequence[Box]]) -> list[float] | None:
    """[west, south, east, north] of boxes; west > east where they straddle 180°.  None where there are none.

    The widest stretch of longitudes without any box is left outside.
    """
    boxes = sorted(box for group in parts for box in group)
    if not boxes:
        return None
    reach, gaps = boxes[0][2], []
    for west, _, east, _ in boxes[1:]:
        if west > reach:
            gaps.append((west - reach, west, reach))
        reach = max(reach, east)
    around = (boxes[0][0] + 360 - reach, boxes[0][0], reach)
    _, west, east = max([around, *gaps], key=lambda g: (g[0], g is around))
    return [west, min(b[1] for b in boxes), east, max(b[3] for b in boxes)]
