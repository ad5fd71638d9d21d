"""Nominal phrases that lead from an event to another one: "in retaliation for air strikes on X", "a day after talks in Y"."""

import re

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.hit import Hit
from geoevents.words import patterns_of

__all__ = [
    "is_another_time", "is_apart", "is_at_large", "is_at_several", "is_conduct", "is_followed", "is_helper", "is_reason_for",
    "is_stance_on", "is_taken_in_battle", "stirs_up",
]  # fmt: skip

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# Ends where the text to be searched ends: the phrase reaches from its noun to there, over no sign and no verb of its own.
_OPENS_REASON = re.compile(
    rf"\b(?:{'|'.join(sorted(GRAMMAR['reason_nouns']))})\s+(?:for|to|against)\b"
    r"(?:(?!\b(?:was|were|is|are|had|has|have)\b)[^.;:,]){0,50}$"
)


def is_reason_for(text: str, start: int, at: int) -> bool:
    """True where a reason opens between an event and the place in the text where another one is named."""
    return start < at and _OPENS_REASON.search(lowered(text), start, at) is not None


# "a day after the heaviest raid of the war", up to the end of what is searched.
_ANOTHER_TIME = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b(?:(?!\b(?:was|were|had|has|have)\b)[^.;:,]){0,60}$"
)


_OPENS_STANCE = re.compile(
    rf"\b(?:to\s+(?:{_ANY['stance']})|(?:solidarity|sympathy)\s+with|in\s+support\s+of)\b"
    r"(?:(?!\b(?:was|were|is|are|had|has|have)\b)[^.;:,]){0,60}$"
)


def is_stance_on(text: str, start: int, at: int) -> bool:
    """True where words say whom a deed is meant to move or to help: "began firing at ships to show support for people in [X]", "in
    solidarity with the people of [X]"."""
    return start < at and _OPENS_STANCE.search(lowered(text), start, at) is not None


# "the shelling of [X] followed air raids on Y": two events, each at its own place.
_CAME_AFTER = re.compile(r"\b(?:followed|came\s+after|preceded)\s")


def is_followed(text: str, start: int, at: int) -> bool:
    """True where a verb leads from one event to another that came before or after it."""
    return start < at and _CAME_AFTER.search(lowered(text), start, at) is not None


def is_another_time(text: str, start: int, at: int) -> bool:
    """True where a phrase such as "a day after" leads from what stands before it to another event."""
    return start < at and _ANOTHER_TIME.search(lowered(text), start, at) is not None


# "Elsewhere in the region, two died", "in a separate incident": not where the last event was, and nothing says where.
_APART = re.compile(
    r"\b(?:elsewhere|in\s+(?:a|another|other)\s+(?:separate\s+|similar\s+|unrelated\s+)?(?:incidents?|attacks?|parts?))\b"
    r"(?!\s+(?:in|of|on)\s+the\s+(?:same\s+)?(?:city|town|capital|village|district|camp|port|island)\b)"
)


def is_apart(text: str, start: int, at: int, words: frozenset[str]) -> bool:
    """True where a sentence says ahead of an event that it was in another place than what was told before."""
    return not words.isdisjoint(_APART_WORDS) and _APART.search(lowered(text), start, at) is not None


_APART_WORDS = frozenset({"elsewhere", "incident", "incidents", "attack", "attacks", "part", "parts"})


# "Across the front, 39 air strikes", "over the past day, 88 air strikes", "since the war began 274 sites have been damaged": told
# of everywhere at once.
_AT_LARGE = re.compile(
    r"\b(?:across|along)\s+(?:the\s+)?(?:whole\s+|entire\s+|all\s+of\s+the\s+)?(?:front(?:\s*-?\s*lines?)?|line\s+of\s+contact|contact\s+line)\b"
    r"|\b(?:over|during|in)\s+the\s+(?:past|last)\s+(?:day|24\s+hours)\b|\bin\s+total\b"
    r"|\bsince\s+(?:the\s+)?(?:(?:start|beginning|outbreak)\s+of\s+the\s+)?(?:[\w-]+\s+)?(?:war|invasion|conflict)\b"
)
_AT_LARGE_WORDS = frozenset({"across", "along", "past", "last", "total", "since"})


def is_at_large(text: str, hit: Hit, start: int, end: int, words: frozenset[str]) -> bool:
    """True where a sentence counts what was done everywhere: on a whole front, in a day, since a war began."""
    counted = hit.category in _COUNTED and not words.isdisjoint(_AT_LARGE_WORDS)
    return counted and _AT_LARGE.search(lowered(text), start, end) is not None


_COUNTED = frozenset({"strike", "ground_combat", "air_defence", "infrastructure", "naval"})


# "denied [targeting] civilians", "accused them of killing and of [looting] hospitals": what they are said to do anywhere.
_CONDUCT = re.compile(r"\b(?:den(?:y|ies|ied|ying)|accus(?:e|es|ed|ing)\s[^.;:]{2,90}?\s+of)\s+$")
_ONE = re.compile(rf"(?:the|an?|its|their|this|that|these|those|\d[\d,]*|{spelled(2, 10)})\b", re.IGNORECASE)


def is_conduct(text: str, hit: Hit) -> bool:
    """True for what somebody is accused of or denies doing to people or things at large: no single deed, and no place."""
    if hit.object is None or hit.object.start < hit.trigger.end or _ONE.match(text, hit.object.start):
        return False
    return _CONDUCT.search(lowered(text), max(0, hit.trigger.start - 120), hit.trigger.start) is not None


_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_HELP = re.compile(rf"(?:{_ANY['help']})$")


def is_helper(text: str, mention: Mention, hit: Hit) -> bool:
    """True for who takes part where the noun of a hit says so: "a ceasefire with the | mediation of [X]"."""
    return (
        hit.voice == "noun"
        and _OF.fullmatch(text, hit.trigger.end, mention.start) is not None
        and _HELP.search(text, hit.trigger.start, hit.trigger.end) is not None
    )


# "shooting at six points along the border", "would strike every site"
_AT_SEVERAL = re.compile(
    rf"\b(?:at|in|on|from)\s+(?:\d+|{spelled(2, 20)}|several|various|many|a\s+number\s+of)\s+(?:\w+\s+)?"
    r"(?:points|places|spots|locations|sites|sectors|areas|stretches)\b(?!\s+(?:of|in)\s+(?:the\s+)?(?:city|town|village|capital)\b)"
)


def is_at_several(text: str, hit: Hit) -> bool:
    """True for fighting "at six points", and for a threat to "every" or "any" target: not at the one place told before."""
    low = lowered(text)
    threat = (
        hit.modality == "planned"
        and hit.object is not None
        and low.startswith(("every ", "any ", "all "), hit.object.start)
    )
    return threat or _AT_SEVERAL.search(low, hit.clause.start, hit.clause.end) is not None


_IN_BATTLE = re.compile(r"\s*(?:\w+\s+){0,2}?(?:prisoners?|captives?)\b")


def is_taken_in_battle(text: str, hit: Hit) -> bool:
    """True for soldiers "taken prisoner": where the fighting was."""
    return (
        hit.subtype == "arrest"
        and _IN_BATTLE.search(lowered(text), hit.trigger.start, hit.trigger.end + 12) is not None
    )


_STIRRING = re.compile(rf"(?:\w+ly\s+)?(?:{_ANY['stirring']})\s+(?:[\w-]+\s+){{0,4}}?(?:{_ANY['stirred']})\b")


def stirs_up(text: str, start: int) -> bool:
    """True for a clause that tells what a deed led people to do: "arrested the mayor, [setting off protests in X]"."""
    return _STIRRING.match(lowered(text), start) is not None
