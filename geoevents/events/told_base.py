"""What a hit tells besides places and numbers: when, who says so, who acted, and whether it is background."""

import datetime
import re
from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.number_words import spelled
from geoevents.events.howmany.hit_casualties import CASUALTIES
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import NO_NUMBERS, Telling, When
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.background import is_background, is_explanatory, is_of_the_war, looks_back
from geoevents.events.what.hit import Hit
from geoevents.events.what.old_stories import is_of_a_life
from geoevents.events.when.coming import is_coming, with_coming
from geoevents.events.when.days_told import within_days_told
from geoevents.events.when.from_deeds import day_of_deed
from geoevents.events.when.hit_dates import UNKNOWN, when_of, without_long_since
from geoevents.events.when.last_days import answered_day, inherited_day
from geoevents.events.when.since import of_the_war
from geoevents.events.when.weapon_clauses import harm_done
from geoevents.events.when.year_named import of_its_year
from geoevents.events.who.actors import actors_of
from geoevents.events.who.attribution import Attribution, attribution_of, own_word
from geoevents.events.who.claim import Claim
from geoevents.events.who.speakers import named_by
from geoevents.values import replace

__all__ = ["told_base"]

_UNSAID = frozenset({None, "publication", "inherited", "inferred"})
_UNTOLD = frozenset({"publication", "inherited"})  # a line of a chronology has its own day
_APART_WORDS = ("another", "second", "third", "fourth", "separate", "separately", "elsewhere")
_APART = re.compile(rf"\b(?:{'|'.join(_APART_WORDS)})\b", re.IGNORECASE)
# Of ground, what was "also" taken is more; a strike that "also" did harm may be the same one.
_ALSO_WORDS = ("also", "well", "too")
_LIKE_WORDS = ("similar", "earlier", "previous", "later")
_SET_APART = frozenset((*_APART_WORDS, *_ALSO_WORDS, *_LIKE_WORDS, "after"))
# "a similar ambush", "two earlier raids", up to the end of their noun
_LIKE = re.compile(
    rf"\b(?:an?|several|many|{spelled(2, 10)})\s+(?:[\w-]+\s+)?(?:{'|'.join(_LIKE_WORDS)})\s+(?:[\w’'-]+\s+){{0,3}}[\w’'-]+$",
    re.IGNORECASE,
)
# "Earlier, a bomb killed two"
_EARLIER = re.compile(rf"earlier,\s+(?:an?|several|{spelled(2, 10)})\s", re.IGNORECASE)
# "struck a depot, the day after an | attack on X"
_DAY_AFTER = re.compile(r"\b(?:days?|weeks?|months?|years?)\s+after\s+(?:an?|another)\s[^,;:.]*$", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|as\s+well|too)\b", re.IGNORECASE)


def _as_said(text: str, hit: Hit, claims: Sequence[Claim]) -> Hit:
    """A hit of what somebody says, whatever noun stands before its "that": "rejected reports by rebels | that it had lost X"."""
    if hit.clause_kind != "relative" or not text.startswith("that ", hit.clause.start):
        return hit
    opens = any(c.scope_start == hit.clause.start for c in claims)
    told = opens or (
        text.endswith(_SO, 0, hit.clause.start) and any(c.scope_start < hit.clause.start < c.scope_end for c in claims)
    )
    return replace(hit, clause_kind="complement") if told else hit


_SO = ("true ", "clear ", "certain ", "a fact ")  # "It is true that X has fallen, the commander said"


def told_base(article: Article, sentence: Sentence, hit: Hit, *, thread: Thread, hits: Sequence[Hit]) -> Telling:
    """A telling with everything about a hit but its places and numbers."""
    hit = _as_said(article.text, hit, sentence.claims)
    said = attribution_of(
        article.text,
        hit,
        claims=(*sentence.claims, *sentence.acts),
        segment=sentence.segment,
        before=thread.tellings,
        dates=sentence.dates,
    )
    if not said.claims and "speaker" in hit.roles and hit.subject is not None and hit.voice == "active":
        said = own_word(hit, named_by(article.text, hit.subject, sentence.mentions))
    elif _is_claimed(article.text, hit) and (who := hit.agent if hit.voice == "passive" else hit.subject) is not None:
        said = own_word(hit, named_by(article.text, who, sentence.mentions), claims=True)
    today = thread.today(article.published)
    dates = sentence.planned_dates if hit.modality == "planned" and not _is_proposed(hit) else sentence.dates
    if dates and is_coming(article.text, hit):
        dates = with_coming(dates, sentence.planned_dates, article.published)
    when = when_of(
        hit,
        text=article.text,
        dates=dates,
        claims=sentence.claims,
        clauses=sentence.clauses,
        hits=hits,
        last=inherited_day(article.text, hit, sentence, thread, published=today),
        published=today,
    )
    if when.basis not in {"explicit", "relative"}:
        denied = said.stance == "denies" and not said.inherited and _in_its_words(article.text, hit, said)
        answered = answered_day(article.text, hit, sentence, thread, denied=denied)
        when = answered or day_of_deed(article.text, hit, thread.tellings) or when
    line = thread.labels.day
    if line is not None and when.basis in _UNTOLD and hit.modality != "planned":
        when = line
    when = within_days_told(
        when,
        hit,
        thread.days,
        newest=thread.news_day(),
        named=thread.day_of_paragraph(article.published),
        apart=thread.is_apart(),
        going_on=_GOING_ON.search(article.text, hit.clause.start, hit.clause.end) is not None,
    )
    when = of_its_year(article.text, hit, when, article.published)
    if when.basis in _UNSAID and article.text.startswith("whose ", hit.trigger.start):
        when = UNKNOWN  # "the town whose fall had brought the jets": some time before
    of_war = is_of_the_war(article.text, hit)
    when = of_the_war(article.text, sentence.dates, article.published) if of_war else when
    hit = _as_dated(hit, when, article.published)
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    lead = hit.tense == "pluperfect" and hit.clause_kind == "main" and not thread.tellings  # nothing that it explains
    explanatory = not lead and is_explanatory(article.text, hit, clause)
    explanatory = explanatory and harm_done(article.text, hit, hits, sentence.clauses) is None
    of_life = is_of_a_life(article.text, hit, when, thread.tellings)
    when = UNKNOWN if of_life else when
    background = (of_war or of_life) or _background(
        article.text,
        when,
        hit,
        clause,
        explanatory=explanatory,
        said=said,
        published=article.published,
        news_day=thread.news_day(),
    )
    return Telling(
        order=0,
        record=0,
        hit=hit,
        segment=sentence.segment,
        placed=None,
        when=without_long_since(when) if background else when,
        numbers=NO_NUMBERS,
        claims=said.claims,
        stance=said.stance,
        actors=actors_of(article.text, hit, sentence, claims=said.claims),
        is_background=background,
        explanatory=explanatory,
        apart=not sentence.words.isdisjoint(_SET_APART) and _is_apart(article.text, hit, sentence),
        anew=_is_told_anew(article.text, hit),
        inherited_claim=said.inherited,
    )


# "was still fighting", "was on his way to X": it goes on when it is told.
_GOING_ON = re.compile(r"\b(?:still|on\s+(?:his|her|its|their|the)\s+way)\b")
_CLAIMED = re.compile(r"claim", re.IGNORECASE)


def _is_claimed(text: str, hit: Hit) -> bool:
    """True for ground that somebody claims: the word that tells of it is one of saying."""
    return hit.category == "control_change" and _CLAIMED.match(text, hit.trigger.start) is not None


def _in_its_words(text: str, hit: Hit, said: Attribution) -> bool:
    """True where a denial says what it denies; what stands behind its colon is said instead."""
    return bool(said.claims) and ":" not in text[said.claims[0].verb_end : hit.trigger.start]


def _as_dated(hit: Hit, when: When, published: datetime.date | None) -> Hit:
    """The hit as a plan where its day comes after that of the news: "two days before talks in X"."""
    ahead = published is not None and when.date_start is not None and when.date_start > published
    return replace(hit, modality="planned") if ahead and hit.modality == "actual" else hit


def _is_proposed(hit: Hit) -> bool:
    """True for what somebody proposed or threatened in the past: a day beside the verb is the day of the words."""
    return hit.voice == "active" and hit.tense in {"past", "perfect", "pluperfect"} and hit.subtype == "imposed"


def _is_apart(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True where the words of a hit say that it is another one than those told before."""
    end = max(hit.trigger.end, hit.object.end if hit.object else 0)
    if text.endswith(" same ", hit.clause.start, hit.trigger.start):
        return False  # "another forty were wounded in the same clash"
    if hit.category == "control_change" and _ALSO.search(text, hit.clause.start, end + len(" as well")):
        return True
    return _APART.search(text, hit.clause.start, end) is not None or _is_other_deed(text, hit, sentence)


def _is_told_anew(text: str, hit: Hit) -> bool:
    """True for a deed or its doer with an indefinite article: "A raid on X killed two", "a bomb killed two"."""
    named = hit.trigger if hit.voice == "noun" else hit.subject
    if named is None:
        return False
    return (
        text[named.start : named.start + 2].lower() == "a "
        or _ONE.search(text, hit.clause.start, named.start) is not None
    )


_ONE = re.compile(r"\ban?\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)


def _is_other_deed(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for "a similar raid", for "a day after a raid", and for "Earlier, a raid killed two", whose dead are its own."""
    named = hit.trigger if hit.voice == "noun" else hit.subject
    if hit.voice == "noun" and _DAY_AFTER.search(text, hit.clause.start, hit.trigger.start):
        return True
    if named is not None and _LIKE.search(text, hit.clause.start, named.end):
        return True
    own = any(c.unit in CASUALTIES and hit.clause.start <= c.start < hit.clause.end for c in sentence.counts)
    return own and _EARLIER.match(text, hit.clause.start) is not None


def _background(
    text: str,
    when: When,
    hit: Hit,
    clause: Clause | None,
    *,
    explanatory: bool,
    said: Attribution,
    published: datetime.date | None,
    news_day: datetime.date | None,
) -> bool:
    """True for what lies before the news and is not itself asserted or denied in the news of the day."""
    denied_now = said.stance == "denies" and not said.inherited
    spoken_now = bool(said.claims) and not said.claims[0].act and (denied_now or not looks_back(text, hit, clause))
    told_of = clause is not None and clause.connector == "where" and when.basis in {"explicit", "relative"}
    spoken_now = spoken_now and not told_of  # "X, from where troops withdrew in March, he said"
    spoken_now = spoken_now and (
        not said.inherited or (hit.tense == "pluperfect" and when.basis not in {"explicit", "relative"})
    )
    explanatory = explanatory or (told_of and hit.tense in {"past", "pluperfect"})
    return is_background(
        when, hit=hit, explanatory=explanatory, spoken_now=spoken_now, published=published, news_day=news_day
    )
