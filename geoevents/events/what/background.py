"""Which tellings are older events told as context (``events.md`` 4.9)."""

import datetime
import re

from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS
from geoevents.events.sentence.clauses import Clause
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import When
from geoevents.events.what.hit import Hit

__all__ = ["is_background", "is_explanatory", "is_of_the_war", "looks_back"]

# Days before publication.  Chosen on the development articles: news is told for about two weeks, but a clause that
# explains (relative, "since", pluperfect) or a plain past some days before what the section tells as news is context.
OLD_DAYS = 14
PLAIN_PAST_DAYS = 4
EXPLAINED_DAYS = 1
LONG_DAYS = 90  # "in three years of war", "since last May": what fighting has done over so long is no news of a day
# Subordinators that open an explanation, not news.
_EXPLAINING_HEAD = re.compile(
    r"\b(?:since(?! then)|after|following|follow(?:s|ed)|before|during|despite)\s+(?:\S+\s+){0,3}$", re.IGNORECASE
)


def is_explanatory(text: str, hit: Hit, clause: Clause | None) -> bool:
    """True where the hit stands in a relative clause, after "since" or the like, or in the pluperfect."""
    if hit.tense == "pluperfect" or _of_the_outset(text, hit) or _is_summed_up(text, hit):
        return True
    if clause is not None and clause.kind == "relative":
        return hit.tense in {"past", "perfect", "none"} and hit.category != "infrastructure"  # "which left X dark"
    if clause is not None and clause.kind == "subordinate" and clause.connector in {"since", "before"}:
        return True
    if clause is not None and clause.connector == "after" and hit.tense != "past" and hit.voice != "noun":
        return True
    if hit.reduced and hit.agent is not None and hit.category == "control_change":
        return True
    if hit.voice == "noun":
        return _explains(text, hit)
    return False


def _explains(text: str, hit: Hit) -> bool:
    """True for a noun after a word that opens an explanation: "since the invasion", "followed the capture"."""
    before = text[max(hit.clause.start, hit.trigger.start - 40) : hit.trigger.start]
    anew = _TOLD_ANEW.search(before)
    if anew is not None and (hit.category in _OF_THE_DAY or (hit.category in _FIGHTS and _ONE.search(anew.group()))):
        return False
    explaining = _EXPLAINING_HEAD.search(before)
    if explaining is not None and explaining.group().lower().startswith("during") and hit.category in ATTACKS:
        return _HARMED.isdisjoint(text[hit.clause.start : hit.trigger.start].lower().split())
    return explaining is not None


_HARMED = GRAMMAR["counted_harm"] | {
    "damaged",
    "destroyed",
}  # "were damaged during the attack on X": the harm is the news


# "caught fire after a drone attack": the cause of the news is news.
_TOLD_ANEW = re.compile(
    r"\b(?:after|following|during)\s+(?:an?\s+|(?!the\b|this\b|that\b|those\b|these\b|last\b|its\b))(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)


_ONE = re.compile(r"\s(?:an?|another)\s")  # "turned back after an ambush": the reader hears of it for the first time
_FIGHTS = frozenset({"ground_combat", "detention", "protest"})


_OUTSET = re.compile(
    r"\b(?:first|early)\s+(?:days?|weeks?|hours|months|phase|stages?)\s+of\s+(?:the|its|their|this|an?)\s+(?:[\w-]+\s+)?"
    r"(?:war|invasion|conflict|campaign|fighting|uprising)\b"
    r"|\b(?:start|beginning|outset|outbreak)\s+of\s+(?:the|its|their|this|an?)\s+(?:[\w-]+\s+)?(?:war|invasion|conflict|uprising)\b"
)


def _of_the_outset(text: str, hit: Hit) -> bool:
    """True for what happened "in the first days of the invasion"."""
    told = hit.tense in {"past", "pluperfect"} and hit.category in {"control_change", "ground_combat"}
    return told and _OUTSET.search(lowered(text), hit.trigger.end, hit.clause.end) is not None


_TIMES = re.compile(r"\b(?:times|repeatedly|again and again)\s(?:[^.;]*\s)?since\b")


def _is_summed_up(text: str, hit: Hit) -> bool:
    """True for what is told of a span as a whole: "has visited X several times since the war began"."""
    return hit.tense == "perfect" and _TIMES.search(lowered(text), hit.trigger.end, hit.clause.end + _SINCE) is not None


_SINCE = 6  # letters of "since" behind the clause


_HAS = re.compile(r"\b(?:has|have)\b")
# "9,196 drones have been destroyed since the beginning of the special military operation"
_SINCE_WAR = re.compile(
    r"\bsince\s+(?:the\s+)?(?:very\s+)?(?:start|beginning|outset|outbreak|launch)\s+of\s+(?:the|its|their|this|an?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:war|invasion|conflict|aggression|hostilities|military\s+operation|uprising)\b|\bsince\s+the\s+(?:war|conflict|invasion)\s+(?:began|started|broke)\b"
)
_BEHIND = 60  # letters of "since the beginning of" behind the clause
_WARS = GRAMMAR["wars"]


def is_of_the_war(text: str, hit: Hit) -> bool:
    """True for what a war as a whole has done: "the conflict, which began in 2023, has killed 40,000 and [displaced] millions"."""
    if hit.tense == "perfect" and _is_since_the_war(lowered(text), hit):
        return True
    if hit.subject is None or hit.voice != "active" or hit.tense not in {"perfect", "past"}:
        return False
    words = lowered(text)
    subject = [w.strip(",") for w in words[hit.subject.start : hit.subject.end].split()]
    at_war = not _WARS.isdisjoint(subject[:_OF_WAR]) or (hit.clause_kind == "relative" and _of_war(words, hit))
    return at_war and _HAS.search(words, hit.subject.end, hit.trigger.start) is not None


def _is_since_the_war(words: str, hit: Hit) -> bool:
    """True for "have been destroyed since the war began", not for "the deadliest raid since the war began"."""
    since = _SINCE_WAR.search(words, hit.clause.start, hit.clause.end + _BEHIND)
    return since is not None and _COMPARED.search(words, hit.clause.start, since.start()) is None


_COMPARED = re.compile(r"\b(?:first|only|last|time|most|\w{3,}est)\b[^.;,]{0,80}$")


def _of_war(words: str, hit: Hit) -> bool:
    """True for the clause of a war: "have fought a war since April 2023 | which has displaced millions"."""
    before = words[max(0, hit.clause.start - _BEFORE_WHICH) : hit.clause.start].replace(",", " ").split()
    return not _WARS.isdisjoint(before) and words.startswith(("which ", "that "), hit.clause.start)


_BEFORE_WHICH = 40  # letters of "war since April 2023, "


_OF_WAR = 4  # words in which a subject names a war: "the long civil war"


def looks_back(text: str, hit: Hit, clause: Clause | None) -> bool:
    """True where the words alone put the hit into the past: "since", "after", a relative clause - whoever speaks."""
    if (hit.voice == "noun" and _explains(text, hit)) or _of_the_outset(text, hit):
        return True
    if clause is not None and clause.kind == "subordinate" and clause.connector in {"since", "before"}:
        return True
    if hit.reduced and hit.agent is not None and hit.category == "control_change":
        return True
    return clause is not None and clause.kind == "relative" and hit.tense in {"past", "perfect", "pluperfect", "none"}


_FOUGHT = frozenset({"strike", "ground_combat", "naval", "protest"})
_SPANS = frozenset({"month", "year", "within_range"})
# Told without a date, these are mostly the news itself, even in an explaining clause: "missiles that hit a block of flats",
# "three people died after shells fell on a market".
_OF_THE_DAY = frozenset({"strike", "air_defence", "naval", "humanitarian", "diplomacy"})


def _is_of_the_day(hit: Hit) -> bool:
    """True for such a hit in the plain past, or in a pluperfect of a main clause (the news told backwards)."""
    told = hit.tense == "past" or (hit.tense == "pluperfect" and hit.clause_kind in {"main", "complement"})
    trip = hit.subtype == "visit" and hit.voice == "noun" and hit.clause_kind == "relative"  # "who was on a visit to X"
    fight = (
        hit.subtype == "clash" and hit.clause_kind == "relative" and hit.voice == "active"
    )  # "a battle that killed six"
    return (told or trip) and (fight or hit.category in _OF_THE_DAY)


def _is_told_by_its_part(hit: Hit, when: When) -> bool:
    """True for the news of the day told backwards, by a part of that day: "In the morning troops had entered X"."""
    return hit.clause_kind == "main" and when.precision == "part_of_day" and when.text is not None


def is_background(
    when: When,
    *,
    hit: Hit,
    explanatory: bool,
    spoken_now: bool,
    published: datetime.date | None,
    news_day: datetime.date | None,
) -> bool:
    """True where the event lies before the news and nobody speaks about it now.

    ``spoken_now``: somebody asserts or denies it in the news of the day.  ``news_day`` is the last day that the section
    told as news, None before it told any: a weekly report opens with what is days old.  Without a publication date only
    undated explanations are background.
    """
    if hit.modality == "planned":
        return False
    end = when.date_end or when.date_start
    if explanatory and hit.tense == "pluperfect" and when.precision in _SPANS:
        end = when.date_start or end  # "had fallen earlier this month"
    if when.basis in {None, "inherited", "publication"} or end is None:
        return explanatory and not spoken_now and not (_is_of_the_day(hit) or _is_told_by_its_part(hit, when))
    if published is None:
        return explanatory and not spoken_now
    age = (published - end).days
    begun = when.date_start if hit.category in _FOUGHT and when.precision == "within_range" and age <= 1 else None
    if begun is not None and (end - begun).days > LONG_DAYS:
        return True
    if when.text == "since" and when.date_start is not None:  # "has since visited": from the context told before
        age = (published - when.date_start).days
    if spoken_now:
        return False
    if age > OLD_DAYS:
        return True
    if news_day is None:
        return explanatory and age > EXPLAINED_DAYS
    age = min(age, (news_day - end).days)
    own_day = (
        hit.tense == "pluperfect" and hit.clause_kind == "main" and when.precision in {"day", "part_of_day", "night"}
    )
    return age > PLAIN_PAST_DAYS or (explanatory and age > EXPLAINED_DAYS and not own_day)
