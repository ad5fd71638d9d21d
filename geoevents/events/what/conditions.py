"""What a trigger of the codebook asks of its sentence: classes and words in its slots, and around it."""

import re
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import SPECIAL_CLASSES, Codebook, Trigger
from geoevents.events.sentence.clauses import Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.values import dataclass

__all__ = ["Reading", "fits", "has_conflict_actor", "is_class"]

_MARTIAL = re.compile(
    r"\b(?:" + "|".join(sorted(GRAMMAR["martial"], key=lambda w: (-len(w), w))) + r")\b", re.IGNORECASE
)


def has_conflict_actor(text: str) -> bool:
    """True where a text speaks of armies, courts or armed groups at all (4.8); ``subject.py`` judges what it is about."""
    return _MARTIAL.search(text) is not None


Range = tuple[int, int]
# Classes that "nine", "they", "the rest" may take from the sentence before: what is shot, sunk, swapped.
_NAMED_BEFORE = frozenset({"drone", "missile", "plane", "shell", "ship", "sea_drone", "prisoner"})
# Classes that no list alone decides.
_JUDGED = SPECIAL_CLASSES | _NAMED_BEFORE | {"crowd"}


@dataclass(slots=True)
class Reading:
    """One sentence while its triggers are looked for; ``dated``: it tells a date; ``before``: words of the one before.

    What many triggers ask is kept: the clause of each word, the phrases of a range, the class of a range.
    """

    text: str
    parse: Parse
    mentions: Sequence[Mention]
    book: Codebook
    dated: bool
    before: Sequence[str] = ()
    low: str = ""
    lows: list[str] = field(default_factory=list)
    clause_of: list[int] = field(default_factory=list)
    known_phrases: dict[Range, frozenset[str]] = field(default_factory=dict)
    known_classes: dict[tuple[Range, str], bool] = field(default_factory=dict)
    known_lists: dict[Range, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Words and clauses by position."""
        tokens = self.parse.tokens
        self.low = self.text[tokens[0].start : tokens[-1].end].lower()
        self.lows = [t.lower for t in tokens]
        self.clause_of = [n for n, c in enumerate(self.parse.clauses) for _ in range(c.first, c.last)]

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.parse.tokens

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

    def phrases(self, span: Range | None) -> frozenset[str]:
        """All runs of one to three words of a range."""
        if span is None:
            return frozenset()
        if span not in self.known_phrases:
            words = self.words(span)
            runs = (" ".join(words[k : k + n]) for k in range(len(words)) for n in (1, 2, 3))
            self.known_phrases[span] = frozenset(runs)
        return self.known_phrases[span]

    def listed(self, span: Range) -> frozenset[str]:
        """Word classes that a phrase of a range is listed in, but for those that ask for more than a list."""
        if span not in self.known_lists:
            classes = self.book.classes_of
            names = frozenset().union(*(classes[p] for p in self.phrases(span) & classes.keys()))
            self.known_lists[span] = names - _JUDGED
        return self.known_lists[span]


def fits(r: Reading, trigger: Trigger, slots: Slots, i: int, last: int) -> bool:
    """Whether the phrases and words around a trigger are what it asks for."""
    first, stop = r.clause_tokens(i)
    clause = (first, stop)
    if trigger.object and not _has_class(r, slots.object, trigger.object):
        return False
    if trigger.not_object and _has_class(r, slots.object, trigger.not_object):
        return False
    if trigger.subject_only:
        if trigger.subject and not _has_class(r, slots.subject, trigger.subject):
            return False
    elif trigger.subject and not _does(r, slots, trigger.subject) and not _unsaid_doer(r, trigger, slots, i):
        return False
    if trigger.not_subject and _has_class(r, slots.doer, trigger.not_subject):
        return False
    actor = slots.subject if trigger.subject_only else slots.doer
    if trigger.object_words and not _any_word(r, slots.object, trigger.object_words):
        return False
    if trigger.subject_words and not _any_word(r, actor, trigger.subject_words):
        return False
    if trigger.near and not any(_is_near(r, name) for name in trigger.near):
        return False
    if trigger.near_words and not _any_word(r, clause, trigger.near_words):
        return False
    return _context_fits(r, trigger, last, clause, slots)


_PEOPLE = frozenset({"troops", "actor", "official", "person"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "who", "which"})


def _does(r: Reading, slots: Slots, names: tuple[str, ...]) -> bool:
    """Whether who acts is of one of the classes; a pronoun may stand for any body, army or person."""
    if _has_class(r, slots.doer, names):
        return True
    words = r.words(slots.doer)
    return bool(_PEOPLE & set(names)) and bool(words) and words[-1] in _PRONOUNS


def _unsaid_doer(r: Reading, trigger: Trigger, slots: Slots, i: int) -> bool:
    """True where who acts is left out and any armed actor would do: "X was taken", "the ministry reported taking X"."""
    told = i > 0 and r.tokens[i].lower.endswith("ing") and r.tokens[i - 1].lower in GRAMMAR["saying_in_the_past"]
    left_out = told or (slots.doer is None and slots.passive and not trigger.needs_doer)
    return left_out and bool({"troops", "actor", "official"} & set(trigger.subject))


def _context_fits(r: Reading, trigger: Trigger, last: int, clause: Range, slots: Slots) -> bool:
    if any(words in r.low for words in trigger.not_near_words):
        return False
    if trigger.with_words and not _follows(r, last, clause, trigger.with_words):
        return False
    if trigger.without_words and _follows(r, last, clause, trigger.without_words):
        return False
    if trigger.near_military and not (_MARTIAL.search(r.low) or _MARTIAL.search(" ".join(r.before))):
        return False
    if trigger.near_place_or_date and not (r.dated or _is_near(r, "place")):
        return False
    if trigger.from_a_place and not _says_where(r, clause):
        return False
    return not trigger.bare_count or _starts_with_count(r, slots)


def _follows(r: Reading, last: int, clause: Range, phrases: Sequence[str]) -> bool:
    """True where one of the phrases stands after a trigger in its clause."""
    after = f" {' '.join(r.words((last, clause[1])))} "
    return any(f" {phrase} " in after for phrase in phrases)


def _says_where(r: Reading, clause: Range) -> bool:
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
    """True for "told reporters in X", "said at a briefing in X"."""
    heard = {"reporters", "journalists", "briefing", "conference", "interview", "speech"}
    for k in range(clause[0], clause[1] - 2):
        if r.tokens[k].lower in heard and r.tokens[k + 1].lower in {"in", "at"}:
            return any(m.spot is not None and 0 <= m.start - r.tokens[k + 1].end < 6 for m in r.mentions)
    return False


def _starts_with_count(r: Reading, slots: Slots) -> bool:
    """True where what is acted on is a bare number: "nine were shot down"."""
    words = [w for w in r.words(slots.object) if w not in {"and", "but", "the", "at", "least", "about", "some"}]
    return bool(words) and (
        words[-1].isdigit()
        or words[-1] in GRAMMAR["number_words"]
        or words[0] in GRAMMAR["number_words"]
        or words[0].isdigit()
    )


def _any_word(r: Reading, span: Range | None, entries: frozenset[str]) -> bool:
    return not r.phrases(span).isdisjoint(entries)


def _has_class(r: Reading, span: Range | None, names: tuple[str, ...]) -> bool:
    if span is None or span[0] >= span[1]:
        return False
    if not r.listed(span).isdisjoint(names):
        return True
    return any(is_class(r, span, name) for name in _judged(names))


@lru_cache(maxsize=1024)
def _judged(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the classes that a trigger asks for which no list alone decides."""
    return tuple(name for name in names if name in _JUDGED)


def is_class(r: Reading, span: Range | None, name: str) -> bool:
    """True where a phrase holds a word of a class, a named place, an actor or a person."""
    if span is None or span[0] >= span[1]:
        return False
    if name not in _JUDGED:
        return name in r.listed(span)
    if (span, name) not in r.known_classes:
        r.known_classes[span, name] = _is_class(r, span, name)
    return r.known_classes[span, name]


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
        return any(_may_be_place(m) and _is_object(r, m, span) for m in inside) or _in_list(r, span, "ground")
    return _in_list(r, span, name)


def _counted_nation(r: Reading, span: tuple[int, int]) -> bool:
    """True for people told by number and nation: "another 300 Afghans", "thousands of Georgians"."""
    start, end = r.tokens[span[0]].start, r.tokens[span[1] - 1].end
    named = any(m.role == "demonym" and start <= m.start < end and m.text.endswith(("s", "ese")) for m in r.mentions)
    return named and any(r.parse.tags[k] == "M" or r.tokens[k].lower.endswith("s") for k in range(span[0], span[1] - 1))


def _is_near(r: Reading, name: str) -> bool:
    """True where the sentence holds a word of the class; a named place counts whatever it is joined to."""
    if name == "place" and any(_may_be_place(m) for m in r.mentions):
        return True
    return is_class(r, (0, len(r.tokens)), name)


def _may_be_place(mention: Mention) -> bool:
    """True for a name that a thing can happen to; the anchor of a relation too: "20 km from X, which the army left"."""
    return mention.spot is not None or (mention.role == "reference" and mention.place is not None)


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
    words, entries = r.words(span), r.book.words[name]
    stands = GRAMMAR["stands_for_named_before"]
    if r.before and name in _NAMED_BEFORE and all(w in stands or w.isdigit() for w in words):
        before = r.before
        return any(" ".join(before[k : k + n]) in entries for k in range(len(before)) for n in (1, 2, 3))
    return not r.phrases(span).isdisjoint(entries)


def _has_person(r: Reading, span: Range) -> bool:
    """Two capitals in a row that name no place, or a capital that ends the phrase."""
    words = r.tokens[span[0] : span[1]]
    places = {m.start for m in r.mentions if m.role != "metonym"}
    caps = [t.text[0].isupper() and t.start not in places and k + span[0] > 0 for k, t in enumerate(words)]
    pairs = any(a and b for a, b in pairwise(caps))
    return (
        pairs
        or (bool(caps) and caps[-1])
        or (len(words) > 1 and words[0].text[0].isupper() and words[1].text[0].isupper())
    )
