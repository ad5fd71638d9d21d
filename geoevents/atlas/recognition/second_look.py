"""A second look at possible names: how the first one judged the same name, the neighbours in a list, the rest of the article.

Each possible name gets a short row of numbers; a place is a place again where it is told again, and stands among its like.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.candidates import JOINTS, Line, Possible
from geoevents.atlas.recognition.words import DEMONYMS

__all__ = ["COLUMNS", "SecondLook"]

COLUMNS = (
    "own", "told_again", "best_again", "mean_again", "listed_right", "right", "listed_left", "left", "overlapped", "overlapping",
    "country", "any_country", "any_admin1", "article",
)  # fmt: skip
_FAR = 6.0  # log-odds beyond which the first look is not believed more
_DEMONYM_VOTE = 0.5  # as in the ranking: a people speaks for its country half as loud as a town


class _Areas(NamedTuple):
    """Where the candidates of a name lie: country and admin-1 area of the best, and those of all."""

    country: str | None
    admin1: str | None
    countries: frozenset[str]
    admins: frozenset[str]


class _Votes(NamedTuple):
    """How much of an article speaks for each country and admin-1 area, and how much of that is each name's own."""

    countries: Counter[str]
    admins: Counter[str]
    own: Counter[str]
    total: float


class SecondLook:
    """Rows of the second look, for one atlas."""

    def __init__(self, atlas: Gazetteer) -> None:
        """Where names lie is read from the atlas once a name."""
        self._atlas = atlas
        self._areas: Callable[[str], _Areas] = lru_cache(maxsize=50_000)(self._read)

    def rows(
        self, lines: Sequence[Line], found: Sequence[Sequence[Possible]], logits: npt.NDArray[np.floating]
    ) -> npt.NDArray[np.float32]:
        """One row of COLUMNS a possible name, in text order; ``logits`` are the first look's, in the same order."""
        first = np.clip(logits, -_FAR, _FAR).tolist()
        chances = (1 / (1 + np.exp(-logits))).tolist()
        names = [n for names in found for n in names]
        again: dict[str, list[float]] = defaultdict(list)
        for name, logit in zip(names, first, strict=True):
            again[name.key].append(logit)
        votes = self._votes(names, chances)
        mean = sum(chances) / len(chances) if chances else 0.0
        rows: list[list[float]] = []
        for line, of_line in zip(lines, found, strict=True):
            own = first[len(rows) : len(rows) + len(of_line)]
            beside = _beside(line, of_line, own)
            rows += [
                [logit, *_again(again[n.key], logit), *near, *self._lies(n, votes), mean]
                for n, logit, near in zip(of_line, own, beside, strict=True)
            ]
        return np.array(rows, dtype=np.float32).reshape(-1, len(COLUMNS))

    def _votes(self, names: Sequence[Possible], chances: Sequence[float]) -> _Votes:
        countries: Counter[str] = Counter()
        admins: Counter[str] = Counter()
        own: Counter[str] = Counter()
        for name, chance in zip(names, chances, strict=True):
            if name.source == "demonym":
                countries[DEMONYMS[name.key]] += chance * _DEMONYM_VOTE  # type: ignore[assignment]
            elif name.source == "atlas":
                areas = self._areas(name.key)
                own[name.key] += chance  # type: ignore[assignment]
                if areas.country:
                    countries[areas.country] += chance  # type: ignore[assignment]
                if areas.admin1:
                    admins[areas.admin1] += chance  # type: ignore[assignment]
        return _Votes(countries, admins, own, sum(countries.values()) + 1.0)

    def _lies(self, name: Possible, votes: _Votes) -> tuple[float, float, float]:
        """Shares of the article's other names in the country of a name, in any country and any area it may lie in."""
        if name.source != "atlas":
            return 0.0, 0.0, 0.0
        areas, own = self._areas(name.key), votes.own[name.key]
        country = (votes.countries[areas.country] - own) / votes.total if areas.country else 0.0
        countries, named = votes.countries, votes.admins
        others = [countries[c] - (own if c == areas.country else 0) for c in areas.countries & countries.keys()]
        admins = [named[a] - (own if a == areas.admin1 else 0) for a in areas.admins & named.keys()]
        return country, max(others, default=0.0) / votes.total, max(admins, default=0.0) / votes.total

    def _read(self, key: str) -> _Areas:
        found = self._atlas.candidates(key)
        best = found[0].place
        return _Areas(
            country=best.country,
            admin1=best.admin1_id or best.id,
            countries=frozenset(c.place.country for c in found if c.place.country),
            admins=frozenset(c.place.admin1_id or c.place.id for c in found if c.place.kind != "country"),
        )


def _again(logits: Sequence[float], own: float) -> tuple[float, float, float]:
    """Whether a name is told more than once, and the best and mean first look at the other times."""
    if len(logits) == 1:
        return 0.0, 0.0, 0.0
    others = list(logits)
    others.remove(own)
    return 1.0, max(others), sum(others) / len(others)


def _beside(line: Line, names: Sequence[Possible], logits: Sequence[float]) -> list[tuple[float, ...]]:
    """For each name of a line: first look at the list neighbours right and left, and at the best overlapping name."""
    words = line.words
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    for name, logit in zip(names, logits, strict=True):
        starts[name.first] = max(logit, starts.get(name.first, -_FAR))
        ends[name.last] = max(logit, ends.get(name.last, -_FAR))
    rows: list[tuple[float, ...]] = []
    for k, name in enumerate(names):
        joined = name.last < len(words) and words[name.last].text in JOINTS
        right = starts.get(name.last + 1) if joined else None
        left = ends.get(name.first - 1) if name.first > 1 and words[name.first - 1].text in JOINTS else None
        over = _over(names, logits, k) if len(names) > 1 else None
        rows.append((*_pair(right), *_pair(left), *_pair(over)))
    return rows


def _pair(value: float | None) -> tuple[float, float]:
    """Whether there is a value, and the value."""
    return (0.0, 0.0) if value is None else (1.0, value)


def _over(names: Sequence[Possible], logits: Sequence[float], k: int) -> float | None:
    """The best first look at a name that shares words with name ``k``; names are in order of their first word."""
    first, last = names[k].first, names[k].last
    found = [logits[i] for i, o in enumerate(names) if o.first < last and first < o.last and i != k]
    return max(found) if found else None
