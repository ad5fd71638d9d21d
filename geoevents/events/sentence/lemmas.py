"""Inflected forms of English verbs and nouns: regular ones by rule, irregular ones from the codebook."""

from collections.abc import Mapping, Sequence

from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import IRREGULAR

__all__ = ["gerund", "noun_forms", "verb_forms"]

_DOUBLING = frozenset(GRAMMAR["doubling"] - {"intercept", "shot"})
_NO_DOUBLING = frozenset(["visit", "enter", "open", "fall", "suffer", "offer", "deliver", "recover", "order", "bomb"])


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All forms of a verb's first word: base, -s, -ed, -ing; irregular forms replace the regular past.

    >>> verb_forms("seize", {})
    ('seize', 'seized', 'seizes', 'seizing')
    """
    known = irregular.get(verb) or IRREGULAR.get(verb)
    if known is not None:
        return tuple(sorted({verb, _third(verb), gerund(verb), *known}))
    return tuple(sorted({verb, _third(verb), _past(verb), gerund(verb)}))


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _doubles(verb: str) -> bool:
    short = (
        len(verb) <= 4
        and len(verb) >= 3
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in "aeiou"
        and verb[-3] not in "aeiou"
    )
    return (short or verb in _DOUBLING) and verb not in _NO_DOUBLING


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if _doubles(verb) else verb + "ed"


def gerund(verb: str) -> str:
    """The form in -ing of a verb's first word."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if _doubles(verb) else verb + "ing"


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural of a noun or noun phrase (its last word is inflected)."""
    head, _, last = noun.rpartition(" ")
    lead = head + " " if head else ""
    if last.endswith("man") and last not in {"human", "german"}:
        return (noun, lead + last[:-3] + "men")
    plural = {"man": "men", "woman": "women", "child": "children", "aircraft": "aircraft", "person": "people"}.get(
        last, _third(last) if not last.endswith("o") else last + "s"
    )
    return (noun, lead + plural)
