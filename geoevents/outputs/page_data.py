"""What the page carries: events in columns, their areas, tellings and articles, the basemap (``outputs.md`` 6.7)."""

import base64
import gzip
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from geoevents import __version__
from geoevents.events.event import SCHEMA_VERSION
from geoevents.frames.columns import ARTICLES
from geoevents.outputs.geojson import ATTRIBUTION, bbox, plain
from geoevents.outputs.page_base import AREA_SCALE, base_of, country_names, drawn_area, parts_of, regions_of
from geoevents.outputs.page_columns import packed, packed_columns
from geoevents.outputs.palette import groups, style_of

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["MANY", "page_data", "packed_text", "plain_text"]

MANY = 20_000  # events; beyond, no clusters, areas only for the chosen event, sentences are cut (outputs.md 6.8)
_SENTENCE = 400  # characters of a sentence on a page of many events
_LEFT_OUT = ("evidence", "place_alternatives", "start", "end")  # of many events: they are in the GeoPackage
_AREA_TOLERANCE = 0.01  # degrees: areas on the page are below the markers, not for measuring
_MANY_AREA_TOLERANCE = 0.05
_ROUND = 0.01  # of the side of an area: small circles stay round


def page_data(
    events: "gpd.GeoDataFrame",
    *,
    mentions: "pd.DataFrame | None" = None,
    articles: "pd.DataFrame | None" = None,
    basemap: str = "countries",
) -> dict[str, Any]:
    """Everything the page shows as plain values, by time (newest first), then id; the same frames give the same values."""
    events = _in_order(events)
    many = len(events) > MANY
    columns = packed_columns(_cut(events) if many else events, without=_LEFT_OUT if many else ())
    shapes, index = _shapes(events, _MANY_AREA_TOLERANCE if many else _AREA_TOLERANCE)
    categories = sorted(set(events["category"]))
    here = _countries_by_events(events)
    return {
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "attribution": ATTRIBUTION,
        "size": len(events),
        "many": many,
        "shift": _straddles(events),
        "columns": columns,
        "shape": packed(index) if index else {"v": []},
        "shapes": shapes,
        "groups": [{"id": g.id, "label": g.label, "categories": list(g.categories)} for g in groups(categories)],
        "styles": {c: _style(c) for c in categories},
        "countries": country_names(),
        "articles": _articles(articles),
        "tellings": [] if many else _tellings(events, mentions, articles),
        "basemap": base_of(basemap) | {"regions": regions_of(here if basemap == "countries" else [])},
    }


def packed_text(data: dict[str, Any]) -> str:
    """The data as base64 of gzip of JSON: no character of an article stands in the page."""
    return base64.b64encode(gzip.compress(_dumps(data).encode("utf-8"), 9, mtime=0)).decode("ascii")


def plain_text(data: dict[str, Any]) -> str:
    """The data as JSON in which nothing can end an element, for browsers that cannot unpack."""
    text = _dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _dumps(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _in_order(events: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Newest first, those without a date last, then by id."""
    return events.sort_values(["start_time", "event_id"], ascending=[False, True], na_position="last", kind="stable")


def _cut(events: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    sentence = events["sentence"].str
    long = sentence.len() > _SENTENCE
    return events.assign(sentence=events["sentence"].where(~long.fillna(False), sentence.slice(0, _SENTENCE - 1) + "…"))


def _style(category: str) -> dict[str, str]:
    style = style_of(category)
    return {"label": style.label, "colour": style.colour, "shape": style.shape}


def _countries_by_events(events: "gpd.GeoDataFrame") -> list[str]:
    """Countries of placed events, the one with most first."""
    placed = events.loc[events["latitude"].notna(), "country"].dropna()
    return [code for code, _ in sorted(Counter(placed).items(), key=lambda pair: (-pair[1], pair[0]))]


def _straddles(events: "gpd.GeoDataFrame") -> bool:
    """True if the smallest box around the events crosses the 180th meridian."""
    placed = events[events["latitude"].notna() & ~events["geo_precision"].isin(["country", "none"])]
    box = bbox(list(zip(placed["longitude"].astype(float), placed["latitude"].astype(float), strict=True)))
    return box is not None and box[0] > box[2]


def _shapes(events: "gpd.GeoDataFrame", tolerance: float) -> tuple[list[Any], list[int | None]]:
    """Areas once each, and for every row the number of its own (None: no area, or a whole country)."""
    found: dict[bytes, int] = {}
    shapes: list[Any] = []
    index: list[int | None] = []
    for area, precision in zip(events["area"], events["geo_precision"], strict=True):
        if area is None or area.is_empty or precision in {"country", "none"}:
            index.append(None)
            continue
        key = area.wkb
        if key not in found:
            found[key] = len(shapes)
            drawn = drawn_area(area, precision)
            shapes.append(parts_of(drawn.simplify(min(tolerance, _ROUND * drawn.area**0.5)), AREA_SCALE))
        index.append(found[key])
    return shapes, index


def _articles(articles: "pd.DataFrame | None") -> list[dict[str, Any]]:
    """What was read: id, title, day, publisher, link and language of each article, by day and id."""
    if articles is None:
        return []
    kept = [c for c in ARTICLES if c.name in {"article_id", "title", "published", "publisher", "url", "language"}]
    rows = [{c.name: plain(row[c.name], c.dtype) for c in kept} for row in articles.to_dict("records")]
    return sorted(rows, key=lambda r: (r["published"] or "", r["article_id"]))


def _tellings(
    events: "gpd.GeoDataFrame", mentions: "pd.DataFrame | None", articles: "pd.DataFrame | None"
) -> list[Any]:
    """Where events are told: [number of the event, number of the article or None, quote, stance, claimant], in text order.

    A quote that the event's own sentence begins with is left out: the card shows that sentence.
    """
    if mentions is None:
        return []
    event_at = {name: k for k, name in enumerate(events["event_id"])}
    article_at = {a["article_id"]: k for k, a in enumerate(_articles(articles))}
    rows = mentions.sort_values(["article_id", "sentence_index", "start"], kind="stable").to_dict("records")
    kept = [r for r in rows if r["event_id"] in event_at]
    sentences = events["sentence"].tolist()
    for row in kept:
        if str(sentences[event_at[row["event_id"]]]).startswith(str(row["quote"])):
            row["quote"] = None
    return [
        [event_at[r["event_id"]], article_at.get(r["article_id"])]
        + [plain(r[name], "text") for name in ("quote", "stance", "claimant")]
        for r in kept
    ]
