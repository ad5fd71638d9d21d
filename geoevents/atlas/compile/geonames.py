"""GeoNames' dumps: their rows, and an atlas that has them beside its own (``atlas.md`` 9)."""

import io
import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copyfile

from geoevents.atlas import store
from geoevents.atlas.compile.pack import pack_names
from geoevents.atlas.compile.row import Row, city_radius_km, indexable, settlement_kind
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.manifest import file_facts, info
from geoevents.errors import GazetteerError

__all__ = ["dump_rows", "extend"]

_FIELDS = 19
_NO_SETTLEMENTS = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})
_KINDS = {
    "ADM1": "admin1", "ADM2": "admin2", "SEA": "sea", "GULF": "sea", "BAY": "sea", "STRT": "strait", "LK": "lake", "RSV": "lake",
    "STM": "river", "RGN": "region", "RGNE": "region", "PEN": "region", "CAPE": "landmark", "SPIT": "landmark",
    "ISL": "island", "ISLS": "island", "AIRB": "airbase", "AIRP": "airport", "DAM": "dam", "BDG": "bridge", "PRT": "port",
    "PS": "plant", "PSN": "plant", "PSH": "plant", "MILB": "landmark", "NVB": "port", "OILR": "plant", "PAL": "landmark",
    "PRN": "landmark", "CTHSE": "landmark",
}  # fmt: skip
_WATERS = frozenset({"SEA", "GULF", "STRT", "BAY", "LK", "RSV", "STM"})
_NAMED_LINES, _BAD_SHARE = 10, 0.01


def dump_rows(path: Path, *, say: Callable[[str], None] = lambda _: None, everything: bool = True) -> Iterator[Row]:
    """Rows of a dump (``UA.zip``, ``allCountries.zip``; 19 columns, tab-separated, no quoting), read as a stream.

    Settlements, first- and second-level areas, waters, regions, islands and facilities; without ``everything`` only
    settlements with inhabitants or a seat.  The first ten bad lines are named; GazetteerError above one bad line in 100.
    """
    with zipfile.ZipFile(path) as archive:
        inside = f"{path.stem}.txt"
        if inside not in archive.namelist():
            raise GazetteerError(f"{path}: {inside} is not inside; is it a GeoNames dump?")
        lines = bad = 0
        with archive.open(inside) as raw:
            for lines, line in enumerate(io.TextIOWrapper(raw, encoding="utf-8", newline="\n"), start=1):
                try:
                    row = _row(line.rstrip("\n").split("\t"), everything=everything)
                except ValueError as error:
                    bad += 1
                    if bad <= _NAMED_LINES:
                        say(f"{inside}:{lines}: {error}")
                    continue
                if row is not None:
                    yield row
        if bad > _BAD_SHARE * lines:
            raise GazetteerError(f"{path}: {bad} of {lines} lines are bad; is it a GeoNames dump?")


def _row(fields: Sequence[str], *, everything: bool) -> Row | None:
    """The row of one line, None for what is not imported.  ValueError says what is wrong with it."""
    if len(fields) != _FIELDS:
        raise ValueError(f"{len(fields)} columns, not {_FIELDS}")
    gid, name, ascii_name, alternates, lat, lon, kind_class, code, country = fields[:9]
    people = int(fields[14] or 0)
    names = {n for n in (name, ascii_name, *alternates.split(",")) if n and indexable(n) and len(n) > 2}
    kind = _kind(kind_class, code, people, names, everything=everything)
    if kind is None or not names:
        return None
    settled = kind in {"city", "town", "village", "quarter"}
    radius = city_radius_km(people) if settled else 5.0
    return Row(
        id=f"gn:{int(gid)}", name=name, kind=kind, lat=float(lat), lon=float(lon), country=country,
        admin1=f"{country}.{fields[10]}" if fields[10] else "", population=people, code=code, source="geonames",
        uncertainty_km=round(radius, 1), radius_km=round(radius, 1), pin=settled or kind not in {"admin1", "admin2"},
        geonames_id=int(gid), names=names,
    )  # fmt: skip


def _kind(kind_class: str, code: str, people: int, names: set[str], *, everything: bool) -> str | None:
    if kind_class == "P":
        wanted = everything or people > 0 or code.startswith("PPLA") or code == "PPLC"
        return settlement_kind(people, code) if wanted and code not in _NO_SETTLEMENTS else None
    kind = _KINDS.get(code)
    if kind == "admin1" or (code in _WATERS and len(names) < 3):  # our own areas have polygons; nameless brooks
        return None
    return kind if kind_class in "AHLSTR" else None


def extend(base: Path, rows: Iterator[Row], folder: Path, *, attribution: str) -> int:
    """Writes an atlas with the places of ``base`` and ``rows`` beside each other; how many rows are new.

    A row with the GeoNames number of one of ours gives it its names; the place stays as it is.
    """
    own = list(_own_rows(Gazetteer.load(base)))
    known = {r.geonames_id: r for r in own if r.geonames_id}
    areas: dict[str, Counter[str]] = defaultdict(Counter)
    new = []
    for row in rows:
        mine = known.get(row.geonames_id)
        if mine is None:
            new.append(row)
        else:
            mine.names |= row.names
            areas[row.admin1][mine.admin1] += 1
    for row in new:  # the code of an area means ours in which most of its known places lie
        row.admin1 = areas[row.admin1].most_common(1)[0][0] if areas[row.admin1] else ""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted([*own, *new], key=lambda r: r.id)
    pack_names(folder, ordered, packed={r.id for r in own})
    copyfile(base / store.SHAPES_FILE, folder / store.SHAPES_FILE)
    facts = info(base)
    facts["built_from"].append(
        {"name": "GeoNames dump", "registry": "geonames.org", "version": attribution, "licence": "CC-BY-4.0",
         "attribution": "GeoNames (geonames.org)"}
    )  # fmt: skip
    facts |= {"rows": len(ordered), "files": file_facts(folder)}
    (folder / "MANIFEST.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return len(new)


def _own_rows(atlas: Gazetteer) -> Iterator[Row]:
    """The places of a compiled atlas as rows again, with their folded names; areas are told by the ids of their rows."""
    for place, admin2_id, names in atlas.entries():
        yield Row(
            id=place.id, name=place.name, kind=place.kind, lat=place.lonlat.lat if place.lonlat else None,
            lon=place.lonlat.lon if place.lonlat else None, country=place.country or "",
            admin1=place.id if place.kind == "admin1" else place.admin1_id or "",
            admin2=place.id if place.kind == "admin2" else admin2_id or "",
            population=place.population or 0, code=place.feature_code or "", source=place.source, method=place.method,
            uncertainty_km=place.uncertainty_km or 0.0, radius_km=place.radius_km or 0.0,
            administered_by=place.administered_by or "", disputed=place.disputed, pin=place.pin,
            geonames_id=place.geonames_id or 0, names=names,
        )  # fmt: skip
