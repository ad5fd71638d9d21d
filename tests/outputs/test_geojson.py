"""GeoJSON after RFC 7946, and the CSV beside it."""

import csv
import json

import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import events_frame, frame_of
from geoevents.outputs.geojson import bbox, records, write_geojson
from geoevents.outputs.read import read_events
from geoevents.outputs.tabular import write_csv
from tests.conftest import event_row


def test_the_collection_has_every_event_and_no_crs(seeds, tmp_path):
    frame = events_frame(seeds)
    content = json.loads(write_geojson(frame, tmp_path / "e.geojson").read_text("utf-8"))
    assert content["type"] == "FeatureCollection"
    assert "crs" not in content
    assert {f["id"] for f in content["features"]} == set(frame["event_id"])


def test_coordinates_are_longitude_first_and_unknown_places_are_null(tmp_path):
    frame = frame_of([event_row(), event_row(event_id="ev-2", latitude=None, longitude=None, geo_precision="none")])
    features = json.loads(write_geojson(frame, tmp_path / "e.geojson").read_text("utf-8"))["features"]
    assert [f["geometry"] for f in features] == [{"type": "Point", "coordinates": [37.61, 54.19]}, None]


def test_a_box_across_the_date_line_runs_from_west_to_east():
    assert bbox([[179.0, 10.0], [-178.0, 12.0]]) == [179.0, 10.0, -178.0, 12.0]
    assert bbox([[1.0, 2.0]]) == [1.0, 2.0, 1.0, 2.0]
    assert bbox([]) is None


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg"])
def test_what_was_written_is_read_back_whole(seeds, tmp_path, ending):
    from geoevents.outputs.read import export

    frame = events_frame(seeds)
    again = read_events(export(frame, tmp_path / f"e.{ending}"))
    key = lambda r: r["event_id"]  # noqa: E731
    assert sorted(records(again), key=key) == sorted(records(frame), key=key)


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg", "qgz", "html"])
def test_two_runs_give_the_same_bytes(seeds, tmp_path, ending):
    from geoevents.outputs.read import export

    frame, files = events_frame(seeds), []
    for folder in ("a", "b"):
        path = export(frame, tmp_path / folder / f"e.{'gpkg' if ending == 'qgz' else ending}")
        files.append(path.with_suffix(f".{ending}").read_bytes())
    assert files[0] == files[1]


def test_a_spreadsheet_runs_no_formula_and_reads_it_back(tmp_path):
    path = write_csv(frame_of([event_row(place_text="=HYPERLINK(1)", title="@x")]), tmp_path / "e.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["place_text"], row["title"]) == ("'=HYPERLINK(1)", "'@x")
    assert read_events(path)["place_text"].tolist() == ["=HYPERLINK(1)"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.geojson", None, "does not exist"),
        ("x.geojson", "[]", "no events file"),
        ("x.gpkg", "text", "no layer 'events'"),
        ("x.docx", "text", "read from .geojson, .gpkg or .csv"),
    ],
)
def test_a_file_that_is_none_of_ours_is_named(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(OutputError, match=message):
        read_events(tmp_path / name)


def test_an_interrupted_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "e.geojson"
    write_geojson(frame_of([event_row()]), path)
    before = path.read_bytes()
    monkeypatch.setattr("geoevents.outputs.writing.os.fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_geojson(frame_of([]), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "e.geojson").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write_geojson(frame_of([]), tmp_path / "e.geojson")
