"""Capitals that are named by their nation or region alone: "the Yemeni capital", "the capital of Yemen", "the Marib capital"."""

import re
from collections.abc import Sequence

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Mention
from geoevents.atlas.relations.plain import plain_spot
from geoevents.values import replace

__all__ = ["with_capitals"]

_AFTER_PEOPLE = re.compile(
    r"(?:['’]s)?(?:\s+[a-z]+(?:-[a-z]+)?)?\s+capital(?=\s*[.,;:!?)\"”’]|\s+(?:[a-z]|\w+day\b)|$)"
)
_BEFORE_NATION = re.compile(r"\bcapital\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?$")
_BEFORE_REGION = re.compile(r"\bcapital\s+of\s+(?:the\s+)?$")
_HEAD = re.compile(r"\s+(?:region|province|governorate|oblast|state|republic)\b")
_BESIDE = re.compile(r"\s*,?\s*(?:city\s+(?:of\s+)?)?")
_THE = re.compile(r"\b[Tt]he\s+(?:[a-z]+(?:-[a-z]+)?\s+)?\Z")
# Money and law, and what another town is: "capital punishment", "the commercial capital".
_OTHER = re.compile(
    r"\s+(?:punishment|cases?|crimes?|gains?|markets?|controls?|flight|goods|spending|budget|investments?|expenditure|city\s+of|of|to)\b"
)
_OTHER_KIND = re.compile(
    r"\b(?:commercial|financial|economic|former|old|ancient|cultural|historic|business|second|wartime|regional|provincial|"
    r"de\s+facto|administrative|venture|working|human|foreign|private|political|industrial)\s+capital"
)
_OF_A_REGION = re.compile(r"(?:regional|provincial|administrative|state)(?=\s+capital)")
# What only tells where another place lies is no place of an event: "40 km from the Afghan capital".
_LIES = re.compile(
    r"\b(?:from|near|outside|(?:north|south|east|west|outskirts|suburbs?|edge|gates|approaches|close)(?:ern)?\s+(?:of|to))\Z"
)


def with_capitals(text: str, mentions: Sequence[Mention], atlas: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of an article, those of a nation that only say whose capital is meant replaced by that capital.

    Nothing is added where the capital is named beside it ("the Yemeni capital, Sanaa").
    """
    if "capital" not in text:
        return tuple(mentions)
    starts, ends = {m.start for m in mentions}, {m.end for m in mentions}
    return tuple([_capital(text, m, atlas, starts, ends) or m for m in mentions])


def _capital(text: str, nation: Mention, atlas: Gazetteer, starts: set[int], ends: set[int]) -> Mention | None:
    if nation.place is None or nation.place.kind not in {"country", "admin1"} or not nation.place.country:
        return None
    span = _span(text, nation)
    if span is None:
        return None
    begin, end = span
    is_region = nation.place.kind == "admin1"
    other = _OTHER_KIND.search(text, begin, end)
    if other is not None and not (is_region and _OF_A_REGION.match(other.group())):
        return None
    before = _THE.sub("", text[:begin]).rstrip()
    if _LIES.search(before):
        return None
    beside = _BESIDE.match(text, end)
    named_after = beside is not None and beside.end() in starts
    named_before = before.endswith(",") and len(before) - 1 in ends
    place = atlas.seat(nation.place.id) if is_region else atlas.capital(nation.place.country)
    if place is None or named_after or named_before:
        return None
    return replace(
        nation,
        start=begin,
        end=end,
        text=text[begin:end],
        role="literal",
        place=place,
        spot=plain_spot(place, atlas),
        phrase_start=begin,
        phrase_end=end,
        head=None,
        facility=None,
        reasons=(f"capital of {nation.place.name}",),
        alternatives=(),
    )


def _span(text: str, nation: Mention) -> tuple[int, int] | None:
    """Where the phrase stands that names a capital by this nation; without its article."""
    after = _AFTER_PEOPLE.match(text, nation.end)
    if after is not None and not _OTHER.match(text, after.end()):
        the = _THE.search(text[max(0, nation.start - 30) : nation.start])
        owned = after.group().startswith(("'", "’"))
        return (nation.start, after.end()) if the or owned else None
    is_region = nation.place is not None and nation.place.kind == "admin1"
    pattern = _BEFORE_REGION if is_region else _BEFORE_NATION
    before = pattern.search(text[max(0, nation.start - 40) : nation.start])
    if before is None:
        return None
    head = _HEAD.match(text, nation.end) if is_region else None
    return nation.start - len(before.group()), head.end() if head is not None else nation.end
