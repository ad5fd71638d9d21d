"""What the page carries: events in columns, shapes of their areas, the basemap; as gzip in base64 (``outputs.md`` 6.7)."""

import base64
import gzip
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geoevents import __version__
from geoevents.frames.columns import EVENT_NAMES
from geoevents.outputs.geojson import ATTRIBUTION, records
from geoevents.outputs.palette import groups, style_of

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["packed_data"]

_AREA_TOLERANCE = 0.01  # degrees: areas on the page are below the markers, not for measuring
_CLUSTER_FROM = 400  # places; fewer stand apart well enough
_BASE_SCALE, _AREA_SCALE = 100, 1000


def packed_data(events: "gpd.GeoDataFrame", articles: "pd.DataFrame | None") -> str:
    """Everything the page shows, as base64 of gzip of JSON; the same frame gives the same text."""
    rows = records(events)
    shapes, index = _shapes(events)
    base, names = _basemap()
    categories = sorted({r["category"] for r in rows})
    data = {
        "version": __version__,
        "attribution": ATTRIBUTION,
        "columns": [*EVENT_NAMES, "shape"],
        "rows": [[r[n] for n in EVENT_NAMES] + [s] for r, s in zip(rows, index, strict=True)],
        "shapes": shapes,
        "groups": [{"label": g.label, "categories": list(g.categories)} for g in groups(categories)],
        "styles": {
            c: {"label": style_of(c).label, "colour": style_of(c).colour, "shape": style_of(c).shape}
            for c in categories
        },
        "countries": names,
        "articles": [] if articles is None else [str(i) for i in articles["article_id"]],
        "span": _span(articles),
        "cluster": len({(r["latitude"], r["longitude"]) for r in rows}) > _CLUSTER_FROM,
        "basemap": base,
    }
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")


def _span(articles: "pd.DataFrame | None") -> str | None:
    """ "1 March 2024 to 5 May 2024" of the articles' days, or None."""
    days = [] if articles is None else sorted(articles["published"].dropna())
    if not days:
        return None
    first, last = (f"{d.day} {d:%B %Y}" for d in (days[0], days[-1]))
    return first if first == last else f"{first} to {last}"


def _shapes(events: "gpd.GeoDataFrame") -> tuple[list[Any], list[int | None]]:
    """Areas once each, and for every row the number of its own (None: no area, or a whole country)."""
    found: dict[bytes, int] = {}
    shapes: list[Any] = []
    index: list[int | None] = []
    for area, precision in zip(events["area"], events["geo_precision"], strict=True):
        if area is None or area.is_empty or precision == "country":
            index.append(None)
            continue
        key = area.wkb
        if key not in found:
            found[key] = len(shapes)
            shapes.append(_parts(area.simplify(_AREA_TOLERANCE), _AREA_SCALE))
        index.append(found[key])
    return shapes, index


def _parts(geometry: Any, scale: int) -> list[list[list[int]]]:
    """Polygons as lists of rings, each a flat list of integer deltas (longitude, latitude)."""
    import shapely

    polygons = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
    return [[_deltas(ring.coords, scale) for ring in (p.exterior, *p.interiors)] for p in polygons]


def _deltas(points: Sequence[Sequence[float]], scale: int) -> list[int]:
    flat, x, y = [], 0, 0
    for lon, lat in ((p[0], p[1]) for p in points):
        nx, ny = round(lon * scale), round(lat * scale)
        flat += [nx - x, ny - y]
        x, y = nx, ny
    return flat


@lru_cache(maxsize=1)
def _basemap() -> tuple[dict[str, Any], dict[str, str]]:
    import shapely

    from geoevents.atlas.gazetteer import basemap

    base = basemap()
    countries = []
    for code, name, geometry in base["countries"]:
        largest = max(shapely.get_parts(geometry), key=lambda p: p.area)
        inner = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        west, _, east, _ = largest.bounds
        countries.append(
            {"code": code, "name": name, "parts": _parts(geometry, _BASE_SCALE), "at": [round(inner.x, 2), round(inner.y, 2)],
             "width": round(east - west, 2)}
        )  # fmt: skip
    disputed = [_deltas(line.coords, _BASE_SCALE) for line in base["disputed"]]
    return {"countries": countries, "disputed": disputed}, {code: name for code, name, _ in base["countries"]}
