"""What the recogniser knows of a single word: its key, its shape and the closed lists it stands in, as column numbers.

A word near a name is described by (1) its shape, (2) the closed lists it belongs to, (3) itself, if the vocabulary holds it.
The vocabulary is learned from several corpora and holds no name of a larger place, so that no column tells one place from
another (``places.md`` 3.3).
"""

from collections.abc import Sequence
from typing import NamedTuple

from geoevents.atlas.names import fold, romanize
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

__all__ = ["CLASSES", "EDGE", "LEFT", "RIGHT", "SHAPES", "SLOTS", "Lexicon", "Word"]

# Where a word may stand about a name.  Inside the name (the last two) only shape and lists are seen, never the word.
SLOTS = (
    "left1", "left2", "left3", "right1", "right2", "right3",
    "before_article", "before_run", "after_run", "run_first", "run_last", "first", "last",
)  # fmt: skip
_INSIDE = frozenset({"first", "last"})
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


class Word(NamedTuple):
    """One token as the recogniser sees it.

    ``classes`` are the lists it stands in, ``person`` is 1 for a given name, 2 for a surname, 3 for both, ``listed``
    whether the vocabulary holds it, ``as_left`` and ``as_right`` what it says of a name after or before it (numbers of
    LEFT and RIGHT), ``at[k]`` its columns in slot ``k``.
    """

    text: str
    lower: str
    key: str
    capital: bool
    shape: str
    classes: frozenset[str]
    listed: bool
    person: int
    as_left: int
    as_right: int
    at: tuple[tuple[int, ...], ...]


class Lexicon:
    """Columns of words in every slot, for one vocabulary; words once seen are remembered."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary`` in the order of its columns."""
        self.vocabulary = tuple(vocabulary)
        self._number = {word: i for i, word in enumerate(self.vocabulary)}
        self._classes = {name: i for i, name in enumerate(CLASSES)}
        self._starts, self.size = _layout(len(self.vocabulary))
        self._known: dict[str, Word] = {}
        self.edge = self._word(EDGE)

    def word(self, text: str) -> Word:
        """The word of a token text."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[text] = self._word(text)
        return known

    def _word(self, text: str) -> Word:
        lower = text.lower()
        key = fold(text) if text[:1].isalnum() else ""
        shape = _shape(text)
        classes = frozenset(_classes(lower, key, shape))
        inside = [SHAPES.index(shape), *(len(SHAPES) + self._classes[name] for name in sorted(classes))]
        number = self._number.get(lower)
        beside = inside if number is None else [*inside, len(SHAPES) + len(CLASSES) + number]
        at = tuple(
            tuple(start + i for i in (inside if slot in _INSIDE else beside))
            for slot, start in zip(SLOTS, self._starts, strict=True)
        )
        return Word(
            text=text,
            lower=lower,
            key=key,
            capital=text[:1].isupper(),
            shape=shape,
            classes=classes,
            listed=number is not None,
            person=bool(_GIVEN & classes) + 2 * bool(_SURNAME & classes),
            as_left=LEFT.index(_as_left(lower, shape, classes)),
            as_right=RIGHT.index(_as_right(lower, shape, classes)),
            at=at,
        )


_GIVEN = frozenset({"given", "person:given", "person:both"})
_SURNAME = frozenset({"person:surname", "person:both"})
EDGE = ""  # beyond either end of a sentence
_REMEMBERED = 50_000  # words; a process that reads for days must not grow


def _layout(vocabulary: int) -> tuple[tuple[int, ...], int]:
    starts, at = [], 0
    for slot in SLOTS:
        starts.append(at)
        at += len(SHAPES) + len(CLASSES) + (0 if slot in _INSIDE else vocabulary)
    return tuple(starts), at


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
