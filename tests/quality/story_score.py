"""How well events of several articles are joined: pairs of annotated tellings against the rows of ``merge_events``.

    python -m tests.quality.story_score           the stories that may be read
    python -m tests.quality.story_score --held    those that are scored only: numbers alone
    python -m tests.quality.story_score --list    pairs of the open stories that are parted, or joined wrongly

A file of `stories/` is one story: articles of several outlets in the notation of `bank/`, with a key of the happening as
seventh field.  Only tellings that the program found count: what it misses is measured by `bank_score`.
"""

import argparse
import io
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.events.event import Findings
from geoevents.events.find import find_events
from geoevents.events.merging.across import merge_events
from geoevents.outputs.findings import write_findings
from tests.quality.bank_score import Told, read, scorer, units

STORIES = Path(__file__).parent / "stories"


@dataclass
class Links:
    """Sums over stories: pairs of tellings of one happening (``same``), those in one row (``joined``), others in one row (``wrong``)."""

    same: int = 0
    joined: int = 0
    wrong: int = 0
    happenings: int = 0
    rows: int = 0
    losses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are one happening."""
        return self.joined / max(1, self.joined + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the pairs of one happening that are joined."""
        return self.joined / max(1, self.same)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass(frozen=True)
class Telling:
    """An annotated telling and the merged row that it is in."""

    article: int
    unit: Mapping[str, Any]
    row: str
    event: Mapping[str, Any]

    def __str__(self) -> str:
        e = self.event
        what = f"{e['category']}/{e['subtype']} {e['status']} {e['date_start']}..{e['date_end']} @{e['place_name']} n={e['count']}"
        return f"{self.unit['key']} {what} [{(e['sentence'] or '')[:90]}]"


def tellings(articles: Sequence[Told], atlas: Gazetteer) -> list[Telling]:
    """The annotated tellings of a story that the program found, with their merged rows."""
    score, out = scorer(), io.StringIO()
    found = [find_events(a.article, atlas) for a in articles]
    write_findings(found, out)
    made = []
    merged = merge_events(found)
    for number, (told, line) in enumerate(zip(articles, out.getvalue().splitlines(), strict=True)):
        record = json.loads(line)
        gold = [u for u in units(told, record, score) if u["required"]]
        names = dict(_names(found[number], merged[number]))
        for i, j in score.pair(gold, record["events"]).items():
            event = record["events"][j]
            if not gold[i]["key"]:
                continue  # a total: whether it is the same as its parts is open to argument
            made.append(Telling(number, gold[i], names[event["event_id"]], event))
    return made


def _names(before: Findings, after: Findings) -> Iterator[tuple[str, str]]:
    """Ids of an article's events before and after merging."""
    for one, other in zip(before.event_mentions, after.event_mentions, strict=True):
        yield one.event_id, other.event_id


def add_links(links: Links, name: str, told: Sequence[Telling]) -> None:
    """Counts the pairs of a story."""
    rows: dict[str, set[str]] = {}
    for one, other in itertools.combinations(told, 2):
        if one.article == other.article:
            continue
        same, joined = _same(one, other), one.row == other.row
        if same is None:
            continue
        links.same += same
        links.joined += same and joined
        links.wrong += joined and not same
        if same:
            rows.setdefault(str(one.unit["key"]), set()).update((one.row, other.row))
        if same != joined:
            links.losses.append(f"{'PARTED' if same else 'JOINED'} {name}\n    {one}\n    {other}")
    links.happenings += len(rows)
    links.rows += sum(map(len, rows.values()))


def _same(one: Telling, other: Telling) -> bool | None:
    """True for two tellings of one happening; None where each names several places, and not the same one."""
    if one.unit["key"] != other.unit["key"]:
        return False
    places = [fold(str(_place(t.unit))) for t in (one, other)]
    return True if places[0] == places[1] or not (one.unit["several"] or other.unit["several"]) else None


def _place(unit: Mapping[str, Any]) -> str | None:
    return unit["place"] and unit["place"]["name"]


def main() -> None:
    """Prints the figures of the open or of the held stories."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--held", action="store_true", help="The stories that nobody reads.")
    parser.add_argument("--list", action="store_true", help="Wrong pairs of the open stories.")
    given = parser.parse_args()
    atlas, links = Gazetteer.load(), Links()
    files = stories(held=given.held)
    for file in files:
        add_links(links, file.stem, tellings(list(read([file])), atlas))
    print(
        f"{len(files)} stories, {links.same} pairs of one happening, {links.joined} joined, {links.wrong} joined wrongly"
    )
    print(f"F1 {links.f1:.3f}  precision {links.precision:.3f}  recall {links.recall:.3f}")
    print(f"{links.happenings} happenings that several articles tell have {links.rows} rows")
    for loss in links.losses if given.list and not given.held else ():
        print(loss)


def stories(*, held: bool) -> list[Path]:
    """Files of the stories: every second one is held."""
    files = sorted(STORIES.glob("*.txt"))
    return files[1::2] if held else files[::2]


if __name__ == "__main__":
    main()
