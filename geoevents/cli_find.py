"""Articles that a command was given, read into findings: one after the other, or side by side in several processes."""

import datetime
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.console import Run, fail, progress, say
from geoevents.errors import ArticleError

if TYPE_CHECKING:
    from geoevents.articles.article import Article
    from geoevents.events.event import Findings

__all__ = ["Reading", "day_of", "findings"]

_AHEAD = 4  # articles a process that are handed out before the first of them is asked for
Read = Callable[["Article"], "Findings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read: the options of the commands that read them.  ``jobs`` 0 stands for every processor."""

    date: datetime.date | None = None
    gazetteer: Path | None = None
    codebook: Path | None = None
    online: str | None = None
    given_mentions: bool = False
    corrections: Path | None = None
    ner: str | None = None
    min_place_confidence: float | None = None
    jobs: int = 1

    def __post_init__(self) -> None:
        """Ends the command where the options do not go together."""
        if self.online not in {None, "nominatim"}:
            fail(f"--online {self.online!r} is unknown; use nominatim", 2)
        if self.online and self.jobs != 1:
            fail("--online asks one question a second: it goes with --jobs 1 only", 2)


def day_of(text: str | None, option: str = "--date") -> datetime.date | None:
    """The day that an option gives; ends the command where it is none."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        fail(f"{option} {text!r} is not a date (YYYY-MM-DD)", 2)


def findings(inputs: Sequence[str], run: Run, how: Reading) -> Iterator["Findings"]:
    """Findings of all articles that could be read, in their order; each error is named and the rest goes on."""
    from geoevents.articles.read import read_articles

    read, jobs = _reader(how, tell=say), how.jobs or os.cpu_count() or 1  # files that cannot be used are named here
    articles = read_articles(inputs, date=how.date, given_mentions=how.given_mentions, on_error=run.wrong)
    for article, found in progress(_in_turn(articles, read) if jobs == 1 else _side_by_side(articles, how, jobs)):
        try:
            yield found()
        except (ArticleError, ConnectionError) as error:
            run.wrong(type(error)(f"{article.origin or article.id}: {error}"))


def _in_turn(articles: Iterable["Article"], read: Read) -> Iterator[tuple["Article", Callable[[], "Findings"]]]:
    for article in articles:
        yield article, partial(read, article)


def _side_by_side(
    articles: Iterable["Article"], how: Reading, jobs: int
) -> Iterator[tuple["Article", Callable[[], "Findings"]]]:
    """Each article with the answer to come, in their order; no more are under way than the processes need."""
    waiting: deque[tuple[Article, Future[Findings]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_open, initargs=(how,)) as pool:
        for article in articles:
            waiting.append((article, pool.submit(_read, article)))
            if len(waiting) > jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


def _next(waiting: "deque[tuple[Article, Future[Findings]]]") -> tuple["Article", Callable[[], "Findings"]]:
    article, answer = waiting.popleft()
    return article, answer.result


_READ: list[Read] = []  # of a process of the pool


def _open(how: Reading) -> None:
    """Makes a process of the pool ready; the one that started it deals with Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _READ.append(_reader(how, tell=lambda _: None))


def _read(article: "Article") -> "Findings":
    return _READ[0](article)


def _reader(how: Reading, *, tell: Callable[[str], None]) -> Read:
    """What reads one article; raises what is wrong with the files that the options name, and tells which recogniser runs."""
    from geoevents.atlas.gazetteer import Gazetteer
    from geoevents.events.codebook import Codebook
    from geoevents.events.corrections import corrected, read_corrections
    from geoevents.events.find import find_events

    decisions = read_corrections(how.corrections) if how.corrections else ()
    book, atlas = Codebook.load(how.codebook), Gazetteer.load(extra=how.gazetteer)
    find = partial(
        find_events,
        atlas=atlas,
        codebook=book,
        online=_geocoder() if how.online else None,
        recogniser=_with_opinion(atlas, how.ner, tell) if how.ner else None,
        min_place_confidence=how.min_place_confidence,
    )
    return lambda article: corrected(find(article), decisions, atlas)


def _geocoder() -> Any:
    """geopy's Nominatim, with answers kept between runs."""
    from geoevents.atlas.online import Online

    today = datetime.datetime.now(datetime.UTC).date()
    return Online.nominatim(today=today, cache=Path.home() / ".cache" / "geoevents" / "nominatim.json")


def _with_opinion(atlas: Any, model: str, tell: Callable[[str], None]) -> Any:
    """The recogniser with spaCy's second opinion."""
    from geoevents.atlas.recognition.recognise import Recogniser
    from geoevents.atlas.recognition.second_opinion import SpacyOpinion
    from geoevents.atlas.recognition.weights import load

    opinion = SpacyOpinion.load(model)
    tell(f"names: learned weights and {opinion.name}")
    return Recogniser(atlas, load(), opinion=opinion)
