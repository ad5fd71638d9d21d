"""Totals and subtotals: numbers that add up others, so that nothing is counted twice (``events.md`` 1, 3.3)."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from geoevents.events.telling import Telling, When
from geoevents.values import replace

__all__ = ["contains", "is_same_total", "mark_totals", "overlap"]

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
    near = _Nearby(tellings)
    counted = _Nearby([t for t in tellings if _number(t) is not None])
    sums = {
        t.order
        for t in counted.tellings
        if not t.is_aggregate
        and (number := _number(t))
        and (_is_sum(t, number, near.after(t), counted.after(t)) or _is_toll_of(t, counted.after(t)))
    }
    wholes = [t for t in counted.tellings if t.is_aggregate or t.order in sums]
    sums |= {t.order for t in counted.tellings for whole in wholes if _tells_again(t, whole, counted.tellings)}
    wholes = [t for t in counted.tellings if t.is_aggregate or t.order in sums]
    sums |= {t.order for t in tellings if t.numbers.injured and any(_hurt_beside(t, whole) for whole in wholes)}
    return [replace(t, is_aggregate=True) if t.order in sums else t for t in tellings]


def _hurt_beside(one: Telling, whole: Telling) -> bool:
    """True for the injured beside the dead of a total, told in the same breath: "shelling of X killed three and [injured five]"."""
    return (
        not one.is_aggregate
        and one.segment.index == whole.segment.index
        and one.numbers.killed is None
        and one.numbers.injured is not None
        and whole.numbers.killed is not None
        and (one.hit.category, one.hit.subtype) == (whole.hit.category, whole.hit.subtype)
        and (one.placed and one.placed.spot.name) == (whole.placed and whole.placed.spot.name)
    )


def _is_toll_of(whole: Telling, counted: Sequence[Telling]) -> bool:
    """True for the dead of several attacks that are told one by one next: "killed 70 in two raids in A. One on B killed 20"."""
    dead = whole.numbers.killed
    parts = {
        (t.placed.spot.name if t.placed else None, t.when.date_start): t.numbers.killed or 0
        for t in counted
        if t.order > whole.order and t.segment is not whole.segment and _may_be_of_toll(t, whole)
    }
    if dead is None or len(parts) < _FEWEST:
        return False
    told = whole.numbers.firm if whole.numbers.unit == "attacks" else None
    return sum(parts.values()) == dead or (told == len(parts) and sum(parts.values()) < dead)


_FEWEST = 2  # parts that make a sum


def _may_be_of_toll(part: Telling, whole: Telling) -> bool:
    """True where the dead of one attack may be among those of several, told before it of the area or of nowhere."""
    mine, theirs = part.numbers.killed, whole.numbers.killed
    return (
        mine is not None
        and theirs is not None
        and 0 < mine < theirs
        and part.hit.category == whole.hit.category
        and part.segment.section == whole.segment.section
        and (whole.placed is None or _strictly_inside(part, whole))
        and (overlap(part.when, whole.when) or _days_before(part.when, whole.when))
    )


_TOLD_BACK = 7  # days before the news on which the parts of its total may have been


def _days_before(part: When, whole: When) -> bool:
    """True where a total has but the day of the news, and its part one shortly before it."""
    if whole.basis not in {"publication", "inferred"} or whole.date_start is None or part.date_start is None:
        return False
    return 0 < (whole.date_start - (part.date_end or part.date_start)).days <= _TOLD_BACK


def _tells_again(one: Telling, whole: Telling, counted: Sequence[Telling]) -> bool:
    """True for the number of a total, told once more of no place or of an area in which its parts lie."""
    return (
        not one.is_aggregate
        and is_same_total(one, whole)
        and all(_lies_in(t, one) for t in counted if t.record != one.record and t is not whole and contains(whole, t))
    )


def is_same_total(one: Telling, other: Telling) -> bool:
    """True for two tellings of one number of one kind and day, where one has no place or lies in the place of the other."""
    number = _number(one)
    return (
        one.record != other.record
        and number is not None
        and number > 1
        and number == _number(other)
        and _unit(one) == _unit(other)
        and one.hit.category == other.hit.category
        and one.hit.subtype == other.hit.subtype
        and one.segment.section == other.segment.section
        and one.is_background == other.is_background
        and overlap(one.when, other.when)
        and (_lies_in(one, other) or _lies_in(other, one))
    )


def _lies_in(inner: Telling, outer: Telling) -> bool:
    """True for an outer telling of no place, and for an inner one at its place or inside it."""
    return outer.placed is None or _inside(inner, outer)


class _Nearby:
    """Tellings by their sentence, so that those which may be parts of a total are found without a walk over all."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = sorted(tellings, key=lambda t: t.segment.index)
        self._at = [t.segment.index for t in self.tellings]

    def after(self, whole: Telling) -> list[Telling]:
        """Those of its own and of the next sentences."""
        index = whole.segment.index
        return self.tellings[bisect_left(self._at, index) : bisect_right(self._at, index + REACH_SENTENCES)]


def _is_sum(whole: Telling, number: int, tellings: Sequence[Telling], counted: Sequence[Telling]) -> bool:
    if 1 < len(_named_parts(whole, tellings)) <= number:
        return True
    parts: dict[int, int] = {}
    inside, elsewhere = False, whole.placed is not None
    for part in counted:
        told = _number(part) or 0
        if _may_be_part(part, whole):
            parts[part.record] = told
            inside = inside or (_strictly_inside(part, whole) and told < number)
            elsewhere = elsewhere and part.placed is not None and not _shares_place(part, whole)
    return (len(parts) > 1 or inside) and sum(parts.values()) <= number and not elsewhere


def _named_parts(whole: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings of the next sentence that name what a number counted: "three villages. It named them as A, B and C"."""
    return [
        t
        for t in tellings
        if t.continued
        and t.order > whole.order
        and t.segment.index - whole.segment.index == 1
        and t.hit.category == whole.hit.category
        and _number(t) is None
        and t.numbers.unit == whole.numbers.unit
        and whole.numbers.unit is not None
    ]


def _number(telling: Telling) -> int | None:
    """The number of a telling: its own or its group's, else its casualties."""
    firm = telling.numbers.firm
    if firm is not None:
        return firm
    casualty = telling.numbers.casualty
    return casualty.value if casualty is not None else None


def _unit(telling: Telling) -> str | None:
    numbers = telling.numbers
    if numbers.firm is None and numbers.casualty is not None:
        return numbers.casualty.unit
    return numbers.unit


def _shares_place(part: Telling, whole: Telling) -> bool:
    """True for one place, and for one inside the other: "40 drones, most of them over A. Over A 30 were downed"."""
    if part.placed is None or whole.placed is None:
        return False
    return part.placed.spot.name == whole.placed.spot.name or _inside(part, whole) or _inside(whole, part)


def _strictly_inside(part: Telling, whole: Telling) -> bool:
    """True where a part's place lies inside the whole's, and is not the same."""
    if part.placed is None or whole.placed is None or part.placed.spot.name == whole.placed.spot.name:
        return False
    inner, outer = part.placed.mention.place, whole.placed.mention.place
    return inner is not None and outer is not None and inner.id != outer.id and _inside(part, whole)


def _may_be_part(part: Telling, whole: Telling) -> bool:
    return (
        part.record != whole.record
        and part.hit.trigger != whole.hit.trigger
        and part.order > whole.order
        and part.hit.category == whole.hit.category
        and _unit(part) in {_unit(whole), None}
        and part.segment.section == whole.segment.section
        and part.segment.index - whole.segment.index <= REACH_SENTENCES
        and overlap(part.when, whole.when)
        and part.is_background == whole.is_background
        and not _is_coordinate(part, whole)
    )


def _is_coordinate(part: Telling, whole: Telling) -> bool:
    """True for two places of one list: "12 were downed over A, four over B and one over C" sums nothing up."""
    if part.placed is None or whole.placed is None:
        return False
    if part.segment is not whole.segment and whole.placed.spot.precision not in {"exact", "settlement"}:
        return False  # "75 drones, most of them over A": the parts may be told at other places later
    same = part.placed.spot.name == whole.placed.spot.name
    return not same and not _inside(part, whole)


def contains(aggregate: Telling, part: Telling) -> bool:
    """True where the aggregate's number includes the part's: same thing, days and side, at or inside its place."""
    if not aggregate.is_aggregate or part.record == aggregate.record or part.hit.category != aggregate.hit.category:
        return False
    if part.segment.section != aggregate.segment.section:
        return False
    if not overlap(part.when, aggregate.when) and not _may_be_of_toll(part, aggregate):
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
