"""Other keys of Belarusian and Ukrainian places: mixed endings ("Osipovichy"), districts by their adjective ("Darnytskyi district")."""

import re
from collections.abc import Iterable

from geoevents.atlas.compile.row import Row

__all__ = ["slavic_keys"]

_HARD = re.compile(r"(?<=[csz]h)[iy]\b")  # Russian writes i after ch, sh and zh, Belarusian y; newspapers mix them
_DISTRICT = re.compile(r"(.+(?:skyi|zkyi|nyi)) (?:raion|rayon|district)")
_OWN_AREA = frozenset({"UA.12", "UA.20"})  # cities that are a first-level area: their second level is their quarters


def slavic_keys(row: Row, keys: Iterable[str]) -> set[str]:
    """Keys of a row that follow from its folded names; those it has are not left out."""
    if row.country == "BY":
        return {_HARD.sub(letter, key) for key in keys for letter in "iy"}
    if row.country != "UA" or row.kind not in {"quarter", "admin2"}:
        return set()
    found = set()
    for key in keys:
        district = _DISTRICT.fullmatch(key)
        if district:
            found |= {f"{district[1]} {word}" for word in ("raion", "district")}
            if row.kind == "quarter" or row.admin1 in _OWN_AREA:
                found.add(district[1])
    return found
