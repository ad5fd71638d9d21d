"""The commands of ``geoevents train``: fits learned weights again.  For maintainers; wants the extra ``train``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geoevents.console import guard, say
from geoevents.options import DebugOption

if TYPE_CHECKING:
    from geoevents.atlas.training.recogniser_training import Material

__all__ = ["app"]

CorporaOption = Annotated[Path, typer.Option("--corpora", help="Folder with LGL, TR-News, GeoVirus and GeoWebNews.")]
GoldOption = Annotated[
    list[Path] | None,
    typer.Option("--gold", help="Folder of annotated articles to train on as well; may be given more than once."),
]
MarkedOption = Annotated[
    Path | None, typer.Option("--marked", help="File of texts with marked places, data/training/places.txt.")
]
SeedOption = Annotated[int, typer.Option("--seed", help="Decides which article is in which fold.")]
OutOption = Annotated[Path | None, typer.Option("-o", "--out", help="Folder for the weights.")]

app = typer.Typer(no_args_is_help=True, help="Fit the learned weights again (for maintainers).", rich_markup_mode=None)


@app.callback()
def _train() -> None:
    """Fit the learned weights again (for maintainers)."""


@app.command()
def recogniser(
    corpora: CorporaOption,
    gold: GoldOption = None,
    marked: MarkedOption = None,
    seed: SeedOption = 7,
    out: OutOption = None,
    folds: Annotated[
        Path | None, typer.Option("--folds", help="Folder for mentions out of fold, a file a corpus.")
    ] = None,
    by_corpus: Annotated[bool, typer.Option("--by-corpus", help="Leave out whole corpora instead of folds.")] = False,
    debug: DebugOption = False,
) -> None:
    """Fits the weights that tell place names from others, and writes what they find in articles they did not see.

    Examples:  make weights;  geoevents train recogniser --corpora ../shared/corpora --marked data/training/places.txt --folds out/
    """
    with guard(debug):
        from geoevents.atlas.gazetteer import Gazetteer
        from geoevents.atlas.recognition.weights import save
        from geoevents.atlas.training.corpora import read_all
        from geoevents.atlas.training.recogniser_training import material
        from geoevents.atlas.training.training_report import fit_all

        documents = read_all(corpora, gold=gold or (), marked=marked)
        read = material(documents, Gazetteer.load(), seed=seed)
        say(f"{len(documents)} articles, {sum(len(t.place) for t in read.labels)} possible names")
        if folds is not None:
            for name, count in _write_folds(read, folds, by_corpus=by_corpus):
                say(f"{folds / name}.jsonl: {count} articles out of fold")
        if out is not None:
            save(fit_all(read), out)
            say(f"{out / 'recogniser.npz'}, {out / 'recogniser.json'}")


@app.command()
def ranker(
    corpora: CorporaOption,
    gold: GoldOption = None,
    marked: MarkedOption = None,
    seed: SeedOption = 7,
    out: OutOption = None,
    debug: DebugOption = False,
) -> None:
    """Fits the weights that choose among the places of a name; prints scores by k folds, writes the weights to a folder.

    Examples:  make weights;  geoevents train ranker --corpora ../shared/corpora -o out/
    """
    with guard(debug):
        from geoevents.atlas.gazetteer import Gazetteer
        from geoevents.atlas.training.corpora import read_all
        from geoevents.atlas.training.ranker_training import fit_ranker, save_ranker
        from geoevents.atlas.training.recogniser_training import material

        fitted = fit_ranker(material(read_all(corpora, gold=gold or (), marked=marked), Gazetteer.load(), seed=seed))
        for corpus, row in fitted.scores.items():
            say(f"{corpus:12} " + "  ".join(f"{name} {value:.3f}" for name, value in row.items()))
        if out is not None:
            say(f"{save_ranker(fitted, out)} written")


def _write_folds(read: "Material", folder: Path, *, by_corpus: bool) -> Iterator[tuple[str, int]]:
    """Writes the mentions of every article by weights that did not see it, in the order of the corpora."""
    from geoevents.articles.segments import segment
    from geoevents.atlas.mentions import find_mentions
    from geoevents.atlas.training.recogniser_training import out_of_fold, without_corpus
    from geoevents.events.event import Findings
    from geoevents.outputs.findings import write_findings

    found: dict[int, Findings] = {}
    for model, numbers in without_corpus(read) if by_corpus else out_of_fold(read):
        for k in numbers:
            article = read.documents[k].article
            segments = segment(article.text, title=article.title)
            mentions = find_mentions(article, read.atlas, segments=segments, recogniser=model)
            found[k] = Findings(article=article, segments=segments, mentions=mentions, event_mentions=(), events=())
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted({d.corpus for d in read.documents}):
        own = [found[k] for k in sorted(found) if read.documents[k].corpus == name]
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            yield name, write_findings(own, file)
