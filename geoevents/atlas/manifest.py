"""The atlas as files: where they lie, what they were built from, whether they are whole."""

import hashlib
import json
from pathlib import Path
from typing import Any

from geoevents.errors import GazetteerError

__all__ = ["check", "default_folder", "info"]


def default_folder() -> Path:
    """Where the compiled atlas lies: in the installed package, or in ``data/gazetteer/`` of a checkout."""
    package = Path(__file__).parent / "data"
    if (package / "MANIFEST.json").exists():
        return package
    return Path(__file__).parents[2] / "data" / "gazetteer"


def info(path: str | Path | None = None) -> dict[str, Any]:
    """The MANIFEST of an atlas: sources with versions and licences, rows, files.  GazetteerError if it is missing."""
    folder = Path(path) if path is not None else default_folder()
    try:
        text = (folder / "MANIFEST.json").read_text("utf-8")
    except FileNotFoundError as error:
        raise GazetteerError(f"{folder / 'MANIFEST.json'} is missing: run `geoevents gazetteer build`") from error
    return dict(json.loads(text))


def check(path: str | Path | None = None) -> list[str]:
    """What is wrong with the files of an atlas, one sentence each; [] if all agree with the MANIFEST."""
    folder = Path(path) if path is not None else default_folder()
    wrong = []
    for name, told in info(folder)["files"].items():
        file = folder / name
        if not file.exists():
            wrong.append(f"{file} is missing: run `geoevents gazetteer build`")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != told["sha256"]:
            wrong.append(f"{file}: sha256 differs from the MANIFEST's {told['sha256'][:16]}…: build or install again")
    return wrong
