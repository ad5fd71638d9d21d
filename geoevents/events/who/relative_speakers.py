"""Who denies in a relative clause of its own: "blamed | Armenia, | which denied it", "the group, which rejects the charge, said"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.who.openings import trim_adverbial
from geoevents.events.who.saying import VERBS
from geoevents.events.who.speaker_spans import is_verb, may_speak

__all__ = ["before_which"]

_REACH = 8  # words of a speaker


def before_which(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """(first, after last) tokens of the speaker that a relative clause tells of, where ``verb`` is its first word."""
    which = verb - 1 - (verb > 1 and tokens[verb - 1].lower in GRAMMAR["before_saying"])
    if which < 2 or tokens[which].lower != "which" or tokens[which - 1].text != ",":
        return None
    last = first = which - 1
    while first > 0 and last - first < _REACH and not _ends(tokens[first - 1]):
        first -= 1
    first = trim_adverbial(tokens, first, last)
    return (first, last) if first < last and may_speak(tokens[first:last]) else None


def _ends(word: Token) -> bool:
    verb = (is_verb(word) or word.lower in VERBS) and word.text.islower()
    return verb or not word.text[0].isalnum() or word.lower in GRAMMAR["before_speaker"]
