"""A number that another side gives: "Rebels said 40 soldiers had died in X.  The army said it had lost three"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.categories import FIGHTING
from geoevents.events.howmany.counted import Count
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.who.claim import Claim
from geoevents.values import replace

__all__ = ["told_otherwise"]

_REACH = 2  # sentences from a deed to the number that another side gives for it
_WEAK = 0.45  # weight of words that tell of killing and nothing else
# "put the number at nine", "a figure the office put at one"
_PUT_AT = re.compile(
    r"\bput(?:s)?\s+(?:(?:the|that|this|its)\s+(?:number|figure|toll|count)\s+)?at\s+(?:just\s+|only\s+|about\s+)?$"
)
# of another time or another deed
_APART = re.compile(
    r"\b(?:since|so\s+far|total|altogether|in\s+all|overall|another|more|also|elsewhere|separate(?:ly)?|other|others|earlier|later|this\s+(?:year|month|week)|war|conflict)\b"
)


def told_otherwise(text: str, sentence: Sentence, before: Sequence[Telling]) -> list[Telling]:
    """The last deed with dead that somebody claimed, where the sentence has another number of somebody else for it: that one
    as claimant too, and the number within the bounds of the count.
    """
    if not sentence.claims or not sentence.counts or not before:
        return []
    last = next((t for t in reversed(before) if t.numbers.killed is not None), None)
    if last is None or not _may_be_answered(last, sentence):
        return []
    for claim in sentence.claims:
        count = _count_of(text, claim, sentence, last)
        if count is None or count.value is None or not _is_another(claim, last):
            continue
        hurt = last.numbers.casualty
        if hurt is None or (hurt.value or 0) < 2 or hurt.value is None or hurt.own or hurt.unit != "killed":
            return []
        bounds = (hurt.value, hurt.low or hurt.value, hurt.high or hurt.value, count.value)
        wide = replace(hurt, low=min(bounds), high=max(bounds)) if count.value != hurt.value else hurt
        numbers = replace(last.numbers, casualty=wide)
        return [replace(last, claims=(*last.claims, claim), numbers=numbers)]
    return []


def _may_be_answered(last: Telling, sentence: Sentence) -> bool:
    """True for a claimed deed of a sentence or two before, where this one tells of no other fighting and names no other place."""
    near = (
        last.segment.section == sentence.segment.section and 0 <= sentence.segment.index - last.segment.index <= _REACH
    )
    if not near or not last.claims or last.stance == "denies" or last.is_background or last.is_aggregate:
        return False
    if last.segment.index == sentence.segment.index:
        return True
    if any(h.category in FIGHTING and h.modality == "actual" and h.weight > _WEAK for h in sentence.hits):
        return False
    speakers = [(c.speaker_start, c.speaker_end) for c in sentence.claims]
    return all(
        m.role != "literal" or m.spot is None or any(a <= m.start < b for a, b in speakers) for m in sentence.mentions
    )


def _count_of(text: str, claim: Claim, sentence: Sentence, last: Telling) -> Count | None:
    """The number of dead that a claim gives."""
    low = lowered(text)
    if claim.modality not in {"says", "confirms", "announces"} or claim.anaphoric or claim.act:
        return None
    if claim.verb_start < last.hit.trigger.end or _APART.search(low, claim.verb_start, sentence.segment.end):
        return None
    told = [
        c
        for c in sentence.counts
        if claim.verb_start < c.start <= claim.scope_end or claim.scope_start <= c.start < claim.scope_end
    ]
    if last.segment.index == sentence.segment.index:
        return next(
            (c for c in told if c.start > claim.verb_start and _PUT_AT.search(low, claim.verb_start, c.start)), None
        )
    own = last.numbers.casualty is not None and last.numbers.casualty.noun in _SOLDIERS
    for count in told:
        mine = (
            count.own and own and count.unit == "killed"
        )  # "40 soldiers had died …  The army said three of its men were killed"
        weighed = count.unit == "killed" and _WEIGHED.search(low, claim.verb_start, count.start) is not None
        if mine or weighed or _PUT_AT.search(low, claim.verb_start, count.start):
            return count
    return None


_SOLDIERS = frozenset({"soldier", "serviceman", "troop", "policeman", "marine", "trooper", "ranger"})
_WEIGHED = re.compile(r"\b(?:toll|number|figure|spoke\s+of|losses|deaths?\s+of)\b")


def _is_another(claim: Claim, last: Telling) -> bool:
    """True for a speaker that is not among those who told the deed."""
    who = claim.claimant
    return all(
        c.claimant.name != who.name and (who.country is None or c.claimant.country != who.country) for c in last.claims
    )
