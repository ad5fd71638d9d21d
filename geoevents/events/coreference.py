"""Speakers told by their office alone ("the governor", "the ministry") take the name that the story gives them elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geoevents.events.claims import Claim
from geoevents.events.event import Claimant
from geoevents.events.speakers import BODY_NOUNS
from geoevents.events.telling import Telling

__all__ = ["with_full_names"]


def with_full_names(tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings in which each generic speaker has its full name, where its section names exactly one that fits."""
    return [
        replace(t, claims=tuple(_named(c, list(_speakers(tellings, t.segment.section))) for c in t.claims))
        for t in tellings
    ]


def _speakers(tellings: Sequence[Telling], section: int) -> Iterator[Claimant]:
    for telling in tellings:
        if telling.segment.section == section:
            yield from (c.claimant for c in telling.claims)


def _named(claim: Claim, others: Sequence[Claimant]) -> Claim:
    who = claim.claimant
    if not _is_generic(who.name):
        return claim
    fitting = {o.name: o for o in others if not _is_generic(o.name) and _fits(who, o)}
    if len(fitting) != 1:
        return claim
    full = next(iter(fitting.values()))
    return replace(
        claim, claimant=replace(who, name=full.name, country=who.country or full.country, sector=full.sector)
    )


def _is_generic(name: str) -> bool:
    """True for a name of common nouns alone: "regional governor", "air force"."""
    return not any(word[0].isupper() for word in name.split() if word)


def _fits(generic: Claimant, full: Claimant) -> bool:
    shared = set(generic.name.lower().split()) & set(full.name.lower().replace(",", " ").split()) & BODY_NOUNS
    return bool(shared) and (generic.country is None or full.country is None or generic.country == full.country)
