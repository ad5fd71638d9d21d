"""The day an article was published, where no one says so: from its dateline or from what it tells."""

import datetime
import re
from collections.abc import Sequence

from geoevents.articles.article import PublishedBasis
from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.articles.segments import Segment

__all__ = ["infer_published", "parse_day"]

_MONTH = r"(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in MONTHS) + r"|sept)\.?"
_WEEKDAY = r"(?P<weekday>" + "|".join(WEEKDAYS) + ")"
_TOLD = re.compile(
    rf"\b(?P<this>this\s+)?{_WEEKDAY},?\s+(?:(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}}))\b(?!,?\s+\d{{4}})",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+{_MONTH}|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_HEADS = 3  # lines at the head of a text of which one may be the day of its publication
_REPORTS = (
    r"(?:summary|report|update|briefing|assessment|overview|digest|bulletin|sitrep|statement|review|communiqu[eé])"
)
_HEADED = re.compile(
    rf"(?:(?:[\w’'\-]+\s+){{0,5}}{_REPORTS}\b[^.?!]{{0,40}}?[\s,:(\-–—])?(?:{'|'.join(WEEKDAYS)})?[\s,]*{_FULL.pattern}"
    r"[\s,)|\-–—]*(?:(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b")
_PAST = re.compile(
    rf"\b(?:said|says|told|reported|announced|claimed|declared|added|wrote)\b[^.]{{0,60}}?\b{_WEEKDAY}\b", re.IGNORECASE
)
_LATEST_YEAR = 2100


def parse_day(text: str) -> datetime.date | None:
    """A day from ``YYYY-MM-DD`` (a time after it is ignored), ``18 September 2023`` or ``September 18, 2023``; else None."""
    text = text.strip()
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        match = _FULL.search(text)
    return _day(match, int(match.group("year"))) if match else None


def infer_published(
    text: str, segments: Sequence[Segment], *, title: str | None = None, name: str = ""
) -> tuple[datetime.date | None, PublishedBasis | None]:
    """(day, basis): from a dateline, or a first line that dates the text ("17 May 2023", "Summary for 17 May 2023"), else from
    the one date in the ``name`` of its file, else from a weekday told with month and day; (None, None) if none of these.

    "Monday September 18" fits only some years: the first such year not before the latest year that the text looks back
    on is taken.  The article then is of that day if it says "this Monday", or of the latest weekday that its past-tense
    reporting names within the week before.  The machine's clock is never asked.
    """
    for s in segments:
        if s.kind == "dateline" and (match := _FULL.search(text, s.start, s.end)):
            return _day(match, int(match.group("year"))), "dateline"
    for head in [title or "", *(text[s.start : s.end] for s in segments[:_HEADS])]:
        if (match := _HEADED.fullmatch(head.strip())) is not None:
            return _day(match, int(match.group("year"))), "dateline"
    if len(days := _IN_NAME.findall(name)) == 1 and (day := parse_day("-".join(days[0]))) is not None:
        return day, "inferred"
    told = _TOLD.search(text)
    if told is None:
        return None, None
    day = _first_fitting(text, told)
    if day is None:
        return None, None
    heads = " ".join([title or "", *(text[s.start : s.end] for s in segments if s.kind in {"title", "heading"})])
    weekday = told.group("weekday").lower()
    if told.group("this") or re.search(rf"\bthis\s+{weekday}\b", f"{heads} {text}", re.IGNORECASE):
        return day, "inferred"
    return _latest_reported(text, day), "inferred"


def _day(match: re.Match[str], year: int) -> datetime.date | None:
    name = (match.group("month") or match.group("month2")).lower()[:3]
    month = next(i for i, m in enumerate(MONTHS, start=1) if m.startswith(name))
    try:
        return datetime.date(year, month, int(match.group("day") or match.group("day2")))
    except ValueError:
        return None


def _first_fitting(text: str, told: re.Match[str]) -> datetime.date | None:
    """The told day in the first year, from the latest one in the text, in which it falls on the told weekday."""
    years = [int(y) for y in _YEAR.findall(text)]
    if not years:
        return None
    weekday = WEEKDAYS.index(told.group("weekday").lower())
    for year in range(max(years), min(max(years) + 12, _LATEST_YEAR)):
        day = _day(told, year)
        if day is not None and day.weekday() == weekday:
            return day
    return None


def _latest_reported(text: str, told: datetime.date) -> datetime.date:
    """The latest weekday, not after the told day, that a saying verb is dated with; the told day if none."""
    days = []
    for match in _PAST.finditer(text):
        back = (told.weekday() - WEEKDAYS.index(match.group("weekday").lower())) % 7
        days.append(told - datetime.timedelta(days=back))
    return max(days, default=told)
