"""Whether what a trigger tells happened, is planned, is denied or is only thought of (``events.md`` 4.8)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from geoevents.articles.calendar_words import MONTHS
from geoevents.events.event import Modality
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import BE, is_base
from geoevents.events.what.content import in_content
from geoevents.events.what.doubt import is_doubted
from geoevents.events.what.habits import is_habit, is_of_all, is_stance
from geoevents.events.what.infinitives import by_infinitive, was_prevented
from geoevents.events.what.left_undone import is_left_undone
from geoevents.events.what.noun_modality import (
    FIXING,
    REACH,
    UNREAL,
    by_noun,
    is_fixed_for,
    is_on_condition,
    is_unheard_of,
    words_of,
)
from geoevents.events.what.scheduled import is_scheduled

__all__ = ["Tense", "modality_of", "tense_of"]

Tense = Literal["past", "present", "future", "perfect", "pluperfect", "conditional", "infinitive", "none"]

_NEGATIONS = GRAMMAR["negations"]
_MONTHS = frozenset(MONTHS)
_POSSIBLE = GRAMMAR["possible"] - {"any", "can"}  # those two stand close before the verb
_SAYING_PAST = GRAMMAR["saying_in_the_past"]


def tense_of(p: Parse, i: int, clause: Clause) -> Tense:
    """Tense of the verb group at a trigger; "none" for nouns."""
    if p.tags[i] not in "VPGIJ":
        return "none"
    for k in range(i - 1, max(clause.first, i - 6) - 1, -1):
        found = _TENSES.get(p.lows[k]) if p.tokens[k].text != "May" else None
        if found == "infinitive" and p.lows[k + 1] == "having":
            return "perfect"  # "admitted to having lost two"
        if found == "infinitive" and p.tags[k + 1 : i].strip("XA"):
            break  # "flights to X resumed"
        if found == "perfect" and not UNREAL.isdisjoint(p.lows[max(clause.first, k - 2) : k]):
            return "conditional"  # "would have hit", "should never have left"
        if found is not None:
            return found
        if p.tags[k] in "VPSW":
            break
    word = p.lows[i]
    present = word.endswith(("s", "ing")) and not word.endswith("ss") and p.tags[i] in "VG"
    return "present" if present or (p.tags[i] == "V" and is_base(word)) else "past"


_TENSES: dict[str, Tense] = {
    "will": "future", "shall": "future", "would": "conditional", "could": "conditional", "might": "conditional",
    "may": "conditional",
    "must": "conditional", "should": "conditional", "to": "infinitive", "had": "pluperfect", "has": "perfect",
    "have": "perfect", "is": "present", "are": "present", "was": "past", "were": "past",
}  # fmt: skip


def modality_of(p: Parse, i: int, last: int, clause: Clause, *, tense: Tense, passive: bool) -> Modality:
    """Modality of a trigger from the words of its clause before it, and the determiner of what it acts on."""
    is_verb = tense != "none"
    before = words_of(p, max(clause.first, i - REACH), i)
    if _is_negated(p, before, clause, is_verb=is_verb, passive=passive) or (
        p.lows[i] in BE and "not" in p.lows[i + 1 : last]  # "was [not] even within 20 km of X"
    ):
        return "negated"
    if is_doubted(p, clause) or was_prevented(p, i) or in_content(p, i):
        return "hypothetical"
    if before[-1:] and before[-1] in _RISKING:
        return "hypothetical"
    if clause.kind == "subordinate" and clause.connector in (_NOT_YET if tense == "present" else _NOT_YET - {"before"}):
        return "hypothetical"  # "if troops leave", "before the aid arrives"
    if not _POSSIBLE.isdisjoint(before) and not (is_verb and tense in {"past", "perfect"} and "that" in before):
        return "hypothetical"
    if "can" in before[-4:] or before[-1:] == ["any"] or (not is_verb and "any" in before[-3:]):
        return "hypothetical"
    if (tense in {"present", "none"} and is_habit(p, last, clause, before)) or is_stance(tense, before):
        return "hypothetical"
    if passive and tense == "present" and is_of_all(p, i, clause):
        return "hypothetical"
    if before and is_left_undone(before, in_ing=p.tags[i] == "G"):
        return "hypothetical"
    if (
        tense == "pluperfect"
        and p.lows[clause.first] == "had"
        and not set("NER").isdisjoint(p.tags[clause.first + 1 : i])
    ):
        return "hypothetical"  # "Had the army left X, the war would be over"
    if not is_verb:
        return by_noun(p, i, last, clause, before)
    return _by_tense(p, i, before, tense, clause)


_NOT_YET = frozenset({"if", "unless", "until", "whether", "before"})
_RISKING = frozenset({"risk", "risks", "risked", "risking", "fear", "fears", "fearing", "evade", "evaded"})


def _is_negated(p: Parse, before: Sequence[str], clause: Clause, *, is_verb: bool, passive: bool) -> bool:
    near = before[-4:]
    if "only" in near and ("not", "only") in pairwise(near):
        near = near[near.index("only") :]  # "has not only taken X but"
    if is_verb and "without" in near[:-1]:
        near = near[: near.index("without")]  # "aircraft without markings bombed X"
    if not is_verb and "no" in near:
        near = _behind_none_hurt(near)
    nobody = (is_verb or passive) and _is_nobody(p, clause)
    if not _NEGATIONS.isdisjoint(near) or nobody or near[-1:] == ["no"]:
        return True
    return (not is_verb and "no" in near[-2:]) or is_unheard_of(before)


def _behind_none_hurt(near: Sequence[str]) -> Sequence[str]:
    """The words behind "no damage in", "no casualties from": the attack that did none took place."""
    at = next((k for k in range(len(near) - 1, 0, -1) if near[k] in _FROM and near[k - 1] in _HARM), 0)
    return near[at:]


_FROM = frozenset({"in", "from", "after", "during", "following"})
_HARM = frozenset({"casualties", "damage", "deaths", "injuries", "losses", "victims", "fatalities"})


def _is_nobody(p: Parse, clause: Clause) -> bool:
    """True for a clause about none: "no soldier [crossed] the border", "that not a single shell [hit] the town"."""
    first = clause.first + (p.lows[clause.first] in _BEFORE_SUBJECT)
    head, after = p.lows[first : first + 1], p.lows[first + 1 : first + 2]
    if head in (["no"], ["neither"]):
        return bool(after) and after[0] not in _NO_AT_ALL | {"."}
    return head in (["none"], ["nobody"]) or (head == ["not"] and after in (["a"], ["one"], ["any"]))


_BEFORE_SUBJECT = frozenset({"that", "and", "but", "while", "as", "because", "since", "so"})
_NO_AT_ALL = frozenset(
    {"fewer", "less", "more", "later", "earlier", "sooner", "longer", "doubt", "matter", "wonder", "way"}
)


def _by_tense(p: Parse, i: int, before: Sequence[str], tense: Tense, clause: Clause) -> Modality:
    if tense == "conditional":
        if is_on_condition(p):
            return "hypothetical"
        if p.lows[clause.first] == "under" and "must" in before:
            return "planned"  # "Under the deal X must hand back three districts"
        told = not _SAYING_PAST.isdisjoint(p.words)
        return "planned" if told and "would" in before[-4:] and "have" not in before[-3:] else "hypothetical"
    if tense == "infinitive":
        return by_infinitive(p, i)
    if tense == "past" and p.lows[i - 1] == "be" and not GRAMMAR["wishing"].isdisjoint(p.words):
        return "hypothetical"  # "proposed that the port be handed over"
    fixed = (p.lows[i] in FIXING and is_fixed_for(p, i, clause)) or _is_awaited(p, i, clause)
    return "planned" if fixed or tense == "future" or is_scheduled(p, i, clause, tense) else "actual"


_AWAITED = frozenset({"scheduled", "set", "due", "expected", "planned"})


def _is_awaited(p: Parse, i: int, clause: Clause) -> bool:
    """True for a form in -ing that is the subject of what is to come: "[Sentencing] is scheduled for 7 May"."""
    named = p.tags[i] in "GN" and p.lows[i].endswith("ing") and set(p.tags[clause.first : i]) <= set("DJNEX")
    return named and p.lows[i + 1 : i + 2] in (["is"], ["was"]) and not _AWAITED.isdisjoint(p.lows[i + 2 : i + 4])
