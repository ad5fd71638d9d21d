"""When a hit happened: which of the dates of a sentence, a saying verb or a section belongs to which trigger."""

import datetime
import re
from collections.abc import Iterator, Sequence

from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import When
from geoevents.events.what.triggers import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.reasons import is_reason_for
from geoevents.events.who.claims import Claim
from geoevents.values import replace

__all__ = ["UNKNOWN", "dated", "dates_for", "of_date", "when_of", "without_long_since"]

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


def _is_statement_date(date: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True where the date tells when something was said: beside the saying verb, outside what is said."""
    for claim in claims:
        covers_hit = claim.scope_start <= hit.trigger.start < claim.scope_end
        if covers_hit and not claim.scope_start <= date.start < claim.scope_end:
            return True
    return False


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
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:(?:the\s+)?(?:end|middle|start)\s+of\s+)?$", re.IGNORECASE)


_END_OF = re.compile(r"(?:until|till)\b", re.IGNORECASE)  # a measure "until September" is decided before


# "their first drill since 2018": the date of another one.
_COMPARED = re.compile(
    r"\b(?:first|worst|biggest|largest|deadliest|heaviest|highest|only)\b[^.;,]{0,60}\bsince\s+(?:[\w-]+\s+){0,8}$",
    re.IGNORECASE,
)


def _nearest(dates: Sequence[DateMention], hit: Hit) -> DateMention | None:
    """The date nearest to the trigger; at equal distance the one after it."""
    return min(
        dates,
        key=lambda d: (min(abs(d.start - hit.trigger.end), abs(hit.trigger.start - d.end)), -d.start),
        default=None,
    )


def _own_date(
    hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> DateMention | None:
    """The date in the clause of the hit, else in a neighbouring clause without a hit or date rival of its own."""
    led_by = [d for d in dates if _opens(d, hit)]
    if led_by:
        return led_by[0]
    dates = [d for d in dates if not d.leads]
    inside = [d for d in dates if hit.clause.start <= d.start < hit.clause.end]
    inside = [d for d in inside if not _is_part(d)] or inside
    if inside:
        return _nearest(_unclaimed(inside, hit, hits), hit)
    if hit.subtype == "statement" and hit.clause_kind == "main":
        return None  # days in other clauses are of what is said
    dates = [d for d in dates if not _is_part(d) and not _is_told_next(d, hit, clauses)]
    for parent in _governing(hit.clause_index, clauses):
        above = [d for d in dates if parent.start <= d.start < parent.end]
        if above and (hit.clause_kind != "relative" or hit.category == "infrastructure"):
            return _nearest(above, hit)
    asides = [c for n, c in enumerate(clauses) if _tells_aside(c) and not _belongs(n, hit)]
    free = [d for d in dates if not any(h.clause.start <= d.start < h.clause.end for h in hits)]
    free = [d for d in free if not any(c.start <= d.start < c.end for c in asides)]
    children = [
        d
        for d in dates
        for c in clauses
        if c.parent == hit.clause_index and _tells_on(c) and c.start <= d.start < c.end
    ]
    return _nearest(free or children or _of_next_verb(hit, dates, clauses), hit)


def _governing(number: int, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses over another one, the nearest first, each once: an opening "when …," hangs on what is said after it."""
    seen = {number}
    above = clauses[number].parent if number < len(clauses) else None
    while above is not None and above not in seen:
        yield clauses[above]
        seen.add(above)
        above = _above(above, clauses)


def _above(number: int, clauses: Sequence[Clause]) -> int | None:
    """The clause over another one; over a speaker between two commas, what is said before it."""
    clause = clauses[number]
    if clause.kind == "main" and clause.connector == "," and number:
        return number - 1
    return clause.parent


def _of_next_verb(hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause]) -> list[DateMention]:
    """Dates at the end of a clause that "and" joins to the hit's: "killed one and wounded two in A on Tuesday"."""
    after = hit.clause_index + 1
    if hit.clause_kind != "main" or after >= len(clauses) or clauses[after].connector != "and":
        return []
    return [d for d in dates if clauses[after].start + _VERB_FIRST < d.start < clauses[after].end]


_VERB_FIRST = 12  # letters of "and" and a verb: a date before them is of that verb alone


def _joined(hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause]) -> DateMention | None:
    """The last date before a clause that "and" joins: "stormed X on Saturday, and 300 inmates escaped"."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    if clause is None or clause.kind != "main" or clause.connector != "and" or hit.modality == "planned":
        return None
    return next((d for d in reversed(dates) if d.end <= clause.start and not (_is_part(d) or d.leads)), None)


def _belongs(number: int, hit: Hit) -> bool:
    """True for the relative clause of the hit itself: its own, or right behind a noun ("the trip to X, which ended")."""
    return number == hit.clause_index or (hit.voice == "noun" and number == hit.clause_index + 1)


_LED_TO = 60  # letters from "a day after" to the noun that it dates: "a day after the heaviest air [raid] of the war"


def _opens(date: DateMention, hit: Hit) -> bool:
    """True for "a week after" that leads into the clause of a hit, or right to its noun: it dates what that tells."""
    if not date.leads:
        return False
    noun = hit.voice == "noun" and hit.clause.start <= date.start < hit.clause.end
    return date.start <= hit.clause.start < date.end or (noun and 0 <= hit.trigger.start - date.end < _LED_TO)


def _is_part(date: DateMention) -> bool:
    """True for "in the evening": a part of the day that is told elsewhere."""
    return date.part_of_day is not None and date.date_start is None and date.date_end is None


def _is_told_next(date: DateMention, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for a date behind a semicolon after the hit: it is of what is told next."""
    return any(c.connector == ";" and hit.trigger.end <= c.start <= date.start for c in clauses)


def _tells_aside(clause: Clause) -> bool:
    """True for a clause about a thing or a place beside the event: "visited X, where hundreds were killed in March 2022"."""
    return clause.kind == "relative" or (clause.kind == "subordinate" and clause.connector == "where")


def _tells_on(clause: Clause) -> bool:
    """True for a clause that goes on with what its parent tells: "killing two on Monday", "when X was hit on Friday"."""
    return clause.kind == "participle" or (clause.kind == "subordinate" and clause.connector in {"when", "as", "while"})


def _unclaimed(inside: Sequence[DateMention], hit: Hit, hits: Sequence[Hit]) -> Sequence[DateMention]:
    """Dates of the clause that stand nearer to this hit than to another of the same clause, if any."""
    rivals = [h for h in hits if h is not hit and h.clause_index == hit.clause_index]
    mine = [
        d for d in inside if all(abs(d.start - hit.trigger.start) <= abs(d.start - r.trigger.start) for r in rivals)
    ]
    return mine or inside


def dates_for(text: str, hit: Hit, dates: Sequence[DateMention], claims: Sequence[Claim]) -> list[DateMention]:
    """The dates of a sentence that may be of a hit: none of a statement, an aside, an end to come, a comparison."""
    fitting = [d for d in dates if not _is_statement_date(d, hit, claims) and not _is_aside(text, d, hit)]
    fitting = [d for d in fitting if not _UNTIL.search(text, max(0, d.start - 30), d.start)]
    fitting = [d for d in fitting if not (hit.category in ACTS and _END_OF.match(d.text))]
    fitting = [d for d in fitting if not is_reason_for(text, hit.trigger.end, d.start)]
    fitting = [d for d in fitting if not _COMPARED.search(text, max(0, d.start - 80), d.start + 6)]
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
    said = [d for d in dates if _is_statement_date(d, hit, claims) and not _is_told_next(d, hit, clauses)]
    own = _own_date(hit, fitting, clauses, hits)
    own = own or _joined(hit, fitting, clauses)
    if own is not None and _is_part(own):
        whole = _own_date(hit, [d for d in fitting if not _is_part(d)], clauses, hits)
        day = of_date(whole) if whole else _of_the_part(hit, said, last=last, published=published)
        return _at_part(own, day)
    if own is not None and (published is None or own.date_start is not None or own.date_end is not None):
        return _beginning(_since(text, of_date(own), hit, published), hit)
    return _taken(hit, said, last=last, published=published)


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
    spoken = _nearest(said, hit)
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
