"""Plans that are called off later in their section: "the trip was cancelled" is no event of its own (``events.md`` 4.7)."""

import re
from collections.abc import Sequence

from geoevents.events.telling import Telling
from geoevents.values import replace

__all__ = ["called_off"]

_REACH_SENTENCES = 3
# "The trip was called off": the plan told before, not another event.
_OFF = re.compile(r"(?:cancel|call|postpone|put|scrap|abandon|shelve|drop)", re.IGNORECASE)
_THE_PLAN = re.compile(
    r"\b(?:the|this|that|his|her|their|its)\s+(?:\w+\s+)?(?:trip|visit|talks|meeting|summit|call|session)\b",
    re.IGNORECASE,
)


# "The exchange planned for Friday | did not take place": told in the clause of the plan itself
_NOT_HELD = re.compile(
    r"\b(?:(?:did|will|would|does)\s+not\s+(?:now\s+|yet\s+)?(?:take\s+place|happen|go\s+ahead|materiali[sz]e|be\s+held|come\s+off|occur)"
    r"|ha(?:d|s|ve)\s+not\s+(?:yet\s+)?(?:taken\s+place|happened|materiali[sz]ed|been\s+held|gone\s+ahead)|fell\s+through|never\s+(?:took\s+place|happened|materiali[sz]ed))\b"
)
_PLANNED = frozenset({"diplomacy", "detention", "humanitarian", "mobilisation"})


def _not_held(text: str, told: Telling) -> Telling:
    """A planned telling, marked where its clause goes on to say that it did not come about."""
    hit = told.hit
    if hit.modality != "planned" or hit.category not in _PLANNED or hit.voice != "noun":
        return told
    return replace(told, cancelled=True) if _NOT_HELD.search(text, hit.trigger.end, hit.clause.end) else told


_ARTICLE = 10  # letters of "the" and an adjective before the noun that a phrase begins with


def called_off(text: str, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings in which a plan that is called off later in its section is marked, and that sentence tells no event."""
    found = [_not_held(text, t) for t in tellings]
    for t in tellings:
        phrase = t.hit.object or t.hit.subject
        if t.hit.category != "diplomacy" or phrase is None or not _OFF.match(text, t.hit.trigger.start):
            continue
        plan = next((p for p in reversed(found) if _is_plan_of(p, t)), None)
        if (
            plan is not None
            and (t.placed is None or plan.segment == t.segment)
            and _THE_PLAN.search(text, max(t.hit.clause.start, phrase.start - _ARTICLE), phrase.end)
        ):
            found = [replace(p, cancelled=True) if p.record == plan.record else p for p in found if p.order != t.order]
    return found


def _is_plan_of(plan: Telling, off: Telling) -> bool:
    near = (
        0 <= off.segment.index - plan.segment.index <= _REACH_SENTENCES and plan.segment.section == off.segment.section
    )
    return (
        near
        and plan.hit.trigger.start < off.hit.trigger.start
        and plan.hit.modality == "planned"
        and plan.hit.category == "diplomacy"
    )
