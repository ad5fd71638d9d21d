"""Clauses of a sentence, by their connectors: a shallow cut that needs no parser (``events.md`` 4.3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.events.grammar import GRAMMAR

__all__ = ["Clause", "ClauseKind", "clauses"]

ClauseKind = Literal["main", "relative", "subordinate", "participle", "complement"]

_SUBORDINATORS = GRAMMAR["subordinators"]
_RELATIVES = frozenset({"which", "who", "whom", "whose"})
_SAYING = re.compile(
    r"(?:said|says|say|told|reported|reports|announced|claimed|claims|indicated|stated|declared|believes?|confirmed|denied|denies|"
    r"added|insisted|suggested|warned|acknowledged|admitted|alleged|maintains?|ruled|argued|wrote|noted|revealed|vowed|threatened|mean|means|agreed)$"
)
_FINITE = GRAMMAR["finite"]
_TOLD_NOUNS = GRAMMAR["told_nouns"]
_PREPOSITIONAL = frozenset({"after", "before", "since", "until", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a sentence with one verb group; ``parent`` is the index of the clause it depends on."""

    start: int
    end: int
    kind: ClauseKind
    parent: int | None
    connector: str | None


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Clauses of one sentence in text order; they tile its tokens.  No tokens give ()."""
    if not tokens:
        return ()
    cuts: list[tuple[int, ClauseKind, str | None]] = [(0, "main", None)]
    for i in range(1, len(tokens)):
        cut = _cut(tokens, i, cuts[-1][0])
        if cut is not None:
            cuts.append((i, *cut))
    found = []
    for number, (first, kind, connector) in enumerate(cuts):
        last = cuts[number + 1][0] if number + 1 < len(cuts) else len(tokens)
        parent = None if number == 0 or kind == "main" else number - 1
        found.append(
            Clause(start=tokens[first].start, end=tokens[last - 1].end, kind=kind, parent=parent, connector=connector)
        )
    return tuple(_opened(tokens, found))


def _opened(tokens: Sequence[Token], found: list[Clause]) -> list[Clause]:
    """A sentence that begins with a subordinator: the first clause depends on the next main one."""
    if tokens[0].lower in _SUBORDINATORS and len(found) > 1 and found[0].kind == "main":
        first = found[0]
        found[0] = Clause(start=first.start, end=first.end, kind="subordinate", parent=1, connector=tokens[0].lower)
        second = found[1]
        if second.parent == 0:
            found[1] = Clause(start=second.start, end=second.end, kind="main", parent=None, connector=second.connector)
    return found


def _cut(tokens: Sequence[Token], i: int, since: int) -> tuple[ClauseKind, str | None] | None:
    """Kind and connector of the clause that begins at a token; None if none does."""
    word, before = tokens[i].lower, tokens[i - 1]
    if i - since < 2:
        return None
    if word in _RELATIVES:
        return "relative", word
    if word == "that":
        if _SAYING.match(before.lower) or before.lower in _TOLD_NOUNS or _saying_near(tokens, i, since):
            return "complement", word
        return (
            ("relative", word)
            if _verb_follows(tokens, i, 3) and before.text[0].isalpha() and before.lower not in {"so", "now", "all"}
            else None
        )
    if (
        word in _SUBORDINATORS
        and not (word == "since" and before.lower in {"has", "have", "had", "ever", "long"})
        and not (word in _PREPOSITIONAL and not _verb_follows(tokens, i, 9))
        and not (
            word == "as" and tokens[i - 1].lower in {"well", "such", "same", "much", "many", "far", "long", "soon"}
        )
    ):
        if (
            word == "as"
            and i + 1 < len(tokens)
            and tokens[i + 1].lower in {"well", "many", "part", "a", "the", "much", "of"}
            and not _verb_follows(tokens, i, 6)
        ):
            return None
        return "subordinate", word
    if before.text in {";"} or (before.text == ":" and i > 3):
        return "main", before.text
    if (
        before.text == ","
        and word.endswith("ing")
        and len(word) > 5
        and word not in {"including", "according", "following", "during", "morning", "evening", "bring"}
    ):
        return "participle", None
    if word in {"and", "but"} and _new_predicate(tokens, i):
        return "main", word
    return None


def _saying_near(tokens: Sequence[Token], i: int, since: int) -> bool:
    """ "said on Monday that", "told reporters in X that": a saying verb a few words before."""
    return any(_SAYING.match(t.lower) for t in tokens[max(since, i - 8) : i])


def _verb_follows(tokens: Sequence[Token], i: int, reach: int) -> bool:
    for t in tokens[i + 1 : i + 1 + reach]:
        if t.text in {",", ";", ".", "“", "”"}:
            return False
        if t.lower in _FINITE or (t.lower.endswith("ed") and len(t.lower) > 4) or t.lower in _IRREGULAR:
            return True
    return False


_IRREGULAR = GRAMMAR["irregular_past"]


def _new_predicate(tokens: Sequence[Token], i: int) -> bool:
    """True where "and"/"but" joins two predicates: a finite verb soon follows, and one stood before."""
    nxt = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if (
        nxt in _FINITE
        or nxt in _IRREGULAR
        or (
            nxt.endswith("ed")
            and len(nxt) > 4
            and not (i + 2 < len(tokens) and tokens[i + 2].text[0].islower() and tokens[i + 2].lower.endswith("s"))
        )
    ):
        return True
    return (
        _verb_follows(tokens, i, 7)
        and any(
            t.lower in _FINITE or t.lower in _IRREGULAR or (t.lower.endswith("ed") and len(t.lower) > 4)
            for t in tokens[max(0, i - 25) : i]
        )
        and not _is_list(tokens, i)
    )


def _is_list(tokens: Sequence[Token], i: int) -> bool:
    """True for "A, B and C were hit": the verb after belongs to the whole list."""
    for t in reversed(tokens[max(0, i - 14) : i]):
        if t.lower in _FINITE or t.lower in _IRREGULAR or (t.lower.endswith("ed") and len(t.lower) > 4):
            return False
        if t.text in {";", "“"}:
            return True
    return True
