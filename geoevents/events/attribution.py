"""Whose word a hit is: the claims that cover it, the doer's own, or those of the sentence before (``events.md`` 4.7)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.articles.segments import Segment
from geoevents.events.claims import Claim
from geoevents.events.event import Stance
from geoevents.events.telling import Telling
from geoevents.events.triggers import Hit

__all__ = ["Attribution", "attribution_of"]

_STANCES: dict[str, Stance] = {
    "says": "asserts", "announces": "announces", "denies": "denies", "confirms": "confirms", "doubts": "doubts",
}  # fmt: skip
# Who reports harm on its own ground goes on doing so; what else an army hit is mostly told by the article itself.
_LOCAL = frozenset({"LOC", "MED", "POL"})
_RESULTS = frozenset({"air_defence", "control_change", "ground_combat", "naval", "strike"})
_BACK_REFERENCE = re.compile(r"\b(?:them|they|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Claims of a hit, innermost first, and the stance they give; ``inherited`` from a sentence before."""

    claims: tuple[Claim, ...] = ()
    stance: Stance = "asserts"
    inherited: bool = False


def attribution_of(
    text: str, hit: Hit, *, claims: Sequence[Claim], segment: Segment, last: Telling | None
) -> Attribution:
    """Claims of the sentence that cover a hit; else those of the last telling, where the sentence goes on with it."""
    own = [c for c in claims if c.scope_start <= hit.trigger.start < c.scope_end and not c.anaphoric]
    own.sort(key=lambda c: c.scope_end - c.scope_start)
    if own:
        return Attribution(claims=tuple(own), stance=_STANCES[own[0].modality])
    if last is None or not last.claims or last.stance == "denies" or not _goes_on(text, hit, segment, last):
        return Attribution()
    return Attribution(claims=last.claims, stance=last.stance, inherited=True)


def _goes_on(text: str, hit: Hit, segment: Segment, last: Telling) -> bool:
    """True where a hit without a speaker is still told by the one of the telling before."""
    if hit.clause_kind == "relative" or last.segment.section != segment.section:
        return False
    same = last.hit.category == hit.category
    if last.segment.paragraph != segment.paragraph:
        return (
            same
            and hit.object is not None
            and _BACK_REFERENCE.fullmatch(text[hit.object.start : hit.object.end]) is not None
        )
    if hit.tense == "pluperfect" and hit.category in _RESULTS and segment.index - last.segment.index == 1:
        return True  # reported speech goes on without its verb
    if hit.category == "strike" and last.segment.index != segment.index:
        return same and last.claims[0].claimant.sector in _LOCAL
    return same
