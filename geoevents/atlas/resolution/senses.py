"""One name, one sense: what the other names of an article say about a name that is told barely, or far from all of them."""

from collections.abc import Sequence

from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.resolution.name_groups import Told
from geoevents.atlas.resolution.phrases import Phrase
from geoevents.atlas.resolution.resolved import Resolved

__all__ = ["ALONE_ABROAD", "districts_abroad", "in_one_sense"]

ALONE_ABROAD = "a district of another country than all other names of the article"
_AREAS = frozenset({"admin1", "admin2"})
_TOLD = SETTLEMENTS | {"admin2"}
_COMPANY = 3  # tellings of other names, all of which must lie in one other country


def in_one_sense(told: Told, answers: Sequence[Resolved]) -> list[Resolved]:
    """The answers; a bare name is the town that the article calls so elsewhere, not the area named after it, nor a namesake in a
    country that less speaks for than for the town's own."""
    towns = {
        span.key: answer
        for span, phrase, answer in zip(told.spans, told.phrases, answers, strict=True)
        if (phrase.head is not None or phrase.container is not None) and answer.place is not None
        and answer.place.kind in _TOLD
    }  # fmt: skip
    if not towns:
        return list(answers)
    return [
        towns[span.key] if _is_bare(phrase) and span.key in towns and _gives_way(answer, towns[span.key]) else answer
        for span, phrase, answer in zip(told.spans, told.phrases, answers, strict=True)
    ]


def _is_bare(phrase: Phrase) -> bool:
    return phrase.head is None and phrase.container is None and phrase.possessor is None


def _gives_way(answer: Resolved, town: Resolved) -> bool:
    """True for a bare name that was taken for the area around a town of its name, or less surely for a namesake of it."""
    if answer.place is None or town.place is None or answer.place.id == town.place.id:
        return False
    if answer.place.country != town.place.country:
        return answer.place.kind in SETTLEMENTS and answer.confidence < town.confidence
    return town.place.kind in SETTLEMENTS and _holds(answer.place, town.place)


def _holds(area: Place | None, town: Place | None) -> bool:
    """True for the region or district around a town."""
    if area is None or town is None or area.kind not in _AREAS or area.country != town.country:
        return False
    return area.id == town.admin1_id or (area.kind == "admin2" and area.name == town.admin2)


def districts_abroad(told: Told, answers: Sequence[Resolved]) -> list[bool]:
    """True for a district or a place named after it, of a country in which no other name lies, where all others lie in another."""
    if _DISTRICT.isdisjoint([phrase.head for phrase in told.phrases]):
        return [False] * len(answers)
    countries: dict[str | None, list[str]] = {}
    for span, answer in zip(told.spans, answers, strict=True):
        if answer.place is not None:
            countries.setdefault(answer.place.country, []).append(span.key)
    if len(countries) < 2:
        return [False] * len(answers)
    abroad = {
        span.key
        for span, phrase, answer in zip(told.spans, told.phrases, answers, strict=True)
        if phrase.head in _DISTRICT and _is_alone(answer.place, span.key, countries)
    }
    return [
        span.key in abroad and _is_alone(answer.place, span.key, countries)
        for span, answer in zip(told.spans, answers, strict=True)
    ]


_DISTRICT = frozenset({"district", "subdistrict", "county", "township", "municipality"})


def _is_alone(place: Place | None, key: str, countries: dict[str | None, list[str]]) -> bool:
    if place is None or place.kind == "country" or set(countries[place.country]) != {key}:
        return False
    others = [names for country, names in countries.items() if country != place.country]
    return len(others) == 1 and len(others[0]) >= _COMPANY
