"""What only comes back to an event told before, or tells nothing by itself: no telling of its own."""

import re

from geoevents.atlas.mention import PINNED
from geoevents.events.categories import ATTACKS, FIGHTING
from geoevents.events.codebook import Codebook
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.inside import lies_in
from geoevents.events.where.locatives import placed_mentions
from geoevents.events.where.reasons import is_reason_for
from geoevents.events.where.told_after import happened_at

__all__ = ["comes_back", "is_charge", "is_state", "only_follows", "tells_nothing"]

# Categories of which a later telling without a place or a number tells nothing new.
_NEEDS_PLACE = FIGHTING - {"naval"}


# What a fire or power cut told right after it is a harm of.
_HARMFUL = frozenset({"strike", "ground_combat", "naval", "air_defence"})


def comes_back(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True for "the raid", "this attack" after a telling of its kind: the last event, no new one (4.10)."""
    if hit.subtype == "hearing" and hit.modality == "actual" and _is_of_that_trial(hit, sentence, thread):
        return True
    if _is_end_of_attackers(text, hit, sentence):
        return any(t.hit.category in ATTACKS for t in thread.tellings[-1:])
    if hit.voice != "noun" or hit.category not in FIGHTING:
        return False
    if not _OWNED.isdisjoint(text[hit.trigger.start : hit.trigger.end]):
        return False  # "the | militants' control": the article is the owner's
    if any(hit.clause.start <= c.start < hit.clause.end and c.value is not None for c in sentence.counts):
        return False
    before = text[sentence.segment.start : hit.trigger.start].split()[-1:]
    if not before or before[0].lower() not in GRAMMAR["comes_back"]:
        return False
    told = any(t.hit.category in FIGHTING for t in thread.tellings)
    told = told or any(
        is_reason_for(text, hit.trigger.end, h.trigger.start) for h in sentence.hits
    )  # "was in reply to"
    own = _is_of_a_new_one(text, hit) or any(_is_own(hit, m.start, sentence) for m in sentence.mentions if m.spot)
    return told and not (own or _tells_where(text, hit, sentence, thread))


_TRIAL_REACH = 6  # sentences over which "the trial" and "the dock" are those of a verdict or charge just told


def _is_of_that_trial(hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True for what goes on in the court of a verdict just told, with no day or place of its own: "Twelve were in the dock"."""
    start, end = hit.clause.start, hit.clause.end
    own = [d.start for d in sentence.dates]
    own += [m.start for m in sentence.mentions if m.spot is not None and m.role == "literal"]
    if any(start <= at < end for at in own):
        return False
    here = sentence.segment.index
    return any(
        t.hit.category == "legal" and not t.is_background and here - t.segment.index <= _TRIAL_REACH
        for t in thread.tellings
    )


def _is_end_of_attackers(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for what became of those who attacked, with no place or day of its own: "Both gunmen were shot"."""
    ended = hit.voice == "passive" and hit.category in ATTACKS and hit.agent is None and hit.subject is not None
    if not ended or sentence.dates or any(m.spot is not None for m in sentence.mentions):
        return False
    words = text[hit.subject.start : hit.subject.end].lower().split() if hit.subject is not None else []
    return len(words) > 1 and words[0] in _BOTH and words[-1] in GRAMMAR["known_attackers"]


_BOTH = frozenset({"the", "both", "all"})  # of those told of before


def _tells_where(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True where the noun of what was told of an area gets a place inside it: "The blast occurred near [Gossi]"."""
    last = next((t for t in reversed(thread.tellings) if t.hit.category in FIGHTING), None)
    if last is None or last.placed is None:
        return False
    return any(
        lies_in(p, last.placed) and happened_at(text, hit.trigger.end, p.mention.start)
        for p in placed_mentions(sentence.mentions, sentence.claims)
    )


_OWNED = frozenset("'’")
# "jailed for directing strikes on X", "charged over her role in the raid on Y", "convicted over killings", up to where the deed
# is named
_CHARGE = re.compile(
    r"\b(?:for|of|with|over)\s+(?:(?:his|her|their|its|an?|the)\s+(?:alleged\s+)?(?:role|part|involvement)\s+in|[a-z]+ing)\b[^.;]*$"
    r"|\b(?:for|of|over)\s+(?:(?:the|an?|alleged|several|deadly|mass|a\s+string\s+of|a\s+series\s+of)\s+){0,2}$"
)


def is_charge(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for an undated deed that only tells what somebody is tried or held for."""
    if hit.category in {"legal", "detention"}:
        return False
    trials = [h for h in sentence.hits if h.category in {"legal", "detention"} and h.trigger.end <= hit.trigger.start]
    return any(
        _CHARGE.search(text, h.trigger.end, hit.trigger.start) and all(d.start < h.trigger.end for d in sentence.dates)
        for h in trials
    )


_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "many", "dozens", "hundreds"})


def _is_of_a_new_one(text: str, hit: Hit) -> bool:
    """True for "the capture of [a] post", "the bombing by jets of [an] airfield": what it was done to is told as new."""
    if hit.object is None:
        return False
    words = text[hit.object.start : hit.object.end].split(maxsplit=1)
    return bool(words) and words[0].lower() in _INDEFINITE


_PHRASE = frozenset("NEJDMTC")


def _is_own(hit: Hit, place: int, sentence: Sentence) -> bool:
    """True for a place that goes with the noun: "the bombing | of a hospital in X", with no verb and no reason between."""
    between = [k for k, t in enumerate(sentence.tokens) if hit.trigger.end <= t.start < place]
    if any(sentence.tags[k] not in _PHRASE for k in between):
        return False
    return "for" not in {sentence.tokens[k].lower for k in between} and place > hit.trigger.start


def only_follows(hit: Hit, sentence: Sentence, codebook: Codebook, thread: Thread) -> bool:
    """True for harm that a strike told just before did: a fire or power cut without a place or time of its own."""
    if not codebook.subtype(hit.category, hit.subtype).consequence or sentence.dates or _is_counted_by(hit, sentence):
        return False
    if any(hit.clause.start <= m.start < hit.clause.end and m.spot is not None for m in sentence.mentions):
        return False
    last = (
        thread.tellings[-1:]
        if thread.tellings and sentence.segment.index - thread.tellings[-1].segment.index <= 1
        else []
    )
    return any(t.hit.category in _HARMFUL and t.segment is not sentence.segment for t in last)


def _is_counted_by(hit: Hit, sentence: Sentence) -> bool:
    """True for a number that somebody is named for: "17,000 people were without power, the ministry said"."""
    counted = any(hit.clause.start <= c.start < hit.clause.end and (c.value or 0) >= _MANY for c in sentence.counts)
    return counted and _is_told_by(sentence)


_MANY = 1000  # people or homes: fewer are those of the strike told before


def is_state(hit: Hit, sentence: Sentence) -> bool:
    """True for a tally of the war so far, without a day and a place ("the war has displaced 200,000 people"), which nobody is
    named for; and for troops that "are deployed" or "are based" somewhere, or "[stationed] in X" of whom something else is told.
    """
    if hit.subtype == "deployment" and hit.voice == "passive" and (hit.tense == "present" or hit.reduced):
        return not sentence.dates
    if hit.category != "humanitarian" or hit.tense != "perfect" or sentence.dates:
        return False
    if hit.subtype not in _TALLIED or ("already" not in sentence.words and _is_told_by(sentence)):
        return False
    if hit.subtype == "evacuation" and not any(hit.clause.start <= c.start < hit.clause.end for c in sentence.counts):
        return False
    return not any(m.spot is not None and m.spot.precision in _WITHIN_A_STATE for m in sentence.mentions)


def _is_told_by(sentence: Sentence) -> bool:
    """True where somebody says or counts it: "the agency said", "by the army's reckoning"."""
    return bool(sentence.claims) or not GRAMMAR["counting"].isdisjoint(sentence.words)


_TALLIED = frozenset({"displacement", "evacuation", "aid_delivery", "corridor", "rescue"})
_WITHIN_A_STATE = PINNED | {"adm1"}


def tells_nothing(telling: Telling, thread: Thread) -> bool:
    """True for a telling without place or number that only comes back to what the section told, or looks back."""
    if telling.hit.category not in _NEEDS_PLACE:
        return False
    if _tells_a_day(telling):
        return any(t.when.date_start == telling.when.date_start for t in thread.tellings)
    again = any(t.hit.category in FIGHTING for t in thread.tellings)
    told_now = telling.hit.clause_kind == "complement" and telling.hit.tense == "pluperfect"  # "said it had shot down"
    return again or (telling.explanatory and not told_now) or telling.is_background or telling.hit.modality == "planned"


def _tells_a_day(telling: Telling) -> bool:
    """True for "since the war began on 4 November", "fighting broke out on 4 November": when it was is what it tells; of a
    war a month or a year is enough.
    """
    if telling.when.basis not in {"explicit", "relative"} or not telling.is_background or telling.hit.voice != "active":
        return False
    aside = telling.hit.clause_kind == "relative"
    if telling.hit.subtype == "invasion":
        return telling.when.precision == "day" or (telling.when.precision in _DAY_TO_YEAR and not aside)
    return telling.hit.subtype in {"clash", "assault"} and telling.when.precision == "day" and not aside


_DAY_TO_YEAR = frozenset({"day", "month", "year"})
