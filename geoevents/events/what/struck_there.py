"""What an attack on an area is told to have struck in a town of its own: "attacked the X region, [destroying] stores in the port of Y"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import ATTACKS
from geoevents.events.what.harm_told import opens_toll
from geoevents.events.what.hit import GENERIC, Hit, Told
from geoevents.values import replace

__all__ = ["as_struck_there", "strikes_there"]

_AT = re.compile(r"\b(?:in|at|near|outside)\s+(?:[\w’'-]+\s+){0,5}$")


def strikes_there(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a participle that tells what a strike hit at a town which is not the place of the deed itself."""
    if hit.category not in _STRUCK or hit.clause_kind != "participle" or other.category not in ATTACKS:
        return False
    if opens_toll(told.text, hit.clause.start, hit.clause.end):
        return False
    if hit.voice == "noun" or hit.clause_index - other.clause_index not in _NEXT or other.voice == "noun":
        return False
    town = next((m for m in told.mentions if _is_town_of(m, hit, told.text)), None)
    if town is None or town.place is None:
        return False
    places = [m for m in told.mentions if m.spot is not None and other.trigger.end <= m.start < hit.clause.start]
    return bool(places) and all(_is_other(m, town) for m in places)


_STRUCK = frozenset({"strike", "ground_combat"})
_NEXT = (1, 2)


def _is_town_of(mention: Mention, hit: Hit, text: str) -> bool:
    """True for a town or site where the words behind the trigger put what was hit."""
    inside = hit.trigger.end <= mention.start < hit.clause.end and mention.role in {"literal", "reference"}
    if not inside or mention.spot is None or mention.spot.precision not in PINNED:
        return False
    return _AT.search(lowered(text), hit.trigger.end, mention.start) is not None


def _is_other(mention: Mention, town: Mention) -> bool:
    """True for an area, and for another town."""
    if mention.place is None or mention.spot is None or town.place is None:
        return False
    if mention.spot.precision not in PINNED:
        return mention.place.country == town.place.country
    return {mention.place.kind, town.place.kind} <= SETTLEMENTS and mention.place.id != town.place.id


def as_struck_there(told: Told, found: Sequence[Hit]) -> list[Hit]:
    """The hits, those that strike at a town of their own as the kind of attack that the deed before them tells."""
    if not any(h.clause_kind == "participle" and h.category in _STRUCK for h in found):
        return list(found)
    return [_as_deed(told, hit, found) for hit in found]


def _as_deed(told: Told, hit: Hit, found: Sequence[Hit]) -> Hit:
    if hit.weight > GENERIC:
        return hit
    deed = next((o for o in found if o is not hit and strikes_there(hit, o, told)), None)
    if deed is None:
        return hit
    return replace(hit, category=deed.category, subtype=deed.subtype, rule=deed.rule, roles=deed.roles, rank=deed.rank)
