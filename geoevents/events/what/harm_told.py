"""Clauses that only tell what a deed did, by the same doer: whom it killed, what was burnt, which building the shells hit."""

from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.categories import ATTACKS
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.hit import GENERIC, Hit
from geoevents.values import replace

__all__ = ["as_struck", "goes_on", "is_harm_of", "opens_toll"]

_FURTHER = 2  # clauses from a deed to what it did
_KILLING, _BURNING, _HITTING = GRAMMAR["killing_verbs"], GRAMMAR["burning_verbs"], GRAMMAR["hitting_verbs"]


def is_harm_of(text: str, hit: Hit, other: Hit, mentions: Sequence[Mention]) -> bool:
    """True for the dead and the burnt houses of a deed told before: "ambushed a convoy at X and [killed] nine", "attacked
    the village and [burned] houses", "a bomb fell on a camp and [injured] five"."""
    if hit.category not in _HARMING or other.category not in ATTACKS or not goes_on(hit, other):
        return False
    verb = _verb(text, hit)
    if hit.category != "ground_combat":
        burnt = other.category == "ground_combat" and verb in _BURNING
        done = burnt and (hit.weight <= GENERIC or hit.subtype == "riot")  # "killed nine and [burned] a church"
        kinds = {hit.category, other.category}
        done = done or (kinds == {"strike"} and hit.subtype != other.subtype and verb in _KILLING)
    else:
        done = verb in _KILLING or (verb in _BURNING and other.category == "ground_combat")
    if not done or not _APART.isdisjoint(text[other.trigger.end : hit.clause.end].split()):
        return False
    return not _names_a_place(mentions, hit.trigger.start, hit.clause.end) or _only_there(text, hit, other, mentions)


def _only_there(text: str, hit: Hit, other: Hit, mentions: Sequence[Mention]) -> bool:
    """True for the place of both verbs, told behind the second: "killed nine people | and [burned] houses in X"."""
    joined = hit.clause_index - other.clause_index <= 1 and text.startswith("and ", hit.clause.start)
    harm = _verb(text, other) in _KILLING and _verb(text, hit) in _BURNING
    return joined and harm and not _names_a_place(mentions, other.clause.start, hit.trigger.start)


_HARMING = frozenset({"ground_combat", "strike", "protest"})


def opens_toll(text: str, start: int, end: int) -> bool:
    """True for a stretch that begins with a verb of killing: "raids pounded X, | killing 20 in a second night of bombs"."""
    first = text[start:end].split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in _KILLING


_APART = GRAMMAR["elsewhere"]


def as_struck(text: str, found: Sequence[Hit]) -> list[Hit]:
    """Hits of which a plain "hit" is told as the fire before it: "shelled the town and [hit] a hospital" is one shelling."""
    if not any(h.category == "strike" for h in found):
        return list(found)
    return [_as_fired(text, hit, found) for hit in found]


def _as_fired(text: str, hit: Hit, found: Sequence[Hit]) -> Hit:
    if hit.category != "ground_combat" or _verb(text, hit) not in _HITTING:
        return hit
    fire = next((o for o in found if o.category == "strike" and goes_on(hit, o)), None)
    if fire is None:
        return hit
    return replace(hit, category="strike", subtype=fire.subtype, rule=fire.rule, roles=fire.roles, rank=fire.rank)


def goes_on(hit: Hit, other: Hit) -> bool:
    """True for a verb that goes on with the subject of a verb before it: "A shelled X and | hit Y"."""
    if "noun" in {hit.voice, other.voice} or hit.voice != other.voice or hit.modality != other.modality:
        return False
    same = other.subject is not None and hit.subject == other.subject
    return (
        same and other.trigger.end < hit.trigger.start and hit.clause_index - other.clause_index in range(_FURTHER + 1)
    )


def _verb(text: str, hit: Hit) -> str:
    return text[hit.trigger.start : hit.trigger.end].split(maxsplit=1)[0].lower()


def _names_a_place(mentions: Sequence[Mention], start: int, end: int) -> bool:
    return any(m.spot is not None and start <= m.start < end for m in mentions)
