"""Hand-written tables: seas, rivers, islands, regions, facilities, seats, aliases (``atlas.md`` 4)."""

import csv
from collections.abc import Iterable
from pathlib import Path

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geoevents.atlas.compile.row import Row, haversine_km
from geoevents.atlas.compile.shapes import describe, union_of
from geoevents.atlas.names import fold
from geoevents.errors import GazetteerError

__all__ = ["add_aliases", "clear_alternates", "curated_rows"]

# Kinds whose centre may be shown as a pin: small things.
PINNED = frozenset(
    {"plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat", "city", "town", "village", "quarter"}
)
PIN_RADIUS_KM = 10.0
FAR_KM = 150.0  # a town may be called after the lake, strait or mountain that it lies at


def curated_rows(path: Path, shapes: dict[str, BaseGeometry]) -> tuple[list[Row], dict[str, BaseGeometry]]:
    """Rows of ``curated.csv`` and the geometry of those that have members or a box.  GazetteerError names a bad line."""
    rows, areas = [], {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, entry in enumerate(csv.DictReader(lines), start=2):
            try:
                row, area = _curated(entry, shapes)
            except ValueError as error:
                raise GazetteerError(f"{path}:{number}: {error}") from error
            rows.append(row)
            if area is not None:
                areas[row.id] = area
    return rows, areas


def _curated(entry: dict[str, str], shapes: dict[str, BaseGeometry]) -> tuple[Row, BaseGeometry | None]:
    radius = float(entry["radius_km"] or 0)
    area = _area(entry, shapes)
    row = Row(
        id=f"cur:{entry['id']}",
        name=entry["name"],
        kind=entry["kind"],
        lat=float(entry["lat"]) if entry["lat"] else None,
        lon=float(entry["lon"]) if entry["lon"] else None,
        country=entry["country"],
        source="curated",
        method="label",
        radius_km=radius,
        uncertainty_km=radius or 1.0,
        administered_by=entry["administered_by"],
        disputed=bool(entry["administered_by"]),
        pin=entry["kind"] in PINNED or (entry["kind"] == "island" and radius <= PIN_RADIUS_KM),
        names=_called({entry["name"], *(a.strip() for a in entry["aliases"].split("|") if a.strip())}),
    )
    if area is not None:
        told = (row.lat, row.lon, row.radius_km)
        describe(row, area, point=False)
        if told[0] is not None and told[2]:
            row.radius_km = row.uncertainty_km = told[2] or row.radius_km
    return row, area


# Class words that agencies exchange for each other at the end of a name, in small letters.
_ALIKE = (
    ("air base", "airbase", "airfield", "military airport"), ("refugee camp", "camp"), ("border crossing", "crossing"),
    ("oil field", "oilfield"), ("gas field", "gasfield"), ("mountains", "mountain"),
)  # fmt: skip


def _called(names: set[str]) -> set[str]:
    """Names of a place with the other class words that agencies write: "Tabqa airfield" for "Tabqa Air Base", "Chaambi
    mountains" for "Mount Chaambi"."""
    found = set(names)
    for name in names:
        for words in _ALIKE:
            end = next((w for w in words if name.lower().endswith(f" {w}")), None)
            if end is not None:
                found |= {name[: -len(end)] + word for word in words}
                break
        if name.startswith("Mount "):
            found |= {f"{name.removeprefix('Mount ')} {word}" for word in ("mountain", "mountains")}
    return found


def _area(entry: dict[str, str], shapes: dict[str, BaseGeometry]) -> BaseGeometry | None:
    if entry["members"]:
        area = union_of(entry["members"].split(), shapes)
        if area is None:
            raise ValueError(f"members={entry['members']!r}: none of these areas has a polygon")
        return area
    if not entry["bbox"]:
        return None
    west, south, east, north = (float(n) for n in entry["bbox"].split())
    if west <= east:
        return box(west, south, east, north)
    return shapely.union_all([box(west, south, 180, north), box(-180, south, east, north)])


def clear_alternates(rows: Iterable[Row], curated: Iterable[Row]) -> None:
    """Takes the names of curated places from far places that only have them among others: Casablanca is no White House."""
    own = {fold(c.name): c for c in curated}
    for row in rows:
        main = fold(row.name)
        for name in sorted(row.names):
            place = own.get(fold(name))
            if place is not None and fold(name) != main and _far(row, place):
                row.names.discard(name)


def _far(row: Row, place: Row) -> bool:
    if None in {row.lat, row.lon, place.lat, place.lon}:
        return False
    km = haversine_km(row.lat or 0.0, row.lon or 0.0, place.lat or 0.0, place.lon or 0.0)
    return km > FAR_KM + place.radius_km


def add_aliases(path: Path, rows: list[Row]) -> None:
    """Adds the names of ``aliases.csv`` (id, name, alias, note) to their rows; ``name`` replaces the one shown.

    GazetteerError if an id is unknown.
    """
    by_id = {row.id: row for row in rows}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, entry in enumerate(csv.DictReader(lines), start=2):
            row = by_id.get(entry["id"])
            if row is None:
                raise GazetteerError(f"{path}:{number}: id={entry['id']!r} is no place of the atlas")
            row.name = entry["name"] or row.name
            row.names |= {row.name} | {a.strip() for a in entry["alias"].split("|") if a.strip()}
