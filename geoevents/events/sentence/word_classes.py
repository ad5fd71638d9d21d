"""The class of every word of a sentence, told by closed lists, endings and neighbours: no parser, no model.

One letter a token, joined to a string, so that phrases can be matched by position:
``V`` finite verb, ``A`` auxiliary, ``P`` participle, ``G`` form in -ing, ``I`` infinitive, ``N`` noun or anything else,
``E`` name (capital), ``J`` adjective made of a participle, ``D`` determiner, ``R`` pronoun, ``W`` relative pronoun, ``S``
subordinator, ``C`` conjunction, ``T`` preposition, ``M`` number, ``X`` adverb, ``.`` sign.
"""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = [
    "BE",
    "HAVE",
    "IRREGULAR",
    "PASTS",
    "SAYING",
    "by_means",
    "could_be_verb",
    "is_base",
    "is_time",
    "word_classes",
]

_DATA: dict[str, str] = tomllib.loads(
    files("geoevents.events.sentence").joinpath("word_classes.toml").read_text("utf-8")
)
_LISTS = {name: frozenset(words.split()) for name, words in _DATA.items() if name != "irregular"}
_IRREGULAR = [entry.split() for entry in _DATA["irregular"].split(";") if entry.strip()]
BE, HAVE, SAYING = _LISTS["be"], _LISTS["have"], _LISTS["saying"]
_AUXILIARIES = BE | HAVE | _LISTS["do"] | _LISTS["modals"]
# Base form -> its past and participle.
IRREGULAR = {e[0]: tuple(e[1:]) for e in _IRREGULAR}
_BASES = _LISTS["verbs"] | {e[0] for e in _IRREGULAR}
PASTS = {e[1] for e in _IRREGULAR if len(e) > 2 and e[1] != e[2]}
_PARTICIPLES = {e[2] for e in _IRREGULAR if len(e) > 2 and e[1] != e[2] and e[2] != e[0]}
_LIKE_BASE = {e[2] for e in _IRREGULAR if len(e) > 2 and e[2] == e[0]}
_EITHER = {e[1] for e in _IRREGULAR if len(e) == 2 or e[1] == e[2]}
_CLOSED = {
    **dict.fromkeys(_LISTS["prepositions"], "T"),
    **dict.fromkeys(_LISTS["adverbs"], "X"),
    **dict.fromkeys(_LISTS["subordinators"], "S"),
    **dict.fromkeys(_LISTS["determiners"], "D"),
    **dict.fromkeys(_LISTS["pronouns"], "R"),
    **dict.fromkeys(_LISTS["relatives"], "W"),
    **dict.fromkeys(_LISTS["conjunctions"], "C"),
    **dict.fromkeys(_AUXILIARIES, "A"),
}
_TIME_WORDS = GRAMMAR["between_verb_and_object"] - {"on", "again", "also", "already", "back", "finally"}
_COMPASS = frozenset({"north", "south", "east", "west"})
_NOMINAL = frozenset("NEMJ")
_STOPS = frozenset(".CSW")
_FINITE = frozenset("VA")


def word_classes(tokens: Sequence[Token], verbs: frozenset[str] = frozenset()) -> str:
    """The classes of a sentence's tokens, one letter each; "" for no tokens.

    ``verbs`` are base forms and forms in -s that a codebook asks for besides those known here.
    """
    found: list[str] = []
    for i, token in enumerate(tokens):
        word = token.lower
        if i > 0 and token.text[0].isupper() and tokens[i - 1].text not in _OPENS_SPEECH:
            found.append(_CLOSED.get(word, "E") if word in {"i", "it", "the", "that"} else "E")
            continue
        if (i == 0 or tokens[i - 1].text == "-") and _is_name(tokens, i, word):
            found.append("E")
            continue
        kind = _kind_of(word, verbs)
        found.append(kind if kind in _CLASSES else _in_place(kind, tokens, i, found))
    return "".join(found)


_OPENS_SPEECH = frozenset({"“", '"', ":", "”"})
_CLASSES = frozenset("VAPGINEJDRWSCTMX.")


def is_time(token: Token) -> bool:
    """True for a weekday, month, number or "last": what follows "since" where no clause does."""
    return token.text[0].isdigit() or token.lower in _TIME_WORDS


def is_base(word: str) -> bool:
    """True for a base form that is no past form as well: "meet", not "hit"."""
    return word in _BASES and word not in _EITHER | PASTS


def by_means(tokens: Sequence[Token], i: int) -> bool:
    """True for a "by" that names no doer: "conferred by telephone", "arrived by train"."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in _LISTS["means"]


def could_be_verb(tag: str) -> bool:
    """True for a class under which a word may tell what happens."""
    return tag in "VPGI"


@lru_cache(maxsize=1 << 15)  # the words of a language: few are new in the next article
def _kind_of(word: str, verbs: frozenset[str]) -> str:
    """The class of a word without a capital; for one that its place decides, the name of the question to ask there."""
    if not word[0].isalnum() and word not in {"'s", "’s", "n't", "n’t"}:
        return "hyphen" if word == "-" else "."
    if word[0].isdigit():
        return "M"
    if word in {"that", "since", "may"}:
        return word
    if word in _CLOSED:
        return "D" if word in _DETERMINERS else _CLOSED[word]
    if word in GRAMMAR["number_words"]:
        return "M"
    if word in _LISTS["not_verbs"]:
        return "N"
    return _open(word, verbs)


_DETERMINERS = frozenset({"’s", "'s", "her", "his", "all", "both", "some", "several", "many", "few", "another"})


def _is_name(tokens: Sequence[Token], i: int, word: str) -> bool:
    """True for names that look like small words: "US" and "South Korean" at the head of a sentence, "in" of "Jae-in"."""
    if i == 0:
        after = tokens[1].text if len(tokens) > 1 else ""
        return tokens[0].text == "US" or (word in _COMPASS and tokens[0].text[0].isupper() and after[:1].isupper())
    hyphen = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start
    return hyphen and tokens[i - 1].end == tokens[i].start and tokens[i - 2].text[0].isupper() and word in _CLOSED


def _in_place(kind: str, tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """The class of a word whose place decides."""
    word = tokens[i].lower
    if kind == "past":
        return _past(tokens, i, word, found)
    if kind == "present":
        return _present(tokens, i, word, found)
    if kind == "noun":
        return "V" if _after_relative(tokens, i, found) else "N"
    if kind == "gerund":
        return _gerund(tokens, i, found)
    if kind == "hyphen":
        return "X" if i > 0 and tokens[i - 1].end == tokens[i].start else "."
    if kind == "that":
        return _that(i, found)
    if kind == "since":
        return "X" if found[-1:] == ["A"] else _CLOSED[word]
    return "E" if i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit() else _CLOSED[word]  # "may"


def _that(i: int, found: Sequence[str]) -> str:
    """ "that" after a noun or a saying verb opens a clause; before a noun alone it is a determiner."""
    if i == 0 or found[-1] in "T.":
        return "D" if i == 0 or found[-1] == "T" else "W"
    return "W"


def _open(word: str, verbs: frozenset[str]) -> str:
    """What a word of an open class may be."""
    if word.endswith("ing") and len(word) > 4:
        return "gerund"
    if (word.endswith("ed") and len(word) > 3) or word in _EITHER or word in _PARTICIPLES or word in PASTS:
        return "past"
    if (
        word in _LISTS["third"]
        or word in _LISTS["third_or_noun"]
        or word in _BASES
        or word in verbs
        or (word.endswith("s") and _singular(word) in _BASES)
    ):
        return "present"
    if word.endswith("ly") and len(word) > 4:
        return "X"
    return "noun" if word.endswith("s") and not word.endswith("ss") else "N"


def _after_relative(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for a verb in -s of no list: "which mediates in", "who chairs the"; "which rebels took" has a noun there."""
    after = _CLOSED.get(tokens[i + 1].lower, "") if i + 1 < len(tokens) else ""
    return found[-1:] == ["W"] and after in {"T", "D"}


def _is_third(tokens: Sequence[Token], i: int, found: Sequence[str], tag: str) -> bool:
    """True where a form that is a plural noun too is the verb: after a name, or before an object with no other verb."""
    since = max((k for k in range(i) if found[k] in _STOPS), default=-1) + 1
    if set(found[since:i]) & _FINITE:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    opens = after is not None and (
        _CLOSED.get(after.lower) == "D" or after.text[0].isupper() or after.text[0].isdigit()
    )
    return tag in {"E", "R", "W"} or (tag == "N" and opens)


def _names_next(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "oes")) else word[:-1]


def _before(i: int, found: Sequence[str]) -> int:
    """Number of the word before, adverbs skipped; -1 if none."""
    k = i - 1
    while k >= 0 and found[k] == "X":
        k -= 1
    return k


def _plural_of(tokens: Sequence[Token], k: int) -> bool:
    """True for the end of a phrase such as "ministers of the alliance": its head is a plural."""
    of = next((n for n in range(k - 1, max(0, k - 4), -1) if tokens[n].lower == "of"), 0)
    return of > 0 and tokens[of - 1].lower.endswith("s") and not tokens[of - 1].lower.endswith("ss")


def _gerund(tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """A form in -ing is a noun after a determiner or adjective, else a verb form."""
    before = found[-1] if found else "."
    if before in "DJ" and i > 0:
        return "N"
    if before == "M" and i + 1 < len(tokens) and tokens[i + 1].text[0].isalpha() and tokens[i + 1].lower not in _CLOSED:
        return "J"  # "the eight leading powers"
    if tokens[i].lower in _LISTS["gatherings"] and before == "N" and not tokens[i - 1].lower.endswith("s"):
        return "N" if set(found[max(0, i - 4) : i - 1]) & {"D", "M"} else "G"
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if (after == "of" and before in "N.C") or (i == 0 and after not in _CLOSED):
        return "N"
    return "G"


_FLOATING = frozenset({"each", "both", "all"})
_POINTING = frozenset({"this", "that", "these", "those", "all", "some", "both", "each", "many", "most", "few"})
"""Determiners that stand alone: "this effectively closed the road" has a verb after the adverb."""


def _past(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> str:
    """A past or participle form: finite, part of a verb group, reduced clause or adjective."""
    k = _before(i, found)
    lead = tokens[k].lower if k >= 0 else ""
    if k >= 0 and (found[k] == "A" or lead in {"get", "got", "gets", "getting"}):
        return "I" if lead in _LISTS["modals"] or lead in _LISTS["do"] else "P"
    if k >= 0 and found[k] == "T" and lead == "to":
        return "I" if word in _BASES else "J"
    if found[-1:] == ["D"] and lead in _FLOATING and found[-2:-1] and found[-2] in "NER":
        return "V"  # "X and Y each signed a pact"
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    nominal_next = after is not None and after.text[0].isalpha() and after.lower not in _CLOSED
    graded = k >= 0 and k < i - 1 and found[k] == "M"  # "16 more armoured vehicles", "two badly wounded men"
    attributive = k >= 0 and (found[-1] in "DTJM" or graded or (found[k] == "D" and lead not in _POINTING))
    listed = (
        word.startswith("un") and i > 2 and tokens[i - 1].text == "," and found[i - 3] == "D"
    )  # "a brief, unplanned talk"
    if ((attributive or listed) and nominal_next) or (tokens[i - 1].text == "-" and i > 0 and nominal_next):
        return "J"
    if found and found[-1] == "D":
        return "N"
    if word in PASTS or (word in SAYING and (not found or found[-1] != "X")):
        return "V"
    if word in _PARTICIPLES:
        return "P"
    return "P" if _is_reduced(tokens, i, found) else "V"


def _is_reduced(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for a participle without auxiliary after its noun: "75 drones launched by X", "men killed there were buried"."""
    if tokens[i].lower in _LISTS["never_passive"]:
        return False
    if i + 1 < len(tokens) and tokens[i + 1].lower == "by" and not by_means(tokens, i + 1):
        return not (found and found[-1] == "R")
    if _acts_on_none(tokens, i) and _verb_form_ahead(tokens, i):
        return True
    if not found or found[-1] not in "NEM":
        aside = bool(found) and found[-1] == "." and tokens[i - 1].text == "," and _opens_aside(tokens, i)
        return aside and not _resumes(found)
    for k in range(i - 1, -1, -1):
        if found[k] in _STOPS:
            break
        if found[k] == "V" and tokens[k].lower in SAYING and (_tells(tokens, i) or "P" in found[k + 2 : i]):
            return False
        if found[k] == "V" or (found[k] in "PI" and k > 0 and "A" in found[max(0, k - 3) : k]):
            return not _in_relative(found, k)
    return _finite_ahead(tokens, i)


def _resumes(found: Sequence[str]) -> bool:
    """True where a comma closes "X, who met him in Y," and the verb of X is still to come: ", [called] on Z to help"."""
    opened = next((k for k in range(len(found) - 1, 0, -1) if found[k] == "W"), 0)
    lacking = opened > 1 and found[opened - 1] == "." and _FINITE.isdisjoint(found[:opened])
    return lacking and not _FINITE.isdisjoint(found[opened:]) and "S" not in found[opened:]


_SENT = GRAMMAR["sent_from"]
_HARMED = GRAMMAR["participles_after_nouns"]


def _acts_on_none(tokens: Sequence[Token], i: int) -> bool:
    """True for a verb that needs an object and has none: "shells fired | from across the river", "men killed | in X"."""
    word = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in _SENT:
        return after in {"from", "by", "against", "towards", "toward", "overnight"}
    return word in _HARMED and after in {"in", "by", "at", "near", "during", "over", "on"}


def _verb_form_ahead(tokens: Sequence[Token], i: int) -> bool:
    """True where another past form follows in the stretch, before any sign or joining word."""
    for k in range(i + 2, min(i + 12, len(tokens))):
        word = tokens[k].lower
        if _CLOSED.get(word, "") in {"C", "S", "W", "A"} or not tokens[k].text[0].isalnum():
            return False
        past = (word.endswith("ed") and len(word) > 3) or word in PASTS or word in _EITHER or word in _LIKE_PAST
        if past and tokens[k].text[0].islower() and _CLOSED.get(tokens[k - 1].lower, "N") not in {"D", "T"}:
            return not (k + 1 < len(tokens) and tokens[k + 1].lower == "by")
    return False


_LIKE_PAST = frozenset({"hit", "set", "cut", "put"})


def _tells(tokens: Sequence[Token], i: int) -> bool:
    """True for the verb of what is said without "that": "said its air defences destroyed 36 drones" has an object next."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[0].isalnum() or after.lower in _TIME_WORDS:
        return False
    return _CLOSED.get(after.lower, "D") == "D" and not _finite_ahead(tokens, i)


def _in_relative(found: Sequence[str], verb: int) -> bool:
    """True for the verb of a relative clause whose head still lacks its own: "rockets that hit X [wounded]"."""
    for k in range(verb - 1, -1, -1):
        if found[k] == "W":
            return k > 0 and found[k - 1] != "V" and not set(found[:k]) & _FINITE
        if found[k] in "VS.":
            return False
    return False


def _opens_aside(tokens: Sequence[Token], i: int) -> bool:
    """True for ", killed in the raid," : a preposition follows at once."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in {
        "in",
        "by",
        "at",
        "near",
        "on",
        "from",
        "as",
        "since",
        "after",
    }


def _finite_ahead(tokens: Sequence[Token], i: int) -> bool:
    """True where the verb of the clause is still to come, before any comma or joining word."""
    for k, t in enumerate(tokens[i + 1 : i + 12], start=i + 2):
        tag = "" if t.text == "May" else _CLOSED.get(t.lower, "")
        if tag == "S" and k < len(tokens) and is_time(tokens[k]):
            continue
        if tag in {"C", "S", "W"} or t.lower == "that" or not t.text[0].isalnum():
            return False
        if tokens[k - 2].lower == "to":
            continue  # "ordered X to do everything": no finite verb
        if (tag == "A" and t.text != "May") or t.lower in PASTS:
            return True
    return False


def _present(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> str:
    """A base form or a form in -s: infinitive, finite, or the noun of the same spelling."""
    k = _before(i, found)
    lead, tag = (tokens[k].lower, found[k]) if k >= 0 else ("", "")
    if lead == "to" or lead in _LISTS["modals"] or lead in _LISTS["do"]:
        return "I"
    if word in _LIKE_BASE and lead in HAVE | BE:
        return "P"
    if word in SAYING and tokens[i + 1 : i + 2] and tokens[i + 1].lower == "that":
        return "V"
    if word.endswith("s") and tokens[i + 1 : i + 2] and tokens[i + 1].lower in _AUXILIARIES:
        return "N"  # "that clashes were going on"
    if tag in {"D", "J"} or (tag == "A" and lead not in _LISTS["have"]) or lead in GRAMMAR["before_noun"]:
        return "N"
    if word in _LISTS["third"] and tag in {"N", "E", "R", "W", "."}:
        return "V" if tag != "." or i > 2 else "N"
    if word in _LISTS["third"] and tag == "C" and not _FINITE.isdisjoint(found):
        return "V"  # "was in A and goes to B"
    if word in _LISTS["third_or_noun"] and _is_third(tokens, i, found, tag):
        return "V"
    if lead in {"they", "we", "i", "you", "who", "which", "that", "he", "she", "it"}:
        return "V"
    after = _CLOSED.get(tokens[i + 1].lower, "") if i + 1 < len(tokens) else "."
    plural = (lead.endswith("s") and lead.isalpha()) or (k > 0 and found[k - 1] == "C") or _plural_of(tokens, k)
    agrees = word.endswith("s") != plural
    if word in _LISTS["plural"] and plural and after == "T" and _FINITE.isdisjoint(found):
        return "V"  # "talks resume in X"
    since = max((n for n in range(i) if found[n] in "SW"), default=-1) + 1
    if tag in {"N", "E"} and agrees and _FINITE.isdisjoint(found[since:]):
        placed = (
            plural and after == "T" and word in _BASES and word not in GRAMMAR["also_nouns"]
        )  # "ministers meet in X"
        told = tag == "N" and plural and since and _names_next(tokens, i)  # "demanded that troops leave X"
        return "V" if placed or told or after in {"D", "R", "W", "S"} else "N"
    return "N"
