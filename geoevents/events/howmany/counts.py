"""How many: numbers in a sentence, what they count, and what kind of number each is (``events.md`` 4.5)."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.event import CountKind
from geoevents.events.howmany.count_relations import related, summed, without_wholes
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.numbers import DATA, FUNCTION, may_start, next_word, noun_after, number_at, singular
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["counts_in"]


_KILLED, _INJURED = frozenset(DATA["casualties"]["killed"]), frozenset(DATA["casualties"]["injured"])


def counts_in(text: str, tokens: Sequence[Token]) -> tuple[Count, ...]:
    """Counts of one sentence in text order; years, dates, ages, distances, money and weapon names are none."""
    found: list[Count] = []
    i = 0
    while i < len(tokens):
        number = number_at(tokens, i) if may_start(tokens[i]) else None
        if number is None:
            i += 1
            continue
        value, vague, last = number
        count = _count(text, tokens, i, last, value=value, vague=vague)
        if count is not None:
            found.append(related(text, tokens, i, count, found))
        i = max(last, i + 1) if count is None else _after(tokens, count, last)
    return tuple(without_wholes(summed(text, found)))


def _after(tokens: Sequence[Token], count: Count, last: int) -> int:
    """The token after the words of a number."""
    while last < len(tokens) and tokens[last].start < count.end:
        last += 1
    return last


def _count(
    text: str, tokens: Sequence[Token], i: int, last: int, *, value: int | None, vague: int | None
) -> Count | None:
    upper = _upper(tokens, i, last)
    if upper is not None:
        value, last = None, upper[1]
    noun = noun_after(tokens, last)
    unit = noun[1] if noun else None
    if unit == "skipped":
        return None
    at = noun[0] if noun and noun[1] else last - 1
    hurt = _casualty_unit(tokens, i, last, at, unit)
    unit = hurt or unit
    none_told = tokens[i].lower == "no" and next_word(tokens, i) in {
        "casualties",
        "injuries",
        "deaths",
        "damage",
        "victims",
    }
    if unit is None and not none_told and not _bare_number_may_count(tokens, i, last):
        unit = _toll(tokens, i) or _things(tokens, i, last)
        if unit is None:
            return None
    elif unit is None:
        unit = _toll(tokens, i)
    if unit == "settlements" and i > 1 and tokens[i - 1].text == "," and tokens[i - 2].text[0].isupper():
        return None  # an apposition: "south of A and B, two settlements in the C region"
    kind, low, high, number = _kind(tokens, i, value, vague)
    if upper is not None:
        kind, low, high, number = "approximate", number_of(tokens, i), upper[0], None
    if tokens[i].lower == "no":
        if unit not in {"killed", "injured", "persons"} and not none_told:
            return None
        kind, low, high, number = "none_reported", None, None, None
    return Count(
        start=tokens[i].start, end=tokens[last - 1].end, text=text[tokens[i].start : tokens[last - 1].end],
        noun_start=tokens[at].start, noun_end=tokens[at].end, noun=singular(tokens[at].lower), unit=unit,
        value=number, low=low, high=high, kind=kind, another=_is_another(tokens, i, last),
    )  # fmt: skip


def _upper(tokens: Sequence[Token], i: int, last: int) -> tuple[int, int] | None:
    """(upper number, token after it) of a range that begins at a number: "10 to 15", "between 10 and 15", "10-15"."""
    if last + 1 >= len(tokens):
        return None
    joined = tokens[last].lower in {"to", "-", "–"} or (
        tokens[last].lower == "and" and i > 0 and tokens[i - 1].lower == "between"
    )
    after = number_at(tokens, last + 1) if joined else None
    low = number_of(tokens, i)
    if after is None or after[0] is None or low is None or after[0] <= low:
        return None
    return after[0], after[2]


def number_of(tokens: Sequence[Token], i: int) -> int | None:
    """The value of the number at a token; None for vague ones."""
    number = number_at(tokens, i)
    return number[0] if number is not None else None


def _toll(tokens: Sequence[Token], i: int) -> str | None:
    """ "killed" for a bare number that a toll has come to: "the death toll rose to 12"."""
    before = [t.lower for t in tokens[max(0, i - 18) : i]]
    if before[-1:] and before[-1] in _TOLL_AT and "toll" in before[-9:]:
        return "killed"
    risen = before[-1:] == ["to"] and set(before[-3:]) & _RISEN and "number" in before
    return next((unit for unit, words in _HURT if risen and set(before) & words), None)


_RISEN = frozenset({"rose", "risen", "rises", "climbed", "grown", "increased", "up"})
_HURT = (("killed", _KILLED), ("injured", _INJURED))
_TOLL_AT = frozenset({"to", "at", "of", "least", "above", "over", "than", "is", "was", "stands", "reached", "about"})


def _things(tokens: Sequence[Token], i: int, last: int) -> str | None:
    """ "things" for a plural noun of no known unit: it may be who was held or moved ("22 schoolgirls")."""
    noun = noun_after(tokens, last)
    word = tokens[noun[0]].lower if noun is not None and noun[1] is None else ""
    plural = word.endswith("s") and not word.endswith("ss") and tokens[i].lower not in {"a", "an"}
    return "things" if plural else None


def _bare_number_may_count(tokens: Sequence[Token], i: int, last: int) -> bool:
    """A number without its noun ("47 over A", "Nine were shot down", "11 of them", "13 in all")."""
    after = tokens[last].lower if last < len(tokens) else ""
    if tokens[i].lower in {"a", "an", "some", "many", "few", "couple", "no", "several"}:
        return False
    return after in FUNCTION | {
        ",",
        ".",
        "",
        ";",
        "fell",
        "toward",
        "towards",
        "more",
        "others",
        "each",
        "apiece",
        "struck",
        "hit",
        "brought",
        "shot",
        "downed",
    } or (tokens[i].lower == "another" and after in {"was", "were", "had", "in", "over", "at", "near", "on"})


def _is_another(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for one or some more of the same: "another in B", "another seven", "two more"."""
    before = tokens[i - 1].lower if i else ""
    return tokens[i].lower == "another" or before in {"another", "further"} or _one_more(tokens, last)


def _one_more(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].lower in {"more", "others", "other", "further", "additional"}


def _casualty_unit(tokens: Sequence[Token], i: int, last: int, noun: int, unit: str | None) -> str | None:
    """ "killed" or "injured" where the number counts people hurt: before, after, or two numbers sharing a noun."""
    if unit not in {"persons", "soldiers", None, "prisoners"}:
        return None
    first = _past_aside(tokens, noun + 1) if unit else last
    after = [t.lower for t in tokens[first : first + (5 if unit else 4)]]
    for k, word in enumerate(after):
        if word in _KILLED and after[:k].count("and") == 0:
            return "killed"
        if word in _INJURED and after[:k].count("and") == 0:
            return "injured"
        if word in {",", ";", "when"} or (
            word in FUNCTION and word not in {"were", "was", "had", "have", "been", "are", "is", "and", "who", "of"}
        ):
            break
    if not unit and after[:2] == ["of", "the"] and len(after) > 2:
        return "killed" if after[2] in _KILLED else "injured" if after[2] in _INJURED else None
    before = [t.lower for t in tokens[max(0, i - 4) : i]]
    for k, word in enumerate(reversed(before)):
        if word == "of" and k + 1 < len(before) and (of := _TOLL_NOUNS.get(before[-k - 2])):
            return of
        if word in _KILLED:
            return "killed"
        if word in _INJURED:
            return "injured"
        if word not in GRAMMAR["between_casualties"]:
            break
    return None


# "the bodies of nine people", "injuries of two".
_TOLL_NOUNS = dict.fromkeys(
    ("body", "bodies", "death", "deaths", "life", "lives", "killing", "killings"), "killed"
) | dict.fromkeys(("injury", "injuries", "wounding"), "injured")


def _past_aside(tokens: Sequence[Token], i: int) -> int:
    """The token after an aside that begins at a comma: ", including two children," or ", all of them Syrians,"."""
    opens = (
        i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].lower in {"including", "among", "all", "most"}
    )
    if not opens:
        return i
    return next((k + 1 for k in range(i + 2, min(i + 12, len(tokens))) if tokens[k].text == ","), i)


_BOUNDS: tuple[tuple[tuple[str, ...], CountKind, int], ...] = (
    (("at", "least"), "at_least", 0),
    (("no", "fewer", "than"), "at_least", 0),
    (("more", "than"), "at_least", 1),
    (("well", "over"), "at_least", 1),
    (("over",), "at_least", 1),
    (("up", "to"), "at_most", 0),
    (("as", "many", "as"), "at_most", 0),
    (("fewer", "than"), "at_most", -1),
    (("less", "than"), "at_most", -1),
    (("about",), "approximate", 0),
    (("around",), "approximate", 0),
    (("some",), "approximate", 0),
    (("roughly",), "approximate", 0),
    (("nearly",), "approximate", 0),
    (("almost",), "approximate", 0),
    (("approximately",), "approximate", 0),
)


def _kind(
    tokens: Sequence[Token], i: int, value: int | None, vague: int | None
) -> tuple[CountKind, int | None, int | None, int | None]:
    """(kind, low, high, value) from the words before a number."""
    if value is None:
        return "vague", vague, None, None
    before = [t.lower for t in tokens[max(0, i - 3) : i]]
    for words, kind, step in _BOUNDS:
        if tuple(before[-len(words) :]) == words and not (words == ("over",) and value < 10):
            if kind == "at_least":
                return kind, value + step, None, value
            if kind == "at_most":
                return kind, None, value + step, value
            return kind, None, None, value
    return "exact", value, value, value
