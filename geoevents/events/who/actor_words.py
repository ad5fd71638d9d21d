"""Words by which a phrase is told to name a party (``actor_words.toml``)."""

from geoevents.words import sets_of

__all__ = [
    "ADDRESSED", "AMMUNITION", "AMOUNTS", "DEEDS", "GROUP_HEADS", "GROUP_WORDS", "HELPED", "OWN_KINDS",
    "KINDS_OF_GROUP", "LIGHT_VERBS", "NOBODY", "OWN_PEOPLE", "POSSESSIVES", "PRONOUNS", "STATE_WORDS", "WEAPONS",
]  # fmt: skip

_SETS = sets_of("geoevents.events.who", "actor_words.toml")
AMMUNITION, DEEDS, AMOUNTS, OWN_KINDS = (_SETS[k] for k in ("ammunition", "deeds", "amounts", "own_kinds"))
WEAPONS = AMMUNITION | _SETS["weapons"]
OWN_PEOPLE, PRONOUNS, POSSESSIVES = (_SETS[k] for k in ("own_people", "pronouns", "possessives"))
LIGHT_VERBS, GROUP_WORDS, STATE_WORDS, GROUP_HEADS = (
    _SETS[k] for k in ("light_verbs", "group_words", "state_words", "group_heads")
)
ADDRESSED, HELPED, KINDS_OF_GROUP, NOBODY = (_SETS[k] for k in ("addressed", "helped", "kinds_of_group", "nobody"))
