"""Whether two articles tell one event: how well two rows agree in kind, place, time, side and number (``events.md`` 4.11).

After MELTT (Donnay et al. 2018): what contradicts excludes, what agrees adds up.  The weights and the threshold of
``across`` were chosen on pairs of articles written for it (``tests/events/pairs``) and on the articles in ``seeds/``.
"""

import datetime
import re

from geoevents.atlas.mention import PINNED
from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.event import Event
from geoevents.values import dataclass
from geoevents.words import data_of

__all__ = ["Told", "places_agree", "sameness", "window"]

_DATA = data_of("geoevents.events.merging", "across_words.toml")
_MIRRORS = {category: [frozenset(m) for m in mirrors] for category, mirrors in _DATA["mirrors"].items()}
_APART = [frozenset(pair) for pair in _DATA["weapons"]["apart"]]
_TARGETS = {
    kind: re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")s?\b", re.IGNORECASE)
    for kind, words in _DATA["targets"].items()
}
# "[another] strike", "a [second] drone hit": right before the trigger, and not "the second day of talks", "New York".
_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Ss]econd|[Tt]hird|[Ff]ourth|fresh|new|[Ss]eparate|[Ss]eparately|[Ff]urther)\s+"
    r"(?!days?\b|weeks?\b|months?\b|years?\b|time\b|largest\b|biggest\b|on\b|city\b)(?:[\w-]+\s+){0,3}$"
)
# Parts of a day in hours from its midnight, an hour wider than their names: "early" and "night" are told loosely.
_HOURS = {"early": (0, 9), "morning": (4, 13), "afternoon": (11, 19), "evening": (15, 26)}
_NIGHT = (17, 33)
_WEIGHTS = {"type": 0.25, "place": 0.35, "time": 0.2, "number": 0.12, "side": 0.08, "target": 0.1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as one article tells it; ``order`` sorts tellings by publication, article and place in the text.

    ``words`` is its clause with its trigger, ``ahead`` what stands right before that.
    """

    event: Event
    article: int
    order: tuple[str, str, int]
    published: datetime.date | None
    words: str
    ahead: str = ""

    @property
    def another(self) -> bool:
        """True where the words say that it is not the first of its kind: "a second strike"."""
        return _ANOTHER.search(self.ahead) is not None


def sameness(one: Told, other: Told) -> float:
    """0 where two tellings cannot be of one event, else how well they agree, up to 1.1."""
    a, b = one.event, other.event
    if a.category != b.category or a.is_aggregate != b.is_aggregate or one.another != other.another:
        return 0.0
    if _reprinted(a, b):
        return 1.0
    parts = {
        "type": _types(a, b), "place": places_agree(a, b), "time": _times(one, other), "number": _numbers(a, b),
        "side": _sides(a, b), "target": _targets(one, other),
    }  # fmt: skip
    if any(value < 0 for value in parts.values()) or not parts["type"] or not parts["place"] or not parts["time"]:
        return 0.0
    return sum(_WEIGHTS[name] * value for name, value in parts.items())


def _reprinted(a: Event, b: Event) -> bool:
    """True for one sentence printed twice of one day and place."""
    same = (a.subtype, a.date_start, a.date_end, a.place_name) == (b.subtype, b.date_start, b.date_end, b.place_name)
    return same and a.sentence == b.sentence and _count(a) == _count(b)


def _types(a: Event, b: Event) -> float:
    if a.subtype == b.subtype:
        return 1.0
    pair = frozenset({a.subtype, b.subtype})
    if pair in _APART or not any(pair <= mirror for mirror in _MIRRORS.get(a.category, ())):
        return 0.0
    return 0.7


def places_agree(a: Event, b: Event) -> float:
    """1 for one place, less for a place within another or near it, 0 for two places; two events without a place need actors."""
    if a.geo_precision == "none" or b.geo_precision == "none":
        return _placeless(a, b)
    if a.place_id is not None and a.place_id == b.place_id:
        return _same_name(a, b)
    points = a.geo_precision in PINNED, b.geo_precision in PINNED
    if all(points):
        return 0.8 if _close(a, b) else 0.0
    if any(points) or a.geo_precision != b.geo_precision:
        fine, coarse = (a, b) if _radius(a) <= _radius(b) else (b, a)
        return 0.5 if _inside(fine, coarse) else 0.0
    return 0.0


def _same_name(a: Event, b: Event) -> float:
    if a.geo_precision == b.geo_precision and a.place_qualifier == b.place_qualifier and a.place_name == b.place_name:
        return 1.0
    if a.geo_precision == b.geo_precision == "near":
        return 0.8 if _close(a, b) else 0.0
    one_part = a.place_qualifier is None or b.place_qualifier is None or a.place_qualifier == b.place_qualifier
    return 0.7 if one_part else 0.0


def _placeless(a: Event, b: Event) -> float:
    """Two events without a place agree by their actors; with one place between them, both actors must be the same."""
    if a.place_text is not None and b.place_text is not None and a.geo_precision == b.geo_precision:
        return 0.8 if a.place_text.lower() == b.place_text.lower() else 0.0  # names that could not be placed
    shared = _actors(a) & _actors(b)
    if a.geo_precision == b.geo_precision == "none":
        return 0.8 if shared else 0.0
    return 0.5 if len(shared) > 1 or (shared and len(_actors(a)) == len(_actors(b)) == 1) else 0.0


def _actors(event: Event) -> frozenset[str]:
    """Who takes part: countries where known, else names."""
    return frozenset(a.country or (a.canonical or a.name).lower() for a in event.actors if a.basis == "explicit")


def _close(a: Event, b: Event) -> bool:
    """True for two points that may be one: a facility and its town, a place told by a relation; two named towns are two."""
    if a.geo_precision == b.geo_precision == "settlement" and a.place_name != b.place_name:
        return False
    km = _distance(a, b)
    return km is not None and km <= max(_radius(a), _radius(b)) + _CLOSE_KM


_CLOSE_KM = 2.0  # two gazetteers put one place this far apart; villages of a front lie farther


def _radius(event: Event) -> float:
    return event.uncertainty_km or 0.0


def _distance(a: Event, b: Event) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return distance_km(LonLat(a.longitude, a.latitude), LonLat(b.longitude, b.latitude))


def _inside(fine: Event, coarse: Event) -> bool:
    """True where a finer place lies in a coarser one."""
    if coarse.geo_precision == "country":
        return fine.country is not None and fine.country == coarse.country
    if coarse.geo_precision in {"adm1", "part_of_adm1"} and fine.admin1 is not None:
        return fine.admin1 in {coarse.admin1, coarse.place_name} and fine.country == coarse.country
    km = _distance(fine, coarse)
    return km is not None and km <= _radius(coarse)


def window(event: Event) -> tuple[float, float] | None:
    """Hours (since the beginning of dates) in which an event lies as told; None without a date.

    A date that was only inferred reaches a day back, ``on_or_before`` three days.
    """
    first, last = event.date_start or event.date_end, event.date_end or event.date_start
    if first is None or last is None:
        return None
    start, end = first.toordinal() * 24.0, last.toordinal() * 24.0 + 24.0
    if event.date_precision == "night":
        return start + _NIGHT[0], start + _NIGHT[1]
    if event.date_precision == "part_of_day" and event.part_of_day in _HOURS:
        low, high = _HOURS[event.part_of_day]
        return start + low, start + high
    if event.date_precision == "on_or_before":
        return start - 72, end
    if event.date_precision == "inferred" or event.date_basis in {"publication", "inherited", "inferred"}:
        return start - 24, end
    return start, end


def _times(one: Told, other: Told) -> float:
    """Share of the shorter window that both have; less where one of them is wide or only inferred."""
    x, y = window(one.event), window(other.event)
    if x is None or y is None:
        return _undated(one, other)
    shared = min(x[1], y[1]) - max(x[0], y[0])
    shorter, longer = sorted((x[1] - x[0], y[1] - y[0]))
    if shared <= 0.3 * shorter or shared <= 0:
        return 0.0
    return (shared / shorter) * (1.0 if longer <= 72 else 0.5 if longer <= 24 * 8 else 0.25)


_PLAN_DAYS = 14  # within which an undated plan may have come true


def _undated(one: Told, other: Told) -> float:
    """An undated plan may be what happened within two weeks, or the same plan told again."""
    plans = [t for t in (one, other) if t.event.status == "planned" and window(t.event) is None]
    if not plans or one.published is None or other.published is None:
        return 0.0
    gap = (other.published - one.published).days
    if len(plans) == 2:
        return 0.6 if abs(gap) <= _PLAN_DAYS else 0.0
    later = gap if plans[0] is one else -gap
    return 0.4 if 0 <= later <= _PLAN_DAYS else 0.0


_HURT = frozenset({"killed", "injured"})
_TOLL_RATIO = 4.0  # a toll may rise fourfold from the first report to the last
_NEAR_RATIO = 1.2  # sides count the same thing this differently


def _numbers(a: Event, b: Event) -> float:
    """1 for the same number, 0 where nothing can be compared, -1 for numbers that contradict each other."""
    found = [_ratio(x, y, _TOLL_RATIO) for x, y in ((a.killed, b.killed), (a.injured, b.injured))]
    if a.count_unit == b.count_unit and a.count_unit not in _HURT:
        found.append(_counts(_count(a), _count(b), a, b))
    known = [f for f in found if f is not None]
    return min(known) if known else 0.0


def _count(event: Event) -> int | None:
    return event.group_count if event.count is None else event.count


def _counts(x: int | None, y: int | None, a: Event, b: Event) -> float | None:
    if x is None or y is None:
        return None
    open_ended = {"at_least", "at_most", "approximate", "vague"} & {a.count_kind, b.count_kind}
    return _ratio(x, y, _TOLL_RATIO if open_ended else _NEAR_RATIO)


def _ratio(x: int | None, y: int | None, limit: float) -> float | None:
    if x is None or y is None:
        return None
    if x == y:
        return 1.0
    low, high = sorted((x, y))
    return 0.4 if low and high / low <= limit else -1.0


def _sides(a: Event, b: Event) -> float:
    """1 where the same side acts, -1 where another one does, 0 where it is not told."""
    one, other = _acting(a), _acting(b)
    if one is None or other is None:
        return 0.0
    return 1.0 if one == other else -1.0


def _acting(event: Event) -> str | None:
    """Country of the one that acts, as told in words."""
    if event.category in {"diplomacy", "legal", "detention", "humanitarian"}:
        return None
    return next((a.country for a in event.actors[:1] if a.country and a.basis == "explicit"), None)


def _targets(one: Told, other: Told) -> float:
    """1 where both name one kind of target, -1 where they name different ones."""
    if one.event.category not in {"strike", "naval", "other"}:
        return 0.0
    x, y = _named(one.words), _named(other.words)
    if not x or not y:
        return 0.0
    return 1.0 if x & y else -1.0


def _named(words: str) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _TARGETS.items() if pattern.search(words))
