"""How many: which counts of a sentence belong to a hit, and to which of its places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geoevents.events.counts import Count
from geoevents.events.event import Span
from geoevents.events.telling import Numbers, Placed
from geoevents.events.triggers import Hit

__all__ = ["Share", "casualties", "shares_of"]

CASUALTIES = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One number and the places that share it; an aggregate adds up others and is never a pin."""

    count: Count | None
    placed: tuple[Placed, ...]
    is_aggregate: bool = False


def _fits(count: Count, unit: str | None) -> bool:
    """True where a count can be the number of events counted in ``unit``."""
    if count.unit in CASUALTIES or count.kind == "none_reported":
        return False
    return count.unit == unit or count.unit is None or count.another


def _own_counts(hit: Hit, counts: Sequence[Count], unit: str | None, hits: Sequence[Hit]) -> list[Count]:
    """Counts of the clause that fit the unit and are nearer to this hit than to its rivals."""
    rivals = [h for h in hits if h is not hit and h.clause_index == hit.clause_index and h.category == hit.category]
    inside = [c for c in counts if hit.clause.start <= c.start < hit.clause.end and _fits(c, unit)]
    if not inside:
        spans = [s for s in (hit.object, hit.subject) if s is not None]
        inside = [c for c in counts if any(s.start <= c.start < s.end for s in spans) and _fits(c, unit)]
    return [
        c for c in inside if all(abs(c.start - hit.trigger.start) <= abs(c.start - r.trigger.start) for r in rivals)
    ]


def shares_of(
    hit: Hit, *, placed: Sequence[Placed], counts: Sequence[Count], unit: str | None, hits: Sequence[Hit]
) -> tuple[Share, ...]:
    """The hit's places divided among its counts, in text order: each count takes the places that follow it.

    Totals and subtotals become shares of their own.  A hit without counts is one share.
    """
    own = _own_counts(hit, counts, unit, hits)
    sums = [c for c in own if c.kind in {"total", "subtotal"}]
    plain = [c for c in own if c.kind not in {"total", "subtotal"}]
    shares = [Share(count=c, placed=_after(c, own, placed), is_aggregate=True) for c in sums]
    used = {p.mention.start for s in shares for p in s.placed}
    rest = [p for p in placed if p.mention.start not in used]
    if plain or not sums:
        shares += _divide(plain, rest)
    return tuple(sorted(shares, key=lambda s: s.count.start if s.count else hit.trigger.start))


def _after(count: Count, counts: Sequence[Count], placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Places between a count and the next one."""
    later = [c.start for c in counts if c.start > count.start]
    stop = min(later, default=None)
    return tuple(p for p in placed if p.mention.start > count.start and (stop is None or p.mention.start < stop))


def _divide(counts: Sequence[Count], placed: Sequence[Placed]) -> list[Share]:
    """Pairs counts with the places after them where there are several of both; else one share."""
    if len(counts) > 1 and len(placed) > 1:
        parts = [Share(count=c, placed=_after(c, counts, placed)) for c in counts]
        filled = [p for p in parts if p.placed]
        if len(filled) > 1:
            first = tuple(p for p in placed if p.mention.start < counts[0].start)
            return ([Share(count=None, placed=first)] if first else []) + filled
    return [Share(count=_best(counts), placed=tuple(placed))]


def _best(counts: Sequence[Count]) -> Count | None:
    """The count with a number, then the first."""
    return min(counts, key=lambda c: (c.value is None, c.unit is None, c.start), default=None)


def numbers_of(share: Share) -> Numbers:
    """Numbers of each row of a share: a number shared by several places belongs to the group."""
    if share.count is None:
        return Numbers()
    numbers = Numbers.of(share.count)
    if len(share.placed) > 1 and not share.count.distributive:
        return replace(numbers, count=None, low=None, high=None, group_count=share.count.value)
    return numbers


def casualties(
    hit: Hit, *, counts: Sequence[Count], hits: Sequence[Hit], carriers: frozenset[str]
) -> tuple[int | None, int | None, Span | None]:
    """(killed, injured, span) told with a hit: those of its sentence that are nearest to it among ``carriers``."""
    bearers = [h for h in hits if h.category in carriers and h.modality in {"actual", "planned"}]
    found: dict[str, Count] = {}
    for count in counts:
        if count.unit in CASUALTIES and count.value is not None and _nearest_bearer(count, bearers) is hit:
            found.setdefault(count.unit, count)
    killed, injured = found.get("killed"), found.get("injured")
    told = killed or injured
    return (
        killed.value if killed else None,
        injured.value if injured else None,
        Span(told.start, told.end) if told else None,
    )


def _nearest_bearer(count: Count, bearers: Sequence[Hit]) -> Hit | None:
    """The hit that a casualty figure belongs to: of its clause, else the nearest trigger."""
    return min(
        bearers,
        key=lambda h: (not h.clause.start <= count.start < h.clause.end, abs(h.trigger.start - count.start)),
        default=None,
    )
