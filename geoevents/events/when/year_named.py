"""The year in front of a deed: "a 2014 [bombing] in X" and "the 1998 [siege] of Y" are of that year, not of the news."""

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
    """The date of a noun with a year of its own, where it is a past one; else the date as told."""
    if hit.voice != "noun" or hit.modality == "planned":
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
    return When(
        date_start=datetime.date(year, 1, 1),
        date_end=datetime.date(year, 12, 31),
        precision="year",
        basis="explicit",
        text=match["year"],
        span=Span(first + match.start("year"), first + match.end("year")),
    )
