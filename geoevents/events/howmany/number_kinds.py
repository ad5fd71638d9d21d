"""What kind of number is told: exact, at least, at most, about (``events.md`` 4.5)."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.event import CountKind
from geoevents.events.howmany.count_words import ROUGHLY

__all__ = ["kind_of"]

_BOUNDS: tuple[tuple[tuple[str, ...], CountKind, int], ...] = (
    (("at", "least"), "at_least", 0),
    (("no", "fewer", "than"), "at_least", 0),
    (("well", "over"), "at_least", 1),
    (("over",), "at_least", 1),
    (("up", "to"), "at_most", 0),
    (("as", "many", "as"), "at_most", 0),
    (("no", "less", "than"), "at_least", 0),
    (("not", "less", "than"), "at_least", 0),
    (("not", "fewer", "than"), "at_least", 0),
    (("upwards", "of"), "at_least", 0),
    (("in", "excess", "of"), "at_least", 1),
    (("no", "more", "than"), "at_most", 0),
    (("not", "more", "than"), "at_most", 0),
    (("more", "than"), "at_least", 1),
    (("fewer", "than"), "at_most", -1),
    (("less", "than"), "at_most", -1),
    (("close", "to"), "approximate", 0),
    (("estimated",), "approximate", 0),
    (("about",), "approximate", 0),
    (("around",), "approximate", 0),
    (("some",), "approximate", 0),
    (("roughly",), "approximate", 0),
    (("nearly",), "approximate", 0),
    (("almost",), "approximate", 0),
    (("approximately",), "approximate", 0),
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
