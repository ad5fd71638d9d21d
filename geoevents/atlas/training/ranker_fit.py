"""Maximum likelihood for the ranker: Newton's method on a softmax, with context features from the model's own choices."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoevents.atlas.resolution.contenders import OWN_FEATURES, Codes, Floats
from geoevents.atlas.resolution.context_features import CONTEXT_FEATURES
from geoevents.atlas.resolution.ranking import Ranker, feature_names
from geoevents.atlas.training.ranker_examples import Example

__all__ = ["fit", "prior"]

PASSES = 5  # rounds of "choose with the weights so far, then fit to the context that these choices make"
_HALVINGS = 8
_STEPS = 6  # Newton steps a pass; the likelihood is flat to 1e-6 after five
RIDGE = 25.0  # strength of the penalty, in examples: of 2, 8, 25, 80 the strongest that costs the k-fold mean nothing

# What the penalty pulls to: the weights of the hand-made ranking that the trained one replaced.  The corpora are local and
# world news; what they hardly have (lists of districts, "south of X", oblasts) keeps the weight it had in war news.
_PRIOR = {
    "own_score": 1.1, "class_word": 4.0, "class_word_denied": -2.5, "with_article": -3.0, "inside": 5.0, "outside": -1.5,
    "country_share": 2.2, "admin1_share": 1.2, "near_120_km": 2.2, "relation": 6.0, "list_class": 1.6, "list_country": 0.8,
    "outlet_home": 2.0, "outlet_near": 2.0, "outlet_country": 1.0, "listed_regions": 2.5, "class_word_nearly": 2.0, 
    "class_in_its_name": 3.0,
    "list_admin1": 0.5, "none": 0.0, "misspelt": -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Rows:
    """All examples under one another: candidates, then one row a group for "none"."""

    x: Floats
    owner: Codes
    right: Floats
    weight: Floats


def fit(examples: Sequence[Example], *, ridge: float = RIDGE, passes: int = PASSES) -> Ranker:
    """The weights that make the annotators' choices most likely, each corpus counting the same."""
    weights = prior()
    shares = _corpus_weights(examples)
    for _ in range(passes):
        ranker = Ranker.of(weights)
        rows = _rows(examples, ranker, shares)
        for _ in range(_STEPS):
            weights = _improved(rows, weights, ridge)
    return Ranker.of(weights)


def prior() -> Floats:
    """The weights that examples move: those of the hand-made ranking."""
    return np.array([_PRIOR.get(name, 0.0) for name in feature_names()])


def _corpus_weights(examples: Sequence[Example]) -> list[float]:
    totals: dict[str, float] = {}
    for e in examples:
        totals[e.document.corpus] = totals.get(e.document.corpus, 0.0) + float(e.weight.sum())
    mean = sum(totals.values()) / max(len(totals), 1)
    return [mean / max(totals[e.document.corpus], 1.0) for e in examples]


def _rows(examples: Sequence[Example], ranker: Ranker, corpus: Sequence[float]) -> _Rows:
    xs, owners, rights, weights, base = [], [], [], [], 0
    a, b = len(OWN_FEATURES), len(OWN_FEATURES) + len(CONTEXT_FEATURES)
    for e, scale in zip(examples, corpus, strict=True):
        scene, kept = e.scene, e.weight > 0
        if not kept.any():
            continue
        shares, _ = ranker.shares(scene)
        groups = int(kept.sum())
        number = np.cumsum(kept) - 1
        mine = kept[scene.owner]
        x = np.zeros((int(mine.sum()) + groups, len(feature_names())))
        x[: mine.sum(), :a] = scene.own[mine]
        x[: mine.sum(), a:b] = scene.context(shares)[mine]
        x[mine.sum() :, b:] = scene.nil[kept]
        none = np.bincount(scene.owner, e.right, minlength=len(scene.starts))[kept] == 0
        xs.append(x)
        owners.append(np.concatenate([number[scene.owner[mine]], np.arange(groups)]) + base)
        rights.append(np.concatenate([e.right[mine], none]))
        weights.append(e.weight[kept] * scale)
        base += groups
    return _Rows(
        x=np.concatenate(xs), owner=np.concatenate(owners), right=np.concatenate(rights), weight=np.concatenate(weights)
    )


def _improved(rows: _Rows, weights: Floats, ridge: float) -> Floats:
    """Weights after one Newton step, halved until the likelihood grows."""
    p, value = _likelihood(rows, weights, ridge)
    step = _step(rows, weights, ridge, p)
    for halving in range(_HALVINGS):
        moved = weights + step / 2**halving
        if _likelihood(rows, moved, ridge)[1] > value:
            return np.asarray(moved)
    return weights


def _likelihood(rows: _Rows, weights: Floats, ridge: float) -> tuple[Floats, float]:
    """(share of each row in its group, log likelihood less the penalty)."""
    logits = rows.x @ weights
    top = np.full(len(rows.weight), -np.inf)
    np.maximum.at(top, rows.owner, logits)
    e = np.exp(logits - top[rows.owner])
    p = e / np.bincount(rows.owner, e)[rows.owner]
    right = np.bincount(rows.owner, p * rows.right)
    return p, float(rows.weight @ np.log(right + 1e-12)) - ridge / 2 * float((weights - prior()) @ (weights - prior()))


def _step(rows: _Rows, weights: Floats, ridge: float, p: Floats) -> Floats:
    """The Newton step for right answers shared out as the weights so far say."""
    goal = p * rows.right + 1e-12 * rows.right
    goal = goal / np.maximum(np.bincount(rows.owner, goal), 1e-300)[rows.owner]
    scale = rows.weight[rows.owner]
    gradient = rows.x.T @ (scale * (goal - p)) - ridge * (weights - prior())
    weighted = rows.x * (scale * p)[:, None]
    means = np.zeros((len(rows.weight), rows.x.shape[1]))
    np.add.at(means, rows.owner, rows.x * p[:, None])
    hessian = rows.x.T @ weighted - means.T @ (means * rows.weight[:, None]) + ridge * np.eye(len(weights))
    return np.asarray(np.linalg.solve(hessian, gradient))
