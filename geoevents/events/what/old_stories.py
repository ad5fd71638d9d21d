"""What was long ago: sentences about other centuries, and deeds told of a person's life."""

import re
from collections.abc import Sequence

from geoevents.articles.segments import Segment
from geoevents.events.categories import FIGHTING
from geoevents.events.telling import Telling, When
from geoevents.events.what.hit import Hit
from geoevents.events.what.subject import DATA
from geoevents.words import any_of

__all__ = ["DAY_OF_NEWS", "is_of_a_life", "of_old_times"]

# News names its day; a sentence about the past of a town, a film or a life names its year.
DAY_OF_NEWS = re.compile(rf"\b(?:{any_of(DATA['days_of_news'].split())})\b", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CENTURY = r"1[0-8]\d\d"
# "March 12, 1864", "in 1676", "the siege of 1676"; a number of men has a noun behind it ("in 1500 villages").
_OLD = re.compile(
    rf"\b{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{_CENTURY}\b(?!,\d)"
    rf"|\b(?:in|of|since|by|from|until|around)\s+{_CENTURY}\b(?![,.]\d)(?=\s*(?:[.,;:)”\"'’–-]|and\b|when\b|by\b|to\b|was\b|$))"
)
# What is remembered after so long is told behind it without a year.
_REMEMBERED = re.compile(
    r"\b(?:[2-9]\d|[1-9]\d\d)(?:st|nd|rd|th)\s+anniversary\b|\b(?:during|in|of)\s+(?:World\s+War\s+(?:I|One|II|Two)|the\s+(?:First|Second)\s+World\s+War)\b"
)
# An old thing is what news happens to: "hit a church built in 1822".
_MADE = re.compile(
    r"\b(?:built|founded|erected|dating|dates|established|completed|opened|consecrated|born)\s+(?:\S+\s+){0,3}$",
    re.IGNORECASE,
)
_BEFORE = 40
_GOES_ON = 2  # sentences without a day of news behind one about an old year


def of_old_times(text: str, segments: Sequence[Segment], all_categories: frozenset[str]) -> dict[int, frozenset[str]]:
    """What sentences that tell of old times cannot tell, by their index: everything where they name such a year or go on with
    it, fighting where they go on with what is remembered (a world war has its own date, where it is named).

    A sentence that names a day of the week tells news, whatever it looks back on.
    """
    found = {}
    left, section, shut = 0, -1, all_categories
    for segment in segments:
        if segment.section != section:
            left, section = 0, segment.section
        news = DAY_OF_NEWS.search(text, segment.start, segment.end) is not None
        if _names_old_times(text, segment):
            left, shut = _GOES_ON + 1, all_categories
        elif news:
            left = 0
        if left and not news:
            found[segment.index] = shut
        left -= left > 0
        if _REMEMBERED.search(text, segment.start, segment.end):
            left, shut = _GOES_ON, FIGHTING
    return found


def _names_old_times(text: str, segment: Segment) -> bool:
    for match in _OLD.finditer(text, segment.start, segment.end):
        if not _MADE.search(text, max(segment.start, match.start() - _BEFORE), match.start()):
            return True
    return False


_ONE_PERSON = re.compile(
    r"(?:he|she|(?:his|her)\s+(?:\w+\s+)?(?:troops|forces|men|soldiers|fighters|militia|group|unit|army))$",
    re.IGNORECASE,
)
_UNDATED = frozenset({None, "publication", "inherited", "inferred"})
_DATED_OR_OF_A_LIFE = frozenset({"explicit", None})
_DEEDS = FIGHTING | {"detention"}


def is_of_a_life(text: str, hit: Hit, when: When, told: Sequence[Telling]) -> bool:
    """True for what one person did in a war, without a day, in a section that told of a court or of the past before.

    "The general was convicted. In 1995 his troops took X. He shelled Y": an army's deeds of today are not told so.
    """
    if when.basis not in _UNDATED or hit.category not in _DEEDS or hit.tense not in {"past", "none"} or not told:
        return False
    if hit.subject is None or hit.voice != "active" or not _ONE_PERSON.match(text[hit.subject.start : hit.subject.end]):
        return False
    last = told[-1]
    return last.hit.category == "legal" or (last.is_background and last.when.basis in _DATED_OR_OF_A_LIFE)
