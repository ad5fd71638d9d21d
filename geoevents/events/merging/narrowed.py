"""An attack told of an area first and at a place inside it next: "killed nine in northern Mali. The convoy was hit near Gossi"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.categories import ATTACKS, VIOLENCE
from geoevents.events.event import Span
from geoevents.events.merging.merge import dates_agree, fire_on_each_other, subtypes_agree
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Telling
from geoevents.events.what.hit import UNSPECIFIED
from geoevents.events.what.last_told import in_that_attack
from geoevents.events.where.inside import lies_in
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["as_first_told", "narrowed"]

_OPEN = frozenset({"attack", "assault", "raid", "clash"})  # subtypes whose words tell no kind of attack
_REACH = 3  # sentences from what was told of an area to where in it that was
_TOLD_BACK = 3  # days before its telling on which it may have been


def narrowed(first: Sequence[Telling], groups: Sequence[Sequence[Telling]], text: str) -> int | None:
    """Number of the group that tells where, inside the area of another one, the same attack was; None if none does."""
    coarse = first[0]
    if coarse.hit.category not in VIOLENCE or coarse.is_aggregate or coarse.is_background or coarse.named is not None:
        return None
    for number, group in enumerate(groups):
        fine = group[0]
        if (
            0 < fine.segment.index - coarse.segment.index <= _REACH
            and _may_be_one(text, fine, coarse)
            and (_same_toll(group, coarse) or _is_known(text, fine, coarse))
            and sum(t.record == fine.record for g in groups for t in g) == 1
        ):
            return number
    return None


def as_first_told(fine: Telling, coarse: Telling) -> Telling:
    """The finer telling as the kind of attack that the first one told, where its own words leave that open."""
    if fine.hit.subtype not in {*_OPEN, UNSPECIFIED} or coarse.hit.subtype in {fine.hit.subtype, "attack"}:
        return fine
    told = coarse.hit
    hit = replace(fine.hit, category=told.category, subtype=told.subtype, rule=told.rule, roles=told.roles)
    return replace(fine, hit=hit)


def _may_be_one(text: str, fine: Telling, coarse: Telling) -> bool:
    """True where place, days, numbers and kinds of two tellings allow that they are of one attack."""
    placed = fine.placed is not None and fine.placed.basis != "inherited"
    return (
        (_kinds_agree(fine, coarse) or _is_that_attack(text, fine, coarse))
        and placed
        and not (fine.apart or fine.is_aggregate or fine.is_background)
        and fine.segment.section == coarse.segment.section
        and fine.hit.modality == coarse.hit.modality == "actual"
        and fine.stance == coarse.stance
        and _lies_in(fine, coarse)
        and _days_allow(fine, coarse)
        and _agree(fine.numbers.killed, coarse.numbers.killed)
        and _agree(fine.numbers.firm, coarse.numbers.firm)
        and not fire_on_each_other(fine, coarse)
    )


def _kinds_agree(fine: Telling, coarse: Telling) -> bool:
    """True for one kind of attack, and where one of the two tells no kind: "the attack", "troops killed nine"."""
    one, other = fine.hit, coarse.hit
    if one.category != other.category:
        return other.category in ATTACKS and one.category == "ground_combat" and one.subtype in _OPEN
    return subtypes_agree(fine, coarse) or not _OPEN.isdisjoint({one.subtype, other.subtype})


def _is_that_attack(text: str, fine: Telling, coarse: Telling) -> bool:
    """True for a strike that "the attack" itself is told to have made: "drones hit a jail in X. | The attack targeted Y"."""
    hit = fine.hit
    if (
        hit.category != coarse.hit.category
        or hit.subtype != UNSPECIFIED
        or hit.voice != "active"
        or hit.subject is None
    ):
        return False
    subject = lowered(text)[hit.subject.start : hit.subject.end].split()
    return subject[:1] == ["the"] and subject[-1] in GRAMMAR["nouns_of_attack"]


def _lies_in(fine: Telling, coarse: Telling) -> bool:
    if fine.placed is None:
        return False
    return coarse.placed is None or lies_in(fine.placed, coarse.placed)


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _days_allow(fine: Telling, coarse: Telling) -> bool:
    """True where the days meet, where the later telling has none in words, or the first has but that of who told it."""
    a, b = fine.when, coarse.when
    if dates_agree(a, b) or a.basis in {None, "inherited", "publication"}:
        return True
    if b.basis not in {"inferred", "inherited", "publication"} or b.date_start is None or a.date_end is None:
        return False
    return 0 <= (b.date_start - a.date_end).days <= _TOLD_BACK


def _same_toll(fine: Sequence[Telling], coarse: Telling) -> bool:
    """True for two tellings of the same number of dead, two or more."""
    killed = next((t.numbers.killed for t in fine if t.numbers.killed is not None), None)
    return killed is not None and killed > 1 and killed == coarse.numbers.killed


_BEFORE_NOUN = re.compile(
    rf"\b(?:(?i:{any_of(sorted(GRAMMAR['comes_back']))})|[A-Z]\w+day['’]s)\s+(?:[a-z-]+\s+){{0,2}}$"
)
_KNOWN = GRAMMAR["known_attackers"] | GRAMMAR["nouns_of_attack"]
_ALSO = re.compile(r"\b(?:also|too|meanwhile)\b", re.IGNORECASE)


def _is_known(text: str, fine: Telling, coarse: Telling) -> bool:
    """True where a later telling comes back to what the first one told: "the attack", "the convoy", "the assailants"."""
    hit = fine.hit
    if fine.continued or hit.tense == "pluperfect":
        return False  # "the night before, nine had been killed in X"
    if hit.voice == "noun":
        return (
            text[hit.trigger.end - 1].isalpha()
            and _BEFORE_NOUN.search(text, hit.clause.start, hit.trigger.start) is not None
        )
    if hit.voice == "passive" and in_that_attack(text, hit):
        return True
    if _ALSO.search(text, hit.clause.start, hit.trigger.start):
        return False
    before = frozenset(re.findall(r"\w+", lowered(text)[coarse.segment.start : coarse.segment.end]))
    phrases = [hit.subject, hit.object] if hit.voice == "active" else [hit.subject]
    return any(_is_taken_up(text, p, before) for p in phrases if p is not None)


def _is_taken_up(text: str, phrase: Span, before: frozenset[str]) -> bool:
    """True for "the convoy" where the words before tell of a convoy, and for "the assailants" after any attack."""
    words = lowered(text)[phrase.start : phrase.end].split()
    if len(words) < 2 or words[0] not in GRAMMAR["comes_back"]:
        return False
    things = [w for w in words[1:_HEAD] if w.isalpha()]
    return any(w in _KNOWN or (w in before and w not in GRAMMAR["bodies_at_war"]) for w in things)


_HEAD = 4  # words of a phrase within which its noun stands
