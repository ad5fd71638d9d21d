"""Floors of the candidate ceiling: an edition of the atlas that loses places is seen."""

import os
from pathlib import Path

import pytest

from tests.quality.ceiling import ceiling, mentions

SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = [pytest.mark.quality, pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not here")]


@pytest.mark.parametrize(
    ("corpus", "linked", "floor"),
    [("LGL", False, 0.96), ("TR-News", False, 0.965), ("GeoVirus", False, 0.9), ("GeoWebNews", True, 0.94)],
)
def test_the_right_place_is_among_the_candidates(atlas, corpus, linked, floor):
    gold = mentions(SHARED / "corpora" / corpus / "dev.jsonl", linked=linked)
    _, share, absent = ceiling(atlas, gold)
    assert share[161.0] >= floor, absent.most_common(20)
