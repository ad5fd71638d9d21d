"""Days told by a deed that the section told before: "two days before the blast", "in the call", "on the first day"."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.events.telling import Placed, Telling, When
from geoevents.events.thread import Thread
from geoevents.events.what.hit import Hit
from geoevents.events.when.date_relative import after_that, before_that, hours_from, later
from geoevents.events.when.dates import COUNTED_FROM, Phrase
from geoevents.events.when.days import DATA, Day
from geoevents.values import replace

__all__ = ["day_of_deed", "day_of_incident", "days_of_deeds", "looked_back_on"]

_OF_KIND: dict[str, list[str]] = DATA["told_before"]["nouns"]
_NOUN = "|".join(sorted({noun for nouns in _OF_KIND.values() for noun in nouns}, key=len, reverse=True))
_COUNTING = frozenset({after_that, before_that, hours_from, later})
# "two days before the deadly [blast].", "The day before the [crash] Washington had widened its sanctions"
_THE_DEED = re.compile(rf"\s+(?:the|this|that|those)\s+(?:[a-z-]+\s+)?(?P<noun>{_NOUN})\b")
_ENDS = re.compile(r"\s*(?:[.,;:]|$)")
_SUBJECT_NEXT = re.compile(r"\s+(?:[A-Z]|(?:the|an?|its|his|her|their|some|several|hundreds|thousands|[a-z]+s)\s)")
_OPENING = 6  # letters before a phrase that opens its sentence: "Only", "Just"


def days_of_deeds(text: str, phrases: Sequence[Phrase], tellings: Sequence[Telling]) -> dict[int, Day]:
    """The days of the deeds that phrases of a sentence count from, by where the phrase stands."""
    found: dict[int, Day] = {}
    for match, make in phrases if tellings else ():
        noun = _THE_DEED.match(match.string, match.end(), match.endpos) if make in _COUNTING else None
        if noun is None or not match.group().endswith(("before", "after")):
            continue
        opens = match.start() - match.pos <= _OPENING and _SUBJECT_NEXT.match(text, noun.end()) is not None
        if (opens or _ENDS.match(text, noun.end())) and (told := _day(_last(noun["noun"], tellings))) is not None:
            found[match.start()] = told
    return found


_CAME = re.compile(
    r"\W*(?:the|this|that|it)\b(?:\s+(?:[\w-]+\s+)?(?P<noun>\w+)(?:\s+of\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?)?\s+(?:came|comes|happened|occurred|followed|follows)\s"
)


def looked_back_on(text: str, start: int, phrases: Sequence[Phrase], thread: Thread) -> Day | None:
    """The day from which "The loss came two days after X was sunk" looks back: that of what was told last."""
    if not any(make is after_that or make is before_that for _, make in phrases):
        return None
    came = _CAME.match(lowered(text), start)
    if came is None:
        return None
    told = _last(came["noun"], thread.tellings) if came["noun"] else None
    when = told.when if told is not None else thread.when
    return (when.date_end or when.date_start) if when is not None else None


# "agreed in the [call] to halt strikes"; not "in the attack on X", which may be another one.
_IN_IT = re.compile(
    rf"\b(?:in|at|during)\s+(?:the|that|this)\s+(?:same\s+)?(?P<noun>{_NOUN})\b(?!\s+(?:of|on|in|at|with|between|against|by|near|that)\b)"
)
_FIRST_DAY = re.compile(r"\bon\s+(?:the|its)\s+first\s+day\b(?!\s+of)")
_THE_NOUN = re.compile(rf"(?:the|this|that)\s+(?P<noun>{_NOUN})\b")
_BEGUN = frozenset({"ground_combat", "strike", "protest", "naval"})
_FAR = 60  # letters behind a trigger within which "in the call" is of it


def day_of_deed(text: str, hit: Hit, tellings: Sequence[Telling]) -> When | None:
    """The day of a deed told before, for an undated hit in it, on its first day, or that tells of it again.

    "Putin agreed in the call to ...", "Five villages were captured on the first day", "The truce was agreed after ten
    hours of talks".
    """
    if not tellings or hit.modality == "planned":
        return None
    low = lowered(text)
    end = min(hit.clause.end, hit.trigger.end + _FAR)
    told = None
    if (inside := _IN_IT.search(low, hit.trigger.end, end)) is not None:
        told = _last(inside["noun"], tellings)
    elif _FIRST_DAY.search(low, hit.clause.start, hit.clause.end) is not None:
        told = next((t for t in reversed(tellings) if t.hit.category in _BEGUN and _is_dated(t)), None)
    elif hit.voice == "passive" and hit.subject is not None:
        again = _THE_NOUN.match(low, hit.subject.start, hit.subject.end)
        told = _last(again["noun"], tellings) if again is not None else None
        told = told if told is not None and told.hit.category == hit.category else None
    if told is None or told.hit.modality != "actual":
        return None
    return replace(told.when, basis="inherited", text=None, span=None)


_HARM = frozenset({"strike", "ground_combat"})


def day_of_incident(text: str, base: Telling, placed: Sequence[Placed], tellings: Sequence[Telling]) -> When | None:
    """The day of the one incident that a section is about, some days before, for an undated detail of it at the same place.

    "Aircraft bombed a hall in X on 8 March ... Two bombs hit the hall within minutes, witnesses said."
    """
    hit = base.hit
    if hit.category not in _HARM or hit.tense != "past" or hit.modality != "actual" or not placed or hit.object is None:
        return None
    told = [t for t in tellings if t.hit.category in _HARM and _is_dated(t)]
    if not told or any(p.basis != "inherited" for p in placed) or not text.startswith(_KNOWN, hit.object.start):
        return None
    first = told[0]
    here = first.placed is not None and all(p.mention.place == first.placed.mention.place for p in placed)
    same = len({(t.when.date_start, t.when.date_end) for t in told}) == 1
    explicit = first.when.basis in {"explicit", "relative"} and first.when.precision in _ONE_DAY
    if not (here and same and explicit) or first.when.date_end is None or base.when.date_start is None:
        return None
    old = (base.when.date_start - first.when.date_end).days > _STILL_NEWS
    return replace(first.when, basis="inherited", text=None, span=None) if old else None


_KNOWN = ("the ", "their ", "its ")
_STILL_NEWS = 2  # days; until then undated news goes on with the day told last
_ONE_DAY = frozenset({"day", "part_of_day"})


def _last(noun: str, tellings: Sequence[Telling]) -> Telling | None:
    """The last thing told that a noun may mean, one that told its day before one that did not."""
    kinds = {kind for kind, nouns in _OF_KIND.items() if noun in nouns}
    fit = [t for t in reversed(tellings) if t.hit.category in kinds and _is_dated(t)]
    return next((t for t in fit if t.when.basis in {"explicit", "relative"}), next(iter(fit), None))


def _is_dated(telling: Telling) -> bool:
    """True for news with a day."""
    known = telling.when.date_start is not None and telling.when.precision in {*COUNTED_FROM, "inferred"}
    return known and not telling.is_background and telling.hit.modality == "actual"


def _day(telling: Telling | None) -> Day | None:
    """The first day of a telling, if there is one."""
    return telling.when.date_start if telling is not None else None
