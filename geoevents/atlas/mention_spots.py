"""What each name is in its text: its role, the place that holds it, and the spot of an event there."""

from collections.abc import Sequence

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Role, Spot
from geoevents.atlas.place import SETTLEMENTS, LonLat, Place
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.recognition.roles import Use
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.relations.lying import says_where_it_lies
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.plain import plain_spot
from geoevents.atlas.relations.spots import spot
from geoevents.atlas.resolution.phrases import Phrase
from geoevents.atlas.resolution.resolve import Resolved

__all__ = ["LOCATING", "beside_strip", "container_of", "holders_of", "role_of", "spot_of"]

_FACILITIES = frozenset({"seat", "plant", "dam", "bridge", "airport", "airbase", "port", "landmark"})
_IN_TOWN = _FACILITIES | {"quarter"}
LOCATING = frozenset(
    {"direction_of", "distance", "distance_direction", "near", "sector"}
)  # tell where a named place lies
_NOWHERE = frozenset(
    {"between", "road", "border"}
)  # where these cannot be drawn, their ends are no place of an event either
_POINTS = SETTLEMENTS | {"admin2"}
_TOWN_KM = 30.0  # a palace, port or airport lies in or beside its city


_LONG = frozenset({"bank", "reach", "border", "inside"})  # strips along which only another name tells where


def beside_strip(relation: RelationPhrase, spans: Sequence[NameSpan], answers: Sequence[Resolved]) -> LonLat | None:
    """The settlement or area of the same sentence that stands nearest to a strip, for the part of it that is meant."""
    if relation.kind not in _LONG:
        return None
    at = spans[relation.anchor]
    told = [
        (abs(s.start - at.start), a.place.lonlat)
        for i, (s, a) in enumerate(zip(spans, answers, strict=True))
        if s.sentence == at.sentence and i not in {relation.anchor, relation.second} and a.place is not None
        and a.place.lonlat is not None and a.place.kind in _POINTS
    ]  # fmt: skip
    return min(told, key=lambda t: t[0])[1] if told else None


def container_of(
    phrase: Phrase, told: Sequence[Phrase], answers: Sequence[Resolved], place: Place | None
) -> Place | None:
    """The place that the phrase names as holding the name's own place; None where it names none or it does not hold it."""
    for at in (phrase.container, phrase.possessor):
        holder = answers[at].place if at is not None and at < len(answers) else None
        if (
            at is not None
            and holder is not None
            and place is not None
            and _inside(place, holder, _districts(phrase, told[at]))
        ):
            return holder
    return None


def _districts(phrase: Phrase, holder: Phrase) -> frozenset[str]:
    """What a district may be known as that wording puts around a name: itself, and its seat where the two stand in no list."""
    if holder.head_class != "admin2":
        return frozenset()
    return _DISTRICTS if phrase.group is not None and phrase.group == holder.group else _DISTRICTS | SETTLEMENTS


_DISTRICTS = frozenset({"admin2"})


def _inside(place: Place, holder: Place, districts: frozenset[str]) -> bool:
    """True where the holder is the country, region, district or city of the place; a facility may be near its city.  ``districts``:
    kinds of a holder that the text calls the district of the place."""
    if holder.kind in districts and holder.id != place.id and _of_district(place, holder):
        return True
    if holder.id == place.id or (holder.kind in SETTLEMENTS and holder.kind != "city"):
        return False
    if holder.kind == "country":
        return place.country == holder.country and place.kind != "country"
    if holder.kind == "city" and place.kind in _IN_TOWN and place.lonlat is not None and holder.lonlat is not None:
        return distance_km(place.lonlat, holder.lonlat) < _TOWN_KM
    if holder.kind == "territory" and place.lonlat is not None and holder.lonlat is not None:
        near = distance_km(place.lonlat, holder.lonlat) < (holder.radius_km or 0.0)
        return place.country == holder.country and near and place.kind != "territory"
    return place.admin1_id == holder.id or (holder.kind == "admin2" and place.admin2 == holder.name)


_DISTRICT_KM = 100.0


def _of_district(place: Place, holder: Place) -> bool:
    """True for a village of a region whose districts are not all known: "X, Y district" lies in it, though Y may only be its seat."""
    if place.kind not in SETTLEMENTS or place.admin1_id != holder.admin1_id:
        return False
    unknown = place.admin2 is None or holder.kind in SETTLEMENTS
    near = (
        place.lonlat is not None
        and holder.lonlat is not None
        and distance_km(place.lonlat, holder.lonlat) < _DISTRICT_KM
    )
    return unknown and near and place.admin1_id is not None


def holders_of(told: Sequence[Phrase], answers: Sequence[Resolved]) -> set[int]:
    """Indices of the names that another name of the article is told to lie in."""
    found = set()
    for i, phrase in enumerate(told):
        place = answers[i].place
        for at in (phrase.container, phrase.possessor):
            if at is not None and at != i and at < len(answers) and place is not None:
                holder = answers[at].place
                if holder is not None and _inside(place, holder, _districts(phrase, told[at])):
                    found.add(at)
    return found


def role_of(use: Use, relation: RelationPhrase | None, holds: bool, place: Place | None) -> Role:
    """The role of a name among the relations: "reference" where it only tells where another lies, "container" where it holds."""
    if relation is not None and relation.kind in {"border", "road"} and use.role in {"modifier", "demonym"}:
        return "reference"  # "the X-Y road", "the X-Y border" are places, whatever X is beside them
    if use.role == "modifier" and holds:
        return "container"
    if use.role != "literal":
        return use.role
    if relation is not None and (relation.kind in LOCATING or not relation.creates):
        return "reference"
    return "container" if holds and place is not None else "literal"


# What a state has in other countries.
_ABROAD = frozenset(
    {"base", "bases", "camp", "camps", "outpost", "outposts", "embassy", "consulate", "mission", "compound"}
)


def _is_abroad(facility: str, place: Place) -> bool:
    """True for "a US base": it may stand anywhere, and an event there is not in the country that has it."""
    return place.kind == "country" and facility.rsplit(maxsplit=1)[-1].lower() in _ABROAD


def spot_of(
    role: Role,
    use: Use,
    relation: RelationPhrase | None,
    answers: Sequence[Resolved],
    place: Place | None,
    atlas: Gazetteer,
    *,
    beside: LonLat | None,
) -> Spot | None:
    """Where an event told of the phrase would be; None where none can be."""
    if place is None or role in {"metonym", "demonym", "embedded", "container"}:
        return None
    if role == "modifier" and (use.facility is None or _is_abroad(use.facility, place)):
        return None
    if relation is None or role == "modifier":
        return plain_spot(place, atlas)
    if not relation.creates:
        return None
    if relation.kind == "part_of" and says_where_it_lies(relation, place, atlas):
        return plain_spot(place, atlas)
    second = answers[relation.second].place if relation.second is not None else None
    drawn = spot(relation, (place,) if second is None else (place, second), atlas, beside=beside)
    return drawn or (plain_spot(place, atlas) if role == "literal" and relation.kind not in _NOWHERE else None)
