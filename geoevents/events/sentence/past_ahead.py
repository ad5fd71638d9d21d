"""What stands behind a past form: another verb, an object, the start of an aside."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import CLOSED, EITHER, LISTS, PASTS, TIME_WORDS, is_time

__all__ = [
    "acts_on_none",
    "does_harm",
    "finite_ahead",
    "is_past",
    "opens_aside",
    "opens_object",
    "verb_behind_noun",
    "verb_form_ahead",
]


def verb_behind_noun(tokens: Sequence[Token], i: int) -> bool:
    """True for a past form with one plain noun and a past form or an auxiliary behind it: "after [armed] men stormed X"."""
    if i + 2 >= len(tokens) or tokens[i + 1].text[0].isupper() or tokens[i + 1].lower in TIME_WORDS:
        return False
    return is_past(tokens[i + 2].lower) or CLOSED.get(tokens[i + 2].lower) == "A"


_SENT = GRAMMAR["sent_from"]


_HARMED = GRAMMAR["participles_after_nouns"]


def acts_on_none(tokens: Sequence[Token], i: int) -> bool:
    """True for a verb that needs an object and has none: "shells fired | from across the river", "men killed | in X"."""
    word = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in _SENT:
        return after in {"from", "by", "against", "towards", "toward", "overnight"}
    return word in _HARMED and after in {"in", "by", "at", "near", "during", "over", "on"}


def verb_form_ahead(tokens: Sequence[Token], i: int) -> bool:
    """True where another past form follows in the stretch, before any sign or joining word."""
    for k in range(i + 2, min(i + 12, len(tokens))):
        word = tokens[k].lower
        if CLOSED.get(word, "") in {"C", "S", "W", "A"} or not tokens[k].text[0].isalnum():
            return False
        if is_past(word) and tokens[k].text[0].islower() and CLOSED.get(tokens[k - 1].lower, "N") not in {"D", "T"}:
            return not (k + 1 < len(tokens) and tokens[k + 1].lower == "by")
    return False


_LIKE_PAST = frozenset({"hit", "set", "cut", "put"})


def is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 3) or word in PASTS or word in EITHER or word in _LIKE_PAST


_UNITS = frozenset(
    {"days", "weeks", "months", "years", "hours", "minutes", "km", "kilometres", "miles", "metres", "times"}
)


def opens_object(tokens: Sequence[Token], k: int) -> bool:
    """True where an article, a number or a name opens what is acted on."""
    if k >= len(tokens):
        return False
    first, then = tokens[k], tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if is_time(first) or then in _UNITS:
        return False
    counted = first.text[0].isdigit() or first.lower in GRAMMAR["number_words"]
    return counted or CLOSED.get(first.lower) == "D" or first.text[0].isupper()


def opens_aside(tokens: Sequence[Token], i: int) -> bool:
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


_NO_FINITE = frozenset({"be", "been", "being"})


def finite_ahead(tokens: Sequence[Token], i: int) -> bool:
    """True where the verb of the clause is still to come, before any comma or joining word."""
    for k, t in enumerate(tokens[i + 1 : i + 12], start=i + 2):
        tag = "" if t.text == "May" else CLOSED.get(t.lower, "")
        if tag == "S" and k < len(tokens) and is_time(tokens[k]):
            continue
        if tag in {"C", "S", "W"} or t.lower == "that" or not t.text[0].isalnum():
            return False
        if tokens[k - 2].lower == "to":
            continue  # "ordered X to do everything": no finite verb
        third = t.lower in LISTS["third"] and CLOSED.get(tokens[k - 2].lower, "N") not in {"D", "T"}
        if (tag == "A" and t.lower not in _NO_FINITE) or t.lower in PASTS or third:
            return True
    return False


def does_harm(tokens: Sequence[Token], i: int) -> bool:
    """True for the noun of an attack in -ing: "Russian [shelling] killed two"."""
    return tokens[i].lower in LISTS["attacking"] and any(t.lower in LISTS["harmed"] for t in tokens[i + 1 : i + 2])
