"""The one person whom an article or a pronoun tells of: "killing a weaver and her son", "the driver was killed"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.ages import past_year_old
from geoevents.events.howmany.count_words import DATA, UNITS
from geoevents.events.howmany.nouns import FUNCTION, next_word, noun_after, singular

__all__ = ["WHOSE", "is_somebodys", "is_victim"]

WHOSE = frozenset({"his", "her", "their", "its", "the"})
_RELATIVES = frozenset(DATA["relatives"]["nouns"])
_HARMING = frozenset(DATA["casualties"]["harming"])
_HURT = frozenset(DATA["casualties"]["harmed"])
_NO_VICTIM = (
    frozenset(DATA["casualties"]["nobody"])
    | UNITS.keys()
    | frozenset(DATA["skipped"]["nouns"])
    | frozenset(DATA["measures"]["nouns"])
    | frozenset(DATA["gathering"]["nouns"])
)
_PLURALS = frozenset({"people", "men", "women", "children", "family", "couple", "fishermen", "militiamen", "crew"})


def is_victim(tokens: Sequence[Token], i: int) -> bool:
    """True for whoever was hurt, of whatever trade: "killing a weaver and her son", "two guards and an inspector were killed"."""
    noun = next_word(tokens, i)
    if not noun.isalpha() or singular(noun) in _NO_VICTIM:
        return False
    harmed = i > 0 and (tokens[i - 1].lower in _HARMING or [t.lower for t in tokens[i - 2 : i]] == ["shot", "dead"])
    return harmed or _is_harmed_next(tokens, i)


def is_somebodys(tokens: Sequence[Token], i: int) -> bool:
    """True for the one person of "a man and his wife", "injuring his wife", "killed the mayor", "the driver was hurt"."""
    before = tokens[i - 1].lower if i else ""
    if tokens[i].lower in _OF_PERSONS and before in {"and", ",", *_HARMING} and _is_relative(tokens, i):
        return True
    if before not in _HARMING and not _is_harmed_next(tokens, i):
        return False
    noun = noun_after(tokens, i + 1)
    if noun is None or noun[1] not in {"persons", "soldiers"}:
        return False
    word = tokens[noun[0]].lower
    if not _DETERMINERS.isdisjoint(t.lower for t in tokens[i + 1 : noun[0]]):
        return False  # "the army said the driver was killed"
    return word not in _PLURALS and not word.endswith("s") and _is_whole(tokens, noun[0])


_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_OF_PERSONS = frozenset({"his", "her", "their"})


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    near = [t.lower for t in tokens[i + 1 : i + 3]]
    old = past_year_old(tokens, i + 1)
    near = [tokens[old].lower] if old > i + 1 and old < len(tokens) else near
    return not _RELATIVES.isdisjoint(near)


def _is_whole(tokens: Sequence[Token], k: int) -> bool:
    """True where a phrase ends with its noun: "the driver", never "the driver shortage", "the man's dog"."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.lower in FUNCTION or after.lower in _BE:
        return True
    return not after.text[0].isalpha() and after.text[0] not in "'’-"


_BE = frozenset({"was", "were", "and"})


def _is_harmed_next(tokens: Sequence[Token], i: int) -> bool:
    """True for a short phrase behind which "was killed" stands: "an inspector were killed", "the driver was badly hurt"."""
    for k in range(i + 2, min(i + _PHRASE, len(tokens) - 1)):
        word = tokens[k].lower
        if word in {"was", "were"}:
            after = [t.lower for t in tokens[k + 1 : k + 3]]
            return after[0] in _HURT or (after[0].endswith("ly") and after[-1] in _HURT) or after == ["shot", "dead"]
        if word not in _JOINING and (not word[0].isalnum() or word in FUNCTION):
            return False
    return False


_JOINING = frozenset({"and", "his", "her", "their", "a", "an", "the"})
_PHRASE = 9  # words from the article of a person to "was"
