"""What a proposal, a deal or a demand is about, and nobody has done yet: "a proposal for an end to fighting and the [release] of"."""

from geoevents.events.event import Modality
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["as_content", "in_content", "is_known_of"]

_THOUGHT, _AGREED = GRAMMAR["content_nouns"], GRAMMAR["pact_nouns"]
_BOTH = _THOUGHT | _AGREED
_ABOUT = frozenset({"for", "on", "of", "to", "about", "over", "regarding", "concerning", "towards", "toward"})
_REACH = 16  # words from the noun back to what it is the content of


def as_content(p: Parse, i: int, last: int, clause: Clause) -> Modality | None:
    """How the content of a plan or a pact counts: only thought of, or planned where it was agreed; None if it is neither."""
    if _BOTH.isdisjoint(p.words):
        return None
    if p.lows[last : last + 1] and p.lows[last] in _BOTH and p.tags[last - 1] in "NE":
        under = "under" in p.lows[max(0, i - 3) : i]  # "left the town under an [evacuation] deal" is that deed
        return None if under else _counts(p.lows[last])  # "talks on a hostage [release] deal"
    for k in range(i - 1, max(clause.first, i - _REACH), -1):
        if _ends(p, k):
            return None
        if p.lows[k] in _ABOUT and p.lows[k - 1] in _BOTH:
            return _counts(p.lows[k - 1])
    return None


def _ends(p: Parse, k: int) -> bool:
    """True for a word that no phrase of nouns reaches over: a verb, a sign that does not go on with "and"."""
    acts = p.tags[k] in "VPIAWSR" or (p.tags[k] == "G" and p.tags[k - 1] != "T")
    return acts or p.lows[k] in {";", ":"} or (p.lows[k] == "," and p.tags[k + 1] != "C")


def in_content(p: Parse, i: int) -> bool:
    """True for a verb in -ing that a plan or a limit is about: "limits on [allowing] aid into X", "talks on [freeing] X"."""
    about = p.tags[i] == "G" and i > 1 and p.lows[i - 1] in _ABOUT
    return about and p.lows[i - 2] in _BOTH


_KNOWN = frozenset({"with", "on", "in", "of", "to", "about"})


def is_known_of(p: Parse, at: int) -> bool:
    """True where the word at ``at`` leads to what a source only knows of: "an official familiar [with] the talks said"."""
    if GRAMMAR["informed"].isdisjoint(p.words):
        return False
    while at > 0 and p.tags[at] in "NEDJ":
        at -= 1
    return at >= 1 and p.lows[at] in _KNOWN and p.lows[at - 1] in GRAMMAR["informed"]


def _counts(noun: str) -> Modality:
    return "planned" if noun in _AGREED else "hypothetical"
