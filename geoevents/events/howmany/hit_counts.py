"""How many: which counts of a sentence belong to a hit, and to which of its places."""

import re
from collections.abc import Sequence

from geoevents.events.event import Span
from geoevents.events.howmany.counted import Count
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Numbers, Placed
from geoevents.events.what.triggers import Hit
from geoevents.values import dataclass, replace

__all__ = [
    "CARRIES_CASUALTIES",
    "Casualties",
    "Share",
    "casualties",
    "none_hurt",
    "numbers_of",
    "shares_of",
    "with_casualties",
]

CASUALTIES = ("killed", "injured")
# Categories whose tellings carry the casualties of a sentence.
CARRIES_CASUALTIES = frozenset(
    {"strike", "ground_combat", "naval", "air_defence", "infrastructure", "protest", "other"}
)
# Units that may be the number of an event besides the one that its subtype counts in.
_WEAPONS = frozenset({"drones", "missiles", "rockets", "aircraft"})
_ALSO_COUNTED: dict[str, frozenset[str]] = {
    "strike": _WEAPONS | {"attacks", "targets"},
    "air_defence": _WEAPONS,
    "naval": frozenset({"ships", "missiles", "drones", "sea_drones"}),
    "ground_combat": frozenset({"attacks"}),
    "control_change": frozenset({"settlements", "km2", "soldiers"}),
    "detention": frozenset({"prisoners", "persons", "soldiers"}),
    "humanitarian": frozenset({"persons", "prisoners"}),
    "mobilisation": frozenset({"soldiers", "persons", "missiles", "aircraft", "ships"}),
    "sanctions": frozenset({"persons", "ships", "aircraft"}),
    "legal": frozenset({"warrants", "persons", "soldiers"}),
}


# Of these only what the codebook counts is a number: "another round of talks" is none.
_UNCOUNTED = frozenset({"diplomacy", "legal", "sanctions"})
# Whatever plural these act upon are people.
_OF_PEOPLE = frozenset({"detention", "humanitarian", "legal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One number and the places that share it; an aggregate adds up others and is never a pin."""

    count: Count | None
    placed: tuple[Placed, ...]
    is_aggregate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """The counts of killed and injured that belong to a hit."""

    killed: Count | None = None
    injured: Count | None = None


def _fits(count: Count, hit: Hit, unit: str | None) -> bool:
    """True where a count can be the number of a hit whose events are counted in ``unit``."""
    if count.unit in CASUALTIES or count.kind == "none_reported":
        return False
    if count.unit == "things":
        whom = hit.object or hit.subject
        return hit.category in _OF_PEOPLE and whom is not None and whom.start <= count.start < whom.end
    if unit is None and count.unit is None and hit.category == "ground_combat" and not count.another:
        return False  # "killed 27 soldiers and captured 14"
    if count.unit in {unit, None} or count.another:
        return unit is not None or hit.category not in _UNCOUNTED
    counted = count.unit in _ALSO_COUNTED.get(hit.category, ())
    return counted and (count.text.lower() not in {"a", "an"} or hit.category == "legal")


def _own_counts(
    hit: Hit,
    counts: Sequence[Count],
    unit: str | None,
    hits: Sequence[Hit],
    placed: Sequence[Placed],
    clauses: Sequence[Clause],
) -> list[Count]:
    """Counts of the clause that fit the unit and are nearer to this hit than to its rivals.

    A list behind a colon goes on with them: "44 were downed: 20 over A, 12 over B".
    """
    rivals = [h for h in hits if h is not hit and h.clause_index == hit.clause_index and h.category == hit.category]
    fitting = [c for c in counts if _fits(c, hit, unit)]
    spans = [hit.clause, *_participles(hit, hits, clauses)]
    inside = [c for c in fitting if any(s.start <= c.start < s.end for s in spans) or _listed(c, hit, hits, placed)]
    if not inside:
        spans = [s for s in (hit.object, hit.subject) if s is not None]
        inside = [c for c in fitting if any(s.start <= c.start < s.end for s in spans)]
    return [
        c for c in inside if all(abs(c.start - hit.trigger.start) <= abs(c.start - r.trigger.start) for r in rivals)
    ]


def _participles(hit: Hit, hits: Sequence[Hit], clauses: Sequence[Clause]) -> list[Span]:
    """Participle clauses of a hit's clause in which no other hit stands: "approved a package, adding 189 vessels"."""
    own = [c for c in clauses if c.kind == "participle" and c.parent == hit.clause_index]
    return [Span(c.start, c.end) for c in own if not any(h.clause.start == c.start for h in hits)]


_LIST_REACH = 60  # letters from a number in a list to its place


def _listed(count: Count, hit: Hit, hits: Sequence[Hit], placed: Sequence[Placed]) -> bool:
    """True for a number after the clause of a hit, in no other's clause, that stands before one of its places."""
    if count.start < hit.clause.end or any(h.clause.start <= count.start < h.clause.end for h in hits):
        return False
    return any(0 < p.mention.start - count.end <= _LIST_REACH for p in placed)


def shares_of(
    hit: Hit,
    *,
    placed: Sequence[Placed],
    counts: Sequence[Count],
    unit: str | None,
    hits: Sequence[Hit],
    clauses: Sequence[Clause] = (),
) -> tuple[Share, ...]:
    """The hit's places divided among its counts, in text order: each count takes the places that follow it.

    Totals and subtotals become shares of their own.  A hit without counts is one share; counts of different things at
    the same places ("nine missiles and two drones") are one share each.
    """
    own = [c for c in _own_counts(hit, counts, unit, hits, placed, clauses) if not c.including or c.kind == "subtotal"]
    beside = [c for c in own if _beside_place(c, placed)]
    own = [c for c in own if c not in beside]
    if listed := _list_of(own, placed):
        return listed
    sums = [c for c in own if c.kind == "total" or (c.kind == "subtotal" and c is not own[0])]
    plain = [c for c in own if c not in sums]
    shares = [Share(count=c, placed=_after(c, own, placed), is_aggregate=True) for c in sums]
    used = {p.mention.start for s in shares for p in s.placed}
    rest = [p for p in placed if p.mention.start not in used]
    shares += [Share(count=c, placed=()) for c in beside]
    if plain or not sums:
        shares += _divide(plain, rest, unit, each_thing=hit.category != "strike")
    return tuple(sorted(shares, key=lambda s: s.count.start if s.count else hit.trigger.start))


def _list_of(own: Sequence[Count], placed: Sequence[Placed]) -> tuple[Share, ...]:
    """Shares of a whole and the parts that a list names: "91 drones, including 53 over A, 12 over B and three over C".

    () where there is no such list: one subtotal alone stays a sum of its own.
    """
    first = next((k for k, c in enumerate(own) if c.kind == "subtotal" and _after(c, own, placed)), None)
    if not first:
        return ()
    parts = [Share(count=c, placed=at) for c in own[first:] if (at := _after(c, own, placed))]
    if len(parts) < _LIST:
        return ()
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
            return whole + ([Share(count=None, placed=first)] if first else []) + filled
    told = {c.unit for c in counts if c.value is not None and c.unit in _WEAPONS}
    if each_thing and len(told) > 1 and unit in _WEAPONS:
        return [Share(count=_best([c for c in counts if c.unit == u], u), placed=tuple(placed)) for u in sorted(told)]
    return [Share(count=_best(counts, unit), placed=tuple(placed))]


def _sums_up(first: Share, parts: Sequence[Share]) -> bool:
    """True for a leading number without a place that is at least the sum of those that follow it."""
    if first.placed or first.count is None or first.count.value is None:
        return False
    told = [(p.count.value or 0) * (len(p.placed) if p.count.distributive else 1) for p in parts if p.count]
    return sum(told) <= first.count.value


def _best(counts: Sequence[Count], unit: str | None) -> Count | None:
    """The count with a number and the right unit, then the first."""
    return min(
        counts,
        key=lambda c: (c.value is None, c.unit is None, unit is not None and c.unit != unit, c.start),
        default=None,
    )


def numbers_of(share: Share) -> Numbers:
    """Numbers of each row of a share: a number shared by several places belongs to the group."""
    if share.count is None:
        return Numbers()
    numbers = Numbers.of(share.count)
    if len(share.placed) > 1 and not share.count.distributive:
        return replace(numbers, count=None, low=None, high=None, group_count=share.count.value)
    return numbers


def row_numbers(share: Share, hurt: Numbers, carried: int | None) -> Numbers:
    """Numbers of each row of a share, with its casualties; what several places share is their group's.

    ``carried`` is the number that a pronoun brings along where the share has none.
    """
    own, several = numbers_of(share), len(share.placed) > 1
    if share.count is None and carried is not None:
        own = replace(own, group_count=carried) if several else replace(own, count=carried)
    if hurt == _NONE:
        return own
    numbers = replace(own, hurt_span=hurt.hurt_span, kind=own.kind or hurt.kind)
    if not several:
        return replace(numbers, killed=hurt.killed, injured=hurt.injured, casualty=hurt.casualty)
    told = hurt.casualty
    if told is None or numbers.group_count is not None or numbers.count is not None:
        return numbers
    return replace(numbers, group_count=told.value, unit=told.unit, kind=told.kind)


_NONE = Numbers()


def casualties(hit: Hit, *, counts: Sequence[Count], hits: Sequence[Hit]) -> Casualties:
    """Killed and injured told with a hit: those of its sentence that are nearest to it among the hits that carry any."""
    bearers = [h for h in hits if h.category in CARRIES_CASUALTIES and h.modality in {"actual", "planned"}]
    found: dict[str, Count] = {}
    for count in counts:
        told = count.value is not None and count.unit in CASUALTIES and not count.including
        if told and count.unit is not None and _nearest_bearer(count, bearers) is hit:
            found.setdefault(count.unit, count)
    return Casualties(killed=found.get("killed"), injured=found.get("injured"))


def casualties_by_place(counts: Sequence[Count], placed: Sequence[Placed]) -> list[Casualties] | None:
    """Casualties of each place where a sentence tells them one by one ("six died in A and four in B"), else None."""
    found = []
    for place in placed:
        others = [p.mention.start for p in placed if p.mention.start < place.mention.start]
        since = max(others, default=-1)
        near = [c for c in counts if c.value is not None and since < c.start < place.mention.start]
        killed = next((c for c in near if c.unit == "killed"), None)
        injured = next((c for c in near if c.unit == "injured"), None)
        found.append(Casualties(killed=killed, injured=injured))
    return found if len(found) > 1 and all(c.killed or c.injured for c in found) else None


def with_casualties(numbers: Numbers, hurt: Casualties) -> Numbers:
    """Numbers with killed and injured; one that several places share stays out of the rows of each."""
    first = hurt.killed or hurt.injured
    if first is None:
        return numbers
    return replace(
        numbers,
        killed=hurt.killed.value if hurt.killed else numbers.killed,
        injured=hurt.injured.value if hurt.injured else numbers.injured,
        casualty=first,
        hurt_span=Span(first.start, first.end),
    )


# One of these words stands wherever a text says that nobody was hurt.
MAY_SAY_NONE_HURT = frozenset({"casualties", "injuries", "deaths", "victims", "nobody", "one", "people"})
_HURT = r"(?:hurt|injured|killed|wounded|harmed)"
_NOBODY = re.compile(
    rf"\b(?:nobody|no[ -]one|no people)\s+(?:else\s+)?(?:was|were|had been|has been)\s+(?:\w+\s+)?{_HURT}\b"
    r"|\b(?:no|without|zero)\s+(?:any\s+)?(?:casualties|injuries|deaths|victims)\b(?!\s+(?:were|was|had been)\s+(?:\w+\s+)?reported)",
    re.IGNORECASE,
)
_UNREPORTED = re.compile(
    r"\b(?:not|n[o']t|no)\s+(?:\w+\s+){0,3}?(?:report|reports|reported|mention|give|gave|say|word|information|details)"
    r"\s+(?:\w+\s+){0,3}?(?:casualties|injuries|deaths|victims)\b"
    r"|\b(?:no|without)\s+(?:casualties|injuries|deaths|victims)\s+(?:were|was|had been)\s+(?:\w+\s+)?reported\b",
    re.IGNORECASE,
)


def none_hurt(text: str, start: int, end: int, numbers: Numbers) -> Numbers:
    """Numbers with nought killed and injured where ``text[start:end]`` says so; ``none_reported`` where nothing is told."""
    unreported = _UNREPORTED.search(text, start, end)
    if unreported is not None:
        kind = numbers.kind if numbers.count is not None or numbers.killed is not None else "none_reported"
        return replace(numbers, kind=kind, hurt_span=numbers.hurt_span or Span(*unreported.span()))
    nobody = _NOBODY.search(text, start, end)
    if nobody is None or numbers.killed is not None:
        return numbers
    told = 0 if numbers.injured is None else numbers.injured
    return replace(numbers, killed=0, injured=told, hurt_span=numbers.hurt_span or Span(*nobody.span()))


def _nearest_bearer(count: Count, bearers: Sequence[Hit]) -> Hit | None:
    """The hit that a casualty figure belongs to: of its clause, else the nearest trigger."""
    return min(
        bearers,
        key=lambda h: (
            not h.clause.start <= count.start < h.clause.end,
            h.category == "air_defence",  # what was shot down hurts nobody where something else hit
            abs(h.trigger.start - count.start),
        ),
        default=None,
    )
