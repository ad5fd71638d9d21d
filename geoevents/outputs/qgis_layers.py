"""Which layers the QGIS project shows, in which groups, under which filter, and how they are related."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoevents.outputs import qml
from geoevents.outputs.palette import groups, style_of

if TYPE_CHECKING:
    import pandas as pd

ID_PREFIX = "geoevents_"

__all__ = ["Entry", "ID_PREFIX", "Relation", "entries", "relations"]

_NEWS = '"is_background"=0 AND "is_aggregate"=0'
_MORE, _HISTORY = "More", "Who is said to hold what"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A layer of the project; ``subset`` is the SQL filter on ``table``; ``geometry`` Point, Line, Polygon or No geometry."""

    group: str
    key: str
    name: str
    table: str
    style: qml.Style
    subset: str = ""
    geometry: str = "Point"
    checked: bool = True
    expanded: bool = False
    alternative: tuple[str, qml.Style] | None = None

    @property
    def id(self) -> str:
        """The id in the project: QGIS replaces ids of up to ten letters by random ones."""
        return ID_PREFIX + self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Rows of layer ``child`` belong to the row of layer ``parent`` with the same ``key``."""

    name: str
    parent: str
    child: str
    key: str


def entries(events: "pd.DataFrame", *, tables: Sequence[str], control: "pd.DataFrame") -> list[Entry]:
    """Layers from top to bottom: categories by group, what is off at first, areas, tables, basemap."""
    categories = qml.categories_of(events)
    found = [_category(group.label, c, events, categories) for group in groups(categories) for c in group.categories]
    found += _more(categories)
    if "control_history" in tables:
        sides = sorted(set(control["side"].dropna()))
        found.append(
            Entry(group=_HISTORY, key="control_history", name="Settlements by side", table="control_history",
                  style=qml.control_style(sides), checked=False, expanded=True)
        )  # fmt: skip
    if "event_routes" in tables:
        found.append(
            Entry(group="Areas", key="event_routes", name="Routes", table="event_routes", geometry="Line",
                  style=qml.routes_style(categories), subset=_NEWS)
        )  # fmt: skip
    found.append(
        Entry(group="Areas", key="event_areas", name="Areas and uncertainty", table="event_areas", geometry="Polygon",
              style=qml.areas_style(categories), subset=_NEWS)
    )  # fmt: skip
    return [*found, *_tables(), *_basemap()]


def _category(group: str, category: str, events: "pd.DataFrame", categories: Sequence[str]) -> Entry:
    own = events[events["category"] == category]
    quoted = category.replace("'", "''")
    return Entry(
        group=group,
        key=f"events_{category}",
        name=style_of(category).label,
        table="events",
        subset=f"\"category\"='{quoted}' AND {_NEWS}",
        style=qml.category_style(category, own, categories),
        expanded=True,
    )


def _more(categories: Sequence[str]) -> list[Entry]:
    """Off at first: what happened before the news, sums, and all events in one layer with coinciding ones set apart."""
    every, apart = qml.events_style(categories), ("spread coincident", qml.spread_style(categories))
    return [
        Entry(group=_MORE, key="events_background", name="Background", table="events", subset='"is_background"=1', style=every,
              checked=False),
        Entry(group=_MORE, key="events_aggregates", name="Totals and subtotals", table="events", subset='"is_aggregate"=1',
              style=every, checked=False),
        Entry(group=_MORE, key="events_all", name="All events, coinciding ones apart", table="events", style=apart[1],
              checked=False, alternative=("by category", every)),
    ]  # fmt: skip


def _tables() -> list[Entry]:
    return [
        Entry(group="Tables", key="mentions", name="Tellings", table="mentions", geometry="No geometry",
              style=qml.table_style("mentions")),
        Entry(group="Tables", key="articles", name="Articles", table="articles", geometry="No geometry",
              style=qml.table_style("articles")),
    ]  # fmt: skip


def _basemap() -> list[Entry]:
    return [
        Entry(group="Basemap", key="basemap_disputed", name="Territory held by another state", table="basemap_disputed",
              geometry="Line", style=qml.disputed_style()),
        Entry(group="Basemap", key="basemap_countries", name="Countries", table="basemap_countries", geometry="Polygon",
              style=qml.basemap_style()),
    ]  # fmt: skip


def relations(layers: Sequence[Entry]) -> list[Relation]:
    """Tellings of every layer of events, areas of all events, and the article of a telling."""
    own = [e for e in layers if e.table in {"events", "event_areas", "control_history"}]
    found = [
        Relation(name=f"Tellings: {e.name}", parent=e.id, child=ID_PREFIX + "mentions", key="event_id") for e in own
    ]
    return [
        *found,
        Relation(name="Article", parent=ID_PREFIX + "articles", child=ID_PREFIX + "mentions", key="article_id"),
    ]
