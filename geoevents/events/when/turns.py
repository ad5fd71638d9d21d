"""What one verb tells of several days in turn: "visited A on Monday and B on Tuesday", "on Friday and again on Sunday"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.atlas.mention import Mention
from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.values import dataclass

__all__ = ["Turn", "turns_of", "within_turn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of a clause and the day that it tells."""

    span: Span
    date: DateMention


# Right behind a date, what opens the next turn: ", B on", "and again on"; else the last "and" between two dates.
_OPENS = re.compile(r"\s*,\s*(?:and\s+)?(?=[A-Z])|\s*,?\s+and\s+")
_RANGE = re.compile(r"\b(?:between|from)\s+(?:[\w.:]+\s+){0,4}$")
_AND = re.compile(r"\s+and\s+")
_SINGLE = frozenset({"day", "part_of_day", "night", "month"})


def turns_of(text: str, hit: Hit, dates: Sequence[DateMention], hits: Sequence[Hit]) -> tuple[Turn, ...]:
    """The turns of a verb, in text order; () unless it has two or more with no other trigger among them.

    ``dates`` are those that may be of the hit.
    """
    if hit.voice == "noun" or len(dates) < 2:
        return ()
    own = [d for d in dates if hit.trigger.end <= d.start < hit.clause.end and d.date_start is not None]
    own = [d for d in own if not d.leads and (d.precision in _SINGLE or d.text.lower().startswith("by "))]
    bounds = [_bound(text, a, b) for a, b in pairwise(own)]
    if (
        len(own) < 2
        or None in bounds
        or _RANGE.search(text, hit.clause.start, own[0].start) is not None
        or len({d.date_start for d in own}) < len(own)
    ):
        return ()
    starts = [hit.clause.start, *(b for b in bounds if b is not None)]
    ends = [*starts[1:], hit.clause.end]
    if any(h is not hit and starts[1] <= h.trigger.start < ends[-1] for h in hits):
        return ()
    return tuple(Turn(span=Span(a, b), date=d) for a, b, d in zip(starts, ends, own, strict=True))


def _bound(text: str, first: DateMention, second: DateMention) -> int | None:
    """Where the turn of the second date begins; None where no "and" or comma parts the two."""
    at_once = _OPENS.match(text, first.end, second.start)
    if at_once is not None:
        return at_once.end()
    joins = list(_AND.finditer(text, first.end, second.start))
    return joins[-1].end() if joins else None


_BARE = re.compile(
    r"(?:then\s+|later\s+|again\s+)?(?:the\s+)?(?:\w+\s+of\s+)?|.*\b(?:in|at|on|over|near|to)\s+(?:the\s+)?(?:\w+\s+){0,3}"
)


_PURPOSE = re.compile(r"\bto\s+(?!the\b)[a-z]")  # "on Thursday and Friday to discuss sending troops to [X]"


def within_turn(
    text: str, turn: Turn, placed: Sequence[Placed], mentions: Sequence[Mention], before: Sequence[Placed]
) -> tuple[Placed, ...]:
    """The places of a turn: of those known, else what it names, else those of the turn before ("and again on Sunday")."""
    known = tuple(p for p in placed if turn.span.start <= p.mention.start < turn.span.end)
    if known:
        return known
    named = [m for m in mentions if m.role == "literal" and turn.span.start <= m.start < turn.span.end]
    named = [m for m in named if not _PURPOSE.search(text, turn.date.end, m.start)]
    bare = [m for m in named if m.spot is not None and _BARE.fullmatch(text, turn.span.start, m.start)]
    found = tuple(Placed(mention=m, spot=m.spot, basis="text") for m in bare if m.spot is not None)
    return found if found or named else tuple(before)
