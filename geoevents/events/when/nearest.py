"""Which date of a sentence stands for a hit: that of its clause, of the clause over it, of what goes on with it."""

import re
from collections.abc import Iterator, Sequence

from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.when.weapon_clauses import clause_of_weapon, harm_done

__all__ = ["is_part", "is_told_next", "joined", "nearest", "own_date"]


def nearest(dates: Sequence[DateMention], hit: Hit) -> DateMention | None:
    """The date nearest to the trigger; at equal distance the one after it."""
    return min(
        dates,
        key=lambda d: (min(abs(d.start - hit.trigger.end), abs(hit.trigger.start - d.end)), -d.start),
        default=None,
    )


def own_date(
    text: str, hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> DateMention | None:
    """The date in the clause of the hit, else in a neighbouring clause without a hit or date rival of its own."""
    led_by = [d for d in dates if _opens(text, d, hit)]
    if led_by:
        return led_by[0]
    dates = [d for d in dates if not d.leads and not _is_of_thing_named(text, d, hit)]
    inside = [d for d in dates if _clause_of(text, d, clauses) == hit.clause_index]
    inside = [d for d in inside if not is_part(d)] or inside
    inside = [d for d in inside if not _of_reduced(d, hit, hits)]
    inside = [d for d in inside if not _is_of_what_followed(text, d, hit)] or inside
    if inside:
        if hit.modality == "planned" and hit.voice == "noun" and _are_all_done(inside, hit, hits):
            return None  # "landed in X on Monday on the way to Y"
        return nearest(_unclaimed(inside, hit, hits), hit)
    if hit.subtype == "statement" and hit.clause_kind == "main":
        return None  # days in other clauses are of what is said
    dates = [d for d in dates if not is_part(d) and not is_told_next(d, hit, clauses)]
    for parent in _governing(hit.clause_index, clauses):
        above = [d for d in dates if parent.start <= d.start < parent.end and not _is_planned_there(parent, hit, hits)]
        if above and (hit.clause_kind != "relative" or hit.category == "infrastructure"):
            return nearest(above, hit)
    if with_weapon := _beside_weapon(text, hit, dates, clauses, hits):
        return nearest(with_weapon, hit)
    asides = [c for n, c in enumerate(clauses) if _tells_aside(text, c) and not _belongs(n, hit)]
    free = [d for d in dates if not any(h.clause.start <= d.start < h.clause.end for h in hits)]
    free = [d for d in free if not any(c.start <= d.start < c.end for c in asides)]
    children = [
        d
        for d in dates
        for c in clauses
        if c.parent == hit.clause_index
        and (_tells_on(c) or _tells_harm(text, hit, c, d))
        and c.start <= d.start < c.end
    ]
    return nearest(free or children or _of_next_verb(hit, dates, clauses, hits), hit)


def _of_reduced(date: DateMention, hit: Hit, hits: Sequence[Hit]) -> bool:
    """True for the day of who or what a verb is about: "conscripts [called up] last week | began their training"."""
    return any(h.reduced and h is not hit and h.trigger.end <= date.start < hit.trigger.start for h in hits)


# "toured the site of Thursday's | strike", "victims of yesterday's | blast"
_OF_THE = re.compile(r"(?<!\bstart )(?<!\bend )(?<!\bcourse )(?<!\bwake )\b(?:of|about|over|against|for|to)\s+$")
_OWNS = re.compile(r"['’]s\s")
# "mourned X, the editor | shot dead by gunmen on [Thursday]", "the coffin of Y, killed on [Sunday]"
_WHO_WAS = re.compile(
    r",\s+(?:(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){1,4}?)?(?:shot|killed|murdered|assassinated|slain|arrested|abducted|kidnapped|beaten|stabbed)"
    r"\s+(?![^,;:]*\band\b)[^,;:]*$"
)


def _is_of_thing_named(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day of a deed that a verb only names, and of the end of a man whom it names."""
    if _OWNS.match(text, date.end):
        own = hit.clause_kind == "relative" or (hit.voice == "noun" and 0 < hit.trigger.start - date.end < _LED_TO)
        return not own and _OF_THE.search(text, max(0, date.start - _BEFORE), date.start) is not None
    return hit.trigger.end <= date.start and _WHO_WAS.search(text, hit.trigger.end, date.start) is not None


_BEFORE = 20  # letters in which "at the start of" stands


_RESUMES = re.compile(
    r",\s+(?:(?:after|before|during|following)\s+(?:[\w’'-]+\s+){1,4})?(?:(?:early|late|on|in|at)\s+)*$", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[.;,]|$)")


def _clause_of(text: str, date: DateMention, clauses: Sequence[Clause]) -> int | None:
    """The clause that a date stands in; set off behind an aside it is of the clause over that: "left X, which …, in June"."""
    number = next((n for n, c in enumerate(clauses) if c.start <= date.start < c.end), None)
    if number is None or clauses[number].kind != "relative" or not _ENDS.match(text, date.end):
        return number
    clause = clauses[number]
    set_off = "," in text[max(0, clause.start - 3) : clause.start + 1] and _RESUMES.search(
        text, clause.start, date.start
    )
    return clause.parent if set_off else number


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
    if clause.kind != "main" or clause.connector != "," or not number:
        return clause.parent
    return next(
        (k for k in range(number - 1, -1, -1) if clauses[k].kind != "relative" and clauses[k].connector != "where"),
        None,
    )


def _is_planned_there(clause: Clause, hit: Hit, hits: Sequence[Hit]) -> bool:
    """True for a clause that tells what is to come, beside what was done: "will go on to X on Monday", "would send tanks"."""
    there = [h for h in hits if clause.start <= h.trigger.start < clause.end]
    return hit.modality != "planned" and bool(there) and all(h.modality == "planned" for h in there)


def _of_next_verb(
    hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[DateMention]:
    """Dates at the end of a clause that "and" joins to the hit's: "killed one and wounded two in A on Tuesday"."""
    after = hit.clause_index + 1
    if hit.clause_kind != "main" or after >= len(clauses) or clauses[after].connector != "and":
        return []
    if _is_planned_there(clauses[after], hit, hits):
        return []
    return [d for d in dates if clauses[after].start + _VERB_FIRST < d.start < clauses[after].end]


_VERB_FIRST = 12  # letters of "and" and a verb: a date before them is of that verb alone


_BUT_THEN = re.compile(r"but\s+(?:(?:later|then|soon|again|quickly|\w+ly)\s+)?")  # "took X in 2013 | but left it"


def joined(
    text: str, hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> DateMention | None:
    """The last date before a clause that "and" joins: "stormed X on Saturday, and 300 inmates escaped".

    Not that of "hit X, where a boy had died on Saturday, and", nor of "the rebels, who took X on Monday, advanced and".
    """
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    if clause is None or clause.kind != "main" or hit.modality == "planned":
        return None
    if clause.connector != "and" and _BUT_THEN.fullmatch(text, clause.start, hit.trigger.start) is None:
        return None
    beside = [
        c
        for c in clauses
        if (c.connector == "where" and _HAD.search(text, c.start, c.end)) or _is_of_who(text, c, hits)
    ]
    told = [d for d in dates if not any(c.start <= d.start < c.end for c in beside)]
    return next(
        (
            d
            for d in reversed(told)
            if d.end <= clause.start and not (is_part(d) or d.leads or _is_of_thing_named(text, d, hit))
        ),
        None,
    )


_WHO = re.compile(r"(?:who|which)\b")


def _is_of_who(text: str, clause: Clause, hits: Sequence[Hit]) -> bool:
    """True for a clause between two commas on what the one who acts has done: "the rebels, [who took X on Monday], advanced"."""
    if clause.kind != "relative" or _WHO.match(text, clause.start) is None or text[clause.end - 1] != ",":
        return False
    return any(clause.start <= h.trigger.start < clause.end for h in hits)


def _belongs(number: int, hit: Hit) -> bool:
    """True for the relative clause of the hit itself: its own, or right behind a noun ("the trip to X, which ended")."""
    return number == hit.clause_index or (hit.voice == "noun" and number == hit.clause_index + 1)


_LED_ON = 14  # letters from "a day after" to the verb: "after being [hit]"
_LED_TO = 60  # letters from "a day after" to the noun that it dates: "a day after the heaviest air [raid] of the war"


def _opens(text: str, date: DateMention, hit: Hit) -> bool:
    """True for "a week after" that leads into the clause of a hit, or right to its noun: it dates what that tells.

    Behind a comma, "the day after the raid, shells hit X", it does not.
    """
    if not date.leads or "," in text[date.end : hit.trigger.start]:
        return False
    noun = hit.voice == "noun" and hit.clause.start <= date.start < hit.clause.end
    reach = _LED_TO if noun else _LED_ON
    return date.start <= hit.clause.start < date.end or 0 <= hit.trigger.start - date.end < reach


def is_part(date: DateMention) -> bool:
    """True for "in the evening": a part of the day that is told elsewhere."""
    return date.part_of_day is not None and date.date_start is None and date.date_end is None


def is_told_next(date: DateMention, hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for a date behind a semicolon after the hit: it is of what is told next."""
    return any(c.connector == ";" and hit.trigger.end <= c.start <= date.start for c in clauses)


_GOING_ON = re.compile(r"(?:who|which|that)\s+(?:was|were)\s+\w+ing\b")


def _tells_aside(text: str, clause: Clause) -> bool:
    """True for a clause about a thing or a place beside the event: "visited X, where hundreds were killed in March 2022".

    What somebody was doing when it happened is no aside: "killed a man who was fishing on Monday".
    """
    if clause.kind == "relative":
        return _GOING_ON.match(text, clause.start) is None
    return clause.kind == "subordinate" and clause.connector == "where"


def _tells_on(clause: Clause) -> bool:
    """True for a clause that goes on with what its parent tells: "killing two on Monday", "when X was hit on Friday"."""
    return clause.kind == "participle" or (clause.kind == "subordinate" and clause.connector in {"when", "as", "while"})


_DAYS = frozenset({"day", "part_of_day", "night"})


def _beside_weapon(
    text: str, hit: Hit, dates: Sequence[DateMention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[DateMention]:
    """The day that harm has from the clause about its weapon, or that clause from the harm."""
    harm = harm_done(text, hit, hits, clauses)
    other = harm.clause if harm is not None else clause_of_weapon(text, hit, clauses)
    return [d for d in dates if other.start <= d.start < other.end and d.precision in _DAYS] if other else []


def _tells_harm(text: str, hit: Hit, clause: Clause, date: DateMention) -> bool:
    """True for a day on which the harm of a blow is told: "shelled X, where ten people were wounded on Sunday".

    What "had" happened there is of an earlier blow.
    """
    if hit.category != "strike" or clause.connector != "where" or date.precision not in _DAYS:
        return False
    return _HAD.search(text, clause.start, date.start) is None


_HAD = re.compile(r"\bhad\b")


_AFTER_THE = re.compile(r"\b(?:after|following|over|for)\s+(?:the|an?|its|his|their)\s+(?:[\w-]+\s+){0,2}$")


def _is_of_what_followed(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day before "after" and a noun: "bombed X on [Monday] after the capture of Y on Saturday"."""
    behind = hit.voice == "noun" and date.end <= hit.trigger.start and not date.leads
    return behind and _AFTER_THE.search(text, date.end, hit.trigger.start) is not None


def _are_all_done(inside: Sequence[DateMention], hit: Hit, hits: Sequence[Hit]) -> bool:
    """True where all the days of a clause stand nearer to what was done in it than to a plan."""
    done = [h for h in hits if h.clause_index == hit.clause_index and h.modality == "actual"]
    return bool(done) and all(
        d.end <= hit.trigger.start and any(h.trigger.end <= d.start for h in done) for d in inside
    )


def _unclaimed(inside: Sequence[DateMention], hit: Hit, hits: Sequence[Hit]) -> Sequence[DateMention]:
    """Dates of the clause that stand nearer to this hit than to another of the same clause, if any."""
    rivals = [h for h in hits if h is not hit and h.clause_index == hit.clause_index]
    mine = [
        d for d in inside if all(abs(d.start - hit.trigger.start) <= abs(d.start - r.trigger.start) for r in rivals)
    ]
    return mine or inside
