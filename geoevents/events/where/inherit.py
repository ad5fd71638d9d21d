"""Where a hit without a place of its own happened: what the sentences before tell, by anaphora or by going on."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED, Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.anaphora import anaphoric_places, is_bare_district, names_a_capital, one_of_two, pointed_at
from geoevents.events.where.capitals import capital_in_talk
from geoevents.events.where.going_on import INHERITS_PLACE, going_on, of_the_fight
from geoevents.events.where.home import home_told
from geoevents.events.where.land import names_a_state, names_the_country, raided_country, the_country, the_island
from geoevents.events.where.locatives import THERE, placed_mentions
from geoevents.events.where.named_ahead import there_ahead, where_ahead
from geoevents.events.where.officials import LOCAL, there_of_an_official
from geoevents.events.where.reasons import is_another_time, is_apart, is_at_large, is_at_several, is_conduct
from geoevents.events.where.scenes import scene_set, small_of_one_name
from geoevents.events.where.sites import site_before
from geoevents.events.where.unknown_names import taken_up
from geoevents.events.where.unplaced import names_unknown
from geoevents.values import replace

__all__ = ["inherited_places", "meant_by_noun", "with_there"]

_MOVES = frozenset({"humanitarian"})  # where people are taken is not what "the city" means next


def meant_by_noun(
    text: str, hit: Hit, placed: Sequence[Placed], thread: Thread, mentions: Sequence[Mention]
) -> tuple[Placed, ...]:
    """The place named before that what is acted on stands for, where the sentence names but an area around it:
    "the village in the occupied part of [the region] is in their hands".
    """
    phrase = hit.object if hit.voice != "noun" else hit.subject
    if phrase is None and hit.subtype == "advance" and (goal := _GOAL.match(lowered(text), hit.trigger.end)):
        phrase = Span(goal.start(), goal.end())
    fled = hit.subtype == "displacement" and hit.voice == "active"  # "fled the city, many of them to [a town]"
    along = hit.subtype == "advance" and phrase is not None and _ALONG.match(lowered(text), phrase.end) is not None
    small = any(p.spot.precision in PINNED or is_bare_district(p) for p in placed)
    if phrase is None or not placed or (small and not (fled or along)):
        return ()
    return tuple(
        p for p in anaphoric_places(text, phrase, thread.named, mentions=mentions) if p.spot.precision in PINNED
    )


# "advanced | towards the city along the [river]"
_GOAL = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:towards?|on|into|to|inside)\s+the\s+(?:city|town|village|capital|port)\b(?!\s+of\b)"
)
_ALONG = re.compile(r"\s+(?:along|past|via|from|by\s+way\s+of)\b")
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
    span = _with_shared_subject(hit)
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
    if whose := _its_centre(text, hit, said or thread.named[-1:]) or the_island(
        text, span, [*thread.states, *states], [*thread.named, *happened, *here]
    ):
        return whose
    if land := raided_country(hit, sentence, thread.tellings) or home_told(
        text, hit, happened or [t.placed for t in thread.tellings if t.placed], thread.countries
    ):
        return land
    if local := there_of_an_official(text, hit, sentence, happened) or _new_scene(text, hit, sentence, thread):
        return local
    if not sentence.words.isdisjoint({"latter", "former"}) and (one := one_of_two(text, span, thread.towns)):
        return one
    site = site_before(text, hit, sentence, thread) or of_the_fight(text, hit, sentence, thread)
    if (
        found := there_ahead(text, hit, sentence)
        or where_ahead(text, hit, sentence, thread, happened)
        or site
        or taken_up(text, hit, sentence, thread.tellings)
        or _only_one_named(text, here, hit, sentence, thread)
    ):
        return found
    thread_first = not here and not pointed_at(text, span)
    recent = happened if hit.category in INHERITS_PLACE else _lately(thread, sentence)
    if is_apart(text, sentence.segment.start, hit.trigger.start, sentence.words) or _is_everywhere(text, hit, sentence):
        return ()
    near = _just_told(text, span, sentence, thread) if thread_first else []
    by_word = anaphoric_places(text, span, near or recent, mentions=sentence.mentions) if thread_first else ()
    by_word = by_word or (_of_thing_before_aside(text, hit, sentence, recent) if thread_first else ())
    by_word = by_word if near else _named_since(by_word, text, span, happened, thread, sentence.mentions)
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
    return going_on(text, hit, sentence, thread)


def _new_scene(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    return scene_set(text, hit, sentence, thread) if thread.tellings else ()


def _with_shared_subject(hit: Hit) -> Span:
    """The clause of a hit, from the subject on that a passive shares with the one before: "[The villages] were taken | and freed"."""
    shared = hit.voice == "passive" and hit.subject is not None and hit.subject.end <= hit.clause.start
    if (
        not shared
        or hit.category not in INHERITS_PLACE
        or hit.reduced
        or hit.clause_kind != "main"
        or hit.subject is None
    ):
        return hit.clause
    return Span(hit.subject.start, hit.clause.end)


def _is_everywhere(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for what is counted of a whole front or war, in a sentence that points at no place told before."""
    start, end = sentence.segment.start, sentence.segment.end
    pointed = _THE_TOWN.search(text, start, end) is not None or pointed_at(text, hit.clause)
    return (is_at_large(text, hit, start, end, sentence.words) or is_at_several(text, hit)) and not pointed


# "two missiles hit [its centre]", "shells fell on [its outskirts]"
_ITS = re.compile(
    r"\s*(?:of\s+|on\s+)?its\s+(?:\w+\s+)?"
    r"(?:cent(?:re|er)|outskirts|suburbs|heart|airport|airfield|port|harbou?r|station|streets|market|hospital|university|\w+ern part)\b"
)


def _its_centre(text: str, hit: Hit, before: Sequence[Placed]) -> tuple[Placed, ...]:
    """The town named last before whose centre, port or station a hit acts on; () if it acts on no such thing."""
    thing = hit.topic or hit.object
    at = thing.start if thing is not None and hit.voice == "active" else hit.trigger.end
    towns = [p for p in before if p.mention.place is not None and p.mention.place.kind in SETTLEMENTS]
    if not towns or _ITS.match(lowered(text), at) is None:
        return ()
    return (replace(towns[-1], basis="inherited"),)


def _of_thing_before_aside(text: str, hit: Hit, sentence: Sentence, recent: Sequence[Placed]) -> tuple[Placed, ...]:
    """The one place told of, for a subject that a relative clause parts from its verb: "traffic at the port, which handles oil, |
    was halted"."""
    before = sentence.clauses[hit.clause_index - 1] if 0 < hit.clause_index < len(sentence.clauses) else None
    if hit.clause_kind != "main" or before is None or before.kind != "relative" or hit.subject is None:
        return ()
    if hit.subject.end > before.start or len({p.spot.name for p in recent}) != 1:
        return ()
    return anaphoric_places(text, hit.subject, recent)


def _lately(thread: Thread, sentence: Sentence) -> list[Placed]:
    """Places of what was told to have happened in the sentence before, for what is decided or done at "the port" next."""
    return [
        t.placed
        for t in thread.tellings
        if t.placed and t.hit.category in INHERITS_PLACE - _MOVES and not t.is_background
        if sentence.segment.index - t.segment.index <= 1
    ]


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
    if again and _THE_PORT.search(text, *span) and _TO.search(text, 0, again[-1].mention.start):
        return ()  # "bombed Sanaa. The president fled to Aden. The port was shelled"
    named = [p for p in again if p.mention.place and p.mention.place.id in ids]
    later = anaphoric_places(text, span, named, mentions=mentions)
    if later and _THE_CITY.search(text, *span) and _is_city(found[0]) and not _is_city(later[0]):
        return found  # "bombed Homs. Shells landed in the suburb of X. The attack on the city"
    return later or found


_THE_CITY = re.compile(r"\bthe\s+city\b")


def _is_city(placed: Placed) -> bool:
    return placed.mention.place is not None and placed.mention.place.kind == "city"


_ON_THE_WAY = re.compile(r"\b(?:to|towards?|from)\s+(?:the\s+)?$")
_WAY = 12  # letters before a name in which "to the" stands


def _only_one_named(
    text: str, here: Sequence[Placed], hit: Hit, sentence: Sentence, thread: Thread
) -> tuple[Placed, ...]:
    """The one small place that the sentence before names, for "there": "[X] was reopened on Monday. Rockets fell there again"."""
    number, named = thread.just_named
    if here or "there" not in sentence.words or sentence.segment.index - number != 1:
        return ()
    small = small_of_one_name(named)
    if not small or small[0].mention.role != "literal" or THERE.search(lowered(text), *hit.clause) is None:
        return ()
    if _ON_THE_WAY.search(text, small[0].mention.start - _WAY, small[0].mention.start):
        return ()  # "lies on the road to [X]"
    return (replace(small[0], basis="inherited"),)


def _just_told(text: str, span: Span, sentence: Sentence, thread: Thread) -> list[Placed]:
    """Where the sentence before told that people fled or were moved, for "there": "They fled to [Gisenyi]. Shells hit their
    barracks there"."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.placed is None or last.hit.category not in _MOVES or "there" not in sentence.words:
        return []
    near = sentence.segment.index - last.segment.index == 1 and THERE.search(lowered(text), span.start, span.end)
    return [last.placed] if near else []


_THE_PORT = re.compile(r"\b[Tt]he\s+(?:port|harbou?r)\b(?!\s+(?:of|city|town)\b)")
_TO = re.compile(r"\bto\s+$")
_LONG_AGO = frozenset({"month", "year"})


def _is_another_time(hit: Hit, sentence: Sentence) -> bool:
    """True in a clause that looks back or ahead: "since the war began", "In November the group seized a ship"."""
    clauses = sentence.clauses
    if hit.clause_index < len(clauses) and clauses[hit.clause_index].connector in {"since", "until", "before"}:
        return True
    if hit.category not in INHERITS_PLACE:
        return False
    # "have fired 900 rockets since Monday", "had moved 800 people out since Friday"
    counted = any(hit.clause.start <= c.start < hit.clause.end for c in sentence.counts)
    fired = hit.tense in {"perfect", "pluperfect"} and (counted or hit.category == "strike")
    inside = [d for d in sentence.dates if hit.clause.start <= d.start < hit.clause.end]
    return any(d.precision in _LONG_AGO or (d.text.startswith("since ") and fired) for d in inside)
