"""What kind of number is told: exact, at least, at most, about (``events.md`` 4.5)."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.event import CountKind
from geoevents.events.howmany.count_words import DATA, ROUGHLY

__all__ = ["kind_of"]

# The kind that words before a number make it, and what that adds to the number.
_KINDS: dict[str, tuple[CountKind, int]] = {
    "at_least": ("at_least", 0),
    "more": ("at_least", 1),
    "at_most": ("at_most", 0),
    "fewer": ("at_most", -1),
    "approximate": ("approximate", 0),
}
_BOUNDS = sorted(
    ((tuple(words.split()), *_KINDS[name]) for name, phrases in DATA["bounds"].items() for words in phrases),
    key=lambda bound: -len(bound[0]),  # "no more than" before "more than"
)


_BOUNDS_BY_LAST = {
    last: tuple(bound for bound in _BOUNDS if bound[0][-1] == last) for last in {words[-1] for words, _, _ in _BOUNDS}
}


def kind_of(
    tokens: Sequence[Token], i: int, last: int, value: int | None, vague: int | None
) -> tuple[CountKind, int | None, int | None, int | None]:
    """(kind, low, high, value) from the words before a number, or from "or so" and the like that end it."""
    if value is None:
        return "vague", vague, None, None
    if (after := ROUGHLY.get(tuple(t.lower for t in tokens[last - 2 : last]))) is not None:
        return after, value if after == "at_least" else None, value if after == "at_most" else None, value
    before = tuple([t.lower for t in tokens[max(0, i - 3) : i]])
    for words, kind, step in _BOUNDS_BY_LAST.get(before[-1], ()) if before else ():
        if before[-len(words) :] == words and not (words == ("over",) and value < 10):
            if kind == "at_least":
                return kind, value + step, None, value
            if kind == "at_most":
                return kind, None, value + step, value
            return kind, None, None, value
    return "exact", value, value, value
