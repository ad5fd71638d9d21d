"""Tellings of one hit: its places and numbers, shared out over statements and rows."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.article import Article
from geoevents.articles.tokens import lowered
from geoevents.events.codebook import Codebook
from geoevents.events.howmany.acted_on import number_acted_on
from geoevents.events.howmany.count_words import WEAPONS
from geoevents.events.howmany.harm_again import named_again
from geoevents.events.howmany.hit_casualties import (
    CARRIES_CASUALTIES,
    CASUALTIES,
    MAY_SAY_NONE_HURT,
    casualties,
    casualties_by_place,
    none_hurt,
    with_casualties,
)
from geoevents.events.howmany.shares import Share, shares_of
from geoevents.events.telling import NO_NUMBERS, Numbers, Telling
from geoevents.events.thread import Sentence, Thread
from geoevents.events.told_base import told_base
from geoevents.events.told_rows import as_attack, as_counted, in_turn, rows_of, with_names
from geoevents.events.what.continued import carried
from geoevents.events.what.harmed_elsewhere import is_of_elsewhere
from geoevents.events.what.hit import Hit
from geoevents.events.what.retold import is_state, only_follows, tells_nothing
from geoevents.events.when.dates import DateMention
from geoevents.events.when.fitting import dates_for
from geoevents.events.when.from_deeds import day_of_incident
from geoevents.events.when.turns import turns_of
from geoevents.events.where.told_places import told_places
from geoevents.events.where.unknown_names import as_named
from geoevents.events.where.unplaced import names_unknown, unplaced_names
from geoevents.values import replace

__all__ = ["told_hit"]


def told_hit(
    article: Article, sentence: Sentence, hit: Hit, *, codebook: Codebook, thread: Thread, hits: Sequence[Hit]
) -> Iterator[list[Telling]]:
    """Tellings of one hit: one list a statement, one telling a place."""
    text = article.text
    if only_follows(hit, sentence, codebook, thread) or is_state(hit, sentence):
        return
    placed = told_places(text, sentence, hit, thread=thread, hits=hits)
    base = told_base(article, sentence, hit, thread=thread, hits=hits)
    if base.when.basis == "publication" and (day := day_of_incident(text, base, placed, thread.tellings)) is not None:
        base = replace(base, when=day)
    known = {p.mention.start for p in placed}
    names = [m for m in unplaced_names(text, hit, sentence, placed) if m.start not in known]
    turns = turns_of(text, hit, _dates_for(text, hit, sentence), hits)
    if turns:
        yield from in_turn(article, sentence, base, turns, placed=placed, names=names, codebook=codebook, thread=thread)
        return
    unit = codebook.subtype(hit.category, hit.subtype).count_unit
    shares = shares_of(
        hit, placed=placed, counts=sentence.counts, unit=unit, hits=hits, clauses=sentence.clauses, text=text
    )
    hurt = _hurt(text, sentence, hit, hits)
    on = carried(text, hit, thread.tellings)
    weapons = hit.category == "strike" and _is_volley(shares)
    again = named_again(text, sentence, hurt.casualty, shares)
    shares = again or shares
    if weapons:  # what goes on goes on with the weapon that its words tell, and that has the dead
        shares = tuple(sorted(shares, key=lambda s: s.count is not None and s.count.unit == unit))
    elif sum(s.count is not None and bool(s.placed) for s in shares) > 1:
        hurt = NO_NUMBERS  # "31 died: 20 in A, eight in B": each place has its own
    for share in shares:
        bare = not share.placed and share.count is None and not share.is_aggregate
        if (
            bare
            and not names
            and not _is_speakers_number(article, sentence, base, hurt)
            and not _is_dated_apart(text, base, hurt)
            and tells_nothing(base, thread)
            and not names_unknown(text, hit, sentence)
        ):
            continue
        loose = len(shares) == 1 and share.count is None and hurt.casualty is None and on is None
        full = replace(share, count=number_acted_on(text, hit, sentence.counts)) if loose else share
        alone = (
            full.count is None or full.count.value == 1
        )  # "a missile killed five in A and another injured nine in B"
        each = casualties_by_place(text, sentence.counts, full.placed) if alone else None
        one = as_counted(base, full, codebook, one_of_several=weapons)
        one = as_attack(one, full, text) if weapons else one
        rows = rows_of(
            one,
            full,
            hurt=NO_NUMBERS if (weapons or again) and share is not shares[-1] else hurt,
            carried=on,
            each=each,
        )
        yield with_names(as_named(rows, sentence), names)
        if not weapons and not rows[0].is_aggregate:
            names = []  # told once, whatever else is counted


def _is_volley(shares: Sequence[Share]) -> bool:
    """True for shares that part by weapon what came down on the same places: "fired 40 drones and six missiles at X"."""
    units = [s.count.unit for s in shares if s.count is not None]
    several = len(set(units)) > 1 and WEAPONS.issuperset(units)
    return (several or (len(units) > 1 and set(units) == {"attacks"})) and all(
        s.placed == shares[0].placed for s in shares
    )


def _is_dated_apart(text: str, base: Telling, hurt: Numbers) -> bool:
    """True for the dead of another deed with a date of its own: "A similar ambush in January killed nine"."""
    anew = base.apart or text.startswith(("A ", "An "), base.hit.clause.start)
    return anew and base.when.basis in {"explicit", "relative"} and hurt.casualty is not None


def _is_speakers_number(article: Article, sentence: Sentence, base: Telling, hurt: Numbers) -> bool:
    """True for what somebody counts in words of his own: "the ministry said [it had hit 60 targets]", "[nine were killed by shells]"."""
    own = bool(base.claims) and not base.inherited_claim and base.hit.weight > _MERELY_KILLED
    if not own or base.hit.clause_kind != "complement":
        return False
    return hurt.casualty is not None or number_acted_on(article.text, base.hit, sentence.counts) is not None


_MERELY_KILLED = 0.3  # weight of "nine were killed", which tells no weapon


def _dates_for(text: str, hit: Hit, sentence: Sentence) -> list[DateMention]:
    """The dates of the sentence that may be of a hit, ahead of the news for what is planned."""
    dates = sentence.planned_dates if hit.modality == "planned" else sentence.dates
    return dates_for(text, hit, dates, sentence.claims) if len(dates) > 1 else []


_LOOKING_BACK = ("since ", "until ", "before ")


# "two days after an attack on X", "a week before the raid": what it names is another time's.
_TIME_FROM = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before|since)\b[^,;]*$")


_FROM_WORDS = frozenset({"after", "before", "since"})
# "the bombing was followed by | gunfire, killing nine": the dead are of the whole attack
_SEQUEL = re.compile(r"\bfollowed\s+by\s+(?:[\w-]+\s+){0,3}$")


def _is_sequel(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True for what a deed was followed by, unless that one has dead of its own: "raids that killed 30 were followed by shelling"."""
    own = any(c.unit in CASUALTIES and c.end <= hit.trigger.start for c in sentence.counts)
    return not own and _SEQUEL.search(text, hit.clause.start, hit.trigger.start) is not None


def _of_now(text: str, hits: Sequence[Hit], sentence: Sentence) -> list[Hit]:
    """Hits that may have cost lives now: "its heaviest raid since the war began, killing 39" tells no dead of the war."""
    now = [h for h in hits if not text.startswith(_LOOKING_BACK, h.clause.start)]
    if not now:  # "an hour before the deadline four people were killed": its only deed
        now = [h for h in hits if text.startswith("before ", h.clause.start)]
    if "followed" in sentence.words:
        now = [h for h in now if not _is_sequel(text, h, sentence)] or now
    if sentence.words.isdisjoint(_FROM_WORDS):
        return now
    hurt = [c.start for c in sentence.counts if c.unit in CASUALTIES]
    first = max(hurt, default=-1)
    near = [
        h
        for h in now
        if h.trigger.start < first or not _TIME_FROM.search(lowered(text), h.clause.start, h.trigger.start)
    ]
    return near or now


def _hurt(text: str, sentence: Sentence, hit: Hit, hits: Sequence[Hit]) -> Numbers:
    """Casualties of a hit; "nobody was hurt" is said of the last one of the sentence that carries any."""
    counts = [c for c in sentence.counts if c.unit not in CASUALTIES or not is_of_elsewhere(hit, c, sentence)]
    hurt = casualties(hit, counts=counts, hits=_of_now(text, hits, sentence), clauses=sentence.clauses, text=text)
    numbers = with_casualties(NO_NUMBERS, hurt)
    bearers = [h for h in hits if h.category in CARRIES_CASUALTIES]
    if bearers and bearers[-1] is hit and not sentence.words.isdisjoint(MAY_SAY_NONE_HURT):
        return none_hurt(text, sentence.segment.start, sentence.segment.end, numbers)
    return numbers
