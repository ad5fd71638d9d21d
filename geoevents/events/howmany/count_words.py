"""The words of ``count_words.toml``: what is counted, and how numbers are written."""

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.events.event import CountKind
from geoevents.words import data_of

__all__ = ["DATA", "OF_PEOPLE", "PEOPLE", "ROUGHLY", "UNITS", "WEAPONS"]

DATA = data_of("geoevents.events.howmany", "count_words.toml")
DATA["numbers"] |= NUMBER_WORDS
UNITS: dict[str, str] = {noun: unit for unit, nouns in DATA["units"].items() for noun in nouns}
# What kind of number two words after it make: "twenty or so", "30-odd".
ROUGHLY: dict[tuple[str, ...], CountKind] = {
    tuple(words.split()): kind for kind, phrases in DATA["roughly"].items() for words in phrases
}
WEAPONS = frozenset({"drones", "missiles", "rockets", "shells", "bombs", "aircraft"})  # units of what is fired or flown
OF_PEOPLE = frozenset({"persons", "soldiers", "killed", "injured"})  # units of people, and of what was done to them
# One person each, in the singular: "a man of 48", "her son, 12,".
PEOPLE = frozenset(noun for noun, unit in UNITS.items() if unit in {"persons", "soldiers"})
