"""Weekdays and months as English words, for whoever reads dates or must not take them for names."""

__all__ = ["CALENDAR", "CALENDAR_NAME", "MONTHS", "WEEKDAYS"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
CALENDAR_NAME = "|".join(word.capitalize() for word in (*WEEKDAYS, *MONTHS))  # alternatives of a pattern
