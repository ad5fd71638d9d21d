"""What the recogniser knows of a single word: its key, its shape and the closed lists it stands in, as column numbers.

A word near a name is described by (1) its shape, (2) the closed lists it belongs to, (3) itself, if the vocabulary holds it.
The vocabulary is learned from several corpora and holds no name of a larger place, so that no column tells one place from
another (``places.md`` 3.3).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from geoevents.atlas.names import fold, romanize
from geoevents.atlas.recognition.rows import Rows
from geoevents.atlas.recognition.words import (
    DEMONYMS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    HEAD_OF,
    HEADS,
    NOT_PLACES,
    PERSONS,
    WORDS,
)

__all__ = ["CLASSES", "EDGE", "FACTS", "INSIDE", "LEFT", "RIGHT", "SHAPES", "SLOTS", "Lexicon", "Word", "is_small"]

# Where a word may stand about a name.  Inside the name (the last two) only shape and lists are seen, never the word.
SLOTS = (
    "left1", "left2", "left3", "right1", "right2", "right3",
    "before_article", "before_run", "after_run", "run_first", "run_last", "first", "last",
)  # fmt: skip
INSIDE = 2  # slots at the end of SLOTS
SHAPES = ("edge", "lower", "capital", "upper", "initial", "dotted", "mixed", "number", "sign")
CLASSES = (
    *(f"word:{name}" for name in sorted(WORDS)),
    *(f"head:{name}" for name in sorted(HEADS)),
    *(f"person:{name}" for name in sorted(PERSONS)),
    "given", "not_place", "demonym",
    *(f"is:{word}" for word in sorted(FUNCTION_WORDS)),
)  # fmt: skip


# What a neighbour says, in one word: the first that holds, in the order of the functions below.
LEFT = (
    "edge", "inside", "of", "preposition", "comma", "and", "article", "person", "class", "taking", "consumed", "hyphen", "open", "compass",
    "demonym", "number", "capital", "lower", "sign",
)  # fmt: skip
RIGHT = (
    "edge", "comma", "possessive", "and", "hyphen", "bracket", "date", "organisation", "class", "office", "facility", "goods", "way",
    "acting", "preposition", "person", "number", "capital", "lower", "sign",
)  # fmt: skip


# What arrays tell of a word: what it says of a name after or before it (numbers of LEFT and RIGHT), 1 for a given name, 2 for
# a surname, 3 for both, whether the vocabulary holds it, what ``Features`` counts in a line, and which sign or joint it is.
FACTS = (
    "as_left", "as_right", "person", "listed", "capital", "letters", "upper", "sports", "article", "quote", "joint", "joins", "opens",
)  # fmt: skip
JOINTS = frozenset({",", "and", "or", "-", "/", "&"})  # what stands between two members of a list
_QUOTES = frozenset({'"', "“", "‘", "'"})


class Word(NamedTuple):
    """One token as the recogniser sees it.

    ``number`` is its row in the lexicon's ``facts``; ``classes`` are the lists it stands in, ``in_run`` whether it may be
    part of a run of capitals, ``beside``
    are its columns in a slot next to a name and ``inside`` those within one, counted from where the slot begins.
    """

    number: int
    text: str
    lower: str
    key: str
    capital: bool
    shape: str
    in_run: bool
    classes: frozenset[str]
    beside: tuple[int, ...]
    inside: tuple[int, ...]


class _Memory(dict[str, Word]):
    """Words by their text, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], Word]) -> None:
        self._make = make

    def __missing__(self, text: str) -> Word:
        word = self[text] = self._make(text)
        return word


class Lexicon:
    """Columns of words in every slot, for one vocabulary; words once seen are remembered."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary`` in the order of its columns."""
        self.vocabulary = tuple(vocabulary)
        self._number = {word: i for i, word in enumerate(self.vocabulary)}
        self._classes = {name: len(SHAPES) + i for i, name in enumerate(CLASSES)}
        self.inside = len(SHAPES) + len(CLASSES)
        self.beside = self.inside + len(self.vocabulary)
        self.size = (len(SLOTS) - INSIDE) * self.beside + INSIDE * self.inside
        self.edition = 0
        self._forget()

    def _forget(self) -> None:
        """Empties the memory of words, but for the edge."""
        self.facts = Rows(len(FACTS))
        self.met: list[Word] = []  # by their numbers
        self._known = _Memory(self._word)
        self.edge = self._known[EDGE]

    def make_room(self) -> None:
        """Forgets all words where there are too many: numbers of words hold within one ``edition`` only."""
        if len(self._known) > _REMEMBERED:
            self.edition += 1
            self._forget()

    def words(self, texts: Iterable[str]) -> tuple[Word, ...]:
        """The words of token texts."""
        return tuple(map(self._known.__getitem__, texts))

    def starts(self) -> tuple[int, ...]:
        """The first column of each slot."""
        outer = len(SLOTS) - INSIDE
        return tuple(
            k * self.beside if k < outer else outer * self.beside + (k - outer) * self.inside for k in range(len(SLOTS))
        )

    def _word(self, text: str) -> Word:
        lower = text.lower()
        key = fold(text) if text[:1].isalnum() else ""
        shape = _shape(text)
        classes = frozenset(_classes(lower, key, shape))
        inside = (SHAPES.index(shape), *(self._classes[name] for name in sorted(classes)))
        number = self._number.get(lower)
        capital = text[:1].isupper()
        facts = (
            LEFT.index(_as_left(lower, shape, classes)),
            RIGHT.index(_as_right(lower, shape, classes)),
            bool(_GIVEN & classes) + 2 * bool(_SURNAME & classes),
            number is not None,
            capital,
            key != "",
            shape == "upper",
            "word:sports" in classes,
            lower in {"the", "a", "an"},
            text in _QUOTES,
            0 if text == "," else 1 if text in {"and", "or"} else 2,
            text in JOINTS,
            text in JOINTS or text == "(",
        )
        word = Word(
            number=self.facts.add(facts),
            text=text,
            lower=lower,
            key=key,
            capital=capital,
            shape=shape,
            in_run=capital and "word:months_days" not in classes,
            classes=classes,
            beside=inside if number is None else (*inside, self.inside + number),
            inside=inside,
        )
        self.met.append(word)
        return word


_GIVEN = frozenset({"given", "person:given", "person:both"})
_SURNAME = frozenset({"person:surname", "person:both"})
EDGE = ""  # beyond either end of a sentence
_REMEMBERED = 50_000  # words; a process that reads for days must not grow


def _shape(text: str) -> str:
    if text == EDGE:
        return "edge"
    if text[0].isdigit():
        return "number"
    if not text[0].isalpha():
        return "sign"
    if "." in text:
        return "dotted"
    if len(text) == 1:
        return "initial" if text.isupper() else "lower"
    if text.isupper():
        return "upper"
    if text[0].isupper():
        return "capital" if text[1:].islower() or "'" in text or "’" in text else "mixed"
    return "lower"


def is_small(text: str) -> bool:
    """True for a word without a capital."""
    return _shape(text) == "lower"


def _classes(lower: str, key: str, shape: str) -> list[str]:
    """Names of the lists that a word stands in; person lists only for words that could begin with a capital."""
    found = [f"word:{name}" for name, words in WORDS.items() if lower in words]
    if lower in HEAD_OF:
        found.append(f"head:{HEAD_OF[lower]}")
    if shape in {"capital", "upper", "mixed"}:
        latin = key if key.isascii() else fold(romanize(key, "uk"))
        found += [f"person:{name}" for name, words in PERSONS.items() if latin in words]
        found += ["given"] * (latin in GIVEN_NAMES) + ["demonym"] * (key in DEMONYMS)
    if key in NOT_PLACES:
        found.append("not_place")
    if lower in FUNCTION_WORDS:
        found.append(f"is:{lower}")
    return found


def _as_left(lower: str, shape: str, classes: frozenset[str]) -> str:
    """What a word says of a name after it."""
    capital = shape in {"capital", "upper", "mixed", "dotted", "initial"}
    signs = {",": "comma", "and": "and", "or": "and", "&": "and", "the": "article", "-": "hyphen", "of": "of"}
    if shape == "edge" or lower in signs:
        return signs.get(lower, "edge")
    if "word:strong_locative" in classes:
        return "inside"
    if "word:locative" in classes:
        return "preposition"
    if "word:compass" in classes:
        return "compass"
    if "word:class_before" in classes or any(c.startswith("head:") for c in classes):
        return "class"
    if "word:titles" in classes or "given" in classes or shape == "initial":
        return "person"
    if "word:transitive" in classes:
        return "taking"
    if "word:consumed" in classes:
        return "consumed"
    if "demonym" in classes:
        return "demonym"
    if capital:
        return "person" if {"person:given", "person:both"} & classes else "capital"
    if shape in {"number", "lower"}:
        return shape
    return "open" if lower in {"(", "“", '"', "‘", "[", ":"} else "sign"


def _as_right(lower: str, shape: str, classes: frozenset[str]) -> str:
    """What a word says of a name before it."""
    signs = {",": "comma", "and": "and", "or": "and", "&": "and", "'s": "possessive", "’s": "possessive", "-": "hyphen"}
    if shape == "edge" or lower in signs or lower in {".", "!", "?", ";", ":"}:
        return signs.get(lower, "edge")
    if lower in {"(", ")", "“", "”", '"', "’", "'", "[", "]"}:
        return "bracket"
    capital = shape in {"capital", "upper", "mixed", "dotted", "initial"}
    for name, says in (
        ("word:months_days", "date"), ("word:org_words", "organisation" if capital else "office"),
        ("word:institution_nouns", "office"), ("word:facility_nouns", "facility"), ("word:titles", "office"), ("word:goods", "goods"),
        ("word:acting", "acting"), ("word:locative", "preposition"),
    ):  # fmt: skip
        if name in classes:
            return says
    if any(c.startswith("head:") for c in classes):
        return "class"
    if capital:
        if "word:ways" in classes:
            return "way"
        return "person" if any(c.startswith("person:") or c == "given" for c in classes) else "capital"
    return shape if shape in {"number", "lower"} else "sign"
