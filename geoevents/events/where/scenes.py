"""The place at which a section opens without telling any event there: the scene of what it tells next."""

from collections.abc import Sequence

from geoevents.atlas.mention import PINNED
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["is_looked_back_on", "scene_set", "small_of_one_name"]

_ON_THE_SPOT = frozenset({"strike", "ground_combat", "humanitarian", "infrastructure"})
_FLYING = frozenset({"drones", "missiles", "aircraft"})
_FEW = 9  # more of these flew over a whole country


def small_of_one_name(named: Sequence[Placed]) -> list[Placed]:
    """The small places among those named, where all are one; [] where they are none or several."""
    small = [p for p in named if p.spot.precision in PINNED or p.spot.reference is not None]
    return small if len({p.spot.name for p in small}) == 1 else []


def scene_set(hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The one small place that the section has named, in the sentence before, where it told of nothing yet and the sentence
    names none: "Smoke hung over [Grozny] at noon. Ten gunmen had attacked a police post".
    """
    if thread.tellings or hit.category not in _ON_THE_SPOT or hit.modality != "actual" or not thread.named:
        return ()
    if hit.subtype == "attack" or any(c.unit in _FLYING and (c.value or 0) > _FEW for c in sentence.counts):
        return ()  # "the infection killed her", and what flew over a whole country
    if any(m.spot is not None and m.spot.precision in PINNED and m.role == "literal" for m in sentence.mentions):
        return ()
    small = small_of_one_name(thread.named)
    if not small or small[0].spot.reference is not None:
        return ()
    number, just = thread.just_named  # a heading sets no scene
    told = sentence.segment.index - number == 1 and any(p.mention == small[-1].mention for p in just)
    return (replace(small[-1], basis="inherited"),) if told and small[-1].mention.role == "literal" else ()


def is_looked_back_on(telling: Telling, told: Sequence[Telling]) -> bool:
    """True for what was only looked back on in a sentence with news: "left A, its biggest loss | since it gave up [B]"."""
    looked_back = telling.is_background and telling.hit.clause_kind in {"subordinate", "relative"}
    return looked_back and any(
        t.segment is telling.segment and not t.is_background and t.order < telling.order and t.placed is not None
        for t in told
    )
