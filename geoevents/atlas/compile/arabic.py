"""The spellings that newspapers use of names transliterated from Arabic script: "Jindayris" is Jindires, "An Nu‘mānīyah" Numaniya.

The rules lie in ``arabic.toml``.  A name is cut into pieces, each with the ways in which it is written and what each costs;
the cheapest whole spellings are kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from geoevents.atlas.names import fold
from geoevents.words import data_of

__all__ = ["is_scholarly", "newspaper_spellings", "read_in"]

_DATA = data_of("geoevents.atlas.compile", "arabic.toml")
_COUNTRIES, _MARKED_ONLY, _PARTS = (frozenset(_DATA[n]) for n in ("countries", "marked_only", "parts"))
_ARTICLES, _TAILS = frozenset(_DATA["articles"]["forms"]), frozenset(_DATA["tails"]["words"])
_BUDGET, _BEAM = 3.0, 400  # what a spelling may cost; how many beginnings are followed
_SHORTEST_REST = 5  # letters of a name that goes without its article
# Letters without the article up to which a name may cost no more: short words are soon others.
_SHORT = ((5, 1.0), (7, 2.0))

_Choice = tuple[tuple[str, float], ...]


def _choice(rule: dict[str, Any]) -> _Choice:
    """(written form, cost) of a rule: the usual one is free."""
    usual = [(text, 0.0 if i == 0 else 1.0 + 0.01 * i) for i, text in enumerate(rule["write"])]
    return (*usual, *((text, 2.0 + 0.01 * i) for i, text in enumerate(rule.get("rare", ()))))


_FIRST, _INNER = (_choice(_DATA["articles"][n]) for n in ("first", "inner"))
_WORDS = {word: _choice(rule) for words, rule in _DATA["words"].items() for word in words.split("|")}
_LETTERS = tuple((re.compile(r["find"]), frozenset(r.get("only", ())), _choice(r)) for r in _DATA["letters"])

# The scholarly signs, as the rules name them.
_SIGNS = str.maketrans(
    {"ā": "A", "á": "A", "à": "A", "â": "A", "ī": "I", "î": "I", "ū": "U", "û": "U", "ō": "o", "ē": "e", "ḑ": "D", "ḍ": "D", "ẓ": "Z",
     "ẕ": "Z", "‘": "'", "’": "'", "`": "'", "ʿ": "'", "ʾ": "'", "ʻ": "'", "ʼ": "'", "-": " "}
)  # fmt: skip
_MARKS = frozenset("āīūḩḥşṣţṭḑḍẓẕ‘ʿ")
_WRITTEN = re.compile(r"[a-z' ]+", re.IGNORECASE)
_FOREIGN = re.compile(r"c(?!h)|x")


def read_in(country: str, admin1: str) -> bool:
    """True for the countries, and parts of countries, whose names are transliterated from Arabic script."""
    return country in _COUNTRIES | _MARKED_ONLY and (
        admin1 in _PARTS or not any(p.startswith(f"{country}.") for p in _PARTS)
    )


def is_scholarly(name: str, country: str) -> bool:
    """True for a name that the rules may read: in Latin letters, with the marks of the system where a country has others too."""
    text = unicodedata.normalize("NFC", name.lower())
    if country in _MARKED_ONLY and not _MARKS & set(text):
        return False
    return bool(_WRITTEN.fullmatch(_signed(name))) and not _FOREIGN.search(text)


def _signed(name: str) -> str:
    """A name in small letters, with capitals for the signs that rules tell apart."""
    text = unicodedata.normalize("NFC", name.lower()).replace("z̧", "Z").translate(_SIGNS)
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def newspaper_spellings(name: str, country: str, *, limit: int = 40, budget: float = _BUDGET) -> tuple[str, ...]:
    """Folded spellings of a transliterated name, the likeliest first, at most ``limit``; its own is not among them.

    >>> "jindires" in newspaper_spellings("Jindayris", "SY"), "al managil" in newspaper_spellings("Al Manāqil", "SD")
    (True, True)
    """
    words = [w for w in _signed(name).split() if w.strip("'")]
    budget = min([budget, *(most for letters, most in _SHORT if _length(words) <= letters)])
    spelled: dict[str, float] = {}
    for kept, cost in _with_tails(words):
        for text, more in _spelled(kept, country, budget - cost).items():
            spelled[text] = min(spelled.get(text, cost + more), cost + more)
    spelled.pop(fold(name), None)
    best = sorted(spelled, key=lambda t: (spelled[t], t))
    return tuple(t for t in best if len(t) > 3)[:limit]


def _with_tails(words: list[str]) -> Iterable[tuple[list[str], float]]:
    """A name, and the name without its "al Fawqa"."""
    yield words, 0.0
    if len(words) > 2 and words[-1].lower() in _TAILS and words[-2] in _ARTICLES:
        yield words[:-2], 1.0


def _spelled(words: Sequence[str], country: str, budget: float) -> dict[str, float]:
    """Cost of every spelling within the budget."""
    found = {"": 0.0}
    for number in range(len(words)):
        for choice in (((" " if number else "", 0.0),), *_pieces(words, number, country)):
            found = _grown(found, choice, budget)
    joined: dict[str, float] = {}
    for pieces, cost in found.items():
        text = " ".join(pieces.replace(" +", "").split())
        joined[text] = min(joined.get(text, cost), cost)
    return joined


def _grown(found: dict[str, float], choice: _Choice, budget: float) -> dict[str, float]:
    """Beginnings with one more piece, the cheapest of them."""
    longer: dict[str, float] = {}
    for text, cost in found.items():
        for piece, more in choice:
            if cost + more <= budget + 0.5:  # the order within a rule does not count against the budget
                longer[text + piece] = min(longer.get(text + piece, 99.0), cost + more)
    if len(longer) <= _BEAM:
        return longer
    return dict(sorted(longer.items(), key=lambda item: (item[1], item[0]))[:_BEAM])


def _pieces(words: Sequence[str], number: int, country: str) -> list[_Choice]:
    """The pieces of one word, each with the ways to write it."""
    word = words[number]
    if number + 1 < len(words) and _is_article(word.lower(), words[number + 1].lower()):
        if number:
            return [_INNER]
        return [_FIRST if _length(words) >= _SHORTEST_REST else tuple(c for c in _FIRST if c[0])]
    if word in _WORDS and len(words) > 1:
        return [_WORDS[word]]
    return list(_letters(word, country))


def _length(words: Sequence[str]) -> int:
    """Letters of a name without its articles."""
    return sum(len(w.replace("'", "")) for w in words if w.lower() not in _ARTICLES)


def _is_article(word: str, following: str) -> bool:
    """True for an article: its consonant is that of the next word, or l."""
    return word in _ARTICLES and (word[1:] == "l" or following.startswith(word[1:]))


def _letters(word: str, country: str) -> Iterable[_Choice]:
    """A word piece by piece: by the first rule that fits, else the letter as it is."""
    at = 0
    while at < len(word):
        for find, only, choice in _LETTERS:
            match = None if only and country not in only else find.match(word, at)
            if match and match.end() > at:
                yield tuple((match.expand(text), cost) for text, cost in choice) if find.groups else choice
                at = match.end()
                break
        else:
            yield ((word[at].lower(), 0.0),)
            at += 1
