"""What a person decided about a placement holds on every later run."""

import csv

import pytest

from geoevents.errors import ArticleError, GazetteerError
from geoevents.events.corrections import Correction, corrected, read_corrections
from geoevents.events.find import find_events
from tests.conftest import article

TEXT = "A missile hit a market in Kostiantynivka on Monday, killing two people, the governor said."
OTHER = "gn:704724"  # a village of that name in Mykolaiv Oblast


@pytest.fixture
def found(atlas):
    return find_events(article(TEXT), atlas)


def decided(found, atlas, decision, **values):
    event = found.events[0]
    correction = Correction(decision=decision, place_text=event.place_text, place_id=event.place_id, **values)
    return corrected(found, [correction], atlas).events


def test_another_place_is_put_there(found, atlas):
    (event,) = decided(found, atlas, "place", new_place_id=OTHER, note="read the dateline")
    assert (event.place_id, event.admin1, event.conf_place) == (OTHER, "Mykolaiv Oblast", 1.0)
    assert event.confidence > found.events[0].confidence
    assert event.place_reason == "decided by a person: read the dateline"
    assert event.event_id == found.events[0].event_id


def test_no_place_leaves_an_event_without_one(found, atlas):
    (event,) = decided(found, atlas, "none")
    assert (event.latitude, event.geo_precision, event.place_text) == (None, "none", "Kostiantynivka")


def test_a_dropped_event_is_gone_with_its_mentions(found, atlas):
    correction = Correction(decision="drop", place_text=found.events[0].place_text, place_id=found.events[0].place_id)
    after = corrected(found, [correction], atlas)
    assert (after.events, after.event_mentions) == ((), ())


def test_a_decision_about_another_event_changes_nothing(found, atlas):
    assert decided(found, atlas, "drop", event_id="ev-0") == found.events


def test_an_unknown_place_is_named(found, atlas):
    with pytest.raises(GazetteerError, match="gn:0"):
        decided(found, atlas, "place", new_place_id="gn:0")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"decision": "perhaps"}, "decision='perhaps' is none of"),
        ({"decision": "place"}, "place needs new_place_id"),
        ({"decision": "place", "new_latitude": "95", "new_longitude": "0"}, "new_latitude=95"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path, row, message):
    path = tmp_path / "corrections.csv"
    names = ["decision", "new_place_id", "new_latitude", "new_longitude", "place_text", "place_id"]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerow(row)
    with pytest.raises(ArticleError, match=r"corrections\.csv:2: .*" + message):
        read_corrections(path)


def test_rows_without_a_decision_are_left_alone(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("decision,place_text,place_id\n,Goma,gn:1\nkeep,Sumy,gn:2\n")
    assert [c.place_text for c in read_corrections(path)] == ["Sumy"]
