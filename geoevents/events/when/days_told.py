"""The days that an article tells of where it says no day: a morning paper tells of yesterday, a weekly one of its week.

The title of a report may say its days ("as of 26 February", "24 to 30 August"); else its first sentence does.  What
happened "yesterday" makes all the undated news of a paper yesterday's; where a weekday says it, such news is as often of
that day as of the day of publication (27 and 21 rows of past tense in the articles that may be read), so that it has both.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from geoevents.articles.article import Article
from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit
from geoevents.events.when.date_spans import past_span
from geoevents.events.when.dates import DateMention, Phrase, date_phrases, resolved
from geoevents.values import dataclass, replace

__all__ = ["DaysTold", "days_told", "within_days_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysTold:
    """First and last day of undated news, in what stands behind an offset of the text.

    ``report``: of the fighting in a report on the last 24 hours, all of it.
    """

    first: datetime.date
    last: datetime.date
    behind: int = 0
    report: bool = False


_AS_OF = re.compile(r"\b(?:as\s+of|until|up\s+to)\s+(?:[\w.:]+,?\s+){0,3}$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|through|-|–|—)\s*", re.IGNORECASE)
_LATE_DAYS = 3  # a daily report comes out within three days of what it tells
_PERIOD_DAYS = (1, 9)  # from two days to a week and a little
_YESTERDAY = re.compile(r"(?:early\s+|late\s+|earlier\s+)?(?:yesterday|last\s+night)(?!\s+before)")
_TODAY = re.compile(r"(?:earlier\s+)?(?:today|this\s+(?:morning|afternoon|evening)|tonight)")


def days_told(article: Article, sentences: Iterator[tuple[Phrase, ...]]) -> DaysTold | None:
    """The days of an article's undated news, where that is not the day of publication; ``sentences`` are the date phrases of
    its sentences, in order.
    """
    if article.published is None:
        return None
    title = article.title or ""
    dates = resolved(title, date_phrases(title, 0, len(title)), published=article.published)
    if any(d.date_start == d.date_end == article.published and _is_of_that_day(title[: d.start]) for d in dates):
        return None
    lead, *more = (*islice(sentences, _OPENING),) or ((),)
    return (
        _of_title(title, dates, article.published)
        or _of_report(title, (lead, *more), article.published)
        or _of_lead(lead, (*more, *sentences), article.published)
    )


_OPENING = 3  # sentences in which a report says the hours that it is on
_REPORT = re.compile(
    r"\b(?:briefing|bulletin|communiqu[eé]|report|summary|sitrep|digest|information|overview|round-?up|situation|update)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:today|this\s+(?:morning|afternoon|evening))\b")  # a report of the evening is of its day
_LAST_DAY = re.compile(r"(?:hours|day)$")


def _of_report(title: str, opening: Sequence[tuple[Phrase, ...]], published: datetime.date) -> DaysTold | None:
    """The day before and that of publication, where a report opens with "in the last 24 hours", and no weekday of its own."""
    named = " ".join(m.group() for phrases in opening for m, _ in phrases)
    if _REPORT.search(title) is None or WEEKDAYS[published.weekday()] in named or _SO_FAR.search(named):
        return None
    of_hours = any(make is past_span and _LAST_DAY.search(m.group()) for phrases in opening for m, make in phrases)
    day = published - datetime.timedelta(days=1)
    return DaysTold(first=day, last=published, report=True) if of_hours else None


# "Friday briefing", "The war: what happened on Thursday", "The latest, Thursday 14 September": news of that day
_NEWS_OF = re.compile(r"^(?:the\s+)?$|[:,;|–—-]\s*(?:(?!(?:to|will)\b)[\w’']+\s+){0,4}$", re.IGNORECASE)


def _is_of_that_day(before: str) -> bool:
    """True for a title with the words before a day that its news is of; "as of 06:00, 3 June" only says when it ends."""
    return _NEWS_OF.search(before) is not None and _AS_OF.search(before) is None


def _of_title(title: str, dates: Sequence[DateMention], published: datetime.date) -> DaysTold | None:
    """The days that a title says: "as of 19:30, 26 February", "24 August to 1 September"."""
    for k, date in enumerate(dates):
        first, last = date.date_start, date.date_end
        if k + 1 < len(dates) and _TO.fullmatch(title, date.end, dates[k + 1].start):
            last = dates[k + 1].date_end
        if first is None or last is None or not 0 < (published - last).days <= _LATE_DAYS:
            continue
        if _PERIOD_DAYS[0] < (last - first).days <= _PERIOD_DAYS[1]:
            return DaysTold(first=first, last=last)
        if first == last and _AS_OF.search(title, 0, date.start):
            return DaysTold(first=first, last=last)
    return None


def _of_lead(lead: tuple[Phrase, ...], more: Iterable[tuple[Phrase, ...]], published: datetime.date) -> DaysTold | None:
    """The day before, where the first sentence tells of "yesterday" and nothing of today; with the day of publication,
    where it names the weekday.
    """
    day = published - datetime.timedelta(days=1)
    behind = lead[-1][0].endpos if lead else 0
    if any(_is_yesterday(match) for match, _ in lead):
        of_today = any(_TODAY.match(match.group()) for phrases in (lead, *more) for match, _ in phrases)
        return None if of_today else DaysTold(first=day, last=day, behind=behind)
    named = " ".join(match.group() for match, _ in lead)
    last, this = WEEKDAYS[day.weekday()], WEEKDAYS[published.weekday()]
    if last not in named or this in named or _TODAY.search(named):
        return None
    return DaysTold(first=day, last=published, behind=behind)


def _is_yesterday(match: re.Match[str]) -> bool:
    """True for "yesterday" that dates a verb; "yesterday's raid" may be what today's news answers."""
    return _YESTERDAY.match(match.group()) is not None and match.string[match.end() : match.end() + 1] not in {"'", "’"}


def within_days_told(
    when: When,
    hit: Hit,
    days: DaysTold | None,
    *,
    newest: datetime.date | None,
    named: datetime.date | None = None,
    apart: bool = False,
    going_on: bool = False,
) -> When:
    """A date that is only that of publication, moved to the days that the article tells of; ``newest`` is the last one told.

    What is ``going_on`` or "has" happened stays where it may be of the day of publication, as do words behind news of that day.
    Of two days it is the one that its paragraph ``named`` last, and in a section ``apart`` from the lead, without a day of
    its own, that of publication, unless it may be of the night between them.
    """
    if days is not None and days.report and (when.text or "").lower() == "tonight" and hit.tense == "past":
        return replace(
            when, date_start=days.first, date_end=days.last, precision="within_range"
        )  # the night that ended
    if days is None or when.basis != "publication" or hit.trigger.start < days.behind:
        return when
    first, last = days.first, days.last
    if first == last:
        return replace(when, date_start=first, date_end=last) if when.precision in _ONE_DAY else when
    if days.report:
        fought = when.precision == "inferred" and hit.category in _REPORTED
        return replace(when, date_start=first, date_end=last, precision="within_range") if fought else when
    now = going_on or hit.tense in _NOW or (hit.subtype in _SAYINGS and newest == last)
    if when.precision == "within_range" and when.text is None:  # "for a second evening": that of the day before
        return replace(when, date_end=first, precision="inferred")
    if when.precision != "inferred" or (now and last == when.date_start):
        return when
    if named in {first, last} and (last - first).days == 1 and hit.subtype not in _SAYINGS:
        return replace(when, date_start=named, date_end=named)
    if apart and hit.category not in _EITHER_DAY:
        return when
    return replace(when, date_start=first, date_end=last, precision="within_range")


_REPORTED = frozenset({"strike", "air_defence", "ground_combat", "naval", "control_change"})
_ONE_DAY = frozenset({"inferred", "part_of_day"})
_NOW = frozenset({"present", "perfect"})
_SAYINGS = frozenset({"statement", "condemnation"})
_EITHER_DAY = frozenset({"strike", "air_defence", "diplomacy"})  # by night, or as an answer to what the lead tells
