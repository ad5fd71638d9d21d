"""GeoPackage: events, areas, history, tellings, articles and an offline basemap, with styles and a QGIS project inside."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geoevents.errors import OutputError
from geoevents.outputs import qml
from geoevents.outputs.embedding import Embedded, StoredStyle, embed
from geoevents.outputs.layers import Layer, layers_of
from geoevents.outputs.qgis import project_bytes
from geoevents.outputs.writing import replaced

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["write_geopackage"]

_WHEN = "2000-01-01T00:00:00.000Z"  # the date of the write must not be in the bytes


def write_geopackage(
    events: "gpd.GeoDataFrame",
    path: str | Path,
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
) -> Path:
    """Writes ``path`` and, beside it, the same project as ``NAME.qgz``; whole or not at all.

    Layers: events (Point or no geometry, one row an event), event_areas, event_routes and control_history (where there
    are some), basemap_countries, basemap_disputed; tables mentions and articles (empty if not given), related by
    ``event_id`` and ``article_id``.  Whether each layer is styled by default, the project has groups by category, a time
    slider and the basemap.  The same frames give the same bytes.
    """
    from geoevents.frames.control import control_frame
    from geoevents.frames.tables import articles_frame, mentions_frame

    path = Path(path)
    if "|" in path.name:
        raise OutputError(f"{path}: QGIS opens no file with a bar in its name; choose another name")
    control = control_frame(events)
    layers = layers_of(
        events,
        mentions=mentions_frame([]) if mentions is None else mentions,
        articles=articles_frame([]) if articles is None else articles,
        control=control,
    )
    project = project_bytes(events, gpkg_name=path.name, tables=[layer.name for layer in layers], control=control)
    with replaced(path) as temporary:
        try:
            _write_layers(layers, temporary)
            embed(temporary, Embedded(layers=layers, styles=_styles(events, control), project=project, name=path.stem))
        except sqlite3.Error as error:
            raise OutputError(f"{path} cannot be written: {error}") from error
        finally:
            for suffix in ("-journal", "-wal", "-shm"):
                temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
    with replaced(path.with_suffix(".qgz")) as temporary:
        temporary.write_bytes(project)
    return path


def _styles(events: "pd.DataFrame", control: "pd.DataFrame") -> list[StoredStyle]:
    """Default styles of all layers, and a second one for events."""
    categories = qml.categories_of(events)
    sides = sorted(set(control["side"].dropna()))
    return [
        StoredStyle("events", "by category", qml.document(qml.events_style(categories), labelled=True), True),
        StoredStyle("events", "spread coincident", qml.document(qml.spread_style(categories)), False),
        StoredStyle("event_areas", "areas", qml.document(qml.areas_style(categories), labelled=True), True),
        StoredStyle("event_routes", "routes", qml.document(qml.routes_style(categories)), True),
        StoredStyle("control_history", "by side", qml.document(qml.control_style(sides), labelled=True), True),
        StoredStyle("mentions", "labels", qml.document(qml.table_style("mentions")), True),
        StoredStyle("articles", "labels", qml.document(qml.table_style("articles")), True),
        StoredStyle("basemap_countries", "land", qml.document(qml.basemap_style(), labelled=True), True),
        StoredStyle("basemap_disputed", "dashed", qml.document(qml.disputed_style()), True),
    ]


def _write_layers(layers: Sequence[Layer], path: Path) -> None:
    import pyogrio

    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _WHEN})
    try:
        for layer in layers:
            _write(layer, path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError) as error:
        raise OutputError(f"{path.parent}: the GeoPackage cannot be written ({error}); is the disk full?") from error
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})


def _write(layer: Layer, path: Path) -> None:
    import pyogrio

    spatial = {} if layer.geometry is None else {
        "geometry_type": layer.geometry, "promote_to_multi": layer.geometry.startswith("Multi"),
    }  # fmt: skip
    options = {"DATETIME_PRECISION": "MILLISECOND", "IDENTIFIER": layer.name, "DESCRIPTION": layer.title}
    pyogrio.write_dataframe(
        layer.frame,
        path,
        layer=layer.name,
        driver="GPKG",
        append=path.exists(),
        dataset_options=None if path.exists() else {"VERSION": "1.3"},
        layer_options=options | ({"GEOMETRY_NAME": "geom"} if spatial else {}),
        **spatial,
    )
