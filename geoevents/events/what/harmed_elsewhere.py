"""The dead and injured of a second place, told in a clause without a weapon: "A raid killed six in X, and four died in Y"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.event import Span
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, may_hurt
from geoevents.events.sentence.clauses import Clause
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["is_of_elsewhere", "with_harm_elsewhere", "with_more_harmed"]

_FIRED = frozenset({"strike"})
_PRECISE, _LARGE = frozenset({"exact", "settlement", "near", "adm2", "adm1"}), frozenset({"macro_region", "country"})
_ROLES = frozenset({"literal", "reference"})
_TOLL_OF_A_WAR = 1000  # dead of no single strike
_OTHER_CAUSES = GRAMMAR["other_causes_of_harm"]


def with_harm_elsewhere(text: str, hits: Sequence[Hit], sentence: Sentence, last: Telling | None) -> list[Hit]:
    """The hits, and the strike before it once more for each clause that only counts dead or injured at another place.

    Where the sentence tells but of a power cut or the like, the strike is that of ``last``, the telling whose dead it may tell:
    "Eight people were wounded in X, where the trams stopped".
    """
    found = list(hits)
    if len(sentence.clauses) < _TWO or not sentence.mentions or not hits:
        return found
    fired = [h for h in hits if h.category in _FIRED and may_hurt(h) and h.modality == "actual"]
    goes_on = not any(may_hurt(h) for h in hits) and last is not None and last.hit.category in _FIRED
    if goes_on and last is not None and not last.is_background and last.hit.modality == "actual":
        fired = [last.hit]
    for index, clause in enumerate(sentence.clauses):
        first = next((c for c in sentence.counts if clause.start <= c.start < clause.end and _is_harm(c)), None)
        before = [h for h in fired if h.trigger.start < clause.start]
        if first is None or not before or not _is_free(text, index, sentence, hits):
            continue
        if _has_its_cause(sentence.clauses, index, hits):
            continue
        if _is_elsewhere(sentence, clause, _PRECISE, alone=goes_on):
            own = next((h for h in hits if h.clause_index == index), None)
            found = [h for h in found if h is not own]
            found.append(_again(before[-1], index, clause, first))
    return sorted(found, key=lambda h: h.trigger.start)


_MORE = frozenset({"more", "others", "another", "further"})
_SAID_AND = re.compile(
    r"(?:\b(?:said|reported|added|wrote)(?:\s+\w+day)?,\s+(?:and|while|with)|,?\s+and)\s+(?:another\s+|a\s+further\s+)?$"
)
_MORE_IN = re.compile(r"\s*(?:(?:more|others?)\s+)?(?:in|at|near|outside)\s")


def with_more_harmed(text: str, sentence: Sentence) -> Sentence:
    """The sentence with a bare number behind a speaker read as the dead before it: "12 died in X, medics said, and [ten more] in Y"."""
    whole = next((c for c in sentence.counts if _is_harm(c)), None)
    if whole is None or _MORE.isdisjoint(sentence.words):
        return sentence
    counts = [
        replace(c, unit=whole.unit)
        if c.start > whole.end
        and c.unit not in CASUALTIES
        and _SAID_AND.search(text, whole.end, c.start)
        and _MORE_IN.match(text, c.noun_end)
        else c
        for c in sentence.counts
    ]
    return replace(sentence, counts=tuple(counts))


def is_of_elsewhere(hit: Hit, count: Count, sentence: Sentence) -> bool:
    """True for dead that a later clause tells of another place than a strike's: "hit X, and three died in a crash near Y"."""
    if hit.category not in _FIRED or len(sentence.mentions) < _TWO:
        return False
    clause = next((c for c in sentence.clauses if c.start <= count.start < c.end), None)
    if clause is None or clause.kind != "main" or clause.start <= hit.trigger.start or clause.start < hit.clause.end:
        return False  # a hit that goes on has its whole sentence as its clause
    return _is_elsewhere(sentence, clause, _PRECISE | _LARGE)


_TWO = 2  # clauses and places of such a sentence, at least


def _is_harm(count: Count) -> bool:
    told = count.unit in CASUALTIES and count.value is not None and count.value < _TOLL_OF_A_WAR
    return told and not count.including and count.kind not in {"total", "subtotal", "none_reported"}


def _is_free(text: str, index: int, sentence: Sentence, hits: Sequence[Hit]) -> bool:
    """True for a clause that goes on at the level of the one before and tells no other deed than a killing by nobody."""
    clause = sentence.clauses[index]
    goes_on = clause.kind == "main" or (clause.kind == "subordinate" and clause.connector in {"while", "whereas"})
    if not goes_on and not text.startswith(_ALSO, clause.start):
        return False
    own = [h for h in hits if h.clause_index == index]
    mere = all(h.subtype == "attack" and h.weight <= _MERELY_KILLED and h.agent is None for h in own)
    words = lowered(text)[clause.start : clause.end]
    for count in sentence.counts:  # "a second strike killed [three militants]"
        if clause.start <= count.start < clause.end and _is_harm(count):
            words = words.replace(lowered(text)[count.start : count.noun_end], " ")
    return mere and _OTHER_CAUSES.isdisjoint(words.replace(",", " ").split())


_ALSO = ("that also ", "which also ")  # "three died in Y | in strikes [that also] wounded 24 people in Z"


def _has_its_cause(clauses: Sequence[Clause], index: int, hits: Sequence[Hit]) -> bool:
    """True where the clause behind tells what killed them: "and in Y three died | when a drone hit their car"."""
    after = index + 1
    if after >= len(clauses) or clauses[after].connector not in {"when", "after", "as"}:
        return False
    return any(h.clause_index == after and may_hurt(h) for h in hits)


_MERELY_KILLED = 0.3  # weight of "nine were killed", which tells no weapon


def _is_elsewhere(sentence: Sentence, clause: Clause, sizes: frozenset[str], *, alone: bool = False) -> bool:
    """True for a clause with places of its own, none of them told before it; ``alone``: there need be none before."""
    inside = [m for m in sentence.mentions if clause.start <= m.start < clause.end and m.role in _ROLES]
    here = {m.place.id for m in inside if m.spot is not None and m.spot.precision in sizes and m.place is not None}
    before = _places_before(sentence, clause)
    return bool(here) and (alone or bool(before)) and not here & before


def _places_before(sentence: Sentence, clause: Clause) -> set[str]:
    """The places told before a clause, with the areas that they lie in."""
    named = [m.place for m in sentence.mentions if m.start < clause.start and m.role in _ROLES and m.place]
    return {p.id for p in named} | {p.admin1_id for p in named if p.admin1_id}


def _again(hit: Hit, index: int, clause: Clause, count: Count) -> Hit:
    """A hit told again by another clause of its sentence."""
    return replace(
        hit, trigger=Span(count.start, count.end), clause=Span(clause.start, clause.end), clause_index=index,
        clause_kind=clause.kind, subject=None, object=None, agent=None, object_is_place=False, topic=None, reduced=False,
    )  # fmt: skip
