"""Relations to a river: a bank of it, its upper and lower reaches."""

from dataclasses import replace

from geoevents.atlas.mention import Precision, Spot
from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.relations import geometry, rivers
from geoevents.atlas.relations.area_spots import of_area
from geoevents.atlas.relations.ground import Ground, outline
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.plain import plain_spot

__all__ = ["bank_spot", "reach_spot"]


def bank_spot(phrase: RelationPhrase, river: Place, area: Place | None, atlas: Ground) -> Spot | None:
    """The side of an area that a bank of a river names; the whole area, qualified, where the river's course is not known.

    Without an area the land within 20 km of the river on that side; the river itself where its course is not known.
    """
    side = _side(phrase.side, phrase.bearings)
    name = f"{phrase.qualifier} bank of the {river.name}"
    if area is not None and side is not None:
        drawn = _side_in(phrase, river, area, atlas)
        if drawn is not None:
            return drawn
    base = plain_spot(area or river, atlas)
    strip = rivers.bank_strip(river.id, side) if area is None and side is not None else None
    if strip is not None:
        return of_area(name, strip, f"{phrase.qualifier} bank", precision="macro_region", reference=river.name)
    return replace(base, name=base.name if area else name, qualifier=f"{phrase.qualifier} bank", reference=river.name)


def _side_in(phrase: RelationPhrase, river: Place, area: Place, atlas: Ground) -> Spot | None:
    """The part of an area on one bank; None for a town (the course is not drawn so finely) and where the river misses it."""
    shape, _ = outline(area, atlas)
    side = _side(phrase.side, phrase.bearings)
    if shape is None or side is None or area.kind in SETTLEMENTS:
        return None
    part = rivers.bank_in(river.id, shape, side, geometry.inner_point(shape))
    if part is None:
        return None
    precision: Precision = "macro_region" if area.kind == "country" else "part_of_adm1"
    name = f"{phrase.qualifier} bank of the {river.name} in {area.name}"
    return of_area(name, part, f"{phrase.qualifier} bank", precision=precision, reference=river.name)


def reach_spot(phrase: RelationPhrase, river: Place, area: Place | None, atlas: Ground) -> Spot | None:
    """The land along a third of a river; the river, or the area it is told to flow through, where its course is not known."""
    strip = (
        rivers.reach(river.id, phrase.side) if phrase.side in {"upper", "middle", "lower"} and area is None else None
    )
    if strip is not None:
        return of_area(f"{phrase.qualifier} of the {river.name}", strip, phrase.qualifier, precision="macro_region",
                       reference=river.name)  # fmt: skip
    return replace(plain_spot(area or river, atlas), qualifier=phrase.qualifier, reference=river.name)


def _side(written: str | None, bearings: tuple[float, ...]) -> rivers.Side | float | None:
    """The side of a river that words name: left, right or a bearing; None for several bearings or none."""
    if written in {"left", "right"}:
        return "left" if written == "left" else "right"
    return bearings[0] if len(bearings) == 1 else None
