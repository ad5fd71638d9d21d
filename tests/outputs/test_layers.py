"""Layers as GDAL and QGIS see them, each run as a program of its own."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from geoevents.frames.tables import articles_frame, events_frame, mentions_frame
from geoevents.outputs.geopackage import write_geopackage
from geoevents.outputs.read import export

PROBE = Path(__file__).parent / "qgis_probe.py"


@pytest.fixture(scope="module")
def package(seeds, tmp_path_factory):
    path = tmp_path_factory.mktemp("gpkg") / "events.gpkg"
    return write_geopackage(
        events_frame(seeds), path, mentions=mentions_frame(seeds), articles=articles_frame(seeds)
    )  # fmt: skip


@pytest.mark.gdal
@pytest.mark.parametrize("ending", ["gpkg", "geojson", "csv", "kml", "fgb", "geojsonl"])
def test_gdal_reads_every_format_without_a_warning(seeds, tmp_path, ogrinfo, ending):
    frame = events_frame(seeds)
    path = export(frame, tmp_path / f"events.{ending}")
    layer = ["events"] if ending in {"gpkg", "kml"} else []
    done = subprocess.run(
        [ogrinfo, "-so", str(path), *layer, *([] if layer else ["-al"])], capture_output=True, text=True, check=True
    )
    assert "Warning" not in done.stderr + done.stdout
    assert f"Feature Count: {len(frame)}" in done.stdout


@pytest.mark.gdal
def test_times_are_times_to_gdal(package, ogrinfo):
    done = subprocess.run([ogrinfo, "-so", str(package), "events"], capture_output=True, text=True, check=True)
    assert "start_time: DateTime" in done.stdout
    assert "date_start: Date" in done.stdout


def _probe(qgis_python, source, picture):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))} | {
        "QT_QPA_PLATFORM": "offscreen"
    }
    done = subprocess.run(
        [qgis_python, str(PROBE), source, str(picture)], capture_output=True, text=True, check=False, env=env, timeout=300
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


@pytest.mark.qgis
@pytest.mark.parametrize("inside", [False, True], ids=["qgz", "project in the package"])
def test_qgis_opens_the_project_styled_by_category(package, seeds, qgis_python, tmp_path, inside):
    source = f"geopackage:{package}?projectName=events" if inside else str(package.with_suffix(".qgz"))
    facts = _probe(qgis_python, source, tmp_path / "map.png")
    frame = events_frame(seeds)
    assert facts["opened"]
    assert all(layer["valid"] for layer in facts["layers"]), [x["name"] for x in facts["layers"] if not x["valid"]]
    points = [x for x in facts["layers"] if x.get("renderer") == "categorizedSymbol"]
    assert points
    assert all(x["temporal"] and x["tip"] and x["alias"] == "Start (UTC)" for x in points)
    assert {"Background", "Totals and subtotals"} <= set(facts["hidden"])
    assert facts["from"] == frame.loc[~frame["is_background"], "start_time"].min().strftime("%Y-%m-%d")
    assert facts["colours"] > 20
