"""Weekdays and months as English words, for whoever reads dates or must not take them for names."""

__all__ = ["CALENDAR", "CALENDAR_NAME", "MONTHS", "MONTH_WORDS", "WEEKDAYS"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH_WORDS = frozenset(
    {*MONTHS, *(month[:3] for month in MONTHS), "sept"}
)  # with a capital: "Mar" is one, "mar" is none
CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
CALENDAR_NAME = "|".join(word.capitalize() for word in (*WEEKDAYS, *MONTHS))  # alternatives of a pattern
