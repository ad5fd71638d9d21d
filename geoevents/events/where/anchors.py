"""Places that stand for themselves where no phrase of place says so: antecedents, anchors of "near", the towns of courts."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.relations.plain import plain_spot
from geoevents.events.event import GeoBasis, Span
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.who.claim import Claim
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = [
    "SEATED",
    "antecedent",
    "as_told",
    "court_that_speaks",
    "goal_of_flight",
    "hosts",
    "is_crime",
    "is_settlement",
    "named_after",
    "near_anchor",
    "seat",
    "within",
]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")


def within(mention: Mention, span: Span | None) -> bool:
    return span is not None and span.start <= mention.start and mention.end <= span.end


# "Around Taiwan", "near the island": the area itself, by its own precision.
_AROUND_ITSELF = frozenset({"country", "island", "admin1", "territory", "sea", "strait", "lake", "region"})


_NEAR_KM = 10.0  # "territory near X" without more: as far as "near" reaches around a town (places.md 5.4)


def near_anchor(hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """About the place that a phrase after the trigger says it is near, where the atlas could draw no more."""
    for m in mentions:
        after = hit.trigger.end <= m.start < hit.clause.end and m.role == "reference" and m.spot is None
        after = after and not any(
            k.place is not None and _COMMA <= m.phrase_start - k.end <= _APPOSED for k in mentions
        )
        if after and m.place is not None and m.place.kind in _AROUND_ITSELF:
            return (Placed(mention=m, spot=plain_spot(m.place, _NoAreas()), basis="text"),)
        if after and m.place is not None and m.place.lonlat is not None and m.place.kind in SETTLEMENTS:
            spot = plain_spot(m.place, _NoAreas())
            near = replace(
                spot, name=f"near {spot.name}", precision="near", uncertainty_km=_NEAR_KM, reference=spot.name
            )
            return (Placed(mention=m, spot=near, basis="text"),)
    return ()


_COMMA = 2  # letters of a comma and a blank
_APPOSED = 12  # letters between a name and what only says where that lies: "towards [Damara], a town 75 km from Bangui"


def is_settlement(mention: Mention) -> bool:
    return mention.place is not None and mention.place.kind in SETTLEMENTS


def as_told(mention: Mention, basis: GeoBasis) -> tuple[Placed, ...]:
    """The place of a mention as it is, whatever the role of its name; () for a place without a point."""
    if mention.place is None or mention.place.lonlat is None:
        return ()
    return (Placed(mention=mention, spot=plain_spot(mention.place, _NoAreas()), basis=basis),)


_TOWARDS = re.compile(
    r"\b(?:flying|heading|headed|approaching|fl[ey]w|moving|bound|approached|on (?:its|their) way)\s+(?:to|towards?|for|at)?\s*(?:the\s+)?$"
)


def goal_of_flight(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The town that what was shot down flew towards, where nothing else says where: somewhere near it."""
    if hit.category != "air_defence":
        return ()
    for m in mentions:
        town = m.place if m.spot is not None and (is_settlement(m) or m.spot.precision == "exact") else None
        if town is not None and m.spot is not None and _TOWARDS.search(text[max(0, m.start - 30) : m.start]):
            near = replace(m.spot, precision="near", uncertainty_km=max(m.spot.uncertainty_km or 0, _FLIGHT_KM))
            return (Placed(mention=m, spot=near, basis="text"),)
    return ()


_FLIGHT_KM = 25.0  # what flies towards a town is mostly stopped within its surroundings


class _NoAreas:
    """Stands in for the gazetteer where no polygon is drawn."""

    def area(self, place_id: str) -> object:
        """Nothing: the circle of the place is enough."""
        del place_id
        return None


# "[X], an outpost in the Black Sea that it had seized": the place before the aside.
_ASIDE = re.compile(
    r"\s*,\s*(?:(?:an?|the|one of the)\s+(?:[\w'-]+\s+){0,6}(?:(?:in|of|on|off|near|by)\s+(?:the\s+)?)?)?"
)


def antecedent(text: str, hit: Hit, mentions: Sequence[Mention]) -> Placed | None:
    """The place that "which" stands for, itself and not what was told to lie near it: "20 km from [X], which they took"."""
    if (
        hit.clause_kind != "relative"
        or not hit.object_is_place
        or hit.object is None
        or hit.object.end > hit.clause.start
    ):
        return None
    named = [m for m in mentions if within(m, hit.object) and m.place is not None and m.place.lonlat is not None]
    if not named or named[-1].place is None:
        return None
    told = [m for m in mentions if m.end < hit.object.start and m.spot is not None and m.place is not None]
    if told and hit.category == "control_change" and _ASIDE.fullmatch(text, told[-1].end, hit.object.start):
        named = [*named, told[-1]]
    if named[-1].spot is not None and named[-1].spot.precision in {"exact", "settlement", "adm1", "adm2"}:
        return Placed(mention=named[-1], spot=named[-1].spot, basis="text")
    place = named[-1].place
    return Placed(mention=named[-1], spot=plain_spot(place, _NoAreas()), basis="text") if place is not None else None


# "a Minsk court", "Istanbul police": they act where they sit.
SEATED = frozenset({"legal", "detention"})


_SEAT = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?(?:courts?|tribunal|police|prosecutors?|judges?|magistrates?|prison|jail)\b"
)


_MEETINGS = frozenset({"meeting", "talks", "summit"})
_HOSTS = re.compile(
    r"\s+(?:(?:is|was|will|has|had|to|be|been|also|again|due|offered|agreed)\s+){0,4}host(?:s|ed|ing)?\b", re.IGNORECASE
)
_HOSTED_BY = re.compile(r"\bhosted\s+by\s+(?:[\w-]+,?\s+and\s+)?$", re.IGNORECASE)


def hosts(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The towns that host a meeting, though they stand for those who receive: "Doha hosted talks", "hosted by Oslo"."""
    if hit.subtype not in _MEETINGS:
        return ()
    inside = [m for m in mentions if hit.clause.start <= m.start < hit.clause.end and is_settlement(m)]
    found = [m for m in inside if _HOSTS.match(text, m.end) or _HOSTED_BY.search(text, max(0, m.start - 40), m.start)]
    return tuple(p for m in found for p in as_told(m, "text"))


_LAW = re.compile(rf"\b(?:{_ANY['law']})\b", re.IGNORECASE)
_SITS_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.IGNORECASE)


def seat(text: str, hit: Hit, mentions: Sequence[Mention]) -> Placed | None:
    """The town of the court or police that acts: "a Minsk court", "judges in the city of X"."""
    return _town_of(text, hit.agent if hit.voice == "passive" else hit.subject, mentions)


def _town_of(text: str, body: Span | None, mentions: Sequence[Mention]) -> Placed | None:
    for m in mentions if body is not None else ():
        town = m.place if m.place and m.place.kind in SETTLEMENTS and m.place.lonlat else None
        if town is None or body is None or not within(m, body):
            continue
        sits = _SITS_IN.search(text, body.start, m.start) and _LAW.search(text, body.start, m.start)
        if sits or _SEAT.match(text, m.end):
            return Placed(mention=m, spot=m.spot or plain_spot(town, _NoAreas()), basis="text")
    return None


# "at its [Warsaw] summit", "the [Istanbul] peace talks"
_GATHERS = re.compile(
    r"\s+(?:(?:peace|nuclear|truce|ceasefire|grain|security|donor)\s+)?(?:summit|talks|conference|negotiations|round|session)\b(?!\s+with)"
)
_THE = re.compile(r"(?:\b(?:the|its|their|this|that|first|second|third|last|next|recent)|['’]s)\s+$", re.IGNORECASE)


def named_after(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The town that a summit or talks are called after."""
    if hit.category != "diplomacy" or hit.subtype not in {"summit", "talks", "meeting"}:
        return ()
    for m in mentions:
        town = m.place if m.place and m.place.kind in SETTLEMENTS and m.place.lonlat else None
        gathers = _GATHERS.match(text, m.end) if hit.clause.start <= m.start <= hit.trigger.start else None
        if town is None or gathers is None or not _THE.search(text[max(0, m.start - 12) : m.start]):
            continue
        if gathers.end() >= hit.trigger.start or hit.voice != "noun":
            return (Placed(mention=m, spot=m.spot or plain_spot(town, _NoAreas()), basis="text"),)
    return ()


def court_that_speaks(text: str, hit: Hit, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Placed | None:
    """The town of the court or prosecutor that tells of a hit: "In X, prosecutors said"."""
    for claim in claims:
        speaker = Span(claim.speaker_start, claim.speaker_end)
        if not claim.scope_start <= hit.trigger.start < claim.scope_end or not _LAW.search(text, *speaker):
            continue
        heads = [m for m in mentions if m.spot is not None and text[m.end : speaker.start].strip() in {",", ", the"}]
        if heads and heads[0].spot is not None:
            return Placed(mention=heads[0], spot=heads[0].spot, basis="text")
    return None


# Behind these stands what somebody is tried or held for, which happened elsewhere.
_TRIED_FOR = re.compile(
    r"\b(?:for(?!\s+(?:a\s+|(?:up\s+to|at\s+least|more\s+than|about|between)\s+)?"
    r"(?:hearing|trial|talks|life\b|(?:\w+\s+){1,3}(?:years|months|days)))|over|accused|suspected|suspicion|on charges"
    r"|guilty of|plotting|planning|involvement|role)\b",
    re.IGNORECASE,
)


def is_crime(text: str, hit: Hit, mention: Mention) -> bool:
    """True for the place of what somebody is tried or held for: "jailed for an attack in X", "guilty of spying in X"."""
    if hit.category not in SEATED or mention.start < hit.trigger.end:
        return False
    if hit.category == "detention":
        return _SUSPECTED.search(text, hit.trigger.end, mention.start) is not None
    named = _NAMES_CRIME.match(text, hit.trigger.start, hit.trigger.end) is not None
    of = named and re.search(r"\b(?:of|with)\b", text[hit.trigger.end : mention.start]) is not None
    return of or _TRIED_FOR.search(text, hit.trigger.end, mention.start) is not None


_NAMES_CRIME = re.compile(r"(?:charg|convict|indict|accus|acquit)\w*$", re.IGNORECASE)
_SUSPECTED = re.compile(
    r"\b(?:suspicion of|suspected of|accused of|charges of|connection with|linked to|over the|plotting|planning)\b",
    re.IGNORECASE,
)
