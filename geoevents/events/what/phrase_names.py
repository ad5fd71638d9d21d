"""Which names a phrase holds: a place that a thing can happen to, a person, people told by number and nation."""

import re
from itertools import pairwise

from geoevents.atlas.mention import Mention
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.reading import Range, Reading

__all__ = [
    "has_person",
    "is_acted_on",
    "is_bare_name",
    "is_counted_nation",
    "is_private",
    "is_somebody",
    "may_be_place",
]


def is_counted_nation(r: Reading, span: tuple[int, int]) -> bool:
    """True for people told by number and nation: "another 300 Afghans", "thousands of Georgians"."""
    start, end = r.tokens[span[0]].start, r.tokens[span[1] - 1].end
    nations = [
        m.end for m in r.mentions if m.role == "demonym" and start <= m.start < end and m.text.endswith(("s", "ese"))
    ]
    last = {r.tokens[k].end for k in range(*span) if k + 1 == span[1] or r.parse.tags[k + 1] not in "NE"}
    return not last.isdisjoint(nations) and any(
        r.parse.tags[k] == "M" or (r.parse.tags[k] == "N" and r.lows[k].endswith("s"))
        for k in range(span[0], span[1] - 1)
    )


def may_be_place(mention: Mention) -> bool:
    """True for a name that a thing can happen to; the anchor of a relation too: "20 km from X, which the army left"."""
    return mention.spot is not None or (mention.role == "reference" and mention.place is not None)


_GOES_ON = re.compile(r"[\s'’-]*\w")  # a word that the name would only qualify
_JOINS = re.compile(
    r"\s+(?:and|or|but|on|in|at|by|as|after|before|when|while|which|where|during|from|to|with|without|last|late|early|overnight"
    r"|yesterday|has|have|had|is|are|was|were|fell|this|because|for|since|over|until|amid|following|despite|within|near|south|north|east|west|again|\w+day|\w+ly)\b"
)


def is_bare_name(text: str, mention: Mention) -> bool:
    """True for a literal name without a place that is no part of a longer phrase ("Kurdish fighters")."""
    if mention.role != "literal" or mention.place is not None:
        return False
    return _GOES_ON.match(text, mention.end) is None or _JOINS.match(text, mention.end) is not None


def is_acted_on(r: Reading, mention: Mention, span: Range) -> bool:
    """False for a place that only qualifies what is acted on: "the mood of Rome"."""
    at = next(k for k in range(span[0], span[1]) if r.tokens[k].start >= mention.start)
    at -= 2 if r.tokens[at - 1].lower == "the" else 1
    if at <= span[0]:
        return True
    if r.parse.tags[at] == "T" and r.tokens[at].lower in {"in", "at", "from", "near", "for", "with"}:
        return False
    if r.tokens[at].lower != "of":
        return True
    holder = r.tokens[at - 1].lower
    if holder in GRAMMAR["faces_of_ground"] and at - span[0] > 2:
        return True  # "the Syrian side of X"
    return holder in r.book.words["ground"] | r.book.words["target"] or holder in GRAMMAR["quantities"]


def _opens_with_surname(r: Reading, span: Range) -> bool:
    """True for a bare singular word that opens a sentence as its subject: it needs no article, so it is a name ("Putin, … , phoned")."""
    first = span[0]
    if first > 0 or r.parse.tags[first] not in "NE":
        return False
    word, alone = r.tokens[first].text, span[1] == first + 1 or r.tokens[first + 1].text == ","
    named = any(m.start == r.tokens[first].start for m in r.mentions)
    return (
        alone and not named and word.istitle() and not word.endswith("s") and word.lower() not in GRAMMAR["bare_nouns"]
    )


def has_person(r: Reading, span: Range) -> bool:
    """Two capitals in a row that name no place, or a capital that ends the phrase."""
    words = r.tokens[span[0] : span[1]]
    if any(t.text in r.people.names for t in words) or _opens_with_surname(r, span):
        return True
    places = {m.start for m in r.mentions if m.role != "metonym"}
    caps = [t.text[0].isupper() and t.start not in places and k + span[0] > 0 for k, t in enumerate(words)]
    pairs = any(a and b for a, b in pairwise(caps))
    return (
        pairs
        or (bool(caps) and caps[-1])
        or (
            len(words) > 1
            and words[0].text[0].isupper()
            and words[1].text[0].isupper()
            and words[1].start not in places
        )
    )


def is_private(r: Reading, span: Range) -> bool:
    """True for who holds no office: a person introduced without one, "a Canadian", "he" where no official is named."""
    if r.mask(span) & r.book.lexicon.mask("official", "party"):
        return False
    words = r.tokens[span[0] : span[1]]
    named = [t.text for t in words if t.text in r.people.names]
    if named:
        return not r.people.officials
    if r.lows[span[1] - 1] in _HE and r.people.names:
        return not r.people.officials
    return any(m.role == "demonym" and m.start == words[-1].start for m in r.mentions)


_HE = frozenset({"he", "she", "they", "i", "we", "who"})


def is_somebody(r: Reading, span: Range) -> bool:
    """True for people in any words: a name, "she", "another 30", "five Britons", "two French aid workers"; not "a film of
    hostages" or "their names"."""
    words = r.lows[slice(*span)]
    if words[-1] in _PRONOUNS or _is_bare_number(r, span):
        return True
    last = _head_end(r, span)
    if any(m.role == "demonym" and m.end == r.tokens[last - 1].end for m in r.mentions):
        return True
    mask = r.book.lexicon.mask("human", "people", "prisoner")
    for start, end, lists in r.listed:
        if span[0] <= start and end <= last and lists & mask and all(r.parse.tags[k] == "E" for k in range(end, last)):
            return True
    return last == span[1] and not r.mask((span[1] - 1, span[1])) and has_person(r, span)


_PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "who", "others", "both", "everyone", "nobody", "us", "all"}
)
_COUNTS = frozenset(
    {
        "another",
        "others",
        "more",
        "the",
        "other",
        "at",
        "least",
        "about",
        "some",
        "a",
        "further",
        "of",
        "them",
        "nearly",
        "almost",
        "all",
        "than",
        "over",
        "up",
        "to",
    }
)


def _is_bare_number(r: Reading, span: Range) -> bool:
    """True for "another 30", "at least four of them"."""
    tags = r.parse.tags[slice(*span)]
    return "M" in tags and all(tag == "M" or r.lows[span[0] + k] in _COUNTS for k, tag in enumerate(tags))


def _head_end(r: Reading, span: Range) -> int:
    """Where the noun that a phrase is about ends: before "of" ("a film | of hostages"), unless it only counts ("dozens of")."""
    for k in range(span[0] + 1, span[1]):
        tag = r.parse.tags[k]
        if tag in "PVW" or (tag == "T" and not _only_counts(r, k)) or r.lows[k] in {",", "(", "and"}:
            return k
    return span[1]


def _only_counts(r: Reading, k: int) -> bool:
    word = r.lows[k - 1]
    return r.lows[k] == "of" and (r.parse.tags[k - 1] == "M" or word in GRAMMAR["quantities"] or word in _GROUPS)


_GROUPS = frozenset(
    {
        "group",
        "groups",
        "number",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "batch",
        "party",
        "handful",
        "crowd",
        "total",
    }
)
