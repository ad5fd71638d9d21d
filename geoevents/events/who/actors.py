"""Who did it to whom: the slots of a trigger filled from its phrases (``events.md`` 4.4)."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from geoevents.atlas.mention import Mention
from geoevents.events.codebook_kinds import Conflict
from geoevents.events.event import Actor, Span
from geoevents.events.what.hit import Hit
from geoevents.events.where.countries import alpha3
from geoevents.events.who.claim import Claim

__all__ = ["INITIATORS", "TARGETS", "actors_of", "flat", "span_of_actors"]

# Roles of the codebook that fill the two flat columns, best first.
INITIATORS = (
    "interceptor", "attacker", "gaining_side", "withdrawing_side", "visitor", "speaker", "court", "sender", "captor",
    "initiator", "imposer", "donor", "organiser", "participant", "actor",
)  # fmt: skip
TARGETS = (
    "operator", "target", "losing_side", "host", "addressee", "defendant", "recipient", "detainee", "counterpart",
)  # fmt: skip
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|some|several|\d[\d,.]*)\s+", re.IGNORECASE)
_MAX_NAME = 80


def _phrase(text: str, span: Span) -> str:
    """The phrase as a name: one line, without its leading article."""
    words = " ".join(text[span.start : span.end].split())
    return _LEADING.sub("", words).strip(" ,;:")[:_MAX_NAME]


def _country(span: Span, mentions: Sequence[Mention]) -> str | None:
    """Country (alpha-2) of the first name in a phrase."""
    for m in mentions:
        if span.start <= m.start < span.end and m.place is not None and m.place.country:
            return m.place.country
    return None


def _spans(hit: Hit) -> dict[str, Span]:
    """Phrases of a hit by slot name; the agent of a passive stands for "by" and, if alone, for the subject."""
    acted_on = hit.object
    doer = hit.agent if hit.voice == "passive" else (hit.subject or hit.agent)
    slots = {"subject": doer, "by": hit.agent or (hit.subject if hit.voice == "active" else None), "object": acted_on}
    return {name: span for name, span in slots.items() if span is not None}


def span_of_actors(hit: Hit) -> Span | None:
    """The phrase of who acts, else of who is acted upon; None if a hit has neither."""
    spans = _spans(hit)
    return spans.get("subject") or spans.get("by") or spans.get("object")


def _from_mention(role: str, mention: Mention) -> Actor:
    place = mention.place
    return Actor(
        name=mention.text,
        canonical=place.name if place else None,
        country=alpha3(place.country) if place and place.country else None,
        role=role,
    )


def _demonym_in(span: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The adjective of people or place in a phrase: whose drones they are."""
    if span is None:
        return None
    names = [m for m in mentions if span.start <= m.start < span.end and m.role in {"demonym", "metonym", "modifier"}]
    return names[0] if names else None


def _fill(
    role: str,
    slot: str,
    *,
    hit: Hit,
    spans: Mapping[str, Span],
    text: str,
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
) -> Actor | None:
    if slot in spans:
        span = spans[slot]
        country = _country(span, mentions)
        name = _phrase(text, span)
        return Actor(name=name, country=alpha3(country) if country else None, role=role) if name else None
    if slot == "object_adjective":
        mention = _demonym_in(hit.object, mentions)
        return _from_mention(role, mention) if mention else None
    if slot == "claimant" and claims:
        who = claims[0].claimant
        return Actor(name=who.name, country=who.country, sector=who.sector, role=role, basis="inferred")
    return None


def actors_of(
    text: str, hit: Hit, *, mentions: Sequence[Mention], claims: Sequence[Claim], conflicts: Sequence[Conflict]
) -> tuple[Actor, ...]:
    """Actors of a hit in the order of the codebook's roles; a slot that nothing fills gives none."""
    found: list[Actor] = []
    waiting: list[str] = []
    spans = _spans(hit)
    for role, slots in hit.roles.items():
        options = (_fill(role, s, hit=hit, spans=spans, text=text, mentions=mentions, claims=claims) for s in slots)
        actor = next((a for a in options if a is not None), None)
        if actor is not None:
            found.append(actor)
        elif "other_side" in slots:
            waiting.append(role)
    return tuple(found + [a for role in waiting if (a := _other_side(role, found, conflicts))])


def _other_side(role: str, known: Sequence[Actor], conflicts: Sequence[Conflict]) -> Actor | None:
    """The opponent of a known actor in a conflict of two sides."""
    for conflict in conflicts:
        for mine, theirs in zip(conflict.sides, reversed(conflict.sides), strict=True):
            if len(conflict.sides) == 2 and any(_on_side(a, mine) for a in known):
                return Actor(name=theirs[0], canonical=theirs[0], role=role, basis="inferred")
    return None


def _on_side(actor: Actor, side: Sequence[str]) -> bool:
    return _pattern(tuple(side)).search(f"{actor.name} {actor.canonical or ''}") is not None


@lru_cache(maxsize=256)
def _pattern(side: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in side) + r")\b")


def flat(actors: Sequence[Actor], roles: Sequence[str]) -> str | None:
    """Name of the first actor whose role is among ``roles``, for CSV and QGIS."""
    fitting = [a for a in actors if a.role in roles]
    best = min(fitting, key=lambda a: roles.index(a.role), default=None)
    return (best.canonical or best.name) if best is not None else None
