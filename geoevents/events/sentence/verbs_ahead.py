"""Whether a verb of its own comes after a word that may open a clause, told by the word classes ahead."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.word_lists import LISTS, PASTS, SAYING

__all__ = [
    "has_verb",
    "is_finite",
    "joins_verbs",
    "plain_verb_ahead",
    "speaker_ahead",
    "verb_after_list",
    "verb_after_relative",
    "verb_ahead",
    "verb_of_two_ahead",
]

_REACH = 22  # words within which the verb of a clause is looked for
_ASIDE = 12  # words of an aside between a subject and its verb


def verb_ahead(tags: str, i: int) -> bool:
    """True where a finite verb comes before the next sign or joining word that ends the stretch; an aside is read over."""
    k = i
    while k < min(len(tags), i + _REACH):
        if tags[k] in "VA":
            return True
        if tags[k] in "SW":
            return False
        if tags[k] == "." and k > i:
            k = _after_aside(tags, k)
            if k == 0:
                return False
        k += 1
    return False


def _after_aside(tags: str, comma: int) -> int:
    """The comma that closes an aside right before a verb: "that X, [a village nearby,] had been taken"; 0 if none does."""
    close = tags.find(".", comma + 1, comma + _ASIDE)
    inside = tags[comma + 1 : close]
    done = close > comma + 1 and tags[close + 1 : close + 2] in {"V", "A"} and not set(inside) & set("VASWC")
    return close if done else 0


def has_verb(tags: str, since: int, i: int) -> bool:
    """True where a finite verb or an auxiliary stands in a range of words."""
    return "V" in tags[since:i] or "A" in tags[since:i]


def is_finite(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True for a past form that is no participle ("flew"), or that has an object right behind it ("signed a deal")."""
    return tokens[i].lower in PASTS or tags[i + 1 : i + 2] in {"D", "E", "M", "R"}


def speaker_ahead(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True where a speaker with an aside and a saying verb follow: ", the governor, Oleh Kiper, said"."""
    for k in range(i + 1, min(len(tags), i + _REACH)):
        if tags[k] in "VA":
            listed = tokens[k - 1].text != "," and any(t.text == "," for t in tokens[i:k]) and "C" in tags[i:k]
            return tokens[k].lower in SAYING and not listed  # "A, B and C, in the north, officials said"
        if tags[k] in "SW" or (tags[k] == "." and tokens[k].text not in _WITHIN):
            return False
    return False


_WITHIN = frozenset({",", "(", ")"})  # signs inside a speaker: "the Maritime Safety (MSA) agency and X said"


def plain_verb_ahead(tags: str, i: int) -> bool:
    """True where a noun phrase and then a finite verb follow, with no sign between: ", the governor said"."""
    for k in range(i + 1, min(len(tags), i + _REACH)):
        if tags[k] in "VA":
            return True
        if tags[k] in ".SWC":
            return False
    return False


def verb_after_list(tags: str, i: int) -> bool:
    """True where things joined by "and" are the subject of one verb: "said [21 missiles and two drones] had been", "said
    [18 drones, two missiles and a rocket] were"."""
    joined = 0
    for k in range(i + 1, min(len(tags), i + _REACH)):
        if tags[k] in "VA":
            return joined > 0 and k > joined + 1
        if tags[k] == "C":
            if joined or tags[k + 1 : k + 2] not in _OPENS_THING:
                return False
            joined = k
        elif tags[k] == ".":
            if joined or tags[k + 1 : k + 2] not in _OPENS_THING or tags[k - 1] != "N":
                return False
        elif tags[k] in "SWPG":
            return False
    return False


_OPENS_THING = frozenset("DEMNJ")


def _goes_on_with_place(tags: str, k: int) -> bool:
    """True where a preposition with nothing but a name behind it comes before an auxiliary: "and at X | had been"."""
    if tags[k : k + 1] != "T":
        return False
    end = k + 1
    while end < len(tags) and tags[end] in "DE":
        end += 1
    return end > k + 1 and tags[end : end + 1] == "A"


_BETWEEN = 9  # words from "between" to the "and" of its two


def _closes_between(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True for the "and" of "a truce between X [and] Y took effect": it joins the two and no verbs."""
    for k in range(i - 1, max(-1, i - _BETWEEN), -1):
        if tokens[k].lower == "between":
            return tokens[i].lower == "and"
        if tags[k] in "VAPGISWC.":
            return False
    return False


def verb_of_two_ahead(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """As ``plain_verb_ahead``, read over the "and" of two: "as talks between X [and] Y began"."""
    joined = next((k for k in range(i + 1, min(len(tags), i + _BETWEEN)) if tags[k] == "C"), None)
    past = joined is not None and _closes_between(tokens, tags, joined)
    return plain_verb_ahead(tags, joined if past and joined is not None else i)


def joins_verbs(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """True where "and", "but" joins predicates: a verb follows before the next sign, and does not close a list."""
    if i + 1 >= len(tags) or _closes_between(tokens, tags, i):
        return False
    k = i + 1
    while k < len(tags) and tags[k] == "X":
        k += 1
    if k < len(tags) and tags[k] in "VA":
        return True
    if tags[k : k + 1] == "W":
        return False
    end = k
    while end < len(tags) and (tags[end] == "M" or tokens[end].lower in LISTS["roughly"]):
        end += 1
    if tags[end : end + 1] == "P":
        return "A" in tags[max(0, i - 16) : i]
    if _goes_on_with_place(tags, k):
        return False  # "assaults there and at X had been repelled"
    named = next((n for n in range(k, min(len(tokens), k + 4)) if tokens[n].lower == "what"), None)
    if named is not None and tags[named - 1] == "T":
        return False  # "out of A and B in what it called a regrouping"
    return plain_verb_ahead(tags, k - 1)


def verb_after_relative(tags: str, i: int) -> bool:
    """True for a subject whose relative clause stands before its verb: "said a drone [that came from X] was shot down"."""
    which = next((k for k in range(i + 1, min(len(tags), i + _ASIDE)) if tags[k] not in "DENMRJTX"), len(tags))
    if tags[which : which + 1] != "W":
        return False
    verbs = [k for k in range(which + 1, min(len(tags), i + _REACH)) if tags[k] in "VA" and tags[k - 1] not in "AX"]
    between = tags[verbs[0] : verbs[1]] if len(verbs) > 1 else "."
    return not set(between) & set(".SWC")
