"""The manifest of learned weights: from what, how, and how well they do on articles they did not see."""

import hashlib
from collections import Counter
from typing import Any

import numpy as np

from geoevents.articles.segments import segment
from geoevents.atlas.recognition.weights import Weights
from geoevents.atlas.training.corpora import NO_DEMONYMS, Document
from geoevents.atlas.training.recogniser_training import Material, fit, out_of_fold

__all__ = ["fit_all", "scores"]


def fit_all(m: Material) -> Weights:
    """Weights learned from all documents, with a manifest that holds the scores of the same procedure out of fold."""
    import scipy
    import sklearn

    manifest = {
        "command": "make weights",
        "seed": m.seed,
        "libraries": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "corpora": _corpora(m),
        "scores": scores(m),
    }
    return fit(m, range(len(m.documents)), manifest=manifest)


def _corpora(m: Material) -> dict[str, dict[str, Any]]:
    """Articles, mentions and a hash of the ids of each corpus."""
    found: dict[str, dict[str, Any]] = {}
    for name in sorted({d.corpus for d in m.documents}):
        own = [d for d in m.documents if d.corpus == name and not d.veiled]
        ids = "\n".join(sorted(d.article.id for d in own))
        found[name] = {
            "articles": len(own),
            "mentions": sum(len(d.mentions) for d in own),
            "ids_sha256": hashlib.sha256(ids.encode("utf-8")).hexdigest(),
        }
    return found


def scores(m: Material) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of spans that overlap a gold mention, by corpus, each article read by weights that did not see it.

    Demonyms count only where the annotators marked them.
    """
    totals: dict[str, Counter[str]] = {}
    for model, numbers in out_of_fold(m):
        for k in numbers:
            d = m.documents[k]
            _, spans = model(d.article.text, segment(d.article.text, title=d.article.title))
            own = [(s.start, s.end) for s in spans if s.source != "demonym" or d.corpus not in NO_DEMONYMS]
            totals.setdefault(d.corpus, Counter()).update(_matches(d, own))
    return {name: _rates(totals[name]) for name in sorted(totals)}


def _matches(d: Document, spans: list[tuple[int, int]]) -> Counter[str]:
    """Counts of gold, output and one-to-one overlaps; all annotated names count, with coordinates or without."""
    gold = [(g["start"], g["end"]) for g in d.mentions]
    taken: set[int] = set()
    for start, end in gold:
        over = [k for k, s in enumerate(spans) if s[0] < end and start < s[1] and k not in taken]
        taken.update(sorted(over, key=lambda k: -min(spans[k][1], end) + max(spans[k][0], start))[:1])
    return Counter(gold=len(gold), output=len(spans), matched=len(taken))


def _rates(n: Counter[str]) -> dict[str, float]:
    precision, recall = n["matched"] / max(n["output"], 1), n["matched"] / max(n["gold"], 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
