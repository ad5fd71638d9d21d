"""What belongs to the name of a speaker and what only stands beside it: "Meanwhile the army", "Baghdad then", "M23 on"."""

import re

from geoevents.articles.calendar_words import CALENDAR_NAME
from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of, cut_head

__all__ = ["bare_name"]

_TITLE = any_of(sorted(DATA["words"]["heads_of_name"]))
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"
_OPENS = re.compile(
    r"^(?:(?:meanwhile|earlier|later|yesterday|overnight)\s+(?:(?:this|last|that|in\s+the)\s+\w+\s+)?"
    rf"|\w+\s+{_UNIT}\s+(?:ago|earlier|later)\s+"
    r"|on\s+the\s+eve\s+of\s+(?:the|this|that)\s+\w+\s+"
    rf"|(?:in|at)\s+(?:(?-i:[A-Z])[\w'’-]+\s+){{1,3}}(?=(?:the|{_TITLE})\s))(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\s+(?:on|late|early|then|there|now|also|too|had|has|further|in\s+turn|here|separately"
    rf"|(?:here\s+)?(?:had\s+)?(?:on|early|late)\s+(?:\d{{1,2}}\s+)?(?:{CALENDAR_NAME})(?:\s+(?:morning|afternoon|evening|night))?)$",
    re.IGNORECASE,
)


# "updates from the ministry": the ministry speaks.
_LEAD = re.compile(
    r"^(?:updates|reports?|statements?|data|figures|information|sources?|accounts?)\s+(?:from|by|of|at|in)\s+(?:the\s+)?"
)
# "The charity, however, accused", "The army, for its part, said".
_TURN = re.compile(r"(?:,\s+(?:however|meanwhile|though|too|in\s+turn)|,?\s+for\s+(?:its|his|her|their)\s+part)\s*$")
# "the mission, which has 13,000 troops there": the mission speaks.
_WHICH = re.compile(r",?\s+(?:which|who|whose|where)\b.*$", re.DOTALL)


def bare_name(name: str) -> str:
    """The name of a speaker without what is told of it and the time and place that its sentence opens or goes on with."""
    name = _TURN.sub("", _WHICH.sub("", cut_head(_LEAD, name)))
    inner = _CLOSES.sub("", cut_head(_OPENS, name))
    return inner or name
