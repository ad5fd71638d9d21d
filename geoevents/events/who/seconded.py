"""Whether a claim makes certain what somebody else told: who confirms or owns it, and who gave up what the other took."""

import re
from collections.abc import Sequence

from geoevents.events.telling import Telling
from geoevents.events.who.claim import Claim

__all__ = ["GAINS", "given_up", "seconded"]

GAINS = frozenset({"captured", "recaptured", "advance", "bridgehead"})


def seconded(claim: Claim, asserted: Sequence[Telling]) -> bool:
    """True for a claim that confirms, or owns, what the article or somebody else told before."""
    if not claim.seconds and claim.modality != "confirms":
        return False
    return any(
        all(c.claimant.name != claim.claimant.name for c in t.claims if c is not claim and not c.seconds)
        for t in asserted
        if t.hit.trigger.start < claim.verb_start and (claim.seconds or claim not in t.claims)
    )


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
