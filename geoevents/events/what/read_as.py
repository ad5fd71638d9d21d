"""What the words of a trigger tell: category, subtype and roles, whether it came about, and its spans (``events.md`` 4.8)."""

from collections.abc import Mapping, Sequence
from functools import partial

from geoevents.events.codebook_kinds import Trigger
from geoevents.events.event import Modality, Span
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.sentence.verb_subjects import ACCUSING
from geoevents.events.what.conditions import is_class
from geoevents.events.what.hit import Hit
from geoevents.events.what.infinitives import is_demanded, is_tried
from geoevents.events.what.modality import Tense, modality_of, tense_of
from geoevents.events.what.reading import Range, Reading
from geoevents.events.what.trigger_index import Entry

__all__ = ["read_as"]


# Who tried to take ground, or failed to, attacked it (``events.md`` 4.8).
_TAKES = frozenset({"captured", "recaptured", "advance", "raid", "assault", "encirclement"})
_UNDONE = frozenset({"hypothetical", "negated"})
_ATTEMPT = ("ground_combat", "assault")
_ASSAULT_ROLES: Mapping[str, tuple[str, ...]] = {"attacker": ("subject", "by")}


def read_as(r: Reading, entries: Sequence[Entry], i: int, last: int, slots: Slots) -> list[Hit]:
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
    if words[1:] == ["any"]:
        return words[0] in {"hardly", "barely", "scarcely"}  # "met hardly any resistance"
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
_STOPPED = {"missile_strike": "missile_intercepted"}  # of a weapon that hit nothing


def _is_promised(r: Reading, i: int) -> bool:
    """True for what is only promised and so still to come: "promised six launchers"; a sum that is promised is granted."""
    return r.lows[i] in GRAMMAR["promising"] and GRAMMAR["money"].isdisjoint(r.lows[i : i + _SUM])


def _is_attempted(r: Reading, i: int) -> bool:
    """True for "attempted to [strike]", "tried to [hit]" and what they were done with: weapons that were used."""
    begun = r.lows[max(0, i - 2) : i] in (["attempted", "to"], ["tried", "to"]) and is_tried(r.parse, i)
    clause = r.clause_tokens(i)
    return begun and bool(r.mask((i, clause[1])) & r.book.lexicon.mask("drone", "missile", "shell"))


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
    elif category == "strike" and tense == "infinitive" and modality == "hypothetical" and _is_attempted(r, i):
        modality = "actual"  # "attempted to strike X with drones": whether they hit is another question
    elif category == "control_change" and not _IN_VAIN.isdisjoint(r.lows[max(0, i - 2) : i]):
        category, subtype, roles = *_ATTEMPT, _ASSAULT_ROLES  # "unsuccessfully advanced on X"
    elif subtype == "clash" and modality == "planned":
        modality = "hypothetical"  # "vowed that his men would keep fighting"
    elif subtype == "aid_delivery" and modality == "negated" and tense == "perfect":
        subtype, modality = "aid_blocked", "actual"  # "no supplies have reached X", "aid has not been let into Y"
    elif category == "strike" and modality == "negated" and not GRAMMAR["aimed_at"].isdisjoint(r.words(slots.object)):
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
    return _made((r.tokens[span[0]].start, r.tokens[span[1] - 1].end)) if span and span[0] < span[1] else None


_made = partial(tuple.__new__, Span)  # of its parts, at half the price of a call of Span
