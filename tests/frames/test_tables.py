"""Tables: every column with its type, always; and sums that count nothing twice."""

import datetime

import pytest

from geoevents.frames.columns import ARTICLES, EVENTS, MENTIONS
from geoevents.frames.instants import instants
from geoevents.frames.tables import articles_frame, events_frame, frame_of, mentions_frame, total_count
from geoevents.outputs.geojson import records
from tests.conftest import event_row


@pytest.mark.parametrize(("build", "columns"), [(mentions_frame, MENTIONS), (articles_frame, ARTICLES)])
def test_an_empty_table_has_all_its_columns(build, columns, seeds):
    assert list(build([]).columns) == [c.name for c in columns]
    assert dict(build([]).dtypes) == dict(build(seeds).dtypes)


def test_an_empty_events_table_has_columns_geometry_and_crs(seeds):
    empty, full = events_frame([]), events_frame(seeds)
    assert list(empty.columns) == [c.name for c in EVENTS] + ["geometry", "area"] == list(full.columns)
    assert dict(empty.dtypes) == dict(full.dtypes)
    assert empty.crs == full.crs == "EPSG:4326"


def test_the_table_has_a_row_an_event_in_order(seeds):
    assert list(events_frame(seeds)["event_id"]) == [e.event_id for f in seeds for e in f.events]


def test_points_stand_where_latitude_and_longitude_say(seeds):
    frame = events_frame(seeds).dropna(subset=["latitude"])
    assert list(frame.geometry.y.round(5)) == list(frame["latitude"].astype(float))


def test_a_region_is_never_a_pin(seeds):
    frame = events_frame(seeds)
    assert not frame.loc[frame["geo_precision"].isin(["adm1", "part_of_adm1", "macro_region", "country"]), "pin"].any()


def test_a_value_out_of_its_list_is_refused():
    with pytest.raises(ValueError, match="column status: 'sure' is not one of"):
        frame_of([event_row(status="sure")])


def test_a_table_of_its_own_records_is_the_same(seeds):
    frame = events_frame(seeds)
    assert records(frame_of(records(frame))) == records(frame)


def test_sums_leave_out_parts_denials_and_plans():
    rows = [
        event_row(event_id="whole", count=13, count_unit="drones"),
        event_row(event_id="a", count=9, count_unit="drones", counted_in=["whole"]),
        event_row(event_id="b", count=5, count_unit="drones", status="denied"),
        event_row(event_id="c", count=4, count_unit="drones", status="planned"),
        event_row(event_id="d", group_id="g", group_count=3, count_unit="drones"),
        event_row(event_id="e", group_id="g", group_count=3, count_unit="drones"),
        event_row(event_id="f", count=7, count_unit="missiles"),
    ]
    frame = frame_of(rows)
    assert total_count(frame, "drones") == 16
    assert total_count(frame[frame["event_id"] != "whole"], "drones") == 12


def test_a_part_counts_for_itself_where_its_sum_is_left_out():
    rows = [
        event_row(event_id="a", count=5, group_count=9, count_unit="drones", counted_in=["whole"]),
        event_row(event_id="b", count=4, group_count=9, count_unit="drones", counted_in=["whole"]),
    ]
    assert total_count(frame_of(rows), "drones") == 9


@pytest.mark.parametrize(
    ("end", "precision", "part", "span"),
    [
        (15, "day", None, ("2024-05-15T00", "2024-05-16T00")),
        (16, "night", None, ("2024-05-15T18", "2024-05-16T06")),
        (15, "night", None, ("2024-05-15T18", "2024-05-16T00")),
        (15, "part_of_day", "morning", ("2024-05-15T06", "2024-05-15T12")),
        (None, "day", None, ("2024-05-15T00", "2024-05-16T00")),
        (31, "month", None, ("2024-05-15T00", "2024-06-01T00")),
    ],
)
def test_times_cover_the_told_days(end, precision, part, span):
    day = datetime.date(2024, 5, 15)
    found = instants(day, day.replace(day=end) if end else None, precision, part)
    assert tuple(t.strftime("%Y-%m-%dT%H") for t in found) == span
