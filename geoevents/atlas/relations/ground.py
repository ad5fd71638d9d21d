"""What lies on the ground about a place: its polygon, land and sea, the countries beside it."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from geoevents.atlas.place import Kind, LonLat, Place
from geoevents.atlas.relations.geometry import distance_km, from_plane, halved, to_plane
from geoevents.atlas.scoring import Candidate

__all__ = ["Areas", "Ground", "around", "land", "neighbours", "outline", "within_reach"]


class Areas(Protocol):
    """Whatever knows polygons: the gazetteer."""

    def area(self, place_id: str) -> Any:
        """A shapely geometry or None."""


class Ground(Areas, Protocol):
    """Whatever also knows which places and polygons there are: the gazetteer."""

    def candidates(
        self, name: str, *, fuzzy: bool = False, kinds: frozenset[Kind] | None = None, limit: int = 60
    ) -> tuple[Candidate, ...]:
        """Places of a name."""

    def outlined(self, prefix: str) -> Sequence[str]:
        """Ids with a polygon that begin with a prefix."""

    def __hash__(self) -> int:
        """What is drawn is kept by the atlas it was drawn from."""


_NAMED_ALIKE = frozenset({"island", "region", "territory", "admin2"})


def outline(place: Place, atlas: Ground) -> tuple[Any, bool]:
    """(polygon of a place or None, True where it is that of the first-level area of the same name and ground).

    Islands and historic regions are drawn by the administrative area that is called so: Crete, Sicily, Chukotka.
    """
    own = atlas.area(place.id)
    if own is not None or place.kind not in _NAMED_ALIKE or place.lonlat is None:
        return own, False
    for found in atlas.candidates(place.name, kinds=frozenset({"admin1"})):
        namesake = found.place
        near = namesake.lonlat is not None and distance_km(place.lonlat, namesake.lonlat) <= (place.radius_km or 0.0)
        if near and atlas.area(namesake.id) is not None:
            return atlas.area(namesake.id), True
    return None, False


@lru_cache(maxsize=4)
def _countries(atlas: Ground) -> tuple[Any, tuple[str, ...], tuple[Any, ...]]:
    """(search tree, ids, polygons) of all countries."""
    import shapely

    ids = tuple(sorted(atlas.outlined("country:")))
    areas = tuple(atlas.area(i) for i in ids)
    return shapely.STRtree(areas), ids, areas


def around(point: LonLat, km: float) -> Any:
    """A box of degrees that holds everything within ``km`` of a point."""
    import shapely

    tall = km / 110.0
    wide = min(tall / max(0.05, math.cos(math.radians(min(89.0, abs(point.lat) + tall)))), 179.0)
    east = 360.0 if point.lon - wide < -180 else 0.0
    south, north = max(-90.0, point.lat - tall), min(90.0, point.lat + tall)
    return halved(shapely.box(point.lon - wide + east, south, point.lon + wide + east, north))


def land(box: Any, atlas: Ground) -> Any:
    """All land inside a box of degrees, from the simplified polygons of countries (5 km)."""
    import shapely

    tree, _, areas = _countries(atlas)
    return shapely.union_all([shapely.intersection(areas[i], box) for i in sorted(tree.query(box, "intersects"))])


def neighbours(area: Any, own: str | None, atlas: Ground) -> Any:
    """The countries beside an area, its own left out, as one geometry; None where there is none within half a degree."""
    import shapely

    tree, ids, areas = _countries(atlas)
    near = shapely.box(*shapely.box(*area.bounds).buffer(0.5).bounds)
    found = [
        shapely.intersection(areas[i], near)
        for i in sorted(tree.query(near, "intersects"))
        if ids[i] != f"country:{own}"
    ]
    return shapely.union_all(found) if found else None


def within_reach(area: Any, other: Any, km: float, centre: LonLat) -> Any:
    """The strip of an area that lies within ``km`` of another; None where the two are farther apart."""
    import shapely

    near = shapely.intersection(other, shapely.box(*shapely.box(*area.bounds).buffer(1.5 + km / 50.0).bounds))
    if near.is_empty:
        return None
    strip = shapely.intersection(to_plane(area, centre), shapely.buffer(to_plane(near, centre), km, quad_segs=4))
    return None if strip.is_empty else from_plane(strip, centre)
