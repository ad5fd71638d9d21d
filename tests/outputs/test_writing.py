"""Files whole or not at all; mistakes in one sentence; files of others left alone."""

import os
import signal
import subprocess
import sys
import time

import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import events_frame, frame_of
from geoevents.outputs.export import ENDINGS, export, written_with
from geoevents.outputs.geojson import write_geojson
from geoevents.outputs.geopackage import write_geopackage
from geoevents.outputs.writing import moved_in, refuse_foreign, replaced, write_text
from tests.conftest import ROOT, event_row

LIMITED = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))  # bytes a file: as if the disk were full
from geoevents.cli import main
main()
"""
OURS = [e for e in ENDINGS if e not in {".mentions.csv", ".articles.csv"}]


def run(*words, **options):
    command = [sys.executable, "-m", "geoevents", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, **options)


@pytest.fixture(scope="module")
def source(seeds, tmp_path_factory):
    return write_geopackage(events_frame(seeds), tmp_path_factory.mktemp("source") / "events.gpkg")


def left_over(folder):
    return [p.name for p in folder.iterdir() if p.name.startswith(".")]


def test_an_interrupted_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "e.geojson"
    write_geojson(frame_of([event_row()]), path)
    before = path.read_bytes()
    monkeypatch.setattr("geoevents.outputs.writing.os.fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_geojson(frame_of([]), path)
    assert path.read_bytes() == before
    assert left_over(tmp_path) == []


def test_nothing_is_moved_in_when_one_of_them_fails(tmp_path):
    write_text(tmp_path / "a", "old")

    def fails():
        with moved_in(tmp_path) as folder:
            write_text(folder / "a", "new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert (tmp_path / "a").read_text("utf-8") == "old"
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("after", [0.3, 0.6, 0.9])
def test_a_killed_run_leaves_old_files_whole(tmp_path, after):
    (tmp_path / "a.txt").write_text("Date: 2024-05-15\n\nA drone was shot down over Tula on Tuesday.\n", "utf-8")
    assert run("map", tmp_path / "a.txt", "-o", tmp_path / "out").returncode == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    command = [sys.executable, "-m", "geoevents", "map", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert {n: (tmp_path / "out" / n).read_bytes() for n in before} == before


@pytest.mark.parametrize("ending", [e for e in OURS if e != ".parquet"])
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(tmp_path, source, ending):
    path = export(frame_of([event_row()]), tmp_path / f"e{ending}")
    before = {p: p.read_bytes() for p in written_with(path)}
    command = [sys.executable, "-c", LIMITED, "export", str(source), "--to", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 1, done.stderr
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1
    assert str(tmp_path) in errors[0]
    assert "Traceback" not in done.stderr
    assert {p: p.read_bytes() for p in before} == before
    assert left_over(tmp_path) == []


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "e.geojson").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write_geojson(frame_of([]), tmp_path / "e.geojson")


@pytest.fixture
def nobody():
    """An ordinary user: the superuser may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".csv", ".fgb", ".kmz", ".shp"])
def test_a_folder_that_cannot_be_written_is_named(tmp_path, nobody, ending):
    with pytest.raises(OutputError, match=r"/proc.*(cannot be written|cannot be made)"):
        export(frame_of([event_row()]), f"/proc/e{ending}")


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize("build", ["seeds", "empty"])
def test_files_of_ours_are_known(seeds, tmp_path, ending, build):
    path = export(events_frame(seeds if build == "seeds" else []), tmp_path / f"e{ending}")
    refuse_foreign(p for p in written_with(path) if p.suffix in {path.suffix, ".qgz", ".qml", ".dbf"} - {".shp"})


def test_a_file_of_somebody_else_needs_force(tmp_path, source):
    path = tmp_path / "events.csv"
    path.write_text("event,where\nfair,Leipzig\n", "utf-8")
    done = run("export", source, "--to", path)
    assert (done.returncode, path.read_text("utf-8")) == (1, "event,where\nfair,Leipzig\n")
    assert f"{path} is not a file of geoevents; --force replaces it" in done.stderr
    assert run("export", source, "--to", path, "--force").returncode == 0


def test_map_checks_all_files_before_it_writes_one(tmp_path):
    (tmp_path / "a.txt").write_text("A drone was shot down over Tula.", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "events.qgz").write_bytes(b"somebody's project")
    done = run("map", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["events.qgz"]
    assert run("map", tmp_path / "a.txt", "-o", tmp_path / "out", "--force").returncode == 0


def test_an_empty_file_is_nobodys(tmp_path):
    (tmp_path / "e.csv").touch()
    refuse_foreign([tmp_path / "e.csv", tmp_path / "none"])


def test_one_format_that_fails_does_not_stop_the_others(tmp_path, source):
    done = run("export", source, "--to", tmp_path / "e.docx", "--to", tmp_path / "e.csv")
    assert done.returncode == 1
    assert "unknown ending" in done.stderr
    assert (tmp_path / "e.csv").exists()


def test_lines_go_to_standard_output_and_words_do_not(source, seeds):
    done = run("export", source, "--to", "-")
    assert len(done.stdout.splitlines()) == len(events_frame(seeds))
    assert done.stderr == ""


def test_a_reader_that_stops_early_is_no_error(source):
    command = f"{sys.executable} -m geoevents export {source} --to - | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 1)


def test_a_port_that_is_taken_is_said(source):
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run("serve", source, "--port", other.getsockname()[1])
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_replaced_leaves_nothing_behind_on_success(tmp_path):
    with replaced(tmp_path / "a") as temporary:
        temporary.write_text("x", "utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
