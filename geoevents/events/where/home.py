"""The state in which its own affairs happen: coups, secessions, elections."""

import re
from collections.abc import Mapping, Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told, within

__all__ = ["home_of", "home_told"]

_AT_HOME = frozenset({"coup", "secession", "election", "emergency_rule"})


def home_of(text: str, hit: Hit, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> tuple[Placed, ...]:
    """The state in which its own affairs happen: "[Kosovo] declared its independence", "[Gabon]'s army took power".

    Also the one that the clause before is about: "[Libya] has been split since its leader was overthrown".
    """
    if hit.subtype not in _AT_HOME:
        return ()
    of_it = [m for m in mentions if within(m, hit.subject) or within(m, hit.object)]
    named = [m for m in of_it if m.place is not None and m.role in {"metonym", "modifier", "literal"}]
    if (
        not named
        and hit.clause_kind == "subordinate"
        and hit.clause_index > 0
        and " there" not in text[slice(*hit.clause)]
    ):
        start = clauses[hit.clause_index - 1].start
        opens = [m for m in mentions if m.start == start or text[start : m.start].lower() in {"the ", "in "}]
        named = [m for m in opens if m.place is not None and m.place.kind == "country" and m.role != "demonym"]
    return as_told(named[0], "text") if named else ()


_POWER = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:army|military|junta|soldiers|troops|generals|officers|guard)\b", re.IGNORECASE
)


def home_told(text: str, hit: Hit, told: Sequence[Placed], known: Mapping[str, Mention]) -> tuple[Placed, ...]:
    """The one country that the events before were in, for a coup of "the army"; () where they were in several."""
    if (
        hit.subtype != "coup"
        or hit.voice != "active"
        or hit.subject is None
        or not _POWER.match(text, hit.subject.start)
    ):
        return ()
    states = {p.mention.place.country for p in told if p.mention.place is not None}
    there = known.get(next(iter(states)) or "") if len(states) == 1 else None
    return as_told(there, "inherited") if there is not None else ()
