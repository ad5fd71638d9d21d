"""Formats that GDAL or pyarrow write: FlatGeobuf, GeoParquet, Shapefile (``outputs.md`` 5)."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.errors import OutputError
from geoevents.frames.columns import EVENTS
from geoevents.outputs.cells import flat
from geoevents.outputs.qml import events_qml
from geoevents.outputs.writing import moved_in, replaced, write_text

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["shapefile_losses", "write_flatgeobuf", "write_parquet", "write_shapefile"]

_TEXT_BYTES = 254  # what a cell of dBASE holds
_NAME_LETTERS = 10  # and the name of its column


def _sorted(events: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    return events.sort_values("event_id", kind="stable").reset_index(drop=True)


def _table(events: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Sorted, flat, with points."""
    import geopandas as gpd

    ordered = _sorted(events)
    return gpd.GeoDataFrame(flat(ordered, EVENTS), geometry=list(ordered.geometry), crs="EPSG:4326")


def write_flatgeobuf(events: "gpd.GeoDataFrame", path: str | Path) -> Path:
    """Points with lists as JSON text; without an index, which would allow no event without a place.  ``NAME.qml`` beside it."""
    path = Path(path)
    options = {"SPATIAL_INDEX": "NO", "TITLE": "Events", "DESCRIPTION": "Written by geoevents"}
    out = io.BytesIO()  # GDAL does not notice that a disk is full while it writes this format
    _gdal(_table(events), out, path=path, driver="FlatGeobuf", layer="events", layer_options=options)
    with replaced(path) as temporary:
        temporary.write_bytes(out.getvalue())
    write_text(path.with_suffix(".qml"), events_qml(events))
    return path


def _gdal(table: "gpd.GeoDataFrame", target: Path | io.BytesIO, *, path: Path, **options: Any) -> None:
    import pyogrio

    try:
        pyogrio.write_dataframe(table, target, geometry_type="Point", **options)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError) as error:
        raise OutputError(f"{path} cannot be written: {error}") from error


def write_parquet(events: "gpd.GeoDataFrame", path: str | Path) -> Path:
    """GeoParquet with two geometries: ``geometry`` (points) and ``area``.  OutputError where pyarrow is missing."""
    import geopandas as gpd

    path = Path(path)
    table = _table(events)
    table["area"] = gpd.GeoSeries(list(_sorted(events)["area"]), index=table.index, crs="EPSG:4326")
    with replaced(path) as temporary:
        try:
            table.to_parquet(temporary, compression="snappy")
        except ImportError as error:
            raise OutputError(f"{path}: GeoParquet needs `pip install 'geoevents[parquet]'`") from error
    return path


def write_shapefile(events: "gpd.GeoDataFrame", path: str | Path) -> Path:
    """A Shapefile, with what ``shapefile_losses`` names left out; its parts replace the old ones one after another."""
    path = Path(path)
    table = _narrow(_table(events))
    with moved_in(path.parent) as folder:
        inside = folder / path.name
        options = {"DBF_DATE_LAST_UPDATE": "2000-01-01"}
        _gdal(table, inside, path=path, driver="ESRI Shapefile", encoding="UTF-8", layer_options=options)
        if not _is_whole(inside, table):
            raise OutputError(f"{path} cannot be written whole: is the disk full?")
    return path


def _is_whole(path: Path, table: "pd.DataFrame") -> bool:
    """Read back: GDAL does not always notice that a disk is full."""
    import pyogrio

    try:
        again = pyogrio.read_dataframe(path, columns=["event_id"], read_geometry=False)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError):
        return False
    return list(again["event_id"]) == list(table["event_id"])


def _names() -> dict[str, str]:
    """Column -> a name of at most ten letters, unique."""
    found: dict[str, str] = {}
    for column in EVENTS:
        short, number = column.name[:_NAME_LETTERS], 1
        while short in found.values():
            number += 1
            short = f"{column.name[: _NAME_LETTERS - 1]}{number}"
        found[column.name] = short
    return found


def _narrow(table: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Texts within their bytes, times as text, short names."""
    narrow = table.copy()
    for column in EVENTS:
        values = narrow[column.name]
        if column.dtype == "instant":
            narrow[column.name] = values.dt.strftime("%Y-%m-%dT%H:%M:%SZ").astype("object").where(values.notna(), None)
        elif column.dtype == "bool":
            narrow[column.name] = values.astype("int32")
        elif column.dtype in {"text", "json"}:
            narrow[column.name] = [None if v is None else _within(v) for v in values]
    return narrow.rename(columns=_names())


def _within(text: str) -> str:
    return text.encode("utf-8")[:_TEXT_BYTES].decode("utf-8", "ignore")


def shapefile_losses(events: "pd.DataFrame") -> list[str]:
    """What a Shapefile of these events cannot hold, a sentence each."""
    short = [f"{name} is {new}" for name, new in _names().items() if new != name]
    table = flat(events, EVENTS)
    cut = {
        c.name: sum(v is not None and len(v.encode("utf-8")) > _TEXT_BYTES for v in table[c.name])
        for c in EVENTS
        if c.dtype in {"text", "json"}
    }
    texts = ", ".join(f"{name} ({n})" for name, n in cut.items() if n)
    return [
        f"names are cut to ten letters: {', '.join(short)}",
        "times are text (start_time, end_time); true and false are 1 and 0; areas, tellings and articles are left out",
        *([f"texts are cut at {_TEXT_BYTES} bytes: {texts}"] if texts else []),
    ]
