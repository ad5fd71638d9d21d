"""The words that a sentence must have for a date phrase of a kind: by them the patterns to try are chosen."""

import re
from collections.abc import Set

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.events.when.days import DATA, NUMBERS

__all__ = ["cues_of"]

# What a sentence may have, by its words: a pattern without its cues is not tried (of 40 a sentence tries four or five).
_UNITS = frozenset(
    w + s for w in ("hour", "minute", "day", "week", "fortnight", "weekend", "month", "year") for s in ("", "s")
)
_MONTH_WORDS = frozenset({*MONTHS, *(m[:3] for m in MONTHS), "sept"})
_PARTS = frozenset({
    "day", "hours", "morning", "afternoon", "evening", "dawn", "daybreak", "sunrise", "midday", "noon", "dusk", "sunset", "nightfall",
    "midnight",
})  # fmt: skip
_NIGHTS = frozenset({"night", "overnight", "nights", "midnight"})
CUES: dict[str, frozenset[str]] = {
    "eve": frozenset({"eve"}),
    "year": frozenset({"#year"}),
    "digit": frozenset({"#digit"}),
    "month": _MONTH_WORDS,
    "weekday": frozenset(WEEKDAYS),
    "named": _MONTH_WORDS | frozenset(WEEKDAYS),
    "night": _NIGHTS,
    "season": frozenset({"spring", "summer", "autumn", "fall", "winter"}),
    "unit": _UNITS,
    "day": frozenset({"day", "night", "morning", "afternoon", "evening"}),
    "part": _PARTS,
    "near": frozenset({"yesterday", "today", "tomorrow", "tonight", "last", "this"}),
    "offset": frozenset({"later", "earlier", "before", "after", "afterwards"}),
    "ago": frozenset({"ago"}),
    "since": frozenset({"since"}),
    "range": frozenset({"between", "from"}),
    "number": frozenset(word for number in NUMBERS for word in number.split()),
    "hours": frozenset({"hour", "hours", "minute", "minutes"}),
    "which": frozenset({"last", "this", "next", "previous", "past", "coming", "preceding"}),
    "before": frozenset({"before", "previous"}),
    "piece": frozenset({"half", "quarter", "day", "days", "week", "weeks", "fortnight", "month", "months"}),
    "by": frozenset({"end", "spring", "summer", "autumn", "winter"}),
    "edge": frozenset({"beginning", "start", "end"}),
    "recent": frozenset({"recent"}),
    "weekend": frozenset({"weekend"}),
    "holiday": frozenset(DATA["holiday_cues"]["words"]),
    "ordinal": frozenset({"st", "nd", "rd", "th"}),
}
# These tell no date alone.
_BESIDE = frozenset({"by", "digit", "offset", "range", "near", "number", "which", "before", "edge", "recent"})
_ANY = frozenset().union(*(words for name, words in CUES.items() if name not in _BESIDE))
_ANY |= {"yesterday", "today", "tomorrow", "tonight"}
_DIGIT = re.compile(r"[0-9]")
_YEAR_IN_NUMBER = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def cues_of(words: Set[str]) -> frozenset[str]:
    """Names of the cues that a sentence of these words has, by which date patterns are chosen; empty where it has no date."""
    numbers = [w for w in words if "0" <= w[-1] <= "9"] if _DIGIT.search(" ".join(words)) else []
    found = {name for w in _CUE_WORDS.intersection(words) for name in _CUES_OF[w]}
    if any(_YEAR_IN_NUMBER.search(w) for w in numbers):
        found.add("year")
    elif _ANY.isdisjoint(words):
        return frozenset()
    if numbers:
        found |= {"digit", "number"}
    return frozenset(found)


_CUES_OF = {w: frozenset(name for name, words in CUES.items() if w in words) for words in CUES.values() for w in words}
_CUE_WORDS = frozenset(_CUES_OF)
