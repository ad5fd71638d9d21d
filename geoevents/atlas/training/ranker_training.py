"""Trains the ranker: k-fold scores first, then the weights that ship, fitted on all articles and scored on none of them."""

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.resolution.confidence import Calibration, calibration, expected_error, lowest_threshold
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.ranking import FORMAT, Ranker, feature_names
from geoevents.atlas.resolution.settling import settled
from geoevents.atlas.store import write_arrays
from geoevents.atlas.training.corpora import CORPORA, Document
from geoevents.atlas.training.ranker_examples import Case, Example, Gold, example, judged, placed
from geoevents.atlas.training.ranker_fit import PASSES, RIDGE, fit
from geoevents.atlas.training.recogniser_training import Material, out_of_fold

__all__ = ["WANTED", "RankerFit", "fit_on", "fit_ranker", "save_ranker"]

_RADII = (161, 25, 10)


# Share right that the usual threshold must give (issue 4).
WANTED = {"LGL": 0.86, "TR-News": 0.88, "GeoVirus": 0.85, "GeoWebNews": 0.92}


@dataclass(frozen=True, slots=True, kw_only=True)
class RankerFit:
    """The ranker that ships, and what k folds said of such rankers: rows of scores by corpus."""

    ranker: Ranker
    scores: Mapping[str, Mapping[str, float]]
    documents: Sequence[Document]
    seed: int


def fit_ranker(m: Material) -> RankerFit:
    """Fits on the annotators' spans of the corpora and on those that a recogniser found that did not see the article.

    All documents teach the recognisers, as they do the one that ships, so that the usual threshold fits it.
    """
    found: dict[int, Example] = {}
    fold = np.zeros(len(m.documents), dtype=int)
    for k, (recogniser, numbers) in enumerate(out_of_fold(m)):
        for number in (n for n in numbers if m.documents[n].corpus in CORPORA):
            found[number] = example(m.documents[number], m.atlas, recogniser=recogniser)
            fold[number] = k
    given = [example(m.documents[k], m.atlas) for k in sorted(found)]
    return fit_on(given, [found[k] for k in sorted(found)], fold[sorted(found)].tolist(), seed=m.seed)


def fit_on(given: Sequence[Example], raw: Sequence[Example], fold: Sequence[int], *, seed: int) -> RankerFit:
    """The same from examples: of each article the annotators' spans, a recogniser's, and its fold."""
    rankers = [
        fit([e for es in (given, raw) for e, at in zip(es, fold, strict=True) if at != k]) for k in range(max(fold) + 1)
    ]
    own = [rankers[k] for k in fold]
    cases = [c for e, r in zip(raw, own, strict=True) for c in judged(e, r)]
    steps, threshold = _calibrated(cases)
    scores = _scores(given, own)
    for corpus, row in scores.items():
        row.update(_raw_scores(cases, raw, corpus, steps, threshold))
    ranker = replace(fit([*given, *raw]), calibration=steps, threshold=threshold)
    return RankerFit(ranker=ranker, scores=scores, documents=[e.document for e in given], seed=seed)


def _calibrated(cases: Sequence[Case]) -> tuple[Calibration, float]:
    """The steps of confidence, each corpus counting the same, and the usual threshold on it."""
    count = Counter(c.corpus for c in cases)
    steps = calibration([c.raw for c in cases], [c.fair for c in cases], [len(cases) / count[c.corpus] for c in cases])
    by = {name: [c for c in cases if c.corpus == name] for name in WANTED}
    threshold = lowest_threshold(
        {name: [steps(c.raw) for c in own] for name, own in by.items()},
        {name: [c.right for c in own] for name, own in by.items()},
        WANTED,
    )
    return steps, threshold


def _raw_scores(
    cases: Sequence[Case], raw: Sequence[Example], corpus: str, steps: Calibration, threshold: float
) -> dict[str, float]:
    """Recall and precision of raw text at the usual threshold, and the error of its confidence."""
    own = [c for c in cases if c.corpus == corpus]
    kept = [c for c in own if steps(c.raw) >= threshold]
    total = sum(e.wanted for e in raw if e.document.corpus == corpus)
    return {
        "raw recall": round(sum(c.right for c in kept) / total, 4),
        "raw precision": round(sum(c.right for c in kept) / max(len(kept), 1), 4),
        "calibration error": round(expected_error([steps(c.raw) for c in own], [c.fair for c in own]), 4),
    }


def save_ranker(fitted: RankerFit, folder: Path) -> Path:
    """Writes ``ranker.npz`` and ``ranker.json``; the path of the manifest; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    ranker = fitted.ranker
    weights = np.concatenate([ranker.own, ranker.context, ranker.nil]).astype(np.float32)
    steps = ranker.calibration
    arrays: dict[str, npt.NDArray[Any]] = {"weights": weights, "step_raw": steps.raw, "step_value": steps.value}
    write_arrays(folder / "ranker.npz", arrays)
    manifest = folder / "ranker.json"
    manifest.write_text(json.dumps(_manifest(fitted), indent=1) + "\n", "utf-8")
    return manifest


def _manifest(fitted: RankerFit) -> dict[str, Any]:
    ids = "\n".join(f"{d.corpus}:{d.article.id}" for d in fitted.documents)
    return {
        "format": FORMAT,
        "features": feature_names(),
        "trained_on": {name: sum(d.corpus == name for d in fitted.documents) for name in CORPORA},
        "documents_sha256": hashlib.sha256(ids.encode()).hexdigest(),
        "command": "make weights",
        "settings": {"folds": 5, "passes": PASSES, "ridge": RIDGE, "seed": fitted.seed},
        "threshold": fitted.ranker.threshold,
        "scores_k_fold": fitted.scores,
        "versions": {"python": platform.python_version(), "numpy": np.__version__},
        "note": "Numbers only: no text, no name, no place. LGL, TR-News and GeoWebNews are texts of third parties.",
    }


def _scores(examples: Sequence[Example], rankers: Sequence[Ranker]) -> dict[str, dict[str, float]]:
    """Share of all annotated names placed within 161, 25 and 10 km, by corpus; apart: pairs seen in other articles or not."""
    table: dict[str, dict[str, float]] = {}
    seen_by = _seen_pairs(examples)
    for corpus in sorted({e.document.corpus for e in examples}):
        own = [(e, r) for e, r in zip(examples, rankers, strict=True) if e.document.corpus == corpus]
        errors = [error for e, ranker in own for error in _errors(e, ranker, seen_by)]
        total = sum(placed(g) for e, _ in own for g in e.document.mentions)
        row = {f"@{k}": round(sum(km <= k for km, _ in errors) / total, 4) for k in _RADII}
        for name, kind in (("seen", True), ("novel", False)):
            part = [km for km, seen in errors if seen is kind]
            row[f"@161 {name}"] = round(sum(km <= _RADII[0] for km in part) / max(len(part), 1), 4)
        table[corpus] = row
    return table


_Pair = tuple[str, int, int]


def _pair(gold: Gold) -> _Pair:
    """A name and its place, to a tenth of a degree."""
    return gold["text"], round(gold["lat"] * 10), round(gold["lon"] * 10)


def _seen_pairs(examples: Sequence[Example]) -> dict[_Pair, set[str]]:
    """Articles in which a name stands for a place."""
    found: dict[_Pair, set[str]] = {}
    for e in examples:
        for _, g in e.spans:
            found.setdefault(_pair(g), set()).add(e.document.article.id)
    return found


def _errors(e: Example, ranker: Ranker, seen_by: Mapping[_Pair, set[str]]) -> list[tuple[float, bool]]:
    """(distance in km, whether another article has the same name for the same place) of each annotated name."""
    shares, _ = settled(e.scene, ranker.shares(e.scene)[0])
    own = e.document.article.id
    return [(_km(e, shares, k, g), bool(seen_by[_pair(g)] - {own})) for k, g in e.spans]


def _km(e: Example, shares: Floats, k: int, gold: Gold) -> float:
    if k < 0:
        return float("inf")
    choice = e.scene.groups[e.scene.live[k]].contenders.candidates[int(shares[e.scene.rows(k)].argmax())]
    return distance_km(LonLat(gold["lon"], gold["lat"]), choice.place.lonlat) if choice.place.lonlat else float("inf")
