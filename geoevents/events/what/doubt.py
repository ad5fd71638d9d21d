"""Whether what a clause tells is doubted, only thought of, or not said at all, by the words that it hangs on."""

from collections.abc import Sequence

from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import LISTS

__all__ = ["is_doubted"]

_DOUBTING = frozenset({"doubt", "doubts", "doubted", "doubtful", "unlikely", "unclear", "disbelieve"})
_NEGATIONS = GRAMMAR["negations"]
_UNSURE = frozenset({"mean", "meant", "confirm", "confirmed", "prove", "believe", "think", "show", "suggest"})
_NO_FACT = frozenset({"any", "no", "every", "whichever"})
_ONLY_THOUGHT = frozenset({"plan", "plans", "proposal", "proposals", "idea", "scenario", "option", "draft", "solution"})
_OF_NOBODY = frozenset({"the", "any", "such", "these", "those", "confirm", "confirmed", "media", "unconfirmed"})


def is_doubted(p: Parse, clause: Clause) -> bool:
    """True where the words before a clause take back what it tells."""
    before = p.lows[max(0, clause.first - 4) : clause.first]
    if clause.connector == "that" and not _DOUBTING.isdisjoint(before[-3:]):
        return True
    if clause.connector == "that" and before[-1:] and before[-1] in GRAMMAR["hearsay_nouns"]:
        return True
    if clause.kind == "subordinate":
        return _is_only_then(p, clause)
    if clause.kind == "complement":
        return _is_not_said(before) or _is_without_sign(before)
    return clause.kind == "relative" and (_is_of_no_fact(before) or _is_nth_time(p.lows[: clause.first]))


def _is_not_said(before: Sequence[str]) -> bool:
    """True for "this did not mean that ground was lost", "did not confirm that X had fallen".

    Not for "could not confirm rebel claims that X had fallen": somebody says so.
    """
    claimed = len(before) > 1 and before[-1] in LISTS["told"] and before[-2] not in _OF_NOBODY
    return not claimed and not _NEGATIONS.isdisjoint(before) and not _UNSURE.isdisjoint(before)


_SIGNS = frozenset({"sign", "signs", "indication", "indications", "evidence", "proof", "hint", "nothing", "suggestion"})


def _is_without_sign(before: Sequence[str]) -> bool:
    """True for "nothing suggests that", "there was no sign that", "little evidence that"."""
    denied = not _NO_FACT.isdisjoint(before) or "little" in before or "nothing" in before
    return denied and not _SIGNS.isdisjoint(before)


def _is_of_no_fact(before: Sequence[str]) -> bool:
    """True for what is only thought of: "rejected any plan [which left X in their hands]"."""
    return not _NO_FACT.isdisjoint(before[-3:]) or not _ONLY_THOUGHT.isdisjoint(before[-1:])


_THEN = frozenset({"would", "will", "could", "can"})


def _is_only_then(p: Parse, clause: Clause) -> bool:
    """True for a condition: "the war would end only | when they laid down their arms"."""
    before = p.lows[: clause.first]
    return clause.connector in {"when", "after", "once"} and before[-1:] == ["only"] and not _THEN.isdisjoint(before)


def _is_nth_time(before: Sequence[str]) -> bool:
    """True for what was told before and is only counted: "it was the third time in a month | that they blocked a text"."""
    counted = before[:3] in (["it", "was", "the"], ["this", "was", "the"], ["it", "is", "the"], ["this", "is", "the"])
    return counted and "time" in before[4:6] and before[3] in GRAMMAR["ordinals_of_time"]
