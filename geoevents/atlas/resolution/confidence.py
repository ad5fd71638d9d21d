"""Calibrated confidence: how often names that looked this sure were placed right, in articles that no weight had seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geoevents.atlas.resolution.contenders import Floats

__all__ = ["Calibration", "calibration", "expected_error", "lowest_threshold", "uncalibrated"]

STEPS = 20  # at most: fewer than one a hundred names (places.md 4.3)


_OF_NAME = 1.5  # of exponents 1, 1.5 and 2 the one that keeps most right places at the precision wanted, out of fold


def uncalibrated(share: float, probability: float, doubt: float = 1.0) -> float:
    """How far a place is to be believed: its share among the candidates, and that the words are a name at all.

    The latter counts for more: a name taken for a place is wrong wherever that is.  ``doubt`` is less than 1 for a place that
    nothing else in the article comes near (`strangers`).
    """
    return float(share * doubt * probability**_OF_NAME)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """A rising line through steps: a raw confidence of ``raw[i]`` means ``value[i]``, in between as the line says."""

    raw: Floats
    value: Floats

    def __call__(self, raw: float) -> float:
        """Calibrated confidence of a raw one (`uncalibrated`)."""
        return self.of([raw])[0]

    def of(self, raw: Sequence[float]) -> list[float]:
        """The calibrated confidence of each raw one."""
        found: list[float] = np.interp(raw, self.raw, self.value).tolist()
        return found


def calibration(
    raw: Sequence[float], right: Sequence[float], weight: Sequence[float], *, steps: int = STEPS
) -> Calibration:
    """The steps that never fall and fit best (pooled neighbours), on at most ``steps`` parts; those of the doubtful are smaller,
    because thresholds lie there."""
    order = np.argsort(np.asarray(raw), kind="stable")
    x, y, w = (np.asarray(v, dtype=float)[order] for v in (raw, right, weight))
    part = np.minimum((np.sqrt(np.cumsum(w) / w.sum()) * steps).astype(int), steps - 1)
    blocks = [
        (float(np.average(x[at], weights=w[at])), float(w[at].sum()), float(np.average(y[at], weights=w[at])))
        for at in (part == k for k in np.unique(part))
    ]
    pooled: list[tuple[float, float, float]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and pooled[-2][2] >= pooled[-1][2]:
            (x1, w1, v1), (x2, w2, v2) = pooled[-2:]
            both = w1 + w2
            pooled[-2:] = [((w1 * x1 + w2 * x2) / both, both, (w1 * v1 + w2 * v2) / both)]
    return Calibration(raw=np.array([p[0] for p in pooled]), value=np.round([min(p[2], 0.99) for p in pooled], 3))


def expected_error(confidence: Sequence[float], right: Sequence[float], *, bins: int = 10) -> float:
    """Expected calibration error: mean gap between confidence and share right, over bins of equal width."""
    c, y = np.asarray(confidence), np.asarray(right, dtype=float)
    at = np.minimum((c * bins).astype(int), bins - 1)
    return float(sum(abs(c[at == k].mean() - y[at == k].mean()) * (at == k).mean() for k in np.unique(at)))


def lowest_threshold(
    confidence: Mapping[str, Sequence[float]], right: Mapping[str, Sequence[float]], wanted: Mapping[str, float]
) -> float:
    """Smallest threshold in hundredths from which the share right is as wanted in all corpora; 1 where none is."""
    for hundredth in range(100):
        threshold = hundredth / 100
        kept = {c: np.asarray(confidence[c]) >= threshold for c in wanted}
        if all(k.any() and np.asarray(right[c])[k].mean() >= wanted[c] for c, k in kept.items()):
            return threshold
    return 1.0
