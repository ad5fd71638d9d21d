"""Where a hit without a place of its own happened: what the sentences before tell, by anaphora or by going on."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.event import Span
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.anaphora import anaphoric_places, names_a_capital, one_of_two, pointed_at
from geoevents.events.where.capitals import capital_in_talk
from geoevents.events.where.crowds import where_the_crowd_was
from geoevents.events.where.land import (
    is_its_own,
    names_a_state,
    names_the_country,
    raided_country,
    the_country,
    the_island,
)
from geoevents.events.where.locatives import placed_mentions
from geoevents.events.where.meetings import talks_before
from geoevents.events.where.officials import LOCAL, of_local_official, there_of_an_official
from geoevents.events.where.reasons import is_another_time, is_apart, is_conduct
from geoevents.events.where.sites import site_before
from geoevents.values import replace

__all__ = ["SMALL", "inherited_places", "meant_by_noun", "names_unknown", "with_there"]

# Categories whose events happen at a place of the war even if the sentence names none: they take the last one told.
INHERITS_PLACE = frozenset(
    {"strike", "control_change", "ground_combat", "naval", "air_defence", "humanitarian", "infrastructure"}
)


_ON_THE_SCENE = frozenset({"abduction", "escape"})  # of those held, what armed men do in the place that they are in
_MOVES = frozenset({"humanitarian"})  # where people are taken is not what "the city" means next


SMALL = frozenset({"exact", "settlement", "near"})


def meant_by_noun(
    text: str, hit: Hit, placed: Sequence[Placed], thread: Thread, mentions: Sequence[Mention]
) -> tuple[Placed, ...]:
    """The place named before that what is acted on stands for, where the sentence names but an area around it:
    "the village in the occupied part of [the region] is in their hands".
    """
    phrase = hit.object if hit.voice != "noun" else hit.subject
    fled = hit.subtype == "displacement" and hit.voice == "active"  # "fled the city, many of them to [a town]"
    if phrase is None or not placed or (any(p.spot.precision in SMALL for p in placed) and not fled):
        return ()
    return tuple(
        p for p in anaphoric_places(text, phrase, thread.named, mentions=mentions) if p.spot.precision in SMALL
    )


_THERE_AND = re.compile(r"\bthere\s*,?\s+and\s+(?:also\s+)?(?:in|at|near|around|on|over)\s+(?:the\s+)?(?:\w+\s+){0,3}$")


def with_there(text: str, hit: Hit, placed: tuple[Placed, ...], thread: Thread) -> tuple[Placed, ...]:
    """The places of a hit and the one before them that "there and at [X]" stands for."""
    if not placed or _THERE_AND.search(lowered(text), hit.clause.start, placed[0].mention.start) is None:
        return placed
    happened = [t.placed for t in thread.tellings if t.placed and not t.is_background]
    before = anaphoric_places(text, Span(hit.clause.start, placed[0].mention.start), [*thread.named, *happened])
    return (*before, *placed)


_THE_TOWN = re.compile(
    r"\bthe\s+(?:city|town|village|port)\b"
)  # one where something happened, not one named in passing


def inherited_places(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The places a hit takes from the sentences before: by anaphora, else the last one for what happens on the ground."""
    span = hit.clause
    others = [c for c in sentence.claims if not LOCAL.search(text, c.speaker_start, c.speaker_end)]
    here = [p for p in placed_mentions(sentence.mentions, others) if p.mention.end <= hit.trigger.start]
    scopes = [c.scope_start for c in sentence.claims if c.scope_start <= hit.trigger.start < c.scope_end and not c.act]
    said = [p for p in here if all(start <= p.mention.start for start in scopes)]
    here = said or [p for p in here if any(LOCAL.search(text, c.speaker_start, c.speaker_end) for c in sentence.claims)]
    happened = [
        t.placed
        for t in thread.tellings
        if t.placed and t.hit.category in INHERITS_PLACE - _MOVES and not t.is_background
    ]
    states = [m for m in sentence.mentions if names_a_state(m)]
    if whole := the_country(text, span, [*thread.states, *states], [*happened, *here], thread.countries):
        return whole
    if island := the_island(text, span, [*thread.states, *states], [*thread.named, *happened, *here]):
        return island
    if raided := raided_country(hit, sentence, thread.tellings):
        return raided
    if local := there_of_an_official(text, hit, sentence, happened):
        return local
    if not sentence.words.isdisjoint({"latter", "former"}) and (one := one_of_two(text, span, thread.towns)):
        return one
    if site := site_before(text, hit, sentence, thread):
        return site
    thread_first = not here and not pointed_at(text, span)
    recent = happened if hit.category in INHERITS_PLACE else _lately(thread, sentence)
    if is_apart(text, sentence.segment.start, hit.trigger.start, sentence.words):
        return ()
    by_word = anaphoric_places(text, span, recent, mentions=sentence.mentions) if thread_first else ()
    by_word = _named_since(by_word, text, span, happened, thread, sentence.mentions)
    if not by_word and _THE_TOWN.search(text, span.start, span.end):
        told = [t.placed for t in thread.tellings if t.placed and t.hit.category not in _MOVES]
        ids = {p.mention.place.id for p in told if p.mention.place}
        scenes = [p for p in thread.named if p.mention.place and p.mention.place.id in ids]
        by_word = anaphoric_places(text, span, [*scenes, *here], mentions=sentence.mentions)
    by_word = by_word or anaphoric_places(text, span, [*thread.named, *here], mentions=sentence.mentions)
    if by_word:
        return by_word
    if names_the_country(text, span):
        return ()
    if names_a_capital(text, span):
        return capital_in_talk(sentence, span, [*happened, *here], thread)
    led = hit.voice == "noun" and is_another_time(text, span.start, hit.trigger.start)
    if (
        led
        or is_apart(text, sentence.segment.start, hit.trigger.start, sentence.words)
        or names_unknown(text, hit, sentence)
        or _is_another_time(hit, sentence)
        or is_conduct(text, hit)
    ):
        return ()
    return _going_on(text, hit, sentence, thread)


def _going_on(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of what was told last, for a hit whose clause points at none before."""
    if talks := talks_before(text, hit, sentence, thread):
        return talks
    if crowd := where_the_crowd_was(text, hit, sentence, thread):
        return crowd
    if hit.category == "legal":
        return () if _names_new(text, hit) else _court_before(sentence, thread)
    if (hit.category not in INHERITS_PLACE and hit.subtype not in _ON_THE_SCENE) or is_its_own(text, hit):
        return _of_the_verb_before(hit, sentence, thread)
    if own := of_local_official(text, hit, sentence):
        return own
    if hit.category == "control_change" and hit.modality == "planned":
        return ()  # "vowed to win back what was lost"
    last = next((t for t in reversed(thread.tellings) if t.hit.category in INHERITS_PLACE and _may_hold(t, hit)), None)
    if last is None or last.placed is None or last.is_background or not _goes_on_from(text, hit, sentence, last):
        return ()
    return (replace(last.placed, basis="inherited"),)


_ON_LAND = frozenset({"humanitarian", "infrastructure", "ground_combat", "control_change"})


def _may_hold(telling: Telling, hit: Hit) -> bool:
    """False for what fell into a sea, where a hit goes on with what happened on land."""
    place = telling.placed.mention.place if telling.placed is not None else None
    afloat = place is not None and place.kind in {"sea", "strait"} and telling.hit.category != "naval"
    return not afloat or hit.category not in _ON_LAND


def _lately(thread: Thread, sentence: Sentence) -> list[Placed]:
    """Places of what was told to have happened in the sentence before, for what is decided or done at "the port" next."""
    return [
        t.placed
        for t in thread.tellings
        if t.placed and t.hit.category in INHERITS_PLACE - _MOVES and not t.is_background
        if sentence.segment.index - t.segment.index <= 1
    ]


def _of_the_verb_before(hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of the verb that "and" joins a hit to: "laid down their arms there and were disarmed"."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.segment is not sentence.segment or last.placed is None or last.hit.category != hit.category:
        return ()
    joined = hit.clause_index < len(sentence.clauses) and sentence.clauses[hit.clause_index].connector == "and"
    near = last.hit.clause_index == hit.clause_index - 1
    return (last.placed,) if joined and near and last.placed.basis == "inherited" else ()


def _named_since(
    found: tuple[Placed, ...],
    text: str,
    span: Span,
    happened: Sequence[Placed],
    thread: Thread,
    mentions: Sequence[Mention],
) -> tuple[Placed, ...]:
    """What "the city" stands for, unless another place of the events was named again since."""
    if len(found) != 1:
        return found
    ids = {p.mention.place.id for p in happened if p.mention.place}
    again = [p for p in thread.named if p.mention.start > found[0].mention.start and p.mention.place]
    named = [p for p in again if p.mention.place and p.mention.place.id in ids]
    later = anaphoric_places(text, span, named, mentions=mentions)
    return later or found


_UNKNOWN = re.compile(
    r"\b(?:in|at|near|outside|of|from|into|towards|toward|fleeing|entering|leaving|reaching|on)\s+(?P<name>[A-Z][\w'-]+)"
)


_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)


def names_unknown(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True where the clause names a place that the atlas does not know: it happened there, not where the last did."""
    if names_a_capital(text, hit.clause):
        return True
    known = [(m.start, m.end) for m in sentence.mentions]
    for match in _UNKNOWN.finditer(text, hit.trigger.start, hit.clause.end):
        if not _CALENDAR.match(match.group("name")) and not any(a <= match.start("name") < b for a, b in known):
            return True
    return any(
        m.place is None and m.role == "literal" and hit.clause.start <= m.start < hit.clause.end
        for m in sentence.mentions
    )


_LONG_AGO = frozenset({"month", "year"})


def _is_another_time(hit: Hit, sentence: Sentence) -> bool:
    """True in a clause that looks back or ahead: "since the war began", "In November the group seized a ship"."""
    clauses = sentence.clauses
    if hit.clause_index < len(clauses) and clauses[hit.clause_index].connector in {"since", "until", "before"}:
        return True
    if hit.category not in INHERITS_PLACE:
        return False
    fired = hit.category == "strike" and hit.tense == "perfect"  # "have fired 900 rockets since Monday"
    inside = [d for d in sentence.dates if hit.clause.start <= d.start < hit.clause.end]
    return any(d.precision in _LONG_AGO or (d.text.startswith("since ") and fired) for d in inside)


# What one side does in return, it does to the other side.
_IN_RETURN = re.compile(
    r"\b(?:in (?:return|response|retaliation|reply|turn)(?!\s+(?:for|to))|for (?:its|their) part|retaliated|responded|answered)\b",
    re.IGNORECASE,
)


def _goes_on_from(text: str, hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where a hit without a place goes on with what the sentence before told."""
    if sentence.segment.index - last.segment.index > 2 or (_sums_up(hit, sentence, last) and not _is_both(text, hit)):
        return False
    if _IN_RETURN.search(text, hit.clause.start, hit.clause.end):
        return False
    if hit.category == "air_defence" != last.hit.category:
        # A country's air force sums up; only "nine were shot down", "the drone was" goes on with the same ones.
        named = hit.object is not None and text[hit.object.start : hit.object.end].lower().startswith(
            ("the ", "it", "both ")
        )
        return named or _may_be_of_those(hit, sentence, last)
    return True


def _is_both(text: str, hit: Hit) -> bool:
    """True for "both aircraft": those just told of."""
    return hit.object is not None and text.startswith(("Both ", "both "), hit.object.start)


def _may_be_of_those(hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where what was shot down may be part of what the last telling counted: no more, and the same things."""
    attack = 0 if last.numbers.loose else last.numbers.count or 0
    own = [c for c in sentence.counts if hit.clause.start <= c.start < hit.clause.end and c.unit in _FLYING | {None}]
    return attack > 1 and all((c.value or 0) <= attack and c.unit in {None, last.numbers.unit} for c in own)


_FLYING = frozenset({"drones", "missiles", "aircraft"})


def _sums_up(hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where another speaker counts what flew over a whole country: "According to the air force, 458 drones came in"."""
    counted = any(hit.clause.start <= c.start < hit.clause.end and c.unit in _FLYING for c in sentence.counts)
    told = {c.claimant.name for c in last.claims}
    return counted and any(c.claimant.name not in told for c in sentence.claims)


_COURT_REACH = 4  # sentences over which "the court" stays the one named before


def _names_new(text: str, hit: Hit) -> bool:
    """True where "a court" acts: another one than that told of before."""
    doer = hit.agent or hit.subject
    return doer is not None and text[doer.start : doer.end].lower().startswith(("a ", "an ", "another "))


def _court_before(sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The seat of the court that the section told of a few sentences before."""
    for telling in reversed(thread.tellings):
        near = sentence.segment.index - telling.segment.index <= _COURT_REACH
        if near and telling.hit.category == "legal" and telling.placed is not None:
            return (replace(telling.placed, basis="inherited"),)
    return ()
