import csv
import shutil
from collections import Counter

import pytest
from shapely import Point

from geoevents.atlas.gazetteer import Gazetteer, basemap
from geoevents.atlas.manifest import check, default_folder, info
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.errors import GazetteerError


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kyiv", "city", "UA"), ("Georgia", "country", "GE"), ("Middle East", "macroregion", None), ("Moscow", "city", "RU"),
        ("Артёмовск", "city", "UA"), ("Den Haag", "city", "NL"), ("mer Noire", "sea", None), ("Kherson Oblast", "admin1", "UA"),
        ("Peace Palace", "seat", "NL"), ("U.S.", "country", "US"), ("Белгородская область", "admin1", "RU"),
    ],
)  # fmt: skip
def test_the_first_candidate_is_the_place_news_means(atlas, name, kind, country):
    place = atlas.candidates(name)[0].place
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Zacatecas", "admin1"), ("Antioquia", "admin1"), ("Chubut", "admin1"), ("Batken", "city"), ("Veracruz", "city"),
        ("Hodeidah", "city"), ("Saada", "city"), ("Murzuq", "city"),
    ],
)  # fmt: skip
def test_a_province_keeps_a_name_that_its_capital_has_only_in_some_language(atlas, name, kind):
    assert atlas.candidates(name)[0].place.kind == kind


@pytest.mark.parametrize(
    ("name", "admin1", "admin2"),
    [
        ("Paris", "Île-de-France", "Paris"), ("Manchester", "England", "Manchester"), ("Milan", "Lombardy", "Milan"),
        ("Klishchiivka", "Donetsk Oblast", "Bakhmut Raion"), ("Austin", "Texas", "Travis County"),
    ],
)  # fmt: skip
def test_a_place_knows_the_areas_that_it_lies_in(atlas, name, admin1, admin2):
    place = atlas.candidates(name)[0].place
    assert (place.admin1, place.admin2) == (admin1, admin2)
    assert atlas.area(place.admin1_id).buffer(0.05).contains(Point(place.lonlat.lon, place.lonlat.lat))


def test_places_lie_in_the_polygon_of_their_first_level_area(atlas):
    sample = [atlas._read_place(row) for row in range(0, len(atlas), len(atlas) // 2000)]
    known = [(p, atlas.area(p.admin1_id)) for p in sample if p.admin1_id and p.lonlat]
    off = [p.id for p, area in known if area is not None and area.distance(Point(p.lonlat.lon, p.lonlat.lat)) > 0.5]
    assert len(off) <= 0.005 * len(known), off


def test_curated_places_lie_in_their_country(atlas):
    off = []
    for row in csv.DictReader((atlas.folder / "curated.csv").read_text("utf-8").splitlines()):
        area = atlas.area(f"country:{row['country']}") if row["lat"] and row["kind"] != "island" else None
        if area is not None:
            km = 111 * area.distance(Point(float(row["lon"]), float(row["lat"])))
            off += [row["id"]] if km > max(15.0, 1.2 * float(row["radius_km"] or 0)) and row["kind"] != "region" else []
    assert off == []


def test_curated_places_are_of_all_kinds_and_more_than_was_asked(atlas):
    kinds = Counter(atlas.place(i).kind for i in _curated_ids(atlas))
    assert kinds.total() >= 1500
    assert kinds.keys() >= {
        "sea",
        "strait",
        "river",
        "lake",
        "island",
        "region",
        "plant",
        "dam",
        "bridge",
        "airbase",
        "port",
        "seat",
    }


def _curated_ids(atlas):
    rows = csv.DictReader((atlas.folder / "curated.csv").read_text("utf-8").splitlines())
    return [f"cur:{row['id']}" for row in rows]


def test_every_demonym_has_its_place(atlas):
    assert [word for word, place in DEMONYMS.items() if atlas.country(place) is None] == []
    assert atlas.country(DEMONYMS["south ossetian"]).name == "South Ossetia"


@pytest.mark.parametrize(
    ("name", "place"), [("White House", "cur:white-house"), ("Tunis", "gn:2464470"), ("Philadelphia", "gn:4560349")]
)
def test_another_name_of_a_place_far_off_does_not_go_first(atlas, name, place):
    assert atlas.candidates(name)[0].place.id == place


def test_small_villages_of_the_register_are_there_with_an_honest_uncertainty(atlas):
    exact = atlas.candidates("Robotyne")[0].place
    assert exact.lonlat.latlon == pytest.approx((47.4456, 35.8343), abs=0.03)
    assert exact.uncertainty_km <= 1
    rough = [c.place for c in atlas.candidates("Andriivka") if c.place.method == "hromada"]
    assert rough
    assert all(p.uncertainty_km >= 15 for p in rough)


def test_crimea_belongs_to_ukraine_and_says_who_holds_it(atlas):
    crimea = atlas.candidates("Crimea")[0].place
    assert (crimea.country, crimea.administered_by, crimea.disputed) == ("UA", "RU", True)


def test_a_point_in_crimea_is_in_the_polygon_of_ukraine_and_not_of_russia(atlas):
    point = Point(34.1, 44.95)
    assert atlas.area("country:UA").contains(point)
    assert not atlas.area("country:RU").contains(point)


def test_moscow_city_and_region_are_not_swapped(atlas):
    assert atlas.area("ne:RU.48").contains(Point(37.62, 55.75))
    assert not atlas.area("ne:RU.47").contains(Point(37.62, 55.75))


def test_misspelt_names_are_found_only_when_asked_for(atlas):
    assert atlas.candidates("Klichtchiïvka") == ()
    assert "Klishchiivka" in [c.place.name for c in atlas.candidates("Klichtchiïvka", fuzzy=True)]


def test_a_missing_atlas_names_the_command_that_mends_it(tmp_path):
    with pytest.raises(GazetteerError, match="geoevents gazetteer build"):
        Gazetteer.load(tmp_path)


def test_the_atlas_agrees_with_its_manifest_and_damage_is_seen(tmp_path):
    assert check() == []
    folder = shutil.copytree(default_folder(), tmp_path / "atlas")
    (folder / "shapes.bin").write_bytes(b"x")
    assert "shapes.bin: sha256 differs" in check(folder)[0]


def test_every_source_has_a_licence_and_none_is_copyleft():
    licences = {s["licence"] for s in info()["built_from"]}
    assert licences <= {"CC-BY-4.0", "MIT", "public domain"}


def test_the_basemap_has_every_country_and_the_dashed_edge_of_crimea():
    base = basemap()
    assert len(base["countries"]) > 200
    assert any(line.distance(Point(33.7, 46.15)) < 0.3 for line in base["disputed"])


def test_the_users_own_places_win(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,latitude,longitude,kind,aliases\nMoscow,10.5,20.25,village,Moskau East\n", "utf-8")
    atlas = Gazetteer.load(extra=path)
    assert atlas.candidates("Moscow")[0].place.lonlat.latlon == (10.5, 20.25)
    assert atlas.candidates("Moskau East")[0].place.source == "user"


@pytest.mark.parametrize(
    ("row", "message"),
    [("A,95,20", "latitude=95 is beyond ±90"), ("A,x,20", "latitude='x' is not a number"), (",1,2", "name is empty")],
)
def test_wrong_rows_of_a_users_gazetteer_are_named(tmp_path, row, message):
    path = tmp_path / "mine.csv"
    path.write_text(f"name,latitude,longitude\n{row}\n", "utf-8")
    with pytest.raises(GazetteerError, match=rf"mine\.csv:2: {message}"):
        Gazetteer.load(extra=path)


def test_a_town_is_held_by_who_holds_its_region(atlas):
    kerch, kharkiv = (atlas.candidates(name)[0].place for name in ("Kerch", "Kharkiv"))
    assert (kerch.country, kerch.administered_by, kerch.disputed) == ("UA", "RU", True)
    assert (kharkiv.administered_by, kharkiv.disputed) == (None, False)


def test_regions_of_two_names_are_found_with_a_hyphen(atlas):
    assert atlas.candidates("Sistan-Baluchestan")[0].place.name == "Sistan and Baluchestan"


def test_a_city_and_the_region_of_its_name_are_told_apart(atlas):
    region, city = (atlas.candidates(name)[0].place for name in ("Minsk Oblast", "Minsk City"))
    assert (region.radius_km > 80, city.radius_km < 30) == (True, True)
    assert atlas.candidates("Barysaw")[0].place.admin1 == "Minsk Oblast"


@pytest.mark.parametrize(("name", "known"), [("Bir al-Abed", "Bi’r al ‘Abd"), ("Kfar Reman", "Kfar Rumman")])
def test_a_town_in_another_hand_than_the_maps_is_found_by_its_consonants(atlas, name, known):
    assert not atlas.candidates(name)
    assert known in [c.place.name for c in atlas.candidates(name, fuzzy=True)]


@pytest.mark.parametrize("seat", ["Kramatorsk", "Sumy", "Izium", "Odesa", "Kryvyi Rih"])
def test_a_raion_of_ukraine_is_known_by_its_seat(atlas, seat):
    assert f"{seat} Raion" in [c.place.name for c in atlas.candidates(seat) if c.place.kind == "admin2"]
