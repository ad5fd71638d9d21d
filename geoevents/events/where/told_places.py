"""Where a hit happened: what its sentence names, else what the sentences before told."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import PINNED
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.acts import is_act, place_of_act
from geoevents.events.where.anchors import goal_of_flight
from geoevents.events.where.capitals import capital_at_head
from geoevents.events.where.doers import not_at_home
from geoevents.events.where.hit_places import places_of
from geoevents.events.where.inherit import inherited_places, meant_by_noun, with_there
from geoevents.events.where.land import names_an_island
from geoevents.events.where.sites import site_before, site_of_the_town
from geoevents.events.where.sufferers import where_it_is_suffered
from geoevents.events.where.unknown_names import in_known, is_unknown, with_unknown
from geoevents.events.where.unplaced import unplaced_names, unseen_name

__all__ = ["told_places"]


def told_places(text: str, sentence: Sentence, hit: Hit, *, thread: Thread, hits: Sequence[Hit]) -> tuple[Placed, ...]:
    """Places of a hit: of an act of state, by the names of its sentence, else by what the sentences before told.

    () where nothing tells any, and where a name that the atlas does not know tells it: no other place stands in for that.
    """
    named = with_unknown(text, hit, sentence, hits)
    if is_act(hit):
        there = place_of_act(text, hit, sentence.segment, named) or capital_at_head(text, sentence, thread)
        return in_known(text, there, ()) if named is not sentence.mentions else there
    if hit.voice == "noun" and text.startswith("its ", hit.trigger.start):
        return inherited_places(text, hit, sentence, thread)  # "since its capture"
    placed = places_of(text, hit, mentions=named, clauses=sentence.clauses, hits=hits, claims=sentence.claims)
    if any(is_unknown(p) for p in placed):
        known = places_of(
            text, hit, mentions=sentence.mentions, clauses=sentence.clauses, hits=hits, claims=sentence.claims
        )
        placed = in_known(text, placed, known)
    if placed and unseen_name(text, hit, sentence) is not None:
        return ()
    if placed and not any(hit.clause.start <= p.mention.start < hit.clause.end for p in placed):
        placed = () if unplaced_names(text, hit, sentence, ()) else placed  # "took A and is advancing on B"
        suffered = (
            where_it_is_suffered(text, hit, sentence) if placed else ()
        )  # "A lost power, and trains to B were late"
        placed = suffered if suffered and suffered[0].spot.precision != "country" else placed
        placed = not_at_home(hit, placed, sentence.mentions)
        if all(
            p.spot.precision not in PINNED for p in placed
        ):  # "took [X], the east's biggest city; shells fell near the airport"
            placed = site_of_the_town(text, hit, sentence, thread) or placed
    return (
        meant_by_noun(text, hit, placed, thread, sentence.mentions)
        or with_there(text, hit, placed, thread)
        or _at_sea(text, hit, sentence, found=_taken(text, hit, sentence, thread), own=placed, thread=thread)
        or goal_of_flight(text, hit, sentence.mentions)
    )


def _taken(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    if suffered := where_it_is_suffered(text, hit, sentence):
        return suffered  # "Kharkiv saw 20 drones shot down": told in its own sentence
    found = inherited_places(text, hit, sentence, thread)
    if all(p.spot.precision not in PINNED for p in found):
        found = site_of_the_town(text, hit, sentence, thread) or found
    return not_at_home(hit, found, sentence.mentions)


# "four boats were sunk in the old harbour": that of the town told of.
_IN_PORT = re.compile(
    r"\b(?:in|at|off|outside)\s+(?:the|its)\s+(?:\w+\s+)?(?:harbou?r|port|docks?|quays?|bay|roads|shipyard|anchorage)\b(?!\s+(?:of|in|at)\b)"
)
_AFLOAT = frozenset({"sea", "strait", "river", "lake", "port", "island", "bridge"})


def _at_sea(
    text: str, hit: Hit, sentence: Sentence, *, found: tuple[Placed, ...], own: tuple[Placed, ...], thread: Thread
) -> tuple[Placed, ...]:
    """Inherited places, for a ship only waters, ports and what another ship's event was at: no village shelled before."""
    if hit.category != "naval" or own or names_an_island(text, hit.clause):
        return found
    if _IN_PORT.search(text, *hit.clause) and _is_just_told(sentence, thread):
        return found
    naval = {t.placed.mention.start for t in thread.tellings if t.placed and t.hit.category == "naval"}
    ports = {p.mention.start for p in site_before(text, hit, sentence, thread)}
    return tuple(
        p
        for p in found
        if p.mention.start in naval | ports or (p.mention.place is not None and p.mention.place.kind in _AFLOAT)
    )


def _is_just_told(sentence: Sentence, thread: Thread) -> bool:
    """True where the sentence before, of the same paragraph, told of a town itself and not of what lies near one."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.placed is None or last.placed.spot.precision != "settlement":
        return False
    return sentence.segment.index - last.segment.index == 1 and last.segment.paragraph == sentence.segment.paragraph
