"""Which counts of a sentence belong to a hit: those of its clause that fit what it counts."""

from collections.abc import Sequence

from geoevents.events.event import Span
from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["counts_of", "tells_a_part"]

# Units that may be the number of an event besides the one that its subtype counts in.
_ALSO_COUNTED: dict[str, frozenset[str]] = {
    "strike": WEAPONS | {"attacks", "targets"},
    "air_defence": WEAPONS | {"targets"},
    "naval": frozenset({"ships", "missiles", "drones", "sea_drones", "aircraft"}),
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
# Of these "a" warrant or "a" helicopter beside drones is one more.
_ONE_COUNTS = frozenset({"air_defence", "legal"})
# Whatever plural these act upon are people.
_OF_PEOPLE = frozenset({"detention", "humanitarian", "legal"})


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
    by = hit.category == "air_defence" and hit.agent is not None and hit.agent.start <= count.start < hit.agent.end
    counted = count.unit in _ALSO_COUNTED.get(hit.category, ()) and not by
    return counted and (count.text.lower() not in {"a", "an"} or hit.category in _ONE_COUNTS)


def counts_of(
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
    if hit.category == "strike":
        counts = [_all_sent(c, hit) for c in counts]
    if hit.category == "air_defence" and hit.tense == "infinitive" and hit.voice == "active":
        counts = [c for c in counts if c.start > hit.trigger.start]  # "used a missile to down two drones"
    rivals = [h for h in hits if h is not hit and h.clause_index == hit.clause_index and h.category == hit.category]
    fitting = [c for c in counts if _fits(c, hit, unit)]
    spans = [hit.clause, *_participles(hit, hits, clauses)]
    inside = [
        c for c in fitting if any(s.start <= c.start < s.end for s in spans) or _listed(c, hit, hits, placed, clauses)
    ]
    if not inside:
        spans = [s for s in (hit.object, hit.subject) if s is not None]
        inside = [c for c in fitting if any(s.start <= c.start < s.end for s in spans)]
    if hit.category != "air_defence":
        inside = [c for c in inside if not _is_one_beside(c, counts)]
    if hit.category in _OF_PEOPLE and (people := _acted_on(hit, inside)):
        inside = [
            c for c in inside if c in people or c.another
        ]  # "a judge sentenced 12 students", "and another 11 in X"
    if hit.category == "protest":  # "detained 19 people at a rally"
        held = [c for h in hits if h.category == "detention" for c in _acted_on(h, inside)]
        inside = [c for c in inside if c not in held]
    if hit.category in _OF_FIRST and hit.object is not None:
        acted = [c for c in inside if hit.object.start <= c.start < hit.object.end]
        inside = [c for c in inside if c not in acted[1:] or not _joined(acted[0], c)]
    return [
        c for c in inside if all(abs(c.start - hit.trigger.start) <= abs(c.start - r.trigger.start) for r in rivals)
    ]


def _all_sent(count: Count, hit: Hit) -> Count:
    """The whole, for a verb that tells of it and not of the part: "of 103 drones [launched] at X, 89 were shot down" tells 103."""
    told_first = hit.trigger.end <= count.start or hit.reduced
    if count.of_total is None or not (count.whole or count.unit in WEAPONS) or not told_first:
        return count
    return replace(count, value=count.of_total, low=count.of_total, high=count.of_total, kind="exact")


def tells_a_part(text: str, hit: Hit) -> bool:
    """True for what a relative clause tells of some alone: "40 drones, [32 of] which were shot down", "[most of] which"."""
    start = hit.clause.start
    return hit.clause_kind == "relative" and text.endswith(" of ", 0, start) and not text.endswith(_WHOLLY, 0, start)


_WHOLLY = ("all of ", "both of ", "each of ")


def _is_one_beside(count: Count, counts: Sequence[Count]) -> bool:
    """True for the single one that is told beside many: "85 drones and [a] missile" were sent."""
    many = (c for c in counts if c.unit in WEAPONS and c.unit != count.unit and (c.value or 0) > 1)
    return count.text.lower() in {"a", "an"} and count.unit in WEAPONS and any(_joined(c, count) for c in many)


# Of "19 aircraft and seven vessels" the first number is theirs.
_OF_FIRST = frozenset({"naval", "mobilisation", "military_aid"})
_AND = 6  # letters of " and " between two things


def _joined(one: Count, other: Count) -> bool:
    return 0 < other.start - one.noun_end <= _AND


def _acted_on(hit: Hit, counts: Sequence[Count]) -> list[Count]:
    """Counts in the phrase that a hit acts on."""
    whom = hit.object if hit.voice == "active" else None
    return [c for c in counts if whom is not None and whom.start - _BEFORE <= c.start < whom.end]


_BEFORE = 4  # letters of a number that may stand before the phrase: "12 | students"


def _participles(hit: Hit, hits: Sequence[Hit], clauses: Sequence[Clause]) -> list[Span]:
    """Participle clauses of a hit's clause in which no other hit stands: "approved a package, adding 189 vessels"."""
    own = [c for c in clauses if c.kind == "participle" and c.parent == hit.clause_index]
    return [Span(c.start, c.end) for c in own if not any(h.clause.start == c.start for h in hits)]


_LIST_REACH = 60  # letters from a number in a list to its place


def _listed(count: Count, hit: Hit, hits: Sequence[Hit], placed: Sequence[Placed], clauses: Sequence[Clause]) -> bool:
    """True for a number after the clause of a hit, in no other's clause, that stands before one of its places, or that
    parts by weapon what was shot down: "57 targets: 18 missiles and 39 drones"."""
    if count.start < hit.clause.end or any(h.clause.start <= count.start < h.clause.end for h in hits):
        return False
    if hit.category == "air_defence" and count.unit in WEAPONS:
        spelt = clauses[hit.clause_index + 1 : hit.clause_index + 2]
        if any(c.connector == ":" and c.start <= count.start < c.end for c in spelt):
            return True
    return any(0 < p.mention.start - count.end <= _LIST_REACH for p in placed)
