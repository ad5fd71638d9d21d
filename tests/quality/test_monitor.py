"""Places that a monitor of the war in Ukraine located (``cir_monitor_2022``), told in a sentence each: are they found where they are?

The table stays in ``../shared``.  25 km is the test, for rows whose own reports lie within 15 km of each other.
"""

import csv
import os
from pathlib import Path

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km

SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
TABLE = SHARED / "corpora" / "cir_monitor_2022" / "place_gold_dev.csv"
pytestmark = [pytest.mark.quality, pytest.mark.skipif(not TABLE.exists(), reason="the table is not here")]

FORMS = {
    "A shell damaged a school in {place}, {province}, {country}, on Monday, the regional governor said.": 0.81,
    "A shell damaged a school in {place}, {province}, on Monday, the governor said.": 0.80,
    "Russian shells hit {place} in {province} on Monday, Ukrainian officials said.": 0.79,
    "Russian shelling damaged a school in {place} on Monday, Ukrainian officials said.": 0.62,
}


def is_right(atlas, form, row):
    text = form.format(**row).replace(", ,", ",")
    start = text.index(row["place"])
    told = find_mentions(Article(id="a", text=text), atlas, segments=segment(text))
    named = next((m for m in told if m.start < start + len(row["place"]) and m.end > start), None)
    point = named and ((named.spot and named.spot.lonlat) or (named.place and named.place.lonlat))
    return bool(point) and distance_km(point, LonLat(float(row["lon"]), float(row["lat"]))) <= 25


@pytest.mark.parametrize(("form", "floor"), FORMS.items())
def test_places_of_the_monitor(atlas, form, floor):
    rows = [r for r in csv.DictReader(TABLE.read_text("utf-8").splitlines()) if float(r["spread_km"] or 0) < 15]
    right = sum(is_right(atlas, form, r) for r in rows) / len(rows)
    print(f"{right:.3f} of {len(rows)}: {form}")
    assert right >= floor
