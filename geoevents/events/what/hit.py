"""The value of a trigger found in a sentence, with the phrases in its slots."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from geoevents.atlas.mention import Mention
from geoevents.events.event import Modality, Span
from geoevents.events.what.modality import Tense
from geoevents.values import dataclass

__all__ = ["GENERIC", "UNSPECIFIED", "Hit", "Told"]

# A strike whose weapon nobody tells, and the weight up to which a trigger tells harm alone: "X was hit", "houses were destroyed".
UNSPECIFIED = "unspecified"
GENERIC = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger found in a sentence, with the phrases in its slots (offsets into the body).

    ``topic`` is what the noun is about that is the subject of the verb: X in "shelling of X killed three"; ``reduced`` a
    participle that tells about its noun, "the town seized by rebels".
    """

    category: str
    subtype: str
    rule: str
    weight: float
    rank: int
    trigger: Span
    clause: Span
    clause_index: int
    clause_kind: str
    voice: Literal["active", "passive", "noun"]
    tense: Tense
    modality: Modality
    subject: Span | None
    object: Span | None
    agent: Span | None
    roles: Mapping[str, tuple[str, ...]]
    object_is_place: bool
    topic: Span | None = None
    reduced: bool = False


class Told(NamedTuple):
    """What rules that compare two hits of a sentence look at besides them: the text and the named places of the sentence."""

    text: str
    mentions: Sequence[Mention]
