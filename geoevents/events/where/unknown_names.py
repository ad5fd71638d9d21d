"""Names that the atlas lacks: they tell where an event was as known names do, and it is placed by what stands beside them."""

import re
from collections.abc import Mapping, Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention, Spot
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.what.phrase_names import is_bare_name
from geoevents.events.where.anchors import within
from geoevents.events.where.bearings import is_by_bearings
from geoevents.events.where.unplaced import only_holds
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = ["as_named", "in_known", "is_unknown", "taken_up", "with_unknown"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_SOMEWHERE = Spot(name="", lonlat=None, precision="settlement", uncertainty_km=None)
# "the [Nerkh] district", "the [Umm Rakuba] camp": behind a name, the noun that says what it names.
_CLASS = re.compile(
    rf"\s+(?:{_ANY['settlement']}|{_ANY['taken_up']}|{_ANY['sites']}|{_ANY['fronts']}|quarter|suburb)\b"
)
# "in the village of [X]", "at the edge of [X]": right before a name, what says that it is a place.
_AT = re.compile(
    r"(?:\b(?:in|at|near|outside|around|over|above|off|into|inside|across|towards?|close\s+to)\s+(?:the\s+)?(?:(?:[\w-]+\s+){0,3}"
    rf"(?:{_ANY['settlement']}|{_ANY['named_as']}|{_ANY['parts']}|{_ANY['sites']}|{_ANY['listed_as']})\s+(?:of|at)\s+)?"
    rf"|\b(?:{_ANY['settlement']}|{_ANY['settlements']}|{_ANY['parts']})\s+of\s+(?:the\s+)?)$"
)
_REACH = 60  # letters before a name in which the words that carry it stand


def with_unknown(text: str, hit: Hit, sentence: Sentence, hits: Sequence[Hit]) -> Sequence[Mention]:
    """The mentions of a sentence; those that no atlas knows have a spot without a point where they tell a place."""
    unknown = [m for m in sentence.mentions if m.place is None and _tells_a_place(text, m, hit, sentence, hits)]
    if not unknown:
        return sentence.mentions
    groups = {m.group for m in unknown if m.group is not None}
    return [
        replace(m, spot=_SOMEWHERE, role="literal")
        if m.place is None and (m in unknown or (m.group in groups and m.role == "literal"))
        else m
        for m in sentence.mentions
    ]


def _tells_a_place(text: str, mention: Mention, hit: Hit, sentence: Sentence, hits: Sequence[Hit]) -> bool:
    """True for a name behind a word of place, and for what is taken or hit."""
    if mention.role not in {"literal", "reference"} or mention.spot is not None or hit.category == "legal":
        return False
    bare = replace(mention, role="literal")
    if not is_bare_name(text, bare) and _CLASS.match(text, mention.end) is None:
        return False
    if any(h.object_is_place and within(mention, h.object) for h in (hit, *hits)):
        return True
    before = lowered(text)[max(sentence.segment.start, mention.start - _REACH) : mention.start]
    return _AT.search(before) is not None


def in_known(text: str, placed: Sequence[Placed], known: Sequence[Placed]) -> tuple[Placed, ...]:
    """The places of a hit, an unknown one at the known place around it: one place, not two.

    ``known`` is where the hit would be if the sentence named known places alone: the area that its head names.  What lies by
    a known place right behind it was placed before (``bearings``).
    """
    found: list[Placed] = []
    used: set[int] = set()
    for p in placed:
        if p.spot is not _SOMEWHERE:
            found.append(p)
            continue
        if any(only_holds(text, k.mention, p.mention) for k in placed):
            continue
        there = _around(text, p.mention, known)
        if there is not None:
            used.add(there.mention.start)
            reason = f"{p.mention.text} is not in the atlas; the text puts it in {there.spot.name}"
            found.append(replace(there, mention=_called(p.mention, there.mention, reason)))
        else:
            found.append(p)
    return tuple(p for p in found if p.mention.start not in used)


def _called(name: Mention, known: Mention, reason: str) -> Mention:
    """A known place under the name that stands beside it; its phrase holds that name."""
    return replace(
        known,
        start=name.start,
        end=name.end,
        text=name.text,
        phrase_start=min(name.phrase_start, known.phrase_start),
        phrase_end=max(name.phrase_end, known.phrase_end),
        reasons=(reason, *known.reasons),
    )


_QUARTER = re.compile(r"\s+(?:quarter|suburb|neighbou?rhood|district|borough|street|square|market|station)\b")


def _around(text: str, mention: Mention, known: Sequence[Placed]) -> Placed | None:
    """The area that a sentence tells of, or the town of a quarter: "In [K] a hospital in X was hit", "in the X quarter"."""
    if len(known) != 1 or known[0].mention.start == mention.start:
        return None
    whole = known[0].spot.precision not in PINNED or _QUARTER.match(text, mention.end) is not None
    return known[0] if whole else None


def is_unknown(placed: Placed) -> bool:
    """True for a place that is told by its name alone."""
    return placed.spot is _SOMEWHERE


_TAKES_UP = re.compile(
    r"\bthere\b(?!\s+(?:was|were|is|are|had|has|have|will)\b)"
    rf"|\b(?:the|this|that)\s+(?:{_ANY['settlement']})\b(?!\s+of\b)"
)


def taken_up(text: str, hit: Hit, sentence: Sentence, tellings: Sequence[Telling]) -> tuple[Placed, ...]:
    """The unknown name of what was told last, for "the village" and "there" in the sentence after it."""
    last = tellings[-1] if tellings else None
    if (
        last is None
        or last.placed is not None
        or last.named is None
        or last.segment.index != sentence.segment.index - 1
    ):
        return ()
    if any(m.spot is not None and m.end <= hit.trigger.start for m in sentence.mentions):
        return ()
    if _TAKES_UP.search(lowered(text), hit.clause.start, hit.clause.end) is None:
        return ()
    return (Placed(mention=replace(last.named, spot=_SOMEWHERE), spot=_SOMEWHERE, basis="inherited"),)


def as_named(rows: list[Telling], sentence: Sentence) -> list[Telling]:
    """The rows of a statement; those at a name that the atlas lacks carry that name, with the place that it lies by or alone."""
    unknown = {m.start: m for m in sentence.mentions if m.place is None}
    unknown |= {m.start: replace(m, place=None, spot=None) for m in sentence.mentions if is_by_bearings(m)}
    return [_under_its_name(t, unknown) for t in rows]


def _under_its_name(telling: Telling, unknown: Mapping[int, Mention]) -> Telling:
    placed = telling.placed
    if placed is not None and is_unknown(placed):
        return replace(telling, placed=None, named=replace(placed.mention, spot=None))
    name = unknown.get(placed.mention.start) if placed is not None else None
    return replace(telling, named=name) if name is not None else telling
