"""Which candidate each name means, from the whole article; alternatives and reasons kept (``places.md`` 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoevents.atlas.contenders import Floats
from geoevents.atlas.evidence import Scene
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.name_groups import NameGroup, Told, group_names
from geoevents.atlas.place import Place
from geoevents.atlas.ranking import Ranker
from geoevents.atlas.why import against, reasons_for

__all__ = ["Resolved", "resolve"]

_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name was taken to mean, how sure (the share of the choice), why, and what else it could be."""

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


def resolve(told: Told, atlas: Gazetteer, *, ranker: Ranker | None = None) -> list[Resolved]:
    """One answer a span of ``told``, in order; spans that must mean the same place share it."""
    groups, of_span = group_names(told, atlas)
    scene = Scene(groups, outlet_country=told.outlet.country if told.outlet else None)
    shares, none = (ranker or Ranker.load()).shares(scene)
    context = scene.context(shares)
    answers: dict[int, Resolved] = {}
    for k, at in enumerate(scene.live):
        if groups[at].spans:
            answers[at] = _answer(scene, k, shares[scene.rows(k)], context, none=float(none[k]))
    return [answers.get(at, _UNKNOWN) for at in of_span]


def _answer(scene: Scene, k: int, shares: Floats, context: Floats, *, none: float) -> Resolved:
    """The decision for one name."""
    group: NameGroup = scene.groups[scene.live[k]]
    found = group.contenders.candidates
    order = np.argsort(-shares, kind="stable")[: _ALTERNATIVES + 1].tolist()
    best = found[order[0]]
    sure = round(min(float(shares[order[0]]), 0.99), 3)
    if best.tier == 3 and none > sure:
        reasons = (f"only a like-sounding place found ({best.place.name}), and little in the article speaks for it",)
        return Resolved(
            place=None, decision="none_fits", confidence=sure, reasons=reasons, alternatives=_all(group, shares, order)
        )
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
