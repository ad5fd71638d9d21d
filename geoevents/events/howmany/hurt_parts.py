"""The dead of a place that are part of a larger number: "missiles killed 25 people, [23 of them] in X"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.howmany.count_words import OF_PEOPLE
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, Casualties
from geoevents.events.telling import Placed
from geoevents.values import replace

__all__ = ["parts_by_place"]

_AT = r"(?:in|at|near|outside|around)\s+(?:[\w’'-]+\s+){0,6}$"
# "23 [of them in] X", "including 23 people [in the city of] X", "a woman and two children [in] X"
_PART_IN = re.compile(rf"(?:\s+(?:of\s+(?:them|whom|these|those)|people|others?|civilians))?(?:\s+\w+ed)?\s+{_AT}")
_MOST_IN = re.compile(
    rf"[^,;:.]{{0,40}},\s+(?:most|many|half|the majority|nearly all|almost all) of (?:them|whom) {_AT}"
)
_NEXT = re.compile(r",?\s+and\s+(?:another\s+|a further\s+)?$")


def parts_by_place(
    text: str, whole: Count | None, counts: Sequence[Count], placed: Sequence[Placed]
) -> list[Casualties] | None:
    """The casualties of each place where all of them are told as parts of ``whole``; None where they are not.

    A part of which no number is told ("most of them in X") is empty.
    """
    if whole is None or whole.value is None or whole.unit not in CASUALTIES or not placed:
        return None
    if any(p.mention.start < whole.start for p in placed):
        return None
    found: list[Casualties] = []
    last: Count | None = None
    for place in placed:
        part = next((c for c in reversed(counts) if whole.start < c.start < place.mention.start), None)
        if part is None or not _is_part(text, whole, part, last):
            if found or not _MOST_IN.fullmatch(lowered(text), whole.noun_end, place.mention.start):
                return None
            found.append(Casualties())
            continue
        if part is last or not _PART_IN.fullmatch(lowered(text), part.noun_end, place.mention.start):
            return None
        own = replace(part, unit=whole.unit)
        found.append(Casualties(killed=own) if whole.unit == "killed" else Casualties(injured=own))
        last = part
    return found


def _is_part(text: str, whole: Count, part: Count, last: Count | None) -> bool:
    """True for a smaller number of the same people: told as a part, or that goes on with one ("five in X and [four] in Y")."""
    if part.value is None or part.value >= (whole.value or 0) or part.unit not in OF_PEOPLE:
        return False
    if part.unit in CASUALTIES and part.unit != whole.unit:
        return False
    goes_on = last is not None and part.noun_start == part.start
    return part.including or (goes_on and _NEXT.search(lowered(text), whole.end, part.start) is not None)
