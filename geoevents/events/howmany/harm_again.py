"""The dead of one of the places of a deed, which their number names again: "hit A, B and C, killing five people in [B]"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.shares import Share
from geoevents.events.thread import Sentence
from geoevents.values import replace

__all__ = ["named_again"]

_THERE = re.compile(
    r"(?:(?!\b(?:including|among|from|while|when|as)\b)[^,;:.()]){0,60}?\b(?:in|at|near|outside)\s+(?:[\w’'-]+\s+){0,4}"
)


def named_again(text: str, sentence: Sentence, dead: Count | None, shares: Sequence[Share]) -> tuple[Share, ...]:
    """The places of a deed without and, last, the one with the dead or injured; () where their number names none of them."""
    if dead is None or len(shares) != 1 or len(shares[0].placed) < _SEVERAL or shares[0].count is not None:
        return ()
    placed = shares[0].placed
    if any(p.mention.start > dead.start for p in placed):
        return ()
    behind = next((m for m in sentence.mentions if m.start > dead.end and m.place is not None), None)
    if behind is None or _THERE.fullmatch(lowered(text), dead.end, behind.start) is None:
        return ()
    there = tuple(p for p in placed if p.mention.place == behind.place)
    others = tuple(p for p in placed if p not in there)
    return (replace(shares[0], placed=others), replace(shares[0], placed=there)) if there and others else ()


_SEVERAL = 2  # places of a deed
