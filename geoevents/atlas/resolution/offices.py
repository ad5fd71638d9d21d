"""Offices and bodies that say where a name is: the governor of a region rules no city, the police of a country acts at home."""

import re
from typing import Literal

from geoevents.atlas.recognition.cues import NameSpan, Sentence

__all__ = ["polices", "ruled_as"]

_GOVERN = frozenset({"governor", "governors"})
_OF_REGIONS = frozenset({"regional", "provincial"})
_RULE = _GOVERN | {
    "administration", "administrations", "government", "council", "authorities", "head", "chief", "prosecutor", "prosecutors",
    "military", "state", "civil",
}  # fmt: skip


def ruled_as(sentence: Sentence, span: NameSpan) -> Literal["before", "after"] | None:
    """Where the office stands: before the name in "the governor of X", after it in "X Governor", "X's governor" and "X regional
    military administration"; None where there is none.  "X regional hospital" is in the city, and "X Governor … in the city" goes on
    to speak of it."""
    words, at = sentence.words, span.last
    if "city" in words:
        return None
    at += words[at] in {"'s", "’s"}
    if words[at] in _GOVERN or (words[at] in _OF_REGIONS and words[at + 1] in _RULE):
        return "after"
    return "before" if words[span.first - 1] == "of" and words[span.first - 2] in _GOVERN else None


# Bodies that act at home; armies, ministers and officials speak of other countries too.
_BODIES = re.compile(
    r"(?P<owns>['’]s)?\s+(?:(?:federal|national|state|local|traffic|military|riot)\s+)?"
    r"(?:police|prosecutors?|firefighters|rescuers|paramedics|coroner|detectives|gendarmes|coastguards?|coast\s+guards?)\s+"
    r"(?:chief\s+|spokes\w+\s+|official\s+)?(?:have\s+|had\s+)?"
    r"(?:sa(?:id|ys?)|told|report(?:ed)?|confirmed|announced|arrested|detained|found|raided|shot|seized|killed|rescued|recovered|clashed)\b"
)


def polices(text: str, span: NameSpan) -> bool:
    """True for a people's adjective, or a state that owns, before its police or rescuers and what they say or do."""
    found = _BODIES.match(text, span.end)
    return found is not None and (found["owns"] is not None) != (span.source == "demonym")
