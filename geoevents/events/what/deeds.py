"""Deeds told by a noun of action: "the destruction of a depot in X", "the killing on Monday of nine men by rebels"."""

from collections.abc import Iterator

from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots, agent_of, object_of
from geoevents.events.sentence.word_lists import is_time
from geoevents.events.what.conditions import is_class
from geoevents.events.what.noun_use import is_general, is_superlative, is_topic
from geoevents.events.what.reading import Reading
from geoevents.events.what.titles import is_title
from geoevents.events.what.trigger_index import NUMBER, Entry, begun

__all__ = ["deeds"]

Deed = tuple[list[Entry], int, int, Slots]  # its triggers, its first token, the token after it, its phrases
_REACH = 9  # words between a noun of action and its "of": "the capture by the rebels on Monday of"
_PARTS = frozenset({"on", "in", "by", "late", "early", "last", "this", "yesterday", "at", "overnight"})
_NAMING = 5  # words before a noun of action that may tell whose it is


def deeds(r: Reading) -> Iterator[Deed]:
    """Nouns of action with what is acted on after "of"; none where the sentence has no "of"."""
    if "of" not in r.parse.words:
        return
    for i, usages in begun(r.book.deed_index, r.lows):
        for usage in sorted(usages.following(r.lows, i), key=NUMBER):
            last = i + 1 + len(usage.rest)
            of = _of(r, last)
            if of is None or (of > last and r.parse.tags[i] in "VI"):
                continue
            entries = usage.fitting(r, i, last)
            if not entries:
                continue
            slots = _slots(r, i, last, of)
            entries = _of_places(r, slots, [e for e in entries if e.asked.fits_inside(r, slots, i)])
            if entries and not (
                is_topic(r, i, slots) or is_superlative(r, i) or is_general(r, last) or is_title(r, i, last)
            ):
                yield entries, i, last, slots


def _of_places(r: Reading, slots: Slots, entries: list[Entry]) -> list[Entry]:
    """Of triggers that fit a place those that ask for one: "the seizure of X" is no arrest."""
    asking = [e for e in entries if "place" in e.trigger.object]
    return asking if asking and is_class(r, slots.object, "place") else entries


def _of(r: Reading, last: int) -> int | None:
    """Where the "of" of a noun stands: at once, or behind its day and its doer."""
    if r.lows[last : last + 1] == ["of"]:
        return last
    if last >= len(r.lows) or not (r.lows[last] in _PARTS or is_time(r.tokens[last])):
        return None
    for k in range(last, min(len(r.lows), last + _REACH)):
        if r.lows[k] == "of":
            return k
        if r.parse.tags[k] in "VAPGISWC." or r.tokens[k].text in {",", ";"}:
            return None
    return None


def _slots(r: Reading, i: int, last: int, of: int) -> Slots:
    """What is acted on after "of"; who acts after "by", else whose the noun is: "Spain's", "the rebel"."""
    clause = r.parse.clauses[r.clause_index(i)]
    verb = next((k for k in range(last, clause.last) if r.parse.tags[k] in "VA"), clause.last)
    agent = agent_of(r.parse, last, clause)
    if agent is None or agent[0] > verb:
        agent = _owner(r, i, clause.first)
    elif agent[0] < of < agent[1]:
        agent = (agent[0], of)
    return Slots(subject=None, object=object_of(r.parse, of + 1, clause), agent=agent, passive=True, is_verb=False)


def _owner(r: Reading, i: int, first: int) -> tuple[int, int] | None:
    k = i
    while k > max(first, i - _NAMING) and (r.parse.tags[k - 1] in "NEJM" or r.tokens[k - 1].text in _POSSESSIVE):
        k -= 1
    return (k, i) if k < i and not GRAMMAR["number_words"].issuperset(r.lows[k:i]) else None


_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "-"})
