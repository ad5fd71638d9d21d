"""Which side a speaker belongs to: that of the codebook's conflicts, else its state or its armed group (``events.md`` 4.7)."""

from collections.abc import Sequence

from geoevents.events.codebook_kinds import Conflict
from geoevents.events.event import Claimant
from geoevents.events.who.claim import Claim
from geoevents.events.who.sectors import is_body_of_a_state
from geoevents.values import replace

__all__ = ["sided", "with_sides"]


def with_sides(claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> tuple[Claim, ...]:
    """Claims with the side of their claimant filled in from the codebook's conflicts."""
    if not claims:
        return ()
    sides = [side_of(c.claimant, conflicts) for c in claims]
    return tuple(
        c if side is None else replace(c, claimant=replace(c.claimant, side=side))
        for c, side in zip(claims, sides, strict=True)
    )


def side_of(claimant: Claimant, conflicts: Sequence[Conflict]) -> str | None:
    """First name of the side that a claimant's name belongs to, or None."""
    words = set(claimant.name.replace("'s", " ").replace("’s", " ").split())
    for conflict in conflicts:
        for side in conflict.sides:
            if not words.isdisjoint(side):
                return side[0]
    return None


def sided(claimant: Claimant) -> Claimant:
    """The claimant with its side: that of the codebook's conflicts, else its state (alpha-3), else an armed group's own name.

    Locals, neutral bodies and unnamed speakers have none.
    """
    if claimant.side is not None or claimant.sector not in {"MIL", "GOV", None}:
        return claimant
    named = claimant.sector == "MIL" and claimant.name[:1].isupper() and not is_body_of_a_state(claimant.name)
    own = claimant.name if named else None  # "the Air Force" is that of some side
    side = claimant.country or own
    return replace(claimant, side=side) if side is not None else claimant
