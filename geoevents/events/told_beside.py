"""What a sentence tells beside a list of dead and injured: what was shot down, and what was done behind it at another place."""

from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.hit_casualties import CASUALTIES
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_hit import told_hit
from geoevents.events.told_parts import told_with_parts
from geoevents.events.what.harmed_elsewhere import with_harm_elsewhere
from geoevents.events.what.hit import Hit
from geoevents.values import replace

__all__ = ["stopped_beside", "told_behind"]


def stopped_beside(
    article: Article, sentence: Sentence, live: Sequence[Hit], *, codebook: Codebook, thread: Thread
) -> Iterator[list[Telling]]:
    """What was shot down, told beside a list of dead and injured, which are not of it."""
    shot = [h for h in live if h.category == "air_defence"]
    others = replace(sentence, counts=tuple(c for c in sentence.counts if c.unit not in CASUALTIES))
    for hit in shot:
        yield from told_hit(article, others, hit, codebook=codebook, thread=thread, hits=shot)


def told_behind(
    article: Article,
    sentence: Sentence,
    live: Sequence[Hit],
    listed: Sequence[Sequence[Telling]],
    *,
    codebook: Codebook,
    thread: Thread,
) -> Iterator[list[Telling]]:
    """What is told behind a list of dead and injured at a place of its own: "killed two in A and three in B, [as jets bombed C]"."""
    told = [t for rows in listed for t in rows]
    start, end = min(t.hit.trigger.start for t in told), max(t.hit.trigger.end for t in told)
    known = {m.place for t in told if (m := t.placed.mention if t.placed else t.named) is not None}
    rest = replace(
        sentence,
        mentions=tuple(m for m in sentence.mentions if m.start >= end),
        counts=tuple(c for c in sentence.counts if c.start >= end),
        claims=tuple(c for c in sentence.claims if not start <= c.speaker_start < end),
    )
    if not any(m.spot is not None and m.place not in known for m in rest.mentions):
        return
    hits = [h for h in with_harm_elsewhere(article.text, live, sentence, None) if h.clause.start >= end]
    for hit in hits:
        places = {m.place for m in rest.mentions if m.spot is not None and hit.clause.start <= m.start < hit.clause.end}
        if places and not places & known:
            yield from told_with_parts(article, rest, hit, codebook=codebook, thread=thread, hits=hits)
