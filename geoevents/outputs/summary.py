"""What a run says at its end: a table of the events, counts, files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents.atlas.scoring import Candidate
from geoevents.outputs.palette import style_of

if TYPE_CHECKING:
    from geoevents.events.event import Event, Findings

__all__ = ["candidate_record", "print_candidates", "print_summary", "summary"]


def summary(found: Sequence["Findings"], files: Sequence[Path]) -> dict[str, Any]:
    """Counts of a run as plain values."""
    events = [e for f in found for e in f.events]
    mentions = [m for f in found for m in f.mentions]
    return {
        "articles": len(found),
        "mentions": len(mentions),
        "placed": sum(m.place is not None for m in mentions),
        "unplaced": sum(len(f.unplaced) for f in found),
        "events": len(events),
        "events_without_place": sum(e.latitude is None for e in events),
        "by_category": _counted([e.category for e in events]),
        "by_status": _counted([e.status for e in events]),
        "files": {str(p): p.stat().st_size for p in files},
    }


def _counted(values: Sequence[str]) -> dict[str, int]:
    return {v: values.count(v) for v in sorted(set(values))}


def print_summary(found: Sequence["Findings"], facts: dict[str, Any]) -> None:
    """The table of the events on standard output, the counts and files below it."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console()
    wide = console if console.is_terminal else Console(width=180)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("date", "category", "place", "count", "status", "who says so", "sentence"):
        table.add_column(
            name,
            overflow="ellipsis",
            no_wrap=True,
            max_width={"sentence": 60, "who says so": 28, "place": 30}.get(name),
        )
    for event in sorted((e for f in found for e in f.events), key=_order):
        table.add_row(*_row(event))
    wide.print(table)
    wide.print(
        f"{facts['articles']} articles, {facts['mentions']} place names ({facts['placed']} placed, {facts['unplaced']} not), "
        f"{facts['events']} events ({facts['events_without_place']} without a place)",
        highlight=False,
    )
    for path, size in facts["files"].items():
        wide.print(f"{path}  {size / 1024:,.0f} KB", highlight=False, markup=False)


def _order(event: "Event") -> tuple[str, str]:
    return (event.date_start.isoformat() if event.date_start else "9999", event.event_id)


def _row(event: "Event") -> tuple[str, ...]:
    from rich.markup import escape

    from geoevents.events.howmany.nouns import singular

    end = event.date_end.isoformat() if event.date_end and event.date_end != event.date_start else ""
    date = (event.date_start.isoformat() if event.date_start else "") + (f"–{end[5:]}" if end else "")
    number = event.count if event.count is not None else event.group_count
    who = ", ".join(dict.fromkeys(c.name for c in event.claimants)) or "the article"
    marks = (" (background)" if event.is_background else "") + (" (sum)" if event.is_aggregate else "")
    shared = " in all" if event.count is None else ""  # a number that several places share
    unit = singular(event.count_unit or "") if number == 1 else event.count_unit or ""
    count = f"{number} {unit}".strip() + shared if number is not None else ""
    label = style_of(event.category).label
    return tuple(
        escape(t) for t in (date, label, event.place_name or "", count, event.status + marks, who, event.sentence)
    )


def candidate_record(candidate: Candidate) -> dict[str, Any]:
    """A candidate as plain values."""
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.lonlat.lat if place.lonlat else None,
        "longitude": place.lonlat.lon if place.lonlat else None,
        "uncertainty_km": place.uncertainty_km,
        "score": candidate.score,
        "reason": candidate.reason,
    }


def print_candidates(found: Sequence[Candidate]) -> None:
    """Candidates as a table on standard output."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("name", "kind", "in", "latitude", "longitude", "± km", "score", "why"):
        table.add_column(name)
    for record in (candidate_record(c) for c in found):
        where = ", ".join(p for p in (record["admin1"], record["country"]) if p)
        numbers = (record["latitude"], record["longitude"], record["uncertainty_km"], record["score"])
        table.add_row(
            record["name"], record["kind"], where, *("" if n is None else f"{n:g}" for n in numbers), record["reason"]
        )
    Console(width=None if Console().is_terminal else 160).print(table)
