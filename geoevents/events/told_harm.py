"""Tellings of a sentence that lists the dead and injured of an attack place by place."""

from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.atlas.mention import PINNED
from geoevents.events.howmany.harm_lists import PlaceHarm, harm_list, led_by
from geoevents.events.howmany.hit_casualties import may_hurt, with_casualties
from geoevents.events.telling import NO_NUMBERS, Numbers, Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.what.cause_untold import strikes_among
from geoevents.events.what.continued import fallen, hurt_whole
from geoevents.events.what.hit import GENERIC, Hit
from geoevents.events.where.elsewhere import is_brought_to
from geoevents.events.where.told_places import told_places
from geoevents.values import replace

__all__ = ["told_harm"]


def told_harm(
    article: Article, sentence: Sentence, live: Sequence[Hit], *, thread: Thread, last: Telling | None
) -> list[list[Telling]]:
    """One telling a place of a list, of the attack that the sentence tells or goes on with: "X counted eight dead, Y four".

    A number that leads the list is a statement of its own, before it.
    """
    if len(sentence.counts) < (_SHORTEST if sentence.words.isdisjoint(_OF_TWO) else 1):
        return []
    statement = [t for t in thread.tellings if last is not None and t.record == last.record]
    there = [m for t in statement if (m := t.placed.mention if t.placed else t.named) is not None]
    named = [m for m in sentence.mentions if not is_brought_to(article.text, m)]
    listed = harm_list(article.text, sentence.counts, named, before=there)
    if not listed:
        return []
    own = max((h for h in live if _may_kill(h)), key=lambda h: h.weight, default=None)
    again = hurt_whole(article.text, sentence.segment, sentence.counts, last) if last is not None else None
    hit = own if again is None or (own is not None and own.weight > GENERIC) else again
    if hit is None:
        return []
    continued = hit is again
    hit = fallen(hit)
    (hit,) = strikes_among(article, [hit], sentence, thread)
    base = told_base(article, sentence, hit, thread=thread, hits=[hit])
    places = {p.placed.mention.start for p in listed if p.placed is not None}
    counted = [c for c in base.claims if c.speaker_start not in places]
    base = replace(base, claims=tuple(counted), continued=continued)
    whole = led_by(article.text, sentence.counts, sentence.mentions)
    total = [replace(_of_place(base, whole), is_aggregate=True)] if whole is not None else []
    starts = [*(one.span.start for one in listed[1:]), sentence.segment.end]
    ends = [sentence.segment.start, *(one.span.end for one in listed)]
    near = [[h for h in live if not _is_behind(h, one, sentence)] for one in listed]
    rows = [replace(base, hit=_own_hit(hit, hits, a, b)) for hits, a, b in zip(near, ends, starts, strict=False)]
    rows = [replace(row, is_aggregate=_is_sum(one, listed)) for row, one in zip(rows, listed, strict=True)]
    rest = [replace(base, placed=p) for p in _not_listed(article.text, sentence, hit, listed, thread)]
    return [t for t in (total, rest + [_of_place(row, one) for row, one in zip(rows, listed, strict=True)]) if t]


def _is_sum(one: PlaceHarm, listed: Sequence[PlaceHarm]) -> bool:
    """True for the first number of a list, of an area, that those behind it make up: "six in [the region], three in A and three in B"."""
    others = [o for o in listed if o is not one]
    if one is not listed[0] or len(others) < _SHORTEST or one.placed is None or one.placed.spot.precision in PINNED:
        return False
    dead = [o.hurt.killed.value if o.hurt.killed else 0 for o in (one, *others)]
    return dead[0] is not None and 0 < dead[0] == sum(d or 0 for d in dead[1:])


def _is_behind(hit: Hit, one: PlaceHarm, sentence: Sentence) -> bool:
    """True for a deed that a clause behind a place of the list tells of another one: "five in A, [as jets bombed] B"."""
    named = (m for m in sentence.mentions if m.spot is not None and hit.clause.start <= m.start < hit.clause.end)
    return hit.clause.start >= one.span.end and any(named)


def _own_hit(hit: Hit, live: Sequence[Hit], start: int, end: int) -> Hit:
    """The deed that a place of the list is told of, where it is another one: "[shelling] of X left nine dead, [a raid] on Y five"."""
    strong = [h for h in live if _may_kill(h) and h.weight > GENERIC]
    own = [h for h in strong if start <= h.trigger.start < end]
    leads = bool(strong) and strong[0].trigger.start < start  # what stands behind the list is of all of it
    return own[-1] if own and hit not in own and (leads or own[0] is strong[0]) else hit


def _not_listed(text: str, sentence: Sentence, hit: Hit, listed: Sequence[PlaceHarm], thread: Thread) -> list[Placed]:
    """The places beside those of the list that were struck with them: "hit A, B and [C], killing two in A and one in B"."""
    struck = told_places(text, sentence, hit, thread=thread, hits=[hit])
    struck = tuple(p for p in struck if hit.clause.start <= p.mention.start < listed[0].span.start)
    names = {one.placed.spot.name for one in listed if one.placed is not None}
    if not any(p.spot.name in names for p in struck):
        return []
    return [p for p in struck if p.spot.name not in names and p.spot.precision in PINNED]


def _may_kill(hit: Hit) -> bool:
    """True for a deed of which people may die; what is shot down kills where it falls, and that is told on its own."""
    return may_hurt(hit) and hit.modality == "actual" and hit.category != "air_defence"


def _of_place(base: Telling, one: PlaceHarm) -> Telling:
    numbers = with_casualties(Numbers(), one.hurt)
    if one.is_shared and (told := numbers.casualty) is not None:
        numbers = replace(
            NO_NUMBERS, group_count=told.value, unit=told.unit, kind=told.kind, hurt_span=numbers.hurt_span
        )
    return replace(base, placed=one.placed, named=one.named, numbers=numbers, hit=replace(base.hit, trigger=one.span))


_OF_TWO = frozenset({"former", "latter"})
_SHORTEST = 2  # numbers of a list
