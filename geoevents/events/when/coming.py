"""Deeds in the present that a weekday puts ahead of the news: "is flying to X on Thursday", "have a meeting on Friday"."""

import re
from collections.abc import Sequence

from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.articles.tokens import lowered
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.when.days import DATA, Day
from geoevents.words import any_of

__all__ = ["is_coming", "with_coming"]

_PEACEFUL = frozenset({"diplomacy", "legal"})
_IS = re.compile(rf"\b(?:is|are)\s+(?:(?:also|then|now)\s+)?(?:{any_of(sorted(GRAMMAR['going_somewhere']))})\b")
# "have a [meeting]", "Friday's programme is a [summit]"
_HAS = re.compile(
    rf"\b(?:has|have|is|are)\s+an?\s+(?:(?!(?:{any_of(DATA['coming']['gone'])})\b)[\w-]+\s+){{0,2}}[\w-]+$"
)
_WEEKDAY = re.compile(rf"\b(?:{any_of(WEEKDAYS)})\b")


def is_coming(text: str, hit: Hit) -> bool:
    """True for a dealing told in the present beside a weekday: it may be the one that is to come."""
    if hit.category not in _PEACEFUL or hit.modality != "actual":
        return False
    low = lowered(text)
    present = _IS.search(low, hit.clause.start, hit.trigger.end)
    if present is None or present.end() < hit.trigger.start:
        present = _HAS.search(low, hit.clause.start, hit.trigger.end) if hit.voice == "noun" else None
    return present is not None and _WEEKDAY.search(low, hit.clause.start, hit.clause.end) is not None


def with_coming(
    dates: Sequence[DateMention], ahead: Sequence[DateMention], published: Day | None
) -> tuple[DateMention, ...]:
    """The dates as those to come where a weekday is meant that is not the day of the news."""
    weekdays = {d.start: d for d in ahead if _WEEKDAY.search(d.text.lower())}
    return tuple(weekdays.get(d.start, d) if d.date_start != published else d for d in dates)
