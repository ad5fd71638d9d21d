"""What a noun tells of time: it takes that of the verb beside it, "talks will resume", "calls for talks" (``events.md`` 4.8)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.events.event import Modality
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import FINITE
from geoevents.events.what.content import as_content
from geoevents.events.what.infinitives import PARTICLES, aim_of_noun
from geoevents.events.what.left_undone import is_compared, is_left_undone
from geoevents.events.what.proposed import is_invited_to, is_proposed
from geoevents.events.what.scheduled import is_begun, is_intended, is_opening

__all__ = ["FIXING", "REACH", "UNREAL", "by_noun", "is_fixed_for", "is_on_condition", "is_unheard_of", "words_of"]

_SAYING_PAST = GRAMMAR["saying_in_the_past"]
REACH = 7  # words before a trigger that may negate or soften it
_FUTURE_NOUN = GRAMMAR["future_beside_noun"]
_NO_NOUN = GRAMMAR["noun_not_yet"]


def by_noun(p: Parse, i: int, last: int, clause: Clause, before: Sequence[str]) -> Modality:
    """Nouns take the time of the verb beside them: "talks will resume", "calls for talks"."""
    after = words_of(p, last, min(clause.last, last + 6))
    if "not" in after[1:] and _NOT_HELD.match(" ".join(words_of(p, last, min(clause.last, last + 9)))):
        return "negated"
    around = {*before, *after, *p.lows[i:last]}
    if "next" in around and ("next", "to") in pairwise([*before, *after]):
        around.discard("next")  # a place, not a time
    if ("due", "to") in pairwise(before) and not _is_due_to_do(p, i, clause):
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
    if (after[:1] == ["would"] and is_on_condition(p)) or _is_weighed(p, last, clause) or _is_unreal(p, i, clause):
        return "hypothetical"
    carrier = _carrier(p, i, clause)
    ahead = words_of(p, max(clause.first, carrier - REACH), carrier) if carrier is not None else ()
    if ahead and (is_left_undone(ahead, in_ing=True) or is_unheard_of(ahead)):
        return "hypothetical"  # "to stop them from carrying out a [strike]", "no reports of jets launching [raids]"
    told = as_content(p, i, last, clause) or aim_of_noun(p, i, clause)
    if told is not None:
        return told
    if (
        not around.isdisjoint(_FUTURE_NOUN)
        or after[:1] == ["would"]
        or is_fixed_for(p, last, clause)
        or _is_to(before)
        or _is_to(after)
        or _is_due(p, i, clause)
        or _AHEAD.search(" ".join(before))
        or is_invited_to(p, i, clause)
        or is_proposed(p, i, clause)
        or _is_under_way(p, i, last, clause, before)
        or is_opening(p, last, clause)
        or is_begun(p, i, clause)
        or is_intended(p, i, clause)
    ):
        return "planned"
    return "actual"


# "the promised [evacuations] had not taken place"; not "the [shelling] has not stopped"
_NOT_HELD = re.compile(
    r"(?:(?:from|of|in|at|to|between|with) (?:[\w-]+ ){1,3}?)?(?:ha[sd]|have|did|was|were|is|are) not (?:yet )?"
    r"(?:taken? place|happen|materiali[sz]e|occur|been held|be held|held|beg[iu]n|start(?:ed)?\b(?! by| with))"
)


_GATHERED = frozenset({"convened", "met", "gathered", "assembled", "opened", "began", "hosted", "attended", "joined"})


_PERCEIVED = frozenset({"heard", "seen", "felt"})


_DOUBTED = frozenset(
    {"unlikely", "impossible", "doubtful", "improbable", "inconceivable", "unthinkable",
     "elusive", "distant", "remote", "uncertain"}
)  # fmt: skip


_BESIDE = re.compile(
    r"\b(?:(?:sidelines|margins|fringes) of|rather than|instead of|short of|in (?:the )?(?:case|event) of"
    r"|(?:on|of|at|for|about) (?:ending|stopping|halting))(?: (?:the|a|an|that|this))?$"
    r"|\b(?:warnings?|alerts?) (?:of|about|against)(?: (?:an?|more|further|new))?(?: [\w-]+){0,2}$"  # "after a warning of a big raid"
)


# "ahead of Thursday's summit", "on the eve of talks in X": still to come.
_AHEAD = re.compile(
    r"\b(?:ahead of|in anticipation of|eve of|run-up to|run - up to|preparations? for|preparing for|in time for|hop(?:e|es|ed|ing) for)\b"
)


def _is_due_to_do(p: Parse, i: int, clause: Clause) -> bool:
    """True where "due to" before a noun goes on with a verb: "are due to [hold] talks"; not for "left due to heavy shelling"."""
    return any(
        p.lows[k] == "due" and p.lows[k + 1] == "to" and p.tags[k + 2] == "I" for k in range(clause.first, i - 2)
    )


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


def _is_unreal(p: Parse, i: int, clause: Clause) -> bool:
    """True for what did not come: "such a visit would have set off a [riot]", "could have ended in a [massacre]"."""
    if UNREAL.isdisjoint(p.words):
        return False
    verb = next((k for k in range(i - 1, clause.first, -1) if p.tags[k] in "VPIA"), clause.first)
    first = max(clause.first, verb - _UNREAL_REACH)
    return p.tags[verb] != "A" and any(
        p.lows[k] in UNREAL and "have" in p.lows[k + 1 : min(k + 3, verb)] for k in range(first, verb)
    )


UNREAL = frozenset({"would", "should", "could", "might"})


_UNREAL_REACH = 5  # words from "would" to its participle: "would almost certainly have [set off]"


def _is_due(p: Parse, i: int, clause: Clause) -> bool:
    """True where the first verb of the clause is one to come: "[are to] fire howitzers later this month, in a drill"."""
    first = next((k for k in range(clause.first, i) if p.tags[k] in "AV"), None)
    return first is not None and _is_to([t.lower for t in p.tokens[first : first + 2]])


def _is_to(words: Sequence[str]) -> bool:
    return "to" in words and any(a in {"is", "are", "were", "was"} and b == "to" for a, b in pairwise(words))


def _is_under_way(p: Parse, i: int, last: int, clause: Clause, before: Sequence[str]) -> bool:
    """True for who "is on his [way] to X", or landed elsewhere on it, and not there yet, or "would leave for [talks]"; what
    "is under way" is there."""
    if "way" in p.lows[i:last] and "under" not in p.lows[i:last]:
        words = [*before, p.lows[i]][-4:]
        landed = "V" in p.tags[clause.first : i] and {"was", "were", "been"}.isdisjoint(words)
        return landed or not {"is", "are"}.isdisjoint(words)
    had = "have" in before and not set(p.tags[i - before[::-1].index("have") : i]) <= set("DEJMNX")
    return "would" in before and not had and "if" not in before and not _SAYING_PAST.isdisjoint(p.words)


def is_on_condition(p: Parse) -> bool:
    """True for "would only be held [if] they disarmed"."""
    return "would" in p.words and not {"if", "unless", "provided"}.isdisjoint(p.words)


def is_fixed_for(p: Parse, i: int, clause: Clause) -> bool:
    """True for what is called "for Friday": "an emergency session was called for Tuesday", "convened his council for Friday"."""
    words = p.lows[i : clause.last]
    days = any(a == "for" and b.endswith("day") and b in GRAMMAR["days_to_come"] for a, b in pairwise(words))
    return days and not FIXING.isdisjoint(words)


FIXING = frozenset({"called", "convened", "summoned", "scheduled", "fixed", "set", "announced", "invited"})


def is_unheard_of(before: Sequence[str]) -> bool:
    """True for "no fresh reports of [clashes]", "no immediate sign of a [withdrawal]", "no reports of rebels [shelling]"."""
    of = next((k for k in range(len(before) - 1, 0, -1) if before[k] in {"of", "on", "from", "about"}), 0)
    return of > 0 and before[of - 1] in GRAMMAR["word_of"] and "no" in before[max(0, of - 4) : of - 1]


def words_of(p: Parse, first: int, last: int) -> Sequence[str]:
    """The lower-case words of a range; the month of May is no "may"."""
    words = p.lows[first:last]
    return [t.text if t.text == "May" else t.lower for t in p.tokens[first:last]] if "may" in words else words
