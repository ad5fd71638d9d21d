"""The place at which a section opens without telling any event there: the scene of what it tells next."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import PINNED
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["is_looked_back_on", "scene_set", "small_of_one_name"]

_ON_THE_SPOT = frozenset({"strike", "ground_combat", "humanitarian", "infrastructure"})
_FOUGHT = frozenset({"strike", "ground_combat", "control_change"})
_FLYING = frozenset({"drones", "missiles", "aircraft"})
_FEW = 9  # more of these flew over a whole country


def small_of_one_name(named: Sequence[Placed]) -> list[Placed]:
    """The small places among those named, where all are one; [] where they are none or several."""
    small = [p for p in named if p.spot.precision in PINNED or p.spot.reference is not None]
    return small if len({p.spot.name for p in small}) == 1 else []


def scene_set(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The one small place that the section has named, in the sentence before, where it told of nothing yet and the sentence
    names none: "Smoke hung over [Grozny] at noon. Ten gunmen had attacked a police post".

    A place that heads the sentence before sets the scene whatever was told ahead of it: "... In [Goma], hospitals were full of
    wounded soldiers. Rebels seized the airport".
    """
    if hit.modality != "actual" or not thread.named:
        return ()
    if hit.category not in (_FOUGHT if thread.tellings else _ON_THE_SPOT):
        return ()
    if thread.tellings and not _is_new_scene(text, thread):
        return ()
    if hit.subtype == "attack" or any(c.unit in _FLYING and (c.value or 0) > _FEW for c in sentence.counts):
        return ()  # "the infection killed her", and what flew over a whole country
    if any(m.spot is not None and m.spot.precision in PINNED and m.role == "literal" for m in sentence.mentions):
        return ()
    number, just = thread.just_named  # a heading sets no scene
    small = small_of_one_name(just if thread.tellings else thread.named)
    if not small or small[0].spot.reference is not None:
        return ()
    told = sentence.segment.index - number == 1 and any(p.mention == small[-1].mention for p in just)
    return (replace(small[-1], basis="inherited"),) if told and small[-1].mention.role == "literal" else ()


# "In [X], hospitals were full": what heads a sentence
_HEADS = re.compile(r"(?:[.!?][\"”’]?\s+|\n\s*)(?:In|At|Around|Outside)\s+(?:the\s+[a-z]+\s+(?:of\s+)?)?$")
_BEFORE = 40  # letters before a name in which the head of its sentence stands


def _is_new_scene(text: str, thread: Thread) -> bool:
    """True where the sentence before told of nothing but names one small place at its head, another than that of the last event."""
    number, just = thread.just_named
    last = thread.tellings[-1]
    small = small_of_one_name(just)
    if not small or last.segment.index >= number or last.placed is None or last.placed.spot.name == small[0].spot.name:
        return False
    start = small[0].mention.phrase_start
    return _HEADS.search(text, max(0, start - _BEFORE), start) is not None


def is_looked_back_on(telling: Telling, told: Sequence[Telling]) -> bool:
    """True for what was only looked back on in a sentence with news: "left A, its biggest loss | since it gave up [B]"."""
    looked_back = telling.is_background and telling.hit.clause_kind in {"subordinate", "relative"}
    return looked_back and any(
        t.segment is telling.segment and not t.is_background and t.order < telling.order and t.placed is not None
        for t in told
    )
