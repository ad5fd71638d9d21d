"""How many: numbers in a sentence, what they count, and what kind of number each is (``events.md`` 4.5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geoevents.articles.tokens import Token
from geoevents.events.event import CountKind
from geoevents.events.grammar import GRAMMAR
from geoevents.events.numbers import DATA, FUNCTION, next_word, noun_after, number_at, singular

__all__ = ["Count", "counts_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts.

    ``value`` is None where only a bound or a vague word is told (``low``, ``high``).  ``distributive``: "one over each of
    A and B"; ``another``: one more of the same; ``of_total``: 17 in "11 of 17"; ``including``: part of the count before.
    """

    start: int
    end: int
    text: str
    noun_start: int
    noun_end: int
    noun: str
    unit: str | None
    value: int | None
    low: int | None
    high: int | None
    kind: CountKind
    distributive: bool = False
    another: bool = False
    of_total: int | None = None
    including: bool = False


_KILLED, _INJURED = frozenset(DATA["casualties"]["killed"]), frozenset(DATA["casualties"]["injured"])


def counts_in(text: str, tokens: Sequence[Token]) -> tuple[Count, ...]:
    """Counts of one sentence in text order; years, dates, ages, distances, money and weapon names are none."""
    found: list[Count] = []
    i = 0
    while i < len(tokens):
        number = number_at(tokens, i)
        if number is None:
            i += 1
            continue
        value, vague, last = number
        count = _count(text, tokens, i, last, value=value, vague=vague)
        if count is not None:
            found.append(_related(text, tokens, i, count, found))
        i = last
    return tuple(_without_wholes(_summed(text, found)))


_AND = re.compile(r"(?:\s+of\s+[\w\s]{1,30}?)?(?:,|\s+and)\s+(?:(?:his|her|their|its|another)\s+)?", re.IGNORECASE)


def _summed(text: str, found: Sequence[Count]) -> list[Count]:
    """Counts with those of one casualty joined: "four soldiers and two rebels were killed", "a woman and her two children"."""
    kept: list[Count] = []
    for count in found:
        last = kept[-1] if kept else None
        if last is not None and _one_toll(text, last, count):
            kept[-1] = _plus(last, count)
        else:
            kept.append(count)
    return kept


_PEOPLE = frozenset({"persons", "soldiers", "killed", "injured"})


def _one_toll(text: str, one: Count, other: Count) -> bool:
    """True where two counts of people are joined by "and" and only one toll is told of them."""
    units = {one.unit, other.unit}
    tolls = units & {"killed", "injured"}
    if one.value is None or other.value is None or not units <= _PEOPLE or len(tolls) != 1:
        return False
    if other.including or other.noun_end == other.end or one.noun_end == one.end:
        return False
    return _AND.fullmatch(text, one.noun_end, other.start) is not None


def _plus(one: Count, other: Count) -> Count:
    unit = one.unit if one.unit in {"killed", "injured"} else other.unit
    low = one.low + other.low if one.low is not None and other.low is not None else None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    kind = one.kind if one.kind != "exact" else other.kind
    value = (one.value or 0) + (other.value or 0)
    return replace(one, end=other.end, noun_end=other.noun_end, unit=unit, value=value, low=low, high=high, kind=kind)


def _count(
    text: str, tokens: Sequence[Token], i: int, last: int, *, value: int | None, vague: int | None
) -> Count | None:
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
        return None
    kind, low, high, number = _kind(tokens, i, value, vague)
    if tokens[i].lower == "no":
        if unit not in {"killed", "injured", "persons"} and not none_told:
            return None
        kind, low, high, number = "none_reported", None, None, None
    return Count(
        start=tokens[i].start, end=tokens[last - 1].end, text=text[tokens[i].start : tokens[last - 1].end],
        noun_start=tokens[at].start, noun_end=tokens[at].end, noun=singular(tokens[at].lower), unit=unit,
        value=number, low=low, high=high, kind=kind, another=tokens[i].lower == "another" or _one_more(tokens, last),
    )  # fmt: skip


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
        if word == "of" and k + 1 < len(before) and before[-k - 2] in {"body", "bodies"}:
            return "killed"
        if word in _KILLED:
            return "killed"
        if word in _INJURED:
            return "injured"
        if word not in GRAMMAR["between_casualties"]:
            break
    return None


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


_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|a total of|bring(?:s|ing)?\s+(?:\w+\s+){0,4}?(?:to|total)|total(?:l?ing)?|overall)\b",
    re.IGNORECASE,
)


def _related(text: str, tokens: Sequence[Token], i: int, count: Count, before: Sequence[Count]) -> Count:
    """The count in the light of the words around it and of the counts before it."""
    left = text[max(tokens[0].start, count.start - 45) : count.start]
    right = text[count.end : min(tokens[-1].end, count.end + 30)]
    if (
        re.search(r"\b(?:including|among them|of them|of which|of whom)\s*(?:at least\s+)?$", left, re.IGNORECASE)
        and before
    ):
        count = replace(count, including=True, kind="subtotal", unit=count.unit or before[-1].unit)
    elif _TOTAL.search(left[-24:]) or re.match(r"\s+(?:\w+\s+)?(?:in all|in total|altogether)\b", right, re.IGNORECASE):
        count = replace(count, kind="total")
    if count.unit in {"killed", "injured"} and re.match(r"\s+of\s+the\b", right):
        count = replace(count, including=True)  # "30 of the wounded"
    if count.unit is None and before and before[-1].unit not in {None, "killed", "injured"} and i > 0:
        count = replace(count, unit=before[-1].unit)
    total = re.match(r"\s+(?:out\s+)?of\s+(?:the\s+)?(\d+)\b", right)
    if total:
        count = replace(count, of_total=int(total.group(1)))
    each = re.search(r"\beach\s+of\b", text[count.end : min(tokens[-1].end, count.end + 60)], re.IGNORECASE)
    return replace(count, distributive=bool(each)) if each else count


def _without_wholes(found: Sequence[Count]) -> list[Count]:
    """All counts; "11 of 17" keeps the part alone, a number that another count swallows is dropped."""
    whole = {c.of_total for c in found if c.of_total is not None}
    kept = []
    for k, count in enumerate(found):
        follows = (
            k > 0 and found[k - 1].of_total is not None and count.value in whole and count.start - found[k - 1].end < 12
        )
        if not follows:
            kept.append(count)
        elif kept and kept[-1].unit is None:
            kept[-1] = replace(kept[-1], unit=count.unit, noun=count.noun)
    return kept
