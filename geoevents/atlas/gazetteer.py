"""Gazetteer: opens the compiled atlas and answers which places a written name may mean."""

import mmap
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from geoevents.atlas import store
from geoevents.atlas.manifest import default_folder
from geoevents.atlas.names import fold, romanize, skeletons, stems
from geoevents.atlas.place import SETTLEMENTS, Kind, LonLat, Place
from geoevents.atlas.respelling import respelled
from geoevents.atlas.scoring import Candidate, behind_cities, cut, is_main, moved, own_score, ranked
from geoevents.atlas.user_places import UserPlaces
from geoevents.errors import GazetteerError

__all__ = ["Gazetteer", "basemap"]

_FUZZY_FLOOR, _FUZZY_POOL = 62.0, 400  # rapidfuzz ratio on vowel-normalised folds, of 100; atlas.md 5 has 55
_SLAVIC, _HEARD = frozenset({"UA", "RU", "BY", "MD"}), 82.0  # elsewhere an unknown village is likelier


class Gazetteer:
    """The atlas: read-only, opened once, shared by everything that looks up names."""

    def __init__(self, folder: Path, *, user: UserPlaces | None = None) -> None:
        """Opens the files of ``folder``.  GazetteerError where one is missing, with the command that mends it."""
        for name in (store.NAMES_FILE, store.SKELETONS_FILE, store.PLACES_FILE, store.SHAPES_FILE):
            if not (folder / name).exists():
                raise GazetteerError(
                    f"{folder / name} is missing: run `geoevents gazetteer build`, or install geoevents again"
                )
        self.folder = folder
        self._user = user or UserPlaces()
        self._names = marisa_trie.Trie().mmap(str(folder / store.NAMES_FILE))
        self._bones = marisa_trie.Trie().mmap(str(folder / store.SKELETONS_FILE))
        arrays = store.read_arrays(folder / store.PLACES_FILE)
        self._records = store.records(arrays)
        self._postings = {
            p: (arrays[f"{p}_rows"], np.cumsum(arrays[f"{p}_counts"], dtype=np.int64)) for p in ("name", "bone")
        }
        self._texts = {n: _text_column(arrays, n) for n in ("names", "ids")}
        self._lists = {n: _texts(arrays, n) for n in ("countries", "codes", "holders")}
        self._shape_file = _Shapes(folder / store.SHAPES_FILE)
        self._place = lru_cache(maxsize=50_000)(self._read_place)
        self._name = lru_cache(maxsize=50_000)(self._read_name)
        self._area_id = lru_cache(maxsize=10_000)(self._id)
        self._row = lru_cache(maxsize=10_000)(self._find_row)
        self._exact = lru_cache(maxsize=50_000)(self._look_up)
        self._respelled = lru_cache(maxsize=50_000)(self._look_up_respelled)
        self._area = lru_cache(maxsize=2_000)(self._shape_file.read)
        self._capitals = lru_cache(maxsize=1)(self._read_capitals)
        self._seats = lru_cache(maxsize=1)(self._read_seats)

    @classmethod
    def load(cls, path: str | Path | None = None, *, extra: str | Path | None = None) -> "Gazetteer":
        """The atlas in ``path`` (the one that comes with geoevents if None), with the user's places of ``extra`` on top.

        ``extra`` is a CSV file with at least ``name, latitude, longitude``; its places win over all others.
        GazetteerError where a file is missing or a line of ``extra`` is wrong (with file, line and column).
        """
        user = UserPlaces.read(Path(extra)) if extra is not None else None
        return cls(Path(path) if path is not None else default_folder(), user=user)

    def __len__(self) -> int:
        return len(self._records)

    def has_key(self, key: str) -> bool:
        """True if a folded name is in the atlas, or another spelling of one that is."""
        return key in self._names or self._user.has_key(key) or bool(self._respelled(key))

    def has_prefix(self, key: str) -> bool:
        """True if a longer name begins with the folded words ``key``."""
        return next(self._names.iterkeys(key + " "), None) is not None or self._user.has_prefix(key)

    def candidates(
        self, name: str, *, fuzzy: bool = False, kinds: frozenset[Kind] | None = None, limit: int = 60
    ) -> tuple[Candidate, ...]:
        """Places that ``name`` may mean, best first by their own evidence; () if none.

        Exact and folded names first, then transliterated and inflected ones; with ``fuzzy`` also misspelt ones, by
        consonant skeleton and string distance.  ``kinds`` keeps only some kinds.  At most ``limit``; countries and
        first-level areas are never cut off.
        """
        key = fold(name)
        found = self._user.candidates(key) + self._exact(key) if self._user else self._exact(key)
        found = found or self._respelled(key)
        if not found and not name.isascii():
            found = self._declined(name)
        if not found and fuzzy:
            found = self._look_up_respelled(key, late=True) or self.misspelt(name)
        if kinds is not None:
            found = tuple(c for c in found if c.place.kind in kinds)
        return found if len(found) <= limit else cut(found, limit)

    def _declined(self, name: str) -> tuple[Candidate, ...]:
        """Candidates of tier 4 (case ending cut) and 2 (transliterated)."""
        found = [c for stem in stems(name) for c in self._exact(stem)]
        cut = tuple(moved(c, 4, "case ending cut") for c in found[:20])
        if cut:
            return ranked(cut)
        latin = [c for language in ("uk", "ru") for c in self._exact(fold(romanize(name, language)))]
        return ranked({c.place.id: moved(c, 2, "transliterated") for c in latin}.values())

    def misspelt(self, name: str) -> tuple[Candidate, ...]:
        """Candidates of tier 3: the same consonant skeleton, then by likeness of the spelling."""
        from rapidfuzz import fuzz

        rows = {row for bone in skeletons(name) for row in self._rows("bone", self._bones, bone)}
        targets = {_smooth(fold(name)), _smooth(fold(name)).replace("ch", "h")}  # "ch" is [x] in Polish and German
        found = []
        for row in sorted(rows)[:_FUZZY_POOL]:
            place = self._place(row)
            likeness = max(fuzz.ratio(target, _smooth(fold(place.name))) for target in targets)
            if likeness >= (_HEARD if place.kind in SETTLEMENTS and place.country not in _SLAVIC else _FUZZY_FLOOR):
                why = f"spelled like {place.name} ({likeness:.0f} of 100)"
                score = round(own_score(place, main=True, tier=3) + (likeness - 100) / 4, 3)
                found.append(Candidate(place=place, tier=3, matched=place.name, main=True, score=score, reason=why))
        return ranked(found)

    def _rows(self, which: str, trie: Any, key: str) -> Sequence[int]:
        number = trie.get(key)
        if number is None:
            return ()
        rows, ends = self._postings[which]
        start = ends[number - 1] if number else 0
        return rows[start : ends[number]].tolist()  # type: ignore[no-any-return]

    def _look_up(self, key: str) -> tuple[Candidate, ...]:
        found = []
        for row in self._rows("name", self._names, key):
            place = self._place(row)
            main = is_main(place, key)
            score = round(own_score(place, main=main, tier=1), 3)
            reason = "its name" if main else "another name of it"
            found.append(Candidate(place=place, tier=1, matched=key, main=main, score=score, reason=reason))
        return ranked(behind_cities(found))

    def _look_up_respelled(self, key: str, *, late: bool = False) -> tuple[Candidate, ...]:
        """Candidates of a name that is in the atlas in another spelling."""
        others = respelled(key, self._names.__contains__, late=late)
        return ranked([c for n, only in others for c in self._exact(n) if only is None or c.place.country in only])

    def place(self, place_id: str) -> Place:
        """The place with an id.  KeyError if there is none."""
        found = self._user.place(place_id)
        if found is not None:
            return found
        return self._place(self._row(place_id))

    def _find_row(self, place_id: str) -> int:
        """Number of the place with an id, by its GeoNames number or by its place among the texts of ids."""
        prefix, _, number = place_id.partition(":")
        if prefix == "gn" and number.isdigit():
            found = np.flatnonzero(self._records["geonames"] == int(number))
            row = next((int(r) for r in found if self._id(int(r)) == place_id), None)
        else:
            blob, ends = self._texts["ids"]
            at = blob.find(place_id.encode("utf-8"))
            row = int(np.searchsorted(ends, at, side="right")) if at >= 0 else None
        while row is not None and self._id(row) != place_id:  # a longer id holds this one
            at = blob.find(place_id.encode("utf-8"), at + 1)
            row = int(np.searchsorted(ends, at, side="right")) if at >= 0 else None
        if row is None:
            raise KeyError(place_id)
        return row

    def entries(self) -> Iterator[tuple[Place, str | None, set[str]]]:
        """(place, id of its admin-2 area, folded names) of every row of the atlas, for compiling another one from it."""
        names: list[set[str]] = [set() for _ in range(len(self))]
        rows, ends = self._postings["name"]
        for key, number in self._names.items():
            for row in rows[int(ends[number - 1]) if number else 0 : int(ends[number])]:
                names[row].add(key)
        for row in range(len(self)):
            admin2 = int(self._records["admin2"][row])
            yield self._read_place(row), self._id(admin2) if admin2 >= 0 else None, names[row]

    def area(self, place_id: str) -> Any:
        """Polygon of a place (a shapely geometry, WGS 84 degrees), or None."""
        return self._area(place_id)

    def outlined(self, prefix: str) -> list[str]:
        """Ids of the places with a polygon that begin with ``prefix`` ("country:"), in order."""
        return sorted(name for name in self._shape_file.index if name.startswith(prefix))

    def country(self, code: str) -> Place | None:
        """The country with an ISO 3166-1 alpha-2 code, or the place with an id as ``demonyms.csv`` has them, or None."""
        try:
            return self.place(code if ":" in code else f"country:{code}")
        except KeyError:
            return None

    def capital(self, code: str) -> Place | None:
        """The capital of the country with an ISO 3166-1 alpha-2 code, or None."""
        return self._place_of(self._capitals().get(code))

    def _read_capitals(self) -> dict[str, int]:
        """Rows of the capitals by the code of their country."""
        rows = np.flatnonzero(self._records["code"] == self._lists["codes"].index("PPLC"))
        codes = self._records["country"][rows]
        return {self._lists["countries"][c]: int(row) for c, row in zip(codes, rows, strict=True)}

    def seat(self, area_id: str) -> Place | None:
        """The seat of the government of a first-level area, or None.  KeyError if there is no such area."""
        return self._place_of(self._seats().get(self._row(area_id)))

    def _place_of(self, row: int | None) -> Place | None:
        return self._place(row) if row is not None else None

    def _read_seats(self) -> dict[int, int]:
        """Rows of the seats of first-level areas by the row of their area, the most populous where there are two."""
        rows = np.flatnonzero(self._records["code"] == self._lists["codes"].index("PPLA"))
        rows = rows[np.argsort(self._records["population"][rows], kind="stable")]
        return dict(zip(self._records["admin1"][rows].tolist(), rows.tolist(), strict=True))

    def _id(self, row: int) -> str:
        blob, ends = self._texts["ids"]
        return store.unpack_text(blob, ends, row) or f"gn:{self._records['geonames'][row]}"

    def _read_name(self, row: int) -> str:
        return store.unpack_text(*self._texts["names"], row)

    def _read_place(self, row: int) -> Place:
        r = store.Record(*self._records[row].item())
        lists = self._lists
        return Place(
            id=self._id(row),
            name=self._name(row),
            kind=store.KINDS[r.kind],  # type: ignore[arg-type]
            lonlat=None if r.lat != r.lat else LonLat(r.lon, r.lat),
            country=lists["countries"][r.country] or None,
            admin1=self._name(r.admin1) if r.admin1 >= 0 else None,
            admin1_id=self._area_id(r.admin1) if r.admin1 >= 0 else None,
            admin2=self._name(r.admin2) if r.admin2 >= 0 else None,
            population=r.population or None,
            feature_code=lists["codes"][r.code] or None,
            source=store.SOURCES[r.source],
            method=store.METHODS[r.method],
            uncertainty_km=r.uncertainty,
            radius_km=r.radius or None,
            administered_by=lists["holders"][r.holder] or None,
            disputed=bool(r.flags & 1),
            pin=bool(r.flags & 2),
            geonames_id=r.geonames or None,
        )


class _Shapes:
    """The polygons on disk, each unpacked when it is asked for."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.index, self._start = store.read_shape_index(memoryview(self._map))

    def read(self, name: str) -> Any:
        if name not in self.index:
            return None
        offset, size = self.index[name]
        start = self._start + offset
        return store.unpack_shape(zlib.decompress(self._map[start : start + size]))


def _text_column(arrays: dict[str, npt.NDArray[Any]], name: str) -> tuple[bytes, npt.NDArray[np.int64]]:
    return arrays[f"{name}_text"].tobytes(), np.cumsum(arrays[f"{name}_length"], dtype=np.int64)


def _texts(arrays: dict[str, npt.NDArray[Any]], name: str) -> list[str]:
    blob, ends = _text_column(arrays, name)
    return [store.unpack_text(blob, ends, row) for row in range(len(ends))]


def _smooth(key: str) -> str:
    """A fold with the spellings of vowels and glides levelled: ou to u, y and j to i, w to v, doubles squeezed."""
    from anyascii import anyascii

    text = anyascii(key).lower().replace("ou", "u").replace("kh", "h").translate(str.maketrans("yjw", "iiv"))
    return "".join(c for i, c in enumerate(text) if i == 0 or text[i - 1] != c)


def basemap(path: str | Path | None = None) -> dict[str, list[Any]]:
    """What maps draw without a network: {"countries": [(ISO code, English name, geometry)], "disputed": [lines]}.

    Countries follow ISO 3166-2; the lines part territory held by another state from the rest of its country.
    """
    import shapely

    atlas = Gazetteer.load(path)
    countries = []
    for name in atlas.outlined("country:"):
        place = atlas.place(name)
        countries.append((name[8:], place.name, atlas.area(name)))
    return {"countries": countries, "disputed": list(shapely.get_parts(atlas.area("disputed")))}
