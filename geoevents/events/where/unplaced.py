"""Names at which a hit happened but that could not be placed: its event stays, with the name and without a point."""

from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence
from geoevents.events.what.conditions import is_bare_name
from geoevents.events.what.triggers import Hit
from geoevents.events.where.anchors import within
from geoevents.events.where.elsewhere import is_elsewhere
from geoevents.events.where.hit_places import is_locative

__all__ = ["unplaced_names"]


def unplaced_names(text: str, hit: Hit, sentence: Sentence, placed: Sequence[Placed]) -> tuple[Mention, ...]:
    """Names without a place that a hit acts on, or that share a list with a place of it; else the one beside it."""
    inside = [m for m in sentence.mentions if m.role == "literal" and m.place is None and is_bare_name(text, m)]
    if not inside:
        return ()
    groups = {p.mention.group for p in placed if p.mention.group is not None}
    inside = [m for m in inside if not is_elsewhere(text, m, hit, inside)]
    if placed:
        return tuple(m for m in inside if m.group in groups)
    acted_on = [m for m in inside if hit.object_is_place and within(m, hit.object)]
    if acted_on:
        return tuple(m for m in acted_on if m is acted_on[0] or m.group is not None)
    after = [
        m for m in inside if hit.trigger.start <= m.start < hit.clause.end and is_locative(text, m, hit.trigger.start)
    ]
    return tuple(after[:1])
