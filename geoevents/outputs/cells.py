"""Rows and cells as files know them: plain values, no NaN, no lone surrogate; and the table that GDAL takes."""

import datetime
import json
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geoevents.frames.columns import EVENTS, Column

if TYPE_CHECKING:
    import pandas as pd

_LONE = re.compile("[\ud800-\udfff]")  # halves of surrogate pairs are in no encoding

__all__ = ["flat", "is_missing", "plain", "records", "sorted_records"]


def records(events: "pd.DataFrame", columns: Sequence[Column] = EVENTS) -> list[dict[str, Any]]:
    """Rows as plain values in column order: dates as ISO text, unknown as None, lists as lists."""
    return [{c.name: plain(row[c.name], c.dtype) for c in columns} for row in events.to_dict("records")]


def sorted_records(events: "pd.DataFrame") -> list[dict[str, Any]]:
    """The same by ``event_id``: the order of every file."""
    return sorted(records(events), key=lambda r: str(r["event_id"]))


def plain(value: Any, dtype: str) -> Any:
    """One cell as JSON knows it; lone surrogates become U+FFFD."""
    if dtype == "json":
        return _clean(value) if isinstance(value, list | dict) else None
    if is_missing(value):
        return None
    if dtype == "date":
        return value.date().isoformat() if isinstance(value, datetime.datetime) else value.isoformat()
    if dtype == "instant":
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if dtype in {"int", "bool"}:
        return int(value) if dtype == "int" else bool(value)
    return round(float(value), 5) if dtype == "float" else _text(str(value))


def is_missing(value: Any) -> bool:
    """True for None and for what pandas writes where nothing is known: NaN, NaT, NA."""
    import pandas as pd

    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _text(value: str) -> str:
    return _LONE.sub("\ufffd", value)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {str(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(v) for v in value]
    return value


def flat(frame: "pd.DataFrame", columns: Sequence[Column]) -> "pd.DataFrame":
    """The columns as GDAL knows them: lists as JSON text, days as dates, instants in UTC; NUL, where GDAL would end a text, is U+FFFD."""
    import pandas as pd

    return pd.DataFrame({c.name: _column(frame[c.name], c.dtype) for c in columns}, index=frame.index)


def _column(values: "pd.Series[Any]", dtype: str) -> "pd.Series[Any]":
    import pandas as pd

    if dtype == "json":
        texts = [json.dumps(_clean(v), ensure_ascii=False) if isinstance(v, list | dict) else None for v in values]
        return pd.Series(texts, index=values.index, dtype="object")
    if dtype == "date":
        days = [None if is_missing(v) else v.date() for v in values]
        return pd.Series(days, index=values.index, dtype="object")
    if dtype == "text":
        texts = [None if is_missing(v) else _text(str(v)).replace("\x00", "\ufffd") for v in values]
        return pd.Series(texts, index=values.index, dtype="object")
    return values
