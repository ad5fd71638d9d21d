"""Further formats by GDAL: FlatGeobuf, KML, GeoJSON lines, GeoParquet (``outputs.md`` 5)."""

from pathlib import Path
from typing import TYPE_CHECKING

from geoevents.errors import OutputError
from geoevents.frames.columns import EVENTS
from geoevents.outputs.geopackage import flat
from geoevents.outputs.writing import replaced

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["write_vector"]

_OPTIONS = {".fgb": {"SPATIAL_INDEX": "NO"}}  # an index allows no event without a place
_DRIVERS = {".fgb": "FlatGeobuf", ".kml": "LIBKML", ".geojsonl": "GeoJSONSeq"}


def write_vector(events: "gpd.GeoDataFrame", path: str | Path) -> Path:
    """The events with lists as JSON text; KML has its times as ``begin`` and ``end``.  OutputError where a part is missing."""
    import pyogrio

    path = Path(path)
    table = flat(events, EVENTS, events.geometry)
    if path.suffix == ".kml":
        table = table.rename(
            columns={
                "title": "Name",
                "sentence": "description",
                "start_time": "begin",
                "end_time": "end",
                "end": "clause_end",
            }
        )
    with replaced(path) as temporary:
        if path.suffix == ".parquet":
            _parquet(table, temporary)
        else:
            pyogrio.write_dataframe(
                table,
                temporary,
                driver=_DRIVERS[path.suffix],
                layer="events",
                geometry_type="Point",
                layer_options=_OPTIONS.get(path.suffix),
            )
    return path


def _parquet(table: "gpd.GeoDataFrame", path: Path) -> None:
    try:
        table.to_parquet(path)
    except ImportError as error:
        raise OutputError(f"{path}: GeoParquet needs `pip install 'geoevents[parquet]'`") from error
