"""A text that speaks stands for whoever issued it: "The army issued a statement. … | The statement | said"."""

import re

from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of, cut_head

__all__ = ["TEXTS", "issued_by"]

TEXTS = frozenset(DATA["words"]["texts"])
_ISSUED = re.compile(
    r"(?:^|[.,:;”\"]\s*|\n)(?:In\s[^,.]{1,40},\s*)?(?P<who>(?:[Tt]he\s)?[A-Z][^,.;:()\n]{1,70}?)\s+"
    r"(?:has\s+|have\s+|had\s+|also\s+)?(?:issued|published|released|posted|sent\s+out|put\s+out)\s+"
    rf"(?:an?|the|its|their|another)\s+(?:[a-z]+\s+){{0,2}}(?:{any_of(DATA['words']['texts'])})\b"
)
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_REACH = 400  # letters from whoever issued a text to where it speaks


def issued_by(text: str, start: int) -> str | None:
    """Who issued the text that speaks at ``start``; None where the article names nobody shortly before."""
    found = list(_ISSUED.finditer(text, max(0, start - _REACH), start))
    return cut_head(_ARTICLE, found[-1]["who"]) if found else None
