"""Which candidate each name means, from the whole article; alternatives and reasons kept (``places.md`` 4)."""

from collections.abc import Sequence

import numpy as np

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.resolution.confidence import uncalibrated
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.resolution.gatherings import met_at
from geoevents.atlas.resolution.name_groups import Told, group_names
from geoevents.atlas.resolution.phrases import Phrase
from geoevents.atlas.resolution.quarters import QUARTERS
from geoevents.atlas.resolution.ranking import Ranker
from geoevents.atlas.resolution.resolved import Resolved
from geoevents.atlas.resolution.senses import ALONE_ABROAD, districts_abroad, in_one_sense
from geoevents.atlas.resolution.settling import settled
from geoevents.atlas.resolution.strangers import doubts
from geoevents.atlas.resolution.why import TOLD, against, reasons_for, where
from geoevents.atlas.scoring import Candidate
from geoevents.values import maker

__all__ = ["Resolved", "resolve"]

_ALTERNATIVES = 5
_TOWNS = frozenset({"city", "town", "village", "admin1", "admin2"})
_VILLAGES = frozenset({"village", "hamlet"})
_NO_VILLAGE = 100_000  # inhabitants; places that call themselves a village have up to 75,000 in Illinois
_CLOSE = 0.15  # shares closer than this are told as equally likely where a name is refused (places.md 4.3)


_resolved, _alternative = maker(Resolved), maker(Alternative)
_UNKNOWN = Resolved(
    place=None,
    decision="not_in_gazetteer",
    confidence=0.0,
    reasons=("no place of that name in the atlas",),
    alternatives=(),
)


def resolve(
    told: Told, atlas: Gazetteer, *, ranker: Ranker | None = None, min_confidence: float | None = None
) -> list[Resolved]:
    """One answer a span of ``told``, in order; spans that must mean the same place share it.

    ``min_confidence`` is the confidence below which a name stays without a place; None is the ranker's own threshold, and
    no threshold at all for spans that the input itself gives as places.
    """
    model = ranker or Ranker.load()
    groups, of_span = group_names(told, atlas)
    scene = Scene(groups, outlet_country=told.outlet.country if told.outlet else None)
    shares, none = model.shares(scene)
    shares, misfits = settled(scene, shares)
    answers = _answers(scene, shares, none)
    answers |= {at: _refused(answers[at], m.reason) for k, m in misfits.items() if (at := scene.live[k]) in answers}
    of_spans = [answers.get(at, _UNKNOWN) for at in of_span]
    doubt = dict(zip(scene.live, doubts(scene, shares).tolist(), strict=True))
    met = met_at(told.text, told.spans, of_span) if any(d < 1.0 for d in doubt.values()) else frozenset()
    doubted = [1.0 if at in met else doubt.get(at, 1.0) for at in of_span]
    sure = model.calibration.of(
        [uncalibrated(a.confidence, s.probability, d) for a, s, d in zip(of_spans, told.spans, doubted, strict=True)]
    )
    sure = [
        model.calibration(uncalibrated(a.confidence + nested, s.probability, d))
        if chance < model.threshold and (nested := _nested(a))
        else chance
        for a, s, d, chance in zip(of_spans, told.spans, doubted, sure, strict=True)
    ]
    weighed = [
        _weighed(answer, span, sure=chance, usual=model.threshold, wanted=min_confidence)
        for answer, span, chance in zip(of_spans, told.spans, sure, strict=True)
    ]
    called = [_as_called(a, p.head) for a, p in zip(weighed, told.phrases, strict=True)]
    called = in_one_sense(told, called)
    named = [a.place.country for a in called if a.place is not None]
    checked = [_quarter(a, p.head, p.container, named) for a, p in zip(called, told.phrases, strict=True)]
    checked = [
        a if _listed_with(p, told.phrases) else _put_abroad(a, p.container, checked)
        for a, p in zip(checked, told.phrases, strict=True)
    ]
    return [
        _refused(a, ALONE_ABROAD) if alone else a
        for a, alone in zip(checked, districts_abroad(told, checked), strict=True)
    ]


def _listed_with(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """True where the name that might hold one is rather the next of its list: "shells hit Kotli, Nakyal and Tatta Pani"."""
    at = phrase.container
    return at is not None and at < len(phrases) and phrase.group is not None and phrases[at].group == phrase.group


def _put_abroad(answer: Resolved, container: int | None, answers: Sequence[Resolved]) -> Resolved:
    """The answer; without its place where all that its container may be lies in other countries: "the Nowshera sector of Rajouri
    district" is not the Nowshera of another state."""
    holder = answers[container] if container is not None and container < len(answers) else None
    if answer.place is None or holder is None or holder.place is not None or not holder.alternatives:
        return answer
    if any(a.place.country == answer.place.country for a in holder.alternatives):
        return answer
    held = holder.alternatives[0].place
    return _refused(answer, f"the text puts it in {where(held)}, and {where(answer.place)} is in another country")


_ALONE = 2  # other names of the article that must lie in other countries


def _quarter(answer: Resolved, head: str | None, container: int | None, named: Sequence[str | None]) -> Resolved:
    """The answer; without its place where "the X district" would be a town of a country that nothing else lies in."""
    place = answer.place
    if place is None or head not in QUARTERS or container is not None or place.kind not in _TOWNS:
        return answer
    others = [c for c in named if c != place.country]
    if named.count(place.country) > 1 or len(others) < _ALONE:
        return answer
    return _refused(
        answer, f"the text calls it a {head}, and nothing else of the article lies in the country of {where(place)}"
    )


def _nested(answer: Resolved) -> float:
    """The shares of areas of the same name around the place of an answer, of their seat, and of what lies beside it: a town, its
    district and its air base mislead nobody."""
    place = answer.place
    if place is None:
        return 0.0
    return sum(
        a.confidence
        for a in answer.alternatives
        if _is_within(place, a.place) or _is_within(a.place, place) or _is_beside(a.place, place)
    )


def _is_beside(a: Place, b: Place) -> bool:
    """True for two small places that lie so near to each other that a pin at either misleads nobody."""
    small = a.kind in _SMALL and b.kind in _SMALL and a.country == b.country
    return small and a.lonlat is not None and b.lonlat is not None and distance_km(a.lonlat, b.lonlat) <= _BESIDE_KM


_SMALL = frozenset({"city", "town", "village", "quarter", "airport", "airbase", "port", "plant"})
_BESIDE_KM = 10.0


def _is_within(place: Place, area: Place) -> bool:
    """True for a town in an area that goes by its name, whose point is so near that a pin misleads nobody."""
    if area.kind not in _AROUND or place.kind in {"admin1", "country"} or place.country != area.country:
        return False
    held = (
        area.id == place.admin1_id if area.kind == "admin1" else area.kind == "territory" or area.name == place.admin2
    )
    return (
        held
        and place.lonlat is not None
        and area.lonlat is not None
        and distance_km(place.lonlat, area.lonlat) <= _NESTED_KM
    )


_NESTED_KM = 60.0
_AROUND = frozenset({"admin1", "admin2", "territory"})  # "Gaza" is a town, its governorate and the strip around it


def _as_called(answer: Resolved, head: str | None) -> Resolved:
    """The answer; without its place where the text calls a village what is a large city."""
    place = answer.place
    if head not in _VILLAGES or place is None or place.kind != "city" or (place.population or 0) < _NO_VILLAGE:
        return answer
    return _refused(
        answer, f"the text calls it a {head}, but the likeliest place of that name is the city {where(place)}"
    )


def _refused(answer: Resolved, reason: str) -> Resolved:
    """The answer without its place, which is not what or where the text says; it stays as the first alternative."""
    if answer.place is None:
        return answer
    first = Alternative(place=answer.place, confidence=round(answer.confidence, 3), reason=reason)
    return Resolved(
        place=None, decision="none_fits", confidence=round(answer.confidence, 3), reasons=(reason,),
        alternatives=(first, *answer.alternatives)[:_ALTERNATIVES],
    )  # fmt: skip


_OF_PEOPLES = 0.75  # of the usual threshold: "Russian" can mean one country only, and who acted hangs on it


def _weighed(answer: Resolved, span: NameSpan, *, sure: float, usual: float, wanted: float | None) -> Resolved:
    """The answer with its calibrated confidence; without its place where that is below the threshold."""
    if answer.place is None:
        return answer
    usual = usual * _OF_PEOPLES if span.source == "demonym" and not answer.alternatives else usual
    threshold = wanted if wanted is not None else 0.0 if span.probability >= 1.0 else usual
    if sure >= threshold:
        return _resolved(
            place=answer.place,
            decision=answer.decision,
            confidence=sure,
            reasons=answer.reasons,
            alternatives=answer.alternatives,
        )
    place = answer.place
    first = Alternative(place=place, confidence=answer.confidence, reason="; ".join(answer.reasons))
    others = (first, *answer.alternatives)[:_ALTERNATIVES]
    close = len(others) > 1 and others[0].confidence - others[1].confidence < _CLOSE
    reason = (
        f"as likely {where(place)} as {where(others[1].place)}"
        if close
        else f"only {sure:.2f} sure that it is {where(place)}"
    )
    return Resolved(
        place=None,
        decision="too_close" if close else "none_fits",
        confidence=sure,
        reasons=(f"{reason}; places below {threshold:.2f} are not set",),
        alternatives=others,
    )


def _answers(scene: Scene, shares: Floats, none: Floats) -> dict[int, Resolved]:
    """The answer of each live group by its number."""
    order = np.lexsort((-shares, scene.owner))
    best = order[scene.starts]
    said, nearest = scene.seen[best[:, None], TOLD].tolist(), scene.nearest(best)
    ranked, sure, refused = order.tolist(), shares[order].tolist(), none.tolist()
    answers = {}
    for k, (at, start, last) in enumerate(zip(scene.live, scene.starts.tolist(), scene.ends.tolist(), strict=True)):
        end = min(start + _ALTERNATIVES + 1, last)
        found = scene.candidates(ranked[start:end])
        reasons = reasons_for(scene, k, found, said[k], nearest[k])
        beside = nearest[k]
        alone = beside is not None and beside[1] > _COMPANY_KM
        answers[at] = _answer(found, sure[start:end], refused[k], reasons, alone=alone)
    return answers


_COMPANY_KM = 300.0  # within which another place of the article must lie for a name that only sounds alike


def _answer(
    found: Sequence[Candidate], shares: Sequence[float], none: float, reasons: tuple[str, ...], *, alone: bool
) -> Resolved:
    """The decision for one name before its confidence is calibrated: the share of the choice.

    ``found`` are its candidates, best first, with their ``shares``; ``none`` is the share of none of them; ``alone``: every other
    place of the article lies far from the first.
    """
    best, sure = found[0], shares[0]
    if best.tier == 3 and (none > sure or alone):
        reasons = (f"only a like-sounding place found ({best.place.name}), and little in the article speaks for it",)
        others = tuple(
            [
                Alternative(place=x.place, confidence=round(share, 3), reason=x.reason)
                for x, share in zip(found[:_ALTERNATIVES], shares, strict=False)
            ]
        )
        return Resolved(
            place=None, decision="none_fits", confidence=round(sure, 3), reasons=reasons, alternatives=others
        )
    decision: Decision = "not_a_point" if not best.place.pin and best.place.kind == "macroregion" else "chosen"
    behind = _behind(found, shares) if len(found) > 1 else ()
    return _resolved(place=best.place, decision=decision, confidence=sure, reasons=reasons, alternatives=behind)


def _behind(found: Sequence[Candidate], shares: Sequence[float]) -> tuple[Alternative, ...]:
    """All candidates but the first as alternatives, in order."""
    winner = found[0].place
    called = where(winner)
    return tuple(
        [
            _alternative(place=x.place, confidence=round(share, 3), reason=against(x, winner, called=called))
            for x, share in zip(found[1:], shares[1:], strict=True)
        ]
    )
