"""When a hit happened: which of the dates of a sentence, a saying verb or a section belongs to which trigger."""

import datetime
import re
from collections.abc import Sequence

from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.when.fitting import dates_for, is_of_speaker, is_of_toll, is_statement_date
from geoevents.events.when.nearest import is_part, is_told_next, joined, nearest, own_date
from geoevents.events.when.since import since_then, tally_since
from geoevents.events.who.claim import Claim
from geoevents.values import replace

__all__ = ["UNKNOWN", "counted_from", "dated", "of_date", "when_of", "without_long_since"]

UNKNOWN = When(date_start=None, date_end=None, precision="unknown", basis=None)


def of_date(date: DateMention) -> When:
    """What a date mention says, as the date of an event."""
    return When(
        date_start=date.date_start,
        date_end=date.date_end,
        precision=date.precision,
        basis=date.basis,
        part_of_day=date.part_of_day,
        text=date.text,
        span=Span(date.start, date.end),
    )


_ITS_NIGHT = re.compile(r"day\s+(?:night|evening)$", re.IGNORECASE)


def counted_from(when: When) -> datetime.date | None:
    """The day from which "two days later" counts: the last one told, of "Sunday night" the Sunday."""
    if when.precision == "night" and when.text is not None and _ITS_NIGHT.search(when.text):
        return when.date_start
    return when.date_end or when.date_start


def when_of(
    hit: Hit,
    *,
    text: str,
    dates: Sequence[DateMention],
    claims: Sequence[Claim],
    clauses: Sequence[Clause],
    hits: Sequence[Hit],
    last: When | None,
    published: datetime.date | None,
) -> When:
    """The date of a hit (``events.md`` 4.6): its own, else that of the statement, of the section, of publication.

    A plan without a date of its own has none.  A statement made before the news day dates what it tells as
    ``on_or_before``.
    """
    fitting = [d for d in dates_for(text, hit, dates, claims) if not _is_of_a_plan(text, d, hit, clauses)]
    said = [d for d in dates if is_statement_date(d, hit, claims) and not is_told_next(d, hit, clauses)]
    said = [d for d in said if not is_of_speaker(d, claims, clauses)]
    own = _ahead(text, hit, fitting, clauses, hits, published) or own_date(text, hit, fitting, clauses, hits)
    own = own or joined(text, hit, fitting, clauses, hits)
    own = None if own is not None and _is_of_old(own, hit, published) else own
    own = _day_of_week(text, own, hit, fitting) if own is not None and own.precision == "week" else own
    if (tally := tally_since(text, hit, fitting, clauses, published)) is not None and (
        own is None or own.start == tally.start
    ):
        return replace(of_date(tally), date_end=published, precision="within_range")
    if own is not None and is_part(own):
        whole = own_date(text, hit, [d for d in fitting if not is_part(d)], clauses, hits)
        day = of_date(whole) if whole else _of_the_part(hit, said, last=last, published=published)
        return _at_part(own, day)
    if own is not None and (published is None or own.date_start is not None or own.date_end is not None):
        return since_then(text, of_date(own), hit)
    if own is None and (counted := next((d for d in dates if is_of_toll(text, d, hit) and d.date_end), None)):
        return _just_before(replace(of_date(counted), basis="inferred"))
    if own is not None and own.text.lower().endswith("in the day"):
        if (first := [d for d in fitting if d.precision == "day" and d.end <= own.start]) and hit.modality != "planned":
            return of_date(first[-1])  # "had to hide on Tuesday and met ministers later in the day"
        return _of_the_part(hit, said, last=last, published=published)  # "are to meet later in the day"
    taken = _taken(hit, said, last=last, published=published)
    inferred = taken.precision == "day" and taken.basis == "inferred"
    blamed = inferred and _CULPRIT.search(text, max(0, hit.clause.start - _BLAMED), hit.trigger.start) is not None
    if blamed or (inferred and _is_confirmed(hit, claims)) or _is_one_more_night(text, hit, taken):
        return _just_before(taken)
    return taken


def _day_of_week(text: str, week: DateMention, hit: Hit, dates: Sequence[DateMention]) -> DateMention:
    """The one day that the clause of a hit tells behind its week: "Last week jets hit a depot on 4 March"; else the week."""
    inside = [d for d in dates if d.start > week.start and hit.clause.start <= d.start < hit.clause.end]
    day = inside[0] if len(inside) == 1 and inside[0].precision in {"day", "part_of_day"} else None
    return week if day is None or " and " in text[week.end : day.start] else day


_PLANNED = re.compile(r"\b(?:will|shall|is to|are to|plans? to|is going to|are going to)\b")


def _is_of_a_plan(text: str, date: DateMention, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for the day of another clause, which tells a plan, beside what happened: "will dock from Sunday, hours after a strike"."""
    if hit.modality != "actual" or hit.clause.start <= date.start < hit.clause.end:
        return False
    own = next((c for c in clauses if c.start <= date.start < c.end), None)
    return own is not None and _PLANNED.search(text, own.start, date.start) is not None


def _is_of_old(date: DateMention, hit: Hit, published: datetime.date | None) -> bool:
    """True for a day long past of another clause beside what goes on now: "who took A in January and are advancing on B"."""
    if hit.tense != "present" or published is None or date.date_end is None or date.leads:
        return False
    return not hit.clause.start <= date.start < hit.clause.end and (published - date.date_end).days > _NEWS_DAYS


_NEWS_DAYS = 7


def _just_before(when: When) -> When:
    """The day on which something was confirmed, blamed on somebody or counted anew, with the day before: it was then."""
    if when.date_end is None:
        return when
    return replace(when, date_start=when.date_end - datetime.timedelta(days=1), precision="within_range")


# "for a second evening", "for the third night running": told the day after, or late the same day.
_ONE_MORE_NIGHT = re.compile(r"\bfor\s+(?:an?|the)\s+\w+(?:th|nd|rd|cond|ird)\s+(?:[a-z]+\s+)?(?:evening|night)\b")


def _is_one_more_night(text: str, hit: Hit, taken: When) -> bool:
    """True for undated news of "a third night": it is of the night before publication, or of the coming one."""
    if taken.basis != "publication":
        return False
    return _ONE_MORE_NIGHT.search(text, hit.trigger.end, hit.clause.end) is not None


def _is_confirmed(hit: Hit, claims: Sequence[Claim]) -> bool:
    """True for what had happened before somebody confirmed it on a day: on that day or the one before."""
    covering = [c for c in claims if c.scope_start <= hit.trigger.start < c.scope_end]
    told_back = hit.tense == "pluperfect" or (hit.voice == "noun" and hit.clause_kind == "complement")
    return told_back and any(c.modality == "confirms" for c in covering)


# "said on Friday that rebels were behind a bomb that killed nine": it went off before that was said.
_CULPRIT = re.compile(
    r"\b(?:responsible\s+for|(?:was|were|is|are)\s+behind|blam(?:ed|es|ing)\s[^.;:]{1,60}?\s+for|claimed|linked\s+to|suspected\s+of)\s[^.;:]*$"
)
_BLAMED = 60


def _ahead(
    text: str,
    hit: Hit,
    dates: Sequence[DateMention],
    clauses: Sequence[Clause],
    hits: Sequence[Hit],
    published: datetime.date | None,
) -> DateMention | None:
    """Of several dates beside a plan one that lies ahead: "a panel on the loss of X in 2022 is to meet next month"."""
    if hit.modality != "planned" or len(dates) < 2 or published is None:
        return None
    ahead = [d for d in dates if (end := d.date_end or d.date_start) is not None and end >= published]
    return own_date(text, hit, ahead, clauses, hits)


def _of_the_part(hit: Hit, said: Sequence[DateMention], *, last: When | None, published: datetime.date | None) -> When:
    """The day that a part of a day belongs to; of a plan that of the news: "they are to meet in the evening"."""
    if hit.modality == "planned" and published is not None:
        return When(date_start=published, date_end=published, precision="day", basis="relative")
    return _taken(hit, said, last=last, published=published)


def _at_part(date: DateMention, when: When) -> When:
    """The day that a hit takes from elsewhere, with the part of it that its clause tells."""
    day = when.date_end or when.date_start
    if day is None or (when.date_start is not None and (day - when.date_start).days > 1):
        return when
    if when.precision == "night" and "midnight" in date.text.lower():
        return replace(when, text=date.text)  # "overnight … around midnight"
    return replace(
        when, date_start=day, date_end=day, precision="part_of_day", part_of_day=date.part_of_day, text=date.text
    )


def _taken(hit: Hit, said: Sequence[DateMention], *, last: When | None, published: datetime.date | None) -> When:
    """The date of a hit that tells none: that of the statement, of the section, of publication; of a plan none."""
    if hit.modality == "planned" or (hit.clause_kind == "relative" and hit.tense == "pluperfect"):
        return UNKNOWN  # "a town that had resisted for years, he said on Monday"
    spoken = nearest(said, hit)
    if spoken is not None and spoken.date_start is not None:
        return _as_told(of_date(spoken), published)
    if last is not None and last.date_start is not None:
        return _inherited(last)
    if published is not None:
        return When(date_start=published, date_end=published, precision="inferred", basis="publication")
    return UNKNOWN


_LONG_DAYS = 31  # "has since visited" over more than a month says no day


def dated(claims: Sequence[Claim], dates: Sequence[DateMention]) -> tuple[Claim, ...]:
    """Claims with the day of the statement, where a day stands beside the saying verb, outside what is said."""
    if not dates:
        return tuple(claims)
    return tuple(_dated(c, [d for d in dates if not c.scope_start <= d.start < c.scope_end]) for c in claims)


_BESIDE = 25  # letters between a saying verb and the day of the statement


def _dated(claim: Claim, outside: Sequence[DateMention]) -> Claim:
    near = [d for d in outside if -_BESIDE <= d.start - claim.verb_end <= _BESIDE and d.date_start is not None]
    if not near:
        return claim
    return replace(claim, claimant=replace(claim.claimant, date=near[0].date_end or near[0].date_start))


def without_long_since(when: When) -> When:
    """The date of context: none where it spans months since something else that was told."""
    first, last = when.date_start, when.date_end
    long_since = when.text == "since" and first is not None and last is not None and (last - first).days > _LONG_DAYS
    return UNKNOWN if long_since else when


def _as_told(said: When, published: datetime.date | None) -> When:
    """The date that a statement gives to what it tells: its day, or "by that day" if it is older than yesterday.

    The day of what happened is inferred from it.
    """
    said = replace(said, basis="inferred")
    end = said.date_end or said.date_start
    if said.precision != "day" or published is None or end is None or end >= published - datetime.timedelta(days=1):
        return said
    return When(
        date_start=end, date_end=end, precision="on_or_before", basis=said.basis, text=said.text, span=said.span
    )


def _inherited(last: When) -> When:
    precision = last.precision if last.precision != "on_or_before" else "inferred"
    return When(
        date_start=last.date_start,
        date_end=last.date_end,
        precision=precision,
        basis="inherited",
        part_of_day=last.part_of_day,
    )
