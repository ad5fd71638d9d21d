"""Words, numbers and punctuation of a text, with offsets into it."""

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Token", "tokenize"]

# One alternative each, in order: initials ("U.S."), names with a number ("M23"), numbers ("2,500", "3.5"), the possessive, words with inner
# apostrophes ("Mar'inka"), any other sign.  Hyphens stand alone, so that "China-Russia" is three tokens.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+\d+(?![^\W_])"
    r"|\d+(?:[.,]\d+)*"
    r"|['’](?:s|S)\b"
    r"|[^\W\d_]+(?:['’ʼ`](?!s\b)[^\W\d_]+)*"
    r"|[^\w\s]|_"
)


class Token(NamedTuple):
    """A piece of text: ``text == body[start:end]``; ``lower`` is its lower-case form."""

    start: int
    end: int
    text: str
    lower: str


@lru_cache(maxsize=128)  # sentences of the article at hand: names and events read the same ones
def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]`` in order, with offsets into ``text``; empty text gives ()."""
    stop = len(text) if end is None else end
    words = _TOKEN.finditer(text, start, stop)
    return tuple([Token(*m.span(), word := m.group(), word.lower()) for m in words])
