"""Files are written whole or not at all, and no file of somebody else's is replaced unasked (``outputs.md`` 7)."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geoevents.errors import OutputError

__all__ = ["moved_in", "refuse_foreign", "replaced", "write_text"]

# Every file of ours names the program or a column of its own near its beginning or its end, uncompressed.
_MARKS = (b"geoevents", b"geo_precis", b"published_basis")
_LOOK = 1 << 18  # bytes at either end: the schema of a GeoPackage and the head of a page are well inside


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A temporary file beside ``path`` that takes its place at the end, or vanishes if anything fails.

    OutputError where the folder cannot be written, the disk is full or a directory is in the way.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file to write")
    _make(path.parent)
    temporary = path.with_name(f".{path.stem}.tmp-{secrets.token_hex(4)}{path.suffix}")
    try:
        yield temporary
        _synced(temporary)
        temporary.replace(path)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}; name another folder") from error


def _synced(path: Path) -> None:
    """The bytes are on the disk before the name points to them."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def write_text(path: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """A text file, whole or not at all; line ends as they are in ``text``."""
    with replaced(path) as temporary, temporary.open("w", encoding=encoding, newline="") as file:
        file.write(text)
    return path


@contextmanager
def moved_in(folder: Path) -> Iterator[Path]:
    """A temporary folder inside ``folder``; what lies in it at the end replaces the files of those names, one after another.

    If anything fails before that, nothing is replaced.  OutputError where the folder cannot be written.
    """
    _make(folder)
    try:
        temporary = Path(tempfile.mkdtemp(prefix=".geoevents-tmp-", dir=folder))
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}; name another folder") from error
    try:
        yield temporary
        _move(temporary, folder)
    except OutputError as error:  # names the file where the user will look for it
        raise type(error)(str(error).replace(str(temporary), str(folder))) from error
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _move(temporary: Path, folder: Path) -> None:
    """Every file into its place, after a look that no folder is in the way of one."""
    paths = sorted(temporary.iterdir())
    for path in paths:
        if (folder / path.name).is_dir():
            raise OutputError(f"{folder / path.name} is a folder; name another folder to write to")
    for path in paths:
        path.replace(folder / path.name)


def refuse_foreign(paths: Iterable[Path]) -> None:
    """OutputError that names the first existing file which geoevents did not write; an empty file is nobody's."""
    for path in paths:
        if path.is_file() and path.stat().st_size and not _is_ours(path):
            raise OutputError(f"{path} is not a file of geoevents; --force replaces it")


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        content = file.read(_LOOK)
        file.seek(max(0, path.stat().st_size - _LOOK))
        content += file.read()
    return any(mark in content for mark in _MARKS)
