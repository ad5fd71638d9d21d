"""The closed word lists of toponym recognition, read once from the data files beside this module."""

import csv
from importlib.resources import files

from geoevents.atlas.names import fold
from geoevents.words import data_of

__all__ = ["DEMONYMS", "FUNCTION_WORDS", "GIVEN_NAMES", "HEADS", "HEAD_OF", "NOT_PLACES", "PERSONS", "WORDS"]

_FOLDER = files("geoevents.atlas.recognition")
_RAW = data_of("geoevents.atlas.recognition", "name_words.toml")


def _word_file(name: str) -> frozenset[str]:
    lines = _FOLDER.joinpath(name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _person_names() -> dict[str, frozenset[str]]:
    """Folded words of personal names by what they are in them: given, surname, both."""
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _FOLDER.joinpath("person_names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.add(line)
    return {name: frozenset(words) for name, words in found.items()}


def _demonyms() -> dict[str, str]:
    """Country code, or id of a place, by folded demonym; hyphens part the words of longer ones."""
    rows = csv.DictReader(_FOLDER.joinpath("demonyms.csv").read_text("utf-8").splitlines())
    return {fold(word): row["place"] for row in rows for word in row["words"].split()}


WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in {
        **_RAW["words"],
        **{k: v for k, v in _RAW.items() if isinstance(v, list) and k != "function_words"},
    }.items()
}
HEADS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _RAW["heads"].items()}
HEAD_OF: dict[str, str] = {word: name for name, words in HEADS.items() for word in words}
GIVEN_NAMES = _word_file("given_names.txt")
PERSONS = _person_names()
FUNCTION_WORDS = frozenset(_RAW["function_words"])
NOT_PLACES = _word_file("not_places.txt")
DEMONYMS = _demonyms()
