"""What dates of the calendar mean: day, month, year, weekday, range."""

import datetime
import re

from geoevents.events.event import DateBasis
from geoevents.events.when.days import (
    DATA,
    Day,
    Found,
    Setting,
    day_of,
    month_end,
    month_number,
    near_weekday,
    near_year,
    one_day,
    shift,
    weekday_number,
)

__all__ = [
    "day_alone",
    "day_month",
    "day_range",
    "full_date",
    "holiday",
    "in_year",
    "iso_date",
    "night_into_date",
    "night_of_date",
    "month_alone",
    "month_of_year",
    "month_year",
    "season_of",
    "slashed_date",
    "weekday_alone",
    "weekday_of_week",
    "within_month",
]


def iso_date(m: re.Match[str], where: Setting) -> Found:
    day = day_of(int(m["y"]), int(m["m"]), int(m["d"]))
    return Found(day, day, "day", "explicit")


def slashed_date(m: re.Match[str], where: Setting) -> Found:
    """ "12/05/2025": the day first, or the month where only that is a day, or lies before D."""
    first, second, year = int(m["d"]), int(m["m"]), int(m["y"])
    options = [d for d in (day_of(year, second, first), day_of(year, first, second)) if d is not None]
    past = [d for d in options if where.published is None or d <= where.published]
    day = next(iter(past or options), None)
    return Found(day, day, "day", "explicit")


def full_date(m: re.Match[str], where: Setting) -> Found:
    day = day_of(int(m["y"]), month_number(m["m"]), int(re.sub(r"\D", "", m["d"])))
    return led(one_day(day, m.group(), "explicit"), m, where)


def day_month(m: re.Match[str], where: Setting) -> Found:
    day = near_year(month_number(m["m"]), int(re.sub(r"\D", "", m["d"])), where)
    return led(one_day(day, m.group(), "relative"), m, where)


def holiday(m: re.Match[str], where: Setting) -> Found:
    """ "on Christmas morning", "New Year's Eve": the one nearest to D that fits the tense."""
    name = m["holiday"] or "christmas day"
    if name in DATA["feasts"]:
        return one_day(_feast(DATA["feasts"][name], where), m.group())
    month, day = DATA["holidays"][name]
    return one_day(near_year(month, day, where), m.group())


def _feast(after_easter: int, where: Setting) -> Day | None:
    """A feast so many days after Easter: the one nearest to D that fits the tense."""
    d = where.published
    if d is None:
        return None
    options = [shift(_easter(year), after_easter) for year in (d.year - 1, d.year, d.year + 1)]
    fit = [x for x in options if (x >= d if where.tense == "future" else x <= d)]
    return min(fit, key=lambda x: abs((x - d).days))


def _easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (Meeus, *Astronomical Algorithms*, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def day_alone(m: re.Match[str], where: Setting) -> Found:
    """ "since the 10th", "on the 9th": that day of this month, or of the last one where it is still to come."""
    d, number = where.published, int(m["d"])
    if d is None:
        return Found(None, None, "unknown")
    step = -1 if where.tense == "past" and number > d.day else 1 if where.tense == "future" and number < d.day else 0
    month = d.month - 1 + step
    day = day_of(d.year + month // 12, month % 12 + 1, number)
    if m["lead"] == "into":
        return Found(shift(day, -1) if day else None, day, "night")
    return led(Found(day, day, "day" if day else "unknown"), m, where)


def night_of_date(m: re.Match[str], where: Setting) -> Found:
    """ "the night of 17-18 May", "the night of May 17": from that day to the next."""
    first = m["a"] or m["a2"] or m["a3"]
    day = near_year(month_number(m["m"] or m["m2"] or m["m3"]), int(re.sub(r"\D", "", first)), where)
    if day is not None and day == where.published and where.tense == "past":
        return Found(shift(day, -1), day, "night")  # told that day: the night that ended then
    return Found(day, shift(day, 1) if day else None, "night")


def night_into_date(m: re.Match[str], where: Setting) -> Found:
    """ "overnight into May 14": the night that ended that day."""
    day = near_year(month_number(m["m"] or m["m2"]), int(re.sub(r"\D", "", m["a"] or m["a2"])), where)
    return Found(shift(day, -1) if day else None, day, "night")


def day_range(m: re.Match[str], where: Setting) -> Found:
    """ "March 14-16", "between 3 and 5 May", "14 to 16 March 2022"."""
    month, first, last = month_number(m["m"]), int(re.sub(r"\D", "", m["a"])), int(re.sub(r"\D", "", m["b"]))
    last = last if last >= first else first  # "freed since the truce of January 19 to 18": the second is no day
    if m["y"]:
        return Found(day_of(int(m["y"]), month, first), day_of(int(m["y"]), month, last), "day", "explicit")
    end = near_year(month, last, where)
    return Found(day_of(end.year, month, first) if end else None, end, "day", "relative")


def month_year(m: re.Match[str], where: Setting) -> Found:
    year, month = int(m["y"]), month_number(m["m"])
    return within_month(year, month, m["which"], "explicit")


def within_month(year: int, month: int, which: str | None, basis: DateBasis) -> Found:
    end = month_end(year, month)
    low = (which or "").lower()
    if "early" in low or "beginning" in low or "start" in low:
        return Found(datetime.date(year, month, 1), datetime.date(year, month, 10), "within_range", basis)
    if "mid" in low:
        return Found(datetime.date(year, month, 11), datetime.date(year, month, 20), "within_range", basis)
    if "late" in low or "end" in low:
        return Found(datetime.date(year, month, 21), end, "within_range", basis)
    return Found(datetime.date(year, month, 1), end, "month", basis)


def month_alone(m: re.Match[str], where: Setting) -> Found:
    d, month = where.published, month_number(m["m"])
    if d is None:
        return Found(None, None, "unknown")
    if m["lead"].lower() == "that" and where.anchor is not None:  # "was taken in February 2022 and freed that July"
        return within_month(where.anchor.year + (month < where.anchor.month), month, None, "relative")
    year = d.year
    if where.tense == "past" and datetime.date(year, month, 1) > d:
        year -= 1
    if where.tense == "future" and month < d.month:
        year += 1
    if m["lead"].lower() == "next" and datetime.date(year, month, 1) <= d:
        year += 1
    if m["lead"].lower() == "last" and datetime.date(year, month, 1) > shift(d, -27):
        year -= 1
    return within_month(year, month, m["which"], "relative")


def month_of_year(m: re.Match[str], where: Setting) -> Found:
    """ "in March last year", "March of this year"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    year = (
        d.year - 1 if m["which_year"].lower() in {"last", "previous"} else d.year + (m["which_year"].lower() == "next")
    )
    return within_month(year, month_number(m["m"]), None, "relative")


def in_year(m: re.Match[str], where: Setting) -> Found:
    year = int(m["y"])
    if m["season"]:
        return season_of(m["season"], year, "explicit")
    return Found(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", "explicit")


def season_of(name: str, year: int, basis: DateBasis) -> Found:
    first, last = DATA["seasons"][name.lower()]
    return Found(datetime.date(year, first, 1), month_end(year + (last < first), last), "within_range", basis)


def weekday_alone(m: re.Match[str], where: Setting) -> Found:
    words = m.group().lower()
    return led(one_day(near_weekday(weekday_number(m["w"]), where, words), words), m, where)


def weekday_of_week(m: re.Match[str], where: Setting) -> Found:
    """ "on Tuesday last week", "on the Friday of next week"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    step = 7 if m["week"] == "next" else -7
    return one_day(shift(d, weekday_number(m["w"]) - d.weekday() + step), m.group())


_OPEN = frozenset({"from", "starting", "beginning"})


def led(found: Found, m: re.Match[str], where: Setting) -> Found:
    """A day in the light of the word before it: "from", "since", "until", "by"."""
    lead, day = (m.groupdict().get("lead") or "").strip().lower(), found.start
    if not lead or day is None or m.string[m.end() : m.end() + 2] in {"'s", "’s"}:
        return found  # "the toll from Monday's strike"
    d = where.published
    if lead in _OPEN:
        return Found(day, None, "day", found.basis)
    if lead == "since":
        return Found(day, d, "within_range", found.basis) if d is not None and d >= day else found
    if d is not None and day >= d and (lead != "by" or where.tense == "future"):
        return Found(d, day, "within_range", found.basis)
    return Found(day, found.end, "on_or_before", found.basis)
