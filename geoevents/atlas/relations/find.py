"""Spatial relations found in text: "south of X", "south-western X", "20 km from X", "between X and Y", "the X-Y road"."""

import re
from collections.abc import Sequence

from geoevents.atlas.relations.pairs import pair
from geoevents.atlas.relations.phrase import RelationKind, RelationPhrase
from geoevents.atlas.relations.told_where import only_locating
from geoevents.atlas.relations.words import (
    ANY_DIRECTION,
    DIRECTION_LIST,
    DISTANCE,
    EDGE,
    FILL,
    LAST_WORDS,
    NOUN,
    NOUN_LIST,
    WIND,
    WORDS,
    bearings,
    distance,
    is_extreme,
    joined,
    possible_kinds,  # fmt: skip
)
from geoevents.values import replace

__all__ = ["find_relations"]

_FAR = r"(?:(?:far|extreme|deep)\s+)?"
_SHORE = r"(?:coasts?\s+of\s+|shores?\s+of\s+|coastline\s+of\s+)"
_REACHES = r"(?P<side>upper|middle|lower)\s+(?:reaches|course|stretch(?:es)?)\s+of"

# Each pattern ends where the name begins.  Order matters: the most telling first.
_BODIES: tuple[tuple[RelationKind, str], ...] = (
    ("inside", rf"{DISTANCE}\s+(?:deep\s+)?(?:inside|into)\s+{FILL}"),
    ("distance_direction",
     rf"{DISTANCE}\s+(?:to\s+the\s+|due\s+|further\s+)?(?P<dirs>{WIND}|upstream|downstream|inland)\s+(?:of|from)\s+(?P<edge>{EDGE})?{FILL}"),
    ("coast", rf"{DISTANCE}\s+off\s+(?:the\s+)?(?:(?P<dirs>{DIRECTION_LIST})\s+)?{_SHORE}?(?:the\s+)?{FILL}"),
    ("distance", rf"{DISTANCE}\s+(?:away\s+)?(?:from|outside)\s+(?P<edge>{EDGE})?{FILL}"),
    ("distance", rf"within\s+{DISTANCE}\s+of\s+{FILL}"),
    ("outskirts", rf"(?:(?P<dirs>{DIRECTION_LIST})\s+)?(?:{joined(WORDS['edge_nouns'])})\s+(?:of|to)\s+{FILL}"),
    ("bank", rf"(?P<dirs>(?P<side>left|right)|{ANY_DIRECTION})(?:\s+|-)(?:bank|shore)s?\s+of\s+(?:the\s+)?(?:river\s+)?"),
    ("reach", rf"{_REACHES}\s+(?:the\s+)?(?:river\s+)?"),
    ("coast", rf"off\s+(?:the\s+)?(?:(?P<dirs>{DIRECTION_LIST})\s+)?{_SHORE}?(?:the\s+)?{FILL}"),
    ("border", rf"(?:{joined(WORDS['border_nouns'])})\s+(?:line\s+|area\s+|zone\s+)?(?:of|with)\s+(?:the\s+)?(?:neighbou?ring\s+)?"),
    ("part_of", rf"(?:in|of|from|across|over|into)\s+the\s+(?P<dirs>{_FAR}(?:{NOUN}|centre|center|heart))\s+of\s+{FILL}"),
    ("part_of", rf"(?<!\bto\s)the\s+(?P<dirs>{_FAR}{NOUN})\s+of\s+{FILL}"),
    ("part_of", rf"(?P<dirs>{DIRECTION_LIST})\s+(?:{joined(WORDS['part_nouns'])})\s+of\s+{FILL}"),
    ("direction_of", rf"(?:to\s+the\s+|just\s+)?(?P<dirs>{NOUN_LIST})\s+of\s+{FILL}"),
    ("part_of", rf"(?P<dirs>{_FAR}{DIRECTION_LIST})\s+(?:(?:annexed|occupied)\s+)?"),
    ("near", rf"(?:{joined(WORDS['near'])}|close\s+to|in\s+the\s+(?:area|vicinity)\s+of)\s+{FILL}"),
)  # fmt: skip
_LEFT = tuple((kind, re.compile(rf"(?<!\w){body}\s*$", re.IGNORECASE)) for kind, body in _BODIES)
_WORD = re.compile(r"\w+")
_SECTOR = re.compile(rf"^\s+(?:{joined(WORDS['sector_nouns'])})\b(?!\s*(?:line|man))", re.IGNORECASE)
# "X's south-east", "X's far north", "X's eastern regions"; not "X's South Kivu province".
_OWN_PART = re.compile(
    rf"['’]s\s+(?P<dirs>{_FAR}(?:{NOUN})(?=\s*(?:[.,;:)]|$|[a-z]))(?!\s+(?:coast|shore|border))"
    rf"|{DIRECTION_LIST}(?=\s+(?:areas?|parts?|regions|provinces|districts|half|fringes?|countryside)\b))"
)
_COUNTRYSIDE = re.compile(rf"^(?:['’]s)?\s+(?:(?P<dirs>{DIRECTION_LIST})\s+)?countryside\b", re.IGNORECASE)
_LONGEST_WORD = 25  # letters, with the space after it
_REACH = 110  # letters before a name that a relation may take


def find_relations(
    text: str, begin: int, spans: Sequence[tuple[int, int]], *, peoples: frozenset[int] = frozenset()
) -> tuple[RelationPhrase, ...]:
    """Relations that the spans of one sentence anchor, in text order; at most one for a span.  ``begin``: where the sentence does.

    Spans of ``peoples`` ("Turkish") may be the second of one ("into Syria from the Turkish border"); two of them anchor
    their border ("the Turkish-Syrian border").
    """
    found: list[RelationPhrase] = []
    for index, (start, end) in enumerate(spans):
        if [p for p in found if index in {p.anchor, p.second}]:
            continue
        named = [e for k, (_, e) in enumerate(spans) if e <= start and k not in peoples]
        floor = max([begin, start - _REACH, *(named if index not in peoples else [e for _, e in spans if e <= start])])
        if index in peoples:
            found += _between_peoples(text, spans, index, peoples, floor)
            continue
        phrase = (
            pair(text, spans, index, floor)
            or _of_owned(text, spans, index, _left(text, index, floor, start, end))
            or _right(text, index, start, end)
        )  # fmt: skip
        if phrase is not None:
            phrase = _as_called(text, start, end, _with_second(text, spans, phrase))
            found.append(only_locating(text, spans, phrase, begin=begin, peoples=peoples))
    for k in range(len(found) - 1):
        if _points_ahead(text, found[k], found[k + 1]):
            found[k], found[k + 1] = replace(found[k], creates=False, ahead=True), replace(found[k + 1], creates=True)
    return tuple(found)


def _points_ahead(text: str, phrase: RelationPhrase, behind: RelationPhrase) -> bool:
    """True where a phrase only says on which side of a town the place named next lies: "north-west of X near Y"."""
    told = phrase.kind in {"direction_of", "distance_direction"} and behind.kind == "near"
    return told and behind.anchor == phrase.anchor + 1 and not text[phrase.phrase_end : behind.phrase_start].strip()


_CLASS = rf"(?:{joined(WORDS['area_classes'])})"
_CLASS_OF = re.compile(rf"\b{_CLASS}s?\s+of\s+$")
_CLASS_BEHIND = re.compile(rf"\s+{_CLASS}\b")


def _as_called(text: str, start: int, end: int, phrase: RelationPhrase) -> RelationPhrase:
    """The phrase, marked where the area that a compass word stands before is told with its class word."""
    if phrase.kind != "part_of" or phrase.side or phrase.phrase_start > start:
        return phrase
    if _CLASS_OF.search(text, phrase.phrase_start, start):
        return replace(phrase, called="before")
    near = text[phrase.phrase_start : start].lower().split()[-1:] == phrase.qualifier.lower().split()[-1:]
    return replace(phrase, called="behind") if near and _CLASS_BEHIND.match(text, end) else phrase


def _between_peoples(
    text: str, spans: Sequence[tuple[int, int]], index: int, peoples: frozenset[int], floor: int
) -> list[RelationPhrase]:
    """The border of two peoples that a hyphen joins."""
    if index + 1 not in peoples:
        return []
    phrase = pair(text, spans, index, floor)
    joined_by_hyphen = phrase is not None and phrase.kind == "border" and phrase.phrase_start == spans[index][0]
    return [phrase] if phrase is not None and joined_by_hyphen else []


def _left(text: str, index: int, floor: int, start: int, end: int) -> RelationPhrase | None:
    left = text[floor:start]
    if LAST_WORDS.isdisjoint(_WORD.findall((left[-_LONGEST_WORD:].strip() or left).lower())[-1:]):
        return None
    kinds = possible_kinds(_WORD.findall(left.lower()))
    for kind, pattern in _LEFT:
        match = pattern.search(left) if kind in kinds else None
        if match is not None:
            return _told(kind, match, index, floor, end)
    return None


_OWNS = re.compile(
    r"['’]s\s+(?:[a-z]+\s+){0,2}|(?:\s+(?:region|province|state))?\s+(?:[a-z]+[- ]){0,2}?(?:town|city|village|port|settlement)\s+of\s+"
    r"|(?:['’]s)?\s+(?:(?:region|province|state)(?:['’]s)?\s+)?(?:[a-z]+\s+)?capital,?\s+(?:of\s+)?"
)


_OF_THE = re.compile(r"\bof\s+(?:the\s+)?$")


def _of_owned(
    text: str, spans: Sequence[tuple[int, int]], index: int, phrase: RelationPhrase | None
) -> RelationPhrase | None:
    """The phrase, anchored by what its name holds: "the north of X's Y region" is the north of Y, "west of the X town of Y" of Y."""
    if phrase is None or index + 1 >= len(spans) or not _OWNS.fullmatch(text, spans[index][1], spans[index + 1][0]):
        return phrase
    owner = text[phrase.phrase_start : spans[index][0]]
    if phrase.kind == "part_of" and (owner[:1].isupper() or not _OF_THE.search(owner)):
        return phrase  # "South X's Y district", "northern X's Y province": Y lies in that part of X
    return replace(phrase, anchor=index + 1, phrase_end=spans[index + 1][1])


def _told(kind: RelationKind, match: re.Match[str], index: int, floor: int, end: int) -> RelationPhrase:
    """The phrase that a match before a name is."""
    given = match.groupdict()
    written = given.get("dirs") or ""
    km, vague = distance(given)
    side = (given.get("side") or "").lower()
    return RelationPhrase(
        kind=kind,
        anchor=index,
        bearings=bearings(written),
        distance_km=km,
        approximate=vague,
        extreme=is_extreme(written),
        from_edge=bool(given.get("edge")),
        side=side or None,
        phrase_start=floor + match.start(),
        phrase_end=end,
        qualifier=" ".join((written or (f"{side} reaches" if kind == "reach" else match.group())).split()),
    )


def _right(text: str, index: int, start: int, end: int) -> RelationPhrase | None:
    """A relation that stands after its name: the X sector, X's south-east."""
    tail = text[end : end + 40]
    sector = _SECTOR.match(tail)
    if sector is not None:
        return RelationPhrase(
            kind="sector",
            anchor=index,
            phrase_start=start,
            phrase_end=end + sector.end(),
            qualifier=sector.group().strip(),
        )
    own = _COUNTRYSIDE.match(tail) or (_OWN_PART.match(tail) if tail[:1] in {"'", "’"} else None)
    if own is None:
        return None
    written = own["dirs"] or ""
    return RelationPhrase(
        kind="part_of" if written else "near", anchor=index, bearings=bearings(written), extreme=is_extreme(written),
        phrase_start=start, phrase_end=end + own.end(), qualifier=" ".join((written or own.group()).split()),
    )  # fmt: skip


_IN = re.compile(r"\s*,?\s+(?:river\s+)?(?:in|of|at)\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?", re.IGNORECASE)
_FROM_BORDER = re.compile(r"[^.;]{0,30}\b(?:from|across|over)\s+(?:the|its)\s+(?:border\s+with\s+)?$", re.IGNORECASE)
_AREA_BEFORE = re.compile(
    r"\s+(?:region|oblast|province|state|governorate|county|district|prefecture)?,?\s*(?:\w+\s+){0,3}?"
    r"(?:near|on|along|at|in|by|close to)\s+(?:the|its)\s+$",
    re.IGNORECASE,
)


def _with_second(text: str, spans: Sequence[tuple[int, int]], phrase: RelationPhrase) -> RelationPhrase:
    """The phrase with the other place it needs: the area of a bank, the country beyond a border."""
    at = phrase.anchor
    gap = text[spans[at][1] : spans[at + 1][0]] if at + 1 < len(spans) else None
    if gap is not None and phrase.kind in {"bank", "reach"} and _IN.fullmatch(gap):
        return replace(phrase, second=at + 1)
    if gap is not None and phrase.kind == "inside" and _FROM_BORDER.fullmatch(gap):
        return replace(phrase, second=at + 1)
    if phrase.kind == "border" and phrase.second is None and at > 0 and _area_before(text, spans[at - 1][1], phrase):
        return replace(phrase, anchor=at - 1, second=at, phrase_start=spans[at - 1][0])
    return phrase


def _area_before(text: str, end: int, phrase: RelationPhrase) -> bool:
    """True for "X region, near the border with Y"."""
    return _AREA_BEFORE.fullmatch(text, end, phrase.phrase_start) is not None
