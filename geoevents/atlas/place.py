"""Place and LonLat: what the gazetteer knows of a named place."""

from typing import Literal

from geoevents.values import dataclass

__all__ = ["Kind", "LonLat", "Place", "SETTLEMENTS", "AREAS"]

Kind = Literal[
    "country", "admin1", "admin2", "city", "town", "village", "quarter", "sea", "strait", "river", "lake", "island",
    "region", "macroregion", "territory", "plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat",
]  # fmt: skip
SETTLEMENTS = frozenset({"city", "town", "village", "quarter"})
AREAS = frozenset({"country", "admin1", "admin2", "sea", "region", "macroregion", "territory"})


@dataclass(frozen=True, slots=True)
class LonLat:
    """A point, WGS 84 degrees: longitude first.  ValueError outside -180..180, -90..90."""

    lon: float
    lat: float

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"lon={self.lon}, lat={self.lat} is not on Earth (are the two swapped?)")

    @property
    def latlon(self) -> tuple[float, float]:
        """(latitude, longitude), the order of folium and geopy."""
        return (self.lat, self.lon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of the gazetteer.

    ``id`` is prefixed by origin (``gn:703448``, ``katottg:UA14…``, ``ne:UA-14``, ``post:RU:…``, ``icao:UKBB``,
    ``cur:black-sea``, ``user:…``, ``nominatim:…``).  ``country`` is the recognised owner, ISO 3166-1 alpha-2, or None
    (seas, rivers shared by states); ``administered_by`` who holds it, where that differs.  ``admin1``, ``admin2``
    are English names, ``admin1_id`` the id of the admin-1 row.  ``method`` says how the point is known (``exact``,
    ``unique``, ``namesake``, ``hromada``, ``raion``, ``members``, ``label``); ``uncertainty_km`` is the radius about
    ``lonlat`` that should hold the true place; ``radius_km`` the extent of the thing itself, None if unknown.
    ``pin`` is False where a marker at the point would mislead.  ``geonames_id`` is None where it has none.
    """

    id: str
    name: str
    kind: Kind
    lonlat: LonLat | None
    country: str | None = None
    admin1: str | None = None
    admin1_id: str | None = None
    admin2: str | None = None
    population: int | None = None
    feature_code: str | None = None
    source: str = ""
    method: str = "exact"
    uncertainty_km: float | None = None
    radius_km: float | None = None
    administered_by: str | None = None
    disputed: bool = False
    pin: bool = True
    geonames_id: int | None = None
