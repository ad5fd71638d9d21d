"""Which words of a sentence tell an event, and what stands in their slots (``events.md`` 4.2, 4.8)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.codebook_kinds import Trigger
from geoevents.events.event import Modality, Span
from geoevents.events.sentence.clauses import Parse, parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots, noun_slots, verb_slots
from geoevents.events.sentence.word_classes import could_be_verb
from geoevents.events.sentence.word_lists import BE, is_time
from geoevents.events.what.conditions import is_class
from geoevents.events.what.modality import Tense, is_demanded, is_tried, modality_of, tense_of
from geoevents.events.what.noun_use import is_compound, is_superlative, is_topic
from geoevents.events.what.reading import Reading
from geoevents.events.what.trigger_index import Entry, Usage
from geoevents.events.where.reasons import is_another_time, is_reason_for
from geoevents.events.who.people import NOBODY, People
from geoevents.values import dataclass, replace

__all__ = ["Hit", "hits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger found in a sentence, with the phrases in its slots (offsets into the body).

    ``topic`` is what the noun is about that is the subject of the verb: X in "shelling of X killed three"; ``reduced`` a
    participle that tells about its noun, "the town seized by rebels".
    """

    category: str
    subtype: str
    rule: str
    weight: float
    rank: int
    trigger: Span
    clause: Span
    clause_index: int
    clause_kind: str
    voice: Literal["active", "passive", "noun"]
    tense: Tense
    modality: Modality
    subject: Span | None
    object: Span | None
    agent: Span | None
    roles: Mapping[str, tuple[str, ...]]
    object_is_place: bool
    topic: Span | None = None
    reduced: bool = False


def hits(
    codebook: Codebook,
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    *,
    dated: bool = True,
    before: Sequence[str] = (),
    people: People = NOBODY,
    parsed: Parse | None = None,
) -> tuple[Hit, ...]:
    """Triggers of one sentence in text order, at most one for each word after rivals are settled.

    ``mentions`` are those of the sentence; they serve the classes ``{place}`` and ``{actor}``.  ``dated``: the sentence
    tells a date; ``before``: the lower-case words of the sentence before, for "nine were shot down"; ``people``: the
    persons of the article; ``parsed``: the sentence as read already.  Hypothetical and negated hits
    are among them, with their ``modality``.
    """
    if not tokens:
        return ()
    reading = Reading(text, parsed or parse(tokens, codebook.bare_verbs), mentions, codebook, dated, before, people)
    return tuple(_settled([*_verbs(reading), *_nouns(reading)], text, mentions))


def _settled(found: Sequence[Hit], text: str, mentions: Sequence[Mention]) -> list[Hit]:
    """One hit a trigger word: highest weight, then lowest rank; a noun that an own verb carries is one telling."""
    if len(found) < 2:
        return list(found)
    best: list[Hit] = []
    found = _without(found, _inside_object, _inside_subject)
    found = _without(
        found,
        _is_told_by_cause,
        lambda h, o: _hits_the_ship(text, h, o),
        lambda h, o: _is_spelt_out(text, h, o, mentions),
        _burns_from,
        lambda h, o: _is_hurt_by(h, o, mentions),
        lambda h, o: _is_deed_of_raid(h, o, mentions),
    )
    found = _without(found, _only_agrees, _is_agreed, lambda h, o: _adds_words(text, h, o))
    found = _without(found, _only_vows)
    found = _without(found, _is_result, _tells_who)
    if any(h.subtype != "statement" for h in found):
        found = [h for h in found if not (h.subtype == "statement" and h.weight < _BARE)]
    found = _with_subjects(found)
    for hit in sorted(found, key=lambda h: (_is_idle(h), -h.weight, h.rank, h.trigger.start)):
        if all(not _rivals(hit, kept) or _are_two(text, hit, kept) for kept in best):
            best.append(hit)
    return sorted(best, key=lambda h: h.trigger.start)


def _without(found: Sequence[Hit], *rules: Callable[[Hit, Hit], bool]) -> list[Hit]:
    """The hits that no rule drops in the light of another one."""
    return [h for h in found if not any(rule(h, o) for o in found if o is not h for rule in rules)]


def _is_idle(hit: Hit) -> bool:
    """True for a noun of something that did not happen: in "called off a meeting" the verb tells the event."""
    return hit.voice == "noun" and hit.modality in {"hypothetical", "negated"}


def _inside_object(hit: Hit, other: Hit) -> bool:
    """True for a participle that only tells which thing another trigger acts on: "destroyed 75 drones launched by X"."""
    return (
        other is not hit
        and other.object is not None
        and hit.voice == "passive"
        and hit.tense in {"past", "none"}
        and hit.subject is not None
        and other.trigger.end <= hit.subject.start
        and other.object.start < hit.subject.end <= other.object.end + 1
        and hit.trigger.start > other.trigger.end
        and other.voice == "active"
        and not hit.object_is_place
    )


_FLYING = frozenset({"strike", "air_defence", "naval"})


def _inside_subject(hit: Hit, other: Hit) -> bool:
    """True for words that only tell which weapon another trigger tells of: "a missile [that was] fired from X was downed"."""
    if hit.clause_kind == "relative" and hit.clause_index + 1 == other.clause_index and other.category == "air_defence":
        return hit.category == "strike" and hit.subject is not None and hit.subject == other.subject
    return (
        hit is not other
        and hit.clause_index == other.clause_index
        and hit.category in _FLYING | {"military_aid", "mobilisation"}
        and other.category in _FLYING
        and any(s is not None and s.start <= hit.trigger.start < s.end for s in (other.subject, other.agent))
        and other.voice != "noun"
        and hit.voice == "passive"
        and hit.tense in {"past", "none"}
    )


def _is_told_by_cause(hit: Hit, other: Hit) -> bool:
    """True for damage whose cause the next clause tells: "hangars were destroyed in X | when drones attacked it"."""
    return (
        hit.category == other.category == "strike"
        and hit.voice == "passive"
        and hit.agent is None
        and hit.weight <= _GENERIC
        and other.weight > hit.weight
        and other.clause_kind == "subordinate"
        and other.clause_index == hit.clause_index + 1
    )


def _is_hurt_by(hit: Hit, other: Hit, mentions: Sequence[Mention]) -> bool:
    """True for the harm of a weapon whose deed a relative clause tells: "20 were killed by shells | that hit a school"."""
    return (
        hit.category == other.category == "strike"
        and hit.voice == "passive"
        and hit.agent is not None
        and other.clause_kind == "relative"
        and other.clause_index == hit.clause_index + 1
        and other.clause.start - hit.agent.end < _RIGHT_BEHIND
        and any(m.spot is not None and other.trigger.end <= m.start < other.clause.end for m in mentions)
    )


_RIGHT_BEHIND = 3  # letters between a weapon and the relative clause about it


def _hits_the_ship(text: str, hit: Hit, other: Hit) -> bool:
    """True for the weapon that hit a ship told of before: "a tanker was set ablaze | after three missiles hit it"."""
    told = hit.category == "strike" and other.category == "naval" and hit.clause_index > other.clause_index
    return told and hit.object is not None and text[hit.object.start : hit.object.end].lower() in {"it", "her", "them"}


def _is_spelt_out(text: str, hit: Hit, other: Hit, mentions: Sequence[Mention]) -> bool:
    """True for what a colon opens without a new place: "X was bombed again: | a guided bomb fell on a street"."""
    return (
        hit.category == other.category == "strike"
        and hit.clause_index > other.clause_index
        and (hit.clause_index == other.clause_index + 1 or (hit.voice == "passive" and hit.weight <= _GENERIC))
        and ":" in text[other.trigger.end : hit.clause.start]
        and not any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in mentions)
    )


def _burns_from(hit: Hit, other: Hit) -> bool:
    """True for the fire that a strike of the same clause made: "a tank caught fire in X after a drone attack"."""
    return hit.subtype == "fire" and other.category == "strike" and abs(other.clause_index - hit.clause_index) <= 1


def _is_deed_of_raid(hit: Hit, other: Hit, mentions: Sequence[Mention]) -> bool:
    """True for the killing within a raid: "stormed the village of X and [shot dead] five men"."""
    return (
        hit is not other
        and hit.category == other.category == "ground_combat"
        and hit.subtype == "attack"
        and other.subtype in {"raid", "assault", "ambush"}
        and hit.clause_index == other.clause_index + 1
        and hit.subject == other.subject
        and not any(hit.trigger.start <= m.start < hit.clause.end for m in mentions)
    )


_GENERIC = 0.75  # weight of "X was hit", which tells no weapon


def _adds_words(text: str, hit: Hit, other: Hit) -> bool:
    """True for what was said in a call told just before: "telephoned the king and [warned] him"."""
    said = hit.subtype in {"statement", "condemnation"} and other.subtype in {"call", "meeting", "talks"}
    if not said or hit.object is None or other.trigger.start > hit.trigger.start:
        return False
    return text[hit.object.start : hit.object.end].lower() in {"him", "her", "them", "each other"}


_MEASURES = frozenset({"sanctions", "military_aid"})  # what a body resolves is its own act, no agreement


def _is_agreed(hit: Hit, other: Hit) -> bool:
    """True for what two sides agree to do with their ties: "agreed on Friday to [resume] relations" is one agreement."""
    own = hit.subtype == other.subtype == "agreement" and hit.tense == "infinitive" and other.modality == "actual"
    return own and hit.clause_index == other.clause_index and other.trigger.end < hit.trigger.start


def _only_agrees(hit: Hit, other: Hit) -> bool:
    """True for a verb whose object is what another trigger tells: "agreed to | prolong sanctions" is one event."""
    if other.tense != "infinitive" or other is hit:
        return False
    if hit.subtype == "agreement" and other.category in _MEASURES:
        return hit.clause_index == other.clause_index and hit.trigger.end < other.trigger.start
    return (
        other.category == hit.category
        and hit.object is not None
        and hit.object.start == other.trigger.start
        and hit.trigger.end < other.trigger.start
    )


def _only_vows(hit: Hit, other: Hit) -> bool:
    """True for a position that is but the plan another trigger tells: "vowed to seize", "demanded that troops leave"."""
    return (
        hit.subtype == "statement"
        and other.category == "control_change"
        and other.modality == "planned"
        and other.clause_index in {hit.clause_index, hit.clause_index + 1}
        and 0 < other.trigger.start - hit.trigger.end < _PROMISED
    )


_PROMISED = 60  # letters from a verb of promise or demand to what is promised
_BARE = 0.4  # weight of a bare "said": it is an event only where the sentence tells nothing else


def _tells_who(hit: Hit, other: Hit) -> bool:
    """True for a participle that tells of the subject of another hit: "ministers [, ] meeting in X [, ] approved sanctions"."""
    aside = hit.clause_kind == "participle" and other.clause_index == hit.clause_index + 1 and hit.voice == "active"
    if aside and hit.subtype == "meeting" and other.clause_kind == "main" and other.modality == "actual":
        return other.subject is not None and other.subject == hit.subject
    inside = other.subject is not None and other.subject.start <= hit.trigger.start < other.subject.end
    return (
        hit is not other and inside and hit.tense == "present" and other.voice != "noun" and other.modality == "actual"
    )


_ACCUSED = {"diplomacy", "legal"}  # "expelled two diplomats, accusing them of espionage"


def _is_result(hit: Hit, other: Hit) -> bool:
    """True for a participle that only tells what another trigger did: "hit a market, killing two"."""
    return (
        hit.clause_kind == "participle"
        and (other.category == hit.category or {other.category, hit.category} in [*_KIN, _ACCUSED])
        and other.clause_index in {hit.clause_index - 1, hit.clause_index - 2}
        and hit.trigger.start < hit.clause.start + 3
    )


_CLOSE = 60  # letters between two triggers of one telling ("killed in a strike on")


def _rivals(one: Hit, other: Hit) -> bool:
    if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end:
        return True
    if one.clause_index != other.clause_index:
        return False
    if one.category == other.category and one.subtype == other.subtype and one.voice != other.voice:
        return True
    near = abs(one.trigger.start - other.trigger.start) < _CLOSE
    same = one.category == other.category or {one.category, other.category} in _KIN
    return near and same and "noun" in {one.voice, other.voice}


def _are_two(text: str, one: Hit, other: Hit) -> bool:
    """True for two events of which one is the reason of the other or came a day before: "the strikes were an answer to
    the blast at X", "missiles hit X a day after a raid on Y"."""
    first, second = sorted((one, other), key=lambda h: h.trigger.start)
    between = first.trigger.end, second.trigger.start
    return is_reason_for(text, *between) or is_another_time(text, *between)


def _with_subjects(found: Sequence[Hit]) -> list[Hit]:
    """Verbs with the subtype of the noun that is their subject, where both tell one thing: "shelling hit X"."""
    told = []
    for hit in found:
        nouns = [h for h in found if _is_subject(h, hit)]
        told.append(_of_noun(hit, max(nouns, key=lambda h: h.weight)) if nouns else hit)
    return [h for h in told if not any(_is_subject(h, other) for other in told)]


def _of_noun(hit: Hit, noun: Hit) -> Hit:
    """The verb as its subject tells it, unless the verb says more."""
    if noun.weight >= hit.weight or noun.subtype == hit.subtype:
        return replace(hit, subtype=noun.subtype, rule=noun.rule, roles=noun.roles, topic=noun.object)
    return replace(hit, topic=None)


def _is_subject(hit: Hit, other: Hit) -> bool:
    subject = other.subject
    same = hit is not other and hit.category == other.category and other.voice != "noun"
    if hit.voice != "noun" and "infinitive" in {hit.tense, other.tense}:
        return False  # "flew to X to meet Y": the first verb tells
    return same and subject is not None and subject.start <= hit.trigger.start < subject.end


# Pairs of categories that tell one thing in one clause: "talks on a ceasefire agreement" is one; a strike that hits a ship.
_KIN = ({"strike", "naval"}, {"strike", "ground_combat"}, {"control_change", "ground_combat"}, {"detention", "diplomacy"},
        {"strike", "air_defence"}, {"mobilisation", "strike"}, {"naval", "mobilisation"}, {"legal", "detention"},
        {"sanctions", "diplomacy"},
        {"other", "control_change"})  # fmt: skip


def _verbs(r: Reading) -> list[Hit]:
    """Hits of verbs, phrasal ones split by up to four words."""
    found = []
    index, words = r.book.verb_index, frozenset(r.lows)
    for i in [i for i, word in enumerate(r.lows) if word in index]:
        word, tells = r.lows[i], could_be_verb(r.parse.tags[i])
        if not (tells or word in BE) or (word in _TAKE and r.lows[i + 1 : i + 2] == ["place"]):
            continue  # "took place": it happened
        for usage in index[word]:
            if usage.rest[0] not in words if usage.rest else not tells:
                continue
            last = _rest(r, i, usage)
            if last is not None:
                found += _verb_hits(r, usage, i, last)
    return found


_HURT = frozenset({"wounded", "injured", "killed", "hurt"})
_TAKE = frozenset({"take", "takes", "took", "taken", "taking"})


def _verb_hits(r: Reading, usage: Usage, i: int, last: int) -> list[Hit]:
    """Hits of a verb that stands at ``i``, with its particle up to ``last``."""
    clause = r.clause_tokens(i)
    entries = [e for e in usage.entries if e.asked.fits_around(r, clause, last)]
    if not entries:
        return []
    slots = verb_slots(r.parse, i, last, r.clause_index(i), particle=len(usage.rest))
    if r.lows[i] in _HURT and not slots.passive and slots.object is None:
        return []  # "three dead and 52 wounded"
    entries = [e for e in entries if e.asked.fits_inside(r, slots, i) and not _describes(r, e.category, i, slots)]
    return _hits(r, entries, i, last, slots)


def _describes(r: Reading, category: str, i: int, slots: Slots) -> bool:
    """True for a participle that only tells which thing is meant: "areas held by the group", "a deal brokered by X",
    "people displaced by war"."""
    if category == "humanitarian":
        return slots.reduced
    if category == "diplomacy":
        rest = range(i + 1, r.clause_tokens(i)[1])
        placed = any(m.spot is not None and m.role == "literal" and m.start > r.tokens[i].start for m in r.mentions)
        return slots.reduced and not placed and not any(is_time(r.tokens[k]) for k in rest)
    if category != "control_change" or not slots.reduced:
        return False
    word = r.tokens[i].lower
    return word in {"held", "controlled", "occupied", "dominated", "lost"} or (
        word in {"seized", "captured"} and not r.dated
    )


def _nouns(r: Reading) -> list[Hit]:
    """Hits of nouns and fixed phrases."""
    found = []
    index, lows = r.book.noun_index, r.lows
    for i in [i for i, word in enumerate(lows) if word in index]:
        seconds = index[lows[i]]
        after = lows[i + 1] if i + 1 < len(lows) else "."
        alone, follows = seconds.get("", ()), seconds.get(after, ())
        if not (alone or follows) or (lows[i] == "march" and _is_month(r, i)):
            continue
        for usage in (*alone, *follows):
            last = i + 1 + len(usage.rest)
            if tuple(r.lows[i + 1 : last]) != usage.rest or (not usage.rest and r.parse.tags[i] in "VI"):
                continue
            clause = r.clause_tokens(i)
            entries = [e for e in usage.entries if e.asked.fits_around(r, clause, last)]
            if not entries:
                continue
            slots = noun_slots(r.parse, i, last, r.clause_index(i))
            entries = [e for e in entries if e.asked.fits_inside(r, slots, i)]
            if entries and not (is_compound(r, last) or is_topic(r, i, slots) or is_superlative(r, i)):
                found += _hits(r, entries, i, last, slots)
    return found


def _is_month(r: Reading, i: int) -> bool:
    """True for the month of March: a capital inside the sentence, or a number beside it."""
    beside = r.tokens[max(0, i - 1) : i + 2]
    return (i > 0 and r.tokens[i].text == "March") or any(t.text[0].isdigit() for t in beside)


_TIME = GRAMMAR["between_verb_and_object"]


def _rest(r: Reading, i: int, usage: Usage) -> int | None:
    """Token after a phrasal verb whose first word stands at ``i``; None if its particle does not follow."""
    if not usage.rest:
        return i + 1
    length, first = len(usage.rest), usage.rest[0]
    for at in range(i + 1, i + (6 if usage.parted else 5)):
        if at >= len(r.lows):
            return None
        if r.lows[at] == first and tuple(r.lows[at : at + length]) == usage.rest:
            return at + length
        if r.parse.tags[at] == "." or not (usage.parted or r.parse.tags[at] in "XD" or r.lows[at] in _TIME):
            return None
    return None


# Who tried to take ground, or failed to, attacked it (``events.md`` 4.8).
_TAKES = frozenset({"captured", "recaptured", "advance"})
_UNDONE = frozenset({"hypothetical", "negated"})
_ATTEMPT = ("ground_combat", "assault")
_ASSAULT_ROLES: Mapping[str, tuple[str, ...]] = {"attacker": ("subject", "by")}


def _hits(r: Reading, entries: Sequence[Entry], i: int, last: int, slots: Slots) -> list[Hit]:
    """One hit an entry, all of the same words."""
    if not entries:
        return []
    index = r.clause_index(i)
    clause = r.parse.clauses[index]
    tense = tense_of(r.parse, i, clause) if slots.is_verb else "none"
    modality = modality_of(r.parse, i, last, clause, tense=tense, passive=slots.passive)
    return [_hit(r, e, i, last, slots, index=index, tense=tense, modality=modality) for e in entries]


_PEACEFUL = frozenset({"military_aid", "diplomacy", "mobilisation", "sanctions"})


def _is_accusation(r: Reading, i: int) -> bool:
    """True for what somebody is accused of: "accused X of [supplying] arms"; what is said of attacks is told as a claim."""
    before = r.lows[max(0, i - 9) : i]
    return before[-1:] == ["of"] and not _ACCUSING.isdisjoint(before)


_ACCUSING = frozenset({"accused", "accuses", "accusing", "suspected", "suspects"})
_PLANNABLE = frozenset({"actual", "hypothetical"})  # "is to prepare the summit, set for 12 June": a day is named


def _hit(
    r: Reading, entry: Entry, i: int, last: int, slots: Slots, *, index: int, tense: Tense, modality: Modality
) -> Hit:
    clause, trigger = r.parse.clauses[index], entry.trigger
    acted_on = _span(r, slots.subject if trigger.subject_only else slots.object)
    if entry.category in _PEACEFUL and _is_accusation(r, i):
        modality = "hypothetical"
    category, subtype, roles = entry.category, entry.subtype, entry.roles
    if tense == "infinitive" and subtype in _TAKES and modality in _UNDONE and is_tried(r.parse, i):
        category, subtype, roles, modality = *_ATTEMPT, _ASSAULT_ROLES, "actual"
    elif category == "control_change" and modality != "negated" and is_demanded(r.parse, i, clause):
        modality = "planned"
    return Hit(
        category=category,
        subtype=subtype,
        rule=trigger.rule,
        weight=trigger.weight,
        rank=entry.rank,
        trigger=Span(r.tokens[i].start, r.tokens[last - 1].end),
        clause=Span(clause.start, clause.end),
        clause_index=index,
        clause_kind=clause.kind,
        voice="passive" if slots.passive else "active" if slots.is_verb else "noun",
        tense=tense,
        modality="planned" if trigger.planned and modality in _PLANNABLE else modality,
        subject=_span(r, slots.subject),
        object=acted_on,
        agent=_span(r, slots.agent),
        roles=roles,
        object_is_place=_place_is_object(r, trigger, slots),
        topic=acted_on,
        reduced=slots.reduced,
    )


def _place_is_object(r: Reading, trigger: Trigger, slots: Slots) -> bool:
    """True where the place itself is what changes: "took X", "X fell"."""
    if trigger.subject_only:
        return "place" in trigger.subject and is_class(r, slots.subject, "place")
    return "place" in trigger.object and is_class(r, slots.object, "place")


def _span(r: Reading, span: tuple[int, int] | None) -> Span | None:
    return Span(r.tokens[span[0]].start, r.tokens[span[1] - 1].end) if span and span[0] < span[1] else None
