"""What goes on for weeks beside what was done in a day: an incident is no part of the row of a campaign."""

from geoevents.events.telling import Telling, When

__all__ = ["is_campaign"]

_LONG_DAYS = 14  # what has gone on for longer is no incident of a day


def is_campaign(long: Telling, short: Telling) -> bool:
    """True for what has been done again and again "since mid-November" beside what was done in one or two days."""
    if long.hit.tense != "perfect" or long.hit.category not in {"strike", "naval"}:
        return False
    return _days(long.when) > _LONG_DAYS and _days(short.when) <= _FEW_DAYS


_FEW_DAYS = 2


def _days(when: When) -> int:
    """Days from the first to the last of a date; none of one that is not known."""
    if when.date_start is None or when.date_end is None:
        return 0
    return (when.date_end - when.date_start).days + 1
