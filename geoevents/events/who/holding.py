"""Words by which a side says that it lost nothing: "still in the village", "the enemy is not in X", "fighting for X goes on"."""

import re

from geoevents.articles.tokens import lowered
from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of

__all__ = ["holds_on"]

_D = {name: any_of(words) for name, words in DATA["holding"].items()}
_THEIR = r"(?:its|their|our|the|his)"

_STILL = re.compile(
    r"\b(?:still|remain(?:s|ed)?|continued?s?\s+to)\b[^.,;]{0,30}?\b(?:there\b|in\s+the\s+(?:town|village|city|area|vicinity|settlement|"
    r"district|quarter)\b|in\s+place\b|in\s+it\b|(?:under|in)\s+(?:(?:its|their|our|his|the)\s+)?(?:[\w-]+\s+|[\w-]+[’']s?\s+)?(?:control|hands)\b)"
    r"|\bstill\s+(?:\w+ly\s+)?(?:controls?|controlled|holds?|held|in\s+(?:full\s+|firm\s+)?control)\b"
    r"|\bremain(?:s|ed)?\s+in\s+(?:full\s+|firm\s+)?control\b"
)
_NOT_LOST = re.compile(
    r"\b(?:ha(?:d|s|ve)|was|were|is)\s+(?:not|never)\s+(?:yet\s+)?(?:fallen|(?:been\s+)?(?:lost|taken|captured|surrendered|given\s+up)|changed\s+hands"
    r"|withdrawn|retreated|pulled\s+(?:out|back)|given\s+(?:it\s+)?up|abandoned|over)\b|\bnever\s+changed\s+hands\b"
)
_HOLD = re.compile(
    r"(?<!would )(?<!will )(?<!could )(?<!to )\b(?:hold|holds|held|holding|kept|keep|keeping|defending)\s+(?:on\s+to\s+)?"
    r"(?:every|all|their|its|our|the)\s+(?:\w+\s+)?(?:positions?|lines?|ground)\b"
)
# "the enemy is not in the town", "there are no soldiers in X"
_NOT_THERE = re.compile(
    rf"\b(?:{_D['others']})\s+(?:is|are|was|were)\s+not\s+(?:in|inside|there|anywhere)\b"
    rf"|\b(?:{_D['others']})\s+ha(?:s|d|ve)\s+(?:not|never)\s+(?:entered|reached|set\s+foot)\b"
    rf"|\bthere\s+(?:are|is|was|were|had\s+been)\s+no\s+(?:[\w-]+\s+){{0,2}}?(?:{_D['others']})\s+(?:left\s+)?(?:in|inside|there|anywhere)\b"
)
# "our boys are inside the city", "the defenders were inside the city and holding"
_INSIDE = re.compile(
    rf"\b{_THEIR}\s+(?:\w+\s+)?(?:{_D['men']})\s+(?:is|are|was|were)\s+(?:inside|in\s+control\s+of)\b"
    rf"|\bour\s+(?:\w+\s+)?(?:{_D['men']})\s+(?:is|are)\s+(?:in|there)\b"
)
# "fighting for the town was still going on", "battles in X continue"
_FIGHT_GOES_ON = re.compile(
    rf"\b(?:{_D['fight']})\s+(?:(?:for|over|in|inside)\s+[^.;,]{{2,40}}?\s+)?(?:(?:is|are|was|were)\s+)?(?:still\s+)?(?:{_D['goes_on']})\b"
)
_GOES_ON = frozenset({"still", "remain", "remains", "remained", "continue", "continued", "continues"})
_NEVER = frozenset({"not", "never"})
_KEEPS = frozenset({"hold", "holds", "held", "holding", "kept", "keep", "keeping", "defending"})
_INSIDES = frozenset({"inside", "in", "there"})
_FIGHTS = frozenset({"battle", "battles", "clashes", "combat", "fight", "fighting"})
_NO = frozenset({"no", "not", "never"})
_HOLDING = ((_GOES_ON | _NEVER | _KEEPS) - {"continue"}) | _FIGHTS | {"our", "inside", "enemy", "no"}


def holds_on(text: str, scope: tuple[int, int], words: frozenset[str]) -> bool:
    """True where what is said is that nothing was lost: "was still in the village", "had never changed hands"."""
    if _HOLDING.isdisjoint(words):
        return False
    low = lowered(text)
    return (
        (not _GOES_ON.isdisjoint(words) and _STILL.search(low, *scope) is not None)
        or (not _NEVER.isdisjoint(words) and _NOT_LOST.search(low, *scope) is not None)
        or (not _KEEPS.isdisjoint(words) and _HOLD.search(low, *scope) is not None)
        or (not _NO.isdisjoint(words) and _NOT_THERE.search(low, *scope) is not None)
        or (not _INSIDES.isdisjoint(words) and _INSIDE.search(low, *scope) is not None)
        or (not _FIGHTS.isdisjoint(words) and _FIGHT_GOES_ON.search(low, *scope) is not None)
    )
