"""Asks the atlas for one name, as a person does: near somewhere, inside something, in a country."""

import math
from collections.abc import Sequence
from dataclasses import replace

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.place import Place
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.resolution.holding import holds
from geoevents.atlas.scoring import Candidate
from geoevents.errors import GazetteerError

__all__ = ["search"]

# In units of the gazetteer's own score (log10 of population): a place close by beats one a thousand times larger.
_NEAR, _NEAR_KM = 6.0, 60.0
_INSIDE, _OUTSIDE = 6.0, -3.0
_AREAS = frozenset({"country", "admin1", "admin2", "territory", "region", "macroregion"})
_ANCHORS = 5  # of the places that the context itself may mean


def search(
    atlas: Gazetteer, name: str, *, near: str | None = None, inside: str | None = None, country: str | None = None
) -> tuple[Candidate, ...]:
    """Places that ``name`` may mean, best first, with why each matched; () if none.

    ``near`` and ``inside`` are names too, in any spelling; ``country`` is an ISO 3166-1 alpha-2 code.  With any of them
    misspelt names are looked up beside exact ones.  GazetteerError where ``near`` or ``inside`` names nothing.
    """
    found = list(atlas.candidates(name, fuzzy=True, limit=500))
    if near or inside or country:
        known = {c.place.id for c in found}
        found += [c for c in atlas.misspelt(name) if c.place.id not in known]
    if country:
        found = [c for c in found if c.place.country == country.upper()]
    if near:
        found = _near(found, _meant(atlas, near))
    if inside:
        areas = [p for p in _meant(atlas, inside, areas=True) if p.kind in _AREAS]
        if not areas:
            raise GazetteerError(f"{inside!r} is no area of the atlas")
        found = [_inside(c, areas) for c in found]
    return tuple(sorted(found, key=lambda c: (-c.score, c.place.id)))


def _meant(atlas: Gazetteer, name: str, *, areas: bool = False) -> list[Place]:
    """The places that a context may mean; with ``areas`` the large ones first."""
    found = atlas.candidates(name, fuzzy=True)
    if not found:
        raise GazetteerError(f"{name!r} is not in the atlas")
    if areas:
        found = tuple(sorted(found, key=lambda c: (c.place.kind not in _AREAS, -c.score)))
    return [c.place for c in found[:_ANCHORS]]


def _near(found: Sequence[Candidate], anchors: Sequence[Place]) -> list[Candidate]:
    """Candidates with the nearness to the best anchor that any of them is near to: the context is one place."""
    by_anchor = [[_distance(c, a) for c in found] for a in anchors]
    best = max(
        range(len(anchors)), key=lambda k: max((math.exp(-km / _NEAR_KM) for km in by_anchor[k]), default=0.0) - 0.2 * k
    )
    return [_moved(c, km, anchors[best]) for c, km in zip(found, by_anchor[best], strict=True)]


def _distance(candidate: Candidate, anchor: Place) -> float:
    """Kilometres from the anchor; none to what lies in an area that is the anchor ("near Texas", of a text about Texas)."""
    if anchor.kind in _AREAS and holds(anchor, candidate.place):
        return 0.0
    a, b = candidate.place.lonlat, anchor.lonlat
    return distance_km(a, b) if a is not None and b is not None else math.inf


def _moved(candidate: Candidate, km: float, anchor: Place) -> Candidate:
    bonus = _NEAR * math.exp(-km / _NEAR_KM)
    where = f"in {anchor.name}" if not km and anchor.kind in _AREAS else f"{km:.0f} km from {anchor.name}"
    reason = f"{candidate.reason}; {where}" if math.isfinite(km) else candidate.reason
    return replace(candidate, score=round(candidate.score + bonus, 3), reason=reason)


def _inside(candidate: Candidate, areas: Sequence[Place]) -> Candidate:
    holder = next((a for a in areas if holds(a, candidate.place)), None)
    bonus = _INSIDE if holder is not None else _OUTSIDE
    reason = f"{candidate.reason}; in {holder.name}" if holder is not None else candidate.reason
    return replace(candidate, score=round(candidate.score + bonus, 3), reason=reason)
