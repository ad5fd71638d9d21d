import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.resolution.confidence import calibration, expected_error, lowest_threshold
from geoevents.atlas.resolution.ranking import Ranker
from tests.conftest import article


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=200))
def test_confidence_never_falls_where_the_ranker_is_surer(cases):
    raw, right = [c[0] for c in cases], [c[1] for c in cases]
    steps = calibration(raw, right, [1.0] * len(cases))
    assert len(steps.raw) <= 20
    assert np.all(np.diff(steps.value) >= 0)


def test_confidence_is_the_share_right():
    raw = np.tile([0.2, 0.9], 500)
    steps = calibration(raw, np.arange(1000) % 2 == 1, np.ones(1000))
    assert (steps(0.2), steps(0.9)) == pytest.approx((0.0, 0.99))


def test_a_perfect_confidence_has_no_error():
    assert expected_error([0.0, 1.0], [False, True]) == 0.0
    assert expected_error([1.0, 1.0], [False, True]) == 0.5


def test_the_threshold_is_the_lowest_that_gives_every_corpus_its_share():
    sure, right = [0.1, 0.4, 0.8], [False, True, True]
    assert lowest_threshold({"a": sure}, {"a": right}, {"a": 0.9}) == pytest.approx(0.11)
    assert lowest_threshold({"a": sure}, {"a": [False] * 3}, {"a": 0.9}) == 1.0


def test_the_shipped_confidence_rises_in_at_most_twenty_steps():
    steps = Ranker.load().calibration
    assert len(steps.raw) <= 20
    assert np.all(np.diff(steps.value) >= 0)


def test_a_name_below_the_threshold_stays_with_its_reason_and_alternatives(atlas):
    text = "Shells fell on the village of Verbove on Sunday."
    (mention,) = find_mentions(article(text), atlas, segments=segment(text), min_confidence=0.99)
    assert (mention.place, mention.decision in {"too_close", "none_fits"}) == (None, True)
    assert mention.alternatives[0].place.name == "Verbove"
    assert "below 0.99" in mention.reasons[0]
