"""The kinds of date phrases: one pattern each, and what day it means relative to the day of publication (D)."""

import datetime
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from geoevents.events.event import DateBasis, DatePrecision

__all__ = ["PATTERNS", "Day", "Found", "PartOfDay", "Setting", "Tense", "part_of"]

PartOfDay = Literal["early", "morning", "afternoon", "evening"]
Tense = Literal["past", "future"]
Day = datetime.date


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern made of a match."""

    start: Day | None
    end: Day | None
    precision: DatePrecision
    basis: DateBasis = "relative"
    part: PartOfDay | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is relative to."""

    published: Day | None
    tense: Tense
    anchor: Day | None


_DATA = tomllib.loads(files("geoevents.events").joinpath("date_words.toml").read_text("utf-8"))
_WEEKDAYS: list[str] = _DATA["weekdays"]
_MONTHS: list[str] = _DATA["months"]
_NUMBERS: dict[str, int] = _DATA["numbers"]
_W = "(?:" + "|".join(_WEEKDAYS) + ")"
_M = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS) + r"|sept)\.?"
_N = r"(?:\d{1,3}|" + "|".join(_NUMBERS) + ")"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PART = r"(?:before dawn|at dawn|early hours|small hours|morning|afternoon|midday|noon|evening|night)"
_DAYS_LIMIT = 3700  # a phrase never reaches further back than ten years by counting


def _weekday(word: str) -> int:
    return _WEEKDAYS.index(word.lower())


def _month(word: str) -> int:
    return next(i for i, m in enumerate(_MONTHS, start=1) if m.startswith(word.lower()[:3]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _make(year: int, month: int, day: int) -> Day | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _shift(day: Day, days: int) -> Day:
    return day + datetime.timedelta(days=days)


def _month_end(year: int, month: int) -> Day:
    return _shift(datetime.date(year + month // 12, month % 12 + 1, 1), -1)


def part_of(words: str) -> PartOfDay | None:
    low = words.lower()
    if re.search(r"\b(?:early|dawn|small hours)\b", low) and "evening" not in low:
        return "early"
    for name in ("morning", "afternoon", "evening"):
        if name in low:
            return name
    if re.search(r"\b(?:midday|noon)\b", low):
        return "afternoon"
    return "evening" if re.search(r"\b(?:late|night)\b", low) else None


def _near_weekday(number: int, where: Setting, words: str) -> Day | None:
    """The weekday meant: the latest not after D in the past tense, the first from D on in the future."""
    d = where.published
    if d is None:
        return None
    back = (d.weekday() - number) % 7
    if "next" in words:
        return _shift(d, (7 - back) if back else 7)
    if re.search(r"\b(?:last|previous)\b", words):
        return _shift(d, -(back or 7))
    if where.tense == "future":
        return _shift(d, (7 - back) % 7)
    return _shift(d, -back)


def _near_year(month: int, day: int, where: Setting) -> Day | None:
    """Day and month without a year: the nearest to D that fits the tense."""
    d = where.published
    if d is None:
        return None
    options = [x for y in (d.year - 1, d.year, d.year + 1) if (x := _make(y, month, day))]
    late = [x for x in options if (x >= _shift(d, -3) if where.tense == "future" else x <= _shift(d, 3))]
    return min(late or options, key=lambda x: abs((x - d).days), default=None)


def _one(day: Day | None, words: str, basis: DateBasis = "relative") -> Found:
    part = part_of(words)
    if part == "evening" and re.search(r"\bnight\b", words.lower()) and day is not None:
        return Found(day, _shift(day, 1), "night", basis)
    return Found(day, day, "part_of_day" if part else "day", basis, part)


def _iso(m: re.Match[str], where: Setting) -> Found:
    day = _make(int(m["y"]), int(m["m"]), int(m["d"]))
    return Found(day, day, "day", "explicit")


def _full(m: re.Match[str], where: Setting) -> Found:
    day = _make(int(m["y"]), _month(m["m"]), int(re.sub(r"\D", "", m["d"])))
    return _one(day, m.group(), "explicit")


def _day_month(m: re.Match[str], where: Setting) -> Found:
    day = _near_year(_month(m["m"]), int(re.sub(r"\D", "", m["d"])), where)
    return _one(day, m.group(), "relative")


def _range_days(m: re.Match[str], where: Setting) -> Found:
    """ "March 14-16", "between 3 and 5 May", "14 to 16 March 2022"."""
    month, first, last = _month(m["m"]), int(re.sub(r"\D", "", m["a"])), int(re.sub(r"\D", "", m["b"]))
    if m["y"]:
        return Found(_make(int(m["y"]), month, first), _make(int(m["y"]), month, last), "day", "explicit")
    end = _near_year(month, last, where)
    return Found(_make(end.year, month, first) if end else None, end, "day", "relative")


def _range_told(m: re.Match[str], where: Setting) -> Found:
    """ "from Monday September 18 to Thursday September 21", "between October 2022 and March 2023"."""
    first, last = _end_of_range(m["a"], where), _end_of_range(m["b"], where)
    if first is None or last is None:
        return Found(None, None, "unknown")
    if last[1] < first[0]:
        last = (last[0], _shift(last[1], 7)) if re.fullmatch(_W, m["b"].strip(), re.IGNORECASE) else last
    precision: DatePrecision = "day" if first[0] == first[1] else "within_range"
    return Found(first[0], max(last[1], first[0]), precision)


def _end_of_range(words: str, where: Setting) -> tuple[Day, Day] | None:
    for pattern, make in (*_FULL, _MONTH_YEAR, *_DAYMONTH, _WEEKDAY_ALONE):
        match = pattern.search(words)
        if match is not None:
            found = make(match, where)
            return (found.start, found.end or found.start) if found.start else None
    return None


def _month_year(m: re.Match[str], where: Setting) -> Found:
    year, month = int(m["y"]), _month(m["m"])
    return _within_month(year, month, m["which"], "explicit")


def _within_month(year: int, month: int, which: str | None, basis: DateBasis) -> Found:
    end = _month_end(year, month)
    low = (which or "").lower()
    if "early" in low or "beginning" in low or "start" in low:
        return Found(datetime.date(year, month, 1), datetime.date(year, month, 10), "within_range", basis)
    if "mid" in low:
        return Found(datetime.date(year, month, 11), datetime.date(year, month, 20), "within_range", basis)
    if "late" in low or "end" in low:
        return Found(datetime.date(year, month, 21), end, "within_range", basis)
    return Found(datetime.date(year, month, 1), end, "month", basis)


def _month_alone(m: re.Match[str], where: Setting) -> Found:
    d, month = where.published, _month(m["m"])
    if d is None:
        return Found(None, None, "unknown")
    year = d.year
    if where.tense == "past" and datetime.date(year, month, 1) > d:
        year -= 1
    if where.tense == "future" and month < d.month:
        year += 1
    if (m["last"] or "").lower().startswith("last") and datetime.date(year, month, 1) > _shift(d, -27):
        year -= 1
    return _within_month(year, month, m["which"], "relative")


def _month_of_year(m: re.Match[str], where: Setting) -> Found:
    """ "in March last year", "March of this year"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    year = (
        d.year - 1 if m["which_year"].lower() in {"last", "previous"} else d.year + (m["which_year"].lower() == "next")
    )
    return _within_month(year, _month(m["m"]), None, "relative")


def _year(m: re.Match[str], where: Setting) -> Found:
    year = int(m["y"])
    if m["season"]:
        return _season_of(m["season"], year, "explicit")
    return Found(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", "explicit")


def _season_of(name: str, year: int, basis: DateBasis) -> Found:
    first, last = _DATA["seasons"][name.lower()]
    return Found(datetime.date(year, first, 1), _month_end(year + (last < first), last), "within_range", basis)


def _season(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    this = _season_of(m["season"], d.year, "relative")
    if m["which"].lower() in {"last", "previous"} and this.end is not None and this.end >= d:
        return _season_of(m["season"], d.year - 1, "relative")
    return (
        this
        if m["which"].lower() != "next" or (this.start or d) > d
        else _season_of(m["season"], d.year + 1, "relative")
    )


def _span_of(m: re.Match[str], where: Setting) -> Found:
    """ "last week", "this month", "next year", "earlier this week"."""
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(m["which"].lower(), 0)
    unit = m["unit"].lower()
    if unit == "week":
        monday = _shift(d, -d.weekday() + 7 * step)
        return Found(monday, d if step == 0 and where.tense == "past" else _shift(monday, 6), "week")
    if unit == "weekend":
        saturday = _shift(
            d, -d.weekday() + 5 + 7 * (step - (1 if d.weekday() < 5 and step == 0 and where.tense == "past" else 0))
        )
        return Found(saturday, _shift(saturday, 1), "day")
    if unit == "month":
        month = d.month - 1 + step
        year, month = d.year + month // 12, month % 12 + 1
        end = _month_end(year, month)
        return Found(datetime.date(year, month, 1), d if step == 0 and where.tense == "past" else end, "month")
    year = d.year + step
    return Found(
        datetime.date(year, 1, 1), d if step == 0 and where.tense == "past" else datetime.date(year, 12, 31), "year"
    )


def _the_weekend(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    back = (d.weekday() - 5) % 7
    saturday = _shift(d, -back)
    return Found(saturday, _shift(saturday, 1), "day")


def _ago(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    count, unit = _number(m["n"]), m["unit"].lower()
    return _moved(d, -count, unit)


def _moved(d: Day, count: int, unit: str) -> Found:
    if unit.startswith("day"):
        day = _shift(d, count) if abs(count) < _DAYS_LIMIT else None
        return Found(day, day, "day")
    if unit.startswith("week"):
        day = _shift(d, 7 * count)
        return Found(day, day, "day")
    if unit.startswith("month"):
        month = d.month - 1 + count
        year, month = d.year + month // 12, month % 12 + 1
        return Found(datetime.date(year, month, 1), _month_end(year, month), "month")
    if unit.startswith("hour"):
        return Found(d, d, "day")
    month = d.month
    return Found(datetime.date(d.year + count, month, 1), _month_end(d.year + count, month), "month")


def _ahead(m: re.Match[str], where: Setting) -> Found:
    """ "in two weeks", "in three days' time": ahead of D."""
    if where.published is None or where.tense != "future":
        return Found(None, None, "unknown")
    return _moved(where.published, _number(m["n"]), m["unit"])


def _later(m: re.Match[str], where: Setting) -> Found:
    """ "two days later", "the next day", "a day earlier": from the last resolved date."""
    base = where.anchor or where.published
    if base is None:
        return Found(None, None, "unknown")
    if m["n"]:
        count, sign = _number(m["n"]), -1 if m["way"].lower() in {"earlier", "before"} else 1
        if sign < 0 and where.anchor is None:
            base = where.published or base
        return _moved(base, sign * count, m["unit"])
    low = m.group().lower()
    step = 1 if re.search(r"next|following", low) else -1 if re.search(r"previous|before|eve", low) else 0
    day = _shift(base, step)
    if "night" in low:
        return Found(day, _shift(day, 1), "night") if step == 0 else Found(_shift(base, step), base, "night")
    return Found(day, day, "day")


def _hours_from(m: re.Match[str], where: Setting) -> Found:
    """ "a few hours earlier", "minutes later": the day that the section is at."""
    base = where.anchor or where.published
    return Found(base, base, "day")


def _since_then(m: re.Match[str], where: Setting) -> Found:
    """ "since then", "has since": from the last resolved date of the section up to D."""
    if where.anchor is None or where.published is None or where.anchor > where.published:
        return Found(None, None, "unknown")
    return Found(where.anchor, where.published, "within_range")


def _near_days(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    low = m.group().lower()
    step = -1 if "yesterday" in low else 1 if "tomorrow" in low else 0
    day = _shift(d, step)
    if "last night" in low:
        return Found(_shift(d, -1), d, "night")
    if "tonight" in low:
        return Found(d, _shift(d, 1), "night")
    return _one(day, low)


def _overnight(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    return Found(_shift(d, -1), d, "night")


def _night_between(m: re.Match[str], where: Setting) -> Found:
    """ "the night of Sunday to Monday", "overnight Sunday to Monday", "overnight into Monday"."""
    last = _near_weekday(_weekday(m["b"]), where, "")
    return Found(_shift(last, -1) if last else None, last, "night")


def _night_of(m: re.Match[str], where: Setting) -> Found:
    """ "on Sunday night": from that day to the next; "overnight on Sunday": up to that day."""
    day = _near_weekday(_weekday(m["a"]), where, "")
    if day is None:
        return Found(None, None, "unknown")
    if m.group().lower().startswith(("overnight", "during")):
        return Found(_shift(day, -1), day, "night")
    return Found(day, _shift(day, 1), "night")


def _past_hours(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    if d is None:
        return Found(None, None, "unknown")
    hours = int(m["n"]) if m["n"] and m["n"].isdigit() else 24
    days = max(1, round(hours / 24)) if "hour" in m.group().lower() else (_number(m["n"]) if m["n"] else 1)
    return Found(_shift(d, -days), d, "within_range")


def _recent(m: re.Match[str], where: Setting) -> Found:
    d = where.published
    back = 7 if "day" in m.group().lower() else 28
    return Found(_shift(d, -back) if d else None, d, "within_range")


def _weekday_alone(m: re.Match[str], where: Setting) -> Found:
    words = m.group().lower()
    found = _one(_near_weekday(_weekday(m["w"]), where, words), words)
    lead = (m["lead"] or "").strip().lower() if "lead" in m.groupdict() else ""
    if found.start is not None and lead in {"from", "starting", "beginning"}:
        return Found(found.start, None, "day")
    if found.start is not None and lead == "since" and where.published is not None:
        return Found(found.start, where.published, "within_range")
    if found.start is not None and lead in {"until", "through"}:
        return Found(
            where.published, max(found.start, where.published) if where.published else found.start, "within_range"
        )
    return found


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE)


_YEAR4 = r"(?:19|20)\d\d"
_BEFORE = r"(?:(?:early|late)\s+(?:on\s+)?)?"
_DAY_OF_MONTH = rf"(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_M})"
_MONTH_DAY = rf"(?P<m>{_M})\s+(?P<d>{_DAY})"
_FULL = tuple(
    (_compile(rf"{_BEFORE}(?:{_W},?\s+)?{order},?\s+(?P<y>{_YEAR4})"), _full) for order in (_DAY_OF_MONTH, _MONTH_DAY)
)
_DAYMONTH = tuple(
    (_compile(rf"{_BEFORE}(?:{_W},?\s+)?{order}(?:\s+(?:in\s+the\s+)?{_PART})?"), _day_month)
    for order in (_DAY_OF_MONTH, _MONTH_DAY)
)
_WHICH = r"(?:(?P<which>early|mid-?|late|the\s+(?:beginning|start|end)\s+of)\s*)?"
_MONTH_YEAR = (_compile(rf"{_WHICH}(?P<m>{_M})\s+(?:of\s+)?(?P<y>{_YEAR4})"), _month_year)
_WEEKDAY_ALONE = (_compile(rf"(?P<w>{_W})"), _weekday_alone)
_POINT = rf"(?:{_W},?\s+)?(?:{_DAY}\s+(?:of\s+)?{_M}|{_M}\s+{_DAY})(?:,?\s+{_YEAR4})?|{_M}\s+{_YEAR4}|{_W}"

# Most telling first.
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Setting], Found]], ...] = (
    (_compile(rf"(?P<y>{_YEAR4})-(?P<m>\d\d)-(?P<d>\d\d)"), _iso),
    (_compile(rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR4})"), _iso),
    (_compile(
        rf"(?:between|from)\s+(?P<a>{_DAY})\s*(?:-|–|to|and|until)\s*(?P<b>{_DAY})\s+(?:of"
        rf"\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_YEAR4}))?"
    ), _range_days),
    (_compile(rf"(?P<a>{_DAY})\s*(?:-|–|to)\s*(?P<b>{_DAY})\s+(?P<m>{_M})(?:,?\s+(?P<y>{_YEAR4}))?"), _range_days),
    (_compile(rf"(?P<m>{_M})\s+(?P<a>{_DAY})\s*(?:-|–|to)\s*(?P<b>{_DAY})(?:,?\s+(?P<y>{_YEAR4}))?"), _range_days),
    (_compile(
        rf"(?:the\s+)?(?:night\s+(?:of|from|between)|overnight(?:\s+(?:from|between))?)"
        rf"\s+(?P<a>{_W})\s+(?:to|and|into|on)\s+(?P<b>{_W})"
    ), _night_between),
    (_compile(rf"overnight\s+(?:in)?to\s+(?P<b>{_W})"), _night_between),
    (_compile(rf"(?P<b>{_W})\s+overnight"), _night_between),
    (_compile(rf"(?:overnight|during\s+the\s+night)\s+(?:on|of|to)\s+(?P<a>{_W})"), _night_of),
    (_compile(rf"(?:between|from)\s+(?P<a>{_POINT})\s+(?:to|and|until|through)\s+(?P<b>{_POINT})"), _range_told),
    *_FULL,
    _MONTH_YEAR,
    *_DAYMONTH,
    (_compile(rf"(?P<m>{_M})\s+(?:of\s+)?(?P<which_year>last|this|next|previous)\s+year"), _month_of_year),
    (_compile(
        rf"(?:in|of|since|until|before|after|by|during|back\s+in)\s+(?:the\s+)?(?:(?P<season>spring"
        rf"|summer|autumn|winter)\s+of\s+)?(?P<y>{_YEAR4})"
    ), _year),
    (_compile(rf"(?P<season>spring|summer|autumn|winter)\s+(?:of\s+)?(?P<y>{_YEAR4})"), _year),
    (_compile(r"(?P<which>last|this|next|previous)\s+(?P<season>spring|summer|autumn|fall|winter)"), _season),
    (_compile(rf"(?P<n>{_N})\s+(?P<unit>hours?|days?|weeks?|months?|years?)\s+ago"), _ago),
    (_compile(rf"in\s+(?P<n>{_N})\s+(?P<unit>days?|weeks?|months?)(?:['’]?\s+time)?(?=\s*[.,;]|\s+(?:he|she|the|it|to|and)\b)"), _ahead),
    (_compile(
        rf"(?P<n>{_N})\s+(?P<unit>days?|weeks?|months?)\s+(?P<way>later|earlier|(?:before"
        rf"|after(?:wards)?)(?=\s*[.,;]|\s+said))"
    ), _later),
    (_compile(
        rf"(?:{_N}|few|several|some|couple\s+of|many)?\s*(?:hours?|minutes?)\s+(?:later|earlier|before(?=\s*[.,;])|afterwards)"
    ), _hours_from),
    (_compile(r"since\s+then|(?<=has\s)since(?=\s\w+ed\b)|(?<=have\s)since(?=\s\w+ed\b)"), _since_then),
    (_compile(
        r"the\s+(?:next|following|previous|same)\s+(?:day|night)(?P<n>)(?P<unit>)(?P<way>)|that"
        r"\s+(?:same\s+)?(?:day|night)(?P<n2>)|the\s+(?:day|night)\s+before"
    ), _later),
    (_compile(
        r"(?:early|late|earlier|later)?\s*(?:yesterday|today|tomorrow)(?:\s+(?:morning|afternoon"
        r"|evening|night))?|last\s+night|tonight|this\s+(?:morning|afternoon|evening)"
    ), _near_days),
    (_compile(
        r"(?:in|over|during|within)\s+the\s+(?:past|last|previous)\s+(?P<n>\d{1,3}|two|three|four"
        r"|five|six)?\s*(?:hours?|days?)"
    ), _past_hours),
    (_compile(r"(?:in|over)\s+recent\s+(?:days|weeks)"), _recent),
    (_compile(
        r"(?:earlier\s+|later\s+)?(?P<which>last|this|next|previous|past|coming)\s+(?P<unit>week"
        r"|weekend|month|year)"
    ), _span_of),
    (_compile(r"(?:at|over|on|during)\s+the\s+weekend"), _the_weekend),
    (_compile(
        rf"(?:(?P<lead>from|since|until|through|starting|beginning)\s+)?(?:(?:early|late)\s+(?:on\s+)?"
        rf"|(?:last|next|this|the\s+previous|previous)\s+)?(?P<w>{_W})(?:\s+(?:{_PART}|before\s+dawn))?"
    ), _weekday_alone),
    (_compile(rf"(?:in\s+the\s+)?(?:early\s+hours|small\s+hours)\s+of\s+(?P<w>{_W})(?P<lead>)"), _weekday_alone),
    (_compile(r"overnight|(?:during|in)\s+the\s+night|through\s+the\s+night"), _overnight),
    (_compile(
        rf"(?:in|since|until|during|by|of|from|(?P<last>last))\s+(?:(?P<which>early|mid-?|late|the"
        rf"\s+(?:beginning|start|end)\s+of)\s*)?(?P<m>{_M})(?!\s+\d)"
    ), _month_alone),
)  # fmt: skip
