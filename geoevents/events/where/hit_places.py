"""Where a hit happened: which of the named places of a sentence belongs to which trigger."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import ATTACKS
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.what.phrase_names import is_bare_name
from geoevents.events.where.anaphora import names_a_capital
from geoevents.events.where.anchors import (
    SEATED,
    antecedent,
    court_that_speaks,
    hosts,
    is_crime,
    named_after,
    near_anchor,
    seat,
    within,
)
from geoevents.events.where.elsewhere import ACTS, is_elsewhere
from geoevents.events.where.finer_places import at_its_town, by_included, in_their_towns, without_coarse
from geoevents.events.where.frames import listed_after, opens_what_is_said
from geoevents.events.where.home import home_of
from geoevents.events.where.joined import with_more_in
from geoevents.events.where.land import (
    aimed_at,
    airspace_of,
    demonym_ground,
    is_its_own,
    names_the_country,
    own_ground,
    own_works,
    sites_of,
    toured,
)
from geoevents.events.where.locatives import as_placed, eligible_mentions, is_locative
from geoevents.events.where.meetings import due_at
from geoevents.events.where.other_clauses import finer_behind, places_of_others
from geoevents.events.where.own_clause import only_place, places_in_clause
from geoevents.events.where.semicolons import over_semicolons
from geoevents.events.who.claim import Claim
from geoevents.events.who.sectors import ON_THE_SPOT
from geoevents.words import patterns_of

__all__ = ["places_of"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")


def places_of(
    text: str,
    hit: Hit,
    *,
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    hits: Sequence[Hit],
    claims: Sequence[Claim] = (),
) -> tuple[Placed, ...]:
    """Places of a hit named in its sentence, in text order; () if the sentence names none (``events.md`` 4.3).

    What stands outside the words of a claim that covers the hit tells where the speaker is.
    """
    said = [c for c in claims if c.scope_start <= hit.trigger.start < c.scope_end and not _is_aside(text, c)]
    speakers = [
        (c.speaker_start, c.speaker_end) for c in claims if not c.speaker_start <= hit.trigger.start < c.speaker_end
    ]
    named = eligible_mentions(mentions)
    there = [m for m in named if not is_elsewhere(text, m, hit, named)]
    eligible = [
        m
        for m in there
        if all(_is_of(text, hit, m, c, clauses) for c in said)
        and not any(a <= m.start < b for a, b in speakers)
        and not any(_speaks_from(text, m, c) for c in claims)
    ]
    anchor = antecedent(text, hit, mentions)
    if anchor is not None:
        return (anchor,)
    if clauses and (shared := listed_after(text, hit, there, hits, clauses[-1].end)):
        return as_placed(shared)
    eligible = [m for m in eligible if not is_crime(text, hit, m)]
    if hit.category == "legal" and (town := seat(text, hit, mentions)):
        return (town,)
    chosen = in_their_towns(
        text,
        list(finer_behind(text, hit, places_in_clause(text, hit, eligible, hits), clauses, eligible, hits)),
        eligible,
    )
    chosen = with_more_in(text, chosen, eligible) if hit.category in ATTACKS and hit.voice == "noun" else chosen
    chosen = at_its_town(text, by_included(text, over_semicolons(text, chosen, eligible), eligible), eligible)
    if chosen and all(m.end <= hit.trigger.start for m in chosen) and (near := near_anchor(hit, mentions)):
        return near  # "Near A, troops moved forward around B"
    if chosen and (near := _on_water_near(text, hit, chosen, mentions)):
        return near
    if not chosen and hit.category in SEATED and (town := seat(text, hit, mentions)):
        return (town,)
    if not chosen and (town_of_hosts := named_after(text, hit, mentions) or hosts(text, hit, mentions)):
        return town_of_hosts
    if not chosen and (land := _whose(text, hit, mentions)):
        return land
    if not chosen and is_its_own(text, hit):
        return ()
    if _acts_on_unknown(text, hit, mentions) or (not chosen and names_the_country(text, hit.clause)):
        own = [m for m in chosen if m.start > hit.trigger.end or not _is_small(m)]
        return as_placed(without_coarse(text, own)) or near_anchor(hit, mentions)
    chosen = chosen or due_at(text, hit, eligible, clauses)
    chosen = chosen or _capital_of_them(text, hit, places_of_others(text, hit, eligible, clauses, hits))
    chosen = chosen or [
        m for m in only_place(text, hit, eligible, clauses) if not _is_of_an_act(text, m, hit, hits, eligible)
    ]
    if not chosen and hit.category == "legal" and (town := court_that_speaks(text, hit, mentions, claims)):
        return (town,)
    if (
        not chosen
        and (hit.category not in ACTS or hit.subtype == "incursion")
        and (ground := demonym_ground(text, hit, mentions))
    ):
        return ground
    return (
        as_placed(without_coarse(text, chosen))
        if chosen
        else near_anchor(hit, mentions) or home_of(text, hit, mentions, clauses)
    )


def _capital_of_them(text: str, hit: Hit, others: list[Mention]) -> list[Mention]:
    """Of several places of other clauses the one that "the capital" means: "missiles on [A] and B | left the capital dark"."""
    capitals = [m for m in others if m.place is not None and m.place.feature_code == "PPLC"]
    return capitals if len(others) > len(capitals) == 1 and names_a_capital(text, hit.clause) else others


def _whose(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """Ground without a name: of the state or town whose it is, or at which weapons were aimed."""
    own = own_ground(text, hit, mentions) or airspace_of(text, hit, mentions) or own_works(text, hit, mentions)
    return own or sites_of(text, hit, mentions) or aimed_at(text, hit, mentions) or toured(text, hit, mentions)


_WATERS = frozenset({"river", "sea", "strait", "lake"})
_SIDE_OF = re.compile(
    r"\s*,?\s+(?:(?:just|some|about|\d+\s+\w+|\w+\s+miles)\s+)*(?:north|south|east|west|off|near|close|outside|downstream|upstream)\w*\s+(?:(?:of|to|from|the|coast)\s+){0,3}"
)


def _on_water_near(text: str, hit: Hit, chosen: Sequence[Mention], mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """About the town behind a water that it narrows: "on the X River north of [Y]"."""
    water = chosen[-1]
    if water.place is None or water.place.kind not in _WATERS:
        return ()
    behind = [m for m in mentions if m.start > water.end and _SIDE_OF.fullmatch(text, water.end, m.start)]
    return near_anchor(hit, behind)


def _is_of(text: str, hit: Hit, mention: Mention, claim: Claim, clauses: Sequence[Clause]) -> bool:
    """True for a place in the words of a claim, or ahead of the speaker where it holds for them."""
    if claim.scope_start <= mention.start < claim.scope_end:
        return hit.trigger.start < mention.start or not _holds_listeners(text, claim, mention)
    return hit.category not in ACTS and bool(clauses) and opens_what_is_said(text, mention, claim, clauses[0].start)


def _is_of_an_act(text: str, mention: Mention, hit: Hit, hits: Sequence[Hit], eligible: Sequence[Mention]) -> bool:
    """True for the place of another act told beside it: "walked free on Saturday following a visit to [X]"."""
    acts = [h for h in hits if h is not hit and h.category in ACTS and h.category != hit.category]
    return any(mention in places_in_clause(text, h, eligible, hits) for h in acts)


# "told a forum in [X] on Monday that": where they listened.
_LISTENING = re.compile(r"\s+(?:(?!that\b)[\w'’-]+\s+){1,6}(?:in|at)\s+(?:the\s+)?", re.IGNORECASE)
_THAT = re.compile(
    r"(?:\s+(?!(?:that|and)\b)[\w'’-]+){0,4},?\s+that\b(?!\s+(?:same\s+)?(?:day|night|morning|afternoon|evening|week|month|year)\b)"
)


def _holds_listeners(text: str, claim: Claim, mention: Mention) -> bool:
    """True for the place of those who are told something: it is ahead of the words of the claim."""
    heard = claim.verb_end <= mention.start and _LISTENING.fullmatch(text, claim.verb_end, mention.start)
    return bool(heard) and _THAT.match(text, mention.end) is not None


_FROM_WHERE = re.compile(r"\s+(?:in|from|at)\s+(?:the\s+)?(?:(?:city|town|capital)\s+of\s+)?")


def _speaks_from(text: str, mention: Mention, claim: Claim) -> bool:
    """True for where a body sits that speaks behind its words: "the general was held, said the council in [X]"; those on
    the spot, police or doctors, tell of their own town."""
    inverted = claim.verb_end <= claim.speaker_start < claim.speaker_end <= mention.start
    if not inverted or _FROM_WHERE.fullmatch(text, claim.speaker_end, mention.start) is None:
        return False
    return claim.claimant.sector not in ON_THE_SPOT


def _is_small(mention: Mention) -> bool:
    return mention.place is not None and mention.place.kind in SETTLEMENTS


# A street is in the town that the sentence names.
_STREET = re.compile(rf"\b(?:{_ANY['streets']})$")


def _acts_on_unknown(text: str, hit: Hit, mentions: Sequence[Mention]) -> bool:
    """True where a name that the atlas could not place tells where: then no place of another clause does."""
    for m in mentions:
        if not is_bare_name(text, m) or not hit.clause.start <= m.start < hit.clause.end or _STREET.search(m.text):
            continue
        if hit.object_is_place and within(m, hit.object):
            return True
        if m.start > hit.trigger.end and is_locative(text, m, hit.trigger.start):
            return True
    return False


def _is_aside(text: str, claim: Claim) -> bool:
    """True for a speaker between two commas: "Around X, she added, one more"; both sides are what is said."""
    end, start = max(claim.verb_end, claim.speaker_end), min(claim.verb_start, claim.speaker_start)
    return text.startswith(",", end) and text[:start].rstrip().endswith(",")
