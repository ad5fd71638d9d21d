"""What one subject did or suffered in turn at one place: ground that was won and left again is told twice."""

from geoevents.events.telling import Telling

__all__ = ["is_in_turn"]

_IN_TURN = {
    frozenset({"captured", "recaptured"}),
    frozenset({"captured", "withdrawal"}),
    frozenset({"recaptured", "withdrawal"}),
}


def is_in_turn(one: Telling, other: Telling) -> bool:
    """True for two verbs of one subject in a sentence: "took X in 2013 but left it", "was taken in May and freed in June"."""
    a, b = one.hit, other.hit
    if a.subtype == b.subtype or a.category != "control_change" or one.segment.index != other.segment.index:
        return False
    same = a.subject is not None and a.subject == b.subject and a.voice == b.voice != "noun"
    return same and frozenset({a.subtype, b.subtype}) in _IN_TURN
