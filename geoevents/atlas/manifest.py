"""The atlas as files: where they lie, what they were built from, whether they are whole."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from geoevents.atlas import store
from geoevents.errors import GazetteerError

__all__ = ["check", "default_folder", "file_facts", "info"]


def default_folder() -> Path:
    """Where the compiled atlas lies: where GEOEVENTS_ATLAS says, in the installed package, or in a checkout's data/gazetteer."""
    chosen = os.environ.get("GEOEVENTS_ATLAS")
    if chosen:
        return Path(chosen)
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


def file_facts(folder: Path) -> dict[str, dict[str, Any]]:
    """Hash and size of each file of a compiled atlas."""
    files = (store.NAMES_FILE, store.SKELETONS_FILE, store.PLACES_FILE, store.SHAPES_FILE)
    return {n: {"sha256": _sha256(folder / n), "bytes": (folder / n).stat().st_size} for n in files}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(path: str | Path | None = None) -> list[str]:
    """What is wrong with the files of an atlas, one sentence each; [] if all agree with the MANIFEST."""
    folder = Path(path) if path is not None else default_folder()
    wrong = []
    for name, told in info(folder)["files"].items():
        file = folder / name
        if not file.exists():
            wrong.append(f"{file} is missing: run `geoevents gazetteer build`")
        elif _sha256(file) != told["sha256"]:
            wrong.append(f"{file}: sha256 differs from the MANIFEST's {told['sha256'][:16]}…: build or install again")
    return wrong
