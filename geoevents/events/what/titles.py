"""Titles of books, films and songs, which are no events: his opera "The Siege", the novel "Invasion"."""

import re

from geoevents.events.what.reading import Reading
from geoevents.events.what.subject import DATA
from geoevents.words import any_of

__all__ = ["is_title"]

# An operation and a slogan have capitals as well; a title stands behind what it is the title of.
_OPENED = re.compile(
    rf"\b(?:{any_of(DATA['with_titles'].split())})\b[^.;]{{0,30}}[“\"‘«](?:The\s+|An?\s+)?$", re.IGNORECASE
)
_BEFORE = 60  # letters before a noun in which that stands
# Words with capitals up to the closing mark; a stop or comma before that ends what somebody said.
_CLOSED = re.compile(r"(?:\s+(?:of|the|and|in|on|at|for|to|a|[A-Z][\w’'-]*)){0,6}[”\"’»]")


def is_title(r: Reading, i: int, last: int) -> bool:
    """True for a noun with a capital that opens a short quotation all of whose words have capitals, and which no stop ends."""
    first = r.tokens[i]
    if not first.text[0].isupper() or not _OPENED.search(r.text, max(0, first.start - _BEFORE), first.start):
        return False
    return _CLOSED.match(r.text, r.tokens[last - 1].end) is not None
