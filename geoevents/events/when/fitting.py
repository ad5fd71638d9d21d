"""Which dates of a sentence may be of a hit: none of a statement, an aside, a noun, a comparison, an end to come, a plan.

Where the words up to a date say so, they are a line of the table ``_TURNS``; where more must be looked at, a function
says so.  The lists of words are ``[around]`` in ``date_words.toml``.
"""

import re
from collections.abc import Callable, Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.reasons import is_reason_for
from geoevents.events.who.claim import Claim
from geoevents.values import dataclass
from geoevents.words import patterns_of

__all__ = ["COARSE", "dates_for", "is_of_speaker", "is_of_toll", "is_statement_date"]

COARSE = frozenset({"month", "year", "within_range"})
_ANY = patterns_of("geoevents.events.when", "date_words.toml", "around")


def dates_for(text: str, hit: Hit, dates: Sequence[DateMention], claims: Sequence[Claim]) -> list[DateMention]:
    """The dates of a sentence that may be of a hit: none of a statement, an aside, an end to come, a comparison."""
    return [d for d in dates if _fits(text, d, hit, claims)] if dates else []


def _fits(text: str, date: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True for a date that nothing in the sentence keeps from the hit."""
    return not (
        is_statement_date(date, hit, claims)
        or _is_aside(text, date, hit)
        or (hit.category in ACTS and _END_OF.match(date.text))
        or is_reason_for(text, hit.trigger.end, date.start)
        or _is_compared(text, date, hit)
        or (date.text.lower().endswith(" since") and not _is_since_then(text, date, hit))
        or _of_noun(text, date, hit)
        or _is_spell_of(date, hit)
        or _is_limit(text, date, hit)
        or (hit.modality == "planned" and _is_of_plan(text, date, hit))
        or _is_turned(text, date, hit)
    )


def _is_of_plan(text: str, date: DateMention, hit: Hit) -> bool:
    """True for a day beside a plan on which it is not to be: that of a promise, of a main clause before it or before a colon."""
    if _is_of_promise(text, date, hit) or _is_before_side_plan(text, date, hit):
        return True
    return ":" in text[date.end : hit.trigger.start]  # "set out terms on Friday: X must"


def _is_before_side_plan(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day of a main clause that a plan stands behind: "was wounded on Sunday | as the army seeks to retake X"."""
    if date.end > hit.trigger.start:
        return False
    return _BESIDE.search(lowered(text), date.end, hit.trigger.start) is not None


_BESIDE = re.compile(rf"\b(?:{_ANY['beside']})\b")


def _is_turned(text: str, date: DateMention, hit: Hit) -> bool:
    """True where the words of one of the turns stand before a date."""
    for turn in _TURNS:  # noqa: SIM110 - a generator for each date of each hit is dear
        if (turn.of is None or turn.of(hit, date)) and _turns(turn, text, date, hit):
            return True
    return False


_END_OF = re.compile(r"(?:until|till)\b", re.IGNORECASE)  # a measure "until September" is decided before


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """Words that lead up to a date and say that it is of something else than the hit.

    ``since`` is where they may begin, ``of`` tells the hits and dates that they are looked for with.  ``lead`` is a word
    of the date that belongs to them ("[in April 2022]"); with ``from_hit`` they are all that stands between.
    """

    words: re.Pattern[str]
    since: Callable[[Hit, DateMention], int]
    of: Callable[[Hit, DateMention], bool] | None = None
    lead: str | None = None
    from_hit: bool = False


def _turns(turn: _Turn, text: str, date: DateMention, hit: Hit) -> bool:
    """True where the words of a turn stand before a date; the hit and the date are some that it is looked for with."""
    end = date.start
    if turn.lead is not None and date.text.lower().startswith(turn.lead):
        end += len(turn.lead)
    look = turn.words.fullmatch if turn.from_hit else turn.words.search
    return look(lowered(text), turn.since(hit, date), end) is not None


# "The number killed by a bomb in X rose to 90 on Sunday": the day of the count.
_TOLL_ROSE = _Turn(
    words=re.compile(
        rf"\b(?:{_ANY['toll']})\b[^.;]*\b(?:{_ANY['rose']})\s"
        r"[^.;,]{0,40}\d[\d,]*(?:\s+(?:dead|people|killed))?\s+(?:early\s+|late\s+)?(?:on\s+)?$"
    ),
    since=lambda hit, _: hit.clause.start,
)
_TURNS = (
    # "until the end of April", "for use by": the end of something is not when it was begun or ordered.
    _Turn(
        words=re.compile(r"\b(?:until|till)\s+(?:(?:the\s+)?(?:end|middle|start|beginning)\s+of\s+)?$"),
        since=lambda _, date: max(0, date.start - 30),
        lead="of ",
    ),
    # "called a meeting for Friday", "and will go by 1 June": a plan that is told behind what was done.
    _Turn(
        words=re.compile(
            rf"\b(?:will|would|(?:is|are|was|were)\s+(?:due\s+)?to|(?:{_ANY['to_come']})\s+to)\s"
            r"|\bfor\s+(?:early|late|next|this)?\s*$"
        ),
        since=lambda hit, _: hit.trigger.end,
        of=lambda hit, date: hit.modality != "planned" and date.start >= hit.trigger.end,
    ),
    # "agreed that both should leave the line drawn in [May]": the day of what is agreed, not of the agreement.
    _Turn(
        words=re.compile(r"\s*that\s[^.;]*\b(?:should|would|will|must|shall)\s[^.;]*$"),
        since=lambda hit, _: hit.trigger.end,
        of=lambda hit, date: hit.subtype == "agreement" and date.start >= hit.trigger.end,
        from_hit=True,
    ),
    # "agreed on Friday to meet": when something was promised, not when it will be.
    _Turn(
        words=re.compile(rf"\b(?:{_ANY['promises']})\b[^.;:]{{0,60}}$"),
        since=lambda hit, _: hit.clause.start,
        of=lambda hit, date: (
            hit.modality == "planned" and hit.tense == "infinitive" and date.start <= hit.trigger.start
        ),
    ),
    # "jailed two men for the killing of a family in [April 2022]", "arrested over his role in the war of [2020]":
    # the month or year of the deed that somebody is tried or held for.
    _Turn(
        words=re.compile(
            r"\b(?:for|over|of|with)\s+(?:[^\s.;]+\s+){3,}(?:in|of|during|since)\s+(?:early\s+|late\s+|mid-)?$"
        ),
        since=lambda hit, _: hit.trigger.end,
        of=lambda hit, date: (
            hit.category in {"legal", "detention"} and date.precision in COARSE and date.start >= hit.trigger.end
        ),
        lead="in ",
    ),
    # "charged six men over [7 October]": the day of what they are charged with.
    _Turn(
        words=re.compile(r"\b(?:over|about)\s+(?:the\s+)?$"),
        since=lambda hit, _: hit.trigger.end,
        of=lambda hit, date: hit.category in {"legal", "detention"} and date.start >= hit.trigger.end,
    ),
    _TOLL_ROSE,
    # "postponed its verdict from Friday to 18 August": neither day is that on which it was put off.
    _Turn(
        words=re.compile(
            r"\b(?:postpon|delay|reschedul|adjourn)(?:e|es|ed|ing|s)?\b[^.;:]*?\b(?:from|to|until|till|for)\s+(?:early\s+|late\s+)?$"
        ),
        since=lambda hit, _: hit.clause.start,
        of=lambda hit, date: date.start >= hit.trigger.end,
        lead="from ",
    ),
)


def is_of_toll(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day on which a toll was counted anew: what it tells of was before."""
    return _turns(_TOLL_ROSE, text, date, hit)


def is_statement_date(date: DateMention, hit: Hit, claims: Sequence[Claim]) -> bool:
    """True where the date tells when something was said: beside the saying verb, outside what is said."""
    if _SPELL.match(date.text):
        return False
    for claim in claims:
        covers_hit = claim.scope_start <= hit.trigger.start < claim.scope_end
        if covers_hit and not claim.scope_start <= date.start < claim.scope_end:
            return True
    return False


def is_of_speaker(date: DateMention, claims: Sequence[Claim], clauses: Sequence[Clause]) -> bool:
    """True in a relative clause about who speaks, or where: "the army, which took the town in May, said", "in X, where …, it said"."""
    return any(
        (c.kind == "relative" or c.connector == "where")
        and c.start <= date.start < c.end
        and not any(c.start <= claim.verb_start < c.end for claim in claims)
        for c in clauses
    )


# "X, annexed by Y in 2014,", "X, a port shelled in 2015": the date belongs to the participle that follows the comma.
# In "a second, unannounced meeting" it opens none.
_ASIDE = re.compile(
    rf"[,(]\s*(?:an?\s+(?:[\w-]+\s+){{1,2}})?(?:\w+ly\s+)?(?:\w+ed|{_ANY['asides']})\s(?:(?:{_ANY['behind']})\b[^,;()]{{0,50}})?$"
)
# "In X, under blockade since February, shells killed two on Monday": how long a state of things had lasted.
_STATE = re.compile(r",\s+(?:under|in|without|off|out\s+of|cut\s+off|home|closed|empty)\b[^,;()]{0,60}$")
# "positions lost on December 20": the date of the loss.
_OF_PARTICIPLE = re.compile(rf"\b(?:{_ANY['ground']})\s+(?:{_ANY['taken']})\s+(?:\w+\s+){{0,4}}$")
_VERB_AFTER = re.compile(rf"\b(?:{_ANY['verbs']}|\w{{3,}}ed)\b")


def _is_aside(text: str, date: DateMention, hit: Hit) -> bool:
    """True where a date tells when something beside the hit happened that is only mentioned in passing."""
    of_another = _OF_PARTICIPLE.search(text, max(0, date.start - 60), date.start)
    if of_another is not None and hit.trigger.end < of_another.start() + 1:
        return True
    since = date.text.lower().startswith("since ") or text.endswith("since ", 0, date.start)
    if since and text.startswith((",", ")"), date.end):
        state = _STATE.search(lowered(text), max(0, date.start - 80), date.start)
        if state is not None and not state.start() <= hit.trigger.start < date.start:
            return True
    match = _ASIDE.search(text, max(0, date.start - 80), date.start)
    if match is None or match.start() <= hit.trigger.start < date.start:
        return False
    # "The raid on X, a town in the east, wounded six on Friday": there the participle is the verb of the noun.
    return hit.voice != "noun" or _VERB_AFTER.search(text, date.end, hit.clause.end) is not None


# "their first drill since 2018": the date of another one.
_COMPARED = re.compile(rf"\b(?:{_ANY['compared']})\b[^.;,]{{0,80}}\b(since)\s+(?:[\w-]+\s+){{0,8}}$")


def _is_compared(text: str, date: DateMention, hit: Hit) -> bool:
    """True for a date behind "the largest since" that is not of the hit, which stands before those words."""
    end = date.start + (6 if date.text.lower().startswith("since ") else 0)
    low, begin = lowered(text), max(0, date.start - 120)
    match = _COMPARED.search(low, begin, end) if "since" in low[begin:end] else None
    return match is not None and not match.start(1) < hit.trigger.start


_NOUN_OF = re.compile(rf"\b(?!{_ANY['no_nouns']})[a-z]{{3,}}\s+of\s+$")


def _of_noun(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the date of a noun that is not the hit."""
    start = date.start + 3 if date.text.lower().startswith("of ") else date.start
    if text.startswith(("'s ", "’s "), date.end):
        return False  # "victims of Monday's attack"
    before = lowered(text)[max(0, start - 30) : start]
    noun = _NOUN_OF.search(lowered(text), max(0, start - 30), start) if before.rstrip().endswith("of") else None
    return noun is not None and not noun.start() < hit.trigger.end <= noun.end()


_SPELL = re.compile(r"(?!in\b).*\s(?:days?|weeks?|months?)\s+of$", re.IGNORECASE)
_SPELL_REACH = 40  # letters from "five days of" to the noun of what went on


def _is_spell_of(date: DateMention, hit: Hit) -> bool:
    """True for "after five days of clashes" beside what is no clash; what "eight days of bombardment" did is theirs."""
    if not _SPELL.match(date.text):
        return False
    subject = hit.subject is not None and hit.subject.start <= date.start < hit.subject.end
    return not subject and not 0 <= hit.trigger.start - date.end < _SPELL_REACH


def _is_since_then(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the hit that "two years since" counts from: not "killed | in the two years since X fell"."""
    return date.start < hit.trigger.start and "," not in text[date.end : hit.trigger.start]


_PROMISED = re.compile(rf"(?:{_ANY['promises']})\b")
_WHEN_DUE = re.compile(r"(?:by|before|from|in|next|within|until)\b")


def _is_of_promise(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day on which something was promised that is still to come: "promised tanks on Friday"."""
    if _WHEN_DUE.match(lowered(text), date.start):
        return False
    low = lowered(text)
    if low.startswith("invited", hit.trigger.start) and " to " in low[hit.trigger.end : date.start]:
        return False  # "invited him to talks on Friday": the day of the talks
    return _PROMISED.match(low, hit.trigger.start) is not None


# "proposed a meeting before the end of August", "demanded that they leave by Friday": when what is asked for is to be.
_LIMIT = re.compile(r"\b(?:before|by|ahead\s+of|for|within)\s+(?:the\s+)?(?:(?:start|end|middle)\s+of\s+)?$")
_LIMITS = re.compile(r"(?:before|by|ahead\s+of|within)\b")
_LIMIT_REACH = 30  # letters from the word of a limit to its day


def _is_limit(text: str, date: DateMention, hit: Hit) -> bool:
    """True for the day by which something is to be done that an act of state or a statement asks for."""
    asks = hit.subtype == "statement" or (hit.category in ACTS and hit.modality != "planned")
    if not asks or date.start < hit.trigger.end:
        return False
    low = lowered(text)
    start = date.start + 3 if low.startswith("of ", date.start) else date.start
    begin = max(hit.trigger.end, start - _LIMIT_REACH)
    return _LIMITS.match(low, date.start) is not None or _LIMIT.search(low, begin, start) is not None
