"""A real folium.Map for notebooks: one FeatureGroup per category, drawn as on the page (``outputs.md`` 6.1, 6.9)."""

import html
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geoevents.outputs.page import page_scripts
from geoevents.outputs.page_data import packed_text, page_data
from geoevents.outputs.palette import groups, style_of

if TYPE_CHECKING:
    import folium
    import geopandas as gpd

__all__ = ["safe_text", "to_folium"]

# The page's own scripts, without its panels.
_SCRIPTS = (
    "data",
    "words",
    "shapes",
    "clusters",
    "layer",
    "basemap",
    "labels",
    "areas",
    "map",
    "quote",
    "card",
    "folium",
)
_LIBRARY = "window.geoeventsFolium = window.geoeventsFolium || (function () {{\n{scripts}\nreturn {{ joinGroup, drawEvents }};\n}})();"
_HEAD = "{% macro header(this, kwargs) %}<style>{{ this.style }}</style>{% endmacro %}"
_SCRIPT = (
    "{% macro script(this, kwargs) %}{{ this.library }}\n"
    'geoeventsFolium.drawEvents({{ this._parent.get_name() }}, "{{ this.data }}", {{ this.tiles }});{% endmacro %}'
)
_JOIN = (
    "{% macro script(this, kwargs) %}"
    'geoeventsFolium.joinGroup({{ this._parent._parent.get_name() }}, "{{ this.category }}", {{ this._parent.get_name() }});'
    "{% endmacro %}"
)
_CLOSE_UP = 7  # zoom: the background holds no more


def safe_text(text: str) -> str:
    """Text that may pass through folium's templates: no markup, and no template literal can be left."""
    escaped = html.escape(text, quote=True)
    for sign in "`$\\{":
        escaped = escaped.replace(sign, f"&#{ord(sign)};")
    return escaped


def to_folium(events: "gpd.GeoDataFrame", *, tiles: str | None = None) -> "folium.Map":
    """A map with one FeatureGroup per category, named with its count, and a control of layers by group.

    Drawn as on the page: clusters, rings of events at one place, areas where the text names a region; a click opens a card
    made of text alone.  Background and sums are off at first; events without a place are counted in the control.  Own
    layers can be added to the map as to any other.  ``tiles`` names a folium tile layer; None (the default) asks no
    server.  Like every folium map it loads Leaflet from the network when it is shown; ``save_folium`` writes it whole.
    """
    import folium

    data = page_data(events)
    # maxZoom as Leaflet spells it: folium keeps max_zoom for tiles, and MarkerCluster needs it on the map.
    box = folium.Map(location=[35, 25], zoom_start=3, tiles=tiles, prefer_canvas=True, maxZoom=18, zoom_snap=0.25)
    drawing = _element("EventDrawing", _HEAD + _SCRIPT)
    drawing.library = _LIBRARY.format(scripts=page_scripts(_SCRIPTS))
    drawing.style = (files("geoevents.outputs") / "page" / "folium.css").read_text("utf-8")
    drawing.data, drawing.tiles = packed_text(data), "true" if tiles else "false"
    drawing.add_to(box)
    counts = events["category"].value_counts()
    for category in [c for g in groups(data["styles"]) for c in g.categories]:
        layer = folium.FeatureGroup(name=safe_text(f"{style_of(category).label} ({counts[category]})"))
        member = _element("CategoryEvents", _JOIN)
        member.category = _word(category)
        member.add_to(layer)
        layer.add_to(box)
    _fit(box, events, shift=data["shift"])
    return box


def _word(category: str) -> str:
    """A category as text of a script: ASCII, and nothing that an element, a template or the text itself could end with."""
    quoted = json.dumps(category)[1:-1]
    return "".join(f"\\u{ord(c):04x}" if c in "<>&{}%#'" else c for c in quoted)


def _element(name: str, template: str) -> Any:
    """A folium element with its own template; nothing of folium's classes is changed."""
    from branca.element import MacroElement
    from folium.template import Template

    element = MacroElement()  # type: ignore[no-untyped-call]
    element._name, element._template = name, Template(template)
    return element


def _fit(box: "folium.Map", events: "gpd.GeoDataFrame", *, shift: bool) -> None:
    """The map shows all events that are more exact than a sea or a country."""
    exact = events[events["latitude"].notna() & ~events["geo_precision"].isin(["macro_region", "country", "none"])]
    if len(exact):
        lats, lons = exact["latitude"].astype(float), exact["longitude"].astype(float)
        lons = lons.where(~((lons < -30) & shift), lons + 360)
        box.fit_bounds([[lats.min(), lons.min()], [lats.max(), lons.max()]], padding=(40, 40), max_zoom=_CLOSE_UP)
