"""Places of a deed by who does it: where a passive verb puts it, and never at home in the country that strikes."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.categories import FIGHTING
from geoevents.events.telling import Placed
from geoevents.events.what.harm_told import goes_on
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import with_group
from geoevents.words import any_of, sets_of

__all__ = ["done_to", "is_base_of_doer", "not_at_home", "of_the_doer"]

# "was hit on Monday by a dozen [airstrikes]": a few words without another place or clause between the verb and the noun.
_DONE_BY = re.compile(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:hit|struck|shaken|\w+ed)\s+(?:[\w-]+\s+){0,4}?by\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_FRAME = re.compile(r"\W*(?:in|near|outside|around|at|over|across|off)\s[^,]*", re.IGNORECASE)  # "In [X], Y was hit"


def done_to(text: str, hit: Hit, inside: Sequence[Mention]) -> list[Mention]:
    """The places that the passive verb before the noun of a hit is said of; [] where its subject names none."""
    verb = _DONE_BY.search(text, hit.clause.start, hit.trigger.start) if hit.voice == "noun" else None
    if verb is None:
        return []
    subject = [m for m in inside if m.end <= verb.start() and not _FRAME.fullmatch(text, hit.clause.start, m.start)]
    return with_group(subject[:1], inside)


_BEFORE_NOUN = 30  # letters before a noun that may say whose it is: "Israeli air [strikes]"


def not_at_home(hit: Hit, taken: Sequence[Placed], mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """Places taken from elsewhere, without the country that strikes: "killed three in [Israel] while Israeli raids killed seven",
    "blasts in [Tehran]. Tehran had launched more strikes"."""
    if hit.category != "strike" or not taken:
        return tuple(taken)
    start, end = (hit.trigger.start - _BEFORE_NOUN, hit.trigger.end) if hit.voice == "noun" else (0, 0)
    if hit.subject is not None and hit.voice == "active":
        start, end = hit.subject.start, hit.subject.end
    named = [m.place for m in mentions if m.role in {"demonym", "metonym"} and start <= m.start < end and m.place]
    striking, seats = {place.country for place in named}, {place.id for place in named}
    placed = [(p, p.mention.place) for p in taken]
    return tuple(
        p
        for p, at in placed
        if at is None or (at.id not in seats and (at.kind != "country" or at.country not in striking))
    )


_WORDS = sets_of("geoevents.events.where", "place_words.toml")
_STATIONED = re.compile(
    rf"\b(?:{any_of(sorted(_WORDS['stationed']))})\s+(?:in|at|near|outside|around)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$"
    rf"|\b(?:{any_of(sorted(_WORDS['doers_from']))})\s+from\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$"
)
_BY_THOSE_BASED = re.compile(
    r"\bby\s+(?:(?:the|a|an|some)\s+)?(?:[\w’'-]+\s+){1,4}(?:based|headquartered)\s+(?:in|at|near)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$"
)
_BY_REACH = 80  # letters before a place in which who acts is told
_ARMED = FIGHTING | {"mobilisation"}


def is_base_of_doer(text: str, mention: Mention, hit: Hit) -> bool:
    """True for where those sit who fire: "a division stationed near [X] had fired the missile", "militias from [X] took", "was
    hit in another attack by fighters based in [X]".
    """
    low = lowered(text)
    if hit.category in _ARMED and _BY_THOSE_BASED.search(low, max(0, mention.start - _BY_REACH), mention.start):
        return True
    doer = hit.agent if hit.voice == "passive" else hit.subject
    inside = doer is not None and doer.start < mention.start < doer.end and hit.category in FIGHTING
    inside = inside or (hit.subtype == "arrest" and hit.voice == "active" and mention.end <= hit.trigger.start)
    return inside and _STATIONED.search(low, max(0, mention.start - 50), mention.start) is not None


def of_the_doer(hit: Hit, shared: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """The shared places where the same doer went on: "bombs killed four | and wounded 13 in [X], | while a drone hit Y"; else all."""
    own = [h.clause for h in hits if goes_on(h, hit) and h.clause_index > hit.clause_index]
    return [m for m in shared if any(c.start <= m.start < c.end for c in own)] or list(shared)
