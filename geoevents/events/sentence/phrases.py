"""Fixed phrases, looked for only where a sentence has a word that each of them needs."""

import re
from collections.abc import Collection, Iterable

from geoevents.articles.tokens import lowered

__all__ = ["Phrases", "key_words"]


def key_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: a sentence without any of them has none of the phrases."""
    return frozenset(max(re.findall(r"[^\W_]+", phrase.lower()), key=len) for phrase in phrases)


class Phrases:
    """Some phrases in small letters, found in either case as whole words, the longest first.

    ``pattern`` is for texts in small letters.
    """

    def __init__(self, phrases: Iterable[str], *, behind: str = r"\b") -> None:
        """``behind`` is the pattern of what must follow a phrase."""
        ranked = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        self._alone = frozenset(phrase for phrase in ranked if phrase.isalnum())
        self._keys = key_words(ranked)
        self.pattern = re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in ranked)}){behind}")

    def search(self, text: str, start: int, end: int, words: Collection[str]) -> re.Match[str] | None:
        """The first phrase in ``text[start:end]``, matched in small letters, where it has one of ``words``; None if none stands there."""
        return None if self._keys.isdisjoint(words) else self.pattern.search(lowered(text), start, end)

    def stand_in(self, words: Collection[str]) -> bool:
        """True where one of the phrases is told by a sequence of words in small letters."""
        if not self._alone.isdisjoint(words):
            return True
        return not self._keys.isdisjoint(words) and self.pattern.search(" ".join(words)) is not None
