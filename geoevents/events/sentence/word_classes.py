"""The class of every word of a sentence, told by closed lists, endings and neighbours: no parser, no model.

One letter a token, joined to a string, so that phrases can be matched by position:
``V`` finite verb, ``A`` auxiliary, ``P`` participle, ``G`` form in -ing, ``I`` infinitive, ``N`` noun or anything else,
``E`` name (capital), ``J`` adjective made of a participle, ``D`` determiner, ``R`` pronoun, ``W`` relative pronoun, ``S``
subordinator, ``C`` conjunction, ``T`` preposition, ``M`` number, ``X`` adverb, ``.`` sign.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from geoevents.articles.calendar_words import MONTHS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.headlines import headline_verb
from geoevents.events.sentence.past_ahead import does_harm
from geoevents.events.sentence.past_forms import past_class
from geoevents.events.sentence.present_forms import present_class
from geoevents.events.sentence.word_lists import AUXILIARIES, CLOSED, LISTS, SAYING, kind_of

__all__ = ["could_be_verb", "in_small", "word_classes"]

_COMPASS = frozenset({"north", "south", "east", "west"})


def word_classes(tokens: Sequence[Token], verbs: frozenset[str] = frozenset()) -> str:
    """The classes of a sentence's tokens, one letter each; "" for no tokens.

    ``verbs`` are base forms and forms in -s that a codebook asks for besides those known here.
    """
    found: list[str] = []
    before, kinds = "-", _kinds(verbs)
    for i, (_, _, text, word) in enumerate(tokens):
        if text[0].isupper() and i and before not in _OPENS_SPEECH:
            kind = CLOSED.get(word, "E") if word in {"i", "it", "the", "that"} else "E"
        elif before == "-" and _is_name(tokens, i, word):
            kind = "E"
        else:
            kind = kinds[word]
            if kind == "phrase":
                kind = _by_phrase(tokens, i, word, found) or kind_of(word, verbs)
            if kind not in _CLASSES:
                kind = _in_place(kind, tokens, i, found)
        found.append(kind)
        before = text
    told = headline_verb(tokens, found, verbs)
    if told is not None:
        found[told] = "V"
    return "".join(found)


_LOWER = attrgetter("lower")
_GROUP = "isis"  # "three IS fighters attacked": the group, whose name is no verb


def in_small(tokens: Sequence[Token], tags: str) -> list[str]:
    """The words of a sentence in small letters; "IS" where it is a name by its other one."""
    lows = list(map(_LOWER, tokens))
    if "is" not in lows:
        return lows
    return [_GROUP if t.text == "IS" and tag == "E" else t.lower for t, tag in zip(tokens, tags, strict=True)]


_OPENS_SPEECH = frozenset({"“", '"', ":", "”"})
_CLASSES = frozenset("VAPGINEJDRWSCTMX.")


_BEFORE_TO = frozenset({"due", "thanks", "owing"})
_BEHIND_PARTICIPLE = frozenset({"of", "by", "as", "for"})  # "a general once accused of torture"
_AS_MANY = frozenset({"many", "few", "much", "little"})
_IN_PHRASES = _COMPASS | _AS_MANY | {"most", "time", "yet", "as", "once"} | _BEFORE_TO
_REMEMBERED = 1 << 15  # the words of a language: few are new in the next article


class _Kinds(dict[str, str]):
    """What words may be wherever they stand, for some verbs; "phrase" for those that a phrase may decide."""

    def __init__(self, verbs: frozenset[str]) -> None:
        self._verbs = verbs

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        kind = self[word] = "phrase" if word in _IN_PHRASES else kind_of(word, self._verbs)
        return kind


@lru_cache(maxsize=8)  # codebooks
def _kinds(verbs: frozenset[str]) -> _Kinds:
    return _Kinds(verbs)


_RESULTS = frozenset({"result", "consequence", "precaution"})


def _by_phrase(tokens: Sequence[Token], i: int, word: str, found: list[str]) -> str:
    """The class that a phrase gives to one of its words, and to those before it; "" for none."""
    if word == "most":
        return "R" if i + 1 < len(tokens) and tokens[i + 1].lower in AUXILIARIES else ""  # "Most were intercepted"
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in _BEFORE_TO:
        return "T" if i == 0 and after == "to" else ""  # "Due to the raid, two houses were lost"
    if word == "once":
        behind = tokens[i + 2].lower if i + 2 < len(tokens) else ""
        described = (
            found[-1:] in (["N"], ["E"]) and kind_of(after, frozenset()) == "past" and behind in _BEHIND_PARTICIPLE
        )
        return "X" if described or after in {"again", "more"} else ""
    if word == "as" and after == "a" and tokens[i + 2 : i + 3] and tokens[i + 2].lower in _RESULTS:
        return "T"  # "As a result of the raid, a house was hit"
    if word == "as" or word in _AS_MANY:
        first = i - 1 if word != "as" else i
        return "X" if _is_amount(tokens, first) or (word == "as" and _is_amount(tokens, i - 2)) else ""
    if word == "yet":
        return "X" if i > 0 and tokens[i - 1].lower in {"not", "n't", "n’t", "as", "have", "has", "had"} else ""
    if word in _COMPASS:
        return "N" if found[-1:] == ["D"] else ""  # "shelled the south of the city"
    if found[-3:] == ["T", "D", "X"] and tokens[i - 3].lower == "for":
        found[-3:] = "XXX"  # "had [for the first time] shot down"
    return "X" if found[-3:] == ["X", "X", "X"] else ""


def _is_amount(tokens: Sequence[Token], i: int) -> bool:
    """True for the first word of "[as] many as 16 shells"."""
    if i < 0 or i + 3 >= len(tokens) or tokens[i].lower != "as" or tokens[i + 2].lower != "as":
        return False
    number = tokens[i + 3]
    return tokens[i + 1].lower in _AS_MANY and (number.text[0].isdigit() or number.lower in GRAMMAR["number_words"])


def could_be_verb(tag: str) -> bool:
    """True for a class under which a word may tell what happens."""
    return tag in "VPGI"


def _is_name(tokens: Sequence[Token], i: int, word: str) -> bool:
    """True for names that look like small words: "US" and "South Korean" at the head of a sentence, "in" of "Jae-in"."""
    if i == 0:
        after = tokens[1].text if len(tokens) > 1 else ""
        return tokens[0].text in {"US", "IS"} or (
            word in _COMPASS and tokens[0].text[0].isupper() and after[:1].isupper()
        )
    hyphen = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start
    return hyphen and tokens[i - 1].end == tokens[i].start and tokens[i - 2].text[0].isupper() and word in CLOSED


def _in_place(kind: str, tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """The class of a word whose place decides."""
    word = tokens[i].lower
    if kind == "past":
        return past_class(tokens, i, word, found)
    if kind == "present":
        return present_class(tokens, i, word, found)
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


def _gerund(tokens: Sequence[Token], i: int, found: Sequence[str]) -> str:
    """A form in -ing is a noun after a determiner or adjective, else a verb form."""
    before = found[-1] if found else "."
    if before in "DJ" and i > 0:
        return "N"
    if before in "EN" and i > 0 and tokens[i - 1].text[0].isupper() and does_harm(tokens, i):
        return "N"  # "Russian shelling killed two"
    if found[-2:] == ["D", "N"] and tokens[i - 1].lower.endswith(("est", "worst")):
        return "N"  # "the heaviest fighting"
    if before == "M" and i + 1 < len(tokens) and tokens[i + 1].text[0].isalpha() and tokens[i + 1].lower not in CLOSED:
        return "J"  # "the eight leading powers"
    if tokens[i].lower in LISTS["gatherings"] and before == "N" and not tokens[i - 1].lower.endswith("s"):
        return "N" if set(found[max(0, i - 4) : i - 1]) & {"D", "M"} else "G"
    if before == "E" and tokens[i].lower == "crossing" and _is_at_a_name(tokens, i, found):
        return "N"
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if after in LISTS["kinds_of_ship"]:
        return "N"  # "a large landing ship"
    if (after == "of" and before in "N.CTE" and (i == 0 or tokens[i - 1].lower != "by")) or (
        i == 0 and after not in CLOSED
    ):
        return "N"
    return "G"


_AT = frozenset({"at", "near", "through", "via", "to", "from", "around", "outside"})


def _is_at_a_name(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "queued at the Verkhny Lars [crossing] into X": a preposition, "the" and a name stand before it."""
    k = i - 1
    while k > 1 and found[k] == "E":
        k -= 1
    return k > 0 and found[k] == "D" and tokens[k - 1].lower in _AT
