"""How many dead and injured belong to a hit, and where a sentence says that nobody was hurt."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.event import Span
from geoevents.events.howmany.counted import Count
from geoevents.events.sentence.clauses import Clause
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Numbers, Placed
from geoevents.events.what.hit import Hit
from geoevents.values import dataclass, replace

__all__ = [
    "CARRIES_CASUALTIES",
    "CASUALTIES",
    "OF_GRID",
    "Casualties",
    "MAY_SAY_NONE_HURT",
    "casualties",
    "casualties_by_place",
    "may_hurt",
    "none_hurt",
    "with_casualties",
]

CASUALTIES = ("killed", "injured")
# Categories whose tellings carry the casualties of a sentence.
CARRIES_CASUALTIES = frozenset(
    {"strike", "ground_combat", "naval", "air_defence", "infrastructure", "protest", "other"}
)


# What hurts nobody by itself: the dead of the next sentence are not of a power cut or a decree.
_HARMLESS = frozenset(
    {"outage", "restored", "closure", "disruption", "emergency_rule", "government", "election", "secession", "annexation",
     "mourning"}
)  # fmt: skip


def may_hurt(hit: Hit) -> bool:
    """True for what a later sentence may tell the dead and injured of."""
    return hit.category in CARRIES_CASUALTIES and hit.subtype not in _HARMLESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """The counts of killed and injured that belong to a hit."""

    killed: Count | None = None
    injured: Count | None = None


_UNHURT = Casualties()


def casualties(
    hit: Hit, *, counts: Sequence[Count], hits: Sequence[Hit], clauses: Sequence[Clause] = (), text: str = ""
) -> Casualties:
    """Killed and injured told with a hit: those of its sentence that are nearest to it among the hits that carry any."""
    told = [c for c in counts if c.value is not None and c.unit in CASUALTIES and not c.including]
    if not told:
        return _UNHURT
    bearers = [h for h in hits if h.category in CARRIES_CASUALTIES and h.modality in {"actual", "planned"}]
    bearers = [h for h in bearers if h.subtype not in OF_GRID and h.subtype not in _OF_OFFICE]
    bearers = [h for h in bearers if h.subtype != _CEREMONY] or bearers
    takers = [h for h in hits if h.category == "control_change" and h.modality == "actual"]
    if takers:
        told = [c for c in told if hit in takers or not any(_has_killed(h, c, bearers, clauses) for h in takers)]
    if hit in takers:
        told = [c for c in told if _has_killed(hit, c, bearers, clauses)]
        bearers = takers
    found: dict[str, Count] = {}
    for count in sorted(told, key=lambda c: not hit.clause.start <= c.start < hit.clause.end):  # its own clause first
        if count.unit and _nearest_bearer(count, bearers, clauses, text) is hit and not _of_another(count, hit):
            found.setdefault(count.unit, count)
    return Casualties(killed=found.get("killed"), injured=found.get("injured"))


def _has_killed(taker: Hit, count: Count, bearers: Sequence[Hit], clauses: Sequence[Clause]) -> bool:
    """True for the dead of those who took a place, where no other deed of the clause, or of the sentence, may have them."""
    rivals = [h for h in bearers if h.clause_index in {taker.clause_index, taker.clause_index + 1}]
    if rivals:
        return False
    if not bearers and _died_when(count, taker, clauses):
        return True
    if not _goes_on_to_kill(count, taker, clauses):
        return False
    return not bearers or clauses[taker.clause_index + 1].kind == "participle"


def _died_when(count: Count, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for the dead of the clause before the one in which a place was taken: "30 were killed | when rebels overran X"."""
    own = hit.clause_index
    if own == 0 or own >= len(clauses) or clauses[own].connector != "when":
        return False
    return clauses[own - 1].start <= count.start < clauses[own - 1].end


def _goes_on_to_kill(count: Count, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for the dead whom those who took a place killed there: "captured X, | killing 30 people", "overran X | and killed 30"."""
    after = hit.clause_index + 1
    if after >= len(clauses) or not clauses[after].start <= count.start < clauses[after].end:
        return False
    return clauses[after].kind == "participle" or clauses[after].connector == "and"


def _of_another(count: Count, hit: Hit) -> bool:
    """True for the dead of another clause than that of what was shot down: "said 26 people were killed and that it downed five jets"."""
    return hit.category == "air_defence" and not hit.clause.start <= count.start < hit.clause.end


OF_GRID = frozenset({"outage", "restored", "disruption"})  # no power cut kills those told beside it
_OF_OFFICE = frozenset(
    {"government", "election", "annexation", "secession"}
)  # "a call to resign, three die in protests"
_CEREMONY = "mourning"  # the dead of something else


def casualties_by_place(text: str, counts: Sequence[Count], placed: Sequence[Placed]) -> list[Casualties] | None:
    """Casualties of each place where a sentence tells them one by one ("six died in A and four in B"), else None.

    A place behind a verb of its own may have none: "killing a woman in A and damaging a port in B".
    """
    if len(placed) < 2:
        return None
    found: list[Casualties] = []
    each: list[Count] = []
    spared = []
    told_at = {p.mention.start: _told_at(text, p, placed) for p in placed}
    for place in placed:
        others = [p.mention for p in placed if p.mention.start < place.mention.start]
        since = max((told_at[m.start] for m in others), default=-1)
        near = [c for c in counts if c.value is not None and since < c.start < told_at[place.mention.start]] or each
        each = [c for c in near if c.distributive]  # "one each in A and B"
        before = [c for c in near[:-1] if found and _OTHERWISE.search(lowered(text), c.noun_end, near[-1].start)]
        if before:
            found[-1] = _with_more(found[-1], before)
            near = [c for c in near if c not in before]
        killed = next((c for c in near if c.unit == "killed"), None)
        injured = next((c for c in near if c.unit == "injured"), None)
        found.append(Casualties(killed=killed, injured=injured))
        last = max((m.end for m in others), default=None)
        spared.append(last is not None and _OWN_VERB.search(text, last, place.mention.start) is not None)
    told = [bool(c.killed or c.injured) for c in found]
    all_told = all(t or s for t, s in zip(told, spared, strict=True))
    return found if told[0] and all_told else None


def _told_at(text: str, place: Placed, placed: Sequence[Placed]) -> int:
    """Where the numbers of a place stand before: its name, or the "there" that comes back to it before the next name."""
    start, end = place.mention.start, place.mention.end
    following = min((p.mention.start for p in placed if p.mention.start > start), default=None)
    there = text.find(" there ", end, following) if following is not None else -1
    return there if there > 0 else start


# "three were killed in A and eight injured, while | one was injured in B": the eight are of A
_OTHERWISE = re.compile(r";|\b(?:while|whereas)\b")


def _with_more(hurt: Casualties, counts: Sequence[Count]) -> Casualties:
    """The casualties of a place with those that are told after its name, where it has none of their kind."""
    killed = next((c for c in counts if c.unit == "killed"), None)
    injured = next((c for c in counts if c.unit == "injured"), None)
    return Casualties(killed=hurt.killed or killed, injured=hurt.injured or injured)


_OWN_VERB = re.compile(r"\b(?:and|while|but)\s+(?:\w+ly\s+)?(?:\w+ing|\w+ed|hit|struck|set)\b")


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
    r"|\b(?:no|without|zero)\s+(?:any\s+)?(?:casualties|injuries|deaths|victims)\b(?!\s+(?:were|was|had been)\s+(?:\w+\s+)?reported)"
)
_UNREPORTED = re.compile(
    r"\b(?:not|n[o']t|no)\s+(?:\w+\s+){0,3}?(?:report|reports|reported|mention|give|gave|say|word|information|details)"
    r"\s+(?:\w+\s+){0,3}?(?:casualties|injuries|deaths|victims)\b"
    r"|\b(?:no|without)\s+(?:casualties|injuries|deaths|victims)\s+(?:were|was|had been)\s+(?:\w+\s+)?reported\b"
)


def none_hurt(text: str, start: int, end: int, numbers: Numbers) -> Numbers:
    """Numbers with nought killed and injured where ``text[start:end]`` says so; ``none_reported`` where nothing is told."""
    unreported = _UNREPORTED.search(lowered(text), start, end)
    if unreported is not None:
        kind = numbers.kind if numbers.count is not None or numbers.killed is not None else "none_reported"
        return replace(numbers, kind=kind, hurt_span=numbers.hurt_span or Span(*unreported.span()))
    nobody = _NOBODY.search(lowered(text), start, end)
    if nobody is None or numbers.killed is not None:
        return numbers
    told = 0 if numbers.injured is None else numbers.injured
    return replace(numbers, killed=0, injured=told, hurt_span=numbers.hurt_span or Span(*nobody.span()))


_HANGING = frozenset({"participle", "relative"})


_AND_HURT = re.compile(rf"and\s+(?:also\s+)?(?:{'|'.join(sorted(GRAMMAR['killing_verbs']))})\b")


def _nearest_bearer(count: Count, bearers: Sequence[Hit], clauses: Sequence[Clause], text: str) -> Hit | None:
    """The hit that a casualty figure belongs to: of its clause, of what its participle hangs on, else the nearest trigger."""
    own = next((c for c in clauses if c.start <= count.start < c.end), None)
    hangs = own is not None and (own.kind in _HANGING or own.connector == "where")
    # "a bomb killed 57 | and wounded 119, | while a mine killed six"
    hangs = hangs or (own is not None and own.connector == "and" and _AND_HURT.match(text, own.start) is not None)
    return min(
        bearers,
        key=lambda h: (
            not h.clause.start <= count.start < h.clause.end or _is_behind(h, count),
            hangs and h.trigger.start > count.start,  # "hit X, killing 20 people, and shells fell on Y"
            h.clause_kind == "main" and h.clause.start > count.start,  # "what hit X killed 16; nine more died in Y"
            h.category == "air_defence"
            or h.subtype == "fire",  # what was shot down hurts nobody where something else hit
            abs(h.trigger.start - count.start),
        ),
        default=None,
    )


def _is_behind(hit: Hit, count: Count) -> bool:
    """True for the second participle of a clause, whose first one killed: "hit X, killing four people and [damaging] a ship"."""
    return (
        hit.clause_kind == "participle" and hit.voice != "noun" and hit.clause.start <= count.start < hit.trigger.start
    )
