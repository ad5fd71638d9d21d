"""The triggers of a codebook by the words that begin them, made once a codebook: what a sentence is looked up in."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from geoevents.events.codebook_kinds import Category, Subtype, Trigger
from geoevents.events.sentence.lemmas import gerund, noun_forms, verb_forms
from geoevents.events.what.asked import Asked, asked_of
from geoevents.events.what.lexicon import Lexicon
from geoevents.events.what.reading import Reading
from geoevents.values import dataclass

__all__ = [
    "FARTHEST",
    "NUMBER",
    "PARTICLES",
    "Entry",
    "Usage",
    "Usages",
    "bare_verbs",
    "begun",
    "deed_index",
    "noun_index",
    "verb_index",
]

Told = tuple[Category, Subtype, Trigger]
# Particles that an object may part from their verb ("shot several drones down"); a preposition may not be.
PARTICLES = frozenset(
    [
        "up",
        "down",
        "off",
        "out",
        "back",
        "over",
        "away",
        "home",
        "dead",
        "ablaze",
        "alight",
        "on fire",
        "guilty",
        "offline",
        "go",
        "hostage",
        "captive",
        "prisoner",
        "under fire",
        "lives",
        "under blockade",
        "bottled up",
        "in port",
        "together",
        "face to face",
        "to the table",
        "to the foreign ministry",
    ]
)
_BE = ("be", "is", "are", "was", "were", "been")
FARTHEST = 8  # words from a verb to behind its particle
_THIRD = FARTHEST + 5  # words from a verb to behind its second particle, which may stand apart: "opened up again on"
NUMBER = attrgetter("number")


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger and what it asks, with the ids of what it tells, the rank of its category and who plays which role.

    ``needs`` is the mask of lists of which it asks for a word first, 0 if it asks for none; ``more``: it asks for more around it.
    """

    trigger: Trigger
    asked: Asked
    needs: int
    more: bool
    category: str
    subtype: str
    rank: int
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Usage:
    """The words that follow the first one of a verb or noun, and all triggers that ask for them.

    ``parted``: an object may stand before ``rest`` ("shot several drones down").  ``number`` is its place among the usages of
    the first word, in the order of the codebook.
    """

    rest: tuple[str, ...]
    parted: bool
    entries: tuple[Entry, ...]
    number: int

    def fitting(self, r: Reading, i: int, last: int) -> list[Entry]:
        """The triggers that fit what stands around token ``i``, where their words begin, and ``last``, before which they end."""
        clause, lists = r.clause_tokens(i), r.lists
        told = [e for e in self.entries if lists & e.needs or not e.needs]
        return [e for e in told if not e.more or e.asked.fits_around(r, clause, last)]


@dataclass(frozen=True, slots=True)
class Usages:
    """All usages of a first word: those of it alone, and by their second word the others, by their third and by their rest."""

    alone: tuple[Usage, ...]
    by_third: Mapping[str, Mapping[str, tuple[Usage, ...]]]
    by_rest: Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], tuple[Usage, ...]]], ...]]

    def parted(self, lows: Sequence[str], i: int, *, alone: bool) -> Sequence[Usage]:
        """Those of which the second and third words stand somewhere behind token ``i``, in the order of the codebook."""
        if not self.by_third:
            return self.alone if alone else ()
        found = [*self.alone] if alone else []
        for second in self.by_third.keys() & lows[i + 1 : i + FARTHEST]:
            thirds = self.by_third[second]
            found += thirds.get("", ())
            for third in thirds.keys() & lows[i + 2 : i + _THIRD]:
                found += thirds[third]
        return sorted(found, key=NUMBER) if len(found) > 1 else found

    def following(self, lows: Sequence[str], i: int) -> Sequence[Usage]:
        """Those of which all words stand right behind token ``i``: first those of one word, then in the order of the codebook."""
        after = self.by_rest.get(lows[i + 1]) if i + 1 < len(lows) else None
        if after is None:
            return self.alone
        found: list[Usage] = []
        for length, rests in after:
            found += rests.get(tuple(lows[i + 1 : i + 1 + length]), ())
        return (*self.alone, *sorted(found, key=NUMBER)) if found else self.alone


def begun(index: Mapping[str, Usages], lows: Sequence[str]) -> list[tuple[int, Usages]]:
    """Where a usage may begin by its first two words, and the usages of its first one."""
    told = [(i, index[lows[i]]) for i in compress(range(len(lows)), map(index.__contains__, lows))]
    return [(i, u) for i, u in told if u.alone or (i + 1 < len(lows) and lows[i + 1] in u.by_rest)]


def _entry(category: Category, subtype: Subtype, trigger: Trigger, lexicon: Lexicon) -> Entry:
    asked = asked_of(trigger, lexicon)
    needs = asked.needed[0] if asked.needed else 0
    more = len(asked.needed) > 1 or bool(asked.around)
    return Entry(trigger, asked, needs, more, category.id, subtype.id, category.rank, subtype.roles)


def verb_index(told: Iterable[Told], inflections: Mapping[str, Sequence[str]], lexicon: Lexicon) -> dict[str, Usages]:
    """Usages by the first word of each verb, in every form."""
    index: dict[str, dict[str, list[Entry]]] = {}
    for category, subtype, trigger in told:
        entry = _entry(category, subtype, trigger, lexicon)
        for verb in trigger.verbs:
            first, _, rest = verb.partition(" ")
            for form in _BE if first == "be" else verb_forms(first, inflections):
                index.setdefault(form, {}).setdefault(rest, []).append(entry)
    return _frozen(index)


def noun_index(told: Iterable[Told], lexicon: Lexicon) -> dict[str, Usages]:
    """Usages by the first word of each noun, singular and plural."""
    index: dict[str, dict[str, list[Entry]]] = {}
    for category, subtype, trigger in told:
        entry = _entry(category, subtype, trigger, lexicon)
        for form in dict.fromkeys(f for noun in trigger.nouns for f in noun_forms(noun)):
            first, _, rest = form.replace("-", " - ").lower().partition(" ")
            index.setdefault(first, {}).setdefault(rest, []).append(entry)
    return _frozen(index)


_WEAPONS = frozenset({"drone", "missile", "plane", "shell", "sea_drone"})


def deed_index(
    told: Iterable[Told],
    actions: Mapping[str, Sequence[str]],
    inflections: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
) -> dict[str, Usages]:
    """Usages by the first word of the noun of action of each verb that asks for an object, or for a weapon: "[destruction] of a depot".

    ``actions`` are the nouns of verbs that have others than their form in -ing.
    """
    index: dict[str, dict[str, list[Entry]]] = {}
    for category, subtype, trigger in told:
        asks = trigger.object or trigger.object_words or not _WEAPONS.isdisjoint(trigger.subject)
        if not asks or trigger.subject_only or trigger.planned:
            continue
        entry = _entry(category, subtype, trigger, lexicon)
        for verb in dict.fromkeys(trigger.verbs):
            first, _, rest = verb.partition(" ")
            spelt = [form for form in inflections.get(first, ()) if form.endswith("ing")]
            for noun in dict.fromkeys((gerund(first), *spelt, *actions.get(verb, ()))):
                index.setdefault(noun, {}).setdefault("" if noun in actions.get(verb, ()) else rest, []).append(entry)
    return _frozen(index)


def _frozen(index: Mapping[str, Mapping[str, Sequence[Entry]]]) -> dict[str, Usages]:
    return {
        first: _usages([
            Usage(tuple(rest.replace("-", " - ").split()), rest in PARTICLES, tuple(entries), number)
            for number, (rest, entries) in enumerate(rests.items())
        ])
        for first, rests in index.items()
    }  # fmt: skip


def _usages(usages: Sequence[Usage]) -> Usages:
    thirds: dict[str, dict[str, tuple[Usage, ...]]] = {}
    rests: dict[str, dict[int, dict[tuple[str, ...], tuple[Usage, ...]]]] = {}
    for usage in usages:
        if usage.rest:
            second, third = usage.rest[0], usage.rest[1] if len(usage.rest) > 1 else ""
            by_third = thirds.setdefault(second, {})
            by_third[third] = (*by_third.get(third, ()), usage)
            by_rest = rests.setdefault(second, {}).setdefault(len(usage.rest), {})
            by_rest[usage.rest] = (*by_rest.get(usage.rest, ()), usage)
    alone = tuple(usage for usage in usages if not usage.rest)
    return Usages(alone, thirds, {second: tuple(by_length.items()) for second, by_length in rests.items()})


def bare_verbs(told: Iterable[Told], inflections: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Base forms and forms in -s of every verb: the tagger decides where they are verbs."""
    firsts = {verb.split()[0] for _, _, trigger in told for verb in trigger.verbs}
    return frozenset(f for v in firsts for f in verb_forms(v, inflections) if not f.endswith(("ed", "ing")))
