"""Who says that its own side did no such thing, in words of its own: "denied shelling civilians", "its guns had not fired"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.howmany.count_words import PEOPLE
from geoevents.events.telling import Telling
from geoevents.events.who.answer_phrases import leaves_open
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.claim_words import DATA
from geoevents.words import any_of

__all__ = ["concerns", "disowned_at", "disowns", "shifts_blame", "told_by"]

_D = {name: any_of(words) for name, words in DATA["disowned"].items()}
_HOW = r"(?:(?!not\b)\w+ly\s+|ever\s+|also\s+|even\s+)?"
_NO_AUX = r"(?!(?:had|have|has|were|was|been|being|is|are)\b)"
_OWN = rf"(?:its|their|our|his)\s+(?:{_NO_AUX}[\w’'-]+\s+){{1,3}}?"
_OURS = rf"(?:{_OWN}|(?:any|some|one|members|men|soldiers)\s+of\s+{_OWN}|it\s+|they\s+|we\s+|he\s+|she\s+)"
_HAD = r"(?:had|have|has|did|do|does|would|could)"
_WAS = r"(?:had\s+been|have\s+been|has\s+been|been|were|was|are|is|being)"
_DEED = rf"(?:{_D['done']}|{_D['does']})"
_WERE = rf"(?:{_D['doing']}|{_D['state']}|used(?=\s*(?:$|[.,;]|in\b|for\b|against\b)))"
# "denied shelling civilians", "denied on Monday having sent troops there", "denies having soldiers there"
_DENIED_DOING = re.compile(
    rf"\s*(?:on\s+\w+\s+)?{_HOW}(?:{_D['doing']}|being\s+{_HOW}(?:{_D['state']})|having\s+(?:{_HOW}(?:{_D['done']})"
    rf"|been\s+(?:{_D['state']})|(?:any\s+)?(?:\w+\s+)?(?:{_D['men']})))\b"
)
# "denied that its guns had fired", "that any of its soldiers took part", "that it attacks hospitals", "that its men were there"
_DENIED_THAT = re.compile(
    rf"\s*(?:on\s+\w+\s+)?(?:that\s+)?{_OURS}(?:(?:{_HAD}\s+)?{_HOW}{_DEED}|{_WAS}\s+{_HOW}{_WERE})\b"
)
# "its forces had not fired a single round", "it does not strike hospitals", "had not been hit by its aircraft"
_NOT_DONE = re.compile(
    rf"\b{_OURS}(?:(?:{_HAD}\s+(?:not|never)|{_HAD}n[’']t|never)\s+{_HOW}{_DEED}|(?:{_WAS}\s+not|had\s+not\s+been)\s+{_HOW}{_WERE})\b"
    rf"|\b(?:not|never)\s+(?:been\s+)?(?:{_D['done']})\s+by\s+(?:its|their|our|his)\b"
)
# "none of its soldiers had set foot there", "no Rwandan soldier had crossed the border", "no drones had been launched"
_NONE_DID = re.compile(
    rf"\b(?:none\s+of\s+{_OWN}|no\s+(?:\w+\s+){{0,2}}?(?:{_D['men']})\s+)(?:{_HAD}\s+)?(?:been\s+|were\s+)?{_HOW}{_DEED}\b"
)
# "had sent no drones", "fired not a single shot", "our men kill no civilians"
_DID_NONE = re.compile(
    rf"\b{_DEED}\s+(?:no|not\s+(?:a|one)(?:\s+single)?)\s+(?:\w+\s+)?(?:{_D['means']}|civilians?|villagers?|people)\b|\b{_DEED}\s+(?:nobody|no\s+one)\b"
)


_NEGATES = re.compile(r"\b(?:no|none|not|never|nobody)\b|n[’']t\b")  # in each of the last three: cheap to ask first


def disowns(text: str, claim: Claim) -> bool:
    """True for a claim by which its speaker says that its own side did not do what is laid to it."""
    if claim.anaphoric or claim.act or claim.seconds or leaves_open(text, claim.verb_start):
        return False
    low = lowered(text)
    if claim.modality == "denies" and any(
        p.match(low, claim.verb_end, claim.scope_end) for p in (_DENIED_DOING, _DENIED_THAT)
    ):
        return True
    if claim.modality not in {"says", "denies"} or _NEGATES.search(low, claim.scope_start, claim.scope_end) is None:
        return False
    return any(p.search(low, claim.scope_start, claim.scope_end) for p in (_NOT_DONE, _NONE_DID, _DID_NONE))


def disowned_at(text: str, claim: Claim, at: int) -> bool:
    """True where the deed that begins at ``at`` is one that a speaker says its own side did not do: "had | not shelled X"."""
    found = _NOT_DONE.finditer(lowered(text), claim.scope_start, claim.scope_end)
    return any(m.start() <= at <= m.end() for m in found)


# "blamed government soldiers", "said soldiers were to blame": who is accused and says so denies that it was its own deed
_BLAMED = re.compile(
    r"\b(?:blamed|blames)\s+(?!itself|themselves|its\s+own|their\s+own)(?:\w+\s+){0,3}\w+\s*(?=[.,;]|for\s+(?:it|the|this|that)\b|$)"
)
_TO_BLAME = re.compile(
    r"\b(?!(?:it|they|its|their|our|we)\b)\w+\s+(?:was|were|is|are|had\s+been)\s+(?:to\s+blame|responsible|behind\s+(?:it|the\s+\w+))\b"
    r"|\b(?:had\s+(?:fired|shot|attacked|struck)\s+first|(?:was|were)\s+the\s+work\s+of)\b"
)


def shifts_blame(text: str, claim: Claim) -> bool:
    """True for a claim that others did what was told before: of the accused it is a denial."""
    if claim.anaphoric or claim.act or claim.seconds or claim.modality != "says":
        return False
    low = lowered(text)
    blames = _BLAMED.match(low, claim.verb_start, claim.scope_end) is not None
    return blames or _TO_BLAME.search(low, claim.scope_start, claim.scope_end) is not None


# "denied shelling | hospitals": of no single deed, so it answers one that was done to a hospital, or to people
_OBJECT = re.compile(
    r"\s+(?:any\s+|only\s+)?(?!(?:the|a|an|it|them|this|that|its|their|his|her|one|those|these|anyone|anybody)\b)((?:[a-z-]+\s+)?[a-z]+s|people)\b"
)


def concerns(text: str, claim: Claim, telling: Telling) -> bool:
    """False where a speaker denies conduct at large ("attacking civilians") and a telling has none of those it would have hit."""
    low = lowered(text)
    doing = _DENIED_DOING.match(low, claim.verb_end, claim.scope_end)
    kind = _OBJECT.match(low, doing.end(), claim.scope_end) if doing is not None else None
    if kind is None or text[kind.start(1)].isupper():
        return True
    noun = kind[1].rpartition(" ")[2].removesuffix("s")
    if noun in PEOPLE:
        hurt = (telling.numbers.casualty, telling.numbers.killed, telling.numbers.injured)
        return any(n is not None for n in hurt) or _tells_of_people(low, telling)
    return noun in low[telling.segment.start : telling.segment.end]


def _tells_of_people(low: str, telling: Telling) -> bool:
    words = re.findall(r"[a-z]+", low[telling.segment.start : telling.segment.end])
    return not PEOPLE.isdisjoint(word.removesuffix("s") for word in words)


def told_by(said: Spoken, tellings: Sequence[Telling]) -> list[Telling]:
    """What the sentence of a claim tells by it."""
    return [t for t in tellings if t.segment.index == said.sentence and said.claim in t.claims]
