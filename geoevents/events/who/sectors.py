"""What kind of speaker a name tells by its nouns: an army, a ministry, medics, a paper (``events.md`` 3.2, claimant_sector)."""

import re
from collections.abc import Iterable

from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of

__all__ = [
    "BODY_NOUNS",
    "OFFICES",
    "ON_THE_SPOT",
    "OF_A_SECTOR",
    "SECTOR_NOUNS",
    "is_body_of_a_state",
    "of_other_field",
    "sector_of",
    "speaks",
]

SECTOR_NOUNS = {
    sector: re.compile(r"\b(?:" + "|".join(re.escape(n) for n in nouns) + r")s?\b")
    for sector, nouns in DATA["sectors"].items()
}
OF_A_SECTOR = re.compile("|".join(pattern.pattern for pattern in SECTOR_NOUNS.values()))


# Offices that one person holds.
OFFICES = frozenset(DATA["words"]["offices"])

BODY_NOUNS = frozenset(DATA["words"]["body_nouns"])
_FIELDS = frozenset(DATA["words"]["fields"])
# Sectors of those who speak of what happened where they are: governors and mayors, medics, police, residents.
ON_THE_SPOT = frozenset({"LOC", "MED", "POL", "CVL"})


_FIELD, _OF_A_STATE = any_of(sorted(_FIELDS)), any_of(sorted(DATA["words"]["bodies_of_a_state"]))
_BODY = re.compile(rf"(?:(?:{_FIELD})\s+)?(?:{_OF_A_STATE})(?:\s+of\s+(?:the\s+)?(?:{_FIELD}))?", re.IGNORECASE)


def is_body_of_a_state(name: str) -> bool:
    """True for a body of which every state has one, without a word on whose it is: "army", "Defence Ministry"."""
    return _BODY.fullmatch(name) is not None


def of_other_field(words: Iterable[str], others: Iterable[str]) -> bool:
    """True for two bodies told apart by their fields: "the health ministry" is not the foreign ministry."""
    mine, theirs = _FIELDS.intersection(words), _FIELDS.intersection(others)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


_RUN = re.compile(r"\w+")
# The first word of each noun of a sector: a name without any of them has none of its nouns.
_OPENINGS = {
    sector: frozenset(form for noun in nouns for first in _RUN.findall(noun)[:1] for form in (first, f"{first}s"))
    for sector, nouns in DATA["sectors"].items()
}
_SECTOR_NAMES = {"MED_A": "MEDIA", "CVL_A": "CVL", "LOC_A": "LOC", "HEALTH": "MED"}


def sector_of(name: str) -> str | None:
    """The sector that a name in small letters tells by its nouns ("MIL", "GOV", "MEDIA"); None if it tells none."""
    if (
        name.startswith(("general ", "colonel general ", "major ", "captain ", "lieutenant "))
        and "assembly" not in name
    ):
        return "MIL"  # a rank before a name; "secretary-general" is none
    words = _RUN.findall(name)
    for sector, openings in _OPENINGS.items():
        if not openings.isdisjoint(words) and SECTOR_NOUNS[sector].search(name):
            return _SECTOR_NAMES.get(sector, str(sector))
    return None


_TELLS = frozenset(DATA["words"]["tells"])


def speaks(noun: str) -> bool:
    """True for a noun of people, bodies or papers that tell: "officials", "data"."""
    return noun in _TELLS or noun.removesuffix("s") in _TELLS or sector_of(noun) is not None
