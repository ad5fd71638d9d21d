"""What speaks for a candidate before any context: kind, size, own name, how it matched (``atlas.md`` 7)."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from anyascii import anyascii

from geoevents.atlas.names import fold
from geoevents.atlas.place import Place
from geoevents.atlas.relations.geometry import distance_km

__all__ = [
    "BARE_AREA_COST",
    "CLASS_NAMES",
    "Candidate",
    "behind_cities",
    "cut",
    "is_main",
    "like",
    "moved",
    "own_score",
    "ranked",
]

# How much a kind speaks for itself before any context, in units of log10 of population (atlas.md 7): countries and
# first-level areas are named far more often than their inhabitants' towns of the same size; a quarter is never first.
_KIND_WEIGHT = {
    "country": 3.0, "admin1": 0.9, "admin2": -2.0, "city": 0.5, "town": 0.2, "village": 0.0, "quarter": -2.0,
    "sea": 2.5, "strait": 2.0, "river": 1.2, "lake": 1.0, "island": 1.2, "region": 1.8, "macroregion": 3.0,
    "territory": 2.5, "plant": 1.0, "dam": 1.0, "bridge": 1.0, "airport": 0.0, "airbase": 0.3, "port": 1.0,
    "landmark": 1.0, "seat": 1.5,
}  # fmt: skip


_CURATED_AREA_POPULATION = 5.0  # log10: an area without a count stands beside a city of 100,000


_CURATED_POINT_POPULATION = 3.5  # the White House goes before a town of 15,000 in Tennessee


_TIER_COST = (0.0, 0.0, 0.3, 2.0, 0.5)


_ALTERNATE_COST = 1.3  # an alternate name loses to the same main name of a place twenty times smaller


_CAPITAL_BONUS = 1.5


# A namesake whose point is known goes before one that stands at the middle of its municipality (atlas.md 7).
_APPROXIMATE, _APPROXIMATE_COST = frozenset({"hromada", "raion"}), 0.3
# Counties, provinces and departments that maps of the world draw as first-level areas are named like those: Kent, Savoy.
_KNOWN_AREA_BONUS = _KIND_WEIGHT["admin1"] - _KIND_WEIGHT["admin2"]


BARE_AREA_COST = 2.0


CLASS_NAMES = ("Oblast", "Krai", "District", "Governorate", "Province")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean, with how it matched.

    ``tier``: 0 as written, 1 folded, 2 transliterated, 3 skeleton (misspelt), 4 after cutting a case ending.
    ``main`` tells the place's own name from an alternate one.  ``score`` orders candidates without any context.
    """

    place: Place
    tier: int
    matched: str
    main: bool
    score: float
    reason: str


def is_main(place: Place, key: str) -> bool:
    """True where a folded name is a place's own, with or without its class word."""
    own = fold(place.name)
    if "/" in place.name and key in {fold(part) for part in place.name.split("/")}:  # in two languages
        return True
    return own == key or (place.kind in {"admin1", "admin2"} and own.rsplit(" ", 1)[0] == key)


def own_score(place: Place, *, main: bool, tier: int) -> float:
    """What speaks for a place before any context: kind, log10 of population, its own name, the tier of the match."""
    size = math.log10(place.population) if place.population else _size(place)
    cost = _TIER_COST[tier] + (0.0 if main else _ALTERNATE_COST)
    if place.feature_code == "PPLC":
        cost -= _CAPITAL_BONUS if main else _CAPITAL_BONUS / 2  # Philadelphia is not first of all Amman
    if place.kind == "admin1" and place.name.endswith(CLASS_NAMES):
        cost += BARE_AREA_COST  # "Kherson" alone is the city
    if place.method in _APPROXIMATE:
        cost += _APPROXIMATE_COST
    if place.kind == "admin2" and place.source == "natural earth":
        cost -= _KNOWN_AREA_BONUS
    return size + _KIND_WEIGHT[place.kind] - cost


def _size(place: Place) -> float:
    """log10 of the inhabitants that a place without a count stands for."""
    if not place.pin:
        return _CURATED_AREA_POPULATION
    return _CURATED_POINT_POPULATION if place.source == "curated" else 2.0


NAMED_AFTER_FROM = 30_000  # inhabitants: Geneva alone is the city rather than the canton


def ranked(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates best first, each place once."""
    found = tuple(found)
    if len(found) < 2:
        return found
    best: dict[str, Candidate] = {}
    for c in found:
        if c.place.id not in best or c.score > best[c.place.id].score:
            best[c.place.id] = c
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.place.id)))


def behind_cities(found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates in which an area stands behind a city that lies in it and has its name: Geneva, Idlib, New York."""
    cities = [c for c in found if _is_seat(c.place)]
    if not cities:
        return list(found)
    out = []
    for c in found:
        if c.place.kind == "country" and not c.main:  # Tunis in Polish
            inside = [x.score for x in cities if x.main and x.place.country == c.place.country]
        else:
            inside = [x.score for x in cities if c.place.kind in _NAMED_AREAS and _has_its_name(x, c)]
        out.append(replace(c, score=round(min(c.score, max(inside) - 0.1), 3)) if inside else c)
    return out


def _is_seat(place: Place) -> bool:
    return place.pin and ((place.population or 0) >= NAMED_AFTER_FROM or place.feature_code == "PPLA")


_NAMED_AREAS = frozenset({"admin1", "admin2"})


def _has_its_name(city: Candidate, area: Candidate) -> bool:
    """True for a city in an area that shares its own name, or a spelling of it: Hodeidah; Hatay is not called after Antakya, which
    some call Hatay too."""
    alike = city.main or not area.main or like(city.place.name, area.place.name)
    return alike and _lies_in(city.place, area.place)


def like(name: str, other: str) -> bool:
    """True for two spellings of a name, an article aside: "As Salif" and "Salif"."""
    return _consonants(name) == _consonants(other)


@lru_cache(maxsize=4096)
def _consonants(name: str) -> str:
    """What two spellings of a name share: "Al Hudaydah" and "Hodeidah" are both "d", "Dar'a" and "Daraa" both "dr"."""
    bare = _ARTICLE.sub("", fold(name)).replace("c", "k").replace("q", "k")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]|[aeiouywh]", "", anyascii(bare)))


_ARTICLE = re.compile(r"^(?:a[dlnrstz]|ash|el)\s")


def _lies_in(city: Place, area: Place) -> bool:
    """True where a city is of an area by its codes, or by its distance where the area is only a part of a region."""
    if city.admin1_id == area.id:
        return True
    if city.country != area.country or city.lonlat is None or area.lonlat is None:
        return False
    return distance_km(city.lonlat, area.lonlat) <= (area.radius_km or 0.0)


def moved(c: Candidate, tier: int, reason: str) -> Candidate:
    return Candidate(
        place=c.place, tier=tier, matched=c.matched, main=c.main, score=c.score - _TIER_COST[tier], reason=reason
    )


def cut(found: Sequence[Candidate], limit: int) -> tuple[Candidate, ...]:
    keep = {"country", "admin1"}
    first = set(range(limit))
    return tuple(c for i, c in enumerate(found) if i in first or c.place.kind in keep)
