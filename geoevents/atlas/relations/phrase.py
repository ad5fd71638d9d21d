"""RelationPhrase: what a text says of where something lies, before anything is resolved or drawn."""

from typing import Literal

from geoevents.values import dataclass

__all__ = ["RelationKind", "RelationPhrase"]

RelationKind = Literal[
    "part_of",
    "direction_of",
    "distance",
    "distance_direction",
    "near",
    "between",
    "road",
    "border",
    "inside",
    "sector",
    "outskirts",
    "coast",
    "bank",
    "reach",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationPhrase:
    """A relation and the spans that anchor it.

    ``anchor``, ``second`` are indices into the spans given to ``find_relations``; ``second`` is the other end of a road, the
    country beyond a border, the area that a river bank lies in.  ``bearings`` are degrees (empty for "central");
    ``qualifier`` the words as written; ``side`` the bank or reach of a river.  ``from_edge``: measured from the outskirts;
    ``halfway``: "halfway between"; ``both_sides`` of a border.
    ``called`` is "before" or "behind" where a class word of an area goes with the anchor: "the eastern province of X", "eastern
    X province" may say where in its country the area lies.
    ``creates`` is False where a named place stands just before it, so that the phrase
    only tells where that place lies; ``apposed`` where nothing but an apposition stands between the two; ``ahead`` where the
    place that it locates is the one named behind it: "north-west of X near Y".
    """

    kind: RelationKind
    anchor: int
    second: int | None = None
    bearings: tuple[float, ...] = ()
    distance_km: float | None = None
    approximate: bool = False
    extreme: bool = False
    from_edge: bool = False
    halfway: bool = False
    both_sides: bool = False
    side: str | None = None
    called: Literal["before", "behind"] | None = None
    phrase_start: int
    phrase_end: int
    qualifier: str
    creates: bool = True
    apposed: bool = False
    ahead: bool = False
