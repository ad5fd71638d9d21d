"""Who is said to hold which settlement, and since when: control changes as a dated history of points.

Points only: no line and no area is drawn between settlements, since no article tells one.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from geoevents.events.where.countries import alpha3
from geoevents.frames.columns import CONTROL
from geoevents.frames.tables import typed

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["control_frame"]

CATEGORY = "control_change"
_PLACES = ("exact", "settlement")  # "near X" and regions are no settlements
_LEFT_OUT = ("planned", "cancelled")
_GAINS, _LEAVES = ("gaining_side",), ("losing_side", "withdrawing_side")
_RANK = ("confirmed", "reported", "disputed", "claimed", "denied")  # the best-told of the same change is shown
_SAID = frozenset({"asserts", "confirms", "announces"})

_PRONOUN = re.compile("it|they|them|he|she|we|who|which|that|those", re.IGNORECASE)

Row = dict[str, Any]


def control_frame(events: "pd.DataFrame") -> "gpd.GeoDataFrame":
    """One row a settlement and dated change of control, by settlement and time.

    A row is in force from ``start_time`` until the next change at its place (``end_time``); the latest until the last
    day of the table, so that the time slider shows for each day which side claims which settlement.  Rows that tell the
    same change on the same day are one (``event_ids``); rows that contradict each other stand side by side, ``contested``.
    A denied change stands in the table but ends nothing.  Undated, planned and cancelled changes are left out.
    """
    import geopandas as gpd

    told = _dissolved([_row(e) for e in _changes(events)])
    last = events["end_time"].max() if len(told) else None
    rows = [r for _, group in groupby(told, key=_place) for r in _in_force(list(group), last)]
    table = typed(rows, CONTROL)
    points = gpd.points_from_xy(table["longitude"].astype(float), table["latitude"].astype(float), crs="EPSG:4326")
    return gpd.GeoDataFrame(table, geometry=points)


def _changes(events: "pd.DataFrame") -> list[Row]:
    """Events that change who holds a settlement, as plain rows, by place and time."""
    rows = events[
        (events["category"] == CATEGORY)
        & events["geo_precision"].isin(_PLACES)
        & ~events["status"].isin(_LEFT_OUT)
        & ~events["is_aggregate"]
        & events["start_time"].notna()
        & events["latitude"].notna()
    ]
    found: list[Any] = rows.to_dict("records")
    return sorted(found, key=lambda r: (_place(r), r["start_time"], str(r["event_id"])))


def _place(row: Mapping[str, Any]) -> tuple[str, float, float]:
    return str(row["place_id"]), float(row["latitude"]), float(row["longitude"])


def _row(event: Row) -> Row:
    side, basis = _side(event, _GAINS)
    claimants = event["claimants"] if isinstance(event["claimants"], list) else []
    return event | {
        "side": side,
        "side_basis": basis,
        "left_by": _side(event, _LEAVES)[0],
        "change": event["subtype"],
        "event_ids": [event["event_id"]],
        "claimed_by": ", ".join(dict.fromkeys(c["name"] for c in claimants if c["stance"] in _SAID)) or None,
        "denied_by": ", ".join(dict.fromkeys(c["name"] for c in claimants if c["stance"] not in _SAID)) or None,
    }


def _side(event: Row, roles: Sequence[str]) -> tuple[str | None, str | None]:
    """(side, how it is known) of the first actor in one of the roles; (None, None) where a pronoun is all that is told.

    A country speaks for its troops; "its soldiers" are the side of the one who says so; others are named as written.
    """
    actor = next((a for a in event["actors"] or () if a["role"] in roles), None)
    if actor is None:
        return None, None
    if actor["country"] or actor["canonical"]:
        return _country(actor["country"]) or str(actor["canonical"]), str(actor["basis"])
    speaker = next((c for c in event["claimants"] or () if c["stance"] in _SAID), None)
    if speaker and _own(actor["name"], event["sentence"]):
        return _country(speaker["country"]) or speaker["side"] or speaker["name"], "claimant"
    return (None, None) if _PRONOUN.fullmatch(actor["name"]) else (str(actor["name"]), str(actor["basis"]))


def _own(name: str, sentence: str) -> bool:
    """True where the sentence calls them the speaker's own: "its soldiers", "our troops", "we"."""
    possessed = rf"\b(?:its|our|their)\s+{re.escape(name)}\b"
    return name.lower() == "we" or re.search(possessed, sentence, re.IGNORECASE) is not None


def _country(code: str | None) -> str | None:
    """The English name of a country by its three letters; other codes (IGO) stand for nobody here."""
    return _country_names().get(code or "")


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    from geoevents.atlas.gazetteer import basemap

    return {alpha3(code) or code: name for code, name, _ in basemap()["countries"]}


def _dissolved(rows: Sequence[Row]) -> list[Row]:
    """The same side's same change on the same day told by several events, once: the best-told stands for all."""
    found = []
    for _, group in groupby(sorted(rows, key=_key), key=_key):
        same = sorted(group, key=lambda r: (_rank(r), -float(r["confidence"]), str(r["event_id"])))
        found.append(same[0] | {"event_ids": sorted(str(r["event_id"]) for r in same)})
    return sorted(found, key=lambda r: (_place(r), r["start_time"], str(r["event_id"])))


def _key(row: Row) -> tuple[Any, ...]:
    return _place(row), row["start_time"], str(row["side"]), str(row["change"]), row["status"] == "denied"


def _rank(row: Row) -> int:
    return _RANK.index(row["status"]) if row["status"] in _RANK else len(_RANK)


def _in_force(rows: list[Row], last: datetime.datetime | None) -> list[Row]:
    """The rows of one place with the time until which each is in force."""
    starts = sorted({r["start_time"] for r in rows if r["status"] != "denied"})
    found = []
    for row in rows:
        later = [s for s in starts if s > row["start_time"]]
        day = [r for r in rows if r["start_time"] == row["start_time"]]
        until = later[0] if later else max(t for t in (last, row["end_time"]) if t is not None)
        found.append(
            row
            | {
                "end_time": row["end_time"] if row["status"] == "denied" else until,
                "latest": not later and row["status"] != "denied",
                "contested": row["status"] in {"disputed", "denied"} or len({str(r["side"]) for r in day}) > 1,
            }
        )
    return found
