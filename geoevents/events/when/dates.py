"""When: dates in a text, relative to the day of publication (``events.md`` 4.6).

No library resolves all of these, so the resolver is ours: one pattern a kind of phrase, tried in an order in which the
more telling comes first; what a pattern has taken no later one may take.  D is the day of publication.
"""

import datetime
import re
from collections.abc import Mapping, Sequence, Set

from geoevents.articles.tokens import lowered, tokenize
from geoevents.events.event import DateBasis, DatePrecision
from geoevents.events.when.date_calendar import weekday_alone
from geoevents.events.when.date_cues import cues_of
from geoevents.events.when.date_patterns import Maker, patterns_for
from geoevents.events.when.date_relative import after_that, before_that, beside_deed, later
from geoevents.events.when.date_spans import by_its_end, part_of_period, span_ahead, within
from geoevents.events.when.days import Day, Found, PartOfDay, Setting, Tense, part_of
from geoevents.values import dataclass, replace
from geoevents.words import patterns_of

__all__ = ["COUNTED_FROM", "DateMention", "PartOfDay", "Phrase", "Tense", "date_phrases", "dates_in", "resolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date phrase: its span, the days it names (inclusive; ``date_end`` None with a start is open) and how it is known.

    A part of a day that is told elsewhere ("in the evening") has ``part_of_day`` and no days; "a week after" ``leads`` on
    to what it dates.
    """

    start: int
    end: int
    text: str
    date_start: Day | None
    date_end: Day | None
    precision: DatePrecision
    basis: DateBasis
    part_of_day: PartOfDay | None = None
    leads: bool = False


_EARLY_AFTER = re.compile(r"^\s+(?:in\s+the\s+)?(?:(?P<part>morning|afternoon|evening)|before\s+dawn)", re.IGNORECASE)
_EARLY_BEFORE = re.compile(
    r"(?:(?P<early>early\s+hours\s+of|small\s+hours\s+of|before\s+dawn\s+on|early\s+on|early)|late\s+on|late"
    r"|(?:morning|afternoon|evening)\s+of)\s+$"
)


Phrase = tuple[re.Match[str], Maker]
# From these "two days later" counts; not from a season or a year.
COUNTED_FROM = frozenset({"day", "part_of_day", "night", "on_or_before", "month"})


_NO_DEEDS: Mapping[int, Day] = {}
_ANY = patterns_of("geoevents.events.when", "date_words.toml", "ends")


def dates_in(
    text: str,
    *,
    published: Day | None,
    start: int = 0,
    end: int | None = None,
    tense: Tense = "past",
    anchor: Day | None = None,
) -> tuple[DateMention, ...]:
    """Dates told in ``text[start:end]``, in text order, without overlaps.

    ``tense`` decides which weekday or month is meant where nothing else does; ``anchor`` is the last date that the section
    resolved ("two days later").  Without ``published`` relative phrases keep their text and have no days.
    """
    phrases = date_phrases(text, start, len(text) if end is None else end)
    return resolved(text, phrases, published=published, tense=tense, anchor=anchor)


def date_phrases(text: str, start: int, stop: int, *, words: Set[str] | None = None) -> tuple[Phrase, ...]:
    """The date phrases of ``text[start:stop]`` in text order, without overlaps: matches (in the text in small letters) and
    what makes days of each.

    ``words`` are its tokens in small letters, if known.
    """
    taken: list[tuple[int, int]] = []
    found: list[Phrase] = []
    words = words if words is not None else {t.lower for t in tokenize(text, start, stop)}
    low = lowered(text)
    for pattern, make in patterns_for(cues_of(words)):
        for match in pattern.finditer(low, start, stop):
            first, last = match.span()
            if not [1 for s, e in taken if first < e and s < last] and _plausible(text[first:last]):
                taken.append((first, last))
                if "born" not in words or not _BORN.search(low, max(start, first - _BEFORE_BIRTH), first):
                    found.append((match, make))
    return tuple(sorted(found, key=lambda phrase: phrase[0].start()))


# "a woman born in 1943", "born on 4 May 1960": how old somebody is, and no day of a deed.
_BORN = re.compile(r"\bborn\s+(?:(?:in|on|around|about)\s+)?$")
_BEFORE_BIRTH = 16  # letters of "born around"


def resolved(
    text: str,
    phrases: Sequence[Phrase],
    *,
    published: Day | None,
    tense: Tense = "past",
    anchor: Day | None = None,
    now: Day | None = None,
    deeds: Mapping[int, Day] = _NO_DEEDS,
) -> tuple[DateMention, ...]:
    """The days that date phrases mean; "a day earlier" counts from ``now`` if it is known, else from ``anchor``.

    ``deeds`` has the days of what phrases count from by name, by where they stand: "two days before the blast".
    """
    if not phrases:
        return ()
    found: list[DateMention] = []
    for k, (match, make) in enumerate(phrases):
        here = _anchor(found)
        where = Setting(published, _tense(match, make, tense), here or anchor, here or now or anchor)
        deed = deeds.get(match.start()) or _told_next(match, make, phrases[k + 1 :], where)
        if deed is not None:
            found.append(replace(_mention(text, match, make, beside_deed(match, deed)), leads=False))
            continue
        if k and _is_said_again(text, phrases[k - 1], match, make):  # "on Monday, the day before, it had charged him"
            found.append(replace(found[-1], start=match.start(), end=match.end()))
            continue
        days = _of_that_year(text, match.end(), here or anchor, _not_ahead(_safely(make, match, where), where))
        if days.start is not None or published is None or make not in _SPANS:
            found.append(_parted(text, _mention(text, match, make, days)))
    told = [d for d in found if d.date_start is not None]
    if len(told) > 1:  # "in September 300 died in two days of clashes"
        spans = {m.start() for m, make in phrases if make is within}
        return tuple(d for d in found if d.start not in spans) if len(spans) < len(told) else tuple(found)
    return tuple(found)


_THAT_YEAR = re.compile(r",?\s+(?:of|in|that)\s+(?:the\s+)?(?:that\s+(?:same\s+)?|same\s+)?year\b", re.IGNORECASE)


def _of_that_year(text: str, end: int, before: Day | None, days: Found) -> Found:
    """The days in the year of the date told before, where they are said to be: "taken in May 2022 and freed on 1 October of that year"."""
    if before is None or days.start is None or days.end is None or _THAT_YEAR.match(text, end) is None:
        return days
    years = before.year - days.start.year
    try:
        start, last = (d.replace(year=d.year + years) for d in (days.start, days.end))
    except ValueError:  # 29 February
        return days
    return replace(days, start=start, end=last)


# Where they say no days, "within hours" and "the worst in two years" leave the sentence to its other dates.
_SPANS = frozenset({by_its_end, part_of_period, span_ahead, within})


def _is_said_again(text: str, before: Phrase, match: re.Match[str], make: Maker) -> bool:
    """True for a day set between commas behind another one, which it only says again."""
    return (
        make is later and text[before[0].end() : match.start()] == ", " and text[match.end() : match.end() + 1] == ","
    )


def _told_next(match: re.Match[str], make: Maker, rest: Sequence[Phrase], where: Setting) -> Day | None:
    """The day of what a phrase counts from, told behind it: "sank [two weeks after] being hit by a missile on 18 February"."""
    if make is not after_that or not rest or rest[0][1] in _COUNTING:
        return None
    if _PAUSE.search(match.string, match.end(), rest[0][0].start()):
        return None
    told = _safely(rest[0][1], rest[0][0], where)
    return told.start if told.precision in {"day", "part_of_day"} and told.start == told.end else None


_PAUSE = re.compile(r"[,;:.](?=\s)|\b(?:that|will|would)\b")  # "a day after he said that he would come on Friday"
_COUNTING = frozenset({after_that, before_that, later})


# "is closed [until Saturday]", "will hold until Monday", "suspended flights until Friday": an end to come.
_LASTS = re.compile(rf"\b(?:{_ANY['lasts']})\b(?:(?!\b(?:{_ANY['lasted']})\b)[^.;:])*$")


_STARTS = ("from ", "starting ", "beginning ")
_BEGUN = re.compile(r"\b(?:had|dates?|dating|dated)\b")  # "had held X from Monday", "dates from Tuesday"
_UNTIL = re.compile(r"['’]|[^.;]{0,40}\s(?:until|till|to)\b")  # "the toll from Monday's raid"


def _tense(match: re.Match[str], make: Maker, tense: Tense) -> Tense:
    """The tense that decides which day a phrase means: an end is to come beside a present verb or a measure, and so is
    what is told "from Monday".
    """
    if (
        match.group().startswith(_STARTS)
        and make is weekday_alone
        and not _BEGUN.search(match.string, match.pos, match.start())
    ):
        return tense if _UNTIL.match(match.string, match.end()) else "future"
    if not match.group().startswith(("until ", "till ")):
        return tense
    return "future" if _LASTS.search(match.string, match.pos, match.start()) else tense


def _anchor(found: Sequence[DateMention]) -> Day | None:
    """The day from which the next phrase of a sentence counts: "in May 2022 and … four months later"."""
    fit = [d for d in found if d.precision in COUNTED_FROM]
    return next((day for d in reversed(fit) if (day := d.date_end or d.date_start)), None)


def _not_ahead(found: Found, where: Setting) -> Found:
    """What was told as past cannot lie after the day of publication: then the phrase counts from another date."""
    if found.basis != "relative" or where.published is None or found.start is None or where.tense != "past":
        return found
    if found.start > where.published + datetime.timedelta(days=_SLACK_DAYS):
        return Found(None, None, "unknown")
    return found


_SLACK_DAYS = 3  # a day and month without a year may lie a little ahead; chosen with ``near_year``


def _safely(make: Maker, match: re.Match[str], where: Setting) -> Found:
    """A phrase that counts beyond the calendar has no day."""
    try:
        return make(match, where)
    except (OverflowError, ValueError, IndexError):
        return Found(None, None, "unknown")


def _plausible(phrase: str) -> bool:
    """Months that are words ("may", "march") need their capital."""
    words = _ALSO_WORDS.findall(phrase)
    return not words or any(w[0].isupper() for w in words)


_ALSO_WORDS = re.compile(r"\b(?:may|march|mar|sun|sat)\b", re.IGNORECASE)


def _mention(text: str, match: re.Match[str], make: Maker, found: Found) -> DateMention:
    known = found.start is not None or found.end is not None
    return DateMention(
        start=match.start(),
        end=match.end(),
        text=text[match.start() : match.end()].strip(),
        date_start=found.start,
        date_end=found.end,
        precision=found.precision if known else "unknown",
        basis=found.basis,
        part_of_day=found.part,
        leads=make is after_that or make is before_that,
    )


def _parted(text: str, date: DateMention) -> DateMention:
    """A day with the part of day that stands beside it: "on Friday in the evening", "before dawn on Friday"."""
    if date.precision != "day" or date.date_start is None or date.date_start != date.date_end:
        return date
    before = _EARLY_BEFORE.search(text[max(0, date.start - 26) : date.start].lower())
    after = _EARLY_AFTER.match(text[date.end : date.end + 24])
    words = (before.group() if before else "") + (after.group() if after else "")
    part = part_of(words) if words else None
    return replace(date, precision="part_of_day", part_of_day=part) if part else date
