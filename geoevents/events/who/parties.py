"""Which party an actor belongs to, by what the whole article says: its one armed group, whose ground it is, who fights whom."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.categories import FIGHTING
from geoevents.events.codebook_kinds import Conflict
from geoevents.events.event import Actor
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3, country_name
from geoevents.events.who.actor_words import GROUP_HEADS, GROUP_WORDS, STATE_WORDS
from geoevents.events.who.armed_groups import named_groups
from geoevents.values import dataclass, replace

__all__ = ["with_parties"]

_INITIALS = re.compile(r"\b((?:[A-Z][\w'’-]+\s(?:(?:of|for|the|and|al)\s)*){1,6})\(([A-Z][A-Z0-9]{1,6})\)")
_ATTACKS = frozenset({"strike"})  # what is hit is its country's, whoever holds it
_FIGHTERS = frozenset({"attacker", "interceptor", "gaining_side", "withdrawing_side", "operator", "losing_side"})
_ON_OWN_GROUND = frozenset({"air_defence"})


@dataclass(frozen=True, slots=True)
class _Parties:
    """``group``: the one armed group that an article names; ``full``: names by their initials; ``state``: the one country of its places."""

    group: str | None
    full: dict[str, str]
    state: str | None


def with_parties(
    text: str, tellings: Sequence[Telling], mentions: Sequence[Mention], conflicts: Sequence[Conflict]
) -> list[Telling]:
    """Tellings whose actors have the party that the article gives them."""
    if not any(t.actors or t.placed for t in tellings):
        return list(tellings)
    known = _parties(text, mentions)
    named = [c for c in conflicts if all(any(name in text for name in side) for side in c.sides)]
    settled = [_with_actors(t, [_settled(a, t, known) for a in t.actors]) for t in tellings]
    opponents, blamed = named or _opponents(settled), _is_blame_traded(lowered(text), 0, len(text))
    return [t if blamed and _is_blamed_both_ways(text, t) else _with_opponent(t, opponents) for t in settled]


_EACH_OTHER = re.compile(
    r"\b(?:blam|accus)(?:e|es|ed|ing)\s+(?:each\s+other|one\s+another|the\s+other)|\btraded\s+(?:blame|accusations)|\b(?:each|both)\b[^.]{0,60}\bthe\s+other\b[^.]{0,20}\bblame"
)
_NEXT = 240  # letters from an attack to the words that both sides blame the other


def _is_blamed_both_ways(text: str, t: Telling) -> bool:
    """True for what both sides blame on the other, in its sentence or the next: whose it was is not inferred."""
    return _is_blame_traded(lowered(text), t.hit.clause.start, min(len(text), t.hit.clause.end + _NEXT))


def _is_blame_traded(low: str, start: int, end: int) -> bool:
    """True for a text in small letters in which two blame each other."""
    told = low.find("blam", start, end) >= 0 or low.find("accus", start, end) >= 0
    return told and _EACH_OTHER.search(low, start, end) is not None


def _opponents(tellings: Sequence[Telling]) -> list[Conflict]:
    """The two parties that fight in an article, where there are just two and something tells that they fight each other."""
    told = [_party_of(a) for t in tellings if t.hit.category in FIGHTING for a in t.actors if a.role in _FIGHTERS]
    count = Counter(name for name in told if name is not None)
    met = ({_party_of(a) for a in t.actors if a.role in _FIGHTERS and a.basis == "explicit"} for t in tellings)
    if len(count) != 2 or not any(set(count) <= both for both in met):
        return []
    return [Conflict(sides=tuple((name,) for name in count))]


def _party_of(a: Actor) -> str | None:
    """The state or group that an actor stands for."""
    return a.canonical or country_name(a.country)


def _parties(text: str, mentions: Sequence[Mention]) -> _Parties:
    demonyms = {m.text for m in mentions if m.role == "demonym" or (m.place and m.place.kind == "country")}
    bracketed = _INITIALS.findall(text) if "(" in text else ()
    full = {short: " ".join(name.split()).removeprefix("The ") for name, short in bracketed}
    names = named_groups(text, demonyms) if any(f" {head}" in text for head in GROUP_HEADS) else set()
    groups = {full.get(n, n) for n in names} | {n for n in full.values() if GROUP_HEADS & set(n.lower().split())}
    own = Counter(m.place.country for m in mentions if m.role == "literal" and m.place and m.place.country)
    state = next(iter(own)) if len(own) == 1 else None
    return _Parties(next(iter(groups)) if len(groups) == 1 else None, full, alpha3(state))


def _with_opponent(t: Telling, conflicts: Sequence[Conflict]) -> Telling:
    """The telling with who stands on the other side, where its codebook wants that and a conflict of two sides tells it."""
    actors = list(t.actors)
    for role, slots in t.hit.roles.items():
        if "other_side" in slots and all(a.role != role for a in actors):
            known = _struck(t) if role == "attacker" else []
            opponent = _other_side(role, known or actors, conflicts)
            actors += [opponent] if opponent is not None else []
    return _with_actors(t, actors)


def _with_actors(t: Telling, actors: Sequence[Actor]) -> Telling:
    return replace(t, actors=tuple(actors)) if tuple(actors) != t.actors else t


def _other_side(role: str, known: Sequence[Actor], conflicts: Sequence[Conflict]) -> Actor | None:
    """The opponent of a known actor, where the conflicts of two sides leave just one."""
    opponents = {
        theirs[0]
        for conflict in conflicts
        if len(conflict.sides) == 2
        for mine, theirs in zip(conflict.sides, reversed(conflict.sides), strict=True)
        if any(_on_side(a, mine) for a in known)
    }
    if len(opponents) != 1:
        return None
    name = opponents.pop()
    return Actor(name=name, canonical=name, role=role, basis="inferred")


def _on_side(actor: Actor, side: Sequence[str]) -> bool:
    said = f"{actor.name} {actor.canonical or ''} {country_name(actor.country) or ''}"
    return _pattern(tuple(side)).search(said) is not None


@lru_cache(maxsize=256)
def _pattern(side: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in side) + r")\b")


def _struck(t: Telling) -> list[Actor]:
    """Who is hit where nobody says whose an attack is: the locals who tell of it, else who holds the ground."""
    local = next((c.claimant for c in t.claims if c.claimant.sector in _LOCALS and c.modality != "denies"), None)
    country = local.country if local is not None and local.country is not None else _ground(t)
    return [Actor(name="", country=country, role="target")] if country is not None else []


_LOCALS = frozenset({"LOC", "MED", "POL"})


def _settled(a: Actor, t: Telling, known: _Parties) -> Actor:
    """The actor with its party, where only the article tells it."""
    if a.name in known.full and a.canonical is None:
        return replace(a, canonical=known.full[a.name])
    if a.country is not None or a.canonical is not None:
        return a
    ground = _ground(t)
    if a.role == "target" and t.hit.category in _ATTACKS:
        return replace(a, country=ground, basis="inferred")
    last = a.name.split()[-1].lower()
    if any(c.isupper() for c in a.name[1:]) and last not in STATE_WORDS:
        return a
    if last in GROUP_WORDS and known.group is not None and last not in STATE_WORDS:
        return replace(a, canonical=known.group)
    if last in STATE_WORDS:
        code = known.state or (ground if t.hit.category in _ON_OWN_GROUND else None)
        return replace(a, country=code)
    return a


def _ground(t: Telling) -> str | None:
    """Whose ground it is (alpha-3): who holds it, else its country."""
    place = t.placed.mention.place if t.placed is not None else None
    return alpha3(place.administered_by or place.country) if place is not None else None
