"""The days that later sentences count from ("two days later") or inherit where they tell no date."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.telling import Placed, When
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.when.date_relative import hours_from, later
from geoevents.events.when.dates import COUNTED_FROM, Phrase
from geoevents.events.when.days import Day
from geoevents.events.when.hit_dates import counted_from, of_date
from geoevents.events.where.acts import is_act
from geoevents.events.where.elsewhere import ACTS
from geoevents.values import replace

__all__ = [
    "answered_day", "inherited_day", "looked_back_from", "looks_back_a_night", "opens_with_count", "says_that_day", "that_day",
    "told_date",
]  # fmt: skip

_AHEAD = re.compile(r"\b(?:will|(?:is|are)\s+(?:to|due|expected|set|scheduled|likely))\b")
_AHEAD_WORDS = frozenset({"will", "is", "are"})
_END_TO_COME = re.compile(r"\b(?:until|till|by)\s+(?:\w+\s+)?$")


def told_date(text: str, sentence: Sentence) -> When | None:
    """The last date of a sentence that "two days later" may count from: none of an aside, "X, held since [May]"."""
    if not sentence.dates:
        return None
    looks_back = any(h.tense == "pluperfect" for h in sentence.hits)
    asides = [c for c in sentence.clauses if c.kind == "relative" or c.connector in {"after", "before", "since"}]
    planned = bool(sentence.hits) and all(h.modality == "planned" for h in sentence.hits)
    ahead = not sentence.words.isdisjoint(_AHEAD_WORDS)
    if ahead and not sentence.hits and _AHEAD.search(text, sentence.segment.start, sentence.segment.end):
        return None
    for date in reversed(sentence.planned_dates if planned else sentence.dates):
        aside = (
            date.leads
            or _END_TO_COME.search(lowered(text), sentence.segment.start, date.start + 6) is not None
            or (looks_back and date.precision == "month")
            or any(c.start <= date.start < c.end for c in asides)
            or (ahead and not planned and _is_ahead(text, date.start, sentence))
        )
        if date.date_start and date.precision in COUNTED_FROM and not aside:
            return of_date(date)
    return None


def _is_ahead(text: str, start: int, sentence: Sentence) -> bool:
    """True for a date in a clause about what is to come: "the directors talked, and will do so again on [Monday]"."""
    clause = next((c for c in sentence.clauses if c.start <= start < c.end), None)
    return clause is not None and _AHEAD.search(text, clause.start, start) is not None


def says_that_day(phrases: Sequence[Phrase]) -> bool:
    """True for "that night", "the same day"."""
    return any(make is later and match.group().startswith(_THAT) for match, make in phrases)


_THAT = ("that ", "the same ")


def that_day(last: When, thread: Thread, index: int, *, published: Day | None) -> Day | None:
    """The day that "that night" is of: the one named just before, even in an aside ("has fought since a raid on 23 May");
    else the last one told, unless it is to come, only a month, or long past and told further back: then that of the news.
    """
    if thread.named_day is not None and thread.told_in < thread.named_day[1] == index - 1:
        return thread.named_day[2]
    day = counted_from(last)
    if day is None or published is None:
        return day
    far = last.precision == "month" or (index > thread.told_in + 1 and (published - day).days > _BACK_DAYS)
    return _day_of_news(thread, published) if far or day > published else day


def _day_of_news(thread: Thread, published: Day) -> Day:
    """The day that the section is at: that of its news, or of publication where it told none with a day of its own."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is not None and last.when.basis == "publication" and last.segment.paragraph == thread.paragraph:
        return published
    news = thread.when
    return (news.date_end or news.date_start if news else None) or published


def looks_back_a_night(phrases: Sequence[Phrase]) -> bool:
    """True for "the night before", which told of a night means the one before it."""
    return any(make is later and match.group().startswith(_NIGHT_BEFORE) for match, make in phrases)


_NIGHT_BEFORE = ("the night before", "the previous night")


_OPENING = 6  # letters before a phrase that opens its sentence: "Some", "Just"


def opens_with_count(phrases: Sequence[Phrase], start: int) -> bool:
    """True for a sentence that counts from what was told before: "Hours later", "The next day"; under a new heading too."""
    return bool(phrases) and phrases[0][1] in {hours_from, later} and phrases[0][0].start() - start <= _OPENING


_BACK_DAYS = 3  # an older day told last is a look back itself; wrong in five of five on the articles that may be read


def looked_back_from(anchor: Day | None, thread: Thread, index: int, *, published: Day | None) -> Day | None:
    """The day from which "a day earlier" counts in a sentence: that of the sentence before, unless it is long past or to
    come; else that of the news.
    """
    if anchor is None or published is None:
        return anchor
    if index <= thread.told_in + 1 and 0 <= (published - anchor).days <= _BACK_DAYS:
        return anchor
    return _day_of_news(thread, published)


_ELSEWHERE = re.compile(
    r"(?:Elsewhere|Further|Meanwhile|(?:In|Near|Around|Outside|At)\s+(?:the\s+)?(?:\w+\s+){0,4}?[A-Z])"
)
_ON = frozenset({"also", "too"})  # what is told as one thing more goes on with the day before it
_NOW = re.compile(r"\b(?:now|currently)\b", re.IGNORECASE)


def inherited_day(text: str, hit: Hit, sentence: Sentence, thread: Thread, *, published: Day | None) -> When | None:
    """The day that undated news inherits: the latest of the section where a sentence turns to another place.

    None for what is decreed, or goes on "now", and where an earlier day is told no more: that is news of the day of
    publication.
    """
    if is_act(hit) or (hit.tense == "present" and _NOW.search(text, hit.clause.start, hit.clause.end)):
        return None
    elsewhere = thread.latest is not None and _ELSEWHERE.match(text, sentence.segment.start)
    when = thread.latest if elsewhere else thread.when
    return None if when is None or _is_over(when, hit, sentence, thread, published) else when


# What one denial may deny: the same act, or the same harm told in another way.
_HARM = frozenset({"strike", "air_defence", "infrastructure", "other"})
_ANSWERED = 3  # sentences from what happened to the denial of it, or to who claims it
_CLAIMS_IT = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|boast(?:ed|s)?|admit(?:ted|s)?|report(?:ed|s)?|said|says)\s+to\s+have\s+$"
)
_IT = frozenset({"it", "them", "him", "her"})


def answered_day(text: str, hit: Hit, sentence: Sentence, thread: Thread, *, denied: bool) -> When | None:
    """The day of what a denial without a date denies, or of what somebody "claims to have" done to "it": that of the last
    thing of the kind that the section told at most three sentences before, at no other place; None where there is none.
    """
    if hit.category in ACTS or hit.modality == "planned":
        return None
    acted_on = text[hit.object.start : hit.object.end].lower() if hit.object is not None else ""
    if not denied and not (acted_on in _IT and _CLAIMS_IT.search(text, hit.clause.start, hit.trigger.start)):
        return None
    kinds = _HARM if hit.category in _HARM else {hit.category}
    here = {m.place.id for m in sentence.mentions if m.spot is not None and m.place is not None}
    for telling in reversed(thread.tellings):
        if sentence.segment.index - telling.segment.index > _ANSWERED:
            return None
        told = (
            telling.hit.category in kinds and telling.hit.modality == "actual" and telling.when.date_start is not None
        )
        if told and (not here or telling.placed is None or _place_id(telling.placed) in here):
            return replace(telling.when, basis="inherited", text=None, span=None)
    return None


def _place_id(placed: Placed) -> str | None:
    return placed.mention.place.id if placed.mention.place is not None else None


def _is_over(when: When, hit: Hit, sentence: Sentence, thread: Thread, published: Day | None) -> bool:
    """True where an undated sentence no longer goes on with a day before publication.

    It ends with its paragraph, with what "has" happened or goes on, and a sentence later where the section has news of
    the day of publication.  On the articles that may be read 18 rows of 25 that inherited a wrong day were such, one
    of 30 that inherited the right one.
    """
    last = when.date_end or when.date_start
    if published is None or last is None or last >= published:
        return False
    paragraph, index = thread.when_told
    if sentence.segment.index == index:
        return False
    if thread.paragraph != paragraph or (hit.clause_kind == "main" and hit.tense in {"perfect", "present"}):
        return True
    if not sentence.words.isdisjoint(_ON):
        return False
    newest = thread.news_day()
    return newest is not None and newest >= published and sentence.segment.index > index + 1
