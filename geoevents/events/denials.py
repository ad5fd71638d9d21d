"""Denials without content of their own ("this was not the case"): whose claim they hit (``events.md`` 4.7)."""

from collections.abc import Sequence
from dataclasses import replace

from geoevents.events.claims import Claim
from geoevents.events.telling import Telling

__all__ = ["denied"]

# What can be denied: claims of results and acts, not visits.
_DENIABLE = frozenset(
    {"control_change", "air_defence", "strike", "ground_combat", "naval", "other", "infrastructure", "detention"}
)
_REACH_SENTENCES = 3


def denied(tellings: Sequence[Telling], denials: Sequence[tuple[int, int, Claim]]) -> list[Telling]:
    """Tellings with each denial attached to the last opposing claim of its section, and only to that statement.

    ``denials`` are (section, sentence index, claim) in text order.
    """
    found = list(tellings)
    for section, sentence, claim in denials:
        target = _target(found, section, sentence, claim)
        if target is not None:
            found = [replace(t, claims=(*t.claims, claim)) if t.record == target.record else t for t in found]
    return found


def _target(tellings: Sequence[Telling], section: int, sentence: int, claim: Claim) -> Telling | None:
    for telling in reversed(tellings):
        near = telling.segment.section == section and 0 <= sentence - telling.segment.index <= _REACH_SENTENCES
        if near and telling.hit.category in _DENIABLE and not telling.is_background and _opposes(claim, telling):
            return telling
    return None


def _opposes(claim: Claim, telling: Telling) -> bool:
    """True unless the one who denies is the one who claimed."""
    return bool(telling.claims) and all(c.claimant.name != claim.claimant.name for c in telling.claims)
