"""Whether what a trigger tells happened, is planned, is denied or is only thought of (``events.md`` 4.8)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from geoevents.articles.calendar_words import MONTHS
from geoevents.events.event import Modality
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import BE, FINITE, is_base
from geoevents.events.what.content import as_content, in_content
from geoevents.events.what.doubt import is_doubted
from geoevents.events.what.infinitives import PARTICLES, aim_of_noun, by_infinitive, was_prevented
from geoevents.events.what.left_undone import TARGETS, is_compared, is_left_undone, stays_target
from geoevents.events.what.proposed import is_invited_to, is_proposed
from geoevents.events.what.scheduled import is_begun, is_opening, is_scheduled

__all__ = ["Tense", "modality_of", "tense_of"]

Tense = Literal["past", "present", "future", "perfect", "pluperfect", "conditional", "infinitive", "none"]

_NEGATIONS = GRAMMAR["negations"]
_MONTHS = frozenset(MONTHS)
_POSSIBLE = GRAMMAR["possible"] - {"any", "can"}  # those two stand close before the verb
_SAYING_PAST = GRAMMAR["saying_in_the_past"]
_HABITUAL = GRAMMAR["habitual"]
_HABITUAL_AFTER = GRAMMAR["habitual_after"]
_FUTURE_NOUN = GRAMMAR["future_beside_noun"]
_NO_NOUN = GRAMMAR["noun_not_yet"]
_ONE_OF_THEM = frozenset({"first", "second", "third", "fourth", "latest", "last"})  # "their first such drill" is one
_REACH = 7  # words before a trigger that may negate or soften it


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
        if found == "perfect" and not _UNREAL.isdisjoint(p.lows[max(clause.first, k - 2) : k]):
            return "conditional"  # "would have hit", "should never have left"
        if found is not None:
            return found
        if p.tags[k] in "VPSW":
            break
    word = p.lows[i]
    present = word.endswith(("s", "ing")) and not word.endswith("ss") and p.tags[i] in "VG"
    return "present" if present or (p.tags[i] == "V" and is_base(word)) else "past"


_UNREAL = frozenset({"would", "should", "could", "might"})
_TENSES: dict[str, Tense] = {
    "will": "future", "shall": "future", "would": "conditional", "could": "conditional", "might": "conditional",
    "may": "conditional",
    "must": "conditional", "should": "conditional", "to": "infinitive", "had": "pluperfect", "has": "perfect",
    "have": "perfect", "is": "present", "are": "present", "was": "past", "were": "past",
}  # fmt: skip


def modality_of(p: Parse, i: int, last: int, clause: Clause, *, tense: Tense, passive: bool) -> Modality:
    """Modality of a trigger from the words of its clause before it, and the determiner of what it acts on."""
    is_verb = tense != "none"
    before = _words(p, max(clause.first, i - _REACH), i)
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
    if (tense in {"present", "none"} and _is_habit(p, last, clause, before)) or _is_stance(tense, before):
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
        return _by_noun(p, i, last, clause, before)
    return _by_tense(p, i, before, tense, clause)


_NOT_YET = frozenset({"if", "unless", "until", "whether", "before"})
_RISKING = frozenset({"risk", "risks", "risked", "risking", "fear", "fears", "fearing", "evade", "evaded"})


def _is_habit(p: Parse, last: int, clause: Clause, before: Sequence[str]) -> bool:
    """True for what is told to happen again and again: "rarely acknowledge raids", "is targeted almost nightly"."""
    habitual = not _HABITUAL.isdisjoint(before[-3:]) and _ONE_OF_THEM.isdisjoint(before[-4:])
    if before[-1:] in (["daily"], ["nightly"]):
        return True  # "has launched near-daily attacks on X"
    if not TARGETS.isdisjoint(p.words) and stays_target(p.lows[clause.first : last]):
        return True  # "the region remains a target of drones and air strikes"
    if p.tags[last - 1] == "N" and not GRAMMAR["how_often"].isdisjoint(p.lows[last : last + 2]):
        return True  # "talks seldom end wars"
    return habitual or not _HABITUAL_AFTER.isdisjoint(p.lows[last : min(clause.last, last + 4)])


def _is_stance(tense: Tense, before: Sequence[str]) -> bool:
    """True for what has been held all along: "has always rejected talks", "had long accused X"."""
    return tense in {"perfect", "pluperfect"} and not GRAMMAR["all_along"].isdisjoint(before[-2:])


def _words(p: Parse, first: int, last: int) -> Sequence[str]:
    """The lower-case words of a range; the month of May is no "may"."""
    words = p.lows[first:last]
    return [t.text if t.text == "May" else t.lower for t in p.tokens[first:last]] if "may" in words else words


def _is_negated(p: Parse, before: Sequence[str], clause: Clause, *, is_verb: bool, passive: bool) -> bool:
    near = before[-4:]
    if "only" in near and ("not", "only") in pairwise(near):
        near = near[near.index("only") :]  # "has not only taken X but"
    if is_verb and "without" in near[:-1]:
        near = near[: near.index("without")]  # "aircraft without markings bombed X"
    nobody = passive and p.lows[clause.first] in {"no", "none", "nobody"}
    nobody = nobody and p.lows[clause.first + 1 : clause.first + 2] not in (["fewer"], ["less"])
    if not _NEGATIONS.isdisjoint(near) or nobody or near[-1:] == ["no"]:
        return True
    return (not is_verb and "no" in before[-2:]) or _is_unheard_of(before)


def _is_unheard_of(before: Sequence[str]) -> bool:
    """True for "no fresh reports of [clashes]", "no immediate sign of a [withdrawal]", "no reports of rebels [shelling]"."""
    of = next((k for k in range(len(before) - 1, 0, -1) if before[k] in {"of", "on", "from", "about"}), 0)
    return of > 0 and before[of - 1] in GRAMMAR["word_of"] and "no" in before[max(0, of - 4) : of - 1]


def _by_tense(p: Parse, i: int, before: Sequence[str], tense: Tense, clause: Clause) -> Modality:
    if tense == "conditional":
        if _is_on_condition(p):
            return "hypothetical"
        if p.lows[clause.first] == "under" and "must" in before:
            return "planned"  # "Under the deal X must hand back three districts"
        told = not _SAYING_PAST.isdisjoint(p.words)
        return "planned" if told and "would" in before[-4:] and "have" not in before[-3:] else "hypothetical"
    if tense == "infinitive":
        return by_infinitive(p, i)
    if tense == "past" and p.lows[i - 1] == "be" and not GRAMMAR["wishing"].isdisjoint(p.words):
        return "hypothetical"  # "proposed that the port be handed over"
    fixed = p.lows[i] in _FIXING and _is_fixed_for(p, i, clause)
    return "planned" if fixed or tense == "future" or is_scheduled(p, i, clause, tense) else "actual"


_GATHERED = frozenset({"convened", "met", "gathered", "assembled", "opened", "began", "hosted", "attended", "joined"})
_PERCEIVED = frozenset({"heard", "seen", "felt"})


def _by_noun(p: Parse, i: int, last: int, clause: Clause, before: Sequence[str]) -> Modality:
    """Nouns take the time of the verb beside them: "talks will resume", "calls for talks"."""
    after = _words(p, last, min(clause.last, last + 6))
    around = {*before, *after, *p.lows[i:last]}
    if "next" in around and ("next", "to") in pairwise([*before, *after]):
        around.discard("next")  # a place, not a time
    if ("due", "to") in pairwise(before):
        around.discard("due")  # "left due to heavy shelling": a reason, not a plan
    if after[:2] == ["expected", "to"] and not _GATHERED.isdisjoint(p.lows[clause.first : i]):
        around.discard("expected")  # "convened for a summit expected to end late": what it is to bring
    if after[:1] == ["could"] and not _PERCEIVED.isdisjoint(after[:4]):
        around.discard("could")  # "gunfire could be heard"
    if not around.isdisjoint({"could", "may", "might"}) or not _DOUBTED.isdisjoint(after):
        return "hypothetical"
    if not _NO_NOUN.isdisjoint(before) or after[:1] == ["plan"]:
        return "hypothetical"
    if _BESIDE.search(" ".join(before)) or (p.tags[last : last + 1] not in FINITE and is_compared(before)):
        return "hypothetical"  # it only says where another event was
    if (after[:1] == ["would"] and _is_on_condition(p)) or _is_weighed(p, last, clause):
        return "hypothetical"
    carrier = _carrier(p, i, clause)
    ahead = _words(p, max(clause.first, carrier - _REACH), carrier) if carrier is not None else ()
    if ahead and (is_left_undone(ahead, in_ing=True) or _is_unheard_of(ahead)):
        return "hypothetical"  # "to stop them from carrying out a [strike]", "no reports of jets launching [raids]"
    content = as_content(p, i, last, clause)
    if content is not None:
        return content
    aim = aim_of_noun(p, i, clause)
    if aim is not None:
        return aim
    if (
        not around.isdisjoint(_FUTURE_NOUN)
        or after[:1] == ["would"]
        or _is_fixed_for(p, last, clause)
        or _is_to(before)
        or _is_to(after)
        or _is_due(p, i, clause)
        or _AHEAD.search(" ".join(before))
        or is_invited_to(p, i, clause)
        or is_proposed(p, i, clause)
        or _is_under_way(p, i, last, before)
        or is_opening(p, last, clause)
        or is_begun(p, i, clause)
    ):
        return "planned"
    return "actual"


def _carrier(p: Parse, i: int, clause: Clause) -> int | None:
    """The verb in -ing that carries a noun, not the first of its clause: "from [launching] an attack"."""
    k = i - 1
    while k > clause.first and (p.tags[k] in "DMJNE" or p.lows[k] in PARTICLES):
        k -= 1
    return k if k > clause.first and p.tags[k] == "G" else None


def _is_weighed(p: Parse, last: int, clause: Clause) -> bool:
    """True for what somebody only judges: "a strike on the plant would be [folly]"; not "would be [held] on Friday"."""
    verb = next((k for k in range(last, clause.last) if p.tags[k] in "AV"), clause.last)
    then = p.tags[verb + 2 : clause.last].lstrip("X")
    return p.lows[verb : verb + 2] == ["would", "be"] and then[:1] not in {"P", "G"}


def _is_on_condition(p: Parse) -> bool:
    """True for "would only be held [if] they disarmed"."""
    return "would" in p.words and not {"if", "unless", "provided"}.isdisjoint(p.words)


_FIXING = frozenset({"called", "convened", "summoned", "scheduled", "fixed", "set", "announced", "invited"})


def _is_fixed_for(p: Parse, i: int, clause: Clause) -> bool:
    """True for what is called "for Friday": "an emergency session was called for Tuesday", "convened his council for Friday"."""
    words = p.lows[i : clause.last]
    days = any(a == "for" and b.endswith("day") and b in GRAMMAR["days_to_come"] for a, b in pairwise(words))
    return days and not _FIXING.isdisjoint(words)


_BESIDE = re.compile(
    r"\b(?:(?:sidelines|margins|fringes) of|rather than|instead of|short of|in (?:the )?(?:case|event) of"
    r"|(?:on|of|at|for|about) (?:ending|stopping|halting))(?: (?:the|a|an|that|this))?$"
)
_DOUBTED = frozenset(
    {"unlikely", "impossible", "doubtful", "improbable", "inconceivable", "unthinkable",
     "elusive", "distant", "remote", "uncertain"}
)  # fmt: skip


def _is_due(p: Parse, i: int, clause: Clause) -> bool:
    """True where the first verb of the clause is one to come: "[are to] fire howitzers later this month, in a drill"."""
    first = next((k for k in range(clause.first, i) if p.tags[k] in "AV"), None)
    return first is not None and _is_to([t.lower for t in p.tokens[first : first + 2]])


# "ahead of Thursday's summit", "on the eve of talks in X": still to come.
_AHEAD = re.compile(
    r"\b(?:ahead of|eve of|run-up to|run - up to|preparations? for|preparing for|in time for|hop(?:e|es|ed|ing) for)\b"
)


def _is_under_way(p: Parse, i: int, last: int, before: Sequence[str]) -> bool:
    """True for who "is on his [way] to X", and not there yet, or "would leave for [talks]"; what "is under way" is there."""
    if "way" in p.lows[i:last] and "under" not in p.lows[i:last]:
        return not {"is", "are"}.isdisjoint([*before, p.lows[i]][-4:])
    return "would" in before and not {"have", "if"} & set(before) and not _SAYING_PAST.isdisjoint(p.words)


def _is_to(words: Sequence[str]) -> bool:
    return "to" in words and any(a in {"is", "are", "were", "was"} and b == "to" for a, b in pairwise(words))
