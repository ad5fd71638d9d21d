"""The places a name may mean, as arrays: what can be said of each before the article is looked at (``places.md`` 4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.place import SETTLEMENTS, Kind, Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.scoring import CLASS_NAMES, Candidate

__all__ = [
    "CLASS_AT",
    "CLASS_ORDER",
    "CODES",
    "OWN_AT",
    "OWN_FEATURES",
    "SETTLED",
    "Contenders",
    "contenders",
    "listed",
]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

# Candidates of a name that are weighed.  Names like "Andriivka" have more than a hundred places, of which the area that the
# text names holds one or two.
LIMIT = 150

# Kinds that the weights tell apart; a handful of kinds is too rare in the corpora to have a weight of its own.
CLASSES: dict[Kind, str] = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "city": "city", "town": "town", "village": "village",
    "quarter": "quarter", "sea": "sea", "strait": "sea", "river": "water", "lake": "water", "island": "island",
    "region": "region", "territory": "region", "macroregion": "macroregion", "plant": "site", "dam": "site",
    "bridge": "site", "airport": "site", "airbase": "site", "port": "site", "landmark": "site", "seat": "site",
}  # fmt: skip
CLASS_ORDER = tuple(dict.fromkeys(CLASSES.values()))
CLASS_AT = {name: i for i, name in enumerate(CLASS_ORDER)}
SETTLED = np.array([name in SETTLEMENTS for name in CLASS_ORDER])
_KIND_AT = {kind: CLASS_AT[name] for kind, name in CLASSES.items()}
_SEATS = {"PPLC": "capital", "PPLA": "seat_of_admin1", "PPLA2": "seat_of_admin2", "PPLA3": "seat_of_admin3",
          "PPLA4": "seat_of_admin3", "PPLA5": "seat_of_admin3"}  # fmt: skip

OWN_FEATURES = (
    *(f"is_{name}" for name in CLASS_ORDER),
    "log_population", "population_unknown", "own_name", "spelled_the_same", "longer_name", "transliterated", "misspelt",
    "inflected", "inner_name", "unlikeness", "capital", "seat_of_admin1", "seat_of_admin2", "seat_of_admin3", "bare_area",
    "own_score", "behind_first", "behind_largest", "first_in_country", "first_in_admin1", "same_as_its_city", "only_one",
)  # fmt: skip
CODES = ("country", "admin1", "admin2", "class", "named_the", "place")
OWN_AT = {name: i for i, name in enumerate(OWN_FEATURES)}


@dataclass(frozen=True, slots=True, eq=False)
class Contenders:
    """Candidates of one written name, best first, with their own features (rows) and where they lie.

    ``codes`` has the columns of CODES: codes of areas that are equal where the areas are (0: none), the number in
    ``CLASS_ORDER``, 1 where the place is called "The ...", and a code of the place.  ``alike`` has the numbers of the first
    candidates in the same country, admin-1 and admin-2 area.  ``unit`` are the points as unit vectors (NaN-free: a place
    without a point has the zero vector).  ``none`` is what speaks for none of them: NIL_FEATURES, as far as the name tells.
    """

    candidates: tuple[Candidate, ...]
    own: Floats
    codes: Codes
    alike: Codes
    unit: Floats
    radius_km: Floats
    none: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.candidates)

    def code(self, name: str) -> Codes:
        """One column of ``codes``."""
        return self.codes[:, CODES.index(name)]


@lru_cache(maxsize=4096)
def contenders(atlas: Gazetteer, text: str, *, fuzzy: bool, region: bool = False) -> Contenders:
    """Contenders for a name as written; none where the atlas knows no such name.  News repeats names: they are kept.

    ``region``: the text calls it a region or a province.
    """
    if region:
        plain = contenders(atlas, text, fuzzy=fuzzy, region=False)  # as a bare name asks: one memory for both
        found = _without_municipalities(plain.candidates)
        return plain if len(found) == len(plain) else listed(text, found)
    return listed(text, _without_exonyms(atlas.candidates(text, fuzzy=fuzzy, limit=LIMIT)))


def _without_municipalities(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Without areas that are a city alone, where another area of that country has the name: the city of Moscow is not
    "the Moscow region"."""
    cities = {c.place.admin1_id for c in found if c.place.kind == "city" and c.main}
    areas = [c.place for c in found if c.place.kind == "admin1"]
    around = {p.country for p in areas if p.id not in cities}
    alone = {p.id for p in areas if p.id in cities and p.country in around}
    return [c for c in found if c.place.id not in alone] if alone else found


_LARGE = 100_000  # inhabitants of a city that is meant by its own name


def _without_exonyms(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Without countries that only another language calls so, where a large city has the name: "Granada" is not Grenada."""
    if any(c.main and c.place.kind == "city" and (c.place.population or 0) >= _LARGE for c in found):
        return [c for c in found if c.main or c.place.kind != "country"]
    return found


def listed(text: str, found: Sequence[Candidate], *, inner: bool = False) -> Contenders:
    """Candidates as arrays.  ``inner``: the name is only a part of what is written ("Cavan" in "Cavan Town Hall")."""
    places = [c.place for c in found]
    codes = [_codes(p) for p in places]
    units = [geometry.unit(p.lonlat) if p.lonlat else (0.0, 0.0, 0.0) for p in places]
    return Contenders(
        candidates=tuple(found),
        own=_own(text, found, inner=inner),
        codes=np.array(codes, dtype=np.int64).reshape(len(places), len(CODES)),
        alike=np.array(_alike(codes), dtype=np.int64).reshape(len(places), _AREAS),
        unit=np.array(units).reshape(len(places), 3),
        radius_km=np.array([p.radius_km or 0.0 for p in places]),
        none=(1.0, found[0].tier == 3, found[0].score, 1.0 / len(found), 0.0, inner) if found else (),
    )


_AREAS = 3  # of CODES, which come first


def _alike(codes: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """For each place the numbers of the first ones that have the same code of each area."""
    first: list[dict[int, int]] = [{} for _ in range(_AREAS)]
    return [
        tuple([of.setdefault(code, k) for of, code in zip(first, row, strict=False)]) for k, row in enumerate(codes)
    ]


def _codes(place: Place) -> tuple[int, ...]:
    """CODES of a place: the areas that hold it, its own among them (equal areas have equal codes within one process), its
    class, whether it is called "The ...", itself."""
    country = hash(place.country) if place.country else 0
    admin1 = place.id if place.kind == "admin1" else place.admin1_id
    name = place.name if place.kind == "admin2" else place.admin2
    return (
        country,
        hash(admin1) if admin1 else 0,
        hash((place.country, place.admin1_id, name)) if name else 0,
        _KIND_AT[place.kind],
        place.name.startswith("The "),
        hash(place.id),
    )


def _own(text: str, found: Sequence[Candidate], *, inner: bool) -> Floats:
    rows = np.zeros((len(found), len(OWN_FEATURES)))
    if not found:
        return rows
    words = len(fold(text).split())
    first, largest = max(c.score for c in found), max(_size(c.place) for c in found)
    countries: set[str | None] = set()
    areas: set[str | None] = set()
    cities = {c.place.admin1_id for c in found if c.place.kind in SETTLEMENTS and c.main}
    for row, c in zip(rows, found, strict=True):
        _describe(row, c, text, words, inner=inner)
        row[OWN_AT["behind_first"]] = min(first - c.score, 5.0)
        if c.place.kind in SETTLEMENTS:
            row[OWN_AT["behind_largest"]] = largest - _size(c.place)
        row[OWN_AT["first_in_country"]] = c.place.country not in countries
        row[OWN_AT["first_in_admin1"]] = c.place.admin1_id not in areas
        row[OWN_AT["same_as_its_city"]] = c.place.kind == "admin1" and c.place.id in cities
        countries.add(c.place.country)
        areas.add(c.place.admin1_id)
    rows[:, OWN_AT["only_one"]] = len(found) == 1
    return rows


def _size(place: Place) -> float:
    """log10 of the inhabitants of a settlement; a hundred where they are unknown, as for most hamlets."""
    return float(np.log10(max(place.population or 100, 10))) if place.kind in SETTLEMENTS else 2.0


def _describe(row: Floats, c: Candidate, text: str, words: int, *, inner: bool) -> None:
    """What one candidate says of itself."""
    place = c.place
    row[_KIND_AT[place.kind]] = 1.0
    row[OWN_AT["log_population"]] = _size(place) if place.kind in SETTLEMENTS else 0.0
    row[OWN_AT["population_unknown"]] = place.kind in SETTLEMENTS and not place.population
    row[OWN_AT["own_name"]] = c.main
    row[OWN_AT["spelled_the_same"]] = place.name.casefold() == text.casefold()
    row[OWN_AT["longer_name"]] = c.main is False and len(fold(place.name).split()) > words
    row[OWN_AT["transliterated"]] = c.tier == 2
    row[OWN_AT["misspelt"]] = c.tier == 3
    row[OWN_AT["inflected"]] = c.tier == 4
    row[OWN_AT["inner_name"]] = inner
    row[OWN_AT["unlikeness"]] = _unlikeness(c, text)
    seat = _SEATS.get(place.feature_code or "")
    if seat:
        row[OWN_AT[seat]] = 1.0
    row[OWN_AT["bare_area"]] = place.kind == "admin1" and place.name.endswith(CLASS_NAMES)
    row[OWN_AT["own_score"]] = c.score


def _unlikeness(c: Candidate, text: str) -> float:
    """0 for a name that is found as written, up to 1 for one that only sounds alike."""
    if c.tier != 3:
        return 0.0
    from rapidfuzz import fuzz

    return 1.0 - fuzz.ratio(fold(text), fold(c.place.name)) / 100.0
