"""Arguments and options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "BasemapOption", "CodebookOption", "CorrectionsOption", "DateOption", "DebugOption", "GazetteerOption",
    "Inputs", "JobsOption", "MinConfidenceOption", "NerOption", "OfflineOption", "OnlineOption", "PictureOption",
    "PlaceConfidenceOption", "PlainDataOption", "SampleOption", "SinceOption", "TilesOption",
]  # fmt: skip

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
NerOption = Annotated[
    str | None, typer.Option("--ner", help="Second opinion on names: spacy, or a spaCy model (needs geoevents[spacy]).")
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Never touch the network (the default).")]
CorrectionsOption = Annotated[
    Path | None,
    typer.Option("--corrections", help="CSV file of decisions about placements, as geoevents review writes it."),
]
JobsOption = Annotated[
    int, typer.Option("-j", "--jobs", min=0, help="Processes that read side by side; 0 is one a processor.")
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
BasemapOption = Annotated[
    str, typer.Option("--basemap", help="Background of the page: countries, land, none, or a GeoJSON file.")
]
TilesOption = Annotated[
    str | None, typer.Option("--tiles", help="Tiles below the page's map: a name of xyzservices or an https address.")
]
PlainDataOption = Annotated[
    bool, typer.Option("--plain-data", help="Data of the page as plain JSON, for browsers older than 2023.")
]
PictureOption = Annotated[bool, typer.Option("--picture", help="Also write events.png (needs geoevents[picture]).")]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", help="Write only events from this day on (YYYY-MM-DD), and those without a date."),
]
MinConfidenceOption = Annotated[
    float | None, typer.Option("--min-confidence", min=0, max=1, help="Write only events of this confidence or more.")
]
PlaceConfidenceOption = Annotated[
    float | None,
    typer.Option("--min-place-confidence", min=0, max=1, help="Leave names less sure than this without a place."),
]
SampleOption = Annotated[
    int | None, typer.Option("--sample", min=1, help="Write at most so many events, the same ones on every run.")
]
