"""Which placements a person should look at: the doubtful rows of an events table, most doubtful first."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["DOUBT_BELOW", "REVIEW_COLUMNS", "doubtful"]

# Confidence of a placement below which it is shown: one placement in fourteen of the development articles, few enough to
# look at each.
DOUBT_BELOW = 0.6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins with these
REVIEW_COLUMNS = (
    "decision", "new_place_id", "new_latitude", "new_longitude", "note", "event_id", "place_text", "place_id", "place_name",
    "admin1", "country", "confidence", "reason", "alternatives", "title", "sentence", "source_url",
)  # fmt: skip


def doubtful(
    events: "pd.DataFrame", *, below: float = DOUBT_BELOW, decided: Iterable[Mapping[str, Any]] = ()
) -> list[dict[str, Any]]:
    """Rows for a person to decide on, as ``REVIEW_COLUMNS``, least sure first; an empty table gives none.

    ``decided`` are rows (with ``event_id``, ``place_text``, ``place_id``) that need no second look.
    """
    known = {(d.get("place_text"), d.get("place_id")) for d in decided}
    placed = events[events["geo_precision"] != "none"]
    unsure = placed[placed["conf_place"].fillna(0.0) < below]
    ordered = unsure.sort_values(["conf_place", "event_id"], na_position="first")
    rows = [_row(record) for record in ordered.to_dict("records")]
    return [r for r in rows if (r["place_text"], r["place_id"]) not in known]


def _row(record: Mapping[Any, Any]) -> dict[str, Any]:
    blank = dict.fromkeys(REVIEW_COLUMNS, "")
    shown = {name: _text(record.get(name)) for name in REVIEW_COLUMNS if name in record}
    return blank | shown | {
        "confidence": _text(record.get("conf_place")),
        "reason": _text(record.get("place_reason")),
        "alternatives": "; ".join(_alternative(a) for a in record.get("place_alternatives") or ()),
    }  # fmt: skip


def _alternative(option: Mapping[str, Any]) -> str:
    where = ", ".join(str(v) for v in (option.get("name"), option.get("admin1"), option.get("country")) if v)
    return f"{option.get('id')} = {where} ({option.get('confidence')})"


def _text(value: Any) -> str:
    import pandas as pd

    text = "" if value is None or pd.isna(value) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
