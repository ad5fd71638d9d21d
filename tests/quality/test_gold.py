"""Accuracy against annotated articles, by the project's own scorers: floors a little below what was measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geoevents.articles.read import read_articles
from geoevents.events.find import find_events
from geoevents.outputs.findings import write_findings

SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = [pytest.mark.quality, pytest.mark.skipif(not SHARED.exists(), reason="annotated articles are not here")]


@pytest.fixture(scope="module")
def scored(atlas, tmp_path_factory):
    """score(program, gold, articles, *options): what a scorer says, as a dict."""
    folder = tmp_path_factory.mktemp("quality")

    def score(program, gold, articles, *options):
        out = folder / f"{Path(gold).stem}.jsonl"
        with out.open("w", encoding="utf-8") as file:
            write_findings((find_events(a, atlas) for a in read_articles(articles)), file)
        words = [sys.executable, SHARED / "evaluate" / program, SHARED / gold, out, "--json", *options]
        return json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)

    return score


def test_the_seed_article_is_read_right(scored):
    found = scored("score_events.py", "gold/seed_gold.json", sorted((SHARED / "seeds").glob("*.txt")))
    assert (found["core_found"], found["core_fully_right"], found["negatives_hit"]) == (13, 13, 0)
    assert (found["aggregates_found"], found["aggregates_unflagged"], found["background_unflagged"]) == (2, 0, 0)


def test_places_of_the_gold_articles(scored):
    articles = sorted((SHARED / "gold/dev").glob("*.txt"))
    found = scored("score_places.py", "gold/dev/gold.jsonl", articles, "--demonyms", "out")
    assert found["overlap"]["f1"] >= 0.96
    assert found["recall@161"] >= 0.86


def test_events_of_the_gold_articles(scored):
    found = scored("score_events.py", "gold/dev/gold.jsonl", sorted((SHARED / "gold/dev").glob("*.txt")))
    floors = {"f1": 0.76, "status_accuracy": 0.88, "date_right_accuracy": 0.95, "count_accuracy": 0.90}
    assert {k: found[k] for k, floor in floors.items() if found[k] < floor} == {}
    assert found["false_per_distractor"] <= 0.2
