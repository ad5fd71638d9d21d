"""The words of ``count_words.toml``: what is counted, and how numbers are written."""

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.words import data_of

__all__ = ["DATA", "PEOPLE", "UNITS", "WEAPONS"]

DATA = data_of("geoevents.events.howmany", "count_words.toml")
DATA["numbers"] |= NUMBER_WORDS
UNITS: dict[str, str] = {noun: unit for unit, nouns in DATA["units"].items() for noun in nouns}
WEAPONS = frozenset({"drones", "missiles", "rockets", "shells", "bombs", "aircraft"})  # units of what is fired or flown
# One person each, in the singular: "a man of 48", "her son, 12,".
PEOPLE = frozenset(noun for noun, unit in UNITS.items() if unit in {"persons", "soldiers"})
