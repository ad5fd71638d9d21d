"""The value of a number as written: "2,500", "3 000", "thirty-two", "two dozen", "two hundred and five", "1.1 million"."""

import re
from collections.abc import Sequence

from geoevents.articles.calendar_words import MONTHS
from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import DATA
from geoevents.events.howmany.nouns import next_word

__all__ = ["words_value"]

_NUMBERS: dict[str, int] = DATA["numbers"]
_SCALES: dict[str, int] = DATA["scales"]
_INTEGER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def words_value(tokens: Sequence[Token], i: int) -> tuple[int | None, int]:
    """Value of "2,500", "thirty-two", "two dozen", "a hundred and five", "3 million"."""
    word = tokens[i].lower
    if tokens[i].text[0].isdigit():
        if not _INTEGER.fullmatch(tokens[i].text):
            return _decimal(tokens, i)
        value = int(tokens[i].text.replace(",", ""))
        if _has_thousands(tokens, i):
            return value * 1000 + int(tokens[i + 1].text), i + 2
    elif word in _NUMBERS:
        value = _NUMBERS[word]
    else:
        return None, i + 1
    last = i + 1
    if (
        last + 1 < len(tokens)
        and tokens[last].text == "-"
        and tokens[last + 1].lower in _NUMBERS
        and value % 10 == 0
        and value >= 20
    ):
        value, last = value + _NUMBERS[tokens[last + 1].lower], last + 2
    while last < len(tokens) and (tokens[last].lower in _SCALES or tokens[last].lower == "dozen"):
        value, last = value * (_SCALES.get(tokens[last].lower) or 12), last + 1
    if tokens[last - 1].lower in _SCALES and [t.lower for t in tokens[last : last + 1]] == ["and"]:
        return _with_rest(tokens, value, last)
    return (value // 2 if i > 0 and tokens[i - 1].lower == "half" and word == "a" else value), last


def _with_rest(tokens: Sequence[Token], value: int, at: int) -> tuple[int, int]:
    """The value of "two hundred | and forty-one"; "a hundred and a" has none."""
    if next_word(tokens, at) in _NUMBERS and next_word(tokens, at) not in {"a", "an", "zero", "dozen"}:
        rest, last = words_value(tokens, at + 1)
        if rest is not None and rest < _HUNDRED:
            return value + rest, last
    return value, at


_HUNDRED = 100
_GROUP = 3  # digits that a space may part from those before: "3 000"


def _has_thousands(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or len(after.text) != _GROUP or not after.text.isdigit() or len(tokens[i].text) > _GROUP:
        return False
    return after.start - tokens[i].end == 1 and (i == 0 or tokens[i - 1].lower not in MONTHS)


_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")


def _decimal(tokens: Sequence[Token], i: int) -> tuple[int | None, int]:
    """Value of "1.1 million"; None for a decimal that no scale makes whole."""
    scale = _SCALES.get(next_word(tokens, i))
    if scale is None or not _DECIMAL.fullmatch(tokens[i].text):
        return None, i + 1
    return round(float(tokens[i].text) * scale), i + 2
