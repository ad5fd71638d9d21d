"""The dated history of who is said to hold which settlement."""

import pandas as pd
import pytest

from geoevents.frames.columns import CONTROL
from geoevents.frames.control import control_frame
from geoevents.frames.tables import events_frame, frame_of
from tests.conftest import event_row

FAR = {"place_id": "gn:9", "place_name": "Goma", "latitude": -1.68, "longitude": 29.22}


def change(day, side, *, status="claimed", name="a", **more):
    """A capture on a day of 2024."""
    actor = {
        "name": side,
        "canonical": side,
        "country": None,
        "sector": None,
        "role": "gaining_side",
        "basis": "explicit",
    }
    date = f"2024-{day}"
    end = f"{pd.Timestamp(date) + pd.Timedelta(days=1):%Y-%m-%d}"
    row = {"category": "control_change", "subtype": "captured", "status": status, "place_id": "gn:1", "actors": [actor],
           "date_start": date, "date_end": date, "start_time": f"{date}T00:00:00Z", "end_time": f"{end}T00:00:00Z"}  # fmt: skip
    return event_row(event_id=f"ev-{name}", **(row | more))


def history(*rows):
    table = control_frame(frame_of(rows))
    return [
        (r["side"], f"{r['start_time']:%m-%d}", f"{r['end_time']:%m-%d}", r["latest"], r["contested"])
        for r in table.to_dict("records")
    ]


def test_a_side_holds_a_settlement_until_the_next_change():
    assert history(change("05-01", "A"), change("05-09", "B", name="b")) == [
        ("A", "05-01", "05-09", False, False), ("B", "05-09", "05-10", True, False),
    ]  # fmt: skip


def test_the_latest_word_lasts_to_the_end_of_the_table():
    rows = [change("05-01", "A"), change("06-01", "B", name="b", **FAR)]
    assert {r[2] for r in history(*rows)} == {"06-02"}


def test_the_same_change_told_twice_is_one_row():
    rows = control_frame(frame_of([change("05-01", "A"), change("05-01", "A", name="b", status="confirmed")]))
    assert rows["event_ids"].tolist() == [["ev-a", "ev-b"]]
    assert rows["status"].tolist() == ["confirmed"]


def test_both_sides_on_one_day_are_contested():
    assert {r[4] for r in history(change("05-01", "A"), change("05-01", "B", name="b"))} == {True}


def test_a_denied_change_stands_there_but_ends_nothing():
    assert history(change("05-01", "A"), change("05-05", "B", name="b", status="denied")) == [
        ("A", "05-01", "05-06", True, False), ("B", "05-05", "05-06", False, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [{"status": "planned"}, {"geo_precision": "adm1"}, {"geo_precision": "near"}, {"is_aggregate": True}, {"category": "strike"},
     {"start_time": None, "end_time": None, "date_start": None, "date_end": None, "date_precision": "unknown"}],
)  # fmt: skip
def test_plans_regions_sums_and_the_undated_are_no_history(more):
    assert history(change("05-01", "A", **more)) == []


def side(name, *, country=None, claimant="the army", sentence="S.", basis="explicit"):
    actor = {
        "name": name,
        "canonical": None,
        "country": country,
        "sector": None,
        "role": "gaining_side",
        "basis": basis,
    }
    who = {"name": claimant, "stance": "asserts", "country": None, "side": "Sudan", "sector": "MIL"}
    table = control_frame(frame_of([change("05-01", "A", actors=[actor], claimants=[who], sentence=sentence)]))
    return None if pd.isna(table["side"][0]) else table["side"][0], table["side_basis"][0]


def test_troops_of_a_country_are_that_country():
    assert side("Russian troops", country="RUS") == ("Russia", "explicit")


def test_its_soldiers_are_the_speakers():
    assert side("soldiers", sentence="The army said its soldiers had taken the town.") == ("Sudan", "claimant")


def test_rebels_whom_a_governor_names_are_not_the_governors():
    assert side("rebels", claimant="governor", sentence="Rebels took the town, the governor said.") == (
        "rebels",
        "explicit",
    )


def test_a_pronoun_names_no_side():
    assert side("they", sentence="They took the town.")[0] is None


def test_an_empty_history_has_all_columns():
    table = control_frame(events_frame([]))
    assert list(table.columns) == [*(c.name for c in CONTROL), "geometry"]


def test_points_stand_at_the_settlements(seeds):
    table = control_frame(events_frame(seeds))
    assert len(table) > 2
    assert list(table.geometry.y) == list(table["latitude"].astype(float))
    assert set(table["geo_precision"]) <= {"exact", "settlement"}
