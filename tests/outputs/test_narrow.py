"""Fewer events: newer, surer, or a sample that stays the same."""

import datetime

from geoevents.frames.tables import frame_of
from geoevents.outputs.narrow import narrowed
from tests.conftest import event_row
from tests.outputs.synthetic import synthetic_rows


def test_since_keeps_what_ends_later_and_what_has_no_date():
    undated = event_row(event_id="c", date_start=None, date_end=None, start_time=None, end_time=None)
    frame = frame_of([event_row(event_id="a"), event_row(event_id="b", end_time="2024-05-14T00:00:00Z"), undated])
    assert list(narrowed(frame, since=datetime.date(2024, 5, 14))["event_id"]) == ["a", "c"]


def test_confidence_is_a_lower_bound():
    frame = frame_of([event_row(event_id="a", confidence=0.8), event_row(event_id="b", confidence=0.79)])
    assert list(narrowed(frame, min_confidence=0.8)["event_id"]) == ["a"]


def test_a_sample_does_not_depend_on_the_order_of_the_rows():
    frame = frame_of(synthetic_rows(200))
    kept = set(narrowed(frame, sample=20)["event_id"])
    assert len(kept) == 20
    assert set(narrowed(frame[::-1], sample=20)["event_id"]) == kept
