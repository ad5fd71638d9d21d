"""The command line: arguments, printing, exit codes.  Everything else happens in the stages."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geoevents import __version__, cli_gazetteer, cli_layers, cli_train
from geoevents.cli_evaluate import evaluate
from geoevents.cli_find import Reading, day_of, findings
from geoevents.cli_layers import ForceOption
from geoevents.cli_review import review
from geoevents.console import Run, fail, guard, say
from geoevents.options import (
    BasemapOption,
    CodebookOption,
    CorrectionsOption,
    DateOption,
    DebugOption,
    GazetteerOption,
    Inputs,
    JobsOption,
    MinConfidenceOption,
    NerOption,
    OfflineOption,
    OnlineOption,
    PictureOption,
    PlaceConfidenceOption,
    PlainDataOption,
    SampleOption,
    SinceOption,
    TilesOption,
)

if TYPE_CHECKING:
    from geoevents.events.event import Findings

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Articles in; a map of events out: places from an offline gazetteer, dates, counts and who claims it.",
)  # fmt: skip
app.add_typer(cli_gazetteer.app, name="gazetteer")
app.add_typer(cli_train.app, name="train")
app.command()(review)
app.command()(evaluate)


@app.command()
def map(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the files.")] = Path("maps"),
    date: DateOption = None,
    gazetteer: GazetteerOption = None,
    codebook: CodebookOption = None,
    online: OnlineOption = None,
    offline: OfflineOption = False,
    corrections: CorrectionsOption = None,
    ner: NerOption = None,
    basemap: BasemapOption = "countries",
    tiles: TilesOption = None,
    plain_data: PlainDataOption = False,
    picture: PictureOption = False,
    since: SinceOption = None,
    min_confidence: MinConfidenceOption = None,
    sample: SampleOption = None,
    min_place_confidence: PlaceConfidenceOption = None,
    jobs: JobsOption = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    force: ForceOption = False,
    debug: DebugOption = False,
) -> None:
    """The main job: reads articles, writes a map page, GeoJSON, GeoPackage with QGIS project, and CSV.

    Examples:  geoevents map seeds/ -o maps/      geoevents map article.txt --date 2024-05-01 --picture
    """
    with guard(debug):
        from geoevents.events.merging.across import merge_events
        from geoevents.outputs.summary import print_summary, summary
        from geoevents.outputs.writing import refuse_foreign

        if not force:
            refuse_foreign(out / name for name in _FILES)
        narrow = {"since": day_of(since, "--since"), "min_confidence": min_confidence, "sample": sample}
        page, run = _page_options(basemap, tiles, plain_data), Run()
        how = Reading(
            date=day_of(date),
            gazetteer=gazetteer,
            codebook=codebook,
            online=None if offline else online,
            corrections=corrections,
            ner=ner,
            min_place_confidence=min_place_confidence,
            jobs=jobs,
        )
        found = list(merge_events(findings(inputs, run, how)))
        if not found:
            fail("no article could be read", 1)
        files = _write_all(found, out, run, narrow=narrow, page=page, picture=picture)
        facts = summary(found, files)
        if as_json:
            print(json.dumps(facts, ensure_ascii=False))
        else:
            print_summary(found, facts)
        if run.errors:
            raise typer.Exit(1)


_FILES = ("events.html", "events.geojson", "events.qml", "events.gpkg", "events.qgz", "events.csv", "events.png")


def _page_options(basemap: str, tiles: str | None, plain_data: bool) -> dict[str, Any]:
    """Options of the page, refused before anything is read if they name what is not there."""
    from geoevents.outputs.page_base import BASEMAPS
    from geoevents.outputs.page_tiles import tiles_of

    if basemap not in BASEMAPS and not Path(basemap).is_file():
        fail(f"--basemap {basemap!r} is neither {', '.join(BASEMAPS)} nor a GeoJSON file", 2)
    if tiles:
        say(tiles_of(tiles).warning)
    return {"basemap": basemap, "tiles": tiles, "plain_data": plain_data}


def _write_all(
    found: list["Findings"], out: Path, run: Run, *, narrow: dict[str, Any], page: dict[str, Any], picture: bool
) -> list[Path]:
    """Every file of the run, prepared first and moved to its place then; a page that would be too large is named."""
    from geoevents.frames.tables import articles_frame, events_frame, mentions_frame
    from geoevents.outputs.geojson import write_geojson
    from geoevents.outputs.geopackage import write_geopackage
    from geoevents.outputs.narrow import narrowed
    from geoevents.outputs.picture import write_picture
    from geoevents.outputs.tabular import write_csv
    from geoevents.outputs.writing import moved_in

    every, mentions, articles = events_frame(found), mentions_frame(found), articles_frame(found)
    events = narrowed(every, **narrow)
    if len(events) < len(every):
        say(f"{len(events)} of {len(every)} events are written")
        mentions = mentions[mentions["event_id"].isin(events["event_id"])]
    with moved_in(out) as folder:
        _write_page(events, folder / "events.html", run, mentions=mentions, articles=articles, **page)
        write_geojson(events, folder / "events.geojson")
        write_geopackage(events, folder / "events.gpkg", mentions=mentions, articles=articles)
        write_csv(events, folder / "events.csv")
        if picture:
            write_picture(events, folder / "events.png", articles=articles)
        written = {p.name for p in folder.iterdir()}
    return [out / name for name in _FILES if name in written and name != "events.qml"]


def _write_page(events: Any, path: Path, run: Run, **options: Any) -> None:
    """The page, unless there are too many events for one."""
    from geoevents.outputs.page import PageTooLargeError, write_map

    try:
        write_map(events, path, **options)
    except PageTooLargeError as error:
        run.wrong(PageTooLargeError(str(error).replace(str(path), path.name)))


@app.command()
def extract(
    inputs: Inputs,
    out: Annotated[str, typer.Option("-o", "--out", help="JSON Lines file; - is standard output.")] = "-",
    date: DateOption = None,
    gazetteer: GazetteerOption = None,
    codebook: CodebookOption = None,
    given_mentions: Annotated[
        bool, typer.Option("--given-mentions", help="Place the spans that a .jsonl input gives.")
    ] = False,
    online: OnlineOption = None,
    offline: OfflineOption = False,
    corrections: CorrectionsOption = None,
    ner: NerOption = None,
    min_place_confidence: PlaceConfidenceOption = None,
    jobs: JobsOption = 1,
    debug: DebugOption = False,
) -> None:
    """Findings as JSON Lines: one object an article, with its place names and events.

    Examples:  geoevents extract seeds/ -o out.jsonl      geoevents extract - < article.txt
    """
    with guard(debug):
        from geoevents.outputs.findings import write_findings, write_findings_file

        how = Reading(
            date=day_of(date),
            gazetteer=gazetteer,
            codebook=codebook,
            online=None if offline else online,
            given_mentions=given_mentions,
            corrections=corrections,
            ner=ner,
            min_place_confidence=min_place_confidence,
            jobs=jobs,
        )
        run = Run()
        found = findings(inputs, run, how)
        if out == "-":
            write_findings(found, sys.stdout)
        else:
            write_findings_file(found, Path(out))
        if run.errors:
            raise typer.Exit(1)


app.command()(cli_layers.export)
app.command()(cli_layers.serve)


def _version(value: bool) -> None:
    if value:
        print(f"geoevents {__version__}")
        raise typer.Exit


VersionOption = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback()
def _main(version: VersionOption = False) -> None:
    """Articles in; a map of events out."""


def main() -> None:
    """Entry point of the command ``geoevents``."""
    app()
