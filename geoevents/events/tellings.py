"""Tellings of an article in text order: each trigger with its places, date, numbers and claims."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import tokenize
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.counts import counts_in
from geoevents.events.howmany.hit_counts import (
    CARRIES_CASUALTIES,
    MAY_SAY_NONE_HURT,
    casualties,
    casualties_by_place,
    none_hurt,
    shares_of,
    with_casualties,
)
from geoevents.events.sentence.clauses import Clause, parse
from geoevents.events.telling import Numbers, Placed, Telling, When
from geoevents.events.thread import Sentence, Thread, remember
from geoevents.events.told_rows import as_counted, in_turn, rows_of, with_names
from geoevents.events.what.background import is_background, is_explanatory, looks_back
from geoevents.events.what.continued import (
    carried,
    counting_hit,
    hurt_again,
    hurt_hit,
    interceptions_before,
    named_again,
)
from geoevents.events.what.retold import comes_back, is_state, only_follows, tells_nothing
from geoevents.events.what.subject import shut_out
from geoevents.events.what.triggers import Hit, hits
from geoevents.events.when.dates import COUNTED_FROM, DateMention, date_phrases, resolved
from geoevents.events.when.hit_dates import counted_from, dated, dates_for, of_date, when_of, without_long_since
from geoevents.events.when.turns import turns_of
from geoevents.events.where.acts import is_act, place_of_act
from geoevents.events.where.anchors import as_told, goal_of_flight, is_settlement
from geoevents.events.where.hit_places import placed_mentions, places_of
from geoevents.events.where.inherit import inherited_places, meant_by_noun, names_unknown, with_there
from geoevents.events.where.land import names_a_state
from geoevents.events.where.unplaced import unplaced_names, unseen_name
from geoevents.events.who.actors import actors_of
from geoevents.events.who.attribution import Attribution, attribution_of, calls_false, own_word
from geoevents.events.who.claims import Claim, Spoken, claims_in
from geoevents.events.who.people import People, people_of
from geoevents.events.who.speakers import SpeakerContext, named_by
from geoevents.events.who.statuses import with_sides
from geoevents.values import replace

__all__ = ["tellings_of"]

_WEAKEST = 0.3  # what is only said makes a statement where the sentence tells nothing else
_WORDS_BEFORE = 40  # about one sentence more than the last: "Seven fell in A. The remainder were intercepted"


_NO_NUMBERS = Numbers()
_APART_WORDS = ("another", "second", "third", "fourth", "separate", "separately", "elsewhere")
_APART = re.compile(rf"\b(?:{'|'.join(_APART_WORDS)})\b", re.IGNORECASE)


def tellings_of(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> tuple[list[Telling], list[Spoken]]:
    """(every telling of an article, every claim of it), each in text order.

    Headings, datelines and fragments tell nothing.
    """
    found: list[Telling] = []
    spoken: list[Spoken] = []
    thread, speakers = Thread(), SpeakerContext()
    shut = shut_out(article, segments, mentions, codebook)
    people = people_of(article.text, mentions)
    records = 0
    starts = [m.start for m in mentions]
    for segment in segments:
        inside = mentions[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        thread.enter(segment.section, segment.paragraph)
        if segment.kind == "heading":
            thread.named += placed_mentions(inside, ())
            thread.named += [p for m in inside if m.role == "metonym" and is_settlement(m) for p in as_told(m, "text")]
        if segment.kind != "sentence" or len(shut[segment.section]) == len(codebook.categories):
            continue  # headings and datelines tell nothing, nor does a section of sport
        sentence = _read(article, segment, inside, codebook, speakers=speakers, thread=thread, people=people)
        spoken += [_spoken(segment, c) for c in (*sentence.claims, *sentence.acts)]
        for group in _told(article, sentence, codebook, thread=thread, shut=shut[segment.section]):
            records += 1
            told = [replace(t, order=len(found) + i, record=records) for i, t in enumerate(group)]
            found += told
            remember(thread, told, article.published)
        thread.told_date = _told_date(article.text, sentence) or thread.told_date
        thread.words = (*thread.words[-_WORDS_BEFORE:], *[t.lower for t in sentence.tokens])
        thread.named += placed_mentions(sentence.mentions, sentence.claims)
        thread.states += [m for m in sentence.mentions if names_a_state(m)]
    return found, spoken


_AHEAD = re.compile(r"\b(?:will|(?:is|are)\s+(?:to|due|expected|set|scheduled|likely))\b")
_END_TO_COME = re.compile(r"\b(?:until|till|by)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _told_date(text: str, sentence: Sentence) -> When | None:
    """The last date of a sentence that "two days later" may count from: none of an aside, "X, held since [May]"."""
    looks_back = any(h.tense == "pluperfect" for h in sentence.hits)
    asides = [c for c in sentence.clauses if c.kind == "relative" or c.connector in {"after", "before", "since"}]
    planned = bool(sentence.hits) and all(h.modality == "planned" for h in sentence.hits)
    if not sentence.hits and _AHEAD.search(text, sentence.segment.start, sentence.segment.end):
        return None
    for date in reversed(sentence.planned_dates if planned else sentence.dates):
        aside = (
            date.leads
            or _END_TO_COME.search(text, sentence.segment.start, date.start + 6) is not None
            or (looks_back and date.precision == "month")
            or any(c.start <= date.start < c.end for c in asides)
        )
        if date.date_start and date.precision in COUNTED_FROM and not aside:
            return of_date(date)
    return None


def _spoken(segment: Segment, claim: Claim) -> Spoken:
    return Spoken(section=segment.section, paragraph=segment.paragraph, sentence=segment.index, claim=claim)


def _read(
    article: Article,
    segment: Segment,
    mentions: Sequence[Mention],
    codebook: Codebook,
    *,
    speakers: SpeakerContext,
    thread: Thread,
    people: People,
) -> Sentence:
    text, span = article.text, (segment.start, segment.end)
    parsed = parse(tokenize(text, *span), codebook.bare_verbs)
    tokens, words = parsed.tokens, frozenset(parsed.lows)
    inside = tuple(mentions)
    last = thread.last_date()
    anchor = counted_from(last) if last else None
    phrases = date_phrases(text, *span, words=words)
    dates = resolved(text, phrases, published=article.published, anchor=anchor)
    claims = with_sides(claims_in(text, tokens, inside, speakers, tags=parsed.tags), codebook.conflicts)
    claims = dated(claims, dates)
    found = hits(codebook, text, tokens, inside, dated=bool(dates), before=thread.words, people=people, parsed=parsed)
    planned = any(h.modality == "planned" for h in found)
    future = resolved(text, phrases, published=article.published, tense="future", anchor=anchor) if planned else dates
    return Sentence(
        segment=segment,
        tokens=tuple(tokens),
        words=words,
        mentions=inside,
        clauses=parsed.clauses,
        counts=counts_in(text, tokens) if found or thread.tellings else (),
        dates=dates,
        planned_dates=future,
        claims=tuple(c for c in claims if not c.act),
        acts=tuple(c for c in claims if c.act),
        hits=found,
    )


def _told(
    article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread, shut: frozenset[str]
) -> Iterator[list[Telling]]:
    """Tellings of a sentence, grouped by statement."""
    live = [h for h in sentence.hits if h.modality in {"actual", "planned"}]
    live = [h for h in live if h.category not in shut and not _only_denied(article.text, h, sentence)]
    live = [h for h in live if not (h.subtype == "statement" and _is_denial(h, sentence))]
    strong = [h for h in live if not _is_mere_word(h)]
    if not strong:
        groups = [g for g in _continued(article, sentence, codebook, thread=thread) if g]
        yield from groups
        if groups or not live:
            return
    live = strong or live[:1]
    last = thread.tellings[-1] if thread.tellings else None
    for hit in live:
        if comes_back(article.text, hit, sentence, thread):
            continue
        yield from _tell(article, sentence, hit, codebook=codebook, thread=thread, hits=live)
    if last is not None and not any(h.category in CARRIES_CASUALTIES for h in live):
        yield _hurt_again(article, sentence, _bearer(thread, sentence) or last, thread)


def _bearer(thread: Thread, sentence: Sentence) -> Telling | None:
    """The last telling of this sentence or the one before whose dead and injured a sentence may tell."""
    near = [t for t in thread.tellings if sentence.segment.index - t.segment.index <= 1]
    return next((t for t in reversed(near) if t.hit.category in CARRIES_CASUALTIES), None)


def _is_denial(hit: Hit, sentence: Sentence) -> bool:
    """True for "rejected this": no position of its own but a denial of what was told."""
    return any(c.anaphoric and c.verb_start == hit.trigger.start for c in sentence.claims)


def _only_denied(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for the words of a denial that tells nothing new: "denied that it had carried out the strike"."""
    denials = [c for c in sentence.claims if c.anaphoric]
    if hit.subtype == "statement" and any(c.verb_start == hit.trigger.start for c in denials):
        return True  # "rejected that account"
    covering = [c for c in denials if c.scope_start <= hit.trigger.start < c.scope_end]
    return any(not calls_false(text, c, hit) and hit.trigger.start - c.verb_end < _DENIED_REACH for c in covering)


_DENIED_REACH = 60  # letters from the verb of a denial to what it denies


def _is_mere_word(hit: Hit) -> bool:
    """True for "the minister said": a statement only where the sentence tells nothing else."""
    return hit.subtype == "statement" and hit.weight <= _WEAKEST


def _continued(article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread) -> Iterator[list[Telling]]:
    """A sentence without a trigger that goes on with the one before: with its parts, its places or its dead."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None:
        return
    text, segment, counts = article.text, sentence.segment, sentence.counts
    named = named_again(text, segment, sentence.mentions, last)
    if named is not None:
        yield named
        return
    named_here = [p.mention for p in placed_mentions(sentence.mentions, sentence.claims)]
    last = _bearer(thread, sentence) or last
    hit = counting_hit(segment, sentence.mentions, counts, interceptions_before(text, segment, thread.tellings) or last)
    hit = hit or hurt_hit(text, segment, named_here, counts, last)
    if hit is None:
        yield _hurt_again(article, sentence, last, thread)
        return
    for group in _tell(article, sentence, hit, codebook=codebook, thread=thread, hits=[hit]):
        yield [replace(t, continued=True) for t in group]


def _hurt_again(article: Article, sentence: Sentence, last: Telling, thread: Thread) -> list[Telling]:
    """The casualties that a sentence tells of the event before it."""
    if _others_speak(sentence, last):
        return []
    statement = [t for t in thread.tellings if t.record == last.record]
    return hurt_again(article.text, sentence.segment, sentence.counts, statement)


def _others_speak(sentence: Sentence, last: Telling) -> bool:
    """True where a sentence is said by another country than the telling before."""
    told = {c.claimant.country for c in last.claims}
    return any(c.claimant.country is not None and c.claimant.country not in told for c in sentence.claims)


def _tell(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Iterator[list[Telling]]:
    """Tellings of one hit: one list a statement, one telling a place."""
    text = article.text
    if only_follows(hit, sentence, codebook, thread) or is_state(hit, sentence):
        return
    placed = _places(text, sentence, hit, thread=thread, hits=hits)
    base = _base(article, sentence, hit, codebook=codebook, thread=thread, hits=hits)
    names = unplaced_names(text, hit, sentence, placed)
    turns = turns_of(text, hit, _dates_for(text, hit, sentence), hits)
    if turns:
        yield from in_turn(article, sentence, base, turns, placed=placed, names=names, codebook=codebook, thread=thread)
        return
    unit = codebook.subtype(hit.category, hit.subtype).count_unit
    shares = shares_of(hit, placed=placed, counts=sentence.counts, unit=unit, hits=hits, clauses=sentence.clauses)
    hurt = _hurt(text, sentence, hit, hits)
    on = carried(text, hit, thread.tellings)
    if sum(s.count is not None and bool(s.placed) for s in shares) > 1:
        hurt = _NO_NUMBERS  # "31 died: 20 in A, eight in B": each place has its own
    for share in shares:
        bare = not share.placed and share.count is None and not share.is_aggregate
        if bare and not names and tells_nothing(base, thread) and not names_unknown(text, hit, sentence):
            continue
        each = casualties_by_place(sentence.counts, share.placed) if share.count is None else None
        rows = rows_of(as_counted(base, share, codebook), share, hurt=hurt, carried=on, each=each)
        yield with_names(rows, names)


def _dates_for(text: str, hit: Hit, sentence: Sentence) -> list[DateMention]:
    """The dates of the sentence that may be of a hit, ahead of the news for what is planned."""
    dates = sentence.planned_dates if hit.modality == "planned" else sentence.dates
    return dates_for(text, hit, dates, sentence.claims) if len(dates) > 1 else []


def _places(text: str, sentence: Sentence, hit: Hit, *, thread: Thread, hits: Sequence[Hit]) -> tuple[Placed, ...]:
    """Where a hit happened: in its sentence, else by what the sentences before told."""
    if is_act(hit):
        return place_of_act(text, hit, sentence.segment, sentence.mentions)
    if hit.voice == "noun" and text.startswith("its ", hit.trigger.start):
        return inherited_places(text, hit, sentence, thread)  # "since its capture"
    placed = places_of(
        text, hit, mentions=sentence.mentions, clauses=sentence.clauses, hits=hits, claims=sentence.claims
    )
    if placed and unseen_name(text, hit, sentence) is not None:
        return ()
    if placed and not any(hit.clause.start <= p.mention.start < hit.clause.end for p in placed):
        placed = () if unplaced_names(text, hit, sentence, ()) else placed  # "took A and is advancing on B"
    return (
        meant_by_noun(text, hit, placed, thread, sentence.mentions)
        or with_there(text, hit, placed, thread)
        or inherited_places(text, hit, sentence, thread)
        or goal_of_flight(text, hit, sentence.mentions)
    )


_LOOKING_BACK = ("since ", "until ", "before ")


def _of_now(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Hits that may have cost lives now: "its heaviest raid since the war began, killing 39" tells no dead of the war."""
    return [h for h in hits if not text.startswith(_LOOKING_BACK, h.clause.start)]


def _hurt(text: str, sentence: Sentence, hit: Hit, hits: Sequence[Hit]) -> Numbers:
    """Casualties of a hit; "nobody was hurt" is said of the last one of the sentence that carries any."""
    numbers = with_casualties(_NO_NUMBERS, casualties(hit, counts=sentence.counts, hits=_of_now(text, hits)))
    bearers = [h for h in hits if h.category in CARRIES_CASUALTIES]
    if bearers and bearers[-1] is hit and not sentence.words.isdisjoint(MAY_SAY_NONE_HURT):
        return none_hurt(text, sentence.segment.start, sentence.segment.end, numbers)
    return numbers


_ELSEWHERE = re.compile(
    r"(?:Elsewhere|Further|Meanwhile|(?:In|Near|Around|Outside|At)\s+(?:the\s+)?(?:\w+\s+){0,4}?[A-Z])"
)


_NOW = re.compile(r"\b(?:now|currently)\b", re.IGNORECASE)


def _last_day(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> When | None:
    """The day that undated news inherits: the latest of the section where a sentence turns to another place.

    None for what is decreed, or goes on "now": that is news of the day of publication.
    """
    if is_act(hit) or (hit.tense == "present" and _NOW.search(text, hit.clause.start, hit.clause.end)):
        return None
    if thread.latest is not None and _ELSEWHERE.match(text, sentence.segment.start):
        return thread.latest
    return thread.when


def _base(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Telling:
    """Everything about a hit but its places and numbers."""
    said = attribution_of(
        article.text,
        hit,
        claims=(*sentence.claims, *sentence.acts),
        segment=sentence.segment,
        before=thread.tellings,
        dates=sentence.dates,
    )
    if not said.claims and "speaker" in hit.roles and hit.subject is not None and hit.voice == "active":
        said = own_word(hit, named_by(article.text, hit.subject, sentence.mentions))
    planned = hit.modality == "planned"
    when = when_of(
        hit,
        text=article.text,
        dates=sentence.planned_dates if planned and not _is_proposed(hit) else sentence.dates,
        claims=sentence.claims,
        clauses=sentence.clauses,
        hits=hits,
        last=_last_day(article.text, hit, sentence, thread),
        published=article.published,
    )
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    background = _background(
        article.text, when, hit, clause, said=said, published=article.published, news_day=thread.news_day()
    )
    explanatory = is_explanatory(article.text, hit, clause)
    return Telling(
        order=0,
        record=0,
        hit=hit,
        segment=sentence.segment,
        placed=None,
        when=without_long_since(when) if background else when,
        numbers=_NO_NUMBERS,
        claims=said.claims,
        stance=said.stance,
        actors=actors_of(
            article.text, hit, mentions=sentence.mentions, claims=said.claims, conflicts=codebook.conflicts
        ),
        is_background=background,
        explanatory=explanatory,
        apart=not sentence.words.isdisjoint(_APART_WORDS) and _is_apart(article.text, hit),
        inherited_claim=said.inherited,
    )


def _is_proposed(hit: Hit) -> bool:
    """True for what somebody proposed or threatened in the past: a day beside the verb is the day of the words."""
    return hit.voice == "active" and hit.tense in {"past", "perfect", "pluperfect"} and hit.subtype == "imposed"


def _is_apart(text: str, hit: Hit) -> bool:
    """True where the words of a hit say that it is another one than those told before."""
    end = max(hit.trigger.end, hit.object.end if hit.object else 0)
    return _APART.search(text, hit.clause.start, end) is not None


def _background(
    text: str,
    when: When,
    hit: Hit,
    clause: Clause | None,
    *,
    said: Attribution,
    published: datetime.date | None,
    news_day: datetime.date | None,
) -> bool:
    denied_now = said.stance == "denies" and not said.inherited
    spoken_now = bool(said.claims) and not said.claims[0].act and (denied_now or not looks_back(text, hit, clause))
    told_of = clause is not None and clause.connector == "where" and when.basis in {"explicit", "relative"}
    spoken_now = spoken_now and not told_of  # "X, from where troops withdrew in March, he said"
    spoken_now = spoken_now and (
        not said.inherited or (hit.tense == "pluperfect" and when.basis not in {"explicit", "relative"})
    )
    explanatory = is_explanatory(text, hit, clause) or (told_of and hit.tense in {"past", "pluperfect"})
    return is_background(
        when, hit=hit, explanatory=explanatory, spoken_now=spoken_now, published=published, news_day=news_day
    )
