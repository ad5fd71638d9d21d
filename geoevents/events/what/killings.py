"""Killings that a sentence tells in passing: "bombed X [after the killing of] three soldiers in Y", "five days after the murder of Z"."""

import re

from geoevents.articles.tokens import lowered
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit

__all__ = ["is_told_in_passing"]

_LED_TO = re.compile(
    r"\b(?:after|following|since|(?:in\s+)?(?:response|reply|retaliation|revenge|reprisal)\s+(?:to|for)|avenge|over|despite)\s+"
    r"(?:the|an?|his|her|its|their)\s+(?:[a-z-]+\s+)?$"
)


def is_told_in_passing(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for the noun of a killing with a victim and a place or day of its own, that led to what the sentence tells."""
    if hit.voice != "noun" or hit.subtype != "attack" or hit.object is None:
        return False
    if _LED_TO.search(lowered(text), hit.clause.start, hit.trigger.start) is None:
        return False
    start, end = hit.trigger.end, hit.clause.end
    placed = any(start <= m.start < end and m.spot is not None and m.role != "demonym" for m in sentence.mentions)
    dated = any(start <= d.start < end or (d.leads and d.start < hit.trigger.start) for d in sentence.dates)
    return placed or dated
