"""Places of forty documents of each corpus, raw and with the names given, by the shared scorer.

The shipped weights were fitted on these very articles: the floors guard against a change that loses places, and prove
nothing more.  What the program is worth on articles that it has not seen is said by the k-fold scores of the manifests.
"""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from geoevents.articles.article import Article, GivenMention
from geoevents.events.find import find_events
from geoevents.outputs.findings import write_findings

SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = [pytest.mark.quality, pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not here")]
DOCUMENTS = 40


def subset(corpus):
    """The documents whose ids have the smallest hashes: the same ones always, and of no kind."""
    with (SHARED / "corpora" / corpus / "dev.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return sorted(documents, key=lambda d: hashlib.sha256(str(d["id"]).encode()).hexdigest())[:DOCUMENTS]


def read(document, *, given):
    """The document as an article; ``given``: with the spans of its placed names."""
    article = Article(
        id=str(document["id"]), title=document.get("title"), text=document["text"], publisher=document.get("source"),
        published=None,
    )  # fmt: skip
    spans = [m for m in document["mentions"] if m.get("lat") is not None]
    names = tuple(GivenMention(start=m["start"], end=m["end"], text=m["text"]) for m in spans)
    return replace(article, given_mentions=names) if given else article


@pytest.fixture(scope="module")
def scored(atlas, tmp_path_factory):
    """score(corpus, given): what the scorer says of a corpus, as a dict."""
    folder = tmp_path_factory.mktemp("corpora")

    def score(corpus, *, given):
        documents, gold, out = subset(corpus), folder / f"{corpus}.gold.jsonl", folder / f"{corpus}.{given}.jsonl"
        gold.write_text("".join(json.dumps(d) + "\n" for d in documents), "utf-8")
        with out.open("w", encoding="utf-8") as file:
            write_findings((find_events(read(d, given=given), atlas) for d in documents), file)
        program = SHARED / "evaluate" / "score_places.py"
        words = [sys.executable, program, gold, out, "--json", "--rounds", "0"]
        return json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)

    return score


# Floors stand 0.008 below what was measured.
@pytest.mark.parametrize(
    ("corpus", "found", "recall", "precision"),
    [
        ("LGL", 0.908, 0.872, 0.863), ("TR-News", 0.913, 0.931, 0.854), ("GeoVirus", 0.868, 0.873, 0.725),
        ("GeoWebNews", 0.908, 0.835, 0.926),
    ],
)  # fmt: skip
def test_names_found_and_placed(scored, corpus, found, recall, precision):
    score = scored(corpus, given=False)
    got = (score["overlap"]["f1"], score["recall@161"], score["precision@161"])
    assert all(value >= floor for value, floor in zip(got, (found, recall, precision), strict=True)), got


@pytest.mark.parametrize(
    ("corpus", "within_161", "within_25"),
    [("LGL", 0.904, 0.844), ("TR-News", 0.954, 0.929), ("GeoVirus", 0.888, 0.488), ("GeoWebNews", 0.87, 0.783)],
)
def test_given_names_placed(scored, corpus, within_161, within_25):
    score = scored(corpus, given=True)
    got = (score["recall@161"], score["recall@25"])
    assert all(value >= floor for value, floor in zip(got, (within_161, within_25), strict=True)), got
