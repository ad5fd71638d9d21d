"""Every usage in the codebook tells what it says, and a user's own codebook is checked and merged."""

import re

import pytest

from geoevents.articles.tokens import tokenize
from geoevents.atlas.mention import Mention, Spot
from geoevents.atlas.place import LonLat, Place
from geoevents.errors import CodebookError
from geoevents.events.codebook import Codebook
from geoevents.events.find import find_events
from geoevents.events.triggers import hits
from tests.conftest import article

BOOK = Codebook.load()
EXAMPLES = [
    pytest.param(category.id, subtype.id, text, told, id=f"{trigger.rule}:{'yes' if told else 'no'}:{text[:40]}")
    for category, subtype, trigger in BOOK.triggers()
    for texts, told in ((trigger.yes, True), (trigger.no, False))
    for text in texts
]
_DATED = re.compile(r"day\b|night|morning|week|month|january|march|may\b|june|july|20\d\d|yesterday", re.IGNORECASE)


def _named(marked: str) -> tuple[str, list[Mention]]:
    """The text without the brackets around names, and a mention of a town for each."""
    text, mentions = "", []
    for k, part in enumerate(re.split(r"[\[\]]", marked)):
        if k % 2:
            mentions.append(_mention(part, len(text)))
        text += part
    return text, mentions


def _mention(name: str, start: int) -> Mention:
    spot = Spot(name=name, lonlat=LonLat(30.0, 50.0), precision="settlement", uncertainty_km=3.0)
    place = Place(id=name, name=name, kind="town", lonlat=LonLat(30.0, 50.0), source="curated", method="exact")
    end = start + len(name)
    return Mention(
        start=start, end=end, text=name, role="literal", place=place, decision="chosen", confidence=0.9, spot=spot,
        phrase_start=start, phrase_end=end,
    )  # fmt: skip


@pytest.mark.parametrize(("category", "subtype", "marked", "told"), EXAMPLES)
def test_every_example_of_the_codebook_holds(category, subtype, marked, told):
    text, mentions = _named(marked)
    found = hits(BOOK, text, tokenize(text), mentions, dated=bool(_DATED.search(text)))
    real = {(h.category, h.subtype) for h in found if h.modality in {"actual", "planned"}}
    assert ((category, subtype) in real) == told


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
