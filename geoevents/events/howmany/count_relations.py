"""Counts in the light of each other: parts and wholes, totals."""

import re
from collections.abc import Sequence, Set

from geoevents.articles.tokens import Token
from geoevents.events.howmany.count_words import OF_PEOPLE, WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.number_values import words_value
from geoevents.values import replace

__all__ = ["HINTS", "names_a_deed", "related", "without_wholes"]

_LEFT = 120  # letters before a number that may say what it is part of
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|a total of|bring(?:s|ing)?\s+(?:\w+\s+){0,4}?(?:to|total)|total(?:l?ing)?|overall)\b",
    re.IGNORECASE,
)


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
    people = count.unit in {"killed", "injured", "persons"} or (before and before[-1].unit in OF_PEOPLE)
    first_told = (
        not before and count.unit != "persons" and _KILLING.search(left)
    )  # "foiled a raid, killing five of them"
    if people and "of" in hints and _OF_THEM.match(right) and not first_told:
        count = replace(count, including=True)  # "30 of the wounded", "five civilians, one of them an infant"
    out_of = _out_of(tokens, i, count) if "of" in hints else None
    if out_of is not None:
        count = replace(count, of_total=out_of)
    count = _with_unit(text, count, before, left) if count.unit is None else count
    if not before and "of" in hints and _WHOLE.search(left):
        count = replace(count, whole=True)
    if left.lower().endswith("all but ") and count.value is not None:
        all_ = out_of if out_of is not None else _all_of(count, before)
        rest = all_ - count.value if all_ is not None else None
        count = replace(count, value=rest, low=rest, high=rest, kind="vague" if rest is None else count.kind)
    if count.noun == "other" and count.unit in OF_PEOPLE and count.value is not None and (named := _names_before(left)):
        count = replace(count, value=count.value + named, low=count.value + named, high=count.value + named)
    if "each" in hints and _EACH.match(text, count.end):
        count = replace(count, distributive=True)
    return _as_others(count, before)


def _with_unit(text: str, count: Count, before: Sequence[Count], left: str) -> Count:
    """A bare number in the unit that its verb or the numbers before it tell."""
    if _HELD.search(left):
        return replace(count, unit="persons")  # "seized 12 rifles and arrested five"
    if (whole := _told_whole(count, before)) is not None:
        return replace(count, unit=whole.unit)  # "ten missiles and three boats; seven of the ten fell"
    if not before or before[-1].unit is None:
        return count
    goes_on = before[-1].unit not in {"killed", "injured"} or _goes_on(left, text[count.end : count.end + _LEFT])
    return replace(count, unit=before[-1].unit) if goes_on else count


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
    return count.unit in OF_PEOPLE and _CLOSES.match(text, count.noun_end) is not None


_CLOSES = re.compile(r"\s*(?:[,.;:)–—]|$)")
_KILLING = re.compile(r"\b(?:kill|wound|injur)(?:ing|ed)\s+(?:at least\s+)?$", re.IGNORECASE)
_IN_ALL = re.compile(r"\s+(?:\w+\s+)?(?:in all|in total|altogether)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:the|them|whom|these|those)\b")


_NAME = re.compile(r"\b[A-Z][\w’'-]+\s+(?:al-)?[A-Z][\w’'-]+$")
# "Diallo and two others were killed", "killed Diallo and two others"
_ONE_NAME = re.compile(r"(?:^|[.;:]\s+|\b(?:kill|wound|injur)(?:ed|ing)\s+)[A-Z][\w’'-]+$")
_JOINS = re.compile(r",\s+|\s+and\s+")


def _names_before(left: str) -> int:
    """How many persons are named in a list that ends before "and 14 others"."""
    if not left.endswith(" and "):
        return 0
    parts = _JOINS.split(left[: -len(" and ")].rstrip(","))
    if len(parts) == 1 and _ONE_NAME.search(parts[0]):
        return 1
    return next((k for k, part in enumerate(reversed(parts)) if not _NAME.search(part)), len(parts))


def _out_of(tokens: Sequence[Token], i: int, count: Count) -> int | None:
    """The whole that a number is told to be part of: "11 of 17 drones", "thirty out of about thirty-eight missiles"."""
    k = next((k for k in range(i, len(tokens)) if tokens[k].start >= count.end), len(tokens))
    words = [t.lower for t in tokens[k : k + _OF_REACH]]
    of = next((n for n, word in enumerate(words[:2]) if word == "of"), None)
    if of is None or words[:of] not in ([], ["out"]):
        return None
    first = next((n for n in range(of + 1, len(words)) if words[n] not in _BEFORE_WHOLE), len(words))
    if first == len(words) or words[first] in {"a", "an"}:
        return None
    value, _ = words_value(tokens, k + first)
    return value if value is not None and value > 1 else None


def _told_whole(count: Count, before: Sequence[Count]) -> Count | None:
    """The weapons told before of which a number is a part, by their number."""
    return next((c for c in before if count.of_total == c.value and c.value and c.unit in WEAPONS), None)


_OF_REACH = 6  # words from a part to the number of the whole
_BEFORE_WHOLE = frozenset({"the", "about", "around", "some", "nearly", "roughly", "almost", "these", "those", "its"})


def _all_of(count: Count, before: Sequence[Count]) -> int | None:
    """The number that "all but one" is told of, that of the same things before it: "fired 75 drones, and all but one fell"."""
    last = before[-1] if before else None
    same = last is not None and count.unit == last.unit and last.unit not in OF_PEOPLE
    return last.value if last is not None and same and (last.value or 0) > (count.value or 0) else None


# "Of (the) 158 missiles and drones, 114 were brought down": the first number only says out of how many.
_WHOLE = re.compile(
    r"(?:^|[.;:]\s*|\b(?:and|that)\s+)(?:out\s+)?of\s+(?:the\s+|a total of\s+|some\s+|about\s+|these\s+)?$",
    re.IGNORECASE,
)


# "one over each of A and B", "one each over A and B".
_EACH = re.compile(r"(?:(?!\sand\s)[^,;]){0,60}?\beach\s+(?:of|over|in|near|at|above)\b", re.IGNORECASE)


def names_a_deed(text: str, count: Count) -> bool:
    """True for "one" or "another" that is no number but an attack: "a raid on A killed nine and [one] on B wounded twelve"."""
    if count.unit is not None or count.text.lower() not in {"one", "another"}:
        return False
    if _ON_A_PLACE.match(text, count.end) is None:
        return False
    return (
        text.endswith("including ", 0, count.start) or _KILLS.match(text, count.end) is not None
    )  # "raids on X, including [one] on A"


_ON_A_PLACE = re.compile(r"\s+(?:(?:strike|attack|raid|blast|bomb)\s+)?(?:on|in|at|near|against|outside|of)\s")


def _goes_on(left: str, right: str) -> bool:
    """True for a bare number that goes on with a toll elsewhere: "six were killed in A and four in B"."""
    return _JOINED.search(left) is not None and _LOCATED.match(right) is not None and not _KILLS.match(right)


_JOINED = re.compile(r"(?:[,:;]|\band)\s+(?:another\s+)?$")
# "another one in B | killed three": who did it
_KILLS = re.compile(
    r"(?:(?!\band\b)[^,;.]){0,60}\b(?:killed|wounded|injured|left)\s+(?!in\b|on\b|by\b|and\b|when\b|as\b)\w"
)
_LOCATED = re.compile(r"\s+(?:each\s+)?(?:in|at|near|outside)\s")


def without_wholes(found: Sequence[Count]) -> list[Count]:
    """All counts; "11 of 17" and "of 17, 11" keep the part alone, a number that another count swallows is dropped."""
    if len(found) > 1 and found[0].whole:
        found = _without_listed_wholes(found)
    whole = {c.of_total for c in found if c.of_total is not None}
    kept = []
    for k, count in enumerate(found):
        follows = (
            k > 0
            and found[k - 1].of_total is not None
            and count.value in whole
            and count.start - found[k - 1].end < _NEAR_WHOLE
        )
        if not follows:
            kept.append(count)
        elif kept and count.unit is not None:
            kept[-1] = replace(
                kept[-1], unit=count.unit, noun=count.noun, noun_start=count.noun_start, noun_end=count.noun_end
            )
    return kept


_NEAR_WHOLE = 20  # letters of " out of roughly "
_LISTED = 6  # letters of ", and " between the things of which a part is told


def _without_listed_wholes(found: Sequence[Count]) -> Sequence[Count]:
    """The counts after "of 465 drones and 32 missiles": the parts that are told of all of them together."""
    last = 1
    while last < len(found) and not _is_bare(found[last]) and found[last].start - found[last - 1].noun_end <= _LISTED:
        last += 1
    wholes, parts = found[:last], found[last:]
    if last == 1 or not parts:
        return _of_whole(wholes, parts) if _parts_of(found[0], found[1:]) else found
    most = max(wholes, key=lambda c: c.value or 0)
    if (parts[0].value or 0) > sum(c.value or 0 for c in wholes):
        return found
    first = replace(parts[0], unit=most.unit, noun=most.noun) if _is_bare(parts[0]) else parts[0]
    return _of_whole(wholes, [first, *parts[1:]])


def _of_whole(wholes: Sequence[Count], parts: Sequence[Count]) -> list[Count]:
    """The first part of each thing with the number of its whole."""
    told, seen = [], set()
    for part in parts:
        whole = next((w for w in wholes if w.unit == part.unit and w.unit not in seen), None)
        seen.add(part.unit)
        told.append(part if whole is None else replace(part, whole=True, of_total=whole.value))
    return told


def _is_bare(count: Count) -> bool:
    """True for a number without a noun: "420 were destroyed"."""
    return count.noun_end == count.end


def _parts_of(whole: Count, rest: Sequence[Count]) -> bool:
    """True where later counts of the same thing are smaller: they are the parts that are told."""
    same = [c for c in rest if c.unit in {whole.unit, None}]
    return bool(same) and all((c.value or 0) <= (whole.value or 0) for c in same)
