"""Words by which a phrase is told to name a party (``actor_words.toml``)."""

import tomllib
from importlib.resources import files

__all__ = [
    "AMMUNITION", "AMOUNTS", "DEEDS", "GROUP_HEADS", "GROUP_WORDS", "HELPED", "OWN_KINDS",
    "LIGHT_VERBS", "OWN_PEOPLE", "POSSESSIVES", "PRONOUNS", "STATE_WORDS", "WEAPONS",
]  # fmt: skip

_DATA: dict[str, str] = tomllib.loads(files("geoevents.events.who").joinpath("actor_words.toml").read_text("utf-8"))
_SETS = {name: frozenset(words.split()) for name, words in _DATA.items()}
AMMUNITION, DEEDS, AMOUNTS, OWN_KINDS = (_SETS[k] for k in ("ammunition", "deeds", "amounts", "own_kinds"))
WEAPONS = AMMUNITION | _SETS["weapons"]
OWN_PEOPLE, PRONOUNS, POSSESSIVES = (_SETS[k] for k in ("own_people", "pronouns", "possessives"))
LIGHT_VERBS, GROUP_WORDS, STATE_WORDS, GROUP_HEADS = (
    _SETS[k] for k in ("light_verbs", "group_words", "state_words", "group_heads")
)
HELPED = _SETS["helped"]
