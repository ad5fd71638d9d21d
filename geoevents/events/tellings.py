"""Tellings of an article in text order: each trigger with its places, date, numbers and claims."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token, tokenize
from geoevents.atlas.mention import Mention
from geoevents.events.actors import actors_of
from geoevents.events.acts import is_act, place_of_act
from geoevents.events.attribution import Attribution, attribution_of, own_word
from geoevents.events.background import is_background, is_explanatory, looks_back
from geoevents.events.claims import Claim, Spoken, claims_in
from geoevents.events.clauses import Clause, parse
from geoevents.events.codebook import Codebook
from geoevents.events.continued import carried, counting_hit, hurt_again, hurt_hit, named_again
from geoevents.events.counted import Count
from geoevents.events.counts import counts_in
from geoevents.events.dates import DateMention, date_phrases, resolved
from geoevents.events.grammar import GRAMMAR
from geoevents.events.howmany import (
    CARRIES_CASUALTIES,
    Casualties,
    Share,
    casualties,
    casualties_by_place,
    none_hurt,
    numbers_of,
    row_numbers,
    shares_of,
    with_casualties,
)
from geoevents.events.speakers import SpeakerContext, named_by
from geoevents.events.statuses import with_sides
from geoevents.events.subject import shut_out
from geoevents.events.telling import Numbers, Placed, Telling, When
from geoevents.events.triggers import Hit, hits
from geoevents.events.when import when_of, without_long_since
from geoevents.events.where import anaphoric_places, names_a_capital, placed_mentions, places_of

__all__ = ["tellings_of"]

# Categories whose events happen at a place of the war even if the sentence names none: they take the last one told.
INHERITS_PLACE = frozenset(
    {"strike", "control_change", "ground_combat", "naval", "air_defence", "humanitarian", "infrastructure"}
)
# Categories of which a later telling without a place or a number tells nothing new.
NEEDS_PLACE = frozenset({"control_change", "ground_combat", "strike", "air_defence"})
# What a fire or power cut told right after it is a harm of.
_HARMFUL = frozenset({"strike", "ground_combat", "naval", "air_defence"})
_WORDS_BEFORE = 40  # about one sentence more than the last: "Seven fell in A. The remainder were intercepted"
_APART = re.compile(r"\b(?:another|second|third|fourth|separate|separately|elsewhere)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with everything that was found in it."""

    segment: Segment
    tokens: tuple[Token, ...]
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
    """What a section has told so far; a heading starts a new one (anaphora never crosses it)."""

    section: int = -1
    words: tuple[str, ...] = ()
    named: list[Placed] = field(default_factory=list)
    when: When | None = None
    latest: When | None = None
    paragraph: int = -1
    tellings: list[Telling] = field(default_factory=list)

    def last_date(self) -> When | None:
        """The last date that the section told, of news or of context; what "two days later" counts from."""
        told = self.tellings[-1].when if self.tellings else None
        return told if told is not None and told.date_start is not None else self.when

    def enter(self, section: int, paragraph: int) -> None:
        """Forgets everything when a new section begins; a new paragraph goes back to the latest news."""
        if section == self.section and paragraph != self.paragraph and self.latest is not None:
            self.when = self.latest
        self.paragraph = paragraph
        if section != self.section:
            self.section, self.when, self.latest = section, None, None
            self.named, self.tellings, self.words = [], [], ()


def tellings_of(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> tuple[list[Telling], list[Spoken]]:
    """(every telling of an article, every claim of it), each in text order.

    Headings, datelines and fragments tell nothing.
    """
    found: list[Telling] = []
    spoken: list[Spoken] = []
    thread, speakers = Thread(), SpeakerContext()
    shut = shut_out(article, segments, codebook)
    records = 0
    for segment in segments:
        thread.enter(segment.section, segment.paragraph)
        if segment.kind == "heading":
            inside = [m for m in mentions if segment.start <= m.start < segment.end]
            thread.named += placed_mentions(inside, ())
        if segment.kind != "sentence":
            continue
        sentence = _read(article, segment, mentions, codebook, speakers=speakers, thread=thread)
        spoken += [_spoken(segment, c) for c in (*sentence.claims, *sentence.acts)]
        for group in _told(article, sentence, codebook, thread=thread, shut=shut[segment.section]):
            records += 1
            told = [replace(t, order=len(found) + i, record=records) for i, t in enumerate(group)]
            found += told
            _remember(thread, told, article.published)
        thread.words = (*thread.words[-_WORDS_BEFORE:], *(t.lower for t in sentence.tokens))
        thread.named += placed_mentions(sentence.mentions, sentence.claims)
    return found, spoken


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
) -> Sentence:
    text, span = article.text, (segment.start, segment.end)
    parsed = parse(tokenize(text, *span), codebook.bare_verbs)
    tokens = parsed.tokens
    inside = tuple(m for m in mentions if segment.start <= m.start < segment.end)
    last = thread.last_date()
    anchor = last.date_end or last.date_start if last else None
    phrases = date_phrases(text, *span)
    dates = resolved(text, phrases, published=article.published, anchor=anchor)
    claims = with_sides(claims_in(text, tokens, inside, speakers, tags=parsed.tags), codebook.conflicts)
    found = hits(codebook, text, tokens, inside, dated=bool(dates), before=thread.words, parsed=parsed)
    planned = any(h.modality == "planned" for h in found)
    future = resolved(text, phrases, published=article.published, tense="future", anchor=anchor) if planned else dates
    return Sentence(
        segment=segment,
        tokens=tuple(tokens),
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
    live = [h for h in live if h.category not in shut]
    if not live:
        yield from _continued(article, sentence, codebook, thread=thread)
        return
    last = thread.tellings[-1] if thread.tellings else None
    for hit in live:
        if _comes_back(article.text, hit, sentence, thread):
            continue
        yield from _tell(article, sentence, hit, codebook=codebook, thread=thread, hits=live)
    if last is not None and not any(h.category in CARRIES_CASUALTIES for h in live):
        yield _hurt_again(article, sentence, last, thread)


def _comes_back(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True for "the raid", "this attack" after a telling of its kind: the last event, no new one (4.10)."""
    if hit.voice != "noun" or hit.category not in NEEDS_PLACE | {"naval"}:
        return False
    if any(hit.clause.start <= c.start < hit.clause.end and c.value is not None for c in sentence.counts):
        return False
    before = text[sentence.segment.start : hit.trigger.start].split()[-1:]
    if not before or before[0].lower() not in GRAMMAR["comes_back"]:
        return False
    told = any(t.hit.category in NEEDS_PLACE | {"naval"} for t in thread.tellings)
    own = any(
        hit.object is not None and hit.object.start <= m.start < hit.object.end for m in sentence.mentions if m.spot
    )
    return told and not own


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
    hit = counting_hit(segment, sentence.mentions, counts, last)
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
    if _only_follows(hit, sentence, codebook, thread) or _is_state(hit, sentence):
        return
    placed = _places(text, sentence, hit, thread=thread, hits=hits)
    unit = codebook.subtype(hit.category, hit.subtype).count_unit
    shares = shares_of(hit, placed=placed, counts=sentence.counts, unit=unit, hits=hits)
    base = _base(article, sentence, hit, codebook=codebook, thread=thread, hits=hits)
    hurt = _hurt(text, sentence, hit, hits)
    on = carried(text, hit, thread.tellings)
    for share in shares:
        bare = not share.placed and share.count is None and not share.is_aggregate
        if bare and _tells_nothing(base, thread) and not _names_unknown(text, hit, sentence):
            continue
        each = casualties_by_place(sentence.counts, share.placed) if share.count is None else None
        yield _rows(_as_counted(base, share, codebook), share, hurt=hurt, carried=on, each=each)


def _places(text: str, sentence: Sentence, hit: Hit, *, thread: Thread, hits: Sequence[Hit]) -> tuple[Placed, ...]:
    """Where a hit happened: in its sentence, else by what the sentences before told."""
    if is_act(hit):
        return place_of_act(text, hit, sentence.segment, sentence.mentions)
    placed = places_of(
        text, hit, mentions=sentence.mentions, clauses=sentence.clauses, hits=hits, claims=sentence.claims
    )
    return _meant_by_noun(text, hit, placed, thread) or placed or _inherited_places(text, hit, sentence, thread)


def _only_follows(hit: Hit, sentence: Sentence, codebook: Codebook, thread: Thread) -> bool:
    """True for harm that a strike told just before did: a fire or power cut without a place or time of its own."""
    if not codebook.subtype(hit.category, hit.subtype).consequence or sentence.dates:
        return False
    if any(hit.clause.start <= m.start < hit.clause.end and m.spot is not None for m in sentence.mentions):
        return False
    last = (
        thread.tellings[-1:]
        if thread.tellings and sentence.segment.index - thread.tellings[-1].segment.index <= 1
        else []
    )
    return any(t.hit.category in _HARMFUL and t.segment is not sentence.segment for t in last)


def _is_state(hit: Hit, sentence: Sentence) -> bool:
    """True for a tally of the war so far, without a day: "more than 200,000 people have crossed into Egypt"."""
    if hit.category != "humanitarian" or hit.tense != "perfect" or sentence.dates:
        return False
    return not any(m.spot is not None and m.spot.precision in _SMALL for m in sentence.mentions)


def _tells_nothing(telling: Telling, thread: Thread) -> bool:
    """True for a telling without place or number that only comes back to what the section told, or looks back."""
    if telling.hit.category not in NEEDS_PLACE:
        return False
    again = any(t.hit.category in NEEDS_PLACE | {"naval"} for t in thread.tellings)
    return again or telling.explanatory or telling.is_background or telling.hit.modality == "planned"


_SMALL = frozenset({"exact", "settlement", "near"})


def _meant_by_noun(text: str, hit: Hit, placed: Sequence[Placed], thread: Thread) -> tuple[Placed, ...]:
    """The place named before that what is acted on stands for, where the sentence names but an area around it:
    "the village in the occupied part of [the region] is in their hands".
    """
    phrase = hit.object if hit.voice != "noun" else hit.subject
    if phrase is None or not placed or any(p.spot.precision in _SMALL for p in placed):
        return ()
    return tuple(p for p in anaphoric_places(text, phrase, thread.named) if p.spot.precision in _SMALL)


def _hurt(text: str, sentence: Sentence, hit: Hit, hits: Sequence[Hit]) -> Numbers:
    """Casualties of a hit; "nobody was hurt" is said of the last one of the sentence that carries any."""
    numbers = with_casualties(Numbers(), casualties(hit, counts=sentence.counts, hits=hits))
    bearers = [h for h in hits if h.category in CARRIES_CASUALTIES]
    if bearers and bearers[-1] is hit:
        return none_hurt(text, sentence.segment.start, sentence.segment.end, numbers)
    return numbers


def _as_counted(base: Telling, share: Share, codebook: Codebook) -> Telling:
    """The telling with the subtype that counts what the share counts: "nine missiles and two drones" are two."""
    told = share.count.unit if share.count else None
    hit = base.hit
    if told is None or hit.category != "air_defence" or told == codebook.subtype(hit.category, hit.subtype).count_unit:
        return base
    subtypes = next(c.subtypes for c in codebook.categories if c.id == hit.category)
    subtype = next((s.id for s in subtypes if s.count_unit == told), hit.subtype)
    return replace(base, hit=replace(hit, subtype=subtype))


def _rows(
    base: Telling, share: Share, *, hurt: Numbers, carried: int | None, each: Sequence[Casualties] | None
) -> list[Telling]:
    """One telling a place; a number of dead that several places share is the group's, unless ``each`` tells its own."""
    if each is not None:
        own = zip(share.placed, each, strict=True)
        return [replace(base, numbers=with_casualties(Numbers(), told), placed=p) for p, told in own]
    numbers = row_numbers(share, hurt, carried)
    places: list[Placed | None] = [*share.placed] or [None]
    return [replace(base, numbers=numbers, is_aggregate=share.is_aggregate, placed=p) for p in places]


def _base(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Telling:
    """Everything about a hit but its places and numbers."""
    said = attribution_of(
        article.text, hit, claims=(*sentence.claims, *sentence.acts), segment=sentence.segment, before=thread.tellings
    )
    if not said.claims and "speaker" in hit.roles and hit.subject is not None and hit.voice == "active":
        said = own_word(hit, named_by(article.text, hit.subject, sentence.mentions))
    planned = hit.modality == "planned"
    when = when_of(
        hit,
        text=article.text,
        dates=sentence.planned_dates if planned else sentence.dates,
        claims=sentence.claims,
        clauses=sentence.clauses,
        hits=hits,
        last=None if is_act(hit) else thread.when,  # what is said or decreed without a date is news of the day
        published=article.published,
    )
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    background = _background(article.text, when, hit, clause, said=said, published=article.published)
    explanatory = is_explanatory(article.text, hit, clause)
    return Telling(
        order=0,
        record=0,
        hit=hit,
        segment=sentence.segment,
        placed=None,
        when=without_long_since(when) if background else when,
        numbers=numbers_of(Share(count=None, placed=())),
        claims=said.claims,
        stance=said.stance,
        actors=actors_of(
            article.text, hit, mentions=sentence.mentions, claims=said.claims, conflicts=codebook.conflicts
        ),
        is_background=background,
        explanatory=explanatory,
        apart=_is_apart(article.text, hit),
        inherited_claim=said.inherited,
    )


def _is_apart(text: str, hit: Hit) -> bool:
    """True where the words of a hit say that it is another one than those told before."""
    end = max(hit.trigger.end, hit.object.end if hit.object else 0)
    return _APART.search(text, hit.clause.start, end) is not None


def _background(
    text: str, when: When, hit: Hit, clause: Clause | None, *, said: Attribution, published: datetime.date | None
) -> bool:
    spoken_now = bool(said.claims) and not said.claims[0].act and not looks_back(text, hit, clause)
    spoken_now = spoken_now and (not said.inherited or hit.tense == "pluperfect")
    explanatory = is_explanatory(text, hit, clause)
    return is_background(when, hit=hit, explanatory=explanatory, spoken_now=spoken_now, published=published)


def _inherited_places(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The places a hit takes from the sentences before: by anaphora, else the last one for what happens on the ground."""
    span = hit.clause
    here = [p for p in placed_mentions(sentence.mentions, ()) if p.mention.end <= hit.trigger.start]
    happened = [
        t.placed for t in thread.tellings if t.placed and t.hit.category in INHERITS_PLACE and not t.is_background
    ]
    military = hit.category in INHERITS_PLACE and not here
    by_word = anaphoric_places(text, span, happened, mentions=sentence.mentions) if military else ()
    by_word = by_word or anaphoric_places(text, span, [*thread.named, *here], mentions=sentence.mentions)
    if by_word:
        return by_word
    if _names_unknown(text, hit, sentence) or names_a_capital(text, span) or _is_another_time(hit, sentence.clauses):
        return ()
    if hit.category == "legal":
        return () if _names_new(text, hit) else _court_before(sentence, thread)
    if hit.category not in INHERITS_PLACE or _is_its_own(text, hit):
        return ()
    last = next((t for t in reversed(thread.tellings) if t.hit.category in INHERITS_PLACE), None)
    if last is None or last.placed is None or last.is_background or not _goes_on_from(text, hit, sentence, last):
        return ()
    return (replace(last.placed, basis="inherited"),)


_UNKNOWN = re.compile(
    r"\b(?:in|at|near|outside|of|from|into|towards|toward|fleeing|entering|leaving|reaching|on)\s+(?P<name>[A-Z][\w'-]+)"
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)


def _names_unknown(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True where the clause names a place that the atlas does not know: it happened there, not where the last did."""
    known = [(m.start, m.end) for m in sentence.mentions]
    for match in _UNKNOWN.finditer(text, hit.trigger.start, hit.clause.end):
        if not _CALENDAR.match(match.group("name")) and not any(a <= match.start("name") < b for a, b in known):
            return True
    return any(
        m.place is None and m.role == "literal" and hit.clause.start <= m.start < hit.clause.end
        for m in sentence.mentions
    )


def _is_another_time(hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True in a clause that looks back or ahead: "since the war began"."""
    return hit.clause_index < len(clauses) and clauses[hit.clause_index].connector in {"since", "until", "before"}


def _is_its_own(text: str, hit: Hit) -> bool:
    """True for a border or airspace that the one who acts calls its own: it lies nowhere near the last event."""
    thing = text[hit.object.start : hit.object.end].lower() if hit.object and hit.category == "infrastructure" else ""
    return thing.startswith(("its ", "their ", "all "))


def _goes_on_from(text: str, hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where a hit without a place goes on with what the sentence before told."""
    if sentence.segment.index - last.segment.index > 2 or _sums_up(hit, sentence, last):
        return False
    if hit.category == "air_defence" != last.hit.category:
        # A country's air force sums up; only "nine were shot down", "the drone was" goes on with the same ones.
        named = hit.object is not None and text[hit.object.start : hit.object.end].lower().startswith(("the ", "it"))
        return named or bool(last.numbers.count)
    return True


_FLYING = frozenset({"drones", "missiles", "aircraft"})


def _sums_up(hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where another speaker counts what flew over a whole country: "According to the air force, 458 drones came in"."""
    counted = any(hit.clause.start <= c.start < hit.clause.end and c.unit in _FLYING for c in sentence.counts)
    told = {c.claimant.name for c in last.claims}
    return counted and any(c.claimant.name not in told for c in sentence.claims)


_COURT_REACH = 4  # sentences over which "the court" stays the one named before


def _names_new(text: str, hit: Hit) -> bool:
    """True where "a court" acts: another one than that told of before."""
    doer = hit.agent or hit.subject
    return doer is not None and text[doer.start : doer.end].lower().startswith(("a ", "an ", "another "))


def _court_before(sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The seat of the court that the section told of a few sentences before."""
    for telling in reversed(thread.tellings):
        near = sentence.segment.index - telling.segment.index <= _COURT_REACH
        if near and telling.hit.category == "legal" and telling.placed is not None:
            return (replace(telling.placed, basis="inherited"),)
    return ()


# Days before publication up to which a date is news that later sentences go on telling; older ones are looks back.
_NEWS_DAYS = 1


def _is_news(when: When, published: datetime.date | None) -> bool:
    """True for a date that undated sentences after it inherit: a day or night of the news."""
    if when.date_start is None or when.precision not in {"day", "night", "part_of_day", "time", "inferred"}:
        return False
    return published is None or (published - (when.date_end or when.date_start)).days <= _NEWS_DAYS


def _remember(thread: Thread, told: Sequence[Telling], published: datetime.date | None) -> None:
    """Keeps what later sentences of the section may refer to."""
    thread.tellings += told
    live = [t for t in told if not t.is_background and not t.continued and t.hit.modality == "actual"]
    news = [t.when for t in live if _is_news(t.when, published)]
    if news:
        thread.when = news[-1]
        thread.latest = max([*news, *([thread.latest] if thread.latest else [])], key=_last_day)


def _last_day(when: When) -> datetime.date:
    return when.date_end or when.date_start or datetime.date.min
