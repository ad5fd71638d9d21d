"""Counts in the light of each other: parts and wholes, totals, the toll of two kinds of people."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import DATA, WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.values import replace

__all__ = ["HINTS", "related", "summed", "without_wholes"]

_ABOUT = r"(?:(?:at\s+least|up\s+to|about|around|some|nearly|more\s+than|over)\s+)?"
_AND = re.compile(
    r"(?:,\s+\d{1,3})?(?:\s+of\s+[\w\s-]{1,40}?)?(?:\s+\([\w-]{2,10}\))?(?:,\s+and|,|\s+and)\s+(?:(?:his|her|their|its|another)\s+)?"
    rf"{_ABOUT}",
    re.IGNORECASE,
)
_LEFT = 120  # letters before a number that may say what it is part of
# "freed 12 women and at least four children"
_ONLY_AND = re.compile(rf"\s+and\s+(?:(?:his|her|their|another)\s+)?{_ABOUT}", re.IGNORECASE)
_PEOPLE = frozenset({"persons", "soldiers", "killed", "injured"})
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|a total of|bring(?:s|ing)?\s+(?:\w+\s+){0,4}?(?:to|total)|total(?:l?ing)?|overall)\b",
    re.IGNORECASE,
)


def summed(text: str, found: Sequence[Count]) -> list[Count]:
    """Counts with those of one casualty joined: "four soldiers and two rebels were killed", "a woman and her two children"."""
    kept: list[Count] = []
    for k, count in enumerate(found):
        last = kept[-1] if kept else None
        if last is not None and _spells_out(text, last, found[k:]):
            continue
        if last is not None and _one_toll(text, last, found[k:]) and _in_list(text, last, found[k:]):
            kept[-1] = _plus(last, count)
        else:
            kept.append(count)
    return kept


def _spells_out(text: str, whole: Count, rest: Sequence[Count]) -> bool:
    """True for the first of those who are the ones counted before: "killed three others, [a policeman] and two guards"."""
    if whole.noun not in _SOME or whole.value is None or len(rest) < 2:
        return False
    parts = [c.value or 0 for c in rest[:2]]
    joined = _COMMA.fullmatch(text, whole.noun_end, rest[0].start) is not None
    return joined and sum(parts) == whole.value and _AND.fullmatch(text, rest[0].noun_end, rest[1].start) is not None


_SOME = frozenset({"other", "others", "people", "person", "persons", "victim"})
_COMMA = re.compile(r"\s*[,–:-]\s*")


def _in_list(text: str, last: Count, rest: Sequence[Count]) -> bool:
    """True where a list that begins with ``last`` comes to its "and": never "wounded eleven women, a doctor said"."""
    for one, other in pairwise((last, *rest)):
        if _AND.fullmatch(text, one.noun_end, other.start) is None:
            return False
        if "and" in text[one.noun_end : other.start].lower().split():
            return True
    return False


def _one_toll(text: str, one: Count, rest: Sequence[Count]) -> bool:
    """True where two counts of people are joined by "and" and only one toll is told of them; the last of a list may tell it:
    "three soldiers, two guards and a cook were killed"."""
    other = rest[0]
    if other.unit == "things" and one.unit in {"killed", "injured"} and _ENDS.match(text, other.noun_end):
        other = replace(other, unit="persons")  # "killing a weaver and two apprentices."
    units = {one.unit, other.unit}
    tolls = units & {"killed", "injured"}
    if one.value is None or other.value is None or not units <= _PEOPLE or len(tolls) > 1:
        return False
    if other.including or other.noun_end == other.end or one.noun_end == one.end:
        return False
    told = tolls or (len(rest) > 1 and rest[1].unit in {"killed", "injured"})
    joined = _AND if told else _ONLY_AND
    return joined.fullmatch(text, one.noun_end, other.start) is not None


_ENDS = re.compile(r"\s*(?:[,.;:)]|$|(?:in|at|on|near|outside)\s+[A-Z])")


def _plus(one: Count, other: Count) -> Count:
    unit = one.unit if one.unit in {"killed", "injured"} else other.unit
    low = one.low + other.low if one.low is not None and other.low is not None else None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    kind = one.kind if one.kind != "exact" else other.kind
    value = (one.value or 0) + (other.value or 0)
    return replace(one, end=other.end, noun_end=other.noun_end, unit=unit, value=value, low=low, high=high, kind=kind)


HINTS = frozenset(
    {"of", "including", "them", "all", "total", "altogether", "bring", "brings", "bringing", "totaling", "totalling",
     "overall", "each"}
)  # fmt: skip


def related(
    text: str, tokens: Sequence[Token], i: int, count: Count, before: Sequence[Count], hints: Set[str]
) -> Count:
    """The count in the light of the words around it and of the counts before it.

    ``hints`` are those words of the sentence that may say so (``HINTS``): nothing is looked for without them.
    """
    left = text[max(tokens[0].start, count.start - _LEFT) : count.start]
    right = text[count.end : min(tokens[-1].end, count.end + 30)]
    if before and hints and _INCLUDING.search(left):
        kind = count.kind if _is_aside(text, count) else "subtotal"
        count = replace(count, including=True, kind=kind, unit=count.unit or before[-1].unit)
    elif (
        before
        and "of" in hints
        and _OF_THEM_THERE.match(right)
        and (count.value or 0) > 1
        and left.rstrip().endswith(",")
    ):
        count = replace(count, including=True, kind="subtotal", unit=count.unit or before[-1].unit)
    elif before and "them" in hints and _AMONG_THEM.match(text, count.noun_end):
        count = replace(count, including=True)  # "seven people, a girl among them"
    elif hints and (_TOTAL.search(left[-24:]) or _IN_ALL.match(right)):
        count = replace(count, kind="total")
    people = count.unit in {"killed", "injured", "persons"} or (before and before[-1].unit in _PEOPLE)
    first_told = (
        not before and count.unit != "persons" and _KILLING.search(left)
    )  # "foiled a raid, killing five of them"
    if people and "of" in hints and _OF_THEM.match(right) and not first_told:
        count = replace(count, including=True)  # "30 of the wounded", "five civilians, one of them an infant"
    if count.unit is None and _HELD.search(left):
        count = replace(count, unit="persons")  # "seized 12 rifles and arrested five"
    elif count.unit is None and before and before[-1].unit is not None and i > 0:
        goes_on = before[-1].unit not in {"killed", "injured"} or _goes_on(left, right)
        count = replace(count, unit=before[-1].unit) if goes_on else count
    if not before and "of" in hints and _WHOLE.search(left):
        count = replace(count, whole=True)
    total = _OF_TOTAL.match(right) if "of" in hints else None
    out_of = _number(total.group(1)) if total else None
    if out_of is not None:
        count = replace(count, of_total=out_of)
    if left.lower().endswith("all but ") and count.value is not None:
        rest = out_of - count.value if out_of is not None else None
        count = replace(count, value=rest, low=rest, high=rest, kind="vague" if rest is None else count.kind)
    if count.noun == "other" and count.unit in _PEOPLE and count.value is not None and (named := _names_before(left)):
        count = replace(count, value=count.value + named, low=count.value + named, high=count.value + named)
    if "each" in hints and _EACH.match(text, count.end):
        count = replace(count, distributive=True)
    return _as_others(count, before)


def _as_others(count: Count, before: Sequence[Count]) -> Count:
    """The count of "others" in the unit of the weapons before: "two missiles hit X, and [two others] were brought down"."""
    others = count.noun == "other" and count.unit == "persons" and before and before[-1].unit in WEAPONS
    return replace(count, unit=before[-1].unit) if others else count


_INCLUDING = re.compile(r"\b(?:including|among them|of them|of which|of whom)\s*(?:at least\s+)?$", re.IGNORECASE)
# "147 drones, 42 [of them over] X"
_OF_THEM_THERE = re.compile(
    r"\s+of\s+(?:them|these|those|which)\s+(?:over|above|in|near|at|against|around|on)\b", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:arrested|detained|arresting|detaining|kidnapped|abducted|kidnapping|abducting)\s+(?:at least\s+|another\s+|about\s+)?$",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"[^,;.]{0,60}\bamong them\b", re.IGNORECASE)


def _is_aside(text: str, count: Count) -> bool:
    """True for people who only say of whom the rest were part, and who end their aside: ", among them two children, from A"."""
    return count.unit in _PEOPLE and _CLOSES.match(text, count.noun_end) is not None


_CLOSES = re.compile(r"\s*(?:[,.;:)–—]|$)")
_KILLING = re.compile(r"\b(?:kill|wound|injur)(?:ing|ed)\s+(?:at least\s+)?$", re.IGNORECASE)
_IN_ALL = re.compile(r"\s+(?:\w+\s+)?(?:in all|in total|altogether)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:the|them|whom|these|those)\b")
_OF_TOTAL = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+)?(\w+)\b")


_NAME = re.compile(r"\b[A-Z][\w’'-]+\s+(?:al-)?[A-Z][\w’'-]+$")
_JOINS = re.compile(r",\s+|\s+and\s+")


def _names_before(left: str) -> int:
    """How many persons are named in a list that ends before "and 14 others"."""
    if not left.endswith(" and "):
        return 0
    parts = _JOINS.split(left[: -len(" and ")])
    return next((k for k, part in enumerate(reversed(parts)) if not _NAME.search(part)), len(parts))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


_NUMBERS: dict[str, int] = {word: value for word, value in DATA["numbers"].items() if value > 1}


# "Of (the) 158 missiles and drones, 114 were brought down": the first number only says out of how many.
_WHOLE = re.compile(
    r"(?:^|[.;:]\s*|\b(?:and|that)\s+)(?:out\s+)?of\s+(?:the\s+|a total of\s+|some\s+|about\s+|these\s+)?$",
    re.IGNORECASE,
)


# "one over each of A and B", "one each over A and B".
_EACH = re.compile(r"(?:(?!\sand\s)[^,;]){0,60}?\beach\s+(?:of|over|in|near|at|above)\b", re.IGNORECASE)


def _goes_on(left: str, right: str) -> bool:
    """True for a bare number that goes on with a toll elsewhere: "six were killed in A and four in B"."""
    return _JOINED.search(left) is not None and _LOCATED.match(right) is not None


_JOINED = re.compile(r"(?:,|\band)\s+(?:another\s+)?$")
_LOCATED = re.compile(r"\s+(?:each\s+)?(?:in|at|near|outside)\s")


def without_wholes(found: Sequence[Count]) -> list[Count]:
    """All counts; "11 of 17" and "of 17, 11" keep the part alone, a number that another count swallows is dropped."""
    if len(found) > 1 and found[0].whole:
        found = _without_listed_wholes(found)
    whole = {c.of_total for c in found if c.of_total is not None}
    kept = []
    for k, count in enumerate(found):
        follows = (
            k > 0 and found[k - 1].of_total is not None and count.value in whole and count.start - found[k - 1].end <= _OUT_OF
        )
        if not follows:
            kept.append(count)
        elif kept and count.unit is not None:
            kept[-1] = replace(
                kept[-1], unit=count.unit, noun=count.noun, noun_start=count.noun_start, noun_end=count.noun_end
            )
    return kept


_OUT_OF = 16  # letters between a part and its whole: " out of all the "
_LISTED = 6  # letters of ", and " between the things of which a part is told


def _without_listed_wholes(found: Sequence[Count]) -> Sequence[Count]:
    """The counts after "of 465 drones and 32 missiles": the parts that are told of all of them together."""
    last = 1
    while last < len(found) and not _is_bare(found[last]) and found[last].start - found[last - 1].noun_end <= _LISTED:
        last += 1
    wholes, parts = found[:last], found[last:]
    if last == 1 or not parts:
        return parts if _parts_of(found[0], found[1:]) else found
    most = max(wholes, key=lambda c: c.value or 0)
    if (parts[0].value or 0) > sum(c.value or 0 for c in wholes):
        return found
    first = replace(parts[0], unit=most.unit, noun=most.noun) if _is_bare(parts[0]) else parts[0]
    return [first, *parts[1:]]


def _is_bare(count: Count) -> bool:
    """True for a number without a noun: "420 were destroyed"."""
    return count.noun == count.text


def _parts_of(whole: Count, rest: Sequence[Count]) -> bool:
    """True where later counts of the same thing are smaller: they are the parts that are told."""
    same = [c for c in rest if c.unit in {whole.unit, None}]
    return bool(same) and all((c.value or 0) <= (whole.value or 0) for c in same)
