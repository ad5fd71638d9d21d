"""Mention: a place name in a text, what it stands for there, and where that is."""

from typing import Any, Literal, get_args

from geoevents.atlas.place import LonLat, Place
from geoevents.values import dataclass

__all__ = ["PINNED", "RUNGS", "Alternative", "Decision", "Mention", "Precision", "Role", "Spot"]

Role = Literal["literal", "metonym", "modifier", "embedded", "demonym", "reference", "container"]
Decision = Literal["chosen", "too_close", "none_fits", "not_in_gazetteer", "not_a_point"]
Precision = Literal["exact", "settlement", "near", "adm2", "part_of_adm1", "adm1", "macro_region", "country", "none"]
RUNGS: tuple[Precision, ...] = get_args(Precision)  # finest first
PINNED = frozenset({"exact", "settlement", "near"})  # small enough for a point


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another place that the name could be, with the probability given to it and why it came second."""

    place: Place
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where on the map a phrase points: the place itself, a part of it, or somewhere told by relation to it.

    ``name`` is the canonical English name, with the relation if it makes the place ("south-western Crimea",
    "south of Bakhmut").  ``area`` is a shapely geometry (lon/lat) or None.  ``qualifier`` is the compass part as
    written ("western, south-western and eastern areas"), ``reference`` the anchor of a relation ("Bakhmut").
    """

    name: str
    lonlat: LonLat | None
    precision: Precision
    uncertainty_km: float | None
    area: Any = None
    qualifier: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of an article that names a place.

    ``text == article.text[start:end]`` is the proper name alone; ``phrase_start, phrase_end`` span the whole noun or
    prepositional phrase around it ("the western areas of the Crimean peninsula", "5 km south of Bakhmut").
    ``place`` is what the name means (for a reference the anchor), None with ``decision`` and ``reasons`` where it could
    not be placed.  ``spot`` is where an event told of this phrase would be: None where no event can be (metonym,
    demonym, embedded, container; a reference that only tells where the named place before it lies).
    ``container`` is the place that a following or preceding phrase puts it in ("districts of the Moscow region").
    ``group`` numbers coordinated lists in an article: members of one list share it.  ``head`` is the class word
    that goes with the name ("region", "plant").  ``facility`` is the whole name of an institution or works that
    the name is part of ("Kharkiv armored plant"), where that thing stands at a place.
    """

    start: int
    end: int
    text: str
    role: Role
    place: Place | None
    decision: Decision
    confidence: float
    spot: Spot | None = None
    phrase_start: int
    phrase_end: int
    container: Place | None = None
    group: int | None = None
    head: str | None = None
    facility: str | None = None
    reasons: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    recogniser: str = "learned"
