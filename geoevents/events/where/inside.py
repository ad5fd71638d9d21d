"""Whether a place told later lies in the area told first: "in northern Mali", then "near Gossi"."""

from geoevents.atlas.mention import RUNGS
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.telling import Placed
from geoevents.events.where.qualifying import WATERS

__all__ = ["lies_in"]

_WIDER = 1.3  # how far beyond the circle of "northern Mali" a place that news calls northern may lie


def lies_in(fine: Placed, coarse: Placed) -> bool:
    """True for a finer place inside an area: a region, a country, or a part of one by the circle drawn for it."""
    here, area = fine.mention.place, coarse.mention.place
    if here is None or area is None or RUNGS.index(fine.spot.precision) >= RUNGS.index(coarse.spot.precision):
        return False
    if area.kind in WATERS:
        return False  # a port lies on a sea, not in it
    if coarse.spot.qualifier is None:
        if area.kind == "country":
            return here.country == area.country
        container = fine.mention.container
        if area.id in {here.admin1_id, container.id if container else None}:
            return True
    elif here.country != area.country:
        return False
    return coarse.spot.precision in _AREAS and _in_circle(fine, coarse)


_AREAS = frozenset({"adm2", "part_of_adm1", "macro_region"})


def _in_circle(fine: Placed, coarse: Placed) -> bool:
    a, b, reach = fine.spot.lonlat, coarse.spot.lonlat, coarse.spot.uncertainty_km
    return a is not None and b is not None and reach is not None and distance_km(a, b) <= reach * _WIDER
