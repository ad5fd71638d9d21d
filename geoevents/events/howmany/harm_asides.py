"""What stands aside in a list of dead and injured: "14 people[, among them a nurse,] in X[, doctors said,] and nine in Y"."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.atlas.mention import Mention

__all__ = ["without_asides"]

_PART_OF = (
    rf"(?:at\s+least\s+)?(?:most|all|some|many|several|both|half|\d+|{spelled(1, 20)})\s+of\s+(?:them|whom|these|those)"
)
_SAYS = r"(?:the\s+|a\s+|an\s+|its\s+)?(?:[\w’'-]+\s+){1,5}?(?P<said>said|says|added|told\s+\w+)"
# Up to its second comma, or to what ends the list.
_ASIDE = re.compile(
    rf",\s+(?:(?:about\s+|some\s+)?\d+\s*(?:km|kilomet\w+|miles)\b[^,;:()]{{0,40}}?|(?:including|among\s+(?:them|whom)|mostly|both|all|{_PART_OF})\b[^,;:()]{{0,60}}?|{_SAYS})"
    r"(?=,|;|\.(?:\s|$)|\s+and\s+(?:\d|\w+\s+(?:in|at|near)\b))"
)
# What comes next needs no comma: ", in X", ", and nine in Y".
_NEXT = re.compile(r",(?=\s+(?:in|at|near|outside|and|while)\b)")


def without_asides(low: str, start: int, end: int, named: Sequence[Mention]) -> str:
    """The text in small letters with blanks for the asides of ``low[start:end]``; one that names a place stays, its numbers are of it."""
    if "," not in low[start:end]:
        return low
    for aside in _ASIDE.finditer(low, start, end):
        if aside["said"] is None and any(aside.start() <= m.start < aside.end() for m in named):
            continue
        closes = _NEXT.match(low, aside.end())
        stop = closes.end() if closes is not None else aside.end()
        low = low[: aside.start()] + " " * (stop - aside.start()) + low[stop:]
    return low
