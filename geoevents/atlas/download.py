"""Brings a file from a server: resumed where it stopped, checked, whole or not at all (``atlas.md`` 9)."""

import hashlib
import json
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any

from geoevents import __version__
from geoevents.errors import GazetteerError

__all__ = ["DUMPS", "download"]

DUMPS = "https://download.geonames.org/export/dump/"
_TRIES, _PAUSE_S, _TIMEOUT_S, _BLOCK = 3, 2.0, 30.0, 1 << 16
_USER_AGENT = f"geoevents/{__version__} (offline gazetteer for news articles)"


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that was begun: what is there of it, and the mark by which the server knows the edition."""

    part: Path
    mark: Path

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return self.part.stat().st_size if self.part.exists() else 0

    @property
    def edition(self) -> str:
        """ETag or Last-Modified of what was begun, "" if unknown."""
        return self.mark.read_text("utf-8") if self.mark.exists() else ""

    def forget(self) -> None:
        """Starts over."""
        self.part.unlink(missing_ok=True)
        self.mark.unlink(missing_ok=True)


def download(
    name: str,
    folder: Path,
    *,
    base_url: str = DUMPS,
    sha256: str | None = None,
    progress: Callable[[int, int | None], None] = lambda _done, _whole: None,
    wait: Callable[[float], None] = time.sleep,
) -> Path:
    """Path of the zip file ``name`` in ``folder``, fetched from ``base_url`` unless the same edition is there.

    ``progress`` is told (bytes so far, bytes in all or None).  A download that broke off goes on where it stopped, if the
    server's edition is the same.  GazetteerError where the server cannot be reached after three tries, has no such file,
    or sends one that is short, broken or not the one that ``sha256`` names; the old file then stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    begun = _Begun(folder / f"{name}.part", folder / f"{name}.etag")
    url = base_url.rstrip("/") + "/" + name
    ours = _edition(folder, name, sha256) if target.exists() else ""
    for attempt in range(_TRIES):
        try:
            edition = _fetch(url, begun, progress, ours)
            break
        except urllib.error.HTTPError as error:
            if error.code == 304:  # the server still has the edition that is here
                error.close()
                return target
            raise GazetteerError(
                f"{url}: the server answers {error.code} {error.reason}; is the name right?"
            ) from error
        except (OSError, HTTPException) as error:
            if attempt == _TRIES - 1:
                raise GazetteerError(
                    f"{url} cannot be fetched ({error}); what came so far is kept: try again"
                ) from error
            wait(_PAUSE_S * 2**attempt)
    digest = _checked(begun, url, sha256)
    begun.part.replace(target)
    begun.mark.unlink(missing_ok=True)
    _record(folder, name, {"sha256": digest, "edition": edition, "bytes": target.stat().st_size, "url": url})
    return target


def _edition(folder: Path, name: str, sha256: str | None) -> str:
    """ETag of the whole file that is there; "" if it is unknown or not the file that is wanted."""
    path = folder / "downloads.json"
    known = json.loads(path.read_text("utf-8")).get(name, {}) if path.exists() else {}
    wanted = sha256 is None or known.get("sha256") == sha256.lower()
    edition = str(known.get("edition", ""))
    return edition if wanted and '"' in edition else ""


def _fetch(url: str, begun: _Begun, progress: Callable[[int, int | None], None], ours: str) -> str:
    """Appends what is missing; the server's mark of the edition.  HTTPError 304 if it is that of ``ours``."""
    have, edition = begun.size, begun.edition
    headers = {"User-Agent": _USER_AGENT}
    if have and edition:
        headers |= {"Range": f"bytes={have}-", "If-Range": edition}
    elif ours:
        headers |= {"If-None-Match": ours}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the user names the server
    try:
        answer = urllib.request.urlopen(request, timeout=_TIMEOUT_S)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code == 416 and have:  # nothing is missing
            error.close()
            return edition
        raise
    with answer:
        appended = answer.status == 206
        mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        begun.mark.write_text(mark, "utf-8")
        length = answer.headers.get("Content-Length")
        whole = int(length) + (have if appended else 0) if length else None
        _copy(answer, begun.part, appended=appended, whole=whole, progress=progress)
    return mark


def _copy(
    answer: Any, part: Path, *, appended: bool, whole: int | None, progress: Callable[[int, int | None], None]
) -> None:
    with part.open("ab" if appended else "wb") as file:
        done = file.tell() if appended else 0
        while block := answer.read(_BLOCK):
            file.write(block)
            done += len(block)
            progress(done, whole)
    if whole is not None and done != whole:
        raise OSError(f"{done} of {whole} bytes came")


def _checked(begun: _Begun, url: str, sha256: str | None) -> str:
    """The hash of what came, if it is a whole zip file and the one that was asked for."""
    digest = hashlib.sha256(begun.part.read_bytes()).hexdigest()
    if sha256 is not None and digest != sha256.lower():
        begun.forget()
        raise GazetteerError(f"{url}: sha256 is {digest}, not {sha256}")
    try:
        with zipfile.ZipFile(begun.part) as archive:
            broken = archive.testzip()
    except (zipfile.BadZipFile, zlib.error) as error:
        begun.forget()
        raise GazetteerError(f"{url} is not a zip file, or a damaged one: {error}") from error
    if broken is not None:
        begun.forget()
        raise GazetteerError(f"{url}: {broken} inside is damaged; try again")
    return digest


def _record(folder: Path, name: str, facts: dict[str, Any]) -> None:
    path = folder / "downloads.json"
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    known[name] = facts
    path.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n", "utf-8")
