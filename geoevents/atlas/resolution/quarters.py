"""Quarters and districts: whose class word it is, of two names that stand around it."""

from geoevents.atlas.recognition.cues import NameSpan, Sentence

__all__ = ["of_another"]

_QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb", "area", "sector"})


def of_another(sentence: Sentence, span: NameSpan, head: str) -> bool:
    """True for a class word that a name of its own stands before: "the Saltivka district of [Kharkiv]"."""
    at = span.first - (2 if sentence.words[span.first - 1] == "the" else 1)
    return head in _QUARTERS and sentence.words[at] == "of" and at > 1 and sentence.capital(at - 2)
