"""Whom "who", "he" and "his office" stand for in a sentence: the tokens that name the speaker."""

from collections.abc import Sequence

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import is_time
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.openings import trim_adverbial
from geoevents.events.who.sectors import OF_A_SECTOR
from geoevents.events.who.speaker_spans import is_verb

__all__ = ["before_who", "before_whose", "owned", "subject_of"]

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
# What speaks for somebody else: "his office", "its website".
_VOICES = frozenset(
    {"office", "website", "spokesman", "spokeswoman", "spokesperson", "channel", "press", "media", "administration", "aide", "aides",
     "statement", "communique", "communiqué"}
)  # fmt: skip
_BOUNDARY = frozenset({"by", "of", "with", "to", "from", "and", "for", "in", "at", "on", "as", "including", "like"})


def before_who(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The person before ", who": "in a video released by | President Anna Berg |, who declared"; None if nobody is named."""
    last = at - 1 if at and tokens[at - 1].text == "," else at
    while last > 1 and is_time(tokens[last - 1]):
        last -= 1 + (tokens[last - 2].lower in {"on", "in"})  # "fired at Ukraine | on Monday |, whose air force"
    first = last
    while first > 0 and (not _ends(tokens[first - 1]) or _is_inside(tokens, first - 1)):
        first -= 1
    named = any(t.text[0].isupper() for t in tokens[first:last])
    return (first, last) if first < last and named else None


def before_whose(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int] | None:
    """The owner before ", whose army": "fired at | Ukraine |, whose air force"; None if nobody is named."""
    return before_who(tokens, span[0]) if tokens[span[0]].lower == "whose" and span[1] - span[0] > 1 else None


def _is_inside(tokens: Sequence[Token], k: int) -> bool:
    """True for the "of" of a title: "US Secretary | of | State Anna Berg"."""
    if tokens[k].lower != "of" or k == 0 or k + 2 >= len(tokens):
        return False
    return all(t.text[0].isupper() for t in (tokens[k - 1], tokens[k + 1], tokens[k + 2]))


def _ends(token: Token) -> bool:
    return (
        not token.text[0].isalnum()
        or token.lower in _BOUNDARY
        or token.lower in GRAMMAR["before_speaker"]
        or is_verb(token)
    )


def owned(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    """True for "his office", "its press service": somebody named before speaks by it."""
    first, last = span
    return last - first >= 2 and tokens[first].lower in _POSSESSIVES and tokens[first + 1].lower in _VOICES


def subject_of(tokens: Sequence[Token], before: int, *, telling: bool = False) -> tuple[int, int] | None:
    """The named subject of the sentence whose words before ``before`` are given; None if it is named by no capital.

    ``telling``: people of a kind that tells will do as well ("fighters attacked a convoy; by their count").
    """
    verb = next((k for k in range(before) if is_verb(tokens[k])), None)
    first = trim_adverbial(tokens, 0, verb) if verb else 0
    if verb is None or first >= verb:
        return None
    last = verb - 1 if tokens[verb - 1].text == "," else verb
    if before < len(tokens) and tokens[before].lower == "its" and _is_many(tokens, first, last):
        return None
    named = any(t.text[0].isupper() and k + first > 0 for k, t in enumerate(tokens[first:last]))
    named = (
        named
        or tokens[last - 1].lower in _BODIES
        or (telling and OF_A_SECTOR.search(tokens[last - 1].lower) is not None)
    )
    return (first, last) if named or last == first + 1 else None


_BODIES = frozenset(DATA["words"]["collectives"])  # "the military government has left X, its spokesman said"


def _is_many(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True for "sixteen drivers", whom no "its" stands for."""
    return tokens[first].text[0].isdigit() or any(t.lower in NUMBER_WORDS for t in tokens[first:last])
