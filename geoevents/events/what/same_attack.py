"""Whether a noun of a sentence only tells more of an attack that another hit tells: whose the ground is, its toll, its place."""

import re

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.harm_told import opens_toll
from geoevents.events.what.hit import GENERIC, Hit, Told
from geoevents.events.who.actor_words import LIGHT_VERBS

__all__ = [
    "burns_from",
    "is_convoy_hit",
    "is_harm_in",
    "is_on_the_way",
    "is_sheltered",
    "is_spelt_out_there",
    "is_toll_of",
    "only_carries",
    "only_counts",
    "only_tells_whose",
    "tells_how",
]


def only_tells_whose(hit: Hit, other: Hit, told: Told) -> bool:
    """True for who holds the ground that an attack is on: "a strike on a village [under the control of] rebels killed nine"."""
    if hit.voice != "noun" or other.category not in ATTACKS or other.clause_index != hit.clause_index:
        return False
    if other.voice != "noun" and any(s and s.start <= hit.trigger.start < s.end for s in (other.subject, other.object)):
        return True
    words = told.text[max(hit.clause.start, hit.trigger.start - 30) : hit.trigger.start].lower().split()
    return bool(words) and words[-1] in GRAMMAR["grounds_held"] and "with" not in words


def is_toll_of(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the noun that a toll ends with: "raids pounded X, | killing 20 in a second night of [bombardment]"."""
    if hit.voice != "noun" or hit.clause_kind != "participle" or hit.category not in ATTACKS:
        return False
    return (
        opens_toll(told.text, hit.clause.start, hit.trigger.start)
        and other.category in ATTACKS
        and other.clause_index == hit.clause_index - 1
        and not any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in told.mentions)
    )


def is_spelt_out_there(hit: Hit, other: Hit, told: Told) -> bool:
    """True for an attack that the clause behind its place tells: "the [attack] occurred in X, | where fighters stormed a post"."""
    told_next = hit.voice == "noun" and other.clause_index == hit.clause_index + 1 and other.voice != "noun"
    return (
        told_next
        and other.category in ATTACKS
        and other.modality == "actual"
        and other.tense != "pluperfect"
        and told.text.startswith("where ", other.clause.start)
        and not GRAMMAR["happening"].isdisjoint(told.text[hit.trigger.end : hit.clause.end].lower().split()[:3])
    )


def only_carries(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the verb that carries an attack whose aim a participle tells: "[carried out] a strike | targeting X"."""
    carries = hit.voice == "active" and other.voice == "active" and hit.clause_index == other.clause_index
    if not carries or other.category not in ATTACKS or hit.trigger.end > other.trigger.start:
        return False
    aim, verb = (lowered(told.text)[h.trigger.start : h.trigger.end].split(maxsplit=1)[0] for h in (other, hit))
    return aim == "targeting" and verb in LIGHT_VERBS


def is_convoy_hit(hit: Hit, other: Hit, told: Told) -> bool:
    """True for aid that an attack is aimed at: "a convoy of trucks [carrying] food was shelled" brings none."""
    return (
        hit.subtype == "aid_delivery"
        and other.category in ATTACKS
        and other.object is not None
        and other.object.start <= hit.trigger.start < other.object.end
    )


_IN_A = re.compile(r"\bin\s+(?:an?|the|two|several|what)\s+(?:[\w-]+\s+){0,3}$")


def is_harm_in(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the harm of an attack that the verb behind it names: "[killed] six soldiers and destroyed a car | in an ambush near X"."""
    named_next = other.voice == "noun" and 0 < other.clause_index - hit.clause_index <= _PAST_ASIDE
    if not named_next or hit.voice != "active" or not hit.weight <= GENERIC < other.weight:
        return False
    if other.category not in ATTACKS or not opens_toll(told.text, hit.trigger.start, hit.trigger.end):
        return False
    between = lowered(told.text)[hit.trigger.end : other.trigger.start]
    if _DONE.isdisjoint(between.split()) or not _IN_A.search(between):
        return False
    return not any(m.spot is not None and hit.clause.start <= m.start < other.trigger.start for m in told.mentions)


_DONE = GRAMMAR["burning_verbs"] | GRAMMAR["killing_verbs"]


def is_sheltered(hit: Hit, other: Hit, told: Told) -> bool:
    """True for who lives where an attack struck: "killed 15 people at a school | [sheltering] families in X"."""
    if hit.subtype != "displacement" or other.category not in ATTACKS or other.modality != "actual":
        return False
    word = told.text[hit.trigger.start : hit.trigger.end].split(maxsplit=1)[0]
    before = told.text[hit.clause.start : hit.trigger.start].split()
    return word.endswith("ing") and bool(before) and before[-1] not in _BEING


_BEING = frozenset({"is", "are", "was", "were", "been"})


_TIMES = re.compile(
    rf"\bin\s+(?:(?:\d+|{spelled(2, 12)}|several|multiple)\s+)?(?:separate|simultaneous|successive|different|coordinated)\s+$"
)


def only_counts(hit: Hit, other: Hit, told: Told) -> bool:
    """True for how often the deed of the same clause was done: "drones killed two in X | in two separate [attacks]"."""
    if (
        hit.voice != "noun"
        or other is hit
        or other.clause_index != hit.clause_index
        or other.category not in _DONE_BY_ARMS
    ):
        return False
    behind = other.trigger.end <= hit.trigger.start and other.voice != "noun" and other.weight > hit.weight
    return behind and _TIMES.search(lowered(told.text), hit.clause.start, hit.trigger.start) is not None


_DONE_BY_ARMS = ATTACKS | {"naval"}


_AS_IT = re.compile(r"(?:as|while|when)\s+(?:it|they|he|she)\s")


def is_on_the_way(hit: Hit, other: Hit, told: Told) -> bool:
    """True for where those attacked were going: "a convoy was ambushed | [as it drove] into X" takes no ground."""
    before = other.category in _DONE_BY_ARMS and other.clause_index == hit.clause_index - 1
    return before and hit.subtype == "advance" and _AS_IT.match(lowered(told.text), hit.clause.start) is not None


def tells_how(hit: Hit, other: Hit, told: Told) -> bool:
    """True for how one of the dead fell: "shells killed four in X, among them a nurse | [who was hit] by shrapnel"."""
    return (
        hit.clause_kind == "relative"
        and hit.voice == "passive"
        and told.text.startswith(("who was ", "who were "), hit.clause.start)
        and other.category in _DONE_BY_ARMS
        and other.clause_index == hit.clause_index - 1
        and not any(m.spot is not None and hit.clause.start <= m.start < hit.clause.end for m in told.mentions)
    )


def burns_from(hit: Hit, other: Hit, told: Told) -> bool:
    """True for the fire or ruin that a strike of the same clause made: "a tank caught fire in X after a drone attack"."""
    distance = hit.clause_index - other.clause_index
    behind = (
        hit.clause_kind == "participle" and distance == _PAST_ASIDE
    )  # "hit a depot, which feeds X, [causing a fire]"
    if other.category != "strike" or (abs(distance) > 1 and not behind):
        return False
    fell = hit.subtype == "collapse" and hit.subject is not None and other.trigger.start > hit.trigger.start
    return hit.subtype == "fire" or (
        fell and GRAMMAR["works_of_note"].isdisjoint(told.text[hit.clause.start : hit.clause.end].lower().split())
    )


_PAST_ASIDE = 2  # clauses from a strike to what it made behind a relative clause
