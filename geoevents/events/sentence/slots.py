"""Subject, object and agent of a trigger, from word classes and word order (no parser)."""

import re

from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.verb_subjects import fronted_head, reduced_head, relative_object, subject_of_verb
from geoevents.events.sentence.word_lists import BE, LISTS, by_means, is_time
from geoevents.values import dataclass

__all__ = ["Slots", "agent_of", "noun_slots", "object_of", "verb_slots"]
Range = tuple[int, int]
_BE_OR_GET = BE | {"get", "got", "gets", "getting"}
_ENDS_OBJECT = GRAMMAR["ends_object"]
_ENDS_AGENT = _ENDS_OBJECT - {"and"}
_TIME = GRAMMAR["between_verb_and_object"]
_OBJECT_REACH, _AGENT_REACH = 14, 14
_AGENT_LENGTH = 9  # words of a doer


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Token ranges (first, after last) of a trigger's phrases; ``object`` is what is acted on, in either voice.

    ``reduced``: a participle that only describes its noun, "areas held by the group".
    """

    subject: Range | None
    object: Range | None
    agent: Range | None
    passive: bool
    is_verb: bool
    reduced: bool = False

    @property
    def doer(self) -> Range | None:
        """Who or what acts: the agent of a passive, the subject of an active verb or of the verb beside a noun."""
        return self.agent if self.passive else self.subject or self.agent


def verb_slots(p: Parse, i: int, last: int, index: int, *, particle: int = 1) -> Slots:
    """Slots of a verb at ``i`` in the clause numbered ``index``; the last ``particle`` words before ``last`` go with it."""
    clause = p.clauses[index]
    group = _group(p, i, clause)
    agent = agent_of(p, last, clause, of_verb=True)
    shared = _shared_auxiliary(p, i)
    passive = _is_passive(p, i, group, agent, shared)
    reduced = passive and set(p.tags[group:i]) <= {"X"} and shared is None
    subject = reduced_head(p, i, clause) or fronted_head(p, i, index) if reduced else subject_of_verb(p, group, index)
    if passive:
        agent = agent or _shared_agent(p, last, index)
        return Slots(subject=subject, object=subject, agent=agent, passive=True, is_verb=True, reduced=reduced)
    between = (i + 1, last - particle) if last - particle > i + 1 else None
    if between is not None and all(p.tags[k] == "X" or p.lows[k] in _TIME for k in range(*between)):
        between = None  # "left on Wednesday for X", "flew secretly to X"
    found = between or object_of(p, _after_time(p, last, clause), clause) or relative_object(p, group, index)
    return Slots(subject=subject, object=found, agent=agent, passive=False, is_verb=True)


def _group(p: Parse, i: int, clause: Clause) -> int:
    """First word of the verb group: auxiliaries, adverbs and "to" before the verb."""
    group = i
    while group > clause.first and _in_group(p, group - 1, i):
        group -= 1
    return group


def _in_group(p: Parse, k: int, verb: int) -> bool:
    word, tag = p.lows[k], p.tags[k]
    return (
        tag in "AX"
        or word == "to"
        or (word in GRAMMAR["held_to_be"] and tag == "P" and p.tags[k - 1 : k] == "A" and p.tags[k + 1] == "P")
        or (tag == "P" and k + 1 < verb + 1 and word == "been")
        or (word in _TIME and tag != "T" and k + 1 <= verb and _followed_by_group(p, k, verb))
    )


def _followed_by_group(p: Parse, k: int, verb: int) -> bool:
    """True for a time between auxiliary and verb: "has several times | summoned", "on Wednesday | denied"."""
    return all(p.tags[n] in "AXNEM" for n in range(k, verb))


def _is_passive(p: Parse, i: int, group: int, agent: Range | None, shared: str | None) -> bool:
    """True for a participle after a form of "be" (a ``shared`` one too), or without any auxiliary after its noun."""
    if p.tags[i] not in "PJ":
        told = agent is not None or _twin_of_participle(p, i) or _ends_in_death(p, i) or _suffers_next(p, i)
        return p.tags[i] == "V" and shared in BE and told
    if "A" in p.tags[group:i]:
        return not _BE_OR_GET.isdisjoint(p.lows[group:i])
    return shared is None or shared in BE


def _twin_of_participle(p: Parse, i: int) -> bool:
    """True for a form right behind a participle and "and", with no object of its own: "were intercepted and [destroyed] over X"."""
    twin = i > 1 and p.tags[i - 1] == "C" and (p.tags[i - 2] == "P" or p.tags[i - 3 : i - 1] in {"PX", "PT"})
    return (
        twin
        and (p.lows[i].endswith("ed") or p.lows[i] in GRAMMAR["done_to"])
        and p.tags[i + 1 : i + 2] in {"", "T", ".", "S", "X"}
    )


def _suffers_next(p: Parse, i: int) -> bool:
    """True for a verb that needs an object and has none, behind a passive and "and": "was taken in May and [freed] in June"."""
    if p.lows[i] not in _NEEDS_OBJECT:
        return False
    at = i + 1
    while at < len(p.lows) and (p.lows[at] in _TIME or p.lows[at] in _WHICH_TIME):
        at += 1
    return p.tags[at : at + 1] in {"", "T", ".", "S", "X", "C"} or is_time(p.tokens[at]) or p.lows[at] in _SPANS


_NEEDS_OBJECT = GRAMMAR["needs_object"]
_SPANS = frozenset({"day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year"})
_WHICH_TIME = frozenset({"that", "this", "the", "last", "next", "following", "same"})


def _ends_in_death(p: Parse, i: int) -> bool:
    """True for a killing that ends what was done to somebody: "were taken off a bus near X and [shot]"."""
    return p.tags[i - 1] == "C" and p.lows[i] in _KILLED and p.tags[i + 1 : i + 2] in {"", ".", "S"}


_KILLED = GRAMMAR["killing_verbs"]


def _shared_auxiliary(p: Parse, i: int) -> str | None:
    """The last auxiliary before the "and" that joins a participle: "were shot down and [destroyed]", "had taken X and [sunk]",
    "were fired and 70 [downed]"."""
    k = i - 1
    while k > 0 and (p.tags[k] in "XM" or p.lows[k] in LISTS["roughly"]):
        k -= 1
    if k < 1 or p.tags[k] != "C":
        return None
    for n in range(k - 1, max(-1, k - 16), -1):
        if p.tags[n] == "A":
            return p.lows[n]
        if p.tags[n] == "V":
            return None
    return None


def _after_time(p: Parse, last: int, clause: Clause) -> int:
    """Where the object begins after "captured on Monday", "seized late on 3 May": adverbs of time and manner skipped."""
    at = _after_naming(p, last, clause)
    while at < clause.last and (p.lows[at] in _TIME or (at > last and p.lows[at].isdigit())):
        at += 1
    bare = at > last and p.lows[at - 1] in {"on", "in", "of", "the", "last", "early", "late", "at"}
    return last if at == clause.last or bare else at


def _after_naming(p: Parse, last: int, clause: Clause) -> int:
    """Where the thing itself begins after "bombing what it called", "what the ministry described as", "what they say was"."""
    if last >= clause.last or p.lows[last] != "what":
        return last
    end = min(clause.last, last + _NAMING)
    at = next((k + 1 for k in range(last + 1, end) if p.lows[k] in GRAMMAR["naming"]), last)
    while last < at < clause.last and (p.lows[at] in GRAMMAR["naming_as"]):
        at += 1
    return at


_NAMING = 8  # words from "what" to the verb that names it


def object_of(p: Parse, last: int, clause: Clause) -> Range | None:
    """The phrase after a verb, up to a preposition other than "of", another verb or a sign that ends no list."""
    end = last
    while end < clause.last and end - last < _OBJECT_REACH and not _ends_object(p, end, last, clause):
        end += 1
        if end < clause.last and p.lows[end] == "(":
            end = _after_bracket(p, end, clause)
    return (last, end) if end > last else None


def _after_bracket(p: Parse, at: int, clause: Clause) -> int:
    """The word after a short bracket inside a phrase: "two New People's Army (NPA) camps"; the same word if none follows."""
    close = next((k for k in range(at + 1, min(clause.last, at + 5)) if p.tokens[k].text == ")"), None)
    follows = close is not None and close + 1 < clause.last and p.tags[close + 1] in "NE"
    return close + 1 if close is not None and follows else at


def _ends_object(p: Parse, end: int, first: int, clause: Clause) -> bool:
    word, tag = p.lows[end], p.tags[end]
    if word in {"and", ","}:
        return not _list_goes_on(p, end, clause)
    if word == "at" and end + 1 < clause.last and p.lows[end + 1] in {"least", "most"}:
        return False
    if word == "to" and p.lows[end - 1] == "up" and p.tags[end + 1 : end + 2] == "M":
        return False  # "lost up to 365 men"
    if end == first and word in {"around", "about", "over", "up"} and p.tags[end + 1 : end + 2] == "M":
        return False  # "around 50 drones"
    if word == "as" and tag == "X":
        return False  # "as many as 16 shells"
    return word in _ENDS_OBJECT or tag in "VA" or (tag in "P" and end > first)


def _list_goes_on(p: Parse, at: int, clause: Clause) -> bool:
    """True where a comma or "and" joins objects: a name, an article or a number follows."""
    if at + 1 >= clause.last:
        return False
    word, tag = p.lows[at + 1], p.tags[at + 1]
    if tag == "J" and p.lows[at] == "," and p.tags[at - 2 : at - 1] == "D":
        return True  # "a second, unannounced meeting"
    return (
        tag in "EM" or word in {"the", "a", "an", "another", "several", "both"} or (p.lows[at] == "and" and tag in "NJ")
    )


_BEFORE_AGENT = frozenset({"by", "blamed", "pinned"})


def agent_of(p: Parse, last: int, clause: Clause, *, of_verb: bool = False) -> Range | None:
    """The phrase after "by" or "blamed on"; a date after it ("by Friday") is none.

    ``of_verb``: nor is the doer of a noun behind the verb, "were killed in a strike [carried out by X]".
    """
    reach = min(clause.last, last + _AGENT_REACH)
    if _BEFORE_AGENT.isdisjoint(p.lows[last:reach]):
        return None
    for k in range(last, reach):
        after = p.tokens[k + 1] if k + 1 < clause.last else None
        opens = p.lows[k] == "by" or (p.lows[k] == "on" and p.lows[k - 1] in {"blamed", "pinned"})
        if not opens or after is None or after.lower.endswith("day") or p.tags[k + 1] == "G":
            continue
        if p.tags[k + 1] == "M" and GRAMMAR["numbered_doers"].isdisjoint(p.lows[k + 2 : k + 4]):
            continue  # "by 2030", "by 40 votes"; not "by two missiles"
        if by_means(p.tokens, k) or (of_verb and _tells_of_noun(p, last, k)):
            continue
        first = end = _after_naming(p, k + 1, clause)
        while end < clause.last and end - first < _AGENT_LENGTH and not _ends_agent(p, end):
            end += 1
        return (first, end) if end > first else None
    return None


def _tells_of_noun(p: Parse, last: int, by: int) -> bool:
    """True where the "by" goes with a participle right behind a noun: "a strike carried out [by]", "a mine planted [by]"."""
    at = by - 1
    while at > last and p.tags[at] in "XT":
        at -= 1
    return at > last and p.tags[at] == "P" and p.tags[at - 1] in "NE"


def _ends_agent(p: Parse, k: int) -> bool:
    """True for a word that ends the phrase of a doer: a verb, or a form that has an object of its own."""
    return p.lows[k] in _ENDS_AGENT or p.tags[k] in "AV" or (p.tags[k] == "P" and p.tags[k + 1 : k + 2] in {"M", "D"})


_TWIN = re.compile(r"C[DMNJX]{0,3}[VP]T")


def _shared_agent(p: Parse, last: int, index: int) -> Range | None:
    """The doer told behind a second participle: "one was shot dead | and another injured by | troops"."""
    clause = p.clauses[index]
    twin = p.clauses[index + 1] if index + 1 < len(p.clauses) else None
    if twin is None or any(p.tags[k] != "X" and p.lows[k] != "dead" for k in range(last, clause.last)):
        return None
    same = _TWIN.match(p.tags, twin.first, twin.last)
    agent = agent_of(p, same.end() - 1, twin) if same is not None and p.lows[same.end() - 1] == "by" else None
    armed = agent is not None and not GRAMMAR["arms_used"].isdisjoint(p.lows[slice(*agent)])
    return None if armed else agent  # "and 31 injured by bombs that hit X": the strike is told there


def _after_day(p: Parse, last: int, clause: Clause) -> int:
    """Where what goes with a noun begins after its day: "an attack on 10 December | at X", "a raid overnight | on X"."""
    at = last
    while at < clause.last and (p.lows[at] in _DAY_OPENS or is_time(p.tokens[at])):
        at += 1
    dated = at > last and is_time(p.tokens[at - 1]) and at < clause.last
    return at if dated and p.lows[at] in GRAMMAR["after_nouns"] else last


_DAY_OPENS = frozenset({"on", "in", "late", "early", "the", "of"})


def noun_slots(p: Parse, i: int, last: int, index: int) -> Slots:
    """Slots of a noun: what follows "of", "on", "against" is acted on, what precedes it qualifies it."""
    clause = p.clauses[index]
    target = None
    if p.lows[last - 1] in {"of", "on", "into", "in", "at", "to", "for", "from"} and last - i > 1:
        target = object_of(p, last, clause)
    at = _after_day(p, last, clause)
    if at < clause.last and p.lows[at] in GRAMMAR["after_nouns"]:
        target = object_of(p, at + 1, clause)
    before = (max(clause.first, i - 14), i) if i > clause.first else None
    return Slots(subject=before, object=target, agent=agent_of(p, last, clause), passive=False, is_verb=False)
