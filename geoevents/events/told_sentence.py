"""Tellings of one sentence, grouped by statement: its triggers, else what goes on with the sentence before."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES, may_hurt
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_hit import told_hit
from geoevents.events.what.continued import (
    counting_hit,
    hurt_again,
    hurt_hit,
    hurt_whole,
    interceptions_before,
    named_again,
    same_hit,
)
from geoevents.events.what.hit import Hit
from geoevents.events.what.retold import comes_back, is_charge
from geoevents.events.where.locatives import placed_mentions
from geoevents.events.where.officials import of_local_official
from geoevents.events.who.attribution import calls_false
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
    live = [h for h in live if not (h.subtype == "statement" and _is_denial(h, sentence))]
    strong = [h for h in live if not _is_mere_word(h)]
    if not strong:
        groups = [g for g in _continued(article, sentence, codebook, thread=thread) if g]
        yield from groups
        if groups or not live:
            return
    live = [_as_harm(article, h, sentence, thread) for h in strong or live[:1]]
    last = thread.tellings[-1] if thread.tellings else None
    for hit in [_as_struck(_as_burnt(h, live, sentence, thread), sentence, thread) for h in live]:
        if comes_back(article.text, hit, sentence, thread) or is_charge(article.text, hit, sentence):
            continue
        yield from told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=live)
    if last is not None and not any(h.category in _OWN_DEAD for h in live):
        yield _hurt_again(article, sentence, _bearer(thread, sentence) or last, thread)


# What an attack that is not told further was made with, by the words of its article.
_FROM_AFAR = re.compile(
    r"\b(?:drones?|missiles?|rockets?|shell(?:s|ed|ing)|air ?(?:strikes?|raids?|defences?)|artillery|bomb(?:s|ers|ing))\b"
)
_ON_FOOT = re.compile(
    r"\b(?:gunm[ae]n|militants?|jihadis\w+|islamists?|insurgents?|rebels?|bandits?|armed men|attackers?|assailants?|militia\w*"
    r"|stabb\w+|stormed)\b"
)


def _as_harm(article: Article, hit: Hit, sentence: Sentence, thread: Thread) -> Hit:
    """The dead of nobody's deed as those of a strike, where the section told one last or the article speaks of such weapons:
    "Three people were killed in the city", "six died in an overnight attack", "a Russian attack on X killed two"."""
    if hit.subtype != "attack" or hit.weight > _VAGUE or hit.agent is not None:
        return hit
    text = article.text
    of_state = any(m.role == "demonym" and _ITS_ATTACK.match(text, m.end) for m in sentence.mentions)
    low = lowered(text)
    if _ON_FOOT.search(low, sentence.segment.start, sentence.segment.end):
        return hit
    last = next((t.hit for t in reversed(thread.tellings) if t.hit.category in CARRIES_CASUALTIES), None)
    if last is not None and last.category == "strike":
        return replace(hit, category=last.category, subtype=last.subtype, rule=last.rule, roles=last.roles)
    if last is not None or (hit.voice != "noun" and sentence.words.isdisjoint({"attack", "attacks"})):
        return hit
    said = " ".join((*thread.words, *sentence.words))  # a section of a digest speaks for itself
    said = f"{article.title or ''} {text}".lower() if sentence.segment.section == 0 else said
    on_foot = 0 if of_state else len(_ON_FOOT.findall(said))
    if len(_FROM_AFAR.findall(said)) + ("overnight" in sentence.words) + of_state > on_foot:
        return replace(hit, category="strike", subtype="air_strike")
    return hit


_VAGUE = 0.5  # weight up to which nothing but the dead, or the word "attack", is told
# "in an [Israeli] attack", "two Russian | overnight attacks": states strike from afar.
_ITS_ATTACK = re.compile(r"\s+(?:overnight |night |morning |evening |new |fresh |massive |deadly )*attacks?\b")


def _as_struck(hit: Hit, sentence: Sentence, thread: Thread) -> Hit:
    """What "was attacked" by nobody in a story of strikes as one more of them: "X was attacked again, and a woman was hurt"."""
    told = (
        hit.category == "ground_combat"
        and hit.subtype in {"assault", "attack"}
        and hit.voice == "passive"
        and hit.agent is None
    )
    if not told or not _ON_FOOT_WORDS.isdisjoint(sentence.words):
        return hit
    fights = [t.hit for t in thread.tellings if t.hit.category in _AT_WAR]
    if not fights or any(h.category != "strike" for h in fights):
        return hit
    return replace(hit, category="strike", subtype=fights[-1].subtype, rule=fights[-1].rule, roles=fights[-1].roles)


_ON_FOOT_WORDS = frozenset(
    {"gunmen", "troops", "infantry", "militants", "rebels", "soldiers", "times", "positions", "assault"}
)
_NOT_SHOT = frozenset(
    {"lightning", "accident", "accidental", "leak", "fault", "storm", "flood", "earthquake", "arson", "short"}
)


def _as_burnt(hit: Hit, live: Sequence[Hit], sentence: Sentence, thread: Thread) -> Hit:
    """A fire right after a strike as one more hit of it: "A kindergarten in the X district burned"."""
    if hit.category != "infrastructure" or hit.subtype != "fire" or not sentence.words.isdisjoint(_NOT_SHOT):
        return hit
    here = any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in sentence.mentions)
    alone = (
        hit.voice == "noun" and "also" not in sentence.words
    )  # "a fire at a depot forced people out": no word of a cause
    if not here or alone or any(h.category in _AT_WAR for h in live):
        return hit
    near = [
        t for t in thread.tellings if sentence.segment.index - t.segment.index <= _SOON and t.hit.category in _AT_WAR
    ]
    last = near[-1] if near else None
    if last is None or last.hit.category != "strike" or last.is_background or last.hit.modality != "actual":
        return hit
    return replace(hit, category="strike", subtype=last.hit.subtype, rule=last.hit.rule, roles=last.hit.roles)


_AT_WAR = frozenset({"strike", "ground_combat", "naval"})
_SOON = 2  # sentences between a strike and a fire that it made


def _bearer(thread: Thread, sentence: Sentence) -> Telling | None:
    """The last telling whose dead and injured a sentence may tell: of the sentence before, or of the one before that where
    that one tells of nothing that hurts, a power cut or the like.
    """
    near: list[Telling] = []
    for telling in reversed(thread.tellings):
        distance = sentence.segment.index - telling.segment.index
        if distance > 1 and (distance > _HURT_REACH or near):
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


_HURT_REACH = 2
_RAID = 3  # sentences after a raid in which its dead may be told behind what was shot down of it


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
    """True for "the minister said", "two men were killed": an event only where nothing else is told."""
    return hit.subtype in _MERE and hit.weight <= _WEAKEST


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
    newest, last = last, _bearer(thread, sentence) or last
    hit = counting_hit(segment, sentence.mentions, counts, interceptions_before(text, segment, thread.tellings) or last)
    hit = hit or hurt_hit(text, segment, named_here, counts, last) or same_hit(text, segment, named_here, last)
    hit = hit or (_hurt_elsewhere(text, sentence, last) if not named_here else None)
    hit = hit or (same_hit(text, segment, named_here, newest) if newest is not last else None)
    if hit is None:
        yield _hurt_again(article, sentence, last, thread)
        return
    for group in told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=[hit]):
        yield [replace(t, continued=True) for t in group]


def _hurt_elsewhere(text: str, sentence: Sentence, last: Telling) -> Hit | None:
    """The last hit again where the official of another area tells of dead: "The governor of Y said a man had been killed"."""
    hit = hurt_whole(text, sentence.segment, sentence.counts, last)
    there = of_local_official(text, hit, sentence) if hit is not None else ()
    place, here = there[0].mention.place if there else None, last.placed.mention.place if last.placed else None
    if place is None or here is None or place.country != here.country or place.id in {here.id, here.admin1_id}:
        return None
    return hit if place.name != here.admin1 else None


def _hurt_again(article: Article, sentence: Sentence, last: Telling, thread: Thread) -> list[Telling]:
    """The casualties that a sentence tells of the event before it."""
    if _others_speak(sentence, last):
        return []
    statement = [t for t in thread.tellings if t.record == last.record]
    return hurt_again(article.text, sentence.segment, sentence.counts, statement)


def _others_speak(sentence: Sentence, last: Telling) -> bool:
    """True where a sentence is said by another country than the telling before."""
    told = {c.claimant.country for c in last.claims}
    return bool(told) and any(
        c.claimant.country is not None and c.claimant.country not in told for c in sentence.claims
    )
