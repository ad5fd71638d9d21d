"""Findings become tables: events, mentions and articles, every column checked on its way out."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from geoevents.atlas.mention import PINNED, Alternative
from geoevents.events.event import Event, Findings
from geoevents.frames.columns import ARTICLES, EVENTS, MENTIONS, Column
from geoevents.frames.instants import instants

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["articles_frame", "events_frame", "frame_of", "mentions_frame", "total_count", "typed"]


def events_frame(findings: Iterable[Findings]) -> "gpd.GeoDataFrame":
    """One row an event, in the order of the findings.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns of ``columns.EVENTS``, then ``geometry`` (Point or None, EPSG:4326) and ``area`` (polygon or None).  An
        empty input gives all columns and no row.  Lists stay lists; unknown is NA.

    Raises
    ------
    ValueError
        A value is not among those allowed in its column.
    """
    rows = [_event_row(e) for f in findings for e in f.events]
    return frame_of(rows)


def frame_of(rows: Sequence[dict[str, Any]]) -> "gpd.GeoDataFrame":
    """The events table from plain rows (also used by the readers)."""
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely

    table = typed(rows, EVENTS)
    lon, lat = table["longitude"].to_numpy(float, na_value=np.nan), table["latitude"].to_numpy(float, na_value=np.nan)
    points = [None if np.isnan(x) or np.isnan(y) else shapely.Point(x, y) for x, y in zip(lon, lat, strict=True)]
    areas = gpd.GeoSeries([row.get("area") for row in rows], index=table.index, crs="EPSG:4326")
    frame = gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(points, index=table.index, crs="EPSG:4326"))
    frame["area"] = areas if len(rows) else gpd.GeoSeries(pd.Series([], dtype=object), crs="EPSG:4326")
    return frame


def mentions_frame(findings: Iterable[Findings]) -> "pd.DataFrame":
    """One row a telling: event, article, offsets, trigger, claimant, stance, quote."""
    rows = []
    for found in findings:
        article = found.article
        about = {
            "url": article.url,
            "publisher": article.publisher,
            "language": article.language,
            "published": article.published,
            "published_basis": article.published_basis,
        }
        rows += [{f.name: getattr(m, f.name) for f in fields(m)} | about for m in found.event_mentions]
    return typed(rows, MENTIONS)


def articles_frame(findings: Iterable[Findings]) -> "pd.DataFrame":
    """One row an article: what it is, how many names and events it yielded."""
    rows = []
    for found in findings:
        a = found.article
        rows.append(
            {
                "article_id": a.id,
                "title": a.title,
                "published": a.published,
                "published_basis": a.published_basis,
                "publisher": a.publisher,
                "url": a.url,
                "language": a.language,
                "n_mentions": len(found.mentions),
                "n_placed": sum(m.place is not None for m in found.mentions),
                "n_events": len({m.event_id for m in found.event_mentions}),
            }
        )
    return typed(rows, ARTICLES)


def total_count(events: "pd.DataFrame", unit: str) -> int:
    """The number to show for a set of rows (``events.md`` 3.3): no count is added twice.

    Denied, planned and cancelled rows are left out; a number shared by a statement counts once; where a row is counted in
    an aggregate of the set, the aggregate stands for it.
    """
    rows = events[(events["count_unit"] == unit) & ~events["status"].isin(["denied", "planned", "cancelled"])]
    present = set(rows["event_id"])
    seen: set[str] = set()
    total = 0
    for record in rows.to_dict("records"):
        if present & set(record["counted_in"] or ()):
            continue
        if _is_number(record["count"]):
            total += int(record["count"])
        elif _is_number(record["group_count"]) and record["group_id"] not in seen:
            seen.add(record["group_id"])
            total += int(record["group_count"])
    return total


def _is_number(value: Any) -> bool:
    import pandas as pd

    return value is not None and not pd.isna(value)


def _event_row(event: Event) -> dict[str, Any]:
    row = {f.name: _cell(getattr(event, f.name)) for f in fields(event)}
    row["start_time"], row["end_time"] = instants(
        event.date_start, event.date_end, event.date_precision, event.part_of_day
    )
    row["pin"] = event.geo_precision in PINNED and not event.is_aggregate
    row["evidence"] = {name: [span.start, span.end] for name, span in event.evidence}
    row["sources"] = [
        {"url": url, "publisher": publisher, "published": day.isoformat() if day else None}
        for url, publisher, day in event.sources
    ]
    row["source_url"] = next((url for url, _, _ in event.sources if url), None)
    row["area"] = event.area
    return row


def _cell(value: Any) -> Any:
    """A field as a cell: tuples of our values as lists of dicts."""
    if isinstance(value, tuple):
        return [_item(v) for v in value]
    return value


def _item(value: Any) -> Any:
    if isinstance(value, Alternative):
        place = value.place
        return {
            "id": place.id, "name": place.name, "admin1": place.admin1, "country": place.country,
            "latitude": place.lonlat.lat if place.lonlat else None, "longitude": place.lonlat.lon if place.lonlat else None,
            "confidence": value.confidence, "reason": value.reason,
        }  # fmt: skip
    if hasattr(value, "__dataclass_fields__"):
        raw = {f.name: getattr(value, f.name) for f in fields(value)}
        return {k: v.isoformat() if isinstance(v, datetime.date) else v for k, v in raw.items()}
    return value


_PANDAS = {"text": "string[python]", "int": "Int64", "float": "Float64", "bool": "bool", "json": "object"}


def typed(rows: Sequence[dict[str, Any]], columns: Sequence[Column]) -> "pd.DataFrame":
    """A table with exactly the given columns and their dtypes.  ValueError on a value that is not allowed."""
    import pandas as pd

    table: dict[str, pd.Series[Any]] = {}
    for column in columns:
        values: list[Any] = [row.get(column.name) for row in rows]
        _check(column, values)
        if column.dtype == "date":
            table[column.name] = pd.Series(pd.to_datetime(values), dtype="datetime64[s]")
        elif column.dtype == "instant":
            table[column.name] = pd.Series(pd.to_datetime(values, utc=True), dtype="datetime64[s, UTC]")
        elif column.dtype == "bool":
            table[column.name] = pd.Series([bool(v) for v in values], dtype="bool")
        else:
            table[column.name] = pd.Series(values, dtype=_PANDAS[column.dtype])
    return pd.DataFrame(table, columns=[c.name for c in columns])


def _check(column: Column, values: Sequence[Any]) -> None:
    if column.values:
        wrong = next((v for v in values if not _unknown(v) and str(v) not in column.values), None)
        if wrong is not None:
            raise ValueError(f"column {column.name}: {wrong!r} is not one of {', '.join(column.values)}")


def _unknown(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))
