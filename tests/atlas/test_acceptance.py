"""Names that must be found: the design's, where it lies beside the checkout, and a hundred and thirty of our own from other regions."""

import csv
import re
from pathlib import Path

import pytest

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.search import search

DESIGN = Path(__file__).parents[3] / "shared" / "design" / "atlas_names.csv"
OWN = Path(__file__).parent / "names.csv"


def rows_of(path):
    """Rows that name a place with a point, each with the context that a search would be given."""
    with path.open(encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines) if r["lat"] and r.get("kind") not in {"none", "macroregion"}]
    for row in rows:
        row["context"] = {k: row[k] for k in ("near", "inside") if row.get(k)} | asked(row.get("context", ""))
    return rows


def asked(context):
    """ "near X", "south of X", "X Oblast; Y in text" as options of a search."""
    options = {}
    for part in filter(None, (p.strip() for p in context.split(";"))):
        beside = re.fullmatch(r"(?:near|(?:north|south|east|west) of) (.+)|(.+) in text", part)
        if beside is None and "raion" not in part:
            options["inside"] = part
        elif beside is not None:
            options["near"] = beside.group(1) or beside.group(2)
    return options


def missed(atlas, rows):
    """(names not among the candidates, names not first)."""
    absent, second = [], []
    for row in rows:
        wanted, reach = LonLat(float(row["lon"]), float(row["lat"])), float(row["tolerance_km"] or 25)
        found = search(atlas, row["query"], **row["context"])
        right = [c.place.lonlat is not None and distance_km(c.place.lonlat, wanted) <= reach for c in found]
        if not any(right):
            absent.append(row["query"])
        if not right or not right[0]:
            second.append(row["query"])
    return absent, second


@pytest.mark.parametrize("path", [pytest.param(DESIGN, id="design"), pytest.param(OWN, id="own")])
def test_the_right_place_is_among_the_candidates_and_first(atlas, path):
    if not path.exists():
        pytest.skip("the acceptance names are not beside this checkout")
    rows = rows_of(path)
    absent, second = missed(atlas, rows)
    print("not among the candidates:", absent, "not first:", second)
    assert len(absent) <= 0.02 * len(rows)
    assert len(second) <= 0.08 * len(rows)


@pytest.mark.parametrize("name", ["Qwrtplsk", "Nemaivkivske"])
def test_an_invented_name_is_nowhere(atlas, name):
    assert search(atlas, name) == ()


def test_a_name_is_searched_in_its_region_and_near_its_neighbour(atlas):
    assert search(atlas, "Klichtchiïvka", near="Bakhmut")[0].place.name == "Klishchiivka"
    assert search(atlas, "Makiivka", inside="Luhansk Oblast")[0].place.admin1 == "Luhansk Oblast"
    assert {c.place.country for c in search(atlas, "Odessa", country="ua")} == {"UA"}


def test_near_an_area_is_inside_it(atlas):
    assert search(atlas, "Paris", near="Texas")[0].place.admin1 == "Texas"
    assert "in Texas" in search(atlas, "Paris", near="Texas")[0].reason
