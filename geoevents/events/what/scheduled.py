"""What the present tells of days to come: "arrives in X on Sunday", "a conference on X opens on Sunday", "hosts a summit next week"."""

from collections.abc import Sequence
from itertools import pairwise

from geoevents.articles.calendar_words import MONTHS
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["is_begun", "is_intended", "is_opening", "is_scheduled"]

_GOING = GRAMMAR["going_somewhere"]
_OPENS_TIME = frozenset({"on", "from", "next", "tomorrow"})  # "From Friday to Sunday the ministers meet in X"
_MONTHS = frozenset(MONTHS)
_REACH = 7  # words from a noun to its verb


def is_scheduled(p: Parse, i: int, clause: Clause, tense: str) -> bool:
    """True for a present that tells a date to come: "arrives in X on Sunday", "is flying to X on Sunday"."""
    going = p.lows[i] in _GOING and not {"is", "are"}.isdisjoint(p.lows[max(clause.first, i - 3) : i])
    if tense != "present" or not (going or (p.tags[i] == "V" and not p.lows[i].endswith("ing"))):
        return False
    words = p.lows[clause.first if p.lows[clause.first] in _OPENS_TIME else i : clause.last]
    if p.lows[i] in _ENDING and _in_bare_month(words):
        return True
    if not GRAMMAR["days_to_come"].isdisjoint(words):
        return True
    months = _MONTHS
    return any((a.isdigit() and b in months) or (a in months and b.isdigit()) for a, b in pairwise(words))


# "leaves office in January", "steps down in May": told of what is fixed; a past one would be told in the past.
_ENDING = GRAMMAR["scheduled"] | {"leaves", "leave", "steps", "retires", "stands", "ends", "expires"}


def _in_bare_month(words: Sequence[str]) -> bool:
    """True for "in January" without a year: "in January 2014" is told of by chroniclers."""
    at = next((k for k, (a, b) in enumerate(pairwise(words)) if a == "in" and b in _MONTHS), None)
    return at is not None and not any(w.isdigit() for w in words[at + 2 : at + 4])


def is_opening(p: Parse, last: int, clause: Clause) -> bool:
    """True for a noun whose verb tells in the present what is to come: "a conference on rebuilding X | opens on Sunday"."""
    end = min(clause.last, last + _REACH)
    verb = next((k for k in range(last, end) if p.lows[k] in GRAMMAR["scheduled"] or p.tags[k] in "VA"), None)
    if verb is None or p.lows[verb] not in GRAMMAR["scheduled"]:
        return False
    return not GRAMMAR["days_to_come"].isdisjoint(p.lows[verb + 1 : clause.last])


_PLANS = frozenset({"plans", "plan", "planned", "intends"})


def is_intended(p: Parse, i: int, clause: Clause) -> bool:
    """True for the object of a verb of planning: "plans a final [stop] in X on Saturday", "is planning a visit"."""
    verb = next((k for k in range(i - 1, clause.first - 1, -1) if p.tags[k] not in "DJENMX-"), None)
    return verb is not None and p.lows[verb] in _PLANS and p.tags[verb] in "VIP" and verb > clause.first


def is_begun(p: Parse, i: int, clause: Clause) -> bool:
    """True for the object of such a verb: "begins a three-day visit to X on Sunday", "hosts a summit next week"."""
    verb = next((k for k in range(i - 1, clause.first - 1, -1) if p.tags[k] not in "DJENMX-"), None)
    if verb is None or p.tags[verb] != "V" or p.lows[verb] not in GRAMMAR["scheduled"]:
        return False
    return not GRAMMAR["days_to_come"].isdisjoint(p.lows[i + 1 : clause.last])
