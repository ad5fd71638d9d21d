"""Which candidate each name means, from the whole article; alternatives and reasons kept (``places.md`` 4)."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from geoevents.atlas import geometry
from geoevents.atlas.gazetteer import BARE_AREA_COST, CLASS_NAMES, Candidate, Gazetteer
from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.phrases import Phrase
from geoevents.atlas.place import SETTLEMENTS, Place
from geoevents.atlas.recognise import NameSpan
from geoevents.atlas.relations import RelationPhrase, fits
from geoevents.atlas.words import DEMONYMS

__all__ = ["Resolved", "resolve"]

# Weights in units of the gazetteer's own score (log10 of population); set on the development halves of the corpora.
HEAD_RIGHT, HEAD_WRONG = 4.0, -2.5
CONTAINED, NOT_CONTAINED = 5.0, -1.5
COUNTRY_VOTE, ADMIN1_VOTE, NEARNESS, NEAR_KM = 2.2, 1.2, 2.2, 120.0
RELATION, SAME_KIND, SAME_ADMIN1 = 6.0, 0.8, 0.8
TEMPERATURE = 0.9
ROUNDS = 3
MARGIN, APART_KM = 0.12, 100.0
FUZZY_SUPPORT = 0.4  # a misspelt name needs a country, place or relation that speaks for it this much
HEAD_KINDS = {
    "admin1": frozenset({"admin1", "territory", "region", "country"}),
    "admin2": frozenset({"admin2", "admin1"}),
    "settlement": SETTLEMENTS,
    "water": frozenset({"sea", "strait", "river", "lake"}),
    "land": frozenset({"island", "region", "territory", "admin1"}),
    "facility": frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "seat"}) | SETTLEMENTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name was taken to mean, how sure, why, and what else it could be."""

    place: Place | None
    decision: Decision
    confidence: float
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


@dataclass(slots=True, kw_only=True)
class _Choice:
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


def resolve(
    spans: Sequence[NameSpan],
    phrases: Sequence[Phrase],
    relations: Sequence[tuple[int, RelationPhrase]],
    atlas: Gazetteer,
) -> list[Resolved]:
    """One answer a span.  ``relations`` pairs the index of a located span with the relation that tells where it lies."""
    choices = [_Choice(span=s, phrase=p, candidates=_candidates(s, atlas)) for s, p in zip(spans, phrases, strict=True)]
    told = dict(relations)
    _share_spellings(choices)
    for round_number in range(ROUNDS):
        context = _Context.of(choices) if round_number else _Context()
        for index, choice in enumerate(choices):
            _score(choice, index, choices, context, told.get(index))
        _one_sense(choices)
    return [_answer(choice, _Context.of(choices)) for choice in choices]


def _candidates(span: NameSpan, atlas: Gazetteer) -> tuple[Candidate, ...]:
    if span.source == "demonym":
        country = atlas.country(DEMONYMS[span.key])
        if country is None:
            return ()
        return (
            Candidate(
                place=country, tier=1, matched=span.key, main=True, score=9.0, reason="people or adjective of it"
            ),
        )
    found = atlas.candidates(span.text, fuzzy=span.source in {"cue", "given"})
    if not found and " " in span.text:
        found = atlas.candidates(span.text.rsplit(" ", 1)[0], fuzzy=False) if span.source == "given" else ()
    return found


def _share_spellings(choices: Sequence[_Choice]) -> None:
    """A misspelt name also gets the candidates of like names told elsewhere in the article."""
    known = [c for c in choices if c.candidates and c.candidates[0].tier < 3 and c.span.source != "demonym"]
    for choice in choices:
        if choice.span.source == "cue" and not choice.candidates:
            alike = [k for k in known if k.span.key[:4] == choice.span.key[:4]]
            choice.candidates = alike[0].candidates if alike else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What the settled names of the article speak for."""

    countries: dict[str, float] = field(default_factory=dict)
    areas: dict[str, float] = field(default_factory=dict)
    points: tuple[tuple[int, Place], ...] = ()

    @classmethod
    def of(cls, choices: Sequence[_Choice]) -> "_Context":
        countries: dict[str, float] = defaultdict(float)
        areas: dict[str, float] = defaultdict(float)
        points = []
        for index, c in enumerate(choices):
            place = c.place
            if place is None or not place.country:
                continue
            sure = _probabilities(c.scores)[c.best or 0] if c.scores else 0.5
            countries[place.country] += sure * (0.5 if c.span.source == "demonym" else 1.0)
            area = place.admin1_id or (place.id if place.kind == "admin1" else None)
            if area:
                areas[area] += sure
            if place.lonlat is not None and place.kind not in {"country", "macroregion", "sea"} and sure > 0.5:
                points.append((index, place))
        total, whole = sum(countries.values()) or 1.0, sum(areas.values()) or 1.0
        return cls(
            countries={k: v / total for k, v in countries.items()},
            areas={k: v / whole for k, v in areas.items()},
            points=tuple(points),
        )


def _score(
    choice: _Choice, index: int, choices: Sequence[_Choice], context: _Context, relation: RelationPhrase | None
) -> None:
    """Scores of all candidates of one name in the light of the others, with the reasons for each."""
    choice.scores, choice.why = [], []
    for candidate in choice.candidates:
        parts = [
            _by_head(choice.phrase, candidate.place),
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
            bonus += BARE_AREA_COST  # the gazetteer's cost of an area named without its class word
        return bonus, f"called a {phrase.head} in the text"
    return HEAD_WRONG, ""


def _by_container(choice: _Choice, place: Place, choices: Sequence[_Choice]) -> tuple[float, str]:
    for at in (choice.phrase.container, choice.phrase.possessor):
        holder = choices[at].place if at is not None and at < len(choices) else None
        if holder is not None and holder.kind in {"country", "admin1", "admin2", "territory", "region"}:
            if _holds(holder, place):
                return CONTAINED, f"in {holder.name}, as the text says"
            if holder.kind in {"country", "admin1"} and holder.id != place.id:
                return NOT_CONTAINED, ""
    return 0.0, ""


def _holds(holder: Place, place: Place) -> bool:
    if holder.id == place.id:
        return False
    if holder.kind == "country":
        return place.country == holder.country
    if holder.kind == "admin1":
        return place.admin1_id == holder.id
    return place.country == holder.country and place.admin1 == holder.admin1


def _by_votes(place: Place, context: _Context) -> tuple[float, str]:
    share = context.countries.get(place.country or "", 0.0)
    area = context.areas.get(place.admin1_id or place.id, 0.0)
    value = COUNTRY_VOTE * math.sqrt(share) + ADMIN1_VOTE * math.sqrt(area)
    return value, "other places of the article lie in the same country" if share > 0.3 else ""


def _by_nearness(place: Place, index: int, context: _Context) -> tuple[float, str]:
    if place.lonlat is None or place.kind in {"country", "macroregion", "sea"}:
        return 0.0, ""
    others = [
        (geometry.distance_km(place.lonlat, p.lonlat), p)
        for i, p in context.points
        if i != index and p.lonlat and p.id != place.id
    ]
    if not others:
        return 0.0, ""
    km, nearest = min(others, key=lambda o: o[0])
    return NEARNESS * math.exp(-km / NEAR_KM), f"{km:.0f} km from {nearest.name}" if km < NEAR_KM else ""


def _by_relation(place: Place, relation: RelationPhrase | None, choices: Sequence[_Choice]) -> tuple[float, str]:
    anchor = choices[relation.anchor].place if relation is not None else None
    if relation is None or anchor is None or anchor.id == place.id:
        return 0.0, ""
    fit = fits(relation, anchor, place)
    return RELATION * fit, f"lies {relation.qualifier} of {anchor.name}, as the text says" if fit > 0.3 else ""


def _by_list(choice: _Choice, place: Place, choices: Sequence[_Choice]) -> tuple[float, str]:
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


def _list_of(choice: _Choice, choices: Sequence[_Choice]) -> list[_Choice]:
    return [c for c in choices if c is not choice and c.phrase.group == choice.phrase.group]


def _named_as_area(choice: _Choice) -> bool:
    return choice.phrase.head_class == "admin1" and choice.place is not None and choice.place.kind == "admin1"


def _rank(place: Place) -> str:
    return "settlement" if place.kind in SETTLEMENTS else place.kind


def _one_sense(choices: Sequence[_Choice]) -> None:
    """The same name without a class word of its own means one place in an article: the best supported one."""
    by_key: dict[str, list[_Choice]] = defaultdict(list)
    for c in choices:
        if c.best is not None and c.phrase.head_class is None and c.span.source != "demonym":
            by_key[c.span.key].append(c)
    for same in by_key.values():
        if len(same) > 1:
            lead = max(same, key=lambda c: max(c.scores))
            chosen = lead.place
            for c in same:
                at = next(
                    (k for k, x in enumerate(c.candidates) if chosen is not None and x.place.id == chosen.id), None
                )
                c.best = at if at is not None else c.best


def _probabilities(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp((s - top) / TEMPERATURE) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]


def _answer(choice: _Choice, context: _Context) -> Resolved:
    """The decision for one name; abstains where two far apart are as likely, or a misspelt name has no support."""
    if choice.best is None:
        return Resolved(
            place=None,
            decision="not_in_gazetteer",
            confidence=0.0,
            reasons=("no place of that name in the atlas",),
            alternatives=(),
        )
    shares = _probabilities(choice.scores)
    order = sorted(range(len(shares)), key=lambda k: (k != choice.best, -shares[k], k))
    best, sure = choice.candidates[choice.best], shares[choice.best]
    others = tuple(_alternative(choice, k, shares, best.place) for k in order[1:6])
    if best.tier == 3:
        support = context.countries.get(best.place.country or "", 0.0)
        near = any("km from" in r or "as the text says" in r for r in choice.why[choice.best])
        if support < FUZZY_SUPPORT and not near:
            reasons = (
                f"only a like-sounding place found ({best.place.name}), and nothing in the article speaks for it",
            )
            return Resolved(
                place=None, decision="none_fits", confidence=round(sure, 3), reasons=reasons, alternatives=others
            )
        sure *= 0.8
    runner = choice.candidates[order[1]].place if len(order) > 1 else None
    if (
        runner is not None
        and sure - shares[order[1]] < MARGIN
        and _apart(best.place, runner)
        and best.place.kind == runner.kind
    ):
        reasons = (f"as likely {best.place.name} ({_where(best.place)}) as {_where(runner)}",)
        both = (_alternative(choice, choice.best, shares, runner), *others)[:5]
        return Resolved(place=None, decision="too_close", confidence=round(sure, 3), reasons=reasons, alternatives=both)
    decision: Decision = "not_a_point" if best.place.lonlat is None else "chosen"
    return Resolved(
        place=best.place,
        decision=decision,
        confidence=round(min(sure, 0.99), 3),
        reasons=tuple(choice.why[choice.best]),
        alternatives=others,
    )


def _alternative(choice: _Choice, at: int, shares: Sequence[float], winner: Place) -> Alternative:
    candidate = choice.candidates[at]
    reason = "; ".join(choice.why[at]) or candidate.reason
    smaller = (candidate.place.population or 0) < (winner.population or 0)
    if smaller and candidate.place.kind == winner.kind:
        reason = f"smaller than {_where(winner)}; {reason}"
    return Alternative(place=candidate.place, confidence=round(shares[at], 3), reason=reason)


def _where(place: Place) -> str:
    return ", ".join(p for p in (place.name, place.admin1, place.country) if p)


def _apart(a: Place, b: Place) -> bool:
    return a.lonlat is not None and b.lonlat is not None and geometry.distance_km(a.lonlat, b.lonlat) > APART_KM
