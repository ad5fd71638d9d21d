"""The GeoPackage and its project as GDAL and QGIS see them, each run as a program of its own."""

import datetime
import json
import os
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest

from geoevents.errors import OutputError
from geoevents.frames.columns import CONTROL, EVENTS, MENTIONS
from geoevents.frames.control import control_frame
from geoevents.frames.tables import articles_frame, events_frame, frame_of, mentions_frame
from geoevents.outputs.geojson import write_geojson
from geoevents.outputs.geopackage import write_geopackage
from geoevents.outputs.palette import groups, style_of
from geoevents.outputs.serve import Source, server
from tests.conftest import event_row
from tests.outputs.far import far_events, hostile_events

PROBE = Path(__file__).parent / "qgis_probe.py"


@pytest.fixture(scope="module")
def package(seeds, tmp_path_factory):
    path = tmp_path_factory.mktemp("gpkg") / "events.gpkg"
    return write_geopackage(events_frame(seeds), path, mentions=mentions_frame(seeds), articles=articles_frame(seeds))


def probe(qgis_python, *arguments):
    """What QGIS says, without this environment's Python."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))} | {
        "QT_QPA_PLATFORM": "offscreen"
    }
    done = subprocess.run(
        [qgis_python, str(PROBE), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=env,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def busiest_day(frame):
    return frame["start_time"].dt.strftime("%Y-%m-%d").mode()[0]


@pytest.fixture(scope="module")
def project(package, seeds, qgis_python, tmp_path_factory):
    picture = tmp_path_factory.mktemp("picture") / "map.png"
    return probe(qgis_python, "project", package.with_suffix(".qgz"), picture, busiest_day(events_frame(seeds)))


@pytest.mark.qgis
def test_the_project_opens_with_every_layer_valid_and_a_picture(project):
    assert project["opened"]
    assert [n for n, layer in project["layers"].items() if not layer["valid"]] == []
    assert project["colours"] > 20
    assert project["crs"] == "EPSG:3857"


@pytest.mark.qgis
def test_the_project_inside_the_package_is_the_same(project, package, seeds, qgis_python, tmp_path):
    day = busiest_day(events_frame(seeds))
    inside = probe(qgis_python, "project", f"geopackage:{package}?projectName=events", tmp_path / "p.png", day)
    assert {n: layer["count"] for n, layer in inside["layers"].items()} == {
        n: layer["count"] for n, layer in project["layers"].items()
    }


@pytest.mark.qgis
def test_layers_stand_in_groups_by_category_with_their_counts(project, seeds):
    frame = events_frame(seeds)
    news = frame[~frame["is_background"] & ~frame["is_aggregate"]]
    for group in groups(set(frame["category"])):
        assert project["groups"][group.label] == [style_of(c).label for c in group.categories]
        for category in group.categories:
            layer = project["layers"][f"events_{category}"]
            assert layer["count"] == (news["category"] == category).sum()
            assert (layer["type"], layer["crs"], layer["renderer"]) == ("Point", "EPSG:4326", "categorizedSymbol")


@pytest.mark.qgis
def test_the_legend_of_a_category_lists_its_statuses(project, seeds):
    frame = events_frame(seeds)
    for category in set(frame["category"]):
        labels = project["layers"][f"events_{category}"]["labels"]
        assert set(frame.loc[frame["category"] == category, "status"]) == set(labels) - {"area, see layer Areas"}


@pytest.mark.qgis
def test_layers_of_events_have_names_tips_labels_value_lists_and_time(project):
    for name, layer in project["layers"].items():
        if name.startswith("events_"):
            assert {c.name: c.label for c in EVENTS}.items() <= layer["aliases"].items()
            assert (layer["temporal"], layer["times"]) == (True, ["start_time", "end_time"])
            assert layer["tip"]
            assert layer["widgets"]["status"] == layer["widgets"]["category"] == "ValueMap"
            assert layer["labelled"] == (name != "events_all")
    assert {c.name: c.label for c in MENTIONS}.items() <= project["layers"]["mentions"]["aliases"].items()


@pytest.mark.qgis
def test_areas_and_history_are_layers_of_their_own(project, seeds):
    areas, history = project["layers"]["event_areas"], project["layers"]["control_history"]
    assert (areas["type"], areas["temporal"]) == ("MultiPolygon", True)
    assert (history["type"], history["count"]) == ("Point", len(control_frame(events_frame(seeds))))
    assert {c.name: c.label for c in CONTROL}.items() <= history["aliases"].items()


@pytest.mark.qgis
def test_the_time_filter_leaves_the_events_of_a_day(project, seeds):
    frame = events_frame(seeds)
    start = datetime.datetime.fromisoformat(busiest_day(frame) + "T00:00:00+00:00")
    within = (frame["start_time"] < start + datetime.timedelta(days=1)) & (frame["end_time"] > start)
    assert project["on_day"] == within.sum() > 0


@pytest.mark.qgis
def test_the_slider_spans_the_news(project, seeds):
    news = events_frame(seeds).query("not is_background")
    assert project["span"] == [d.strftime("%Y-%m-%d") for d in (news["start_time"].min(), news["end_time"].max())]


@pytest.mark.qgis
def test_background_sums_history_and_the_online_map_are_off_at_first(project):
    off = {"Background", "Totals and subtotals", "Settlements by side", "OpenStreetMap (needs a network)"}
    assert off <= set(project["hidden"])


@pytest.mark.qgis
def test_tellings_are_related_to_events_and_articles(project):
    assert len(project["relations"]) > 3
    assert all(project["relations"])


@pytest.mark.qgis
def test_coinciding_events_can_be_spread(project):
    assert project["layers"]["events_all"]["renderer"] == "pointDisplacement"
    assert project["styles"] == ["by category", "spread coincident"]


@pytest.mark.qgis
def test_licence_and_attribution_come_along(project):
    assert "CC BY 4.0" in project["abstract"]
    assert all("CC BY 4.0" in layer["licence"][0] for layer in project["layers"].values())


@pytest.mark.qgis
def test_layers_that_are_dragged_in_are_styled_from_the_package(package, qgis_python):
    layers = probe(qgis_python, "layers", package)
    assert layers["events"]["styles"] == ["by category", "spread coincident"]
    assert "status: claimed" in layers["events"]["labels"]
    assert layers["events"]["times"] == ["start_time", "end_time"]
    assert all(layer["licence"] for layer in layers.values() if layer["name"] != "layer_styles")


@pytest.mark.qgis
@pytest.mark.parametrize("ending", [".geojson", ".fgb"])
def test_a_dragged_file_takes_the_style_beside_it(seeds, tmp_path, qgis_python, ending):
    from geoevents.outputs.export import export

    (layer,) = probe(qgis_python, "layers", export(events_frame(seeds), tmp_path / f"e{ending}")).values()
    assert layer["labels"][0] == "Air defence"
    assert layer["aliases"]["start_time"] == "Start (UTC)"


@pytest.mark.qgis
def test_a_map_tip_shows_hostile_texts_as_texts(qgis_python, tmp_path):
    path = write_geopackage(hostile_events(), tmp_path / "events.gpkg")
    tips = probe(qgis_python, "project", path.with_suffix(".qgz"), tmp_path / "p.png", "2024-05-14")["tips"]
    assert len(tips) == len(hostile_events())
    assert not [t for t in tips if "<img" in t or "<script" in t]
    assert any("&lt;img src=x onerror=alert(1)&gt;" in t for t in tips)
    assert any("[% 1+1 %]" in t for t in tips)


@pytest.mark.qgis
@pytest.mark.parametrize("name", ["it's 100% new.gpkg", "Події #1.gpkg"])
def test_a_file_may_have_any_name(qgis_python, tmp_path, name):
    path = write_geopackage(far_events(), tmp_path / name)
    found = probe(qgis_python, "project", path.with_suffix(".qgz"), tmp_path / "p.png", "2024-05-14")
    assert all(layer["valid"] for layer in found["layers"].values())


@pytest.mark.qgis
def test_a_users_own_category_is_a_layer_too(qgis_python, tmp_path):
    frame = frame_of([event_row(category="it's fire"), event_row(event_id="ev-2")])
    path = write_geopackage(frame, tmp_path / "events.gpkg")
    layers = probe(qgis_python, "project", path.with_suffix(".qgz"), tmp_path / "p.png", "2024-05-14")["layers"]
    assert layers["events_it's fire"]["count"] == 1


@pytest.mark.qgis
def test_no_events_give_a_project_that_opens(qgis_python, tmp_path):
    path = write_geopackage(events_frame([]), tmp_path / "events.gpkg")
    found = probe(qgis_python, "project", path.with_suffix(".qgz"), tmp_path / "p.png", "2024-05-14")
    assert all(layer["valid"] for layer in found["layers"].values())
    assert found["colours"] > 5


@pytest.mark.qgis
def test_qgis_reads_the_server_live(package, seeds, qgis_python):
    with running(package) as url:
        found = probe(qgis_python, "oapif", url)
    frame = events_frame(seeds).dropna(subset=["latitude"])
    inside = frame[frame["longitude"].between(30, 40) & frame["latitude"].between(45, 52)]
    assert (found["valid"], found["count"], found["in_box"]) == (True, len(seeds_all(seeds)), len(inside))


def seeds_all(seeds):
    return events_frame(seeds)


class running:  # noqa: N801 - reads as a statement
    """A server on a free port, for as long as the block lasts."""

    def __init__(self, path):
        self.server = server(Source(path), port=0)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


@pytest.mark.gdal
def test_gdal_reads_the_server_live(package, seeds, ogrinfo):
    with running(package) as url:
        done = subprocess.run([ogrinfo, "-so", "-al", f"OAPIF:{url}"], capture_output=True, text=True, check=True)
    assert "Warning" not in done.stderr + done.stdout
    assert f"Feature Count: {len(events_frame(seeds))}" in done.stdout


@pytest.mark.gdal
@pytest.mark.parametrize("build", ["seeds", "far", "empty", "hostile"])
def test_the_package_is_valid(package, tmp_path, ogrinfo, build):
    frames = {"far": far_events, "empty": lambda: events_frame([]), "hostile": hostile_events}
    path = package if build == "seeds" else write_geopackage(frames[build](), tmp_path / "e.gpkg")
    command = ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "--extra", str(path)]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.gdal
def test_times_are_times_to_gdal_and_layers_have_their_geometry(package, ogrinfo):
    done = subprocess.run([ogrinfo, "-so", "-al", str(package)], capture_output=True, text=True, check=True)
    assert "start_time: DateTime" in done.stdout
    assert "date_start: Date" in done.stdout
    assert "Geometry: Multi Polygon" in done.stdout


def test_tables_refer_to_events_and_articles_by_key(package):
    with closing(sqlite3.connect(package)) as base:
        keys = {(r[2], r[3]) for r in base.execute("PRAGMA foreign_key_list(mentions)")}
        assert keys == {("events", "event_id"), ("articles", "article_id")}
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_tables_joined_by_hand_with_ids_twice_are_written_all_the_same(seeds, tmp_path):
    import pandas as pd

    frame = pd.concat([events_frame(seeds).head(2)] * 2, ignore_index=True)
    with closing(sqlite3.connect(write_geopackage(frame, tmp_path / "e.gpkg"))) as base:
        assert base.execute("SELECT count(*) FROM events").fetchone() == (4,)


def test_a_name_that_qgis_cannot_open_is_refused(tmp_path):
    with pytest.raises(OutputError, match="a bar in its name"):
        write_geopackage(far_events(), tmp_path / "a|b.gpkg")


def test_the_style_beside_geojson_is_well_formed(seeds, tmp_path):
    import xml.etree.ElementTree as ET

    path = write_geojson(events_frame(seeds), tmp_path / "e.geojson", areas=True)
    for style in (path.with_suffix(".qml"), tmp_path / "e_areas.qml"):
        assert ET.parse(style).getroot().tag == "qgis"  # noqa: S314 - our own file
