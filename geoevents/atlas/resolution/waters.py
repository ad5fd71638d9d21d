"""Names spoken of as of waters, though areas beside them have the same: "the [Red Sea]" is no province, "on the [Blue Nile]" neither."""

import re
from functools import lru_cache

from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.recognition.words import HEADS
from geoevents.atlas.resolution.contenders import Contenders, listed
from geoevents.atlas.resolution.phrases import Phrase

__all__ = ["is_water", "waters_of"]

_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_ON_THE = re.compile(
    r"\b(?:on|along|across|up|down|onto|crossed|crossing|(?:banks?|shores?|waters|mouth)\s+of)\s+the\s+$", re.IGNORECASE
)
_BEFORE = 20  # letters before a name that tell it


def is_water(text: str, span: NameSpan, phrase: Phrase) -> bool:
    """True for "the" before a name that ends in its class word, and for what one is on, along or across."""
    if phrase.head is not None or span.source == "demonym":
        return False
    if span.key.rpartition(" ")[2] in HEADS["water"]:
        return _THE.search(text, max(0, span.start - 5), span.start) is not None
    return phrase.article and _ON_THE.search(text, max(0, span.start - _BEFORE), span.start) is not None


@lru_cache(maxsize=1024)
def waters_of(found: Contenders) -> Contenders:
    """The seas, straits, rivers and lakes among the places of a name; all of them where there is none."""
    waters = [c for c in found.candidates if c.place.kind in _WATERS]
    return listed(waters[0].matched, waters) if waters else found


_WATERS = frozenset({"sea", "strait", "river", "lake"})
