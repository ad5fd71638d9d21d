"""A sentence with everything found in it, and what a section has told so far."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import field

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import GROUND
from geoevents.events.howmany.counted import Count
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed, Telling, When
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.when.days_told import DaysTold
from geoevents.events.when.labelled import Labels
from geoevents.events.who.claim import Claim
from geoevents.values import dataclass

__all__ = ["Sentence", "Thread", "remember"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with everything that was found in it; ``words`` are its tokens in small letters, each once.

    ``before`` are the last words before it in its section, ``tags`` has the class of each token (``word_classes``).
    """

    segment: Segment
    tokens: tuple[Token, ...]
    tags: str
    words: frozenset[str]
    before: Sequence[str]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    counts: tuple[Count, ...]
    dates: tuple[DateMention, ...]
    planned_dates: tuple[DateMention, ...]
    claims: tuple[Claim, ...]
    acts: tuple[Claim, ...]
    hits: tuple[Hit, ...]


@dataclass(slots=True, kw_only=True)
class Thread:
    """What a section has told so far; a heading starts a new one (anaphora never crosses it).

    ``when`` is the day that undated sentences go on with, ``when_told`` the paragraph and the sentence that told it,
    ``told_in`` the sentence of ``told_date``; ``named_day`` is the last day that the section named at all, with its paragraph
    and sentence.
    ``countries`` and ``capitals`` are those named anywhere before in whatever role, by code: "across the country" may
    name none in its own section.  ``towns`` are those of the last sentence that named any, each once;
    ``just_named`` the places of the sentence before and its number.  ``heading`` are the places
    that the heading of the section is about.  ``is_gazette``: it is nothing but a name.
    ``lead`` is the last strike of the first section that told anything, where it told
    of no other fighting: the sections of a digest behind it tell what it did region by region.
    ``before`` is the latest day of the section before; "hours later" counts from it under a heading of its own.
    ``days`` are those of undated news, where that is not of the day of publication (``days_told``); ``labels`` knows the
    day that stands at the head of a line or over a section.
    """

    section: int = -1
    named: list[Placed] = field(default_factory=list)
    states: list[Mention] = field(default_factory=list)
    countries: dict[str, Mention] = field(default_factory=dict)
    capitals: dict[str, Mention] = field(default_factory=dict)
    towns: list[Mention] = field(default_factory=list)
    just_named: tuple[int, tuple[Placed, ...]] = (-1, ())
    when: When | None = None
    when_told: tuple[int, int] = (-1, -1)
    latest: When | None = None
    before: When | None = None
    told_date: When | None = None
    told_in: int = -1
    named_day: tuple[int, int, datetime.date] | None = None
    newest: datetime.date | None = None
    paragraph: int = -1
    tellings: list[Telling] = field(default_factory=list)
    lead: Telling | None = None
    opened: bool = False
    heading: tuple[Placed, ...] = ()
    is_gazette: bool = False
    days: DaysTold | None = None
    labels: Labels = field(default_factory=Labels)

    def know(self, states: Sequence[Mention], named: Sequence[Mention]) -> None:
        """Keeps states that were named, for the section and for the article, and capitals among all that is ``named``."""
        self.states += states
        settlements = {m.place.id: m for m in named if m.place is not None and m.place.kind in SETTLEMENTS}
        self.towns = list(settlements.values()) or self.towns
        for m in named:
            if m.place is not None and m.place.feature_code == "PPLC" and m.place.country:
                self.capitals[m.place.country] = m
        for m in states:
            if m.place is not None and m.place.kind == "country" and m.place.country:
                self.countries[m.place.country] = m

    def today(self, published: datetime.date | None) -> datetime.date | None:
        """The day from which the words look back: that of publication, in a chronology that of the line."""
        day = self.labels.day.date_end if self.labels.day is not None else None
        return published if day is None or published is None or day > published else day

    def enter_line(self, article: Article, segment: Segment) -> None:
        """Goes on from the day that a heading or label is, if the segment is one of a day."""
        self.labels.enter(article, segment)
        if segment.kind in {"heading", "label"} and self.labels.day is not None:
            self.told_date, self.told_in, self.when, self.latest = self.labels.day, segment.index, None, None

    def last_date(self) -> When | None:
        """The last date that the section told, of news, of context or of a statement; "two days later" counts from it."""
        return self.told_date or self.when

    def news_day(self) -> datetime.date | None:
        """The last day of what the section told as news, None before it told any."""
        return self.newest

    def day_of_paragraph(self, published: datetime.date | None) -> datetime.date | None:
        """The day of what this paragraph told last with a day of its own, else an earlier day than that of publication that
        it named at all.
        """
        here = (t for t in reversed(self.tellings) if t.segment.paragraph == self.paragraph)
        dated = (t.when for t in here if t.hit.modality == "actual" and not t.is_background and t.when.span is not None)
        last = next(dated, None)
        if last is not None:
            return last.date_end if last.date_start == last.date_end else None
        named = self.named_day
        if named is None or published is None or named[0] != self.paragraph or named[2] >= published:
            return None
        return named[2]

    def is_apart(self) -> bool:
        """True in a section behind one that told something, before it names a day of its own."""
        return self.opened and self.named_day is None

    def fought_over(self, sentence: int) -> bool:
        """True where the sentence before told of a small place that was fought over, so that "it" may be that place."""
        last = self.tellings[-1] if self.tellings else None
        if last is None or sentence - last.segment.index not in (1, 2) or last.placed is None:
            return False
        return last.hit.category in GROUND and last.placed.spot.precision in {"exact", "settlement"}

    def enter(self, section: int, paragraph: int) -> None:
        """Forgets everything when a new section begins; a new paragraph goes back to the latest news."""
        if section == self.section and paragraph != self.paragraph and self.latest is not None:
            self.when = self.latest
        self.paragraph = paragraph
        if section != self.section:
            if self.tellings and not self.opened:
                self.opened, self.lead = True, _only_strike(self.tellings)
            self.before = self.latest
            self.section, self.when, self.latest, self.told_date = section, None, None, None
            self.named, self.states, self.tellings, self.newest = [], [], [], None
            self.heading, self.is_gazette, self.named_day = (), False, None


def _only_strike(tellings: Sequence[Telling]) -> Telling | None:
    """The last strike of news among tellings that tell of no other fighting."""
    fights = [t for t in tellings if t.hit.category in _AT_WAR and not t.is_background and t.hit.modality == "actual"]
    return fights[-1] if fights and all(t.hit.category == "strike" for t in fights) else None


_AT_WAR = frozenset({"strike", "ground_combat", "naval", "control_change"})
# Days before publication up to which a date is news that later sentences go on telling; older ones are looks back.
_NEWS_DAYS = 2


def _is_news(when: When, published: datetime.date | None) -> bool:
    """True for a date that undated sentences after it inherit: a day or night of the news."""
    if when.date_start is None or when.precision not in {"day", "night", "part_of_day", "time", "inferred"}:
        return False
    if when.date_end is not None and (when.date_end - when.date_start).days > 1:
        return False  # "between Tuesday and Thursday" is no day that the next sentence goes on with
    return published is None or 0 <= (published - (when.date_end or when.date_start)).days <= _NEWS_DAYS


def remember(thread: Thread, told: Sequence[Telling], published: datetime.date | None) -> None:
    """Keeps what later sentences of the section may refer to."""
    thread.tellings += told
    actual = [t for t in told if not t.is_background and t.hit.modality == "actual"]
    days = [d for t in actual if (d := t.when.date_end or t.when.date_start) is not None]
    thread.newest = max([*days, *([thread.newest] if thread.newest else [])], default=None)
    live = [t for t in actual if not t.continued]
    news = [t.when for t in live if _is_news(t.when, published) and t.hit.clause_kind != "relative" and not _aside(t)]
    if news:
        thread.when = news[-1]
        if news[-1].basis != "inherited":
            thread.when_told = (thread.paragraph, told[0].segment.index)
        thread.latest = max([*news, *([thread.latest] if thread.latest else [])], key=_last_day)


_BACK = re.compile(r"\s(?:before|earlier)$")
_SAYINGS = frozenset({"statement", "condemnation"})


def _aside(telling: Telling) -> bool:
    """True for what had happened before in a clause of its own: "flew from X, where they had met on Sunday, to Y".

    Also where the day is told in a clause behind: "killed a man who was fishing on Monday".
    """
    span = telling.when.span
    if span is not None and span.start >= telling.hit.clause.end:
        return True
    if telling.when.text is not None and telling.when.text.lower().endswith(" after"):
        return True  # "on Thursday, a day after a visit": the news is of Thursday
    reported = telling.hit.clause_kind == "complement" and span is not None and span.end <= telling.hit.clause.start
    if reported and _BACK.search(telling.when.text or ""):
        return True  # "had reported a day before that ...": the news goes on after it
    if telling.hit.tense != "pluperfect":
        return False
    return telling.hit.clause_kind == "subordinate" or telling.hit.subtype in _SAYINGS  # "had said on Monday that"


def _last_day(when: When) -> datetime.date:
    return when.date_end or when.date_start or datetime.date.min
