"""Leaflet and MarkerCluster from their pinned packages, checked by hash (``outputs.md`` 6.2)."""

import base64
import hashlib
import json
import re
from functools import lru_cache
from importlib.resources import files

from geoevents.errors import OutputError

__all__ = ["LICENCES", "cluster_css", "cluster_js", "default_icon_js", "leaflet_css", "leaflet_js"]

# First 16 digits of the sha256 of each file: another edition is another program.
_PINNED = {
    ("leaflet", "leaflet.js"): "5819285cec137b22",
    ("leaflet", "leaflet.css"): "90b693d86392a477",
    ("leaflet_markercluster", "leaflet.markercluster.js"): "58be871df61f6c51",
    ("leaflet_markercluster", "MarkerCluster.css"): "614dea0a98ff3f4e",
    ("leaflet_markercluster", "MarkerCluster.Default.css"): "61258232d98d64dc",
}

LICENCES = (files("geoevents.outputs") / "page" / "licences.txt").read_text("utf-8")


@lru_cache(maxsize=8)
def _asset(package: str, name: str) -> bytes:
    raw = (files(f"xstatic.pkg.{package}") / "data" / name).read_bytes()
    wanted = _PINNED.get((package, name))
    if wanted and not hashlib.sha256(raw).hexdigest().startswith(wanted):
        raise OutputError(f"{name} is not the pinned edition; run `pip install --force-reinstall geoevents`")
    return raw


def leaflet_js() -> str:
    """Leaflet, ready to be inlined."""
    return _inlined(_asset("leaflet", "leaflet.js"))


def default_icon_js() -> str:
    """Leaflet's usual marker with its pictures inside; without it Leaflet looks for files beside its own."""
    pictures = {"iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png"}
    options = json.dumps({name: _data_uri(f"images/{file}") for name, file in pictures.items()})
    return f'L.Icon.Default.imagePath = ""; L.Icon.Default.mergeOptions({options});'


def cluster_js() -> str:
    """MarkerCluster, for folium maps that use it."""
    return _inlined(_asset("leaflet_markercluster", "leaflet.markercluster.js"))


def cluster_css(name: str) -> str:
    """A style sheet of MarkerCluster: "MarkerCluster.css" or "MarkerCluster.Default.css"."""
    return _asset("leaflet_markercluster", name).decode("utf-8")


def _inlined(script: bytes) -> str:
    text = re.sub(r"//# sourceMappingURL=\S+", "", script.decode("utf-8"))
    return text.replace("</script", "<\\/script").replace("\r\n", "\n")


def leaflet_css() -> str:
    """Leaflet's style sheet with its pictures inside."""
    css = _asset("leaflet", "leaflet.css").decode("utf-8")
    return re.sub(r"url\(([^)#][^)]*)\)", lambda m: f"url({_data_uri(m.group(1).strip(chr(34)))})", css)


def _data_uri(name: str) -> str:
    raw = _asset("leaflet", name)
    return f"data:image/png;base64,{base64.b64encode(raw).decode('ascii')}"
