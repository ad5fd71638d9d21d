"""Which places of the other clauses of its sentence a hit has, where its own names none."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import Place
from geoevents.events.sentence.clauses import Clause
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.harm_told import opens_toll
from geoevents.events.what.hit import Hit
from geoevents.events.where.doers import of_the_doer
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.finer_places import without_coarse
from geoevents.events.where.in_which import ON_THE_GROUND, in_which
from geoevents.events.where.locatives import MUCH_OF, THERE, is_locative, with_group
from geoevents.events.where.own_clause import chained, places_in_clause
from geoevents.events.where.parted import counts_apart, of_its_part
from geoevents.events.where.reasons import stirs_up
from geoevents.words import patterns_of

__all__ = ["finer_behind", "places_of_others"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")


def places_of_others(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """Locative places of governing and neighbouring clauses of the sentence that no other hit owns.

    What stands in a relative clause or in what somebody says or fears belongs to that clause alone.
    """
    eligible = of_its_part(text, hit, eligible, clauses)
    taken = {m.start for other in hits if other is not hit for m in places_in_clause(text, other, eligible, hits)}
    if (
        there := _where(hit, clauses, eligible)
        or _there(text, hit, eligible, hits)
        or in_which(text, hit, eligible, clauses, hits)
    ):
        return there
    if hit.subject is not None and _IN_RETURN.search(lowered(text), hit.clause.start, hit.clause.end):
        return []
    if told := _where_it_struck(text, hit, eligible, clauses, hits):
        return told
    if _is_asked_for(hit, clauses, hits):
        return []
    if _is_apart(hit, clauses):
        return _just_before(text, hit, eligible) or _where_its_noun_stands(text, hit, eligible, clauses, hits)
    open_clauses = [
        c
        for n, c in enumerate(clauses)
        if (n <= hit.clause_index and (n == hit.clause_index or c.kind != "relative"))
        or (_goes_on(c) and not (c.kind == "main" and _ends_at_its_clause(hit, c)))
    ]
    open_clauses = [c for c in open_clauses if c.kind != "participle" or not stirs_up(text, c.start)]
    near = [m for m in eligible if any(c.start <= m.start < c.end for c in open_clauses)]
    near = without_coarse(text, near)  # "hit X, in the Y region, and killed six"
    free = [m for m in near if m.start not in taken and is_locative(text, m, _clause_start(m, clauses))]
    shared = of_the_doer(hit, [m for m in near if m.start in taken and _same_telling(text, hit, m, hits)], hits)
    if free and not (all(map(_is_area, free)) and any(not _is_area(m) for m in shared)):
        return chained(text, without_coarse(text, free), eligible)
    if counts_apart(text, hit):
        return []
    told = [m for m in shared if not free or not _is_area(m)] or _at_head(text, hit, near, clauses)
    return told or _of_sufferer(text, hit, near, clauses)


_BECAUSE = frozenset({"when", "after", "as"})


# "[X] had one killed when a rocket hit a house", "Much of [X] was dark after a shell hit a power line"
def _of_sufferer(text: str, hit: Hit, near: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """The town that the clause before is about, for what hit it: it stands there as a place, not for those who govern it."""
    before = hit.clause_index - 1
    if hit.category not in ON_THE_GROUND or before < 0 or clauses[hit.clause_index].connector not in _BECAUSE:
        return []
    while before > 0 and clauses[before].connector == "and":
        before -= 1  # "[X] had one killed | and nine injured | when"
    start = clauses[before].start
    told = [m for m in near if m.role == "literal" and not _is_area(m) and MUCH_OF.fullmatch(text, start, m.start)]
    return with_group(told[:1], near)


def _where_it_struck(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """The places of the relative clause that the verb's own subject stands before: "A missile that hit a house in [X] | killed 16"."""
    before = hit.clause_index - 1
    if hit.category != "strike" or hit.clause_kind != "main" or before < 0 or clauses[before].kind != "relative":
        return []
    if clauses[hit.clause_index].connector != ",":
        return []
    struck = [h for h in hits if h.clause_index == before and h.category == hit.category]
    if struck or any(h.clause_index == before for h in hits):
        return places_in_clause(text, struck[-1], eligible, hits) if struck else []
    told = [m for m in eligible if clauses[before].start <= m.start < clauses[before].end]
    return chained(text, [m for m in told if _STRUCK_AT.search(text, clauses[before].start, m.start)], eligible)


# "A missile | that caught recruits at a camp in [X] | left twelve dead", not "that had been launched from [X]"
_STRUCK_AT = re.compile(r"\b(?:in|at|on|near|outside|over|into)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$")


def _there(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """The place of what the sentence told before "there": "In A, troops entered [X] and shot ten men there"."""
    before = [h for h in hits if h.clause_index < hit.clause_index]
    if not before or THERE.search(lowered(text), hit.clause.start, hit.clause.end) is None:
        return []
    return next((found for h in reversed(before) if (found := places_in_clause(text, h, eligible, hits))), [])


def _is_area(mention: Mention) -> bool:
    """True for a region or a country, which holds finer places."""
    return mention.spot is not None and mention.spot.precision not in PINNED


_AND_DOES = re.compile(r"and\s+(?:also\s+|then\s+)?(?:was|were|is|are|had|has|have|will|[a-z]+ed|tr(?:y|ies))\b")


def finer_behind(
    text: str,
    hit: Hit,
    chosen: Sequence[Mention],
    clauses: Sequence[Clause],
    eligible: Sequence[Mention],
    hits: Sequence[Hit],
) -> Sequence[Mention]:
    """The place in an area that the same doers act at next: "In the X region they opened an offensive and were moving near [Y]"."""
    after = hit.clause_index + 1
    if len(chosen) != 1 or not _is_area(chosen[0]) or after >= len(clauses):
        return chosen
    clause, area = clauses[after], chosen[0].place
    goes_on = chosen[0].end <= hit.trigger.start and _AND_DOES.match(text, clause.start) is not None
    goes_on = goes_on or _kills_there(text, hit, clause)
    if not goes_on or any(h.clause_index == after for h in hits) or area is None:
        return chosen
    inside = [m for m in eligible if clause.start <= m.start < clause.end and is_locative(text, m, clause.start)]
    held = [m for m in inside if not _is_area(m) and m.place is not None and _holds(area, m.place)]
    return with_group(held[:1], held) or chosen


_COUNTS = re.compile(rf"\d|\b(?:dozens|hundreds|scores|{spelled(2, 12)})\b")


def _kills_there(text: str, hit: Hit, clause: Clause) -> bool:
    """True for the toll or the target, with its town, of an attack on an area that nothing counts: "attacked X with drones, |
    killing six in Y", "its first strike in X, | sending jets against Y", "bombed the X region, | wrecking a school in Y"."""
    verb = text[clause.start : clause.end].split(maxsplit=1)[0].lower()
    told = _AIMING.fullmatch(verb) is not None or verb in _WRECKING
    toll = clause.kind == "participle" and (told or opens_toll(text, clause.start, clause.end))
    return toll and hit.category == "strike" and not _COUNTS.search(text, hit.clause.start, hit.clause.end)


_WRECKING = GRAMMAR["burning_verbs"] | GRAMMAR["hitting_verbs"]


_AIMING = re.compile(rf"(?:{_ANY['aiming']})")


def _holds(area: Place, place: Place) -> bool:
    """True for a place that lies in a region or country."""
    if area.kind == "country":
        return place.country == area.country
    return area.id == place.admin1_id or area.name in {place.admin1, place.admin2}


# "A freed four women in X and B released 200 prisoners in return": each at home.
_IN_RETURN = re.compile(r"\bin\s+(?:return|exchange|response|retaliation|reply|turn)\b(?!\s+(?:for|to)\b)")
_OPENS = re.compile(r"(?:In|At|Near|Outside)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?")


def _at_head(text: str, hit: Hit, near: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """The place that opens the sentence, for what a clause behind tells: "In [X] a curfew was set after crowds set fire"."""
    if hit.category in ACTS or not clauses or hit.clause_index == 0:
        return []
    first = [m for m in near if clauses[0].start <= m.start < clauses[0].end]
    head = [m for m in first if _OPENS.fullmatch(text, clauses[0].start, m.start)]
    return with_group(head[:1], near)


def _ends_at_its_clause(hit: Hit, later: Clause) -> bool:
    """True where a later main clause tells of something else: after an act of state, and after "but"."""
    return hit.category in ACTS or later.connector == "but"


def _clause_start(mention: Mention, clauses: Sequence[Clause]) -> int:
    """Where the clause of a place begins: no preposition before that carries it ("struck on the A, and B closed")."""
    return next((c.start for c in clauses if c.start <= mention.start < c.end), 0)


def _where(hit: Hit, clauses: Sequence[Clause], eligible: Sequence[Mention]) -> list[Mention]:
    """The place that a clause with "where" tells about: the last one named before it, or the list that ends there."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    if clause is None or clause.connector != "where":
        return []
    before = [m for m in eligible if m.end <= clause.start and m.role == "literal"]
    return with_group(before[-1:], eligible)


def _is_apart(hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for a relative clause and for one about another time: what stands around it tells another event."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    return clause is not None and (
        clause.kind == "relative"
        or clause.connector in {"since", "before", "until", "where"}
        or (clause.connector in {"after", "having"} and hit.category in _OWN_PLACES)
    )


def _is_asked_for(hit: Hit, clauses: Sequence[Clause], hits: Sequence[Hit]) -> bool:
    """True for what an act of state asks of others: "voted in X to demand | that troops withdraw" is no withdrawal from X."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    asked = clause is not None and clause.connector == "that" and hit.modality == "planned" and hit.category not in ACTS
    return asked and any(h.category == "diplomacy" and h.clause_index == hit.clause_index - 1 for h in hits)


_OWN_PLACES = ACTS | {"naval"}  # "hit X, a day | after a ship was sunk": that was at sea
_BESIDE_CLAUSE = 24  # letters between a place and the relative clause that tells about it: "X, part of which"


def _just_before(text: str, hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The place that a relative clause is about, right before it."""
    before = [m for m in eligible if m.end <= hit.clause.start]
    about = hit.clause_kind == "relative" or text[hit.clause.start :][:6].lower() == "where "
    near = before[-1:] if about else []
    return [m for m in near if hit.clause.start - m.end <= _BESIDE_CLAUSE]


def _where_its_noun_stands(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """The places of the clause before, which tells nothing itself: "In [X], people were woken by blasts that tore off a roof"."""
    index = hit.clause_index - 1
    if hit.category in ACTS or hit.clause_kind != "relative" or index < 0 or index >= len(clauses) - 1:
        return []
    while index >= 0 and clauses[index].kind != "relative" and not any(h.clause_index == index for h in hits):
        before = clauses[index]
        near = [m for m in eligible if before.start <= m.start < before.end and is_locative(text, m, before.start)]
        if near:
            return chained(text, without_coarse(text, near), eligible)
        if before.kind == "main":
            break
        index -= 1  # "Rescuers in [X] ended their search | after recovering bodies from a block | that collapsed"
    return []


def _goes_on(clause: Clause) -> bool:
    """True for a clause whose places may be those of another one; what lies before or behind it in time may not."""
    if clause.kind == "subordinate":
        return clause.connector in {"when", "where", "while", "as", "whereas"}
    return clause.kind in {"main", "participle"}


_AND_THEN = re.compile(r"\band\s+then\b")


def _same_telling(text: str, hit: Hit, mention: Mention, hits: Sequence[Hit]) -> bool:
    """True where a hit of the same category in the sentence has the place: "struck X, killing four"."""
    return any(
        h is not hit
        and (h.category == hit.category or {h.category, hit.category} <= ON_THE_GROUND or _stops_it(hit, h))
        and h.clause.start <= mention.start < h.clause.end
        and not _is_done_next(hit, h)
        and not (hit.voice == "noun" and _AND_THEN.search(text, hit.trigger.end, mention.start))
        for h in hits
    )


def _stops_it(hit: Hit, attack: Hit) -> bool:
    """True for what was shot down of an attack told before in the sentence: "17 drones attacked X and 11 were downed"."""
    pair = hit.category == "air_defence" and attack.category in {"strike", "naval"}
    return pair and attack.trigger.end < hit.trigger.start and (hit.voice == "passive" or hit.subject is None)


def _is_done_next(hit: Hit, other: Hit) -> bool:
    """True for what somebody else does after it: "A attacked border posts, and B closed the crossing"."""
    after = other.clause_index > hit.clause_index and other.clause_kind == "main"
    return after and other.subject is not None and other.voice == "active" and other.subject != hit.subject
