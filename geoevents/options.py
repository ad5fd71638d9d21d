"""Arguments and options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["CodebookOption", "DateOption", "DebugOption", "GazetteerOption", "Inputs", "OfflineOption", "OnlineOption"]

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
