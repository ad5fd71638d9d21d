"""The same event told twice in an article: which tellings belong to one row (``events.md`` 4.11)."""

from collections.abc import Sequence
from itertools import combinations

from geoevents.atlas.mention import RUNGS, Spot
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.howmany.totals import is_same_total, overlap
from geoevents.events.merging.campaigns import is_campaign
from geoevents.events.merging.in_turn import is_in_turn
from geoevents.events.telling import Telling, When
from geoevents.events.what.hit import UNSPECIFIED
from geoevents.events.when.row_days import is_day_of_era

__all__ = ["best_told", "clusters", "dates_agree", "fire_on_each_other", "same_doer", "subtypes_agree"]

# Finer first: which telling knows the place best.
# Subtypes that tell one change of control from two sides, or one event more or less exactly.
_MIRRORS = (
    frozenset({"captured", "recaptured", "withdrawal", "contested"}),
    frozenset({"advance", "bridgehead"}),
    frozenset({"meeting", "talks", "summit", "visit"}),
    frozenset({"clash", "assault", "assault_repelled"}),
    frozenset({"attack", "assault"}),
    frozenset({"ship_hit", "sea_drone_strike"}),
    frozenset({"air_strike", UNSPECIFIED}),
)
# Subtypes that tell one event in one sentence: "came home in another exchange", "was rammed and drenched", "marched into X
# and control it".
_TOLD_TOGETHER = (
    frozenset({"prisoner_exchange", "release"}),
    frozenset({"ship_hit", "sea_drone_strike", "incident"}),
    frozenset({"advance", "captured"}),
)
_MIRRORED, _IN_A_SENTENCE = (
    frozenset(frozenset(pair) for alike in lists for pair in combinations(sorted(alike), 2))
    for lists in (_MIRRORS, _TOLD_TOGETHER)
)
_SAME_PLACE_KM = 3.0


def clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings grouped into events, in text order of their first telling; every telling is in one group."""
    groups: list[list[Telling]] = []
    of_category: dict[str, list[list[Telling]]] = {}
    for telling in tellings:
        alike = of_category.setdefault(telling.hit.category, [])
        nearest = sorted(alike, key=lambda g: _farness(telling, g[-1]))
        home = next((g for g in nearest if all(_same_event(t, telling) for t in _asked(g))), None)
        if home is None:
            groups.append([telling])
            alike.append(groups[-1])
        else:
            home.append(telling)
    return groups


def _farness(telling: Telling, last: Telling) -> tuple[bool, int]:
    """Sorts groups by their last tellings: that of the same sentence first, and the latest where the next one goes on."""
    return last.segment.index != telling.segment.index, -last.order if telling.continued else 0


def _asked(group: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings of an event that another one is held against: the first and the latest of a very long text."""
    return group if len(group) <= _MOST_ASKED else (*group[: _MOST_ASKED // 2], *group[-_MOST_ASKED // 2 :])


_MOST_ASKED = 40  # no article of ours tells one event as often; without an end a year's digest would take hours


def _same_event(one: Telling, other: Telling) -> bool:
    return (
        one.hit.category == other.hit.category
        and one.record != other.record
        and one.is_aggregate == other.is_aggregate
        and (one.is_background == other.is_background or _dated_in_passing(one, other))
        and (one.hit.modality == "planned") == (other.hit.modality == "planned")
        and subtypes_agree(one, other)
        and (_same_place(one, other) or (one.is_aggregate and other.is_aggregate and is_same_total(one, other)))
        and (
            dates_agree(one.when, other.when)
            or _by_statement(one, other)
            or _undated_again(one, other)
            or _dated_in_passing(one, other)
        )
        and _numbers_agree(one, other)
        and not _kept_apart(one, other)
        and not (is_campaign(one, other) or is_campaign(other, one))
    )


def subtypes_agree(one: Telling, other: Telling) -> bool:
    if one.hit.subtype == other.hit.subtype:
        return True
    told = frozenset((one.hit.subtype, other.hit.subtype))
    if (
        one.hit.category == other.hit.category == "strike"
        and one.segment.index == other.segment.index
        and _is_bare(one, other)
    ):
        return True  # "missiles struck X, and two blocks there were hit"
    if is_in_turn(one, other):
        return False
    if told == _GAINED and one.segment.index == other.segment.index and _doers_differ(one, other):
        return False
    return told in _MIRRORED or (one.segment.index == other.segment.index and told in _IN_A_SENTENCE)


_GAINED = frozenset({"captured", "recaptured"})


def _doers_differ(one: Telling, other: Telling, *, states: bool = False) -> bool:
    """True where two sides act, each named: "rebels took X, but militias won it back" are two deeds; ``states``: two known states."""
    a, b = (t.actors[0] if t.actors and t.actors[0].basis == "explicit" else None for t in (one, other))
    if a is None or b is None:
        return False
    if (a.country and b.country) or states:
        return a.country is not None and b.country is not None and a.country != b.country
    return set((a.canonical or a.name).lower().split()).isdisjoint((b.canonical or b.name).lower().split())


def _is_bare(one: Telling, other: Telling) -> bool:
    """True where one of two strikes tells no weapon and no number of its own."""
    return any(t.hit.subtype == UNSPECIFIED and (t.numbers.loose or t.numbers.count is None) for t in (one, other))


def _same_place(one: Telling, other: Telling) -> bool:
    if one.named or other.named:
        return _name_told(one) == _name_told(other)
    if one.placed is None or other.placed is None:
        nowhere = one.placed is None and other.placed is None
        return nowhere and one.hit.subtype == other.hit.subtype and same_doer(one, other)
    a, b = one.placed, other.placed
    if a.spot.precision == b.spot.precision and a.mention.place and b.mention.place:
        same_id = a.mention.place.id == b.mention.place.id
        same_part = a.spot.qualifier == b.spot.qualifier or (
            a.spot.precision == "adm1" and _unqualified(a.spot, b.spot)
        )
        return (same_id and same_part) or _close(a.spot, b.spot)
    if a.mention.place and b.mention.place and a.mention.place.id == b.mention.place.id:
        return a.spot.qualifier is None or b.spot.qualifier is None or "adm1" in {a.spot.precision, b.spot.precision}
    return False


def _name_told(telling: Telling) -> str | None:
    """The name as written where a telling happened at, in small letters."""
    where = telling.placed.mention if telling.placed else telling.named
    return where.text.lower() if where else None


_DEEDS = frozenset({"diplomacy", "sanctions", "military_aid", "mobilisation"})


def same_doer(one: Telling, other: Telling) -> bool:
    """False for deeds of two named bodies: what each says, sends or imposes is its own."""
    if one.hit.category not in _DEEDS or not one.actors or not other.actors:
        return True
    a, b = ({w for w in t.actors[0].name.split() if w[:1].isupper()} for t in (one, other))
    return not a or not b or bool(a & b)


def _unqualified(a: Spot, b: Spot) -> bool:
    return a.qualifier is None or b.qualifier is None


def _close(a: Spot, b: Spot) -> bool:
    if a.precision not in {"exact", "settlement"} or a.lonlat is None or b.lonlat is None:
        return False
    return distance_km(a.lonlat, b.lonlat) <= _SAME_PLACE_KM


_STATEMENT_DAYS = 2  # what is told on a day happened on it or shortly before


def _by_statement(one: Telling, other: Telling) -> bool:
    """True where one date is only that of a statement, made within two days of the other: "said on Tuesday … on Monday".

    A denial keeps the day on which it was made.
    """
    if "denies" in {one.stance, other.stance} or one.segment.index == other.segment.index:
        return False  # "said on Saturday that it had taken the bank, a day after its men took the palace" tells two
    for told, own in ((one.when, other.when), (other.when, one.when)):
        in_words = own.basis in {"explicit", "relative"} and own.precision in {"day", "part_of_day", "night"}
        if told.basis == "inferred" and in_words and told.date_start and own.date_end:
            return 0 <= (told.date_start - own.date_end).days <= _STATEMENT_DAYS
    return False


def dates_agree(a: When, b: When) -> bool:
    """True for days that may be those of one event: the bombings of a year are not the one of the day."""
    if not overlap(a, b) or is_day_of_era(a, b):
        return False
    if "part_of_day" in {a.precision, b.precision} and "night" in {a.precision, b.precision}:
        return False
    return not (a.part_of_day and b.part_of_day and a.part_of_day != b.part_of_day)


_SAME_NEWS_DAYS = 4  # an article tells a story again within days; older news at the same place is another event


def _undated_again(one: Telling, other: Telling) -> bool:
    """True where the later telling has no date in words and tells a small place again: the first one's date stands."""
    first, later = sorted((one, other), key=lambda t: t.order)
    if later.when.basis not in {"inherited", "publication"} or first.placed is None:
        return False
    if first.placed.spot.precision not in {"exact", "settlement"} or first.when.date_end is None:
        return False
    told = later.when.date_start
    early = -_STATEMENT_DAYS if first.when.basis == "inferred" else 0  # the first one's day is but that of a statement
    return told is not None and early <= (told - first.when.date_end).days <= _SAME_NEWS_DAYS


def _dated_in_passing(one: Telling, other: Telling) -> bool:
    """True where a relative clause gives the day of what its sentence tells without one: "struck a plant at A, which was hit on Friday"."""
    first, later = sorted((one, other), key=lambda t: t.order)
    if first.segment.index != later.segment.index or later.hit.clause_kind != "relative":
        return False
    if later.hit.tense == "pluperfect":
        return False  # "struck a plant | that had been hit on Friday": twice
    if first.when.basis not in {None, "publication", "inherited"} or later.when.basis not in {"explicit", "relative"}:
        return False
    told, day = first.when.date_start, later.when.date_end
    return told is not None and day is not None and 0 <= (told - day).days <= _SAME_NEWS_DAYS


def _numbers_agree(one: Telling, other: Telling) -> bool:
    if one.numbers.loose or other.numbers.loose:
        return True
    pairs = ((one.numbers.count, other.numbers.count), (one.numbers.group_count, other.numbers.group_count))
    return all(x is None or y is None or x == y for x, y in pairs) and _tolls_agree(one, other)


def _tolls_agree(one: Telling, other: Telling) -> bool:
    """False for two numbers of dead on days told differently: 17 over the weekend are not the 15 of Saturday."""
    a, b = one.numbers.killed, other.numbers.killed
    if a is None or b is None or a == b:
        return True
    return (one.when.date_start, one.when.date_end) == (other.when.date_start, other.when.date_end)


def _kept_apart(one: Telling, other: Telling) -> bool:
    """True where the later telling says "another", "a second" of what it tells."""
    first, later = sorted((one, other), key=lambda t: t.order)
    if later.apart or fire_on_each_other(one, other) or _has_its_own_toll(first, later):
        return True
    if first.segment.index == later.segment.index and (
        first.hit.trigger == later.hit.trigger or _of_others(first, later)
    ):
        return True
    return (
        (later.numbers.count or 0) > 1  # "hit by a missile" tells how
        and not later.numbers.loose
        and first.numbers.count is None
        and first.when.precision != later.when.precision
    )


def _has_its_own_toll(first: Telling, later: Telling) -> bool:
    """True for "a strike" with another number of dead than the one told before it by the same speaker."""
    a, b = first.numbers.casualty, later.numbers.casualty
    if not later.anew or a is None or b is None or {a.unit, b.unit} != {"killed"} or a.value == b.value:
        return False
    said = [{c.claimant.name for c in t.claims} for t in (first, later)]
    return said[0] == said[1] and a.kind == b.kind == "exact" and first.segment.index != later.segment.index


def fire_on_each_other(one: Telling, other: Telling) -> bool:
    """True for what two states fired or shut: "A shelled an island; B returned fire", "A shut 32 airports and B its airspace"."""
    return one.hit.category in _EACH_ITS_OWN and _doers_differ(one, other, states=True)


_EACH_ITS_OWN = frozenset({"strike", "infrastructure"})


_ONE_BY_ONE = frozenset({"sanctions", "legal", "detention", "naval"})


def _of_others(first: Telling, later: Telling) -> bool:
    """True for two verbs of two subjects, each with a deed of its own: "imports were halted, and the speaker was put under
    sanctions"."""
    one, other = first.hit, later.hit
    verbs = "noun" not in {one.voice, other.voice} and one.category in _ONE_BY_ONE
    return verbs and one.subject is not None and other.subject is not None and one.subject != other.subject


def best_told(group: Sequence[Telling]) -> Telling:
    """The telling that gives a row its fields: finest place, then number, then date, then the first."""
    return min(group, key=_rank) if len(group) > 1 else group[0]


def _rank(telling: Telling) -> tuple[int, bool, bool, bool, int]:
    precision = telling.placed.spot.precision if telling.placed else "none"
    return (
        RUNGS.index(precision),
        telling.placed is not None and telling.placed.basis == "inherited",
        telling.numbers.count is None or telling.numbers.loose,
        telling.when.basis in {None, "inherited", "publication"},
        telling.order,
    )
