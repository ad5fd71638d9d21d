"""Who claims responsibility for what was told before, or confirms it: a claimant of it, and its doer where nobody else is."""

from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.telling import Telling
from geoevents.events.who.actors import INITIATORS, party
from geoevents.events.who.answered import (
    HERE_KM,
    RESPONSIBLE_FOR,
    SAME_TOWN_KM,
    in_reach,
    is_elsewhere,
    of_deed,
    towns_named,
)
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.seconded import owns
from geoevents.values import replace

__all__ = ["owned"]


def owned(
    text: str, tellings: Sequence[Telling], spoken: Sequence[Spoken], mentions: Sequence[Mention]
) -> list[Telling]:
    """Tellings with those who claim responsibility for the last event of their section, or confirm it, as claimants of it."""
    found = list(tellings)
    for own in (s for s in spoken if s.claim.seconds):
        near = [t for t in found if in_reach(t, own, told_by_others=False) or _just_before(t, own)]
        near = [t for t in of_deed(text, own, near) if own.claim.modality == "confirms" or t.hit.subtype != "release"]
        towns = towns_named(own.claim, mentions)  # "confirmed the loss of [X]": of no other town
        reach = HERE_KM if any(not is_elsewhere(t, towns, km=HERE_KM) for t in near) else SAME_TOWN_KM
        near = [t for t in near if not towns or not is_elsewhere(t, towns, km=reach)]
        if near and (near[-1].hit.category in RESPONSIBLE_FOR or own.claim.modality == "confirms"):
            last = near[-1]
            found = [
                _as_done_by(replace(t, claims=(*t.claims, own.claim)), own.claim)
                if _is_same_deed(t, last, own.claim) and not (towns and is_elsewhere(t, towns, km=reach))
                else t
                for t in found
            ]
    return found


def _is_same_deed(telling: Telling, last: Telling, claim: Claim) -> bool:
    """True for the last deed told, and for what its sentence tells besides at the same place, where all of it is claimed:
    "blew up a track and fired on a train in X, taking hostages; a group claimed responsibility"."""
    if telling.record == last.record:
        return True
    if claim.modality == "confirms" or telling.segment != last.segment or telling.hit.category not in RESPONSIBLE_FOR:
        return False
    here = telling.placed is not None and last.placed is not None and telling.placed.spot.name == last.placed.spot.name
    return here and not telling.is_background and telling.claims == last.claims


def _as_done_by(telling: Telling, claim: Claim) -> Telling:
    """The telling with who claims the deed as its doer, where nobody else is told to have done it."""
    role = next((role for role in telling.hit.roles if role in INITIATORS), None)
    if role is None or not owns(claim, telling) or any(a.role in INITIATORS for a in telling.actors):
        return telling
    who = replace(claim.claimant, name=claim.claimant.name.partition(",")[0])
    doer = party(role, who, itself=True)
    return replace(telling, actors=(*telling.actors, doer)) if doer is not None else telling


def _just_before(telling: Telling, own: Spoken) -> bool:
    """True for what the same sentence told, be it old: "40 died in an attack in May; a group claimed responsibility"."""
    same = telling.segment.index == own.sentence and telling.hit.trigger.start < own.claim.verb_start
    return same and telling.hit.category in RESPONSIBLE_FOR and not telling.is_aggregate
