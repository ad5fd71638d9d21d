"""The layers and tables of a GeoPackage, as GDAL takes them: events, areas, routes, control history, basemap (``outputs.md`` 2.1)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from geoevents.frames.columns import ARTICLES, CONTROL, EVENTS, MENTIONS, Column
from geoevents.outputs.areas import Shape, routes_of, shapes_of
from geoevents.outputs.cells import flat

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["AREA_COLUMNS", "Layer", "layers_of"]

# What an area is filtered, styled and explained by; the rest is in the events table under the same event_id.
_AREA_NAMES = (
    "event_id", "title", "category", "subtype", "status", "start_time", "end_time", "date_start", "date_end", "date_precision",
    "place_name", "geo_precision", "uncertainty_km", "country", "admin1", "count", "count_unit", "is_background", "is_aggregate",
    "claimants", "sentence", "source_url", "confidence",
)  # fmt: skip
AREA_COLUMNS: tuple[Column, ...] = tuple(c for c in EVENTS if c.name in _AREA_NAMES)


class Layer(NamedTuple):
    """A table of the package; ``geometry`` is its type, None for a table without."""

    name: str
    title: str
    geometry: str | None
    columns: tuple[Column, ...]
    frame: "pd.DataFrame"


def layers_of(
    events: "gpd.GeoDataFrame", *, mentions: "pd.DataFrame", articles: "pd.DataFrame", control: "gpd.GeoDataFrame"
) -> list[Layer]:
    """All layers in the order in which they are listed; routes and control history only where there are some.

    Tellings of events that the table does not have (it may have been filtered) are left out.
    """
    ordered = events.sort_values("event_id", kind="stable").reset_index(drop=True)
    found = [
        Layer("events", "Events, one row each", "Point", EVENTS, _spatial(flat(ordered, EVENTS), ordered.geometry)),
        _shaped(
            ordered, shapes_of(ordered), "event_areas", "Areas of events and circles of uncertainty", "MultiPolygon"
        ),
    ]
    routes = routes_of(ordered)
    if routes:
        found.append(_shaped(ordered, routes, "event_routes", "Lines along which events are told", "MultiLineString"))
    if len(control):
        title = "Who is said to hold which settlement, since when"
        found.append(
            Layer("control_history", title, "Point", CONTROL, _spatial(flat(control, CONTROL), control.geometry))
        )
    told = mentions[mentions["event_id"].isin(ordered["event_id"])].sort_values("mention_id", kind="stable")
    listed = articles.sort_values("article_id", kind="stable")
    return [
        *found,
        Layer("mentions", "Where each event is told", None, MENTIONS, flat(told, MENTIONS)),
        Layer("articles", "What was read", None, ARTICLES, flat(listed, ARTICLES)),
        *_basemap(),
    ]


def _spatial(table: "pd.DataFrame", geometry: Any) -> "gpd.GeoDataFrame":
    import geopandas as gpd

    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(list(geometry), index=table.index, crs="EPSG:4326"))


def _shaped(events: "pd.DataFrame", shapes: Sequence[Shape], name: str, title: str, geometry: str) -> Layer:
    rows = events.iloc[[s.row for s in shapes]].reset_index(drop=True)
    table = flat(rows, AREA_COLUMNS)
    table.insert(1, "shape", [s.kind for s in shapes])
    return Layer(name, title, geometry, AREA_COLUMNS, _spatial(table, [s.geometry for s in shapes]))


def _basemap() -> list[Layer]:
    import geopandas as gpd
    import shapely

    from geoevents.atlas.gazetteer import basemap

    base = basemap()
    countries = gpd.GeoDataFrame(
        {"country": [c for c, _, _ in base["countries"]], "name": [n for _, n, _ in base["countries"]]},
        geometry=[shapely.multipolygons(shapely.get_parts(g)) for _, _, g in base["countries"]],
        crs="EPSG:4326",
    )
    lines = [shapely.multilinestrings([line]) for line in base["disputed"]]
    disputed = gpd.GeoDataFrame({"note": ["held by another state"] * len(lines)}, geometry=lines, crs="EPSG:4326")
    return [
        Layer("basemap_countries", "Countries by ISO 3166-2", "MultiPolygon", (), countries),
        Layer("basemap_disputed", "Edges of territory held by another state", "MultiLineString", (), disputed),
    ]
