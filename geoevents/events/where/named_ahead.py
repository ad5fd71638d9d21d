"""Towns that a sentence names or means ahead of the clause that points back at them: "[X] had its alarm, when drones hit a depot there"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.anaphora import anaphoric_places
from geoevents.events.where.anchors import as_told
from geoevents.events.where.capitals import capital_in_talk
from geoevents.events.where.locatives import THERE
from geoevents.events.where.officials import LOCAL

__all__ = ["there_ahead", "where_ahead"]


def there_ahead(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """The one town that its own sentence names before the clause with "there": "[X] had its alarm too, | when drones set fire to a
    depot there"."""
    if "there" not in sentence.words or THERE.search(lowered(text), *hit.clause) is None:
        return ()
    said = max((c.scope_start for c in sentence.claims if c.scope_start <= hit.trigger.start < c.scope_end), default=0)
    ahead = [
        m
        for m in sentence.mentions
        if said <= m.start < m.end <= hit.clause.start
        and m.role in {"literal", "metonym"}
        and m.place is not None
        and m.place.kind in SETTLEMENTS
        and not any(c.speaker_start <= m.start < c.speaker_end for c in sentence.claims)
    ]
    one = len({m.place.id for m in ahead if m.place is not None}) == 1
    return as_told(ahead[-1], "inherited") if one else ()


_THE_TOWN_WHERE = re.compile(
    r"\b(?:in|at|inside|outside)\s+(?P<town>the\s+(?:capital|city|town|village|port))\s*,?\s+where\b"
)


def where_ahead(
    text: str, hit: Hit, sentence: Sentence, thread: Thread, happened: Sequence[Placed]
) -> tuple[Placed, ...]:
    """The town that "where" stands for in all that follows: "four were hurt in the capital, where the mayor said | 60 houses had
    lost their heating"."""
    if "where" not in sentence.words:
        return ()
    if named := _told_where(text, hit, sentence):
        return as_told(named, "inherited")
    where = _THE_TOWN_WHERE.search(lowered(text), sentence.segment.start, hit.trigger.start)
    if (
        where is None
        or not _is_local(text, hit, sentence, where.end())
        or any(m.spot is not None and where.end() < m.start < hit.clause.end for m in sentence.mentions)
    ):
        return ()
    span = Span(*where.span("town"))
    if where["town"].endswith("capital"):
        return capital_in_talk(sentence, span, happened, thread)
    return anaphoric_places(text, span, [*thread.named, *happened], mentions=sentence.mentions)


def _told_where(text: str, hit: Hit, sentence: Sentence) -> Mention | None:
    """The place behind which somebody says what happened there: "nobody was hurt in [X], where the mayor said | 60 houses were dark"."""
    over = hit.clause_index - 1
    if hit.clause_kind != "complement" or over < 0 or sentence.clauses[over].connector != "where":
        return None
    start = sentence.clauses[over].start
    if not _is_local(text, hit, sentence, start):
        return None
    return next(
        (
            m
            for m in sentence.mentions
            if m.role == "literal" and text[m.end : start].strip(" ,") == "" and m.end <= start
        ),
        None,
    )


def _is_local(text: str, hit: Hit, sentence: Sentence, start: int) -> bool:
    """False for what a visitor says there of elsewhere: "flew to [Geneva], where the minister said"."""
    said = any(c.scope_start <= hit.trigger.start < c.scope_end for c in sentence.claims)
    return not said or LOCAL.search(text, start, hit.clause.start) is not None
