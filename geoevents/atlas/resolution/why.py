"""Reasons a person can read: what spoke for the place that was chosen, and what spoke against the others."""

from collections.abc import Sequence

from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.resolution.context_features import CONTEXT_AT
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.resolution.name_groups import NameGroup
from geoevents.atlas.scoring import Candidate

__all__ = ["TOLD", "against", "reasons_for", "where"]

_NEAR_KM = 120.0
_SPEAKS = 0.3  # value from which a feature is worth a word


def where(place: Place) -> str:
    """Name, area and country in a line, each once."""
    name, area, country = place.name, place.admin1, place.country
    told = f"{name}, {area}" if area and area != name else name
    return f"{told}, {country}" if country and country not in {name, area} else told


def against(candidate: Candidate, winner: Place, *, called: str) -> str:
    """Why a place came behind the winner, in what the two are; ``called`` says where the winner is."""
    place = candidate.place
    if place.kind in SETTLEMENTS and winner.kind in SETTLEMENTS and place.population and winner.population:
        if place.population * 2 < winner.population:
            return f"smaller than {called}; {candidate.reason}"
        if place.population > winner.population * 2:
            return f"larger than {called}, but less of the article speaks for it; {candidate.reason}"
    return f"less speaks for it than for {called}; {candidate.reason}"


# Numbers of the context features that reasons tell of, and where each of these stands among them.
TOLD = [
    CONTEXT_AT[name]
    for name in (
        "class_word", "country_share", "country_leads", "inside", "inside_listed", "inside_elsewhere", "holds", "holds_listed",
        "relation", "outlet_near", "outlet_home",
    )
]  # fmt: skip
(
    _CLASS_WORD, _COUNTRY_SHARE, _COUNTRY_LEADS, _INSIDE, _INSIDE_LISTED, _ELSEWHERE, _HOLDS, _HOLDS_LISTED,
    _RELATION, _OUTLET_NEAR, _OUTLET_HOME,
) = range(len(TOLD))  # fmt: skip


def reasons_for(
    scene: Scene, k: int, found: Sequence[Candidate], row: Sequence[float], nearest: tuple[Place, float] | None
) -> tuple[str, ...]:
    """What spoke for the first of ``found`` (candidates of live group ``k``, best first): the name, then the article.

    ``row`` are its context features of ``TOLD``, ``nearest`` is the place of another name next to it with its distance in km.
    """
    group = scene.groups[scene.live[k]]
    best = found[0]
    reasons = [best.reason]
    if group.head and row[_CLASS_WORD]:
        reasons.append(f"called a {group.head} in the text")
    reasons += _by_wording(scene, group, row, best.place)
    if row[_COUNTRY_SHARE] ** 2 > _SPEAKS and best.place.kind != "country":
        reasons.append("other places of the article lie in the same country")
    if nearest is not None and nearest[1] < _NEAR_KM:
        reasons.append(f"{nearest[1]:.0f} km from {nearest[0].name}")
    if row[_OUTLET_NEAR] > _SPEAKS or row[_OUTLET_HOME] > _SPEAKS:
        reasons.append("where the outlet is at home")
    if len(found) > 1:
        reasons += _over_larger(best.place, found[1].place, row)
    elif len(group.contenders) == 1:
        reasons.append("the only place of that name in the atlas")
    return tuple(reasons)


def _by_wording(scene: Scene, group: NameGroup, row: Sequence[float], best: Place) -> list[str]:
    """Containers and relations that the text names."""
    found = []
    if row[_INSIDE] > _SPEAKS or row[_INSIDE_LISTED] > _SPEAKS:
        names = [scene.groups[h].key for h in group.holders]
        found.append(f"in {' or '.join(name.title() for name in names)}, as the text says")
    elif row[_ELSEWHERE] > _SPEAKS:
        found.append("named with its area elsewhere in the article")
    if (row[_HOLDS] > _SPEAKS or row[_HOLDS_LISTED] > _SPEAKS) and best.kind in _AREAS:
        found.append("holds the place named before it")
    if group.relation is not None and row[_RELATION] > _SPEAKS and group.anchor is not None:
        found.append(f"lies {group.relation.qualifier} of {scene.groups[group.anchor].key.title()}, as the text says")
    return found


_AREAS = frozenset({"country", "admin1", "admin2"})


def _over_larger(best: Place, second: Place, row: Sequence[float]) -> list[str]:
    """A word where a smaller place beat a larger one."""
    if (
        best.kind not in SETTLEMENTS
        or second.kind not in SETTLEMENTS
        or (second.population or 0) <= (best.population or 0)
    ):
        return []
    why = (
        f"no other place of the article lies in {second.country}"
        if row[_COUNTRY_LEADS]
        else "the article speaks for it"
    )
    return (
        [f"preferred over the larger {where(second)}: {why}"]
        if best.country != second.country
        else [f"preferred over the larger {where(second)}"]
    )
