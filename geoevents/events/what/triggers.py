"""Which words of a sentence tell an event, and what stands in their slots (``events.md`` 4.2, 4.8)."""

from collections.abc import Mapping, Sequence

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.codebook_kinds import Trigger
from geoevents.events.event import Modality, Span
from geoevents.events.sentence.clauses import parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots, noun_slots, verb_slots
from geoevents.events.sentence.verb_subjects import ACCUSING
from geoevents.events.sentence.word_classes import could_be_verb
from geoevents.events.sentence.word_lists import BE
from geoevents.events.what.conditions import is_class
from geoevents.events.what.deeds import deeds
from geoevents.events.what.describing import describes
from geoevents.events.what.hit import Hit
from geoevents.events.what.infinitives import is_demanded, is_tried
from geoevents.events.what.modality import Tense, modality_of, tense_of
from geoevents.events.what.noun_use import in_name, is_compound, is_general, is_superlative, is_topic
from geoevents.events.what.reading import Range, Reading
from geoevents.events.what.rivals import settled
from geoevents.events.what.trigger_index import FARTHEST, Entry, Usage, begun
from geoevents.events.who.people import NOBODY, People
from geoevents.values import replace

__all__ = ["hits", "hits_of"]


def hits(
    codebook: Codebook,
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    *,
    dated: bool = True,
    before: Sequence[str] = (),
    people: People = NOBODY,
) -> tuple[Hit, ...]:
    """Triggers of one sentence in text order, at most one for each word after rivals are settled.

    ``mentions`` are those of the sentence; they serve the classes ``{place}`` and ``{actor}``.  ``dated``: the sentence
    tells a date; ``before``: the lower-case words of the sentence before, for "nine were shot down"; ``people``: the
    persons of the article.  Hypothetical and negated hits are among them, with their ``modality``.
    """
    (found,) = hits_of([Reading(text, parse(tokens, codebook.bare_verbs), mentions, codebook, dated, before, people)])
    return found


def hits_of(readings: Sequence[Reading]) -> list[tuple[Hit, ...]]:
    """As ``hits``, of several sentences: each step is done for all of them before the next one begins."""
    steps = [[step(r) for r in readings] for step in (_verbs, _nouns, _deeds)]
    found = [[hit for step in own for hit in step] for own in zip(*steps, strict=True)]
    return [tuple(settled(own, r.text, r.mentions)) for own, r in zip(found, readings, strict=True)]


def _verbs(r: Reading) -> list[Hit]:
    """Hits of verbs, phrasal ones split by up to four words."""
    found = []
    index = r.book.verb_index
    for i in [i for i, word in enumerate(r.lows) if word in index]:
        word, tells = r.lows[i], could_be_verb(r.parse.tags[i])
        if not (tells or word in BE) or (word in _TAKE and r.lows[i + 1 : i + 2] == ["place"]):
            continue  # "took place": it happened
        for usage in index[word].parted(r.lows, i, alone=tells):
            last = _rest(r, i, usage)
            if last is not None:
                found += _verb_hits(r, usage, i, last)
    return found


_HURT = frozenset({"wounded", "injured", "killed", "hurt"})
_TAKE = frozenset({"take", "takes", "took", "taken", "taking"})


def _verb_hits(r: Reading, usage: Usage, i: int, last: int) -> list[Hit]:
    """Hits of a verb that stands at ``i``, with its particle up to ``last``."""
    entries = usage.fitting(r, i, last)
    if not entries:
        return []
    slots = _with_named(r, verb_slots(r.parse, i, last, r.clause_index(i), particle=len(usage.rest)))
    if r.lows[i] in _HURT and not slots.passive and slots.object is None:
        return []  # "three dead and 52 wounded"
    entries = [e for e in entries if e.asked.fits_inside(r, slots, i) and not describes(r, e.category, i, slots)]
    return _hits(r, entries, i, last, slots)


def _with_named(r: Reading, slots: Slots) -> Slots:
    """The slots with the place for "it": "took [Goma] on Monday and lost [it] on Wednesday"."""
    if slots.object is None or slots.passive or r.lows[slots.object[0]] != "it":
        return slots
    at = r.tokens[slots.object[0]].start
    named = next((m for m in reversed(r.mentions) if m.end <= at and m.spot is not None and m.role == "literal"), None)
    if named is None or is_class(r, (0, slots.object[0]), "ship"):
        return slots  # "lay off X until the navy seized it"
    inside = [k for k, t in enumerate(r.tokens) if named.start <= t.start < named.end]
    return replace(slots, object=(inside[0], inside[-1] + 1)) if inside else slots


def _nouns(r: Reading) -> list[Hit]:
    """Hits of nouns and fixed phrases."""
    found = []
    for i, usages in begun(r.book.noun_index, r.lows):
        if r.lows[i] == "march" and _is_month(r, i):
            continue
        for usage in usages.following(r.lows, i):
            if not usage.rest and r.parse.tags[i] in "VI":
                continue
            last = i + 1 + len(usage.rest)
            entries = usage.fitting(r, i, last)
            if not entries:
                continue
            slots = noun_slots(r.parse, i, last, r.clause_index(i))
            entries = [e for e in entries if e.asked.fits_inside(r, slots, i)]
            if entries and not (
                in_name(r, i, last)
                or is_compound(r, last)
                or is_general(r, last)
                or (r.parse.tags[i] != "V" and is_topic(r, i, slots, spoken=entries[0].category == "diplomacy"))
                or is_superlative(r, i)
            ):
                found += _hits(r, entries, i, last, slots)
    return found


def _deeds(r: Reading) -> list[Hit]:
    """Hits of nouns of action, by the triggers of their verbs."""
    return [hit for entries, i, last, slots in deeds(r) for hit in _hits(r, entries, i, last, slots)]


def _is_month(r: Reading, i: int) -> bool:
    """True for the month of March: a capital inside the sentence, or a number beside it."""
    beside = r.tokens[max(0, i - 1) : i + 2]
    return (i > 0 and r.tokens[i].text == "March") or any(t.text[0].isdigit() for t in beside)


_TIME = GRAMMAR["between_verb_and_object"]


def _rest(r: Reading, i: int, usage: Usage) -> int | None:
    """Token after a phrasal verb whose first word stands at ``i``; None if its particle does not follow."""
    if not usage.rest:
        return i + 1
    first, parted = usage.rest[0], usage.parted and r.lows[i] not in BE
    parted = parted or usage.rest in _AFIRE
    for at in range(i + 1, i + (FARTHEST if usage.rest in _AFIRE else 6 if parted else 5)):
        if at >= len(r.lows):
            return None
        if r.lows[at] == first and (end := _after_particles(r, at, usage.rest)):
            return end
        if r.parse.tags[at] == "." or not (parted or r.parse.tags[at] in "XD" or r.lows[at] in _TIME):
            return None
    return None


def _after_particles(r: Reading, at: int, rest: tuple[str, ...]) -> int | None:
    """Token after the particles of a phrasal verb, of which the last may stand apart: "opened up again on X", "fired on Monday at"."""
    length = len(rest)
    if tuple(r.lows[at : at + length]) == rest:
        return at + length
    if length != _TWO or r.lows[at + 1 : at + 2] in ([], [","]):
        return None
    k = at + 1
    while k < min(len(r.lows), at + _APART) and (r.parse.tags[k] == "X" or r.lows[k] in _TIME):
        k += 1
    return k + 1 if k > at + 1 and r.lows[k : k + 1] == [rest[1]] else None


_AFIRE = (("on", "fire"), ("ablaze",), ("alight",))  # "set the oil depot in X [on fire]"
_TWO, _APART = 2, 5  # particles of "open up on"; words that may part them

# Who tried to take ground, or failed to, attacked it (``events.md`` 4.8).
_TAKES = frozenset({"captured", "recaptured", "advance", "raid", "assault", "encirclement"})
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
    end = slots.object[1] if not slots.is_verb and slots.passive and slots.object else last
    nothing = slots.is_verb and _is_nothing(r, slots.object)
    modality = "negated" if nothing else modality_of(r.parse, i, end, clause, tense=tense, passive=slots.passive)
    return [_hit(r, e, i, last, slots, index=index, tense=tense, modality=modality) for e in entries]


def _is_nothing(r: Reading, span: Range | None) -> bool:
    """True for what is acted on where it is none: "dropped no bombs"; not "no fewer than ten bombs"."""
    words = r.lows[span[0] : span[0] + 2] if span is not None else []
    return words[:1] in (["no"], ["none"], ["nothing"], ["neither"]) and words[1:] not in (
        ["fewer"],
        ["less"],
        ["more"],
    )


_PEACEFUL = frozenset({"military_aid", "diplomacy", "mobilisation", "sanctions"})


def _is_accusation(r: Reading, i: int) -> bool:
    """True for what somebody is accused of: "accused X of [supplying] arms"; what is said of attacks is told as a claim."""
    before = r.lows[max(0, i - 9) : i]
    return before[-1:] == ["of"] and not ACCUSING.isdisjoint(before)


_SHOTS = frozenset({"strike", "air_defence"})
_PLANNABLE = frozenset({"actual", "hypothetical"})  # "is to prepare the summit, set for 12 June": a day is named


_GIVEN = frozenset({"military_aid", "humanitarian"})
_MISSED = frozenset({"target", "targets", "destination", "destinations", "goal", "goals", "objective", "objectives"})
_STOPPED = {"missile_strike": "missile_intercepted"}  # of a weapon that hit nothing


def _is_promised(r: Reading, i: int) -> bool:
    """True for what is only promised and so still to come: "promised six launchers"; a sum that is promised is granted."""
    return r.lows[i] in GRAMMAR["promising"] and GRAMMAR["money"].isdisjoint(r.lows[i : i + _SUM])


_SUM = 8  # words from a promise to the end of its sum: "promised Ukraine a further 800 million euros"


_IN_VAIN = GRAMMAR["in_vain"]


def _hit(
    r: Reading, entry: Entry, i: int, last: int, slots: Slots, *, index: int, tense: Tense, modality: Modality
) -> Hit:
    clause, trigger = r.parse.clauses[index], entry.trigger
    acted_on = _span(r, slots.subject if trigger.subject_only else slots.object)
    if entry.category in _PEACEFUL and _is_accusation(r, i):
        modality = "hypothetical"
    elif trigger.negated:  # "does not recognise the warrants": the words tell it by their "not"
        modality = "actual" if modality == "negated" else "hypothetical"
    category, subtype, roles = entry.category, entry.subtype, entry.roles
    if category in _SHOTS and clause.kind == "relative" and tense == "present" and r.parse.tags[i] == "V":
        modality = "hypothetical"  # "nets that stop drones", "a missile that hits ships"
    if tense == "infinitive" and subtype in _TAKES and modality in _UNDONE and is_tried(r.parse, i):
        category, subtype, roles, modality = *_ATTEMPT, _ASSAULT_ROLES, "actual"
    elif category == "control_change" and not _IN_VAIN.isdisjoint(r.lows[max(0, i - 2) : i]):
        category, subtype, roles = *_ATTEMPT, _ASSAULT_ROLES  # "unsuccessfully advanced on X"
    elif subtype == "clash" and modality == "planned":
        modality = "hypothetical"  # "vowed that his men would keep fighting"
    elif subtype == "aid_delivery" and modality == "negated" and tense == "perfect":
        subtype, modality = "aid_blocked", "actual"  # "no supplies have reached X", "aid has not been let into Y"
    elif category == "strike" and modality == "negated" and not _MISSED.isdisjoint(r.words(slots.object)):
        category, modality = "air_defence", "actual"  # "twelve drones did not reach their targets"
        subtype, roles = _STOPPED.get(subtype, "drone_jammed"), {}
    elif category in _GIVEN:
        modality = "planned" if modality == "actual" and _is_promised(r, i) else modality
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
        voice="noun" if not slots.is_verb else "passive" if slots.passive else "active",
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
