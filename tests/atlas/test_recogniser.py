import json
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.segments import segment
from geoevents.atlas.recognition.recognise import Recogniser, best_apart, recognise
from geoevents.atlas.recognition.second_opinion import SpacyOpinion
from geoevents.atlas.recognition.weights import load, save
from geoevents.atlas.training.corpora import LARGE, read_marked
from geoevents.errors import ModelError
from tests.quality.articles.annotate import main as annotate

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def names(atlas, text):
    return [s.text for s in recognise(text, segment(text), atlas)[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels have come within 12 km of Qarnuma, an airfield town.", ["Qarnuma"]),
        ("Shells fell on the Vorzhlan camp outside Goma.", ["Vorzhlan", "Goma"]),
        ("A chase through Springfield, Ill., ended near Madison, WA.", ["Springfield", "Ill.", "Madison", "WA"]),
        ("Officers of the Tulsa Police Department came.", ["Tulsa"]),
        ("Gaza's hospitals have no fuel left.", ["Gaza"]),
        ("Toretsk's main streets lie in ruins.", ["Toretsk"]),
        ("Two Spanish, one Turkish, and some Haitian nurses left.", ["Spanish", "Turkish", "Haitian"]),
        ("Soldiers came from Mt. Vernon to St. Albans.", ["Mt. Vernon", "St. Albans"]),
        ("A fire in Marseille 2 weeks ago killed a man.", ["Marseille"]),
        ("Officials said the Zaporizhzhia nuclear plant lost power.", ["Zaporizhzhia nuclear plant"]),
        (
            "The Olenya airfield was attacked, as was the Ain al-Asad air base.",
            ["Olenya airfield", "Ain al-Asad air base"],
        ),
    ],
)
def test_names_of_places_are_found_known_or_not(atlas, text, found):
    assert names(atlas, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Burton said that Florence Welch had left.",
        "Will's hospital bills were never paid.",
        "Guests ate turkey with Worcester sauce and a Boston pie.",
        "Savannah Houston, 34, was held after the chase, said Detective Troy Lincoln.",
        "General Douglas Austin thanked Captain Carson.",
    ],
)
def test_persons_and_dishes_are_no_places(atlas, text):
    assert names(atlas, text) == []


def test_every_name_has_a_probability_and_is_the_text_at_its_span(atlas):
    text = "Fighters entered Goma and Bukavu; Kinshasa protested."
    spans = recognise(text, segment(text), atlas)[1]
    assert all(text[s.start : s.end] == s.text and 0 < s.probability < 1 for s in spans)


def test_no_word_of_the_vocabulary_is_the_name_of_a_larger_place(atlas):
    large = [w for w in load().vocabulary if any((c.place.population or 0) > LARGE for c in atlas.candidates(w))]
    assert large == []


def test_weights_are_small_and_their_manifest_says_how_they_were_made():
    weights, folder = load(), ROOT / "geoevents" / "atlas" / "recognition"
    assert (folder / "recogniser.npz").stat().st_size < 300_000
    assert {"command", "seed", "corpora", "scores", "libraries", "layout_sha256"} <= set(weights.manifest)
    assert len(weights.first) == weights.manifest["columns"] == weights.roles.shape[1]


def test_weights_of_other_features_are_refused_with_the_command_that_mends_it(atlas):
    with pytest.raises(ModelError, match="geoevents train recogniser"):
        Recogniser(atlas, replace(load(), layout="0" * 64))


def test_weights_come_back_as_they_were_saved(tmp_path):
    save(load(), tmp_path)
    again = load(tmp_path)
    assert np.array_equal(again.first, load().first)
    assert again.vocabulary == load().vocabulary


def test_a_missing_or_damaged_weight_file_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"recogniser\.json is missing"):
        load(tmp_path / "nowhere")
    save(load(), tmp_path)
    manifest = json.loads((tmp_path / "recogniser.json").read_text("utf-8"))
    (tmp_path / "recogniser.json").write_text(json.dumps({**manifest, "columns": 3}), "utf-8")
    with pytest.raises(ModelError, match="manifest says 3"):
        load.__wrapped__(tmp_path)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4), st.floats(-3, 3)), max_size=8))
def test_chosen_spans_never_overlap_and_none_alone_gains_more(rows):
    spans, gains = [(a, a + n) for a, n, _ in rows], [g for _, _, g in rows]
    chosen = best_apart(spans, gains)
    assert all(spans[a][1] <= spans[b][0] for a, b in pairwise(chosen))
    assert sum(gains[k] for k in chosen) >= max([*gains, 0.0]) - 1e-9


def test_marked_texts_are_read_with_their_roles(tmp_path):
    file = tmp_path / "texts.txt"
    file.write_text("# a comment\n\n[[Goma]] fell.  [[metonym|Kigali]] denied it.\n", "utf-8")
    (document,) = read_marked(file)
    assert document.article.text == "Goma fell.  Kigali denied it."
    assert [(m["text"], m["role"]) for m in document.mentions] == [("Goma", "literal"), ("Kigali", "metonym")]


def test_the_same_texts_give_the_same_weights(atlas):
    pytest.importorskip("sklearn")
    from geoevents.atlas.training.recogniser_training import fit, material

    documents = read_marked(ROOT / "data" / "training" / "places.txt")[:12]
    one, two = (fit(m, range(len(m.documents))) for m in (material(documents, atlas, seed=7) for _ in range(2)))
    assert np.array_equal(one.first, two.first)
    assert np.array_equal(one.roles, two.roles)


@pytest.mark.quality
@pytest.mark.skipif(not (SHARED / "corpora").exists(), reason="the corpora are not here")
def test_training_again_reproduces_the_scores_of_the_manifest(atlas, tmp_path):
    pytest.importorskip("sklearn")
    from geoevents.atlas.training.corpora import read_all
    from geoevents.atlas.training.recogniser_training import material
    from geoevents.atlas.training.training_report import scores

    articles = ROOT / "tests" / "quality" / "articles"
    folders = [articles / "open", *sorted(f.parent for f in articles.glob("learnt/*/source.ann"))]
    for folder in folders:
        annotate(folder, tmp_path / folder.name)
    gold = [SHARED / "gold" / "dev", *(tmp_path / f.name for f in folders)]
    documents = read_all(SHARED / "corpora", gold=gold, marked=ROOT / "data" / "training" / "places.txt")
    again, told = scores(material(documents, atlas, seed=7)), load().manifest["scores"]
    assert {c: again[c]["f1"] for c in again} == pytest.approx({c: told[c]["f1"] for c in told}, abs=0.002)


def test_a_second_opinion_moves_names_and_is_named_in_the_output(atlas):
    text = "Rebels entered Goma; Jordan spoke."
    opinion = SpacyOpinion(lambda t: [(t.index("Jordan"), t.index("Jordan") + 6, "PERSON")], name="a test")
    with_it = Recogniser(atlas, load(), opinion=opinion)(text, segment(text))[1]
    without = {s.text: s.probability for s in recognise(text, segment(text), atlas)[1]}
    assert all(s.probability < without[s.text] for s in with_it)
    assert {s.recogniser for s in with_it} == {"learned + a test"}


def test_without_spacy_the_extra_is_named():
    if find_spec("spacy") is not None:
        pytest.skip("spaCy is installed")
    with pytest.raises(ModelError, match=r"geoevents\[spacy\]"):
        SpacyOpinion.load()
