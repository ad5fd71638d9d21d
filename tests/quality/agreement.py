"""How well a second annotator agrees with the first: what a program can reach on the bank at the most.

    python -m tests.quality.agreement            figures of both annotators and of the program

`bank_second/` holds the held half of `bank/p3_*` and `p4_*` as somebody annotated it who knew the codebook and the shared
articles, but neither the first annotation nor the program.  Its rows are scored as if a program had found them.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.events.find import find_events
from geoevents.outputs.findings import write_findings
from tests.quality.bank_score import HERE, Result, Told, add_scores, read, scorer

SECOND = Path(__file__).parent / "bank_second"
# Categories of the shared gold that the program calls otherwise.
_CALLED = {
    "drone_interception": "air_defence", "drone_attack": "strike", "air_strike": "strike", "shelling": "strike",
    "front_line_change": "control_change", "ground_clash": "ground_combat", "prisoner_exchange": "detention",
}  # fmt: skip
_STATUS = {"background": "reported", "contested": "disputed"}


def twice() -> Iterator[tuple[Told, Told]]:
    """(article as annotated first, as annotated second).  ValueError where their texts differ."""
    first = {_text(t): t for t in read(sorted(HERE.glob("p[34]_*.txt")))}
    for second in read(sorted(SECOND.glob("*.txt"))):
        if _text(second) not in first:
            raise ValueError(f"{second.id}: the first annotation has another text")
        yield first[_text(second)], second


def _text(told: Told) -> tuple[str, str, str]:
    return told.date, told.title, told.body


def as_rows(told: Told) -> dict[str, Any]:
    """The annotated events as the program would write them, one row a place."""
    rows = [
        {
            "category": e["topic"] or _CALLED.get(e["category"], e["category"]), "subtype": e["subtype"],
            "status": _STATUS.get(e["status"], e["status"]), "is_background": e["status"] == "background",
            "date_start": e["date_start"], "date_end": e["date_end"], "place_name": place, "place_text": place,
            "count": e["count"], "claimants": [e["claimed_by"]] if e["claimed_by"] else [],
            "is_aggregate": e["subtype"].startswith("total"),
            "start": told.sentences[e["sentence"]][0], "end": told.sentences[e["sentence"]][1], "method": "by hand",
        }
        for e in told.events
        for place in e["places"] or [None]
    ]  # fmt: skip
    return {"mentions": [], "events": rows}


def agreement(pairs: Sequence[tuple[Told, Mapping[str, Any]]]) -> Result:
    """The result of findings against the articles as annotated."""
    result, score = Result(articles=len(pairs)), scorer()
    for told, found in pairs:
        add_scores(result, told, found, score)
    return result


def main() -> None:
    """Prints what the second annotator and the program have against the first annotator."""
    both, atlas, out = list(twice()), Gazetteer.load(), io.StringIO()
    write_findings((find_events(first.article, atlas) for first, _ in both), out)
    program = [json.loads(line) for line in out.getvalue().splitlines()]
    for name, pairs in (
        ("second annotator", [(first, as_rows(second)) for first, second in both]),
        ("program", [(first, found) for (first, _), found in zip(both, program, strict=True)]),
        ("program against the second", [(second, found) for (_, second), found in zip(both, program, strict=True)]),
    ):
        result = agreement(pairs)
        shares = "  ".join(
            f"{check} {result.share(check):.3f}" for check in ("status", "date_right", "count", "claimant")
        )
        print(f"{name}: F1 {result.f1:.3f} ({result.gold} units, {result.rows} rows)  {shares}")


if __name__ == "__main__":
    main()
