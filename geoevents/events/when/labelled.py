"""The day that stands before what it dates: at the head of a line ("Feb 5, 1994: A shell kills 68"), or over a section ("1982").

In a chronology such a day is what "today" is to news: undated words are of it, "a day later" counts from it.
"""

import re

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.events.event import Span
from geoevents.events.telling import When
from geoevents.events.when.date_elements import YEAR4, M
from geoevents.events.when.dates import date_phrases, resolved
from geoevents.events.when.days import DATA, Day, day_of, month_end, month_number
from geoevents.words import any_of

__all__ = ["Labels", "day_over"]

_BESIDE_DAY = re.compile(rf"(?:[\W_]|\b(?:{any_of(DATA['labels']['beside'])})\b)*", re.IGNORECASE)
_YEAR, _MONTH = re.compile(YEAR4), re.compile(M)
_LONGEST = 40  # letters of a heading that is a day


class Labels:
    """The labels of an article so far: ``day`` is what the current line or section is of, ``year`` the last one told."""

    __slots__ = ("_of_section", "_paragraph", "day", "year")

    def __init__(self) -> None:
        self.day: When | None = None
        self.year: int | None = None
        self._of_section: When | None = None
        self._paragraph = -1

    def enter(self, article: Article, segment: Segment) -> None:
        """Takes notice of a segment: of a heading or label the day, if it is one."""
        if segment.kind in {"heading", "label"}:
            self._read(article, segment)
        elif segment.paragraph != self._paragraph:
            self.day = self._of_section

    def _read(self, article: Article, segment: Segment) -> None:
        self.day = day_over(article.text, segment, published=article.published, year=self.year)
        if self.day is not None and self.day.date_start is not None and _YEAR.search(self.day.text or ""):
            self.year = self.day.date_start.year
        alone = article.text.startswith("\n", segment.end)
        if segment.kind == "heading" or (alone and self.day is not None):
            self._of_section = self.day  # "1982" on a line of its own goes on to the next year or heading
            self.year = self.year if self.day is not None else None
        elif self.day is None:
            self.day = self._of_section
        self._paragraph = segment.paragraph


def day_over(text: str, segment: Segment, *, published: Day | None, year: int | None) -> When | None:
    """The day, month or year that a heading or a label is; None for one with other words.  ``year`` is that of the ones before."""
    if published is None or segment.end - segment.start > _LONGEST:
        return None
    words = text[segment.start : segment.end]
    told = _YEAR.search(words)
    if told is not None and _BESIDE_DAY.fullmatch(words.replace(told.group(), "")):
        return _span(day_of(int(told.group()), 1, 1), day_of(int(told.group()), 12, 31), segment, words, "year")
    last = published if year is None or year >= published.year else day_of(year, 12, 31)
    if last is not None and (month := _MONTH.fullmatch(words.strip(" -–—:*•.").lower())):
        number = month_number(month.group())
        first = day_of(last.year - (number > last.month), number, 1)
        return _span(first, month_end(first.year, number) if first else None, segment, words, "month")
    dates = resolved(text, date_phrases(text, segment.start, segment.end), published=last)
    rest = words
    for date in reversed(dates):
        rest = rest[: date.start - segment.start] + rest[date.end - segment.start :]
    if not dates or dates[0].date_start is None or not _BESIDE_DAY.fullmatch(_DAYS.sub("", rest)):
        return None
    return _span(dates[0].date_start, _end_of_days(rest, dates[0].date_end), segment, words, dates[0].precision)


_DAYS = re.compile(r"[-–—]\s*\d{1,2}\b")  # "Sept 16|-18"


def _end_of_days(rest: str, day: Day | None) -> Day | None:
    """The last day of "Sept 16-18"."""
    more = _DAYS.search(rest)
    last = day_of(day.year, day.month, int(more.group().strip("-–— "))) if more and day is not None else None
    return last if last is not None and day is not None and last > day else day


def _span(first: Day | None, last: Day | None, segment: Segment, words: str, precision: str) -> When:
    return When(
        date_start=first, date_end=last, precision=precision,  # type: ignore[arg-type]
        basis="explicit", text=words.strip(" -–—:*•"), span=Span(segment.start, segment.end),
    )  # fmt: skip
