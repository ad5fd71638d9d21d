"""Columns of events as the page carries them: each value once where it repeats, numbers as small integers (``outputs.md`` 6.7)."""

import json
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any

from geoevents.frames.columns import EVENTS, Column
from geoevents.outputs.geojson import plain

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["DEGREE", "packed", "packed_columns"]

DEGREE = 100_000  # coordinates are integers of 1e-5 degrees, 1 m
_MINUTE = 60
_REPEATS = 0.5  # a column with fewer distinct values than this share is a dictionary and indices


def packed_columns(events: "pd.DataFrame", *, without: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Every column in order as {"n": name, "t": dtype, ...} with its values packed; ``without`` are left out."""
    return [{"n": c.name, "t": _kind(c)} | packed(_values(events[c.name], c)) for c in EVENTS if c.name not in without]


def packed(values: Sequence[Any]) -> dict[str, Any]:
    """{"c": value} where all are equal, {"d": distinct, "i": indices} where they repeat, else {"v": values}."""
    keys: list[Hashable] = [json.dumps(v) if isinstance(v, list | dict) else v for v in values]
    distinct: dict[Hashable, int] = {}
    index = [distinct.setdefault(key, len(distinct)) for key in keys]
    if len(distinct) == 1:
        return {"c": values[0]}
    if len(distinct) >= _REPEATS * len(values):
        return {"v": list(values)}
    firsts: dict[int, Any] = {}
    for number, value in zip(index, values, strict=True):
        firsts.setdefault(number, value)
    return {"d": [firsts[k] for k in range(len(firsts))], "i": index}


def _kind(column: Column) -> str:
    return "degree" if column.name in {"latitude", "longitude"} else column.dtype


def _values(series: "pd.Series[Any]", column: Column) -> list[Any]:
    """Cells as JSON knows them: days as ISO text, instants as minutes since 1970, degrees as integers, unknown as None."""
    cells: list[Any] = series.astype(object).tolist()
    known = series.notna().tolist() if column.dtype != "json" else [True] * len(cells)
    convert = _CONVERT.get(_kind(column), lambda v: plain(v, column.dtype))
    return [convert(v) if k else None for v, k in zip(cells, known, strict=True)]


def _text(value: Any) -> str:
    text = str(value)
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "degree": lambda v: round(float(v) * DEGREE),
    "float": lambda v: round(float(v), 5),
    "int": int,
    "bool": int,
    "instant": lambda v: int(v.timestamp()) // _MINUTE,
    "date": lambda v: v.strftime("%Y-%m-%d"),
}
