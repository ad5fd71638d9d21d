"""Sentences read: first each by itself, its clauses, claims and triggers; then what the ones before it tell of its dates."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import tokenize
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.counts import counts_in
from geoevents.events.sentence.clauses import Parse, parse
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.what.reading import Reading
from geoevents.events.what.triggers import hits_of
from geoevents.events.when.coming import is_coming
from geoevents.events.when.dates import DateMention, Phrase, date_phrases, resolved
from geoevents.events.when.from_deeds import days_of_deeds, looked_back_on
from geoevents.events.when.hit_dates import counted_from, dated
from geoevents.events.when.last_days import (
    looked_back_from,
    looks_back_a_night,
    opens_with_count,
    says_that_day,
    that_day,
)
from geoevents.events.who.claim import Claim
from geoevents.events.who.claims import claims_in
from geoevents.events.who.heard import SpeakerContext
from geoevents.events.who.people import people_of
from geoevents.events.who.sides import with_sides
from geoevents.values import dataclass

__all__ = ["Alone", "read_alone", "read_sentence"]

_WORDS_BEFORE = 40  # about one sentence more than the last: "Seven fell in A. The remainder were intercepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A sentence with what its own words and those before it tell; what was told before is not looked at."""

    segment: Segment
    reading: Reading
    phrases: tuple[Phrase, ...]
    claims: tuple[Claim, ...]
    counts: tuple[Count, ...]
    hits: tuple[Hit, ...]


def read_alone(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> dict[int, Alone]:
    """What sentences tell by themselves, by their index; nothing where no trigger stands in any of them.

    Each step is done for all sentences before the next one begins, so that its code and tables are at hand in the
    processor: sentence by sentence takes a tenth more time.  Claims and counts are read where something is told at all.
    """
    if not segments:
        return {}
    text, starts, people = article.text, [m.start for m in mentions], people_of(article.text, mentions)
    inside = [tuple(mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)]) for s in segments]
    parses = [parse(tokenize(text, s.start, s.end), codebook.bare_verbs) for s in segments]
    phrases = [date_phrases(text, s.start, s.end, words=p.words) for s, p in zip(segments, parses, strict=True)]
    readings = [
        Reading(text, p, names, codebook, dated=bool(dates), before=before, people=people)
        for p, names, dates, before in zip(parses, inside, phrases, _words_before(segments, parses), strict=True)
    ]
    hits = hits_of(readings)
    first = next((k for k, own in enumerate(hits) if own), None)
    if first is None:
        return {}
    speakers = SpeakerContext()
    claims = [
        with_sides(claims_in(text, p, names, speakers), codebook.conflicts)
        for p, names in zip(parses, inside, strict=True)
    ]
    counts = [*[()] * first, *[counts_in(text, p) for p in parses[first:]]]  # before the first event nothing is counted
    found = zip(segments, readings, phrases, claims, counts, hits, strict=True)
    return {
        segment.index: Alone(segment=segment, reading=reading, phrases=dates, claims=said, counts=numbers, hits=hits)
        for segment, reading, dates, said, numbers, hits in found
    }


def _words_before(segments: Sequence[Segment], parses: Sequence[Parse]) -> Iterator[Sequence[str]]:
    """The last words before each sentence in its section."""
    section = -1
    words: list[str] = []
    for segment, parsed in zip(segments, parses, strict=True):
        if segment.section != section:
            section, words = segment.section, []
        yield words
        words = [*words[-_WORDS_BEFORE:], *parsed.lows]


def read_sentence(article: Article, alone: Alone, *, thread: Thread) -> Sentence:
    """The sentence with everything found in it; ``thread`` tells what "two days later" counts from and what "it" may be."""
    segment, parsed, found = alone.segment, alone.reading.parse, alone.hits
    if "it" in parsed.words and thread.fought_over(segment.index):
        (found,) = hits_of([alone.reading.over_ground()])
    dates, future = _dates(article, alone, found, thread) if alone.phrases else ((), ())
    claims = dated(alone.claims, dates)
    return Sentence(
        segment=segment,
        tokens=tuple(parsed.tokens),
        tags=parsed.tags,
        words=parsed.words,
        before=alone.reading.before,
        mentions=tuple(alone.reading.mentions),
        clauses=parsed.clauses,
        counts=alone.counts if found or thread.tellings or thread.lead else (),
        dates=dates,
        planned_dates=future,
        claims=tuple(c for c in claims if not c.act),
        acts=tuple(c for c in claims if c.act),
        hits=found,
    )


def _dates(
    article: Article, alone: Alone, found: Sequence[Hit], thread: Thread
) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    """The dates of a sentence as those of what happened, and as those of what one of its triggers plans."""
    text, segment, phrases, today = article.text, alone.segment, alone.phrases, thread.today(article.published)
    last = thread.last_date()
    goes_on = last is None and thread.before is not None and opens_with_count(phrases, segment.start)
    last = thread.before if goes_on else last
    anchor = counted_from(last) if last else None
    if last is not None and not goes_on and says_that_day(phrases):
        anchor = that_day(last, thread, segment.index, published=today)
    now = anchor if goes_on else looked_back_from(anchor, thread, segment.index, published=today)
    if last is not None and last.precision == "night" and looks_back_a_night(phrases):
        now = last.date_start
    now = looked_back_on(text, segment.start, phrases, thread) or now
    deeds = days_of_deeds(text, phrases, thread.tellings)
    dates = resolved(text, phrases, published=today, anchor=anchor, now=now, deeds=deeds)
    if not any(h.modality == "planned" or is_coming(text, h) for h in found):
        return dates, dates
    return dates, resolved(text, phrases, published=today, tense="future", anchor=anchor, now=now, deeds=deeds)
