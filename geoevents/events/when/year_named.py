"""Years told by a name: "a 2014 [bombing] in X", "the 1998 [siege] of Y", "were shot in World War II" are not of the news."""

import datetime
import re

from geoevents.events.event import Span
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit
from geoevents.events.when.date_elements import YEAR4
from geoevents.events.when.days import Day

__all__ = ["of_its_year"]

# "in a deadly 2017 chemical weapons | attack"; a month in front of the year ("the July 2014 raid") tells more.
_ITS_YEAR = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat)|['’]s?)\s+(?:[a-z][a-z-]*\s+){{0,2}}"
    rf"(?P<year>{YEAR4})\s+(?:[\w’'-]+\s+){{0,3}}$"
)
_REACH = 90  # letters before a noun in which its phrase begins


def of_its_year(text: str, hit: Hit, when: When, published: Day | None) -> When:
    """The date of a noun with a year of its own, where it is a past one, or of what was done in a war of the world; else the
    date as told."""
    if hit.modality == "planned":
        return when
    war = (
        _IN_A_WAR.search(text, hit.clause.start, hit.clause.end) if when.basis not in {"explicit", "relative"} else None
    )
    if war is not None:
        first, last = (1939, 1945) if war["second"] else (1914, 1918)
        return _within(first, last, war.group(), Span(*war.span()))
    if hit.voice != "noun":
        return when
    first = max(hit.clause.start, hit.trigger.start - _REACH)
    before = text[first : hit.trigger.start]
    match = _ITS_YEAR.search(before) if "19" in before or "20" in before else None
    if match is None:
        return when
    year = int(match["year"])
    if (published is not None and year >= published.year) or (
        when.date_start is not None and when.date_start.year == year
    ):
        return when
    return _within(year, year, match["year"], Span(first + match.start("year"), first + match.end("year")))


# "were shot in Norway during World War Two"; "since World War II" only compares.
_IN_A_WAR = re.compile(
    r"\b(?:in|during|throughout)\s+(?:the\s+)?(?:(?P<second>World\s+War\s+(?:Two|II|2)|Second\s+World\s+War)|World\s+War\s+(?:One|I|1)"
    r"|First\s+World\s+War)\b"
)


def _within(first: int, last: int, text: str, span: Span) -> When:
    return When(
        date_start=datetime.date(first, 1, 1),
        date_end=datetime.date(last, 12, 31),
        precision="year" if first == last else "within_range",
        basis="explicit",
        text=text,
        span=span,
    )
