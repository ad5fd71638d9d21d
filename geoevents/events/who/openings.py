"""What a sentence opens with before its speaker: "In Moscow,", "On Monday", "By Wednesday night", "A few hours later"."""

from collections.abc import Sequence

from geoevents.articles.calendar_words import CALENDAR
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import LISTS
from geoevents.events.who.claim_words import DATA

__all__ = ["TIMES", "behind_heading", "trim_adverbial"]

TIMES = frozenset(DATA["words"]["times"])
_SPANS = frozenset(DATA["words"]["spans_of_time"])
_STARTS = GRAMMAR["adverbial_starts"] | GRAMMAR["no_speaker_starts"]
_TIME_WORDS = CALENDAR | frozenset(DATA["words"]["before_times"])


def trim_adverbial(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token of a speaker behind what its sentence opens with."""
    while first < last and tokens[first].text in {",", "'", "’"}:
        first += 1
    spans = [k for k in range(first, min(first + 4, last - 2)) if tokens[k].lower in _SPANS]
    if spans and tokens[spans[0] + 1].lower in {"earlier", "later", "before"}:
        first = spans[0] + 2  # "Hours later | Russia", "A few hours earlier | the government"
    if first + 3 < last and tokens[first + 1].lower in TIMES and tokens[first + 2].lower in {"earlier", "later", "ago"}:
        first += 3
    if first + 2 < last and tokens[first].lower in {"this", "last", "next"} and tokens[first + 1].lower in TIMES:
        first += 2
    first = _after_times(tokens, first, last)
    if first < last and tokens[first].lower in _STARTS:
        for k in range(first, last):
            if tokens[k].text == ",":
                return trim_adverbial(tokens, k + 1, last)
        if tokens[first].lower not in {"in", "from", "at"}:
            return first
        return next((k for k in range(first + 2, last) if _opens_name(tokens, k)), last)
    return first


def _opens_name(tokens: Sequence[Token], k: int) -> bool:
    """True for an article behind an opening: "In the shadow of the war | the army", where "of the" goes on with it."""
    if k > 1 and tokens[k].lower in {"it", "they", "he", "she"}:
        return True  # "In the evening | it"
    return tokens[k].lower in {"the", "a", "an"} and tokens[k - 1].lower not in LISTS["prepositions"]


def _after_times(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word after an opening of time alone: "On Sunday | the ministry", "By Wednesday night | the group"."""
    at = first
    while at < last and (
        tokens[at].lower in _TIME_WORDS or (at > first and (tokens[at].text.isdigit() or tokens[at].lower in TIMES))
    ):
        at += 1
    names_time = any(t.lower in CALENDAR for t in tokens[first:at])
    return at if names_time and at < last and tokens[at].text != "," else first


_ARTICLES = frozenset({"The", "A", "An"})


def behind_heading(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token of a speaker behind a heading or label that ran into its sentence: "World | The minister said"."""
    for k in range(first + 1, last - 1):
        if tokens[k].text in _ARTICLES and tokens[k + 1].text[0].islower():
            return k
        if tokens[k].text == ")" and k > 2 and tokens[k - 2].text == "(" and tokens[k - 3].text.isdigit():
            return k + 1  # "May 6 (AFP) | Norway announced"
    return first
