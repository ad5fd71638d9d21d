"""Scores of names: what counts as found, as placed, and as neither right nor wrong."""

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.training.scores import Tally, rates, tally
from tests.conftest import article

TEXT = "Shells fell on Kharkiv on Monday. Ukrainian officials in Kyiv said so."
KHARKIV = {"start": 15, "end": 22, "text": "Kharkiv", "lat": 49.98, "lon": 36.25, "role": "literal"}
KYIV = {"start": 57, "end": 61, "text": "Kyiv", "lat": 50.45, "lon": 30.52, "role": "metonym"}
PEOPLE = {"start": 34, "end": 43, "text": "Ukrainian", "lat": 48.4, "lon": 31.2}


@pytest.fixture(scope="module")
def found(atlas):
    return find_mentions(article(TEXT), atlas, segments=segment(TEXT))


def test_the_right_place_counts_at_every_radius_and_the_role_apart(found):
    counts = tally([KHARKIV, KYIV], found, demonyms=False)
    assert (counts.gold, counts.found, counts.exact, counts.right) == (2, 2, 2, (2, 2, 2))
    assert (counts.with_role, counts.role_right) == (2, 1)


def test_demonyms_count_only_where_they_are_asked_for(found):
    assert tally([KHARKIV, KYIV, PEOPLE], found, demonyms=True).gold == 3
    assert tally([KHARKIV, KYIV, PEOPLE], found, demonyms=False).gold == 2


def test_gold_without_coordinates_is_neither_wanted_nor_wrong(found):
    counts = tally([KHARKIV, KYIV | {"lat": None}], found, demonyms=False)
    assert (counts.gold, counts.found, counts.overlap) == (1, 1, 1)


def test_a_place_far_away_is_found_but_wrong(found):
    assert tally([KHARKIV | {"lat": 10.0}], found, demonyms=False).right == (0, 0, 0)


def test_nothing_found_is_no_division_by_zero():
    assert rates([tally([KHARKIV], (), demonyms=True)])["overlap F1"] == 0.0
    assert rates([Tally()])["recall @161 km"] == 0.0
