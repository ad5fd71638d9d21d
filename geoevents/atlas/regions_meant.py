"""Names of a town and of the region around it, where the words on them tell that the region is meant: "northern Idlib"."""

from collections.abc import Mapping, Sequence

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.words import is_rural
from geoevents.atlas.resolution.phrases import Phrase
from geoevents.atlas.resolution.resolve import Resolved
from geoevents.values import replace

__all__ = ["regions_meant", "without_countryside"]

_METROPOLIS = 1_000_000  # inhabitants: "eastern Aleppo" is a part of the city
_LEAST_KM = 25.0  # radius of a region that has more than the town in it
_QUARTER_KM = 20.0
_TOWNS = frozenset({"city", "town"})
_REGIONS = ("territory", "admin1")  # the Gaza Strip goes before the governorate of Gaza


def regions_meant(
    answers: Sequence[Resolved],
    spans: Sequence[NameSpan],
    told: Sequence[Phrase],
    relations: Mapping[int, RelationPhrase],
    atlas: Gazetteer,
) -> list[Resolved]:
    """The answers, with the region of its name for a town that a compass word or "countryside" stands before, where the article
    names no quarter of the town."""
    quarters = [a.place for a in answers if a.place is not None and a.place.kind == "quarter"]
    found = list(answers)
    for i, relation in relations.items():
        place = answers[i].place
        if place is None or place.kind not in _TOWNS or told[i].head is not None:
            continue
        parted = relation.kind == "part_of" and relation.bearings and (place.population or 0) < _METROPOLIS
        if not parted and not is_rural(relation):
            continue
        region = _region(place, spans[i].text, atlas)
        if region is not None and not any(_beside(q, place) for q in quarters):
            reason = f"{relation.qualifier}: the region around {place.name}"
            found[i] = replace(answers[i], place=region, reasons=(reason, *answers[i].reasons))
    return found


def _region(town: Place, name: str, atlas: Gazetteer) -> Place | None:
    """The wide area of a town's name that holds the town."""
    areas = [c.place for c in atlas.candidates(name) if c.place.kind in _REGIONS and c.place.country == town.country]
    wide = [a for a in areas if (a.radius_km or 0.0) >= _LEAST_KM or a.kind == "territory"]
    holding = [a for a in wide if town.admin1_id == a.id or _beside(town, a, a.radius_km or 0.0)]
    return min(holding, key=lambda a: _REGIONS.index(a.kind), default=None)


def _beside(a: Place, b: Place, km: float = _QUARTER_KM) -> bool:
    return a.lonlat is not None and b.lonlat is not None and distance_km(a.lonlat, b.lonlat) <= km


def without_countryside(
    relations: Mapping[int, RelationPhrase], answers: Sequence[Resolved]
) -> dict[int, RelationPhrase]:
    """The relations without "the countryside of" a region, which is the region."""
    return {
        i: r
        for i, r in relations.items()
        if not (is_rural(r) and r.kind == "near" and (p := answers[i].place) is not None and p.kind in _WIDE)
    }


_WIDE = frozenset({"admin1", "admin2", "territory", "region", "country"})
