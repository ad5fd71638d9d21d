"""What an attack on an area did in towns and regions in it, told by participles: "fired 80 drones at X, [killing two in Y]"."""

import re
from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, RUNGS, Mention
from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, Casualties, with_casualties
from geoevents.events.howmany.shares import Share, row_numbers
from geoevents.events.telling import NO_NUMBERS, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import as_placed, eligible_mentions
from geoevents.values import dataclass, replace
from geoevents.words import patterns_of, sets_of

__all__ = ["Towns", "as_fired", "rows_of_towns", "towns_struck", "without_towns"]

_HARMING = patterns_of("geoevents.events.where", "place_words.toml")["harming"]
_PHRASE = re.compile(
    rf"(?:,|\band\b)\s+(?:\w+ly\s+)?(?P<verb>{_HARMING})\b"
    rf"(?P<what>(?:(?!\s(?:and\s+(?:\w+ly\s+)?(?:{_HARMING})|while|but|after|before|when|as|which|who|where|that)\b)[^,;:()]){{3,120}})"
)
_AT = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}$")
_STRUCK = frozenset({"strike", "ground_combat"})
_FEWEST = 2  # towns that make a list; one is enough behind a number of weapons that an area was attacked with


@dataclass(frozen=True, slots=True, kw_only=True)
class _Town:
    """A town and who was killed or hurt there; ``start`` and ``end`` are those of the phrase that tells it."""

    start: int
    end: int
    mention: Mention
    hurt: Casualties


@dataclass(frozen=True, slots=True, kw_only=True)
class Towns:
    """An attack and the towns that are told behind it; ``stays``: it has a number of its own, told of the area."""

    deed: Hit
    towns: tuple[_Town, ...]
    stays: bool


def towns_struck(text: str, sentence: Sentence, hits: Sequence[Hit]) -> Towns | None:
    """The towns, or smaller areas, of participles behind an attack on an area; None where the attack itself was on a town."""
    deed = next((h for h in hits if h.category in _STRUCK and h.modality == "actual"), None)
    if deed is None or _HARM.isdisjoint(sentence.words):
        return None
    named = eligible_mentions(sentence.mentions)
    own = [m for m in named if deed.clause.start <= m.start < deed.clause.end and m.spot is not None]
    fired = any(deed.clause.start <= c.start < deed.clause.end and c.unit in WEAPONS for c in sentence.counts)
    if not (own or fired) or any(m.spot is not None and m.spot.precision in PINNED for m in own):
        return None
    rungs = RUNGS[: min((RUNGS.index(m.spot.precision) for m in own if m.spot is not None), default=len(RUNGS))]
    told = _towns(text, sentence, deed, [m for m in named if m.spot is not None and m.spot.precision in rungs])
    if len({t.mention.text for t in told}) < (1 if own and fired else _FEWEST):
        return None
    free = tuple(t for t in told if not any(h is not deed and t.start <= h.trigger.start < t.end for h in hits))
    return Towns(deed=deed, towns=free, stays=fired) if free else None


_HARM = sets_of("geoevents.events.where", "place_words.toml")["harming"]


def _towns(text: str, sentence: Sentence, deed: Hit, named: Sequence[Mention]) -> list[_Town]:
    """The phrases that name a town, in text order, each with the dead and injured of those right before it that name none."""
    found: list[_Town] = []
    waiting: list[Count] = []
    for match in _PHRASE.finditer(lowered(text), deed.trigger.end, sentence.segment.end):
        counts = [c for c in sentence.counts if match.start() <= c.start < match.end() and c.unit in CASUALTIES]
        town = next(
            (m for m in named if match.start("what") <= m.start < match.end() and _is_there(text, m, match)), None
        )
        waiting = [*waiting, *counts]
        if town is not None:
            killed = next((c for c in waiting if c.unit == "killed"), None)
            injured = next((c for c in waiting if c.unit == "injured"), None)
            start = min([match.start(), *(c.start for c in waiting)])
            hurt = Casualties(killed=killed, injured=injured)
            found.append(_Town(start=start, end=match.end(), mention=town, hurt=hurt))
            waiting = []
    return found


def _is_there(text: str, mention: Mention, match: re.Match[str]) -> bool:
    return (
        mention.role in {"literal", "reference"}
        and _AT.search(lowered(text), match.start("what"), mention.start) is not None
    )


def without_towns(sentence: Sentence, told: Towns) -> Sentence:
    """The sentence without those towns and their dead, for what else it tells."""
    inside = [(t.start, t.end) for t in told.towns]
    return replace(
        sentence,
        mentions=tuple(m for m in sentence.mentions if not any(a <= m.start < b for a, b in inside)),
        counts=tuple(c for c in sentence.counts if not any(a <= c.start < b for a, b in inside)),
    )


def as_fired(rows: Sequence[Telling], told: Towns) -> list[Telling]:
    """The rows of what was fired, which did not all fall on one of the towns told behind it."""
    towns = {t.mention.text for t in told.towns}
    return [
        replace(t, placed=None)
        if t.placed is not None and t.placed.basis == "inherited" and t.placed.mention.text in towns
        else t
        for t in rows
    ]


def rows_of_towns(
    article: Article, sentence: Sentence, told: Towns, *, thread: Thread, hits: Sequence[Hit]
) -> list[list[Telling]]:
    """One statement a town, of the attack's kind, with the dead and injured of the town alone."""
    base = told_base(article, sentence, told.deed, thread=thread, hits=hits)
    rows = []
    for town in told.towns:
        placed = as_placed([town.mention])
        numbers = row_numbers(Share(count=None, placed=placed), with_casualties(NO_NUMBERS, town.hurt), None)
        rows.append([replace(base, numbers=numbers, placed=p) for p in placed])
    return rows
