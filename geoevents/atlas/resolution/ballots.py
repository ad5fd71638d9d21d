"""Votes of the names of an article for the countries and areas that their candidates lie in."""

from collections.abc import Sequence

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
_NAMES_LEVEL = np.array([CLASS_AT[name] for name in _LEVELS])[:, None]


class Ballots:
    """The votes of one article; each name votes with the shares of its candidates."""

    def __init__(self, codes: Codes, alike: Codes, classes: Codes, owner: Codes, own: Floats) -> None:
        """``codes`` and ``alike`` have one row a level and one column a candidate, ``own`` one row a candidate; ``alike``
        are the columns of the first candidates of the same name in the same area."""
        ids = np.unique(codes, return_inverse=True)[1].reshape(codes.shape)
        question = np.arange(len(_ASKED))[:, None]
        self._ids = (ids[_ASKED] + question * (int(ids.max()) + 1)).ravel()
        self._pairs = (alike[_ASKED] + question * len(owner)).ravel()
        self._casts = np.ones((len(_ASKED), len(owner)))  # 1 where a candidate's vote counts for a question
        self._casts[2:] = classes == _NAMES_LEVEL
        self._told = (codes != 0).astype(np.float64)
        self._owner = owner
        self._first = own[:, [OWN_AT["first_in_country"], OWN_AT["first_in_admin1"]]].T

    def fill(self, out: Floats, votes: Floats) -> None:
        """Sets the features (rows of ``out``) of all candidates from the vote of each."""
        cast = (votes * self._casts).ravel()
        all_of, own = (np.bincount(ids, cast)[ids] for ids in (self._ids, self._pairs))
        others = np.maximum(all_of - own, 0.0).reshape(len(_ASKED), -1)
        rest = np.maximum(votes.sum() - np.bincount(self._owner, votes)[self._owner], 1e-9)
        share = np.minimum(others[:2] / rest, 1.0) * np.minimum(rest, 1.0) * self._told[:2]
        root = np.sqrt(share)
        out[_SHARE], out[_LEADS], out[_FIRST] = root, share > 0.5, root * self._first
        out[_NAMED] = np.minimum(others[2:], 1.0) * self._told


def _rows(names: Sequence[str]) -> slice:
    """The rows of features that stand at equal distances."""
    at = [CONTEXT_AT[name] for name in names]
    return slice(at[0], at[-1] + 1, at[1] - at[0])


_SHARE, _LEADS = (_rows([f"{name}_{what}" for name in _LEVELS[:2]]) for what in ("share", "leads"))
_FIRST = _rows([f"first_of_{name}" for name in _LEVELS[:2]])
_NAMED = _rows([f"{name}_named" for name in _LEVELS])
