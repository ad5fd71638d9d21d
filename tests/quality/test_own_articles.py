"""Our own annotated articles of other wars, years and agencies: they are what their sources say, and how well we read them."""

from pathlib import Path

import pytest

from tests.quality.articles.annotate import build

FOLDERS = [f for f in sorted((Path(__file__).parent / "articles").iterdir()) if (f / "source.ann").exists()]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_articles_and_gold_are_what_their_source_says(folder):
    built = build((folder / "source.ann").read_text(encoding="utf-8"))
    kept = {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.suffix in {".txt", ".jsonl"}}
    assert kept == built
