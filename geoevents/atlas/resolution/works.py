"""The power station, refinery or terminal that "the X nuclear plant", "the X power station" means, where the atlas has it.

Wires shorten such names freely: what the atlas knows as "X Nuclear Power Plant" is written X plant, X nuclear station.
"""

import re
from typing import Protocol

from geoevents.atlas.place import Kind, Place
from geoevents.atlas.scoring import Candidate
from geoevents.words import data_of

__all__ = ["works_named"]


class Names(Protocol):
    """Whatever knows places by name: the gazetteer."""

    def candidates(self, name: str, *, kinds: frozenset[Kind] | None = None) -> tuple[Candidate, ...]:
        """Places of a name."""


_DATA = data_of("geoevents.atlas.resolution", "works.toml")
_NAMED: dict[str, list[str]] = _DATA["named"]
_BARE = frozenset(_DATA["bare"]["words"])
_ABOUT = re.compile(rf"\b(?:{'|'.join(_DATA['bare']['if_article_says'])})\b", re.IGNORECASE)
_WORKS: frozenset[Kind] = frozenset({"plant", "port", "dam"})


def works_named(name: str, facility: str, place: Place, atlas: Names, *, text: str) -> Place | None:
    """The works that ``facility`` ("Rivne nuclear station") names by the place ``name``; None where the atlas has none.

    Only works of the country of ``place`` count.  A bare "X plant" means the nuclear one where ``text`` speaks of one.
    """
    words = facility[len(name) :].lower().split()
    full = [form for word in words if word in _NAMED for form in _NAMED[word]]
    if not full and len(words) == 1 and words[0] in _BARE and _ABOUT.search(text):
        full = _NAMED["nuclear"]
    for form in dict.fromkeys(full):
        for found in atlas.candidates(f"{name} {form}", kinds=_WORKS)[:1]:
            if found.place.country == place.country:
                return found.place
    return None
