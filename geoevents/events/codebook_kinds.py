"""The values a codebook is made of: a category, its subtypes, the triggers that tell them, and who opposes whom."""

from collections.abc import Mapping
from typing import Any, Literal

from geoevents.values import dataclass

__all__ = ["Category", "Conflict", "Subtype", "Trigger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One usage that tells a subtype; see the head of ``codebook.toml`` for what each field asks."""

    rule: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    object_words: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()
    near_words: frozenset[str] = frozenset()
    not_near_words: tuple[str, ...] = ()
    in_view: frozenset[str] = frozenset()
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    near_place_or_date: bool = False
    near_military: bool = False
    subject_only: bool = False
    needs_doer: bool = False
    from_a_place: bool = False
    bare_count: bool = False
    planned: bool = False
    negated: bool = False
    weight: float = 1.0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtype:
    """A kind of event: what it is, the unit of its count, its codes elsewhere, who plays which role.

    ``consequence``: told without a place or time of its own after a strike or fight it is harm of that event, no other one.
    """

    id: str
    label: str
    definition: str
    count_unit: str | None
    codes: Mapping[str, Any]
    roles: Mapping[str, tuple[str, ...]]
    triggers: tuple[Trigger, ...]
    consequence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category; lower ``rank`` wins between rivals.

    ``needs`` is what an article must be about (see ``subject.py``): an "army", a "war", a "state", several "states", the
    "public" life of one; None takes any.
    """

    id: str
    label: str
    definition: str
    rank: int
    subtypes: tuple[Subtype, ...]
    needs: Literal["army", "war", "state", "states", "public"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Who opposes whom: the names of each side."""

    sides: tuple[tuple[str, ...], ...]
