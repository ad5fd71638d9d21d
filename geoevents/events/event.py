"""Event, EventMention and Findings: what an article tells, typed, dated and attributed."""

import datetime
from typing import Any, Literal, NamedTuple

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Alternative, Mention, Precision
from geoevents.values import dataclass

__all__ = [
    "Actor", "Claimant", "CountKind", "DateBasis", "DatePrecision", "Event", "EventMention", "Findings", "GeoBasis",
    "Modality", "SCHEMA_VERSION", "Span", "Stance", "Status",
]  # fmt: skip

SCHEMA_VERSION = "1.0.0"

Status = Literal["planned", "claimed", "reported", "confirmed", "disputed", "denied", "cancelled"]
Stance = Literal["asserts", "denies", "confirms", "doubts", "announces"]
Modality = Literal["actual", "planned", "negated", "hypothetical"]
DatePrecision = Literal[
    "time",
    "part_of_day",
    "night",
    "day",
    "week",
    "month",
    "year",
    "on_or_before",
    "within_range",
    "inferred",
    "unknown",
]
DateBasis = Literal["explicit", "relative", "inherited", "inferred", "publication"]
GeoBasis = Literal["text", "facility", "inherited"]
CountKind = Literal["exact", "at_least", "at_most", "approximate", "subtotal", "total", "vague", "none_reported"]


class Span(NamedTuple):
    """Python string offsets into the body of an article, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody in an event: as written and canonical, country (ISO alpha-3 or IGO), sector (GOV, MIL, JUD, CVL, …)."""

    name: str
    canonical: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str
    basis: Literal["explicit", "inferred"] = "explicit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """Who says so: name as written, country (ISO alpha-3 or IGO), side of the conflict, stance, channel, day of the statement."""

    name: str
    country: str | None = None
    side: str | None = None
    sector: str | None = None
    stance: Stance = "asserts"
    channel: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event at one place (``events.md`` 3.1): the columns of the events table, in their order.

    Dates are inclusive calendar days as told.  ``date_end`` None with ``date_start`` set is open.  Unknown is None;
    coordinates are WGS 84 degrees; ``area`` is a shapely geometry or None.
    """

    event_id: str
    schema_version: str = SCHEMA_VERSION
    category: str
    subtype: str
    title: str
    status: Status
    is_background: bool = False
    is_aggregate: bool = False
    group_id: str | None = None
    group_count: int | None = None
    counted_in: tuple[str, ...] = ()
    part_of: str | None = None
    date_start: datetime.date | None = None
    date_end: datetime.date | None = None
    date_precision: DatePrecision = "unknown"
    date_text: str | None = None
    date_basis: DateBasis | None = None
    part_of_day: Literal["early", "morning", "afternoon", "evening"] | None = None
    place_text: str | None = None
    place_name: str | None = None
    place_id: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    administered_by: str | None = None
    disputed: bool = False
    latitude: float | None = None
    longitude: float | None = None
    area: Any = None
    geo_precision: Precision = "none"
    uncertainty_km: float | None = None
    geo_basis: GeoBasis | None = None
    place_qualifier: str | None = None
    reference_place: str | None = None
    facility: str | None = None
    place_reason: str | None = None
    place_alternatives: tuple[Alternative, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_init: str | None = None
    actor_target: str | None = None
    claimants: tuple[Claimant, ...] = ()
    count: int | None = None
    count_low: int | None = None
    count_high: int | None = None
    count_unit: str | None = None
    count_kind: CountKind | None = None
    killed: int | None = None
    injured: int | None = None
    confidence: float
    conf_type: float | None = None
    conf_place: float | None = None
    conf_date: float | None = None
    conf_status: float | None = None
    method: str
    evidence: tuple[tuple[str, Span], ...] = ()
    sentence: str
    start: int
    end: int
    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None
    viina: str | None = None
    sources: tuple[tuple[str | None, str | None, datetime.date | None], ...] = ()
    n_mentions: int = 1
    n_articles: int = 1
    n_publishers: int = 1
    first_seen: datetime.date | None = None
    last_seen: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One place in a text where an event is told (``events.md`` 3.2): a row of the mentions table."""

    mention_id: str
    event_id: str
    article_id: str
    sentence_index: int
    start: int
    end: int
    section: int
    trigger: str
    trigger_start: int
    trigger_end: int
    claimant: str | None = None
    claimant_country: str | None = None
    claimant_side: str | None = None
    claimant_sector: str | None = None
    stance: Stance = "asserts"
    channel: str | None = None
    statement_date: datetime.date | None = None
    modality: Modality = "actual"
    background: bool = False
    quote: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article: segments, named places, events and where each event is told."""

    article: Article
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    event_mentions: tuple[EventMention, ...]

    @property
    def unplaced(self) -> tuple[Mention, ...]:
        """Names that could not be placed; ``decision`` and ``reasons`` say why."""
        return tuple(m for m in self.mentions if m.place is None)
