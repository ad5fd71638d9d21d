"""Row: a place while the atlas is being compiled."""

import math
import re
from dataclasses import dataclass, field

__all__ = ["Row", "city_radius_km", "haversine_km", "indexable", "settlement_kind"]

_SCRIPT = re.compile(r"^[\u0020-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1eff\u2010-\u2019\u02b0-\u02ff]+$")


@dataclass(slots=True, kw_only=True)
class Row:
    """A place with all its names; ``names`` are as written, keys are made when the atlas is packed."""

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    code: str = ""
    source: str = ""
    method: str = "exact"
    uncertainty_km: float = 1.0
    radius_km: float = 0.0
    administered_by: str = ""
    disputed: bool = False
    pin: bool = True
    geonames_id: int = 0
    names: set[str] = field(default_factory=set)


def indexable(name: str) -> bool:
    """True for names in Latin or Cyrillic letters that are long enough to be looked up."""
    return len(name) >= 2 and bool(_SCRIPT.match(name)) and any(c.isalpha() for c in name)


def city_radius_km(population: int) -> float:
    """Radius of a settlement from its inhabitants, 2,500 a square kilometre (``places.md`` 5.4), at least 0.5 km."""
    return max(0.5, math.sqrt(population / (2500 * math.pi)))


def settlement_kind(population: int, code: str) -> str:
    """city from 50,000 inhabitants or a capital, town from 5,000 or a seat, else village; quarters by their code."""
    if code == "PPLX":
        return "quarter"
    if population >= 50_000 or code in {"PPLC", "PPLA"}:
        return "city"
    if population >= 5_000 or code.startswith("PPLA"):
        return "town"
    return "village"


def haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on a sphere of 6,371 km: enough for joining sources."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
