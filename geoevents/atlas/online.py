"""The geopy fallback: asks a geocoder for names the atlas does not know, only where the user turned it on.

One request a second, an honest user agent, answers kept in a file with their date.  An outage raises, and is never
kept; "no such place" is an answer and is kept.
"""

import datetime
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geoevents.atlas.place import Kind, LonLat, Place
from geoevents.errors import OnlineError

__all__ = ["Online"]

PAUSE_SECONDS = 1.0  # the usage policy of the public Nominatim server
# Nominatim's place types as kinds of ours; others count as a village.
_KINDS: dict[str, Kind] = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "suburb": "quarter", "quarter": "quarter",
    "state": "admin1", "county": "admin2", "country": "country", "island": "island", "administrative": "admin2",
    "river": "river", "sea": "sea", "aerodrome": "airport",
}  # fmt: skip

Geocode = Callable[..., Any]


class Online:
    """A geocoder with a pause between requests and a memory on disk."""

    def __init__(
        self,
        geocode: Geocode,
        *,
        cache: Path | None = None,
        today: datetime.date,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """``geocode`` is called like geopy's; ``cache`` is a JSON file, kept in memory only if None."""
        self._geocode, self._cache, self._today, self._sleep = geocode, cache, today, sleep
        self._known: dict[str, dict[str, Any]] = _read(cache) if cache is not None and cache.exists() else {}
        self._asked = False

    @classmethod
    def nominatim(
        cls, *, today: datetime.date, cache: Path | None = None, domain: str = "nominatim.openstreetmap.org", scheme: str = "https",
        timeout_s: float = 10.0,
    ) -> "Online":  # fmt: skip
        """The public OpenStreetMap geocoder, or a server of your own at ``domain``."""
        from geopy.geocoders import Nominatim

        service = Nominatim(
            user_agent="geoevents (https://pypi.org/project/geoevents)", domain=domain, scheme=scheme, timeout=timeout_s
        )
        return cls(service.geocode, cache=cache, today=today)

    def lookup(self, name: str, *, country: str | None = None) -> tuple[Place, ...]:
        """Places of that name, the service's order, at most five; () if it knows none.  OnlineError on an outage."""
        key = f"{name}|{country or ''}"
        if key not in self._known:
            self._known[key] = {"found": self._ask(name, country), "asked": self._today.isoformat()}
            if self._cache is not None:
                _write(self._cache, self._known)
        return tuple(p for raw in self._known[key]["found"] if (p := _place(raw)) is not None)

    def _ask(self, name: str, country: str | None) -> list[dict[str, Any]]:
        from geopy.exc import GeopyError

        if self._asked:
            self._sleep(PAUSE_SECONDS)
        self._asked = True
        try:
            found = self._geocode(
                name, exactly_one=False, limit=5, country_codes=country.lower() if country else None, language="en"
            )
        except GeopyError as error:
            raise OnlineError(
                f"the geocoder could not be asked for {name!r}: {type(error).__name__}: {error}; run without --online"
            ) from error
        return [dict(location.raw) for location in found or ()]


def _place(raw: dict[str, Any]) -> Place | None:
    """A place from Nominatim's JSON; None where it has no point."""
    try:
        lonlat = LonLat(float(raw["lon"]), float(raw["lat"]))
    except (KeyError, TypeError, ValueError):
        return None
    name = str(raw.get("name") or str(raw.get("display_name", "")).split(",")[0])
    address = raw.get("address") or {}
    code = address.get("country_code")
    return Place(
        id=f"nominatim:{raw.get('osm_type', '')}{raw.get('osm_id', '')}",
        name=name,
        kind=_KINDS.get(str(raw.get("addresstype") or raw.get("type")), "village"),
        lonlat=lonlat,
        country=str(code).upper() if code else None,
        admin1=address.get("state"),
        source="nominatim",
        uncertainty_km=3.0,
    )


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except ValueError as error:
        raise OnlineError(f"{path} is not a cache of geocoder answers: {error}; delete it") from error


def _write(path: Path, known: dict[str, dict[str, Any]]) -> None:
    """The cache, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(sorted(known.items())), file, ensure_ascii=False, indent=1)
    Path(temporary).replace(path)
