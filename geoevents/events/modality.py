"""Whether what a trigger tells happened, is planned, is denied or is only thought of (``events.md`` 4.8)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.events.clauses import Clause
from geoevents.events.event import Modality
from geoevents.events.grammar import GRAMMAR

__all__ = ["Tense", "modality_of", "tense_of"]

Tense = Literal["past", "present", "future", "perfect", "pluperfect", "conditional", "infinitive", "none"]

_NEGATIONS = GRAMMAR["negations"]
_FAILED = GRAMMAR["not_achieved"]
_PLANNING = GRAMMAR["planning"]
_POSSIBLE = GRAMMAR["possible"]
_SAYING_PAST = GRAMMAR["saying_in_the_past"]
_REACH = 7


def tense_of(tokens: Sequence[Token], i: int, clause: tuple[int, int], *, is_verb: bool) -> Tense:
    """Tense of the verb group at a trigger; "none" for nouns."""
    before = [t.lower for t in tokens[max(clause[0], i - 5) : i]]
    if not is_verb:
        return "none"
    for word in reversed(before):
        if word == "will":
            return "future"
        if word in {"would", "could", "might", "may"}:
            return "conditional"
        if word == "to":
            return "infinitive"
        if word == "had":
            return "pluperfect"
        if word in {"has", "have"}:
            return "perfect"
        if word in {"is", "are"}:
            return "present"
        if word in {"was", "were"}:
            return "past"
    word = tokens[i].lower
    return "present" if word.endswith(("s", "ing")) and not word.endswith("ss") else "past"


def modality_of(
    tokens: Sequence[Token],
    i: int,
    last: int,
    span: tuple[int, int],
    *,
    clause: Clause,
    tense: Tense,
    is_verb: bool,
    passive: bool,
) -> Modality:
    """Modality of a trigger from the words of its clause before it, and the determiner of what it acts on."""
    before = [t.lower for t in tokens[max(span[0], i - _REACH) : i]]
    near = before[-4:]
    if set(near) & _NEGATIONS or (passive and tokens[span[0]].lower in {"no", "none", "nobody"}) or near[-1:] == ["no"]:
        return "negated"
    if not is_verb and "no" in before[-2:]:
        return "negated"
    if clause.kind == "subordinate" and clause.connector in {"if", "unless", "until"}:
        return "hypothetical"
    if set(before) & _POSSIBLE - {"any", "can"} and not (is_verb and tense in {"past", "perfect"} and "that" in before):
        return "hypothetical"
    if "can" in near or near[-1:] == ["any"]:
        return "hypothetical"
    if tense == "conditional":
        return "planned" if {t.lower for t in tokens[:i]} & _SAYING_PAST and "would" in near else "hypothetical"
    if tense == "infinitive":
        return _infinitive(before)
    if tense == "future":
        return "planned"
    return _by_noun(tokens, last, span, before, is_verb=is_verb)


def _infinitive(before: Sequence[str]) -> Modality:
    """ "failed to take", "is to visit", "agreed to exchange", "managed to shoot down"."""
    words = list(before[: len(before) - before[::-1].index("to") - 1]) if "to" in before else list(before)
    near = words[-3:]
    if set(near) & _FAILED:
        return "hypothetical"
    if set(near) & _PLANNING or (near[-1:] and near[-1] in {"is", "are", "was", "were"}):
        return "planned"
    if set(near) & GRAMMAR["to_but_done"]:
        return "actual"
    return "hypothetical"


_FUTURE_NOUN = frozenset(
    {"will", "next", "tomorrow", "planned", "upcoming", "forthcoming", "scheduled", "due", "expected", "planning"}
)
_NO_NOUN = GRAMMAR["noun_not_yet"]


def _by_noun(
    tokens: Sequence[Token], last: int, span: tuple[int, int], before: Sequence[str], *, is_verb: bool
) -> Modality:
    """Nouns take the time of the verb beside them: "talks will resume", "calls for talks"."""
    if is_verb:
        return "actual"
    after = [t.lower for t in tokens[last : min(span[1], last + 6)]]
    around = {*before, *after}
    if around & {"could", "may", "might"}:
        return "hypothetical"
    if set(before) & _NO_NOUN or after[:1] == ["plan"]:
        return "hypothetical"
    if around & _FUTURE_NOUN or _is_to(before) or _is_to(after):
        return "planned"
    return "actual"


def _is_to(words: Sequence[str]) -> bool:
    return any(a in {"is", "are", "were", "was"} and b == "to" for a, b in pairwise(words))
