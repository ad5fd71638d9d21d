"""What spans mean: "in the past two weeks", "in three years of war", "within 48 hours", "the first half of April"."""

import datetime
import re

from geoevents.events.when.date_relative import moved
from geoevents.events.when.days import DATA, Day, Found, Setting, month_end, month_number, number_of, shift
from geoevents.words import any_of

__all__ = ["by_its_end", "part_of_period", "past_span", "recent", "span_ahead", "this_last_week", "within"]

_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_FEW = {"hour": 1, "day": 7, "week": 28, "month": 120, "year": 1500}  # days that "a few" of them are at most
_FAR = 40000  # days of a century and a little: a longer span is none


def _length(number: str | None, unit: str) -> int:
    """Days of "48 hours", "two weeks", "few days"; one unit without a number.  OverflowError beyond a century."""
    one = unit.rstrip("s")
    if number in _VAGUE:
        return _FEW[one]
    count = number_of(number) if number else 1
    days = max(1, round(count * _DAYS[one]))
    if days > _FAR:
        raise OverflowError
    return days


def _back(day: Day, days: int) -> Found:
    return Found(shift(day, -days), day, "within_range")


def past_span(m: re.Match[str], where: Setting) -> Found:
    """ "in the past 24 hours", "over the last two weeks": up to D."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    vague = m["n"] is None and m["unit"].endswith("s") and m["unit"] != "hours"
    return _back(d, _length("few" if vague else m["n"], m["unit"]))


def recent(m: re.Match[str], where: Setting) -> Found:
    """ "in recent days": a week; "in recent weeks": four; "in recent months": three of them."""
    d = where.published
    days = 7 if "day" in m.group() else 28 if "week" in m.group() else 90
    return _back(d, days) if d is not None else Found(None, None, "unknown")


def this_last_week(m: re.Match[str], where: Setting) -> Found:
    """ "during the week": the seven days up to D."""
    d = where.published
    return _back(d, 6) if d is not None and where.tense == "past" else Found(None, None, "unknown")


# "the deadliest raid in two weeks", "its third test in a week", "for the first time in ten years": no span of that one.
_COMPARED = re.compile(rf"\b(?:{any_of(DATA['spans']['compared'])}|\d+(?:st|nd|rd|th))\b[^.;:]{{0,60}}$")
_ENDS = re.compile(r"(?:['’]?\s+time)?(?:\s*[.,;]|\s+(?:he|she|the|it|to|and)\b)")
_LEAST_HOURS = 20  # "in two hours" is of its day


def within(m: re.Match[str], where: Setting) -> Found:
    """ "in three days", "in two years of war": up to D; in the future tense the day so far ahead of D."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    if where.tense == "future":
        ahead = _ENDS.match(m.string, m.end()) is not None and not m["unit"].startswith("hour") and m["n"] not in _VAGUE
        return moved(d, number_of(m["n"]), m["unit"]) if ahead else Found(None, None, "unknown")
    short = m["unit"].startswith("hour") and (m["n"] in _VAGUE or number_of(m["n"]) < _LEAST_HOURS)
    if short or _COMPARED.search(m.string, m.pos, m.start()):
        return Found(None, None, "unknown")
    return _back(d, _length(m["n"], m["unit"]))


_VAGUE = frozenset({"few", "several", "couple of"})


def span_ahead(m: re.Match[str], where: Setting) -> Found:
    """ "within 48 hours", "over the next two weeks": from D on, for a plan; "in the coming days" says no days."""
    d = where.published
    if d is None or where.tense != "future" or m["n"] in _VAGUE or (m["n"] is None and m["unit"].endswith("s")):
        return Found(None, None, "unknown")
    return Found(d, shift(d, _length(m["n"], m["unit"])), "within_range")


def by_its_end(m: re.Match[str], where: Setting) -> Found:
    """ "by the end of the year", "before the end of next month", "by spring": from D to that day, for a plan."""
    d = where.published
    if d is None or where.tense != "future":
        return Found(None, None, "unknown")
    season = m["season"]
    last = _first_day_of_season(season, d) if season else _last_day(m["unit"], d, ahead=m["which"] == "next")
    return Found(d, last, "within_range")


def _last_day(unit: str, d: Day, *, ahead: bool) -> Day:
    if unit == "year":
        return datetime.date(d.year + ahead, 12, 31)
    if unit == "month":
        month = d.month + ahead
        return month_end(d.year + (month > 12), (month - 1) % 12 + 1)
    return shift(d, 6 - d.weekday() + 7 * ahead)


def _first_day_of_season(name: str, d: Day) -> Day:
    month = DATA["seasons"][name][0]
    this = datetime.date(d.year, month, 1)
    return this if this > d else datetime.date(d.year + 1, month, 1)


def part_of_period(m: re.Match[str], where: Setting) -> Found:
    """ "the first half of April", "the first two weeks of May 2024", "the third quarter of last year"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    told = m["y"] or m["y2"]
    year = int(told) if told else d.year + {"last": -1, "next": 1}.get(m["which"] or "", 0)
    if m["m"]:
        month = month_number(m["m"])
        if not told and where.tense == "past" and datetime.date(year, month, 1) > d:
            year -= 1
        return _cut(datetime.date(year, month, 1), month_end(year, month), m)
    if m["which"] and m["unit"] == "month":
        month = d.month - 1 + {"last": -1, "next": 1}.get(m["which"], 0)
        year, month = d.year + month // 12, month % 12 + 1
        return _cut(datetime.date(year, month, 1), month_end(year, month), m)
    return _cut(datetime.date(year, 1, 1), datetime.date(year, 12, 31), m)


_NTH = {"first": 0, "opening": 0, "early": 0, "second": 1, "third": 2, "fourth": 3}


def _cut(first: Day, last: Day, m: re.Match[str]) -> Found:
    """The part of a month or year that a match names: halves, quarters, or so many days, weeks, months of it."""
    length, part = (last - first).days + 1, m["part"]
    kind, nth = m["piece"], _NTH.get(part)
    if kind in {"half", "quarter"}:
        parts = 2 if kind == "half" else 4
        nth = parts - 1 if nth is None else nth
        starts = [_share(first, last, k, parts) for k in range(parts + 1)]
        return Found(starts[nth], shift(starts[nth + 1], -1), "within_range")
    days = min(length, _length(m["n"] or ("few" if kind.endswith("s") else None), kind))
    if nth is None:
        return Found(shift(last, 1 - days), last, "within_range")
    if kind.startswith("month"):
        count = number_of(m["n"]) if m["n"] and m["n"] != "few" else 2
        return Found(first, month_end(first.year, min(12, count)), "within_range")
    return Found(shift(first, nth * days), min(last, shift(first, (nth + 1) * days - 1)), "within_range")


def _share(first: Day, last: Day, k: int, parts: int) -> Day:
    """The first day of the ``k``-th of the parts: whole months of a year, fifteen days of a month."""
    if k == parts:
        return shift(last, 1)
    if last.month != first.month:
        return datetime.date(first.year, 1 + k * 12 // parts, 1)
    return shift(first, k * 30 // parts)
