"""The reason that a nominal phrase gives for an event, itself another event: "in retaliation for air strikes on X"."""

import re

from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["is_reason_for"]

# Ends where the text to be searched ends: the phrase reaches from its noun to there, over no sign and no verb of its own.
_OPENS_REASON = re.compile(
    rf"\b(?:{'|'.join(sorted(GRAMMAR['reason_nouns']))})\s+(?:for|to|against)\b"
    r"(?:(?!\b(?:was|were|is|are|had|has|have)\b)[^.;:,]){0,50}$",
    re.IGNORECASE,
)


def is_reason_for(text: str, start: int, at: int) -> bool:
    """True where a reason opens between an event and the place in the text where another one is named."""
    return start < at and _OPENS_REASON.search(text, start, at) is not None
