"""CSV for spreadsheets: one row an event, nothing nested (``outputs.md`` 4)."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.frames.columns import EVENTS
from geoevents.outputs.geojson import records
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_csv_rows", "write_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(events: "pd.DataFrame", path: str | Path) -> Path:
    """RFC 4180, UTF-8 with byte order mark; lists as JSON; text that a spreadsheet would run gets a leading quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([c.name for c in EVENTS])
    for record in sorted(records(events), key=lambda r: str(r["event_id"])):
        writer.writerow([_cell(record[c.name], c.dtype) for c in EVENTS])
    return write_text(Path(path), out.getvalue(), encoding="utf-8-sig")


def _cell(value: Any, dtype: str) -> Any:
    if value is None:
        return ""
    if dtype == "json":
        return json.dumps(value, ensure_ascii=False)
    if dtype == "bool":
        return "true" if value else "false"
    if dtype == "text":
        text = str(value).replace("\x00", "\ufffd")
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value


def read_csv_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of such a file with their types back."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{c.name: _value(row[c.name], c.dtype) for c in EVENTS} for row in csv.DictReader(file)]


def _value(text: str, dtype: str) -> Any:
    if text == "":
        return None
    if dtype == "json":
        return json.loads(text)
    if dtype == "bool":
        return text == "true"
    if dtype in {"int", "float"}:
        return int(text) if dtype == "int" else float(text)
    return text[1:] if dtype == "text" and text.startswith("'") and text[1:2] in _FORMULA else text
