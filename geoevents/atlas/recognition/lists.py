"""Unknown names in lists of places: "bombed Atareb, Kafr Nooran, Dara Izza and Deir Sunbul"."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from geoevents.atlas.recognition.layout import SOURCES, Layout
from geoevents.atlas.recognition.words import GIVEN_NAMES, PERSONS, WORDS

__all__ = ["more_of_lists"]

_UNSURE = -2.6  # log-odds from which an unknown name is one more of a list of places; persons stand below
_JOINTS = ({","}, {"and"}, {",", "and"}, {"or"})
_LEAST = 3  # members
_LED_BY = WORDS["locative"] | WORDS["transitive"] | frozenset({"the"})


def more_of_lists(article: Layout, logits: npt.NDArray[np.floating], kept: Sequence[int]) -> list[int]:
    """Numbers of the unknown names in lists of three and more that a kept name of the atlas stands in and an "and" closes."""
    likely = np.flatnonzero((article.source == SOURCES["cue"]) & (logits > _UNSURE)).tolist()
    taken = {i for k in kept for i in range(article.first[k], article.last[k])} if likely else set()
    unsure = [
        k
        for k in likely
        if taken.isdisjoint(range(article.first[k], article.last[k])) and not _is_person(article.names[k].key)
    ]
    if not unsure:
        return []
    places = [k for k in kept if article.source[k] != SOURCES["demonym"]]
    return [
        k
        for chain in _chains(article, sorted([*places, *unsure]))
        if _is_list(article, chain, places)
        for k in chain if k in unsure
    ]  # fmt: skip


def _is_person(key: str) -> bool:
    words = key.split()
    return words[0] in GIVEN_NAMES or any(words[-1] in names for names in PERSONS.values())


def _chains(article: Layout, names: Sequence[int]) -> Iterable[list[int]]:
    """The stretches of names between which only commas and an "and" stand."""
    chain: list[int] = []
    for k in names:
        if chain and _between(article, chain[-1], k) not in _JOINTS:
            yield chain
            chain = []
        chain.append(k)
    yield chain


def _between(article: Layout, a: int, b: int) -> set[str]:
    start, end = int(article.last[a]), int(article.first[b])
    return {w.lower for w in article.words[start:end]} if 0 < end - start < _LEAST else set()


def _is_list(article: Layout, chain: Sequence[int], places: Sequence[int]) -> bool:
    """True for a list with an "and" before its last member that a class word closes ("A, B and C villages"), or that a preposition
    or a deed leads in and a name of the atlas stands in."""
    if len(chain) < _LEAST or "and" not in _between(article, chain[-2], chain[-1]):
        return False
    known = any(k in places and article.source[k] == SOURCES["atlas"] for k in chain)
    closed = article.words[article.last[chain[-1]]].lower in WORDS["class_before"]
    return closed or (known and article.words[article.first[chain[0]] - 1].lower in _LED_BY)
