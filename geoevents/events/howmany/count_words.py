"""The words of ``count_words.toml``: what is counted, and how numbers are written."""

import tomllib
from importlib.resources import files

from geoevents.articles.number_words import NUMBER_WORDS

__all__ = ["DATA", "PEOPLE", "UNITS"]

DATA = tomllib.loads(files("geoevents.events.howmany").joinpath("count_words.toml").read_text("utf-8"))
DATA["numbers"] |= NUMBER_WORDS
UNITS: dict[str, str] = {noun: unit for unit, nouns in DATA["units"].items() for noun in nouns}
# One person each, in the singular: "a man of 48", "her son, 12,".
PEOPLE = frozenset(noun for noun, unit in UNITS.items() if unit in {"persons", "soldiers"})
