"""Any people where a codebook says {people}: what is told of one side is told of every side."""

from typing import Any

from geoevents.atlas.recognition.words import DEMONYMS

__all__ = ["with_peoples"]

_MARK = "{people}"


def with_peoples(value: Any) -> Any:
    """A codebook's raw value with each list entry that says {people} written out for every one-word demonym, in order.

    The noun classes and phrases of a codebook name no side of a war ("in {people} hands"); who the peoples are is data of
    the atlas.
    """
    if isinstance(value, dict):
        return {key: with_peoples(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [spelt for entry in value for spelt in _spelt_out(entry)]
    return value


def _spelt_out(entry: Any) -> list[Any]:
    if isinstance(entry, str):
        return [entry.replace(_MARK, people) for people in _PEOPLES] if _MARK in entry else [entry]
    return [with_peoples(entry)]


_PEOPLES = sorted(word for word in DEMONYMS if " " not in word)
