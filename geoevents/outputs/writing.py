"""Files are written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geoevents.errors import OutputError

__all__ = ["replaced", "write_text"]


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A temporary file beside ``path`` that takes its place at the end, or vanishes if anything fails.

    OutputError where the folder cannot be written or a directory is in the way.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file to write")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path.parent} cannot be made: {error.strerror}") from error
    temporary = path.with_name(f".{path.stem}.tmp-{secrets.token_hex(4)}{path.suffix}")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """A text file, whole or not at all; line ends as they are in ``text``."""
    with replaced(path) as temporary, temporary.open("w", encoding=encoding, newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return path
