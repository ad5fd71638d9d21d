"""The command ``geoevents evaluate``: how well names are found and placed in annotated articles."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from geoevents.console import guard
from geoevents.options import DebugOption, GazetteerOption, PlaceConfidenceOption

if TYPE_CHECKING:
    from geoevents.atlas.training.corpora import Document

__all__ = ["evaluate"]

COUNTED = frozenset({"articles", "gold", "found", "placed"})  # figures that are numbers, not shares


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A JSON Lines file with texts, or a folder of articles and gold.jsonl.")],
    demonyms: Annotated[
        Literal["in", "out"], typer.Option("--demonyms", help='Whether "Russian" counts; gold/ does not list them.')
    ] = "in",
    given_mentions: Annotated[
        bool, typer.Option("--given-mentions", help="Takes the annotators' spans: placing alone is scored.")
    ] = False,
    gazetteer: GazetteerOption = None,
    min_place_confidence: PlaceConfidenceOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    debug: DebugOption = False,
) -> None:
    """Scores names found and placed against annotated articles.  The shipped weights were trained on the development halves
    of the public corpora: for those, the out-of-fold figures of `geoevents train` count.

    Example:  geoevents evaluate tests/quality/articles/open --demonyms out
    """
    with guard(debug):
        from geoevents.articles.segments import segment
        from geoevents.atlas.gazetteer import Gazetteer
        from geoevents.atlas.mentions import find_mentions
        from geoevents.atlas.training.scores import rates, tally

        atlas, tallies = Gazetteer.load(extra=gazetteer), []
        documents = _documents(gold, given=given_mentions)
        for document in documents:
            parts = segment(document.article.text, title=document.article.title)
            found = find_mentions(document.article, atlas, segments=parts, min_confidence=min_place_confidence)
            tallies.append(tally(document.mentions, found, demonyms=demonyms == "in"))
        figures = {"articles": float(len(documents)), **rates(tallies)}
        if as_json:
            typer.echo(json.dumps(figures, indent=1))
            return
        for name, value in figures.items():
            typer.echo(f"{name:18} {value:8.3f}" if name not in COUNTED else f"{name:18} {value:8.0f}")


def _documents(gold: Path, *, given: bool) -> list["Document"]:
    """Annotated articles of a file or folder; with the annotators' spans as given mentions where asked."""
    from dataclasses import replace

    from geoevents.articles.article import GivenMention
    from geoevents.atlas.training.corpora import read_annotated

    documents = read_annotated(gold)
    if not given:
        return documents
    return [
        replace(
            d,
            article=replace(
                d.article,
                given_mentions=tuple(GivenMention(start=m["start"], end=m["end"], text=m["text"]) for m in d.mentions),
            ),
        )
        for d in documents
    ]
