"""Whether a past form behind its noun opens a clause without auxiliary: "75 drones [launched] by X were downed"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.past_ahead import (
    acts_on_none,
    finite_ahead,
    is_past,
    opens_aside,
    opens_object,
    verb_form_ahead,
)
from geoevents.events.sentence.word_lists import CLOSED, FINITE, LISTS, SAYING, STOPS, TIME_WORDS, by_means

__all__ = ["is_reduced"]


def is_reduced(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for a participle without auxiliary after its noun: "75 drones launched by X", "men killed there were buried"."""
    acts = i + 1 < len(tokens) and tokens[i + 1].lower == "what" and FINITE.isdisjoint(found)
    if acts or tokens[i].lower in LISTS["never_passive"]:
        return False  # "the army [shelled] what it said were rebel positions"
    if i + 1 < len(tokens) and tokens[i + 1].lower == "by" and not by_means(tokens, i + 1):
        return not (found and found[-1] == "R")
    if _is_verb_of_relative(i, found):
        return False
    if tokens[0].lower == "of" and found[1:2] == ["M"] and FINITE.isdisjoint(found) and "." not in found:
        return True  # "Of 48 drones [shot] down in the night, 20 fell in X"
    if (
        _is_counted(tokens, i, found)
        or _is_absolute(tokens, i, found)
        or (acts_on_none(tokens, i) and verb_form_ahead(tokens, i))
    ):
        return True
    if _gives_way(tokens, i, found) or _is_aimed(tokens, i, found):
        return True
    if not found or found[-1] not in "NEM":
        aside = bool(found) and found[-1] == "." and tokens[i - 1].text == "," and opens_aside(tokens, i)
        aside = aside and not _is_behind_speaker(tokens, i, found)
        return aside and not _resumes(found) and not _lacks_verb(tokens, i, found)
    for k in range(i - 1, -1, -1):
        if found[k] in STOPS:
            break
        if found[k] == "V" and tokens[k].lower in SAYING and (_tells(tokens, i) or "P" in found[k + 2 : i]):
            return False
        if found[k] == "V" and tokens[k].lower in LISTS["only_says"] and not finite_ahead(tokens, i):
            return False  # "said thousands of people [protested] in X": no other verb comes
        if found[k] == "V" or (found[k] in "PI" and k > 0 and "A" in found[max(0, k - 3) : k]):
            return not _in_relative(found, k)
    return finite_ahead(tokens, i)


def _is_counted(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True behind a list of things that somebody counts: "the air force reported 102 missiles and 99 drones | [downed]"."""
    if tokens[i].lower not in GRAMMAR["stopped"]:
        return False
    k = len(found) - 1
    while k > 0 and found[k] in "NEJMXC":
        k -= 1
    listed = "C" in found[k + 1 :] and found[k + 1 : k + 2] == ["M"]
    return listed and found[k] == "V" and (tokens[k].lower in SAYING or tokens[k].lower in GRAMMAR["recorded"])


def _is_verb_of_relative(i: int, found: Sequence[str]) -> bool:
    """True for the verb of a relative clause with a subject of its own: "drones that Russia [launched] overnight were downed"."""
    k = i - 1
    while k > 0 and found[k] in "NEDJMR":
        k -= 1
    return 0 < k < i - 1 and found[k] == "W" and found[k - 1] in "NE"


_WITHIN = frozenset("NEMJDX")


def _is_absolute(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "…, with 26 [downed] over X" and "…, some of them [hit] near X", which add to a clause with a verb of its own."""
    k = i - 1
    if k > 1 and tokens[k].lower in {"them", "which", "whom"} and tokens[k - 1].lower == "of":
        if tokens[k].lower != "them" and opens_object(tokens, i + 1):
            return False  # "40 drones, three of which [hit] a depot"
        return not FINITE.isdisjoint(found[: k - 1]) and "W" not in found[k - 4 : k]
    while k >= 0 and found[k] in _WITHIN:
        k -= 1
    return k < i - 1 and k >= 0 and tokens[k].lower == "with" and (k == 0 or tokens[k - 1].text == ",")


def _is_behind_speaker(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for the verb behind a speaker set in between: "the rebels, he said, [fired] at X"."""
    if i < 4 or tokens[i - 2].lower not in SAYING:
        return False
    comma = next((k for k in range(i - 3, max(0, i - 8), -1) if tokens[k].text == ","), None)
    return comma is not None and FINITE.isdisjoint(found[:comma])


def _resumes(found: Sequence[str]) -> bool:
    """True where a comma closes "X, who met him in Y," and the verb of X is still to come: ", [called] on Z to help"."""
    opened = next((k for k in range(len(found) - 1, 0, -1) if found[k] == "W"), 0)
    lacking = opened > 1 and found[opened - 1] == "." and FINITE.isdisjoint(found[:opened])
    return lacking and not FINITE.isdisjoint(found[opened:]) and "S" not in found[opened:]


def _lacks_verb(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for the one verb of a sentence behind a comma: "A depot in X, in the south, [burned] after a raid, he said"."""
    if not FINITE.isdisjoint(found) or "S" in found or "W" in found or found[0] == "T":
        return False
    close = next((k for k in range(i + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
    if close + 1 >= len(tokens):
        return True
    then = tokens[close + 1].lower
    return CLOSED.get(then) != "A" and not is_past(then) and ("," in [t.text for t in tokens[: i - 1]])


_NAMING = frozenset({"called", "named", "known", "dubbed", "nicknamed", "codenamed", "said", "told"})


def _is_aimed(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True in "launched a missile and drone attack [aimed] at X"."""
    told = tokens[i].lower == "aimed" and found[-1:] == ["N"] and tokens[i - 1].lower in GRAMMAR["nouns_of_attack"]
    return told and not FINITE.isdisjoint(found)


def _gives_way(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for a participle behind its noun where the next past form has an object: "a bomb [left] in a bag killed six people"."""
    if not found or found[-1] not in "NE" or "V" in found or i + 2 >= len(tokens):
        return False
    if CLOSED.get(tokens[i + 1].lower) != "T" or tokens[i].lower in SAYING:
        return False
    for k in range(i + 2, min(i + 12, len(tokens) - 1)):
        word = tokens[k].lower
        if CLOSED.get(word, "") in {"C", "S", "W", "A"} or not tokens[k].text[0].isalnum():
            return False
        if is_past(word) and tokens[k].text[0].islower() and CLOSED.get(tokens[k - 1].lower, "N") not in {"D", "T"}:
            return word not in _NAMING and opens_object(tokens, k + 1)
    return False


def _tells(tokens: Sequence[Token], i: int) -> bool:
    """True for the verb of what is said without "that": "said its air defences destroyed 36 drones" has an object next."""
    at = (
        i + 2 if tokens[i + 1 : i + 2] and tokens[i + 1].lower in _PARTICLES else i + 1
    )  # "said its men shot | down two jets"
    after = tokens[at] if at < len(tokens) else None
    if after is None or not after.text[0].isalnum() or after.lower in TIME_WORDS:
        return False
    return CLOSED.get(after.lower, "D") == "D" and not finite_ahead(tokens, i)


_PARTICLES = frozenset({"down", "up", "out", "back", "away"})


def _in_relative(found: Sequence[str], verb: int) -> bool:
    """True for the verb of a relative clause whose head still lacks its own: "rockets that hit X [wounded]"."""
    for k in range(verb - 1, -1, -1):
        if found[k] == "W":
            return k > 0 and found[k - 1] != "V" and not set(found[:k]) & FINITE
        if found[k] in "VS.":
            return False
    return False
