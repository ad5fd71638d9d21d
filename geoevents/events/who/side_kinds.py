"""What kind of side a name tells by its common nouns: rebels, a state and its army, or "the enemy"."""

import re

from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of

__all__ = ["REBELS", "kind_of_side", "names_enemy"]

_ANY = {name: any_of(words) for name, words in DATA["sides"].items()}
REBELS = re.compile(rf"\b(?:{_ANY['rebels']})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{_ANY['state']})\b")
_ENEMY = re.compile(rf"\b(?:{_ANY['enemy']})\b", re.IGNORECASE)
_OPENING = re.compile(r"^[A-Z](?=[a-z]+ [a-z])")  # a capital that only begins the sentence


def names_enemy(words: str) -> bool:
    """True for who is told as the enemy: "the invaders"."""
    return _ENEMY.search(words) is not None


def kind_of_side(name: str) -> int:
    """-1 for rebels of any kind, 1 for the army or government of a state, 0 where no common noun tells it ("Arakan Army")."""
    if REBELS.search(name):
        return -1
    return 1 if _STATE.search(_OPENING.sub(lambda m: m.group().lower(), name)) else 0
