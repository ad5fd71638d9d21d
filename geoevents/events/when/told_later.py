"""A day told in a sentence after the event: "Gunmen killed six near X. The incident occurred on Saturday"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.telling import Telling, When
from geoevents.events.thread import Sentence
from geoevents.events.when.days import DATA, IT_HAPPENED
from geoevents.events.when.hit_dates import of_date
from geoevents.values import replace

__all__ = ["redated"]

_WORDS = DATA["told_before"]
_HAPPENED = re.compile(rf"{IT_HAPPENED}[^,;:]{{0,80}}$")
_ANY = frozenset({None, "incident", "incidents"})
_NEAR = 2  # sentences between the event and its day: "… The victims were farmers. The attack took place on Saturday"


def redated(text: str, sentence: Sentence, before: Sequence[Telling]) -> list[Telling]:
    """The tellings of the last event, with the day that a sentence without an event gives to it; [] if it gives none.

    A day that the event told itself stays.
    """
    if not before or not sentence.dates or sentence.segment.index - before[-1].segment.index > _NEAR:
        return []
    date = next((d for d in sentence.dates if d.date_start is not None and not d.leads), None)
    happened = _HAPPENED.match(lowered(text), sentence.segment.start, date.start) if date is not None else None
    if date is None or happened is None:
        return []
    noun, kind = happened["noun"], before[-1].hit.category
    if noun not in _ANY and noun not in _WORDS["nouns"].get(kind, ()):
        return []
    last = [t for t in before if t.record == before[-1].record and _is_open(t.when)]
    return [replace(t, when=of_date(date)) for t in last if t.hit.modality == "actual"]


def _is_open(when: When) -> bool:
    """True for a day that nothing told: it was taken from the section, from the words of a speaker or from publication."""
    return when.span is None or when.basis == "inferred"
