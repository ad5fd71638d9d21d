"""Places that stand outside what a speaker says and still hold for it: at the head of the sentence, and in a list at its end."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.what.hit import Hit
from geoevents.events.where.countries import alpha3
from geoevents.events.who.claim import Claim
from geoevents.events.who.sectors import ON_THE_SPOT
from geoevents.words import patterns_of

__all__ = ["is_seat_of_speaker", "listed_after", "opens_what_is_said"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_OPENS = re.compile(
    r"\W*(?:and\s+|but\s+|meanwhile,?\s+|elsewhere\s+)?(?:in|on|at|near|around|outside|across|along|over)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}",
    re.IGNORECASE,
)
_AREAS = frozenset({"admin1", "admin2", "region", "territory", "island"})
# Who sees with their own eyes what they tell.
_SEES = re.compile(rf"\b(?:{_ANY['eyewitnesses']})\b", re.IGNORECASE)


def opens_what_is_said(text: str, mention: Mention, claim: Claim, start: int) -> bool:
    """True for a place at the head of a sentence that holds for what is said after it, and is not where a body sits.

    An area always holds for it; a town does if those who speak are there: "In [X], residents heard two blasts".
    """
    if not mention.end <= min(claim.speaker_start, claim.verb_start) or mention.place is None:
        return False
    if _OPENS.fullmatch(text, start, mention.start) is None:
        return False
    if mention.place.kind in _AREAS:
        return True
    local = claim.claimant.sector in ON_THE_SPOT
    return local or _SEES.search(text, claim.speaker_start, claim.speaker_end) is not None


def is_seat_of_speaker(mention: Mention, claim: Claim) -> bool:
    """True for the capital, or a town abroad, ahead of somebody who tells of what is elsewhere: "In [Moscow], the minister said
    men were holding out", "In [New York], Congo's minister told the Council that troops had crossed the border"."""
    if mention.place is None:
        return False
    theirs = claim.claimant.country
    abroad = theirs is not None and alpha3(mention.place.country) not in {None, theirs}
    seat = mention.place.feature_code == "PPLC" or (abroad and mention.place.kind in SETTLEMENTS)
    return seat and mention.end <= min(claim.speaker_start, claim.verb_start) and claim.verb_end <= claim.scope_start


# "shot down 48 drones, the ministry said: 20 over X, 12 in Y and eight each over Z".
_NUMBER = rf"(?:\d+|{spelled(1, 12)}|[a-z]+teen|{spelled(20, 50)}|(?:{spelled(20, 50)})-[a-z]+)"
_SHARE = re.compile(rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{0,3}}?(?:over|above|in|near|at|off)\s+", re.IGNORECASE)
_SHARES = 2  # numbers at places that make a list


def listed_after(text: str, hit: Hit, named: Sequence[Mention], hits: Sequence[Hit], end: int) -> list[Mention]:
    """The places of a list behind a colon that shares out what a hit counted; [] if there is none before ``end``."""
    colon = text.find(": ", hit.trigger.end, end)
    if colon < 0 or any(h.trigger.start > colon for h in hits) or any(hit.trigger.end < h.trigger.start for h in hits):
        return []
    if len(_SHARE.findall(text, colon, end)) < _SHARES:
        return []
    return [m for m in named if m.start > colon]
