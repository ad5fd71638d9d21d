"""The places of a hit shared out among its counts, and the numbers of each row."""

import re
from collections.abc import Sequence
from itertools import pairwise

from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_counts import counts_of, tells_a_part
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import NO_NUMBERS, Numbers, Placed
from geoevents.events.what.hit import Hit
from geoevents.values import dataclass, replace

__all__ = ["Share", "numbers_of", "row_numbers", "shares_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One number and the places that share it; an aggregate adds up others and is never a pin.

    ``of`` is the number that the statement tells for all its parts together: "two were downed, one over A and one over B".
    """

    count: Count | None
    placed: tuple[Placed, ...]
    is_aggregate: bool = False
    of: Count | None = None


def shares_of(
    hit: Hit,
    *,
    placed: Sequence[Placed],
    counts: Sequence[Count],
    unit: str | None,
    hits: Sequence[Hit],
    clauses: Sequence[Clause] = (),
    text: str = "",
) -> tuple[Share, ...]:
    """The hit's places divided among its counts, in text order: each count takes the places that follow it.

    Totals and subtotals become shares of their own.  A hit without counts is one share; counts of different things at
    the same places ("nine missiles and two drones") are one share each.
    """
    own = [c for c in counts_of(hit, counts, unit, hits, placed, clauses) if not c.including or c.kind == "subtotal"]
    if _OF_A_PART.match(text, hit.clause.start, hit.trigger.start):
        own = [c for c in own if c.start >= hit.clause.start]
    own = _of_which(text, hit, own, counts)
    beside = [c for c in own if _beside_place(c, placed)]
    own = [c for c in own if c not in beside]
    if bracketed := _bracketed(text, counts, placed):
        return bracketed
    if listed := _list_of(own, placed) or (_by_weapon(own, placed) if len(placed) < _LIST else ()):
        return listed
    sums = [c for c in own if c.kind == "total" or (c.kind == "subtotal" and c is not own[0])]
    plain = [c for c in own if c not in sums]
    if len(sums) == 1 and not plain and len(placed) == 1:
        return (Share(count=sums[0], placed=tuple(placed), is_aggregate=True),)  # "In [X], a total of 40 houses burned"
    shares = [Share(count=c, placed=_after(c, own, placed), is_aggregate=True) for c in sums]
    used = {p.mention.start for s in shares for p in s.placed}
    rest = [p for p in placed if p.mention.start not in used]
    shares += [Share(count=c, placed=()) for c in beside]
    if plain or not sums:
        divided = _divide(plain, rest, unit, each_thing=hit.category != "strike")
        shares += [part for share in divided for part in _without_rest(text, share)]
    return tuple(sorted(shares, key=lambda s: s.count.start if s.count else hit.trigger.start))


# "900 people left A, and most | fled to B": no 900 went to B
_OF_A_PART = re.compile(r"(?:and|but|while|,|\s)*(?:most|some|many|half|several|others)\b(?!\s+\d)", re.IGNORECASE)


def _of_which(text: str, hit: Hit, own: list[Count], counts: Sequence[Count]) -> list[Count]:
    """The part that a relative clause tells of: "40 drones at X, [32 of] which were shot down"; none for "most of which"."""
    if not tells_a_part(text, hit):
        return own
    end = hit.clause.start - len(" of ")
    last = [c for c in counts if end in {c.end, c.noun_end}]
    first = [c for c in counts if last and text[c.end : last[0].start] == " and "]  # "79 and 35 of which"
    return [*first, *last, *(c for c in own if c.start > hit.clause.start)]


# "over Belgorod (four drones), Voronezh region (two) and Kaluga (one)": the number stands behind its place.
_OPENS = re.compile(r"[^,;()]{0,20}\(\s*(?:[a-z]+\s+){0,2}")


def _bracketed(text: str, counts: Sequence[Count], placed: Sequence[Placed]) -> tuple[Share, ...]:
    """Shares of places that have each its number in brackets behind it; () where not every one has."""
    if len(placed) < _LIST or "(" not in text[placed[0].mention.end : placed[-1].mention.end]:
        return ()
    behind = [next((c for c in counts if _OPENS.fullmatch(text, p.mention.end, c.start)), None) for p in placed]
    if any(count is None for count in behind):
        return ()
    return tuple(Share(count=c, placed=(p,)) for c, p in zip(behind, placed, strict=True))


def _list_of(own: Sequence[Count], placed: Sequence[Placed]) -> tuple[Share, ...]:
    """Shares of a whole and the parts that are told with their places: "91 drones, including 53 over A and 12 over B".

    () where no part has a place.
    """
    first = next((k for k, c in enumerate(own) if c.kind == "subtotal" and _after(c, own, placed)), None)
    if not first:
        return ()
    parts = [Share(count=c, placed=at) for c in own[first:] if (at := _after(c, own, placed))]
    taken = {p.mention.start for s in parts for p in s.placed}
    whole = tuple(p for p in placed if p.mention.start not in taken)
    return (Share(count=own[first - 1], placed=whole, is_aggregate=True), *parts)


_LIST = 2  # parts with places of their own that make a list


def _beside_place(count: Count, placed: Sequence[Placed]) -> bool:
    """True for unnamed places beside a named one: "took A and 24 villages"."""
    return any(4 < count.start - p.mention.end <= 6 for p in placed) and count.unit == "settlements"


def _after(count: Count, counts: Sequence[Count], placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Places between a count and the next one."""
    later = [c.start for c in counts if c.start > count.start]
    stop = min(later, default=None)
    return tuple(p for p in placed if p.mention.start > count.start and (stop is None or p.mention.start < stop))


def _divide(counts: Sequence[Count], placed: Sequence[Placed], unit: str | None, *, each_thing: bool) -> list[Share]:
    """Pairs counts with the places after them where there are several of both; else one share for each thing counted."""
    if len(counts) > 1 and len(placed) > 1:
        parts = [Share(count=c, placed=_after(c, counts, placed)) for c in counts]
        filled = [p for p in parts if p.placed]
        if len(filled) > 1:
            first = tuple(p for p in placed if p.mention.start < counts[0].start)
            whole = [Share(count=p.count, placed=(), is_aggregate=True) for p in parts[:1] if _sums_up(p, filled)]
            sums = [w.count for w in whole if w.count is not None and w.count.value == _total(filled)]
            filled = [replace(p, of=sums[0]) for p in filled] if sums else filled
            return whole + ([Share(count=None, placed=first)] if first else []) + filled
    told = {c.unit for c in counts if c.value is not None and c.unit in WEAPONS}
    bombed = not each_thing and "bombs" in told  # an air strike counts no weapon of its own
    if len(told) > 1 and (unit in WEAPONS or bombed) and (each_thing or _fired_together(counts)):
        return [Share(count=_best([c for c in counts if c.unit == u], u), placed=tuple(placed)) for u in sorted(told)]
    if len(counts) > 1 and _are_attacks(counts):
        return [Share(count=c, placed=tuple(placed)) for c in counts]
    return [Share(count=_best(counts, unit), placed=tuple(placed))]


# "seven over A and [the rest over] B": how many those were is not told
_THE_REST = re.compile(r"\bthe\s+(?:rest|remainder|others|remaining\s+\w+)\s+(?:\w+\s+){0,3}$")


def _without_rest(text: str, share: Share) -> list[Share]:
    """The share, parted where "the rest" is told to have been at the last of its places."""
    for k, place in enumerate(share.placed[1:], start=1):
        if _THE_REST.search(text, share.placed[k - 1].mention.end, place.mention.start):
            return [replace(share, placed=share.placed[:k]), Share(count=None, placed=share.placed[k:])]
    return [share]


def _are_attacks(counts: Sequence[Count]) -> bool:
    """True for a list of kinds of attack: "12 missile strikes, 39 air strikes and 80 rocket attacks"."""
    attacks = all(c.unit == "attacks" and c.value is not None for c in counts)
    return attacks and all(0 < b.start - a.noun_end <= _LISTED for a, b in pairwise(counts))


_LISTED = 6  # letters of ", and "


def _fired_together(counts: Sequence[Count]) -> bool:
    """True for two weapons of one volley: "launched 40 drones and 6 missiles at X", never "two jets fired six missiles"."""
    fired = [c for c in counts if c.value is not None]
    joined = all(0 < b.start - a.noun_end <= _JOINED for a, b in pairwise(fired))
    return joined and all(c.unit in _FIRED for c in fired)


_FIRED = WEAPONS - {"aircraft"}
_JOINED = 20  # letters of " and more than "


def _by_weapon(own: Sequence[Count], placed: Sequence[Placed]) -> tuple[Share, ...]:
    """Shares of a whole and its parts by weapon: "57 targets: 18 missiles and 39 drones"; () where the first is no sum."""
    whole, parts = own[:1], own[1:]
    values = [c.value or 0 for c in own]
    if len(parts) < _LIST or len({c.unit for c in parts} & WEAPONS) < len(parts) or values[0] != sum(values[1:]):
        return ()
    sums = [Share(count=c, placed=tuple(placed), is_aggregate=True) for c in whole]
    return (*sums, *(Share(count=c, placed=tuple(placed)) for c in parts))


def _sums_up(first: Share, parts: Sequence[Share]) -> bool:
    """True for a leading number without a place that is at least the sum of those that follow it."""
    if first.placed or first.count is None or first.count.value is None:
        return False
    return _total(parts) <= first.count.value


def _total(parts: Sequence[Share]) -> int:
    return sum((p.count.value or 0) * (len(p.placed) if p.count.distributive else 1) for p in parts if p.count)


def _best(counts: Sequence[Count], unit: str | None) -> Count | None:
    """The count with a number and the right unit, then the first."""
    return min(
        counts,
        key=lambda c: (
            c.value is None,
            c.unit is None,
            unit is not None and c.unit != unit,
            c.unit == "aircraft" != unit,  # "two jets dropped six bombs"
            c.start,
        ),
        default=None,
    )


def numbers_of(share: Share) -> Numbers:
    """Numbers of each row of a share: a number shared by several places belongs to the group."""
    if share.count is None:
        return NO_NUMBERS
    numbers = Numbers.of(share.count)
    if len(share.placed) > 1 and not share.count.distributive:
        return replace(numbers, count=None, low=None, high=None, group_count=share.count.value)
    return replace(numbers, group_count=share.of.value) if share.of is not None else numbers


def row_numbers(share: Share, hurt: Numbers, carried: int | None) -> Numbers:
    """Numbers of each row of a share, with its casualties; what several places share is their group's.

    ``carried`` is the number that a pronoun brings along where the share has none.
    """
    own, several = numbers_of(share), len(share.placed) > 1
    if share.count is None and carried is not None:
        own = replace(own, group_count=carried) if several else replace(own, count=carried)
    if hurt == NO_NUMBERS:
        return own
    numbers = replace(own, hurt_span=hurt.hurt_span, kind=own.kind or hurt.kind)
    if not several:
        return replace(numbers, killed=hurt.killed, injured=hurt.injured, casualty=hurt.casualty)
    told = hurt.casualty
    if told is None or numbers.group_count is not None or numbers.count is not None:
        return numbers
    return replace(numbers, group_count=told.value, unit=told.unit, kind=told.kind)
