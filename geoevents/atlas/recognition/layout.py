"""The possible names of an article laid out as arrays, so that each question is asked of all of them at once."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from geoevents.atlas.recognition.candidates import Line, Possible
from geoevents.atlas.recognition.lexicon import Lexicon, Word, is_small
from geoevents.atlas.recognition.rows import Codes

__all__ = ["SOURCES", "Layout", "lay_out"]

SOURCES = {"atlas": 0, "demonym": 1, "cue": 2}
_MARGIN = 3  # edges between two lines: a look at the words beside a name reaches no further


class Layout(NamedTuple):
    """One number a token or one a possible name, in text order.

    The tokens of all lines stand in one row, with edges before, between and after them, so that no look at a neighbour
    leaves its line.  ``first`` to ``last`` (exclusive) are the tokens of a name in that row, ``run_first`` to ``run_last``
    those of the run of capitals it stands in; ``key`` numbers the folded names of the article.  ``small`` is 2 where the
    article has the name's one word without a capital, 1 where not, 0 for several words; ``person`` tells names that end
    in a surname of the article, ``tail`` how often other runs of capitals end in their last word.  ``one`` and ``other``
    are the pairs of names that share a word, each pair once, the one that comes first first.
    """

    lines: Sequence[Line]
    names: Sequence[Possible]
    words: Sequence[Word]
    numbers: Codes  # of the words
    facts: Codes  # of the words, FACTS in columns
    line_starts: Codes
    line: Codes
    first: Codes
    last: Codes
    run_first: Codes
    run_last: Codes
    source: Codes
    key: Codes
    small: Codes
    person: Codes
    tail: Codes
    one: Codes
    other: Codes


def lay_out(lines: Sequence[Line], found: Sequence[Sequence[Possible]], lexicon: Lexicon) -> Layout:
    """The layout of an article; ``found`` are the possible names of each line."""
    edges = (lexicon.edge,) * _MARGIN
    words = [*edges]
    for line in lines:
        words += line.words
        words += edges
    numbers = np.fromiter(map(_number, words), dtype=np.intp, count=len(words))
    persons, tails = _persons(lines)
    texts = set().union(*[line.texts for line in lines])
    keys: dict[str, int] = {}
    rows, starts, begin = [], [], _MARGIN
    for number, (line, names) in enumerate(zip(lines, found, strict=True)):
        starts.append(begin)
        tokens, run_start, run_end = line.words, line.run_start, line.run_end
        for first, last, key, source in names:
            end, low = tokens[last - 1].key, tokens[first].lower
            alone = 0 if last - first > 1 else 1 + (low in texts and is_small(low))
            rows.append(
                (
                    number, begin + first, begin + last, begin + run_start[first], begin + run_end[last - 1],
                    SOURCES[source], keys.setdefault(key, len(keys)), alone, end in persons, tails.get(end, 0),
                )
            )  # fmt: skip
        begin += len(line.words) + _MARGIN
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.intp, count=len(rows) * 10).reshape(-1, 10).T.copy()
    pairs = np.array(_overlaps(rows), dtype=np.intp).reshape(-1, 2).T
    return Layout(
        lines,
        [n for names in found for n in names],
        words,
        numbers,
        lexicon.facts.array.take(numbers, axis=0),
        np.array(starts, dtype=np.intp),
        *columns,
        *pairs,
    )


_number = attrgetter("number")


def _persons(lines: Sequence[Line]) -> tuple[set[str], Counter[str]]:
    """(surnames: what follows a title or a given name in a run of capitals, how often each word ends such a run)."""
    persons: set[str] = set()
    tails: Counter[str] = Counter()
    for line in lines:
        words = line.words
        for start, end in line.runs:
            for i in range(start + 1, end):
                before = words[i - 1].classes
                if words[i].in_run and ("given" in before or ("word:titles" in before and i > 1)):
                    persons.add(words[i].key)
                    if i + 1 < end:
                        persons.add(words[i + 1].key)
            tails[words[end - 1].key] += 1
    return persons, tails


def _overlaps(rows: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """(name, name that shares a word with it and stands later in order): all pairs, each once.

    Names are in order of their first word, so that those that overlap one are its next neighbours.
    """
    found = []
    for k, row in enumerate(rows):
        other, last = k + 1, row[2]
        while other < len(rows) and rows[other][1] < last:
            found.append((k, other))
            other += 1
    return found
