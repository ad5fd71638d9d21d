"""The class of a present form in its place: infinitive, finite verb, or the noun of the same spelling."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.past_ahead import is_past
from geoevents.events.sentence.past_forms import before_adverbs
from geoevents.events.sentence.word_lists import (
    AUXILIARIES,
    BASES,
    BE,
    CLOSED,
    EITHER,
    FINITE,
    HAVE,
    LIKE_BASE,
    LISTS,
    PARTICIPLES,
    PASTS,
    SAYING,
    STOPS,
)

__all__ = ["is_answered", "present_class"]


def _is_third(tokens: Sequence[Token], i: int, found: Sequence[str], tag: str) -> bool:
    """True where a form that is a plural noun too is the verb: after a name, or before an object with no other verb."""
    since = max((k for k in range(i) if found[k] in STOPS), default=-1) + 1
    if set(found[since:i]) & FINITE:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    opens = after is not None and (CLOSED.get(after.lower) == "D" or after.text[0].isupper() or after.text[0].isdigit())
    return tag in {"E", "R", "W"} or (tag == "N" and opens)


def _by_neighbours(tokens: Sequence[Token], i: int, word: str, found: Sequence[str], tag: str) -> str | None:
    """The class that the words beside a present form settle; None if they do not."""
    if word == "last" and tag in {"R", "N", "E", "W", "A"} and _past_next(tokens, i):
        return "X"  # "he last received X in May"
    if tag == "." and _ends_aside(tokens, i, word, found):
        return "V"
    that = i + 1 < len(tokens) and tokens[i + 1].lower == "that"
    if that and word in LISTS["holding"] and tag in {"N", "E"} and FINITE.isdisjoint(found[_stretch(found) :]):
        return "V"  # "officials in X fear that"
    return None


def _stretch(found: Sequence[str]) -> int:
    """Where the stretch of words since the last sign or joining word begins."""
    return max((k for k, tag in enumerate(found) if tag in STOPS), default=-1) + 1


def _past_next(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return (after.endswith("ed") or after in EITHER or after in PASTS or after in PARTICIPLES) and after != "last"


_ASIDE = 9  # words of an aside between a subject and its verb


def _ends_aside(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> bool:
    """True for the verb behind an aside: "X, who heads the agency, [plans] to", "ministers, X among them, [meet] in Y"."""
    comma = next((k for k in range(i - 2, max(0, i - 2 - _ASIDE), -1) if tokens[k].text == ","), 0)
    if tokens[i - 1].text != "," or comma < 1 or i + 1 >= len(tokens) or not FINITE.isdisjoint(found[:comma]):
        return False
    after, head = tokens[i + 1].lower, tokens[comma - 1].lower
    if word in LISTS["intends"]:
        return after == "to" and found[comma - 1] in "NE"
    meets = word in LISTS["plural"] and head.endswith("s") and found[comma - 1] == "N"
    return meets and CLOSED.get(after) == "T" and FINITE.isdisjoint(found[comma:i])


def _names_next(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()


def _plural_of(tokens: Sequence[Token], k: int) -> bool:
    """True for the end of a phrase such as "ministers of the alliance": its head is a plural."""
    of = next((n for n in range(k - 1, max(0, k - 4), -1) if tokens[n].lower == "of"), 0)
    return of > 0 and tokens[of - 1].lower.endswith("s") and not tokens[of - 1].lower.endswith("ss")


def _is_joined(found: Sequence[str], k: int) -> bool:
    """True for the end of two subjects: "Trump and [Putin] meet in", "Ana Costa and [Ivo Lim] arrive in"."""
    while k > 1 and found[k] in "EX" and found[k - 1] in "EX":
        k -= 1
    return k > 0 and found[k - 1] == "C"


def _behind_colon(tokens: Sequence[Token], i: int) -> int:
    """Where the words after the last colon before a word begin: "the plan is clear: the two [meet] in X"."""
    return max((k + 1 for k in range(i) if tokens[k].text == ":"), default=0)


def is_answered(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for what a verb of answering acts on: "rejected Russian [claims] that", "could not confirm rebel [reports] that"."""
    k = next((n for n in range(i - 1, -1, -1) if found[n] in "VIPG" or tokens[n].lower in LISTS["answering"]), None)
    return k is not None and tokens[k].lower in LISTS["answering"] and set(found[k + 1 : i]) <= set("NEJD")


def _opened(tokens: Sequence[Token], i: int, found: Sequence[str]) -> int:
    """Where the clause of a word opens: behind a joining word or a verb of saying ("[says] its soldiers hold the town"); 0 for none."""
    for k in range(i - 1, -1, -1):
        if found[k] in "SW" or (found[k] == "V" and tokens[k].lower in SAYING):
            return k + 1
    return 0


def _is_no_base(word: str) -> bool:
    """True for a form in -s, which is no infinitive: "pushed on to [buses]", "in answer to [strikes]"; not for "to discuss"."""
    return word.endswith("s") and word not in BASES and not word.endswith(("ss", "us", "as", "is"))


def present_class(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> str:
    """A base form or a form in -s: infinitive, finite, or the noun of the same spelling."""
    k = before_adverbs(i, found)
    lead, tag = (tokens[k].lower, found[k]) if k >= 0 else ("", "")
    if lead == "to" or lead in LISTS["modals"] or lead in LISTS["do"]:
        return "N" if lead == "to" and _is_no_base(word) else "I"
    if word in LIKE_BASE and (lead in HAVE or lead in BE):
        return "P"
    if (settled := _by_neighbours(tokens, i, word, found, tag)) is not None:
        return settled
    if word in SAYING and tokens[i + 1 : i + 2] and tokens[i + 1].lower == "that":
        return "N" if is_answered(tokens, i, found) else "V"
    after = next_word = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    supply = (
        lead == "that"
        and CLOSED.get(after) is None
        and [t.lower in AUXILIARIES for t in tokens[i + 2 : i + 3]] == [True]
    )
    if supply or (word.endswith("s") and (after in AUXILIARIES or (lead == "that" and is_past(after)))):
        return "N"  # "that power supply has been", "that clashes were going on", "that shells fell on a market"
    if (
        tag in {"D", "J"}
        or (tag == "A" and lead not in LISTS["have"])
        or (lead in GRAMMAR["before_noun"] and found[k - 1 : k] != ["T"])
    ):
        return "N"
    if word in LISTS["third"] and tag in {"N", "E", "R", "W", "."}:
        return "V" if tag != "." or i > 2 else "N"
    if word in LISTS["third"] and tag == "C" and not FINITE.isdisjoint(found):
        return "V"  # "was in A and goes to B"
    if word in LISTS["third_or_noun"] and _is_third(tokens, i, found, tag):
        return "V"
    if lead in {"they", "we", "i", "you", "who", "which", "that", "he", "she", "it"}:
        return "V"
    after = CLOSED.get(after, "") if after != "." else "."
    plural = (lead.endswith("s") and lead.isalpha()) or _is_joined(found, k) or _plural_of(tokens, k)
    agrees = word.endswith("s") != plural
    if word in LISTS["plural"] and plural and after == "T" and FINITE.isdisjoint(found[_behind_colon(tokens, i) :]):
        return "V"  # "talks resume in X"
    if tag in {"N", "E"} and agrees and FINITE.isdisjoint(found[(since := _opened(tokens, i, found)) :]):
        placed = (
            plural and after == "T" and word in BASES and word not in GRAMMAR["also_nouns"]
        )  # "ministers meet in X"
        led = since or tokens[i - 1].lower in {"now", "still", "already"} or word in LISTS["possessing"]
        told = (
            tag == "N" and plural and led and (_names_next(tokens, i))
        )  # "demanded that troops leave X", "troops now control X"
        measured = plural and next_word in GRAMMAR["opens_share"]  # "rebels hold most of X, residents said"
        return "V" if placed or told or measured or after in {"D", "R", "W", "S"} else "N"
    return "N"
