"""Who says that it still holds what the other side claims to have taken denies that claim (``events.md`` 4.7)."""

import re
from collections.abc import Sequence

from geoevents.atlas.place import LonLat
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.who.answered import is_elsewhere, names_another
from geoevents.events.who.claim import Spoken
from geoevents.events.who.side_kinds import kind_of_side, names_enemy
from geoevents.values import replace

__all__ = ["held_on", "held_still"]


def held_on(text: str, holder: Spoken, tellings: Sequence[Telling], towns: Sequence[LonLat]) -> list[Telling]:
    """Tellings in which the last loss of ground before it is denied by the side that says nothing was lost.

    ``towns`` are those that it names: who holds one says nothing of another.
    """
    claim = holder.claim
    near = [t for t in tellings if _before(t, holder) and not (towns and (t.placed is None or is_elsewhere(t, towns)))]
    last = near[-1] if near and claim.claimant.sector in _SIDES else None
    if last is None or names_another(text, claim, last) or _is_of_its_side(last, claim.claimant):
        return list(tellings)
    denial = replace(claim, modality="denies", claimant=replace(claim.claimant, stance="denies"))
    return [replace(t, claims=(*t.claims, denial)) if t.record == last.record else t for t in tellings]


def _is_of_its_side(telling: Telling, who: Claimant) -> bool:
    """True for what a holder or somebody of its state told, or is told to have taken: nobody answers itself."""
    told = [c.claimant for c in telling.claims]
    if any(t.name == who.name or (t.country is not None and t.country == who.country) for t in told):
        return True
    doer = telling.actors[0] if telling.actors else None
    gains = telling.hit.subtype in _TAKES and doer is not None and doer.basis == "explicit"
    return gains and who.country is not None and doer is not None and doer.country == who.country


_SIDES = frozenset({"MIL", "GOV", None})  # who fights; residents only tell that the fight goes on


def _before(telling: Telling, holder: Spoken) -> bool:
    """True for news of who holds a place, told in the sentence or up to three before it."""
    near = telling.segment.section == holder.section and 0 <= holder.sentence - telling.segment.index <= _REACH
    news = telling.hit.category == "control_change" and not telling.is_background and not telling.is_aggregate
    claim, here = holder.claim, telling.segment.index == holder.sentence
    same = (
        here and claim.scope_end <= telling.hit.trigger.start
    )  # ""We hold it," X said after Y declared the town taken"
    return near and news and (same or telling.hit.trigger.start < holder.claim.verb_start)


_REACH = 3


_HOLDS = re.compile(r"\b(?:control(?:s|led|ling)?|hold(?:s|ing)?|held|hands|flag)\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b", re.IGNORECASE)
_TAKES = frozenset({"captured", "recaptured", "advance", "bridgehead"})
_REACH_OF_NEWS = 6  # sentences within which a side answers what the other one claims to have taken


def held_still(text: str, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings in which a side that says it holds what the other one claims to have taken denies that claim.

    "Still holds", "remains in their hands" without such a claim before it is no event: nothing changed.
    """
    found: list[Telling] = []
    for t in tellings:
        held = _is_held(t, text)
        still = held and _STILL.search(text, t.hit.clause.start, t.hit.trigger.end) is not None
        if held and any(_answers(text, t, e) for e in found):
            claims = tuple(
                replace(c, modality="denies", claimant=replace(c.claimant, stance="denies")) for c in t.claims
            )
            found.append(replace(t, stance="denies", claims=claims))
        elif not still:
            found.append(t)
    return found


def _is_held(telling: Telling, text: str) -> bool:
    hit = telling.hit
    held = hit.category == "control_change" and hit.subtype == "captured" and hit.modality == "actual"
    return held and _HOLDS.search(text, hit.trigger.start, hit.trigger.end) is not None


def _own_side_holds(text: str, held: Telling, who: Claimant) -> bool:
    """False for what a speaker says that the others hold: "half the city is held by the invaders", "in Russian hands"."""
    hit = held.hit
    holder = hit.agent if hit.voice == "passive" else hit.subject if hit.voice == "active" else hit.trigger
    words = text[holder.start : holder.end] if holder is not None else ""
    nations = [w for w in words.split() if w[0].isupper() and w.endswith(("an", "ian", "ish", "ese", "i"))]
    mine = all(w in who.name for w in nations)
    others = kind_of_side(words) != 0 and kind_of_side(words) == -kind_of_side(who.name)
    return mine and not others and not names_enemy(words)


def _answers(text: str, held: Telling, taken: Telling) -> bool:
    """True where one side says that it holds the place that the other one is told to have taken a few sentences before."""
    near = held.segment.section == taken.segment.section
    near = near and 0 < held.segment.index - taken.segment.index <= _REACH_OF_NEWS and not taken.is_background
    if not near or not held.claims or held.inherited_claim or taken.hit.subtype not in _TAKES:
        return False
    if held.placed is None or taken.placed is None or held.placed.mention.place != taken.placed.mention.place:
        return False
    who, doer = held.claims[0].claimant, taken.actors[0] if taken.actors else None
    if not _own_side_holds(text, held, who):
        return False
    if who.country and doer is not None and doer.country and doer.basis == "explicit":
        return who.country != doer.country
    holder = kind_of_side(text[held.hit.trigger.start : held.hit.trigger.end]) or kind_of_side(who.name)
    return holder != 0 and doer is not None and holder == -kind_of_side(doer.name)
