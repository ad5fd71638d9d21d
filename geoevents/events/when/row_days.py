"""The days of a row, from those of its telling: of a night the evening that its words name, or the day behind it.

While an article is read a night is two days, so that "early on Tuesday" may be of "Monday night" and "overnight" goes on
for what is told next.  What a row says is narrower: "on Monday night" is Monday (so the annotators of 39 rows of 52 that did not fly say),
and what goes on undated from an overnight raid is of the day that came, unless it flew: a visit, a closure, a battle.
"""

import re

from geoevents.events.telling import When
from geoevents.values import replace

__all__ = ["is_day_of_era", "row_days"]

_EVENING = re.compile(r"(?:day|\d)\s+(?:at\s+)?night$", re.IGNORECASE)  # "Monday night", "3 May at night"
_ITS_NIGHT = re.compile(r"(?:last|that|the\s+(?:night\s+before|previous\s+night))\b", re.IGNORECASE)
_OF_OFFICES = frozenset({"diplomacy", "legal", "sanctions", "military_aid", "mobilisation"})  # they sit in the evening
_THROUGH_THE_NIGHT = frozenset({"control_change", "air_defence"})  # ground falls and drones come after midnight too
_BY_NIGHT = frozenset({"strike", "air_defence", "naval"})


def row_days(when: When, category: str) -> When:
    """The date of a row of a category whose best date is ``when``."""
    # "Early on Monday jets struck X. Rebels took Y": of that day, at no told hour
    if when.basis == "inherited" and when.precision == "part_of_day" and when.text is None:
        return replace(when, precision="inferred", part_of_day=None)
    if when.precision != "night" or when.date_start is None or when.date_end is None:
        return when
    words = when.text or ""
    evening = category not in _THROUGH_THE_NIGHT and _EVENING.search(words) is not None
    if evening or (category in _OF_OFFICES and _ITS_NIGHT.match(words)):
        return replace(when, date_end=when.date_start)
    if when.basis == "inherited" and category not in _BY_NIGHT:
        return replace(when, date_start=when.date_end, precision="inferred")
    return when


_LONG, _SHORT = 60, 7  # days


def is_day_of_era(one: When, other: When) -> bool:
    """True for a day or a week and many months: "has suffered bombings in 2016" is not the bombing of the day."""
    shorter, longer = sorted((_days(one), _days(other)))
    return 0 < shorter <= _SHORT and longer > _LONG


def _days(when: When) -> int:
    return (when.date_end - when.date_start).days + 1 if when.date_start and when.date_end else 0
