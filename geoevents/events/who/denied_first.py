"""A denial that no claim stands before tells what it denies: "denied carrying out the strike on X", "said it had not shelled Y"."""

import re
from collections.abc import Sequence

from geoevents.events.categories import FIGHTING
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.who.answered import DENIABLE, REACH_SENTENCES
from geoevents.events.who.claim import Claim
from geoevents.events.who.disowned import disowned_at
from geoevents.events.who.side_kinds import kind_of_side
from geoevents.values import replace

__all__ = ["denied_first", "is_denial"]


def denied_first(text: str, sentence: Sentence, before: Sequence[Telling]) -> Sentence:
    """A sentence whose denials tell the deed that they name with its place, where nobody is told to have done it ``before``."""
    if not sentence.claims or not any(h.category in DENIABLE for h in sentence.hits) or _is_answer(sentence, before):
        return sentence
    hits, claims = list(sentence.hits), list(sentence.claims)
    for k, claim in enumerate(claims):
        named = [h for h in hits if h.category in DENIABLE and _is_said(text, claim, h) and _names_place(h, sentence)]
        if not named:
            continue
        denier = replace(claim.claimant, stance="denies")
        claims[k] = replace(claim, modality="denies", claimant=denier, anaphoric=False)
        hits = [replace(h, modality="actual") if h in named else h for h in hits]
    return replace(sentence, hits=tuple(hits), claims=tuple(claims))


def _is_answer(sentence: Sentence, before: Sequence[Telling]) -> bool:
    """True where a deed was told shortly before, which a denial here would answer."""
    here = sentence.segment
    return any(
        t.segment.section == here.section
        and here.index - t.segment.index <= REACH_SENTENCES
        and t.hit.category in DENIABLE
        for t in before
    )


def _is_said(text: str, claim: Claim, hit: Hit) -> bool:
    """True for a deed that a speaker says its side did not do, or denies by its noun."""
    if not claim.scope_start <= hit.trigger.start < claim.scope_end or claim.act:
        return False
    if claim.anaphoric:
        told = hit.voice == "noun" or hit.trigger.start > claim.verb_end
        return claim.modality == "denies" and hit.modality in {"actual", "negated"} and told
    if claim.modality != "says" or hit.modality != "negated" or hit.voice != "active":
        return False
    if text.endswith("having ", 0, hit.trigger.start):
        return False  # "is accused of not having withdrawn"
    return disowned_at(text, claim, hit.trigger.start) or _is_own(text, claim.claimant, hit)


def _is_own(text: str, who: Claimant, hit: Hit) -> bool:
    """True for the deed of those whom a speaker speaks for: "The army did not attack X, an army spokesman said"."""
    doer = text[hit.subject.start : hit.subject.end].lower().removeprefix("the ") if hit.subject is not None else ""
    if text.endswith((" no ", " none "), 0, hit.trigger.start) or not _NOT.search(
        text, hit.clause.start, hit.trigger.start
    ):
        return False  # "captured no villages": nothing is denied
    bare = who.country is None and who.name.lower().endswith(_SPOKESMEN) and kind_of_side(doer) > 0
    return bool(doer) and (doer in who.name.lower() or bare)


_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_SPOKESMEN = ("spokesman", "spokeswoman", "spokesperson")


def _names_place(hit: Hit, sentence: Sentence) -> bool:
    inside = [m for m in sentence.mentions if m.spot is not None and hit.clause.start <= m.start < hit.clause.end]
    return any(not c.speaker_start <= m.start < c.speaker_end for m in inside for c in sentence.claims[:1])


def is_denial(hit: Hit, sentence: Sentence) -> bool:
    """True for "rejected this", "withdrew the statement": nothing of its own but a denial of what was told."""
    own = (c for c in sentence.claims if c.verb_start == hit.trigger.start)
    if hit.subtype == "statement":
        return any(c.anaphoric or (c.modality == "denies" and _tells(c, sentence)) for c in own)
    return any(c.takes_back for c in own)


def _tells(claim: Claim, sentence: Sentence) -> bool:
    """True for a denial that tells what it denies: "rejected a report | that militants had been killed in X"."""
    inside = (
        h for h in sentence.hits if claim.scope_start <= h.trigger.start < claim.scope_end and h.category in FIGHTING
    )
    return any(h.modality == "actual" and sentence.clauses[h.clause_index].connector == "that" for h in inside)
