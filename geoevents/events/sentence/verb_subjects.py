"""What a verb is said of: the phrase before it, what "which" stands for, or the subject of a clause that it goes on."""

from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import BE, LISTS, SAYING, TIME_WORDS, is_time

__all__ = ["ACCUSING", "fronted_head", "reduced_head", "relative_object", "subject_of_verb"]

Range = tuple[int, int]
_NOUNS = frozenset("NEMRJDG")  # classes under which a word may be what a phrase is about
_OPENS_TIME = frozenset({"on", "late", "early", "last"})
_SUBJECT_REACH, _ANTECEDENT_REACH = 24, 8


def reduced_head(p: Parse, i: int, clause: Clause) -> Range | None:
    """The noun phrase that a participle follows: "75 drones | launched by"; of an aside, what stands before its comma."""
    last = i
    while last > clause.first and (
        p.tags[last - 1] == "X" or p.tokens[last - 1].text == "," or p.lows[last - 1] == "as"
    ):
        last -= 1
    return _phrase_before(p, last, floor=clause.first)


def fronted_head(p: Parse, i: int, index: int) -> Range | None:
    """What a participle that opens its sentence is said of: "Hit by a drone, | the bus", "Killed in X were | two men"."""
    clause = p.clauses[index]
    if not set(p.tags[clause.first : i]) <= {"X", "."}:
        return None
    end = next((k for k in range(i + 1, clause.last) if p.tags[k] in "AV" or p.lows[k] == ","), clause.last - 1)
    if p.lows[end] in BE:
        return _phrase_after(p, end + 1, clause.last)
    return _phrase_after(p, end + 1, len(p.tokens)) if p.lows[end] == "," else None


_OF = frozenset({"of"})
_OF_SUBJECT = frozenset({"of", "in", "at", "from", "and"})  # "a court in X", "leaders of X and Y"


def _phrase_after(p: Parse, first: int, end: int, inner: frozenset[str] = _OF) -> Range | None:
    last = first
    while last < end and (p.tags[last] in "DNEMJRX" or p.lows[last] in inner):
        last += 1
    return (first, last) if last > first else None


_IN_PHRASE = frozenset({"of", "in", "at"})


def _phrase_before(p: Parse, last: int, *, floor: int = 0, inner: frozenset[str] = _IN_PHRASE) -> Range | None:
    """The noun phrase that ends at a token, with the prepositions ``inner``; verbs, signs and other ones bound it."""
    first = last
    while first > floor and last - first < _ANTECEDENT_REACH:
        tag, word = p.tags[first - 1], p.lows[first - 1]
        if tag in "VAPGISCW." or (tag == "T" and word not in inner):
            break
        first -= 1
    return (first, last) if first < last else None


def subject_of_verb(p: Parse, group: int, index: int) -> Range | None:
    """What stands before the verb group; of a relative, joined or participle clause what it stands for."""
    clause = p.clauses[index]
    if p.tags[group] == "G" and p.lows[group + 1 : group + 2] == ["of"]:
        return None  # "killed by [shelling] of X"
    first = _without_opening(p, clause, group)
    if clause.kind == "relative" and p.tags[clause.first] == "W":
        own = first if first > clause.first else clause.first + 1
        return (own, group) if own < group and _has_noun(p, own, group) else _antecedent(p, clause.first)
    if (accused := _accused(p, first, group)) is not None:
        return accused
    if (told := _told_to(p, first, group)) is not None:
        return told
    finite = _verb_before(p, first, group)
    if first < finite < group and _has_noun(p, first, finite):
        group = finite  # "voiced support, without [saying] when": both have one subject
    if first < group and _has_noun(p, first, group) and not _is_time_between(p, first, group):
        group = _before_aside(p, first, group)
        return (max(first, group - _SUBJECT_REACH), group)
    return _subject_ahead(p, group, clause) or _shared_subject(p, index)


def _is_time_between(p: Parse, first: int, group: int) -> bool:
    """True for a time between "and" and a verb: "took X and | [two hours later] attacked Y", "and [the same day] flew on"."""
    if first == 0 or p.tags[first - 1] not in "CX" or not set(p.tags[first:group]) <= set("DMNJX"):
        return False
    nouns = [p.lows[k] for k in range(first, group) if p.tags[k] == "N"]
    return bool(nouns) and GRAMMAR["spans_of_time"].issuperset(nouns)


ACCUSING = frozenset({"accused", "accuses", "accuse", "accusing", "suspected", "suspects", "suspect", "convicted"})


def _accused(p: Parse, first: int, group: int) -> Range | None:
    """Who is accused, the doer of what follows: "accused groups allied with the army of | [killing]"."""
    if p.tags[group] != "G" or p.lows[group - 1] not in _OF_WHAT:
        return None
    verbs = ACCUSING if p.lows[group - 1] == "of" else _BLAMING
    verb = next((k for k in range(group - 2, first, -1) if p.lows[k] in verbs), None)
    if verb is not None and p.lows[verb - 1] in BE:
        return _phrase_before(
            p, _before_auxiliaries(p, verb), floor=first
        )  # "[rebels] were accused on Monday of | storming"
    return (verb + 1, group - 1) if verb is not None and _has_noun(p, verb + 1, group - 1) else None


_OF_WHAT = frozenset({"of", "for"})
_BLAMING = frozenset({"blamed", "blames", "blame", "blaming"})


def _before_auxiliaries(p: Parse, verb: int) -> int:
    """The first of the auxiliaries and adverbs right before a verb: "rebels | have been widely accused"."""
    while verb > 0 and p.tags[verb - 1] in "AX":
        verb -= 1
    return verb


def _told_to(p: Parse, first: int, group: int) -> Range | None:
    """Whom somebody tells to do it, who does it then: "ordered [the last families] | to leave"."""
    if p.lows[group] != "to":
        return None
    verb = next((k for k in range(group - 1, first, -1) if p.tags[k] in "VAPGI"), None)
    if verb is None or p.lows[verb] not in GRAMMAR["commanding"]:
        return None
    return (verb + 1, group) if not {"N", "E"}.isdisjoint(p.tags[verb + 1 : group]) else None


def _before_aside(p: Parse, first: int, group: int) -> int:
    """Where the subject ends before an aside that closes right before the verb: "the bridge, [once a lifeline,] was shelled"."""
    if p.lows[group - 1] != "," or "," not in p.lows[first : group - 1]:
        return group
    comma = group - 2
    while p.lows[comma] != ",":
        comma -= 1
    inside = p.tags[comma + 1 : group - 1]
    simple = "," not in p.lows[first:comma] and _has_noun(p, first, comma) and inside[:1] not in {"C", "M", "T", ""}
    if p.tags[comma - 1] == "E" and inside[:1] == "D" and set(inside).isdisjoint("ET"):
        return group  # "the Orsk, a landing ship, burned": it says what the name is
    if p.tags[comma - 1] == "N" and inside[:1] == "D" and "E" in inside and set(inside) <= set("DENJ-."):
        return group  # "its ally, the National Army (NA), took X": it names whom the noun means
    return comma if simple and set(inside).isdisjoint("VAC") else group


def _verb_before(p: Parse, first: int, group: int) -> int:
    """The finite verb whose subject an infinitive or a form in -ing shares; ``group`` where there is none."""
    shares = p.tags[group] in "IT" or (p.tags[group] == "G" and group > 0 and p.tags[group - 1] in "T.")
    return next((k for k in range(first, group) if p.tags[k] in "VA"), group) if shares else group


def _without_opening(p: Parse, clause: Clause, group: int) -> int:
    """First word of the subject: conjunctions, adverbs and an opening "In X on Monday, " skipped."""
    first = clause.first + (clause.kind == "participle" and clause.connector == "with")
    while first < group and (p.tags[first] in "CSWX" or (p.tags[first] == "." and p.tokens[first].text != "(")):
        first += 1
    if p.lows[first : first + 2] == ["there", ","]:
        first += 2
    if (behind := _past_day(p, first, group)) > first:
        return behind
    while first < group and p.tags[first] in "TXGP" and not _opens_number(p, first):
        if "," not in p.lows[first:group]:
            return first
        first = p.lows.index(",", first) + 1
        first = _past_holder(p, first, group)
    return first


def _past_holder(p: Parse, first: int, group: int) -> int:
    """The word after where an opening place lies: "In X, | northern Y, | a strike hit a school"; ``first`` if none is told."""
    comma = next((k for k in range(first, min(group, first + 4)) if p.lows[k] == ","), first)
    lies = comma > first and p.tags[comma - 1] == "E" and set(p.tags[first:comma]) <= {"J", "E", "N", "X"}
    lies = lies and p.lows[group - 1] != ","  # "In X, Ivan Petrov, a governor, met"
    return comma + 1 if lies and p.tags[comma + 1] in "DM" and _has_noun(p, comma + 1, group) else first


def _past_day(p: Parse, first: int, group: int) -> int:
    """The word after a day without a comma: "On Friday night | X, the main city of Y, was shelled"; ``first`` if there is none."""
    if p.lows[first] not in {"on", "by", "early", "late"}:
        return first
    k = first + 1
    while k < group and (p.lows[k] in TIME_WORDS or p.lows[k] == "on"):
        k += 1
    named = first + 1 < k < group and p.tags[k] in "DEMNJ" and p.lows[k] != ","
    return k if named and _has_noun(p, k, group) else first


def _opens_number(p: Parse, first: int) -> bool:
    """True for "About 20 people, most of them traders, were killed": the words before a number belong to it."""
    k = first
    while k < len(p.lows) and k - first < 3 and p.lows[k] in LISTS["roughly"]:
        k += 1
    return k > first and k + 1 < len(p.lows) and p.tags[k] == "M" and p.tags[k + 1] in "NJE"


def _has_noun(p: Parse, first: int, last: int) -> bool:
    return not _NOUNS.isdisjoint(p.tags[first:last])


def _antecedent(p: Parse, relative: int, *, inner: frozenset[str] = frozenset()) -> Range | None:
    """The phrase that "which" or "who" at a token stands for: what is before it, a comma aside; "who" reaches over ``inner``."""
    last = relative
    of = last > 2 and p.lows[last - 1] == "of"
    if of and p.lows[last - 2] in LISTS["shares"]:
        last = _before_goal(p, last - 2)  # "38 assaults, all of which"
    elif of and p.tags[last - 2] == "M" and (before := _before_goal(p, last - 2)) < last - 2:
        last = before  # "40 drones at X, three of which"
    while last > 0 and (p.tokens[last - 1].text == "," or p.tags[last - 1] == "T"):
        last -= 1
    person = p.lows[relative] in {"who", "whom", "whose"}
    return _phrase_before(p, last, inner=_IN_PHRASE if person else inner)


_GOALS = frozenset({"at", "on", "over", "towards", "toward", "into", "against", "from"})


def _before_goal(p: Parse, last: int) -> int:
    """Where what was sent ends before where it was sent: "40 drones | at Kyiv, three of which"."""
    at = last - 1 if p.lows[last - 1] == "," else last
    while at > 1 and p.tags[at - 1] == "E":
        at -= 1
    return at - 1 if p.lows[at - 1] in _GOALS and p.tags[at - 2] == "N" else last


def _shared_subject(p: Parse, index: int) -> Range | None:
    """The subject of the clause that this one goes on: "X took A and [shelled] B", "X struck A, [killing] two"."""
    if index == 0:
        return None
    resumed = p.clauses[index].connector == "," and p.clauses[index].kind == "main"
    joined = p.tags[p.clauses[index].first] == "C"
    for n in range(index - 1, -1, -1):
        clause = p.clauses[n]
        if joined and n > 0 and n == index - 1 and _only_says(p, clause):
            continue
        if resumed and clause.kind != "main" and not _waits_for_verb(p, n):
            continue
        if p.tags[clause.first] in "VA":
            return _shared_subject(p, n)  # ", had to wait [and met]": both go on with an earlier subject
        verb = next((k for k in range(clause.first + 1, clause.last) if p.tags[k] in "VA"), None)
        if verb is None and not (resumed or (n == index - 1 and p.clauses[index].kind == "participle")):
            continue  # "the king, [visiting X], said": his verb is still to come
        found = subject_of_verb(p, verb if verb is not None else clause.last, n)
        if found is not None:
            return found
    return None


def _subject_ahead(p: Parse, group: int, clause: Clause) -> Range | None:
    """The subject that an opening form in -ing leads to: "After [taking] X on Monday, | the rebels moved on"."""
    if (
        clause.first > 0
        or not (p.lows[group] == "having" or p.tags[group] == "G")
        or not set(p.tags[:group]) <= set("STXA")
    ):
        return None
    comma = next((k for k in range(group + 1, len(p.lows) - 1) if p.lows[k] == "," or p.tags[k] in "VA"), None)
    if comma is None or p.lows[comma] != ",":
        return None
    span = _phrase_after(p, comma + 1, len(p.lows), _OF_SUBJECT)
    return span if span is not None and p.tags[span[1] : span[1] + 1] in {"V", "A"} else None


def _only_says(p: Parse, clause: Clause) -> bool:
    """True for a speaker set in between commas: "troops took A, [a spokesman said on Monday,] and shelled B"."""
    verb = next((k for k in range(clause.first, clause.last) if p.tags[k] in "VA"), None)
    if verb is None or clause.connector != "," or p.lows[verb] not in SAYING or p.lows[clause.last - 1] != ",":
        return False
    return all(is_time(p.tokens[k]) or p.lows[k] in _OPENS_TIME for k in range(verb + 1, clause.last - 1))


def _waits_for_verb(p: Parse, n: int) -> bool:
    """True for what is said of a subject with its own relative clause: "said | [a drone] | that came from X | was downed"."""
    clause = p.clauses[n]
    return clause.kind == "complement" and set("VA").isdisjoint(p.tags[clause.first : clause.last])


def relative_object(p: Parse, group: int, index: int) -> Range | None:
    """What "which" stands for where the relative clause has a subject of its own: "X, which the army took"."""
    clause = p.clauses[index]
    if clause.kind == "complement" and clause.connector is None and p.lows[clause.first - 1] in SAYING:
        said = p.clauses[index - 1]  # "X, which Russia said | it had taken"
        clause = said if said.kind == "relative" and said.connector in _GAPS else clause
    if clause.kind != "relative" or not _has_noun(p, clause.first + 1, group) or p.tags[clause.first - 1] not in "NE.M":
        return None  # "admits only that several burned"
    return _antecedent(p, clause.first, inner=_IN_PHRASE)


_GAPS = frozenset({"which", "that"})
