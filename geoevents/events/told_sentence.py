"""Tellings of one sentence, grouped by statement: its triggers, else what goes on with the sentence before."""

from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES, CASUALTIES, MAY_SAY_NONE_HURT, may_hurt
from geoevents.events.howmany.tolls import with_its_toll
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Telling, When
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_beside import stopped_beside, told_behind
from geoevents.events.told_harm import told_harm
from geoevents.events.told_hit import told_hit
from geoevents.events.told_parts import tells_parts, told_with_parts
from geoevents.events.told_towns import as_fired, rows_of_towns, towns_struck, without_towns
from geoevents.events.what.cause_untold import strikes_among
from geoevents.events.what.continued import (
    HURT_REACH,
    counting_hit,
    counts_its_own,
    hurt_again,
    hurt_hit,
    hurt_whole,
    interceptions_before,
    named_again,
    same_hit,
)
from geoevents.events.what.harmed_elsewhere import with_harm_elsewhere, with_more_harmed
from geoevents.events.what.hit import Hit
from geoevents.events.what.killings import is_told_in_passing
from geoevents.events.what.last_told import as_last_told
from geoevents.events.what.retold import comes_back, is_charge
from geoevents.events.when.dates import DateMention
from geoevents.events.where.elsewhere import is_brought_to
from geoevents.events.where.locatives import placed_mentions
from geoevents.events.where.officials import of_local_official
from geoevents.events.who.attribution import calls_false
from geoevents.events.who.denied_first import is_denial
from geoevents.values import replace

__all__ = ["told_sentence"]

_WEAKEST = 0.3  # what is only said, or who was killed, is an event where the sentence tells nothing else
# The dead of a verdict are those of the crime; what was shot down kills in its own clause alone.
_OWN_DEAD = (CARRIES_CASUALTIES | {"legal"}) - {"air_defence"}
_MERE = frozenset({"statement", "attack"})


def told_sentence(
    article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread, shut: frozenset[str]
) -> Iterator[list[Telling]]:
    """Tellings of a sentence, grouped by statement."""
    live = [h for h in sentence.hits if h.modality in {"actual", "planned"}]
    live = [h for h in live if h.category not in shut and not _only_denied(article.text, h, sentence)]
    live = [h for h in live if not is_denial(h, sentence)]
    live = [h for h in live if not _only_tells_since(h, sentence, live)]
    sentence = with_its_toll(article.text, with_more_harmed(article.text, sentence))
    bearer = _bearer(thread, sentence) if sentence.counts else None  # who has no count has no dead
    if bearer is not None:
        theirs = [m for m in sentence.mentions if not counts_its_own(article.text, m, bearer)]
        sentence = replace(sentence, mentions=tuple(theirs))
    listed = told_harm(article, sentence, live, thread=thread, last=bearer)
    if listed and not tells_parts(article.text, sentence):
        yield from stopped_beside(article, sentence, live, codebook=codebook, thread=thread)
        yield from listed
        rest = [h for h in live if not _is_mere_word(h)]
        yield from told_behind(article, sentence, rest, listed, codebook=codebook, thread=thread)
        return
    strong = [
        h
        for h in live
        if not _is_mere_word(h) or is_told_in_passing(article.text, h, sentence) or _is_killing_apart(h, live, sentence)
    ]
    if not strong:
        groups = [g for g in _continued(article, sentence, codebook, thread=thread) if g]
        yield from groups
        if groups or not live:
            return
    strong = with_harm_elsewhere(article.text, strong, sentence, bearer or (thread.lead if thread.is_gazette else None))
    live = [as_last_told(article.text, h, sentence, thread) for h in strong or live[:1]]
    live = strikes_among(article, live, sentence, thread)
    last = thread.tellings[-1] if thread.tellings else None
    towns = towns_struck(article.text, sentence, live)
    if towns is not None:
        yield from rows_of_towns(article, sentence, towns, thread=thread, hits=live)
        sentence = without_towns(sentence, towns)
    for hit in live:
        if comes_back(article.text, hit, sentence, thread) or is_charge(article.text, hit, sentence):
            continue
        if towns is not None and hit is towns.deed and not towns.stays:
            continue
        for rows in told_with_parts(article, sentence, hit, codebook=codebook, thread=thread, hits=live):
            yield as_fired(rows, towns) if towns is not None and hit is towns.deed else rows
    if last is not None and not any(h.category in _OWN_DEAD for h in live):
        hurt = _may_tell_harm(sentence)
        yield _hurt_again(article, sentence, _bearer(thread, sentence) or last, thread) if hurt else []


def _bearer(thread: Thread, sentence: Sentence) -> Telling | None:
    """The last telling whose dead and injured a sentence may tell: of the sentence before, or of the one before that where
    that one tells of nothing that hurts, a power cut or the like.
    """
    near: list[Telling] = []
    for telling in reversed(thread.tellings):
        distance = sentence.segment.index - telling.segment.index
        if distance > 1 and (distance > HURT_REACH or near):
            break
        if may_hurt(telling.hit):
            near.append(telling)
    fell = [t for t in near if t.hit.category != "air_defence"]  # those of a raid, not of what was stopped of it
    if near and not fell:
        raids = [
            t
            for t in thread.tellings
            if t.hit.category == "strike" and sentence.segment.index - t.segment.index <= _RAID
        ]
        fell = [replace(raids[-1], segment=near[0].segment)] if raids else []
    return next(iter(fell or near), None)


_RAID = 3  # sentences after a raid in which its dead may be told behind what was shot down of it


def _only_tells_since(hit: Hit, sentence: Sentence, live: Sequence[Hit]) -> bool:
    """True for what only says since when something is the first or last, or people have died: "the first time | since X
    invaded Y", "hundreds have died | since the fighting began on Monday".
    """
    clause = sentence.clauses[hit.clause_index]
    if clause.connector != "since" or hit.tense not in {"past", "perfect"}:
        return False
    if hit.subtype == "clash" and any(h.subtype == "clash" and h.clause_index < hit.clause_index for h in live):
        return True
    told = not sentence.words.isdisjoint({"first", "last"})
    return told and not any(clause.start <= d.start < clause.end for d in sentence.dates)


def _only_denied(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for the words of a denial that tells nothing new: "denied that it had carried out the strike"."""
    denials = [c for c in sentence.claims if c.anaphoric]
    if hit.subtype == "statement" and any(c.verb_start == hit.trigger.start for c in denials):
        return True  # "rejected that account"
    covering = [c for c in denials if c.scope_start <= hit.trigger.start < c.scope_end]
    return any(not calls_false(text, c, hit) and hit.trigger.start - c.verb_end < _DENIED_REACH for c in covering)


_DENIED_REACH = 60  # letters from the verb of a denial to what it denies


def _is_killing_apart(hit: Hit, live: Sequence[Hit], sentence: Sentence) -> bool:
    """True for people killed at a place of their own where nothing else that kills is told: "resigned after 12 were killed in X"."""
    others = [h for h in live if h is not hit]
    if (
        hit.subtype != "attack"
        or hit.voice != "passive"
        or any(map(may_hurt, others))
        or all(map(_is_mere_word, others))
    ):
        return False
    counted = any(c.unit == "killed" and hit.clause.start <= c.start < hit.clause.end for c in sentence.counts)
    return counted and any(
        m.spot is not None and hit.trigger.end <= m.start < hit.clause.end for m in sentence.mentions
    )


def _is_mere_word(hit: Hit) -> bool:
    """True for "the minister said", "two men were killed": an event only where nothing else is told."""
    return hit.subtype in _MERE and hit.weight <= _WEAKEST


def _continued(article: Article, sentence: Sentence, codebook: Codebook, *, thread: Thread) -> Iterator[list[Telling]]:
    """A sentence without a trigger that goes on with the one before: with its parts, its places or its dead."""
    last = thread.tellings[-1] if thread.tellings else None
    text, segment, counts = article.text, sentence.segment, sentence.counts
    lead = _hurt_of_lead(text, sentence, thread)
    if lead is not None:
        yield from told_hit(article, sentence, lead, codebook=codebook, thread=thread, hits=[lead])
    if lead is not None or last is None:
        return
    named = named_again(text, segment, sentence.mentions, last)
    if named is not None:
        yield named
        return
    named_here = [p.mention for p in placed_mentions(sentence.mentions, sentence.claims)]
    named_here = [m for m in named_here if not is_brought_to(text, m)]
    newest, last = last, _told_at(thread, sentence, named_here) or _bearer(thread, sentence) or last
    hit = counting_hit(segment, sentence.mentions, counts, interceptions_before(text, segment, thread.tellings) or last)
    hit = hit or hurt_hit(text, segment, named_here, counts, last) or same_hit(text, segment, named_here, last)
    hit = hit or (_hurt_elsewhere(text, sentence, last) if not named_here else None)
    hit = hit or (same_hit(text, segment, named_here, newest) if newest is not last else None)
    if hit is None:
        own = _hurt_on_a_day(article, sentence, codebook, last=last, thread=thread)
        yield from own or [_hurt_again(article, sentence, last, thread)]
        return
    for group in told_with_parts(article, sentence, hit, codebook=codebook, thread=thread, hits=[hit]):
        yield [replace(t, continued=True) for t in group]


def _told_at(thread: Thread, sentence: Sentence, named: Sequence[Mention]) -> Telling | None:
    """The attack told shortly before at a place that a sentence names: "Jets bombed X, and troops fought at Y. Sixty died in [X]"."""
    ids = {m.place.id for m in named if m.place is not None}
    near = (t for t in reversed(thread.tellings) if sentence.segment.index - t.segment.index <= HURT_REACH)
    hurting = (t for t in near if may_hurt(t.hit) and not t.is_background and t.hit.modality == "actual")
    return next((t for t in hurting if t.placed and t.placed.mention.place and t.placed.mention.place.id in ids), None)


def _hurt_of_lead(text: str, sentence: Sentence, thread: Thread) -> Hit | None:
    """The strike of the first section again, where the first news of a section are its dead: "Sumy region | Two people died"."""
    if thread.lead is None or not thread.is_gazette or any(may_hurt(t.hit) for t in thread.tellings):
        return None
    if not GRAMMAR["other_causes_of_harm"].isdisjoint(sentence.words):
        return None
    return hurt_whole(text, sentence.segment, sentence.counts, replace(thread.lead, segment=sentence.segment))


def _hurt_elsewhere(text: str, sentence: Sentence, last: Telling) -> Hit | None:
    """The last hit again where the official of another area tells of dead: "The governor of Y said a man had been killed"."""
    hit = hurt_whole(text, sentence.segment, sentence.counts, last)
    there = of_local_official(text, hit, sentence) if hit is not None else ()
    place, here = there[0].mention.place if there else None, last.placed.mention.place if last.placed else None
    if place is None or here is None or place.country != here.country or place.id in {here.id, here.admin1_id}:
        return None
    return hit if place.name != here.admin1 else None


_LEADS = 2  # words before a day that opens its sentence: "[Early on] Monday"
_OF_WOUNDS = frozenset({"hospital", "hospitals", "wounds", "injuries", "toll", "total"})


def _hurt_on_a_day(
    article: Article, sentence: Sentence, codebook: Codebook, *, last: Telling, thread: Thread
) -> list[list[Telling]]:
    """The last hit again, on the day of the dead that a sentence tells: "Shells hit X for a week. On 14 May three people died"."""
    if last.hit.category != "strike" or not sentence.dates or not _OF_WOUNDS.isdisjoint(sentence.words):
        return []
    ahead = [article.text[sentence.segment.start : d.start].split() for d in sentence.dates]
    leads = any(len(words) <= _LEADS for words in ahead)
    if _others_speak(sentence, last) or not (leads or last.when.basis == "publication"):
        return []
    hit = hurt_whole(article.text, sentence.segment, sentence.counts, last)
    if hit is None:
        return []
    groups = told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=[hit])
    told = [[replace(t, continued=True) for t in group] for group in groups]
    return told if all(_is_another_day(t.when, last.when) for group in told for t in group) else []


def _is_another_day(when: When, last: When) -> bool:
    """True for a day that is told in words and is not that of the telling before."""
    if when.basis not in {"explicit", "relative"} or when.date_start is None or when.date_start != when.date_end:
        return False
    return last.date_start is None or not last.date_start <= when.date_start <= (last.date_end or last.date_start)


def _may_tell_harm(sentence: Sentence) -> bool:
    """True for a sentence that counts dead or injured, or has one of the words that say that there were none."""
    counted = any(c.unit in CASUALTIES for c in sentence.counts)
    return counted or not sentence.words.isdisjoint(MAY_SAY_NONE_HURT)


def _hurt_again(article: Article, sentence: Sentence, last: Telling, thread: Thread) -> list[Telling]:
    """The casualties that a sentence tells of the event before it; those of a week or a year are not of one event."""
    if not _may_tell_harm(sentence) or _others_speak(sentence, last) or any(_is_span(d) for d in sentence.dates):
        return []
    statement = [t for t in thread.tellings if t.record == last.record]
    return hurt_again(article.text, sentence.segment, sentence.counts, statement)


_SPAN_DAYS = 2  # "in the past 24 hours" and a weekend may be those of one attack


def _is_span(date: DateMention) -> bool:
    """True for "in the past two weeks", "since March"."""
    first, last = date.date_start, date.date_end
    return first is not None and last is not None and (last - first).days > _SPAN_DAYS


def _others_speak(sentence: Sentence, last: Telling) -> bool:
    """True where a sentence is said by another country than the telling before."""
    told = {c.claimant.country for c in last.claims}
    return bool(told) and any(
        c.claimant.country is not None and c.claimant.country not in told for c in sentence.claims
    )
