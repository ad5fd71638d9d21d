"""Parts of a number that are told with places of their own: "15 died in the shelling of the X region, [nine of them in Y]"."""

import re
from collections.abc import Collection, Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.count_words import OF_PEOPLE
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CARRIES_CASUALTIES, CASUALTIES, Casualties, with_casualties
from geoevents.events.howmany.shares import Share, row_numbers
from geoevents.events.telling import NO_NUMBERS, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.told_hit import told_hit
from geoevents.events.told_rows import as_counted
from geoevents.events.what.hit import Hit
from geoevents.events.where.locatives import as_placed, eligible_mentions, with_group
from geoevents.values import dataclass, replace

__all__ = ["tells_parts", "told_with_parts"]

_PRONOUNS = r"of\s+(?:them|whom|which|these|those)"
_IN = r"(?:in|at|near|over|above|around|across|outside|against)\s+(?:[\w’'-]+\s+){0,6}"
_DONE = r"killed|wounded|injured|hit|struck|destroyed|damaged|downed|(?:shot|brought)\s+down|intercepted|arrested|detained|seized|taken"
_VAGUE = r"half|most|many|several|some|few|majority|bulk|third|quarter|all"
_ABOUT = r"(?:(?:and|but|with|well|just|at\s+least|more\s+than|over|under|nearly|almost|about|around|some|the|an?)\s+)*"
_MANY = r"(?P<many>[\w.,-]+)"
# "members of one family", "a woman and her two children"; not "civilians from", "men who died", "people sheltering"
_WHO = (
    r"(?:(?!(?:and|or|but|who|whose|whom|which|that|from|while|when|where|later|said|since|to|on|by|in|at|near)\b)"
    r"[\w’'-]+\s+)"
)
_WHOM = rf"{_WHO}{{0,6}}(?:and\s+{_WHO}{{1,4}})?"
# ", 20 of them [in the town of] X", ", half of which were downed [over] X", ", one of them a doctor [in] X"
_PART_IN = re.compile(
    rf"[,(–-]\s*{_ABOUT}{_MANY}\s+{_PRONOUNS}\s+(?:(?:were\s+|was\s+)?(?:{_DONE}|died)\s+)?"
    rf"(?:(?:an?\s+)?(?:(?!(?:on|in|to|towards|from|now|still|born|\w+ed)\b)[a-z-]+\s+){{0,2}})?{_IN}$"
)
# "18 people across X[, including seven members of one family in] Y", "14 people, [among them six in] Y"
_INCLUDED_IN = re.compile(
    r"\b(?:including|among\s+(?:them|whom|those|the\s+(?:dead|victims|wounded|injured)))\s+(?:(?:were|was)\s+)?"
    rf"(?:(?:at\s+least|more\s+than|nearly|almost|about|around|some)\s+)?{_MANY}\s+{_WHOM}{_IN}$"
)
_LISTED = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_NEXT_IN = re.compile(
    rf"(?:,?\s+and|,)\s+(?:another\s+|a\s+further\s+)?{_MANY}(?:,\s+(?:including|among\s+them)\s+[^,;:.]{{3,40}},)?\s+{_WHO}{{0,4}}{_IN}$"
)
_OF_THEM, _INCLUDING = frozenset({"them", "whom", "which", "these", "those"}), frozenset({"including", "among"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a number and its places; ``count`` is None where it is told in a vague word."""

    start: int
    count: Count | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parted:
    """A number and the parts of it that have places of their own, in text order."""

    whole: Count
    parts: tuple[_Part, ...]


def tells_parts(text: str, sentence: Sentence) -> bool:
    """True where a sentence parts a number of dead or injured by its places."""
    parted = _parted(text, sentence)
    return parted is not None and parted.whole.unit in CASUALTIES


def told_with_parts(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Iterator[list[Telling]]:
    """Tellings of one hit, one list a statement, and one more for each part of its number that has places of its own."""
    sentence = _with_part_of(article.text, sentence, hit)
    parted = _parted(article.text, sentence)
    if parted is None or _bearer_of(parted, hits) is not hit:
        yield from told_hit(article, sentence, hit, codebook=codebook, thread=thread, hits=hits)
        return
    parts = parted.parts
    base = told_base(article, sentence, hit, thread=thread, hits=hits)
    told = [_rows_of(base, part, parted.whole, codebook) for part in parts]
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
    for rows in told_hit(article, _without(sentence, parts), hit, codebook=codebook, thread=thread, hits=hits):
        yield from _as_whole(rows, parts)
    yield from () if vague else told


# "18 died in the X region, five [of them] | when a shell hit Y"
_OF_THEM_WHEN = re.compile(rf"\s+{_PRONOUNS}\s*(?:(?:were\s+)?killed\s+|died\s+)?,?\s*")
_WHEN = frozenset({"when", "after", "as"})


def _with_part_of(text: str, sentence: Sentence, hit: Hit) -> Sentence:
    """The sentence with the dead of a deed alone, where they are part of a number that the clause before it tells."""
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    if clause is None or clause.connector not in _WHEN or _OF_THEM.isdisjoint(sentence.words):
        return sentence
    low = lowered(text)
    part = next((c for c in sentence.counts if _OF_THEM_WHEN.fullmatch(low, c.end, clause.start)), None)
    whole = next((c for c in reversed(sentence.counts) if part is not None and c.end <= part.start), None)
    if part is None or whole is None or whole.unit not in CASUALTIES or (part.value or 0) >= (whole.value or 0):
        return sentence
    own = replace(part, unit=whole.unit, including=False, kind="exact")
    return replace(sentence, counts=(own, *(c for c in sentence.counts if c.start > part.start)))


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


def _parted(text: str, sentence: Sentence) -> _Parted | None:
    """The number of a sentence that is parted by places, with its parts; None where none is."""
    included = not _INCLUDING.isdisjoint(sentence.words)
    if not sentence.counts or not (included or not _OF_THEM.isdisjoint(sentence.words)):
        return None
    low, found, taken = lowered(text), list[_Part](), set[int]()
    whole: Count | None = None
    named = eligible_mentions(sentence.mentions)
    for mention in named:
        if mention.start in taken:
            continue
        told = _told_in(low, sentence, mention, found)
        if told is None:
            continue
        count = _count_of(sentence, told, mention)
        if count is None and (found or re.fullmatch(_VAGUE, told["many"]) is None):
            continue
        whole = whole or _whole_of(sentence, told, count)
        if whole is None or not _may_be_part(count, whole, included=told.re is _INCLUDED_IN):
            continue
        listed = _listed(text, mention, named)
        found.append(_Part(start=told.start("many"), count=count, mentions=listed))
        taken |= {m.start for m in listed}
    return _Parted(whole=whole, parts=tuple(found)) if found and whole is not None else None


def _told_in(low: str, sentence: Sentence, mention: Mention, found: Sequence[_Part]) -> re.Match[str] | None:
    """The words before a name that tell a part of a number in it, or that go on with the parts before."""
    if found:
        last = found[-1].mentions[-1].end
        return _NEXT_IN.match(low, last, mention.start)
    start = sentence.segment.start
    return _PART_IN.search(low, start, mention.start) or _INCLUDED_IN.search(low, start, mention.start)


def _count_of(sentence: Sentence, told: re.Match[str], mention: Mention) -> Count | None:
    """The number of a part; with that of those told beside it: "[a woman and her two children] in X"."""
    counts = [c for c in sentence.counts if told.start("many") <= c.start < mention.start and c.value is not None]
    if not counts or counts[0].start >= told.end("many"):
        return None
    first, more = counts[0], [c for c in counts[1:] if c.unit in OF_PEOPLE]
    if first.unit not in OF_PEOPLE or not more or told.re is _PART_IN:
        return first
    value = sum(c.value or 0 for c in (first, *more))
    return replace(first, value=value, low=value, high=value, noun_end=more[-1].noun_end)


def _may_be_part(count: Count | None, whole: Count, *, included: bool) -> bool:
    """True for a part of the whole: no more than it, and of the same people where it is included."""
    if count is None or whole.value is None:
        return True
    if included and (whole.unit not in CASUALTIES or not (count.unit in OF_PEOPLE or count.noun_start == count.start)):
        return False
    other = count.unit in CASUALTIES and whole.unit in CASUALTIES and count.unit != whole.unit
    return not other and (count.value or 0) <= whole.value


def _bearer_of(parted: _Parted, hits: Sequence[Hit]) -> Hit | None:
    """The hit whose number is parted: the last one before the parts, else the first behind them."""
    if parted.whole.unit in CASUALTIES:
        hits = [h for h in hits if h.category in CARRIES_CASUALTIES] or hits
    before = [h for h in hits if h.trigger.start < parted.parts[0].start]
    return before[-1] if before else next(iter(hits), None)


def _listed(text: str, first: Mention, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """A place and those that follow it in its list with no number between: "most of them in [X and Y]"."""
    found = [first]
    for mention in with_group([first], named):
        if mention.start > first.start and _LISTED.fullmatch(text, found[-1].end, mention.start):
            found.append(mention)
    return tuple(found)


def _whole_of(sentence: Sentence, told: re.Match[str], count: Count | None) -> Count | None:
    """The last number before the parts of it, none of fewer than the first of them."""
    least = count.value if count is not None and count.value is not None else 0
    before = [c for c in reversed(sentence.counts) if c.end <= told.start("many") and (c.value or 0) > least]
    if told.re is _INCLUDED_IN:
        before = [c for c in before if c.unit in CASUALTIES]
    return next(iter(before), None)


def _without(sentence: Sentence, parts: Sequence[_Part]) -> Sentence:
    """The sentence without the parts of its number and their places."""
    places = {m.start for p in parts for m in p.mentions}
    return replace(
        sentence,
        mentions=tuple(m for m in sentence.mentions if m.start not in places),
        counts=tuple(c for c in sentence.counts if c.start < parts[0].start),
    )


def _as_whole(rows: list[Telling], parts: Sequence[_Part]) -> Iterator[list[Telling]]:
    """The rows of the whole: a sum where it has no place but one that holds its parts, and never at a place told before."""
    if len(rows) > 1:
        places = {m.place.id for p in parts for m in p.mentions if m.place is not None}
        yield [
            t
            for t in rows
            if t.placed is None or t.placed.mention.place is None or t.placed.mention.place.id not in places
        ]
        return
    own = [replace(t, placed=None) if t.placed is not None and t.placed.basis == "inherited" else t for t in rows]
    yield [replace(t, is_aggregate=True) for t in own]


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
