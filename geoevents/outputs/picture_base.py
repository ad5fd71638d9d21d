"""Background of the still picture: Web Mercator as on the page, countries, disputed lines, names that do not overlap."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

__all__ = ["Box", "Label", "View", "draw_background", "draw_labels", "view_of"]

LAND, SEA, BORDER, REGION, DISPUTED = "#F4F1EA", "#DCE9F1", "#9A948A", "#D5CFC3", "#6d675e"
_REGIONS_FROM = 4096  # pixels of the whole world: zoom 4 of the page; before it regions are a grey net
_CLOSEST = 6.0  # degrees of longitude that a picture shows at least: the background is good to zoom 7
_MARGIN = 60  # pixels around the outermost events

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a picture shows: ``pixel(lon, lat)`` from the upper left; ``shift`` where the events straddle 180°."""

    left: float
    top: float
    scale: float
    wide: int
    high: int
    shift: bool

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        x, y = _mercator(lon + 360 if self.shift and lon < -30 else lon, lat)
        return (x - self.left) * self.scale, (y - self.top) * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name to be written at a pixel; ``beside`` pixels away from it, or on it where that is 0."""

    text: str
    x: float
    y: float
    beside: float
    size: float
    colour: str
    room: float | None = None


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to the unit square of Web Mercator, y down."""
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    return lon / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def view_of(points: Sequence[tuple[float, float]], wide: int, high: int) -> View:
    """The view that shows all points (longitude, latitude) with a margin; Europe, Africa and Asia where there are none."""
    from geoevents.outputs.geojson import bbox

    box = bbox(points) if points else [-20.0, -35.0, 150.0, 65.0]
    west, south, east, north = box if box else (-20.0, -35.0, 150.0, 65.0)
    shift = west > east
    corners = [_mercator(lon + 360 if shift and lon < -30 else lon, lat) for lon, lat in ((west, north), (east, south))]
    (x0, y0), (x1, y1) = corners
    scale = min((wide - 2 * _MARGIN) / max(x1 - x0, _CLOSEST / 360), (high - 2 * _MARGIN) / max(y1 - y0, 1e-9))
    scale = min(scale, wide * 360 / _CLOSEST)
    left, top = (x0 + x1) / 2 - wide / scale / 2, (y0 + y1) / 2 - high / scale / 2
    return View(
        left=left, top=max(top, 0.0) if high / scale < 1 else top, scale=scale, wide=wide, high=high, shift=shift
    )


def draw_background(axes: Any, view: View, countries: Sequence[str]) -> None:
    """Land, borders and dashed lines on the sea, regions of ``countries``; the axes become pixels of the view, y down."""
    from matplotlib.collections import LineCollection, PathCollection

    base = _background()
    axes.set(xlim=(0, view.wide), ylim=(view.high, 0), facecolor=SEA)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    for turn in (0.0, 1.0) if view.shift else (0.0,):
        paths = [_path(rings, view, turn) for _, _, rings in base["countries"]]
        axes.add_collection(PathCollection(paths, facecolors=LAND, linewidths=0))
        borders = [
            _placed(line, view, turn) for _, _, rings in base["countries"] for r in rings for line in _without_seam(r)
        ]
        axes.add_collection(LineCollection(borders, colors=BORDER, linewidths=0.7))
        if view.scale > _REGIONS_FROM:
            axes.add_collection(LineCollection(_regions(countries, view, turn), colors=REGION, linewidths=0.7))
        lines = [_placed(line, view, turn) for line in base["disputed"]]
        axes.add_collection(LineCollection(lines, colors=LAND, linewidths=1.8))
        axes.add_collection(LineCollection(lines, colors=DISPUTED, linewidths=1.2, linestyles=[(0, (4, 2.6))]))


def _regions(countries: Sequence[str], view: View, turn: float) -> list[Any]:
    from geoevents.outputs.page_base import region_borders

    return [_placed(_unit(line.coords), view, turn) for code in countries for line in region_borders(code)[0]]


def _unit(coordinates: Any) -> Any:
    import numpy as np

    return np.array([_mercator(x, y) for x, y, *_ in coordinates])


@lru_cache(maxsize=1)
def _background() -> dict[str, list[Any]]:
    """Countries as (name, (longitude, latitude, width), rings) and lines, in units of Mercator."""
    import shapely

    from geoevents.atlas.gazetteer import basemap

    base = basemap()
    countries = []
    for _, name, geometry in base["countries"]:
        parts = list(shapely.get_parts(geometry))
        largest = max(parts, key=lambda p: p.area)
        inner = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        rings = [_unit(r.coords) for p in parts if p.geom_type == "Polygon" for r in (p.exterior, *p.interiors)]
        countries.append((name, (inner.x, inner.y, largest.bounds[2] - largest.bounds[0]), rings))
    return {"countries": countries, "disputed": [_unit(line.coords) for line in base["disputed"]]}


def _without_seam(ring: Any) -> list[Any]:
    """A ring as lines without its edges on the 180th meridian, where the source cuts countries in two."""
    import numpy as np

    seam = np.abs(np.abs(ring[:, 0] - 0.5) - 0.5) < 1e-4
    breaks = np.flatnonzero(seam[1:] & seam[:-1]) + 1
    return [line for line in np.split(ring, breaks) if len(line) > 1]


def _placed(points: Any, view: View, turn: float) -> Any:
    import numpy as np

    return (points + np.array([turn - view.left, -view.top])) * view.scale


def _path(rings: Sequence[Any], view: View, turn: float) -> Any:
    from matplotlib.path import Path as Drawn

    return Drawn.make_compound_path(*[Drawn(_placed(r, view, turn), closed=True) for r in rings])


def draw_labels(axes: Any, view: View, places: Sequence[Label], taken: list[Box]) -> None:
    """Names of places, then of countries, where nothing is in the way; ``taken`` are boxes of the markers."""
    names = []
    for name, (lon, lat, width), _ in _background()["countries"]:
        x, y = view.pixel(lon, lat)
        names.append(
            Label(text=name.upper(), x=x, y=y, beside=0, size=7, colour="#625c52", room=width / 360 * view.scale)
        )
    order = [*places, *sorted(names, key=lambda n: -(n.room or 0))] if view.scale > 6000 else [*names, *places]
    for label in order:
        _put(axes, view, label, taken)


def _put(axes: Any, view: View, label: Label, taken: list[Box]) -> None:
    wide = len(label.text) * label.size * 0.92  # pixels: a mean letter of DejaVu Sans at 100 dots an inch
    if label.room is not None and label.room < wide * 0.9:
        return
    away = label.beside
    spots = (
        [(away, 0.0), (-away - wide, 0.0), (-wide / 2, -away - 7), (-wide / 2, away + 7)]
        if away
        else [(-wide / 2, 0.0)]
    )
    for dx, dy in spots:
        box = (label.x + dx - 2, label.y + dy - 8, label.x + dx + wide + 2, label.y + dy + 8)
        inside = box[0] > 0 and box[1] > 0 and box[2] < view.wide and box[3] < view.high
        if inside and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken):
            taken.append(box)
            _write(axes, label, label.x + dx, label.y + dy)
            return


def _write(axes: Any, label: Label, x: float, y: float) -> None:
    from matplotlib import patheffects

    halo = [patheffects.withStroke(linewidth=2.2, foreground="#faf8f4")]
    weight = "bold" if label.beside else "normal"
    axes.text(x, y, label.text, fontsize=label.size, color=label.colour, va="center", path_effects=halo, fontweight=weight,
              parse_math=False, fontfamily="DejaVu Sans", zorder=6)  # fmt: skip
