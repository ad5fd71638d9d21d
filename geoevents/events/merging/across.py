"""The same event told by several articles and on several days: one row with all its mentions (``events.md`` 4.11)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from geoevents.events.event import Event, EventMention, Findings, Span
from geoevents.events.merging.combined import combined
from geoevents.events.merging.sameness import Told, sameness, window
from geoevents.values import replace

__all__ = ["merge_events"]

# How well two rows must agree to be one event.  Chosen on the open half of tests/quality/stories and the article pairs of
# tests/events/pairs: one category, place and day reach .8; a place within another needs a number, a side or a target as well.
THRESHOLD = 0.6


def merge_events(found: Iterable[Findings]) -> tuple[Findings, ...]:
    """The findings with each event once, in the article that told it first; later tellings are kept as its mentions.

    Parameters
    ----------
    found
        Findings of any number of articles, in any order: the events are the same for every order.

    Returns
    -------
    tuple of Findings
        One for each article given, in the given order.  A merged event has the finest place, the best date, the latest
        number and, in ``count_low`` and ``count_high``, the range of all; its status follows from all who assert or deny
        it; ``n_articles``, ``sources``, ``first_seen`` and ``last_seen`` say who told it and when.  Events that an article
        itself tells apart ("another", "a second") stay apart.
    """
    articles = tuple(found)
    told = [t for number, f in enumerate(articles) for t in _told(f, number)]
    groups = _grouped(sorted(told, key=lambda t: t.order))
    homes = {(t.article, t.event.event_id): group for group in groups for t in group}
    ids = _new_ids(groups)
    rows = {key: combined(group, ids[key]) for key, group in ((_key(g[0]), g) for g in groups)}
    names = {key: ids[_key(group[0])] for key, group in homes.items()}
    return tuple(_relabelled(f, number, rows, names) for number, f in enumerate(articles))


def _told(found: Findings, number: int) -> Iterator[Told]:
    article = found.article
    day = article.published.isoformat() if article.published else "9999"
    for event in found.events:
        trigger = dict(event.evidence).get("category", Span(event.start, event.end))
        yield Told(
            event=event,
            article=number,
            order=(day, f"{article.id}|{article.text[:200]}", event.start),
            published=article.published,
            words=article.text[event.start : max(event.end, trigger.end)],
            ahead=article.text[max(event.start, trigger.start - _AHEAD) : trigger.start],
        )


_AHEAD = 60  # letters before a trigger in which "another" and "second" are said of it


def _key(told: Told) -> tuple[int, str]:
    return told.article, told.event.event_id


def _grouped(told: Sequence[Told]) -> list[list[Told]]:
    """Tellings in groups of one event: the best pairs join first, and only groups in which nothing contradicts."""
    scores: dict[tuple[int, int], float] = {}
    for i, j in _candidates(told):
        score = sameness(told[i], told[j])
        if score >= THRESHOLD:
            scores[i, j] = score
    group_of = {i: [i] for i in range(len(told))}
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group_of[i], group_of[j]
        if one is not other and _may_join(told, one, other):
            joined = sorted(one + other)
            for k in joined:
                group_of[k] = joined
    unique = {id(g): g for g in group_of.values()}
    return [[told[k] for k in group] for group in sorted(unique.values())]


def _may_join(told: Sequence[Told], one: Sequence[int], other: Sequence[int]) -> bool:
    """True where no article tells two of the members, and no two members contradict each other."""
    apart = {told[i].article for i in one} & {told[j].article for j in other}
    return not apart and all(sameness(told[i], told[j]) > 0 for i in one for j in other)


def _candidates(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs of different articles that may be one event: same category, days that meet, no two countries."""
    by_category: dict[str, list[int]] = {}
    for i, t in enumerate(told):
        by_category.setdefault(t.event.category, []).append(i)
    for members in by_category.values():
        yield from _meeting(told, members)


def _meeting(told: Sequence[Told], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    windows = {i: window(told[i].event) for i in members}
    dated = sorted((i for i in members if windows[i] is not None), key=lambda i: (windows[i], i))
    open_now: list[int] = []
    for i in dated:
        start, _ = windows[i] or (0.0, 0.0)
        open_now = [k for k in open_now if (windows[k] or (0.0, 0.0))[1] > start]
        yield from (_sorted(k, i) for k in open_now if _may_meet(told[k], told[i]))
        open_now.append(i)
    for i in (m for m in members if windows[m] is None):
        yield from (_sorted(i, k) for k in members if k != i and _may_meet(told[i], told[k]))


def _sorted(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _may_meet(one: Told, other: Told) -> bool:
    a, b = one.event.country, other.event.country
    return one.article != other.article and (a is None or b is None or a == b)


def _new_ids(groups: Sequence[Sequence[Told]]) -> dict[tuple[int, str], str]:
    """Ids of the groups by their first telling: its own, with "-2", "-3" where two articles made the same, in order."""
    taken: set[str] = set()
    ids = {}
    for group in groups:
        base = group[0].event.event_id
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        ids[_key(group[0])] = name
    return ids


def _relabelled(
    found: Findings, number: int, rows: dict[tuple[int, str], Event], names: dict[tuple[int, str], str]
) -> Findings:
    """Findings whose events are the merged rows that it told first, and whose mentions name the merged rows."""

    def name(event_id: str) -> str:
        return names.get((number, event_id), event_id)

    events = [rows[number, e.event_id] for e in found.events if (number, e.event_id) in rows]
    events = [
        replace(e, counted_in=tuple(sorted({name(c) for c in e.counted_in} - {e.event_id})), part_of=_part(e, name))
        for e in events
    ]
    mentions = _numbered(found, [replace(m, event_id=name(m.event_id)) for m in found.event_mentions])
    return replace(found, events=tuple(events), event_mentions=mentions)


def _part(event: Event, name: Callable[[str], str]) -> str | None:
    return name(event.part_of) if event.part_of is not None else None


def _numbered(found: Findings, mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Mentions with ids of their own: the article's, the event's and a number."""
    seen: dict[str, int] = {}
    named = []
    for m in mentions:
        seen[m.event_id] = seen.get(m.event_id, 0) + 1
        named.append(replace(m, mention_id=f"{found.article.id}:{m.event_id}:{seen[m.event_id]}"))
    return tuple(named)
