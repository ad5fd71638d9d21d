"""What somebody asks others to and has not held yet: "invited both to a [summit]", "proposed new [talks]"."""

import re

from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["is_invited_to", "is_proposed"]

# "invited both presidents to a regional [summit]"; not "invited the envoy to dinner after [talks]".
_INVITED = re.compile(
    r"\binvit(?:e|es|ed|ing)\b(?:\s(?!(?:after|before|during|at|in|from|to)\b)\S+)*\sto(?:\s(?!(?:after|before|during|at|in|from|following)\b)[\w-]+){0,3}$"
)
_INVITES = frozenset({"invite", "invites", "invited", "inviting"})
_PROPOSING, _MEETINGS = GRAMMAR["proposing"], GRAMMAR["proposed_meetings"]


def is_invited_to(p: Parse, i: int, clause: Clause) -> bool:
    """True for what somebody is asked to come to: "invited both presidents to a regional [summit]"."""
    if _INVITES.isdisjoint(p.words):
        return False
    return _INVITED.search(" ".join(p.lows[clause.first : i])) is not None


def is_proposed(p: Parse, i: int, clause: Clause) -> bool:
    """True for a meeting that is the object of a verb of proposing: "suggested new [negotiations] in X", "agreed to [talks]"."""
    if _PROPOSING.isdisjoint(p.words) or _MEETINGS.isdisjoint(p.lows[i : i + 4]):
        return False
    verb = next(
        (k for k in range(i - 1, clause.first - 1, -1) if p.tags[k] not in "DJENMX-" and p.lows[k] != "to"), None
    )
    return verb is not None and p.tags[verb] in "VPG" and p.lows[verb] in _PROPOSING
