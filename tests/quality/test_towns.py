"""Towns that reports of thirty wars name, each in a sentence of ours: where they are put, told with their region and without.

``of_wars.csv`` has towns with their region; ``namesakes.csv`` towns of which a larger one has the name, so that only the
country of the report tells which is meant.  The points were written down from maps, within a few kilometres.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km
from tests.conftest import article

FOLDER = Path(__file__).parent / "towns"
NEAR_KM = 60.0  # districts stand at their seat, areas that are called like their town at their middle
pytestmark = pytest.mark.quality


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / name).read_text("utf-8").splitlines()))


def placed(atlas: Gazetteer, name: str, form: str) -> Iterator[bool]:
    """For each town whether it is put where it is, in a sentence of that form."""
    for row in rows(name):
        text = form.format(**row)
        at = text.index(row["place"])
        mentions = find_mentions(article(text), atlas, segments=segment(text, title=""))
        told = next((m for m in mentions if m.start < at + len(row["place"]) and m.end > at), None)
        where = told and ((told.spot and told.spot.lonlat) or (told.place and told.place.lonlat))
        yield bool(where) and distance_km(where, LonLat(float(row["lon"]), float(row["lat"]))) <= NEAR_KM


@pytest.mark.parametrize(
    ("name", "form", "floor"),
    [
        (
            "of_wars.csv",
            "Shells hit {place} in {region}, {country}, on Monday, killing two people, witnesses said.",
            0.93,
        ),
        (
            "of_wars.csv",
            "Fighting broke out in {place} on Monday, residents said. The government of {country} sent troops.",
            0.92,
        ),
        (
            "namesakes.csv",
            "Gunmen attacked {place} on Monday, {people} police said. The president of {country} met generals in {capital}.",
            0.85,
        ),
        ("namesakes.csv", "Two people were killed in {place} on Monday, {people} police said.", 0.78),
    ],
)
def test_towns_of_wars_are_put_where_they_are(atlas, name, form, floor):
    right = list(placed(atlas, name, form))
    share = sum(right) / len(right)
    print(f"{name}: {share:.3f} of {len(right)}")
    assert share >= floor
