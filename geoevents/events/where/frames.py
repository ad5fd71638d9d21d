"""Places that open a sentence before its speaker: "In the X region, officials counted 412 attacks"."""

import re

from geoevents.atlas.mention import Mention
from geoevents.events.who.claim import Claim

__all__ = ["opens_what_is_said"]

_OPENS = re.compile(
    r"\W*(?:and\s+|but\s+|meanwhile,?\s+|elsewhere\s+)?(?:in|on|at|near|around|outside|across|along|over)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}",
    re.IGNORECASE,
)
_AREAS = frozenset({"admin1", "admin2", "region", "territory", "island"})
_ON_THE_SPOT = frozenset({"LOC", "MED", "POL", "CVL"})
# Who sees with their own eyes what they tell.
_SEES = re.compile(
    r"\b(?:residents?|witness(?:es)?|villagers|locals|medics?|doctors?|rescuers?|rescue\s+workers|hospital|morgue|officials|governor|mayor"
    r"|police|firefighters|relatives|survivors|correspondents?|reporters?|journalists?)\b",
    re.IGNORECASE,
)


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
    local = claim.claimant.sector in _ON_THE_SPOT
    return local or _SEES.search(text, claim.speaker_start, claim.speaker_end) is not None
