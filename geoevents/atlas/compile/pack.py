"""Writes the rows as the files of the compiled atlas."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import marisa_trie
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geoevents.atlas import store
from geoevents.atlas.compile.newspapers import newspaper_keys
from geoevents.atlas.compile.row import Row
from geoevents.atlas.compile.slavic import slavic_keys
from geoevents.atlas.names import fold, romanize, skeletons, spellings

__all__ = ["pack", "pack_names"]

SKELETON_COUNTRIES = frozenset({"UA", "RU", "BY", "MD"})
# Countries whose names newspapers write as they hear them: their towns of some size are found by their consonants, too.
HEARD_COUNTRIES = frozenset(
    {"AE", "AF", "AM", "AZ", "BF", "BH", "CD", "CF", "CM", "DJ", "DZ", "EG", "EH", "ER", "ET", "GE", "IQ", "IR", "JO", "KE", "KG",
     "KM", "KW", "KZ", "LB", "LY", "MA", "ML", "MM", "MR", "NE", "NG", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TD",
     "TJ", "TM", "TN", "UZ", "YE"}
)  # fmt: skip
_HEARD_FROM = 1_000  # inhabitants
_TOWNS = frozenset({"city", "town", "village"})
SKELETON_KINDS = frozenset(store.KINDS) - {"city", "town", "village", "quarter", "airport", "admin2"}
# Bare compass words and class words are no names, whatever a source calls its areas.
_NO_NAMES = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center", "upper", "lower",
     "region", "district", "city", "town", "province", "state", "county", "coast", "island", "islands", "mountain", "river",
     "sea", "capital", "federal", "national"}
)  # fmt: skip
_CYRILLIC = frozenset("абвгдеєжзиіїйклмнопрстуфхцчшщьюяыэёъґ")


def pack(folder: Path, rows: Sequence[Row], shapes: Mapping[str, BaseGeometry]) -> None:
    """Names, skeletons, columns and shapes into ``folder``; rows are sorted by id first."""
    ordered = sorted(rows, key=lambda r: r.id)
    pack_names(folder, ordered)
    store.write_shapes(folder / store.SHAPES_FILE, {k: _rounded(g) for k, g in shapes.items()})


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Coordinates on the grid that shapes are stored on; the parts that are no areas any more are left out."""
    rounded = shapely.set_precision(geometry, store.GRID)
    if rounded.is_empty:
        return geometry
    parts = [g for g in shapely.get_parts(rounded) if g.geom_type in {"Polygon", "LineString"}]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def _keys(row: Row) -> set[str]:
    """Folded keys of a row: its names, and the Latin spellings of the Cyrillic ones (tiers 1 and 2)."""
    names = set(row.names) | {row.name}
    for name in row.names:
        low = name.lower()
        if any(c in _CYRILLIC for c in low):
            for language in _languages(row, low):
                names |= spellings(name, language) if row.country in SKELETON_COUNTRIES else {romanize(name, language)}
    if row.kind == "admin1":
        names |= {n.replace(" and ", "-") for n in names if n.count(" and ") == 1}  # "Sistan-Baluchestan"
    keys = {k for k in (fold(n) for n in names) if len(k) >= 2 and k not in _NO_NAMES}
    return keys | slavic_keys(row, keys)


def _languages(row: Row, low: str) -> tuple[str, ...]:
    """The languages that a Cyrillic name in small letters may be in: "Винница" is Russian, though no letter tells."""
    if any(c in "іїєґ" for c in low):
        return ("uk",)
    if row.country != "UA" or any(c in "ыэъё" for c in low):
        return ("ru",)
    return ("uk", "ru") if row.source != "katottg" else ("uk",)


def _postings(keys: Mapping[str, Iterable[int]], path: Path, prefix: str) -> dict[str, np.ndarray]:
    """A trie of the keys on disk, and for each key id how many rows and which."""
    trie = marisa_trie.Trie(sorted(keys))
    trie.save(str(path))
    by_id = sorted((trie[key], key) for key in keys)
    counts = np.array([len(set(keys[key])) for _, key in by_id], dtype=np.uint16)
    targets = np.array([row for _, key in by_id for row in sorted(set(keys[key]))], dtype=np.uint32)
    return {f"{prefix}_counts": counts, f"{prefix}_rows": targets}


def pack_names(folder: Path, rows: Sequence[Row], *, packed: Collection[str] = ()) -> None:
    """Names, skeletons and columns of rows, in the order given.

    ``packed`` are the ids of rows that come from a compiled atlas: they have the spellings of newspapers already.
    """
    keys: dict[str, list[int]] = defaultdict(list)
    bones: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in _keys(row):
            keys[key].append(number)
        if row.country in SKELETON_COUNTRIES or row.kind in SKELETON_KINDS or _is_heard(row):
            for name in {row.name} if _is_heard(row) else {row.name, *row.names}:
                for bone in skeletons(name, 8):
                    bones[bone].append(number)
    for key, numbers in newspaper_keys(
        rows, keys, packed=packed
    ).items():  # behind the real ones: another name, never the main one
        keys[key] += numbers
    arrays = _postings(keys, folder / store.NAMES_FILE, "name")
    arrays |= _postings(bones, folder / store.SKELETONS_FILE, "bone")
    store.write_arrays(folder / store.PLACES_FILE, arrays | _columns(rows))


def _is_heard(row: Row) -> bool:
    """True for a town of some size, or of the hand-written table, in a country whose names are written as they are heard."""
    known = row.population >= _HEARD_FROM or row.source == "curated"
    return known and row.kind in _TOWNS and row.country in HEARD_COUNTRIES


def _region_held(row: Row, region: Row) -> Row:
    """Whose place it is: a town is held, and disputed, as its first-level region is, unless it says so itself."""
    return row if row.administered_by or row.kind in {"country", "admin1"} else region


def _columns(rows: Sequence[Row]) -> dict[str, np.ndarray]:
    """Columns of all rows; countries, codes, holders and admin codes are numbers into lists of texts."""
    areas = {r.admin1: i for i, r in enumerate(rows) if r.kind == "admin1"}
    districts = {r.admin2: i for i, r in enumerate(rows) if r.kind == "admin2" and r.admin2}
    countries = ["", *sorted({r.country for r in rows if r.country})]
    codes = ["", *sorted({r.code for r in rows if r.code})]
    holders = ["", *sorted({r.administered_by for r in rows if r.administered_by})]
    held = [_region_held(r, rows[areas[r.admin1]]) if r.admin1 in areas else r for r in rows]
    raw = {
        "lat": [np.nan if r.lat is None else r.lat for r in rows],
        "lon": [np.nan if r.lon is None else r.lon for r in rows],
        "population": [r.population for r in rows],
        "kind": [store.KINDS.index(r.kind) for r in rows],
        "country": [countries.index(r.country) if r.country else 0 for r in rows],
        "admin1": [areas.get(r.admin1, -1) if r.kind not in {"country", "admin1"} else -1 for r in rows],
        "admin2": [districts.get(r.admin2, -1) if r.kind != "admin2" else -1 for r in rows],
        "code": [codes.index(r.code) for r in rows],
        "source": [store.SOURCES.index(r.source) for r in rows],
        "method": [store.METHODS.index(r.method) for r in rows],
        "uncertainty": [r.uncertainty_km for r in rows],
        "radius": [r.radius_km for r in rows],
        "flags": [int(h.disputed) | int(r.pin) << 1 for h, r in zip(held, rows, strict=True)],
        "holder": [holders.index(h.administered_by) for h in held],
        "geonames": [r.geonames_id for r in rows],
    }
    arrays = {name: np.array(raw[name], dtype=dtype) for name, dtype in store.COLUMNS.items()}
    texts = {
        "names": [r.name for r in rows],
        "ids": [r.id if r.id != f"gn:{r.geonames_id}" else "" for r in rows],
        "countries": countries,
        "codes": codes,
        "holders": holders,
    }
    for name, values in texts.items():
        arrays[f"{name}_text"], arrays[f"{name}_length"] = store.pack_texts(values)
    return arrays
