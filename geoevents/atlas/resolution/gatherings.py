"""Where people met: names behind words of meetings and treaties, which lie far from what an article is about."""

import re
from collections.abc import Sequence

from geoevents.atlas.recognition.cues import NameSpan
from geoevents.words import any_of, data_of

__all__ = ["met_at"]

_WORDS = data_of("geoevents.atlas.resolution", "gatherings.toml")["words"]
_MET_IN = re.compile(
    rf"\b(?:{any_of(_WORDS)})\b[^.;:]{{0,60}}\b(?:in|at|to)\s+(?:the\s+)?(?-i:[a-z-]+\s+){{0,3}}$", re.IGNORECASE
)
_REACH = 110  # letters from a word of a meeting to where it was


def met_at(text: str, spans: Sequence[NameSpan], groups: Sequence[int]) -> frozenset[int]:
    """The groups of names of which one stands behind a word of a meeting: "talks were held in [Rambouillet]"."""
    return frozenset(
        {g for g, s in zip(groups, spans, strict=True) if _MET_IN.search(text, max(0, s.start - _REACH), s.start)}
    )
