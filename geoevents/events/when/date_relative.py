"""What dates told from another day mean: "yesterday", "last week", "two days later", "overnight"."""

import datetime
import re

from geoevents.events.when.date_calendar import season_of, within_month
from geoevents.events.when.days import (
    Day,
    Found,
    Setting,
    Tense,
    day_of,
    month_end,
    number_of,
    one_day,
    part_of,
    shift,
    weekday_number,
)

__all__ = [
    "after_that",
    "ago",
    "before_that",
    "beside_deed",
    "eve_of",
    "hours_from",
    "later",
    "moved",
    "near_days",
    "part_alone",
    "part_of_span",
    "season",
    "since_then",
    "span_of",
    "the_weekend",
    "weekday_before",
    "week_from",
]

_DAYS_LIMIT = 3700  # a phrase never reaches further back than ten years by counting


def season(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    this = season_of(m["season"], d.year, "relative")
    if m["which"].lower() in {"last", "previous"} and this.end is not None and this.end >= d:
        return season_of(m["season"], d.year - 1, "relative")
    return (
        this
        if m["which"].lower() != "next" or (this.start or d) > d
        else season_of(m["season"], d.year + 1, "relative")
    )


def span_of(m: re.Match[str], where: Setting) -> Found:
    """ "last week", "this month", "next year", "earlier this week"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    if m.group().startswith("later "):
        return Found(d, _end_of(m["unit"], d), "within_range")
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(m["which"].lower(), 0)
    unit = m["unit"].lower()
    if m["which"].lower() == "past" and unit in {"week", "month", "year"}:
        return Found(shift(d, -{"week": 7, "month": 30, "year": 365}[unit]), d, "within_range")
    if unit == "week":
        monday = shift(d, -d.weekday() + 7 * step)
        if step and (part := _edge(m)):
            return (
                Found(monday, shift(monday, 2), "within_range")
                if part < 0
                else Found(shift(monday, 3), shift(monday, 6), "within_range")
            )
        return Found(monday, d if step == 0 and where.tense == "past" else shift(monday, 6), "week")
    if unit == "weekend":
        saturday = shift(
            d, -d.weekday() + 5 + 7 * (step - (1 if d.weekday() < 5 and step == 0 and where.tense == "past" else 0))
        )
        return Found(saturday, shift(saturday, 1), "day")
    if unit == "month":
        month = d.month - 1 + step
        year, month = d.year + month // 12, month % 12 + 1
        end = month_end(year, month)
        if part := _edge(m):
            return within_month(year, month, "early" if part < 0 else "late", "relative")
        return Found(datetime.date(year, month, 1), d if step == 0 and where.tense == "past" else end, "month")
    year = d.year + step
    if step and (part := _edge(m)):
        first = 1 if part < 0 else 10
        return Found(datetime.date(year, first, 1), month_end(year, first + 2), "within_range")
    return Found(
        datetime.date(year, 1, 1), d if step == 0 and where.tense == "past" else datetime.date(year, 12, 31), "year"
    )


def _end_of(unit: str, d: Day) -> Day:
    """The last day of the week, weekend, month or year that a day is in."""
    if unit == "year":
        return datetime.date(d.year, 12, 31)
    return month_end(d.year, d.month) if unit == "month" else shift(d, 6 - d.weekday())


def _edge(m: re.Match[str]) -> int:
    """-1 for "early last month", 1 for "at the end of last week", 0 for the whole of it."""
    part = (m.groupdict().get("part") or "").lower()
    return 0 if not part else -1 if re.search(r"early|beginning|start", part) else 1


def part_of_span(m: re.Match[str], where: Setting) -> Found:
    """ "at the start of the year": two months; "at the end of the month": ten days; of "the end" the last one that is over."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    first = m["part"].lower() != "end"
    if m["unit"] == "week":
        return _part_of_week(d, first=first, tense=where.tense)
    if where.tense == "future" and not first:  # "a verdict is expected at the end of the month"
        last = month_end(d.year, 12 if m["unit"].lower() == "year" else d.month)
        return Found(
            datetime.date(d.year, 11, 1) if m["unit"].lower() == "year" else shift(last, -9), last, "within_range"
        )
    if m["unit"].lower() == "year":
        start = datetime.date(d.year, 1, 1) if first else datetime.date(d.year - 1, 11, 1)
        last = month_end(d.year, 2) if first else month_end(d.year - 1, 12)
    else:
        opening = d.replace(day=1)
        start, last = (opening, shift(opening, 9)) if first else (shift(opening, -10), shift(opening, -1))
    return Found(start, d if m["lead"] else min(d, last), "within_range")


def _part_of_week(d: Day, *, first: bool, tense: Tense) -> Found:
    """Its Monday and Tuesday, or Thursday to Sunday; of "the end" the last one that has begun."""
    monday = shift(d, -d.weekday())
    if first:
        return Found(monday, min(d, shift(monday, 1)) if tense == "past" else shift(monday, 1), "within_range")
    start = shift(monday, 3)
    start = shift(start, -7) if tense == "past" and start > d else start
    last = shift(start, 3)
    return Found(start, min(d, last) if tense == "past" else last, "within_range")


def week_from(m: re.Match[str], where: Setting) -> Found:
    """ "the week before": Monday to Sunday before the week that the section is at."""
    base = (where.now if m["way"] == "before" else where.anchor) or where.published
    if base is None:
        return Found(None, None, "unknown")
    monday = shift(base, -base.weekday() + (-7 if m["way"].lower() == "before" else 7))
    return Found(monday, shift(monday, 6), "week")


def the_weekend(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    back = (d.weekday() - 5) % 7
    saturday = shift(d, 7 - back if where.tense == "future" and back > 1 else -back)
    return Found(saturday, shift(saturday, 1), "day")


def ago(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    count, unit = number_of(m["n"]), m["unit"].lower()
    if m.groupdict().get("exact") and unit.startswith("year"):
        day = day_of(d.year - count, d.month, d.day)  # "a year ago today"
        return Found(day, day, "day")
    return moved(d, -count, unit)


def moved(d: Day, count: int, unit: str) -> Found:
    if unit.startswith("day"):
        day = shift(d, count) if abs(count) < _DAYS_LIMIT else None
        return Found(day, day, "day")
    if unit.startswith(("week", "fortnight")):
        day = shift(d, (7 if unit[0] == "w" else 14) * count)
        return Found(day, day, "day")
    if unit.startswith("month"):
        month = d.month - 1 + count
        year, month = d.year + month // 12, month % 12 + 1
        return Found(datetime.date(year, month, 1), month_end(year, month), "month")
    if unit.startswith("hour"):
        return Found(d, d, "day")
    month = d.month
    return Found(datetime.date(d.year + count, month, 1), month_end(d.year + count, month), "month")


_BACK = re.compile(r"\b(?:earlier|before|previous)\b")


def later(m: re.Match[str], where: Setting) -> Found:
    """ "two days later", "the next day", "a day earlier": from the last resolved date."""
    low = m.group().lower()
    base = (where.now if _BACK.search(low) else where.anchor) or where.published
    if base is None:
        return Found(None, None, "unknown")
    if m["n"]:
        count, sign = number_of(m["n"]), -1 if m["way"].lower() in {"earlier", "before"} else 1
        return moved(base, sign * count, m["unit"])
    step = 1 if re.search(r"next|following", low) else -1 if re.search(r"previous|before", low) else 0
    day = shift(base, step)
    if "night" in low:
        if step == 0 and where.tense == "past" and base == where.published:
            return Found(shift(base, -1), base, "night")  # the coming night is not told yet
        return Found(shift(base, -1), base, "night") if step < 0 else Found(base, shift(base, 1), "night")
    return one_day(day, low)


def weekday_before(m: re.Match[str], where: Setting) -> Found:
    """ "the Thursday before": the last one before the day that the section is at."""
    base = where.now or where.published
    if base is None:
        return Found(None, None, "unknown")
    day = shift(base, -((base.weekday() - weekday_number(m["w"] or m["w2"]) - 1) % 7) - 1)
    return Found(day, day, "day")


def after_that(m: re.Match[str], where: Setting) -> Found:
    """ "a week after X": X lies that long before the day the section is at; "three years to the day after X" exactly."""
    base = where.now or where.published
    if base is None:
        return Found(None, None, "unknown")
    count = -number_of(m["n"] or "one")
    if "to the day" in m.group() and m["unit"].startswith("year"):
        day = day_of(base.year + count, base.month, base.day)
        return Found(day, day, "day")
    return moved(base, count, m["unit"])


def before_that(m: re.Match[str], where: Setting) -> Found:
    """ "a day before X": X comes that long after the day the section is at."""
    base = where.now or where.published
    return Found(None, None, "unknown") if base is None else moved(base, number_of(m["n"]), m["unit"])


def beside_deed(m: re.Match[str], deed: Day) -> Found:
    """ "two days before the blast", "the day after the vote", "hours after the raid", counted from the day of the deed."""
    groups, sign = m.groupdict(), -1 if m.group().endswith("before") else 1
    if "hours" in m.group():
        return Found(deed, deed, "day")
    if "night" in m.group():
        return Found(shift(deed, -1), deed, "night")
    return moved(deed, sign * number_of(groups.get("n") or "one"), groups.get("unit") or "day")


def eve_of(m: re.Match[str], where: Setting) -> Found:
    """ "on the eve of the summit": the day that the section is at, if the summit is to come, or the one before it."""
    base = where.now or where.published
    return Found(shift(base, -1) if base else None, base, "within_range")


def part_alone(m: re.Match[str], where: Setting) -> Found:
    """ "in the evening", "at dawn", "later in the day": a part of the day that is told elsewhere; no day of its own."""
    del where
    return Found(None, None, "unknown", part=part_of(m.group()))


def hours_from(m: re.Match[str], where: Setting) -> Found:
    """ "a few hours earlier", "minutes later", "hours after the raid": the day of the news that the section is at."""
    base = where.now or where.published
    return Found(base, base, "day")


def since_then(m: re.Match[str], where: Setting) -> Found:
    """ "since then", "has since": from the last resolved date of the section up to D."""
    if where.anchor is None or where.published is None or where.anchor > where.published:
        return Found(None, None, "unknown")
    return Found(where.anchor, where.published, "within_range")


def near_days(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    low = m.group().lower()
    step = -1 if "yesterday" in low else 1 if "tomorrow" in low else 0
    step *= 2 if low.startswith("the day ") else 1
    day = shift(d, step)
    if "last night" in low:
        return Found(shift(d, -1), d, "night")
    if "tonight" in low:
        return Found(d, shift(d, 1), "night")
    return one_day(day, low)
