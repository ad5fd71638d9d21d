"""The noun that a number counts where it is of no known unit: "two gas platforms", "eight mass graves", "its 25 crew"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import DATA
from geoevents.events.howmany.nouns import singular

__all__ = ["head_of", "is_plural", "last_noun"]

_SKIPPED = frozenset(DATA["skipped"]["nouns"])
_PLURALS = frozenset(DATA["plurals"]["nouns"])
_REACH = 6  # words of a phrase between its number and its noun


def head_of(tokens: Sequence[Token], tags: str, i: int, last: int) -> int | None:
    """The token of the plural noun that a number counts; None after "a" alone, or where the noun measures ("12 km", "three days")."""
    if tokens[i].lower in {"a", "an"} and last - i == 1:
        return None
    head = None
    for k in range(last, min(last + _REACH, len(tokens))):
        if tags[k] == "X" and tokens[k].text == "-":
            continue
        if tags[k] not in "NEJPMG" or (head is not None and tags[k] not in "N"):
            break
        if {tokens[k].lower, singular(tokens[k].lower)} & _SKIPPED:
            return None
        if tags[k] == "N" and is_plural(tokens[k].lower):
            head = k
    return head


def last_noun(tags: str, first: int) -> int:
    """The last noun of the phrase that goes on at a token: "a | school principal"; that token where it is no noun."""
    last = first
    while last + 1 < len(tags) and tags[last] in "JN" and tags[last + 1] in "JN":
        last += 1
    return last


def is_plural(word: str) -> bool:
    """True for a noun in the plural by its ending or by its kind: "graves", "crew"."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))
