"""A claim: who says what in which words, and where in the article."""

from typing import Literal

from geoevents.events.event import Claimant
from geoevents.values import dataclass

__all__ = ["Claim", "ClaimKind", "Spoken"]

ClaimKind = Literal["says", "announces", "denies", "confirms", "doubts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody says something: ``verb`` is where, ``scope`` the stretch of text that is said.

    ``speaker_start``, ``speaker_end`` are the words that name the speaker.  ``anaphoric``: a denial of what was claimed
    before ("this was not the case"), without content of its own.  ``seconds``: the speaker says that what was told before was
    its own, or that it is so; ``holds``: that its men still hold what others took.  ``act``: the words are the deed ("urged", "ordered"):
    nothing but the verb is covered.  ``aside``: a denial put in before what it answers: "accused X, | which denies it |, of";
    ``takes_back``: the speaker denies what it had said itself.
    """

    claimant: Claimant
    verb_start: int
    verb_end: int
    scope_start: int
    scope_end: int
    modality: ClaimKind
    anaphoric: bool = False
    seconds: bool = False
    act: bool = False
    holds: bool = False
    accuses: bool = False
    aside: bool = False
    takes_back: bool = False
    speaker_start: int
    speaker_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A claim and where in the article it is made."""

    section: int
    paragraph: int
    sentence: int
    claim: Claim
