"""Lists of places that semicolons divide by region, as the summaries of armies do: "A and B of the X region; C of the Y region"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.recognition.words import HEAD_OF
from geoevents.events.where.locatives import with_group

__all__ = ["over_semicolons"]

_AREAS = "|".join(
    sorted((word for word, kind in HEAD_OF.items() if kind in {"admin1", "admin2"}), key=len, reverse=True)
)
# From the last place of a part to the first of the next: " of Sumy region; ", "; and "
_TO_NEXT = re.compile(
    rf"(?:\s*,?\s*(?:of|in)\s+(?:the\s+)?[\w' ’-]{{3,30}}?)?(?:\s+(?:{_AREAS}))?\s*;\s*(?:and\s+)?(?:the\s+\w+\s+of\s+)?",
    re.IGNORECASE,
)


def over_semicolons(text: str, chosen: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The places of a hit with those of the parts that follow by semicolon."""
    found = list(chosen)
    if len(found) < _LIST or ";" not in text[found[-1].end : found[-1].end + _REACH]:
        return found
    for mention in eligible:
        if mention.start > found[-1].end and _TO_NEXT.fullmatch(text, found[-1].end, mention.start):
            found += [m for m in with_group([mention], eligible) if m.start >= mention.start]
    return found


_LIST, _REACH = 2, 60
