""" "There", "the village", "both towns", "the Somali capital": which place named before they stand for (``events.md`` 4.10)."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.where.anchors import as_told
from geoevents.words import patterns_of

__all__ = ["anaphoric_places", "is_bare_district", "names_a_capital", "one_of_two", "pointed_at"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# "said that | the town": the article opens the phrase, so that "that" points at nothing
_NO_ARTICLE = r"(?!(?:the|an?|its|their|his|her|our|this|that|no|every|each|any)\s)"
# "there", "the village", "this town": a place named before.  Common nouns only, each with the kinds it may stand for.
_ANAPHOR = re.compile(
    r"\b(?:there|here)\b|\b(?:near|off|outside) it\b|"
    rf"\bnearby\b(?=\s*(?:[.,;]|and\b|as\b|while\b|when\b|after\b|on\b))|\b(?:the|this|that|said|same)\s+(?:(?P<which>{_NO_ARTICLE}[\w-]+)\s+)?"
    rf"(?P<noun>{_ANY['settlement']}|{_ANY['taken_up']}"
    r"|(?<=to the )scene|(?<=at the )scene|(?<=near the )building|(?<=outside the )building|(?<=around the )building)"
    r"\b(?!\s+of\b)"
    r"(?!['’]s\s+(?:leaders?|presidents?|governments?|ministers?|rulers?|states?|countries)\b)"
    r"|\b(?:the\s+same|that|this)\s+(?P<water>sea|gulf|river|lake)\b",
    re.IGNORECASE,
)


_FACILITIES = frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat"})


# An airport is no air base: each noun with the kinds of sites that it may stand for.
_SITES = {
    "airport": frozenset({"airport"}),
    "airfield": frozenset({"airport", "airbase"}),
    "base": frozenset({"airbase", "seat", "landmark"}),
    "bridge": frozenset({"bridge"}),
    "plant": frozenset({"plant", "dam"}),
    "station": frozenset({"plant", "dam", "landmark"}),
    "hospital": frozenset({"landmark"}),
}


_WATERS = {
    **dict.fromkeys(("shoal", "reef", "atoll", "islet", "islands"), frozenset({"island"})),
    **dict.fromkeys(("strait", "waterway"), frozenset({"strait", "river"})),
    **dict.fromkeys(("sea", "gulf"), frozenset({"sea", "strait"})),
    "river": frozenset({"river"}),
    "lake": frozenset({"lake"}),
}


_AREA_NOUNS = frozenset({"region", "oblast", "governorate", "prefecture", "district", "province", "area", "peninsula"})


_INTO = ("in ", "from ", "to ", "around ", "into ")  # ahead of "the area" that is a place, and not a measure of land


_AREA_KINDS = frozenset({"admin1", "admin2", "region", "territory", "island"})


_BOTH = re.compile(rf"\b(?:both|the two)\s+(?:{_ANY['settlements']}|(?P<areas>regions|provinces|districts|states))\b")


def anaphoric_places(
    text: str, span: Span, told: Sequence[Placed], *, mentions: Sequence[Mention] = ()
) -> tuple[Placed, ...]:
    """What "there", "the village", "both towns" in ``text[span]`` stands for: the last fitting of ``told``; () if none.

    ``mentions`` are those of the sentence: they tell whose capital "the Somali capital" is.
    """
    if not told:
        return ()
    both = _BOTH.search(lowered(text), span.start, span.end)
    if both is not None:
        kinds = _AREA_KINDS if both.group("areas") else SETTLEMENTS
        last = {p.mention.place.id: p for p in told if p.mention.place and p.mention.place.kind in kinds}
        if both.group().endswith("capitals"):
            last = {k: p for k, p in last.items() if p.mention.place and p.mention.place.feature_code == "PPLC"}
        return tuple(Placed(mention=p.mention, spot=p.spot, basis="inherited") for p in list(last.values())[-2:])
    several = _THE_TOWNS.search(lowered(text), span.start, span.end)
    if several is not None:
        return _last_list(told)
    match = next((m for m in _ANAPHOR.finditer(text, span.start, span.end) if not _is_named(m, mentions)), None)
    if match is None:
        return ()
    noun = (match.group("noun") or match.group("water") or "").lower()
    kinds = _kinds_of(noun or match.group().lower().partition(" it")[1].strip())
    if noun == "area" and text.endswith(_INTO, 0, match.start()):
        kinds |= SETTLEMENTS  # "fled to the area": what lies around the town just told of
    if points_back(match) and kinds & SETTLEMENTS:
        kinds |= {"admin2"}  # "sent patrols to [X]. Riots in that town": a name that the atlas knows as a district
    fitting = [p for p in told if _may_stand_for(p, kinds) and _is_whole(p)]
    if noun == "capital":
        seat = "PPLA" if re.search(r"regional|provincial|district", match.group(), re.IGNORECASE) else "PPLC"
        whose = {m.place.country for m in mentions if m.place and match.start() <= m.start < match.end()}
        fitting = [
            p
            for p in fitting
            if p.mention.place
            and (p.mention.place.feature_code or "").startswith(seat)
            and (not whose or p.mention.place.country in whose)
        ]
    if not noun and (area := _area_just_told(told, span, fitting)):
        return area
    if not fitting:
        return ()
    likely = _last_told(fitting) if points_back(match) else _preferred(fitting, noun, mentions)
    recent = [p for p in likely if likely[-1].mention.start - p.mention.start < _ONE_SENTENCE]
    placed = next((p for p in reversed(recent) if p.spot.reference is None), likely[-1])
    if noun and placed.spot.reference is not None and (itself := as_told(placed.mention, "inherited")):
        return itself  # "20 km from [X]. In the town": the town is X
    return (Placed(mention=placed.mention, spot=placed.spot, basis="inherited"),)


def _may_stand_for(placed: Placed, kinds: frozenset[str]) -> bool:
    """True for a place of one of some kinds; a bare name that the atlas has as a district alone may be its town."""
    place = placed.mention.place
    return place is not None and (place.kind in kinds or ("town" in kinds and is_bare_district(placed)))


def is_bare_district(placed: Placed) -> bool:
    """True for a name without "district" that the atlas knows as a district: most likely its town."""
    return placed.mention.place is not None and placed.mention.place.kind == "admin2" and placed.mention.head is None


_OF_TWO = re.compile(
    rf"\b(?:in|at|near|of|from|to|outside|around)\s+the\s+(?P<one>latter|former)\b(?!\s+(?!{_ANY['settlement']})\w)"
    rf"|\bthe\s+(?P<same>latter|former)\s+(?:{_ANY['settlement']})\b"
)


def one_of_two(text: str, span: Span, towns: Sequence[Mention]) -> tuple[Placed, ...]:
    """The town that "in the latter", "the former town" stands for, of the two that the sentence before named last."""
    match = _OF_TWO.search(lowered(text), span.start, span.end) if len(towns) > 1 else None
    if match is None:
        return ()
    return as_told(towns[-1] if "latter" in match.groups() else towns[-2], "inherited")


def _last_told(fitting: Sequence[Placed]) -> Sequence[Placed]:
    """The last one, before those that only tell where another one lies: "X, a town south of Y. This town was taken": X."""
    return ([p for p in fitting if p.spot.reference is None] or fitting)[-1:]


_JUST_TOLD = 260  # letters back over which "there" may stand for an area: the sentence before


def _area_just_told(told: Sequence[Placed], span: Span, small: Sequence[Placed]) -> tuple[Placed, ...]:
    """The region that "there" stands for, where the sentence before told of no smaller place."""
    near = [p for p in told if 0 < span.start - p.mention.start < _JUST_TOLD]
    areas = [p for p in near if p.mention.place and p.mention.place.kind in _AREA_KINDS]
    if not areas or any(p.mention.start >= near[0].mention.start for p in small):
        return ()
    return (Placed(mention=areas[-1].mention, spot=areas[-1].spot, basis="inherited"),)


def points_back(match: re.Match[str]) -> bool:
    """True for "that city", "this village": the one named last, whatever happened elsewhere."""
    return match.group().lower().startswith(("that ", "this "))


def pointed_at(text: str, span: Span) -> bool:
    """True where a clause points back at a place: "in the battle for that city"."""
    low = lowered(text)
    if low.find("that ", span.start, span.end) < 0 and low.find("this ", span.start, span.end) < 0:
        return False
    match = _ANAPHOR.search(text, span.start, span.end)
    return match is not None and match.group("noun") is not None and points_back(match)


_THE_TOWNS = re.compile(
    rf"\b(?:the|these|those)\s+(?:same\s+)?(?:{_ANY['settlements']})\b(?!\s+(?:of|in|near|around|on|along)\b)"
)


def _last_list(told: Sequence[Placed]) -> tuple[Placed, ...]:
    """The settlements of the last list that was told of together; () if none was."""
    towns = [p for p in told if p.mention.place and p.mention.place.kind in SETTLEMENTS and p.mention.group is not None]
    last = [p for p in towns if p.mention.group == towns[-1].mention.group]
    found = {p.mention.place.id: p for p in last if p.mention.place}
    return (
        tuple(Placed(mention=p.mention, spot=p.spot, basis="inherited") for p in found.values())
        if len(found) > 1
        else ()
    )


def _is_named(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """True for "the Belaya base", "the Saltivka district": a name of its own, which "the Syrian town" is not."""
    which = match.group("which")
    if not which or not which[0].isupper() or (match.group("noun") or "").lower() == "capital":
        return False
    return not any(m.role in {"demonym", "modifier"} and m.start == match.start("which") for m in mentions)


def _preferred(fitting: Sequence[Placed], noun: str, mentions: Sequence[Mention]) -> Sequence[Placed]:
    """Those of the region that the sentence names ("the governor of X said two fell there"), and of the size of the noun."""
    regions = {m.place.name for m in mentions if m.place is not None and m.place.kind == "admin1"}
    inside = [p for p in fitting if p.mention.place and p.mention.place.admin1 in regions] or fitting
    sizes = _SIZES.get(noun, frozenset())
    of_size = [p for p in inside if p.spot.reference is None and _may_stand_for(p, sizes)]
    reach = _ONE_SENTENCE * (_FEW_SENTENCES if noun == "city" else 1)
    near = [p for p in of_size if inside[-1].mention.start - p.mention.start < reach]
    return near or inside


# Of several settlements told together "the town" is none that is a village.
_SIZES = {
    "city": frozenset({"city"}),
    "town": frozenset({"town", "city"}),
    "village": frozenset({"village", "hamlet"}),
    "hamlet": frozenset({"village", "hamlet"}),
}


def _is_whole(placed: Placed) -> bool:
    """False for a part of an area; "the town" stands for a town whose centre was told of."""
    place = placed.mention.place
    return placed.spot.qualifier is None or (place is not None and place.kind in SETTLEMENTS)


_FEW_SENTENCES = 2  # "the city" is the last one told of, whatever village of it was named since
_ONE_SENTENCE = 200  # letters: of places named together, "the town" is the one that is no mere landmark


_CAPITAL = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w'-]+\s+)?capital\b(?!\s+of\b)")


def names_a_capital(text: str, span: Span) -> bool:
    """True where a clause says "the capital", "the Somali capital": it happened there, whether it was named or not."""
    return _CAPITAL.search(text, span.start, span.end) is not None


def _kinds_of(noun: str) -> frozenset[str]:
    """Kinds of places that a common noun stands for; "there" stands for small places before large ones."""
    if noun in _AREA_NOUNS:
        return _AREA_KINDS
    if noun == "city":
        return frozenset({"city", "town", "territory"})
    if not noun or noun == "capital" or re.fullmatch(_ANY["settlement"], noun):
        return SETTLEMENTS
    if noun in _SITES:
        return _SITES[noun]
    if noun == "it":
        return SETTLEMENTS | _FACILITIES | {"island"}
    if noun in _WATERS:
        return _WATERS[noun]
    if noun == "island":
        return frozenset({"island", "region", "territory", "admin1"})
    return SETTLEMENTS | _FACILITIES | {"island", "region"}
