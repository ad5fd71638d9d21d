"""A sentence read: its clauses, triggers, dates, counts and claims."""

from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import tokenize
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.counts import counts_in
from geoevents.events.sentence.clauses import parse
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.triggers import hits
from geoevents.events.when.dates import date_phrases, resolved
from geoevents.events.when.from_deeds import days_of_deeds, looked_back_on
from geoevents.events.when.hit_dates import counted_from, dated
from geoevents.events.when.last_days import looked_back_from
from geoevents.events.who.claims import claims_in
from geoevents.events.who.people import People
from geoevents.events.who.sides import with_sides
from geoevents.events.who.speakers import SpeakerContext

__all__ = ["read_sentence"]


def read_sentence(
    article: Article,
    segment: Segment,
    mentions: Sequence[Mention],
    codebook: Codebook,
    *,
    speakers: SpeakerContext,
    thread: Thread,
    people: People,
) -> Sentence:
    """The sentence of a segment with everything found in it.

    ``thread`` tells what "two days later" counts from and which words came before; ``speakers`` is kept up to date.
    """
    text, span = article.text, (segment.start, segment.end)
    parsed = parse(tokenize(text, *span), codebook.bare_verbs)
    tokens, words = parsed.tokens, parsed.words
    inside = tuple(mentions)
    last = thread.last_date()
    anchor = counted_from(last) if last else None
    phrases = date_phrases(text, *span, words=words)
    now = looked_back_from(anchor, thread, segment.index, published=article.published)
    now = looked_back_on(text, segment.start, phrases, thread) or now
    deeds = days_of_deeds(text, phrases, thread.tellings)
    dates = resolved(text, phrases, published=article.published, anchor=anchor, now=now, deeds=deeds)
    claims = with_sides(claims_in(text, tokens, inside, speakers, tags=parsed.tags), codebook.conflicts)
    claims = dated(claims, dates)
    found = hits(
        codebook,
        text,
        tokens,
        inside,
        dated=bool(dates),
        before=thread.words,
        people=people,
        fought_over="it" in words and thread.fought_over(segment.index),
        parsed=parsed,
    )
    planned = any(h.modality == "planned" for h in found)
    future = (
        resolved(text, phrases, published=article.published, tense="future", anchor=anchor, now=now, deeds=deeds)
        if planned
        else dates
    )
    return Sentence(
        segment=segment,
        tokens=tuple(tokens),
        tags=parsed.tags,
        words=words,
        mentions=inside,
        clauses=parsed.clauses,
        counts=counts_in(text, tokens, parsed.tags) if found or thread.tellings or thread.lead else (),
        dates=dates,
        planned_dates=future,
        claims=tuple(c for c in claims if not c.act),
        acts=tuple(c for c in claims if c.act),
        hits=found,
    )
