"""NameSpan and Sentence: a span that may name a place, and the words it stands among."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Role
from geoevents.values import dataclass

__all__ = ["NameSpan", "Sentence"]


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
    """A segment with its tokens, as recognition sees it."""

    segment: Segment
    tokens: tuple[Token, ...]

    def word(self, index: int) -> str:
        """Lower-case token, "" beyond either end."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def capital(self, index: int) -> bool:
        """True where a token begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()
