"""Whether a hit only tells more of the deed that another hit of the sentence tells: one small rule a way of saying so.

``told_once`` says which of them is asked of which hit.
"""

from geoevents.events.what.harm_told import is_harm_of, opens_toll
from geoevents.events.what.hit import GENERIC, UNSPECIFIED, Hit, Told
from geoevents.events.what.struck_there import strikes_there

__all__ = [
    "FLOWN",
    "KIN",
    "WAGED",
    "hits_the_ship",
    "inside_object",
    "inside_subject",
    "is_aim",
    "is_either",
    "is_end_of_means",
    "is_forestalled",
    "is_harm",
    "is_hurt_by",
    "is_opening",
    "is_result",
    "is_spelt_out",
    "is_target",
    "is_told_by_cause",
    "tells_which",
    "tells_who",
]

# Pairs of categories that tell one thing in one clause: "talks on a ceasefire agreement" is one; a strike that hits a ship.
KIN = ({"strike", "naval"}, {"strike", "ground_combat"}, {"control_change", "ground_combat"}, {"detention", "diplomacy"},
        {"strike", "air_defence"}, {"mobilisation", "strike"}, {"naval", "mobilisation"}, {"legal", "detention"},
        {"sanctions", "diplomacy"},
        {"other", "control_change"})  # fmt: skip


def inside_object(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a participle that only tells which thing another trigger acts on: "destroyed 75 drones launched by X"."""
    if hit.category == "air_defence" and other.category in {"strike", "military_aid"} and not hit.reduced:
        return False  # "fired 40 drones at X, 32 of which [were shot down]": two deeds
    return (
        other is not hit
        and other.object is not None
        and hit.voice == "passive"
        and hit.tense in {"past", "none"}
        and hit.subject is not None
        and other.trigger.end <= hit.subject.start
        and other.object.start < hit.subject.end <= other.object.end + 1
        and hit.trigger.start > other.trigger.end
        and other.voice == "active"
        and not hit.object_is_place
    )


_FLYING = frozenset({"strike", "air_defence", "naval"})
FLOWN = _FLYING | {"military_aid", "mobilisation"}
WAGED = _FLYING | {"ground_combat"}


def inside_subject(hit: Hit, other: Hit, told: Told) -> bool:
    """True for words that only tell which weapon another trigger tells of: "a missile [that was] fired from X was downed"."""
    if hit.clause_kind == "relative" and hit.clause_index + 1 == other.clause_index and other.category == "air_defence":
        return hit.category == "strike" and (
            (hit.subject is not None and hit.subject == other.subject)
            or (hit.object is not None and hit.object == other.subject)  # "drones that X launched were downed"
        )
    return (
        hit is not other
        and hit.clause_index == other.clause_index
        and (
            (hit.category in FLOWN and other.category in _FLYING)
            or (hit.reduced and {hit.category, other.category} <= WAGED)
        )
        and any(s is not None and s.start <= hit.trigger.start < s.end for s in (other.subject, other.agent))
        and other.voice != "noun"
        and hit.voice == "passive"
        and hit.tense in {"past", "none"}
    )


def is_forestalled(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what a weapon was stopped from: "destroyed the missile | before it reached X"."""
    stopped = (
        hit.category == "strike" and other.category == "air_defence" and hit.clause_index == other.clause_index + 1
    )
    return stopped and told.text.startswith("before ", hit.clause.start)


def is_end_of_means(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what weapons are used for: "used drones | to [bomb] a camp" is one strike; "[used] a missile | to down a drone"
    is what it was used for."""
    if hit.clause_index != other.clause_index:
        return False
    if other.category == "air_defence":
        return _used_for(hit, other, told)
    return other.category == "strike" and hit.category in _USED_FOR and _used_for(other, hit, told)


_USED_FOR = {"strike", "ground_combat"}


def _used_for(means: Hit, end: Hit, told: Told) -> bool:
    to = end.tense == "infinitive" and means.object is not None
    return to and means.object is not None and told.text[means.object.end : end.trigger.start].strip() == "to"


def is_target(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a meeting or parade that weapons were aimed at: "targeted a meeting of commanders" is no meeting of states."""
    struck = other.category == "strike" and other.voice != "noun" and other.object is not None
    return (
        struck
        and hit.category in {"diplomacy", "mobilisation"}
        and hit.voice == "noun"
        and other.object is not None
        and other.object.start <= hit.trigger.start < other.object.end
    )


def is_either(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the second way in which the same were stopped: "89 were shot down [or jammed]", "were intercepted [and destroyed]"."""
    alternative = told.text.startswith("or ", hit.clause.start)  # "were intercepted | or fell in the desert"
    stopped = other.category == "air_defence" and (alternative or hit.subject == other.subject)
    stopped = stopped and (alternative or hit.category == "air_defence" or hit.subtype == UNSPECIFIED)
    if not stopped or not 0 < hit.trigger.start - other.trigger.end <= _OR:
        return False
    between = told.text[other.trigger.end : hit.trigger.start].split()
    return "or" in between or (between == ["and"] and hit.subtype in {other.subtype, UNSPECIFIED})


_OR = 20  # letters between two verbs joined by "or"


def is_aim(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what a weapon that was stopped was meant to hit: "shot down a drone [targeting] X", "missiles fired [targeting] X"."""
    aim = other.category == "air_defence" and hit.category in {"strike", "ground_combat"} and hit.voice == "active"
    if not aim or not told.text[hit.trigger.start : hit.trigger.end].endswith("ing"):
        return False
    behind = other.object is not None and other.object.start < hit.trigger.start <= other.object.end + 1
    return behind or told.text.endswith(_FIRED, 0, hit.trigger.start)


_FIRED = ("fired ", "launched ", "sent ")


def tells_which(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the way of what was shot down: "shot down drones [that had entered its airspace]"."""
    return (
        other.category == "air_defence"
        and hit.clause_kind == "relative"
        and hit.clause_index == other.clause_index + 1
        and (hit.subtype == "incursion" or hit.weight <= GENERIC)
        and hit.subject is not None
        and other.object is not None
        and other.object.start <= hit.subject.start < other.object.end
    )


def is_told_by_cause(hit: Hit, other: Hit, told: Told) -> bool:
    """True for damage whose cause the next clause tells: "hangars were destroyed in X | when drones attacked it"."""
    return (
        hit.category == other.category == "strike"
        and ((hit.voice == "passive" and hit.agent is None) or hit.subtype == "explosion" != other.subtype)
        and hit.weight <= GENERIC
        and other.weight > hit.weight
        and other.clause_kind == "subordinate"
        and other.clause_index == hit.clause_index + 1
    )


def is_hurt_by(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the harm of a weapon whose deed a relative clause tells: "20 were killed by shells | that hit a school"."""
    return (
        hit.category == other.category == "strike"
        and hit.voice == "passive"
        and hit.agent is not None
        and other.clause_kind == "relative"
        and other.clause_index == hit.clause_index + 1
        and other.clause.start - hit.agent.end < _RIGHT_BEHIND
        and any(m.spot is not None and other.trigger.end <= m.start < other.clause.end for m in told.mentions)
    )


_RIGHT_BEHIND = 3  # letters between a weapon and the relative clause about it


def hits_the_ship(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the weapon that hit a ship told of before: "a tanker was set ablaze | after three missiles hit it"."""
    behind = hit.category == "strike" and other.category == "naval" and hit.clause_index > other.clause_index
    return (
        behind
        and hit.object is not None
        and told.text[hit.object.start : hit.object.end].lower() in {"it", "her", "them"}
    )


def is_spelt_out(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what a colon opens without a new place: "X was bombed again: | a guided bomb fell on a street"."""
    return (
        hit.category == other.category == "strike"
        and hit.clause_index > other.clause_index
        and (hit.clause_index == other.clause_index + 1 or (hit.voice == "passive" and hit.weight <= GENERIC))
        and ":" in told.text[other.trigger.end : hit.clause.start]
        and not any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in told.mentions)
    )


def tells_who(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a participle that tells of the subject of another hit: "ministers [, ] meeting in X [, ] approved sanctions"."""
    aside = hit.clause_kind == "participle" and other.clause_index == hit.clause_index + 1 and hit.voice == "active"
    if aside and hit.subtype == "meeting" and other.clause_kind == "main" and other.modality == "actual":
        return other.subject is not None and other.subject == hit.subject
    inside = other.subject is not None and other.subject.start <= hit.trigger.start < other.subject.end
    return (
        hit is not other and inside and hit.tense == "present" and other.voice != "noun" and other.modality == "actual"
    )


_SAILORS = {"naval", "ground_combat"}  # "sank a gunboat, killing 20"
_ACCUSED = {"diplomacy", "legal"}  # "expelled two diplomats, accusing them of espionage"


def is_result(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a participle that only tells what another trigger did: "hit a market, killing two"."""
    if hit.object_is_place and hit.category == "control_change" == other.category:
        return False  # "pushed south, [capturing] X"
    if _is_next_deed(hit, other, told) or (hit.category == "naval" and other.category == "ground_combat"):
        return False
    if hit.clause_index - other.clause_index > 1 and hit.subject and other.subject and hit.subject != other.subject:
        return False  # "X fired at A | and Y's jets kept on, | [setting a depot in B ablaze]"
    if strikes_there(hit, other, told):
        return False  # "attacked the X region, [wrecking] a school in Y"
    return (
        hit.clause_kind == "participle"
        and (other.category == hit.category or {other.category, hit.category} in [*KIN, _ACCUSED, _SAILORS])
        and other.clause_index in {hit.clause_index - 1, hit.clause_index - 2}
        and (hit.trigger.start < hit.clause.start + 3 or _goes_on_with_toll(hit, told))
    )


def _goes_on_with_toll(hit: Hit, told: Told) -> bool:
    """True for more harm behind the first, at no place of its own: "rammed a convoy, | killing 16 and [wounding] two dozen"."""
    mere = hit.weight <= _LOOSE_HARM and not _names_a_spot(told, hit.trigger.end, hit.clause.end)
    return mere and opens_toll(told.text, hit.clause.start, hit.trigger.start)


def _is_next_deed(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a deed of another kind at a place of its own: "launched an offensive in X, | [capturing] Y"."""
    if (
        hit.clause_kind != "participle"
        or hit.weight <= _MERE_HARM
        or hit.subtype == "advance"
        or other.clause.end > hit.clause.start
    ):
        return False
    return {hit.category, other.category} == _FOUGHT_AND_HELD and _names_a_spot(told, hit.trigger.end, hit.clause.end)


def _names_a_spot(told: Told, start: int, end: int) -> bool:
    return any(m.spot is not None and m.role in _NAMED and start <= m.start < end for m in told.mentions)


_TAKEN = frozenset({"captured", "recaptured"})
_FOUGHT_AND_HELD = {"control_change", "ground_combat"}
_NAMED = frozenset({"literal", "reference", "container"})
_MERE_HARM = 0.3  # weight of "killing nine in X", which tells what the deed did
_LOOSE_HARM = 0.5  # the same behind other harm


def is_opening(hit: Hit, other: Hit, told: Told) -> bool:
    """True for words without a place that only open what a participle tells: "[attacked] from three sides, | capturing X"."""
    opens = hit.subtype == "advance" or other.subtype in _TAKEN
    return (
        opens
        and hit.clause_index + 1 == other.clause_index
        and _is_next_deed(other, hit, told)
        and not _names_a_spot(told, hit.clause.start, other.clause.start)
    )


def is_harm(hit: Hit, other: Hit, told: Told) -> bool:
    return is_harm_of(told.text, hit, other, told.mentions)
