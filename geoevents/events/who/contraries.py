"""Who says the contrary of what was told before: "no ship had been hit", "all its planes had returned", "said otherwise"."""

import re

from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of

__all__ = ["NONE_WAS", "OPPOSITE", "losses_denied", "says_contrary", "says_opposite"]

_D = {name: any_of(words) for name, words in DATA["contrary"].items()}
_DEED = any_of(DATA["deeds"]["attack"])
_DENIES = any_of(DATA["denial"]["denies"])
_WAS = r"(?:ha[ds]|have|was|were)\s+(?:been\s+)?"
_THEIR = r"(?:its|their|the|our|his)"
# "said no ship had been hit", "none of its aircraft was lost": the copy of a claim, with "no"
_NONE_HIT = re.compile(
    rf"\b(?:no|none\s+of\s+{_THEIR}|not\s+one\s+of\s+{_THEIR})\s+(?:\w+\s+)?"
    rf"(?:{_D['lost']}|(?<=military )(?:{_D['bases']}))\s+{_WAS}(?:{_D['hit']})\b"
)
# "denied that any of its men had been killed", "that a single shot had been fired", "that any raid had been launched"
NONE_WAS = re.compile(
    rf"\b(?:{_DENIES})\s+(?:on\s+\w+\s+)?that\s+(?:any|a\s+single|one)\s+(?:of\s+{_THEIR}\s+)?(?:\w+\s+){{1,3}}?{_WAS}(?:{_D['hit']}|{_D['done']})\b"
)
# "all its planes had returned", "all of the ships were safe"
_ALL_BACK = re.compile(
    rf"\ball\s+(?:of\s+)?(?:{_THEIR}\s+)?(?:\w+\s+)?(?:{_D['lost']}|{_D['men']})\s+(?:had|have|has|were|was|are)\s+(?:all\s+)?(?:safely\s+)?(?:{_D['back']})\b"
)
# "it had lost none", "had lost not a single tank", "has lost no vessel"
_LOST_NONE = re.compile(
    rf"\b(?:lost|lose)\s+(?:none\b|no\s+(?:\w+\s+)?(?:{_D['lost']})\b|not\s+(?:a|one)\s+(?:single\s+)?\w+)"
)
_CLOSES = r"(?=\s*(?:$|[.,;”\"]|(?:there|at\s+all|in\s+the\s+(?:area|town|city|village|region|district)|that\s+(?:day|night))\b))"
# "there had been no explosion", "no raid had been carried out"
_NO_DEED = re.compile(
    rf"\bthere\s+(?:ha[ds]\s+been|have\s+been|was|were)\s+no\s+(?:such\s+)?(?:{_DEED}){_CLOSES}"
    rf"|\bno\s+(?:such\s+)?(?:{_DEED})\s+{_WAS}(?:{_D['done']}|{_D['seen']}){_CLOSES}"
)
# "said the opposite", "told a different story"
_OPPOSITE = re.compile(
    r"\b(?:said|says|say|claimed|claims|reported|reports|insisted|insists)\s+(?:(?:just|exactly|quite)\s+)?(?:the\s+(?:very\s+|exact\s+)?(?:opposite|contrary|reverse)|otherwise)\b"
    r"|\b(?:told|tells|gave|gives)\s+an?\s+(?:\w+ly\s+|very\s+)?(?:different|other)\s+(?:account|picture|story|version)\b"
)
OPPOSITE = frozenset({"opposite", "contrary", "reverse", "otherwise", "different", "other"})
_NO = frozenset({"no", "none", "not"})


def says_contrary(low: str, scope: tuple[int, int], words: frozenset[str]) -> bool:
    """True where what is said is that nothing was hit, lost or done; ``low`` is the text in small letters."""
    if "all" in words and _ALL_BACK.search(low, *scope) is not None:
        return True
    return not _NO.isdisjoint(words) and any(p.search(low, *scope) for p in (_NONE_HIT, _LOST_NONE, _NO_DEED))


def says_opposite(low: str, verb: int) -> bool:
    """True for a verb behind which nothing stands but that it was not so: "said otherwise"."""
    return _OPPOSITE.match(low, verb) is not None


def losses_denied(low: str, start: int, end: int) -> frozenset[str] | None:
    """Of which categories somebody says what it did not lose, which is no answer to who holds a town; None if nobody does."""
    if not any(p.search(low, start, end) for p in (_NONE_HIT, _LOST_NONE, _ALL_BACK, _NONE_WAS_HIT)):
        return None
    if _DOWNED.search(low, start, end) is not None:
        return _FLOWN
    return _HARM


_DOWNED = re.compile(r"\b(?:shot\s+down|downed)\b")
_FLOWN = frozenset({"air_defence"})
_HARM = frozenset({"air_defence", "strike", "ground_combat", "naval"})
_NONE_WAS_HIT = re.compile(
    rf"that\s+(?:any|a\s+single|one)\s+(?:of\s+{_THEIR}\s+)?(?:\w+\s+){{1,3}}?{_WAS}(?:{_D['hit']})\b"
)
