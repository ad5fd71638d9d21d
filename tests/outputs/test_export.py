"""Every format: read back, by us and by GDAL; the same bytes twice; harmless whatever stands in the texts."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

import pandas as pd
import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import articles_frame, events_frame, mentions_frame
from geoevents.outputs.export import ENDINGS, Options, export, losses
from geoevents.outputs.read import READABLE, Tables, read_events, read_tables
from tests.conftest import ROOT
from tests.outputs.far import far_events, hostile_events

EVENT_ENDINGS = [e for e in ENDINGS if e not in {".mentions.csv", ".articles.csv"}]
DETERMINISTIC = EVENT_ENDINGS
WITH_AREAS = {".gpkg", ".parquet"}  # of what is read back; the others keep the columns
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def tables(seeds):
    return Tables(events_frame(seeds), mentions_frame(seeds), articles_frame(seeds))


def ordered(frame, key="event_id"):
    return pd.DataFrame(frame).sort_values(key, kind="stable").reset_index(drop=True)


def plain_columns(frame):
    return ordered(frame).drop(columns=["geometry", "area"])


@pytest.mark.parametrize("ending", READABLE)
def test_what_was_written_is_read_back_equal(tables, tmp_path, ending):
    again = read_events(export(tables.events, tmp_path / f"e{ending}"))
    pd.testing.assert_frame_equal(plain_columns(again), plain_columns(tables.events))
    assert ordered(again)["geometry"].equals(ordered(tables.events)["geometry"])


@pytest.mark.parametrize("ending", READABLE)
@pytest.mark.parametrize("build", [far_events, lambda: events_frame([])], ids=["far", "empty"])
def test_events_without_place_or_date_come_back_too(tmp_path, ending, build):
    frame = build()
    again = read_events(export(frame, tmp_path / f"e{ending}"))
    pd.testing.assert_frame_equal(plain_columns(again), plain_columns(frame))


@pytest.mark.parametrize("ending", READABLE)
def test_areas_come_back_where_the_format_has_room_and_are_missing_elsewhere(tables, tmp_path, ending):
    again, frame = ordered(read_events(export(tables.events, tmp_path / f"e{ending}"))), ordered(tables.events)
    if ending in WITH_AREAS:
        pairs = list(zip(again["area"], frame["area"], strict=True))
        assert all(b is None if a is None else a.equals(b) for a, b in pairs)
        assert any(a is not None for a, _ in pairs)
    else:
        assert again["area"].isna().all()


@pytest.mark.parametrize("ending", READABLE)
def test_hostile_texts_come_back_as_texts(tmp_path, ending):
    frame = hostile_events()
    again = ordered(read_events(export(frame, tmp_path / f"e{ending}")))
    lost = {"\ud800": "\ufffd"} | ({} if "json" in ending else {"\x00": "\ufffd"})
    assert again["sentence"].tolist() == [t.translate(str.maketrans(lost)) for t in frame["sentence"]]


def test_a_package_gives_back_all_three_tables(tables, tmp_path):
    path = export(tables.events, tmp_path / "e.gpkg", mentions=tables.mentions, articles=tables.articles)
    again = read_tables(path)
    for key, one, other in (
        ("mention_id", again.mentions, tables.mentions),
        ("article_id", again.articles, tables.articles),
    ):
        pd.testing.assert_frame_equal(ordered(one, key), ordered(other, key))


def test_tellings_of_events_that_were_filtered_out_are_left_out(tables, tmp_path):
    few = tables.events.head(3)
    again = read_tables(export(few, tmp_path / "e.gpkg", mentions=tables.mentions, articles=tables.articles))
    assert set(again.mentions["event_id"]) == set(few["event_id"])


def test_two_processes_write_the_same_bytes(tables, tmp_path):
    source = export(tables.events, tmp_path / "source.gpkg", mentions=tables.mentions, articles=tables.articles)
    for seed in ("1", "2"):
        to = [w for e in DETERMINISTIC for w in ("--to", str(tmp_path / seed / f"e{e}"))]
        command = [sys.executable, "-m", "geoevents", "export", str(source), *to]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
    names = sorted(p.name for p in (tmp_path / "1").iterdir())
    assert len(names) >= len(DETERMINISTIC)
    assert [n for n in names if (tmp_path / "1" / n).read_bytes() != (tmp_path / "2" / n).read_bytes()] == []


@pytest.mark.gdal
@pytest.mark.parametrize("ending", [e for e in ENDINGS if e not in {".html", ".parquet"}])
@pytest.mark.parametrize("build", ["seeds", "far", "hostile"])
def test_gdal_reads_every_format_without_a_warning(tables, tmp_path, ogrinfo, ending, build):
    frame = {"seeds": lambda: tables.events, "far": far_events, "hostile": hostile_events}[build]()
    path = export(frame, tmp_path / f"e{ending}", mentions=tables.mentions, articles=tables.articles)
    done = subprocess.run([ogrinfo, "-al", str(path)], capture_output=True, text=True, check=True, errors="replace")
    assert not [line for line in (done.stderr + done.stdout).splitlines() if line.startswith(("Warning", "ERROR"))]
    if ending in {".mentions.csv", ".articles.csv"}:
        return
    counts = [int(line.split()[-1]) for line in done.stdout.splitlines() if line.startswith("Feature Count")]
    areas = sum(f["geometry"]["type"] != "Point" for f in json.loads(_areas(frame, tmp_path))["features"])
    assert (sum(counts) - areas if ending in {".kml", ".kmz"} else counts[0]) == len(frame)


def _areas(frame, tmp_path):
    export(frame, tmp_path / "a.geojson", options=Options(areas=True))
    return (tmp_path / "a_areas.geojson").read_text("utf-8")


def kml_root(frame, tmp_path, ending=".kml"):
    path = export(frame, tmp_path / f"e{ending}")
    if ending == ".kmz":
        return ET.fromstring(zipfile.ZipFile(path).read("doc.kml"))  # noqa: S314 - our own file
    return ET.parse(path).getroot()  # noqa: S314 - our own file


@pytest.mark.parametrize("ending", [".kml", ".kmz"])
def test_every_dated_placemark_has_its_time_span(tables, tmp_path, ending):
    root = kml_root(tables.events, tmp_path, ending)
    spans = [(s.findtext(f"{KML}begin"), s.findtext(f"{KML}end")) for s in root.iter(f"{KML}TimeSpan")]
    dated = tables.events.dropna(subset=["start_time"])
    assert len(spans) >= len(dated) > 0
    assert all(begin < end for begin, end in spans)


@pytest.mark.gdal
def test_gdal_sees_begin_and_end_of_kml(tables, tmp_path, ogrinfo):
    path = export(tables.events, tmp_path / "e.kml")
    done = subprocess.run([ogrinfo, "-al", str(path)], capture_output=True, text=True, check=True)
    assert "begin: DateTime" in done.stdout
    assert "end: DateTime" in done.stdout


def test_a_kml_description_is_text_even_as_html(tmp_path):
    found = "".join(d.text for d in kml_root(hostile_events(), tmp_path).iter(f"{KML}description"))
    assert "&lt;img src=x" in found
    assert "<img" not in found
    assert "<script" not in found


def test_a_kmz_carries_its_signs_and_links_to_nothing_outside(tables, tmp_path):
    path = export(tables.events, tmp_path / "e.kmz")
    names = set(zipfile.ZipFile(path).namelist())
    links = {h.text for h in kml_root(tables.events, tmp_path, ".kmz").iter(f"{KML}href")}
    assert links
    assert links <= names


def test_kml_hides_background_and_sums_at_first(tables, tmp_path):
    shown = {
        p.find(f"{KML}ExtendedData/{KML}Data[@name='event_id']/{KML}value").text: p.findtext(f"{KML}visibility")
        for p in kml_root(tables.events, tmp_path).iter(f"{KML}Placemark")
        if p.find(f"{KML}ExtendedData") is not None
    }
    off = tables.events[tables.events["is_background"] | tables.events["is_aggregate"]]
    assert {i for i, v in shown.items() if v == "0"} == set(off["event_id"])


def test_json_fg_features_have_their_time(tables, tmp_path):
    content = json.loads(export(tables.events, tmp_path / "e.jsonfg").read_text("utf-8"))
    for feature in content["features"]:
        row = feature["properties"]
        assert feature["time"] == ({"interval": [row["start_time"], row["end_time"]]} if row["start_time"] else None)


def test_a_newer_gdal_reads_json_fg_with_its_time(tables, tmp_path):
    import pyogrio

    table = pyogrio.read_dataframe(export(tables.events, tmp_path / "e.jsonfg"))
    assert pyogrio.read_info(tmp_path / "e.jsonfg")["driver"] == "JSONFG"
    assert table["time_start"].notna().sum() == tables.events["start_time"].notna().sum()


def test_a_feature_a_line_with_separators_where_the_standard_wants_them(tables, tmp_path):
    plain, marked = (export(tables.events, tmp_path / f"e{e}").read_text("utf-8") for e in (".geojsonl", ".geojsons"))
    assert len(plain.rstrip("\n").split("\n")) == marked.count("\x1e") == len(tables.events)


def test_a_shapefile_says_what_it_loses_and_loses_no_more(tables, tmp_path):
    import pyogrio

    said = " ".join(losses(tables, tmp_path / "e.shp"))
    table = pyogrio.read_dataframe(export(tables.events, tmp_path / "e.shp"))
    assert "date_precision is date_preci" in said
    assert (
        f"sentence ({(tables.events['sentence'].str.encode('utf-8').str.len() > 254).sum()})" in said
        or "sentence" not in said
    )
    assert sorted(table["event_id"]) == sorted(tables.events["event_id"])
    assert len(set(table.columns)) == len(tables.events.columns) - 1  # area


def test_mixed_geojson_warns_that_qgis_shows_points_only(tables, tmp_path):
    assert "only the points" in losses(tables, tmp_path / "e.geojson", Options(mixed=True))[0]
    assert losses(tables, tmp_path / "e.geojson") == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.geojson", None, "does not exist"),
        ("x.geojson", "[]", "no events file"),
        ("x.geojson", '{"type":"FeatureCollection","features":[{"properties":{"a":1}}]}', "has no event_id"),
        ("x.geojsonl", "{", "no events file"),
        ("x.csv", "a,b\n1,2\n", "has no column event_id"),
        ("x.csv", 'event_id,title,category\n"a"b,c,d\n', "no events file"),
        ("x.gpkg", "text", "no layer 'events'"),
        ("x.fgb", "text", "no layer 'of events'"),
        ("x.parquet", "text", "no events file"),
        ("x.docx", "text", "events are read from .gpkg, .geojson"),
    ],
)
def test_a_file_that_is_none_of_ours_is_named(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(OutputError, match=message):
        read_events(tmp_path / name)


def test_a_file_of_an_older_edition_without_a_column_is_read(tables, tmp_path):
    import pyogrio

    path = export(tables.events, tmp_path / "e.fgb")
    pyogrio.write_dataframe(
        pyogrio.read_dataframe(path).drop(columns="viina"), tmp_path / "old.fgb", SPATIAL_INDEX="NO"
    )
    assert read_events(tmp_path / "old.fgb")["viina"].isna().all()


@pytest.mark.parametrize("source", [".geojson", ".csv", ".fgb", ".parquet", ".gpkg"])
@pytest.mark.parametrize("target", [".gpkg", ".kmz", ".csv", ".html"])
def test_every_format_becomes_every_other(tmp_path, source, target):
    first = export(far_events(), tmp_path / f"a{source}")
    assert export(read_events(first), tmp_path / f"b{target}").stat().st_size > 0


@pytest.mark.parametrize(("name", "message"), [("e.docx", "unknown ending"), ("mentions.csv", "there are no mentions")])
def test_what_cannot_be_written_is_said(tmp_path, name, message):
    with pytest.raises(OutputError, match=message):
        export(far_events(), tmp_path / name)
