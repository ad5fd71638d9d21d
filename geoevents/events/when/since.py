"""What has gone on since a day: tallies reach from it to the news, what has been held since then was taken that day."""

import datetime
import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = ["since_then", "tally_since"]


def since_then(text: str, when: When, hit: Hit) -> When:
    """The date of a hit in the light of a "since" before it: the day on which what has been held since then was taken."""
    return _beginning(_at_its_start(when, text, hit), hit)


_OVER_TIME = frozenset({"strike", "ground_combat", "control_change", "air_defence", "naval", "humanitarian", "protest"})
_TOWNS = patterns_of("geoevents.events.where", "place_words.toml")["settlements"]
_SEVERAL = re.compile(
    rf"\b(?:{_TOWNS}|territory|ground|sq\.?\s?(?:km|miles?|kilomet\w+)|square\s\w+|km2|posts|positions|areas|districts|provinces)\b"
)
_HOLDS = re.compile(r"(?:control|held|hold|occup|rul|govern|run)", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had)\b")
_HAS_DONE = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+)?\w+(?:ed|n|ne)\s+(?:[^\s.;:,]+\s+){0,6}$")
_PERFECT = frozenset({"perfect", "pluperfect"})
# "the deadliest raid since Monday": the day of another one.
_COMPARED = re.compile(
    r"\b(?:first|worst|biggest|largest|deadliest|heaviest|highest|only|last|time|\w{3,}est)\b[^.;,]{0,80}$"
)
_SINCE = re.compile(r"\bsince\s+(?!then\b)(?:[^\s.;:]+\s+){0,12}$")


def tally_since(
    text: str, hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], published: datetime.date | None
) -> DateMention | None:
    """The date since which something has happened again and again: "have killed 90 since March", "since the raid began on
    3 May at least 39 had been killed".
    """
    if published is None or hit.category not in _OVER_TIME or not dates or not _lasts(text, hit):
        return None
    low = lowered(text)
    for date in dates:
        start, end = date.start, date.start
        if low.startswith("since ", start):
            end += len("since ")
        if (
            date.date_start is None
            or date.leads
            or date.date_start > published
            or low.startswith(" since", date.end - 6)
        ):
            continue
        since = _SINCE.search(low, max(0, end - _REACH), end)
        if since is None or since.start() <= hit.trigger.start < date.end or not _is_of(hit, since.start(), clauses):
            continue
        if not _COMPARED.search(low, hit.clause.start, since.start()):
            return date
    return None


def _is_of(hit: Hit, since: int, clauses: Sequence[Clause]) -> bool:
    """True for a "since" in the clause of a hit or opening one beside it: not "fled X, where rebels have fought since Sunday"."""
    return hit.clause.start <= since < hit.clause.end or any(c.start == since for c in clauses)


_REACH = 90  # letters from "since" to the day when something began


def _lasts(text: str, hit: Hit) -> bool:
    """True for what has happened up to now; for ground, where several places were taken, and no longer held."""
    several = hit.object is not None and _SEVERAL.search(text, hit.object.start, hit.object.end) is not None
    if hit.category == "control_change" and (not several or _HOLDS.match(text, hit.trigger.start)):
        return False  # "has controlled four towns since March"
    if hit.category == "humanitarian" or hit.tense in _PERFECT:
        return hit.modality == "actual"
    low = lowered(text)  # "raids have killed 90", "we have documented 58 raids"
    return hit.voice == "noun" and (
        _HAS.match(low, hit.trigger.end + 1) is not None
        or _HAS_DONE.search(low, hit.clause.start, hit.trigger.start) is not None
    )


_BEGAN = re.compile(r"\b(?:since|began|begun|started|broke\s+out|erupted)\s+(?:[a-z]+\s+){0,3}$")


def of_the_war(text: str, dates: Sequence[DateMention], published: datetime.date | None) -> When:
    """The date of what a war has done as a whole: from its beginning to the news, if that is told, else none."""
    low = lowered(text)
    for date in dates:
        before = max(0, date.start - _REACH)
        told = low.startswith("since ", date.start) or _BEGAN.search(low, before, date.start)
        told = told or _SINCE.search(low, before, date.start)
        if told and date.date_start is not None and published is not None and date.date_start <= published:
            return When(
                date_start=date.date_start,
                date_end=published,
                precision="within_range",
                basis=date.basis,
                text=date.text,
            )
    return When(date_start=None, date_end=None, precision="unknown", basis=None)


_WHEN = re.compile(r"\s*,\s*when\b")


def _at_its_start(when: When, text: str, hit: Hit) -> When:
    """The day itself for what happened then: "since 10 May, when it [opened] a front"."""
    if when.text is None or when.span is None or not when.text.lower().startswith("since "):
        return when
    told = _WHEN.match(text, when.span.end)
    inside = told is not None and told.end() <= hit.trigger.start and hit.clause.start <= told.end() + 1
    whole = when.precision in {"month", "year"}  # "since 1983, when 241 died in a bombing"
    return replace(when, date_end=when.date_start, precision="day") if inside and not whole else when


def _beginning(when: When, hit: Hit) -> When:
    """What has been held "since" a day was taken on that day."""
    since = when.text is not None and when.text.lower().startswith("since ") and when.precision == "within_range"
    if not since or hit.category != "control_change" or (hit.tense == "perfect" and hit.voice == "active"):
        return when  # "since 10 May its troops have taken a dozen villages"
    return replace(when, date_end=when.date_start, precision="day")
