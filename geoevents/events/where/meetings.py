"""The place of talks that go on from a sentence before: "He will meet the president on Tuesday", "the talks ended late"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import as_placed
from geoevents.events.where.reasons import is_another_time
from geoevents.values import replace

__all__ = ["due_at", "talks_before"]

_MEETINGS = frozenset({"meeting", "talks", "summit"})
_HELD = _MEETINGS | {"visit"}
_STRUCK = frozenset({"strike", "ground_combat", "infrastructure"})
_SCENE_REACH = 6  # sentences over which "the site" stays that of the attack
_REACH = 3  # sentences over which "the talks" stay those named before
_SAME = re.compile(
    r"\b(?:the|these|those|that|this|their)\s+(?:[\w-]+\s+)?(?:talks|meeting|summit|negotiations|conference|session)\b"
)
# "The two countries signed four documents": where they met.
_PAIR = re.compile(
    r"\W*(?:they|both(?:\s+\w+)?|the\s+(?:two|three)\s+(?:[\w-]+\s+)?(?:countries|sides|men|states|governments|leaders|presidents"
    r"|ministers|delegations|teams|parties)|the\s+(?:sides|parties|delegations|ministers|leaders|negotiators))\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"\W*(?:he|she|they|both|the\s+two)\b", re.IGNORECASE)


def talks_before(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of the visit or talks told before, where the same people go on or the same talks are meant."""
    if hit.subtype == "visit":
        return _scene_before(text, hit, sentence, thread)
    signs = (
        hit.subtype == "agreement" and hit.voice == "active" and _is_pair(text, hit) and not _is_of_old(hit, sentence)
    )
    if hit.subtype == "agreement" and (there := _announced_in(text, hit, sentence)):
        return there
    if hit.subtype in _MEETINGS and (signed := _agreed_after(text, hit, sentence, thread)):
        return signed
    if hit.subtype not in _MEETINGS and not signs and not _is_where_he_is(text, hit, sentence):
        return ()
    last = next(
        (t for t in reversed(thread.tellings) if t.hit.category == "diplomacy" and t.hit.subtype in _HELD), None
    )
    if last is None or last.placed is None or last.is_background or last.hit.modality not in {"actual", hit.modality}:
        return ()
    apart = sentence.segment.index - last.segment.index
    here = apart == 0 and hit.subtype == "agreement"
    if apart > _REACH or not (
        here or signs or _same_talks(text, hit, last) or (apart == 1 and _same_people(text, hit))
    ):
        return ()
    return (replace(_finer(thread, last.placed, sentence.segment.index), basis="inherited"),)


def _finer(thread: Thread, placed: Placed, here: int) -> Placed:
    """The town in which those who visit a country were told to meet; the country itself where none was told."""
    if placed.spot.precision != "country" or placed.mention.place is None:
        return placed
    met = [t for t in thread.tellings if t.hit.category == "diplomacy" and here - t.segment.index <= _REACH]
    towns = [
        t.placed for t in met if t.placed is not None and t.placed.spot.precision in PINNED and not t.is_background
    ]
    country = placed.mention.place.country
    inside = [p for p in towns if p.mention.place is not None and p.mention.place.country == country]
    return inside[-1] if inside else placed


def _is_of_old(hit: Hit, sentence: Sentence) -> bool:
    """True for an agreement of another year or month: "The two countries agreed in 2003 to share it"."""
    inside = [d for d in sentence.dates if hit.clause.start <= d.start < hit.clause.end]
    return any(d.precision in {"month", "year"} for d in inside)


_AFTER = re.compile(
    r"\b(?:after|following|at\s+the\s+end\s+of)\s+(?:[\w-]+\s+){0,5}?(?:talks|negotiations|meeting|summit)\b"
)


def _agreed_after(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """Where an agreement told in the same sentence was made: "agreed in X on a truce after talks that ran through the night"."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.segment is not sentence.segment or last.hit.subtype != "agreement" or last.placed is None:
        return ()
    after = _AFTER.search(lowered(text), last.hit.trigger.end, hit.clause.end)
    if after is None or is_another_time(text, last.hit.trigger.end, after.end()):
        return ()  # "a year after the talks broke down"
    return (replace(last.placed, basis="inherited"),)


_SCENE = re.compile(r"(?:the|its)\s+(?:[\w-]+\s+)?(?:site|scene|ruins|crater|wreckage|damage)\b", re.IGNORECASE)


def _scene_before(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """Where the attack told before was, for those who visited the site."""
    if hit.object is None or not _SCENE.match(text, hit.object.start):
        return ()
    last = next((t for t in reversed(thread.tellings) if t.hit.category in _STRUCK and t.placed is not None), None)
    if last is None or last.placed is None or sentence.segment.index - last.segment.index > _SCENE_REACH:
        return ()
    return (replace(last.placed, basis="inherited"),)


# "The two sides announced in X late on Friday that they had reached a deal"
_ANNOUNCED = re.compile(r"\b(?:announced|declared|said|confirmed)\s+(?:[\w]+\s+){0,3}?(?:in|at)\s+(?:the\s+)?$")
_THEY_HAD = re.compile(r"(?:that\s+)?(?:they|both|the\s+two\s+sides)\b")


def _announced_in(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """Where those who agreed said so."""
    if hit.voice != "active" or not _THEY_HAD.match(lowered(text), hit.clause.start):
        return ()
    start = sentence.segment.start
    before = [m for m in sentence.mentions if m.spot is not None and m.role == "literal" and m.end <= hit.clause.start]
    return as_placed([m for m in before if _ANNOUNCED.search(lowered(text), start, m.phrase_start)][-1:])


_WHO_IS_IN = re.compile(
    r"[^,.;:]{2,50},\s+who\s+(?:(?:is|was|has\s+been|had\s+been)\s+)?(?:visiting|in|visits|visited)\b[^,]*,\s+$"
)


def _is_where_he_is(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for what a visitor signs: "the king, who is visiting X, signed a pact"."""
    if hit.subtype != "agreement" or hit.voice != "active":
        return False
    return _WHO_IS_IN.fullmatch(lowered(text), sentence.segment.start, hit.trigger.start) is not None


def _is_pair(text: str, hit: Hit) -> bool:
    """True for an agreement of those who met."""
    return hit.subject is not None and _PAIR.match(text, hit.subject.start) is not None


def _same_talks(text: str, hit: Hit, last: Telling) -> bool:
    known = last.hit.subtype in _MEETINGS and hit.modality == last.hit.modality
    return known and _SAME.search(lowered(text), hit.clause.start, hit.trigger.end) is not None


def _same_people(text: str, hit: Hit) -> bool:
    return hit.voice == "active" and hit.subject is not None and _THEY.match(text, hit.subject.start) is not None


_DUE_IN = re.compile(
    r"which\s+(?:had\s+been|has\s+been|was|were|is|are)\s+(?:due|scheduled|set|planned|expected|meant|to)\b[^,;]*\b(?:in|at)\s+(?:the\s+)?$"
)


def due_at(text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """Where talks were to be held that something else is told of: "A round of talks, | which had been due in [X], | was called off"."""
    before = clauses[hit.clause_index - 1] if 0 < hit.clause_index < len(clauses) else None
    if hit.category != "diplomacy" or before is None or before.kind != "relative" or hit.clause_kind != "main":
        return []
    inside = [m for m in eligible if before.start <= m.start < before.end]
    return [m for m in inside if _DUE_IN.match(lowered(text), before.start, m.start)][:1]
