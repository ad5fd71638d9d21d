"""Resolved: the answer for one name."""

from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.place import Place
from geoevents.values import dataclass

__all__ = ["Resolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name was taken to mean, how sure (calibrated), why, and what else it could be."""

    place: Place | None
    decision: Decision
    confidence: float
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
