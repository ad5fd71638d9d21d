import shutil

import pytest

from geoevents.atlas.gazetteer import Gazetteer, basemap
from geoevents.atlas.manifest import check, default_folder, info
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
    from shapely import Point

    point = Point(34.1, 44.95)
    assert atlas.area("country:UA").contains(point)
    assert not atlas.area("country:RU").contains(point)


def test_moscow_city_and_region_are_not_swapped(atlas):
    from shapely import Point

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
    assert any(line.distance(__import__("shapely").Point(33.7, 46.15)) < 0.3 for line in base["disputed"])


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
