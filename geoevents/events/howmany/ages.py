"""Ages: numbers that tell how old somebody is count nobody."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import DATA, PEOPLE

__all__ = ["is_age", "past_age", "past_year_old"]

_OLDEST = 115
_NUMBERS: dict[str, int] = DATA["numbers"]
_AGED = frozenset({"aged", "ages", "age"})
_IN_LIST = frozenset({",", "and", "to", "between", "from", "about", "-", "–"})


def is_age(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "a man of 48", "a woman, 45, and", "aged 34, 41 and 56"."""
    number = tokens[i].text
    if number.isdigit() and int(number) > _OLDEST:
        return False
    if _after_aged(tokens, i):
        return True
    before = tokens[i - 1].lower if i else ""
    if before in _BOUNDS and i > 1 and tokens[i - 2].lower in _WHO:
        return _ends_phrase(tokens, last)
    if before == "of" and i > 1:
        return _is_one_person(tokens, i - 2) and _ends_phrase(tokens, last)
    if before == "," and i > 1 and number.isdigit():
        named = _is_one_person(tokens, i - 2) or _is_name(tokens, i - 2)
        return named and last < len(tokens) and tokens[last].text in {",", ")", "."} and not _goes_on(tokens, last)
    return False


_BOUNDS = frozenset(DATA["of_an_age"]["bounds"])
_WHO = frozenset(DATA["of_an_age"]["nouns"])


def _is_name(tokens: Sequence[Token], k: int) -> bool:
    """True for the last token of a name: "Berg", "Chun-ok"."""
    hyphened = k > 1 and tokens[k - 1].text == "-" and tokens[k - 2].text[0].isupper()
    return tokens[k].text[0].isupper() or hyphened


def _is_one_person(tokens: Sequence[Token], k: int) -> bool:
    return tokens[k].lower in PEOPLE and tokens[k].lower not in {
        "people",
        "men",
        "women",
        "children",
        "family",
        "couple",
    }


def _ends_phrase(tokens: Sequence[Token], last: int) -> bool:
    """True where no noun follows that the number could count: "a man of 48 was", never "a unit of 48 men"."""
    after = tokens[last].lower if last < len(tokens) else "."
    return not after[0].isalpha() or after in _AFTER_AGE or after.endswith("ed")


_AFTER_AGE = frozenset(
    [
        "and",
        "was",
        "who",
        "died",
        "in",
        "had",
        "on",
        "at",
        "by",
        "as",
        "were",
        "when",
        "is",
        "has",
        "near",
        "from",
        "or",
    ]
)


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """True in a list of numbers: "Kursk, 42, Bryansk, 20" has a capital after the comma, a person's age has not."""
    return last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].text[0].isdigit()


def _after_aged(tokens: Sequence[Token], i: int) -> bool:
    k = i - 1
    while k > 0 and (tokens[k].text.isdigit() or tokens[k].lower in _IN_LIST or tokens[k].lower in _NUMBERS):
        k -= 1
    return k >= 0 and tokens[k].lower in _AGED


def past_year_old(tokens: Sequence[Token], k: int) -> int:
    """The token after "17-year-old" if one begins at ``k``, else ``k``."""
    words = [t.lower for t in tokens[k : k + 5]]
    return k + 5 if words[1:] == ["-", "year", "-", "old"] else k


def past_age(tokens: Sequence[Token], k: int) -> int:
    """The token after an age that begins at ``k`` (", 45,", "aged 6 and 9", "of 48", "in her 60s"), else ``k``."""
    word = tokens[k].lower if k < len(tokens) else ""
    if word == "of" and k + 1 < len(tokens) and is_age(tokens, k + 1, k + 2):
        return k + 2
    if word == "in" and [t.lower for t in tokens[k + 1 : k + 2]] and tokens[k + 1].lower in {"his", "her", "their"}:
        last = k + 3 if tokens[k + 2 : k + 3] and tokens[k + 2].lower not in {"early", "late", "mid"} else k + 4
        return last if tokens[last - 1 : last] and tokens[last - 1].lower.endswith("s") else k
    first = k + 1 if word == "," else k
    if first < len(tokens) and tokens[first].lower == "aged":
        last = first + 1
        while last < len(tokens) and (
            tokens[last].text.isdigit() or tokens[last].lower in _IN_LIST or tokens[last].lower in _NUMBERS
        ):
            last += 1
        return last
    if word == "," and k + 2 < len(tokens) and tokens[first].text.isdigit() and tokens[k + 2].text == ",":
        return k + 3
    return k
