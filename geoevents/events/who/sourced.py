"""A source told in a sentence of its own behind what it tells: "Troops took X. This was reported by the General Staff"."""

import re
from collections.abc import Sequence

from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.who.attribution import STANCES, TOLD_ON
from geoevents.events.who.claim import Claim
from geoevents.values import replace

__all__ = ["sourced"]

# All that is said is "this": "said | this in a post on Telegram.", "This was | reported by", "That is according to the army."
_BARE = re.compile(
    r"\s*(?:this\b|(?:that|it)\b(?=\s+(?:was|is|has)\b|\s*[.,]?\s*$))(?:\s+(?:was|is|has\s+been|also)\b)*\s*"
    r"(?:according\s+to\s.*|(?:in|on|via|through|to|at|during|late|early)\s[^,;:]{1,60}?)?(?:[.,].*)?",
    re.IGNORECASE | re.DOTALL,
)


def sourced(text: str, sentence: Sentence, before: Sequence[Telling]) -> list[Telling]:
    """The tellings without a source of its paragraph, or of the one before, where a sentence only says who tells them."""
    claim = next((c for c in sentence.claims if _says_this(text, c)), None)
    if claim is None:
        return []
    segment = sentence.segment
    opens = not any(t.segment.paragraph == segment.paragraph for t in before)
    paragraph = segment.paragraph - 1 if opens else segment.paragraph
    return [
        replace(t, claims=(claim,), stance=STANCES[claim.modality])
        for t in before
        if t.segment.paragraph == paragraph
        and t.segment.section == segment.section
        and not t.claims
        and t.hit.category in TOLD_ON
    ]


def _says_this(text: str, claim: Claim) -> bool:
    plain = claim.modality in {"says", "announces", "confirms"} and not (claim.act or claim.anaphoric or claim.seconds)
    return plain and _BARE.fullmatch(text, claim.scope_start, claim.scope_end) is not None
