"""How near the candidates of an article lie to the places that its other names are taken for."""

import numpy as np
import numpy.typing as npt

from geoevents.atlas.relations import geometry
from geoevents.atlas.resolution.contenders import Codes, Floats
from geoevents.atlas.resolution.context_features import CONTEXT_AT

__all__ = ["Flags", "Nearness", "kilometres"]

Flags = npt.NDArray[np.bool_]

_SCALES = 5  # three rings of 30, 120 and 400 km, 100 km in one sentence, 300 km for the crowd
_RINGS = slice(CONTEXT_AT["near_30_km"], CONTEXT_AT["near_in_sentence"] + 1)  # and 120 km, 400 km
_BEYOND = -2.0  # less than any product of unit vectors


class Nearness:
    """Distances from the settled places of one article; what was worked out for a place is kept for the next round."""

    def __init__(self, unit: Floats, owner: Codes, apart: Flags, beside: Flags, point_like: Flags) -> None:
        """``owner`` is the name of each candidate; ``apart`` tells which two names are different ones, ``beside`` which of
        these share a sentence."""
        self._unit, self._owner, self._point_like = unit, owner, point_like.astype(np.float64)
        self._apart, self._beside = apart, beside
        self._number = np.full(len(owner), -1)  # in ``_known``, of each candidate that was settled once
        self._known: Floats = np.zeros((0, _SCALES, len(owner)))
        self._at: Codes = np.zeros(0, dtype=np.int64)
        self._rings = self._known

    def fill(self, out: Floats, at: Codes, sure: Floats) -> None:
        """Sets the features (rows of ``out``) of all candidates; ``at`` are the settled ones, with their shares."""
        if at.tobytes() != self._at.tobytes():
            self._meet(at[self._number[at] < 0])
            self._at, self._rings = at, self._known[self._number[at]]
        if not len(at):
            return
        rings = self._rings
        out[_RINGS] = (rings[:, :4] * sure[:, None, None]).max(axis=0) * self._point_like
        allowed = (sure @ self._apart[self._owner[at]])[self._owner]
        out[CONTEXT_AT["crowd"]] = (sure @ rings[:, 4]) / np.maximum(allowed, 1e-9) * self._point_like

    def _meet(self, at: Codes) -> None:
        """Works out how near all candidates of other names lie to some that are settled for the first time."""
        if not len(at):
            return
        km = kilometres(self._unit[at], self._unit)
        owner = self._owner[at]
        near = _fading(km, self._apart[owner].take(self._owner, axis=1))
        near[:, 3] *= self._beside[owner].take(self._owner, axis=1)
        self._number[at] = np.arange(len(at)) + len(self._known)
        self._known = np.concatenate([self._known, near]) if len(self._known) else near

    def nearest(self, rows: Codes, places: Codes) -> list[tuple[int, float] | None]:
        """For a candidate of each name the settled candidate of another name that lies nearest, with its distance in km; None
        where there is none, and for one without a point.  ``places`` are codes of the places, which are not near themselves."""
        at = self._at
        if not len(at):
            return [None] * len(rows)
        unit = self._unit[rows]
        others = self._apart[:, self._owner[at]] & (places[rows][:, None] != places[at])
        dots = np.where(others, unit @ self._unit[at].T, _BEYOND)
        best, dot = dots.argmax(axis=1), np.where(unit.any(axis=1), dots.max(axis=1), _BEYOND)
        km = geometry.EARTH_KM * np.arccos(np.minimum(np.maximum(dot, -1.0), 1.0))
        return [
            (near, far) if told > _BEYOND else None
            for near, far, told in zip(at[best].tolist(), km.tolist(), dot.tolist(), strict=True)
        ]


def _fading(km: Floats, apart: Flags) -> Floats:
    """exp(-km / scale) for each of the scales (second axis), 0 for names that are not ``apart``: all are powers of that of
    1200 km, which costs one exp."""
    far = np.exp(km / -1200.0) * apart
    far2 = far * far
    far4 = far2 * far2
    far8 = far4 * far4
    far10 = far8 * far2
    far20 = far10 * far10
    near = np.empty((len(km), _SCALES, km.shape[1]))
    for scale, values in enumerate((far20 * far20, far10, far2 * far, far8 * far4, far4)):
        near[:, scale] = values
    return near


def kilometres(a: Floats, b: Floats) -> Floats:
    """Great-circle distances of two lists of unit vectors."""
    return np.asarray(geometry.EARTH_KM * np.arccos(np.minimum(np.maximum(a @ b.T, -1.0), 1.0)))
