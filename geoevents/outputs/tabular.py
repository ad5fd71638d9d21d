"""CSV for spreadsheets: one row an event, a telling or an article, nothing nested (``outputs.md`` 4)."""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.errors import OutputError
from geoevents.frames.columns import EVENTS, Column
from geoevents.outputs.cells import records, sorted_records
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_csv_rows", "write_csv", "write_csv_table"]

# What a spreadsheet takes for a formula at the beginning of a cell (OWASP's list), wide forms included; a quote before
# them is doubled by one more, so that reading takes off exactly what writing put on.
_FORMULA = re.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]")
_SPECIAL = re.compile('[",\r\n]')
_WKT_DIGITS = 5


def write_csv(events: "pd.DataFrame", path: str | Path, *, wkt: bool = False) -> Path:
    """RFC 4180, UTF-8 with byte order mark; lists as JSON; text that a spreadsheet would run gets a leading quote.

    ``wkt`` adds ``geometry_wkt`` (the point) and ``area_wkt`` (the area, where there is one).
    """
    extra = _wkt(events) if wkt else {}
    rows = [r | {name: texts.get(r["event_id"]) for name, texts in extra.items()} for r in sorted_records(events)]
    return _write(Path(path), [*((c.name, c.dtype) for c in EVENTS), *((name, "wkt") for name in extra)], rows)


def write_csv_table(table: "pd.DataFrame", path: str | Path, columns: Sequence[Column]) -> Path:
    """Mentions or articles in the same form, in the order of their first column."""
    key = columns[0].name
    rows = sorted(records(table, columns), key=lambda r: str(r[key]))
    return _write(Path(path), [(c.name, c.dtype) for c in columns], rows)


def _write(path: Path, columns: Sequence[tuple[str, str]], rows: Iterable[dict[str, Any]]) -> Path:
    lines = [",".join(name for name, _ in columns)]
    lines += [",".join(_quoted(_cell(row[name], dtype)) for name, dtype in columns) for row in rows]
    return write_text(path, "".join(f"{line}\n" for line in lines), encoding="utf-8-sig")


def _quoted(cell: str) -> str:
    """In quotes where RFC 4180 asks for them; Python's own writer leaves a lone carriage return bare."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _wkt(events: "pd.DataFrame") -> dict[str, dict[str, str]]:
    """Column -> event id -> geometry as well-known text."""
    import shapely

    found = {}
    for name, source in (("geometry_wkt", "geometry"), ("area_wkt", "area")):
        pairs = zip(events["event_id"], events[source], strict=True)
        found[name] = {
            i: shapely.to_wkt(g, rounding_precision=_WKT_DIGITS) for i, g in pairs if g is not None and not g.is_empty
        }
    return found


def _cell(value: Any, dtype: str) -> str:
    if value is None:
        return ""
    if dtype == "json":
        return json.dumps(value, ensure_ascii=False)
    if dtype == "bool":
        return "true" if value else "false"
    if dtype == "text":
        text = str(value).replace("\x00", "\ufffd")
        return f"'{text}" if _FORMULA.match(text) else text
    return str(value)


def read_csv_rows(path: Path, columns: Sequence[Column] = EVENTS) -> list[dict[str, Any]]:
    """Rows of such a file with their types back; ``area`` from ``area_wkt``.  OutputError names a line that is none."""
    import shapely

    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        missing = [c.name for c in columns[:3] if c.name not in (reader.fieldnames or ())]
        if missing:
            raise OutputError(f"{path} is no events file of geoevents: it has no column {missing[0]}")
        rows = []
        for row in reader:
            try:
                values = {c.name: _value(row.get(c.name) or "", c.dtype) for c in columns}
                area = shapely.from_wkt(row["area_wkt"]) if row.get("area_wkt") else None
            except (ValueError, shapely.errors.GEOSException) as error:
                raise OutputError(f"{path}:{reader.line_num}: {error}") from error
            rows.append(values | {"area": area})
        return rows


def _value(text: str, dtype: str) -> Any:
    if text == "":
        return None
    if dtype == "json":
        return json.loads(text)
    if dtype == "bool":
        return text.lower() == "true"
    if dtype in {"int", "float"}:
        return int(text) if dtype == "int" else float(text)
    return text[1:] if dtype == "text" and text.startswith("'") and _FORMULA.match(text) else text
