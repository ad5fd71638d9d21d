"""The summed weights of possible names.  Those of a word in each slot are added up once a word, not once a name."""

import numpy as np
import numpy.typing as npt

from geoevents.atlas.recognition.features import Features
from geoevents.atlas.recognition.layout import Layout
from geoevents.atlas.recognition.lexicon import INSIDE, SLOTS, Lexicon, Word

__all__ = ["Sums"]

Floats = npt.NDArray[np.float32]


class Sums:
    """Sums of the weights of all columns of a name, for several sets of weights at once."""

    def __init__(self, features: Features, weights: Floats) -> None:
        """``weights`` has one row a column of ``features`` and one column a set of weights."""
        self._features, self._sets = features, weights.shape[1]
        padded = np.ascontiguousarray(np.pad(weights, ((0, 0), (0, -self._sets % _LANES))))  # row by row, as taken
        self._weights = np.vstack([padded, np.zeros_like(padded[:1])])  # the last is that of no column
        self._words = _Words(features.lexicon, padded)

    def __call__(self, article: Layout) -> Floats:
        """One row a possible name of the article, one column a set of weights."""
        if not article.names:
            return np.zeros((0, self._sets), dtype=np.float32)
        slots = article.numbers[self._features.slots(article)] * len(SLOTS) + _SLOTS
        sums = self._weights.take(self._features.of(article), axis=0).sum(axis=0)
        words = self._words.table()
        sums += words.reshape(-1, words.shape[-1]).take(slots, axis=0).sum(axis=0)
        return np.asarray(sums[:, : self._sets])


_LANES = 8  # numbers that a processor copies and adds at once: rows of eight are quicker than rows of five
_SLOTS = np.arange(len(SLOTS))[:, None]


class _Words:
    """Sums of the columns of words in each slot, for all words that a lexicon has met."""

    def __init__(self, lexicon: Lexicon, weights: Floats) -> None:
        outer = len(SLOTS) - INSIDE
        self._lexicon, self._edition = lexicon, -1
        self._beside = weights[: outer * lexicon.beside].reshape(outer, lexicon.beside, -1)
        self._inside = weights[outer * lexicon.beside : lexicon.size].reshape(INSIDE, lexicon.inside, -1)
        self._sums = np.zeros((0, len(SLOTS), weights.shape[1]), dtype=np.float32)
        self._count = 0

    def table(self) -> Floats:
        """The sums by the number of the word."""
        if self._edition != self._lexicon.edition:
            self._edition, self._count = self._lexicon.edition, 0
        room = len(self._lexicon.facts.array)
        if len(self._sums) < room:
            self._sums = np.concatenate(
                [self._sums, np.zeros((room - len(self._sums), *self._sums.shape[1:]), np.float32)]
            )
        for number, word in enumerate(self._lexicon.met[self._count :], start=self._count):
            self._sums[number] = self._sum(word)
        self._count = len(self._lexicon.met)
        return self._sums

    def _sum(self, word: Word) -> Floats:
        """One row a slot, one column a set of weights."""
        beside, inside = self._beside[:, list(word.beside)], self._inside[:, list(word.inside)]
        return np.concatenate([beside.sum(axis=1), inside.sum(axis=1)])
