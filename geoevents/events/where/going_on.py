"""Where a hit is that names no place and points at none: where what was told last was, if it goes on with that."""

import re

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import PINNED
from geoevents.events.categories import GROUND, VIOLENCE
from geoevents.events.telling import Placed, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import within
from geoevents.events.where.countries import alpha3
from geoevents.events.where.crowds import where_the_crowd_was
from geoevents.events.where.elsewhere import is_elsewhere
from geoevents.events.where.frames import is_seat_of_speaker
from geoevents.events.where.land import is_its_own
from geoevents.events.where.locatives import as_placed, eligible_mentions, is_locative, with_group
from geoevents.events.where.meetings import talks_before
from geoevents.events.where.officials import LOCAL, of_local_official
from geoevents.events.where.reasons import is_taken_in_battle
from geoevents.events.where.scenes import is_looked_back_on, scene_set
from geoevents.events.where.sufferers import where_it_is_suffered
from geoevents.values import replace

__all__ = ["INHERITS_PLACE", "going_on", "of_the_fight"]

# Categories whose events happen at a place of the war even if the sentence names none: they take the last one told.
INHERITS_PLACE = frozenset(
    {"strike", "control_change", "ground_combat", "naval", "air_defence", "humanitarian", "infrastructure"}
)
_ON_THE_SCENE = frozenset({"abduction", "escape"})  # of those held, what armed men do in the place that they are in


def going_on(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of what was told last, for a hit whose clause points at none before."""
    if talks := talks_before(text, hit, sentence, thread):
        return talks
    if crowd := where_the_crowd_was(text, hit, sentence, thread):
        return crowd
    if about := where_it_is_suffered(text, hit, sentence):
        return about
    if hit.category == "legal":
        return () if _names_new(text, hit) else _court_before(sentence, thread)
    own_thing = is_its_own(text, hit) and not _is_all_of_a_town(text, hit, sentence, thread)
    on_scene = hit.subtype in _ON_THE_SCENE or is_taken_in_battle(text, hit)
    if (hit.category not in INHERITS_PLACE and not on_scene) or own_thing:
        return _of_the_verb_before(hit, sentence, thread)
    if own := of_local_official(text, hit, sentence):
        return own
    if hit.category == "control_change" and (hit.modality == "planned" or not _of_known_ground(text, hit)):
        return ()  # "vowed to win back what was lost"
    if there := _under_heading(hit, thread) or scene_set(text, hit, sentence, thread):
        return there
    last = _last_placed(hit, thread)
    if last is None or last.placed is None or not _goes_on_from(text, hit, sentence, last):
        return ()
    if own := _named_ahead(text, hit, sentence):
        return own
    if _strikes_back(hit, sentence, last):
        return ()
    several = sum(t.record == last.record for t in thread.tellings) > 1 and last.segment is not sentence.segment
    if several or (_acts_on_many(hit, sentence) and last.placed.spot.precision in _SMALL):
        return ()  # after a list of places, and of four villages, nobody knows at which
    return (replace(last.placed, basis="inherited"),)


def _under_heading(hit: Hit, thread: Thread) -> tuple[Placed, ...]:
    """The one small place that a heading names, for what its section tells first: "Market in [Homs] hit | Shells fell on the stalls".

    A heading that is nothing but a name may name an area: "[Sumy region] | Shelling injured two people".
    """
    sizes = PINNED | _AREAS if thread.is_gazette else PINNED
    one = len({p.spot.name for p in thread.heading}) == 1 and thread.heading[0].spot.precision in sizes
    if not one or thread.tellings or hit.category not in _ON_THE_SPOT or hit.clause_kind == "relative":
        return ()
    return (replace(thread.heading[0], basis="inherited"),) if hit.modality == "actual" else ()


_AREAS = frozenset({"adm1", "adm2"})
_ON_THE_SPOT = INHERITS_PLACE - {"air_defence", "naval"}


def _is_all_of_a_town(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> bool:
    """True for "all flights had been cancelled" right behind what hit a town, or where a governor or mayor says so."""
    if hit.object is None or not text.startswith(("all ", "All "), hit.object.start):
        return False
    last = thread.tellings[-1] if thread.tellings else None
    if (
        hit.voice == "passive"
        and last is not None
        and last.placed is not None
        and last.placed.spot.precision in PINNED
        and last.hit.category in _ON_THE_SPOT
        and sentence.segment.index - last.segment.index <= 1
        and _ITS_OWN.match(text, hit.object.start) is None
    ):
        return True
    covering = [c for c in sentence.claims if c.scope_start <= hit.trigger.start < c.scope_end]
    return any(LOCAL.search(text, c.speaker_start, c.speaker_end) for c in covering)


_ITS_OWN = re.compile(r"all\s+(?:of\s+)?(?:its|their)\b", re.IGNORECASE)
_ON_THE = re.compile(r"\s+(?:(?:\w+\s+)?(?:on|to|towards?|into|for)\s+(?:the|its)|it|them)\b")
_KNOWN = ("the ", "it", "both ", "all ", "that ", "this ", "these ", "them", "another ")


def _of_known_ground(text: str, hit: Hit) -> bool:
    """True for ground or troops known from before: "took the airport", "seized it", "the defenders slipped away"."""
    thing = hit.object or hit.subject
    if (
        hit.voice == "noun"
        or hit.subtype in {"withdrawal", "contested"}
        or _ON_THE.match(lowered(text), hit.trigger.end)
    ):
        return True
    return thing is not None and text[slice(*thing)].lower().startswith(_KNOWN)


def _acts_on_many(hit: Hit, sentence: Sentence) -> bool:
    """True for what happens to several settlements or to tens of thousands: they are not in the one town told of before."""
    inside = [c for c in sentence.counts if hit.clause.start <= c.start < hit.clause.end]
    civil = hit.category in {"humanitarian", "infrastructure"}
    return any(
        (c.unit == "settlements" and (c.value or 2) > 1) or (civil and (c.value or 0) >= _TENS_OF_THOUSANDS)
        for c in inside
    )


_TENS_OF_THOUSANDS = 10_000
_SMALL = PINNED | {"adm2"}  # towns and their districts


def _strikes_back(hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where those of the country that was just hit fire: "Rockets hit [Haifa]. Israeli jets bombed the launchers"."""
    place = last.placed.mention.place if last.placed is not None else None
    if place is None or not {hit.category, last.hit.category} <= {"strike"} or hit.voice != "active":
        return False
    own = [m for m in sentence.mentions if within(m, hit.subject) and m.place is not None and m.place.kind == "country"]
    theirs = {a.country for a in last.actors if a.role != "target"}
    return any(m.place.country == place.country and alpha3(m.place.country) not in theirs for m in own if m.place)


def _named_ahead(text: str, hit: Hit, sentence: Sentence) -> tuple[Placed, ...]:
    """The place that the sentence itself names ahead of a hit: "returned to [X] in April after fighters left the town"."""
    named = eligible_mentions(sentence.mentions)
    speakers = [(c.speaker_start, c.speaker_end) for c in sentence.claims]
    said = [c for c in sentence.claims if c.scope_start <= hit.trigger.start < c.scope_end]
    ahead = [
        m
        for m in named
        if m.end <= hit.trigger.start and m.role == "literal" and not any(a <= m.start < b for a, b in speakers)
    ]
    ahead = [m for m in ahead if not any(is_seat_of_speaker(m, c) for c in said)]
    aside = [c for c in sentence.clauses if c.kind == "relative"]
    ahead = [m for m in ahead if not any(c.start <= m.start < c.end for c in aside)]
    ahead = [m for m in ahead if is_locative(text, m, sentence.segment.start) and not is_elsewhere(text, m, hit, named)]
    return as_placed(with_group(ahead[-1:], ahead)) if hit.category != "air_defence" else ()


def of_the_fight(text: str, hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of the fight told last, at whatever time, for "they lost it" and "since [they] launched the offensive"."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.placed is None or not {hit.category, last.hit.category} <= GROUND:
        return ()
    apart = sentence.segment.index - last.segment.index
    on_it = apart <= _IT_REACH and _is_of_it(text, hit)
    clause = sentence.clauses[hit.clause_index] if hit.clause_index < len(sentence.clauses) else None
    since = apart == 0 and clause is not None and clause.connector == "since" and hit.subtype != "invasion"
    return (replace(last.placed, basis="inherited"),) if on_it or since else ()


def _is_of_it(text: str, hit: Hit) -> bool:
    """True for "they lost it", "it was retaken", "it is in their hands"."""
    if hit.voice == "noun":
        return _IT_STANDS.search(lowered(text), hit.clause.start, hit.trigger.start) is not None
    return hit.object is not None and text[hit.object.start : hit.object.end].lower().split()[-1:] == ["it"]


_IT_STANDS = re.compile(r"\bit\s+(?:is|was|has|had)\b[^,;]*$")
_IT_REACH = 2  # sentences over which "it" may stay the place that was fought over


_ON_LAND = frozenset({"humanitarian", "infrastructure", "ground_combat", "control_change"})


def _last_placed(hit: Hit, thread: Thread) -> Telling | None:
    """What was told last on the ground, if it is news with a place; not of "the country": what came next was at one place of it."""
    told = [t for t in thread.tellings if t.hit.category in INHERITS_PLACE and _may_hold(t, hit)]
    last = next((t for t in reversed(told) if not is_looked_back_on(t, told)), None)
    if last is None or last.placed is None or last.is_background:
        return None
    return None if last.placed.basis == "inherited" and last.placed.spot.precision == "country" else last


def _may_hold(telling: Telling, hit: Hit) -> bool:
    """False for what fell into a sea, where a hit goes on with what happened on land, and for a shut border or airspace."""
    place = telling.placed.mention.place if telling.placed is not None else None
    if place is not None and place.kind == "country" and telling.hit.category == "infrastructure" != hit.category:
        return False
    afloat = place is not None and place.kind in {"sea", "strait"} and telling.hit.category != "naval"
    return not afloat or hit.category not in _ON_LAND


def _of_the_verb_before(hit: Hit, sentence: Sentence, thread: Thread) -> tuple[Placed, ...]:
    """The place of the verb that "and" joins a hit to: "laid down their arms there and were disarmed"."""
    last = thread.tellings[-1] if thread.tellings else None
    if last is None or last.segment is not sentence.segment or last.placed is None:
        return ()
    if last.hit.category != hit.category and not {last.hit.category, hit.category} <= VIOLENCE:
        return ()
    joined = hit.clause_index < len(sentence.clauses) and sentence.clauses[hit.clause_index].connector == "and"
    near = last.hit.clause_index == hit.clause_index - 1
    return (last.placed,) if joined and near and last.placed.basis == "inherited" else ()


# What one side does in return, it does to the other side.
_IN_RETURN = re.compile(
    r"\b(?:in (?:return|response|retaliation|reply|turn)(?!\s+(?:for|to))|for (?:its|their) part|retaliated|responded|answered)\b",
    re.IGNORECASE,
)


def _goes_on_from(text: str, hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where a hit without a place goes on with what the sentence before told."""
    if sentence.segment.index - last.segment.index > 2 or (
        _sums_up(hit, sentence, last) and not _is_of_those(text, hit, last)
    ):
        return False
    if _IN_RETURN.search(text, hit.clause.start, hit.clause.end):
        return False
    if hit.category == "air_defence" != last.hit.category:
        # A country's air force sums up; only "nine were shot down", "the drone was" goes on with the same ones.
        named = hit.object is not None and text[hit.object.start : hit.object.end].lower().startswith(
            ("the ", "it", "both ")
        )
        return named or _is_all_of_those(text, hit, last) or _may_be_of_those(hit, sentence, last)
    return True


def _is_of_those(text: str, hit: Hit, last: Telling) -> bool:
    """True for what was just told of: "both aircraft", "the building was hit", "a missile brought it down", "six drones were used"."""
    if hit.category == "strike" and _IT.search(text, hit.trigger.start, hit.trigger.end):
        return True
    if hit.category == "strike" and _TOOK_PART.search(lowered(text), hit.clause.start, hit.clause.end):
        return last.placed is not None and last.placed.spot.precision in PINNED
    first = text[hit.object.start : hit.object.end].lower() if hit.object is not None else ""
    return first.startswith("both ") or (
        hit.category == "strike" and hit.voice == "passive" and first.startswith("the ")
    )


_IT = re.compile(r"\bit\b")
_TOOK_PART = re.compile(
    r"\b(?:(?:were|was|been)\s+(?:used|involved|employed)|took\s+part|involved\s+in\s+(?:the|this|that)\s+\w+)\b"
)


def _is_all_of_those(text: str, hit: Hit, last: Telling) -> bool:
    """True for "downed all five missiles" after a strike on one place: those that flew there."""
    raid = last.hit.category == "strike" and last.placed is not None and last.placed.spot.precision in PINNED
    return raid and hit.object is not None and text[hit.object.start : hit.object.end].lower().startswith("all ")


def _may_be_of_those(hit: Hit, sentence: Sentence, last: Telling) -> bool:
    """True where what was shot down may be part of what the last telling counted: no more, and the same things."""
    attack = 0 if last.numbers.loose else last.numbers.count or 0
    own = [
        c
        for c in sentence.counts
        if hit.clause.start <= c.start < hit.clause.end and (c.unit is None or c.unit in _FLYING)
    ]
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
