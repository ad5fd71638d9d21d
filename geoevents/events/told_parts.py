"""Parts of a number that are told with places of their own: "15 died in the shelling of the X region, [nine of them in Y]"."""

import re
from collections.abc import Collection, Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, Casualties, with_casualties
from geoevents.events.howmany.shares import Share, row_numbers
from geoevents.events.telling import NO_NUMBERS, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.told_hit import told_hit
from geoevents.events.told_rows import as_counted
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import as_placed, eligible_mentions, with_group
from geoevents.values import dataclass, replace

__all__ = ["told_with_parts"]

_PRONOUNS = r"of\s+(?:them|whom|which|these|those)"
_IN = r"(?:in|at|near|over|above|around|across|outside|against)\s+(?:[\w’'-]+\s+){0,6}"
_DONE = r"killed|wounded|injured|hit|struck|destroyed|damaged|downed|(?:shot|brought)\s+down|intercepted|arrested|detained|seized|taken"
_VAGUE = r"half|most|many|several|some|few|majority|bulk|third|quarter|all"
# ", 20 of them [in the town of] X", ", half of which were downed [over] X", ", one of them a doctor [in] X"
_PART_IN = re.compile(
    rf"[,(–-]\s*(?:(?:and|but|with|well|just|at\s+least|more\s+than|over|under|nearly|almost|about|around|some|the|an?)\s+)*"
    rf"(?P<many>[\w.,-]+)\s+{_PRONOUNS}\s+(?:(?:were\s+|was\s+)?(?:{_DONE}|died)\s+)?"
    rf"(?:(?:an?\s+)?(?:(?!(?:on|in|to|towards|from|now|still|born|\w+ed)\b)[a-z-]+\s+){{0,2}})?{_IN}$"
)
_LISTED = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_NEXT_IN = re.compile(rf"(?:,|,?\s+and)\s+(?:another\s+|a\s+further\s+)?(?P<many>[\w.,-]+)\s+(?:more\s+)?{_IN}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a number and its places; ``count`` is None where it is told in a vague word."""

    start: int
    count: Count | None
    mentions: tuple[Mention, ...]


def told_with_parts(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Iterator[list[Telling]]:
    """Tellings of one hit, one list a statement, and one more for each part of its number that has places of its own."""
    parts = _parts_of(article.text, hit, sentence, hits) if not _OF_THEM.isdisjoint(sentence.words) else []
    if not parts:
        yield from told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=hits)
        return
    count = _whole_count(sentence, parts[0].start)
    base = told_base(article, sentence, hit, thread=thread, hits=hits)
    told = [_rows_of(base, part, count, codebook) for part in parts]
    spots = {t.placed.spot.name for rows in told for t in rows if t.placed is not None}
    vague = all(p.count is None for p in parts)
    if vague:  # "75 drones at X, most of them at Y": the number stays where it is told
        whole = list(told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=hits))
        elsewhere = _own_spots(whole) - spots
        if elsewhere or len(spots) > 1:
            yield from _besides(told, whole) if elsewhere else ()
            yield from ([_as_some(t, spots) for t in rows] for rows in whole)
            return
        yield from told  # what is told next goes on with the whole
    parted = _without(sentence, parts)
    for rows in told_hit(article, parted, hit, codebook=codebook, thread=thread, hits=hits):
        yield _as_whole(rows, parts)
    yield from () if vague else told


def _own_spots(whole: Sequence[Sequence[Telling]]) -> set[str]:
    """The names of the places that the rows of a hit have in its own words."""
    return {
        t.placed.spot.name for rows in whole for t in rows if t.placed is not None and t.placed.basis != "inherited"
    }


def _as_some(telling: Telling, spots: Collection[str]) -> Telling:
    """The telling with its number as that of a group, where it stands at the place of a part: "60 fell, half of them over [X]"."""
    numbers = telling.numbers
    if telling.placed is None or telling.placed.spot.name not in spots or numbers.count is None:
        return telling
    return replace(telling, numbers=replace(numbers, count=None, group_count=numbers.count))


def _besides(parts: Sequence[Sequence[Telling]], whole: Sequence[Sequence[Telling]]) -> Iterator[list[Telling]]:
    """The rows of vague parts at places that the whole does not have."""
    spots = _own_spots(whole)
    for rows in parts:
        if new := [t for t in rows if t.placed is not None and t.placed.spot.name not in spots]:
            yield new


_OF_THEM = frozenset({"them", "whom", "which", "these", "those"})


def _parts_of(text: str, hit: Hit, sentence: Sentence, hits: Sequence[Hit]) -> list[_Part]:
    """The parts of the number of a hit that have places of their own, in text order; none where another hit has them."""
    low, found, taken = lowered(text), list[_Part](), set[int]()
    named = eligible_mentions(sentence.mentions)
    for mention in named:
        if mention.start in taken or mention.start < hit.trigger.start:
            continue
        last = found[-1].mentions[-1].end if found else None
        pattern = _PART_IN if last is None else _NEXT_IN
        told = pattern.search(low, sentence.segment.start if last is None else last, mention.start)
        if told is None or (last is not None and told.start() != last):
            continue
        count = next((c for c in sentence.counts if told.start("many") <= c.start < told.end("many")), None)
        if count is None and (last is not None or re.fullmatch(_VAGUE, told["many"]) is None):
            continue
        listed = _listed(text, mention, named)
        found.append(_Part(start=told.start("many"), count=count, mentions=listed))
        taken |= {m.start for m in listed}
    if not found or any(hit.trigger.start < h.trigger.start < found[0].start for h in hits):
        return []
    return found if _whole_count(sentence, found[0].start) is not None else []


def _listed(text: str, first: Mention, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """A place and those that follow it in its list with no number between: "most of them in [X and Y]"."""
    found = [first]
    for mention in with_group([first], named):
        if mention.start > first.start and _LISTED.fullmatch(text, found[-1].end, mention.start):
            found.append(mention)
    return tuple(found)


def _whole_count(sentence: Sentence, end: int) -> Count | None:
    """The last number before the parts of it."""
    return next((c for c in reversed(sentence.counts) if c.end <= end and c.value is not None), None)


def _without(sentence: Sentence, parts: Sequence[_Part]) -> Sentence:
    """The sentence without the parts of its number and their places."""
    places = {m.start for p in parts for m in p.mentions}
    return replace(
        sentence,
        mentions=tuple(m for m in sentence.mentions if m.start not in places),
        counts=tuple(c for c in sentence.counts if c.start < parts[0].start),
    )


def _as_whole(rows: list[Telling], parts: Sequence[_Part]) -> list[Telling]:
    """The rows of the whole: a sum where it has no place but one that holds its parts, and never at a place told before."""
    if len(rows) > 1:
        places = {m.place.id for p in parts for m in p.mentions if m.place is not None}
        return [
            t
            for t in rows
            if t.placed is None or t.placed.mention.place is None or t.placed.mention.place.id not in places
        ]
    own = [replace(t, placed=None) if t.placed is not None and t.placed.basis == "inherited" else t for t in rows]
    return [replace(t, is_aggregate=True) for t in own]


def _rows_of(base: Telling, part: _Part, whole: Count | None, codebook: Codebook) -> list[Telling]:
    """One telling a place of a part; its number is of what the whole counts."""
    placed, count = as_placed(part.mentions), part.count
    if count is not None and whole is not None:
        count = replace(count, unit=whole.unit, noun=whole.noun)
    hurt = NO_NUMBERS
    if count is not None and count.unit in CASUALTIES:
        own = Casualties(killed=count) if count.unit == "killed" else Casualties(injured=count)
        hurt, count = with_casualties(NO_NUMBERS, own), None
    share = Share(count=count, placed=placed)
    numbers = row_numbers(share, hurt, None)
    return [replace(as_counted(base, share, codebook), numbers=numbers, placed=p) for p in placed]
