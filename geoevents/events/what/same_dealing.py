"""Dealings that only tell more of what another hit of the sentence tells: the words of a call, what is agreed, what is vowed."""

from geoevents.events.what.harm_told import goes_on
from geoevents.events.what.hit import Hit, Told

__all__ = ["DEALT", "adds_words", "is_agreed", "only_agrees", "only_vows"]

_WORDS = frozenset({"statement", "condemnation"})
DEALT = {"call": _WORDS, "meeting": _WORDS, "talks": _WORDS, "condemnation": frozenset({"statement"})}


def adds_words(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what was said in a call told just before, and for the second thing that somebody said: "telephoned the king
    and [warned] him", "condemned the raid and [called] for a truce"."""
    if hit.subtype not in DEALT.get(other.subtype, ()) or other.trigger.start > hit.trigger.start:
        return False
    if other.subtype != "call" and goes_on(hit, other):
        return True
    return hit.object is not None and told.text[hit.object.start : hit.object.end].lower() in _SPOKEN_TO


_SPOKEN_TO = frozenset({"him", "her", "them", "each other"})


_MEASURES = frozenset({"sanctions", "military_aid"})  # what a body resolves is its own act, no agreement


def is_agreed(hit: Hit, other: Hit, told: Told) -> bool:
    """True for what two sides agree to do with their ties, and for the deal that they shook hands on: "agreed on Friday to
    [resume] relations", "shook hands in X | after signing a [truce]"."""
    own = hit.subtype == other.subtype == "agreement" and other.trigger.end < hit.trigger.start
    if own and hit.clause_kind == "participle" and hit.clause_index > other.clause_index:
        return True
    return own and hit.tense == "infinitive" and other.modality == "actual" and hit.clause_index == other.clause_index


def only_agrees(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a verb whose object is what another trigger tells: "agreed to | prolong sanctions" is one event; not where
    that is only thought of: "is ready to | start talks"."""
    if other.tense != "infinitive" or other is hit:
        return False
    if hit.subtype == "agreement" and other.category in _MEASURES:
        return hit.clause_index == other.clause_index and hit.trigger.end < other.trigger.start
    return (
        other.category == hit.category
        and other.modality in {"actual", "planned"}
        and hit.object is not None
        and hit.object.start == other.trigger.start
        and hit.trigger.end < other.trigger.start
    )


def only_vows(hit: Hit, other: Hit, told: Told) -> bool:
    """True for a position that is but the plan another trigger tells: "vowed to seize", "demanded that troops leave"."""
    return (
        hit.subtype == "statement"
        and other.category == "control_change"
        and other.modality == "planned"
        and other.clause_index in {hit.clause_index, hit.clause_index + 1}
        and 0 < other.trigger.start - hit.trigger.end < _PROMISED
    )


_PROMISED = 60  # letters from a verb of promise or demand to what is promised
