"""Closed lists of function words that clauses, slots, modality, numbers and speakers are told by."""

import tomllib
from importlib.resources import files

__all__ = ["GRAMMAR"]

_DATA = tomllib.loads(files("geoevents.events.sentence").joinpath("grammar.toml").read_text("utf-8"))
GRAMMAR: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _DATA.items()}
