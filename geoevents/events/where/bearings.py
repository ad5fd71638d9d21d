"""Names that the atlas lacks, placed by where the text says they lie: "[X], a village in the district of Y", "X village, Y, Z state".

Rather than a village without a point beside a district in which nothing happened, an event has one place: the known one,
under the name that the text gives.
"""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import AREAS
from geoevents.atlas.relations.ground import Areas
from geoevents.atlas.relations.plain import plain_spot
from geoevents.events.what.phrase_names import is_bare_name
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = ["is_by_bearings", "with_bearings"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_KINDS = rf"\s+(?:{_ANY['settlement']}|{_ANY['taken_up']}|{_ANY['sites']}|{_ANY['classes']})\b"
_CLASS = re.compile(_KINDS)
_KIND = rf"(?:{_KINDS})?"
_LINK = r"(?:in|inside|within|of|near|outside|above|beside|on|off|from|to|at|around|close\s+to)"
_WORDS = r"(?:(?!and\b|or\b|but\b|while\b|who\b|where\b)[\w'’-]+\s+)"
# What stands between a name and the known one that it lies by: " in the ", ", a village of 300 people east of ", ", in B state's ", " ("
_LIES = re.compile(
    rf"{_KIND}(?:"
    rf"\s+(?:in|inside|within|near|outside|of)\s+(?:the\s+)?{_WORDS}{{0,3}}?"
    rf"|,\s+(?:just\s+|located\s+|situated\s+|lying\s+)?{_LINK}\s+(?:the\s+)?{_WORDS}{{0,4}}?"
    rf"|,\s+(?:an?|the|one|some|about|around|roughly|nearly|just|close|\d[\d,.]*|(?:north|south|east|west)\w*)\s+"
    rf"{_WORDS}{{0,7}}?(?:\([^()]{{1,25}}\)\s+)?{_LINK}\s+(?:the\s+)?{_WORDS}{{0,4}}?"
    r"|,\s+"
    r"|\s+\((?:in\s+)?(?:the\s+)?"
    r")"
)
_OWNER = re.compile(rf"{_KIND}['’]s\s+(?:[\w-]+\s+){{0,2}}")
_HOLDER = re.compile(rf"{_KIND}(?:,\s+|,?\s+(?:in|of)\s+)(?:the\s+)?(?:[\w'’-]+\s+){{0,2}}")
_LISTED = re.compile(rf"{_KIND},?\s+(?:and|or|as\s+well\s+as)\s")
_REACH = 90  # letters between a name and the one it lies by


def with_bearings(text: str, mentions: Sequence[Mention], atlas: Areas) -> Sequence[Mention]:
    """The mentions; a name without a place has that of the known one which the text puts it in or by.

    The known name, and the areas behind it that hold it, then only tell where the other lies and have no event of their own.
    """
    found = list(mentions)
    for i, name in enumerate(found):
        if _is_unknown(text, name):
            known = _known(text, found, i, atlas)
            if known is not None:
                _place(text, found, i, known, atlas)
                _place_listed(text, found, i)
    return tuple(found)


_AND = re.compile(r"(?:,|,?\s+and)\s+(?:the\s+(?:\w+\s+of\s+)?)?")


def _place_listed(text: str, mentions: list[Mention], i: int) -> None:
    """Puts the unknown names that a list joins with the one at index i where that one is: "X and Y, villages in the Z region"."""
    placed = mentions[i]
    for j in range(i - 1, -1, -1):
        name = mentions[j]
        if not _is_unknown(text, name) or _AND.fullmatch(text, name.end, mentions[j + 1].start) is None:
            return
        mentions[j] = replace(
            name, place=placed.place, spot=placed.spot, container=placed.container, confidence=placed.confidence,
            group=placed.group, reasons=(f"listed with {placed.text}", *placed.reasons),
        )  # fmt: skip


def is_by_bearings(mention: Mention) -> bool:
    """True for a name that the atlas lacks and that was placed by where the text says it lies."""
    return mention.place is not None and mention.decision in _UNPLACED


_UNPLACED = frozenset({"not_in_gazetteer", "none_fits", "too_close"})


def _is_unknown(text: str, name: Mention) -> bool:
    """True for the bare name of a place, or one with its class, that the atlas lacks."""
    if name.place is not None or name.spot is not None or name.role != "literal":
        return False
    if _FROM.search(text, max(0, name.start - _FROM_REACH), name.start) is not None:
        return False  # "reports from [X] region in southern Y": not where it happened
    return is_bare_name(text, name) or _CLASS.match(text, name.end) is not None


_FROM, _FROM_REACH = re.compile(r"\bfrom\s+(?:the\s+)?(?:[a-z]+\s+)?$"), 24


def _known(text: str, mentions: Sequence[Mention], i: int, atlas: Areas) -> int | None:
    """Index of the known name that tells where an unknown one lies."""
    name = mentions[i]
    for k in range(i + 1, len(mentions)):
        other = mentions[k]
        if other.start - name.end > _REACH:
            return None
        if other.role in {"demonym", "metonym", "embedded"} or other.start < name.end:
            continue
        between = text[name.end : other.start]
        if _LIES.fullmatch(between) is None:
            return None
        if _is_listed(text, mentions, i, k):
            return None
        owned = k + 1 < len(mentions) and _OWNER.fullmatch(text, other.end, mentions[k + 1].start) is not None
        if not owned and _spotted(other, atlas) is not None:
            return k
    return None


def _spotted(known: Mention, atlas: Areas) -> Mention | None:
    """A known name with the place where it points; None if it has none."""
    if known.spot is not None:
        return known
    if known.role == "container" and known.place is not None:
        return replace(known, spot=plain_spot(known.place, atlas))
    return None


def _is_listed(text: str, mentions: Sequence[Mention], i: int, k: int) -> bool:
    """True where commas part the members of a list: "in X, Y and Z", "in X, in Y and in Z"."""
    if "," not in text[mentions[i].end : mentions[k].start]:
        return False
    group = mentions[k].group
    last = max((m.end for m in mentions if group is not None and m.group == group), default=mentions[k].end)
    joined = re.search(r"\b(?:and|or)\b", text[mentions[i].end : last]) is not None
    return joined or _LISTED.match(text, mentions[k].end) is not None


def _place(text: str, mentions: list[Mention], i: int, k: int, atlas: Areas) -> None:
    """Puts the name at index i where the known one at k is; that one and the areas that hold it become containers."""
    name, known = mentions[i], _spotted(mentions[k], atlas)
    if known is None or known.spot is None or known.place is None:
        return
    reason = f"{name.text} is not in the atlas; the text puts it at or by {known.spot.name}"
    mentions[i] = replace(
        name, place=known.place, spot=known.spot, container=known.container, confidence=known.confidence,
        phrase_end=max(name.phrase_end, known.phrase_end), group=mentions[k].group, reasons=(reason, *known.reasons),
    )  # fmt: skip
    for j in range(i + 1, k + 1):
        mentions[j] = replace(mentions[j], role="container", spot=None, group=None)
    end, small = mentions[k].end, known.spot.precision in PINNED
    for j in range(k + 1, len(mentions)):
        area = mentions[j]
        holds = area.place is not None and area.place.kind in AREAS and (small or area.place.kind != known.place.kind)
        if not holds or _HOLDER.fullmatch(text, end, area.start) is None or _LISTED.match(text, area.end) is not None:
            return
        mentions[j] = replace(area, role="container", spot=None, group=None)
        end = area.end
