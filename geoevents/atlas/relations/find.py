"""Spatial relations: "south of X", "south-western X", "20 km from X", "between X and Y" - found in text, then drawn."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from geoevents.articles.tokens import Token

__all__ = ["RelationPhrase", "find_relations"]

RelationKind = Literal[
    "part_of",
    "direction_of",
    "distance",
    "distance_direction",
    "near",
    "between",
    "sector",
    "outskirts",
    "coast",
    "bank",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationPhrase:
    """A relation and the spans that anchor it.

    ``anchor``, ``second`` are indices into the spans given to ``find_relations``; ``bearings`` are degrees (empty for
    "central"); ``qualifier`` the words as written.  ``creates`` is False where a named place stands just before it, so
    that the phrase only tells where that place lies.
    """

    kind: RelationKind
    anchor: int
    second: int | None = None
    bearings: tuple[float, ...] = ()
    distance_km: float | None = None
    approximate: bool = False
    extreme: bool = False
    phrase_start: int
    phrase_end: int
    qualifier: str
    creates: bool = True


_DATA = tomllib.loads(files("geoevents.atlas.relations").joinpath("relation_words.toml").read_text("utf-8"))


_NOUNS: dict[str, float] = _DATA["directions"]


_ADJECTIVES: dict[str, float] = _DATA["directions_adjective"]


_W = _DATA["words"]


def _joined(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _spelled(words: Sequence[str]) -> str:
    """Direction words with their hyphen and space variants: south-west, south west, southwest."""
    return "|".join(re.sub(r"^(north|south)(east|west)", r"\1[- ]?\2", w) for w in sorted(words, key=len, reverse=True))


_NOUN, _ADJ = _spelled(list(_NOUNS)), _spelled(list(_ADJECTIVES))


_ANY = f"(?:{_ADJ}|{_NOUN}|{_joined(_W['central'])})"


_LIST = f"{_ANY}(?:(?:,\\s*|\\s+and\\s+|,\\s+and\\s+){_ANY}){{0,5}}"


_FILL = f"(?:(?:{_joined(_W['fillers'])})[\\s-]+){{0,3}}"


_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?|a few|several|dozens of|two|three|four|five|six|seven|eight|nine|ten|a dozen|twenty|thirty)"


_UNIT = f"(?P<unit>(?:nautical\\s+)?(?:{_joined(list(_W['units']))}))"


_ABOUT = f"(?:(?P<about>{_joined(_W['approximate'])}|less than|more than|fewer than|over|under|only|just)\\s+)?"
_DISTANCE = f"{_ABOUT}{_NUMBER}\\s*-?{_UNIT}(?:\\s*\\([^)]{{1,25}}\\))?"


_WORDS = {"a few": 4.0, "several": 5.0, "dozens of": 36.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
          "eight": 8.0, "nine": 9.0, "ten": 10.0, "a dozen": 12.0, "twenty": 20.0, "thirty": 30.0}  # fmt: skip


# Each pattern ends where the name begins.  Order matters: the most telling first.
_BODIES: tuple[tuple[RelationKind, str], ...] = (
    ("distance_direction", rf"{_DISTANCE}\s+(?:to\s+the\s+)?(?P<dirs>{_NOUN}|upstream|downstream|inland)\s+(?:of|from)\s+{_FILL}"),
    ("distance", rf"{_DISTANCE}\s+(?:away\s+)?(?:from|off|outside)\s+{_FILL}"),
    ("outskirts", rf"(?:(?P<dirs>{_LIST})\s+)?(?:{_joined(_W['edge_nouns'])})\s+(?:of|to)\s+{_FILL}"),
    ("bank", rf"(?P<dirs>left|right|{_ANY})\s+(?:bank|side)\s+of\s+(?:the\s+)?"),
    ("coast", rf"off\s+(?:the\s+)?(?:(?P<dirs>{_LIST})\s+)?(?:coasts?\s+of\s+|shores?\s+of\s+)?(?:the\s+)?{_FILL}"),
    ("part_of", rf"(?:in|of|from|across|over|into)\s+the\s+(?P<dirs>(?:far\s+)?(?:{_NOUN}|centre|center|heart))\s+of\s+{_FILL}"),
    ("part_of", rf"(?P<dirs>{_LIST})\s+(?:{_joined(_W['part_nouns'])})\s+of\s+{_FILL}"),
    ("direction_of", rf"(?:to\s+the\s+|just\s+)?(?P<dirs>{_NOUN})\s+of\s+{_FILL}"),
    ("part_of", rf"(?P<dirs>(?:far\s+)?(?:{_LIST}))\s+(?:(?:annexed|occupied)\s+)?"),
    ("near", rf"(?:{_joined(_W['near'])}|close\s+to|in\s+the\s+(?:area|vicinity)\s+of)\s+{_FILL}"),
)  # fmt: skip
_LEFT = tuple((kind, re.compile(rf"(?<!\w){body}\s*$", re.IGNORECASE)) for kind, body in _BODIES)


# Words that one of these patterns may end with: where another one stands before a name, none is tried.
_WORD = re.compile(r"\w+")
_LAST_WORDS = frozenset(
    last
    for words in (_NOUNS, _ADJECTIVES, *(_W[name] for name in ("central", "near", "fillers")), ("of", "from", "off", "outside", "to"))
    for phrase in words
    for last in _WORD.findall(phrase)[-1:]
)  # fmt: skip


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)


_SECTOR = re.compile(rf"^\s+(?:{_joined(_W['sector_nouns'])})\b(?!\s*(?:line|man))", re.IGNORECASE)


_REACH = 110  # letters before a name that a relation may take


def find_relations(text: str, tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> tuple[RelationPhrase, ...]:
    """Relations that the spans of one sentence anchor, in text order; at most one for a span."""
    begin = tokens[0].start if tokens else 0
    found = []
    for index, (start, end) in enumerate(spans):
        floor = max([begin, start - _REACH, *(e for s, e in spans if e <= start)])
        phrase = (
            _between(text, spans, index) or _left(text, index, floor, start, end) or _sector(text, index, start, end)
        )
        if phrase is not None:
            found.append(_created(text, spans, phrase))
    return tuple(found)


def _between(text: str, spans: Sequence[tuple[int, int]], index: int) -> RelationPhrase | None:
    start, end = spans[index]
    match = _BETWEEN.search(text, max(0, start - 30), start)
    if (
        match is None
        or index + 1 >= len(spans)
        or not re.fullmatch(r"\s+and\s+(?:the\s+)?(?:\w+\s+of\s+)?", text[end : spans[index + 1][0]])
    ):
        return None
    return RelationPhrase(
        kind="between", anchor=index, second=index + 1, phrase_start=match.start(), phrase_end=spans[index + 1][1],
        qualifier="between",
    )  # fmt: skip


def _left(text: str, index: int, floor: int, start: int, end: int) -> RelationPhrase | None:
    left = text[floor:start]
    if _LAST_WORDS.isdisjoint(_WORD.findall(left.lower())[-1:]):
        return None
    for kind, pattern in _LEFT:
        match = pattern.search(left)
        if match is None:
            continue
        given = match.groupdict()
        written = given.get("dirs") or ""
        return RelationPhrase(
            kind=kind,
            anchor=index,
            bearings=_bearings(written),
            distance_km=_distance(given),
            approximate=bool(given.get("about")) or (given.get("number") or "0")[0].isalpha(),
            extreme=any(w in written.lower().split() or w == written.lower() for w in _W["extreme"]),
            phrase_start=floor + match.start(),
            phrase_end=end,
            qualifier=" ".join((written or match.group()).split()).strip(),
        )
    return None


def _sector(text: str, index: int, start: int, end: int) -> RelationPhrase | None:
    match = _SECTOR.match(text[end : end + 20])
    if match is None:
        return None
    return RelationPhrase(
        kind="sector", anchor=index, phrase_start=start, phrase_end=end + match.end(), qualifier=match.group().strip()
    )


def _bearings(written: str) -> tuple[float, ...]:
    """Degrees of all direction words, once each, in text order."""
    found: list[float] = []
    for word in re.findall(_ANY, written.lower()):
        plain = re.sub(r"[- ]", "", word)
        degrees = _ADJECTIVES.get(plain, _NOUNS.get(plain))
        if degrees is not None and degrees not in found:
            found.append(degrees)
    return tuple(found)


def _distance(given: dict[str, str | None]) -> float | None:
    number, unit = given.get("number"), (given.get("unit") or "").lower()
    if number is None:
        return None
    value = _WORDS.get(number.lower()) or float(number.replace(",", "."))
    return float(value * (_W["nautical"] if "nautical" in unit else _W["units"].get(unit, 1.0)))


# Between a named place and a relation that only says where it lies: "X, a ruined village some 13 km south of Y".
_APPOSITION = re.compile(
    r"\s*[,(]?\s*(?:(?:a|an|the|which|that|lies|lying|is|located|situated|just|only|called|known|one|of|its|small|tactically|"
    r"important|strategic|key|ruined|tiny|largely|now|border|mining|town|village|city|settlement|place|hamlet|locality|"
    r"community|suburb|port|district|area|railway|junction|hub|to|on|and|further|[a-z]+(?:ed|ing|ly|al|ic|ant))\s+){0,9}(?:lies\s+)?$",
    re.IGNORECASE,
)


# "X, a place of 2,000 people before the war, about 10 km south of Y"; "the village lies some 10 km south of Y".
_APPOSED = re.compile(r"\s*,\s*(?:a|an|the|one of)\s[^.;:()]{0,100}?,?\s*(?:some\s+|about\s+|just\s+)?")
_LIES = re.compile(r"\b(?:lies|lie|lying|is|located|situated|stands)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IN_SECTOR = re.compile(r"\s*,?\s*(?:in|on|of)\s+the\s+")


def _created(text: str, spans: Sequence[tuple[int, int]], phrase: RelationPhrase) -> RelationPhrase:
    """The phrase, marked as only locating where a place stands just before it."""
    if phrase.kind not in {"direction_of", "distance", "distance_direction", "near", "sector"}:
        return phrase
    before = [e for _, e in spans if e <= phrase.phrase_start]
    pattern = _IN_SECTOR if phrase.kind == "sector" else _APPOSITION
    told_where = before and (
        pattern.fullmatch(text[before[-1] : phrase.phrase_start])
        or _APPOSED.fullmatch(text[before[-1] : phrase.phrase_start])
    )
    lies = phrase.kind != "sector" and _LIES.search(text[max(0, phrase.phrase_start - 60) : phrase.phrase_start])
    if not told_where and not lies:
        return phrase
    from dataclasses import replace

    return replace(phrase, creates=False)
