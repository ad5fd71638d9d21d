"""One article -> its events: segments, names, triggers, arguments, merged rows (``events.md`` 4)."""

from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment, segment
from geoevents.atlas.capital_phrases import with_capitals
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Mention
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.online import Online
from geoevents.atlas.recognition.recognise import Recogniser
from geoevents.events.codebook import Codebook
from geoevents.events.event import Event, EventMention, Findings
from geoevents.events.howmany.totals import contains, mark_totals
from geoevents.events.merging.absorb import absorbed
from geoevents.events.merging.merge import best_told, clusters
from geoevents.events.merging.narrowed import as_first_told, narrowed
from geoevents.events.merging.rows import event_of, mentions_of, numbered
from geoevents.events.telling import Telling
from geoevents.events.tellings import tellings_of
from geoevents.events.where.bearings import with_bearings
from geoevents.events.who.bodies import with_bodies_of_states
from geoevents.events.who.called_off import called_off
from geoevents.events.who.coreference import with_full_names
from geoevents.events.who.denials import denied
from geoevents.events.who.held import held_still
from geoevents.events.who.issuer import as_issued
from geoevents.events.who.labelled import as_labelled
from geoevents.events.who.parties import with_parties
from geoevents.events.who.statuses import parties, status_of_group
from geoevents.events.who.whose import with_states
from geoevents.values import replace

__all__ = ["find_events"]


def find_events(
    article: Article,
    atlas: Gazetteer,
    *,
    codebook: Codebook | None = None,
    online: Online | None = None,
    recogniser: Recogniser | None = None,
    min_place_confidence: float | None = None,
) -> Findings:
    """Everything an article tells: its segments, named places, events and where each event is told.

    Parameters
    ----------
    article
        The article; relative dates need its ``published``.
    atlas
        Where names become places.
    codebook
        Categories and their triggers; the default one if None.
    online
        Geocoder for names that the atlas does not know; None (the default) never touches the network.
    recogniser
        Finds the names; None (the default) takes the one that comes with geoevents.
    min_place_confidence
        Confidence below which a name stays without a place; None is the trained ranker's own threshold.

    Returns
    -------
    Findings
        Events in text order of their first telling.  An article without events gives empty tuples.

    Raises
    ------
    OnlineError
        The online geocoder could not be asked.
    """
    book = codebook or _default_codebook()
    segments = segment(article.text, title=article.title)
    mentions = find_mentions(
        article, atlas, segments=segments, online=online, recogniser=recogniser, min_confidence=min_place_confidence
    )
    told = with_bearings(article.text, with_capitals(article.text, mentions, atlas), atlas)
    events, event_mentions = _events(article, segments, told, book)
    return Findings(article=article, segments=segments, mentions=mentions, events=events, event_mentions=event_mentions)


def _default_codebook() -> Codebook:
    return Codebook.load()


def _events(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], book: Codebook
) -> tuple[tuple[Event, ...], tuple[EventMention, ...]]:
    """Rows and their mentions of one article."""
    tellings, spoken = tellings_of(article, segments, mentions, book)
    if not tellings:
        return (), ()
    tellings = as_labelled(article.text, segments, mentions, tellings)
    tellings = with_full_names(tellings, spoken, title=article.title or "", text=article.text, mentions=mentions)
    tellings = with_states(article.text, segments, mentions, tellings)
    tellings = mark_totals(called_off(article.text, tellings))
    tellings = denied(article.text, held_still(article.text, tellings), spoken, mentions)
    tellings = with_parties(article.text, tellings, mentions, book.conflicts)
    tellings = with_bodies_of_states(article.text, tellings, mentions)
    tellings = as_issued(article, tellings, mentions)
    belligerents = parties(tellings)
    groups = _absorb(clusters(tellings), article.text)
    rows = [
        event_of(g, article, status=status_of_group(g, belligerents), codebook=book, text=article.text) for g in groups
    ]
    rows = _related(rows, numbered(rows), groups)
    told = [m for g, row in zip(groups, rows, strict=True) for m in mentions_of(g, row, article, article.text)]
    return tuple(rows), tuple(told)


def _absorb(groups: list[list[Telling]], text: str) -> list[list[Telling]]:
    """Coarse groups go into the finer ones that tell them again; the finer keep their fields."""
    best = [best_told(g) for g in groups]
    homes = [absorbed(telling, best) for telling in best]
    for number, group in enumerate(groups):
        if homes[number] is None and (home := narrowed(group, groups, text)) is not None:
            homes[number] = home
            groups[home] = [as_first_told(t, group[0]) for t in groups[home]]
    told = [list(g) for g in groups]
    for number, group in enumerate(groups):
        if (home := _last_home(number, homes)) != number:
            told[home] += group
    return [sorted(g, key=lambda t: t.order) for g, home in zip(told, homes, strict=True) if home is None]


def _last_home(number: int, homes: Sequence[int | None]) -> int:
    """The group that a group ends in: the country goes into the region, and that into its town."""
    for _ in homes:
        home = homes[number]
        if home is None:
            break
        number = home
    return number


def _related(rows: Sequence[Event], ids: Sequence[str], groups: Sequence[Sequence[Telling]]) -> list[Event]:
    """Rows with their ids, and with those of their group and of the aggregates that count them."""
    by_record: dict[int, list[str]] = {}
    for name, group in zip(ids, groups, strict=True):
        for record in {t.record for t in group}:
            by_record.setdefault(record, []).append(name)
    sums = [(name, g[0]) for name, g in zip(ids, groups, strict=True) if g[0].is_aggregate]
    found = []
    for row, name, group in zip(rows, ids, groups, strict=True):
        shared = next((by_record[t.record] for t in group if len(by_record[t.record]) > 1), None)
        wholes = tuple(other for other, whole in sums if other != name and any(contains(whole, t) for t in group))
        home = f"gr-{shared[0][3:]}" if shared else None
        found.append(replace(row, event_id=name, group_id=home, counted_in=wholes))
    return found
