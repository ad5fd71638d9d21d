"""A number in a sentence and what it counts."""

from geoevents.events.event import CountKind
from geoevents.values import dataclass

__all__ = ["Count"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts.

    ``value`` is None where only a bound or a vague word is told (``low``, ``high``).  ``distributive``: "one over each of
    A and B"; ``another``: one more of the same; ``of_total``: 17 in "11 of 17"; ``including``: part of the count before; ``whole``: 17
    in "of 17 drones, 11 were downed"; ``loose``: the number of what a hit acts on, in no unit of its kind ("12 accounts");
    ``own``: of the speaker's own, "six of its soldiers".
    """

    start: int
    end: int
    text: str
    noun_start: int
    noun_end: int
    noun: str
    unit: str | None
    value: int | None
    low: int | None
    high: int | None
    kind: CountKind
    distributive: bool = False
    another: bool = False
    of_total: int | None = None
    including: bool = False
    whole: bool = False
    loose: bool = False
    own: bool = False
