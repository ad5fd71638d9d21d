"""A still picture of the map for reports and chat: 1600 pixels wide, no browser (``outputs.md`` 6.11)."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.errors import OutputError
from geoevents.outputs.geojson import ATTRIBUTION, records
from geoevents.outputs.palette import groups, style_of
from geoevents.outputs.picture_base import draw_background, draw_labels, view_of
from geoevents.outputs.picture_marks import draw_areas, draw_groups, draw_symbol, grouped, named
from geoevents.outputs.writing import replaced

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["write_picture"]

WIDTH, HEIGHT, DPI = 1600, 1000, 100  # pixels; 16:10 fits a slide and a message
_SIDE = 340  # pixels of the legend
_FOOT = 44
_STATUSES = ("confirmed", "reported", "claimed", "disputed", "denied", "planned", "cancelled")
_BORDERS = "Borders follow ISO 3166-2; dashed: territory under the control of another state. No position is taken."


def write_picture(events: "gpd.GeoDataFrame", path: str | Path, *, articles: "pd.DataFrame | None" = None) -> Path:
    """Draws what the page shows at first: no background, no sums, nothing cancelled.  The same frame gives the same bytes.

    OutputError where matplotlib is missing (``pip install 'geoevents[picture]'``) or the file cannot be written.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise OutputError(f"{path}: pictures need matplotlib: pip install 'geoevents[picture]'") from error
    rows = [r | {"area": a} for r, a in zip(records(events), events["area"], strict=True)]
    rows.sort(key=lambda r: (r["start_time"] or "", r["event_id"]), reverse=True)  # the newest first, as on the page
    shown = [r for r in rows if not r["is_background"] and not r["is_aggregate"] and r["status"] != "cancelled"]
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor="#ffffff")
    canvas = FigureCanvasAgg(figure)
    _draw_map(figure, shown)
    _draw_side(figure, shown, of=len(rows), about=_read(articles))
    path = Path(path)
    with replaced(path) as temporary:
        canvas.print_png(  # type: ignore[no-untyped-call]
            str(temporary), metadata={"Software": "geoevents"}
        )
    return path


def _draw_map(figure: Any, shown: Sequence[dict[str, Any]]) -> None:
    wide, high = WIDTH - _SIDE, HEIGHT - _FOOT
    axes = figure.add_axes((0, _FOOT / HEIGHT, wide / WIDTH, high / HEIGHT))
    placed = [r for r in shown if r["latitude"] is not None and r["geo_precision"] not in {"country", "none"}]
    view = view_of(
        [(r["longitude"], r["latitude"]) for r in placed if r["geo_precision"] != "macro_region"], wide, high
    )
    draw_background(axes, view, sorted({r["country"] for r in placed if r["country"]}))
    draw_areas(axes, view, placed)
    found = grouped(view, placed)
    taken = draw_groups(axes, found)
    draw_labels(axes, view, named(found), taken)
    figure.text(8 / WIDTH, 15 / HEIGHT, f"{_BORDERS}\n{ATTRIBUTION}", fontsize=6.2, color="#58626a", va="center")


def _read(articles: "pd.DataFrame | None") -> str:
    """ "12 articles, 2 August 2023 to 16 December 2024", or nothing where the articles are not known."""
    if articles is None or not len(articles):
        return ""
    days = sorted(articles["published"].dropna())
    span = dict.fromkeys(f"{d.day} {d:%B %Y}" for d in (days[0], days[-1])) if days else {}
    text = f"{len(articles)} {'article' if len(articles) == 1 else 'articles'}"
    return f"{text}, {' to '.join(span)}" if span else text


def _draw_side(figure: Any, shown: Sequence[dict[str, Any]], *, of: int, about: str) -> None:
    """Title, how many are shown, and what each symbol means."""
    axes = figure.add_axes(((WIDTH - _SIDE) / WIDTH, 0, _SIDE / WIDTH, 1))
    axes.set(xlim=(0, _SIDE), ylim=(HEIGHT, 0))
    axes.axis("off")
    axes.text(22, 46, "Map of events", fontsize=17, fontweight="bold", color="#1d2327")
    axes.text(22, 72, about, fontsize=9, color="#58626a")
    axes.text(22, 100, f"{len(shown)} of {of} shown", fontsize=11, fontweight="bold", color="#1d2327")
    y = _draw_categories(axes, shown, 128)
    y = _draw_statuses(axes, shown, y + 14)
    off = sum(r["geo_precision"] in {"country", "none"} for r in shown)
    notes = [f"{off} of them name no place that can be drawn."] if off else []
    notes.append("Boxes mark areas: the event is somewhere in them.")
    for note in notes:
        axes.text(22, y + 26, note, fontsize=7.6, color="#58626a", wrap=True)
        y += 20


def _draw_categories(axes: Any, shown: Sequence[dict[str, Any]], y: float) -> float:
    counts = Counter(r["category"] for r in shown)
    for group in groups(counts):
        axes.text(22, y + 8, group.label, fontsize=8.4, fontweight="bold", color="#58626a")
        y += 26
        for category in group.categories:
            style = style_of(category)
            draw_symbol(axes, style, "confirmed", 32, y, 7.5)
            axes.text(50, y, style.label, fontsize=9.5, va="center", color="#1d2327")
            axes.text(_SIDE - 24, y, f"{counts[category]}", fontsize=9.5, va="center", ha="right", color="#58626a")
            y += 22
        y += 6
    return y


def _draw_statuses(axes: Any, shown: Sequence[dict[str, Any]], y: float) -> float:
    from geoevents.outputs.palette import Style

    words = {"confirmed": "confirmed by both sides", "reported": "reported", "claimed": "claimed, not verified",
             "disputed": "claimed and denied", "denied": "only denied", "planned": "planned"}  # fmt: skip
    counts = Counter(r["status"] for r in shown)
    axes.text(22, y + 6, "How sure it is", fontsize=8.4, fontweight="bold", color="#58626a")
    y += 24
    for status in (s for s in _STATUSES if counts[s]):
        draw_symbol(axes, Style("", "#4a545c", "circle"), status, 32, y, 7.5)
        axes.text(50, y, words[status], fontsize=9.5, va="center", color="#1d2327")
        axes.text(_SIDE - 24, y, f"{counts[status]}", fontsize=9.5, va="center", ha="right", color="#58626a")
        y += 22
    return y
