"""Closed lists of function words that clauses, slots, modality, numbers and speakers are told by."""

from geoevents.words import sets_of

__all__ = ["GRAMMAR"]

GRAMMAR = sets_of("geoevents.events.sentence", "grammar.toml")
