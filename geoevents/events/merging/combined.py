"""One row from the tellings of one event in several articles: finest place, best date, latest number, status of all."""

import re
from collections.abc import Sequence
from typing import Any

from geoevents.atlas.mention import RUNGS
from geoevents.events.event import Claimant, Event, Status
from geoevents.events.merging.rows import title_of
from geoevents.events.merging.sameness import Told
from geoevents.values import replace

__all__ = ["combined"]

_DATE_RUNGS = (
    "time", "part_of_day", "night", "day", "on_or_before", "within_range", "week", "month", "year", "inferred", "unknown",
)  # fmt: skip
_DATE_FIELDS = ("date_start", "date_end", "date_precision", "date_text", "date_basis", "part_of_day")
_COUNT_FIELDS = ("count", "count_unit", "count_kind", "group_count")
_POWERS = frozenset({"MIL", "GOV"})
_NEUTRAL = frozenset({"IGO", "MEDIA", "JUD", "LOC", "MED", "POL", "CVL"})


def combined(group: Sequence[Told], event_id: str) -> Event:
    """The row of an event that the articles of ``group`` (in their order) tell; a group of one keeps its row.

    Fields come from the best-told telling: finest place, then a number, then a date in words, then the first.  The date
    comes from the telling that knows it best, the numbers from the latest that has any: they are never added.
    """
    if len(group) == 1:
        return replace(group[0].event, event_id=event_id)
    events = [t.event for t in group]
    best = min(group, key=_told_best).event
    dated = min(events, key=_dated_best)
    counted = _counted(events, best)
    sources = tuple(dict.fromkeys(s for e in events for s in e.sources))
    changed: dict[str, Any] = {
        "event_id": event_id,
        "status": _status(events),
        "is_background": all(e.is_background for e in events),
        "claimants": _claimants(events),
        "killed": _latest(events, "killed"),
        "injured": _latest(events, "injured"),
        "confidence": max(e.confidence for e in events),
        "conf_type": max((e.conf_type for e in events if e.conf_type is not None), default=None),
        "conf_date": dated.conf_date,
        "conf_status": max((e.conf_status for e in events if e.conf_status is not None), default=None),
        "sources": sources,
        "n_mentions": sum(e.n_mentions for e in events),
        "n_articles": len({t.article for t in group}),
        "n_publishers": max(1, len({publisher for _, publisher, _ in sources if publisher})),
        "first_seen": min((e.first_seen for e in events if e.first_seen), default=None),
        "last_seen": max((e.last_seen for e in events if e.last_seen), default=None),
        "counted_in": tuple(dict.fromkeys(c for e in events for c in e.counted_in)),
    }
    changed |= {name: getattr(dated, name) for name in _DATE_FIELDS}
    changed |= {name: getattr(counted, name) for name in _COUNT_FIELDS}
    changed |= _range(events, counted)
    row = replace(best, **changed)
    return replace(row, title=title_of(row))


def _told_best(told: Told) -> tuple[int, bool, bool, tuple[str, str, int]]:
    e = told.event
    return (
        RUNGS.index(e.geo_precision) + (e.geo_basis == "inherited"), e.count is None,
        e.date_basis not in {"explicit", "relative"}, told.order,
    )  # fmt: skip


def _dated_best(event: Event) -> tuple[bool, bool, int]:
    """What happened before what was planned, words before inference, fine before coarse."""
    words = event.date_basis in {"explicit", "relative"}
    return event.status == "planned" and event.date_start is None, not words, _DATE_RUNGS.index(event.date_precision)


def _counted(events: Sequence[Event], best: Event) -> Event:
    """The latest telling with a number of what the first one counted: 140 freed soldiers are not the 280 exchanged."""
    numbered = [e for e in events if e.count is not None or e.group_count is not None]
    first = best if best in numbered else next(iter(numbered), best)
    return next((e for e in reversed(numbered) if e.count_unit == first.count_unit), best)


def _latest(events: Sequence[Event], name: str) -> int | None:
    return next((v for e in reversed(events) if (v := getattr(e, name)) is not None), None)


def _range(events: Sequence[Event], counted: Event) -> dict[str, int | None]:
    """Lowest and highest number that any article tells in the unit that is shown; open where one is open."""
    same = [e for e in events if e.count_unit == counted.count_unit and e.count is not None]
    low = [v for e in same if (v := e.count if e.count_low is None else e.count_low) is not None]
    high = [v for e in same if (v := e.count if e.count_high is None else e.count_high) is not None]
    return {"count_low": min(low, default=counted.count_low), "count_high": max(high, default=counted.count_high)}


def _claimants(events: Sequence[Event]) -> tuple[Claimant, ...]:
    """Everybody who says or denies it, in order, once each."""
    seen: dict[tuple[str, str], Claimant] = {}
    for claimant in (c for e in events for c in e.claimants):
        seen.setdefault((_bare(claimant.name), claimant.stance), claimant)
    return tuple(seen.values())


_ASIDE = re.compile(r"\s*\([^()]*\)|^(?:[a-z][\w-]*\s+)+(?=[A-Z])")


def _bare(name: str) -> str:
    """A name without its short form in brackets and the common nouns before it: "paramilitary Rapid Support Forces (RSF)"."""
    return _ASIDE.sub("", name).lower()


def _status(events: Sequence[Event]) -> Status:
    """Status from the union of stances: a denial beside an assertion disputes, an independent voice beside a claim confirms."""
    statuses = {e.status for e in events}
    if statuses <= {"planned", "cancelled"}:
        return "cancelled" if "cancelled" in statuses else "planned"
    happened = statuses - {"planned", "cancelled"}
    if happened == {"denied"} and not any(c.stance != "denies" for e in events for c in e.claimants):
        return "denied"
    if happened & {"denied", "disputed"}:
        return "confirmed" if _conceded(events) else "disputed"
    if "confirmed" in happened or _both_say(events) or (len(happened) > 1 and _independent(events)):
        return "confirmed"
    return "claimed" if "claimed" in happened else "reported"


def _conceded(events: Sequence[Event]) -> bool:
    """True where everybody who denied it has confirmed it in a later article."""
    last = {
        _bare(c.name).removeprefix("the "): c.stance
        for e in events
        for c in e.claimants
        if c.stance in {"denies", "confirms"}
    }
    deniers = [name for name, stance in last.items() if stance == "denies"]
    confirmers = [name for name, stance in last.items() if stance == "confirms"]
    return bool(confirmers) and all(any(c.endswith(d) for c in confirmers) for d in deniers)


def _both_say(events: Sequence[Event]) -> bool:
    """True where two countries both assert what at least one of them only claims."""
    powers = {c.country for e in events for c in e.claimants if c.stance != "denies" and _speaks_for_state(c)}
    return len(powers) > 1 and any(e.status == "claimed" for e in events)


def _speaks_for_state(claimant: Claimant) -> bool:
    return claimant.country is not None and (claimant.sector in _POWERS or claimant.sector is None)


def _independent(events: Sequence[Event]) -> bool:
    """True where somebody neutral, or another publisher in its own words, reports what a side claims."""
    claimed = {p for e in events if e.status == "claimed" for _, p, _ in e.sources}
    reported = [e for e in events if e.status == "reported"]
    own_words = {p for e in reported for _, p, _ in e.sources if p and not e.claimants} - claimed
    return bool(own_words) or any(c.sector in _NEUTRAL for e in reported for c in e.claimants)
