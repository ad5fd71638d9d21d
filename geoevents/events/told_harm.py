"""Tellings of a sentence that lists the dead and injured of an attack place by place."""

from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.events.howmany.harm_lists import PlaceHarm, harm_list, led_by
from geoevents.events.howmany.hit_casualties import may_hurt, with_casualties
from geoevents.events.telling import Numbers, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.what.cause_untold import strikes_among
from geoevents.events.what.continued import hurt_whole
from geoevents.events.what.hit import GENERIC, Hit
from geoevents.values import replace

__all__ = ["told_harm"]


def told_harm(
    article: Article, sentence: Sentence, live: Sequence[Hit], *, thread: Thread, last: Telling | None
) -> list[list[Telling]]:
    """One telling a place of a list, of the attack that the sentence tells or goes on with: "X counted eight dead, Y four".

    A number that leads the list is a statement of its own, before it.
    """
    if len(sentence.counts) < _SHORTEST or len(sentence.mentions) < _SHORTEST:
        return []
    listed = harm_list(article.text, sentence.counts, sentence.mentions)
    if not listed:
        return []
    own = max((h for h in live if may_hurt(h) and h.modality == "actual"), key=lambda h: h.weight, default=None)
    again = hurt_whole(article.text, sentence.segment, sentence.counts, last) if last is not None else None
    hit = own if again is None or (own is not None and own.weight > GENERIC) else again
    if hit is None:
        return []
    continued = hit is again
    (hit,) = strikes_among(article, [hit], sentence, thread)
    base = told_base(article, sentence, hit, thread=thread, hits=[hit])
    places = {p.placed.mention.start for p in listed if p.placed is not None}
    counted = [c for c in base.claims if c.speaker_start not in places]
    base = replace(base, claims=tuple(counted), continued=continued)
    whole = led_by(article.text, sentence.counts, sentence.mentions)
    total = [replace(_of_place(base, whole), is_aggregate=True)] if whole is not None else []
    return [t for t in (total, [_of_place(base, one) for one in listed]) if t]


def _of_place(base: Telling, one: PlaceHarm) -> Telling:
    numbers = with_casualties(Numbers(), one.hurt)
    return replace(base, placed=one.placed, named=one.named, numbers=numbers, hit=replace(base.hit, trigger=one.span))


_SHORTEST = 2  # numbers and names of a list
