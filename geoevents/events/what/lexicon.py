"""Which lists of a codebook hold the words of a sentence: one bit a list, so that many lists are asked at once."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

__all__ = ["Lexicon", "Listed", "first_word", "within"]

# Words and phrases of a sentence that stand in a list: (first token, after last, mask of the lists).
Listed = Sequence[tuple[int, int, int]]
# A word that begins or goes on with phrases: the lists of the phrase that ends with it, and the words that may follow.
Node = tuple[int, "Mapping[str, Node]"]


def within(listed: Listed, first: int, last: int) -> int:
    """Mask of all lists that a word or phrase of a range (last one excluded) is in; ``listed`` is in order."""
    found = 0
    for _, end, mask in listed[bisect_left(listed, (first,)) : bisect_left(listed, (last,))]:
        if end <= last:
            found |= mask
    return found


class Lexicon:
    """Named lists of lower-case words and phrases, each with a bit of its own."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        """Numbers the lists in their order."""
        self.bits: Mapping[str, int] = {name: 1 << number for number, name in enumerate(lists)}
        self._sizes = {name: len(entries) for name, entries in lists.items()}
        masks: dict[str, int] = {}
        for name, entries in lists.items():
            for entry in map(_as_tokens, entries):
                masks[entry] = masks.get(entry, 0) | self.bits[name]
        self._phrases = _tree({tuple(entry.split(" ")): mask for entry, mask in masks.items()})

    @property
    def names(self) -> tuple[str, ...]:
        """The lists, in the order of their bits."""
        return tuple(self.bits)

    def mask(self, *names: str) -> int:
        """Mask of some of the lists.  KeyError for a name that the lexicon does not know."""
        mask = 0
        for name in names:
            mask |= self.bits[name]
        return mask

    def size(self, names: Sequence[str]) -> int:
        """How many words and phrases some lists have together, those of several lists counted again."""
        return sum(self._sizes[name] for name in names)

    def listed(self, words: Sequence[str]) -> Listed:
        """The words and phrases of a sentence that stand in a list, by their first word."""
        found = []
        end = len(words)
        for i, alone in enumerate(map(self._phrases.get, words)):
            if alone is None:
                continue
            mask, following = alone
            last = i + 1
            if mask:
                found.append((i, last, mask))
            while following and last < end and (node := following.get(words[last])) is not None:
                mask, following = node
                last += 1
                if mask:
                    found.append((i, last, mask))
        return found


def first_word(entry: str) -> str:
    """The word of a sentence that an entry begins with."""
    return _as_tokens(entry).partition(" ")[0]


def _as_tokens(entry: str) -> str:
    """An entry as the words of a sentence are cut: "su-34" is three of them."""
    return " ".join(entry.replace("-", " - ").split())


def _tree(phrases: Mapping[tuple[str, ...], int]) -> dict[str, Node]:
    """By first word: the mask of that word alone, and the same of what is left of the phrases that go on."""
    rests: dict[str, dict[tuple[str, ...], int]] = {}
    for (first, *rest), mask in phrases.items():
        rests.setdefault(first, {})[tuple(rest)] = mask
    return {first: (own.pop((), 0), _tree(own)) for first, own in rests.items()}
