"""Who saw it: footage, reporters or residents that show the men of a side in the town that it is said to have taken."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence
from geoevents.events.who.actors import INITIATORS
from geoevents.events.who.claim import Claim
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.seconded import GAINS
from geoevents.events.who.side_kinds import kind_of_side
from geoevents.values import replace
from geoevents.words import any_of, cut_head

__all__ = ["shown"]

_D = {name: any_of(words) for name, words in DATA["seen"].items()}
_MEN = rf"(?P<men>(?:[\w’'-]+\s+){{0,3}}?(?:{_D['men']}))\b"
_HERE = (
    rf"\b(?:in|inside|over|on|through|patrolling)\s+(?:the\s+)?(?:(?:{_D['here']})\b"
    rf"|[^.;,]{{0,30}}\bof\s+the\s+(?:{_D['here']})\b|(?:[a-z-]+\s+)?(?P<name>[^\W\d_]+))"
)
# "Geolocated footage published on Friday shows | Russian soldiers raising a flag in | the village"
_FOOTAGE = re.compile(
    rf"(?P<who>(?:[\w-]+\s+){{0,2}}(?:{_D['evidence']}))\b[^.;]{{0,90}}?\b(?:show|shows|showed|showing)\s+{_MEN}[^.;]{{0,60}}?{_HERE}"
)
# "an AFP correspondent saw | rebel fighters in | the town", "residents said | soldiers were patrolling the streets"
_WITNESS = re.compile(
    rf"\b(?P<who>(?:[\w-]+\s+){{0,2}}?(?:{_D['witnesses']}))\b[^.;,]{{0,40}}?\b(?:saw|seen|said|say|told\s+\w+|confirmed|reported)\s+(?:that\s+)?{_MEN}[^.;]{{0,40}}?{_HERE}"
)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_REACH = 2  # sentences from a gain to who saw it
_KEYS = frozenset(DATA["seen"]["evidence"]) | frozenset(DATA["seen"]["witnesses"])
_NOT = re.compile(
    r"\b(?:not|no|never|prisoners?|captives?|bodies|dead|drill|exercises?|parade|before|had\s+been)\b|n[’']t\b"
)


def shown(text: str, sentence: Sentence, before: Sequence[Telling]) -> list[Telling]:
    """The last gain of ground that a side claims, where a sentence tells who saw its men there: with that witness."""
    if not before or _KEYS.isdisjoint(sentence.words):
        return []
    start, end = sentence.segment.start, sentence.segment.end
    low = lowered(text)
    seen = _FOOTAGE.search(low, start, end) or _WITNESS.search(low, start, end)
    last = next((t for t in reversed(before) if t.hit.category == "control_change"), None)
    if seen is None or last is None or _NOT.search(low, seen.start("men"), seen.end()):
        return []
    if not _is_claimed_gain(last, sentence) or not _are_its_men(text[seen.start("men") : seen.end("men")], last):
        return []
    if _names_elsewhere(sentence, last):
        return []
    who = Claimant(
        name=cut_head(_ARTICLE, text[seen.start("who") : seen.end("who")].strip()), sector="MEDIA", stance="confirms"
    )
    witness = Claim(
        claimant=who, verb_start=seen.end("who"), verb_end=seen.start("men"), scope_start=seen.start("men"), scope_end=end,
        modality="confirms", seconds=True, speaker_start=seen.start("who"), speaker_end=seen.end("who"),
    )  # fmt: skip
    return [replace(t, claims=(*t.claims, witness)) for t in before if t.record == last.record]


def _is_claimed_gain(last: Telling, sentence: Sentence) -> bool:
    near = (
        last.segment.section == sentence.segment.section and 0 < sentence.segment.index - last.segment.index <= _REACH
    )
    told = any(h.category == "control_change" and h.modality == "actual" for h in sentence.hits)
    plain = not told and last.hit.subtype in GAINS and last.hit.modality == "actual" and not last.is_background
    return near and plain and bool(last.claims) and last.stance != "denies"


def _are_its_men(men: str, last: Telling) -> bool:
    """False for men of another nation or kind than those who are told to have taken the place."""
    doer = next((a for a in last.actors if a.role in INITIATORS), None)
    who = last.claims[0].claimant
    names = f"{doer.name if doer is not None else ''} {who.name}"
    nations = [w for w in men.split() if w[0].isupper()]
    if nations:
        return any(w[:4] in names for w in nations) or (doer is None and who.country is None)
    kinds = kind_of_side(men), kind_of_side(names)
    return 0 in kinds or kinds[0] == kinds[1]


def _names_elsewhere(sentence: Sentence, last: Telling) -> bool:
    """True where a sentence names another town than the one that was taken."""
    place = last.placed.mention.place if last.placed is not None else None
    towns = [
        m.place
        for m in sentence.mentions
        if m.role == "literal" and m.place is not None and m.place.kind in SETTLEMENTS
    ]
    return place is not None and any(t.id != place.id for t in towns)
