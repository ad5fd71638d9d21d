"""Events in the format that a file's ending names (``outputs.md`` 5)."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geoevents.errors import OutputError
from geoevents.frames.columns import ARTICLES, MENTIONS
from geoevents.outputs.vectors import shapefile_losses

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geoevents.outputs.read import Tables

__all__ = ["ENDINGS", "Options", "export", "losses", "written_with"]

ENDINGS = (
    ".geojson", ".json", ".geojsonl", ".ndjson", ".geojsons", ".jsonfg", ".gpkg", ".csv", ".mentions.csv", ".articles.csv",
    ".html", ".fgb", ".kml", ".kmz", ".parquet", ".shp",
)  # fmt: skip
_TABLES = {"mentions.csv": ("mentions", MENTIONS), "articles.csv": ("articles", ARTICLES)}
# Files that are written beside one of another ending.
_BESIDE = {".gpkg": (".qgz",), ".geojson": (".qml",), ".json": (".qml",), ".fgb": (".qml",),
           ".shp": (".shx", ".dbf", ".prj", ".cpg")}  # fmt: skip


class Options(NamedTuple):
    """What only some formats heed: areas, mixed, simplestyle (GeoJSON), wkt (CSV)."""

    areas: bool = False
    mixed: bool = False
    simplestyle: bool = False
    wkt: bool = False


def export(
    events: "gpd.GeoDataFrame",
    path: str | Path,
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
    options: Options = Options(),  # noqa: B008 - a value without state
) -> Path:
    """Writes ``path``.  OutputError for an unknown ending, or for tellings and articles that are not given.

    ``NAME.mentions.csv`` and ``NAME.articles.csv`` (and those names alone) are the other two tables.
    """
    from geoevents.outputs import geojson, geopackage, jsonlines, kml, page, tabular, vectors

    path = Path(path)
    for ending, (name, columns) in _TABLES.items():
        if path.name.lower().endswith(ending):
            table = {"mentions": mentions, "articles": articles}[name]
            if table is None or table.empty:
                raise OutputError(f"{path}: there are no {name} to write; only a GeoPackage of geoevents holds them")
            return tabular.write_csv_table(table, path, columns)
    suffix = path.suffix.lower()
    if suffix in {".geojson", ".json"}:
        return geojson.write_geojson(
            events, path, areas=options.areas, mixed=options.mixed, simplestyle=options.simplestyle
        )
    if suffix == ".csv":
        return tabular.write_csv(events, path, wkt=options.wkt)
    if suffix == ".gpkg":
        return geopackage.write_geopackage(events, path, mentions=mentions, articles=articles)
    if suffix == ".html":
        return page.write_map(events, path, mentions=mentions, articles=articles)
    writers = {
        ".geojsonl": jsonlines.write_feature_lines, ".ndjson": jsonlines.write_feature_lines,
        ".geojsons": jsonlines.write_feature_lines, ".jsonfg": jsonlines.write_jsonfg, ".fgb": vectors.write_flatgeobuf,
        ".kml": kml.write_kml, ".kmz": kml.write_kml, ".parquet": vectors.write_parquet, ".shp": vectors.write_shapefile,
    }  # fmt: skip
    if suffix not in writers:
        raise OutputError(f"{path}: unknown ending; one of {', '.join(ENDINGS)}")
    return writers[suffix](events, path)


def written_with(path: Path, options: Options = Options()) -> list[Path]:  # noqa: B008 - a value without state
    """All files that ``export`` writes for ``path``."""
    found = [path, *(path.with_suffix(s) for s in _BESIDE.get(path.suffix.lower(), ()))]
    if options.areas and path.suffix.lower() in {".geojson", ".json"}:
        beside = path.with_name(f"{path.stem}_areas{path.suffix}")
        found += [beside, beside.with_suffix(".qml")]
    return found


def losses(tables: "Tables", path: Path, options: Options = Options()) -> list[str]:  # noqa: B008 - a value without state
    """What the format cannot hold or a program will not show, a sentence each; nothing for formats that keep all events."""
    suffix = path.suffix.lower()
    if suffix == ".shp":
        return shapefile_losses(tables.events)
    if suffix in {".geojson", ".json"} and options.mixed:
        return ["QGIS shows only the points of a file with points and polygons; --areas writes them apart"]
    return []
