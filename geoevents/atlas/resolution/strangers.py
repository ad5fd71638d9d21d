"""Places far from all that an article is about: most words that are taken for a small one name none, and of a larger one there is
often a namesake among the article's other places."""

import numpy as np
import numpy.typing as npt

from geoevents.atlas.names import fold
from geoevents.atlas.relations import geometry
from geoevents.atlas.resolution.constraints import lifted
from geoevents.atlas.resolution.contenders import CLASS_AT, CLASS_ORDER, OWN_AT, SETTLED, Codes, Floats
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.scoring import Candidate, like

__all__ = ["doubts", "hold_to_company"]

_DOUBT = 0.35  # what the share of a stranger counts: of .25, .35 and .5 the one that keeps most right places
_DOUBT_OTHER_NAME = 0.15  # the same where the place only has the name as another one
_COMPANY = 3  # other names of the article that must be taken for something
_SURE = 0.3  # chance from which another name of the article counts
_MAYBE = 0.2  # the same for one that lies near
_CONTESTED = 0.1  # share of a place by its own name that speaks against one by another name
_COMPANY_KM = 300.0  # a small place just across a border is no stranger
# Inhabitants of cities that the world's news names without their country: by their own name, and by another one.
_KNOWN, _KNOWN_OTHERWISE = 200_000, 400_000
_AREAS = np.array([name in {"admin1", "admin2"} for name in CLASS_ORDER])


def doubts(scene: Scene, shares: Floats) -> Floats:
    """For each live group what its share counts for: less where its likeliest place is a stranger to the article."""
    out = np.ones(len(scene.starts))
    if len(out) <= _COMPANY:
        return out
    best = scene.best(shares)
    peoples = np.array([scene.name(k).demonym for k in range(len(out))])
    small = _is_small(scene, best)
    doubtful = small | _is_contested(scene, shares, best)
    lone = np.flatnonzero(doubtful & (scene.country[best] != 0) & ~peoples)
    if not len(lone):
        return out
    apart = scene.apart[lone] & _sure(scene, shares, best)
    kin = _speaking(scene, shares, scene.country[best[lone]]) & scene.apart[lone]
    maybe = scene.apart[lone] & (shares[best] * _chances(scene) > _MAYBE)
    far = ~(_near(scene, best[lone], best, _COMPANY_KM) & maybe)
    strange = lone[~kin.any(axis=1) & far.all(axis=1) & (apart.sum(axis=1) >= _COMPANY)]
    for k in strange.tolist():
        own = _bears(scene.candidates([int(best[k])])[0], scene.name(k).key)
        out[k] = _DOUBT_OTHER_NAME if not own else _DOUBT if small[k] else 1.0
    return out


def _bears(found: Candidate, key: str) -> bool:
    """True for a place's own name, a spelling of it and a part of it: "Salif" of As Salif, "Washington" of Washington D.C."""
    return found.main or key in fold(found.place.name) or like(found.place.name, key)


def _speaking(scene: Scene, shares: Floats, countries: Codes) -> npt.NDArray[np.bool_]:
    """Which names may well lie in each of some countries, be it not at their likeliest place."""
    votes = (scene.country == countries[:, None]) * shares
    return np.asarray(np.add.reduceat(votes, scene.starts, axis=1) * _chances(scene) > _SURE)


def _is_small(scene: Scene, rows: Codes) -> npt.NDArray[np.bool_]:
    """True for areas below a country, and for settlements that are no capital and have few people."""
    own, classes = scene.own[rows], scene.classes[rows]
    least = np.log10(np.where(own[:, OWN_AT["own_name"]] > 0, _KNOWN, _KNOWN_OTHERWISE))
    town = SETTLED[classes] & (own[:, OWN_AT["log_population"]] < least) & (own[:, OWN_AT["capital"]] == 0)
    return np.asarray(town | _AREAS[classes])


def _is_contested(scene: Scene, shares: Floats, best: Codes) -> npt.NDArray[np.bool_]:
    """True for a place that has the name only as another one, where some other may well be meant whose own name it is: Hong Kong is
    called Victoria too."""
    own = scene.own[:, OWN_AT["own_name"]]
    rival = np.maximum.reduceat(own * shares, scene.starts)
    return np.asarray((own[best] == 0) & (rival > _CONTESTED))


def _near(scene: Scene, rows: Codes, others: Codes, within: float) -> npt.NDArray[np.bool_]:
    """Which of others lie near each of some places; countries and whole regions lie near nothing."""
    km = geometry.EARTH_KM * np.arccos(np.clip(scene.unit[rows] @ scene.unit[others].T, -1.0, 1.0))
    small = (SETTLED | _AREAS)[scene.classes[others]] & scene.unit[others].any(axis=1)
    return np.asarray((km <= within) & small)


_KINDRED = 10.0  # times likelier: a namesake in the country and near the places that the rest of an article names
_RIVAL = 0.25  # share of a namesake, of that of the likeliest place, from which it is meant
_LEADS = 0.6  # share of the other names that lie in the country that an article is about
_LEAST = 2  # of them; one is enough against a place that only has the name as another one
_KINDRED_KM = 200.0


def hold_to_company(scene: Scene, shares: Floats) -> Floats:
    """Shares with a namesake weighed for it that lies among the article's other places, where the likeliest place of the name is a
    stranger to it: "Palma" beside Quissanga and Macomia is not on Mallorca."""
    best, out = scene.best(shares), shares
    sure = _sure(scene, shares, best)
    for k in range(len(scene.starts)):
        others = best[scene.apart[k] & sure]
        least = _LEAST if scene.own[best[k], OWN_AT["own_name"]] else 1
        if len(others) < least or scene.name(k).demonym or not _is_stranger(scene, int(best[k]), others):
            continue
        rows, leading = scene.rows(k), _leading(scene.country[others], least)
        own = (scene.country[rows] == leading) & (scene.own[rows, OWN_AT["own_name"]] > 0)
        rivals = own & (shares[rows] >= _RIVAL * shares[best[k]]) & _among(scene, rows, others)
        if leading and rivals.any():
            out = out.copy() if out is shares else out
            out[rows] = lifted(shares[rows], rivals.astype(float), _KINDRED)
    return out


def _is_stranger(scene: Scene, row: int, others: Codes) -> bool:
    """True for a town or area of a country that no other name lies in."""
    country = scene.country[row]
    return bool((SETTLED | _AREAS)[scene.classes[row]] and country and not (scene.country[others] == country).any())


def _leading(countries: Codes, least: int) -> int:
    """The country that most other names lie in, as a code; 0 where none leads."""
    codes, counts = np.unique(countries[countries != 0], return_counts=True)
    if not len(codes) or counts.max() < max(least, _LEADS * counts.sum()):
        return 0
    return int(codes[counts.argmax()])


def _among(scene: Scene, rows: slice, others: Codes) -> npt.NDArray[np.bool_]:
    """Which candidates are first-level areas, or lie near a town or district that is named too."""
    at = np.arange(rows.start, rows.stop)
    states = scene.classes[rows] == CLASS_AT["admin1"]
    return np.asarray(states | _near(scene, at, others, _KINDRED_KM).any(axis=1))


def _sure(scene: Scene, shares: Floats, best: Codes) -> npt.NDArray[np.bool_]:
    """Which names are likely enough what they are taken for to be company for others."""
    return np.asarray(shares[best] * _chances(scene) > _SURE)


def _chances(scene: Scene) -> Floats:
    """How likely each live group is a name at all."""
    return np.array([scene.name(k).chance for k in range(len(scene.starts))])
