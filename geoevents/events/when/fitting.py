"""Which dates of a sentence may be of a hit: none of a statement, an aside, a noun, a comparison, an end to come, a plan."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.reasons import is_reason_for
from geoevents.events.who.claim import Claim

__all__ = ["dates_for", "is_of_speaker", "is_of_toll", "is_statement_date"]


def is_statement_date(date: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True where the date tells when something was said: beside the saying verb, outside what is said."""
    for claim in claims:
        covers_hit = claim.scope_start <= hit.trigger.start < claim.scope_end
        if covers_hit and not claim.scope_start <= date.start < claim.scope_end:
            return True
    return False


def is_of_speaker(date: DateMention, claims: Sequence[Claim], clauses: Sequence[Clause]) -> bool:
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
# "proposed a meeting before the end of August": the limit of what is proposed.
_LIMIT = re.compile(r"\b(?:before|by)\s+(?:(?:the\s+)?(?:end|middle|start)\s+of\s+)?$")


def _is_limit(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day by which something is to be done that an act of state asks for."""
    if hit.category not in ACTS or hit.modality == "planned" or date.start < hit.trigger.end:
        return False
    start = date.start + 3 if date.text.lower().startswith("of ") else date.start
    limit = _LIMIT.search(lowered(text), hit.trigger.end, start) is not None
    return limit or date.text.lower().startswith(("before ", "by "))


_END_OF = re.compile(r"(?:until|till)\b", re.IGNORECASE)  # a measure "until September" is decided before


# "their first drill since 2018": the date of another one.
_COMPARED = re.compile(
    r"\b(?:first|worst|biggest|largest|deadliest|heaviest|highest|only)\b[^.;,]{0,80}\b(since)\s+(?:[\w-]+\s+){0,8}$"
)


def _is_compared(text: str, date: DateMention, hit: Hit) -> bool:
    """True for a date behind "the largest since" that is not of the hit, which stands before those words."""
    end = date.start + (6 if date.text.lower().startswith("since ") else 0)
    match = _COMPARED.search(lowered(text), max(0, date.start - 120), end)
    return match is not None and not match.start(1) < hit.trigger.start


# "the accord of 2015", "the attack of 7 October": the date of that noun; "the morning of 7 October" is that day.
_NOUN_OF = re.compile(
    r"\b(?!day|night|morning|afternoon|evening|hours|dawn|week|weekend|month|year|half|end|start|beginning|middle|ahead|because|out)"
    r"[a-z]{3,}\s+of\s+$"
)


def _of_noun(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the date of a noun that is not the hit."""
    start = date.start + 3 if date.text.lower().startswith("of ") else date.start
    if text.startswith(("'s ", "’s "), date.end):
        return False  # "victims of Monday's attack"
    noun = _NOUN_OF.search(lowered(text), max(hit.clause.start, start - 30), start)
    return noun is not None and not noun.start() < hit.trigger.end <= noun.end()


def _is_since_then(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the hit that "two years since" counts from: not "killed | in the two years since X fell"."""
    return date.start < hit.trigger.start and "," not in text[date.end : hit.trigger.start]


# "jailed two men for the killing of a family in [April 2022]", "arrested over his role in the war of [2020]"
_CRIME = re.compile(r"\b(?:for|over|of|with)\s+(?:[^\s.;]+\s+){3,}(?:in|of|during|since)\s+(?:early\s+|late\s+|mid-)?$")
_COARSE = frozenset({"month", "year", "within_range"})


def _of_crime(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the month or year of the deed that somebody is tried or held for."""
    if hit.category not in {"legal", "detention"} or date.precision not in _COARSE or date.start < hit.trigger.end:
        return False
    start = date.start + 3 if date.text.lower().startswith("in ") else date.start
    return _CRIME.search(lowered(text), hit.trigger.end, start) is not None


_WILL = re.compile(
    r"\b(?:will|would|(?:is|are|was|were)\s+(?:due\s+)?to|(?:ready|willing|prepared|able|expected|set|about|plans?|planned|hopes?|hoped|wants?|"
    r"wanted|agreed|promised|vowed|pledged|offered)\s+to)\s|\bfor\s+(?:early|late|next|this)?\s*$"
)


def _to_come(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the date of a plan that is told behind what was done: "called a meeting for Friday", "and will go by 1 June"."""
    if hit.modality == "planned" or date.start < hit.trigger.end:
        return False
    return _WILL.search(lowered(text), hit.trigger.end, date.start) is not None


# "The number killed by a bomb in X rose to 90 on Sunday": the day of the count.
_TOLL_ROSE = re.compile(
    r"\b(?:toll|number|dead|deaths)\b[^.;]*\b(?:rose|risen|climbed|increased|grew|grown|jumped|stood|stands|reached|passed|put|revised)\s"
    r"[^.;,]{0,40}\d[\d,]*(?:\s+(?:dead|people|killed))?\s+(?:early\s+|late\s+)?(?:on\s+)?$"
)


def is_of_toll(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day on which a toll was counted anew: what it tells of was before."""
    return _TOLL_ROSE.search(lowered(text), hit.clause.start, date.start) is not None


# "postponed its verdict from Friday to 18 August": neither day is that on which it was put off.
_PUT_OFF = re.compile(
    r"\b(?:postpon|delay|reschedul|adjourn)(?:e|es|ed|ing|s)?\b[^.;:]*?\b(?:from|to|until|till|for)\s+(?:early\s+|late\s+)?"
)


def _of_postponed(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day that something was put off from or to."""
    end = date.start + (5 if date.text.lower().startswith("from ") else 0)
    return date.start >= hit.trigger.end and _PUT_OFF.fullmatch(lowered(text), hit.trigger.start, end) is not None


# "proposed a meeting before the end of August", "demanded that they leave by Friday": when what is asked for is to be.
_ASKED_FOR = re.compile(
    r"(?:\bbefore|\bby|\bahead\s+of|\bfor|\bwithin)\s+(?:the\s+)?(?:(?:start|end|middle)\s+of\s+)?$"
)


_BY = re.compile(r"(?:by|before|ahead\s+of|within)\b")


def _of_what_is_asked(text: str, date: DateMention, hit: Hit) -> bool:
    """True for a date behind a statement by which something else is to happen."""
    if hit.category != "diplomacy" or hit.subtype != "statement" or date.start < hit.trigger.end:
        return False
    low = lowered(text)
    opens = _BY.match(low, date.start) is not None
    return opens or _ASKED_FOR.search(low, max(hit.trigger.end, date.start - 30), date.start) is not None


def dates_for(text: str, hit: Hit, dates: Sequence[DateMention], claims: Sequence[Claim]) -> list[DateMention]:
    """The dates of a sentence that may be of a hit: none of a statement, an aside, an end to come, a comparison."""
    return [d for d in dates if _fits(text, d, hit, claims)] if dates else []


def _fits(text: str, d: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True for a date that nothing in the sentence keeps from the hit."""
    return not (
        is_statement_date(d, hit, claims)
        or _is_aside(text, d, hit)
        or _of_what_is_asked(text, d, hit)
        or _UNTIL.search(lowered(text), max(0, d.start - 30), d.start)
        or (hit.category in ACTS and _END_OF.match(d.text))
        or is_reason_for(text, hit.trigger.end, d.start)
        or _is_compared(text, d, hit)
        or (d.text.lower().endswith(" since") and not _is_since_then(text, d, hit))
        or _of_noun(text, d, hit)
        or _to_come(text, d, hit)
        or _of_promise(text, d, hit)
        or _of_crime(text, d, hit)
        or is_of_toll(text, d, hit)
        or _of_postponed(text, d, hit)
        or _is_limit(text, d, hit)
    )
