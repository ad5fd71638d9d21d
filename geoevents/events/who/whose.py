"""Whose "the army" or "the government" is that speaks: of the state on whose ground it tells something, where its section
names that people's soldiers, or no other state at all."""

import re
from collections.abc import Sequence

from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import is_body_of_a_state
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["with_states"]

_ARMS = any_of(sorted(DATA["words"]["arms"]))
_ARMY = re.compile(r"army|military|armed forces|navy|air force", re.IGNORECASE)
_ITS_ARMS = re.compile(rf"(?:['’]s?)?\s+(?:[a-z-]+\s+)?(?:{_ARMS})\b")
_NAMING = frozenset({"container", "demonym", "literal", "metonym"})


def with_states(
    text: str, segments: Sequence[Segment], mentions: Sequence[Mention], tellings: Sequence[Telling]
) -> list[Telling]:
    """Tellings in which a body of a state that speaks by its kind alone has its country: "the army", "the Defence Ministry".

    What "the army" tells of a town in Syria is told by the "Syrian army", where its section speaks of Syrian soldiers or jets.
    """
    if not any(_is_bare(c.claimant) for t in tellings for c in t.claims):
        return list(tellings)
    spans = {n: (min(s.start for s in own), own[-1].end) for n, own in _by_section(segments).items()}
    near: dict[int, list[Mention]] = {}
    found = []
    for t in tellings:
        if not any(_is_bare(c.claimant) for c in t.claims):
            found.append(t)
            continue
        section = t.segment.section
        if section not in near:
            near[section] = _naming(mentions, *spans[section])
        claims = tuple(replace(c, claimant=_of_state(text, c.claimant, t, near[section])) for c in t.claims)
        found.append(replace(t, claims=claims) if claims != t.claims else t)
    return found


def _naming(mentions: Sequence[Mention], first: int, last: int) -> list[Mention]:
    """The states and places that a section names."""
    return [m for m in mentions if first <= m.start < last and m.role in _NAMING and _country(m) is not None]


def _by_section(segments: Sequence[Segment]) -> dict[int, list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for s in segments:
        found.setdefault(s.section, []).append(s)
    return found


def _is_bare(who: Claimant) -> bool:
    """True for a body of which every state has one, without a word on whose it is."""
    return who.country is None and is_body_of_a_state(who.name)


def _of_state(text: str, who: Claimant, telling: Telling, near: Sequence[Mention]) -> Claimant:
    """The speaker with its country, and an army with its people: ``near`` are the states and places of its section."""
    if not _is_bare(who):
        return who
    ground = telling.placed.mention.place.country if telling.placed and telling.placed.mention.place else None
    armed = [m for m in near if m.role != "literal" and _ITS_ARMS.match(text, m.end)]
    if ground is None and len({_country(m) for m in armed}) == 1:
        ground = _country(armed[0])  # of no place that the atlas knows: the only soldiers that the section names
    own = [m for m in armed if _country(m) == ground]
    if own and _ARMY.fullmatch(who.name):
        return replace(who, name=f"{own[0].text} {who.name}", country=alpha3(ground))
    states = {_country(m) for m in near}
    return replace(who, country=alpha3(states.pop())) if len(states) == 1 else who


def _country(m: Mention) -> str | None:
    return m.place.country if m.place is not None else None
