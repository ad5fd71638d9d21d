"""Commands on files that geoevents wrote: ``export`` into other formats, ``serve`` as a map and as OGC API Features."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geoevents.console import Run, guard, say
from geoevents.errors import OutputError
from geoevents.options import DebugOption

if TYPE_CHECKING:
    from geoevents.outputs.export import Options
    from geoevents.outputs.read import Tables

__all__ = ["ForceOption", "export", "serve"]

ForceOption = Annotated[bool, typer.Option("--force", help="Replace files that geoevents did not write.")]
Events = Annotated[Path, typer.Argument(help="A .gpkg, .geojson, .csv, .fgb or .parquet that geoevents wrote.")]


def export(
    events: Events,
    to: Annotated[
        list[str], typer.Option("--to", help="File to write, by its ending; - is GeoJSON lines on standard output.")
    ],
    areas: Annotated[bool, typer.Option("--areas", help="GeoJSON: also NAME_areas.geojson, the polygons.")] = False,
    mixed: Annotated[
        bool, typer.Option("--mixed", help="GeoJSON: polygons instead of points where there are some.")
    ] = False,
    simplestyle: Annotated[
        bool, typer.Option("--simplestyle", help="GeoJSON: colours for geojson.io and GitHub.")
    ] = False,
    wkt: Annotated[bool, typer.Option("--wkt", help="CSV: geometries as well-known text.")] = False,
    force: ForceOption = False,
    debug: DebugOption = False,
) -> None:
    """Writes events in other formats, by file ending.

    Endings: .geojson .geojsonl .geojsons .jsonfg .gpkg .csv .html .fgb .kml .kmz .parquet .shp; NAME.mentions.csv and
    NAME.articles.csv are the other tables of a GeoPackage.

    Examples:  geoevents export maps/events.gpkg --to events.kmz      geoevents export maps/events.gpkg --to - | head
    """
    with guard(debug):
        from geoevents.outputs.export import Options
        from geoevents.outputs.read import read_tables

        run = Run()
        tables = read_tables(events)
        options = Options(areas=areas, mixed=mixed, simplestyle=simplestyle, wkt=wkt)
        for name in to:
            try:
                _export(tables, name, options, force=force)
            except OutputError as error:
                run.wrong(error)
        if run.errors:
            raise typer.Exit(1)


def _export(tables: "Tables", name: str, options: "Options", *, force: bool) -> None:
    from geoevents.outputs.export import export as write
    from geoevents.outputs.export import losses, written_with
    from geoevents.outputs.writing import refuse_foreign

    if name == "-":
        _to_stdout(tables)
        return
    path = Path(name)
    if not force:
        refuse_foreign(p for p in written_with(path, options) if p.suffix not in {".shx", ".prj", ".cpg", ".shp"})
    write(tables.events, path, mentions=tables.mentions, articles=tables.articles, options=options)
    for sentence in losses(tables, path, options):
        say(f"warning: {path}: {sentence}")
    say(f"{path}: {len(tables.events)} events")


def _to_stdout(tables: "Tables") -> None:
    """Bytes in UTF-8 whatever the terminal's encoding is; a reader that stops early is no error."""
    from geoevents.outputs.jsonlines import feature_lines

    try:
        sys.stdout.buffer.write(feature_lines(tables.events).encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def serve(
    events: Events,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")
    ] = 8350,
    debug: DebugOption = False,
) -> None:
    """Serves the map (/map) and OGC API Features (/) on this machine only, read-only, until Ctrl-C.

    QGIS: Layer, Add Layer, Add WFS / OGC API - Features Layer, with the address that is printed.

    Examples:  geoevents serve maps/events.gpkg      ogrinfo OAPIF:http://127.0.0.1:8350
    """
    with guard(debug):
        from geoevents.outputs.serve import Source, server

        running = server(Source(events), port=port)
        say(f"http://127.0.0.1:{running.server_address[1]}/  (map: /map; Ctrl-C ends it)")
        with running:
            running.serve_forever()
