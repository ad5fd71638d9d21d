"""The two time columns that maps filter by (``outputs.md`` 1.2): start inclusive, end exclusive, always filled."""

import datetime

__all__ = ["instants"]

_PARTS = {"early": 0, "morning": 6, "afternoon": 12, "evening": 18}
_PART_HOURS, _NIGHT_FROM, _NIGHT_TO = 6, 18, 6


def instants(
    start: datetime.date | None, end: datetime.date | None, precision: str, part_of_day: str | None
) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """(start, end) in UTC of told days; a day at the place is taken as that day in UTC.  (None, None) without a date.

    An open end closes after the first day.
    """
    first = start or end
    if first is None:
        return None, None
    last = end or first
    if precision == "night":
        return _at(first, _NIGHT_FROM), _at(
            max(last, first), _NIGHT_TO if last > first else 24
        )  # "Monday night" is Monday's
    if precision == "part_of_day" and part_of_day in _PARTS:
        hour = _PARTS[part_of_day]
        return _at(first, hour), _at(first, hour + _PART_HOURS)
    return _at(first, 0), _at(max(last, first), 24)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    return midnight + datetime.timedelta(hours=hour)
