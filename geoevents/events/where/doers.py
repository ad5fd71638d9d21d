"""Places of a deed whose noun is the doer of a passive verb: "[X] was hit by airstrikes of a fleet that guards ships in Y"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import with_group

__all__ = ["done_to"]

# "was hit on Monday by a dozen [airstrikes]": a few words without another place or clause between the verb and the noun.
_DONE_BY = re.compile(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:hit|struck|shaken|\w+ed)\s+(?:[\w-]+\s+){0,4}?by\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_FRAME = re.compile(r"\W*(?:in|near|outside|around|at|over|across|off)\s[^,]*", re.IGNORECASE)  # "In [X], Y was hit"


def done_to(text: str, hit: Hit, inside: Sequence[Mention]) -> list[Mention]:
    """The places that the passive verb before the noun of a hit is said of; [] where its subject names none."""
    verb = _DONE_BY.search(text, hit.clause.start, hit.trigger.start) if hit.voice == "noun" else None
    if verb is None:
        return []
    subject = [m for m in inside if m.end <= verb.start() and not _FRAME.fullmatch(text, hit.clause.start, m.start)]
    return with_group(subject[:1], inside)
