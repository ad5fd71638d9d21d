"""What is told to happen again and again, or of all of a kind, and so of no day: "rarely acknowledge raids", "is shelled nightly"."""

import re
from collections.abc import Sequence

from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import is_time
from geoevents.events.what.left_undone import TARGETS, stays_target

__all__ = ["is_habit", "is_of_all", "is_stance"]

_HABITUAL = GRAMMAR["habitual"]
_HABITUAL_AFTER = GRAMMAR["habitual_after"]
_ONE_OF_THEM = frozenset({"first", "second", "third", "fourth", "latest", "last"})  # "their first such drill" is one


def is_habit(p: Parse, last: int, clause: Clause, before: Sequence[str]) -> bool:
    """True for what is told to happen again and again: "rarely acknowledge raids", "is targeted almost nightly"."""
    habitual = not _HABITUAL.isdisjoint(before[-3:]) and _ONE_OF_THEM.isdisjoint(before[-4:])
    if before[-1:] in (["daily"], ["nightly"]):
        return True  # "has launched near-daily attacks on X"
    if not TARGETS.isdisjoint(p.words) and stays_target(p.lows[clause.first : last]):
        return True  # "the region remains a target of drones and air strikes"
    if p.tags[last - 1] == "N" and not GRAMMAR["how_often"].isdisjoint(p.lows[last : last + 2]):
        return True  # "talks seldom end wars"
    return habitual or not _HABITUAL_AFTER.isdisjoint(p.lows[last : min(clause.last, last + 4)])


_MANY = re.compile(r"X?[JN]*N(?:T[DNJE]+(?:C[DNJE]+)?)?AX?")


def is_of_all(p: Parse, i: int, clause: Clause) -> bool:
    """True for what is done to all of a kind: "disputes between firms [are] settled by courts", "people are detained there";
    a number, an article or a name tells of some."""
    be = next((k for k in range(i - 1, clause.first, -1) if p.tags[k] == "A"), clause.first)
    if p.lows[be] != "are" or clause.kind not in {"main", "complement"}:
        return False
    first = clause.first
    while first < be and (p.tags[first] in "SCW." or p.lows[first] in {"there", "in"} or p.tags[first] == "E"):
        first += 1
    return _MANY.fullmatch(p.tags, first, be + 1) is not None and not any(is_time(t) for t in p.tokens)


def is_stance(tense: str, before: Sequence[str]) -> bool:
    """True for what has been held all along: "has always rejected talks", "had long accused X"."""
    return tense in {"perfect", "pluperfect"} and not GRAMMAR["all_along"].isdisjoint(before[-2:])
