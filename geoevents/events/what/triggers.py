"""Which words of a sentence tell an event, and what stands in their slots (``events.md`` 4.2, 4.8)."""

from collections.abc import Sequence
from itertools import compress

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.sentence.clauses import parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots, noun_slots, verb_slots
from geoevents.events.sentence.word_classes import could_be_verb
from geoevents.events.sentence.word_lists import BE
from geoevents.events.what.conditions import is_class
from geoevents.events.what.deeds import deeds
from geoevents.events.what.describing import describes
from geoevents.events.what.hit import Hit
from geoevents.events.what.noun_use import in_name, is_compound, is_general, is_superlative, is_topic
from geoevents.events.what.read_as import read_as
from geoevents.events.what.reading import Reading
from geoevents.events.what.rivals import settled
from geoevents.events.what.titles import is_title
from geoevents.events.what.trigger_index import FARTHEST, Usage, begun
from geoevents.events.who.people import NOBODY, People
from geoevents.values import replace

__all__ = ["hits", "hits_of"]


def hits(
    codebook: Codebook,
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    *,
    dated: bool = True,
    before: Sequence[str] = (),
    people: People = NOBODY,
) -> tuple[Hit, ...]:
    """Triggers of one sentence in text order, at most one for each word after rivals are settled.

    ``mentions`` are those of the sentence; they serve the classes ``{place}`` and ``{actor}``.  ``dated``: the sentence
    tells a date; ``before``: the lower-case words of the sentence before, for "nine were shot down"; ``people``: the
    persons of the article.  Hypothetical and negated hits are among them, with their ``modality``.
    """
    (found,) = hits_of([Reading(text, parse(tokens, codebook.bare_verbs), mentions, codebook, dated, before, people)])
    return found


def hits_of(readings: Sequence[Reading]) -> list[tuple[Hit, ...]]:
    """As ``hits``, of several sentences: each step is done for all of them before the next one begins."""
    steps = [[step(r) for r in readings] for step in (_verbs, _nouns, _deeds)]
    found = [[hit for step in own for hit in step] for own in zip(*steps, strict=True)]
    return [tuple(settled(own, r.text, r.mentions)) for own, r in zip(found, readings, strict=True)]


def _verbs(r: Reading) -> list[Hit]:
    """Hits of verbs, phrasal ones split by up to four words."""
    found = []
    index = r.book.verb_index
    for i in compress(range(len(r.lows)), map(index.__contains__, r.lows)):
        word, tells = r.lows[i], could_be_verb(r.parse.tags[i])
        if not (tells or word in BE) or (word in _TAKE and r.lows[i + 1 : i + 2] == ["place"]):
            continue  # "took place": it happened
        if word.endswith("ing") and _only_names_kind(r, i):
            continue
        for usage in index[word].parted(r.lows, i, alone=tells):
            last = _rest(r, i, usage)
            if last is not None:
                found += _verb_hits(r, usage, i, last)
    return found


_HURT = frozenset({"wounded", "injured", "killed", "hurt"})
_TAKE = frozenset({"take", "takes", "took", "taken", "taking"})


def _only_names_kind(r: Reading, i: int) -> bool:
    """True for a form in -ing that only tells of which kind a thing is: "an early [warning] system", "artillery-[firing] vehicles"."""
    tags = r.parse.tags
    if i == 0 or tags[i + 1 : i + 2] != "N":
        return False
    joined = r.lows[i - 1] == "-" and r.tokens[i - 1].end == r.tokens[i].start
    return joined or (i > 1 and tags[i - 2 : i] == "DJ") or r.lows[i + 1] in GRAMMAR["compound_after_noun"]


def _verb_hits(r: Reading, usage: Usage, i: int, last: int) -> list[Hit]:
    """Hits of a verb that stands at ``i``, with its particle up to ``last``."""
    entries = usage.fitting(r, i, last)
    if not entries:
        return []
    slots = _with_named(r, verb_slots(r.parse, i, last, r.clause_index(i), particle=len(usage.rest)))
    if r.lows[i] in _HURT and not slots.passive and slots.object is None:
        return []  # "three dead and 52 wounded"
    if slots.doer is not None and _is_nobody(r, slots.doer):
        return []
    entries = [e for e in entries if e.asked.fits_inside(r, slots, i) and not describes(r, e.category, i, slots)]
    return read_as(r, entries, i, last, slots)


def _is_nobody(r: Reading, doer: tuple[int, int]) -> bool:
    """True for a reader or player ("you capture the bridge") and for beasts ("locusts have invaded X")."""
    last = r.lows[doer[1] - 1]
    if last == "you":
        return True
    if not r.lists & r.book.lexicon.mask("beast") or (doer[1] > 1 and not r.tokens[doer[1] - 1].text.islower()):
        return False
    return is_class(r, (doer[1] - 1, doer[1]), "beast")


def _with_named(r: Reading, slots: Slots) -> Slots:
    """The slots with the place for "it": "took [Goma] on Monday and lost [it] on Wednesday"."""
    if slots.object is None or slots.passive or r.lows[slots.object[0]] != "it":
        return slots
    at = r.tokens[slots.object[0]].start
    named = next((m for m in reversed(r.mentions) if m.end <= at and m.spot is not None and m.role == "literal"), None)
    if named is None or is_class(r, (0, slots.object[0]), "ship"):
        return slots  # "lay off X until the navy seized it"
    inside = [k for k, t in enumerate(r.tokens) if named.start <= t.start < named.end]
    return replace(slots, object=(inside[0], inside[-1] + 1)) if inside else slots


def _nouns(r: Reading) -> list[Hit]:
    """Hits of nouns and fixed phrases."""
    found = []
    for i, usages in begun(r.book.noun_index, r.lows):
        if r.lows[i] == "march" and _is_month(r, i):
            continue
        for usage in usages.following(r.lows, i):
            if not usage.rest and r.parse.tags[i] in "VI":
                continue
            last = i + 1 + len(usage.rest)
            entries = usage.fitting(r, i, last)
            if not entries:
                continue
            slots = noun_slots(r.parse, i, last, r.clause_index(i))
            entries = [e for e in entries if e.asked.fits_inside(r, slots, i)]
            if entries and not (
                in_name(r, i, last)
                or is_title(r, i, last)
                or is_compound(r, i, last)
                or is_general(r, last)
                or is_topic(r, i, slots, spoken=entries[0].category == "diplomacy")
                or is_superlative(r, i)
            ):
                found += read_as(r, entries, i, last, slots)
    return found


def _deeds(r: Reading) -> list[Hit]:
    """Hits of nouns of action, by the triggers of their verbs."""
    return [hit for entries, i, last, slots in deeds(r) for hit in read_as(r, entries, i, last, slots)]


def _is_month(r: Reading, i: int) -> bool:
    """True for the month of March: a capital inside the sentence, or a number beside it."""
    beside = r.tokens[max(0, i - 1) : i + 2]
    return (i > 0 and r.tokens[i].text == "March") or any(t.text[0].isdigit() for t in beside)


_TIME = GRAMMAR["between_verb_and_object"]


def _rest(r: Reading, i: int, usage: Usage) -> int | None:
    """Token after a phrasal verb whose first word stands at ``i``; None if its particle does not follow."""
    if not usage.rest:
        return i + 1
    first, parted = usage.rest[0], usage.parted and r.lows[i] not in BE
    parted = parted or usage.rest in _AFIRE
    for at in range(i + 1, i + (FARTHEST if usage.rest in _AFIRE else 6 if parted else 5)):
        if at >= len(r.lows):
            return None
        if r.lows[at] == first and (end := _after_particles(r, at, usage.rest)):
            return end
        if r.parse.tags[at] == "." or not (parted or r.parse.tags[at] in "XD" or r.lows[at] in _TIME):
            return None
    return None


def _after_particles(r: Reading, at: int, rest: tuple[str, ...]) -> int | None:
    """Token after the particles of a phrasal verb, of which the last may stand apart: "opened up again on X", "fired on Monday at"."""
    length = len(rest)
    if tuple(r.lows[at : at + length]) == rest:
        return at + length
    if length != _TWO or r.lows[at + 1 : at + 2] in ([], [","]):
        return None
    k = at + 1
    while k < min(len(r.lows), at + _APART) and (r.parse.tags[k] == "X" or r.lows[k] in _TIME):
        k += 1
    return k + 1 if k > at + 1 and r.lows[k : k + 1] == [rest[1]] else None


_AFIRE = (("on", "fire"), ("ablaze",), ("alight",))  # "set the oil depot in X [on fire]"
_TWO, _APART = 2, 5  # particles of "open up on"; words that may part them
