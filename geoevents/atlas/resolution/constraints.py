"""What a text states of where a name lies, held against what the name was taken for (``places.md`` 5.5).

A stated distance ("X, 12 km north of Y") leaves a namesake little chance, at either end: it weighs more than size, company
and prominence together.  Where no place of the name lies so, none is meant that the atlas knows.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.recognition.words import HEAD_OF
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.words import is_rural
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.evidence import Held, Scene
from geoevents.atlas.resolution.name_groups import NameGroup
from geoevents.atlas.resolution.quarters import QUARTERS

__all__ = ["Misfit", "hold_to_addresses", "hold_to_areas", "hold_to_distances", "lifted"]

_WEIGHT = 3000.0  # times likelier: of a pair of namesakes one in some thousands lies as told by chance
_SURE = 0.5  # share that the places of the reference's name must have for the other name to be refused by it
_CHANCE = 0.1  # of that, what may speak for a reference near the other place
_WIDE = frozenset({"country", "macroregion", "sea", "river", "region"})
_LEAST_FIT = 0.02
_SMALL = (
    20_000  # inhabitants: larger places are told by a direction over hundreds of kilometres ("Odesa, south of Kyiv")
)
_CITY = 100_000  # inhabitants from which a place is meant whatever a distance says
_LARGE_CITY = 500_000  # inhabitants from which a city is meant though it is told to be in another country's province
_FAR_KM = 150.0  # a small place is told by a direction or nearness from no farther


@dataclass(frozen=True, slots=True)
class Misfit:
    """A name whose places all lie elsewhere than told: how far the likeliest lies from the place of reference."""

    told: str
    reference: str
    km: float

    @property
    def reason(self) -> str:
        """Why the name stays without a place, in a line."""
        return f"told to lie {self.told} {self.reference}, but the likeliest place of that name is {self.km:.0f} km from it"


def hold_to_distances(scene: Scene, shares: Floats) -> tuple[Floats, Mapping[int, Misfit]]:
    """(shares with both ends of every stated distance weighed by how well they fit, misfits by live group)."""
    out, misfits = shares, {}
    for k, anchor, relation in scene.stated():
        if not relation.apposed:
            continue
        if relation.distance_km is not None:
            out = _weighed(scene, k, anchor, relation, out)
        misfit = _misfit(scene, k, anchor, relation, out)
        if misfit is not None:
            misfits[k] = misfit
    return out, misfits


def _weighed(scene: Scene, k: int, anchor: int, relation: RelationPhrase, shares: Floats) -> Floats:
    """Shares in which a pair of candidates that lie as told counts for thousands of others."""
    mine, theirs = scene.rows(k), scene.rows(anchor)
    fit = _fits(scene, k, anchor, relation)
    if not fit.any():
        return shares
    out = shares.copy()
    for rows, support in ((mine, fit @ shares[theirs]), (theirs, shares[mine] @ fit)):
        out[rows] = lifted(shares[rows], support, _WEIGHT)
    return out


def lifted(shares: Floats, support: Floats, times: float) -> Floats:
    """Shares of the candidates of one name, of which those that what is told supports are that many times likelier."""
    weight = shares * (1.0 + times * support)
    rest = max(0.0, 1.0 - float(shares.sum()))
    return np.asarray(weight / (weight.sum() + rest), dtype=np.float64)


def _fits(scene: Scene, k: int, anchor: int, relation: RelationPhrase) -> Floats:
    """How well each candidate (row) lies as told from each candidate of the anchor (column), 0 to 1."""
    told = relation.distance_km or 0.0
    dots = np.clip(scene.unit[scene.rows(k)] @ scene.unit[scene.rows(anchor)].T, -1.0, 1.0)
    off = np.abs(geometry.EARTH_KM * np.arccos(dots) - told)
    slack = 5.0 + (0.4 if relation.approximate else 0.25) * told
    fit = np.where(off < 3 * slack, np.exp(-((off / slack) ** 2)), 0.0)
    if relation.bearings:
        for i, j in np.argwhere(fit > _LEAST_FIT).tolist():
            fit[i, j] *= _along(scene.candidate(anchor, j), scene.candidate(k, i), relation.bearings[0])
    return np.asarray(fit, dtype=np.float64)


def _along(start: Place, end: Place, degrees: float) -> float:
    """1 on the bearing, falling with the angle; near the start the angle says little."""
    if start.lonlat is None or end.lonlat is None or start.id == end.id:
        return 0.0
    return math.exp(-((geometry.turn(geometry.bearing(start.lonlat, end.lonlat), degrees) / 60.0) ** 2))


def _misfit(scene: Scene, k: int, anchor: int, relation: RelationPhrase, shares: Floats) -> Misfit | None:
    """A misfit where the likeliest place is not where it is told to lie from all that the place of reference may well be."""
    mine, theirs = scene.rows(k), shares[scene.rows(anchor)]
    place = scene.candidate(k, int(shares[mine].argmax()))
    lies = _lying(relation, place)
    if lies is None or theirs.sum() < (_SURE_NEAR if relation.kind == "near" else _SURE):
        return None
    anchors = [scene.candidate(anchor, j) for j in range(len(theirs))]
    apart = [_apart(place, reference) for reference in anchors]
    near = sum(
        float(share)
        for share, km, reference in zip(theirs, apart, anchors, strict=True)
        if km is None
        or (
            lies[0] <= km + (reference.radius_km or 0.0)
            and km <= lies[1]
            and _is_towards(reference, place, relation, km)
        )
    )
    likeliest = int(theirs.argmax())
    km = apart[likeliest]
    if km is None or near > _CHANCE * float(theirs.sum()):
        return None
    if (
        relation.kind == "near" and anchors[likeliest].kind not in SETTLEMENTS
    ):  # "near Lake Y" is often read as a town Y
        return None
    return Misfit(told=_words(relation), reference=anchors[likeliest].name, km=km)


_SURE_NEAR = 0.9  # as _SURE, where nothing but nearness is told
_NEAR_KM = 50.0
_LEAST_SLACK_KM, _SLACK = 30.0, 0.4  # how far off a stated distance may be, at least and as a share of it
_CITY_SLACK_KM, _CITY_SLACK = (
    150.0,
    2.0,
)  # the same for a larger place, which is known and whose distance is told loosely


def _lying(relation: RelationPhrase, place: Place) -> tuple[float, float] | None:
    """(nearest, farthest kilometres) at which a place may lie for what is told; None where that refuses no such place."""
    unsure, small = place.uncertainty_km or 0.0, _is_small(place)
    if relation.distance_km is not None:
        if not _is_small(place, _CITY):
            return None
        least, share = (_LEAST_SLACK_KM, _SLACK) if small else (_CITY_SLACK_KM, _CITY_SLACK)
        slack = max(least, share * relation.distance_km) + unsure
        return relation.distance_km - slack, relation.distance_km + slack
    if not small or (relation.kind != "near" and not relation.bearings):
        return None
    return 0.0, (_NEAR_KM if relation.kind == "near" and not is_rural(relation) else _FAR_KM) + unsure


_TURN = 75.0  # degrees between a stated wind and where a place lies; below _LEAST_SLACK_KM the angle says little


def _is_towards(reference: Place, place: Place, relation: RelationPhrase, km: float) -> bool:
    """False where a small place lies in another direction than told along with a distance."""
    if not relation.bearings or relation.distance_km is None or km <= _LEAST_SLACK_KM or not _is_small(place):
        return True
    if place.lonlat is None or reference.lonlat is None:
        return True
    return geometry.turn(geometry.bearing(reference.lonlat, place.lonlat), relation.bearings[0]) <= _TURN


def _apart(place: Place, reference: Place) -> float | None:
    """Kilometres from the edge of a reference to a place; None where its extent tells nothing (a country, no point)."""
    if place.lonlat is None or reference.lonlat is None or reference.kind in _WIDE or place.id == reference.id:
        return None
    return max(0.0, geometry.distance_km(reference.lonlat, place.lonlat) - (reference.radius_km or 0.0))


_IN_ADDRESS = 300.0  # times likelier: a namesake in the very area that is named behind it is hardly there by chance
_HOLDS = frozenset({"country", "admin1", "admin2"})
_ADDRESSED = frozenset(
    {"country", "admin1", "city"}
)  # what a comma alone puts a name in: a state, or the city of a quarter


def hold_to_addresses(scene: Scene, shares: Floats) -> Floats:
    """Shares with the places inside told areas weighed for it: "X, Y region, Z" and "X in Y" name a place in Y, though a city
    elsewhere is better known by that name.  In "Enid, Oklahoma" the state is meant, since Oklahoma City lies far from Enid."""
    out = shares
    for held in scene.put_in():
        mine, theirs = scene.rows(held.group), scene.rows(held.holder)
        kinds = [scene.candidate(held.holder, j).kind for j in range(held.matrix.shape[1])]
        inside, called = (held.matrix * np.array([kind in some for kind in kinds]) for some in (_HOLDS, _ADDRESSED))
        before, out = out, out.copy()
        out[mine] = lifted(before[mine], inside @ before[theirs], _IN_ADDRESS)
        if held.addressed:
            out[theirs] = lifted(before[theirs], before[mine] @ called, _IN_ADDRESS)
    return out


_ABROAD_KM = 1500.0  # from a town named behind it, which may only be the next in a list, a namesake is another one
_REGION_KM = 300.0  # from the town of an address, which stands for its region ("Chaika, Belgorod, Russia")
_QUARTER_KM = 60.0  # from the town that it is said to be an area of
_HOLDING = SETTLEMENTS | {"admin1", "admin2", "country", "territory"}
_SURE_AREA = 0.8  # share from which the area around a name is known well enough to refuse it
_BESIDE = 1.5  # radii of the area: places just outside are often told to lie in it
_BESIDE_KM = 120.0  # at least: regions are merged and split, and towns are told to lie in the old or the new one


def hold_to_areas(scene: Scene, shares: Floats) -> Mapping[int, Misfit]:
    """Places that lie far outside the one area, country or town that the text puts them in, by live group."""
    misfits = {}
    for held in scene.held_outright():
        mine, theirs = scene.rows(held.group), shares[scene.rows(held.holder)]
        best = int(shares[mine].argmax())
        place = scene.candidate(held.group, best)
        quarter = scene.name(held.group).head in QUARTERS and held.outright
        told = quarter or scene.name(held.holder).head_class in {"admin1", "admin2"}
        holders = [scene.candidate(held.holder, j) for j in range(len(theirs))]
        common = _is_called_region(scene.name(held.holder)) and _is_common(scene, held.group, place)
        outside = [
            held.matrix[best, j] < _LEAST_FIT
            and ((common and _is_next_to(area, place)) or _is_outside(place, area, held, quarter=quarter, told=told))
            for j, area in enumerate(holders)
        ]
        likeliest = int(theirs.argmax())
        km = _apart_from(holders[likeliest], place)
        if km is not None and float(theirs[outside].sum()) >= _SURE_AREA:
            misfits[held.group] = Misfit(told="in", reference=holders[likeliest].name, km=km)
    return misfits


def _is_called_region(name: NameGroup) -> bool:
    """True for "the X region" and "X Oblast"."""
    return name.head_class == "admin1" or HEAD_OF.get(name.key.rpartition(" ")[2]) == "admin1"


def _is_common(scene: Scene, k: int, place: Place) -> bool:
    """True for one of several settlements of its country, in several regions, that have the name: yet another one may be meant."""
    found = scene.name(k).contenders.candidates
    areas = {
        c.place.admin1_id
        for c in found
        if c.tier < _ALIKE and c.place.kind in SETTLEMENTS and c.place.country == place.country
    }
    return place.kind in SETTLEMENTS and len(areas) > 1


_ALIKE = 3  # tier of names that only sound alike


def _is_next_to(area: Place, place: Place) -> bool:
    """True for another first-level area of the country than the one in which the place is known to lie."""
    return area.kind == "admin1" and area.country == place.country and place.admin1_id not in {None, area.id}


def _is_outside(place: Place, area: Place, held: Held, *, quarter: bool, told: bool) -> bool:
    """True for a place that lies too far from a holder to be told to lie in it; a city may be told so in another sense, unless
    the words say what the holder is."""
    town = area.kind in SETTLEMENTS
    foreign = area.kind != "country" and not town and place.country != area.country
    most = _CITY if town else _LARGE_CITY if foreign else _SMALL
    small = place.kind in SETTLEMENTS if told else _is_small(place, most)
    if area.kind not in _HOLDING or not small:
        return False
    beside = max(_BESIDE_KM, (_BESIDE - 1.0) * (area.radius_km or 0.0))
    abroad = _QUARTER_KM if quarter else _REGION_KM if held.addressed and not held.outright else _ABROAD_KM
    km = _apart_from(area, place)
    return km is not None and km > (abroad if town else beside)


def _is_small(place: Place, most: int = _SMALL) -> bool:
    return place.kind in {"city", "town", "village", "quarter"} and (place.population or 0) <= most


def _apart_from(area: Place, place: Place) -> float | None:
    """Kilometres from the circle of an area to a place."""
    if place.lonlat is None or area.lonlat is None:
        return None
    return geometry.distance_km(area.lonlat, place.lonlat) - (area.radius_km or 0.0)


def _words(relation: RelationPhrase) -> str:
    """How a relation is told in a reason: "north of", "12 km north of", "9 km from"."""
    if relation.kind == "near":
        return "near"
    link = f"{relation.qualifier} of" if relation.bearings else "from"
    return link if relation.distance_km is None else f"{relation.distance_km:.0f} km {link}"
