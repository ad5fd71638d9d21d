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
    """Every column in order as {"n": name, "t": dtype, ...} with its values packed; ``without`` are left out.

    A column that another decides (the country of a place, the label of a type) has only {"d": values, "of": number of that
    column}: its indices are the other's.
    """
    done: list[dict[str, Any]] = []
    indices: dict[int, _Index] = {}
    for column in (c for c in EVENTS if c.name not in without):
        content = packed(_values(events[column.name], column))
        if "i" in content:
            own = _Index(content["i"])
            deciding = [k for k, other in indices.items() if other.decides(own)]
            parent = min(deciding, key=lambda k: indices[k].size, default=None)
            if parent is None:
                indices[len(done)] = own
            else:
                content = {"d": [content["d"][k] for k in indices[parent].translated(own)], "of": parent}
        done.append({"n": column.name, "t": _kind(column)} | content)
    return done


class _Index:
    """Which distinct value each row has."""

    def __init__(self, numbers: Sequence[int]) -> None:
        """Counts the distinct values; numbers run from 0 in order of first appearance."""
        import numpy as np

        self.numbers = np.asarray(numbers, dtype=np.int64)
        self.size = int(self.numbers.max()) + 1

    def translated(self, other: "_Index") -> list[int]:
        """For each value of this one, the value of the other in the last row where it stands."""
        import numpy as np

        table = np.zeros(self.size, dtype=np.int64)
        table[self.numbers] = other.numbers
        return [int(k) for k in table]

    def decides(self, other: "_Index") -> bool:
        """True if rows that are equal here are equal there."""
        import numpy as np

        return self.size >= other.size and bool(
            np.all(np.asarray(self.translated(other))[self.numbers] == other.numbers)
        )


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
