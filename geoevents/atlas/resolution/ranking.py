"""The trained ranker: a softmax over what a name may mean and "none of these", linear in the features of a scene.

Weights lie beside this module as numbers (``ranker.npz``) with their manifest (``ranker.json``); ``geoevents train
ranker`` makes both.  No feature knows a name or a place by itself.
"""

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geoevents.atlas.resolution.confidence import Calibration
from geoevents.atlas.resolution.contenders import OWN_FEATURES, Floats
from geoevents.atlas.resolution.context_features import CONTEXT_FEATURES, NIL_FEATURES
from geoevents.atlas.resolution.evidence import Scene
from geoevents.errors import ModelError

__all__ = ["FORMAT", "Ranker", "feature_names"]

FORMAT = 2
ROUNDS = 3  # looks at the other names after a first one at each alone; later ones change 1 choice in 500


def feature_names() -> tuple[str, ...]:
    """Names of all weights, in order: of the candidate itself, of its context, of "none of these"."""
    return (*OWN_FEATURES, *CONTEXT_FEATURES, *NIL_FEATURES)


_PLAIN = Calibration(raw=np.array([0.0, 0.99]), value=np.array([0.0, 0.99]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranker:
    """Weights of the three groups of features, what the shares they give are worth, and the threshold that is usual.

    ``threshold`` is a confidence: below it a name that nobody marked stays without a place.
    """

    own: Floats
    context: Floats
    nil: Floats
    calibration: Calibration = _PLAIN
    threshold: float = 0.0

    @classmethod
    def of(cls, weights: npt.ArrayLike) -> "Ranker":
        """A ranker from one vector in the order of ``feature_names``.  ModelError where the length is another."""
        vector = np.asarray(weights, dtype=np.float64)
        if vector.shape != (len(feature_names()),):
            raise ModelError(
                f"a ranker has {len(feature_names())} weights, not {vector.shape}: run `geoevents train ranker`"
            )
        a, b = len(OWN_FEATURES), len(OWN_FEATURES) + len(CONTEXT_FEATURES)
        return cls(own=vector[:a], context=vector[a:b], nil=vector[b:])

    @classmethod
    def load(cls) -> "Ranker":
        """The ranker that comes with geoevents.  ModelError where the files are missing or do not fit this version."""
        return _shipped()

    def shares(self, scene: Scene) -> tuple[Floats, Floats]:
        """(probability of each candidate, of "none" for each live group), in the light of all other names."""
        if not len(scene.starts):
            return np.zeros(0), np.zeros(0)
        own, none = scene.own @ self.own, scene.nil @ self.nil
        shares, nil = _softmax(own, none, scene)
        for _ in range(ROUNDS):
            shares, nil = _softmax(own + scene.context(shares) @ self.context, none, scene)
        return shares, nil


def _softmax(logits: Floats, none: Floats, scene: Scene) -> tuple[Floats, Floats]:
    top = np.maximum(np.maximum.reduceat(logits, scene.starts), none)
    weights, rest = np.exp(logits - top[scene.owner]), np.exp(none - top)
    total = np.add.reduceat(weights, scene.starts) + rest
    return weights / total[scene.owner], rest / total


@lru_cache(maxsize=1)
def _shipped() -> Ranker:
    with as_file(files("geoevents.atlas.resolution")) as folder:
        return _read(folder)


def _read(folder: Path) -> Ranker:
    arrays, manifest = folder / "ranker.npz", folder / "ranker.json"
    for path in (arrays, manifest):
        if not path.exists():
            raise ModelError(f"{path} is missing: run `geoevents train ranker`, or install geoevents again")
    facts = json.loads(manifest.read_text("utf-8"))
    if facts["format"] != FORMAT or tuple(facts["features"]) != feature_names():
        raise ModelError(f"{manifest} was made for other features: run `geoevents train ranker`")
    with np.load(arrays, allow_pickle=False) as archive:
        ranker = Ranker.of(archive["weights"])
        steps = Calibration(raw=archive["step_raw"], value=archive["step_value"])
    return replace(ranker, calibration=steps, threshold=float(facts["threshold"]))
