"""Sentences of our own with the point a map gives (``relations.csv``): half of them were never looked at while rules were written."""

import csv
from pathlib import Path

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km
from tests.conftest import article

SENTENCES = list(csv.DictReader(Path(__file__).with_name("relations.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def judged(atlas):
    """{half: [(point within tolerance, right rung, uncertainty reaches the point)]}; no place where none is meant."""
    found = {}
    for row in SENTENCES:
        found.setdefault(row["half"], []).append(_judged(row, _mention(atlas, row)))
    return found


def _mention(atlas, row):
    text = row["sentence"]
    return next((m for m in find_mentions(article(text), atlas, segments=segment(text)) if row["name"] in m.text), None)


def _judged(row, mention):
    spot = mention.spot if mention is not None else None
    if not row["lat"] or spot is None or spot.lonlat is None:
        return (mention is not None and spot is None and not row["lat"],) * 3
    off = distance_km(spot.lonlat, LonLat(float(row["lon"]), float(row["lat"])))
    return off <= float(row["tolerance_km"]), spot.precision == row["precision"], off <= spot.uncertainty_km


@pytest.mark.parametrize("half", ["open", "held"])
def test_four_in_five_points_lie_within_their_tolerance(judged, half):
    points = [point for point, _, _ in judged[half]]
    assert len(points) >= 40
    assert sum(points) / len(points) >= 0.84


@pytest.mark.parametrize("half", ["open", "held"])
def test_the_rung_of_precision_is_right(judged, half):
    rungs = [rung for _, rung, _ in judged[half]]
    assert sum(rungs) / len(rungs) >= 0.88


@pytest.mark.parametrize("half", ["open", "held"])
def test_nine_in_ten_radii_reach_the_point(judged, half):
    """``uncertainty_km`` is the radius that should hold the true point nine times in ten."""
    reached = [reach for _, _, reach in judged[half]]
    assert sum(reached) / len(reached) >= 0.85
