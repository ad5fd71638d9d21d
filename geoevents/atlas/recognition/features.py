"""What is known of a possible name, as column numbers: its form, its neighbours, the atlas, the article (``places.md`` 3.3).

Every feature is yes or no: a span is the list of the columns that hold.  None tells one place name from another.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import chain
from operator import add, getitem, or_
from typing import NamedTuple

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.candidates import JOINTS, Line, Possible
from geoevents.atlas.recognition.lexicon import CLASSES, LEFT, RIGHT, SHAPES, SLOTS, Lexicon, Word
from geoevents.atlas.scoring import Candidate
from geoevents.atlas.store import KINDS

__all__ = ["Features", "Told", "told"]

_SEGMENTS = ("title", "heading", "dateline", "sentence", "fragment", "boilerplate")
# What the best place of a name is, coarsely, for the crosses.
GROUPS = ("none", "demonym", "country", "admin1", "admin2", "metropolis", "city", "town", "village", "area", "spot")
_SLOT_NUMBERS = range(len(SLOTS))
_QUOTES = frozenset({'"', "“", "‘", "'"})
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


# The groups that ``_own`` fills, in its order.
_OWN = (
    "bias", "source", "words", "letters", "run_before", "run_after", "opening", "repeats", "elsewhere", "small_elsewhere",
    "told_person", "tail", "quoted", "left*group", "right*group", "left*right", "person*group", "person*left", "run*group",
    "score*left", "score*person", "listed*score", "elsewhere*group",
)  # fmt: skip


class Told(NamedTuple):
    """What the whole article tells of its names."""

    small: frozenset[str]
    keys: Counter[str]
    elsewhere: dict[str, list[int]]  # how often each kind of evidence was seen
    persons: frozenset[str]
    tails: Counter[str]


class _Known(NamedTuple):
    """What the atlas knows of a name."""

    columns: tuple[int, ...]
    group: int
    score: int


def told(lines: Sequence[Line], found: Sequence[Sequence[Possible]]) -> Told:
    """The facts of an article that single sentences do not tell; ``found`` are the possible names of each line."""
    small: set[str] = set()
    persons: set[str] = set()
    tails: Counter[str] = Counter()
    elsewhere: dict[str, list[int]] = {}
    for line, names in zip(lines, found, strict=True):
        small.update([w.text for w in line.words if w.shape == "lower"])
        for i, word in enumerate(line.words):
            if word.capital and line.run_end[i] - line.run_start[i] > 1:
                _read_run(line, i, persons, tails)
        for name in names:
            elsewhere.setdefault(name.key, [0, 0, 0, 0])[_evidence(line, name)] += 1
    keys = Counter({key: sum(n) for key, n in elsewhere.items()})
    return Told(small=frozenset(small), keys=keys, elsewhere=elsewhere, persons=frozenset(persons), tails=tails)


def _read_run(line: Line, i: int, persons: set[str], tails: Counter[str]) -> None:
    """Takes surnames from a run of capitals: what follows a title or a given name; and the last word of any run."""
    before = line.words[i - 1] if i > line.run_start[i] else None
    if before is not None and ("given" in before.classes or ("word:titles" in before.classes and i > 1)):
        persons.add(line.words[i].key)
        if i + 1 < line.run_end[i]:
            persons.add(line.words[i + 1].key)
    if i == line.run_end[i] - 1:
        tails[line.words[i].key] += 1


def _evidence(line: Line, name: Possible) -> int:
    """What the place of a mention says for the other mentions of the name: inside, container, person, other."""
    left = LEFT[line.words[name.first - 1].as_left] if name.first else "edge"
    if left in {"inside", "class"}:
        return 0
    if left == "person" or (name.last < len(line.words) and line.run_end[name.last - 1] > name.last):
        return 2
    return 1 if name.last < len(line.words) and line.words[name.last].text == "," else 3


class Features:
    """Columns of possible names for one atlas and one vocabulary."""

    def __init__(self, atlas: Gazetteer, lexicon: Lexicon) -> None:
        """Columns of the lexicon first, then those of this module."""
        self.lexicon = lexicon
        self._atlas = atlas
        self._start, self.size = {}, lexicon.size
        for group, values in _SIZES.items():
            self._start[group] = self.size
            self.size += values
        self._own_starts = tuple(self._start[group] for group in _OWN)
        self._known = lru_cache(maxsize=50_000)(self._read)
        self._holding = lru_cache(maxsize=20_000)(self._holds)

    def layout(self) -> str:
        """What every column means, in short: the contract that stored weights are checked against."""
        return json.dumps([SLOTS, SHAPES, CLASSES, LEFT, RIGHT, GROUPS, _SIZES, self.lexicon.vocabulary])

    def of(self, line: Line, names: Sequence[Possible], article: Told) -> list[list[int]]:
        """Columns of each possible name of a line, in order."""
        if not names:
            return []
        whole = _line_columns(self._start, line)
        starts: dict[int, Possible] = {}
        ends: dict[int, Possible] = {}
        for name in names:  # longer ones come later and win
            starts[name.first] = name
            ends.setdefault(name.last, name)
        return [
            whole + self._beside(line, n) + self._own(line, n, article) + self._about(line, n, names, starts, ends)
            for n in names
        ]

    def _beside(self, line: Line, n: Possible) -> list[int]:
        """Columns of the words in and about a name."""
        words, count, edge = line.words, len(line.words), self.lexicon.edge.at
        before, after = line.run_start[n.first] - 1, line.run_end[n.last - 1]
        article = n.first - 2 if n.first and words[n.first - 1].lower in {"the", "a", "an"} else n.first - 1
        places = (
            n.first - 1, n.first - 2, n.first - 3, n.last, n.last + 1, n.last + 2, article,
            before, after, line.run_start[n.first], line.run_end[n.last - 1] - 1, n.first, n.last - 1,
        )  # fmt: skip
        at = [words[k].at if 0 <= k < count else edge for k in places]
        return list(chain.from_iterable(map(getitem, at, _SLOT_NUMBERS)))

    def _own(self, line: Line, n: Possible, article: Told) -> list[int]:
        """Columns of the name itself, the atlas and the rest of the article."""
        known = self._known(n.key, n.source)
        words = line.words[n.first : n.last]
        single = n.last - n.first == 1
        left = line.words[n.first - 1].as_left if n.first else 0
        right = line.words[n.last].as_right if n.last < len(line.words) else 0
        run = min(n.first - line.run_start[n.first], 3) * 5 + min(line.run_end[n.last - 1] - n.last, 4)
        person = _person(words) + (len(_PERSON) if single else 0)
        elsewhere = _seen_elsewhere(line, n, article)
        small = (2 if words[0].lower in article.small else 1) if single else 0
        group, score = known.group, known.score
        values = (
            0,
            ("atlas", "demonym", "cue").index(n.source),
            min(len(n.key.split()), 4) - 1,
            min(len(n.key) // 3, 3),
            run // 5,
            run % 5,
            min(n.first, 2),
            min(article.keys[n.key].bit_length(), 3),
            elsewhere,
            small,
            words[-1].key in article.persons,
            min(article.tails[words[-1].key] - (run % 5 == 0 and run > 4), 2),
            n.first > 0 and line.words[n.first - 1].text in _QUOTES,
            left * len(GROUPS) + group,
            right * len(GROUPS) + group,
            left * len(RIGHT) + right,
            person * len(GROUPS) + group,
            person * len(LEFT) + left,
            run * len(GROUPS) + group,
            score * len(LEFT) + left,
            score * 2 * len(_PERSON) + person,
            score * 2 + (single and words[0].listed),
            elsewhere * len(GROUPS) + group,
        )
        return [*known.columns, *map(add, self._own_starts, values)]

    def _about(
        self, line: Line, n: Possible, names: Sequence[Possible], starts: dict[int, Possible], ends: dict[int, Possible]
    ) -> list[int]:
        """Columns of the other possible names: those over it, and those before and after it in a list."""
        part, first, last = 0, n.first, n.last
        for other in names:
            if other.first < last and first < other.last and other is not n and other.source != "cue":
                part |= _overlap(n, other)
        words = line.words
        after = starts.get(_skip(words, n.last))
        before = ends.get(n.first - 1) if n.first > 1 and words[n.first - 1].text in JOINTS else None
        return [
            self._start["part"] + part,
            self._start["right_place"] + self._neighbour(n, after, words[n.last].text if n.last < len(words) else ""),
            self._start["left_place"] + self._neighbour(n, before, words[n.first - 1].text if n.first else ""),
        ]

    def _neighbour(self, n: Possible, other: Possible | None, sign: str) -> int:
        """How the name beside a name fits it, times how they are joined."""
        joint = 0 if sign == "," else 1 if sign in {"and", "or"} else 2
        if other is None:
            return joint
        return 3 * self._holding(n.key, n.source, other.key, other.source) + joint

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

    def _read(self, key: str, source: str) -> _Known:
        """Columns of what the atlas knows of a name, its group and the step of its score."""
        start = self._start
        if source != "atlas":
            group = 1 if source == "demonym" else 0
            return _Known((start["kind"] + len(KINDS), start["main"] + 2), group, 0)
        found = self._atlas.candidates(key)
        best = found[0]
        score = max(0, min(13, round(best.score + 2)))
        gap = min(5, int(best.score - found[1].score)) if len(found) > 1 else 5
        people = int(math.log10(best.place.population)) if best.place.population else 0
        kinds = {c.place.kind for c in found}
        columns = (
            start["kind"] + KINDS.index(best.place.kind), start["score"] + score, start["gap"] + gap,
            start["count"] + min(len(found).bit_length(), 6), start["main"] + best.main, start["population"] + min(people, 8),
            start["has_country"] + ("country" in kinds), start["has_admin1"] + ("admin1" in kinds),
        )  # fmt: skip
        return _Known(columns, GROUPS.index(_group(best.place.kind, best.place.population or 0)), score)


def _skip(words: Sequence[Word], at: int) -> int:
    """Token after a joint that stands at ``at``; -1 where none does."""
    text = words[at].text if at < len(words) else ""
    return at + 1 if text in JOINTS or text == "(" else -1


def _line_columns(start: dict[str, int], line: Line) -> list[int]:
    """Columns that all names of a line share."""
    capitals = sum([w.capital for w in line.words])
    letters = sum([w.key != "" for w in line.words]) or 1
    upper = sum([w.shape == "upper" for w in line.words]) if capitals > 0.5 * letters else 0
    style = 2 if upper > letters / 2 else 1 if capitals > 0.6 * letters else 0
    sports = sum(["word:sports" in w.classes for w in line.words])
    number = line.sentence.segment.index
    return [
        start["sports"] + min(sports, 2),
        start["segment"] + _SEGMENTS.index(line.sentence.segment.kind),
        start["capitals"] + style,
        start["sentence"] + min(number, 2),
    ]


def _person(words: Sequence[Word]) -> int:
    """Whether the words of a name are those of persons: given name, surname, both."""
    return reduce(or_, [w.person for w in words])


def _seen_elsewhere(line: Line, n: Possible, article: Told) -> int:
    """Which kinds of evidence other mentions of the same name give, as bits: inside, container, person, other."""
    counts, own = article.elsewhere[n.key], _evidence(line, n)
    return sum([1 << kind for kind in range(4) if counts[kind] > (kind == own)])


def _overlap(n: Possible, other: Possible) -> int:
    """1 inside a longer name, 2 around a shorter one, 4 across."""
    if other.first <= n.first and other.last >= n.last:
        return 1
    return 2 if n.first <= other.first and n.last >= other.last else 4


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
