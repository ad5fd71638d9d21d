"""Votes of the names of an article for the countries and areas that their candidates lie in."""

import numpy as np

from geoevents.atlas.resolution.contenders import CLASS_AT, OWN_AT, Codes, Floats
from geoevents.atlas.resolution.context_features import CONTEXT_AT

__all__ = ["Ballots"]

_LEVELS = ("country", "admin1", "admin2")
_ASKED = [
    0,
    1,
    0,
    1,
    2,
]  # levels: who speaks for a country and a first-level area, then who names an area of each level


class Ballots:
    """The votes of one article; each name votes with the shares of its candidates."""

    def __init__(self, codes: Codes, classes: Codes, owner: Codes, own: Floats) -> None:
        """``codes`` has one row a level and one column a candidate, ``own`` one row a candidate."""
        _, ids = np.unique(codes, return_inverse=True)
        ids = ids.reshape(codes.shape)
        _, pairs = np.unique(ids * (int(owner.max()) + 1) + owner, return_inverse=True)
        pairs = pairs.reshape(codes.shape)
        question = np.arange(len(_ASKED))[:, None]
        self._ids = (ids[_ASKED] + question * (int(ids.max()) + 1)).ravel()
        self._pairs = (pairs[_ASKED] + question * (int(pairs.max()) + 1)).ravel()
        self._is_level = np.stack([classes == CLASS_AT[name] for name in _LEVELS])
        self._told = codes != 0
        self._owner = owner
        self._first = own[:, [OWN_AT["first_in_country"], OWN_AT["first_in_admin1"]]].T

    def fill(self, out: Floats, votes: Floats) -> None:
        """Sets the features (rows of ``out``) of all candidates from the vote of each."""
        cast = np.concatenate([votes, votes, *(votes * self._is_level)])
        all_of, own = (np.bincount(ids, cast)[ids] for ids in (self._ids, self._pairs))
        others = np.maximum(all_of - own, 0.0).reshape(len(_ASKED), -1)
        rest = np.maximum(votes.sum() - np.bincount(self._owner, votes)[self._owner], 1e-9)
        share = np.minimum(others[:2] / rest, 1.0) * np.minimum(rest, 1.0) * self._told[:2]
        root = np.sqrt(share)
        for rows, values in ((_SHARE, root), (_LEADS, share > 0.5), (_FIRST, root * self._first)):
            out[rows] = values
        out[_NAMED] = np.minimum(others[2:], 1.0) * self._told


_SHARE, _LEADS = (np.array([CONTEXT_AT[f"{name}_{what}"] for name in _LEVELS[:2]]) for what in ("share", "leads"))
_FIRST = np.array([CONTEXT_AT[f"first_of_{name}"] for name in _LEVELS[:2]])
_NAMED = np.array([CONTEXT_AT[f"{name}_named"] for name in _LEVELS])
