"""NameSpan and Sentence: a span that may name a place, and the words it stands among."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import columns
from geoevents.atlas.mention import Role
from geoevents.values import dataclass, maker

__all__ = ["NameSpan", "Sentence", "sentence_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A span that may name a place; ``first``, ``last`` are token numbers in its sentence, ``last`` exclusive.

    ``probability`` is how likely it names a place at all (1 for spans that the input gives).  ``role_if`` says for each
    role that the rules may give it which one the learned weights make of that; empty where no weights were asked.
    ``recogniser`` names what found it.
    """

    start: int
    end: int
    text: str
    key: str
    first: int
    last: int
    sentence: int
    source: Literal["atlas", "demonym", "cue", "given"]
    probability: float = 1.0
    role_if: Mapping[Role, Role] = field(default_factory=dict)
    recogniser: str = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A segment with its tokens, as recognition sees it.

    ``starts`` and ``ends`` are the offsets of its tokens in the text, ``texts`` the tokens as written; ``words`` are in lower
    case with empty ones behind them, so that a look a few words beyond either end finds "".
    """

    segment: Segment
    starts: Sequence[int]
    ends: Sequence[int]
    texts: Sequence[str]
    words: Sequence[str]

    def capital(self, index: int) -> bool:
        """True where a token begins with a capital."""
        return 0 <= index < len(self.texts) and self.texts[index][0].isupper()


_sentence = maker(Sentence)
_BEYOND = [""] * 16  # no rule looks further past an end


def sentence_of(text: str, segment: Segment) -> Sentence:
    """The sentence of a segment of a text."""
    starts, ends, texts, lows = columns(text, segment.start, segment.end)
    return _sentence(segment=segment, starts=starts, ends=ends, texts=texts, words=lows + _BEYOND)
