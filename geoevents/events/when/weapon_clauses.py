"""A weapon told with what it did: "a bomb that went off at X on Monday killed nine", "the bomb which … killed nine on Monday"."""

from collections.abc import Sequence

from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit

__all__ = ["clause_of_weapon", "harm_done"]


def clause_of_weapon(text: str, harm: Hit, clauses: Sequence[Clause]) -> Clause | None:
    """The clause between a weapon and the harm it did that says which weapon it was.

    Behind a comma it may tell of another time: "the missile, which came in May, killed nine"; so does "that had".
    """
    if harm.category != "strike" or harm.tense != "past" or harm.subject is None or harm.voice != "active":
        return None
    end = harm.subject.end
    which = next((c for c in clauses if c.kind == "relative" and 0 <= c.start - end <= 1), None)
    if which is None or which.end > harm.trigger.start or "," in text[end : which.start]:
        return None
    words = text[which.start : which.end].split()
    return which if words[0] in {"that", "which"} and words[1] != "had" else None


def harm_done(text: str, hit: Hit, hits: Sequence[Hit], clauses: Sequence[Clause]) -> Hit | None:
    """The harm that a weapon did of whose clause a hit is."""
    if hit.category != "strike" or hit.clause_kind != "relative" or hit.clause_index >= len(clauses):
        return None
    own = clauses[hit.clause_index]
    return next((h for h in hits if h.clause_kind == "main" and clause_of_weapon(text, h, clauses) is own), None)
