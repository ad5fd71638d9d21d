"""What is known of a possible name, as column numbers: its form, its neighbours, the atlas, the article (``places.md`` 3.3).

Every feature is yes or no: a span is the list of the columns that hold.  None tells one place name from another.
"""

import json
import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.candidates import Possible
from geoevents.atlas.recognition.layout import SOURCES, Layout
from geoevents.atlas.recognition.lexicon import CLASSES, FACTS, INSIDE, LEFT, RIGHT, SHAPES, SLOTS, Lexicon
from geoevents.atlas.recognition.rows import Codes, Rows
from geoevents.atlas.scoring import Candidate
from geoevents.atlas.store import KINDS

__all__ = ["Features"]

_SEGMENTS = ("title", "heading", "dateline", "sentence", "fragment", "boilerplate")
# The clock time or day of a paragraph names no place; what was learned knows it as a dateline.
_SEGMENT_AT = {**{name: i for i, name in enumerate(_SEGMENTS)}, "label": _SEGMENTS.index("dateline")}
# What the best place of a name is, coarsely, for the crosses.
GROUPS = ("none", "demonym", "country", "admin1", "admin2", "metropolis", "city", "town", "village", "area", "spot")
_PERSON = ("neither", "given", "surname", "both")
_HOLDS = ("none", "other", "holds", "holder", "held")
# Each group of columns with how many values it takes.
_SIZES = {
    "sports": 3, "bias": 1, "source": 3, "words": 4, "letters": 4, "kind": len(KINDS) + 1, "score": 14, "gap": 6, "count": 7, "main": 3,
    "population": 9, "has_country": 2, "has_admin1": 2, "run_before": 4, "run_after": 5, "part": 8, "segment": len(_SEGMENTS),
    "opening": 3, "capitals": 3, "repeats": 4, "elsewhere": 16, "small_elsewhere": 3, "told_person": 2, "tail": 3, "sentence": 3,
    "right_place": len(_HOLDS) * 3, "left_place": len(_HOLDS) * 3, "quoted": 2,
    "left*group": len(LEFT) * len(GROUPS), "right*group": len(RIGHT) * len(GROUPS), "left*right": len(LEFT) * len(RIGHT),
    "person*group": 2 * len(_PERSON) * len(GROUPS), "person*left": 2 * len(_PERSON) * len(LEFT), "run*group": 20 * len(GROUPS),
    "score*left": 14 * len(LEFT), "score*person": 14 * 2 * len(_PERSON), "listed*score": 2 * 14, "elsewhere*group": 16 * len(GROUPS),
}  # fmt: skip


_LEFT_AT, _RIGHT_AT = ({name: i for i, name in enumerate(names)} for names in (LEFT, RIGHT))
_SAYS_INSIDE = np.array([name in {"inside", "class"} for name in LEFT])
_KNOWN = 12  # columns that a name has of itself
_KINDS = np.arange(4)  # of evidence


class Features:
    """Columns of possible names for one atlas and one vocabulary."""

    def __init__(self, atlas: Gazetteer, lexicon: Lexicon) -> None:
        """Columns of the lexicon first, then those of this module; the number after the last one stands for no column."""
        self.lexicon = lexicon
        self._atlas = atlas
        self._start, self.size = {}, lexicon.size
        for group, values in _SIZES.items():
            self._start[group] = self.size
            self.size += values
        self._names = Rows(_KNOWN + 2)
        self._offsets: Codes | None = None  # of the groups that ``of`` tells, always in the same order
        self._known: dict[tuple[str, str], int] = {}
        self._holding = lru_cache(maxsize=20_000)(self._holds)

    def layout(self) -> str:
        """What every column means, in short: the contract that stored weights are checked against."""
        return json.dumps([SLOTS, SHAPES, CLASSES, LEFT, RIGHT, GROUPS, _SIZES, self.lexicon.vocabulary])

    def of(self, article: Layout) -> Codes:
        """Columns of all possible names but those of the words in their slots: one column a name, of the same groups a row."""
        numbers = self._numbers(article.names)
        known = self._names.array.take(numbers, axis=0).T
        groups = {
            **_of_lines(article),
            **_of_names(article, group=known[-2], score=known[-1]),
            "part": _parts(article),
            **self._neighbours(article),
        }
        columns = np.array(list(groups.values()))
        if self._offsets is None:
            self._offsets = np.array([self._start[name] for name in groups])[:, None]
        columns += self._offsets
        return np.concatenate([known[:_KNOWN], columns])

    def slots(self, article: Layout) -> Codes:
        """Tokens that stand in the slots of each possible name: one column a name, one row a slot of SLOTS."""
        first, last = article.first, article.last
        before = first - 1
        articles = article.facts[before, _FACT["article"]]
        return np.array(
            (
                before, first - 2, first - 3, last, last + 1, last + 2, before - articles,
                article.run_first - 1, article.run_last, article.run_first, article.run_last - 1, first, last - 1,
            )
        )  # fmt: skip

    def columns(self, article: Layout) -> list[list[int]]:
        """All columns of each possible name, for training."""
        starts = self.lexicon.starts()
        outer = len(starts) - INSIDE
        return [
            [column for column in row if column < self.size]
            + [
                start + column
                for k, (start, at) in enumerate(zip(starts, slots, strict=True))
                for column in (article.words[at].beside if k < outer else article.words[at].inside)
            ]
            for row, slots in zip(self.of(article).T.tolist(), self.slots(article).T.tolist(), strict=True)
        ]

    def _numbers(self, names: Sequence[Possible]) -> list[int]:
        """Rows of the names in the memory of what the atlas knows."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self._names = Rows(_KNOWN + 2)
        known = self._known
        return [known.get((key, source)) or self._meet(key, source) for _, _, key, source in names]

    def _meet(self, key: str, source: str) -> int:
        """The row of a name; it is added where it is new."""
        number = self._known.get((key, source))
        if number is None:
            number = self._known[key, source] = self._names.add(self._read(key, source))
        return number

    def _neighbours(self, article: Layout) -> dict[str, Codes]:
        """How the names beside a name in a list fit it, times how they are joined."""
        after, before = article.facts[article.last], article.facts[article.first - 1]
        starting, ending = np.full((2, len(article.numbers) + 2), -1)
        starting[article.first] = np.arange(len(article.names))  # of several the longest, which comes last
        ending[article.last[::-1]] = np.arange(len(article.names))[::-1]
        right = np.where(after[:, _FACT["opens"]], starting[article.last + 1], -1)
        left = np.where(before[:, _FACT["joins"]], ending[article.first - 1], -1)
        return {
            "right_place": self._fits(article.names, right) * 3 + after[:, _FACT["joint"]],
            "left_place": self._fits(article.names, left) * 3 + before[:, _FACT["joint"]],
        }

    def _fits(self, names: Sequence[Possible], others: Codes) -> Codes:
        """Number in _HOLDS of each name and its neighbour; ``others`` are numbers of names, -1 for none."""
        found = np.zeros(len(names), dtype=np.intp)
        for k in np.flatnonzero(others >= 0).tolist():
            name, other = names[k], names[others[k]]
            found[k] = self._holding(name.key, name.source, other.key, other.source)
        return found

    def _holds(self, key: str, source: str, other: str, other_source: str) -> int:
        if source == "cue" or other_source != "atlas" or source == "demonym":
            return 1
        own, others = self._atlas.candidates(key), self._atlas.candidates(other)
        if not own or not others:
            return 1
        if _lies_in(own, others[0].place):
            return 2
        if _lies_in(others, own[0].place):
            return 3
        return 4 if own[0].place.country == others[0].place.country else 1

    def _read(self, key: str, source: str) -> tuple[int, ...]:
        """Columns of a name itself and of what the atlas knows of it, its group and the step of its score."""
        start = self._start
        own = (
            start["bias"], start["source"] + SOURCES[source], start["words"] + min(len(key.split()), 4) - 1,
            start["letters"] + min(len(key) // 3, 3),
        )  # fmt: skip
        if source != "atlas":
            none = (self.size,) * 6
            return (*own, start["kind"] + len(KINDS), start["main"] + 2, *none, int(source == "demonym"), 0)
        found = self._atlas.candidates(key)
        best = found[0]
        score = max(0, min(13, round(best.score + 2)))
        gap = min(5, int(best.score - found[1].score)) if len(found) > 1 else 5
        people = int(math.log10(best.place.population)) if best.place.population else 0
        kinds = {c.place.kind for c in found}
        return (
            *own,
            start["kind"] + KINDS.index(best.place.kind), start["main"] + best.main, start["score"] + score, start["gap"] + gap,
            start["count"] + min(len(found).bit_length(), 6), start["population"] + min(people, 8),
            start["has_country"] + ("country" in kinds), start["has_admin1"] + ("admin1" in kinds),
            GROUPS.index(_group(best.place.kind, best.place.population or 0)), score,
        )  # fmt: skip


_REMEMBERED = 50_000  # names; a process that reads for days must not grow
_FACT = {name: i for i, name in enumerate(FACTS)}
_COUNTED = slice(_FACT["capital"], _FACT["sports"] + 1)  # and letters, upper between them


def _of_lines(article: Layout) -> dict[str, Codes]:
    """Columns that all names of a line share."""
    capitals, letters, upper, sports = np.add.reduceat(article.facts[:, _COUNTED], article.line_starts).T
    letters = np.maximum(letters, 1)
    shouted = (upper > letters / 2) & (capitals > 0.5 * letters)
    segments = [line.sentence.segment for line in article.lines]
    of_line = {
        "sports": np.minimum(sports, 2),
        "segment": np.array([_SEGMENT_AT[s.kind] for s in segments]),
        "capitals": np.where(shouted, 2, capitals > 0.6 * letters),
        "sentence": np.minimum([s.index for s in segments], 2),
    }
    return {name: values[article.line] for name, values in of_line.items()}


def _of_names(article: Layout, *, group: Codes, score: Codes) -> dict[str, Codes]:
    """Columns of the name and its nearest neighbours, alone and with each other; ``group`` and ``score`` are the atlas's."""
    before, head = article.facts[article.first - 1], article.facts[article.first]
    left, right = before[:, _FACT["as_left"]], article.facts[article.last, _FACT["as_right"]]
    single = article.last - article.first == 1
    run_before = np.minimum(article.first - article.run_first, 3)
    run_after = np.minimum(article.run_last - article.last, 4)
    run = run_before * 5 + run_after
    person = _persons(article) + len(_PERSON) * single
    evidence = _evidence(article, left, right)
    told = np.bincount(article.key * 4 + evidence, minlength=4 * (int(article.key.max()) + 1)).reshape(-1, 4)[
        article.key
    ]
    elsewhere = ((told > (evidence[:, None] == _KINDS)) << _KINDS).sum(axis=1)
    return {
        "run_before": run_before,
        "run_after": run_after,
        "opening": np.minimum(article.first - article.line_starts[article.line], 2),
        "repeats": _REPEATS[np.minimum(told.sum(axis=1), len(_REPEATS) - 1)],
        "elsewhere": elsewhere,
        "small_elsewhere": article.small,
        "told_person": article.person,
        "tail": np.minimum(article.tail - ((run_after == 0) & (run_before > 0)), 2),
        "quoted": before[:, _FACT["quote"]],
        "left*group": left * len(GROUPS) + group,
        "right*group": right * len(GROUPS) + group,
        "left*right": left * len(RIGHT) + right,
        "person*group": person * len(GROUPS) + group,
        "person*left": person * len(LEFT) + left,
        "run*group": run * len(GROUPS) + group,
        "score*left": score * len(LEFT) + left,
        "score*person": score * 2 * len(_PERSON) + person,
        "listed*score": score * 2 + single * head[:, _FACT["listed"]],
        "elsewhere*group": elsewhere * len(GROUPS) + group,
    }


_REPEATS = np.array([0, 1, 2, 2, 3])  # 1, 2 to 3, 4 and more mentions


def _persons(article: Layout) -> Codes:
    """Whether the words of a name are those of persons: given name, surname, both."""
    bounds = np.array((article.first, article.last)).T.ravel()
    return np.bitwise_or.reduceat(article.facts[:, _FACT["person"]], bounds)[::2]


def _evidence(article: Layout, left: Codes, right: Codes) -> Codes:
    """What the place of a mention says for the other mentions of the name: inside, container, person, other."""
    person = (left == _LEFT_AT["person"]) | (article.run_last > article.last)
    plain = np.where(right == _RIGHT_AT["comma"], 1, 3)
    return np.where(_SAYS_INSIDE[left], 0, np.where(person, 2, plain))


def _parts(article: Layout) -> Codes:
    """How the other known names over a name lie: 1 around it, 2 inside it, 4 across, or sums of these."""
    part = np.zeros(len(article.names), dtype=np.intp)
    known = article.source != SOURCES["cue"]
    one, other = (
        article.one,
        article.other,
    )  # the first of a pair begins no later, and ends earlier where both begin at once
    longer = (article.first[one] == article.first[other]) & (article.last[other] >= article.last[one])
    within = article.last[one] >= article.last[other]
    np.bitwise_or.at(part, one, np.where(longer, 1, np.where(within, 2, 4)) * known[other])
    np.bitwise_or.at(part, other, np.where(within, 1, np.where(longer, 2, 4)) * known[one])
    return part


def _lies_in(found: Sequence[Candidate], holder: Place) -> bool:
    """True where one of the candidates lies in an area."""
    if holder.kind == "country":
        return any(c.place.country == holder.country and c.place.kind != "country" for c in found)
    return holder.kind == "admin1" and any(c.place.admin1_id == holder.id for c in found)


def _group(kind: str, population: int) -> str:
    """The coarse class of a place."""
    if kind in {"country", "admin1", "admin2", "village"}:
        return kind
    if kind in {"city", "town", "quarter"}:
        return "metropolis" if population > 1_000_000 else "city" if population > 100_000 else "town"
    return (
        "area" if kind in {"sea", "river", "lake", "island", "region", "macroregion", "territory", "strait"} else "spot"
    )
