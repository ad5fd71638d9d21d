"""Names of which a list tells a word once: "the Black and Azov seas", "North and South Kivu"."""

from collections.abc import Sequence
from typing import Protocol

from geoevents.atlas.recognition.lexicon import Word

__all__ = ["may_share", "shared_name"]


class Keys(Protocol):
    """Where it is looked up whether a folded name is one of a place."""

    def has_key(self, key: str) -> bool: ...


# Plural heads that several names share, and the head that each of them has.
_SHARED = {
    "seas": "sea",
    "oceans": "ocean",
    "rivers": "river",
    "gulfs": "gulf",
    "straits": "strait",
    "deserts": "desert",
}
_PARTS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "central"}
)
_SHARED_HEADS = frozenset(_SHARED)
_REACH = 6  # words from the first name of such a list to its head
_JOINTS = frozenset({"and", "or", ",", "/"})


def may_share(words: Sequence[str]) -> bool:
    """True for a sentence that has one of the words by which names share another, twice for parts of the compass."""
    if not _SHARED_HEADS.isdisjoint(words):
        return True
    return not _PARTS.isdisjoint(words) and sum(w in _PARTS for w in words) > 1


def shared_name(words: Sequence[Word], i: int, atlas: Keys) -> str | None:
    """The folded name that word ``i`` stands for, with the word that it shares with those behind it; None where it shares none."""
    return _with_head(words, i, atlas) or _with_rest(words, i, atlas)


def _with_head(words: Sequence[Word], i: int, atlas: Keys) -> str | None:
    """One of several names with a plural head: "the [Black] and Azov seas" are the Black Sea and the Sea of Azov."""
    lows = [w.lower for w in words[i + 1 : i + 1 + _REACH]]
    at = next((k for k, low in enumerate(lows) if low in _SHARED), None)
    before = {"and", "or", ",", "the"}
    if at is None or any(not (w.capital or w.lower in before) for w in words[i + 1 : i + 1 + at]):
        return None
    listed = "and" in lows[:at] or any(w.lower == "and" for w in words[max(0, i - 2) : i])
    key = f"{words[i].key} {_SHARED[lows[at]]}"
    return key if listed and atlas.has_key(key) else None


def _with_rest(words: Sequence[Word], i: int, atlas: Keys) -> str | None:
    """One of several parts of one area: "[North] and South Kivu", "[North], South and West Kordofan"."""
    at = i
    while at < len(words) and words[at].capital and words[at].lower in _PARTS:
        joint = at + 1
        while joint < len(words) and words[joint].lower in _JOINTS:
            joint += 1
        if joint == at + 1:
            break
        at = joint
    if at == i or at >= len(words) or words[at].lower not in _PARTS:
        return None
    rest = words[at + 1 : at + 2]
    key = f"{words[i].key} {rest[0].key}" if rest and rest[0].capital and rest[0].key else ""
    return key if key and atlas.has_key(key) else None
