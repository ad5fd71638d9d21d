"""Colours, shapes and groups of the categories, from ``palette.toml``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from geoevents.words import data_of

__all__ = ["Group", "Style", "groups", "style_of"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a category is drawn: label, colour (#RRGGBB), shape."""

    label: str
    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class Group:
    """Categories that are switched together."""

    id: str
    label: str
    categories: tuple[str, ...]


@lru_cache(maxsize=1)
def _palette() -> tuple[dict[str, Style], tuple[Group, ...]]:
    raw = data_of("geoevents.outputs", "palette.toml")
    styles = {name: Style(**entry) for name, entry in raw["style"].items()}
    return styles, tuple(Group(g["id"], g["label"], tuple(g["categories"])) for g in raw["group"])


def style_of(category: str) -> Style:
    """Style of a category; one the palette does not know is drawn as "other" under its own name."""
    styles = _palette()[0]
    if category in styles:
        return styles[category]
    other = styles["other"]
    return Style(category.replace("_", " ").capitalize(), other.colour, other.shape)


def groups(categories: Iterable[str]) -> tuple[Group, ...]:
    """Groups that hold any of the categories, with those alone; unknown ones go into the last group."""
    present = set(categories)
    known = {c for g in _palette()[1] for c in g.categories}
    found = []
    for group in _palette()[1]:
        own = tuple(c for c in group.categories if c in present)
        if group.id == "rest":
            own += tuple(sorted(present - known))
        if own:
            found.append(Group(group.id, group.label, own))
    return tuple(found)
