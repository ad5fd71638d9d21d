"""A second look at possible names: how the first one judged the same name, the neighbours in a list, the rest of the article.

Each possible name gets a short row of numbers; a place is a place again where it is told again, and stands among its like.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.layout import SOURCES, Layout
from geoevents.atlas.recognition.lexicon import FACTS
from geoevents.atlas.recognition.rows import Codes
from geoevents.atlas.recognition.words import DEMONYMS

__all__ = ["COLUMNS", "SecondLook"]

Floats = npt.NDArray[np.float64]

COLUMNS = (
    "own", "told_again", "best_again", "mean_again", "listed_right", "right", "listed_left", "left", "overlapped", "overlapping",
    "country", "any_country", "any_admin1", "article",
)  # fmt: skip
_FAR = 6.0  # log-odds beyond which the first look is not believed more
_DEMONYM_VOTE = 0.5  # as in the ranking: a people speaks for its country half as loud as a town


class _Areas(NamedTuple):
    """Where the candidates of a name lie, as numbers of areas: country and admin-1 area of the best (-1: none), and of all."""

    country: int
    admin1: int
    countries: tuple[int, ...]
    admins: tuple[int, ...]


class SecondLook:
    """Rows of the second look, for one atlas."""

    def __init__(self, atlas: Gazetteer) -> None:
        """Where names lie is read from the atlas once a name."""
        self._atlas = atlas
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)  # of areas, in the order they are met
        self._areas: Callable[[str, int], _Areas] = lru_cache(maxsize=50_000)(self._read)

    def rows(self, article: Layout, logits: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
        """One row of COLUMNS a possible name, in text order; ``logits`` are the first look's, in the same order."""
        if not article.names:
            return np.zeros((0, len(COLUMNS)), dtype=np.float32)
        first = np.minimum(np.maximum(logits, -_FAR), _FAR).astype(np.float64)
        chances = (1 / (1 + np.exp(-logits))).astype(np.float64)
        mean = np.full(len(first), sum(chances.tolist()) / len(chances))
        columns = (first, *_again(article, first), *_beside(article, first), *self._lies(article, chances), mean)
        return np.array(columns, dtype=np.float32).T.copy()

    def _lies(self, article: Layout, chances: Floats) -> tuple[Floats, Floats, Floats]:
        """Shares of the article's other names in the country of a name, in any country and any area it may lie in."""
        areas = [self._areas(n.key, source) for n, source in zip(article.names, article.source.tolist(), strict=True)]
        known = article.source == SOURCES["atlas"]
        own = np.asarray(np.bincount(article.key, chances * known), dtype=np.float64)[article.key]
        country, admin1 = np.array([a.country for a in areas]), np.array([a.admin1 for a in areas])
        loud = np.where(known, chances, chances * _DEMONYM_VOTE)
        countries, admins = self._votes(country, loud), self._votes(admin1, loud)
        total = float(countries.sum()) + 1.0
        own_country = np.where(known & (country >= 0), countries[country] - own, 0.0)
        return (
            own_country / total,
            _loudest(countries, [a.countries for a in areas], country, own) / total,
            _loudest(admins, [a.admins for a in areas], admin1, own) / total,
        )

    def _votes(self, areas: Codes, loud: Floats) -> Floats:
        """How much of an article speaks for each area."""
        told = areas >= 0
        return np.asarray(np.bincount(areas[told], loud[told], minlength=len(self._numbers) + 1), dtype=np.float64)

    def _read(self, key: str, source: int) -> _Areas:
        number = self._numbers
        if source == SOURCES["demonym"]:
            return _Areas(number[DEMONYMS[key]], -1, (), ())
        if source == SOURCES["cue"]:
            return _Areas(-1, -1, (), ())
        found = self._atlas.candidates(key)
        best = found[0].place
        return _Areas(
            country=number[best.country] if best.country else -1,
            admin1=number[best.admin1_id or best.id],
            countries=tuple({number[c.place.country] for c in found if c.place.country}),
            admins=tuple({number[c.place.admin1_id or c.place.id] for c in found if c.place.kind != "country"}),
        )


def _loudest(votes: Floats, areas: Sequence[tuple[int, ...]], best: Codes, own: Floats) -> Floats:
    """Of the areas that each name may lie in the one that most other names speak for: how much they do; 0 for none."""
    owner = np.repeat(np.arange(len(areas)), [len(a) for a in areas])
    flat = np.fromiter(chain.from_iterable(areas), dtype=np.intp, count=len(owner))
    loudest = np.zeros(len(areas))
    np.maximum.at(loudest, owner, votes[flat] - own[owner] * (flat == best[owner]))
    return loudest


def _again(article: Layout, logits: Floats) -> tuple[Floats, Floats, Floats]:
    """Whether a name is told more than once, and the best and mean first look at the other times."""
    times = np.bincount(article.key)[article.key]
    several = np.flatnonzero(times > 1)
    best, mean = np.zeros(len(logits)), np.zeros(len(logits))
    mean[several] = ((np.bincount(article.key, logits)[article.key] - logits) / np.maximum(times - 1, 1))[several]
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    keys = article.key.tolist()
    for k in several[np.argsort(logits[several], kind="stable")].tolist():
        by_key[keys[k]].append(k)
    for ranked in by_key.values():
        best[ranked] = logits[ranked[-1]]
        best[ranked[-1]] = logits[ranked[-2]]
    return (times > 1).astype(np.float64), best, mean


def _beside(article: Layout, logits: Floats) -> tuple[Floats, ...]:
    """For each name: first look at the list neighbours right and left, and at the best overlapping name; each as a pair."""
    starting, ending = np.full((2, len(article.words) + 1), _NONE)
    np.maximum.at(starting, article.first, logits)
    np.maximum.at(ending, article.last, logits)
    over = np.full(len(logits), _NONE)
    np.maximum.at(over, article.one, logits[article.other])
    np.maximum.at(over, article.other, logits[article.one])
    joins = article.facts[:, _JOINS] > 0
    right = np.where(joins[article.last], starting[article.last + 1], _NONE)
    left = np.where(joins[article.first - 1], ending[article.first - 1], _NONE)
    return (*_pair(right), *_pair(left), *_pair(over))


_JOINS = FACTS.index("joins")
_NONE = -np.inf


def _pair(values: Floats) -> tuple[Floats, Floats]:
    """Whether there is a value, and the value."""
    there = values > _NONE
    return there.astype(np.float64), np.where(there, values, 0.0)
