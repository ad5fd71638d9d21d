"""The user's own gazetteer: a CSV file whose places win over all others (``atlas.md`` 10)."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from geoevents.atlas import store
from geoevents.atlas.names import fold
from geoevents.atlas.place import LonLat, Place
from geoevents.errors import GazetteerError

if TYPE_CHECKING:
    from geoevents.atlas.scoring import Candidate

__all__ = ["UserPlaces"]

_SCORE = 50.0  # above anything the atlas gives
_COLUMNS = frozenset(
    {"id", "name", "latitude", "longitude", "lat", "lon", "kind", "country", "admin1", "population", "aliases", "language",
     "radius_km", "uncertainty_km", "source", "note", "valid_from", "valid_to"}
)  # fmt: skip


class UserPlaces:
    """Places read from the user's files, by folded name and by id."""

    def __init__(self) -> None:
        """No places."""
        self._by_key: dict[str, list[Place]] = defaultdict(list)
        self._by_id: dict[str, Place] = {}

    @classmethod
    def read(cls, path: Path) -> "UserPlaces":
        """Places of a CSV file (UTF-8, header).  GazetteerError names file, line and column of what is wrong."""
        places = cls()
        try:
            text = path.read_text("utf-8-sig")
        except FileNotFoundError as error:
            raise GazetteerError(f"{path} does not exist: --gazetteer wants a CSV file of places") from error
        reader = csv.DictReader(text.splitlines())
        unknown = set(reader.fieldnames or ()) - _COLUMNS
        if unknown or "name" not in (reader.fieldnames or ()):
            raise GazetteerError(
                f"{path}:1: columns {sorted(unknown)} are unknown, or 'name' is missing; allowed: {sorted(_COLUMNS)}"
            )
        for number, entry in enumerate(reader, start=2):
            places._add(entry, f"{path}:{number}")
        return places

    def _add(self, entry: dict[str, str], where: str) -> None:
        place = _place(entry, where)
        if place.id in self._by_id:
            raise GazetteerError(f"{where}: id={place.id!r} is there twice")
        self._by_id[place.id] = place
        for name in [place.name, *(entry.get("aliases") or "").split("|")]:
            if name.strip():
                self._by_key[fold(name)].append(place)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_id.values())

    def has_key(self, key: str) -> bool:
        """True if a folded name is among the user's."""
        return key in self._by_key

    def has_prefix(self, key: str) -> bool:
        """True if a longer name of the user's begins with the words ``key``."""
        return any(k.startswith(key + " ") for k in self._by_key)

    def place(self, place_id: str) -> Place | None:
        """The user's place with an id, or None."""
        return self._by_id.get(place_id)

    def candidates(self, key: str) -> tuple["Candidate", ...]:
        """The user's places of that name, in file order."""
        from geoevents.atlas.scoring import Candidate

        return tuple(
            Candidate(place=p, tier=0, matched=key, main=True, score=_SCORE, reason="from your own gazetteer")
            for p in self._by_key.get(key, ())
        )


def _number(entry: dict[str, str], names: tuple[str, ...], where: str, limit: float) -> float:
    text = next((entry[n] for n in names if entry.get(n)), "")
    try:
        number = float(text)
    except ValueError as error:
        raise GazetteerError(f"{where}: {names[0]}={text!r} is not a number (decimal point, degrees)") from error
    if not -limit <= number <= limit:
        raise GazetteerError(f"{where}: {names[0]}={text} is beyond ±{limit:.0f}; are latitude and longitude swapped?")
    return number


def _optional(entry: dict[str, str], name: str, where: str) -> float | None:
    return _number(entry, (name,), where, 1e9) if entry.get(name) else None


def _place(entry: dict[str, str], where: str) -> Place:
    lat = _number(entry, ("latitude", "lat"), where, 90)
    lon = _number(entry, ("longitude", "lon"), where, 180)
    kind = entry.get("kind") or "village"
    if kind not in store.KINDS:
        raise GazetteerError(f"{where}: kind={kind!r} is unknown; one of {', '.join(store.KINDS)}")
    name = (entry.get("name") or "").strip()
    if not name:
        raise GazetteerError(f"{where}: name is empty")
    population = _optional(entry, "population", where)
    return Place(
        id=f"user:{entry.get('id') or f'{fold(name)}:{lat:.4f},{lon:.4f}'}",
        name=name,
        kind=kind,  # type: ignore[arg-type]
        lonlat=LonLat(lon, lat),
        country=entry.get("country") or None,
        admin1=entry.get("admin1") or None,
        population=int(population) if population is not None else None,
        source="user",
        uncertainty_km=_optional(entry, "uncertainty_km", where) or 1.0,
        radius_km=_optional(entry, "radius_km", where),
    )
