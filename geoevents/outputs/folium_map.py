"""A real folium.Map for notebooks: one FeatureGroup per category, cards whose text can never run (``outputs.md`` 6.9)."""

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geoevents.outputs.geojson import records
from geoevents.outputs.palette import groups, style_of

if TYPE_CHECKING:
    import folium
    import geopandas as gpd

__all__ = ["safe_text", "to_folium"]

_CARD_FIELDS = ("title", "status", "date_start", "date_end", "date_precision", "place_name", "geo_precision", "count",
                "count_unit", "sentence")  # fmt: skip
# Cards are built from elements with textContent; Leaflet gets an element, never a string.
_CARD = """(feature, layer) => layer.bindPopup(() => {
  const box = document.createElement("div");
  for (const [name, value] of Object.entries(feature.properties.card)) {
    const line = document.createElement("div"), label = document.createElement("b");
    label.textContent = name.replaceAll("_", " ") + ": ";
    line.append(label, document.createTextNode(String(value)));
    box.append(line);
  }
  return box;
}, {maxWidth: 360})"""


def safe_text(text: str) -> str:
    """Text that may pass through folium's templates: no markup, and no template literal can be left."""
    escaped = html.escape(text, quote=True)
    return escaped.replace("`", "&#96;").replace("$", "&#36;").replace("\\", "&#92;").replace("{", "&#123;")


def to_folium(events: "gpd.GeoDataFrame", *, tiles: str | None = None) -> "folium.Map":
    """A map with one FeatureGroup per category, named with its count, and a layer control.

    Events that may not be pinned are drawn as circles of their uncertainty; events without a place are not on it.
    ``tiles`` names a folium tile layer; None (the default) asks no server.  Like every folium map it loads Leaflet from
    the network when it is shown; ``write_map`` writes the page that needs none.
    """
    import folium

    rows = [r for r in records(events) if r["latitude"] is not None]
    box = folium.Map(location=_middle(rows), zoom_start=4, tiles=tiles, prefer_canvas=True, max_zoom=18)
    for group in groups(sorted({r["category"] for r in rows})):
        for category in group.categories:
            own = [r for r in rows if r["category"] == category]
            _layer(category, own).add_to(box)
    folium.LayerControl(collapsed=False).add_to(box)
    if rows:
        lats, lons = [r["latitude"] for r in rows], [r["longitude"] for r in rows]
        box.fit_bounds([[min(lats), min(lons)], [max(lats), max(lons)]])
    return box


def _middle(rows: Sequence[dict[str, Any]]) -> list[float]:
    if not rows:
        return [30.0, 20.0]
    return [sum(r["latitude"] for r in rows) / len(rows), sum(r["longitude"] for r in rows) / len(rows)]


def _layer(category: str, rows: Sequence[dict[str, Any]]) -> "folium.FeatureGroup":
    import folium
    from folium.utilities import JsCode

    style = style_of(category)
    group = folium.FeatureGroup(name=safe_text(f"{style.label} ({len(rows)})"))
    features = [_feature(r) for r in rows]
    look = {"color": style.colour, "weight": 2, "fillColor": style.colour}
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        point_to_layer=JsCode(
            "(feature, at) => feature.properties.radius_m"
            " ? L.circle(at, {radius: feature.properties.radius_m}) : L.circleMarker(at, {radius: 7})"
        ),
        style_function=lambda feature, look=look: {**look, "fillOpacity": feature["properties"]["opacity"]},
        on_each_feature=JsCode(_CARD),
    ).add_to(group)
    return group


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    """A feature whose texts are escaped for folium's templates and shown as text by the card."""
    who = ", ".join(c["name"] for c in row["claimants"] or ()) or "the article"
    card = {name: row[name] for name in _CARD_FIELDS if row[name] is not None} | {"who says so": who}
    radius = 0 if row["pin"] else min(1000 * (row["uncertainty_km"] or 10), 1_500_000)
    opacity = 0.05 if not row["pin"] else 0.1 if row["status"] in {"claimed", "planned", "disputed", "denied"} else 0.7
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
        "properties": {
            "card": {name: _inert(value) for name, value in card.items()},
            "radius_m": radius,
            "opacity": opacity,
        },
    }


# What would end folium's script element or open a template of the engine that folium renders with.
_LIVE = re.compile(r"<(?=[/!])|\{(?=[{%#])")


def _inert(value: Any) -> Any:
    """A text in which a zero-width space parts the signs that folium's templates would take for their own."""
    return _LIVE.sub(lambda m: f"{m.group()}\u200b", value) if isinstance(value, str) else value
