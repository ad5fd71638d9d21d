"""States of one country told in one list: "Michigan, New York and Ohio" names no city."""

from geoevents.atlas.resolution.constraints import lifted
from geoevents.atlas.resolution.contenders import CLASS_AT, SETTLED, Floats
from geoevents.atlas.resolution.evidence import Scene

__all__ = ["hold_to_lists"]

_IN_LIST = 300.0  # times likelier, as for an address
_OTHERS = 2  # members of a list that must be first-level areas of one country
_STATE = CLASS_AT["admin1"]


def hold_to_lists(scene: Scene, shares: Floats) -> Floats:
    """Shares with the first-level areas weighed for it where most other members of their list are such areas of their country."""
    listed = [k for k in range(len(scene.starts)) if scene.name(k).lists]
    if len(listed) <= _OTHERS:
        return shares
    best, out = scene.best(shares), shares
    for k in listed:
        rows = scene.rows(k)
        states = scene.classes[rows] == _STATE
        if states.any() and scene.classes[best[k]] != _STATE:
            mates = [best[m] for m in listed if scene.apart[k, m] and scene.name(m).lists & scene.name(k).lists]
            country = _country_of(scene, mates)
            if country is not None:
                out = out.copy() if out is shares else out
                out[rows] = lifted(shares[rows], (states & (scene.country[rows] == country)).astype(float), _IN_LIST)
    return out


def _country_of(scene: Scene, mates: list[int]) -> int | None:
    """The one country of which other members of a list are first-level areas, few of them towns; None if there is none."""
    classes = scene.classes[mates]
    states = classes == _STATE
    countries = set(scene.country[mates][states].tolist())
    if states.sum() < _OTHERS or len(countries) > 1 or SETTLED[classes].sum() * _OTHERS > states.sum():
        return None
    return int(countries.pop())
