"""The value of a number as written: "2,500", "3 000", "thirty-two", "two dozen", "two hundred and five", "1.1 million"."""

import re
from collections.abc import Sequence

from geoevents.articles.calendar_words import MONTHS
from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import DATA, ROUGHLY
from geoevents.events.howmany.nouns import next_word

__all__ = ["past_roughly", "some_scale", "words_value"]

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
    if (half := _and_a_half(tokens, value, last)) is not None:
        return half
    while last < len(tokens) and (tokens[last].lower in _SCALES or tokens[last].lower == "dozen"):
        value, last = value * (_SCALES.get(tokens[last].lower) or 12), last + 1
    if i > 0 and tokens[i - 1].lower == "half" and word == "a":
        return value // 2, last
    return _with_rest(tokens, value, last) if tokens[last - 1].lower in _SCALES else (value, last)


def _with_rest(tokens: Sequence[Token], value: int, at: int) -> tuple[int, int]:
    """The value of "two hundred | and forty-one", "one hundred | eighty-five"; "a hundred and a" has none."""
    scale, first = _SCALES[tokens[at - 1].lower], at
    if [t.lower for t in tokens[at : at + 3]] == ["and", "a", "half"]:
        return value + scale // 2, at + 3  # "a million and a half"
    if [t.lower for t in tokens[at : at + 1]] == ["and"]:
        first = at + 1
    if first < len(tokens) and tokens[first].lower in _NUMBERS and tokens[first].lower not in _NO_REST:
        rest, last = words_value(tokens, first)
        if rest is not None and rest < min(scale, _THOUSAND):
            return value + rest, last
    return value, at


def _and_a_half(tokens: Sequence[Token], value: int, at: int) -> tuple[int, int] | None:
    """The value of "eleven | and a half thousand"; None where no half of a scale follows."""
    scale = _SCALES.get(next_word(tokens, at + 2)) if next_word(tokens, at + 1) == "half" else None
    if scale is None or [t.lower for t in tokens[at : at + 2]] != ["and", "a"]:
        return None
    return value * scale + scale // 2, at + 4


_NO_REST = frozenset({"a", "an", "zero", "dozen"})
_THOUSAND = 1000
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


def past_roughly(tokens: Sequence[Token], last: int) -> int:
    """The token after "or so", "or more", "-odd", which say how near the number before them is."""
    return last + 2 if tuple(t.lower for t in tokens[last : last + 2]) in ROUGHLY else last


_VAGUE: dict[str, int] = DATA["vague"]
_SEVERAL = 2  # the least that "several" tells


def some_scale(tokens: Sequence[Token], k: int) -> tuple[None, int, int] | None:
    """ "few hundred", "several dozen", "couple of thousand": some of a scale, of which only the least is known."""
    word = tokens[k].lower if k < len(tokens) else ""
    if _VAGUE.get(word) != _SEVERAL:
        return None
    last = k + 2 if word == "couple" and next_word(tokens, k) == "of" else k + 1
    scale = tokens[last].lower if last < len(tokens) else ""
    size = _SCALES.get(scale) or (12 if scale == "dozen" else None)
    return (None, size * (1 if word == "some" else _SEVERAL), last + 1) if size is not None else None
