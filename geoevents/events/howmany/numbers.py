"""Numbers in a sentence, written in digits or words - and those that only name something."""

import re
from collections.abc import Sequence

from geoevents.articles.calendar_words import MONTH_WORDS, MONTHS
from geoevents.articles.tokens import Token
from geoevents.events.howmany.ages import is_age
from geoevents.events.howmany.count_words import DATA, UNITS, WEAPONS
from geoevents.events.howmany.nouns import BANDS, FUNCTION, next_word, noun_after, singular
from geoevents.events.howmany.number_values import past_roughly, some_scale, words_value
from geoevents.events.howmany.victims import HARM_CUES, WHOSE, is_somebodys, is_victim
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import is_year

__all__ = ["number_at", "starts_in"]


_NUMBERS: dict[str, int] = DATA["numbers"]


_VAGUE: dict[str, int] = DATA["vague"]


_GATHERING = frozenset(DATA["gathering"]["nouns"])
_SETS: dict[str, int] = DATA["sets"]


_MORE = frozenset({"further", "total", "record", "reported", "additional", "combined", "mere"})
_SHARES = frozenset(DATA["shares"]["nouns"])
_STARTS = frozenset({*_NUMBERS, *_VAGUE, *WHOSE, "another", "no", "both"})
_UNHARMED = _STARTS - {"the", "its"}  # "[the] driver was killed"


def starts_in(lows: Sequence[str], words: frozenset[str]) -> list[int]:
    """The tokens, in small letters, that a number may begin with; ``words`` are the different ones of the sentence."""
    starts = _UNHARMED if HARM_CUES.isdisjoint(words) else _STARTS
    if _DIGIT.search(" ".join(lows)) is None:
        return [k for k, low in enumerate(lows) if low in starts] if not starts.isdisjoint(words) else []
    return [k for k, low in enumerate(lows) if low in starts or (not "9" < low[0] < "\x7f" and low[0].isdigit())]


_DIGIT = re.compile(r"[\d²³¹]")


def number_at(tokens: Sequence[Token], i: int) -> tuple[int | None, int | None, int] | None:
    """(value, vague lower bound, token after) of the number that starts at a token; None if there is none."""
    word = tokens[i].lower
    if word in WHOSE:
        return (1, None, i + 1) if is_somebodys(tokens, i) else None
    if (some := some_scale(tokens, i + (word == "a"))) is not None:
        return some
    if word in {"a", "an"} and (size := _amount(tokens, i)) is not None:
        return None if _is_counted_band(tokens, i) else size
    if word == "both":
        return (2, None, i + 1) if _is_two(tokens, i) else None
    if (
        word in _VAGUE
        and not (word == "some" and _digits(tokens, i + 1))
        and not (word in {"many", "some"} and next_word(tokens, i) == "of")
        and not (word == "many" and i > 0 and tokens[i - 1].lower == "as")  # "nine killed and twice as many wounded"
    ):
        return None, _VAGUE[word], i + 1
    if word == "another" and _digits(tokens, i + 1):
        return None  # "another seven" is seven
    if word == "a" and next_word(tokens, i) in _MORE and _digits(tokens, i + 2):
        return None  # "a further eight" are eight
    if word in {"another", "no"}:
        return (1 if word == "another" else 0), None, i + 1
    value, last = words_value(tokens, i)
    if value is None or not _counts(tokens, i, last):
        return None
    return value, None, past_roughly(tokens, last)


def _amount(tokens: Sequence[Token], i: int) -> tuple[int | None, int | None, int] | None:
    """ "a large number of" and "a wave of" are some; "a couple were", "an elderly couple" are two; else None."""
    for k in range(i + 1, min(i + 3, len(tokens))):
        word, after = tokens[k].lower, next_word(tokens, k)
        if word in _SHARES and after == "of":
            return None, 1, k + 1  # "a third of the drones"
        if word == "number" and after == "of":
            return None, 2, k + 1
        if word in _GATHERING and after == "of" and tokens[i - 1].lower != "of":
            return None, 2, k + 1
        if word == "couple":
            return (2, None, k) if after != "of" else (None, 2, k + 1)  # "a couple of soldiers": two or three
        if word in _SETS and after == "of" and not _digits(tokens, k + 2):
            return _SETS[word], None, k + 1
        if word == "family" and after == "of" and _digits(tokens, k + 2):
            return 1, None, k
    return None


def _is_counted_band(tokens: Sequence[Token], i: int) -> bool:
    """True for "a group of five": the number counts them."""
    of = next((k for k in range(i + 2, min(i + 4, len(tokens))) if tokens[k].lower == "of"), None)
    return of is not None and _digits(tokens, of + 1) and tokens[of - 1].lower in BANDS


def _is_two(tokens: Sequence[Token], i: int) -> bool:
    """True for "both pilots", never "both A and B" or "both of them"."""
    words = [t.lower for t in tokens[i + 1 : i + 5]]
    if words[:1] and singular(words[0]) in _OF_PLACES:
        return False  # "in both towns people were killed"
    return bool(words) and tokens[i + 1].text.islower() and words[0] not in FUNCTION and "and" not in words


_OF_PLACES = frozenset(
    {"city", "side", "area", "site", "place", *(noun for noun, unit in UNITS.items() if unit == "settlements")}
)


def _opens_range(tokens: Sequence[Token], last: int) -> bool:
    """True before the end of a range of hours or of a measure: "from 4 | to 7 a.m.", "about 8 | to 10 km away"."""
    k = last + 1
    if k + 1 >= len(tokens) or tokens[last].lower not in _TO or not _digits(tokens, k):
        return False
    measured = noun_after(tokens, k + 1)
    return tokens[k + 1].lower in _HALVES or (measured is not None and measured[1] == "skipped")


_TO = frozenset({"to", "-", "–", "or"})
_HALVES = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})


def _digits(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (tokens[i].text[0].isdigit() or tokens[i].lower in _NUMBERS)


def _counts(tokens: Sequence[Token], i: int, last: int) -> bool:
    """False for numbers that name: weapons (S-300), dates, times, ages, ordinals, money, percentages, "17th"."""
    if tokens[i].lower in {"a", "an"} and last == i + 1 and not (_article_counts(tokens, last) or is_victim(tokens, i)):
        return False
    before = tokens[i - 1].text if i else ""
    after = tokens[last].lower if last < len(tokens) else ""
    glued_before = i > 0 and tokens[i - 1].end == tokens[i].start
    glued_after = last < len(tokens) and tokens[last].start == tokens[last - 1].end
    if _is_fraction(tokens, i, last) and not _of_more(tokens, i, last):
        return False
    if is_age(tokens, i, last) or _is_house_number(tokens, i, last):
        return False
    if _is_calibre(tokens, last) or _is_clock(tokens, i, last) or _opens_range(tokens, last):
        return False
    if (glued_before and before in {"-", "/", "$", "€", "£", ".", "#", ":"}) or before.lower() in {
        "no",
        "number",
        "article",
        "resolution",
        "aged",
        "flight",
    }:
        return False
    if glued_after and after in {"th", "st", "nd", "rd", "%", "mm", "s"}:
        return False
    if glued_after and after == "-" and last + 1 < len(tokens) and tokens[last + 1].lower in _COMPOUND:
        return False
    if after in {"%", "percent", "per", "kg", "km", "am", "pm", "a.m.", "p.m."} or _is_year(tokens, i, last):
        return False
    if tokens[i].text[0].isdigit() and (
        _first_of_days(tokens, last)
        or (after in MONTHS and tokens[last].text[0].isupper())
        or (before.lower() in MONTH_WORDS and before[0].isupper())
        or (before == "." and i > 1 and tokens[i - 2].lower in MONTH_WORDS)  # "on Feb. 18"
    ):
        return False
    return not (tokens[i].lower == "one" and (after in {"another", "day"} or _one_of_kind(tokens, last)))


def _is_calibre(tokens: Sequence[Token], last: int) -> bool:
    """True for "122 mm rockets", "a 500 pound bomb": the size of one; "600 tonnes of flour" are counted."""
    if last >= len(tokens) or tokens[last].lower not in GRAMMAR["sizes"]:
        return False
    noun = noun_after(tokens, last + 1)
    return noun is not None and noun[1] in WEAPONS


_COMPOUND = GRAMMAR["compound_after_number"] | GRAMMAR["sizes"]
_BEFORE_CLOCK = frozenset(GRAMMAR["before_clock"])
_AFTER_CLOCK = tuple(tuple(words.split()) for words in GRAMMAR["after_clock"])
_HOURS = 24


def _is_clock(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for a time of day: "at ten at night", "around eleven in the morning"."""
    if i == 0 or last != i + 1 or tokens[i - 1].lower not in _BEFORE_CLOCK:
        return False
    value, _ = words_value(tokens, i)
    after = tuple(t.lower for t in tokens[last : last + 3])
    return value is not None and value <= _HOURS and any(after[: len(words)] == words for words in _AFTER_CLOCK)


def _of_more(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "eleven in two strikes", where the second number is no whole of the first."""
    if tokens[last].lower != "in" or tokens[i - 1].lower == "in":
        return False
    value, _ = words_value(tokens, i)
    whole, _ = words_value(tokens, last + 1)
    return value is not None and whole is not None and value > whole


_FRACTIONS = frozenset({"quarters", "thirds", "fifths", "tenths"})


def _is_fraction(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "three-quarters", "two thirds", "nine in ten"."""
    words = [t.lower for t in tokens[last : last + 2]]
    if i > 1 and tokens[i - 1].lower == "in" and tokens[i - 2].lower in _NUMBERS and tokens[i].lower in _NUMBERS:
        return True
    named = words[:1] == ["in"] and words[1:2] and words[1] in _NUMBERS and words[1] not in {"a", "an"}
    return bool(named) or not _FRACTIONS.isdisjoint(words[:1] if words[:1] != ["-"] else words)


_STREETS = frozenset(
    {
        "street",
        "avenue",
        "road",
        "boulevard",
        "lane",
        "square",
        "prospekt",
        "highway",
        "route",
        "hill",
        "height",
        "point",
        "flight",
        "article",
        "block",
        "platform",
    }
)


def _is_house_number(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "No. 17", "14 Lenin Street", "Highway 1", "School No 5", "Unit 8200"."""
    if i > 1 and tokens[i - 1].text == "." and tokens[i - 2].lower == "no":
        return True
    if i > 1 and tokens[i - 1].lower in _STREETS and tokens[i - 1].text[0].isupper():
        return True
    if last >= len(tokens) or not tokens[last].text[0].isupper():
        return False
    return any(t.lower in _STREETS and t.text[0].isupper() for t in tokens[last + 1 : last + 3])


def _first_of_days(tokens: Sequence[Token], last: int) -> bool:
    """True for "12" in "12 and 13 January"."""
    if last + 2 >= len(tokens) or tokens[last].lower not in {"and", "or", "to", "-", "–"}:
        return False
    return tokens[last + 1].text[0].isdigit() and tokens[last + 2].lower in MONTHS


def _one_of_kind(tokens: Sequence[Token], last: int) -> bool:
    """ "one of the clearest gains", "one of several": a comparison, no count."""
    words = [t.lower for t in tokens[last : last + 3]]
    return words[:1] == ["of"] and (
        any(w.endswith("est") for w in words[1:])
        or words[1:] in (["the", "most"], ["the", "few"])
        or "several" in words
    )


def _is_year(tokens: Sequence[Token], i: int, last: int) -> bool:
    if not is_year(tokens[i]) or last != i + 1:
        return False
    if i and tokens[i - 1].lower in GRAMMAR["before_year"]:
        return True  # "in 2013 soldiers were killed"
    if i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in GRAMMAR["before_of_year"]:
        return True  # "in the first weeks of 2024 missiles hit X"
    noun = noun_after(tokens, last)
    return noun is None or noun[1] is None or _dates(tokens, i, noun[0])


_ROUND = 100  # "the 2000 men" may be that many
_OF_ONE = frozenset({"a", "an"})


def _dates(tokens: Sequence[Token], i: int, noun: int) -> bool:
    """True for the year of one deed, or of those that are known: "a [2021] drone strike", "the [2008] air strikes on X"."""
    deed = UNITS.get(singular(tokens[noun].lower)) == "attacks"
    known = i > 0 and tokens[i - 1].lower in {"the", "'s", "’s", "its", "their", "his"}
    one = not tokens[noun].lower.endswith("s") or _is_one(tokens, i)
    return one if not deed else one or (known and int(tokens[i].text) % _ROUND != 0)


def _is_one(tokens: Sequence[Token], i: int) -> bool:
    """True behind "a", whatever stands between: "a deadly [2017] attack"."""
    return any(t.lower in _OF_ONE for t in tokens[max(0, i - 2) : i])


def _article_counts(tokens: Sequence[Token], last: int) -> bool:
    """ "a drone", "a Russian missile", "a woman": an article counts one of a thing that is counted in the news."""
    noun = noun_after(tokens, last)
    return (
        noun is not None
        and noun[1] is not None
        and noun[1] not in {"attacks", "settlements", "buildings", "km2", "warrants"}
    )
