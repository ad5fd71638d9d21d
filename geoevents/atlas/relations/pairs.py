"""Relations between two names: "between X and Y", "the X-Y road", "the border of X with Y"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.relations.phrase import RelationKind, RelationPhrase
from geoevents.atlas.relations.words import NO_LINK, WORDS, joined

__all__ = ["pair"]

_ROAD, _BORDER = f"(?:{joined(WORDS['road_nouns'])})", f"(?:{joined(WORDS['border_nouns'])})"
# "the old mining towns of", "the capital": what the ends are said to be.
_SAID_TO_BE = "|".join(
    f"{word.removesuffix('y')}(?:y|ies)" if word[-1] == "y" else f"{word}s?" for word in WORDS["said_to_be"]
)
_CLASS = rf"(?:the\s+)?(?:(?:{NO_LINK}[\w-]+\s+){{0,3}}?(?:{_SAID_TO_BE})(?:\s+of)?\s+)?"

# What may stand between the two names: "X and Y", "X to Y", "X region with Y", "X-Y", "X's border with Y".
_GAP = re.compile(
    rf"(?P<dash>\s?[-–—/]\s?)|(?P<own>['’]s\s+(?:[\w-]+\s+){{0,2}}?{_BORDER}\s+with\s+(?:the\s+)?)"
    rf"|(?:\s+(?:region|oblast|province|state|governorate|town|city|village))?\s+(?P<link>and|to|with)\s+{_CLASS}"
)
_LONGEST = 45
_BEFORE = re.compile(
    rf"\b(?:(?P<what>{_ROAD}|{_BORDER})s?\s+)?(?:(?:which|that)\s+)?(?:(?:runs?|running|leading|leads)\s+)?"
    rf"(?:(?P<half>half-?\s?way|mid-?way)\s+)?"
    rf"(?P<how>between|from|linking|links|connecting|connects|joining|of|shared\s+by)\s+{_CLASS}$"
)
_AFTER = re.compile(rf"\s+(?:(?:main|coastal|land|desert)\s+)?(?P<what>{_ROAD}|{_BORDER})s?\b")
_IS_BORDER = re.compile(_BORDER)


def pair(text: str, spans: Sequence[tuple[int, int]], index: int, floor: int) -> RelationPhrase | None:
    """The relation of a name and the next one, None where wording makes none."""
    if one := _one_end(text, spans, index):
        return one
    if index + 1 >= len(spans):
        return None
    (start, end), (then, last), low = spans[index], spans[index + 1], lowered(text)
    gap = _GAP.fullmatch(low, end, then) if then - end <= _LONGEST else None
    if gap is None:
        return None
    before = _BEFORE.search(low, max(floor, start - 70), start)
    after = _AFTER.match(low, last)
    kind = _kind(gap, before, after)
    if kind is None:
        return None
    return RelationPhrase(
        kind=kind,
        anchor=index,
        second=index + 1,
        halfway=bool(before and before["half"]),
        both_sides=kind == "border" and not gap["own"] and (before is None or before["how"] != "of"),
        phrase_start=before.start() if before else start,
        phrase_end=after.end() if after and not (before and before["what"]) else last,
        qualifier=_told(kind, before, after),
    )


_TO_UNKNOWN = re.compile(rf"[-–—/][A-Z][\w'’-]+\s+(?:(?:main|coastal|desert)\s+)?(?P<what>{_ROAD})s?\b")


def _one_end(text: str, spans: Sequence[tuple[int, int]], index: int) -> RelationPhrase | None:
    """The road from a place to one that is not among the names: "the [Goma]-Sake road"."""
    start, end = spans[index]
    road = _TO_UNKNOWN.match(text, end) if text[end : end + 1] in _DASHES else None
    if road is None or (index + 1 < len(spans) and spans[index + 1][0] < road.end()):
        return None
    return RelationPhrase(kind="road", anchor=index, phrase_start=start, phrase_end=road.end(), qualifier=road["what"])


_DASHES = frozenset("-–—/")


def _kind(gap: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None) -> RelationKind | None:
    """Which relation the words before, between and after two names make."""
    if gap["own"]:
        return "border"
    if gap["dash"]:
        return _of(after["what"]) if after else None
    if before is None:
        return _of(after["what"]) if after and gap["link"] == "to" else None
    how, link = before["how"], gap["link"]
    if before["what"]:
        return _of(before["what"]) if _fits(how, link) else None
    return "between" if how == "between" and link == "and" else None


def _fits(how: str, link: str) -> bool:
    """True for "between X and Y", "from X to Y", "linking X with Y", "of X with Y"."""
    if how == "between" or how.startswith("shared"):
        return link == "and"
    if how == "from":
        return link == "to"
    return link in {"and", "with"} or how != "of"


def _of(noun: str) -> RelationKind:
    return "border" if _IS_BORDER.fullmatch(noun) else "road"


def _told(kind: RelationKind, before: re.Match[str] | None, after: re.Match[str] | None) -> str:
    noun = before["what"] if before and before["what"] else after["what"] if after else None
    return {"between": "between", "border": "border"}.get(kind) or (noun or "road")
