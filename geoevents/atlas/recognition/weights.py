"""The weights of the recogniser on disk: arrays beside a manifest that says how they came about."""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.atlas.store import read_arrays, write_arrays
from geoevents.errors import ModelError

__all__ = ["FORMAT", "Weights", "layout_hash", "load", "save"]

FORMAT = 1
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned: ``first`` one weight a column (``features.py``), ``second`` one a number of the second look.

    ``roles`` has one row a role of ``roles.LEARNED`` and one column a feature, ``role_rules`` one column a role that the
    rules gave.  The biases hold the mean of the corpora's conventions.
    """

    vocabulary: tuple[str, ...]
    layout: str
    first: npt.NDArray[np.float32]
    first_bias: float
    second: npt.NDArray[np.float32]
    second_bias: float
    roles: npt.NDArray[np.float32]
    role_rules: npt.NDArray[np.float32]
    manifest: dict[str, Any]


def layout_hash(layout: str) -> str:
    """Hash of the meaning of all columns."""
    return hashlib.sha256(layout.encode("utf-8")).hexdigest()


@lru_cache(maxsize=4)
def load(folder: Path = _FOLDER) -> Weights:
    """The weights of ``recogniser.npz`` and ``recogniser.json`` in a folder.  ModelError where they are missing or disagree."""
    manifest_file, arrays_file = folder / "recogniser.json", folder / "recogniser.npz"
    for file in (manifest_file, arrays_file):
        if not file.exists():
            raise ModelError(f"{file} is missing: install geoevents again, or run `geoevents train recogniser`")
    manifest = json.loads(manifest_file.read_text("utf-8"))
    if manifest.get("format") != FORMAT:
        raise ModelError(f"{manifest_file}: format={manifest.get('format')!r}, this version reads {FORMAT}")
    arrays = read_arrays(arrays_file)
    if len(arrays["first"]) != manifest["columns"]:
        raise ModelError(f"{arrays_file} holds {len(arrays['first'])} weights, its manifest says {manifest['columns']}")
    return Weights(
        vocabulary=tuple(manifest["vocabulary"]),
        layout=manifest["layout_sha256"],
        first=arrays["first"].astype(np.float32),
        first_bias=float(manifest["biases"]["first"]),
        second=arrays["second"].astype(np.float32),
        second_bias=float(manifest["biases"]["second"]),
        roles=arrays["roles"].astype(np.float32),
        role_rules=arrays["role_rules"].astype(np.float32),
        manifest=manifest,
    )


def save(weights: Weights, folder: Path) -> None:
    """Writes both files, byte for byte the same for equal weights; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = {
        **weights.manifest,
        "format": FORMAT,
        "columns": len(weights.first),
        "layout_sha256": weights.layout,
        "biases": {"first": round(weights.first_bias, 6), "second": round(weights.second_bias, 6)},
        "vocabulary": list(weights.vocabulary),
    }
    arrays: dict[str, npt.NDArray[Any]] = {
        "first": weights.first.astype(np.float16),
        "second": weights.second,
        "roles": weights.roles.astype(np.float16),
        "role_rules": weights.role_rules,
    }
    write_arrays(folder / "recogniser.npz", arrays)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "recogniser.json").write_text(text + "\n", "utf-8")
