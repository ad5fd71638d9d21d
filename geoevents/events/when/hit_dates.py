"""When a hit happened: which of the dates of a sentence, a saying verb or a section belongs to which trigger."""

import datetime
import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.when.nearest import is_part, is_told_next, joined, nearest, own_date
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.reasons import is_reason_for
from geoevents.events.who.claim import Claim
from geoevents.values import replace

__all__ = ["UNKNOWN", "counted_from", "dated", "dates_for", "of_date", "when_of", "without_long_since"]

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


def _is_statement_date(date: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True where the date tells when something was said: beside the saying verb, outside what is said."""
    for claim in claims:
        covers_hit = claim.scope_start <= hit.trigger.start < claim.scope_end
        if covers_hit and not claim.scope_start <= date.start < claim.scope_end:
            return True
    return False


def _of_speaker(date: DateMention, claims: Sequence[Claim], clauses: Sequence[Clause]) -> bool:
    """True in a relative clause about who speaks: "the army, which took the town in May, said"."""
    return any(
        c.kind == "relative"
        and c.start <= date.start < c.end
        and not any(c.start <= claim.verb_start < c.end for claim in claims)
        for c in clauses
    )


# "X, annexed by Y in 2014,": the date belongs to the participle that follows the comma.
_ASIDE = re.compile(r"[,(]\s*(?:\w+ly\s+)?(?:\w+ed|held|begun|built|taken|won|lost|torn)\s[^,;()]{0,50}$")


# "positions lost on December 20": the date of the loss.
_OF_PARTICIPLE = re.compile(
    r"\b(?:positions?|towns?|villages?|territor(?:y|ies)|areas?|ground|places|settlements?|cit(?:y|ies)|posts?|bases?)\s+"
    r"(?:lost|seized|captured|taken|abandoned|occupied|won|overrun)\s+(?:\w+\s+){0,4}$"
)
_VERB_AFTER = re.compile(r"\b(?:was|were|is|are|had|has|have|killed|left|hit|struck|\w{3,}ed)\b")


def _is_aside(text: str, date: DateMention, hit: Hit) -> bool:
    """True where a date tells when something beside the hit happened that is only mentioned in passing."""
    of_another = _OF_PARTICIPLE.search(text, max(0, date.start - 60), date.start)
    if of_another is not None and hit.trigger.end < of_another.start() + 1:
        return True
    match = _ASIDE.search(text, max(0, date.start - 80), date.start)
    if match is None or match.start() <= hit.trigger.start < date.start:
        return False
    # "The raid on X, a town in the east, wounded six on Friday": there the participle is the verb of the noun.
    return hit.voice != "noun" or _VERB_AFTER.search(text, date.end, hit.clause.end) is not None


_PROMISE = re.compile(
    r"\b(?:agreed|vowed|promised|pledged|decided|threatened|ordered|offered|announced|invited)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def _of_promise(text: str, date: DateMention, hit: Hit) -> bool:
    """True where a date tells when something was promised, not when it will be: "agreed on Friday to meet"."""
    if hit.modality != "planned" or hit.tense != "infinitive" or date.start > hit.trigger.start:
        return False
    return _PROMISE.search(text, hit.clause.start, date.start) is not None


# "until the end of April", "for use by": the end of something is not when it was begun or ordered.
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:(?:the\s+)?(?:end|middle|start)\s+of\s+)?$")


_END_OF = re.compile(r"(?:until|till)\b", re.IGNORECASE)  # a measure "until September" is decided before


# "their first drill since 2018": the date of another one.
_COMPARED = re.compile(
    r"\b(?:first|worst|biggest|largest|deadliest|heaviest|highest|only)\b[^.;,]{0,60}\b(since)\s+(?:[\w-]+\s+){0,8}$"
)


def _is_compared(text: str, date: DateMention, hit: Hit) -> bool:
    """True for a date behind "the largest since" that is not of the hit, which stands before those words."""
    match = _COMPARED.search(lowered(text), max(0, date.start - 80), date.start + 6)
    return match is not None and not match.start(1) < hit.trigger.start


# "the accord of 2015", "the attack of 7 October": the date of that noun; "the morning of 7 October" is that day.
_NOUN_OF = re.compile(
    r"\b(?!day|night|morning|afternoon|evening|hours|dawn|week|weekend|month|year|half|end|start|beginning|middle|ahead|because|out)"
    r"[a-z]{3,}\s+of\s+$"
)


def _of_noun(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the date of a noun that is not the hit."""
    start = date.start + 3 if date.text.lower().startswith("of ") else date.start
    noun = _NOUN_OF.search(lowered(text), max(hit.clause.start, start - 30), start)
    return noun is not None and not noun.start() < hit.trigger.end <= noun.end()


_WILL = re.compile(r"\b(?:will|would|(?:is|are|was|were)\s+(?:due\s+)?to)\s|\bfor\s+(?:early|late|next|this)?\s*$")


def _to_come(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the date of a plan that is told behind what was done: "called a meeting for Friday", "and will go by 1 June"."""
    if hit.modality == "planned" or date.start < hit.trigger.end:
        return False
    return _WILL.search(lowered(text), hit.trigger.end, date.start) is not None


def dates_for(text: str, hit: Hit, dates: Sequence[DateMention], claims: Sequence[Claim]) -> list[DateMention]:
    """The dates of a sentence that may be of a hit: none of a statement, an aside, an end to come, a comparison."""
    fitting = [d for d in dates if not _is_statement_date(d, hit, claims) and not _is_aside(text, d, hit)]
    fitting = [d for d in fitting if not _UNTIL.search(lowered(text), max(0, d.start - 30), d.start)]
    fitting = [d for d in fitting if not (hit.category in ACTS and _END_OF.match(d.text))]
    fitting = [d for d in fitting if not is_reason_for(text, hit.trigger.end, d.start)]
    fitting = [d for d in fitting if not _is_compared(text, d, hit)]
    fitting = [d for d in fitting if not (_of_noun(text, d, hit) or _to_come(text, d, hit))]
    return [d for d in fitting if not _of_promise(text, d, hit)]


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
    fitting = dates_for(text, hit, dates, claims)
    said = [d for d in dates if _is_statement_date(d, hit, claims) and not is_told_next(d, hit, clauses)]
    said = [d for d in said if not _of_speaker(d, claims, clauses)]
    own = _ahead(text, hit, fitting, clauses, hits, published) or own_date(text, hit, fitting, clauses, hits)
    own = own or joined(hit, fitting, clauses)
    if own is not None and is_part(own):
        whole = own_date(text, hit, [d for d in fitting if not is_part(d)], clauses, hits)
        day = of_date(whole) if whole else _of_the_part(hit, said, last=last, published=published)
        return _at_part(own, day)
    if own is not None and (published is None or own.date_start is not None or own.date_end is not None):
        return _beginning(_since(text, of_date(own), hit, published), hit)
    return _taken(hit, said, last=last, published=published)


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
    return replace(when, date_start=day, date_end=day, precision="part_of_day", part_of_day=date.part_of_day)


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


# "since fighting began on 15 April": a tally runs from that day on.
_SINCE = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,6}$", re.IGNORECASE)


def _since(text: str, when: When, hit: Hit, published: datetime.date | None) -> When:
    """What is counted since something began reaches from that day to the news."""
    counted = hit.category == "humanitarian" and when.span is not None and published is not None
    if not counted or when.span is None or not _SINCE.search(text, max(0, when.span.start - 70), when.span.start):
        return when
    return replace(when, date_end=published, precision="within_range")


def _beginning(when: When, hit: Hit) -> When:
    """What has been held "since" a day was taken on that day."""
    since = when.text is not None and when.text.lower().startswith("since ") and when.precision == "within_range"
    if not since or hit.category != "control_change":
        return when
    return replace(when, date_end=when.date_start, precision="day")


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
