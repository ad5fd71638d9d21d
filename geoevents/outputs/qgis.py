"""The QGIS project: groups, styles, time slider, offline basemap - from plain templates (``outputs.md`` 2.5)."""

import io
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from geoevents.outputs import qml
from geoevents.outputs.palette import groups

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["project_bytes"]

_OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
_EARTH_M = 20037508.34


def project_bytes(events: "gpd.GeoDataFrame", *, gpkg_name: str) -> bytes:
    """A ``.qgz``: the project that shows ``gpkg_name`` beside it.  The same frame gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("events.qgs", date_time=(1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3
        archive.writestr(info, _project(events, gpkg_name))
    return out.getvalue()


@lru_cache(maxsize=4)
def _srs(code: int) -> str:
    from pyproj import CRS

    crs = CRS.from_epsg(code)
    proj = (
        "+proj=longlat +datum=WGS84 +no_defs"
        if code == 4326
        else (
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"
        )
    )
    srid = {4326: 3452, 3857: 3857}[code]
    return (
        f"<spatialrefsys><wkt>{escape(crs.to_wkt())}</wkt><proj4>{proj}</proj4><srsid>{srid}</srsid><srid>{code}</srid>"
        f"<authid>EPSG:{code}</authid><description>{escape(crs.name)}</description>"
        f"<geographicflag>{'true' if code == 4326 else 'false'}</geographicflag></spatialrefsys>"
    )


def _source(gpkg: str, table: str, subset: str = "") -> str:
    return f"./{gpkg}|layername={table}" + (f"|subset={subset}" if subset else "")


def _layer(layer_id: str, name: str, source: str, *, geometry: str, style: str) -> str:
    return (
        f'<maplayer type="vector" geometry="{geometry}" styleCategories="AllStyleCategories"><id>{layer_id}</id>'
        f"<datasource>{escape(source)}</datasource><layername>{escape(name)}</layername><srs>{_srs(4326)}</srs>"
        f'<provider encoding="UTF-8">ogr</provider>{style}</maplayer>'
    )


def _leaf(layer_id: str, name: str, source: str, *, checked: bool = True, provider: str = "ogr") -> str:
    state = "Qt::Checked" if checked else "Qt::Unchecked"
    return (
        f'<layer-tree-layer id={quoteattr(layer_id)} name={quoteattr(name)} providerKey="{provider}" source={quoteattr(source)} '
        f'checked="{state}" expanded="0"><customproperties/></layer-tree-layer>'
    )


def _branch(name: str, leaves: str, *, checked: bool = True) -> str:
    state = "Qt::Checked" if checked else "Qt::Unchecked"
    return f'<layer-tree-group name={quoteattr(name)} checked="{state}" expanded="1"><customproperties/>{leaves}</layer-tree-group>'


def _event_layers(events: "gpd.GeoDataFrame", gpkg: str) -> list[tuple[str, str, str, str, str, bool, str]]:
    """(group, id, name, source, style, checked, geometry) of every layer of events."""
    from geoevents.outputs.palette import style_of

    news = '"is_background"=0 AND "is_aggregate"=0'
    found = []
    for group in groups(sorted(set(events["category"].dropna()))):
        for category in group.categories:
            source = _source(gpkg, "events", f"\"category\"='{category}' AND {news}")
            name = style_of(category).label
            found.append((group.label, f"events_{category}", name, source, qml.events_body((category,)), True, "Point"))
    extra = (
        ("background", "Background", '"is_background"=1'),
        ("aggregates", "Totals and subtotals", '"is_aggregate"=1'),
    )
    found += [
        ("More", f"events_{i}", name, _source(gpkg, "events", where), qml.events_body(), False, "Point")
        for i, name, where in extra
    ]
    areas = _source(gpkg, "event_areas", news)
    found.append(("Areas", "event_areas", "Areas and uncertainty", areas, qml.areas_body(), True, "Polygon"))
    return found


def _project(events: "gpd.GeoDataFrame", gpkg: str) -> str:
    layers = _event_layers(events, gpkg)
    countries, disputed = _source(gpkg, "basemap_countries"), _source(gpkg, "basemap_disputed")
    tree = "".join(
        _branch(
            group,
            "".join(_leaf(i, n, s, checked=c) for g, i, n, s, _, c, _ in layers if g == group),
            checked=group != "More",
        )
        for group in dict.fromkeys(layer[0] for layer in layers)
    )
    osm = f"crs=EPSG:3857&type=xyz&url={_OSM}&zmax=19&zmin=0"
    tree += _branch(
        "Basemap",
        _leaf("basemap_disputed", "Territory held by another state", disputed)
        + _leaf("basemap_countries", "Countries", countries)
        + _leaf("osm", "OpenStreetMap (needs a network)", osm, checked=False, provider="wms"),
    )
    maps = "".join(_layer(i, n, s, geometry=geom, style=style) for _, i, n, s, style, _, geom in layers)
    maps += _layer(
        "basemap_countries", "Countries", countries, geometry="Polygon", style=qml.polygon_body("#F4F1EA", "#9A948A")
    )
    maps += _layer(
        "basemap_disputed", "Territory held by another state", disputed, geometry="Line", style=qml.line_body("#9A948A")
    )
    maps += (
        f'<maplayer type="raster"><id>osm</id><datasource>{escape(osm)}</datasource><layername>OpenStreetMap (needs a network)'
        f"</layername><srs>{_srs(3857)}</srs><provider>wms</provider></maplayer>"
    )
    return (
        f'{qml.DOCTYPE}\n<qgis projectname="geoevents" version="3.22.0"><title>Events</title><projectCrs>{_srs(3857)}</projectCrs>'
        f"<layer-tree-group><customproperties/>{tree}</layer-tree-group>"
        f"{_canvas(events)}<projectlayers>{maps}</projectlayers>"
        '<properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>'
        '<Paths><Absolute type="bool">false</Absolute></Paths><Gui><CanvasColorRedPart type="int">220</CanvasColorRedPart>'
        '<CanvasColorGreenPart type="int">233</CanvasColorGreenPart><CanvasColorBluePart type="int">241</CanvasColorBluePart></Gui>'
        f"</properties>{_time(events)}</qgis>\n"
    )


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    import math

    y = math.log(math.tan(math.pi / 4 + math.radians(max(-85.0, min(85.0, lat))) / 2))
    return lon / 180 * _EARTH_M, y / math.pi * _EARTH_M


def _extent(events: "gpd.GeoDataFrame") -> tuple[float, float, float, float]:
    """Map extent in metres, a tenth wider than the events that are shown at first."""
    shown = events[
        events["latitude"].notna()
        & ~events["is_background"]
        & ~events["is_aggregate"]
        & (events["geo_precision"] != "country")
    ]
    if shown.empty:
        west, south, east, north = -_EARTH_M, -_EARTH_M / 2, _EARTH_M, _EARTH_M / 2
    else:
        west, south = _mercator(float(shown["longitude"].min()), float(shown["latitude"].min()))
        east, north = _mercator(float(shown["longitude"].max()), float(shown["latitude"].max()))
        dx, dy = max(0.1 * (east - west), 40_000), max(0.1 * (north - south), 40_000)
        west, south, east, north = west - dx, south - dy, east + dx, north + dy
    return west, south, east, north


def _canvas(events: "gpd.GeoDataFrame") -> str:
    """Extent of the window, and the view that "zoom to project" goes back to."""
    west, south, east, north = (f"{n:.0f}" for n in _extent(events))
    return (
        '<mapcanvas name="theMapCanvas" annotationsVisible="1"><units>meters</units>'
        f"<extent><xmin>{west}</xmin><ymin>{south}</ymin><xmax>{east}</xmax><ymax>{north}</ymax></extent>"
        f"<rotation>0</rotation><destinationsrs>{_srs(3857)}</destinationsrs></mapcanvas>"
        f'<ProjectViewSettings UseProjectScales="0"><Scales/><DefaultViewExtent xmin="{west}" ymin="{south}" xmax="{east}" '
        f'ymax="{north}">{_srs(3857)}</DefaultViewExtent></ProjectViewSettings>'
    )


def _time(events: "gpd.GeoDataFrame") -> str:
    """The time slider: one day a step over the days of the news."""
    dated: Any = events[events["start_time"].notna() & ~events["is_background"]]
    if dated.empty:
        return ""
    start = dated["start_time"].min().strftime("%Y-%m-%dT%H:%M:%SZ")
    end = dated["end_time"].max().strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<ProjectTimeSettings timeStepUnit="d" timeStep="1" frameRate="2" cumulativeTemporalRange="0">'
        f"<TemporalRange><start>{start}</start><end>{end}</end></TemporalRange></ProjectTimeSettings>"
    )
