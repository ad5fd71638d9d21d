"""Tellings of an article in text order: each trigger with its places, date, numbers and claims."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token, tokenize
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.actors import actors_of
from geoevents.events.attribution import Attribution, attribution_of
from geoevents.events.background import is_background, is_explanatory, looks_back
from geoevents.events.claims import Claim, Spoken, claims_in
from geoevents.events.clauses import Clause, parse
from geoevents.events.codebook import Codebook
from geoevents.events.conditions import has_conflict_actor
from geoevents.events.counts import Count, counts_in
from geoevents.events.dates import DateMention, dates_in
from geoevents.events.event import Span
from geoevents.events.howmany import Share, casualties, numbers_of, shares_of
from geoevents.events.speakers import SpeakerContext
from geoevents.events.statuses import with_sides
from geoevents.events.telling import Placed, Telling, When
from geoevents.events.triggers import Hit, hits
from geoevents.events.when import when_of
from geoevents.events.where import anaphoric_places, placed_mentions, places_of

__all__ = ["tellings_of"]

# Categories whose events happen at a place of the war even if the sentence names none: they take the last one told.
INHERITS_PLACE = frozenset(
    {"strike", "control_change", "ground_combat", "naval", "air_defence", "humanitarian", "infrastructure"}
)
# Categories of which a telling without a place or a number tells nothing.
NEEDS_PLACE = frozenset({"control_change", "ground_combat", "strike", "air_defence"})
# Categories whose tellings carry the casualties of a sentence.
CARRIES_CASUALTIES = frozenset(
    {"strike", "ground_combat", "naval", "air_defence", "infrastructure", "protest", "other"}
)
# Categories that only make sense where states, armies, courts or armed groups act.
MILITARY = frozenset(
    {"strike", "control_change", "ground_combat", "naval", "air_defence", "military_aid", "mobilisation"}
)
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
    tellings: list[Telling] = field(default_factory=list)

    def enter(self, section: int) -> None:
        """Forgets everything when a new section begins."""
        if section != self.section:
            self.section, self.when = section, None
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
    martial = has_conflict_actor(article.text)
    records = 0
    for segment in segments:
        thread.enter(segment.section)
        if segment.kind != "sentence":
            continue
        sentence = _read(article, segment, mentions, codebook, speakers=speakers, thread=thread)
        spoken += [_spoken(segment, c) for c in (*sentence.claims, *sentence.acts)]
        for group in _told(article, sentence, codebook, thread=thread, martial=martial):
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
    last = thread.when
    anchor = last.date_end or last.date_start if last else None
    dates = dates_in(text, published=article.published, start=span[0], end=span[1], anchor=anchor)
    claims = with_sides(claims_in(text, tokens, inside, speakers), codebook.conflicts)
    return Sentence(
        segment=segment,
        tokens=tuple(tokens),
        mentions=inside,
        clauses=parsed.clauses,
        counts=counts_in(text, tokens),
        dates=dates,
        planned_dates=dates_in(
            text, published=article.published, start=span[0], end=span[1], tense="future", anchor=anchor
        )
        if dates
        else (),
        claims=tuple(c for c in claims if not c.act),
        acts=tuple(c for c in claims if c.act),
        hits=hits(codebook, text, tokens, inside, dated=bool(dates), before=thread.words, parsed=parsed),
    )


def _told(
    article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread, martial: bool
) -> Iterator[list[Telling]]:
    """Tellings of a sentence, grouped by statement."""
    live = [h for h in sentence.hits if h.modality in {"actual", "planned"}]
    live = [h for h in live if martial or h.category not in MILITARY]
    if not live:
        yield from _continued(article, sentence, codebook, thread=thread)
        return
    for hit in live:
        yield from _tell(article, sentence, hit, codebook=codebook, thread=thread, hits=live)


def _continued(article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread) -> Iterator[list[Telling]]:
    """A sentence without a trigger that goes on counting the one before: "Seven fell in A, five in B"."""
    last = thread.tellings[-1] if thread.tellings else None
    counted = [c for c in sentence.counts if (c.value is not None or c.kind == "vague") and c.kind != "none_reported"]
    if last is None or sentence.segment.index - last.segment.index > 1:
        return
    if _NAMED.search(article.text, sentence.segment.start, sentence.segment.end):
        yield from _named(sentence, thread)
        return
    if last.numbers.unit is None or not counted:
        return
    placed = [m for m in sentence.mentions if m.spot is not None]
    if (
        not placed
        or any(c.unit not in {None, last.numbers.unit} for c in counted)
        or counted[0].start > placed[0].start
    ):
        return
    whole = Span(sentence.segment.start, sentence.segment.end)
    hit = replace(
        last.hit, trigger=Span(counted[0].start, counted[0].end), clause=whole, clause_index=0, clause_kind="main",
        subject=None, object=None, agent=None, object_is_place=False,
    )  # fmt: skip
    for group in _tell(article, sentence, hit, codebook=codebook, thread=thread, hits=[hit]):
        yield [replace(t, continued=True) for t in group]


# "It named them as A, in the B region, C and D."
_NAMED = re.compile(r"\b(?:named|listed|identified|gave)\s+(?:\w+\s+){0,2}as\b", re.IGNORECASE)


def _named(sentence: Sentence, thread: Thread) -> Iterator[list[Telling]]:
    """The settlements that a sentence names of those that the one before counted: "three villages"."""
    last = thread.tellings[-1]
    small = tuple(m for m in sentence.mentions if m.spot is not None and m.place and m.place.kind in SETTLEMENTS)
    if last.numbers.count is None or last.numbers.count < 2 or len(small) < 2:
        return
    whole = Span(sentence.segment.start, sentence.segment.end)
    hit = replace(
        last.hit, trigger=Span(whole.start, whole.start + 1), clause=whole, clause_index=0, clause_kind="main", subject=None,
        object=None, agent=None, object_is_place=False,
    )  # fmt: skip
    base = replace(
        last, hit=hit, segment=sentence.segment, numbers=replace(last.numbers, count=None, low=None, high=None)
    )
    placed = [Placed(mention=m, spot=m.spot, basis="text") for m in small if m.spot is not None]
    yield [replace(base, placed=p, continued=True) for p in placed]


def _tell(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Iterator[list[Telling]]:
    """Tellings of one hit: one list a statement, one telling a place."""
    text = article.text
    placed = places_of(
        text, hit, mentions=sentence.mentions, clauses=sentence.clauses, hits=hits, claims=sentence.claims
    )
    placed = _meant_by_noun(text, hit, placed, thread) or placed or _inherited_places(text, hit, sentence, thread)
    unit = codebook.subtype(hit.category, hit.subtype).count_unit
    shares = shares_of(hit, placed=placed, counts=sentence.counts, unit=unit, hits=hits)
    base = _base(article, sentence, hit, codebook=codebook, thread=thread, hits=hits)
    for share in shares:
        if hit.category in NEEDS_PLACE and not share.placed and share.count is None and not share.is_aggregate:
            continue
        yield _rows(base, share, hurt=casualties(hit, counts=sentence.counts, hits=hits, carriers=CARRIES_CASUALTIES))


_SMALL = frozenset({"exact", "settlement", "near"})


def _meant_by_noun(text: str, hit: Hit, placed: Sequence[Placed], thread: Thread) -> tuple[Placed, ...]:
    """The place named before that what is acted on stands for, where the sentence names but an area around it:
    "the village in the occupied part of [the region] is in their hands".
    """
    phrase = hit.object if hit.voice != "noun" else hit.subject
    if phrase is None or not placed or any(p.spot.precision in _SMALL for p in placed):
        return ()
    return tuple(p for p in anaphoric_places(text, phrase, thread.named) if p.spot.precision in _SMALL)


def _rows(base: Telling, share: Share, *, hurt: tuple[int | None, int | None, Span | None]) -> list[Telling]:
    numbers = replace(numbers_of(share), killed=hurt[0], injured=hurt[1])
    if numbers.span is None:
        numbers = replace(numbers, span=hurt[2])
    base = replace(base, numbers=numbers, is_aggregate=share.is_aggregate)
    return [replace(base, placed=p) for p in share.placed] or [base]


def _base(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Telling:
    """Everything about a hit but its places and numbers."""
    last = thread.tellings[-1] if thread.tellings else None
    said = attribution_of(
        article.text, hit, claims=(*sentence.claims, *sentence.acts), segment=sentence.segment, last=last
    )
    planned = hit.modality == "planned"
    when = when_of(
        hit,
        text=article.text,
        dates=sentence.planned_dates if planned else sentence.dates,
        claims=sentence.claims,
        clauses=sentence.clauses,
        hits=hits,
        last=thread.when,
        published=article.published,
    )
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    explanatory = is_explanatory(article.text, hit, clause)
    return Telling(
        order=0,
        record=0,
        hit=hit,
        segment=sentence.segment,
        placed=None,
        when=when,
        numbers=numbers_of(Share(count=None, placed=())),
        claims=said.claims,
        stance=said.stance,
        actors=actors_of(
            article.text, hit, mentions=sentence.mentions, claims=said.claims, conflicts=codebook.conflicts
        ),
        is_background=_background(article.text, when, hit, clause, said=said, published=article.published),
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
    by_word = anaphoric_places(text, span, thread.named)
    if by_word:
        return by_word
    if hit.category == "legal":
        return _court_before(sentence, thread)
    if hit.category not in INHERITS_PLACE or not thread.tellings:
        return ()
    last = thread.tellings[-1]
    if hit.category == "air_defence" != last.hit.category and not last.numbers.count:
        return ()  # a country's air force sums up; only "nine were shot down" goes on telling of the same drones
    near = sentence.segment.paragraph == last.segment.paragraph and sentence.segment.index - last.segment.index <= 1
    if not near or last.placed is None or last.hit.category not in INHERITS_PLACE or last.is_background:
        return ()
    return (replace(last.placed, basis="inherited"),)


_COURT_REACH = 4  # sentences over which "the court" stays the one named before


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
    news = [t.when for t in told if not t.is_background and t.hit.modality == "actual" and _is_news(t.when, published)]
    if news:
        thread.when = news[-1]
