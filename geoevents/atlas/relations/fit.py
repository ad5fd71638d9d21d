"""How well a candidate lies where a relation says it does."""

import math

from geoevents.atlas.place import Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.phrase import RelationPhrase

__all__ = ["fits"]


def fits(phrase: RelationPhrase, anchor: Place, candidate: Place) -> float:
    """How well a candidate lies as the relation says, 0 to 1: falls with the angle (45°) and the distance (25 km)."""
    if anchor.lonlat is None or candidate.lonlat is None:
        return 0.5
    km = geometry.distance_km(anchor.lonlat, candidate.lonlat)
    told = phrase.distance_km
    off_km = abs(km - told) if told is not None else max(0.0, km - (anchor.radius_km or 1.0))
    score = math.exp(-off_km / 25.0)
    if phrase.bearings and km > 0.5:
        off = geometry.turn(geometry.bearing(anchor.lonlat, candidate.lonlat), phrase.bearings[0])
        score *= math.exp(-((off / 45.0) ** 2))
    return score
