"""Where people come out or are told to leave: those of a town who gather, and the town that an order is for."""

import re

from geoevents.atlas.mention import Mention
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import within
from geoevents.events.where.locatives import is_locative
from geoevents.words import patterns_of

__all__ = ["gathers_in", "is_ordered_out"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# "[residents] of X held a vigil"
_THOSE_OF = re.compile(
    rf"\b(?:{_ANY['speak_from_there']}|inhabitants|people|citizens|students|workers|women)\s+of\s+(?:the\s+)?(?:town\s+of\s+)?$",
    re.IGNORECASE,
)
# "issued evacuation orders | for X", "an evacuation warning for the north of X"
_ORDERED_FOR = re.compile(
    r"(?:\s+(?:orders?|warnings?|notices?|alerts?))?\s+for\s+(?:the\s+)?(?:(?:people|residents|inhabitants)\s+(?:of|in)\s+)?"
    r"(?:(?:parts|areas|most|\w+ern)\s+(?:of\s+)?)?(?:the\s+)?"
)


def gathers_in(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the place of those who call for something: "Protesters in [X] demanded an end to the war in Y"."""
    if hit.voice != "active" or not within(mention, hit.subject):
        return False
    of_it = _THOSE_OF.search(text, hit.clause.start, mention.start) is not None
    return of_it or is_locative(text, mention, hit.clause.start)


def is_ordered_out(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the town that an order to leave is for: "evacuation orders for [X]"."""
    return _ORDERED_FOR.fullmatch(text, hit.trigger.end, mention.phrase_start) is not None
