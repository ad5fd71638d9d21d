"""Names that stand for a place without being in a gazetteer: shortened areas, peoples, longer names around a place."""

from functools import lru_cache

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.atlas.scoring import Candidate
from geoevents.words import data_of

__all__ = ["LETTERED", "abbreviated", "inner_names", "people_of", "with_wind"]

_DATA = data_of("geoevents.atlas.recognition", "short_names.toml")
_AREAS: dict[str, str] = _DATA["areas"]
LETTERED: dict[str, str] = _DATA["lettered"]

_STRONG = 4.0  # own score of an inner name that stands for itself: a town of 10,000, an area, a country (scoring.py)
_INNER_LIMIT = 12


def abbreviated(text: str, atlas: Gazetteer) -> tuple[Candidate, ...]:
    """The area or city that a name shortened with dots stands for; () for any other name."""
    key = fold(text)
    meant = LETTERED.get(text) or (_AREAS.get(key) if "." in text else None)
    place = _place(atlas, meant) if meant else None
    return (_candidate(place, key, f"short for {place.name}"),) if place else ()


def with_wind(text: str) -> str | None:
    """The name in which a wind is written out: "N. Kivu"; None for any other."""
    wind = _WINDS.get(text[:3])
    return None if wind is None else wind + text[3:]


_WINDS = {f"{word[0]}. ": f"{word} " for word in ("North", "South", "East", "West")}


def people_of(key: str, atlas: Gazetteer) -> Place | None:
    """The country or area of a folded people or adjective; None where the atlas has none."""
    meant = DEMONYMS.get(key)
    return None if meant is None else _place(atlas, meant) if ":" in meant else atlas.country(meant)


def _place(atlas: Gazetteer, place_id: str) -> Place | None:
    try:
        return atlas.place(place_id)
    except KeyError:
        return None


def _candidate(place: Place, key: str, reason: str) -> Candidate:
    return Candidate(place=place, tier=1, matched=key, main=True, score=6.0, reason=reason)


@lru_cache(maxsize=4096)
def inner_names(text: str, atlas: Gazetteer) -> tuple[Candidate, ...]:
    """Places that part of a longer name names ("Cavan" in "Cavan County Council", "Bank of Japan"): the longest part wins.

    Only names that stand for themselves count: an area, a country, a people, a town that is somebody's first thought.
    """
    words = text.replace("/", " ").split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            found = _named(" ".join(part).strip(",.'’"), atlas) if part[0][:1].isupper() else ()
            if found:
                return found
    return ()


def _named(part: str, atlas: Gazetteer) -> tuple[Candidate, ...]:
    key = fold(part.removesuffix("'s").removesuffix("’s"))
    place = people_of(key, atlas)
    if place is not None:
        return (_candidate(place, key, f"named after {place.name}"),)
    found = atlas.candidates(key, limit=_INNER_LIMIT)
    return found if found and found[0].score >= _STRONG and len(key) > 2 else ()
