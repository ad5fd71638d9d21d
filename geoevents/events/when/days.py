"""Days, and what a phrase about them is relative to: the day of publication (D), the tense, the last date told."""

import datetime
import re
from functools import lru_cache
from typing import Literal

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS
from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.events.event import DateBasis, DatePrecision
from geoevents.values import dataclass
from geoevents.words import any_of, data_of

__all__ = [
    "DATA", "IT_HAPPENED", "NUMBERS", "Day", "Found", "PartOfDay", "Setting", "Tense", "day_of", "month_end", "month_number",
    "near_weekday", "near_year", "number_of", "one_day", "part_of", "shift", "weekday_number",
]  # fmt: skip

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
    """What a phrase is relative to: ``anchor`` is the last day told, ``now`` the day from which news looks back."""

    published: Day | None
    tense: Tense
    anchor: Day | None
    now: Day | None = None


DATA = data_of("geoevents.events.when", "date_words.toml")
# "A week", and the numbers up to twelve: larger ones are written in digits.
NUMBERS = {"a": 1, "an": 1, **{word: value for word, value in NUMBER_WORDS.items() if value <= 12}}
# "The incident occurred", "it happened": what a later sentence says of the event before, day or place behind it.
IT_HAPPENED = (
    r"(?:it|this|(?:the|this|both|these)\s+(?:\w+\s+){0,2}?(?P<noun>\w+))(?:,?\s+(?:that|which))?\s+(?:(?:also|\w+ly)\s+)?"
    rf"(?:{any_of(DATA['told_before']['verbs'])})\b"
)
_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}


def weekday_number(word: str) -> int:
    return WEEKDAYS.index(word.lower())


def month_number(word: str) -> int:
    return _MONTH_NUMBERS[word.lower()[:3]]


def number_of(word: str) -> int:
    """The value of "12", "a", "twelve", "twenty-four".  KeyError for other words."""
    if word.isdigit():
        return int(word)
    return NUMBERS.get(word) or sum(NUMBER_WORDS[part] for part in word.split("-"))


def day_of(year: int, month: int, day: int) -> Day | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def shift(day: Day, days: int) -> Day:
    return day + datetime.timedelta(days=days)


def month_end(year: int, month: int) -> Day:
    return shift(datetime.date(year + month // 12, month % 12 + 1, 1), -1)


@lru_cache(maxsize=1024)  # few phrases name most days
def part_of(words: str) -> PartOfDay | None:
    """The part of a day that a phrase names, None for a whole day."""
    low = words.lower()
    if re.search(r"\b(?:early|dawn|daybreak|sunrise|midnight|small hours)\b", low) and not re.search(
        r"afternoon|evening", low
    ):
        return "early"
    for name in ("morning", "afternoon", "evening"):
        if name in low:
            return name
    if re.search(r"\b(?:midday|noon)\b", low):
        return "afternoon"
    return "evening" if re.search(r"\b(?:late|night|dusk|sunset|nightfall)\b", low) else None


def near_weekday(number: int, where: Setting, words: str) -> Day | None:
    """The weekday meant: the latest not after D in the past tense, the first from D on in the future."""
    d = where.published
    if d is None:
        return None
    back = (d.weekday() - number) % 7
    if "next" in words:
        return shift(d, (7 - back) if back else 7)
    if re.search(r"\b(?:last|previous)\b", words):
        return shift(d, -(back or 7))
    if where.tense == "future":
        return shift(d, (7 - back) % 7)
    return shift(d, -back)


def near_year(month: int, day: int, where: Setting) -> Day | None:
    """Day and month without a year: the nearest to D that fits the tense."""
    d = where.published
    if d is None:
        return None
    options = [x for y in (d.year - 1, d.year, d.year + 1) if (x := day_of(y, month, day))]
    late = [x for x in options if (x >= shift(d, -3) if where.tense == "future" else x <= shift(d, 3))]
    return min(late or options, key=lambda x: abs((x - d).days), default=None)


def one_day(day: Day | None, words: str, basis: DateBasis = "relative") -> Found:
    part = part_of(words)
    if part == "evening" and re.search(r"\bnight\b", words.lower()) and day is not None:
        return Found(day, shift(day, 1), "night", basis)
    return Found(day, day, "part_of_day" if part else "day", basis, part)
