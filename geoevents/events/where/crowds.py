"""Where crowds gather and are driven off: what goes on in a protest is where it was, "outside the parliament" in the town told last."""

import re

from geoevents.articles.tokens import lowered
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["where_the_crowd_was"]

_WITHIN = frozenset({"detention", "ground_combat"})  # what goes on in a protest
_CROWDS = frozenset(
    {"protest", "protests", "demonstration", "demonstrations", "rally", "rallies", "march", "marches", "marchers"}
    | {"protesters", "demonstrators", "unrest"}
)
_REACH = 2  # sentences after a protest in which police act and clashes go on where it was
_GATHERED_AT = re.compile(
    r"\b(?:outside|in\s+front\s+of|near|around)\s+(?:the|its|their|his|her)\s+(?!country|capital|world)[a-z]"
)


def where_the_crowd_was(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of the protest told last, for what goes on in it: "police detained 60"; for a protest that of the town told last."""
    here, found = sentence.segment.index, None
    if hit.modality != "actual":
        return ()
    if hit.category in _WITHIN:
        near = [t for t in thread.tellings if here - t.segment.index <= _REACH and t.hit.category not in _WITHIN]
        if not sentence.words.isdisjoint(_CROWDS):  # "detained 60 people at the marches", whatever was told between
            near = [t for t in near if t.hit.category == "protest"]
        found = near[-1] if near and near[-1].hit.category == "protest" else None
    elif hit.category == "protest" and _GATHERED_AT.search(lowered(text), hit.clause.start, hit.clause.end):
        found = next((t for t in reversed(thread.tellings) if here - t.segment.index <= 1 and t.placed), None)
    if found is None or found.placed is None or found.is_background:
        return ()
    return (replace(found.placed, basis="inherited"),)
