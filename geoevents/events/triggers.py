"""Which words of a sentence tell an event, and what stands in their slots (``events.md`` 4.2, 4.8)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.clauses import Clause, clauses
from geoevents.events.codebook import Codebook, Trigger
from geoevents.events.event import Modality, Span
from geoevents.events.grammar import GRAMMAR
from geoevents.events.modality import Tense, modality_of, tense_of
from geoevents.events.slots import Slots, noun_slots, verb_slots

__all__ = ["Hit", "has_conflict_actor", "hits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger found in a sentence, with the phrases in its slots (offsets into the body)."""

    category: str
    subtype: str
    rule: str
    weight: float
    rank: int
    trigger: Span
    clause: Span
    clause_index: int
    clause_kind: str
    voice: Literal["active", "passive", "noun"]
    tense: Tense
    modality: Modality
    subject: Span | None
    object: Span | None
    agent: Span | None
    roles: Mapping[str, tuple[str, ...]]
    object_is_place: bool


_MILITARY = re.compile(
    r"\b(?:army|armies|troops|soldiers?|military|missiles?|drones?|shell(?:s|ed|ing)|artillery|militants?|rebels?|militia|air force|"
    r"air strikes?|airstrikes?|strikes?|rockets?|armed|paramilitar\w+|warplanes?|warships?|bomb(?:s|ed|ing)?|gunmen|insurgents?|"
    r"offensive|forces|fighters|hostages?|prisoners?|ceasefire|truce|invasion|war|navy|naval|court|tribunal|sanctions?|"
    r"defence|defense|security|police|junta|weapons?|nuclear|nato|coastguard|coast guard)\b",
    re.IGNORECASE,
)
_ENOUGH = 2  # words of war and law in an article that is no sport, film or weather report


def has_conflict_actor(text: str, tokens: Sequence[Token], codebook: Codebook) -> bool:
    """True where an article speaks of armies, courts or armed groups; else its military words are figurative (4.8)."""
    return len({m.group().lower() for m in _MILITARY.finditer(text)}) >= _ENOUGH


def hits(
    codebook: Codebook, text: str, tokens: Sequence[Token], mentions: Sequence[Mention], *, dated: bool = True
) -> tuple[Hit, ...]:
    """Triggers of one sentence in text order, at most one for each word after rivals are settled.

    ``mentions`` are those of the sentence; they serve the classes ``{place}`` and ``{actor}``.  ``dated``: the sentence
    tells a date.  Hypothetical and negated hits are among them, with their ``modality``.
    """
    if not tokens:
        return ()
    parts = clauses(text, tokens)
    sentence = _Sentence(text, tokens, mentions, parts, codebook, dated)
    found = [*sentence.verbs(), *sentence.nouns()]
    return tuple(_settled(found))


def _settled(found: Sequence[Hit]) -> list[Hit]:
    """One hit a trigger word: highest weight, then lowest rank; a noun that an own verb carries is one telling."""
    best: list[Hit] = []
    found = [h for h in found if not any(_inside_object(h, other) for other in found)]
    for hit in sorted(found, key=lambda h: (-h.weight, h.rank, h.trigger.start)):
        if all(not _rivals(hit, kept) for kept in best):
            best.append(hit)
    return sorted(best, key=lambda h: h.trigger.start)


def _inside_object(hit: Hit, other: Hit) -> bool:
    """True for a participle that only tells which thing another trigger acts on: "destroyed 75 drones launched by X"."""
    return (
        other is not hit
        and other.object is not None
        and hit.voice == "passive"
        and hit.tense in {"past", "none"}
        and hit.trigger.start > other.trigger.end
        and hit.trigger.start <= other.object.end + 1
        and hit.subject is not None
        and hit.subject.start <= other.trigger.start
        and not hit.object_is_place
    )


_CLOSE = 60  # letters between two triggers of one telling ("killed in a strike on")


def _rivals(one: Hit, other: Hit) -> bool:
    if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end:
        return True
    if one.clause_index != other.clause_index:
        return False
    if one.category == other.category and one.subtype == other.subtype and one.voice != other.voice:
        return True
    near = abs(one.trigger.start - other.trigger.start) < _CLOSE
    same = one.category == other.category or {one.category, other.category} in _KIN
    return near and same and "noun" in {one.voice, other.voice}


# Pairs of categories that tell one thing in one clause: "talks on a ceasefire agreement" is one; a strike that hits a ship.
_KIN = ({"strike", "naval"}, {"strike", "ground_combat"}, {"control_change", "ground_combat"}, {"detention", "diplomacy"},
        {"strike", "air_defence"}, {"mobilisation", "strike"}, {"naval", "mobilisation"}, {"legal", "detention"}, {"sanctions", "diplomacy"},
        {"strike", "infrastructure"}, {"other", "control_change"})  # fmt: skip


class _Sentence:
    """One sentence while its triggers are looked for."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        parts: Sequence[Clause],
        book: Codebook,
        dated: bool,
    ) -> None:
        self.text, self.tokens, self.mentions, self.parts, self.book, self.dated = (
            text,
            tokens,
            mentions,
            parts,
            book,
            dated,
        )

    def verbs(self) -> list[Hit]:
        """Hits of verbs, phrasal ones split by up to four words."""
        found = []
        for i, token in enumerate(self.tokens):
            for rest, trigger, category, subtype, rank in self.book.verb_index.get(token.lower, ()):
                last = self._rest(i, rest)
                if last is None or self._is_noun_use(i, last):
                    continue
                slots = verb_slots(self.tokens, i, last, self._clause_tokens(i))
                if self._fits(trigger, slots, i, last):
                    found.append(self._hit(trigger, category, subtype, rank, i, last, slots))
        return found

    def nouns(self) -> list[Hit]:
        """Hits of nouns and fixed phrases."""
        found = []
        for i, token in enumerate(self.tokens):
            for noun, trigger, category, subtype, rank in self.book.noun_index.get(token.lower, ()):
                words = noun.split()
                if [t.lower for t in self.tokens[i : i + len(words)]] != words:
                    continue
                last = i + len(words)
                slots = noun_slots(self.tokens, i, last, self._clause_tokens(i))
                if self._fits(trigger, slots, i, last) and not self._compound(last) and not self._is_topic(i, slots):
                    found.append(self._hit(trigger, category, subtype, rank, i, last, slots))
        return found

    def _rest(self, i: int, rest: str) -> int | None:
        """Token after a phrasal verb whose first word stands at ``i``; None if its particle does not follow."""
        if not rest:
            return i + 1
        words = rest.replace("-", " - ").split()
        for gap in range(5):
            at = i + 1 + gap
            if [t.lower for t in self.tokens[at : at + len(words)]] == words:
                return at + len(words)
            if at >= len(self.tokens) or self.tokens[at].text in {",", ".", ";", "“", "”"}:
                return None
            if len(words) > 1 and gap == 1:
                return None
        return None

    def _is_noun_use(self, i: int, last: int) -> bool:
        """True where a form that is also a noun is one here: "the strike", "air strikes on", "a visit"."""
        word = self.tokens[i].lower
        before = self.tokens[i - 1].lower if i else ""
        if last > i + 1:
            return False
        if (
            word.endswith("ed")
            and before in _BEFORE_ADJECTIVE
            and i + 1 < len(self.tokens)
            and self.tokens[i + 1].text[0].isalpha()
        ):
            return True
        if before in GRAMMAR["determiners"] and not word.endswith("ed"):
            return not word.endswith("ing") or before in {"the", "a"}
        base = word in GRAMMAR["also_nouns"]
        if not base:
            return False
        if word in {"down", "left"}:
            return before in GRAMMAR["verbs_with_down"] or (
                (
                    i + 1 < len(self.tokens)
                    and self.tokens[i + 1].lower
                    in {"bank", "the" if word == "down" else "bank", "wing", "side", "by", "over", "in", "near"}
                )
                and word == "left"
            )
        if i and self.tokens[i - 1].text[0].isalpha() and before.endswith(("ian", "ean", "ine", "ish", "ese", "aeli")):
            return True
        return before in GRAMMAR["before_noun"]

    def _is_topic(self, i: int, slots: Slots) -> bool:
        """True for a noun that only names a topic or a time: "talks on the fighting", "before the invasion"."""
        at = i - 1
        while (
            at >= 0
            and i - at < 4
            and (
                self.tokens[at].lower in {"the", "a", "an", "this", "its", "their"} or self.tokens[at].text[0].isupper()
            )
        ):
            at -= 1
        own = slots.object is not None and self._is_class(slots.object, "place")
        return at >= 0 and at <= i - 1 and self.tokens[at].lower in _TOPICAL and not own

    def _compound(self, last: int) -> bool:
        """True where a noun only qualifies the next one: "attack aircraft", "clash of opinions" is none of it."""
        return last < len(self.tokens) and self.tokens[last].lower in GRAMMAR["compound_after_noun"]

    def _clause_tokens(self, i: int) -> tuple[int, int]:
        """(first, after last) token numbers of the clause of a token."""
        clause = self.parts[self._clause_index(i)]
        inside = [k for k, t in enumerate(self.tokens) if clause.start <= t.start < clause.end]
        return inside[0], inside[-1] + 1

    def _clause_index(self, i: int) -> int:
        at = self.tokens[i].start
        return next(n for n, c in enumerate(self.parts) if c.start <= at < c.end)

    def _words(self, span: tuple[int, int] | None) -> list[str]:
        return [t.lower for t in self.tokens[span[0] : span[1]]] if span else []

    def _has_class(self, span: tuple[int, int] | None, names: Sequence[str]) -> bool:
        return any(self._is_class(span, name) for name in names)

    def _is_class(self, span: tuple[int, int] | None, name: str) -> bool:
        """True where a phrase holds a word of a class, a named place, an actor or a person."""
        if span is None or span[0] >= span[1]:
            return False
        if name == "person":
            return self._has_person(span)
        if name in {"place", "actor"}:
            start, end = self.tokens[span[0]].start, self.tokens[span[1] - 1].end
            inside = [m for m in self.mentions if start <= m.start < end]
            if name == "actor":
                return any(
                    m.role in {"metonym", "demonym", "modifier", "embedded"}
                    or (m.place and m.place.kind in {"country", "seat"})
                    for m in inside
                )
            return any(m.spot is not None and self._is_object(m, span) for m in inside) or self._in_list(span, "ground")
        return self._in_list(span, name)

    def _is_object(self, mention: Mention, span: tuple[int, int]) -> bool:
        """False for a place that only qualifies what is acted on: "the mood of Rome"."""
        at = next(k for k in range(span[0], span[1]) if self.tokens[k].start >= mention.start)
        at -= 2 if self.tokens[at - 1].lower == "the" else 1
        if self.tokens[at].lower != "of" or at <= span[0]:
            return True
        holder = self.tokens[at - 1].lower
        return holder in self.book.words["ground"] or holder in _QUANTITIES

    def _in_list(self, span: tuple[int, int], name: str) -> bool:
        words, entries = self._words(span), self.book.words[name]
        for k in range(len(words)):
            if any(" ".join(words[k : k + n]) in entries for n in (1, 2, 3)):
                return True
        return False

    def _has_person(self, span: tuple[int, int]) -> bool:
        """Two capitals in a row that name no place, or a capital that ends the phrase."""
        words = self.tokens[span[0] : span[1]]
        places = {m.start for m in self.mentions if m.role != "metonym"}
        caps = [t.text[0].isupper() and t.start not in places and k + span[0] > 0 for k, t in enumerate(words)]
        pairs = any(a and b for a, b in zip(caps, caps[1:], strict=False))
        return (
            pairs
            or (bool(caps) and caps[-1])
            or (len(words) > 1 and words[0].text[0].isupper() and words[1].text[0].isupper())
        )

    def _fits(self, trigger: Trigger, slots: Slots, i: int, last: int) -> bool:
        """Whether the phrases and words around a trigger are what it asks for."""
        first, stop = self._clause_tokens(i)
        clause = (first, stop)
        if trigger.object and not self._has_class(slots.object, trigger.object):
            return False
        if trigger.not_object and self._has_class(slots.object, trigger.not_object):
            return False
        if trigger.subject_only:
            if not self._has_class(slots.subject, trigger.subject):
                return False
        elif (
            trigger.subject
            and not self._has_class(slots.doer, trigger.subject)
            and not self._unsaid_doer(trigger, slots)
        ):
            return False
        if trigger.not_subject and self._has_class(slots.doer, trigger.not_subject):
            return False
        if trigger.object_words and not self._any_word(slots.object, trigger.object_words):
            return False
        if trigger.subject_words and not self._any_word(slots.doer, trigger.subject_words):
            return False
        if (
            trigger.near
            and not self._has_class(clause, trigger.near)
            and not self._has_class((0, len(self.tokens)), trigger.near)
        ):
            return False
        if trigger.near_words and not self._any_word(clause, trigger.near_words):
            return False
        return self._context_fits(trigger, i, last, clause, slots)

    @staticmethod
    def _unsaid_doer(trigger: Trigger, slots: Slots) -> bool:
        """True for a passive that leaves out who acts, where any armed actor would do."""
        return slots.doer is None and slots.passive and bool({"troops", "actor", "official"} & set(trigger.subject))

    def _context_fits(self, trigger: Trigger, i: int, last: int, clause: tuple[int, int], slots: Slots) -> bool:
        start, end = self.tokens[0].start, self.tokens[-1].end
        low = self.text[start:end].lower()
        if any(words in low for words in trigger.not_near_words):
            return False
        after = " ".join(self._words((last, clause[1])))
        if trigger.with_words and not any(re.search(rf"\b{re.escape(w)}\b", after) for w in trigger.with_words):
            return False
        if trigger.near_military and not _MILITARY.search(low):
            return False
        if trigger.near_place_or_date and not (self.dated or self._is_class((0, len(self.tokens)), "place")):
            return False
        return not trigger.bare_count or self._starts_with_count(slots)

    def _starts_with_count(self, slots: Slots) -> bool:
        """True where what is acted on is a bare number: "nine were shot down"."""
        words = self._words(slots.object)
        return bool(words) and (
            words[-1].isdigit() or words[-1] in _NUMBER_WORDS or words[0] in _NUMBER_WORDS or words[0].isdigit()
        )

    def _any_word(self, span: tuple[int, int] | None, entries: frozenset[str]) -> bool:
        words = self._words(span)
        return any(" ".join(words[k : k + n]) in entries for k in range(len(words)) for n in (1, 2, 3))

    def _hit(self, trigger: Trigger, category: str, subtype: str, rank: int, i: int, last: int, slots: Slots) -> Hit:
        index = self._clause_index(i)
        clause = self.parts[index]
        tense = tense_of(self.tokens, i, self._clause_tokens(i), is_verb=slots.is_verb)
        return Hit(
            category=category,
            subtype=subtype,
            rule=trigger.rule,
            weight=trigger.weight,
            rank=rank,
            trigger=Span(self.tokens[i].start, self.tokens[last - 1].end),
            clause=Span(clause.start, clause.end),
            clause_index=index,
            clause_kind=clause.kind,
            voice="passive" if slots.passive else "active" if slots.is_verb else "noun",
            tense=tense,
            modality=modality_of(
                self.tokens,
                i,
                last,
                self._clause_tokens(i),
                clause=clause,
                tense=tense,
                is_verb=slots.is_verb,
                passive=slots.passive,
            ),
            subject=self._span(slots.subject),
            object=self._span(slots.subject if trigger.subject_only else slots.object),
            agent=self._span(slots.agent),
            roles=self.book.subtype(category, subtype).roles,
            object_is_place=self._place_is_object(trigger, slots),
        )

    def _place_is_object(self, trigger: Trigger, slots: Slots) -> bool:
        """True where the place itself is what changes: "took X", "X fell"."""
        if trigger.subject_only:
            return self._is_class(slots.subject, "place")
        return "place" in trigger.object and self._is_class(slots.object, "place")

    def _span(self, span: tuple[int, int] | None) -> Span | None:
        return Span(self.tokens[span[0]].start, self.tokens[span[1] - 1].end) if span and span[0] < span[1] else None


# A participle right after these is an adjective: "in annexed Crimea", "the captured soldiers".
_BEFORE_ADJECTIVE = GRAMMAR["before_adjective"] - {"to", "and,"}
# A noun after these is a topic or a point in time unless it has a place or a date of its own: "before the invasion".
_TOPICAL = GRAMMAR["topical"]
_QUANTITIES = GRAMMAR["quantities"]
_NUMBER_WORDS = GRAMMAR["number_words"]
