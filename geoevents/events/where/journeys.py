"""Where people and things on their way come from and go to: which end of a journey an event is at."""

import re

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.what.hit import Hit
from geoevents.words import patterns_of

__all__ = ["FROM", "FROM_AND", "is_goal", "is_left"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# Where something comes from is not where it happens, but for those who leave: "fired from X", "a drone from X".
FROM = re.compile(
    r"(?<=\w )(?<!reported )(?<!heard )(?<!road )(?<!highway )(?<!route )(?<!railway )from\s+(?:the\s+)?"
    r"(?!(?:reach|enter|gett|cross|leav|pass|go|return|deliver|com|work|fly|sail)\w*ing\b)"  # "kept a convoy from reaching X"
    rf"(?:(?!(?:in|on|at|near|over|to|off|{_ANY['came_down']})\b)"
    r"[\w-]+\s+){0,4}$"
)


# "from A in the west and B in the south": B is where they come from too.
FROM_AND = re.compile(
    r"\bfrom\s+(?:the\s+)?[\w' -]{2,30}?\s+in\s+the\s+(?:north|south|east|west|centre)[\w-]*,?\s+and\s+(?:from\s+)?(?:the\s+)?$"
)
_ON_TO = re.compile(r"\s+(?:on\s+)?to\b")


# "was on his way to [X] for a visit": the visit is there.
_WAY_TO = re.compile(
    r"\b(?:on\s+(?:his|her|their|the)\s+way|en\s+route|bound|heading|flying|travelling)\s+(?:back\s+)?(?:to|for)\s+"
    r"(?:(?!from\b)[\w-]+,?\s+){0,5}$"
)
# "cut short a visit to [X]", "postponed his trip to [X], Y and Z"
_CALLED_OFF = re.compile(
    r"[^,.;:]{3,50}?\b(?:visit|trip|journey|tour)\s+(?:to|of)\s+(?:the\s+)?(?:[\w-]+(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?){0,4}$"
)
_FOR = re.compile(r"\s+(?:(?:on\s+|late\s+|early\s+)?\w+day\s+)?for\s+[A-Z]")
_COMING_BACK = re.compile(r"\b(?:from|back|home|between)\s*$")


def is_goal(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the goal of a visit, or of one that was called off."""
    way = hit.subtype == "visit" and _WAY_TO.search(lowered(text), hit.clause.start, mention.start)
    off = (
        hit.subtype == "talks"
        and hit.voice == "active"
        and _CALLED_OFF.match(lowered(text), hit.trigger.start, mention.start)
    )
    return bool(way or off)


def is_left(text: str, mention: Mention, hit: Hit) -> bool:
    """True for where a visitor only came from: "flew from [X] to Y", "left [X] for Y", "is to travel there from [X]"."""
    trigger = lowered(text)[hit.trigger.start : hit.trigger.end]
    if FROM.search(lowered(text), max(0, mention.start - 60), mention.start):
        onward = _ON_TO.match(text, mention.end) is not None
        return onward or (mention.start > hit.trigger.end and not _COMING_BACK.search(trigger))
    return trigger.startswith(("le", "dep", "qui")) and _FOR.match(text, mention.end) is not None
