"""A place told in a sentence after the event: "Gunmen killed six in the north. The incident occurred near Gossi"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.categories import VIOLENCE
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.when.days import DATA, IT_HAPPENED
from geoevents.events.where.inside import lies_in
from geoevents.events.where.locatives import placed_mentions
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["happened_at", "relocated"]

_WORDS = DATA["told_before"]
_AT = (
    r"(?:[ap]\.m\.|[^.;:])*?"
    r"\b(?:in|at|near|on|outside|around|to|of|between|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,5}$"
)
_HAPPENED = re.compile(rf"\s+(?:(?:that|which)\s+)?(?:also\s+)?(?:{any_of(_WORDS['verbs'])})\b{_AT}")
_IT_HAPPENED = re.compile(IT_HAPPENED + _AT)
_ANY = frozenset({None, "incident", "incidents"})
_NEAR = 2  # sentences from an event to where it was


def happened_at(text: str, start: int, end: int) -> bool:
    """True where what is named before ``start`` is told to have been at the place named at ``end``: "occurred near [Gossi]"."""
    return _HAPPENED.fullmatch(text, start, end) is not None


def relocated(text: str, sentence: Sentence, before: Sequence[Telling]) -> list[Telling]:
    """The last event with the place inside its area that a later sentence gives to it; [] if it gives none."""
    last = before[-1] if before else None
    if last is None or sentence.segment.index - last.segment.index > _NEAR or last.hit.category not in VIOLENCE:
        return []
    several = len(before) > 1 and before[-2].record == last.record  # tellings of a statement stand together
    if last.is_background or last.hit.modality != "actual" or several:
        return []
    for p in placed_mentions(sentence.mentions, sentence.claims):
        told = _IT_HAPPENED.fullmatch(lowered(text), sentence.segment.start, p.mention.start)
        known = told is not None and (told["noun"] in _ANY or told["noun"] in _WORDS["nouns"][last.hit.category])
        own = any(
            h.voice != "noun" and h.trigger.start < p.mention.start for h in sentence.hits
        )  # "broke out": told anew
        if known and not own and (last.placed is None or lies_in(p, last.placed)):
            return [replace(last, placed=p)]
    return []
