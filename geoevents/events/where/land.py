"""Whole countries that are told without a name: "in most of the country", "shut its airspace"."""

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

from geoevents.articles.number_words import spelled
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Span
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told, is_settlement, within
from geoevents.events.where.countries import alpha3
from geoevents.events.where.locatives import with_group
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = [
    "aimed_at",
    "airspace_of",
    "demonym_ground",
    "is_its_own",
    "names_a_state",
    "names_the_country",
    "own_ground",
    "own_works",
    "raided_country",
    "the_country",
    "toured",
]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_THE_COUNTRY = re.compile(
    r"\b(?:(?:in|across|throughout|around|over|all over|parts? of|areas? of|regions? of|most of|much of|half of|rest of|north of|south of"
    r"|east of|west of|centre of|center of|whole of)\s+(?:the\s+whole\s+|the\s+entire\s+|the\s+)country\b(?!['’]s)"
    r"|nationwide\b|countrywide\b"
    rf"|the\s+country['’]s\s+(?:[\w-]+\s+){{0,3}}?(?:{_ANY['several_sites']})\b(?!\s+(?:of|in|near)\b))"
)
_OWN = re.compile(rf"\b(?:its|their|our)\s+(?:own\s+)?(?:{_ANY['own_ground']})\b")


# "at Ukrainian cities", "into Israeli territory", "on the Thai side of the border": somewhere in that country.
_GROUND = re.compile(
    rf"\s+(?:(?:border|coastal|frontier|sovereign|territorial)\s+)?(?:{_ANY['ground_of']}|side(?:\s+of\s+the\s+(?:border|frontier))?)\b(?!\s+(?:of|in|near|around)\b)",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    rf"\b(?:in|on|over|at|against|into|inside|across|throughout|within|towards?|of|{_ANY['done_to_ground']})\s+"
    rf"(?:(?:the|several|many|some|other|major|\w*teen|\w+ty|{spelled(2, 12)}|\d+)\s+){{0,2}}$",
    re.IGNORECASE,
)


def names_the_country(text: str, span: Span) -> bool:
    """True where a clause says "in the country", "nationwide"."""
    return _THE_COUNTRY.search(lowered(text), span.start, span.end) is not None


def the_country(
    text: str, span: Span, named: Sequence[Mention], told: Sequence[Placed], known: Mapping[str, Mention]
) -> tuple[Placed, ...]:
    """The country that "the country" stands for: that of the last place told; before any was, the only one named.

    ``named`` are mentions of countries in whatever role, and names that stand for a government; ``known`` the countries
    that the article named before, by code.
    """
    if not names_the_country(text, span):
        return ()
    last = next((p.mention.place.country for p in reversed(told) if p.mention.place is not None), None)
    fitting = [m for m in named if m.place is not None and last in {None, m.place.country}]
    states = [m for m in fitting if m.place is not None and m.place.kind == "country"]
    one = len({m.place.country for m in fitting if m.place is not None}) == 1
    if one and states:
        return as_told(states[-1], "inherited")
    there = known.get(last or "")
    return as_told(there, "inherited") if there is not None and not states else ()


_THE_ISLAND = re.compile(
    r"\b(?:around|near|off|over|of|on|onto|to|towards|across|at|against|from|in|close\s+to)\s+the\s+(?:whole\s+|self-ruled\s+|entire\s+)?"
    r"island\b(?!['’]s|\s+of\b)",
    re.IGNORECASE,
)
_ISLAND_STATES = frozenset(
    line
    for line in files("geoevents.events.where").joinpath("island_states.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
)


def names_an_island(text: str, span: Span) -> bool:
    """True where a clause says "around the island", "off the island"."""
    return _THE_ISLAND.search(text, span.start, span.end) is not None


def the_island(text: str, span: Span, named: Sequence[Mention], told: Sequence[Placed]) -> tuple[Placed, ...]:
    """The island state that "around the island" stands for, named in whatever role, where no smaller island was told of."""
    if not names_an_island(text, span):
        return ()
    if any(p.mention.place is not None and p.mention.place.kind == "island" for p in told):
        return ()
    last = [m for m in named if m.place is not None and m.place.kind == "country" and m.place.country in _ISLAND_STATES]
    return as_told(last[-1], "inherited") if last else ()


_RAIDS = frozenset({"strike", "air_defence"})
_RAID_REACH = 2  # sentences from a raid on a country to the sum of what was stopped of it


def raided_country(hit: Hit, sentence: Sentence, tellings: Sequence[Telling]) -> tuple[Placed, ...]:
    """The country that a raid just told was on, for the sum that its air force gives of what it stopped."""
    last = next((t for t in reversed(tellings) if t.hit.category in _RAIDS), None)
    if hit.category != "air_defence" or last is None or last.placed is None or last.is_background:
        return ()
    place = last.placed.mention.place
    near = sentence.segment.index - last.segment.index <= _RAID_REACH
    if place is None or last.placed.spot.precision != "country" or not near:
        return ()
    speakers = {c.claimant.country for c in sentence.claims if c.scope_start <= hit.trigger.start < c.scope_end}
    defended = speakers <= {None, alpha3(place.country)}
    others = [m for m in sentence.mentions if within(m, hit.subject) and m.place and m.place.country != place.country]
    return (replace(last.placed, basis="inherited"),) if defended and not others else ()


def names_a_state(mention: Mention) -> bool:
    """True for a country in whatever role, and for a name that stands for a government."""
    return mention.place is not None and (mention.place.kind == "country" or mention.role == "metonym")


def _with_relative(text: str, hit: Hit) -> int:
    """Where a clause ends, with the words that tell which drones were stopped: "shot down drones | that entered its airspace"."""
    end = hit.clause.end
    flown = hit.category == "air_defence" and _THAT.match(text, end) is not None
    return end + _ENTERED if flown else end


_THAT = re.compile(r"\s*(?:that|which)\s")
_ENTERED = 40  # letters from "that" to the airspace that was entered


_OWN_ITSELF = re.compile(r"\bown\b")


def own_ground(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The country whose "airspace" or "territory" it is: that of the subject, else the one that says so before it."""
    match = _OWN.search(lowered(text), hit.trigger.start, _with_relative(text, hit))
    match = match or _CLOSES.match(lowered(text), hit.trigger.start)
    if match is None:
        return ()
    states = [m for m in mentions if m.place is not None and m.place.kind == "country" and m.end <= match.start()]
    if (hit.category in FIGHTING or hit.subtype == "incursion") and not _OWN_ITSELF.search(match.group()):
        adjectives = [m for m in states if within(m, hit.subject) and m.role in {"demonym", "modifier"}]
        if adjectives and not any(within(m, hit.subject) and m.role == "metonym" for m in states):
            theirs = {m.place.country for m in adjectives if m.place is not None}
            others = [m for m in states if m.place is not None and m.place.country not in theirs]
            return as_told(others[-1], "text") if others else ()
    doers = [m for m in states if within(m, hit.subject)] or [m for m in states if m.role in {"metonym", "modifier"}]
    every = with_group([m for m in mentions if within(m, hit.subject)][:1], mentions)
    every = [m for m in every if m.place is not None and m.place.kind in _STATES]
    if _CLOSES.match(lowered(text), hit.trigger.start) and every:
        return tuple(p for m in every for p in as_told(m, "text"))  # "A, B and C closed their airspace": each its own
    return as_told(doers[-1], "text") if doers else ()


_ITS_AIRSPACE = re.compile(r"(?:['’]s)?\s+(?:whole\s+|entire\s+)?(?:airspace|air\s+space|skies|waters)\b")


def airspace_of(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The country whose airspace, or the border with which, is shut or opened: "[X]'s airspace", "the border with [Y]"."""
    if hit.category != "infrastructure":
        return ()
    states = [m for m in mentions if m.place is not None and m.place.kind == "country"]
    thing = [m for m in states if within(m, hit.subject) or within(m, hit.object)]
    shut = [m for m in thing if _ITS_AIRSPACE.match(text, m.end) or _BORDER_WITH.search(text, 0, m.start)]
    return tuple(p for m in shut for p in as_told(m, "text"))


_BORDER_WITH = re.compile(
    r"\b(?:borders?|frontiers?|border\s+crossings?)\s+with\s+(?:neighbou?ring\s+)?$", re.IGNORECASE
)
_OF_A_STATE = re.compile(r"\b(?:airspace|air space|borders?|frontiers?|embass(?:y|ies)|sky|skies|waters)\b")
_ITS_OWN = ("its ", "their ", "all its ", "all of its ")


def own_works(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The town that did something to works of its own: "[X], the second city, reopened its underground railway"."""
    if hit.category != "infrastructure" or hit.voice != "active" or hit.object is None:
        return ()
    works = text[hit.object.start : hit.object.end].lower()
    if not works.startswith(_ITS_OWN) or _OF_A_STATE.search(works):
        return ()
    towns = [m for m in mentions if m.end <= hit.trigger.start and m.start >= hit.clause.start and is_settlement(m)]
    towns = [m for m in towns if within(m, hit.subject) or _IS_SUBJECT.match(text, m.end, hit.trigger.start + 1)]
    return as_told(towns[-1], "text") if towns else ()


_IS_SUBJECT = re.compile(r"\s*,\s+\w")  # "X, … , reopened its port", "the second city, X, reopened its port"


_STATES = frozenset({"country", "admin1", "territory"})
_CLOSES = re.compile(
    r"(?:re)?(?:close|open|shut|suspend|seal)\w*\s+(?:(?:down|off)\s+)?(?:its|their|all(?:\s+(?:of\s+)?(?:its|their))?|every)\s+(?:\w+\s+)?"
    r"(?:airspace|air\s+space|borders?|frontiers?|crossings?|schools|universities|ports|airports|sky|skies)\b(?!\s+cross)"
)


def demonym_ground(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The country whose cities, territory or side the clause says were hit, where it tells no finer place."""
    for m in mentions:
        inside = hit.clause.start <= m.start < hit.clause.end and m.role == "demonym"
        country = m.place if inside and m.place is not None and m.place.kind == "country" else None
        if country is None or not _GROUND.match(text, m.end):
            continue
        if _ON_IT.search(text, max(hit.clause.start, m.start - 40), m.start):
            return as_told(m, "text")
    return ()


_ITS_SITES = re.compile(
    rf"(?:['’]s)?\s+(?:[a-z][\w-]*\s+){{0,3}}?(?!embass|consul)(?:sites?|facilit(?:y|ies)|cities|towns|refineries|bases|(?:{_ANY['sites']})s?)\b"
)


def sites_of(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The country whose sites an attack is on: "after A struck [B]'s nuclear sites"."""
    if hit.category != "strike" or hit.object is None or hit.modality == "planned":
        return ()
    if any(m.spot is not None and m.spot.precision in PINNED and m.start > hit.trigger.end for m in mentions):
        return ()  # "hit Ukrainian cities, killing 25 people, most of them in [Uman]"
    for m in mentions:
        country = m.place is not None and m.place.kind == "country" and within(m, hit.object)
        if country and m.role in {"modifier", "demonym"} and _ITS_SITES.match(text, m.end):
            return as_told(m, "text")
    return ()


_AIMED = re.compile(r"\b(?:against|at|on)\s+(?:the\s+)?$")


def aimed_at(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The country that weapons were sent "against", however its name is read."""
    if hit.category != "strike" or hit.voice == "noun":
        return ()
    for m in mentions:
        country = m.place is not None and m.place.kind == "country" and hit.trigger.end <= m.start < hit.clause.end
        if country and m.role == "metonym" and _AIMED.search(text, hit.trigger.end, m.start):
            return as_told(m, "text")
    return ()


_TRIP_TO = re.compile(
    r"\s+(?:(?:an?|his|her|its|their|the|planned)\s+)?(?:[\w-]+\s+){0,3}?(?:(?:visit|trip|journey|voyage)s?\s+to|tours?\s+of)\s+(?:the\s+)?"
)


_TRIP = re.compile(r"(?:visit|trip|journey|voyage|tour)s?$", re.IGNORECASE)
_TO_OR_OF = re.compile(r"\s+(?:to|of)\s+(?:the\s+)?")


def toured(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The states of a journey that is made, put off or called off, however their names are read: "a trip to [A], [B] and [C]"."""
    if hit.category != "diplomacy":
        return ()
    goal = _TO_OR_OF if _TRIP.search(text, hit.trigger.start, hit.trigger.end) else _TRIP_TO
    for m in mentions:
        state = m.place is not None and m.place.kind == "country" and m.role in {"metonym", "literal"}
        if state and goal.fullmatch(text, hit.trigger.end, m.start):
            return tuple(p for one in with_group([m], mentions) for p in as_told(one, "text"))
    return ()


def is_its_own(text: str, hit: Hit) -> bool:
    """True for a border or airspace that the one who acts calls its own: it lies nowhere near the last event."""
    thing = text[hit.object.start : hit.object.end].lower() if hit.object and hit.category == "infrastructure" else ""
    return thing.startswith(("its ", "their ", "all "))
