"""Words of claims (``claim_words.toml``)."""

from geoevents.words import data_of

__all__ = ["DATA"]

DATA = data_of("geoevents.events.who", "claim_words.toml")
