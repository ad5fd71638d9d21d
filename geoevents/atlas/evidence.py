"""What speaks for a candidate place: class word, container, the rest of the article, relations, lists (``places.md`` 4)."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from geoevents.atlas import geometry
from geoevents.atlas.cues import NameSpan
from geoevents.atlas.phrases import Phrase
from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.relations import RelationPhrase
from geoevents.atlas.scoring import BARE_AREA_COST, CLASS_NAMES, Candidate
from geoevents.atlas.spots import fits

__all__ = ["Choice", "Context", "probabilities", "score", "holds"]

# Weights in units of the gazetteer's own score (log10 of population); set on the development halves of the corpora.
HEAD_RIGHT, HEAD_WRONG = 4.0, -2.5
WITH_ARTICLE = -3.0  # "the Dnipro" is the river
OWN_CLASS = 1.0  # "Moscow region" is the oblast rather than the federal city


CONTAINED, NOT_CONTAINED = 5.0, -1.5


COUNTRY_VOTE, ADMIN1_VOTE, NEARNESS, NEAR_KM = 2.2, 1.2, 2.2, 120.0


RELATION, SAME_KIND, SAME_ADMIN1 = 6.0, 0.8, 0.8


TEMPERATURE = 0.9


HEAD_KINDS = {
    "admin1": frozenset({"admin1", "admin2", "territory", "region", "country"}),
    "admin2": frozenset({"admin2", "admin1"}),
    "settlement": SETTLEMENTS,
    "water": frozenset({"sea", "strait", "river", "lake"}),
    "land": frozenset({"island", "region", "territory", "admin1"}),
    "facility": frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "seat"}) | SETTLEMENTS,
}


@dataclass(slots=True, kw_only=True)
class Choice:
    """A name while the article is being settled."""

    span: NameSpan
    phrase: Phrase
    candidates: tuple[Candidate, ...]
    scores: list[float] = field(default_factory=list)
    why: list[list[str]] = field(default_factory=list)
    best: int | None = None

    @property
    def place(self) -> Place | None:
        return self.candidates[self.best].place if self.best is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the settled names of the article speak for."""

    countries: dict[str, float] = field(default_factory=dict)
    areas: dict[str, float] = field(default_factory=dict)
    points: tuple[tuple[int, Place, tuple[float, float, float]], ...] = ()

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> "Context":
        countries: dict[str, float] = defaultdict(float)
        areas: dict[str, float] = defaultdict(float)
        points = []
        for index, c in enumerate(choices):
            place = c.place
            if place is None or not place.country:
                continue
            sure = probabilities(c.scores)[c.best or 0] if c.scores else 0.5
            countries[place.country] += sure * (0.5 if c.span.source == "demonym" else 1.0)
            area = place.admin1_id or (place.id if place.kind == "admin1" else None)
            if area:
                areas[area] += sure
            if place.lonlat is not None and place.kind not in {"country", "macroregion", "sea"} and sure > 0.5:
                points.append((index, place, geometry.unit(place.lonlat)))
        total, whole = sum(countries.values()) or 1.0, sum(areas.values()) or 1.0
        return cls(
            countries={k: v / total for k, v in countries.items()},
            areas={k: v / whole for k, v in areas.items()},
            points=tuple(points),
        )


def score(
    choice: Choice, index: int, choices: Sequence[Choice], context: Context, relation: RelationPhrase | None
) -> None:
    """Scores of all candidates of one name in the light of the others, with the reasons for each."""
    choice.scores, choice.why = [], []
    for candidate in choice.candidates:
        parts = [
            _by_head(choice.phrase, candidate.place),
            _by_article(choice, candidate.place),
            _by_container(choice, candidate.place, choices),
            _by_votes(candidate.place, context),
            _by_nearness(candidate.place, index, context),
            _by_relation(candidate.place, relation, choices),
            _by_list(choice, candidate.place, choices),
        ]
        choice.scores.append(candidate.score + sum(value for value, _ in parts))
        choice.why.append([candidate.reason, *(reason for _, reason in parts if reason)])
    choice.best = max(range(len(choice.scores)), key=lambda k: (choice.scores[k], -k), default=None)


def _by_head(phrase: Phrase, place: Place) -> tuple[float, str]:
    if phrase.head_class is None:
        return 0.0, ""
    if phrase.head_class == "facility" and place.kind in SETTLEMENTS:
        return 1.0, ""
    if place.kind in HEAD_KINDS[phrase.head_class]:
        best = {"admin1": "admin1", "admin2": "admin2"}.get(phrase.head_class)
        bonus = HEAD_RIGHT if best is None or place.kind == best else HEAD_RIGHT / 2
        if phrase.head_class == "admin1" and place.name.endswith(CLASS_NAMES):
            bonus += BARE_AREA_COST + OWN_CLASS  # an area named with its class word, as the text does
        return bonus, f"called a {phrase.head} in the text"
    return HEAD_WRONG, ""


_WITHOUT_ARTICLE = frozenset({"city", "town", "village", "quarter", "admin1", "admin2"})


def _by_article(choice: Choice, place: Place) -> tuple[float, str]:
    if not choice.phrase.article or place.kind not in _WITHOUT_ARTICLE or place.name.startswith("The "):
        return 0.0, ""
    return WITH_ARTICLE, ""


def _by_container(choice: Choice, place: Place, choices: Sequence[Choice]) -> tuple[float, str]:
    for at in (choice.phrase.container, choice.phrase.possessor):
        holder = choices[at].place if at is not None and at < len(choices) else None
        if holder is not None and holder.kind in {"country", "admin1", "admin2", "territory", "region"}:
            if holds(holder, place):
                return CONTAINED, f"in {holder.name}, as the text says"
            if holder.kind in {"country", "admin1"} and holder.id != place.id:
                return NOT_CONTAINED, ""
    return 0.0, ""


def holds(holder: Place, place: Place) -> bool:
    """True where a country, admin-1 or admin-2 area holds a place, by the codes of the place."""
    if holder.id == place.id:
        return False
    if holder.kind == "country":
        return place.country == holder.country
    if holder.kind == "admin1":
        return place.admin1_id == holder.id
    if place.country != holder.country or place.admin1_id != holder.admin1_id:
        return False
    return place.admin2 == holder.name if place.admin2 else _within(holder, place)


def _within(holder: Place, place: Place) -> bool:
    """True where a place whose second-level area is unknown lies in the extent of one."""
    if holder.lonlat is None or place.lonlat is None:
        return False
    return geometry.distance_km(holder.lonlat, place.lonlat) <= (holder.radius_km or 0.0)


def _by_votes(place: Place, context: Context) -> tuple[float, str]:
    share = context.countries.get(place.country or "", 0.0)
    area = context.areas.get(place.admin1_id or place.id, 0.0)
    value = COUNTRY_VOTE * math.sqrt(share) + ADMIN1_VOTE * math.sqrt(area)
    return value, "other places of the article lie in the same country" if share > 0.3 else ""


def _by_nearness(place: Place, index: int, context: Context) -> tuple[float, str]:
    if place.lonlat is None or place.kind in {"country", "macroregion", "sea"}:
        return 0.0, ""
    x, y, z = geometry.unit(place.lonlat)
    best, nearest = -2.0, None
    for i, p, (px, py, pz) in context.points:
        dot = x * px + y * py + z * pz
        if dot > best and i != index and p.id != place.id:
            best, nearest = dot, p
    if nearest is None:
        return 0.0, ""
    km = geometry.EARTH_KM * math.acos(min(1.0, best))
    return NEARNESS * math.exp(-km / NEAR_KM), f"{km:.0f} km from {nearest.name}" if km < NEAR_KM else ""


def _by_relation(place: Place, relation: RelationPhrase | None, choices: Sequence[Choice]) -> tuple[float, str]:
    anchor = choices[relation.anchor].place if relation is not None else None
    if relation is None or anchor is None or anchor.id == place.id:
        return 0.0, ""
    fit = fits(relation, anchor, place)
    return RELATION * fit, f"lies {relation.qualifier} of {anchor.name}, as the text says" if fit > 0.3 else ""


def _by_list(choice: Choice, place: Place, choices: Sequence[Choice]) -> tuple[float, str]:
    group = choice.phrase.group
    if group is None:
        return 0.0, ""
    others = [c.place for c in choices if c is not choice and c.phrase.group == group and c.place is not None]
    if not others:
        return 0.0, ""
    kinds = sum(_rank(o) == _rank(place) for o in others) / len(others)
    if (
        place.kind == "admin1"
        and place.name.endswith(CLASS_NAMES)
        and any(_named_as_area(c) for c in _list_of(choice, choices))
    ):
        kinds += BARE_AREA_COST  # one of the list is called a region, so the others are regions too
    areas = sum(bool(o.country) and o.country == place.country for o in others) / len(others)
    return SAME_KIND * kinds * 2 + SAME_ADMIN1 * areas, ""


def _list_of(choice: Choice, choices: Sequence[Choice]) -> list[Choice]:
    return [c for c in choices if c is not choice and c.phrase.group == choice.phrase.group]


def _named_as_area(choice: Choice) -> bool:
    return choice.phrase.head_class == "admin1" and choice.place is not None and choice.place.kind == "admin1"


def _rank(place: Place) -> str:
    return "settlement" if place.kind in SETTLEMENTS else place.kind


def probabilities(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp((s - top) / TEMPERATURE) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]
