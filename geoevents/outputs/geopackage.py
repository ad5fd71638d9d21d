"""GeoPackage: events, areas, mentions, articles and an offline basemap, with styles and a QGIS project inside."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.frames.columns import ARTICLES, EVENTS, MENTIONS, Column
from geoevents.outputs import qml
from geoevents.outputs.qgis import project_bytes
from geoevents.outputs.writing import replaced

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["LAND", "flat", "write_geopackage"]

LAND, BORDER, DISPUTED = "#F4F1EA", "#9A948A", "#9A948A"
_WHEN = "2000-01-01T00:00:00.000Z"  # the date of the write must not be in the bytes
_STYLES = """
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);
"""


def write_geopackage(
    events: "gpd.GeoDataFrame",
    path: str | Path,
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
) -> Path:
    """Writes ``path`` and, beside it, the same project as ``NAME.qgz``; whole or not at all.

    Layers: events (Point or no geometry, one row an event), event_areas (MultiPolygon), basemap_countries,
    basemap_disputed; tables mentions and articles (empty if not given).  The same frames give the same bytes.
    """
    path = Path(path)
    project = project_bytes(events, gpkg_name=path.name)
    with replaced(path) as temporary:
        _layers(events, temporary, mentions=mentions, articles=articles)
        _embed(temporary, project, name=path.stem)
    with replaced(path.with_suffix(".qgz")) as temporary:
        temporary.write_bytes(project)
    return path


def _layers(
    events: "gpd.GeoDataFrame", path: Path, *, mentions: "pd.DataFrame | None", articles: "pd.DataFrame | None"
) -> None:
    import pyogrio

    from geoevents.frames.tables import articles_frame, mentions_frame

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _WHEN})
    try:
        ordered = events.sort_values("event_id", kind="stable")
        _write(flat(ordered, EVENTS, ordered.geometry), path, "events", "Point", "Events, one row each")
        _write(_areas(ordered), path, "event_areas", "MultiPolygon", "Areas and circles of uncertainty")
        _basemap(path)
        _table(mentions if mentions is not None else mentions_frame([]), MENTIONS, path, "mentions")
        _table(articles if articles is not None else articles_frame([]), ARTICLES, path, "articles")
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write(frame: "gpd.GeoDataFrame", path: Path, layer: str, geometry: str, title: str) -> None:
    import pyogrio

    pyogrio.write_dataframe(
        frame,
        path,
        layer=layer,
        driver="GPKG",
        geometry_type=geometry,
        promote_to_multi=geometry.startswith("Multi"),
        append=path.exists(),
        dataset_options=None if path.exists() else {"VERSION": "1.3"},
        layer_options={
            "DATETIME_PRECISION": "MILLISECOND",
            "GEOMETRY_NAME": "geom",
            "IDENTIFIER": layer,
            "DESCRIPTION": title,
        },
    )


def flat(frame: "pd.DataFrame", columns: Sequence[Column], geometry: Any) -> "gpd.GeoDataFrame":
    """The columns as GDAL knows them: lists as JSON text, days as dates, instants without zone (they are UTC)."""
    import geopandas as gpd

    table = _columns(frame, columns)
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(list(geometry), index=table.index, crs="EPSG:4326"))


def _columns(frame: "pd.DataFrame", columns: Sequence[Column]) -> "pd.DataFrame":
    import pandas as pd

    out = {}
    for column in columns:
        values = frame[column.name]
        if column.dtype == "json":
            texts = [json.dumps(v, ensure_ascii=False) if isinstance(v, list | dict) else None for v in values]
            out[column.name] = pd.Series(texts, index=frame.index, dtype="object")
        elif column.dtype == "date":
            out[column.name] = values.dt.date.astype("object").where(values.notna(), None)
        elif column.dtype == "text":
            out[column.name] = values.astype("object").where(values.notna(), None)
        else:
            out[column.name] = values
    return pd.DataFrame(out, index=frame.index)


def _areas(events: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Areas of events that have one, else the circle of their uncertainty where no pin may stand."""
    import geopandas as gpd

    names = ("event_id", "title", "category", "status", "start_time", "end_time", "date_precision", "place_name", "geo_precision",
             "uncertainty_km", "is_background", "is_aggregate", "confidence", "sentence", "date_start", "date_end")  # fmt: skip
    columns = [c for c in EVENTS if c.name in names]
    shapes = [_shape(row) for row in events.to_dict("records")]
    keep = [s is not None for s in shapes]
    table = _columns(events.loc[keep] if keep else events, columns)
    kept = [s for s in shapes if s is not None]
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(kept, index=table.index, crs="EPSG:4326"))


def _shape(row: dict[str, Any]) -> Any:
    from geoevents.atlas.geometry import disc
    from geoevents.atlas.place import LonLat

    area, precision = row["area"], row["geo_precision"]
    if precision in {"country", "none", "exact", "settlement"} or row["latitude"] != row["latitude"]:
        return None
    if area is not None and not area.is_empty:
        return area
    lat, lon, km = row["latitude"], row["longitude"], row["uncertainty_km"]
    try:
        return disc(LonLat(float(lon), float(lat)), min(float(km), 1500.0))
    except (TypeError, ValueError):
        return None


def _basemap(path: Path) -> None:
    import geopandas as gpd
    import shapely

    from geoevents.atlas.gazetteer import basemap

    base = basemap()
    shapes = [shapely.multipolygons(shapely.get_parts(g)) for _, _, g in base["countries"]]
    countries = gpd.GeoDataFrame(
        {"country": [c for c, _, _ in base["countries"]], "name": [n for _, n, _ in base["countries"]]},
        geometry=shapes,
        crs="EPSG:4326",
    )
    _write(countries, path, "basemap_countries", "MultiPolygon", "Countries by ISO 3166-2")
    lines = [shapely.multilinestrings([line]) for line in base["disputed"]]
    disputed = gpd.GeoDataFrame({"note": ["held by another state"] * len(lines)}, geometry=lines, crs="EPSG:4326")
    _write(disputed, path, "basemap_disputed", "MultiLineString", "Edges of territory held by another state")


def _table(frame: "pd.DataFrame", columns: Sequence[Column], path: Path, layer: str) -> None:
    import pyogrio

    table = _columns(frame, columns)
    pyogrio.write_dataframe(table, path, layer=layer, driver="GPKG", append=True, layer_options={"IDENTIFIER": layer})


def _embed(path: Path, project: bytes, *, name: str) -> None:
    """Styles, the project and metadata into the file."""
    styles = {
        "events": qml.events_qml(),
        "event_areas": qml.areas_qml(),
        "basemap_countries": qml.polygon_qml(LAND, BORDER),
        "basemap_disputed": qml.line_qml(DISPUTED),
    }
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_STYLES)
        _declare_dates(base)
        for table in ("layer_styles", "qgis_projects"):
            base.execute(
                "INSERT INTO gpkg_contents(table_name,data_type,identifier,description,last_change) VALUES(?,?,?,?,?)",
                (table, "attributes", table, "", _WHEN),
            )
        for layer, style in styles.items():
            base.execute(
                "INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,f_geometry_column,styleName,styleQML,styleSLD,"
                "useAsDefault,description,owner,update_time) VALUES('','',?,'geom',?,?,'',1,'geoevents','',?)",
                (layer, layer, style, _WHEN),
            )
        about = json.dumps({"last_modified_time": _WHEN, "last_modified_user": "geoevents"})
        base.execute("INSERT INTO qgis_projects VALUES(?,?,?)", (name, about, project.hex()))


def _declare_dates(base: sqlite3.Connection) -> None:
    """Days as DATE columns: they are stored as the format wants them, but pandas has no day type to declare them by."""
    base.execute("PRAGMA writable_schema=ON")
    for table, columns in (("events", EVENTS), ("event_areas", EVENTS), ("mentions", MENTIONS), ("articles", ARTICLES)):
        for column in (c.name for c in columns if c.dtype == "date"):
            base.execute(
                "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?",
                (f'"{column}" TEXT', f'"{column}" DATE', table),
            )
    base.execute("PRAGMA writable_schema=RESET")
