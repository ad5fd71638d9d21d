"""The command ``geoevents review``: doubtful placements, for a person to decide on."""

import csv
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from geoevents.console import guard, say
from geoevents.options import CorrectionsOption, DebugOption

__all__ = ["review"]


def review(
    events: Annotated[Path, typer.Argument(help="A .geojson, .gpkg or .csv that geoevents wrote.")],
    out: Annotated[str, typer.Option("-o", "--out", help="CSV file to fill in; - for standard output.")] = "-",
    below: Annotated[float, typer.Option("--below", min=0, max=1, help="Show placements less sure than this.")] = 0.6,
    corrections: CorrectionsOption = None,
    debug: DebugOption = False,
) -> None:
    """Lists doubtful placements as a CSV file: fill in ``decision``, give the file to --corrections on every later run.

    Decisions: keep (it is right), place (with new_place_id, or new_latitude and new_longitude), none (no such place),
    drop (no such event).  Empty event_id: wherever that name was put there.  What --corrections decides is left out.

    Example:  geoevents review maps/events.gpkg -o corrections.csv
    """
    with guard(debug):
        from geoevents.events.corrections import read_corrections
        from geoevents.frames.review import REVIEW_COLUMNS, doubtful
        from geoevents.outputs.read import read_events
        from geoevents.outputs.writing import replaced

        known = read_corrections(corrections) if corrections else ()
        decided = [{"place_text": c.place_text, "place_id": c.place_id} for c in known]
        rows = doubtful(read_events(events), below=below, decided=decided)
        if out == "-":
            _write(rows, REVIEW_COLUMNS, sys.stdout)
        else:
            with replaced(Path(out)) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
                _write(rows, REVIEW_COLUMNS, file)
        say(f"{len(rows)} doubtful placements")


def _write(rows: list[dict[str, str]], columns: tuple[str, ...], out: TextIO) -> None:
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
