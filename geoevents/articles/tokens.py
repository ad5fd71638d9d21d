"""Words, numbers and punctuation of a text, with offsets into it."""

import re
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Columns", "Token", "columns", "lowered", "tokenize"]

# One alternative each, in order: plain words, which are most and quickly told; initials ("U.S."); "have" and "n't" of
# "haven't"; words: names with a number ("M23"), words with inner apostrophes ("Mar'inka"); numbers ("2,500", "3.5"); the
# possessive; any other sign.  Hyphens stand alone: "China-Russia" is three tokens.  None begins with white space, which is
# said first: a blank is not tried by one alternative after the other.
_TOKEN = re.compile(
    r"((?!\s)(?:[a-zA-Z]{2,}+(?![\w'’ʼ`])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[a-zA-Z]+?(?=n['’]t(?!\w))|n['’]t(?!\w)"
    r"|[^\W\d_]++(?:\d+(?![^\W_])|(?:['’ʼ`](?!s\b)[^\W\d_]+)*)"
    r"|\d+(?:[.,]\d+)*"
    r"|['’](?:s|S)\b"
    r"|[^\w\s]|_))"
)


class Token(NamedTuple):
    """A piece of text: ``text == body[start:end]``; ``lower`` is its lower-case form."""

    start: int
    end: int
    text: str
    lower: str


class Columns(NamedTuple):
    """Tokens part by part: for who asks only for some parts of most of them."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    lows: list[str]


_SENTENCES = 128  # that are kept, of the article at hand: names and events read the same ones


@lru_cache(maxsize=_SENTENCES)
def columns(text: str, start: int = 0, end: int | None = None) -> Columns:
    """The parts of the tokens of ``text[start:end]`` in order, with offsets into ``text``."""
    pieces = _TOKEN.split(text[start:end])  # gap, token, gap, token, ..., gap
    ends = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    return _columns((ends[1:-1:2], ends[2::2], words, list(map(str.lower, words))))


# A value of its parts, at half the price of a call of its class.
_columns, _token = partial(tuple.__new__, Columns), partial(tuple.__new__, Token)


@lru_cache(maxsize=_SENTENCES)
def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]`` in order, with offsets into ``text``; empty text gives ()."""
    return tuple(map(_token, zip(*columns(text, start, end), strict=True)))


@lru_cache(maxsize=8)  # the article at hand
def lowered(text: str) -> str:
    """The text in small letters, with the same offsets: patterns that ignore case are several times as slow."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
