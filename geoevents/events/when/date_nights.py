"""What nights mean: "overnight", "the night of Sunday to Monday"."""

import re

from geoevents.events.when.days import Found, Setting, near_weekday, shift, weekday_number

__all__ = ["evening_to_morning", "night_between", "night_of", "overnight"]


def overnight(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    return Found(shift(d, -1), d, "night")


def night_between(m: re.Match[str], where: Setting) -> Found:
    """ "the night of Sunday to Monday", "overnight Sunday to Monday", "overnight into Monday"."""
    last = near_weekday(weekday_number(m["b"]), where, "")
    return Found(shift(last, -1) if last else None, last, "night")


def evening_to_morning(m: re.Match[str], where: Setting) -> Found:
    """ "between the previous evening and seven in the morning": the night before that morning."""
    last = near_weekday(weekday_number(m["b"]), where, "") if m["b"] else where.anchor or where.published
    return Found(shift(last, -1) if last else None, last, "night")


def night_of(m: re.Match[str], where: Setting) -> Found:
    """ "on Sunday night": from that day to the next; "overnight on Sunday": up to that day."""
    day = near_weekday(weekday_number(m["a"]), where, "")
    if day is None:
        return Found(None, None, "unknown")
    if m.group().lower().startswith(("overnight", "during")):
        return Found(shift(day, -1), day, "night")
    return Found(day, shift(day, 1), "night")
