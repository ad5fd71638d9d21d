"""How well names are found and placed, against annotated articles (``places.md`` 7.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geoevents.atlas.mention import Mention
from geoevents.atlas.names import fold
from geoevents.atlas.place import LonLat
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.atlas.relations.geometry import distance_km

__all__ = ["RADII_KM", "Tally", "rates", "tally"]

RADII_KM = (161, 25, 10)  # the field's hundred miles, which cannot see a wrong village, and two that can
_AS_LITERAL = {"reference": "literal", "container": "literal"}  # annotators do not tell these apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one article; sums of tallies are tallies."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0
    placed: int = 0
    right: tuple[int, ...] = (0,) * len(RADII_KM)
    with_role: int = 0
    role_right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            gold=self.gold + other.gold, found=self.found + other.found, exact=self.exact + other.exact,
            overlap=self.overlap + other.overlap, placed=self.placed + other.placed,
            right=tuple(a + b for a, b in zip(self.right, other.right, strict=True)),
            with_role=self.with_role + other.with_role, role_right=self.role_right + other.role_right,
        )  # fmt: skip


def tally(gold: Sequence[Mapping[str, Any]], mentions: Sequence[Mention], *, demonyms: bool) -> Tally:
    """Counts of one article; gold without coordinates is neutral, and so are demonyms where they do not count.

    Spans are matched one to one: identical ones first, then by the longest overlap.
    """
    found = [m for m in mentions if demonyms or not _is_demonym(m.text)]
    wanted = [g.get("lat") is not None and (demonyms or not _is_demonym(g["text"])) for g in gold]
    pairs = _matched(gold, found, wanted)
    neutral = {j for j, m in enumerate(found) if _meets_only_neutral(j, m, gold, wanted, pairs)}
    kept = [m for j, m in enumerate(found) if j not in neutral]
    matched = [(gold[i], found[j]) for i, j in pairs.items() if wanted[i]]
    errors = [km for g, m in matched if (km := _error_km(g, m)) is not None]
    roles = [(g["role"], _AS_LITERAL.get(m.role, m.role)) for g, m in matched if g.get("role")]
    return Tally(
        gold=sum(wanted), found=len(kept), overlap=len(matched),
        exact=sum((g["start"], g["end"]) == (m.start, m.end) for g, m in matched),
        placed=sum(m.place is not None and m.place.lonlat is not None for m in kept),
        right=tuple(sum(km <= radius for km in errors) for radius in RADII_KM),
        with_role=len(roles), role_right=sum(a == b for a, b in roles),
    )  # fmt: skip


def rates(tallies: Iterable[Tally]) -> dict[str, float]:
    """Shares from summed counts: recognition, recall over all gold, precision of what was placed, role accuracy."""
    t = sum(tallies, Tally())
    said = {"gold": float(t.gold), "found": float(t.found), "placed": float(t.placed)}
    for name, hits in (("exact", t.exact), ("overlap", t.overlap)):
        precision, recall = _share(hits, t.found), _share(hits, t.gold)
        said |= {f"{name} precision": precision, f"{name} recall": recall}
        said[f"{name} F1"] = _share(2 * hits, t.found + t.gold)
    for radius, hits in zip(RADII_KM, t.right, strict=True):
        said |= {f"recall @{radius} km": _share(hits, t.gold), f"precision @{radius} km": _share(hits, t.placed)}
    return said | ({"role accuracy": _share(t.role_right, t.with_role)} if t.with_role else {})


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _is_demonym(text: str) -> bool:
    return fold(text) in DEMONYMS


def _matched(gold: Sequence[Mapping[str, Any]], found: Sequence[Mention], wanted: Sequence[bool]) -> dict[int, int]:
    """Index of the found mention by index of the gold one."""
    pairs = [
        ((g["start"], g["end"]) != (m.start, m.end), not wanted[i], -shared, i, j)
        for i, g in enumerate(gold)
        for j, m in enumerate(found)
        if (shared := _shared(g, m)) > 0
    ]
    partner: dict[int, int] = {}
    for *_, i, j in sorted(pairs):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _shared(gold: Mapping[str, Any], mention: Mention) -> int:
    return int(min(gold["end"], mention.end) - max(gold["start"], mention.start))


def _meets_only_neutral(
    j: int, mention: Mention, gold: Sequence[Mapping[str, Any]], wanted: Sequence[bool], pairs: Mapping[int, int]
) -> bool:
    own = [i for i, partner in pairs.items() if partner == j]
    over = own or [i for i, g in enumerate(gold) if _shared(g, mention) > 0]
    return bool(over) and not any(wanted[i] for i in over)


def _error_km(gold: Mapping[str, Any], mention: Mention) -> float | None:
    if mention.place is None or mention.place.lonlat is None:
        return None
    return distance_km(LonLat(float(gold["lon"]), float(gold["lat"])), mention.place.lonlat)
