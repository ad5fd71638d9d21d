"""Verbs that only tell which thing is meant: "areas held by the group", "a deal brokered by X", "who controlled the plant"."""

from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.sentence.word_lists import FINITE, is_time
from geoevents.events.what.reading import Reading

__all__ = ["describes"]

_RINGED = frozenset({"ringed", "surrounded", "besieged", "encircled", "blockaded"})
_ARRANGED = frozenset({"brokered", "mediated", "negotiated", "sponsored", "facilitated"})


def describes(r: Reading, category: str, i: int, slots: Slots) -> bool:
    """True for a participle that only tells which thing is meant: "areas held by the group", "a deal brokered by X",
    "people displaced by war"."""
    if category == "humanitarian":
        return slots.reduced or _is_aside(r, i) or _is_of_one(r, i, slots) or _holds_people(r, i)
    if category == "mobilisation":
        clause = r.parse.clauses[r.clause_index(i)]  # "struck areas where troops were [concentrated]"
        return slots.passive and r.lows[clause.first] == "where" and bool(FINITE & set(r.parse.tags[: clause.first]))
    if category == "naval":
        clause = r.parse.clauses[r.clause_index(i)]  # "lanes where dozens of ships were [transiting]"
        return r.lows[clause.first] == "where" and r.parse.tags[i] == "G"
    if category == "air_defence":
        return _is_of_debris(r, i, slots)
    if category == "ground_combat":  # "were let out of X, a village [ringed] by rebels"
        return slots.reduced and r.lows[i] in _RINGED and not r.dated
    if category == "diplomacy":
        rest = range(i + 1, r.clause_tokens(i)[1])
        placed = any(m.spot is not None and m.role == "literal" and m.start > r.tokens[i].start for m in r.mentions)
        told_of = slots.reduced or (r.lows[i] in _ARRANGED and slots.passive and r.lows[i - 2 : i] == ["which", "was"])
        told_of = told_of and not placed and not any(is_time(r.tokens[k]) for k in rest)
        return told_of or _is_of_a_year(r, i, slots)
    word = r.tokens[i].lower
    if category == "control_change" and word in _HOLDING and r.parse.tags[i - 1 : i] in {"N", "E"}:
        first = r.parse.clauses[r.clause_index(i)].first  # "fighters [controlling] much of X use it as a base"
        return r.lows[first] != "with" and not FINITE.isdisjoint(r.parse.tags[i + 1 : r.clause_tokens(i)[1]])
    if category == "control_change" and word in _HOLDS and not slots.passive:
        clause = r.parse.clauses[r.clause_index(i)]  # "troops, who [controlled] the plant, blew it up"
        return clause.kind == "relative" and not any(is_time(r.tokens[k]) for k in range(clause.first, clause.last))
    if category != "control_change" or not slots.reduced:
        return False
    return word in {"held", "controlled", "occupied", "dominated", "lost"} or (
        word in {"seized", "captured"} and not r.dated and not FINITE.isdisjoint(r.parse.tags)
    )  # without any verb it is the news of a headline: "Village near X captured by rebels"


_HOLDING = frozenset({"holding", "controlling", "occupying", "dominating"})
_HOLDS = frozenset({"held", "hold", "holds", "controlled", "control", "controls", "occupied", "occupy"})


def _is_aside(r: Reading, i: int) -> bool:
    """True for what people had come to a place for before: "a school in X [where families had sought shelter]"."""
    clause = r.parse.clauses[r.clause_index(i)]
    return "where" in r.lows[clause.first : clause.first + 2] and "had" in r.lows[max(0, i - 2) : i]


def _holds_people(r: Reading, i: int) -> bool:
    """True for what only tells which building is meant: "a raid hit a school [sheltering] displaced families"."""
    if r.lows[i] not in _HOUSING or r.parse.tags[i] != "G" or i == 0 or r.parse.tags[i - 1] not in "NE":
        return False
    first = r.parse.clauses[r.clause_index(i)].first
    return not FINITE.isdisjoint(r.parse.tags[first:i]) and r.parse.tags[i + 1 : i + 2] not in {"T", ".", "S", ""}


_HOUSING = frozenset({"sheltering", "housing", "hosting", "harbouring", "harboring", "accommodating", "holding"})


def _is_of_a_year(r: Reading, i: int, slots: Slots) -> bool:
    """True for what only tells which group is meant by an accord of a year: "fighters who [rejected] a 2016 peace deal"."""
    if slots.object is None or r.parse.clauses[r.clause_index(i)].kind != "relative":
        return False
    opens = r.lows[slots.object[0] : slots.object[0] + 2]
    return any(len(word) == len("2016") and word.isdigit() for word in opens)


def _is_of_one(r: Reading, i: int, slots: Slots) -> bool:
    """True for what tells who one witness is: "a farmer [who fled] the fighting said"; a family or a group of them is news."""
    clause = r.parse.clauses[r.clause_index(i)]
    if clause.kind != "relative" or slots.subject is None or r.lows[clause.first] != "who":
        return False
    who = r.lows[slice(*slots.subject)]
    return who[0] in {"a", "an"} and "of" not in who and GRAMMAR["several_in_one"].isdisjoint(who)


def _is_of_debris(r: Reading, i: int, slots: Slots) -> bool:
    """True for what was shot down and only tells whose debris fell: "fragments of missiles [that had been shot down]"."""
    clause = r.parse.clauses[r.clause_index(i)]
    if not slots.passive or (clause.kind != "relative" and not slots.reduced):
        return False
    before = r.lows[max(0, clause.first - _DEBRIS_REACH) : clause.first] if clause.kind == "relative" else r.lows[:i]
    return not GRAMMAR["debris"].isdisjoint(before[-_DEBRIS_REACH:])


_DEBRIS_REACH = 6  # words from "debris" to what tells of the weapon: "debris from one of the drones [that"
