"""The map page: one HTML file that works from a USB stick, without any network (``outputs.md`` 6)."""

import base64
import hashlib
import html
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from geoevents import __version__
from geoevents.errors import OutputError
from geoevents.outputs.assets import LICENCES, leaflet_css, leaflet_js
from geoevents.outputs.page_data import packed_data
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["MOST_EVENTS", "write_map"]

SCRIPTS = ("data", "words", "shapes", "map", "filters", "list", "card", "timeline", "link", "app")
MOST_EVENTS = 100_000  # beyond it no browser draws the page in reasonable time (outputs.md 6.8)


def write_map(
    events: "gpd.GeoDataFrame",
    path: str | Path,
    *,
    mentions: "pd.DataFrame | None" = None,  # noqa: ARG001 - the page shows tellings in a later edition
    articles: "pd.DataFrame | None" = None,
) -> Path:
    """Writes the page and returns its path.

    The file holds its own scripts, styles, data and basemap; a policy in its head forbids everything else.  Article
    text is data, never markup.  OutputError beyond 100,000 events, or where the file cannot be written.
    """
    if len(events) > MOST_EVENTS:
        raise OutputError(
            f"{path}: {len(events)} events are too many for a page (at most {MOST_EVENTS}); use the GeoPackage"
        )
    return write_text(Path(path), page_html(events, articles=articles))


def page_html(events: "gpd.GeoDataFrame", *, articles: "pd.DataFrame | None" = None) -> str:
    """The page as text; the same frame gives the same text."""
    folder = files("geoevents.outputs") / "page"
    own = "\n".join((folder / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    script = (leaflet_js() + '\n(function () {\n"use strict";\n' + own + "\n})();").replace("</script", "<\\/script")
    style = leaflet_css() + (folder / "page.css").read_text("utf-8")
    script, style = (
        t.replace("\r\n", "\n") for t in (script, style)
    )  # browsers hash what they parse: line feeds alone
    parts = {
        "{version}": __version__,
        "{script_hash}": _hash(script),
        "{style_hash}": _hash(style),
        "{licences}": html.escape(LICENCES),
        "{style}": style,
        "{data}": packed_data(events, articles),
        "{script}": script,
    }
    text = (folder / "page.html").read_text("utf-8")
    for mark, content in parts.items():
        before, _, after = text.partition(mark)
        text = before + content + after
    return text


def _hash(content: str) -> str:
    """The source expression that lets exactly this content run under the page's policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"
