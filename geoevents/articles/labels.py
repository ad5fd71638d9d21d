"""What stands before the words of a paragraph and dates all of them: a clock time in a live page, a day in a chronology.

"17:40 The president told ...", "1650 GMT: Four soldiers died", "Feb 5, 1994: A shell kills 68", "June 2 - A jet is downed".
"""

import re

from geoevents.articles.calendar_words import MONTHS, WEEKDAYS

__all__ = ["is_label", "label_end"]

_MARK = r"(?:[-*•–—]\s+)?"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|EST|EDT|ET|MSK|IST|AST|(?:local|[A-Z]\w+)\s+time)"
_HALF = r"(?:[ap]\.?m\.?(?!\w))"
_HOUR = r"(?:[01]?\d|2[0-3])"
# Four digits alone may be a year or a number: they need their zone.
_CLOCK = re.compile(
    rf"{_MARK}(?:\[|\()?(?:{_HOUR}[:.h][0-5]\d\s*{_HALF}?|{_HOUR}\s*{_HALF}|[0-2]\d[0-5]\d(?=\s*{_ZONE}))"
    rf"(?:\s*\(?{_ZONE}\)?)?(?:\]|\))?(?:\s*[:|–—-]|,)?\s+(?=[“\"'‘]?[A-Z])"
)
_MONTH = "|".join(f"{m[:3].capitalize()}(?:{m[3:]})?" if len(m) > 3 else m.capitalize() for m in MONTHS) + "|Sept"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:18|19|20)\d\d"
_WEEKDAY = "|".join(map(str.capitalize, WEEKDAYS))
_DAYS = rf"{_NUMBER}(?:\s*[-–—]\s*{_NUMBER})?"
_DAY = re.compile(
    rf"{_MARK}(?:(?:{_WEEKDAY}),?\s+)?(?:(?:{_MONTH})\.?\s+{_DAYS}(?:,?\s+{_YEAR})?|{_DAYS}\s+(?:{_MONTH})\.?(?:,?\s+{_YEAR})?"
    rf"|(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ])?(?:{_MONTH})\.?,?\s+{_YEAR}|(?!May\b|April\b|June\b)(?:{_MONTH})\.?|{_YEAR})"
    r"(?:\s*:|\s+[-–—])\s+(?=[“\"'‘]?[A-Z])"
)
_LONGEST = 48  # letters of a label


def label_end(text: str, start: int, end: int) -> int | None:
    """Where the words of a paragraph begin behind the clock time or the day that it opens with; None without such a label."""
    stop = min(end, start + _LONGEST)
    match = _CLOCK.match(text, start, stop) or _DAY.match(text, start, stop)
    return match.end() if match else None


def is_label(words: str) -> bool:
    """True for a line that is nothing but a clock time or a year: the head of an entry of a live page or of a chronology."""
    if len(words) > _LONGEST:
        return False
    match = _CLOCK.match(f"{words} A")
    return (match is not None and match.end() > len(words)) or _BARE_YEAR.fullmatch(words) is not None


_BARE_YEAR = re.compile(rf"{_YEAR}:?")
