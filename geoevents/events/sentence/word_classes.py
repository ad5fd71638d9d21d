"""The class of every word of a sentence, told by closed lists, endings and neighbours: no parser, no model.

One letter a token, joined to a string, so that phrases can be matched by position:
``V`` finite verb, ``A`` auxiliary, ``P`` participle, ``G`` form in -ing, ``I`` infinitive, ``N`` noun or anything else,
``E`` name (capital), ``J`` adjective made of a participle, ``D`` determiner, ``R`` pronoun, ``W`` relative pronoun, ``S``
subordinator, ``C`` conjunction, ``T`` preposition, ``M`` number, ``X`` adverb, ``.`` sign.
"""

from collections.abc import Sequence

from geoevents.articles.calendar_words import MONTHS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.headlines import headline_verb
from geoevents.events.sentence.past_ahead import is_past
from geoevents.events.sentence.past_forms import before_adverbs, past_class
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
    kind_of,
)

__all__ = ["could_be_verb", "is_answered", "word_classes"]

_COMPASS = frozenset({"north", "south", "east", "west"})


def word_classes(tokens: Sequence[Token], verbs: frozenset[str] = frozenset()) -> str:
    """The classes of a sentence's tokens, one letter each; "" for no tokens.

    ``verbs`` are base forms and forms in -s that a codebook asks for besides those known here.
    """
    found: list[str] = []
    before = "-"
    for i, (_, _, text, word) in enumerate(tokens):
        if i > 0 and text[0].isupper() and before not in _OPENS_SPEECH:
            kind = CLOSED.get(word, "E") if word in {"i", "it", "the", "that"} else "E"
        elif before == "-" and _is_name(tokens, i, word):
            kind = "E"
        else:
            kind = _by_phrase(tokens, i, word, found) if word in _IN_PHRASES else ""
            kind = kind or kind_of(word, verbs)
        found.append(kind if kind in _CLASSES else _in_place(kind, tokens, i, found))
        before = text
    told = headline_verb(tokens, found, verbs)
    if told is not None:
        found[told] = "V"
    return "".join(found)


_OPENS_SPEECH = frozenset({"“", '"', ":", "”"})
_CLASSES = frozenset("VAPGINEJDRWSCTMX.")


_IN_PHRASES = _COMPASS | {"most", "time"}


def _by_phrase(tokens: Sequence[Token], i: int, word: str, found: list[str]) -> str:
    """The class that a phrase gives to one of its words, and to those before it; "" for none."""
    if word == "most":
        return "R" if i + 1 < len(tokens) and tokens[i + 1].lower in AUXILIARIES else ""  # "Most were intercepted"
    if word in _COMPASS:
        return "N" if found[-1:] == ["D"] else ""  # "shelled the south of the city"
    if found[-3:] == ["T", "D", "X"] and tokens[i - 3].lower == "for":
        found[-3:] = "XXX"  # "had [for the first time] shot down"
    return "X" if found[-3:] == ["X", "X", "X"] else ""


def could_be_verb(tag: str) -> bool:
    """True for a class under which a word may tell what happens."""
    return tag in "VPGI"


def _is_name(tokens: Sequence[Token], i: int, word: str) -> bool:
    """True for names that look like small words: "US" and "South Korean" at the head of a sentence, "in" of "Jae-in"."""
    if i == 0:
        after = tokens[1].text if len(tokens) > 1 else ""
        return tokens[0].text == "US" or (word in _COMPASS and tokens[0].text[0].isupper() and after[:1].isupper())
    hyphen = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start
    return hyphen and tokens[i - 1].end == tokens[i].start and tokens[i - 2].text[0].isupper() and word in CLOSED


def _in_place(kind: str, tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """The class of a word whose place decides."""
    word = tokens[i].lower
    if kind == "past":
        return past_class(tokens, i, word, found)
    if kind == "present":
        return _present(tokens, i, word, found)
    if kind == "noun":
        return "V" if _after_relative(tokens, i, found) else "N"
    if kind == "gerund":
        return _gerund(tokens, i, found)
    if kind == "hyphen":
        return "X" if i > 0 and tokens[i - 1].end == tokens[i].start else "."
    if kind == "that":
        return "D" if _points(tokens, i, found) or _names_a_time(tokens, i) else _that(i, found)
    if kind == "since":
        return "X" if found[-1:] == ["A"] else CLOSED[word]
    return "E" if i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit() else CLOSED[word]  # "may"


_TIMES = frozenset({*MONTHS, *LISTS["times_pointed_at"]})


def _names_a_time(tokens: Sequence[Token], i: int) -> bool:
    """True for "freed [that] September", "the same day, [that] night": no clause opens."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in _TIMES


def _that(i: int, found: Sequence[str]) -> str:
    """ "that" after a noun or a saying verb opens a clause; before a noun alone it is a determiner."""
    if i == 0 or found[-1] in "T.":
        return "D" if i == 0 or found[-1] == "T" else "W"
    return "W"


_PLACES = frozenset(GRAMMAR["places_pointed_at"])


def _points(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "attacked [that] town on Saturday": a place that a verb of no saying acts on, with no verb behind it."""
    if found[-1:] not in (["V"], ["P"], ["G"], ["I"]) or tokens[i - 1].lower in SAYING or i + 2 >= len(tokens):
        return False
    after = tokens[i + 2]
    closed = not after.text[0].isalnum() or CLOSED.get(after.lower, "") in {"T", "C", "S"}
    return tokens[i + 1].lower in _PLACES and closed


def _after_relative(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for a verb in -s of no list: "which mediates in", "who chairs the"; "which rebels took" has a noun there."""
    then = tokens[i + 1].lower if i + 1 < len(tokens) else "of"
    return found[-1:] == ["W"] and then != "of" and CLOSED.get(then, "") in {"T", "D"}  # "that thousands of people"


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


def _parts_next(tokens: Sequence[Token], i: int) -> bool:
    """True before a share of a place: "half of X", "parts of the city"."""
    share = [t.lower for t in tokens[i + 1 : i + 3]]
    return len(share) > 1 and share[0] in LISTS["parts_held"] and share[1] == "of"


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


def _gerund(tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """A form in -ing is a noun after a determiner or adjective, else a verb form."""
    before = found[-1] if found else "."
    if before in "DJ" and i > 0:
        return "N"
    if found[-2:] == ["D", "N"] and tokens[i - 1].lower.endswith(("est", "worst")):
        return "N"  # "the heaviest fighting"
    if before == "M" and i + 1 < len(tokens) and tokens[i + 1].text[0].isalpha() and tokens[i + 1].lower not in CLOSED:
        return "J"  # "the eight leading powers"
    if tokens[i].lower in LISTS["gatherings"] and before == "N" and not tokens[i - 1].lower.endswith("s"):
        return "N" if set(found[max(0, i - 4) : i - 1]) & {"D", "M"} else "G"
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if after in LISTS["kinds_of_ship"]:
        return "N"  # "a large landing ship"
    if (after == "of" and before in "N.CTE" and (i == 0 or tokens[i - 1].lower != "by")) or (
        i == 0 and after not in CLOSED
    ):
        return "N"
    return "G"


def is_answered(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for what a verb of answering acts on: "rejected Russian [claims] that", "could not confirm rebel [reports] that"."""
    k = next((n for n in range(i - 1, -1, -1) if found[n] in "VIPG" or tokens[n].lower in LISTS["answering"]), None)
    return k is not None and tokens[k].lower in LISTS["answering"] and set(found[k + 1 : i]) <= set("NEJD")


def _says(tokens: Sequence[Token], k: int, found: Sequence[str]) -> bool:
    """True for a verb of saying behind which a clause may open without "that": "[says] its soldiers hold the town"."""
    return found[k] == "V" and tokens[k].lower in SAYING


def _is_no_base(word: str) -> bool:
    """True for a form in -s, which is no infinitive: "pushed on to [buses]", "in answer to [strikes]"; not for "to discuss"."""
    return word.endswith("s") and word not in BASES and not word.endswith(("ss", "us", "as", "is"))


def _present(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> str:
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
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if word.endswith("s") and (after in AUXILIARIES or (lead == "that" and is_past(after))):
        return "N"  # "that clashes were going on", "that shells fell on a market"
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
    since = max((n for n in range(i) if found[n] in "SW" or _says(tokens, n, found)), default=-1) + 1
    if tag in {"N", "E"} and agrees and FINITE.isdisjoint(found[since:]):
        placed = (
            plural and after == "T" and word in BASES and word not in GRAMMAR["also_nouns"]
        )  # "ministers meet in X"
        led = since or tokens[i - 1].lower in {"now", "still", "already"} or word in LISTS["possessing"]
        told = (
            tag == "N" and plural and led and (_names_next(tokens, i) or _parts_next(tokens, i))
        )  # "demanded that troops leave X", "troops now control X", "rebels hold most of X, residents said"
        measured = plural and tokens[i + 1].lower in GRAMMAR["opens_share"]
        return "V" if placed or told or measured or after in {"D", "R", "W", "S"} else "N"
    return "N"
