"""What GDAL does not write into a GeoPackage: styles, the project, metadata, keys between tables, columns of days."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from geoevents.outputs.layers import Layer
from geoevents.outputs.licence import ATTRIBUTION, LICENCE
from geoevents.outputs.qml import DOCTYPE

__all__ = ["Embedded", "StoredStyle", "embed", "metadata_xml"]

_WHEN = "2000-01-01T00:00:00.000Z"  # the date of the write must not be in the bytes
_TABLES = """
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);
CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
"""
_METADATA_SPEC = "http://www.geopackage.org/spec120/#extension_metadata"
_QGIS_METADATA = "http://mrcc.com/qgis.dtd"
# Columns that hold the key of another table's row: programs that read foreign keys show them as relations.
_KEYS = (("event_areas", "event_id", "events"), ("event_routes", "event_id", "events"), ("control_history", "event_id", "events"),
         ("mentions", "event_id", "events"), ("mentions", "article_id", "articles"))  # fmt: skip


class StoredStyle(NamedTuple):
    """A style kept in the package."""

    layer: str
    name: str
    qml: str
    default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """What goes into the package besides its layers; styles of layers that are not there are left out."""

    layers: Sequence[Layer]
    styles: Sequence[StoredStyle]
    project: bytes
    name: str


def embed(path: Path, content: Embedded) -> None:
    """Adds everything in one transaction.  sqlite3.Error where the disk is full."""
    tables = {layer.name: layer for layer in content.layers}
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_TABLES)
        _declare(base, content.layers)
        base.execute(
            "INSERT INTO gpkg_contents(table_name,data_type,identifier,description,last_change) VALUES(?,?,?,?,?)",
            ("layer_styles", "attributes", "layer_styles", "", _WHEN),
        )
        base.executemany(
            "INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,f_geometry_column,styleName,styleQML,styleSLD,"
            "useAsDefault,description,owner,update_time) VALUES('','',?,?,?,?,'',?,'geoevents','',?)",
            [
                (s.layer, "geom" if tables[s.layer].geometry else "", s.name, s.qml, int(s.default), _WHEN)
                for s in content.styles
                if s.layer in tables
            ],
        )
        _add_metadata(base, content.layers)
        about = json.dumps({"last_modified_time": _WHEN, "last_modified_user": "geoevents"})
        base.execute("INSERT INTO qgis_projects VALUES(?,?,?)", (content.name, about, content.project.hex()))


def _declare(base: sqlite3.Connection, layers: Sequence[Layer]) -> None:
    """Days as DATE columns, keys as keys: pandas has no type to declare them by.

    Keys that are not unique (two tables joined by hand) are not declared.
    """
    names = {layer.name for layer in layers}
    edits = [(a.name, f'"{c.name}" TEXT', f'"{c.name}" DATE') for a in layers for c in a.columns if c.dtype == "date"]
    unique = {t: _index(base, t, k) for t, k in (("events", "event_id"), ("articles", "article_id"))}
    edits += [
        (table, f'"{key}" TEXT', f'"{key}" TEXT REFERENCES "{other}"("{key}")')
        for table, key, other in _KEYS
        if table in names and unique[other] and not _orphans(base, table, key, other)
    ]
    base.execute("PRAGMA writable_schema=ON")
    for table, old, new in edits:
        base.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?", (old, new, table)
        )
    base.execute("PRAGMA writable_schema=RESET")


def _index(base: sqlite3.Connection, table: str, key: str) -> bool:
    """True where the key column is unique; it then has an index that says so."""
    count, distinct = base.execute(f'SELECT count(*), count(DISTINCT "{key}") FROM "{table}"').fetchone()  # noqa: S608
    if count == distinct:
        base.execute(f'CREATE UNIQUE INDEX "{table}_{key}" ON "{table}"("{key}")')
    return bool(count == distinct)


def _orphans(base: sqlite3.Connection, table: str, key: str, other: str) -> int:
    found = base.execute(
        f'SELECT count(*) FROM "{table}" WHERE "{key}" IS NOT NULL AND "{key}" NOT IN (SELECT "{key}" FROM "{other}")'  # noqa: S608
    ).fetchone()
    return int(found[0])


def _add_metadata(base: sqlite3.Connection, layers: Sequence[Layer]) -> None:
    """One record for the package and one for each layer; QGIS shows the latter under Properties, Metadata."""
    for extended in ("gpkg_metadata", "gpkg_metadata_reference"):
        base.execute(
            "INSERT INTO gpkg_extensions(table_name,column_name,extension_name,definition,scope) VALUES(?,NULL,?,?,?)",
            (extended, "gpkg_metadata", _METADATA_SPEC, "read-write"),
        )
    records: list[tuple[str, str | None, str, str]] = [("geopackage", None, "Events", "Events told in news articles.")]
    records += [("table", layer.name, layer.title, f"{layer.title}.") for layer in layers]
    for number, (scope, table, title, abstract) in enumerate(records, start=1):
        xml = metadata_xml(identifier=table or "events", title=title, abstract=abstract)
        base.execute("INSERT INTO gpkg_metadata VALUES(?,'dataset',?,'text/xml',?)", (number, _QGIS_METADATA, xml))
        base.execute(
            "INSERT INTO gpkg_metadata_reference VALUES(?,?,NULL,NULL,?,?,NULL)", (scope, table, _WHEN, number)
        )


def metadata_xml(*, identifier: str, title: str, abstract: str) -> str:
    """QGIS's own form of metadata: title, abstract, licence and attribution."""
    return (
        f'{DOCTYPE}\n<qgis version="3.22.0"><identifier>{escape(identifier)}</identifier><parentidentifier></parentidentifier>'
        f"<language>ENG</language><type>dataset</type><title>{escape(title)}</title><abstract>{escape(abstract)} Dates are days "
        "as told, times are UTC; a status says who claims or denies it.</abstract>"
        f"<rights>{escape(ATTRIBUTION)}</rights><license>{escape(LICENCE)}</license><encoding>UTF-8</encoding></qgis>"
    )
