"""Articles come in, names become places, sentences become events, events become tables, tables become maps.

>>> import geoevents as ge                                            # doctest: +SKIP
>>> atlas = ge.Gazetteer.load()                                       # doctest: +SKIP
>>> found = [ge.find_events(a, atlas) for a in ge.read_articles("seeds/")]   # doctest: +SKIP
>>> found = ge.merge_events(found)                                    # doctest: +SKIP
>>> events = ge.events_frame(found)                                   # doctest: +SKIP
>>> ge.write_map(events, "maps/events.html")                          # doctest: +SKIP

The folders are the five stages of that sentence: ``articles``, ``atlas``, ``events``, ``frames``, ``outputs``.  Heavy
packages are imported when a name that needs them is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_WHERE = {
    "Article": "articles.article",
    "Codebook": "events.codebook",
    "Event": "events.event",
    "Findings": "events.event",
    "Gazetteer": "atlas.gazetteer",
    "GeoEventsError": "errors",
    "Mention": "atlas.mention",
    "Place": "atlas.place",
    "articles_frame": "frames.tables",
    "control_frame": "frames.control",
    "events_frame": "frames.tables",
    "find_events": "events.find",
    "mentions_frame": "frames.tables",
    "merge_events": "events.merging.across",
    "read_articles": "articles.read",
    "read_events": "outputs.read",
    "save_folium": "outputs.folium_file",
    "to_folium": "outputs.folium_map",
    "total_count": "frames.tables",
    "write_csv": "outputs.tabular",
    "write_findings": "outputs.findings",
    "write_geojson": "outputs.geojson",
    "write_geopackage": "outputs.geopackage",
    "write_map": "outputs.page",
}

if TYPE_CHECKING:
    from geoevents.articles.article import Article as Article
    from geoevents.articles.read import read_articles as read_articles
    from geoevents.atlas.gazetteer import Gazetteer as Gazetteer
    from geoevents.atlas.mention import Mention as Mention
    from geoevents.atlas.place import Place as Place
    from geoevents.errors import GeoEventsError as GeoEventsError
    from geoevents.events.codebook import Codebook as Codebook
    from geoevents.events.event import Event as Event
    from geoevents.events.event import Findings as Findings
    from geoevents.events.find import find_events as find_events
    from geoevents.events.merging.across import merge_events as merge_events
    from geoevents.frames.control import control_frame as control_frame
    from geoevents.frames.tables import articles_frame as articles_frame
    from geoevents.frames.tables import events_frame as events_frame
    from geoevents.frames.tables import mentions_frame as mentions_frame
    from geoevents.frames.tables import total_count as total_count
    from geoevents.outputs.findings import write_findings as write_findings
    from geoevents.outputs.folium_file import save_folium as save_folium
    from geoevents.outputs.folium_map import to_folium as to_folium
    from geoevents.outputs.geojson import write_geojson as write_geojson
    from geoevents.outputs.geopackage import write_geopackage as write_geopackage
    from geoevents.outputs.page import write_map as write_map
    from geoevents.outputs.read import read_events as read_events
    from geoevents.outputs.tabular import write_csv as write_csv

__all__ = sorted(_WHERE)  # noqa: PLE0605 - the lazy names are written once, above


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for."""
    if name in _WHERE:
        return getattr(import_module(f"geoevents.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'geoevents' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
