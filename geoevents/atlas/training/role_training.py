"""Fits what the words around a name say of its role, beside what the rules say (``places.md`` 3.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.recognition.recognise import Weighed
from geoevents.atlas.recognition.roles import LEARNED
from geoevents.atlas.recognition.uses import uses_of
from geoevents.atlas.resolution.name_groups import Told
from geoevents.atlas.resolution.phrases import phrases
from geoevents.atlas.resolution.resolve import resolve
from geoevents.atlas.training.corpora import Document, Labels

__all__ = ["RoleMaterial", "fit_roles", "role_material"]

STRENGTH = 0.1  # inverse of L2; of .03, .1 and .3 the best for gold, GeoWebNews and our own texts together, out of fold
RULE = 3.0  # a rule counts as three words: it reads the sentence, and the weights should overrule it only together
OTHER_CONVENTION = 0.3  # GeoWebNews draws the line between modifier and metonym elsewhere
_ITERATIONS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMaterial:
    """Names of known role: number of the document, columns, role by the rules, role by the annotators, weight."""

    document: npt.NDArray[np.int64]
    columns: tuple[Sequence[int], ...]
    rule: npt.NDArray[np.int64]
    role: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float64]


def role_material(
    documents: Sequence[Document], weighed: Sequence[Weighed], labels: Sequence[Labels], atlas: Gazetteer
) -> RoleMaterial:
    """Reads the roles of all names that annotators gave one."""
    rows = [
        (number, columns, rule, role, OTHER_CONVENTION if d.corpus == "GeoWebNews" else 1.0)
        for number, (d, w, told) in enumerate(zip(documents, weighed, labels, strict=True))
        if not d.veiled and any(g.get("role") for g in d.mentions)
        for columns, rule, role in _roles_in(d, w, told, atlas)
    ]
    return RoleMaterial(
        document=np.array([r[0] for r in rows]),
        columns=tuple(r[1] for r in rows),
        rule=np.array([r[2] for r in rows]),
        role=np.array([r[3] for r in rows]),
        weight=np.array([r[4] for r in rows]),
    )


def _roles_in(d: Document, weighed: Weighed, told: Labels, atlas: Gazetteer) -> list[tuple[Sequence[int], int, int]]:
    """(columns, role by the rules, role by the annotators) of each name of a document with one of the learned roles."""
    text, sentences = d.article.text, [line.sentence for line in weighed.lines]
    flat = [(number, n) for number, names in enumerate(weighed.found) for n in names]
    places = [k for k in range(len(flat)) if told.place[k]]
    spans = []
    for k in places:
        number, n = flat[k]
        start, end = sentences[number].starts[n.first], sentences[number].ends[n.last - 1]
        spans.append(
            NameSpan(
                start=start, end=end, text=text[start:end], key=n.key, first=n.first, last=n.last, sentence=number,
                source=n.source,
            )
        )  # fmt: skip
    around = phrases(text, sentences, spans)
    found = resolve(Told(text=text, spans=spans, phrases=around, relations={}), atlas)
    uses = uses_of(text, sentences, spans, around, [a.place for a in found])
    roles = [d.mentions[told.mention[k]].get("role") for k in places]
    columns = weighed.columns()
    return [
        (columns[k], LEARNED.index(use.role), LEARNED.index(role))
        for k, use, role in zip(places, uses, roles, strict=True)
        if use.role in LEARNED and role in LEARNED
    ]


def fit_roles(
    m: RoleMaterial, chosen: Sequence[int], *, columns: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """(one row of weights a role, one column a role of the rules), learned from the documents with the given numbers."""
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    rows = np.flatnonzero(np.isin(m.document, np.array(list(chosen))))
    flat = np.array([c for k in rows for c in m.columns[k]], dtype=np.int32)
    ends = np.cumsum([0, *(len(m.columns[k]) for k in rows)])
    words = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), columns))
    rules = sparse.csr_matrix(np.eye(len(LEARNED))[m.rule[rows]] * RULE)
    model = LogisticRegression(C=STRENGTH, max_iter=_ITERATIONS)
    with threadpool_limits(1):
        model.fit(sparse.hstack([words, rules]).tocsr(), m.role[rows], sample_weight=m.weight[rows])
    weights = np.zeros((len(LEARNED), columns + len(LEARNED)), dtype=np.float32)
    weights[model.classes_] = model.coef_
    biases = np.full((len(LEARNED), 1), -np.inf, dtype=np.float32)
    biases[model.classes_, 0] = model.intercept_
    return weights[:, :columns], weights[:, columns:] * RULE + biases
