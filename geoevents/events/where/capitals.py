"""The capital that "the capital" stands for, where no event before was told there."""

import re
from collections.abc import Sequence

from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence, Thread
from geoevents.events.where.anchors import as_told

__all__ = ["capital_at_head", "capital_in_talk"]


def capital_in_talk(sentence: Sentence, span: Span, told: Sequence[Placed], thread: Thread) -> tuple[Placed, ...]:
    """The capital, named anywhere before, of the nation that the clause names, else of where the events are; () if none."""
    inside = [m for m in sentence.mentions if m.role == "demonym" and span.start <= m.start < span.end]
    nations = [m.place.country for m in inside if m.place is not None]
    last = next((p.mention.place.country for p in reversed(told) if p.mention.place is not None), None)
    seat = thread.capitals.get((nations[-1] if nations else last) or "")
    return as_told(seat, "inherited") if seat is not None else ()


_AT_HEAD = re.compile(r"\W*(?:[Mm]eanwhile,?\s+|[Bb]ack\s+)?(?:[Ii]n|[Ff]rom)\s+the\s+(?:[A-Z][\w-]+\s+)?capital\b")


def capital_at_head(text: str, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The capital in which a sentence that opens with "In the capital," tells of words and measures; () if it names none."""
    head = _AT_HEAD.match(text, sentence.segment.start) if "capital" in sentence.words else None
    if head is None:
        return ()
    told = [t.placed for t in thread.tellings if t.placed is not None]
    return capital_in_talk(sentence, Span(*head.span()), told, thread)
