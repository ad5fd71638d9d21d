"""The QGIS project: groups, styles, time slider, relations, offline basemap - from plain templates (``outputs.md`` 2.5)."""

import io
import math
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from geoevents.outputs import qml
from geoevents.outputs.licence import ATTRIBUTION, LICENCE
from geoevents.outputs.qgis_layers import ID_PREFIX, Entry, Relation, entries, relations

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["project_bytes"]

_OSM = "crs=EPSG:3857&type=xyz&url=https://tile.openstreetmap.org/{z}/{x}/{y}.png&zmax=19&zmin=0"
_OSM_NAME = "OpenStreetMap (needs a network)"
_EARTH_M = 20037508.34
_PROJ4 = {
    4326: "+proj=longlat +datum=WGS84 +no_defs",
    3857: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs",
}
_SRID = {4326: 3452, 3857: 3857}  # QGIS's own numbers
_CORNER = "Place data: GeoNames, CC BY 4.0, modified. Borders: Natural Earth; dashed: held by another state."
_SMALL = (
    '<text-style fontWeight="50" fontSize="8" fontSizeUnit="Point" textColor="70,70,70,255" textOpacity="1"><text-buffer bufferDraw="1" '
    'bufferSize="0.6" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.8"/></text-style>'
)
_RIGHTS = (
    f"<resourceMetadata><license>{escape(LICENCE)}</license><rights>{escape(ATTRIBUTION)}</rights></resourceMetadata>"
)
_CLOSED = ("More", "Tables", "Basemap")  # groups that are folded at first


def project_bytes(
    events: "gpd.GeoDataFrame", *, gpkg_name: str, tables: Sequence[str], control: "pd.DataFrame"
) -> bytes:
    """A ``.qgz``: the project that shows the ``tables`` of ``gpkg_name`` beside it.  The same frame gives the same bytes."""
    text = _project(events, gpkg_name, entries(events, tables=tables, control=control))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("events.qgs", date_time=(1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3
        archive.writestr(info, text)
        archive.comment = b"geoevents"
    return out.getvalue()


def _project(events: "gpd.GeoDataFrame", gpkg: str, layers: Sequence[Entry]) -> str:
    maps = "".join(_layer(e, gpkg) for e in layers) + _osm_layer()
    return (
        f'{qml.DOCTYPE}\n<qgis projectname="Events" version="3.22.0"><title>Events</title><projectCrs>{_srs(3857)}</projectCrs>'
        f"<layer-tree-group><customproperties/>{_tree(layers, gpkg)}</layer-tree-group>"
        f"{_canvas(events)}<projectlayers>{maps}</projectlayers><relations>{_relations(relations(layers))}</relations>"
        f"{_properties()}{_metadata()}{_time(events)}</qgis>\n"
    )


@lru_cache(maxsize=4)
def _srs(code: int) -> str:
    """A reference system in full: by its code alone QGIS takes it for invalid."""
    from pyproj import CRS

    crs = CRS.from_epsg(code)
    return (
        f"<spatialrefsys><wkt>{escape(crs.to_wkt())}</wkt><proj4>{_PROJ4[code]}</proj4><srsid>{_SRID[code]}</srsid>"
        f"<srid>{code}</srid><authid>EPSG:{code}</authid><description>{escape(crs.name)}</description>"
        f"<geographicflag>{'true' if code == 4326 else 'false'}</geographicflag></spatialrefsys>"
    )


def _source(entry: Entry, gpkg: str) -> str:
    return f"./{gpkg}|layername={entry.table}" + (f"|subset={entry.subset}" if entry.subset else "")


def _layer(entry: Entry, gpkg: str) -> str:
    srs = "" if entry.geometry == "No geometry" else f"<srs>{_srs(4326)}</srs>"
    return (
        f'<maplayer type="vector" geometry="{entry.geometry}" styleCategories="AllStyleCategories" '
        f'labelsEnabled="{int("<labeling" in entry.style)}"><id>{escape(entry.id)}</id>'
        f"<datasource>{escape(_source(entry, gpkg))}</datasource><layername>{escape(entry.name)}</layername>{srs}"
        f'<provider encoding="UTF-8">ogr</provider>{_alternative(entry)}{entry.style}{_RIGHTS}</maplayer>'
    )


def _alternative(entry: Entry) -> str:
    """A second style, in the layer's menu under Styles."""
    if entry.alternative is None:
        return ""
    name, style = entry.alternative
    return (
        '<map-layer-style-manager current="spread coincident"><map-layer-style name="spread coincident"/>'
        f'<map-layer-style name={quoteattr(name)}><qgis version="3.22.0" labelsEnabled="1">{style}</qgis></map-layer-style>'
        "</map-layer-style-manager>"
    )


def _osm_layer() -> str:
    return (
        f'<maplayer type="raster"><id>{ID_PREFIX}osm</id><datasource>{escape(_OSM)}</datasource><layername>{_OSM_NAME}</layername>'
        f"<srs>{_srs(3857)}</srs><provider>wms</provider></maplayer>"
    )


def _tree(layers: Sequence[Entry], gpkg: str) -> str:
    """Groups in the order of the layers; the online map, unticked, at the bottom."""
    osm = _leaf(f"{ID_PREFIX}osm", _OSM_NAME, _OSM, checked=False, expanded=False, provider="wms")
    branches = [
        (name, "".join(_leaf(e.id, e.name, _source(e, gpkg), checked=e.checked, expanded=e.expanded) for e in group))
        for name, group in groupby(layers, key=lambda e: e.group)
    ]
    return "".join(_branch(name, leaves + (osm if name == "Basemap" else "")) for name, leaves in branches)


def _leaf(layer_id: str, name: str, source: str, *, checked: bool, expanded: bool, provider: str = "ogr") -> str:
    return (
        f'<layer-tree-layer id={quoteattr(layer_id)} name={quoteattr(name)} providerKey="{provider}" source={quoteattr(source)} '
        f'checked="{_state(checked)}" expanded="{int(expanded)}"><customproperties/></layer-tree-layer>'
    )


def _branch(name: str, leaves: str) -> str:
    return (
        f'<layer-tree-group name={quoteattr(name)} checked="{_state(name != "More")}" expanded="{int(name not in _CLOSED)}">'
        f"<customproperties/>{leaves}</layer-tree-group>"
    )


def _state(checked: bool) -> str:
    return "Qt::Checked" if checked else "Qt::Unchecked"


def _relations(found: Sequence[Relation]) -> str:
    return "".join(
        f'<relation id="r{i}" name={quoteattr(r.name)} strength="Association" referencingLayer={quoteattr(r.child)} '
        f'referencedLayer={quoteattr(r.parent)}><fieldRef referencingField="{r.key}" referencedField="{r.key}"/></relation>'
        for i, r in enumerate(found)
    )


def _properties() -> str:
    """Reference system on, relative paths, the sea as background, attribution and scale bar in the map's corners."""
    sea = "".join(
        f'<CanvasColor{part}Part type="int">{n}</CanvasColor{part}Part>'
        for part, n in (("Red", 220), ("Green", 233), ("Blue", 241))
    )
    font = escape(_SMALL)
    corner = (
        f'<CopyrightLabel><Enabled type="bool">true</Enabled><Label type="QString">{_CORNER}</Label>'
        f'<Placement type="int">3</Placement><MarginV type="int">2</MarginV><Font type="QString">{font}</Font>'
        '</CopyrightLabel><ScaleBar><Enabled type="bool">true</Enabled>'
        f'<Placement type="int">0</Placement><MarginV type="int">3</MarginV><TextFormat type="QString">{font}</TextFormat></ScaleBar>'
    )
    return (
        '<properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>'
        f'<Paths><Absolute type="bool">false</Absolute></Paths><Gui>{sea}</Gui>{corner}</properties>'
    )


def _metadata() -> str:
    return (
        "<projectMetadata><identifier>events</identifier><parentidentifier/><language>ENG</language><type>dataset</type>"
        "<title>Events</title><abstract>Events told in news articles; a status says who claims or denies each. Times are UTC. "
        f"{escape(LICENCE)} {escape(ATTRIBUTION)}</abstract></projectMetadata>"
    )


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    y = math.log(math.tan(math.pi / 4 + math.radians(max(-85.0, min(85.0, lat))) / 2))
    return lon / 180 * _EARTH_M, y / math.pi * _EARTH_M


def _extent(events: "gpd.GeoDataFrame") -> tuple[float, float, float, float]:
    """Map extent in metres, a tenth wider than the events that are shown at first: those with a pin, if there are any."""
    news = events[events["latitude"].notna() & ~events["is_background"] & ~events["is_aggregate"]]
    shown = news[news["pin"]] if news["pin"].any() else news
    if shown.empty:
        return -_EARTH_M, -_EARTH_M / 2, _EARTH_M, _EARTH_M / 2
    west, south = _mercator(float(shown["longitude"].min()), float(shown["latitude"].min()))
    east, north = _mercator(float(shown["longitude"].max()), float(shown["latitude"].max()))
    dx, dy = max(0.1 * (east - west), 40_000), max(0.1 * (north - south), 40_000)
    return west - dx, south - dy, east + dx, north + dy


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
