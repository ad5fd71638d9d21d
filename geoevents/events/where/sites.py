"""The place of a site that a later sentence calls "the refinery", "the base": where it was first told to lie (``events.md`` 4.10)."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told
from geoevents.values import replace
from geoevents.words import any_of, sets_of

__all__ = ["site_before", "site_of_the_town"]

SITES = sets_of("geoevents.events.where", "place_words.toml")["sites"]
_ANY = any_of(sorted(SITES))
# "the refinery", "that base", "the damaged plant"; "the hospital in X" says itself where it is.
_TAKEN_UP = re.compile(
    rf"\b(?:the|this|that|same)\s+(?:(?P<which>[\w-]+)\s+)?(?P<noun>{_ANY})\b(?!\s+(?:of|in|at|near|outside|on\s+the|which|that)\b)",
    re.IGNORECASE,
)
# "a refinery in X", "the port on the island of X", "an air base, near X"
_LIES_IN = re.compile(
    r"(?:\s+(?:[\w-]+\s+){0,2}|,\s+)(?:in|at|near|outside|on|of|around|by|close\s+to|north|south|east|west)\s+(?:(?:the|of)\s+)?(?:[\w-]+\s+){0,5}"
)
# "the X refinery", "X's main hospital"
_IS_OF = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}")


def site_before(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place where the site that a hit's clause takes up was told to lie; () where it takes up none, or none with a place."""
    if sentence.words.isdisjoint(SITES):
        return ()
    for match in _TAKEN_UP.finditer(text, hit.clause.start, hit.clause.end):
        which = match["which"]
        if which is not None and which[0].isupper():
            continue  # "the Belaya base": a name of its own
        for start, end in _told_before(text, match["noun"].lower(), thread, sentence.segment.start):
            if found := _site_of(text, start, end, thread):
                return found
    return ()


def _told_before(text: str, noun: str, thread: Thread, until: int) -> Iterator[tuple[int, int]]:
    """(start, end) of a noun in the sentences of the section before, the last first."""
    first = min(
        [p.mention.start for p in thread.named[:1]] + [t.segment.start for t in thread.tellings[:1]], default=until
    )
    section = text.rfind("\n", 0, first) + 1
    named = re.compile(rf"\b{noun}s?\b").finditer(lowered(text), section, until)
    yield from reversed([m.span() for m in named])


def _site_of(text: str, start: int, end: int, thread: Thread) -> tuple[Placed, ...]:
    """Where the site named in ``text[start:end]`` lies: its name, the name beside it, else the place of what is told there."""
    for p in thread.named:
        m = p.mention
        inside = m.start <= start < m.end
        after = end <= m.start < end + _BESIDE and _LIES_IN.fullmatch(text, end, m.start)
        if inside and (itself := as_told(m, "inherited")):
            return itself
        if after or (start - _BESIDE < m.end <= start and _IS_OF.fullmatch(text, m.end, start)):
            return (replace(p, basis="inherited"),)
    return _told_there(start, thread.tellings)


_BESIDE = 60  # letters between a site and the name of its town


def _told_there(at: int, tellings: Sequence[Telling]) -> tuple[Placed, ...]:
    for t in reversed(tellings):
        if t.placed is not None and t.hit.clause.start <= at < t.hit.clause.end:
            return (replace(t.placed, basis="inherited"),)
    return ()


def site_of_the_town(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The town told of last, for what happens at a site of which a town has one: "Rebels shelled [Goma]. Two drones were shot down
    over the airport"; () where the clause names no such site."""
    if sentence.words.isdisjoint(_OF_A_TOWN) or hit.modality != "actual":
        return ()
    if _AT_THE.search(lowered(text), hit.clause.start, hit.clause.end) is None:
        return ()
    for t in reversed(thread.tellings):
        if sentence.segment.index - t.segment.index > _TOWN_REACH:
            return ()
        place = t.placed.mention.place if t.placed is not None else None
        if t.placed is None or place is None or t.is_background or t.hit.modality != "actual":
            continue
        if place.kind in SETTLEMENTS and t.placed.spot.precision in PINNED and t.hit.category in _SCENES:
            return (replace(t.placed, basis="inherited"),)
    return ()


_TOWN_REACH = 3  # sentences
_SCENES = frozenset({"strike", "control_change", "ground_combat", "infrastructure", "naval", "protest"})
_OF_A_TOWN = sets_of("geoevents.events.where", "place_words.toml")["sites_of_a_town"]
_AT_THE = re.compile(
    rf"\b(?:at|near|over|outside|around|in|into|inside|on|from)\s+the\s+(?:(?!\w+['’]s)(?:main|central|international|local|old|town|city|cattle|livestock|bus|railway|train|maternity|children['’]s)\s+){{0,2}}"
    rf"{any_of(sorted(_OF_A_TOWN))}\b(?!\s+(?:of|in|at|near|outside|that|which)\b|['’]s)"
)
