"""Names that only qualify what is told: whose it is, what it is part of, where a place lies, what is talked about."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.what.hit import Hit
from geoevents.words import patterns_of

__all__ = ["WATERS", "is_its_town", "only_qualifies"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")
WATERS = frozenset({"river", "sea", "strait", "lake"})


def only_qualifies(text: str, mention: Mention, hit: Hit, named: Sequence[Mention]) -> bool:
    """True for a name that tells more of another one, or of what is talked about, and no place of the hit."""
    return (
        _is_part_of_a_name(text, mention, named)
        or _is_topic(text, mention, hit)
        or _only_spans(text, mention, named)
        or _only_most(text, mention, named)
        or _only_ranks(text, mention)
        or _only_leads_to(text, mention, named)
        or _holds_the_first(text, mention, named)
        or _is_whose_attack(text, mention)
        or _names_fighters(text, mention, named)
    )


# "the Black Sea port of X" is at X; statements are made in a place, not about one.
_QUALIFIED = re.compile(rf"\s+(?:{_ANY['of_waters']})\b")


_PART_OF = re.compile(
    r"\s+(?:(?:suburb|district|neighbou?rhood)s?|quarter|borough|township|(?:port\s+)?city|town|village|port|stronghold)\s+of\s+[A-Z]"
)


_QUARTER_OF = re.compile(r"\s+(?:suburb|district|neighbou?rhood|quarter|borough)\s+of\s+")
_TOWN_KM = 30.0  # a quarter that lies farther from its town is one of another town


def _lies_in(quarter: Mention, town: Mention) -> bool:
    """True for a quarter that lies so near to a town that it may be one of it; not "the [Cincinnati] suburb of X"."""
    one, other = quarter.place, town.place
    if one is None or other is None or one.kind != "quarter" or other.kind not in SETTLEMENTS - {"quarter"}:
        return False
    return one.lonlat is not None and other.lonlat is not None and distance_km(one.lonlat, other.lonlat) <= _TOWN_KM


def is_its_town(text: str, mention: Mention, chosen: Sequence[Mention]) -> bool:
    """True for the town of a quarter that is told itself: "the Saltivka district of [Kharkiv]"."""
    return any(_is_quarter_of(text, m, mention) for m in chosen)


def _is_quarter_of(text: str, quarter: Mention, town: Mention) -> bool:
    apart = town.start - quarter.end
    return (
        0 < apart < _APART
        and _QUARTER_OF.fullmatch(text, quarter.end, town.start) is not None
        and _lies_in(quarter, town)
    )


_APART = 20  # letters between the two names


_SHIP = re.compile(rf"\b(?:{_ANY['ships']})(?:,\s+the|\s+(?:called|named))\s+$")


# "Ukraine's second city, Kharkiv": the first name only says whose the second is.
_WHOSE_CAPITAL = re.compile(
    r"(?:['’]s)?(?:\s+(?:state|region|province)(?:['’]s)?)?\s+(?:[a-z]+\s+)?capital,?\s+(?:of\s+)?(?=[A-Z])"
)
_WHOSE_TOWN = re.compile(rf"['’]s\s+(?:[\w-]+\s+){{0,3}}(?:{_ANY['whose_town']})(?:\s+of|,)\s+(?=[A-Z])")


# "X, on the [Y]," "X, across the [Y] from the plant", "X, on the road to [Y]": they only tell where X lies.
_LIES_ON = re.compile(
    r"(?:\s+dam|\s+bridge)?\s*,?\s+on\s+the\s+|\s*,\s+(?:just\s+)?(?:across|opposite|along|beside)\s+the\s+"
    r"|\s*,\s*on\s+the\s+(?:[\w-]+\s+)?(?:road|route|highway|motorway|railway|line|way)\s+(?:to|from|towards|between)\s+(?:the\s+)?"
)
# "near X on the Z, opposite the port of [Y]": across the water from where it happened.
_OPPOSITE = re.compile(
    r",\s+(?:just\s+)?(?:opposite|facing|across\s+(?:the\s+)?(?:\w+\s+){0,2}from)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
# "in the X region, bordering [Y], in an attack": beside what it lies.
_BORDERING = re.compile(
    r",?\s+(?:that\s+borders|which\s+borders|bordering(?:\s+(?:with|on))?|adjoining)\s+(?:the\s+)?$"
)
# "Around X, troops blew up a bridge on the road to [Y]": the way on which it lies.
_ON_A_ROAD = re.compile(
    r"(?<!and )\bon\s+(?:the|a)\s+(?:[\w-]+\s+)?(?:road|route|highway|motorway|railway|line|track)\s+"
    r"(?:leading\s+)?(?:to|towards?)\s+(?:the\s+)?$"
)
# "in the X Strait, between [Y] and the mainland": what lies on either side of it.
_BETWEEN = re.compile(
    r"\s*,\s+(?:which\s+(?:lies|runs)\s+)?(?:half-?way\s+)?between\s+(?:the\s+)?(?:[A-Z][\w'’ -]*\s+and\s+(?:the\s+)?)?"
)
_FRONTS = re.compile(rf"\s+(?:{_ANY['fronts']})\b")


# "in X village, in [Y] district": of a list of two it would say "and in".
_IN_A_PART = re.compile(r"(?:\s+(?!and\b|or\b)[a-z]+){0,2},\s+(?:also\s+)?in\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}")
_PART_BEHIND = re.compile(rf"\s+(?:{_ANY['held_parts']})\b(?!(?:\s+\w+)?,?\s+and\s+in\b)", re.IGNORECASE)


# "were killed in [X]'s first strikes": whose they are.
_WHOSE_ATTACK = re.compile(
    r"['’]s\s+(?:(?!\w+est\b|worst\b)[a-z-]+\s+){0,2}(?:(?:air\s+)?strikes|airstrikes|(?:air\s+)?raids|bombardment|bombing|shelling)\b"
)


def _is_whose_attack(text: str, mention: Mention) -> bool:
    """True for the state that strikes: "killed in [X]'s strikes"."""
    state = mention.place is not None and mention.place.kind == "country"
    return state and _WHOSE_ATTACK.match(text, mention.end) is not None


# "in X, [Kachin] fighters seized": after which area or people they are called.
_FIGHTERS = re.compile(rf"\s+(?:{_ANY['called_after']})\b")


def _names_fighters(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for the area that fighters are called after, where another place is named: they fight at that one."""
    if _FIGHTERS.match(text, mention.end) is None:
        return False
    return any(m is not mention and m.spot is not None and m.role in {"literal", "reference"} for m in named)


def _holds_the_first(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for the district or region in which the place named right before it lies."""
    before = next((m for m in reversed(named) if m.end <= mention.start), None)
    if before is None or _PART_BEHIND.match(text, mention.end) is None:
        return False
    finer = before.place is None or (before.spot is not None and before.spot.precision in PINNED)
    return finer and before.role == "literal" and _IN_A_PART.fullmatch(text, before.end, mention.start) is not None


def _tells_where_it_lies(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    before = [m for m in named if m.end <= mention.start and m.place is not None and m.role != "modifier"]
    if before and _OPPOSITE.search(text, before[-1].end, mention.start):
        return True
    if before and _BORDERING.search(text, before[-1].end, mention.start):
        return True
    if before and _ON_A_ROAD.search(lowered(text), max(0, mention.start - 50), mention.start):
        return any(m.spot is not None and m.spot.precision in PINNED for m in before)
    if any(_BETWEEN.fullmatch(text, m.end, mention.start) for m in before[-2:] if m.role == "literal"):
        return True
    near = before[-1] if before else None
    if near is None or near.spot is None or near.spot.precision not in PINNED or _FRONTS.match(text, mention.end):
        return False
    return _LIES_ON.fullmatch(text, near.end, mention.start) is not None


# "[X]-administered Y", "[X]-backed rebels": whose they are.
_OWNED = re.compile(rf"[-‑–](?:{_ANY['owned']})\b")


def _is_part_of_a_name(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for a name that only says whose or which the next one is."""
    if _OWNED.match(text, mention.end):
        return True
    if _tells_where_it_lies(text, mention, named):
        return True
    town = _WHOSE_TOWN.match(text, mention.end) or _WHOSE_CAPITAL.match(text, mention.end)
    if town and any(m.start == town.end() for m in named):
        return True
    part = _PART_OF.match(text, mention.end)
    whole = next((m for m in named if part and m.start == part.end() - 1), None)
    if whole is not None and not _lies_in(mention, whole):
        return True  # "the X suburb of Y", "the X town of Y", where Y is a place of its own
    if _SHIP.search(text, max(0, mention.start - 40), mention.start):
        return True  # "a patrol ship, the X"
    water = mention.place is not None and mention.place.kind in WATERS
    return water and _QUALIFIED.match(text, mention.end) is not None


# "a summit on peace in [X]": what is talked about is there, not the talking.
_TOPIC_IN = re.compile(
    r"\b(?:on|about|over|to\s+discuss)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:peace|war|conflict|crisis|fighting|violence|famine|ceasefire|truce)"
    r"\s+(?:in|for)\s+(?:the\s+)?(?:\w+\s+)?$"
)


def _is_topic(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the place of what an act of diplomacy is about."""
    return hit.category == "diplomacy" and _TOPIC_IN.search(text, max(0, mention.start - 60), mention.start) is not None


_MOST_OF = re.compile(r"\b(?:most|many)\s+of\s+(?:them|which)\s+(?:at|over|in|on|against|near|towards?)\s+(?:the\s+)?$")


def _only_most(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for where most of what is counted went, beside the place of all of it: "75 drones at X, most of them at [Y]"."""
    part = _MOST_OF.search(text, max(0, mention.start - 40), mention.start)
    return part is not None and any(m.end <= part.start() for m in named)


# "the largest city of eastern [X]", "the last big town in [X] outside its control": the town is meant, which is named elsewhere.
_RANKED = re.compile(
    r"\b(?:(?:second|third)[ -])?(?:largest|biggest|busiest|most\s+important|main|last|only|second|third)\s+(?:[a-z]+\s+)?"
    r"(?:city|town|port|airport|stronghold|bastion|foothold|redoubt|holdout|outpost|garrison)\s+(?:left\s+|remaining\s+)?"
    r"(?:of|in)\s+(?:the\s+)?(?:[\w-]+ern\s+)?(?:(?:region|province|state|part|district)\s+(?:of\s+)?)?$"
)


def _only_ranks(text: str, mention: Mention) -> bool:
    """True for the area that a town is the largest or last of."""
    area = mention.place is not None and mention.place.kind in {"country", "admin1", "region"}
    return area and _RANKED.search(text, max(0, mention.start - 60), mention.start) is not None


_SPANS = re.compile(r"\b(?:bridge|crossing|dam|ferry|causeway)s?\s+(?:over|across|on)\s+(?:the\s+)?(?:[Rr]iver\s+)?$")


def _only_spans(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for the river under a bridge, where the sentence names a town: "[X], where a bridge over the [river] was hit"."""
    river = mention.place is not None and mention.place.kind == "river"
    if not river or not _SPANS.search(text, max(0, mention.start - 40), mention.start):
        return False
    return any(m.spot is not None and m.spot.precision in PINNED for m in named)


# "southeast of [X] near Y and Z": a digest says first from where it counts.
_SIDE = re.compile(r"\b(?:north|south|east|west)[a-z-]*\s+of\s+(?:the\s+)?$")
_NEAR = re.compile(r"\s+near\s+(?=[A-Z])")


def _only_leads_to(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True for the town that only tells on which side of it the next one lies."""
    near = _NEAR.match(text, mention.end)
    if near is None or not any(m.start == near.end() for m in named):
        return False
    return _SIDE.search(lowered(text), max(0, mention.start - 30), mention.start) is not None
