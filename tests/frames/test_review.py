"""Doubtful placements are listed for a person, least sure first."""

from geoevents.frames.review import REVIEW_COLUMNS, doubtful
from geoevents.frames.tables import frame_of
from tests.conftest import event_row


def rows(**options):
    table = frame_of(
        [
            event_row(event_id="ev-1", conf_place=0.3, place_id="a", place_text="Tula"),
            event_row(event_id="ev-2", conf_place=0.9, place_id="b"),
            event_row(event_id="ev-3", conf_place=0.1, place_id="c", place_text="=Orel"),
            event_row(event_id="ev-4", conf_place=None, geo_precision="none"),
        ]
    )
    return doubtful(table, **options)


def test_the_least_sure_comes_first_and_the_sure_are_left_out():
    assert [r["event_id"] for r in rows()] == ["ev-3", "ev-1"]
    assert all(tuple(r) == REVIEW_COLUMNS for r in rows())


def test_what_was_decided_needs_no_second_look():
    assert [r["event_id"] for r in rows(decided=[{"place_text": "Tula", "place_id": "a"}])] == ["ev-3"]


def test_no_cell_runs_in_a_spreadsheet():
    assert rows()[0]["place_text"] == "'=Orel"
