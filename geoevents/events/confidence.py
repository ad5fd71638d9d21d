"""How sure a row is: what was right of rows that looked like it, in articles annotated by people (`confidence.json`).

Four questions are asked of a row, each by a logistic model of its own: does the article tell such an event there (type), is the
place right, the day, the status.  The confidence of the row is that type, place and day are right together.  A row without a
place is asked too whether it should have none, which shows in its confidence alone.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from geoevents.events.codebook import Codebook
from geoevents.events.event import Event, Span
from geoevents.events.sentence.word_lists import CLOSED
from geoevents.events.what.subject import subject_of
from geoevents.values import replace

__all__ = ["PARTS", "Weights", "features", "shipped_weights", "sure_of", "with_confidence"]

PARTS = ("type", "place", "date", "status")
Weights = Mapping[str, Mapping[str, float]]  # for each part, what a feature adds to the log-odds; "" is the constant

_FORMAT = 1
_LONG = 60  # words, from which on sentences are equally hard
_FAR = 20  # words between trigger and place, from which on they are equally far
_WORDS = 30  # of a sentence of usual length
_HEAVY = 1.2  # the most that the weight of a usage counts
_PAGE = 1000  # letters
_BEFORE = 16  # letters before a place in which the word stands that joins it
# A name that is itself in doubt makes its event's place so.  Of 240 rows with points those of sure names and of names at 0.5 to 0.8
# were right alike, so the doubt begins below that.
_NAMED_AT_LEAST, _NAMED_MORE = 0.5, 0.6


def with_confidence(row: Event, text: str, book: Codebook) -> Event:
    """The row with its confidence and the parts of it; ``text`` is the body of its article, ``conf_place`` that of the name."""
    sure = sure_of(shipped_weights(), dict(features(row, text, book)))
    sure["place"] *= min(1.0, _NAMED_AT_LEAST + _NAMED_MORE * (1.0 if row.conf_place is None else row.conf_place))
    return replace(
        row,
        confidence=round(sure["type"] * sure["place"] * sure["date"], 3),
        conf_type=round(sure["type"], 3),
        conf_place=None if row.geo_basis is None else round(sure["place"], 3),
        conf_date=None if row.date_start is None else round(sure["date"], 3),
        conf_status=round(sure["status"], 3),
    )


def sure_of(weights: Weights, found: Mapping[str, float]) -> dict[str, float]:
    """For each part, the share right among rows with such features, between 0 and 1."""
    return {part: _share(weights[part], found) for part in PARTS}


def _share(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    odds = weights[""]
    for name, value in found.items():
        odds += weights.get(name, 0.0) * value
    return 1 / (1 + math.exp(-odds))


@cache
def shipped_weights() -> Weights:
    """The weights beside this module."""
    read = json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8"))
    if read["format"] != _FORMAT:
        raise ValueError(f"confidence.json has format {read['format']}, wanted is {_FORMAT}: run make weights")
    weights: Weights = read["weights"]
    return weights


def features(row: Event, text: str, book: Codebook) -> Iterator[tuple[str, float]]:
    """What is looked at: how the row is told, by name and value.  Names that the weights do not know count nothing."""
    spans = dict(row.evidence)
    yield "weight", min(book.weight(row.method.partition("+")[0]), _HEAVY)
    yield f"category {row.category}", 1.0
    yield f"subtype {row.category}/{row.subtype}", 1.0
    yield f"status {row.status}", 1.0
    yield "background", float(row.is_background)
    yield "aggregate", float(row.is_aggregate)
    yield "claimed", float(bool(row.claimants))
    yield f"count {row.count_kind}", 1.0
    yield "told often", math.log(row.n_mentions)
    yield "long", min(len(row.sentence.split()), _LONG) / _WORDS
    yield from _of_place(row, text, spans)
    yield from _of_date(row, spans)
    yield from _of_article(text)


def _of_place(row: Event, text: str, spans: Mapping[str, Span]) -> Iterator[tuple[str, float]]:
    yield f"placed {row.geo_basis}", 1.0
    where = spans.get("place_name")
    if row.geo_basis is None or where is None:
        if where is not None:
            yield "named", 1.0
        return
    trigger = spans["category"]
    yield f"place is {row.geo_precision}", 1.0
    yield "place in clause", float(row.start <= where.start < row.end)
    yield "place behind", float(where.start > trigger.start)
    between = text[min(where.end, trigger.end) : max(where.start, trigger.start)]
    yield "place far", min(len(between.split()), _FAR) / _FAR
    before = text[max(0, where.start - _BEFORE) : where.start].lower().split()
    yield f"place joined {before[-1] if before and before[-1] in CLOSED else 'else'}", 1.0


def _of_date(row: Event, spans: Mapping[str, Span]) -> Iterator[tuple[str, float]]:
    yield f"dated {row.date_basis}", 1.0
    yield f"date is {row.date_precision}", 1.0
    when = spans.get("date_start")
    if when is not None:
        yield "date in clause", float(row.start <= when.start < row.end)


@lru_cache(maxsize=4)
def _of_article(text: str) -> tuple[tuple[str, float], ...]:
    """What an article is about: how many words of armies, harm, states, courts and peaceful fields it has, and how many words."""
    about = subject_of(text)
    counts = {
        "armed": about.armed,
        "harm": about.harm,
        "warlike": about.warlike,
        "state": about.state,
        "law": about.law,
        "civil": about.civil,
    }
    told = [(f"article {name}", math.log1p(count)) for name, count in counts.items()]
    return (*told, ("article long", math.log1p(len(text) / _PAGE)))
