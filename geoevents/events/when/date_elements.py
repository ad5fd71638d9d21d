"""Parts of which the patterns of dates are made, and what ranges between two points mean."""

import re
from collections.abc import Callable
from itertools import pairwise

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.articles.number_words import spelled
from geoevents.events.event import DatePrecision
from geoevents.events.when.date_calendar import day_month, full_date, month_year, weekday_alone
from geoevents.events.when.days import (
    DATA,
    NUMBERS,
    Day,
    Found,
    Setting,
    near_weekday,
    number_of,
    shift,
    weekday_number,
)
from geoevents.words import any_of

__all__ = [
    "DAY", "DAYMONTH", "DAYS_IN_A_ROW", "FULL", "HOLIDAY", "LEAD", "M", "MANY", "MONTH_YEAR", "N", "NO_CLOCK",
    "NTH", "PART", "POINT", "SEASON", "UNIT", "W", "YEAR4", "Maker", "compiled", "day_after_day", "range_told",
    "span_to", "week_of",
]  # fmt: skip

Maker = Callable[[re.Match[str], Setting], Found]
W = "(?:" + "|".join(WEEKDAYS) + ")"
M = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r"|sept)\.?"
DAYS_IN_A_ROW = "|".join(rf"{a}\s+and\s+(?:on\s+)?{b}" for a, b in pairwise((*WEEKDAYS, WEEKDAYS[0])))
N = r"(?:\d{1,3}|" + "|".join(NUMBERS) + ")"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
HOLIDAY = any_of(sorted({**DATA["holidays"], **DATA["feasts"]}, key=len, reverse=True))
NO_CLOCK = r"(?<!\d )" + "".join(f"(?<!{word} )" for word, hour in NUMBERS.items() if hour > 1)  # "at ten at night"
NTH = "second|third|fourth|fifth|sixth|seventh"
UNIT = "hours?|days?|weeks?|fortnights?|months?|years?"
MANY = rf"(?:few|several|couple\s+of|(?:{spelled(20, 90)})(?:-(?:{spelled(1, 9)}))?|{spelled(13, 19)}|{N})"
PART = r"(?:before dawn|at dawn|early hours|small hours|morning|afternoon|midday|noon|evening|night)"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, for texts in small letters."""
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])")


YEAR4 = r"(?:19|20)\d\d"
BEFORE = r"(?:(?:early|late)\s+(?:on\s+)?)?"
LEAD = r"(?:(?P<lead>from|since|until|till|through|by|starting|beginning)\s+)?"
DAY_OF_MONTH = rf"(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{M})"
MONTH_DAY = rf"(?P<m>{M})\s+(?P<d>{DAY})"
WHICH = r"(?:(?P<which>early|mid-?|late|the\s+(?:beginning|start|end)\s+of)\s*)?"
SEASON = r"(?:spring|summer|autumn|winter)"
POINT = rf"(?:{W},?\s+)?(?:{DAY}\s+(?:of\s+)?{M}|{M}\s+{DAY})(?:,?\s+{YEAR4})?|{M}\s+{YEAR4}|{W}"
FULL = tuple(
    (compiled(rf"{LEAD}{BEFORE}(?:{W},?\s+)?{order},?\s+(?P<y>{YEAR4})"), full_date, "month year")
    for order in (DAY_OF_MONTH, MONTH_DAY)
)
DAYMONTH = tuple(
    (compiled(rf"{LEAD}{BEFORE}(?:{W},?\s+)?{order}(?:\s+(?:in\s+the\s+)?{PART})?"), day_month, "month digit")
    for order in (DAY_OF_MONTH, MONTH_DAY)
)
MONTH_YEAR = (compiled(rf"{WHICH}(?P<m>{M})\s+(?:of\s+)?(?P<y>{YEAR4})"), month_year, "month year")
WEEKDAY_ALONE = (compiled(rf"(?P<w>{W})"), weekday_alone, "weekday")


def range_told(m: re.Match[str], where: Setting) -> Found:
    """ "from Monday March 4 to Thursday March 7", "between October 2022 and March 2023"."""
    first, last = end_of_range(m["a"], where), end_of_range(m["b"], where)
    if first is None or last is None:
        return Found(None, None, "unknown")
    if last[1] < first[0]:
        ahead = shift(last[1], 7)
        if re.fullmatch(W, m["a"].strip()) and where.tense == "past" and where.published and ahead > where.published:
            first = (shift(first[0], -7), first[1])  # "between Sunday and Thursday", told on Monday
        elif re.fullmatch(W, m["b"].strip()):
            last = (last[0], ahead)
    precision: DatePrecision = "day" if first[0] == first[1] else "within_range"
    return Found(first[0], max(last[1], first[0]), precision)


def span_to(m: re.Match[str], where: Setting) -> Found:
    """ "in the week to 3 May": the seven days that end then; "in the two days to Tuesday"."""
    last = end_of_range(m["b"], where)
    if last is None:
        return Found(None, None, "unknown")
    if m["unit"] == "hours":  # "in the 24 hours to Friday"
        return Found(shift(last[1], -max(1, number_of(m["n"] or "24") // 24)), last[1], "within_range")
    days = (number_of(m["n"]) if m["n"] else 1) * {"d": 1, "w": 7, "f": 14}[m["unit"][0]]
    return Found(shift(last[1], 1 - days), last[1], "within_range")


def end_of_range(words: str, where: Setting) -> tuple[Day, Day] | None:
    for pattern, make, _ in (*FULL, MONTH_YEAR, *DAYMONTH, WEEKDAY_ALONE):
        match = pattern.search(words)
        if match is not None:
            found = make(match, where)
            return (found.start, found.end or found.start) if found.start else None
    return None


def week_of(m: re.Match[str], where: Setting) -> Found:
    """ "in the week of 5 May": the seven days that begin then."""
    first = end_of_range(m["b"], where)
    return Found(first[0], shift(first[0], 6), "week") if first else Found(None, None, "unknown")


def day_after_day(m: re.Match[str], where: Setting) -> Found:
    """ "on Thursday and Friday": two days in a row are one range; the second is the latest not after D."""
    first, *_, last = m.group().split()
    day = near_weekday(weekday_number(last if where.tense == "past" else first), where, "")
    if day is None:
        return Found(None, None, "unknown")
    return Found(shift(day, -1), day, "day") if where.tense == "past" else Found(day, shift(day, 1), "day")
