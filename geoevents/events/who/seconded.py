"""Whether a claim makes certain what somebody else told: who confirms it, and who gave up what the other took.

Who claims responsibility says whose deed it was, and confirms nothing else of it.
"""

import re
from collections.abc import Sequence

from geoevents.events.telling import Telling
from geoevents.events.who.claim import Claim
from geoevents.values import replace

__all__ = ["GAINS", "given_up", "owned_up", "owns", "seconded"]

GAINS = frozenset({"captured", "recaptured", "advance", "bridgehead"})


def seconded(claim: Claim, asserted: Sequence[Telling]) -> bool:
    """True for a claim that confirms what the article or somebody else told before."""
    if claim.modality != "confirms":
        return False
    if any(claim in t.claims and any(_is_others(c, claim) for c in t.claims) for t in asserted):
        return True  # "X's claim to have taken A was confirmed by Y"
    return any(
        all(c.claimant.name != claim.claimant.name for c in t.claims if c is not claim and not c.seconds)
        for t in asserted
        if t.hit.trigger.start < claim.verb_start and (claim.seconds or claim not in t.claims)
    )


def _is_others(other: Claim, claim: Claim) -> bool:
    """True for what somebody else says where a claim behind it confirms what stands before: "was confirmed by Y"."""
    behind = claim.scope_end <= claim.verb_start and other.verb_start < claim.verb_start
    return behind and other.modality == "says" and other.claimant.name != claim.claimant.name and not other.accuses


def owns(claim: Claim, telling: Telling) -> bool:
    """True for who claims a deed that others told before: "A bomb killed five. | The group claimed responsibility"."""
    return claim.seconds and claim.modality == "says" and telling.hit.trigger.start < claim.verb_start


def owned_up(telling: Telling) -> Telling:
    """A telling without the denials of who owned up to it afterwards: "denied it and then admitted it"."""
    owned = {c.claimant.name: c.verb_start for c in telling.claims if c.modality == "confirms" and c.seconds}
    if not owned:
        return telling
    kept = tuple(c for c in telling.claims if c.modality != "denies" or c.verb_start > owned.get(c.claimant.name, -1))
    stance = "asserts" if telling.stance == "denies" and all(c.modality != "denies" for c in kept) else telling.stance
    return replace(telling, claims=kept, stance=stance)


_SELF = re.compile(r"(?:it|they|we|he|its|their|our|his)\b", re.IGNORECASE)


def given_up(asserted: Sequence[Telling]) -> bool:
    """True where the loser says that it left what the winner, or the article, says was taken."""
    left = [t for t in asserted if t.hit.subtype == "withdrawal" and t.claims and t.actors and _leaves_itself(t)]
    names = {c.claimant.name for t in left for c in t.claims}
    taken = [t for t in asserted if t.hit.subtype in GAINS]
    return bool(left) and any(names.isdisjoint({c.claimant.name for c in t.claims}) for t in taken)


def _leaves_itself(telling: Telling) -> bool:
    who, doer = telling.claims[0].claimant, telling.actors[0]
    named = doer.basis == "explicit" and who.country is not None
    return doer.name == who.name or _SELF.match(doer.name) is not None or (named and who.country == doer.country)
