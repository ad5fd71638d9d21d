"""Subject, object and agent of a trigger, from word order alone (no parser)."""

from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.articles.tokens import Token
from geoevents.events.grammar import GRAMMAR

__all__ = ["Slots", "noun_slots", "verb_slots"]

Range = tuple[int, int]
BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "get", "got", "gets"})
_AUX = BE | GRAMMAR["between_subject_and_verb"]
_ENDS_OBJECT = GRAMMAR["ends_object"]
_OBJECT_REACH, _SUBJECT_REACH = 14, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Token ranges (first, after last) of a trigger's phrases; ``object`` is what is acted on, in either voice."""

    subject: Range | None
    object: Range | None
    agent: Range | None
    passive: bool
    is_verb: bool

    @property
    def doer(self) -> Range | None:
        """Who or what acts: the agent of a passive, the subject of an active verb or of the verb beside a noun."""
        return self.agent if self.passive else self.subject or self.agent


def verb_slots(tokens: Sequence[Token], i: int, last: int, clause: Range) -> Slots:
    """Slots of a verb at ``i`` (particle included up to ``last``) inside its clause."""
    group = i
    while (
        group > clause[0]
        and tokens[group - 1].lower
        in _AUX | {"on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
        and group - 1 >= clause[0]
    ):
        if tokens[group - 1].lower == "on" and not tokens[group].lower.endswith("day"):
            break
        group -= 1
    auxiliaries = {t.lower for t in tokens[group:i]}
    agent = _agent(tokens, last, clause)
    participle = not tokens[i].lower.endswith("ing") or "being" in auxiliaries
    passive = participle and (bool(auxiliaries & BE) or _reduced(tokens, i, last, group, agent, clause))
    subject = _subject(tokens, group, clause) or _antecedent(tokens, group - 1)
    after = _object(tokens, last, clause)
    if after is None and not passive and group - clause[0] > 1:
        after = _antecedent(tokens, clause[0])  # "X, which the army took"
    between = (i + 1, last - 1) if last - 1 > i + 1 else None
    if passive:
        return Slots(subject=subject, object=subject, agent=agent, passive=True, is_verb=True)
    return Slots(subject=subject, object=_widest(between, after), agent=agent, passive=False, is_verb=True)


def _reduced(tokens: Sequence[Token], i: int, last: int, group: int, agent: Range | None, clause: Range) -> bool:
    """A participle without "was": "drones shot down by defences", "the village taken on Friday"."""
    if group != i or i == clause[0] or tokens[i].lower.endswith("s"):
        return False
    after = tokens[last].lower if last < clause[1] else "."
    if agent is not None and agent[0] - last <= 2:
        return True
    return (
        after in {"over", "in", "near", "on", "above", ".", ",", "overnight", "during"}
        and not tokens[i - 1].text[0].isupper()
        and tokens[i].lower in GRAMMAR["participles_after_nouns"]
    )


def _widest(between: Range | None, after: Range | None) -> Range | None:
    """The object between verb and particle ("shot several drones down"), else the one after."""
    return between or after


def _agent(tokens: Sequence[Token], last: int, clause: Range) -> Range | None:
    """The phrase after "by"; a date after it ("by Friday") is none."""
    for k in range(last, min(clause[1], last + 14)):
        if (
            tokens[k].lower == "by"
            and k + 1 < clause[1]
            and not tokens[k + 1].lower.endswith("day")
            and not tokens[k + 1].text[0].isdigit()
        ):
            end = k + 1
            while end < clause[1] and tokens[end].lower not in _ENDS_OBJECT - {"and"} and end - k < 10:
                end += 1
            return (k + 1, end) if end > k + 1 else None
    return None


def _subject(tokens: Sequence[Token], group: int, clause: Range) -> Range | None:
    first = group
    while first > clause[0] and group - first < _SUBJECT_REACH:
        word = tokens[first - 1]
        if word.text in {";", ":", "“", "”", '"'} or word.lower in {"that", "while", "when", "because", "if", "but"}:
            break
        first -= 1
    only_pronoun = group - first == 1 and tokens[first].lower in {"which", "who"}
    return (first, group) if first < group and not only_pronoun else None


_ANTECEDENT_REACH = 6


def _antecedent(tokens: Sequence[Token], at: int) -> Range | None:
    """The phrase that "that", "which" or "who" at a token stands for: what is before it, up to a comma before that."""
    if at < 1 or tokens[at].lower not in {"that", "which", "who"}:
        return None
    last = at - 1 if tokens[at - 1].text == "," else at
    first = last
    while (
        first > 0
        and last - first < _ANTECEDENT_REACH
        and tokens[first - 1].text not in {",", ".", ";", ":", "“", "”", '"'}
    ):
        first -= 1
    return (first, last) if first < last else None


def _object(tokens: Sequence[Token], last: int, clause: Range) -> Range | None:
    end = last
    while end < clause[1] and end - last < _OBJECT_REACH:
        word = tokens[end].lower
        bound = word == "at" and end + 1 < clause[1] and tokens[end + 1].lower in {"least", "most"}
        if word in _ENDS_OBJECT and not bound and not (word in {"and", ","} and _list_goes_on(tokens, end, clause)):
            break
        end += 1
    return (last, end) if end > last else None


def _list_goes_on(tokens: Sequence[Token], at: int, clause: Range) -> bool:
    """True where a comma or "and" joins objects: a capital, an article or a number follows."""
    nxt = tokens[at + 1] if at + 1 < clause[1] else None
    return nxt is not None and (
        nxt.text[0].isupper()
        or nxt.lower in {"the", "a", "an", "two", "three", "another"}
        or nxt.text[0].isdigit()
        or nxt.lower in {"rockets", "missiles", "drones"}
    )


def noun_slots(tokens: Sequence[Token], i: int, last: int, clause: Range) -> Slots:
    """Slots of a noun: what follows "of", "on", "against" is acted on, what precedes it qualifies it."""
    target = _object(tokens, last, clause) if tokens[last - 1].lower in {"of", "on", "into"} and last - i > 1 else None
    if last < clause[1] and tokens[last].lower in GRAMMAR["after_nouns"]:
        found = _object(tokens, last + 1, clause)
        target = found
    before = (max(clause[0], i - 8), i) if i > clause[0] else None
    agent = _agent(tokens, last, clause)
    return Slots(subject=before, object=target, agent=agent, passive=False, is_verb=False)
