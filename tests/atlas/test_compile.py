import hashlib
import sys
from pathlib import Path

import pytest
import shapely
from shapely.geometry import box

from geoevents.atlas import store
from geoevents.atlas.compile import sources
from geoevents.atlas.compile.curated import clear_alternates, curated_rows
from geoevents.atlas.compile.districts import placed_in_regions, raion_names
from geoevents.atlas.compile.pack import pack
from geoevents.atlas.compile.regions import merge_levels
from geoevents.atlas.compile.row import Row
from geoevents.atlas.compile.shapes import area_points, fill_admin1
from geoevents.atlas.compile.sources import Source, Sources, load_sources
from geoevents.atlas.compile.ukraine import Raion
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.manifest import default_folder
from geoevents.errors import GazetteerError


def test_a_package_with_a_wrong_hash_is_refused(tmp_path):
    source = Source(
        name="x", registry="pypi", version="1", file="x.whl", sha256="0" * 64, licence="MIT", attribution="x"
    )
    (tmp_path / "x.whl").write_bytes(b"other")
    with pytest.raises(GazetteerError, match=r"x\.whl: sha256 is .* pinned to 0000"):
        Sources(tmp_path, (source,)).archive("x")


def test_a_folder_without_the_list_of_sources_is_named(tmp_path):
    with pytest.raises(GazetteerError, match=r"sources\.toml is missing: --folder wants"):
        load_sources(tmp_path / "sources.toml")


def test_packing_twice_gives_the_same_bytes_and_opens(tmp_path):
    rows = [
        Row(
            id="gn:1",
            name="Ayx",
            kind="town",
            lat=1.5,
            lon=2.5,
            country="UA",
            source="geonames",
            geonames_id=1,
            names={"Айкс"},
        ),
        Row(id="cur:b", name="Bay", kind="sea", lat=3.0, lon=4.0, source="curated", pin=False, names={"Bay", "Baie"}),
    ]
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        pack(folder, list(rows), {})
    for file in sorted((tmp_path / "a").iterdir()):
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()
    assert Gazetteer.load(tmp_path / "a").candidates("Baie")[0].place.name == "Bay"


def test_a_bad_line_of_the_curated_table_is_named(tmp_path):
    table = tmp_path / "curated.csv"
    head = (default_folder() / "curated.csv").read_text("utf-8").splitlines()[0]
    table.write_text(f"{head}\nx,X,sea,north,4,1,,,,,,,\n", "utf-8")
    with pytest.raises(GazetteerError, match=r"curated\.csv:2: could not convert string"):
        curated_rows(table, {})


@pytest.mark.parametrize(
    "wkt",
    [
        "POLYGON ((0 0, 3 0, 3 2, 0 2, 0 0), (1 1, 1.5 1, 1.5 1.5, 1 1))",
        "MULTIPOLYGON (((179.5 -80, 180 -80, 180 -79, 179.5 -80)), ((-180 5, -179 5, -179 6, -180 5)))",
        "MULTILINESTRING ((33.123 46, 34 46.5), (1 1, 2 2, 3 1))",
    ],
)
def test_a_shape_comes_back_as_it_was_stored(wkt):
    shape = shapely.from_wkt(wkt)
    assert store.unpack_shape(store.pack_shape(shape)).equals_exact(shape, 1e-9)


def test_a_usual_point_outside_of_its_area_is_refused(tmp_path):
    path = tmp_path / "admin1_points.csv"
    path.write_text("code,latitude,longitude\nXX.1,0.5,9\n", "utf-8")
    area = Row(id="ne:XX-1", name="Ayx", kind="admin1", lat=0.5, lon=0.5, admin1="XX.1")
    with pytest.raises(GazetteerError, match=r"admin1_points\.csv:2: XX\.1 has its point outside"):
        area_points(path, [area], {"XX.1": box(0, 0, 1, 1)})


def test_rows_far_from_the_area_of_their_code_get_the_one_that_they_lie_in():
    rows = [
        Row(id=str(k), name="a", kind="town", lat=0.5, lon=x, country="XX", admin1=c)
        for k, (x, c) in enumerate([(0.5, "XX.2"), (2.5, "")])
    ]
    fill_admin1(rows, {"XX.1": box(0, 0, 1, 1), "XX.2": box(2, 0, 3, 1)}, {"XX.1", "XX.2"})
    assert [r.admin1 for r in rows] == ["XX.1", "XX.2"]


def test_features_of_the_second_level_become_second_level_areas():
    county = Row(id="ne:XX-A", name="Ayshire", kind="admin1", lat=0, lon=0, source="natural earth", geonames_id=7)
    district = Row(
        id="gn:7",
        name="Ayshire",
        kind="admin2",
        lat=0,
        lon=0,
        admin1="XX.ENG",
        admin2="XX.ENG.A",
        geonames_id=7,
        names={"Ays"},
    )
    assert merge_levels([county], [district]) == []
    assert (county.kind, county.admin1, county.admin2, county.names) == ("admin2", "XX.ENG", "XX.ENG.A", {"Ays"})


def test_a_far_place_loses_the_name_of_a_curated_one():
    palace = Row(id="cur:w", name="White House", kind="seat", lat=38.9, lon=-77.0)
    far = Row(id="gn:1", name="Casa", kind="city", lat=33.6, lon=-7.6, names={"White House", "Casa"})
    near = Row(id="gn:2", name="Alex", kind="city", lat=38.8, lon=-77.0, names={"White House"})
    clear_alternates([far, near], [palace])
    assert (far.names, near.names) == ({"Casa"}, {"White House"})


def test_a_package_is_fetched_into_a_folder_named_from_where_one_is(tmp_path, monkeypatch):
    write = "import pathlib, sys; pathlib.Path(sys.argv[1], 'x.whl').write_text('x')"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sources._FETCH, "pypi", [sys.executable, "-c", write, "{folder}"])
    digest = hashlib.sha256(b"x").hexdigest()
    source = Source(name="x", registry="pypi", version="1", file="x.whl", sha256=digest, licence="MIT", attribution="x")
    assert Sources(Path("cache"), (source,)).archive("x") == Path("cache/x.whl")


def test_a_town_is_held_as_its_region_is(tmp_path):
    region = Row(id="r", name="Upper", kind="admin1", lat=1.0, lon=1.0, country="AA", admin1="AA.1", source="geonames",
                 administered_by="BB", disputed=True)  # fmt: skip
    town = Row(id="t", name="Lower", kind="town", lat=1.0, lon=1.0, country="AA", admin1="AA.1", source="geonames")
    pack(tmp_path, [region, town], {})
    place = Gazetteer(tmp_path).place("t")
    assert (place.administered_by, place.disputed) == ("BB", True)


def _area(**facts):
    base = {"name": "Nord", "kind": "admin1", "lat": 5.0, "lon": 5.0, "admin1": "XX.1", "radius_km": 60.0}
    return Row(id="ne:XX-1", **(base | facts))


def _district(name, **facts):
    return Row(id=f"gn:{name}", name=name, kind="admin2", lat=None, lon=None, admin1="XX.1", names={name}, **facts)


def test_a_district_without_a_point_gets_that_of_its_seat_else_of_its_region():
    seat = Row(id="gn:9", name="Ayx", kind="town", lat=5.3, lon=5.1, admin1="XX.1")
    found = placed_in_regions([_district("Ayx District"), _district("Bex")], [seat], [_area()], {})
    assert [(r.lat, r.lon, r.method, r.uncertainty_km) for r in found] == [
        (5.3, 5.1, "namesake", 20.0),
        (5.0, 5.0, "raion", 60.0),
    ]


@pytest.mark.parametrize("radius_km", [8.0, 400.0])
def test_a_district_of_a_very_small_or_wide_region_has_no_point_and_is_left_out(radius_km):
    assert not placed_in_regions([_district("Bex")], [], [_area(radius_km=radius_km)], {})


def test_a_district_is_found_by_the_code_that_its_region_has_today():
    assert len(placed_in_regions([_district("Bex")], [], [_area(admin1="XX-N")], {"XX.1": "XX-N"})) == 1


@pytest.mark.parametrize(
    ("name", "other"),
    [("Ayx Air Base", "Ayx airfield"), ("Ayx refugee camp", "Ayx camp"), ("Mount Ayx", "Ayx mountains")],
)
def test_a_curated_place_goes_by_the_class_words_that_agencies_exchange(tmp_path, name, other):
    table = tmp_path / "curated.csv"
    head = (default_folder() / "curated.csv").read_text("utf-8").splitlines()[0]
    table.write_text(f"{head}\nx,{name},landmark,3,4,1,,,SY,,,,\n", "utf-8")
    assert other in curated_rows(table, {})[0][0].names


@pytest.mark.parametrize(
    ("adjective", "towns", "name"),
    [
        ("Краматорський", ["Sloviansk", "Kramatorsk"], "Kramatorsk Raion"),
        ("Щастинський", ["Stanytsia Luhanska", "Shchastia"], "Shchastia Raion"),
        ("Криворізький", ["Kryvyi Rih", "Apostolove"], "Kryvyi Rih Raion"),
    ],
)
def test_a_raion_is_called_after_its_seat(adjective, towns, name):
    own = [Row(id=t, name=t, kind="town", lat=48.0, lon=38.0, admin2="UA1401") for t in towns]
    raion = Raion(code="UA1401", name=adjective, oblast="05", lat=48.0, lon=38.0, reach_km=20.0)
    found = raion_names(raion, own)
    assert (found[0], name.removesuffix(" Raion") in found[1]) == (name, True)
