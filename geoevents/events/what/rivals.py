"""Which of the hits of a sentence stay where several tell one event: a hit a trigger word, and no deed told twice."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import ATTACKS
from geoevents.events.what.hit import Hit
from geoevents.events.what.same_deed import KIN
from geoevents.events.what.told_once import told_once
from geoevents.events.where.reasons import is_another_time, is_followed, is_reason_for
from geoevents.events.who.actor_words import LIGHT_VERBS
from geoevents.values import replace

__all__ = ["settled"]

_BARE = 0.4  # weight of a bare "said": it is an event only where the sentence tells nothing else
_LIVE = frozenset({"actual", "planned"})
_CLOSE = 60  # letters between two triggers of one telling ("killed in a strike on")


def settled(found: Sequence[Hit], text: str, mentions: Sequence[Mention]) -> list[Hit]:
    """One hit a trigger word: highest weight, then lowest rank; a noun that an own verb carries is one telling."""
    if len(found) < 2:
        return list(found)
    best: list[Hit] = []
    found = told_once([h for h in found if not _is_move(text, h, found, mentions)], text, mentions)
    if len(found) < 2:
        return list(found)
    if any(h.subtype != "statement" and h.modality in _LIVE for h in found):
        found = [h for h in found if not (h.subtype == "statement" and h.weight < _BARE)]
    found = [h for h in _with_subjects(found, text) if not (_is_prelude(text, h, found) or _is_order(h, found))]
    for hit in sorted(found, key=lambda h: (_is_idle(h) or _is_aim(h, found), -h.weight, h.rank, h.trigger.start)):
        if all(not _rivals(hit, kept) or _are_two(text, hit, kept) for kept in best):
            best.append(hit)
    return sorted(best, key=lambda h: h.trigger.start)


_SENT_TO = re.compile(r"\bto\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$")


def _is_move(text: str, hit: Hit, found: Sequence[Hit], mentions: Sequence[Mention]) -> bool:
    """True for arms that a state sends to a town of its own, or of no state told: "sent tanks to [Atbara]" moves them there."""
    if hit.category != "military_aid" or hit.voice == "noun":
        return False
    if not any(h.subtype == "deployment" and h.trigger.start == hit.trigger.start for h in found):
        return False
    towns = [
        m.place
        for m in mentions
        if hit.trigger.end < m.start < hit.clause.end and _SENT_TO.search(text, hit.trigger.end, m.start)
    ]
    inner = [p for p in towns if p is not None and p.kind in SETTLEMENTS and p.feature_code != "PPLC"]
    senders = {
        m.place.country for m in mentions if m.place is not None and hit.clause.start <= m.start < hit.trigger.start
    }
    return bool(inner) and senders <= {inner[0].country}


# "took the town [after a siege of five months]", "withdrew [after hours of fighting]": how it came to that.
_AFTER = re.compile(r"\bafter\s+(?:[\w,]+\s+){0,6}$")
_ENDS = frozenset({"control_change", "naval"})
_FIGHTS = frozenset({"clash", "encirclement"})


def _is_prelude(text: str, hit: Hit, found: Sequence[Hit]) -> bool:
    """True for the fight, siege or shelling after which, in the same clause, ground changed hands."""
    fight = (hit.category == "ground_combat" and hit.subtype in _FIGHTS) or hit.subtype == "shelling"
    if not fight or (hit.voice != "noun" and not text.endswith(" of ", 0, hit.trigger.start)):
        return False
    taken = [h for h in found if h.category in _ENDS and h.voice != "noun" and h.trigger.end <= hit.trigger.start]
    same = any(h.clause_index == hit.clause_index and h.modality in _LIVE for h in taken)
    return same and _AFTER.search(lowered(text), hit.clause.start, hit.trigger.start) is not None


def _is_order(hit: Hit, found: Sequence[Hit]) -> bool:
    """True for what people are told to do where the order is told as what it is: "ordered the families [to leave] the village"."""
    if hit.subtype != "displacement" or hit.tense != "infinitive":
        return False
    orders = (h for h in found if h.subtype == "evacuation" and h.clause_index == hit.clause_index)
    return any(h.trigger.end < hit.trigger.start for h in orders)


def _is_idle(hit: Hit) -> bool:
    """True for a noun of something that did not happen: in "called off a meeting" the verb tells the event."""
    return hit.voice == "noun" and hit.modality in {"hypothetical", "negated"}


def _is_aim(hit: Hit, found: Sequence[Hit]) -> bool:
    """True for what the noun of an attack is to bring, inside its words: "began an [operation to retake] X" is an attack."""
    if hit.tense != "infinitive" or hit.modality in _LIVE:
        return False
    start, end = hit.trigger.start, hit.trigger.end
    nouns = (h.trigger for h in found if h.voice == "noun" and h.modality in _LIVE)
    return any(noun.start < start and end <= noun.end for noun in nouns)


def _rivals(one: Hit, other: Hit) -> bool:
    """True for two hits that may tell one event: they share words, or stand close in a clause as noun and verb of a kind."""
    if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end:
        return True
    if one.clause_index != other.clause_index:
        return False
    if one.category == other.category and one.subtype == other.subtype and one.voice != other.voice:
        return True
    near = abs(one.trigger.start - other.trigger.start) < _CLOSE
    same = one.category == other.category or {one.category, other.category} in KIN
    return near and same and "noun" in {one.voice, other.voice}


def _are_two(text: str, one: Hit, other: Hit) -> bool:
    """True for two events of which one is the reason of the other or came a day before: "the strikes were an answer to
    the blast at X", "missiles hit X a day after a raid on Y"."""
    first, second = (one, other) if one.trigger.start <= other.trigger.start else (other, one)
    between = first.trigger.end, second.trigger.start
    if between[0] > between[1]:
        return False  # the same words, read in two ways
    if first.voice == second.voice == "noun" and is_followed(text, *between):
        return True  # "the shelling of X followed heavy air raids on Y"
    if first.subtype == second.subtype == "visit" and _ON_THE_WAY.match(text, second.trigger.start):
        return True  # "landed in X [on the way to] Y"
    acts = first.category == second.category == "diplomacy" and first.subtype != second.subtype
    if acts and first.voice == "noun" != second.voice and "," in text[slice(*between)]:
        return True  # "the king, back from talks in X, phoned"
    if first.voice == "noun" and "," in text[slice(*between)] and text[: first.trigger.start].rstrip().endswith(","):
        return True  # "in X, [under siege] since May, a bus was shelled"
    if {first.category, second.category} == _DECREED and second.voice == "noun":
        return _AFTER_TALKS.search(lowered(text), *between) is not None
    after = second.voice == "noun" and second.object is not None and first.category != second.category
    if after and _AFTER_THE.search(lowered(text), *between) is not None:
        return True  # "pounded a camp at X after the massacre at Y"
    return is_reason_for(text, *between) or is_another_time(text, *between)


_ON_THE_WAY = re.compile(r"on\s+(?:his|her|its|their|the)\s+way\s|en\s+route\s")
# "agreed on sanctions | after talks in X": what they met for before is an event of its own.
_DECREED = {"sanctions", "diplomacy"}
_AFTER_TALKS = re.compile(r"\b(?:after|following|ahead\s+of)\s+(?:[\w-]+\s+){0,4}$")
_AFTER_THE = re.compile(r"\bafter\s+(?:the|an?\s+(?:earlier|previous))\s+(?:[\w-]+\s+){0,2}$")


def _with_subjects(found: Sequence[Hit], text: str) -> list[Hit]:
    """Verbs with the subtype of the noun that is their subject, where both tell one thing: "shelling hit X"."""
    told = []
    for hit in [h for h in found if not (h.reduced and any(_is_done(text, n, h) for n in found))]:
        nouns = _subjects(text, hit, found)
        told.append(_of_noun(hit, max(nouns, key=lambda h: h.weight)) if nouns else hit)
    carried = {id(h) for verb in told for h in _subjects(text, verb, told)}
    return [h for h in told if id(h) not in carried] if carried else told


def _is_done(text: str, noun: Hit, verb: Hit) -> bool:
    """True for an attack that a participle behind it only says was made: "died in a [drone strike] carried out by X"."""
    if lowered(text)[verb.trigger.start : verb.trigger.end].split(maxsplit=1)[0] not in LIGHT_VERBS:
        return False
    inside = verb.subject is not None and verb.subject.start <= noun.trigger.start < verb.subject.end
    attacks = {noun.category, verb.category} <= ATTACKS
    return inside and attacks and noun.voice == "noun" and noun.agent == verb.agent and noun.weight >= verb.weight


def _has_subject(hit: Hit) -> bool:
    """True for a verb that a noun before it may be the subject of; not "flew to X to [meet] Y", which the first verb tells."""
    return hit.subject is not None and hit.voice != "noun" and hit.tense != "infinitive"


def _of_noun(hit: Hit, noun: Hit) -> Hit:
    """The verb as its subject tells it, unless the verb says more."""
    if noun.weight >= hit.weight or noun.subtype == hit.subtype:
        return replace(hit, subtype=noun.subtype, rule=noun.rule, roles=noun.roles, topic=noun.object)
    return replace(hit, topic=None)


def _subjects(text: str, verb: Hit, found: Sequence[Hit]) -> list[Hit]:
    """The hits in the subject of a verb that tell the same as it."""
    subject = verb.subject
    if subject is None or not _has_subject(verb):
        return []
    inside = [h for h in found if subject.start <= h.trigger.start < subject.end and h is not verb]
    return [h for h in inside if _is_told_by(text, h, verb, subject.start)]


def _is_told_by(text: str, hit: Hit, other: Hit, start: int) -> bool:
    """True for a hit that the verb tells whose subject begins at ``start``."""
    if "," in text[start : hit.trigger.start]:
        return False  # "the king, back from a summit in X, phoned"
    if hit.voice != "noun" and hit.tense == "infinitive":
        return False  # "a corridor for people to leave X": the noun tells
    return hit.category == other.category
