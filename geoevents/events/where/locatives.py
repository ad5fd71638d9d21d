"""Places of a sentence at which an event may be, and the words that carry them."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Placed
from geoevents.events.who.claim import Claim
from geoevents.words import patterns_of

__all__ = [
    "MUCH_OF",
    "THERE",
    "as_placed",
    "eligible_mentions",
    "is_locative",
    "locative_behind",
    "opens_more",
    "placed_mentions",
    "with_group",
]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# Words that carry a place: what may stand between a trigger and the place it happened at.
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|over|above|near|off|on|around|across|outside|inside|into|to|towards|toward|from|against|along|within|through|"
    r"onto|beyond|under|between|south|north|east|west|out\s+of)\W+(?:\w+\W+){0,4}"
    rf"|\b(?:{_ANY['settlement']}|{_ANY['settlements']}|{_ANY['parts']})[\"”’']?\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    rf"|\b(?:{_ANY['settlements']}|areas|{_ANY['among_which']})(?:\s+(?:as\s+far\s+(?:apart|afield|away)\s+as|such\s+as|like)|,?\s+including)\s+"
    r"|\b(?:border|frontier)\s+with\s+"
    rf"|\b(?:{_ANY['reaching']})\s+(?:the\s+)?)$"
)


# What may stand before the place that a clause is about: "much of X", "the town of X", "occupied X".
MUCH_OF = re.compile(
    r"(?:(?:much|most|half|all|(?:large\s+|some\s+)?parts|the\s+whole|areas)\s+of\s+)?(?:(?:the\s+)?(?:town|city|village)\s+of\s+)?"
    r"(?:(?:\w+ern|occupied|central)\s+)?",
    re.IGNORECASE,
)


# "Rockets fell there again", where it points at a place; not "there were".
THERE = re.compile(r"\bthere\b(?!\s+(?:was|were|is|are|had|has|have|will)\b)", re.IGNORECASE)


def eligible_mentions(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions at which an event may be; a union of states is none."""
    fitting = [m for m in mentions if m.spot is not None and m.role in {"literal", "modifier", "reference"}]
    return [m for m in fitting if m.text not in GRAMMAR["bodies_with_a_map"]]


def placed_mentions(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Placed, ...]:
    """Places that a sentence names where something may happen, for later sentences to refer to; no speaker's seat."""
    speakers = [(c.speaker_start, c.speaker_end) for c in claims]
    return as_placed([m for m in eligible_mentions(mentions) if not any(a <= m.start < b for a, b in speakers)])


def as_placed(mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """Places with their spots, of a facility or of the text; mentions without a spot are left out."""
    found = []
    for m in mentions:
        if m.spot is not None:
            found.append(Placed(mention=m, spot=m.spot, basis="facility" if m.facility else "text"))
    return tuple(found)


def with_group(chosen: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The chosen mentions and the other members of their coordinated lists, in text order."""
    groups = {m.group for m in chosen if m.group is not None}
    keep = {m.start for m in chosen}
    return [m for m in eligible if m.start in keep or m.group in groups]


def is_locative(text: str, mention: Mention, start: int) -> bool:
    """True where the words before the mention are a preposition of place (or the mention opens its phrase with one)."""
    if mention.facility is not None:
        return True
    low = lowered(text)
    left = low[max(start, mention.phrase_start - 40) : mention.start]
    return bool(_LOCATIVE.search(left) or _LOCATIVE.search(low[mention.phrase_start : mention.start]))


_AND_IN = re.compile(r",\s+(?:and|while|but)\s+(?:in|at|near|around|outside)\s+(?:the\s+)?$")
_SAYS_MORE = re.compile(
    rf"\s+(?:they|he|she|it|we|the|an?|its|their|his|her|some|several|another|people|dozens|(?:\d+|{spelled(2, 20)}))\s|,\s+where\s"
)


def opens_more(text: str, mention: Mention) -> bool:
    """True for the place of what is told next: "took X, and in [Y] they set up checkpoints", "and in [Y], where"."""
    return _SAYS_MORE.match(text, mention.end) is not None and _AND_IN.search(text[: mention.start][-20:]) is not None


def locative_behind(text: str, mentions: Sequence[Mention], start: int) -> list[Mention]:
    """Locative places after a trigger; none where they are of what is told next: "a boy was hurt, and in [B] eight fell"."""
    after = [m for m in mentions if m.start >= start and is_locative(text, m, start)]
    return [] if after and opens_more(text, after[0]) else after
