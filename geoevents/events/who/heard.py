"""The speakers that an article has named so far, and whom "the ministry", "the group" or a surname means."""

import re
from dataclasses import field

from geoevents.events.event import Claimant
from geoevents.events.who.armed_groups import names_group
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import BODY_NOUNS, of_other_field
from geoevents.values import dataclass

__all__ = ["SpeakerContext", "group_last_heard", "known_as", "names_state"]


@dataclass(slots=True)
class SpeakerContext:
    """Speakers of an article so far: persons and bodies with country and sector, and the ones last heard."""

    persons: dict[str, Claimant] = field(default_factory=dict)
    bodies: list[Claimant] = field(default_factory=list)
    last: Claimant | None = None
    last_person: Claimant | None = None

    def remember(self, claimant: Claimant) -> None:
        """Keeps a speaker for "he added" and "the ministry"."""
        if not _EVIDENCE.isdisjoint(claimant.name.lower().split()):
            return  # "photographs showed": nobody whom "he added" means
        self.last = claimant
        if not names_state(claimant) and not set(claimant.name.lower().split()) & _COLLECTIVES:
            self.last_person = claimant
        self.bodies.append(claimant)
        for word in claimant.name.split():
            if word[0].isupper():
                self.persons[word.lower()] = claimant


_OF_STATES = re.compile(
    r"\b(?:Ministry|Minister|Staff|General|President|Governor|spokes\w+|army|military|government|officer|official)\b"
)


def group_last_heard(context: SpeakerContext) -> Claimant | None:
    """Who spoke last as a group, "a doctors' group said", else the armed group that did, by a name of its own: "the group said"."""
    so_called = next((b for b in reversed(context.bodies) if _CALLED_GROUP.search(b.name)), None)
    return so_called or next(
        (
            b
            for b in reversed(context.bodies)
            if b.sector in {"MIL", None}
            and names_group(b.name)
            and not _OF_STATES.search(b.name)
            and not _is_capital(b)
        ),
        None,
    )


_CALLED_GROUP = re.compile(rf"['’]s?\s+group$|\b(?:{'|'.join(DATA['words']['speaking_groups'])})\s+group$")


def _is_capital(who: Claimant) -> bool:
    """True for a state or its capital by its bare name: "Kinshasa" is no group."""
    return who.country is not None and " " not in who.name


def names_state(who: Claimant) -> bool:
    """True for a state that speaks by its name or its capital's alone: "Moscow", "Israel"."""
    words = who.name.split()
    short = len(words) <= 2 and all(w[0].isupper() and not w.endswith(("'s", "’s")) for w in words)
    return who.country is not None and who.sector is None and short


def known_as(name: str, context: SpeakerContext) -> Claimant | None:
    """A body or person told before: "the ministry", "the agency", a surname."""
    words = name.split()
    if words and words[-1] in context.persons and len(words) <= 3 and words[-1] not in {"ministry", "army"}:
        return context.persons[words[-1]]
    nouns = BODY_NOUNS.intersection(words) if len(words) <= 4 else frozenset()
    for body in reversed(context.bodies):
        theirs = body.name.lower().split()
        if body.country and not nouns.isdisjoint(theirs) and not of_other_field(words, theirs):
            return body
    return None


_EVIDENCE = frozenset(DATA["words"]["evidence"])
# What speaks as "it", not as "he" or "she".
_COLLECTIVES = frozenset(DATA["words"]["collectives"])
