"""Parts of areas: towards a compass point, central - cut so that a fixed share of the area is kept."""

import math
from functools import lru_cache
from typing import Any

import numpy as np

from geoevents.atlas.relations.geometry import halved, whole

__all__ = ["central_part", "part"]

# Share of an area that a compass part keeps: half for N, E, S, W; a third for the corners (places.md 5.3, measured).
_SHARE_SIDE, _SHARE_CORNER, _SHARE_EXTREME, _SHARE_CENTRE = 0.5, 1 / 3, 0.15, 0.35
_STEPS = 18


def part(area: Any, degrees: float, *, extreme: bool = False) -> Any:
    """The part of an area towards a bearing, cut by a half-plane so that a fixed share of it is kept."""
    share = _SHARE_EXTREME if extreme else (_SHARE_SIDE if degrees % 90 == 0 else _SHARE_CORNER)
    return _cut(area.wkb, degrees, share)


@lru_cache(maxsize=512)
def _cut(wkb: bytes, degrees: float, share: float) -> Any:
    import shapely

    area = whole(shapely.from_wkb(wkb))
    stretch = math.cos(math.radians(area.centroid.y))
    flat = shapely.transform(area, lambda xy: xy * [stretch, 1.0])
    ux, uy = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    along = shapely.get_coordinates(flat) @ np.array([ux, uy])
    low, high, reach = float(along.min()), float(along.max()), 400.0
    kept = flat
    for _ in range(_STEPS):
        at = (low + high) / 2
        corner = np.array([[at, -reach], [reach, -reach], [reach, reach], [at, reach]])
        plane = shapely.polygons(corner @ np.array([[ux, uy], [-uy, ux]]))
        kept = shapely.intersection(flat, plane)
        low, high = (at, high) if kept.area > share * flat.area else (low, at)
    return halved(shapely.transform(kept, lambda xy: xy / [stretch, 1.0]))


def central_part(area: Any) -> Any:
    """The inner third of an area, by shrinking it."""
    import shapely

    area = whole(area)
    low, high, kept = 0.0, math.sqrt(area.area), area
    for _ in range(_STEPS):
        at = (low + high) / 2
        inner = shapely.buffer(area, -at)
        low, high, kept = (at, high, inner) if inner.area > _SHARE_CENTRE * area.area else (low, at, kept)
    return halved(kept if not kept.is_empty else area)
