"""Whether a compass word tells a part of an area or where in its country that lies: "southern Helmand province" is all of it."""

from geoevents.atlas.place import Place
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.ground import Areas
from geoevents.atlas.relations.phrase import RelationPhrase

__all__ = ["says_where_it_lies"]

_WITHIN = 50.0  # degrees from the compass word to where the area lies, seen from the middle of its country


def says_where_it_lies(phrase: RelationPhrase, area: Place, atlas: Areas) -> bool:
    """True for "the eastern province of X", and for "eastern X province" where X lies in the east of its country."""
    if phrase.called is None or area.kind not in {"admin1", "admin2"}:
        return False
    if phrase.called == "before":
        return True
    country = atlas.area(f"country:{area.country}")
    if country is None or area.lonlat is None or len(phrase.bearings) != 1:
        return False
    seen = geometry.bearing(geometry.inner_point(country), area.lonlat)
    return geometry.turn(seen, phrase.bearings[0]) <= _WITHIN
