"""What belongs to the name of a speaker and what only stands beside it: "Meanwhile the army", "Baghdad then", "M23 on"."""

import re

from geoevents.articles.calendar_words import CALENDAR_NAME, WEEKDAYS
from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import OF_A_SECTOR, OFFICES
from geoevents.words import any_of, cut_head

__all__ = ["bare_name"]

_TITLE = any_of(sorted(DATA["words"]["heads_of_name"]))
_TEXT = any_of(sorted({*DATA["words"]["texts"], *DATA["words"]["recordings"]}))
_WEEKDAY = any_of(day.title() for day in WEEKDAYS)
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"
# "• ", "19:12 " of a list of news by the hour
_MARK = re.compile(r"^(?:\(\d{4}\),?\s+(?:the\s+)?)?(?:[•*·–—-]\s+)?(?:\d{1,2}[:.]\d{2}\s+)?(?:[•*·–—-]\s+)?")
# "drone strikes embarrass the army The minister": a heading without a stop ran into the sentence
_HEADING = re.compile(r"^.*\s(?!(?:of|and|in|for|with|by|at|from|to|on|the)\s)[a-z]{3,}\s+(?=The\s)(?:The\s+)?")
# "told a committee | his ministry had refused"
_HIS = re.compile(
    r"^(?:[a-z]+\s+)*(?!(?:of|and|or|for|with|by|in|at|from|to|on)\s)[a-z]+\s+(?=(?:his|her|its|their)\s+[a-z]+$)"
)
_OPENS = re.compile(
    r"^(?:(?:meanwhile|earlier|later|yesterday|overnight)\s+(?:(?:this|last|that|in\s+the)\s+\w+\s+)?"
    rf"|(?:last|this)\s+(?:night|{_UNIT})\s+(?=(?-i:[A-Z]))"
    rf"|\w+\s+{_UNIT}\s+(?:ago|earlier|later)\s+"
    r"|on\s+the\s+eve\s+of\s+(?:the|this|that)\s+\w+\s+"
    r"|by\s+[\w-]+\s+votes?\s+to\s+[\w-]+\s+"
    rf"|in\s+an?\s+(?:\w+\s+)?(?:{_TEXT})\s+(?:(?:\w+ed|seen|sent|shown)\s+)?(?:on\s+(?:{CALENDAR_NAME})\s+)?(?=(?-i:[A-Z]))"
    rf"|(?:in|at)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w'’-]+\s+){{1,3}}(?=(?:the|all|both|\d+|{_TITLE})\s))(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"\s+(?:(?:yesterday|today|last\s+(?:night|{_UNIT}))(?:\s+(?:morning|afternoon|evening))?|(?-i:{_WEEKDAY})"
    r"|on|late|early|then|there|now|also|too|had|has|having|further|in\s+turn|here|separately|the\s+same\s+day"
    rf"|in\s+an?\s+(?:[\w-]+\s+)?(?:{_TEXT})"
    rf"|(?:here\s+)?(?:had\s+)?(?:on|early|late)\s+(?:\d{{1,2}}\s+)?(?:{CALENDAR_NAME})(?:\s+(?:morning|afternoon|evening|night))?)$",
    re.IGNORECASE,
)


# "updates from the ministry": the ministry speaks.
_LEAD = re.compile(
    r"^(?:updates|reports?|statements?|data|figures|information|sources?|accounts?)\s+(?:from|by|of|at|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "The charity, however, accused", "The army, for its part, said".
_TURN = re.compile(r"(?:,\s+(?:however|meanwhile|though|too|in\s+turn)|,?\s+for\s+(?:its|his|her|their)\s+part)\s*$")
# "the mission, which has 13,000 troops there": the mission speaks; "Anna Berg was given", "emergency services cited by X".
_WHICH = re.compile(
    r"(?:,?\s+(?:which|who|whose|where)|(?<=\w)\s+(?:was|were|is|are|speaking|cited\s+by|quoted\s+by))\b.*$", re.DOTALL
)
_COMMA = re.compile(r",\s+")
_ARTICLES = frozenset({"the", "a", "an", "one", "its", "his", "her", "their", "both", "then", "now"})


def bare_name(name: str) -> str:
    """The name of a speaker without what is told of it and the time and place that its sentence opens or goes on with."""
    name = _TURN.sub("", _WHICH.sub("", cut_head(_LEAD, cut_head(_MARK, name))))
    name = cut_head(_HIS, cut_head(_HEADING, name)) if " " in name else name
    name = _named_alone(name) if "," in name else name
    inner = _CLOSES.sub("", cut_head(_OPENS, name))
    return inner or name


def _named_alone(name: str) -> str:
    """The name with those appositions that say who it is: "Mr X, the governor", not "the Kremlin, reacting to this"."""
    first, *more = _COMMA.split(name)
    if first.lower() in _THERE:
        return more[-1]  # "There, close to the border, | the rebels"
    kept = [first]
    for part in more:
        if not _tells_who(part):
            break
        kept.append(part)
    return ", ".join(kept)


def _tells_who(part: str) -> bool:
    """True for words that begin with a name, an article or a number, or with an office: "head of the region"."""
    word = part.split(maxsplit=1)[0] if part else ""
    low = word.lower()
    if word[:1].isupper() or word[:1].isdigit() or low in _ARTICLES or low in NUMBER_WORDS:
        return True
    head = part.lower().partition(" of ")[0].partition(" for ")[0].partition(" in ")[0]
    told = not OFFICES.isdisjoint(head.split()) or OF_A_SECTOR.search(head) is not None
    return told and not low.endswith("ing") and low not in _BESIDE


_THERE = frozenset({"there", "here", "elsewhere"})
_BESIDE = frozenset(DATA["words"]["beside_name"])
