"""Fits the weights of the recogniser and scores them on articles they did not see (``places.md`` 3.4, 3.5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.articles.segments import segment
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.features import Features
from geoevents.atlas.recognition.lexicon import Lexicon
from geoevents.atlas.recognition.recognise import Recogniser, Weighed
from geoevents.atlas.recognition.second_look import SecondLook
from geoevents.atlas.recognition.weights import Weights, layout_hash
from geoevents.atlas.training.corpora import Document, Labels, Veil, folds, labels, vocabulary
from geoevents.atlas.training.role_training import RoleMaterial, fit_roles, role_material

__all__ = ["Material", "fit", "material", "out_of_fold", "without_corpus"]

STRENGTH_FIRST, STRENGTH_SECOND = 0.1, 1.0  # inverse of L2; best mean average precision of 0.05, 0.1, 0.3 out of fold
_ITERATIONS = 400
INNER = 5  # folds in which the first look is fitted for the second to learn from


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Documents read once: their possible names, columns and labels."""

    documents: tuple[Document, ...]
    weighed: tuple[Weighed, ...]
    labels: tuple[Labels, ...]
    atlas: Gazetteer
    features: Features
    seed: int
    roles: RoleMaterial


def material(documents: Sequence[Document], atlas: Gazetteer, *, seed: int) -> Material:
    """Reads documents for training, each once as it is and once veiled."""
    features = Features(atlas, Lexicon(vocabulary(documents, atlas)))
    both = [*documents, *(replace(d, veiled=True) for d in documents)]
    veil = Veil(atlas)
    weighed = [
        Weighed.of(
            d.article.text, segment(d.article.text, title=d.article.title), veil if d.veiled else atlas, features
        )
        for d in both
    ]
    told = [labels(d, w) for d, w in zip(both, weighed, strict=True)]
    return Material(
        documents=tuple(both),
        weighed=tuple(weighed),
        labels=tuple(told),
        atlas=atlas,
        features=features,
        seed=seed,
        roles=role_material(both, weighed, told, atlas),
    )


def fit(m: Material, chosen: Sequence[int], *, manifest: dict[str, Any] | None = None) -> Weights:
    """Weights learned from the documents with the given numbers."""
    table = _table(m, chosen)
    first = np.zeros(len(table.place))
    inner = np.array(folds([m.documents[k] for k in chosen], seed=m.seed + 1, count=INNER))[table.document]
    for k in range(INNER):
        weights, bias = _logistic(table.columns, table, inner != k, STRENGTH_FIRST)
        first[inner == k] = table.columns[inner == k] @ weights + bias
    second = _logistic(_second(m, chosen, first), table, np.ones(len(first), dtype=bool), STRENGTH_SECOND)
    final = _logistic(table.columns, table, np.ones(len(first), dtype=bool), STRENGTH_FIRST)
    roles = fit_roles(m.roles, chosen, columns=m.features.size)
    return Weights(
        vocabulary=m.features.lexicon.vocabulary,
        layout=layout_hash(m.features.layout()),
        first=final[0].astype(np.float32),
        first_bias=final[1],
        second=second[0].astype(np.float32),
        second_bias=second[1],
        roles=roles[0],
        role_rules=roles[1],
        manifest=manifest or {},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """All possible names of some documents: columns (sparse), label, weight, document and corpus."""

    columns: Any
    place: npt.NDArray[np.int8]
    weight: npt.NDArray[np.float64]
    document: npt.NDArray[np.int64]
    corpus: npt.NDArray[np.int64]


def _table(m: Material, chosen: Sequence[int]) -> _Table:
    from scipy import sparse

    rows = [row for k in chosen for row in m.weighed[k].columns()]
    flat = np.fromiter((c for row in rows for c in row), dtype=np.int32)
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), m.features.size))
    sizes = [len(m.labels[k].place) for k in chosen]
    names = sorted({d.corpus for d in m.documents})
    corpus = [names.index(m.documents[k].corpus) for k in chosen]
    return _Table(
        columns=columns,
        place=np.concatenate([m.labels[k].place for k in chosen]),
        weight=np.concatenate([m.labels[k].weight for k in chosen]),
        document=np.repeat(np.arange(len(chosen)), sizes),
        corpus=np.repeat(np.array(corpus), sizes),
    )


def _second(m: Material, chosen: Sequence[int], first: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    look, parts, at = SecondLook(m.atlas), [], 0
    for k in chosen:
        size = len(m.labels[k].place)
        parts.append(look.rows(m.weighed[k].layout, first[at : at + size]))
        at += size
    return np.concatenate(parts)


def _logistic(
    columns: Any, table: _Table, rows: npt.NDArray[np.bool_], strength: float
) -> tuple[npt.NDArray[np.float64], float]:
    """Weights and bias of a logistic regression; one more column a corpus takes up its conventions, and the bias their mean."""
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    used = rows & (table.weight > 0)
    count = int(table.corpus.max()) + 1
    corpora = sparse.csr_matrix(np.eye(count)[table.corpus])
    both = sparse.hstack([sparse.csr_matrix(columns), corpora]).tocsr()[used]
    model = LogisticRegression(C=strength, max_iter=_ITERATIONS, tol=1e-4)
    with threadpool_limits(1):  # more threads than cores make the steps of L-BFGS slower by far
        model.fit(both, table.place[used], sample_weight=table.weight[used])
    weights = model.coef_[0]
    share = np.bincount(table.corpus[used], minlength=count) / used.sum()
    return weights[:-count], float(model.intercept_[0] + weights[-count:] @ share)


def out_of_fold(m: Material, *, count: int = 5) -> Iterator[tuple[Recogniser, list[int]]]:
    """For each fold a recogniser that did not see it, and the numbers of the fold's documents."""
    fold = folds(m.documents, seed=m.seed, count=count)
    for k in range(count):
        weights = fit(m, [i for i, f in enumerate(fold) if f != k])
        yield Recogniser(m.atlas, weights), [i for i, f in enumerate(fold) if f == k and not m.documents[i].veiled]


def without_corpus(m: Material) -> Iterator[tuple[Recogniser, list[int]]]:
    """For each corpus a recogniser fitted on the others, and the numbers of its documents: shows learned conventions."""
    for name in sorted({d.corpus for d in m.documents}):
        weights = fit(m, [i for i, d in enumerate(m.documents) if d.corpus != name])
        yield Recogniser(m.atlas, weights), [i for i, d in enumerate(m.documents) if d.corpus == name and not d.veiled]
