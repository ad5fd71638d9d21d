"""Every usage in the codebook tells what it says, and a user's own codebook is checked and merged."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geoevents.errors import CodebookError
from geoevents.events.codebook import Codebook
from geoevents.events.examples import tells
from geoevents.events.find import find_events
from tests.conftest import article

BOOK = Codebook.load()
EXAMPLES = [
    pytest.param(category.id, subtype.id, text, told, id=f"{trigger.rule}:{'yes' if told else 'no'}:{text[:40]}")
    for category, subtype, trigger in BOOK.triggers()
    for texts, told in ((trigger.yes, True), (trigger.no, False))
    for text in texts
]


@pytest.mark.parametrize(("category", "subtype", "example", "told"), EXAMPLES)
def test_every_example_of_the_codebook_holds(category, subtype, example, told):
    assert tells(BOOK, example, category, subtype) == told


def test_every_category_of_the_design_is_there():
    told = {"air_defence", "strike", "control_change", "ground_combat", "naval", "diplomacy", "sanctions", "legal"}
    told |= {"military_aid", "detention", "humanitarian", "mobilisation", "infrastructure", "protest", "cyber", "other"}
    assert {c.id for c in BOOK.categories} == told


WILDFIRE = """
[[category]]
id = "wildfire"
label = "Wildfire"
definition = "A fire in forest or grassland."
[[category.subtype]]
id = "burning"
[[category.subtype.trigger]]
nouns = ["wildfire", "forest fire"]
near_place_or_date = true
yes = ["A wildfire burned near [Evros] on Monday."]
no = ["Rumours spread like a blaze."]
"""


def test_a_user_adds_a_category_without_code(atlas, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(WILDFIRE, "utf-8")
    text = "The army sent troops on Tuesday. A wildfire burned near Alexandroupoli on Monday, and soldiers fought it."
    events = find_events(article(text), atlas, codebook=Codebook.load(path)).events
    (fire,) = [e for e in events if e.category == "wildfire"]
    assert (fire.subtype, fire.reference_place or fire.place_name) == ("burning", "Alexandroupoli")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('label = "Wildfire"\n', "", r"mine\.toml: category 'wildfire': 'label' is missing"),
        ("near_place_or_date", "near_plaice", r"wildfire/burning#1: key 'near_plaice' is unknown"),
        ("nouns =", "object = '{rain}'\nverbs =", r"names no word class; add \[words\] rain"),
        ("yes = [", "yes = []\n# [", "at least one 'yes' and one 'no'"),
        ("[[category]]", "[[category", "not TOML"),
        ('nouns = ["wildfire", "forest fire"]', 'nouns = "wildfire"', r"nouns='wildfire' is no list of words"),
        ("A wildfire burned", "A bonfire burned", r"the 'yes' example 'A bonfire .* tells no wildfire/burning: loosen"),
        ("like a blaze", "like a wildfire in [Rome]", r"the 'no' example .* tells a wildfire/burning: narrow"),
        ('id = "burning"', 'id = "burning"\nroles = { who = ["verb"] }', r"role 'who': slot 'verb' is none of"),
    ],
)
def test_a_wrong_codebook_is_named_with_file_and_key(tmp_path, old, new, message):
    path = tmp_path / "mine.toml"
    path.write_text(WILDFIRE.replace(old, new, 1), "utf-8")
    with pytest.raises(CodebookError, match=message):
        Codebook.load(path)


def test_a_missing_codebook_is_said(tmp_path):
    with pytest.raises(CodebookError, match="does not exist"):
        Codebook.load(tmp_path / "none.toml")


def test_the_command_line_takes_a_codebook_and_tells_its_category(tmp_path):
    (tmp_path / "mine.toml").write_text(WILDFIRE, "utf-8")
    story = tmp_path / "story.txt"
    story.write_text(
        "Date: 2024-08-12\n\nThe army sent troops to Evros. A wildfire burned near Alexandroupoli on Monday.", "utf-8"
    )
    out = tmp_path / "out.jsonl"
    words = ["extract", story, "-o", out, "--codebook", tmp_path / "mine.toml"]
    done = subprocess.run(
        [sys.executable, "-m", "geoevents", *map(str, words)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "wildfire" in {e["category"] for e in json.loads(out.read_text("utf-8"))["events"]}


def test_every_subtype_has_codes_or_says_that_a_scheme_has_none():
    for category in BOOK.categories:
        for subtype in category.subtypes:
            assert set(subtype.codes) == {"plover", "cameo", "acled", "viina", "case2021"}, subtype.id


SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
TABLE = SHARED / "corpora/cameo_plover/CAMEO2PLOVER-2021.txt"


@pytest.mark.skipif(not TABLE.exists(), reason="the table of codes lies beside the project")
def test_exact_codes_of_cameo_and_plover_agree_with_the_published_table():
    rows = dict(re.findall(r"^(\d+):\s*([A-Z]+)", TABLE.read_text("utf-8"), re.MULTILINE))
    codes = [s.codes for c in BOOK.categories for s in c.subtypes]
    exact = [c for c in codes if c["plover"] and c["cameo"] and "~" not in c["cameo"] + c["plover"]]
    assert [c for c in exact if rows.get(c["cameo"]) != c["plover"].split("-")[0]] == []
    assert len(exact) > 40


FAMILY = """
[verbs]
burn = ["smoulder", "glow red"]
[[category]]
id = "wildfire"
label = "Wildfire"
definition = "A fire in forest or grassland."
[[category.subtype]]
id = "burning"
[[category.subtype.trigger]]
verbs = ["{burn}"]
yes = ["The forest smouldered near [Evros]."]
no = ["The forest grew near [Evros]."]
"""


def test_a_trigger_asks_for_a_family_of_verbs_by_name(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(FAMILY, "utf-8")
    (trigger,) = Codebook.load(path).subtype("wildfire", "burning").triggers
    assert trigger.verbs == ("smoulder", "glow red")


def test_a_family_of_verbs_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(FAMILY.replace("burn = ", "smoke = "), "utf-8")
    with pytest.raises(CodebookError, match=r"\{burn\} is no family of verbs"):
        Codebook.load(path)
