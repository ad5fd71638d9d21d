"""The confidence of a row: what makes it sure or unsure, and what its parts are."""

import json
from importlib.resources import files

import pytest

from geoevents.events.codebook import Codebook
from geoevents.events.confidence import PARTS, features, sure_of, with_confidence
from geoevents.values import replace

PLAIN = "Rebels captured Rubaya on Tuesday, the army said."


@pytest.fixture
def row(told):
    (found,) = told(PLAIN)
    return found


def test_a_row_says_how_sure_each_part_is(row):
    parts = [row.conf_type, row.conf_place, row.conf_date, row.conf_status]
    assert all(0 < part < 1 for part in parts)
    assert row.confidence == pytest.approx(row.conf_type * row.conf_place * row.conf_date, abs=0.002)


def test_what_a_row_does_not_have_has_no_confidence(told):
    (found,) = told("The two sides exchanged 200 prisoners of war, the ministry said.")
    assert (found.place_name, found.conf_place) == (None, None)
    assert 0 < found.confidence < found.conf_type
    (undated,) = told("Rebels hold Rubaya and will attack Goma, the army said.", published=None)[:1]
    assert (undated.date_start, undated.conf_date) == (None, None)


def test_a_place_from_a_sentence_before_is_less_sure(told):
    named, taken = told("Rebels captured Rubaya on Tuesday. A day later two shells hit the town.")
    assert (named.geo_basis, taken.geo_basis) == ("text", "inherited")
    assert taken.conf_place < named.conf_place


def test_a_name_in_doubt_makes_its_event_so(row):
    book = Codebook.load()
    sure, unsure = (with_confidence(replace(row, conf_place=known), PLAIN, book) for known in (0.9, 0.4))
    assert unsure.conf_place < 0.8 * sure.conf_place
    assert unsure.confidence < sure.confidence
    assert unsure.conf_type == sure.conf_type


def test_kinds_that_nobody_annotated_count_for_nothing(row):
    weights = {part: {"": 0.0, "category control_change": 1.0} for part in PARTS}
    known = sure_of(weights, dict(features(row, PLAIN, Codebook.load())))
    other = sure_of(weights, dict(features(replace(row, category="wildfire"), PLAIN, Codebook.load())))
    assert set(other.values()) == {0.5}
    assert known["type"] > 0.7


def test_the_weights_know_the_features(row):
    weights = json.loads(files("geoevents.events").joinpath("confidence.json").read_text("utf-8"))["weights"]
    assert set(weights) == set(PARTS)
    looked_at = {name for name, _ in features(row, PLAIN, Codebook.load())}
    expected = {"weight", "category control_change", f"status {row.status}", "placed text", "dated relative"}
    assert expected <= looked_at & set(weights["type"])
