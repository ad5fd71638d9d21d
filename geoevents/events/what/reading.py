"""One sentence while its triggers are looked for: its words, clauses and names, and what was found out of them already."""

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.phrases import Phrases
from geoevents.events.what.lexicon import Listed, within
from geoevents.events.who.people import NOBODY, People
from geoevents.values import dataclass

if TYPE_CHECKING:
    from geoevents.events.codebook import Codebook

__all__ = ["Range", "Reading"]

_MARTIAL_WITHIN = Phrases(GRAMMAR["martial"] | GRAMMAR["martial_within"])
Range = tuple[int, int]
_COMPASS = GRAMMAR["points_of_compass"]
_CARRIERS, _OF_TROOPS = frozenset({"carrier", "carriers"}), frozenset({"troop", "personnel", "armoured", "armored"})
_HOLDERS = GRAMMAR["holders_of_weapons"]
_WEAPONS = ("drone", "missile", "plane", "shell")
_IN_OFFICE = ("official", "dignitary", "statesman")  # the lists that the name of a person in office stands for


@dataclass(slots=True)
class Reading:
    """One sentence while its triggers are looked for; ``dated``: it tells a date; ``before``: words of the one before.

    ``fought_over``: the sentence before told of a place that was fought over, so that "it" may be that place.

    What many triggers ask is kept: the clause of each word, the lists that each word is in, what a range is judged to be.
    """

    text: str
    parse: Parse
    mentions: Sequence[Mention]
    book: "Codebook"
    dated: bool
    before: Sequence[str] = ()
    people: People = NOBODY
    fought_over: bool = False
    tokens: Sequence[Token] = ()
    lows: list[str] = field(default_factory=list)
    clause_of: list[int] = field(default_factory=list)
    listed: Listed = ()
    lists: int = 0  # mask of all lists that a word or phrase of the sentence is in
    known_masks: dict[Range, int] = field(default_factory=dict)
    known_heads: dict[Range, tuple[Range, Range]] = field(default_factory=dict)
    known_classes: dict[tuple[Range, str], bool] = field(default_factory=dict)
    mask_before: int | None = None
    martial: bool | None = None
    near_place: bool | None = None
    known_low: str | None = None

    def __post_init__(self) -> None:
        """Words and clauses by position."""
        self.tokens = self.parse.tokens
        self.lows = list(self.parse.lows)
        for number, clause in enumerate(self.parse.clauses):
            self.clause_of += [number] * (clause.last - clause.first)
        self.listed = self._unarmed(self.book.lexicon.listed(self.lows))
        if more := [*self._officials(), *self._numbered(), *self._its()]:
            self.listed = sorted([*self.listed, *more])
        self.lists = self.mask((0, len(self.lows)))

    def over_ground(self) -> "Reading":
        """The same sentence behind one that told of a place that was fought over."""
        return Reading(
            self.text, self.parse, self.mentions, self.book, self.dated, self.before, self.people, fought_over=True
        )

    def _unarmed(self, listed: Listed) -> Listed:
        """The lists of each word; a weapon that only tells what a depot, plant or launcher is for is none."""
        if "anti" in self.parse.words:  # "anti-ship missiles" are no ships
            listed = [x for x in listed if self.lows[max(0, x[0] - 2) : x[0]] != ["anti", "-"]]
        if not _CARRIERS.isdisjoint(self.parse.words):  # "personnel carriers" are no ships
            ships = self.book.lexicon.mask("ship")
            listed = [
                (
                    a,
                    b,
                    mask & ~ships
                    if self.lows[b - 1] in _CARRIERS and a > 0 and self.lows[a - 1] in _OF_TROOPS
                    else mask,
                )
                for a, b, mask in listed
            ]
        if not _COMPASS.isdisjoint(self.parse.words):  # "North Kordofan" is a name and no way to go
            listed = [
                x for x in listed if x[0] == 0 or self.lows[x[0]] not in _COMPASS or self.tokens[x[0]].text.islower()
            ]
        if _HOLDERS.isdisjoint(self.parse.words):
            return listed
        weapons = self.book.lexicon.mask(*_WEAPONS, "arms")
        held = {k for k, word in enumerate(self.lows) if word in _HOLDERS}
        return [(first, last, mask & ~weapons if last in held else mask) for first, last, mask in listed]

    def _officials(self) -> Listed:
        """The names of persons in office."""
        offices = self.people.officials
        named = not self.people.in_small.isdisjoint(self.parse.words)
        at = [k for k, t in enumerate(self.tokens) if t.text in offices] if named else []
        if self._opens_with_leader():
            at.append(0)
        mask = self.book.lexicon.mask(*_IN_OFFICE) if at else 0
        return [(k, k + 1, mask) for k in at]

    def _opens_with_leader(self) -> bool:
        """True for a surname that opens a sentence and that nobody introduced, as wires name heads of state: "Putin said"."""
        word = self.tokens[0].text if self.tokens else ""
        if len(self.tokens) < 2 or not word.istitle() or len(word) < 4 or word.endswith(_ABSTRACT):
            return False
        dated = self.lows[1] == "on" and self.lows[2:3] != [] and self.lows[2] in WEEKDAYS  # "Putin on Friday said"
        follows = self.parse.tags[1] in "VA" or self.tokens[1].text == "," or dated
        if not follows or self.parse.tags[0] not in "NE" or word in self.people.names:
            return False
        named = any(m.start == self.tokens[0].start for m in self.mentions)
        return not named and word.lower() not in GRAMMAR["bare_nouns"] and not self.book.lexicon.listed([word.lower()])

    def _its(self) -> Listed:
        """The "it" that a verb acts on, where it may be the place of the sentence before: "the army retook [it]"."""
        if not self.fought_over or "it" not in self.parse.words:
            return []
        mask = self.book.lexicon.mask("ground", "target")
        at = [k for k, word in enumerate(self.lows) if word == "it" and self._is_it(k)]
        return [(k, k + 1, mask) for k in at]

    def _is_it(self, k: int) -> bool:
        """True for an "it" that is acted on: "retook [it]", "[it] was retaken", "[it] had fallen"."""
        after = self.lows[k + 1 : k + 3]
        passive = after[:1] in (["was"], ["is"], ["fell"]) or after in (
            ["has", "been"],
            ["had", "been"],
            ["had", "fallen"],
        )
        return passive or (k > 0 and self.parse.tags[k - 1] in "VPIG")

    def _numbered(self) -> Listed:
        """Phrases with a number or a name inside them: "attacked with [at least 188] drones", "with [Iranian S-300] missiles"."""
        found: list[tuple[int, int, int]] = []
        for k in [k for k, word in enumerate(self.lows[:-2]) if word in _MADE_WITH]:
            word, end = self.lows[k], k + 1
            while end < min(len(self.lows), k + _MADE_REACH) and _is_amount(self, end):
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


_ABSTRACT = ("s", "ing", "ion", "ity", "ment", "ness", "ism", "age", "nce", "ship", "body", "one")
_MADE_WITH = frozenset({"with", "by", "using", "of", "involving"})


def _is_amount(r: Reading, k: int) -> bool:
    """True for a word that tells how many or of what make: "at least 188", "dozens of", "S-300", "Iranian-made"."""
    if r.lows[k] == "of":
        return r.lows[k - 1] in {"dozens", "hundreds", "scores", "number"}
    return r.parse.tags[k] in "MEJ" or r.lows[k] == "-" or r.lows[k] in GRAMMAR["amounts"] or r.lows[k] in _MAKES


_MADE_REACH = 9  # words from "with" to the weapon
_MAKES = frozenset(
    {
        "cruise",
        "ballistic",
        "explosive",
        "attack",
        "kamikaze",
        "fpv",
        "long",
        "range",
        "short",
        "medium",
        "made",
        "supplied",
        "guided",
    }
)
