"""Sentences that go on at another place: "shells killed one in A, | while in B three died when a drone hit their car"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit

__all__ = ["counts_apart", "of_its_part"]

_GOES_ON = re.compile(
    r"(?:(?:while|whereas|but|and)\s+)?(?:also\s+)?(?:in|at|near|outside|over|around)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?",
    re.IGNORECASE,
)
_OPENS = frozenset({"while", "whereas", "but", "and", ";"})


def of_its_part(text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause]) -> Sequence[Mention]:
    """The places of the part of its sentence that a hit stands in, where a later clause opens at a place of its own."""
    if len(eligible) < _TWO or len(clauses) < _TWO:
        return eligible
    opened = [c.start for c in clauses[1:] if _opens_elsewhere(text, c, eligible)]
    if not opened:
        return eligible
    start = max((s for s in opened if s <= hit.trigger.start), default=0)
    end = min((s for s in opened if s > hit.trigger.start), default=len(text))
    return [m for m in eligible if start <= m.start < end]


_TWO = 2


def _opens_elsewhere(text: str, clause: Clause, eligible: Sequence[Mention]) -> bool:
    """True for a clause that opens with another place: "while in [X]", "; near [X]"."""
    behind = text[: clause.start].rstrip()[-1:]
    if clause.connector not in _OPENS and behind != ";":
        return False
    first = next((m for m in eligible if clause.start <= m.start < clause.end and m.role != "demonym"), None)
    return first is not None and _GOES_ON.fullmatch(text, clause.start, first.start) is not None


_COUNTED = re.compile(r"\W*(?:and|but|while|another|a further)?\s*[\d,]+\W*$", re.IGNORECASE)


def counts_apart(text: str, hit: Hit) -> bool:
    """True for a bare number of others: "36 over X and Y, while [15] were lost"."""
    subject = hit.subject
    return subject is not None and _COUNTED.match(text[subject.start : subject.end]) is not None


# What a sentence tells of these in one breath happened at one place: "stormed the prison of X, and 3,700 escaped".
