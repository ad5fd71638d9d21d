"""Places of the clause below a deed that tells what happened in it: "a raid in which 40 died in [X]", "a bombing that killed 37 in [X]"."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import is_locative

__all__ = ["ON_THE_GROUND", "in_which"]

ON_THE_GROUND = frozenset(
    {"control_change", "strike", "ground_combat", "detention", "infrastructure", "humanitarian", "naval", "protest"}
)
_IN = re.compile(r"\b(?:in|during)\s+$")


def in_which(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """The places of the clause that tells what happened in a deed: "a raid in which 40 died in [X]", "a bomb that killed 37 in [X]"."""
    below = clauses[hit.clause_index + 1] if hit.clause_index + 1 < len(clauses) else None
    if below is None or below.connector not in {"which", "that"} or hit.category not in ON_THE_GROUND:
        return []
    if hit.voice != "noun" and (hit.topic is None or hit.topic == hit.object):
        return []
    strong = any(h.clause_index == hit.clause_index + 1 for h in hits if h.subtype != "attack")
    behind = below.kind == "relative" and below.start - hit.trigger.end <= 1 and not strong
    if not behind and _IN.search(text, max(hit.trigger.end, below.start - 8), below.start) is None:
        return []
    return [m for m in eligible if below.start <= m.start < below.end and is_locative(text, m, below.start)]
