"""A folium map as one file that needs no network: every script and style sheet that it links, put inside (``outputs.md`` 6.1)."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.errors import OutputError
from geoevents.outputs.assets import LICENCES, cluster_css, cluster_js, default_icon_js, leaflet_css, leaflet_js
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import folium

__all__ = ["save_folium"]

# Ends of the addresses that folium 0.20 links -> what stands for them.
_KNOWN: dict[str, Callable[[], str]] = {
    "/leaflet.js": lambda: f"{leaflet_js()}\n{default_icon_js()}",
    "/leaflet.css": leaflet_css,
    "/leaflet.markercluster.js": cluster_js,
    "/MarkerCluster.css": lambda: cluster_css("MarkerCluster.css"),
    "/MarkerCluster.Default.css": lambda: cluster_css("MarkerCluster.Default.css"),
}
# What folium links for every map and only icons and popups of its own need.
_ONLY_FOR_ICONS = (
    "/jquery-", "/bootstrap.bundle.min.js", "/bootstrap.min.css", "/bootstrap-glyphicons.css", "/all.min.css",
    "/leaflet.awesome-markers.js", "/leaflet.awesome-markers.css", "/leaflet.awesome.rotate.min.css",
)  # fmt: skip
_NEED_ICONS = {"Popup", "Html", "Icon", "IFrame"}
_SCRIPT = re.compile(r'<script\s[^>]*?src="([^"]+)"[^>]*>\s*</script>')
_SHEET = re.compile(r'<link\s[^>]*?href="([^"]+)"[^>]*?/?>')
_LOADS = re.compile(r"<(?:script|link|img|iframe)\s[^>]*?(?:src|href)=[\"'](https?:)?//", re.I)
_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">"
)


def save_folium(box: "folium.Map", path: str | Path) -> Path:
    """Writes a folium map that opens without a network, and returns its path.

    OutputError where the map needs what cannot be put inside: tiles, folium's own icons and popups (which need jQuery,
    Bootstrap and fonts from the network), or a link that is not known; the element or the link is named.
    """
    for element in _elements(box):
        _check(element, path)
    text = box.get_root().render()
    text = _SCRIPT.sub(lambda m: _element("script", m.group(1), path), text)
    text = _SHEET.sub(lambda m: _element("style", m.group(1), path), text)
    left = _LOADS.search(text)
    if left:
        raise OutputError(f"{path}: the map loads {left.group()}…; only Leaflet and MarkerCluster can be put inside")
    licences = f'<script type="text/plain" id="licences">{LICENCES}</script>'
    return write_text(
        Path(path), text.replace("<head>", f"<head>{_POLICY}", 1).replace("</body>", f"{licences}</body>", 1)
    )


def _elements(element: Any) -> Iterator[Any]:
    for child in element._children.values():
        yield child
        yield from _elements(child)


def _check(element: Any, path: str | Path) -> None:
    import folium

    kind = type(element).__name__
    if isinstance(element, folium.TileLayer):
        raise OutputError(f"{path}: {kind} asks a server for {element.tiles}; make the map with tiles=None")
    if kind in _NEED_ICONS:
        raise OutputError(
            f"{path}: {kind} needs scripts and fonts that folium loads from the network; use CircleMarker or GeoJson, and "
            "no Popup, or save the map with its own save()"
        )


def _element(tag: str, address: str, path: str | Path) -> str:
    """The element that stands for a link; an unknown address is an error."""
    for end, content in _KNOWN.items():
        if address.endswith(end):
            return f"<{tag}>{content()}</{tag}>"
    if any(part in address for part in _ONLY_FOR_ICONS):
        return ""
    raise OutputError(f"{path}: the map links {address}, which cannot be put inside; take the plugin off that needs it")
