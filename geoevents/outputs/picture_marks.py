"""Markers of the still picture: the page's shapes, status styles, rings of several, boxes of areas."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geoevents.outputs.page_base import drawn_area
from geoevents.outputs.palette import Style, style_of
from geoevents.outputs.picture_base import Box, Label, View

__all__ = ["Marker", "draw_areas", "draw_groups", "draw_symbol", "grouped", "named"]

_SHAPES = {
    "circle": "o",
    "square": "s",
    "diamond": "D",
    "triangle": "^",
    "triangle_down": "v",
    "plus": "P",
    "star": "*",
}
_SIZES = {"o": 1.0, "s": 0.92, "D": 0.86, "^": 1.12, "v": 1.12, "P": 1.14, "*": 1.5}  # to look equally large
_TOUCH = 19.0  # pixels: markers closer than this would cover one another
_POINTS = 0.72  # points of type in a pixel at 100 dots an inch


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Events that share a marker, at its pixel."""

    rows: tuple[dict[str, Any], ...]
    x: float
    y: float

    @property
    def is_area(self) -> bool:
        """True if all events are in one area, none of them pinned."""
        return len({(r["longitude"], r["latitude"], r["pin"]) for r in self.rows}) == 1 and not self.rows[0]["pin"]


def grouped(view: View, placed: Sequence[dict[str, Any]]) -> list[Marker]:
    """Events by marker: the busiest coordinate takes in those that it would touch."""
    spots: dict[tuple[float, float, bool], list[dict[str, Any]]] = {}
    for row in placed:
        spots.setdefault((row["longitude"], row["latitude"], row["pin"]), []).append(row)
    order = sorted(spots, key=lambda s: (-len(spots[s]), s))
    found: list[tuple[float, float, list[dict[str, Any]]]] = []
    for spot in order:
        x, y = view.pixel(spot[0], spot[1])
        if not (0 < x < view.wide and 0 < y < view.high):
            continue
        near = next((f for f in found if (f[0] - x) ** 2 + (f[1] - y) ** 2 < _TOUCH**2), None)
        if near:
            near[2].extend(spots[spot])
        else:
            found.append((x, y, list(spots[spot])))
    return [Marker(rows=tuple(rows), x=x, y=y) for x, y, rows in found]


def draw_areas(axes: Any, view: View, placed: Sequence[dict[str, Any]]) -> None:
    """Polygons or circles of how far off events may be, once each."""
    from matplotlib.patches import Polygon

    seen: set[tuple[Any, ...]] = set()
    for row in placed:
        key = (row["longitude"], row["latitude"], row["uncertainty_km"])
        if key in seen or (row["pin"] and row["geo_precision"] != "near"):
            continue
        seen.add(key)
        colour, faint = style_of(row["category"]).colour, row["geo_precision"] == "macro_region"
        dashes = (0, (4, 3)) if row["status"] == "planned" else "solid"
        for ring in _rings(view, row):
            axes.add_patch(Polygon(ring, facecolor=colour, alpha=0.05 if faint else 0.11, linewidth=0, zorder=2))
            axes.add_patch(Polygon(ring, fill=False, edgecolor=colour, linewidth=1, linestyle=dashes, zorder=2))


def _rings(view: View, row: dict[str, Any]) -> list[list[tuple[float, float]]]:
    import shapely

    from geoevents.atlas.place import LonLat
    from geoevents.atlas.relations.geometry import disc

    area = row["area"]
    if area is not None and not area.is_empty:
        area = drawn_area(area, row["geo_precision"])
    else:
        area = disc(LonLat(row["longitude"], row["latitude"]), min(row["uncertainty_km"] or 10.0, 1500.0))
    parts = [p for p in shapely.get_parts(area) if p.geom_type == "Polygon"]
    return [[view.pixel(p[0], p[1]) for p in part.exterior.coords] for part in parts]


def draw_groups(axes: Any, found: Sequence[Marker]) -> list[Box]:
    """Draws markers, the busiest last, and returns their boxes."""
    boxes: list[Box] = []
    for marker in sorted(found, key=lambda m: len(m.rows)):
        x, y, row = marker.x, marker.y, marker.rows[0]
        if marker.is_area:
            _draw_box(axes, x, y, len(marker.rows))
            draw_symbol(axes, style_of(row["category"]), row["status"], x - (5 if len(marker.rows) > 1 else 0), y, 5.0)
        elif len(marker.rows) > 1:
            _draw_ring(axes, marker)
        else:
            draw_symbol(axes, style_of(row["category"]), row["status"], x, y, 7.5)
        boxes.append((x - 11, y - 11, x + 11, y + 11))
    return boxes


def _draw_box(axes: Any, x: float, y: float, count: int) -> None:
    from matplotlib.patches import FancyBboxPatch

    style, wide = "round,pad=0,rounding_size=3", 9 if count == 1 else 14
    if count > 1:
        axes.text(x + 8, y, str(count), fontsize=7, fontweight="bold", ha="center", va="center_baseline", color="#1d2327",
                  zorder=5)  # fmt: skip
    axes.add_patch(FancyBboxPatch((x - wide, y - 9), 2 * wide, 18, boxstyle=style, facecolor="#ffffff", edgecolor="#7d858c",
                                  linewidth=0.8, zorder=3))  # fmt: skip


def _draw_ring(axes: Any, marker: Marker) -> None:
    from matplotlib.patches import Circle, Wedge

    axes.add_patch(Circle((marker.x, marker.y), 11, facecolor="#ffffff", linewidth=0, zorder=4))
    angle = -90.0
    for colour, n in Counter(style_of(r["category"]).colour for r in marker.rows).most_common():
        turn = 360.0 * n / len(marker.rows)
        axes.add_patch(
            Wedge((marker.x, marker.y), 11, angle, angle + turn, width=3.4, color=colour, linewidth=0, zorder=4)
        )
        angle += turn
    axes.text(marker.x, marker.y, str(len(marker.rows)), fontsize=7, fontweight="bold", ha="center", va="center_baseline",
              color="#1d2327", zorder=5)  # fmt: skip


def draw_symbol(axes: Any, style: Style, status: str, x: float, y: float, radius: float) -> None:
    """A shape in the colour of a category; its fill and outline say the status (``outputs.md`` 6.4)."""
    shape = _SHAPES.get(style.shape, "o")
    size = (2 * radius * _POINTS * _SIZES[shape]) ** 2
    hollow, plan = status in {"claimed", "denied", "disputed"}, status in {"planned", "cancelled"}
    line = "#000000" if status == "disputed" else style.colour if hollow or plan else "#1d2327"
    axes.scatter([x], [y], s=size, marker=shape, facecolor="#ffffff", linewidths=0, zorder=3.5)
    fill = "none" if hollow else style.colour
    axes.scatter([x], [y], s=size, marker=shape, facecolor=fill, linewidths=0, zorder=3.6,
                 alpha=0.65 if status == "reported" else 0.2 if plan else 1)  # fmt: skip
    axes.scatter([x], [y], s=size, marker=shape, facecolor="none", edgecolor=line, zorder=3.7,
                 linewidths=1.6 if hollow else 1.1, linestyle=[(0, (1.6, 1.2))] if plan else "solid")  # fmt: skip
    if status == "disputed":
        axes.scatter([x], [y], s=size * 0.3, marker=shape, facecolor=style.colour, linewidths=0, zorder=3.8)
    if status in {"denied", "cancelled"}:
        axes.plot([x - radius, x + radius], [y + radius, y - radius], color=line, linewidth=1.4, zorder=3.8)


def named(found: Sequence[Marker]) -> list[Label]:
    """Names beside the markers, the busiest first."""
    labels = []
    for marker in sorted(found, key=lambda m: (-len(m.rows), m.x, m.y)):
        name = "".join(c for c in marker.rows[0]["place_name"] or "" if c.isprintable())[:32]
        others = len({r["place_name"] for r in marker.rows}) - 1
        if name:
            name += f" +{others}" if others else ""
            labels.append(Label(text=name, x=marker.x, y=marker.y, beside=14, size=7.5, colour="#1d2327"))
    return labels
