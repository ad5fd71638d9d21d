"""Which places lie in which: country, first- and second-level area by their codes, the rest by distance."""

import numpy as np
import numpy.typing as npt

from geoevents.atlas.place import Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.resolution.contenders import CLASS_ORDER, Codes, Contenders, Floats

__all__ = ["holds", "inside"]

_CLASS = {name: i for i, name in enumerate(CLASS_ORDER)}
_LEVEL = np.array(
    [{"country": 4, "macroregion": 5, "admin1": 3, "admin2": 2, "city": 1, "town": 1}.get(n, 0) for n in CLASS_ORDER]
)
_ROUND = np.array([name in {"island", "region", "macroregion"} for name in CLASS_ORDER])
_OF_A_TOWN = np.array([name in {"quarter", "village", "site", "town"} for name in CLASS_ORDER])
_AREAS = ("country", "admin1", "admin2")
_IS_AREA = np.array([float(name in _AREAS) for name in CLASS_ORDER])
_AROUND = 3.0  # radii of a second-level area within which a place of which only the first level is known may lie in it
_TOWN_KM = 30.0  # suburbs, airports and ports lie in or beside their city


def inside(held: Contenders, holders: Contenders) -> tuple[Floats, Floats]:
    """(held by holders: 1 where the one lies in the other, 1 for each holder that is an area by codes)."""
    held_class, holder_class = held.code("class"), holders.code("class")
    smaller = _LEVEL[held_class][:, None] < _LEVEL[holder_class]
    by_code = np.zeros(smaller.shape, dtype=bool)
    for level in _AREAS:
        by_code |= (holder_class == _CLASS[level]) & _same(held.code(level), holders.code(level))
    km = geometry.EARTH_KM * np.arccos(np.minimum(np.maximum(held.unit @ holders.unit.T, -1.0), 1.0))
    near = (holder_class == _CLASS["city"]) & _OF_A_TOWN[held_class][:, None] & (km < _TOWN_KM)
    level_2 = (holder_class == _CLASS["admin2"]) & (held.code("admin2") == 0)[:, None]
    by_code |= level_2 & _same(held.code("admin1"), holders.code("admin1")) & (km < _AROUND * holders.radius_km)
    round_area = _ROUND[holder_class] & (km < holders.radius_km) & ~_ROUND[held_class][:, None]
    return ((by_code & smaller) | near | round_area).astype(float), _IS_AREA[holder_class]


def _same(a: Codes, b: Codes) -> npt.NDArray[np.bool_]:
    return np.asarray((a[:, None] == b[None, :]) & (b[None, :] != 0))


def holds(holder: Place, place: Place) -> bool:
    """True where a country, admin-1 or admin-2 area holds a place, by the codes of the place."""
    if holder.id == place.id:
        return False
    if holder.kind == "country":
        return place.country == holder.country
    if holder.kind == "admin1":
        return place.admin1_id == holder.id
    if place.country != holder.country or place.admin1_id != holder.admin1_id:
        return False
    return place.admin2 == holder.name if place.admin2 else _within(holder, place)


def _within(holder: Place, place: Place) -> bool:
    """True where a place whose second-level area is unknown lies in the extent of one."""
    if holder.lonlat is None or place.lonlat is None:
        return False
    return geometry.distance_km(holder.lonlat, place.lonlat) <= (holder.radius_km or 0.0)
