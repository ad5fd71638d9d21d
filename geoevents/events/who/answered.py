"""What an answer may be about: the deeds told before it within its reach, of its kind, and at the towns that it names."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS, LonLat
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.telling import Telling
from geoevents.events.who.answer_phrases import answered_deeds
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.contraries import losses_denied
from geoevents.words import any_of

__all__ = [
    "DENIABLE",
    "HERE_KM",
    "REACH_SENTENCES",
    "RESPONSIBLE_FOR",
    "SAME_TOWN_KM",
    "in_reach",
    "is_elsewhere",
    "of_deed",
    "towns_named",
]

# What can be denied: claims of results and acts, not visits.
_HARM = frozenset({"air_defence", "strike", "ground_combat", "naval", "infrastructure"})
DENIABLE = _HARM | {"control_change", "detention", "mobilisation", "other"}
REACH_SENTENCES = 3


def in_reach(telling: Telling, denial: Spoken, *, told_by_others: bool = True) -> bool:
    near = telling.segment.section == denial.section and 0 <= denial.sentence - telling.segment.index <= REACH_SENTENCES
    return (
        near
        and telling.hit.category in DENIABLE
        and not telling.is_background
        and not telling.is_aggregate
        and (telling.hit.trigger.start < denial.claim.verb_start or denial.claim.aside)
        and (not told_by_others or _opposes(denial, telling))
    )


def _opposes(denial: Spoken, telling: Telling) -> bool:
    """True unless the one who denies is the one who claimed."""
    return bool(telling.claims) and all(c.claimant.name != denial.claim.claimant.name for c in telling.claims)


def of_deed(text: str, answer: Spoken, near: Sequence[Telling]) -> list[Telling]:
    """Those tellings that an answer may be about by its noun: "the raid" is no loss of ground."""
    deeds = answered_deeds(text, answer.claim.verb_end, answer.claim.scope_end)
    about = [t for t in near if deeds is None or t.hit.category in deeds]
    lost = losses_denied(lowered(text), answer.claim.verb_end, answer.claim.scope_end)
    if lost is not None:
        about = [t for t in about if t.hit.category in lost]
    named = _named_in(text, answer.claim)
    same = (
        [t for t in about if named and named & _named_within(text, t.segment.start, t.segment.end)]
        if len(about) > 1
        else []
    )
    return same or about


def _named_in(text: str, answer: Claim) -> set[str]:
    """What an answer names: "confirmed the attack on the [Tutor]", "called the [photograph] a fake"."""
    closes = _PHRASE_ENDS.search(text, answer.verb_end)
    return _named_within(text, answer.verb_end, closes.start() if closes else answer.scope_end)


def _named_within(text: str, start: int, end: int) -> set[str]:
    return set(_NAMES.findall(text, start, end)) | set(_SHOWN.findall(text, start, end))


_PHRASE_ENDS = re.compile(r"[.,;:]|\sand\s")
_NAMES = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]{2,}")  # within a sentence
_SHOWN = re.compile(rf"\b(?:{any_of(DATA['shown']['nouns'])})\b")
SAME_TOWN_KM, HERE_KM = 40.0, 5.0


def towns_named(denial: Claim, mentions: Sequence[Mention]) -> list[LonLat]:
    """The towns that a denial speaks of: "claims of damage to the [X] base were false"."""
    inside = [
        m.place for m in mentions
        if denial.scope_start <= m.start < denial.scope_end and not denial.speaker_start <= m.start < denial.speaker_end
        and m.role in _GROUND and m.place is not None and m.place.kind in SETTLEMENTS
    ]  # fmt: skip
    return [p.lonlat for p in inside if p.lonlat is not None]


def names_another(text: str, denial: Claim, telling: Telling) -> bool:
    """True where a denial speaks of what is not in the name of the place told: "in [Lyman], officials said, fighting went on"."""
    said = [m[1] for m in _SOMEWHERE.finditer(text, denial.scope_start, denial.scope_end)
            if not denial.speaker_start <= m.start() < denial.speaker_end]  # fmt: skip
    here = telling.placed.mention.text if telling.placed is not None else ""
    return bool(said) and all(name not in here for name in said)


_SOMEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|for|over|inside)\s+([A-Z][\w’'-]{2,})(?!\w*\s+(?:hands|control))")
_GROUND = frozenset({"literal", "modifier", "reference"})


def is_elsewhere(telling: Telling, towns: Sequence[LonLat], *, km: float = SAME_TOWN_KM) -> bool:
    """True for a telling that lies far from all towns that a denial speaks of."""
    place = telling.placed.mention.place if telling.placed is not None else None
    here = place.lonlat if place is not None else None
    return here is not None and all(distance_km(t, here) > km for t in towns)


# What one may claim responsibility for.
RESPONSIBLE_FOR = frozenset({"strike", "ground_combat", "naval", "detention", "cyber", "other"})
