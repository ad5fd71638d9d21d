"""Rows of one hit: one telling a place, one list a number or a day that it tells."""

from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.count_words import DATA
from geoevents.events.howmany.hit_casualties import Casualties, casualties, with_casualties
from geoevents.events.howmany.nouns import singular
from geoevents.events.howmany.shares import Share, row_numbers, shares_of
from geoevents.events.telling import NO_NUMBERS, Numbers, Placed, Telling, When
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.background import is_background
from geoevents.events.when.hit_dates import of_date
from geoevents.events.when.turns import Turn, within_turn
from geoevents.events.where.unknown_names import as_named
from geoevents.values import replace

__all__ = ["as_attack", "as_counted", "in_turn", "rows_of", "with_names"]


def rows_of(
    base: Telling, share: Share, *, hurt: Numbers, carried: int | None, each: Sequence[Casualties] | None
) -> list[Telling]:
    """One telling a place; a number of dead that several places share is the group's, unless ``each`` tells its own."""
    if each is not None:
        own = zip(share.placed, each, strict=True)
        return [replace(base, numbers=with_casualties(NO_NUMBERS, told), placed=p) for p, told in own]
    numbers = row_numbers(share, hurt, carried)
    places: list[Placed | None] = [*share.placed] or [None]
    return [replace(base, numbers=numbers, is_aggregate=share.is_aggregate, placed=p) for p in places]


def as_counted(base: Telling, share: Share, codebook: Codebook, *, one_of_several: bool = False) -> Telling:
    """The telling with the subtype that counts what the share counts: "nine missiles and two drones" are two."""
    hit, told = base.hit, share.count.unit if share.count else None
    if hit.category == "air_defence":
        told = _COUNTED_AS.get(told or "", told)
    if told is None or told == codebook.subtype(hit.category, hit.subtype).count_unit:
        return base
    if hit.category != "air_defence" and not (one_of_several and hit.category == "strike"):
        return base
    subtypes = next(c.subtypes for c in codebook.categories if c.id == hit.category)
    subtype = next((s.id for s in subtypes if s.count_unit == told), _DROPPED.get(told, hit.subtype))
    return replace(base, hit=replace(hit, subtype=subtype))


def as_attack(base: Telling, share: Share, text: str) -> Telling:
    """The telling as the kind of attack that a share counts: "two missile strikes and 30 [air strikes]"."""
    if share.count is None or share.count.unit != "attacks" or base.hit.category != "strike":
        return base
    words = [singular(w) for w in text[share.count.start : share.count.noun_end].lower().replace("-", " ").split()]
    kind = next((DATA["attacks"][w] for w in words if w in DATA["attacks"]), base.hit.subtype)
    return replace(base, hit=replace(base.hit, subtype=kind))


_DROPPED = {"bombs": "air_strike"}  # counted in no unit of its own
_COUNTED_AS = {
    "rockets": "missiles",
    "shells": "missiles",
    "bombs": "missiles",
}  # what is stopped in flight as missiles are


def with_names(rows: list[Telling], names: Sequence[Mention]) -> list[Telling]:
    """The rows of a statement, and one more for each name of it that could not be placed."""
    if not names or rows[0].is_aggregate:
        return rows
    if rows[0].placed is None and rows[0].named is None:
        first, further = replace(rows[0], named=names[0]), names[1:]
        rows = [first]
    else:
        further = names
    return [*rows, *(replace(rows[0], placed=None, named=m, numbers=NO_NUMBERS) for m in further)]


def in_turn(
    article: Article,
    sentence: Sentence,
    base: Telling,
    turns: Sequence[Turn],
    *,
    placed: Sequence[Placed],
    names: Sequence[Mention],
    codebook: Codebook,
    thread: Thread,
) -> Iterator[list[Telling]]:
    """Tellings of a verb that tells of several days in turn: one list a day."""
    hit, before = base.hit, tuple(placed)
    unit = codebook.subtype(hit.category, hit.subtype).count_unit
    for turn in turns:
        before = within_turn(article.text, turn, placed, sentence.mentions, before)
        counts = [c for c in sentence.counts if turn.span.start <= c.start < turn.span.end]
        one = _dated_anew(article, base, of_date(turn.date), thread)
        for share in shares_of(hit, placed=before, counts=counts, unit=unit, hits=[hit]):
            hurt = with_casualties(NO_NUMBERS, casualties(hit, counts=counts, hits=[hit]))
            rows = rows_of(as_counted(one, share, codebook), share, hurt=hurt, carried=None, each=None)
            yield with_names(as_named(rows, sentence), [m for m in names if turn.span.start <= m.start < turn.span.end])


def _dated_anew(article: Article, base: Telling, when: When, thread: Thread) -> Telling:
    """The telling on another day."""
    background = is_background(
        when,
        hit=base.hit,
        explanatory=base.explanatory,
        spoken_now=bool(base.claims) and not base.claims[0].act,
        published=article.published,
        news_day=thread.news_day(),
    )
    return replace(base, when=when, is_background=background)
