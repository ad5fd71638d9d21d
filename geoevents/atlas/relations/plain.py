"""Where an event at a place named without relation is: the point, the rung of precision and the honest uncertainty."""

from dataclasses import replace

from geoevents.atlas.mention import Precision, Spot
from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.relations.ground import Areas
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.values import maker

__all__ = ["plain_spot", "qualified"]


_spot = maker(Spot)
# Precision by kind (events.md 6).
_EXACT = frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat"})


_PRECISION: dict[str, Precision] = {
    "admin2": "adm2", "admin1": "adm1", "country": "country", "territory": "adm1", "sea": "macro_region",
    "strait": "macro_region", "river": "macro_region", "lake": "macro_region", "region": "macro_region",
    "macroregion": "macro_region",
}  # fmt: skip


_SETTLEMENT_KM, _EXACT_KM, _SMALL_ISLAND_KM = 3.0, 0.5, 10.0
_TOWN_KM = 6.0  # a camp, a hill or an old town of this radius is a place to pin, not a region


def plain_spot(place: Place, atlas: Areas) -> Spot:
    """Where an event at a place named without relation is; ``uncertainty_km`` by the ladder of ``events.md`` 6."""
    if place.kind in _EXACT:
        precision: Precision = "exact"
        km = max(_EXACT_KM, place.uncertainty_km or 0.0)
    elif place.kind in SETTLEMENTS:
        # a village of which only the district is known is no pin
        precision = "adm2" if place.method == "raion" else "settlement"
        km = max(_SETTLEMENT_KM, place.uncertainty_km or 0.0, place.radius_km or 0.0)
    elif place.kind == "region" and place.radius_km is not None and place.radius_km <= _TOWN_KM:
        precision, km = "settlement", max(_SETTLEMENT_KM, place.radius_km, place.uncertainty_km or 0.0)
    elif place.kind == "island":
        small = (place.radius_km or 0.0) <= _SMALL_ISLAND_KM
        precision, km = "exact" if small else "macro_region", place.radius_km or 1.0
    else:
        precision, km = _PRECISION[place.kind], place.radius_km or place.uncertainty_km or 25.0
    area = atlas.area(place.id) if precision in {"adm1", "macro_region", "country"} else None
    return _spot(name=place.name, lonlat=place.lonlat, precision=precision, uncertainty_km=km, area=area)


def qualified(base: Spot, phrase: RelationPhrase) -> Spot:
    """A spot that keeps the words of a relation which cannot be drawn any finer."""
    return replace(base, qualifier=phrase.qualifier)
