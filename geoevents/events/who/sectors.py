"""What kind of speaker a name tells by its nouns: an army, a ministry, medics, a paper (``events.md`` 3.2, claimant_sector)."""

import re

from geoevents.events.who.claim_words import DATA

__all__ = ["BODY_NOUNS", "FIELDS", "OFFICES", "OF_A_SECTOR", "SECTOR_NOUNS", "sector_of", "speaks"]

SECTOR_NOUNS = {
    sector: re.compile(r"\b(?:" + "|".join(re.escape(n) for n in nouns) + r")s?\b")
    for sector, nouns in DATA["sectors"].items()
}
OF_A_SECTOR = re.compile("|".join(pattern.pattern for pattern in SECTOR_NOUNS.values()))


# Offices that one person holds.
OFFICES = frozenset(DATA["words"]["offices"])

BODY_NOUNS = frozenset(DATA["words"]["body_nouns"])
FIELDS = frozenset(DATA["words"]["fields"])


_SECTOR_NAMES = {"MED_A": "MEDIA", "CVL_A": "CVL", "LOC_A": "LOC", "HEALTH": "MED"}


def sector_of(name: str) -> str | None:
    """The sector that a name in small letters tells by its nouns ("MIL", "GOV", "MEDIA"); None if it tells none."""
    if (
        name.startswith(("general ", "colonel general ", "major ", "captain ", "lieutenant "))
        and "assembly" not in name
    ):
        return "MIL"  # a rank before a name; "secretary-general" is none
    for sector, pattern in SECTOR_NOUNS.items():
        if pattern.search(name):
            return _SECTOR_NAMES.get(sector, str(sector))
    return None


_TELLS = frozenset(DATA["words"]["tells"])


def speaks(noun: str) -> bool:
    """True for a noun of people, bodies or papers that tell: "officials", "data"."""
    return noun in _TELLS or noun.removesuffix("s") in _TELLS or sector_of(noun) is not None
