"""What only frames the deed that another hit of the sentence tells: the war whose first day it tells, the room in which
something was said, where what was shot down had been fired from."""

import re

from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS
from geoevents.events.what.hit import Hit, Told

__all__ = ["SETTINGS"]

_WHEN = ("when ", "as ")


def _frames_the_war(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the start of a war whose first deed the next clause tells: "a war that [began] on 7 October, | when gunmen raided X"."""
    if hit.subtype != "invasion" or other.category not in ATTACKS or other is hit:
        return False
    starts = hit.voice == "noun" or (hit.subject is not None and hit.subject == hit.object) or hit.object is None
    return starts and other.clause_index == hit.clause_index + 1 and told.text.startswith(_WHEN, other.clause.start)


_AT = re.compile(r"\bat\s+an?\s+(?:[\w-]+\s+){0,3}$")
_OF_SEVERAL = re.compile(r"\b(?:with|between|of|where|attended|chaired)\b")
_WORDS = frozenset({"statement", "condemnation"})


def _is_room_of_words(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the meeting at which something is said, where nobody is told to take part: "called it a provocation at a
    government [meeting] in X"."""
    said = other.subtype in _WORDS and other.trigger.end < hit.trigger.start and other.clause_index == hit.clause_index
    if hit.subtype != "meeting" or hit.voice != "noun" or not said:
        return False
    low = lowered(told.text)
    inside = _AT.search(low, other.trigger.end, hit.trigger.start) is not None
    return inside and _OF_SEVERAL.search(low, hit.trigger.start, hit.clause.end) is None


_AT_TARGET = re.compile(r"\b(?:at|against|on|into|towards?|over|across|to)\s")


def _is_what_was_stopped(hit: Hit, other: Hit, told: Told) -> bool:
    """True for where weapons came from that were shot down: "downed 40 of 50 missiles, | which had been [launched] from the sea"."""
    return (
        other.category == "air_defence"
        and hit.clause_kind == "relative"
        and hit.voice == "passive"
        and hit.clause_index == other.clause_index + 1
        and hit.subject is not None
        and other.object is not None
        and other.object.start <= hit.subject.start < other.object.end
        and _AT_TARGET.search(lowered(told.text), hit.trigger.end, hit.clause.end) is None
    )


_MEANT_BY = {"vote": _WORDS}


def _is_what_was_voted(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the infinitive behind a verb of the same deed: "voted | to [demand] that", "forcing the port | to [close]"."""
    return (
        hit.tense == "infinitive"
        and hit.subtype in {other.subtype, *_MEANT_BY.get(other.subtype, ())}
        and hit.clause_index == other.clause_index
        and other.trigger.end < hit.trigger.start
        and other.voice == "active"
        and hit.subject is not None
        and hit.subject in (other.subject, other.object)
    )


_OF_THEM = re.compile(r"(?:and\s+)?[\w-]+\s+(?:of\s+(?:them|these|which|those)\s+)?by\s")
_BY = re.compile(r"\bby\s+(?:[\w-]+\s+){0,2}$")


def _is_means_of(hit: Hit, other: Hit, told: Told) -> bool:
    """True for how something was brought down: "13 drones were downed, ten of them by [gunfire]"."""
    means = other.category == "air_defence" and hit.voice == "noun"
    if not means:
        return False
    near = other.clause_index == hit.clause_index or _OF_THEM.match(lowered(told.text), hit.clause.start) is not None
    return near and _BY.search(lowered(told.text), other.trigger.end, hit.trigger.start) is not None


def _tells_who_is_freed(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a verdict that only tells which prisoners another trigger is about: "freed in return for 90 men [jailed] in X"."""
    return hit.reduced and other.category == "detention" and other.trigger.end < hit.trigger.start


def _is_end_of_what_was_stopped(hit: Hit, other: Hit, told: Told) -> bool:
    """True for where weapons came down that were brought down: "the rest crashed into the sea | after being [jammed]"."""
    behind = other.category == "air_defence" and other.trigger.start > hit.trigger.end
    if not behind or other.clause_index - hit.clause_index not in (0, 1):
        return False
    low, between = lowered(told.text), (hit.trigger.end, other.trigger.start)
    if _AFTER_BEING.search(low, *between) is None:
        return False
    return _NOWHERE.search(low, *between) is not None  # what came down on a house did harm


_NOWHERE = re.compile(r"\b(?:sea|waters?|river|lake|gulf|bay|fields?|forest|desert|steppe|open\s+(?:ground|country))\b")
_AFTER_BEING = re.compile(r"\bafter\s+(?:being|having\s+been|it\s+was|they\s+were)\s+(?:\w+ly\s+)?$")
# The rules by the category of the hit that they may drop.
SETTINGS = {
    "strike": (_is_what_was_stopped, _is_end_of_what_was_stopped),
    "ground_combat": (_frames_the_war, _is_means_of),
    "diplomacy": (_is_room_of_words, _is_what_was_voted),
    "infrastructure": (_is_what_was_voted,),
    "legal": (_tells_who_is_freed,),
}
