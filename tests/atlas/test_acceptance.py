"""The acceptance names of the design, where it lies beside the checkout."""

import csv
from pathlib import Path

import pytest

from geoevents.atlas.geometry import distance_km
from geoevents.atlas.place import LonLat

NAMES = Path(__file__).parents[3] / "shared" / "design" / "atlas_names.csv"


@pytest.mark.skipif(not NAMES.exists(), reason="the acceptance names are not beside this checkout")
def test_the_right_place_is_among_the_candidates_for_nine_names_in_ten(atlas):
    misses = []
    with NAMES.open(encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines) if r["lat"] and r["kind"] not in {"none", "macroregion"}]
    for row in rows:
        wanted = LonLat(float(row["lon"]), float(row["lat"])) if row["lat"] else None
        found = atlas.candidates(row["query"], fuzzy=True)
        reach = float(row["tolerance_km"] or 25)
        if not any(c.place.lonlat and distance_km(c.place.lonlat, wanted) <= reach for c in found):
            misses.append(row["query"])
    print("not among the candidates:", misses)
    assert len(misses) <= 0.12 * len(rows)
