"""Reads events back from our own files, and writes them in another format by file ending."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.errors import OutputError
from geoevents.frames.columns import EVENTS
from geoevents.frames.tables import frame_of
from geoevents.outputs.geojson import is_missing, write_geojson
from geoevents.outputs.geopackage import write_geopackage
from geoevents.outputs.page import write_map
from geoevents.outputs.tabular import read_csv_rows, write_csv
from geoevents.outputs.vectors import write_vector

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["export", "read_events"]

_WRITERS: dict[str, Callable[..., Path]] = {
    ".geojson": write_geojson, ".json": write_geojson, ".gpkg": write_geopackage, ".csv": write_csv, ".html": write_map,
    ".fgb": write_vector, ".kml": write_vector, ".geojsonl": write_vector, ".parquet": write_vector,
}  # fmt: skip


def read_events(path: str | Path) -> "gpd.GeoDataFrame":
    """The events table of a GeoJSON, GeoPackage or CSV file that geoevents wrote.  OutputError names what is wrong."""
    path = Path(path)
    if not path.exists():
        raise OutputError(f"{path} does not exist")
    suffix = path.suffix.lower()
    if suffix in {".geojson", ".json"}:
        return frame_of(_geojson_rows(path))
    if suffix == ".csv":
        return frame_of(read_csv_rows(path))
    if suffix == ".gpkg":
        return frame_of(_geopackage_rows(path))
    raise OutputError(
        f"{path}: events are read from .geojson, .gpkg or .csv, not from {suffix or 'a file without ending'}"
    )


def _geojson_rows(path: Path) -> list[dict[str, Any]]:
    try:
        content = json.loads(path.read_text("utf-8"))
        return [dict(feature["properties"]) for feature in content["features"]]
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path} is no events file of geoevents: {error}") from error


def _geopackage_rows(path: Path) -> list[dict[str, Any]]:
    import pyogrio

    try:
        table = pyogrio.read_dataframe(path, layer="events")
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise OutputError(f"{path} has no layer 'events': {error}") from error
    json_columns = [c.name for c in EVENTS if c.dtype == "json"]
    whole = [c.name for c in EVENTS if c.dtype == "int"]
    rows = table.drop(columns="geometry").to_dict("records")
    return [_restored(row, json_columns, whole) for row in rows]


def _restored(row: dict[str, Any], json_columns: list[str], whole: list[str]) -> dict[str, Any]:
    known = {k: None if is_missing(v) else v for k, v in row.items()}
    lists = {k: json.loads(v) for k in json_columns if isinstance(v := known.get(k), str) and v}
    return known | lists | {k: int(v) for k in whole if (v := known.get(k)) is not None}


def export(events: "gpd.GeoDataFrame", path: str | Path) -> Path:
    """Writes events in the format of the file ending.  OutputError for an unknown one."""
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise OutputError(f"{path}: unknown ending; one of {', '.join(_WRITERS)}")
    return writer(events, path)
