"""What the present tense tells of days to come: "the summit opens in X on Sunday", "the envoy travels to Y next week"."""

from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.modality import Tense

__all__ = ["is_scheduled"]

_DAYS = frozenset({*WEEKDAYS, "tomorrow", "next"})
_REACH = 8  # words from a noun to the verb that says when it is: "a conference on rebuilding [Ukraine] opens"


_MEETINGS = frozenset({"diplomacy", "legal", "mobilisation", "protest"})


def is_scheduled(p: Parse, i: int, clause: Clause, category: str, tense: Tense) -> bool:
    """True where a trigger, or the verb behind a noun, is a present form of what schedules tell, with a day behind it."""
    if category not in _MEETINGS or tense not in {"present", "none"}:
        return False
    verbs = GRAMMAR["scheduled"]
    for k in range(i, min(clause.last, i + _REACH)):
        if p.lows[k] in verbs:
            return not _DAYS.isdisjoint(p.lows[k + 1 : clause.last])
        if k > i and p.tags[k] in "VA":
            return False
    return False
