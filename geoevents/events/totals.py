"""Totals and subtotals: numbers that add up others, so that nothing is counted twice (``events.md`` 1, 3.3)."""

from collections.abc import Sequence
from dataclasses import replace

from geoevents.events.telling import Telling, When

__all__ = ["contains", "mark_totals", "overlap"]

# How many sentences after a total its parts may stand; chosen on the development articles.
REACH_SENTENCES = 3


def overlap(one: When, other: When) -> bool:
    """True where two dates share a day, or one of them is unknown."""
    if one.date_start is None or other.date_start is None:
        return True
    one_end, other_end = one.date_end or one.date_start, other.date_end or other.date_start
    return one.date_start <= other_end and other.date_start <= one_end


def mark_totals(tellings: Sequence[Telling]) -> list[Telling]:
    """Flags as aggregate each number that at least two later ones of the same statement run are parts of."""
    return [replace(t, is_aggregate=True) if not t.is_aggregate and _is_sum(t, tellings) else t for t in tellings]


def _is_sum(whole: Telling, tellings: Sequence[Telling]) -> bool:
    number = _number(whole)
    if number is None:
        return False
    parts: dict[int, int] = {}
    for part in tellings:
        if _may_be_part(part, whole):
            told = _number(part)
            if told is not None:
                parts[part.record] = told
    return len(parts) > 1 and sum(parts.values()) <= number


def _number(telling: Telling) -> int | None:
    numbers = telling.numbers
    return numbers.group_count if numbers.count is None else numbers.count


def _may_be_part(part: Telling, whole: Telling) -> bool:
    return (
        part.record != whole.record
        and part.hit.trigger != whole.hit.trigger
        and part.order > whole.order
        and part.hit.category == whole.hit.category
        and part.numbers.unit in {whole.numbers.unit, None}
        and part.segment.section == whole.segment.section
        and part.segment.index - whole.segment.index <= REACH_SENTENCES
        and overlap(part.when, whole.when)
        and part.is_background == whole.is_background
    )


def contains(aggregate: Telling, part: Telling) -> bool:
    """True where the aggregate's number includes the part's: same thing, days and side, at or inside its place."""
    if not aggregate.is_aggregate or part.record == aggregate.record or part.hit.category != aggregate.hit.category:
        return False
    if part.segment.section != aggregate.segment.section or not overlap(part.when, aggregate.when):
        return False
    mine, theirs = _number(aggregate), _number(part)
    if part.is_aggregate and (mine is None or theirs is None or theirs >= mine):
        return False
    if aggregate.placed is None:
        return True
    return part.placed is not None and _inside(part, aggregate)


def _inside(part: Telling, whole: Telling) -> bool:
    if part.placed is None or whole.placed is None:
        return False
    inner, outer = part.placed.mention.place, whole.placed.mention.place
    if inner is None or outer is None:
        return False
    return outer.id in {inner.id, inner.admin1_id} or (outer.kind == "country" and inner.country == outer.country)
