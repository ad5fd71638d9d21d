"""Fewer events where all are too many for a page: newer, surer, or a sample."""

import datetime
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["narrowed"]


def narrowed(
    events: "gpd.GeoDataFrame",
    *,
    since: datetime.date | None = None,
    min_confidence: float | None = None,
    sample: int | None = None,
) -> "gpd.GeoDataFrame":
    """The events that end on ``since`` or later or have no date, are at least so sure, and at most ``sample`` of those.

    A sample is the same on every run: rows with the smallest hashes of their ids, in their order.
    """
    import pandas as pd

    if since is not None:
        first = pd.Timestamp(since.isoformat(), tz="UTC")
        events = events[events["end_time"].isna() | (events["end_time"] > first)]
    if min_confidence is not None:
        events = events[(events["confidence"] >= min_confidence).fillna(False)]
    if sample is not None and len(events) > sample:
        hashes = events["event_id"].map(lambda name: hashlib.sha256(name.encode("utf-8", "replace")).hexdigest())
        events = events[hashes.rank(method="first") <= sample]
    return events
