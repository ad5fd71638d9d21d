"""The command line as a user runs it: exit codes, what goes to which stream, what is written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "Air defences shot down nine drones over Tula on Tuesday, the Russian defence ministry said.\n"


def run(*words, stdin=None, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "geoevents", *map(str, words)],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=cwd,
        check=False,
    )


@pytest.fixture
def article_file(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(f"Title: Drones\nDate: 2024-05-15\n\n{TEXT}", "utf-8")
    return path


def test_map_writes_the_five_files_and_prints_the_events(article_file, tmp_path):
    done = run("map", article_file, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {"events.html", "events.geojson", "events.gpkg", "events.qgz", "events.csv"} <= {
        p.name for p in (tmp_path / "out").iterdir()
    }  # fmt: skip
    assert "Tula" in done.stdout
    assert "claimed" in done.stdout


def test_a_number_that_places_share_is_printed_as_theirs_together(tmp_path):
    text = "Air defences shot down nine drones over the Tula and Kaluga regions on Tuesday, the ministry said.\n"
    (tmp_path / "one.txt").write_text(f"Date: 2024-05-15\n\n{text}", "utf-8")
    done = run("map", tmp_path / "one.txt", "-o", tmp_path / "out")
    assert done.stdout.count("9 drones in all") == 2


def test_one_of_a_thing_is_printed_in_the_singular(tmp_path):
    (tmp_path / "one.txt").write_text(
        "Date: 2024-05-15\n\nA drone was shot down over Tula, the ministry said.\n", "utf-8"
    )
    done = run("map", tmp_path / "one.txt", "-o", tmp_path / "out")
    assert "1 drone " in done.stdout


def test_map_sums_up_as_json(article_file, tmp_path):
    facts = json.loads(run("map", article_file, "-o", tmp_path / "out", "--json").stdout)
    assert (facts["articles"], facts["events"]) == (1, 1)


def test_extract_reads_standard_input_and_writes_json_lines():
    done = run("extract", "-", "--date", "2024-05-15", stdin=TEXT)
    (record,) = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert [(e["category"], e["count"], e["date_start"]) for e in record["events"]] == [
        ("air_defence", 9, "2024-05-14")
    ]
    assert {m["text"] for m in record["mentions"]} == {"Tula", "Russian"}


def test_a_bad_line_is_named_and_the_rest_goes_through(tmp_path):
    path = tmp_path / "read.jsonl"
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT, "published": "17 Sep"}]
    path.write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    done = run("extract", path)
    assert done.returncode == 1
    assert "read.jsonl:2: published='17 Sep' is not a date" in done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a"]


def test_processes_side_by_side_find_the_same_in_the_same_order(tmp_path):
    path = tmp_path / "read.jsonl"
    rows = [
        {"id": str(k), "text": f"{k} drones were shot down over Tula.", "published": "2024-05-15"} for k in range(2, 30)
    ]
    rows[4]["published"] = "17 Sep"
    path.write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    alone, beside = run("extract", path), run("extract", path, "--jobs", 2)
    assert (beside.stdout, beside.stderr, beside.returncode) == (alone.stdout, alone.stderr, 1)
    assert len(alone.stdout.splitlines()) == len(rows) - 1


def test_a_codebook_that_is_wrong_is_named_before_processes_start(tmp_path, article_file):
    (tmp_path / "mine.toml").write_text("[[category]]\nid = 3\n", "utf-8")
    done = run("extract", article_file, "--jobs", 2, "--codebook", tmp_path / "mine.toml")
    assert done.returncode == 1
    assert "mine.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["map", "none.txt"], 1, "none.txt"),
        (["map", "x", "--date", "May"], 2, "'May' is not a date"),
        (["map", "x", "--online", "google"], 2, "'google' is unknown"),
        (["map", "x", "--online", "nominatim", "--jobs", "2"], 2, "--jobs 1 only"),
        (["extract"], 2, "Missing argument"),
        (["export", "none.gpkg", "--to", "x.kml"], 1, "does not exist"),
        (["gazetteer", "search", "\u00d7\u00d7\u00d7"], 1, "not in the atlas"),
    ],
)
def test_mistakes_are_said_in_one_line_without_a_traceback(tmp_path, words, code, message):
    (tmp_path / "x").write_text(TEXT, "utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_export_writes_what_the_ending_says(article_file, tmp_path):
    run("map", article_file, "-o", tmp_path)
    done = run("export", tmp_path / "events.gpkg", "--to", tmp_path / "x.kml", "--to", tmp_path / "x.fgb")
    assert done.returncode == 0, done.stderr
    assert "<kml" in (tmp_path / "x.kml").read_text("utf-8")


@pytest.mark.parametrize(
    "words", [[], ["gazetteer"], ["train"], ["train", "ranker"], *([w] for w in ("map", "extract", "export"))]
)
def test_every_command_has_help(words):
    done = run(*words, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_help_loads_nothing_heavy():
    code = (
        "import sys, geoevents.cli\n"
        "heavy = {'pandas', 'geopandas', 'shapely', 'folium', 'pyogrio', 'numpy'} & set(sys.modules)\n"
        "sys.exit(f'{heavy} were loaded' if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_users_places_win(article_file, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("name,latitude,longitude\nTula,10.5,20.5\n", "utf-8")
    done = run("extract", article_file, "--gazetteer", mine)
    (event,) = json.loads(done.stdout)["events"]
    assert (event["latitude"], event["longitude"]) == (10.5, 20.5)


def test_search_prints_candidates_as_json():
    found = json.loads(run("gazetteer", "search", "Klichtchiïvka", "--json").stdout)
    assert (found[0]["name"], found[0]["country"]) == ("Klishchiivka", "UA")


def test_info_names_every_source_and_licence():
    done = run("gazetteer", "info")
    assert "GeoNames" in done.stdout
    assert "CC-BY-4.0" in done.stdout
    assert "Natural Earth" in done.stdout


def test_check_agrees_with_the_manifest():
    assert run("gazetteer", "check").returncode == 0


def test_a_folder_of_days_gives_each_event_once(tmp_path):
    told = {"2024-05-15": "on Tuesday", "2024-05-16": "on May 14"}
    for day, when in told.items():
        body = f"Air defences shot down nine drones over Tula {when}, the Russian defence ministry said."
        (tmp_path / f"{day}.txt").write_text(f"Title: Drones\nDate: {day}\nSource: {day}\n\n{body}\n", "utf-8")
    facts = json.loads(run("map", tmp_path, "-o", tmp_path / "out", "--json").stdout)
    assert (facts["articles"], facts["events"]) == (2, 1)


def test_a_decision_about_a_place_holds_on_the_next_run(article_file, tmp_path):
    run("map", article_file, "-o", tmp_path / "out")
    review = tmp_path / "corrections.csv"
    run("review", tmp_path / "out" / "events.gpkg", "--below", "1", "-o", review)
    head, row = review.read_text("utf-8").splitlines()
    review.write_text(f"{head}\ndrop{row}\n", "utf-8")
    facts = json.loads(run("map", article_file, "-o", tmp_path / "out", "--json", "--corrections", review).stdout)
    assert facts["events"] == 0


def test_evaluate_prints_figures_and_names_what_it_cannot_read(tmp_path):
    done = run("evaluate", ROOT / "tests/quality/articles/open", "--demonyms", "out", "--json")
    assert json.loads(done.stdout)["overlap F1"] > 0.9
    (tmp_path / "gold.jsonl").write_text('{"id": "1"}\n', "utf-8")
    wrong = run("evaluate", tmp_path / "gold.jsonl")
    assert wrong.returncode == 1
    assert "gold.jsonl:1: 'id', 'text' and 'mentions' are wanted" in wrong.stderr
