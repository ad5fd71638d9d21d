"""Tellings of an article in text order: each trigger with its places, date, numbers and claims."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.told_otherwise import told_otherwise
from geoevents.events.howmany.tolls import raised, without_its_deed
from geoevents.events.reading import read_alone, read_sentence
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread, remember
from geoevents.events.told_sentence import told_sentence
from geoevents.events.what.old_stories import of_old_times
from geoevents.events.what.own_subject import own_needs
from geoevents.events.what.subject import shut_out
from geoevents.events.when.days_told import days_told
from geoevents.events.when.last_days import told_date
from geoevents.events.when.told_later import redated
from geoevents.events.where.acts import SAYS_WHERE, is_where_said
from geoevents.events.where.anchors import as_told, is_settlement
from geoevents.events.where.elsewhere import BRINGS, is_brought_to
from geoevents.events.where.land import names_a_state
from geoevents.events.where.locatives import placed_mentions
from geoevents.events.where.told_after import relocated
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.denied_first import denied_first
from geoevents.events.who.shown import shown
from geoevents.events.who.sourced import sourced
from geoevents.values import replace

__all__ = ["tellings_of"]


def tellings_of(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> tuple[list[Telling], list[Spoken]]:
    """(every telling of an article, every claim of it), each in text order.

    Headings, datelines and fragments tell nothing.
    """
    found: list[Telling] = []
    spoken: list[Spoken] = []
    shut = _shut(article, segments, mentions, codebook)
    telling = [s for s in segments if s.kind == "sentence" and len(shut[s.index]) < len(codebook.categories)]
    alone = read_alone(article, telling, mentions, codebook)
    if not alone:
        return found, spoken
    thread = Thread(days=days_told(article, iter([a.phrases for a in alone.values()])))
    records = 0
    starts = [m.start for m in mentions]
    for segment in segments:
        thread.enter(segment.section, segment.paragraph)
        thread.enter_line(article, segment)
        if segment.kind == "heading":
            inside = mentions[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
            _open_section(article, segment, inside, thread)
        if segment.index not in alone:
            continue  # headings and datelines tell nothing, nor does a section of sport
        sentence = read_sentence(article, alone[segment.index], thread=thread)
        sentence = denied_first(article.text, sentence, thread.tellings)
        spoken += [_spoken(segment, c) for c in (*sentence.claims, *sentence.acts)]
        toll, risen = raised(article.text, sentence, thread.tellings)
        if toll is not None:
            _correct(found, thread, risen)
            sentence = without_its_deed(sentence, toll)
        before = len(found)
        _correct(found, thread, relocated(article.text, sentence, thread.tellings))
        _correct(found, thread, sourced(article.text, sentence, thread.tellings))
        for group in told_sentence(article, sentence, codebook, thread=thread, shut=shut[segment.index]):
            records += 1
            told = [replace(t, order=len(found) + i, record=records) for i, t in enumerate(group)]
            found += told
            remember(thread, told, article.published)
        _correct(
            found,
            thread,
            [t for more in (told_otherwise, shown) for t in more(article.text, sentence, thread.tellings)],
        )
        if not thread.is_gazette:
            thread.heading = ()  # it tells where the first sentence behind it is
        if len(found) == before:
            _correct(found, thread, redated(article.text, sentence, thread.tellings))
        date = told_date(article.text, sentence)
        if date is not None:
            thread.told_date, thread.told_in = date, segment.index
        if told_days := [d.date_end for d in sentence.dates if d.precision in {"day", "part_of_day"} and d.date_end]:
            thread.named_day = (segment.paragraph, segment.index, told_days[-1])
        placed = placed_mentions(sentence.mentions, sentence.claims)
        named = _named(article.text, sentence, placed)
        thread.just_named = (segment.index, named)
        brings = bool(thread.named) and not sentence.words.isdisjoint(BRINGS)
        thread.named += [p for p in named if not (brings and is_brought_to(article.text, p.mention))]
        thread.know([m for m in sentence.mentions if names_a_state(m)], sentence.mentions)
    return found, spoken


def _open_section(article: Article, heading: Segment, inside: Sequence[Mention], thread: Thread) -> None:
    """Keeps what a heading names for the sentences behind it."""
    thread.heading = placed_mentions(inside, ())
    thread.is_gazette = _is_bare_name(article.text, heading, inside)
    thread.named += thread.heading
    thread.named += [p for m in inside if m.role == "metonym" and is_settlement(m) for p in as_told(m, "text")]
    thread.know([m for m in inside if names_a_state(m)], inside)


def _shut(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], codebook: Codebook
) -> dict[int, frozenset[str]]:
    """The categories that cannot be meant in each segment: those shut in its section, but for what it tells by itself."""
    sections = shut_out(article, segments, mentions, codebook)
    starts = [m.start for m in mentions]
    old = of_old_times(article.text, segments, frozenset(c.id for c in codebook.categories))
    shut = {}
    for before, segment in zip([*segments[:1], *segments], segments, strict=False):
        closed = sections[segment.section]
        if closed and segment.kind == "sentence":
            inside = mentions[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
            needs = own_needs(article.text, segment, before, inside)
            closed -= {c.id for c in codebook.categories if c.needs in needs}
        shut[segment.index] = closed | old.get(segment.index, frozenset())
    return shut


def _named(text: str, sentence: Sentence, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The places of a sentence without those where somebody only speaks."""
    if sentence.words.isdisjoint(SAYS_WHERE):
        return placed
    return tuple([p for p in placed if not is_where_said(text, p.mention, sentence.segment.start)])


def _is_bare_name(text: str, segment: Segment, inside: Sequence[Mention]) -> bool:
    """True for a heading that is nothing but the name of a place: "Sumy region", "The governorate of Idlib"."""
    if len(inside) != 1:
        return False
    name = inside[0]
    rest = (
        _ASIDE.sub("", f"{text[segment.start : name.start]} {text[name.end : segment.end]}".lower()).strip(" :").split()
    )
    return {*rest} <= {"the", "of", "in", name.head}


_ASIDE = re.compile(r"\([^()]*\)")  # "Zaporizhzhia (under occupation)"


def _correct(found: list[Telling], thread: Thread, tellings: Sequence[Telling]) -> None:
    """Puts what a later sentence says of earlier tellings in their place."""
    for telling in tellings:
        found[telling.order] = telling
        thread.tellings[:] = [telling if t.order == telling.order else t for t in thread.tellings]


def _spoken(segment: Segment, claim: Claim) -> Spoken:
    return Spoken(section=segment.section, paragraph=segment.paragraph, sentence=segment.index, claim=claim)
