"""What a word may be wherever it stands: its class from closed lists and endings, or what its place must decide."""

from collections.abc import Sequence
from functools import lru_cache

from geoevents.articles.calendar_words import MONTH_WORDS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.words import data_of, sets_of

__all__ = [
    "AUXILIARIES", "BASES", "BE", "CLOSED", "EITHER", "FINITE", "HAVE", "IRREGULAR", "LIKE_BASE", "LISTS", "PARTICIPLES",
    "PASTS", "SAYING", "STOPS", "TIME_WORDS", "by_means", "is_base", "is_how_many", "is_of_day", "is_time", "is_year", "kind_of",
]  # fmt: skip

_FILE = "geoevents.events.sentence", "word_classes.toml"
LISTS = sets_of(*_FILE)
_IRREGULAR = [entry.split() for entry in data_of(*_FILE)["irregular"].split(";") if entry.strip()]
BE, HAVE, SAYING = LISTS["be"], LISTS["have"], LISTS["saying"]
AUXILIARIES = BE | HAVE | LISTS["do"] | LISTS["modals"]
# Base form -> its past and participle.
IRREGULAR = {e[0]: tuple(e[1:]) for e in _IRREGULAR}
BASES = LISTS["verbs"] | {e[0] for e in _IRREGULAR}
PASTS = {e[1] for e in _IRREGULAR if len(e) > 2 and e[1] != e[2]}
PARTICIPLES = {e[2] for e in _IRREGULAR if len(e) > 2 and e[1] != e[2] and e[2] != e[0]}
LIKE_BASE = {e[2] for e in _IRREGULAR if len(e) > 2 and e[2] == e[0]}
EITHER = {e[1] for e in _IRREGULAR if len(e) == 2 or e[1] == e[2]}
CLOSED = {
    **dict.fromkeys(LISTS["prepositions"], "T"),
    **dict.fromkeys(LISTS["adverbs"], "X"),
    **dict.fromkeys(LISTS["subordinators"], "S"),
    **dict.fromkeys(LISTS["determiners"], "D"),
    **dict.fromkeys(LISTS["pronouns"], "R"),
    **dict.fromkeys(LISTS["relatives"], "W"),
    **dict.fromkeys(LISTS["conjunctions"], "C"),
    **dict.fromkeys(AUXILIARIES, "A"),
}
TIME_WORDS = GRAMMAR["between_verb_and_object"] - {"on", "again", "also", "already", "back", "finally"}
STOPS = frozenset(".CSW")
FINITE = frozenset("VA")


def is_time(token: Token) -> bool:
    """True for a weekday, month, number or "last": what follows "since" where no clause does."""
    return token.text[0].isdigit() or token.lower in TIME_WORDS


def is_how_many(tokens: Sequence[Token], tags: str, k: int) -> bool:
    """True for a number in digits that counts people or things: "after [44] people were killed"; not "after 44 days"."""
    if not tokens[k].text[0].isdigit() or is_year(tokens[k]) or k + 2 >= len(tokens):
        return False
    noun = tokens[k + 1]
    return (
        tags[k + 1] in "NJE"
        and noun.text.isalpha()
        and noun.lower not in _MEASURES
        and noun.lower not in MONTH_WORDS
        and tags[k + 2] not in "."
    )


_MEASURES = GRAMMAR["spans_of_time"] | {"am", "pm", "gmt", "utc", "local", "consecutive", "straight"}


def is_of_day(tokens: Sequence[Token], k: int) -> bool:
    """True for the number or the month of a day of the calendar: both words of "6 March", "Oct. 6" without its stop."""
    if tokens[k].text.isdigit():
        return len(tokens[k].text) <= _DIGITS_OF_DAY and (
            _is_month(tokens, k + 1) or _is_month(tokens, _before(tokens, k))
        )
    if tokens[k].lower not in MONTH_WORDS or not _is_month(tokens, k):
        return False
    after = k + 2 if tokens[k + 1 : k + 2] and tokens[k + 1].text == "." else k + 1
    return any(0 <= n < len(tokens) and tokens[n].text.isdigit() for n in (k - 1, after))


_DIGITS_OF_DAY, _YEARS = 2, (1900, 2100)


def is_year(token: Token) -> bool:
    """True for a number that is written like a year of these times: "2014"."""
    return token.text.isdigit() and len(token.text) == 4 and _YEARS[0] <= int(token.text) < _YEARS[1]


def _before(tokens: Sequence[Token], k: int) -> int:
    """Number of the word before, its stop skipped: "Oct | . | 6"."""
    return k - 2 if k > 1 and tokens[k - 1].text == "." else k - 1


def _is_month(tokens: Sequence[Token], k: int) -> bool:
    return 0 <= k < len(tokens) and tokens[k].text[0].isupper() and tokens[k].lower in MONTH_WORDS


def is_base(word: str) -> bool:
    """True for a base form that is no past form as well: "meet", not "hit"."""
    return word in BASES and word not in EITHER and word not in PASTS


def by_means(tokens: Sequence[Token], i: int) -> bool:
    """True for a "by" that names no doer: "conferred by telephone", "arrived by train"."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in LISTS["means"]


@lru_cache(maxsize=1 << 15)  # the words of a language: few are new in the next article
def kind_of(word: str, verbs: frozenset[str]) -> str:
    """The class of a word without a capital; for one that its place decides, the name of the question to ask there."""
    if not word[0].isalnum() and word not in {"'s", "’s", "n't", "n’t"}:
        return "hyphen" if word == "-" else "."
    if word[0].isdigit():
        return "M"
    if word in {"that", "since", "may"}:
        return word
    if word in CLOSED:
        return "D" if word in _DETERMINERS else CLOSED[word]
    if word in GRAMMAR["number_words"]:
        return "M"
    if word in LISTS["not_verbs"]:
        return "N"
    return _open(word, verbs)


_DETERMINERS = frozenset({"’s", "'s", "her", "his", "all", "both", "some", "several", "many", "few", "another"})


def _open(word: str, verbs: frozenset[str]) -> str:
    """What a word of an open class may be."""
    if word.endswith("ing") and len(word) > 4 and word not in BASES:
        return "gerund"
    if (word.endswith("ed") and len(word) > 3) or word in EITHER or word in PARTICIPLES or word in PASTS:
        return "past"
    if (
        word in LISTS["third"]
        or word in LISTS["third_or_noun"]
        or word in BASES
        or word in verbs
        or (word.endswith("s") and _singular(word) in BASES)
    ):
        return "present"
    if word.endswith("ly") and len(word) > 4:
        return "X"
    return "noun" if word.endswith("s") and not word.endswith(("ss", "is", "us")) else "N"  # "debris", "campus"


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "oes")) else word[:-1]
