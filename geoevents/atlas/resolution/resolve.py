"""Which candidate each name means, from the whole article; alternatives and reasons kept (``places.md`` 4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.resolution.constraints import Misfit, hold_to_distances
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.resolution.name_groups import NameGroup, Told, group_names
from geoevents.atlas.resolution.ranking import Ranker
from geoevents.atlas.resolution.why import against, reasons_for, where

__all__ = ["Resolved", "resolve"]

_ALTERNATIVES = 5
_CLOSE = 0.15  # shares closer than this are told as equally likely where a name is refused (places.md 4.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name was taken to mean, how sure (calibrated), why, and what else it could be."""

    place: Place | None
    decision: Decision
    confidence: float
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


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
    shares, misfits = hold_to_distances(scene, shares)
    context = scene.seen
    answers: dict[int, Resolved] = {}
    for k, at in enumerate(scene.live):
        if groups[at].spans:
            answer = _answer(scene, k, shares[scene.rows(k)], context, none=float(none[k]))
            answers[at] = _refused(answer, misfits[k]) if k in misfits else answer
    return [
        _weighed(answers.get(at, _UNKNOWN), span, model, min_confidence)
        for at, span in zip(of_span, told.spans, strict=True)
    ]


def _refused(answer: Resolved, misfit: Misfit) -> Resolved:
    """The answer without its place, which lies elsewhere than the text says; it stays as the first alternative."""
    if answer.place is None:
        return answer
    first = Alternative(place=answer.place, confidence=round(answer.confidence, 3), reason=misfit.reason)
    return Resolved(
        place=None, decision="none_fits", confidence=round(answer.confidence, 3), reasons=(misfit.reason,),
        alternatives=(first, *answer.alternatives)[:_ALTERNATIVES],
    )  # fmt: skip


def _weighed(answer: Resolved, span: NameSpan, model: Ranker, min_confidence: float | None) -> Resolved:
    """The answer with its calibrated confidence; without its place where that is below the threshold."""
    if answer.place is None:
        return answer
    sure = model.calibration(answer.confidence * span.probability)
    usual = 0.0 if span.probability >= 1.0 else model.threshold
    threshold = usual if min_confidence is None else min_confidence
    if sure >= threshold:
        return replace(answer, confidence=sure)
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


def _answer(scene: Scene, k: int, shares: Floats, context: Floats, *, none: float) -> Resolved:
    """The decision for one name before its confidence is calibrated: the share of the choice."""
    group: NameGroup = scene.groups[scene.live[k]]
    order = np.argsort(-shares, kind="stable")[: _ALTERNATIVES + 1].tolist()
    best = group.contenders.candidates[order[0]]
    sure = float(shares[order[0]])
    if best.tier == 3 and none > sure:
        reasons = (f"only a like-sounding place found ({best.place.name}), and little in the article speaks for it",)
        return Resolved(
            place=None, decision="none_fits", confidence=round(sure, 3), reasons=reasons,
            alternatives=_all(group, shares, order),
        )  # fmt: skip
    decision: Decision = "not_a_point" if not best.place.pin and best.place.kind == "macroregion" else "chosen"
    return Resolved(
        place=best.place,
        decision=decision,
        confidence=sure,
        reasons=reasons_for(scene, k, order, context),
        alternatives=_all(group, shares, order[1:], winner=best.place),
    )


def _all(
    group: NameGroup, shares: Floats, order: Sequence[int], *, winner: Place | None = None
) -> tuple[Alternative, ...]:
    """Candidates as alternatives, in the order given."""
    found = group.contenders.candidates
    return tuple(
        Alternative(
            place=found[i].place,
            confidence=round(float(shares[i]), 3),
            reason=against(found[i], winner) if winner is not None else found[i].reason,
        )
        for i in order[:_ALTERNATIVES]
    )
