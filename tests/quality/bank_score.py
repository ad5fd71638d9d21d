"""How well the articles of `bank/` are read: places by name, the rest by the shared scorer.

    python -m tests.quality.bank_score p          the open half of the plain articles (a: of the varied ones)
    python -m tests.quality.bank_score p --held   the half that nobody reads: numbers alone
    python -m tests.quality.bank_score p --list 'MISS|FALSE'

`bank/README.md` tells what is in the files and how they are written.
"""

import argparse
import calendar
import datetime
import hashlib
import importlib.util
import io
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geoevents.articles.article import Article
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.events.find import find_events
from geoevents.outputs.findings import write_findings

HERE = Path(__file__).parent / "bank"
SHARED = Path(os.environ.get("GEOEVENTS_SHARED", Path(__file__).parents[3] / "shared"))
READ = (
    "p5",
    "p6",
    "p7_01",
    "p7_02",
    "p7_03",
    "p8_01",
    "p8_02",
    "p8_05",
    "p8_06",
    "p8_09",
    "p8_10",
    "p9_01",
    "p9_02",
)  # files of which every article was read
UNREAD = (
    "p7_04",
    "p7_05",
    "p7_06",
    "p8_03",
    "p8_04",
    "p8_07",
    "p8_08",
    "p8_11",
    "p8_12",
    "p9_03",
    "p9_04",
)  # files of which none was
_HEAD = re.compile(r"== (\d{4}-\d\d-\d\d) (war|other|digest|distractor)$")
_CATEGORY = re.compile(r"(?P<category>\w+)(?:\((?P<topic>\w+)\))?(?:/(?P<subtype>.*))?$")
_COUNT = re.compile(r"(?P<value>[\d,.]*\d)\s*(?P<of>.*)")
_CLOSES = re.compile(r"[.!?…\"”’)']$")  # what has no such end is a heading
_ITEM = re.compile(r"[-|] |\d{1,2}[:.]\d\d\b")  # an item, a row of a table or a post of a live page begins a line


@dataclass
class Told:
    """One annotated article: its text, its sentences as offsets, its events in the fields of the shared gold."""

    id: str
    date: str
    kind: str
    title: str = ""
    source: str = ""
    body: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_held(self) -> bool:
        """True for the half that is scored and not read; of ``READ`` there is none, ``UNREAD`` is all of it."""
        if self.id.startswith((*READ, *UNREAD)):
            return self.id.startswith(UNREAD)
        return int(hashlib.sha1(self.id.encode(), usedforsecurity=False).hexdigest()[0], 16) % 2 == 1

    @property
    def article(self) -> Article:
        """The article as the program takes it."""
        day = datetime.date.fromisoformat(self.date)
        return Article(
            id=self.id, title=self.title, text=self.body, published=day, published_basis="given", publisher=self.source
        )


def read(files: Sequence[Path]) -> Iterator[Told]:
    """The articles of some files.  ValueError names file and line of what cannot be read."""
    for file in files:
        yield from _read(file)


def _read(file: Path) -> Iterator[Told]:
    told: list[Told] = []
    gap = False
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        words = line.strip()
        if head := _HEAD.match(words):
            told.append(Told(id=f"{file.stem}_{len(told):02}", date=head[1], kind=head[2]))
            gap = False
        elif not words:
            gap = True
        elif words.startswith("Title: "):
            told[-1].title = words.removeprefix("Title: ")
        elif words.startswith("Source: ") and not told[-1].sentences:
            told[-1].source = words.removeprefix("Source: ")
        elif words.startswith(">"):
            try:
                told[-1].events.append(_event(words[1:], len(told[-1].sentences) - 1))
            except (ValueError, TypeError) as error:
                raise ValueError(f"{file}:{number}: {line}") from error
        else:
            _add(told[-1], words.removeprefix("# "), gap=gap)
            gap = _CLOSES.search(words) is None
    yield from told


def _add(told: Told, sentence: str, *, gap: bool) -> None:
    if told.body:
        gap = gap or (_CLOSES.search(sentence) is None and _ITEM.match(sentence) is None)
        told.body += "\n\n" if gap else "\n" if _ITEM.match(sentence) else " "
    told.sentences.append((len(told.body), len(told.body) + len(sentence)))
    told.body += sentence


def _event(line: str, sentence: int) -> dict[str, Any]:
    kind, status, dates, places, *more = [part.strip() for part in line.split(";")]
    count, claimant, key, *_ = [*more, "-", "-", "-"]
    category, counted = _CATEGORY.match(kind), _COUNT.match(count)
    if category is None:
        raise ValueError(kind)
    first, last = _days(dates)
    return {
        "category": category["category"], "topic": category["topic"], "subtype": category["subtype"] or "", "status": status,
        "date_start": first, "date_end": last, "places": [] if places == "-" else [p.strip() for p in places.split(",")],
        "count": int(counted["value"].replace(",", "").split(".")[0]) if counted else None,
        "count_of": counted["of"] if counted else None, "claimed_by": None if claimant == "-" else claimant,
        "sentence": sentence, "key": None if key == "-" else key,
    }  # fmt: skip


def _days(text: str) -> tuple[str | None, str | None]:
    if text == "-":
        return None, None
    first, _, last = text.partition("..")
    return _edge(first.strip(), last=False), _edge((last or first).strip(), last=True)


def _edge(day: str, *, last: bool) -> str:
    year, *rest = (int(part) for part in day.split("-"))
    month = rest[0] if rest else 12 if last else 1
    number = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1] if last else 1
    return datetime.date(year, month, number).isoformat()


def scorer(*, by_name: bool = True) -> Any:
    """The shared scorer; ``by_name`` tells places apart by their names, as the bank has no points."""
    folder = SHARED / "evaluate"
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    import event_rules

    spec = importlib.util.spec_from_file_location("scorer_of_the_bank", folder / "score_events.py")
    assert spec is not None
    assert spec.loader is not None
    own = importlib.util.module_from_spec(spec)  # a module of our own: what is changed in it stays here
    spec.loader.exec_module(own)
    if not by_name:
        return own

    def place_right(place: Mapping[str, Any] | None, event: Mapping[str, Any]) -> bool:
        if place is None:
            return not event.get("place_name") and event.get("latitude") is None
        if "any" in place:
            return any(place_right(p, event) for p in place["any"])
        name = str(place["name"])
        for key in ("place_text", "place_name", "reference_place", "facility"):
            said = event.get(key)
            if said and (fold(said) == fold(name) or event_rules.same_name(name, said)):
                return True
        text = fold(event.get("place_text") or "")
        near = min(len(text), len(name)) > _SHORT and (fold(name) in text or text in fold(name))
        return near or (event.get("place_id") is not None and event["place_id"] in place["ids"])

    own.place_right = place_right  # type: ignore[attr-defined]
    own.contains = lambda *_: False  # type: ignore[attr-defined]
    return own


_SHORT = 3  # letters; a longer name may stand in another one ("Moscow" in "Moscow region")


def units(told: Told, found: Mapping[str, Any], score: Any) -> list[dict[str, Any]]:
    """The units that the scorer matches, one a record and place."""
    import event_rules

    ids: dict[str, set[str]] = {}
    for mention in found["mentions"]:
        if mention["place"]:
            ids.setdefault(fold(mention["text"]), set()).add(mention["place"]["id"])
    made = []
    for number, e in enumerate(told.events):
        family, allowed = event_rules.accepted(e["category"], e["subtype"])
        if e["category"] == "other" and "bomb" in e["subtype"]:
            allowed = allowed | {"strike"}
        total = e["subtype"].startswith("total")
        sites = [{"name": p, "ids": ids.get(fold(p), set()), "feature": "", "country": None} for p in e["places"]]
        for site, optional in score.sites_of(sites, total):
            made.append({
                "id": f"{told.id}:{number}", "record": number, "family": family, "allowed": allowed, "subtype": e["subtype"],
                "status": e["status"], "accept": score.STATUSES.get(e["status"], set()), "background": e["status"] == "background",
                "aggregate": total, "date_start": e["date_start"], "date_end": e["date_end"],
                "window": score.window(e["date_start"], e["date_end"]), "place": site, "required": not optional,
                "count": e["count"], "count_of": e["count_of"], "claimant": e["claimed_by"],
                "span": told.sentences[e["sentence"]], "key": e["key"], "several": len(sites) > 1,
            })  # fmt: skip
    return made


@dataclass
class Result:
    """Sums over articles: gold units, those found, rows, those right, and the checks of the matches."""

    articles: int = 0
    gold: int = 0
    found: int = 0
    rows: int = 0
    right: int = 0
    checks: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.right / max(1, self.rows), self.found / max(1, self.gold)
        return 2 * precision * recall / max(1e-9, precision + recall)

    def share(self, check: str) -> float:
        """Share of the matches in which a field is right."""
        return self.checks[check] / max(1, self.asked[check])


def score_all(articles: Sequence[Told], atlas: Gazetteer) -> Result:
    """The result over some articles."""
    score, out = scorer(), io.StringIO()
    write_findings((find_events(told.article, atlas) for told in articles), out)
    result = Result(articles=len(articles))
    for told, line in zip(articles, out.getvalue().splitlines(), strict=True):
        one = add_scores(result, told, json.loads(line), score)
        result.losses += [_missed(told, unit) for unit, _ in one["misses"]] + [_false(told, e) for e in one["false"]]
    return result


def add_scores(result: Result, told: Told, found: Mapping[str, Any], score: Any) -> dict[str, Any]:
    """What the shared scorer says of the findings of an article, added to a result."""
    one: dict[str, Any] = score.score_article(units(told, found, score), found["events"], told.kind)
    result.gold += len(one["gold"])
    result.found += sum(hit for _, _, hit in one["gold"])
    result.rows += len(one["rows"])
    result.right += sum(right for _, right, _ in one["rows"])
    for check in one["checks"]:
        told_apart = {name: right for name, right in check.items() if isinstance(right, bool)}
        result.checks.update(name for name, right in told_apart.items() if right)
        result.asked.update(told_apart.keys())
    return one


def _missed(told: Told, unit: Mapping[str, Any]) -> str:
    place = unit["place"] and unit["place"]["name"]
    what = f"{unit['family']}/{unit['subtype']} {unit['status']} {unit['date_start']}..{unit['date_end']} @{place} n={unit['count']}"
    return f"MISS {told.id} {what}\n    {told.body[slice(*unit['span'])]}"


def _false(told: Told, event: Mapping[str, Any]) -> str:
    what = f"{event['category']}/{event['subtype']} {event['status']} {event['date_start']}..{event['date_end']} @{event['place_name']}"
    return (
        f"FALSE {told.id} {what} n={event['count']} {event['method']}\n    {told.body[event['start'] : event['end']]}"
    )


def main() -> None:
    """Prints the figures of the open or of the held half."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("prefix", nargs="?", default="", help="Files whose names begin so.")
    parser.add_argument("--held", action="store_true", help="The half that nobody reads.")
    parser.add_argument("--list", metavar="REGEX", help="Losses of the open half that match.")
    given = parser.parse_args()
    articles = [a for a in read(sorted(HERE.glob(f"{given.prefix}*.txt"))) if a.is_held == given.held]
    result = score_all(articles, Gazetteer.load())
    precision, recall = result.right / max(1, result.rows), result.found / max(1, result.gold)
    print(f"{result.articles} articles, {result.gold} units, {result.rows} rows")
    print(f"F1 {result.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}")
    print("  ".join(f"{name} {result.share(name):.3f} ({n})" for name, n in sorted(result.asked.items())))
    for loss in result.losses if given.list and not given.held else ():
        if re.search(given.list, loss):
            print(loss)


if __name__ == "__main__":
    main()
