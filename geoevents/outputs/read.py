"""Reads events, tellings and articles back from our own files."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geoevents.errors import OutputError
from geoevents.frames.columns import ARTICLES, EVENTS, MENTIONS, Column
from geoevents.frames.tables import frame_of, typed
from geoevents.outputs.cells import is_missing
from geoevents.outputs.tabular import read_csv_rows

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["READABLE", "Tables", "read_events", "read_tables"]

READABLE = (".gpkg", ".geojson", ".json", ".geojsonl", ".ndjson", ".geojsons", ".csv", ".fgb", ".parquet")
_LINES = (".geojsonl", ".ndjson", ".geojsons")


class Tables(NamedTuple):
    """The three tables; mentions and articles are empty where a format has no room for them."""

    events: "gpd.GeoDataFrame"
    mentions: "pd.DataFrame"
    articles: "pd.DataFrame"


def read_events(path: str | Path) -> "gpd.GeoDataFrame":
    """The events table of a file that geoevents wrote, by its ending (``READABLE``).  OutputError names what is wrong.

    Everything comes back from GeoPackage and GeoParquet; from the others all but ``area``, which CSV keeps with WKT.
    """
    path = Path(path)
    if not path.exists():
        raise OutputError(f"{path} does not exist")
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        raise OutputError(
            f"{path}: events are read from {', '.join(READABLE)}, not from {suffix or 'a file without ending'}"
        )
    try:
        return frame_of(_rows(path, suffix))
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise error if isinstance(error, OutputError) else _not_ours(path, error) from error


def read_tables(path: str | Path) -> Tables:
    """Events with their tellings and articles, which only a GeoPackage holds."""
    path = Path(path)
    events = read_events(path)
    inside = path.suffix.lower() == ".gpkg"
    mentions, articles = (
        typed(_layer_rows(path, name, columns) if inside else [], columns)
        for name, columns in (("mentions", MENTIONS), ("articles", ARTICLES))
    )
    return Tables(events, mentions, articles)


def _not_ours(path: Path, error: Exception) -> OutputError:
    return OutputError(f"{path} is no events file of geoevents: {error}")


def _rows(path: Path, suffix: str) -> list[dict[str, Any]]:
    if suffix == ".csv":
        return read_csv_rows(path)
    if suffix == ".gpkg":
        rows = _layer_rows(path, "events", EVENTS)
        areas = _areas(path)
        return [row | {"area": areas.get(row["event_id"])} for row in rows]
    if suffix == ".parquet":
        return _parquet_rows(path)
    if suffix == ".fgb":
        return _layer_rows(path, None, EVENTS)
    text = path.read_text("utf-8")
    features = [json.loads(t.lstrip("\x1e")) for t in text.split("\n") if t.strip()] if suffix in _LINES else None
    return [_of_ours(dict(f["properties"])) for f in (json.loads(text)["features"] if features is None else features)]


def _of_ours(row: dict[str, Any]) -> dict[str, Any]:
    if "event_id" not in row or "category" not in row:
        raise ValueError("a feature has no event_id and category")
    return row


def _layer_rows(path: Path, layer: str | None, columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Rows of a layer of GDAL's, with lists and whole numbers restored."""
    import pyogrio

    try:
        table = pyogrio.read_dataframe(path, layer=layer, read_geometry=False)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise OutputError(f"{path} has no layer {layer or 'of events'!r}: {error}") from error
    missing = next((c.name for c in columns[:3] if c.name not in table), None)
    if missing:
        raise OutputError(f"{path} is no events file of geoevents: it has no column {missing}")
    return [_restored(row, columns) for row in table.to_dict("records")]


def _restored(row: dict[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    found = {}
    for column in columns:
        value: Any = row.get(column.name)  # an older edition may lack it
        if column.dtype == "json":
            found[column.name] = json.loads(value) if isinstance(value, str) and value else None
        elif is_missing(value):
            found[column.name] = None
        else:
            found[column.name] = int(value) if column.dtype == "int" else value
    return found


def _areas(path: Path) -> dict[str, Any]:
    """Areas and routes of a GeoPackage by event id; circles were drawn from the uncertainty and are no areas."""
    import pyogrio

    found: dict[str, Any] = {}
    present = {name for name, _ in pyogrio.list_layers(path)}
    for layer in ("event_areas", "event_routes"):
        if layer in present:
            table = pyogrio.read_dataframe(path, layer=layer, columns=["event_id", "shape"])
            kept = table[table["shape"].isin(["area", "country", "route"])]
            found |= {i: _alone(g) for i, g in zip(kept["event_id"], kept.geometry, strict=True)}
    return found


def _alone(geometry: Any) -> Any:
    """A collection of one as that one: the layer's type is Multi throughout."""
    import shapely

    return shapely.get_geometry(geometry, 0) if shapely.get_num_geometries(geometry) == 1 else geometry


def _parquet_rows(path: Path) -> list[dict[str, Any]]:
    import geopandas as gpd

    try:
        table = gpd.read_parquet(path)
    except ImportError as error:
        raise OutputError(f"{path}: GeoParquet needs `pip install 'geoevents[parquet]'`") from error
    areas = list(table["area"])
    rows = table.drop(columns=["geometry", "area"]).to_dict("records")
    return [_restored(row, EVENTS) | {"area": area} for row, area in zip(rows, areas, strict=True)]
