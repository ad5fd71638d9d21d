"""Class words of parts of a town, and whose they are, of two names that stand around one."""

from geoevents.atlas.recognition.cues import NameSpan, Sentence

__all__ = ["QUARTERS", "of_another"]

QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb", "area"})
_PARTS = QUARTERS | {"sector"}


def of_another(sentence: Sentence, span: NameSpan, head: str) -> bool:
    """True for a class word that a name of its own stands before: "the Saltivka district of [Kharkiv]"."""
    at = span.first - (2 if sentence.words[span.first - 1] == "the" else 1)
    return head in _PARTS and sentence.words[at] == "of" and at > 1 and sentence.capital(at - 2)
