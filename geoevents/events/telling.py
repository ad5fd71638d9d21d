"""Telling: one hit at one place, before tellings of the same event are merged into a row."""

import datetime

from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Mention, Spot
from geoevents.events.event import Actor, CountKind, DateBasis, DatePrecision, GeoBasis, Span, Stance
from geoevents.events.howmany.counted import Count
from geoevents.events.what.hit import Hit
from geoevents.events.who.claim import Claim
from geoevents.values import dataclass

__all__ = ["NO_NUMBERS", "Numbers", "Placed", "Telling", "When"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a hit happened: the mention that says so, and how it says it."""

    mention: Mention
    spot: Spot
    basis: GeoBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When a hit happened, as told; ``span`` is where the words stand, None if inherited or inferred."""

    date_start: datetime.date | None
    date_end: datetime.date | None
    precision: DatePrecision
    basis: DateBasis | None
    part_of_day: str | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How many: the hit's own number and its casualties, None where not told.

    ``casualty`` is the count that stands for the hit where it has no number of its own; ``span`` and ``hurt_span`` are
    where the words stand; ``loose`` a count in no unit of its kind.
    """

    count: int | None = None
    low: int | None = None
    high: int | None = None
    unit: str | None = None
    kind: CountKind | None = None
    group_count: int | None = None
    killed: int | None = None
    injured: int | None = None
    casualty: Count | None = None
    span: Span | None = None
    hurt_span: Span | None = None
    loose: bool = False

    @property
    def firm(self) -> int | None:
        """The count or the group's, in the unit of its kind; None for a loose one."""
        if self.loose:
            return None
        return self.group_count if self.count is None else self.count

    @classmethod
    def of(cls, count: Count) -> "Numbers":
        """The numbers that one count gives."""
        return cls(
            count=count.value,
            low=count.low,
            high=count.high,
            unit=count.unit,
            kind=count.kind,
            span=Span(count.start, count.end),
            loose=count.loose,
        )


NO_NUMBERS = Numbers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One place in a text where an event is told, with everything that is told there.

    ``order`` numbers tellings in text order; ``record`` numbers statements: tellings that share it are one statement
    at several places.  ``claims`` are those that cover the hit, innermost first; ``stance`` is theirs, and
    ``explanatory`` says that the hit stands in a relative clause, a pluperfect or the like; ``apart`` that it is told as
    another one than those before ("a second strike"), ``anew`` as one that was not told before ("a strike"); ``cancelled``
    that a plan was called off.  ``named`` is a name
    that could not be placed, where the event is told to have happened there.
    """

    order: int
    record: int
    hit: Hit
    segment: Segment
    placed: Placed | None
    when: When
    numbers: Numbers
    claims: tuple[Claim, ...]
    stance: Stance
    named: Mention | None = None
    actors: tuple[Actor, ...] = ()
    is_aggregate: bool = False
    is_background: bool = False
    explanatory: bool = False
    apart: bool = False
    anew: bool = False
    inherited_claim: bool = False
    continued: bool = False
    cancelled: bool = False
