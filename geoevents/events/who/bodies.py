"""Whose a body is that speaks by its kind alone, by all that an article tells of it: "the Air Force" is the Ukrainian one."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3, country_name
from geoevents.events.where.land import names_a_state
from geoevents.events.who.actors import INITIATORS, TARGETS
from geoevents.events.who.sectors import ON_THE_SPOT, is_body_of_a_state
from geoevents.values import replace

__all__ = ["with_bodies_of_states"]


def with_bodies_of_states(text: str, tellings: Sequence[Telling], mentions: Sequence[Mention]) -> list[Telling]:
    """Tellings in which bodies of a kind that every state has are told as those of their state: "Ukrainian Air Force".

    A body gets the country that all that it tells in the article agrees on: over whose ground it shoots down what another one
    sent, on whose ground it counts the dead, which state alone it names.  Where that leaves two, it keeps its name.
    """
    bare = {c.claimant.name.lower() for t in tellings for c in t.claims if is_body_of_a_state(c.claimant.name)}
    if not bare:
        return list(tellings)
    states = frozenset(_countries(m for m in mentions if _names_state(m)))
    alone = frozenset(_countries(m for m in mentions if m.role != "embedded"))
    votes = {
        name: _voted(text, name, tellings, states, alone if alone == states and len(alone) == 1 else frozenset())
        for name in bare
    }
    adjectives = _adjectives(text, mentions)
    found = []
    for t in tellings:
        claims = tuple(replace(c, claimant=_of_state(c.claimant, votes, adjectives)) for c in t.claims)
        found.append(replace(t, claims=claims) if claims != t.claims else t)
    return found


def _names_state(m: Mention) -> bool:
    """True for a state, its people or its capital."""
    return names_a_state(m) or m.role == "demonym" or (m.place is not None and m.place.feature_code == "PPLC")


def _countries(mentions: Iterable[Mention]) -> set[str]:
    return {code for m in mentions if m.place is not None and (code := alpha3(m.place.country)) is not None}


def _voted(text: str, name: str, tellings: Sequence[Telling], states: Set[str], alone: Set[str]) -> str | None:
    """The one country that the tellings of a body speak for; None where none does, or two do.

    ``states`` are those that the article names; ``alone`` is the one that it names and in which all its places lie, if there is
    one: "an army took credit for a strike on X" without a word on X's state may be any.
    """
    told = [(t, c.claimant) for t in tellings for c in t.claims if c.claimant.name.lower() == name]
    found: set[str | None] = set(alone)
    for t, who in told:
        seen = _country_by(t, who, states)
        found.add(seen)
        if _bombs_its_own(text, t, who) or (
            who.sector == "MIL" and None not in {seen, who.country} and seen != who.country
        ):
            return None
    found -= {None}
    return found.pop() if len(found) == 1 else None


def _bombs_its_own(text: str, t: Telling, who: Claimant) -> bool:
    """True for an army that tells a strike of "its jets" on what would be its own ground: it is another one."""
    place, doer = t.placed.mention.place if t.placed is not None else None, t.hit.subject
    own = doer is not None and text[doer.start : doer.end].lower().startswith(("its ", "their "))
    return own and t.hit.category == "strike" and place is not None and alpha3(place.country) == who.country


def _country_by(t: Telling, who: Claimant, states: Set[str]) -> str | None:
    """Whose a body is by one thing that it tells; None where that leaves it open."""
    place = t.placed.mention.place if t.placed is not None else None
    ground = alpha3(place.administered_by or place.country) if place is not None else None
    doer = next((a.country for a in t.actors if a.role in INITIATORS and a.basis == "explicit"), None)
    foe = next((a.country for a in t.actors if a.role in TARGETS and a.basis == "explicit"), None)
    if t.hit.category == "air_defence" and who.name.lower() != "navy":  # ships fire wherever they are
        return _ground_but(ground, states, sent_by=foe)
    if who.sector in ON_THE_SPOT:  # who counts the dead, the fires and the houses without light
        return ground if ground in states and t.hit.category in _HARM else None
    sent = t.hit.category == "strike" and t.numbers.unit in _SENT and doer is not None
    return _other(doer, states) if sent and doer is not None else None


_HARM = frozenset({"strike", "ground_combat", "infrastructure", "humanitarian"})
_SENT = frozenset({"drones", "missiles", "rockets"})  # who counts what was sent is whom it was sent to


def _ground_but(ground: str | None, states: Set[str], *, sent_by: str | None) -> str | None:
    """Over whose ground something is shot down; who sent it does not shoot it down."""
    if ground is not None:
        return ground if ground != sent_by else None
    return _other(sent_by, states) if sent_by is not None else None


def _other(state: str, states: Set[str]) -> str | None:
    """The other one of the two states that an article names."""
    others = states - {state}
    return next(iter(others)) if len(states) == _TWO and len(others) == 1 else None


_TWO = 2
_ADJECTIVE = re.compile(r"\s+(?:[A-Z]?[a-z][\w-]+)")


def _adjectives(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """What an article calls what is of a state, by its code: "Ukrainian" before a noun."""
    found: dict[str, str] = {}
    for m in mentions:
        code = alpha3(m.place.country) if m.place is not None else None
        if m.role == "demonym" and code is not None and not m.text.endswith("s") and _ADJECTIVE.match(text, m.end):
            found.setdefault(code, m.text)
    return found


def _of_state(who: Claimant, votes: Mapping[str, str | None], adjectives: Mapping[str, str]) -> Claimant:
    """The speaker with its state, and with the name of it; as it is where that is not known."""
    country = votes.get(who.name.lower())
    state = country_name(country)
    if country is None or state is None or not is_body_of_a_state(who.name):
        return who
    whose = adjectives.get(country) or (f"{state}'" if state.endswith("s") else f"{state}'s")
    return replace(who, name=f"{whose} {who.name}", country=country)
