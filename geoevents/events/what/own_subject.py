"""Sentences that tell of war or of states by themselves, in a text about something else.

A report of a concert, of wheat prices or of a football match may tell in one sentence that a drone hit a town.
"""

import re
from collections.abc import Sequence

from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Mention
from geoevents.events.what.old_stories import DAY_OF_NEWS
from geoevents.events.what.subject import DATA, subject_of
from geoevents.words import any_of

__all__ = ["own_needs"]

_WAR = frozenset({"army", "war", "state", "states", "public"})
_STATES = frozenset({"state", "states", "public"})
_NONE: frozenset[str] = frozenset()
_OF_A_SIDE = re.compile(rf"\s+(?:[\w-]+\s+)?(?:{any_of(DATA['of_a_side'].split())})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b1\d{3}\b")
_FORCES = 2  # words of armies or of harm; a single one ("a mortar") may be a figure of speech
_SIDES = 2


def own_needs(text: str, segment: Segment, before: Segment, mentions: Sequence[Mention]) -> frozenset[str]:
    """The subjects that a sentence has of its own (see ``Category.needs``): war, states dealing with each other, or none.

    ``before`` is the segment before it, which may name the day where it is in its paragraph; ``mentions`` are those of the
    sentence.
    """
    inside = text[segment.start : segment.end]
    near = before.start if before.paragraph == segment.paragraph else segment.start
    if _YEAR.search(inside) or not DAY_OF_NEWS.search(text, near, segment.end):
        return _NONE
    about = subject_of(inside)
    force, words = about.armed + about.harm, about.armed + about.harm + about.warlike
    if about.make_believe or about.civil > words + about.state:
        return _NONE
    side = any(m.role == "demonym" and _OF_A_SIDE.match(text, m.end, segment.end) for m in mentions)
    if side or force >= _FORCES or (about.armed and words >= _FORCES):
        return _WAR
    sides = {m.place.country for m in mentions if m.place is not None and m.place.country is not None}
    dealt = words + about.state
    of_states = (len(sides) >= _SIDES and dealt) or (sides and dealt >= _SIDES)
    return _STATES if of_states and not about.civil else _NONE
