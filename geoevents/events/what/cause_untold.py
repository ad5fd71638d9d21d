"""Harm told without its cause, read as that of the strikes around it: the dead of a bare "attack", a fire right after a raid."""

import re
from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import GENERIC, UNSPECIFIED, Hit
from geoevents.values import replace

__all__ = ["strikes_among"]


def strikes_among(article: Article, hits: Sequence[Hit], sentence: Sentence, thread: Thread) -> list[Hit]:
    """The hits of a sentence, those that tell of harm alone as the strikes that they are by what was told around them."""
    hits = [_as_harm(article, h, sentence, thread) for h in hits]
    return [_as_struck(article.text, _as_burnt(h, hits, sentence, thread), sentence, thread) for h in hits]


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
    if hit.subtype != "attack" or hit.weight > _VAGUE or hit.agent is not None or _is_by_hand(article.text, hit):
        return hit
    if _is_of_men(article.text, hit):
        return hit
    text = article.text
    of_state = any(m.role == "demonym" and _ITS_ATTACK.match(text, m.end) for m in sentence.mentions)
    low = lowered(text)
    if _ON_FOOT.search(low, sentence.segment.start, sentence.segment.end):
        return hit
    last = next((t.hit for t in reversed(thread.tellings) if t.hit.category in CARRIES_CASUALTIES), None)
    last = last or (thread.lead.hit if thread.lead is not None else None)
    if last is not None and last.category == "strike":
        return replace(hit, category=last.category, subtype=last.subtype, rule=last.rule, roles=last.roles)
    if hit.weight <= GENERIC and _FROM_AFAR.search(" ".join((*sentence.before, *(t.lower for t in sentence.tokens)))):
        return replace(hit, category="strike", subtype=UNSPECIFIED)  # weapons are told of right before
    if last is not None or (hit.voice != "noun" and sentence.words.isdisjoint({"attack", "attacks"})):
        return hit
    said = " ".join((*sentence.before, *(t.lower for t in sentence.tokens)))  # a section of a digest speaks for itself
    said = f"{article.title or ''} {text}".lower() if sentence.segment.section == 0 else said
    on_foot = 0 if of_state else len(_ON_FOOT.findall(said))
    if len(_FROM_AFAR.findall(said)) + ("overnight" in sentence.words) + of_state > on_foot:
        return replace(hit, category="strike", subtype=UNSPECIFIED)
    return hit


_VAGUE = 0.5  # weight up to which nothing but the dead, or the word "attack", is told
# "in an [Israeli] attack", "two Russian | overnight attacks": states strike from afar.
_ITS_ATTACK = re.compile(r"\s+(?:overnight |night |morning |evening |new |fresh |massive |deadly )*attacks?\b")


def _as_struck(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> Hit:
    """What "was attacked" by nobody in a story of strikes as one more of them: "X was attacked again, and a woman was hurt",
    "houses were damaged in the attack on X", and what was "targeted" by anybody."""
    told = (
        hit.category == "ground_combat"
        and hit.subtype in {"assault", "attack"}
        and (
            hit.voice == "passive"
            or (_is_named(sentence, hit) and sentence.words.isdisjoint(GRAMMAR["ground_fighting"]))
        )
        and (hit.agent is None or "targeted" in _words_of(sentence, hit))
    )
    if not told or not GRAMMAR["came_on_foot"].isdisjoint(sentence.words) or _is_by_hand(text, hit):
        return hit
    fights = [t.hit for t in thread.tellings if t.hit.category in ATTACKS]
    if not fights or any(h.category != "strike" for h in fights):
        return hit
    return replace(hit, category="strike", subtype=fights[-1].subtype, rule=fights[-1].rule, roles=fights[-1].roles)


# "[soldiers] killed five men": who did it is told
_MEN = re.compile(
    r"(?:the\s+|[\w-]+\s+){0,3}(?:soldiers|troops|policemen|guards|marines|commandos|paramilitaries|officers|fighters|men)$"
)


_KILL = ("kill", "murder", "slaughter", "massacre", "execut", "wound")


def _is_of_men(text: str, hit: Hit) -> bool:
    """True for a killing by people whose weapons are not told."""
    low = lowered(text)
    by = hit.subject if hit.voice == "active" and low.startswith(_KILL, hit.trigger.start) else None
    return by is not None and _MEN.fullmatch(low, by.start, by.end) is not None


def _is_by_hand(text: str, hit: Hit) -> bool:
    """True for who "was shot", "was stabbed": no weapon from afar did that."""
    return not GRAMMAR["by_hand"].isdisjoint(lowered(text)[hit.trigger.start : hit.trigger.end].split())


def _is_named(sentence: Sentence, hit: Hit) -> bool:
    """True for "the attack" that tells no more of what was done."""
    return hit.voice == "noun" and not _BARE_NAMES.isdisjoint(_words_of(sentence, hit))


def _words_of(sentence: Sentence, hit: Hit) -> list[str]:
    return [t.lower for t in sentence.tokens if hit.trigger.start <= t.start < hit.trigger.end]


_BARE_NAMES = frozenset({"attack", "attacks"})


def _as_burnt(hit: Hit, live: Sequence[Hit], sentence: Sentence, thread: Thread) -> Hit:
    """A fire right after a strike as one more hit of it: "A kindergarten in the X district burned"."""
    if (
        hit.category != "infrastructure"
        or hit.subtype != "fire"
        or not sentence.words.isdisjoint(GRAMMAR["other_causes_of_fire"])
    ):
        return hit
    here = any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in sentence.mentions)
    alone = (
        hit.voice == "noun" and "also" not in sentence.words and "set" not in _words_of(sentence, hit)
    )  # "a fire at a depot forced people out": no word of a cause
    if not here or alone or any(h.category in ATTACKS and h.weight > _VAGUE for h in live):
        return hit
    near = [
        t for t in thread.tellings if sentence.segment.index - t.segment.index <= _SOON and t.hit.category in _SHOTS
    ]
    last = near[-1] if near else thread.lead if not thread.tellings else None
    if last is None or last.hit.category not in _SHOTS or last.is_background or last.hit.modality != "actual":
        return hit
    if last.hit.category != "strike":
        return replace(hit, category="strike", subtype=UNSPECIFIED) if last.hit.category == "air_defence" else hit
    return replace(hit, category="strike", subtype=last.hit.subtype, rule=last.hit.rule, roles=last.hit.roles)


_SHOTS = ATTACKS | {"air_defence"}  # what was not stopped burns


_SOON = 2  # sentences between a strike and a fire that it made
