"""QGIS styles (QML) of every layer, written by hand: as bodies for a project, as documents beside or inside files (``outputs.md`` 2.3)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geoevents.frames.columns import ARTICLES, CONTROL, EVENTS, MENTIONS, Column
from geoevents.outputs import qml_symbols as symbols
from geoevents.outputs.palette import groups
from geoevents.outputs.qml_fields import aliases, control_tip, event_tip, labels, temporal, widgets

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DOCTYPE", "Style", "areas_qml", "areas_style", "basemap_style", "category_style", "categories_of", "control_style",
    "disputed_style", "document", "events_qml", "events_style", "routes_style", "spread_style", "table_style"]  # fmt: skip

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
LAND, BORDER, NAME = "#F4F1EA", "#9A948A", "140,134,124,255"
_INK = "40,40,40,255"
# Scales at which names fit beside markers and inside countries: looked at in the window at 1600 x 1000.
_PLACES_FROM, _AREAS_FROM, _SIDES_FROM, _COUNTRIES_FROM = 12_000_000, 12_000_000, 12_000_000, 60_000_000

Style = str  # the elements inside <qgis>, in the order that QGIS wants


def categories_of(events: "pd.DataFrame") -> tuple[str, ...]:
    """Categories that a table has, in the order of the palette, the user's own last; "other" if it has none."""
    present = {str(c) for c in events["category"].dropna()} or {"other"}
    return tuple(c for g in groups(present) for c in g.categories)


def document(style: Style, *, labelled: bool = False) -> str:
    """A style as a QML file."""
    return (
        f'{DOCTYPE}\n<qgis version="3.22.0" labelsEnabled="{int(labelled)}" '
        f'styleCategories="Symbology|Labeling|Fields|Forms|MapTips|Temporal|Legend">{style}</qgis>\n'
    )


def _style(
    renderer: str, columns: Sequence[Column], *, geometry: int, tip: str, label: str = "", categories: Sequence[str] = (),
    timed: bool = True,
) -> Style:  # fmt: skip
    shown = '"place_name"' if columns is CONTROL else '"title"'
    return (
        f"{temporal() if timed else ''}{renderer}{label}{widgets(columns, categories)}{aliases(columns)}"
        f"<previewExpression>{shown}</previewExpression>{tip}<layerGeometryType>{geometry}</layerGeometryType>"
    )


# "Tula · 3 drones", "Tula · 1 drone"; the unit of one loses its s.
_NUMBER = (
    "CASE WHEN \"count\" IS NULL THEN '' WHEN \"count\" = 1 THEN ' · 1 ' || regexp_replace(coalesce(\"count_unit\", ''), 's$', '') "
    "ELSE ' · ' || \"count\" || coalesce(' ' || \"count_unit\", '') END"
)


def _event_label() -> str:
    """Place and number beside a pin; those of areas stand in the areas."""
    text = f'CASE WHEN "pin" THEN "place_name" || {_NUMBER} END'
    return labels(text, size=8, colour=_INK, smallest_scale=_PLACES_FROM)


def events_style(categories: Sequence[str]) -> Style:
    """All events by category, with a key of the statuses."""
    renderer = symbols.category_renderer(categories)
    return _style(renderer, EVENTS, geometry=0, tip=event_tip(), label=_event_label(), categories=categories)


def spread_style(categories: Sequence[str]) -> Style:
    """The same with events at one point set side by side."""
    renderer = symbols.spread(symbols.category_renderer(categories))
    return _style(renderer, EVENTS, geometry=0, tip=event_tip(), categories=categories)


def category_style(category: str, own: "pd.DataFrame", categories: Sequence[str]) -> Style:
    """Events of one category by the statuses that its rows have."""
    renderer = symbols.status_renderer(category, set(own["status"].dropna()), pinned=bool(own["pin"].all()))
    return _style(renderer, EVENTS, geometry=0, tip=event_tip(), label=_event_label(), categories=categories)


def areas_style(categories: Sequence[str]) -> Style:
    """Areas and circles of uncertainty by category."""
    label = labels(
        f'"place_name" || {_NUMBER}', size=8, colour="90,90,90,255", smallest_scale=_AREAS_FROM, polygons=True
    )
    return _style(
        symbols.area_renderer(categories), EVENTS, geometry=2, tip=event_tip(), label=label, categories=categories
    )


def routes_style(categories: Sequence[str]) -> Style:
    """Lines between the places that an event is told to lie between."""
    renderer = symbols.single(symbols.line("#555555", width=0.6, style="dash dot"))
    return _style(renderer, EVENTS, geometry=1, tip=event_tip(), categories=categories)


def control_style(sides: Sequence[str]) -> Style:
    """Settlements by the side that is said to hold them."""
    text = "\"place_name\" || coalesce(': ' || \"side\", ': left by ' || \"left_by\", '')"
    label = labels(text, size=8, colour=_INK, smallest_scale=_SIDES_FROM)
    return _style(symbols.control_renderer(sides), CONTROL, geometry=0, tip=control_tip(), label=label)


def table_style(name: str) -> Style:
    """Labels of the columns of "mentions" or "articles"."""
    columns = MENTIONS if name == "mentions" else ARTICLES
    preview = "quote" if name == "mentions" else "title"
    return (
        f'{widgets(columns)}{aliases(columns)}<previewExpression>"{preview}"</previewExpression>'
        "<layerGeometryType>4</layerGeometryType>"
    )


def basemap_style() -> Style:
    """Land with the names of countries."""
    label = labels('"name"', size=8, colour=NAME, smallest_scale=_COUNTRIES_FROM, polygons=True, halo=False)
    return f"{symbols.single(symbols.fill(LAND, BORDER))}{label}<layerGeometryType>2</layerGeometryType>"


def disputed_style() -> Style:
    """Dashed edges of territory that another state holds."""
    return f"{symbols.single(symbols.line(BORDER))}<layerGeometryType>1</layerGeometryType>"


def events_qml(events: "pd.DataFrame") -> str:
    """The style file of an events layer."""
    return document(events_style(categories_of(events)), labelled=True)


def areas_qml(events: "pd.DataFrame") -> str:
    """The style file of an areas layer."""
    return document(areas_style(categories_of(events)), labelled=True)
