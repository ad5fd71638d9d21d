"""Keys for the spellings of newspapers: which of them a place of the atlas gets, so that none takes another place's name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from geoevents.atlas.compile.arabic import is_scholarly, newspaper_spellings, read_in
from geoevents.atlas.compile.row import Row
from geoevents.atlas.names import fold
from geoevents.atlas.recognition.words import DEMONYMS, GIVEN_NAMES, HEAD_OF, NOT_PLACES, PERSONS, WORDS

__all__ = ["newspaper_keys"]

_KINDS = frozenset({"city", "town", "village", "quarter", "admin1", "admin2"})
_LIMIT, _OTHER_NAMES_BUDGET = 40, 1.0
# Inhabitants that a place without a count stands for when two places want a key.
_SIZES = {"city": 50_000, "town": 5_000, "village": 1_000, "quarter": 1_000, "admin2": 20_000}
_AREA_SIZE = 1_000_000
# A key stays with the places that really have that name where one of them is so many times larger: at home and among
# countries of the same script, and elsewhere.
_LARGER_AT_HOME, _LARGER_ABROAD = 20.0, 0.2
_ARTICLES = frozenset({"al", "el"})


def newspaper_keys(
    rows: Sequence[Row], keys: Mapping[str, Sequence[int]], *, packed: Collection[str] = ()
) -> dict[str, list[int]]:
    """Numbers of the rows by their generated keys; ``keys`` are the real ones of all rows, ``packed`` ids that get none."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, row in _read(rows):
        if row.id in packed:
            continue
        for text in _spellings(row):
            holders = (*keys.get(text, ()), *(found.get(text, ()) if row.kind == "admin2" else ()))
            if number not in holders and not _is_word(text) and not any(_outranks(rows[n], row, text) for n in holders):
                found[text].append(number)
    return found


def _read(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows that get spellings, with their numbers; second-level areas last, as towns go before those named after them."""
    wanted = [(n, r) for n, r in enumerate(rows) if r.kind in _KINDS and read_in(r.country, r.admin1)]
    return sorted(wanted, key=lambda pair: pair[1].kind == "admin2")


def _spellings(row: Row) -> Iterable[str]:
    """Spellings of the main name, and near ones of the other names; each once."""
    found: dict[str, None] = {}
    if is_scholarly(row.name, row.country) and not _has_class_word(row.name):
        found |= dict.fromkeys(newspaper_spellings(row.name, row.country, limit=_LIMIT))
    for name in sorted(row.names - {row.name}):
        if is_scholarly(name, row.country) and _sounds(name) and not _has_class_word(name):
            found |= dict.fromkeys(newspaper_spellings(name, row.country, limit=_LIMIT, budget=_OTHER_NAMES_BUDGET))
    return found


def _has_class_word(name: str) -> bool:
    return any(word in HEAD_OF for word in fold(name).split())


def _sounds(name: str) -> bool:
    """True for a name with vowels: GeoNames lists "alnjd" too."""
    letters = [c for c in fold(name) if c.isalpha()]
    return sum(c in "aeiou" for c in letters) >= 0.28 * len(letters)


def _size(row: Row) -> float:
    return row.population or _SIZES.get(row.kind, _AREA_SIZE)


def _outranks(holder: Row, row: Row, text: str) -> bool:
    """True where a place that really has a name keeps it for itself; areas share theirs with their towns, not towns with them."""
    if not read_in(holder.country, holder.admin1):
        return _size(holder) > _LARGER_ABROAD * _size(row)
    if row.kind == "admin2":
        return holder.country == row.country
    shared = holder.kind in {"admin1", "admin2"} or fold(holder.name) != text
    return _size(holder) >= (_LARGER_AT_HOME if shared else 1.0) * _size(row)


@cache
def _words() -> frozenset[str]:
    """English words and words of personal names, folded."""
    listed = files("geoevents.atlas.compile").joinpath("not_spellings.txt").read_text("utf-8").splitlines()
    own = {word for line in listed if not line.startswith("#") for word in line.split()}
    lists = (GIVEN_NAMES, NOT_PLACES, DEMONYMS, HEAD_OF, *PERSONS.values(), *WORDS.values())
    return frozenset(own.union(*lists))


def _is_word(text: str) -> bool:
    """True for one word, with or without an article, that news uses for something else."""
    words = text.split()
    return (len(words) == 1 or (len(words) == 2 and words[0] in _ARTICLES)) and words[-1] in _words()
