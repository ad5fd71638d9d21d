"""Words of relations as patterns and numbers: directions, distances, fillers (``relation_words.toml``)."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.words import data_of

__all__ = [
    "ANY_DIRECTION", "DATA", "DIRECTION_LIST", "DISTANCE", "EDGE", "FILL", "LAST_WORDS", "NOUN", "NOUN_LIST", "NO_LINK", "TELLING", "WIND",
    "WORDS", "bearings", "distance", "is_extreme", "is_rural", "joined", "possible_kinds"]  # fmt: skip

DATA: dict[str, Any] = data_of("geoevents.atlas.relations", "relation_words.toml")
DATA["numbers"] |= NUMBER_WORDS
WORDS: dict[str, Any] = DATA["words"]
_NOUNS: dict[str, float] = DATA["directions"]
_ADJECTIVES: dict[str, float] = DATA["directions_adjective"]
_SHORT: dict[str, float] = DATA["directions_short"]
_DEGREES = _NOUNS | _ADJECTIVES | DATA["directions_fine"]


def joined(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _spelled(words: Iterable[str]) -> str:
    """Direction words with their hyphen and space variants: south-west, south west, southwest."""
    return "|".join(
        re.sub(r"(?<=[a-z])(?=(?:north|south|east|west))", "[- ]?", w) for w in sorted(words, key=len, reverse=True)
    )


NOUN, _ADJ = _spelled(_NOUNS), _spelled(_ADJECTIVES)
# The winds of measured distances; abbreviations only in capitals.
WIND = f"(?:{_spelled(DATA['directions_fine'])}|{NOUN}|(?-i:{joined(_SHORT)})(?![.\\w]))"
ANY_DIRECTION = f"(?:{_ADJ}|{NOUN}|{joined(WORDS['central'])})"
_AND = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?:the\s+|to\s+the\s+)?"
DIRECTION_LIST = f"{ANY_DIRECTION}(?:{_AND}{ANY_DIRECTION}){{0,5}}"
NOUN_LIST = f"(?:{NOUN})(?:{_AND}(?:{NOUN})){{0,2}}"
NO_LINK = r"(?!(?:in|at|on|near|from|to|and)\s)"
_SAID_TO_BE = f"(?:the|an?)\\s+(?:{NO_LINK}[\\w'’-]+\\s+){{0,4}}?(?:{joined(WORDS['said_to_be'])})(?:\\s+of|,)?\\s+"
FILL = f"(?:{_SAID_TO_BE}|(?:(?:{joined(WORDS['fillers'])})[\\s-]+){{0,3}})"
EDGE = f"(?:the\\s+)?(?:{DIRECTION_LIST}\\s+)?(?:{joined(WORDS['edge_nouns'])})\\s+of\\s+"

_TENS = "|".join(w for w, value in NUMBER_WORDS.items() if value >= 20)
_ONES = "|".join(w for w, value in NUMBER_WORDS.items() if value < 10)
_DIGITS = r"\d{1,3}(?:,\d{3})(?!\d)|\d+(?:[.,]\d+)?"
_SPELLED_NUMBER = f"(?:{_TENS})[- ](?:{_ONES})|{joined(DATA['numbers'])}"
_NUMBER = f"(?P<number>{joined(DATA['vague'])}|{_SPELLED_NUMBER}|{_DIGITS})(?:\\s*(?:-|–|to|or)\\s*(?P<upto>{_DIGITS}|{_SPELLED_NUMBER}))?"
_UNIT = f"(?P<unit>(?:nautical\\s+)?(?:{joined(WORDS['units'])}))"
_ABOUT = (
    f"(?:(?P<about>{joined(WORDS['approximate'])}|less than|more than|fewer than|over|under|only|just|within)\\s+)?"
)
DISTANCE = f"{_ABOUT}{_NUMBER}\\s*-?{_UNIT}(?:\\s*\\([^)]{{1,25}}\\))?"


_DIRECTION = re.compile(f"{_spelled(DATA['directions_fine'])}|{ANY_DIRECTION}")


def bearings(written: str) -> tuple[float, ...]:
    """Degrees of all direction words, once each, in text order."""
    if written in _SHORT:
        return (_SHORT[written],)
    found: list[float] = []
    for word in _DIRECTION.findall(written.lower()):
        degrees = _DEGREES.get(word.replace("-", "").replace(" ", ""))
        if degrees is not None and degrees not in found:
            found.append(degrees)
    return tuple(found)


def distance(given: Mapping[str, str | None]) -> tuple[float | None, bool]:
    """(kilometres of a match of ``DISTANCE``, True where they are vague)."""
    number, unit = (given.get("number") or "").lower(), (given.get("unit") or "").lower()
    if not number:
        return None, False
    low = _value(number)
    upto = given.get("upto")
    high = _value(upto.lower()) if upto else low
    factor = WORDS["nautical"] if "nautical" in unit else WORDS["units"].get(unit, 1.0)
    vague = bool(given.get("about")) or number in DATA["vague"] or high != low or not number[0].isdigit()
    return float((low + high) / 2 * factor), vague


def _value(number: str) -> float:
    known = DATA["vague"].get(number, DATA["numbers"].get(number))
    if known is not None:
        return float(known)
    if number[0].isdigit():
        return float(number.replace(",", "") if re.fullmatch(r"\d{1,3},\d{3}", number) else number.replace(",", "."))
    return float(sum(DATA["numbers"][part] for part in re.split(r"[- ]", number)))


def is_extreme(written: str) -> bool:
    """True for "far north", "southernmost"."""
    return not set(written.lower().split()).isdisjoint(WORDS["extreme"])


def is_rural(phrase: RelationPhrase) -> bool:
    """True for "the countryside of X", "rural X"."""
    return not set(phrase.qualifier.lower().split()).isdisjoint(WORDS["rural"])


# Words that one of the patterns before a name may end with: where another one stands there, none is tried.
_LINKS = ("of", "from", "off", "outside", "to", "into", "inside", "river", "with")
_ENDINGS = (_NOUNS, _ADJECTIVES, WORDS["central"], WORDS["near"], WORDS["fillers"], WORDS["said_to_be"], _LINKS)
LAST_WORDS = frozenset(re.findall(r"\w+", phrase)[-1] for words in _ENDINGS for phrase in words)
# Words of which the patterns of each kind need one.
_COMPASS = frozenset(part for word in _DEGREES for part in (word, *re.findall("north|south|east|west", word)))
_MEASURED = frozenset(WORDS["units"])
NEEDED: dict[str, frozenset[str]] = {
    "inside": _MEASURED, "distance_direction": _MEASURED, "distance": _MEASURED, "coast": frozenset({"off"}),
    "outskirts": frozenset(WORDS["edge_nouns"]), "bank": frozenset({"bank", "banks", "shore", "shores"}),
    "reach": frozenset({"reaches", "course", "stretch", "stretches"}), "border": frozenset(WORDS["border_nouns"]),
    "part_of": _COMPASS | frozenset(WORDS["central"]), "direction_of": _COMPASS,
    "near": frozenset({"close", "area", "vicinity", *WORDS["near"], *WORDS["rural"]}),
}  # fmt: skip


_KINDS_OF = {
    word: [kind for kind, needed in NEEDED.items() if word in needed] for word in frozenset().union(*NEEDED.values())
}


def possible_kinds(words: Collection[str]) -> set[str]:
    """Kinds of relations that these words before a name may make; a number may be written with its unit ("20km")."""
    told = {kind for word in words for kind in _KINDS_OF.get(word, ())}
    return told | _WITH_NUMBER if [word for word in words if word[0].isdigit() and not word.isdigit()] else told


_WITH_NUMBER = {kind for kind, needed in NEEDED.items() if needed is _MEASURED}
# Words of which every relation needs one, in whatever form: a sentence without any has none.
_NOUNS_OF_PAIRS = (*WORDS["road_nouns"], *WORDS["border_nouns"], *WORDS["sector_nouns"], "between")
TELLING = frozenset(
    part for phrase in (*frozenset().union(*NEEDED.values()), *_NOUNS_OF_PAIRS, *(f"{noun}s" for noun in _NOUNS_OF_PAIRS))
    for part in re.findall(r"\w+", phrase)
)  # fmt: skip
