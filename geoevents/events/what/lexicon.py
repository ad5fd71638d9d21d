"""Which lists of a codebook hold the words of a sentence: one bit a list, so that many lists are asked at once."""

from collections.abc import Mapping, Sequence

__all__ = ["Lexicon", "Listed", "within"]

# Words and phrases of a sentence that stand in a list: (first token, after last, mask of the lists).
Listed = Sequence[tuple[int, int, int]]
Rests = tuple[tuple[tuple[str, ...], int], ...]
_NONE: Mapping[str, Rests] = {}


def within(listed: Listed, first: int, last: int) -> int:
    """Mask of all lists that a word or phrase of a range (last one excluded) is in."""
    found = 0
    for start, end, mask in listed:
        if first <= start and end <= last:
            found |= mask
    return found


class Lexicon:
    """Named lists of lower-case words and phrases, each with a bit of its own."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        """Numbers the lists in their order."""
        self._bits = {name: 1 << number for number, name in enumerate(lists)}
        masks: dict[str, int] = {}
        for name, entries in lists.items():
            for entry in map(_as_tokens, entries):
                masks[entry] = masks.get(entry, 0) | self._bits[name]
        self._by_word = _by_word(masks)

    @property
    def names(self) -> tuple[str, ...]:
        """The lists, in the order of their bits."""
        return tuple(self._bits)

    def mask(self, *names: str) -> int:
        """Mask of some of the lists.  KeyError for a name that the lexicon does not know."""
        mask = 0
        for name in names:
            mask |= self._bits[name]
        return mask

    def listed(self, words: Sequence[str]) -> Listed:
        """The words and phrases of a sentence that stand in a list, by their first word."""
        found = []
        for i, entry in enumerate(map(self._by_word.get, words)):
            if entry is None:
                continue
            mask, seconds = entry
            if mask:
                found.append((i, i + 1, mask))
            if not seconds or i + 1 == len(words) or words[i + 1] not in seconds:
                continue
            for rest, longer in seconds[words[i + 1]]:
                last = i + 2 + len(rest)
                if not rest or tuple(words[i + 2 : last]) == rest:
                    found.append((i, last, longer))
        return found


def _as_tokens(entry: str) -> str:
    """An entry as the words of a sentence are cut: "su-34" is three of them."""
    return " ".join(entry.replace("-", " - ").split())


def _by_word(masks: Mapping[str, int]) -> dict[str, tuple[int, Mapping[str, Rests]]]:
    """By first word: its own mask, and by second word the rest of each phrase with its mask."""
    longer: dict[str, dict[str, Rests]] = {}
    for entry, mask in masks.items():
        first, *more = entry.split(" ")
        if more:
            seconds = longer.setdefault(first, {})
            seconds[more[0]] = (*seconds.get(more[0], ()), (tuple(more[1:]), mask))
    alone = {entry: mask for entry, mask in masks.items() if " " not in entry}
    return {word: (alone.get(word, 0), longer.get(word, _NONE)) for word in (*alone, *longer)}
