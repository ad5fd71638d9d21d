"""The verb of a headline: "Rebels seize airport", "Blast kills 20", "Wagner fighters leave Bakhmut"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.word_lists import CLOSED, FINITE, LISTS, kind_of

__all__ = ["headline_verb"]

_LONGEST = 20  # words; a longer line without a verb is a list, not a headline


def headline_verb(tokens: Sequence[Token], tags: Sequence[str], verbs: frozenset[str]) -> int | None:
    """The token of the one verb of a line that has no other: a present form behind a noun that it agrees with; else None.

    ``verbs`` are base forms and forms in -s that a codebook asks for.
    """
    if len(tokens) > _LONGEST or not FINITE.isdisjoint(tags):
        return None
    return next((i for i in range(1, len(tokens)) if tags[i] == "N" and _tells(tokens, tags, i, verbs)), None)


def _tells(tokens: Sequence[Token], tags: Sequence[str], i: int, verbs: frozenset[str]) -> bool:
    """True for a present form that agrees with the noun before it and has an object or a place behind it."""
    word, before = tokens[i].lower, tokens[i - 1]
    if not tokens[i].text.islower() or tags[i - 1] not in "NE" or kind_of(word, verbs) != "present":
        return False
    third = word.endswith("s") and not word.endswith("ss")
    named = before.text[0].isupper() and i > 1  # "Hamas frees" and "Texas votes" as well as "Iran fires"
    if third == _is_plural(tokens, tags, i - 1) and not (third and (named or before.lower in LISTS["no_plurals"])):
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if after == "of" or CLOSED.get(after) in {"A", "C"} or not after[0].isalnum():
        return False
    return third or tags[i + 1] in "NEMJDRT"


def _is_plural(tokens: Sequence[Token], tags: Sequence[str], k: int) -> bool:
    """True for a noun of several: "rebels", "Putin and Trump", a group whose name has no singular ("Taliban capture Kunduz")."""
    word = tokens[k].lower
    joined = k > 1 and tags[k - 1] == "C" and tags[k - 2] in "NE"
    return (
        (word.endswith("s") and not word.endswith("ss")) or word.endswith("men") or joined or word in LISTS["several"]
    )
