"""What a phrase of a sentence is: which word classes it holds, whether it names a place, an actor or a person."""

import re
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise
from typing import TYPE_CHECKING

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.phrases import Phrases
from geoevents.events.sentence.slots import Slots
from geoevents.events.what.lexicon import Listed, within
from geoevents.events.who.people import NOBODY, People
from geoevents.values import dataclass

if TYPE_CHECKING:
    from geoevents.events.codebook import Codebook

__all__ = [
    "JUDGED", "Reading", "SPECIAL_CLASSES", "has_conflict_actor", "holds", "is_bare_name", "is_class", "names_a_place",
    "says_where",
    "starts_with_count",
]  # fmt: skip

_MARTIAL = Phrases(GRAMMAR["martial"])
_MARTIAL_WITHIN = Phrases(GRAMMAR["martial"] | GRAMMAR["martial_within"])


def has_conflict_actor(text: str) -> bool:
    """True where a text speaks of armies, courts or armed groups at all (4.8); ``subject.py`` judges what it is about."""
    return _MARTIAL.pattern.search(text) is not None


Range = tuple[int, int]
SPECIAL_CLASSES = frozenset({"place", "person", "actor"})
# Classes that "nine", "they", "the rest" may take from the sentence before: what is shot, sunk, swapped.
_NAMED_BEFORE = frozenset({"drone", "missile", "plane", "shell", "ship", "sea_drone", "prisoner"})
_IN_OFFICE = ("official", "dignitary")  # the lists that the name of a person in office stands for
# Classes that no list alone decides.
JUDGED = SPECIAL_CLASSES | _NAMED_BEFORE | {"crowd"}


@dataclass(slots=True)
class Reading:
    """One sentence while its triggers are looked for; ``dated``: it tells a date; ``before``: words of the one before.

    What many triggers ask is kept: the clause of each word, the lists that each word is in, what a range is judged to be.
    """

    text: str
    parse: Parse
    mentions: Sequence[Mention]
    book: "Codebook"
    dated: bool
    before: Sequence[str] = ()
    people: People = NOBODY
    tokens: Sequence[Token] = ()
    lows: list[str] = field(default_factory=list)
    clause_of: list[int] = field(default_factory=list)
    listed: Listed = ()
    known_masks: dict[Range, int] = field(default_factory=dict)
    known_classes: dict[tuple[Range, str], bool] = field(default_factory=dict)
    mask_before: int | None = None
    martial: bool | None = None
    near_place: bool | None = None
    known_low: str | None = None

    def __post_init__(self) -> None:
        """Words and clauses by position."""
        self.tokens = tokens = self.parse.tokens
        self.lows = [t.lower for t in tokens]
        self.clause_of = [n for n, c in enumerate(self.parse.clauses) for _ in range(c.first, c.last)]
        self.listed = [*self.book.lexicon.listed(self.lows), *self._officials(), *self._numbered()]

    def _officials(self) -> Listed:
        """The names of persons in office."""
        at = [k for k, t in enumerate(self.tokens) if t.text in self.people.officials]
        mask = self.book.lexicon.mask(*_IN_OFFICE) if at else 0
        return [(k, k + 1, mask) for k in at]

    def _numbered(self) -> Listed:
        """Phrases with a number inside them: "attacked with [at least 188] drones", "a raid by [17] drones"."""
        found: list[tuple[int, int, int]] = []
        for k, word in enumerate(self.lows[:-2]):
            end = k + 1
            while word in _MADE_WITH and end < len(self.lows) and _is_amount(self, end):
                end += 1
            if end > k + 1:
                spans = self.book.lexicon.listed([word, *self.lows[end : end + 3]])
                found += [(k, end + last - 1, mask) for first, last, mask in spans if first == 0 and last > 1]
        return found

    @property
    def low(self) -> str:
        """The sentence in small letters."""
        if self.known_low is None:
            self.known_low = self.text[self.tokens[0].start : self.tokens[-1].end].lower()
        return self.known_low

    def clause_tokens(self, i: int) -> Range:
        """(first, after last) token numbers of the clause of a token."""
        clause = self.parse.clauses[self.clause_of[i]]
        return clause.first, clause.last

    def clause_index(self, i: int) -> int:
        """Number of the clause of a token."""
        return self.clause_of[i]

    def words(self, span: Range | None) -> list[str]:
        """Lower-case tokens of a range; [] for None."""
        return self.lows[span[0] : span[1]] if span else []

    def mask(self, span: Range) -> int:
        """Mask of the codebook's lists that a word or phrase of a range is in."""
        known = self.known_masks.get(span)
        if known is None:
            known = self.known_masks[span] = within(self.listed, *span)
        return known

    def named_before(self, mask: int) -> bool:
        """True where the sentence before has a word or phrase of some lists."""
        if self.mask_before is None:
            self.mask_before = within(self.book.lexicon.listed(self.before), 0, len(self.before))
        return bool(self.mask_before & mask)

    def is_martial(self) -> bool:
        """True where the sentence or the one before speaks of armies, courts or armed groups."""
        if self.martial is None:
            self.martial = _MARTIAL_WITHIN.stand_in(self.lows) or _MARTIAL_WITHIN.stand_in(self.before)
        return self.martial


_MADE_WITH = frozenset({"with", "by", "using", "of", "involving"})


def _is_amount(r: Reading, k: int) -> bool:
    """True for a word that tells how many: "at least 188", "dozens of"."""
    if r.lows[k] == "of":
        return r.lows[k - 1] in {"dozens", "hundreds", "scores", "number"}
    return r.parse.tags[k] == "M" or r.lows[k] in GRAMMAR["amounts"]


def says_where(r: Reading, clause: Range) -> bool:
    """True where a clause opens with the place of its speaker: "In X, ", "Speaking in X, ", "told reporters in X"."""
    first = clause[0]
    if r.tokens[first].lower in {"speaking", "talking"}:
        first += 1
    if _told_in_a_place(r, clause):
        return True
    if r.tokens[first].lower not in {"in", "from", "at"} or first + 1 >= clause[1]:
        return False
    comma = next((k for k in range(first, min(clause[1], first + 8)) if r.tokens[k].text == ","), None)
    return comma is not None and any(
        m.spot is not None and r.tokens[first].start < m.start < r.tokens[comma].start for m in r.mentions
    )


def _told_in_a_place(r: Reading, clause: Range) -> bool:
    """True for "told reporters in X", "said at a briefing in X", "said from X"."""
    heard = {"reporters", "journalists", "briefing", "conference", "interview", "speech"}
    for k in range(clause[0], clause[1] - 2):
        hall = r.lows[k] in {"parliament", "lawmakers", "forum"} and not {"told", "addressed"}.isdisjoint(
            r.lows[max(0, k - 4) : k]
        )
        said = hall or r.lows[k] in {"said", "spoke", "speaking", "announced", "declared"}
        said = said and r.lows[k + 1] in {"from", "in"}
        if said or (r.tokens[k].lower in heard and r.tokens[k + 1].lower in {"in", "at"}):
            return any(m.spot is not None and 0 <= m.start - r.tokens[k + 1].end < 6 for m in r.mentions)
    return False


def starts_with_count(r: Reading, slots: Slots) -> bool:
    """True where what is acted on is a bare number: "nine were shot down"."""
    words = [w for w in r.words(slots.object) if w not in {"and", "but", "the", "at", "least", "about", "some"}]
    return bool(words) and (
        words[-1].isdigit()
        or words[-1] in GRAMMAR["number_words"]
        or words[0] in GRAMMAR["number_words"]
        or words[0].isdigit()
    )


def holds(r: Reading, span: Range | None, mask: int, judged: Sequence[str]) -> bool:
    """True where a phrase has a word of some lists, or is of a class that no list alone decides."""
    if span is None or span[0] >= span[1]:
        return False
    if r.mask(span) & mask:
        return True
    for name in judged:  # noqa: SIM110 - asked some hundred times an article
        if is_class(r, span, name):
            return True
    return False


def is_class(r: Reading, span: Range | None, name: str) -> bool:
    """True where a phrase holds a word of a class, a named place, an actor or a person."""
    if span is None or span[0] >= span[1]:
        return False
    if name not in JUDGED:
        return bool(r.mask(span) & r.book.lexicon.mask(name))
    known = r.known_classes.get((span, name))
    if known is None:
        known = r.known_classes[span, name] = _is_class(r, span, name)
    return known


def _is_class(r: Reading, span: Range, name: str) -> bool:
    if name == "person":
        return _has_person(r, span)
    if name == "crowd" and _counted_nation(r, span):
        return True
    if name in {"place", "actor"}:
        start, end = r.tokens[span[0]].start, r.tokens[span[1] - 1].end
        inside = [m for m in r.mentions if start <= m.start < end]
        if name == "actor":
            return any(
                m.role in {"metonym", "demonym", "modifier", "embedded"}
                or (m.place and m.place.kind in {"country", "seat"})
                for m in inside
            )
        return any(
            (_may_be_place(m) or is_bare_name(r.text, m)) and _is_object(r, m, span) for m in inside
        ) or _in_list(r, span, "ground")
    return _in_list(r, span, name)


def _counted_nation(r: Reading, span: tuple[int, int]) -> bool:
    """True for people told by number and nation: "another 300 Afghans", "thousands of Georgians"."""
    start, end = r.tokens[span[0]].start, r.tokens[span[1] - 1].end
    named = any(m.role == "demonym" and start <= m.start < end and m.text.endswith(("s", "ese")) for m in r.mentions)
    return named and any(r.parse.tags[k] == "M" or r.tokens[k].lower.endswith("s") for k in range(span[0], span[1] - 1))


def names_a_place(r: Reading) -> bool:
    """True where the sentence holds a named place, whatever it is joined to, or a word for ground."""
    if r.near_place is None:
        named = any(_may_be_place(m) or is_bare_name(r.text, m) for m in r.mentions)
        r.near_place = named or is_class(r, (0, len(r.tokens)), "place")
    return r.near_place


def _may_be_place(mention: Mention) -> bool:
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


def _is_object(r: Reading, mention: Mention, span: Range) -> bool:
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
    return holder in r.book.words["ground"] | r.book.words["target"] or holder in GRAMMAR["quantities"]


def _in_list(r: Reading, span: Range, name: str) -> bool:
    mask = r.book.lexicon.mask(name)
    if name in _NAMED_BEFORE and _stands_for_named(r, span):
        if name in _WEAPONS and (last := _last_weapon(r, span)):
            return bool(last & mask)
        if r.before:
            return r.named_before(mask)
    return bool(r.mask(span) & mask)


def _stands_for_named(r: Reading, span: Range) -> bool:
    """True for a phrase of numbers and words such as "they" and "the rest" alone."""
    stands = GRAMMAR["stands_for_named_before"]
    for word in r.lows[span[0] : span[1]]:  # noqa: SIM110 - most end at their first word
        if word not in stands and not word.isdigit():
            return False
    return True


_WEAPONS = ("drone", "missile", "plane", "shell")


def _last_weapon(r: Reading, span: Range) -> int:
    """Lists of the last weapon that the sentence names before a phrase: "two missiles struck X and [four more] fell"."""
    if span[0] < _FIRST_CLAUSE:
        return 0
    weapons = r.book.lexicon.mask(*_WEAPONS)
    before = [(end, mask) for _, end, mask in r.listed if end <= span[0] and mask & weapons]
    return max(before)[1] if before else 0


_FIRST_CLAUSE = 3  # words before which no weapon and verb can stand


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


def _has_person(r: Reading, span: Range) -> bool:
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
