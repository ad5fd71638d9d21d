"""Fits the weights of the confidence of events, and says how far the confidence can be believed.

    python -m tests.quality.fit_confidence -o geoevents/events/confidence.json

Rows of the annotated articles of `bank/` and of the shared gold teach it (nobody reads them for that, so the scored-only halves
do too), and rows of ordinary news that readers judged, half of which tell no event of a conflict.  What is printed is
cross-fitted: each article is judged by weights that did not see it.  Our own articles that are scored only (`articles/held`,
`articles/unseen`) teach nothing.
"""

import argparse
import csv
import datetime
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.articles.article import Article
from geoevents.articles.read import read_articles
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.resolution.confidence import expected_error
from geoevents.atlas.training.corpora import read_corpora
from geoevents.events.codebook import Codebook
from geoevents.events.confidence import PARTS, Weights, features, sure_of
from geoevents.events.event import Event
from geoevents.events.find import find_events
from geoevents.outputs.findings import write_findings
from geoevents.values import replace
from tests.quality import bank_score

HERE = Path(__file__).parent
RIDGE = 0.3  # inverse strength; 0.03 to 1 are alike
FOLDS = 5
SEEN = 12  # rows that must have a feature


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an annotated article: what is looked at, which parts are right (those that can be told), and of which article."""

    article: str
    kind: str
    features: Mapping[str, float]
    right: Mapping[str, bool]

    @property
    def all_right(self) -> bool:
        """True where type, place and day are right."""
        return all(self.right.get(part, False) for part in ("type", "place", "date"))


def bank_rows(atlas: Gazetteer) -> Iterator[Row]:
    """The rows of the bank, places judged by name."""
    score = bank_score.scorer()
    for told in bank_score.read(sorted(bank_score.HERE.glob("*.txt"))):
        kind = "held" if told.is_held else "open"
        yield from _rows(
            told.article, kind, lambda found, told=told: bank_score.units(told, found, score), score, atlas
        )


def gold_rows(folder: Path, kind: str, atlas: Gazetteer) -> Iterator[Row]:
    """The rows of a gold folder, places judged by their points."""
    score = bank_score.scorer(by_name=False)
    gold = {r["id"]: r for r in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())}
    for article in read_articles(sorted(folder.glob("*.txt"))):
        record = gold[Path(article.id).stem]
        yield from _rows(article, kind, lambda _, record=record: score.article_units(record), score, atlas)


def ordinary_rows(atlas: Gazetteer) -> Iterator[Row]:
    """The rows of ordinary news (the corpora of place names) that three readers judged (`ordinary_rows.csv`)."""
    judged: dict[tuple[str, str], list[dict[str, str]]] = {}
    with (HERE / "ordinary_rows.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            judged.setdefault((line["corpus"], line["article"]), []).append(line)
    for document in read_corpora(bank_score.SHARED / "corpora"):
        lines = judged.get((document.corpus, document.article.id), [])
        article = replace(document.article, published=document.article.published or _UNKNOWN)
        for event in find_events(article, atlas).events if lines else ():
            line = next((x for x in lines if _is_row(x, event)), None)
            if line is not None:
                looked_at = dict(features(event, article.text, Codebook.load()))
                right = {part: line[part] == "y" for part in PARTS if line[part]}
                yield Row(f"{document.corpus} {article.id}", "ordinary", looked_at, right)


_UNKNOWN = datetime.date(2016, 1, 1)  # of articles without a day, as when they were judged


def _is_row(line: Mapping[str, str], event: Event) -> bool:
    return line["category"] == event.category and int(line["start"]) < event.end and event.start < int(line["end"])


Units = Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]]


def _rows(article: Article, kind: str, units_of: Units, score: Any, atlas: Gazetteer) -> Iterator[Row]:
    out = io.StringIO()
    findings = find_events(article, atlas)
    write_findings([findings], out)
    found = json.loads(out.getvalue())
    units, told = units_of(found), found["events"]
    whole = {row: unit for unit, row in score.pair(units, told).items()}
    near = {row: unit for unit, row in score.pair(units, told, with_place=False).items()}
    for number, (event, row) in enumerate(zip(findings.events, told, strict=True)):
        unit = whole.get(number, near.get(number))
        if unit is None and any(score.weight(u, row) for u in units if not u["required"]):
            continue  # neither right nor wrong
        if unit is not None and number in whole and not units[unit]["required"]:
            continue
        looked_at = dict(features(event, article.text, Codebook.load()))
        yield Row(article.id, kind, looked_at, _right(units, unit, row, score))


def _right(units: Sequence[Mapping[str, Any]], unit: int | None, row: Mapping[str, Any], score: Any) -> dict[str, bool]:
    """Which parts of a row are right, ``unit`` being what it tells; a claim and its denial are two units that a disputed row tells."""
    if unit is None:
        return {"type": False}
    sides = [u for u in units if row["status"] in {"disputed", "confirmed"} and score.weight(u, row) is not None]
    return {
        "type": True,
        "place": bool(score.place_fits(units[unit], row)),
        "date": bool(score.dates_meet(units[unit], row)),
        "status": any(bool(score.status_right(u, row)) for u in (units[unit], *sides)),
    }


def fit(rows: Sequence[Row]) -> Weights:
    """For each part, what a feature adds to the log-odds that it is right."""
    return {part: _fit([r for r in rows if part in r.right], part) for part in PARTS}


def _fit(rows: Sequence[Row], part: str) -> dict[str, float]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen: dict[str, int] = {}
    for row in rows:
        for name in row.features:
            seen[name] = seen.get(name, 0) + 1
    columns = DictVectorizer()
    table = columns.fit_transform([{n: v for n, v in r.features.items() if seen[n] >= SEEN} for r in rows])
    model = LogisticRegression(C=RIDGE, max_iter=3000).fit(table, [r.right[part] for r in rows])
    named = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    return {"": round(float(model.intercept_[0]), 4)} | {str(n): round(float(w), 4) for n, w in named}


def cross_fitted(rows: Sequence[Row]) -> list[dict[str, float]]:
    """The parts of each row by weights that did not see its article."""
    fold = [int(hashlib.sha1(r.article.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS for r in rows]
    by = [fit([r for r, f in zip(rows, fold, strict=True) if f != k]) for k in range(FOLDS)]
    return [sure_of(by[f], r.features) for r, f in zip(rows, fold, strict=True)]


def report(rows: Sequence[Row], sure: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """Lines: how far each part and the whole can be believed."""
    judged = list(zip(sure, rows, strict=True))
    for part in PARTS:
        yield _line(part, believed([(s, r) for s, r in judged if part in r.right], part))
    for kind in dict.fromkeys(r.kind for r in rows):
        yield _line(f"all, {kind}", believed([(s, r) for s, r in judged if r.kind == kind]))


def believed(judged: Sequence[tuple[Mapping[str, float], Row]], part: str | None = None) -> dict[str, float]:
    """How far the confidence of a part, or of type, place and day together, can be believed.

    ``rows`` is their number, ``confidence`` and ``right`` the means, ``error`` the expected error of calibration, ``area`` that under
    the curve: how often a right row is surer than a wrong one.
    """
    if part is None:
        sure = np.array([s["type"] * s["place"] * s["date"] for s, _ in judged])
        right = np.array([r.all_right for _, r in judged])
    else:
        sure, right = np.array([s[part] for s, _ in judged]), np.array([r.right[part] for _, r in judged])
    return {
        "rows": len(judged),
        "confidence": float(sure.mean()),
        "right": float(right.mean()),
        "error": expected_error(sure, right),
        "area": _area(sure, right),
    }


def _line(name: str, told: Mapping[str, float]) -> str:
    return (
        f"{name:22} rows {told['rows']:5}  confidence {told['confidence']:.3f}  right {told['right']:.3f}"
        f"  error of calibration {told['error']:.3f}  area under the curve {told['area']:.3f}"
    )


def _area(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> float:
    ranks = np.argsort(np.argsort(sure)) + 1
    good, bad = int(right.sum()), int((~right).sum())
    return float((ranks[right].sum() - good * (good + 1) / 2) / max(1, good * bad))


def write(weights: Weights, rows: Sequence[Row], path: Path) -> None:
    """The weights with what they were fitted on."""
    kinds = {kind: sum(r.kind == kind for r in rows) for kind in dict.fromkeys(r.kind for r in rows)}
    made = {
        "articles": len({r.article for r in rows}),
        "command": "python -m tests.quality.fit_confidence -o geoevents/events/confidence.json",
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "format": 1,
        "rows": kinds,
        "weights": {part: dict(sorted(named.items())) for part, named in weights.items()},
    }
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Prints how far the confidence can be believed, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("-o", "--out", type=Path, help="File for the weights.")
    given = parser.parse_args()
    atlas = Gazetteer.load()
    shared = bank_score.SHARED / "gold" / "dev"
    rows = [*bank_rows(atlas), *gold_rows(shared, "shared", atlas), *ordinary_rows(atlas)]
    print(*report(rows, cross_fitted(rows)), sep="\n")
    weights = fit(rows)
    own = HERE / "articles"
    fresh = [r for name in ("held", "unseen") for r in gold_rows(own / name, "own, scored only", atlas)]
    print("Articles that taught nothing:", *report(fresh, [sure_of(weights, r.features) for r in fresh]), sep="\n")
    if given.out is not None:
        write(weights, rows, given.out)


if __name__ == "__main__":
    main()
