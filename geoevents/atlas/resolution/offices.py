"""Offices that rule a region: the name beside one is the region's, not that of the city it is called after."""

from typing import Literal

from geoevents.atlas.recognition.cues import NameSpan, Sentence

__all__ = ["ruled_as"]

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
