"""Names in another hand than the atlas has them: as French maps write Arabic ones, without marks, parted or joined."""

import re
from collections.abc import Callable, Iterator

from geoevents.words import data_of

__all__ = ["respelled"]

_DATA = data_of("geoevents.atlas", "respellings.toml")
_GROUPS = {name: frozenset(codes.split()) for name, codes in _DATA["groups"].items()}
_RULES = [(re.compile(r["find"]), r["write"], _GROUPS[r["group"]], r.get("late", False)) for r in _DATA["respelling"]]
_LEAST = 8  # letters of a name of two words that may be written as one


def respelled(
    key: str, known: Callable[[str], bool], *, late: bool = False
) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Known names that an unknown folded one may be another spelling of, each with the countries it is one in, None for all:
    "kfar chouba" of "kfar shouba", "abugubaiha" of "abu gubaiha".  ``late``: the words around the name make it a place."""
    for find, write, countries, is_late in _RULES:
        if is_late is late and known(other := find.sub(write, key)) and other != key:
            yield other, countries
    if late and key.count(" ") == 1 and len(key) > _LEAST and known(other := key.replace(" ", "")):
        yield other, None  # "petion ville" is Pétionville
