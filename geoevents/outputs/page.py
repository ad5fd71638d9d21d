"""The map page: one HTML file that works from a USB stick, without any network (``outputs.md`` 6)."""

import base64
import hashlib
import html
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from geoevents import __version__
from geoevents.errors import OutputError
from geoevents.outputs.assets import LICENCES, leaflet_css, leaflet_js
from geoevents.outputs.page_data import packed_text, page_data, plain_text
from geoevents.outputs.page_tiles import Tiles, tiles_of
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["MOST_EVENTS", "PageTooLargeError", "page_html", "page_scripts", "write_map"]

SCRIPTS = ("data", "words", "shapes", "clusters", "layer", "basemap", "labels", "areas", "map", "filters", "side", "list",
           "quote", "card", "panel", "bars", "brush", "timeline", "link", "download", "legend", "print", "sheet", "app")  # fmt: skip
MOST_EVENTS = 100_000  # beyond it no browser draws the page in reasonable time (outputs.md 6.8)


class PageTooLargeError(OutputError):
    """More events than a browser can show; the other files can have them."""


def write_map(
    events: "gpd.GeoDataFrame",
    path: str | Path,
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
    basemap: str = "countries",
    tiles: str | None = None,
    plain_data: bool = False,
) -> Path:
    """Writes the page and returns its path.

    The file holds its own scripts, styles, data and basemap; a policy in its head forbids everything else.  Article
    text is data, never markup.

    Parameters
    ----------
    mentions, articles
        Tables that the events cannot be asked for: with them the card shows every telling and the title of its article.
    basemap
        "countries", "land" (without borders), "none", or the path of a GeoJSON file.
    tiles
        None: the page asks nobody.  A name of xyzservices or an https address: the viewed area goes to that server.
    plain_data
        Data as JSON text, for browsers older than 2023; about six times as large.

    Raises
    ------
    PageTooLargeError
        More than 100,000 events.
    OutputError
        An unknown basemap or tiles, or a file that cannot be written.
    """
    if len(events) > MOST_EVENTS:
        raise PageTooLargeError(
            f"{path} is not written: {len(events):,} events are too many for a page (at most {MOST_EVENTS:,}); narrow them "
            "with --since, --min-confidence or --sample, or open the GeoPackage, which has them all"
        )
    text = page_html(events, mentions=mentions, articles=articles, basemap=basemap, tiles=tiles, plain_data=plain_data)
    return write_text(Path(path), text)


def page_html(
    events: "gpd.GeoDataFrame",
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
    basemap: str = "countries",
    tiles: str | None = None,
    plain_data: bool = False,
) -> str:
    """The page as text; the same frames give the same text."""
    folder = files("geoevents.outputs") / "page"
    script = f'{leaflet_js()}\n(function () {{\n"use strict";\n{page_scripts(SCRIPTS)}\n}})();'
    script = script.replace("</script", "<\\/script").replace("\r\n", "\n")  # browsers hash what they parse
    style = (leaflet_css() + (folder / "page.css").read_text("utf-8")).replace("\r\n", "\n")
    shown = tiles_of(tiles) if tiles else None
    data = page_data(events, mentions=mentions, articles=articles, basemap=basemap)
    parts = {
        "{policy}": _policy(script, style, shown),
        "{version}": __version__,
        "{style}": style,
        "{licences}": html.escape(LICENCES, quote=False),
        "{tiles}": _tiles_json(shown),
        "{kind}": "plain" if plain_data else "gzip",
        "{data}": plain_text(data) if plain_data else packed_text(data),
        "{script}": script,
    }
    return _filled((folder / "page.html").read_text("utf-8"), parts)


def page_scripts(names: tuple[str, ...]) -> str:
    """Our own scripts of those names, one after another."""
    folder = files("geoevents.outputs") / "page"
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names)


def _filled(template: str, parts: dict[str, str]) -> str:
    """The template with each mark replaced once, in order; what was put in is not looked at again."""
    done = []
    for mark, content in parts.items():
        before, _, template = template.partition(mark)
        done += [before, content]
    return "".join([*done, template])


def _policy(script: str, style: str, tiles: Tiles | None) -> str:
    """What the page may do: its own script and style by their hashes, pictures from itself and the asked-for tile host."""
    images = f"data: https://{tiles.host}" if tiles else "data:"
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )


def _tiles_json(tiles: Tiles | None) -> str:
    if tiles is None:
        return "null"
    known = {"url": tiles.url, "attribution": tiles.attribution, "maxZoom": tiles.max_zoom}
    return json.dumps(known).replace("<", "\\u003c")


def _hash(content: str) -> str:
    """The source expression that lets exactly this content run under the page's policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"
