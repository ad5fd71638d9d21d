"""Whether what "to" opens happened, is planned, demanded or was only tried: "failed to take", "is to visit" (``events.md`` 4.8)."""

from itertools import pairwise

from geoevents.events.event import Modality
from geoevents.events.sentence.clauses import Clause, Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import BE, FINITE

__all__ = ["PARTICLES", "aim_of_noun", "by_infinitive", "is_demanded", "is_tried", "ranked_by", "was_prevented"]

_FAILED = GRAMMAR["not_achieved"]
_TRIED = GRAMMAR["tried"]
_PLANNING = GRAMMAR["planning"] | GRAMMAR["intending"]
_PURPOSE = GRAMMAR["purpose_of_deed"]
_ALLOWED = GRAMMAR["allowing"]
_ARMS = GRAMMAR["arms_used"]
_GOVERNOR_REACH = 10  # words before "to" in which its verb or noun stands: "agreed in X on Friday to"


def by_infinitive(p: Parse, i: int) -> Modality:
    """ "failed to take", "is to visit", "agreed in X on Friday to exchange", "managed to shoot down"."""
    to = _to_before(p, i)
    if to is None:
        return "hypothetical"
    if (be := ranked_by(p, to)) is not None:
        return "planned" if p.lows[be - 1] in {"will", "to", "would"} else "actual"
    if to and FINITE.isdisjoint(p.tags) and p.tags[to - 1] in "NE":
        return "planned"  # a headline: "Germany to send Patriots to Ukraine"
    return _by_governor(p, i, to)


def _by_governor(p: Parse, i: int, to: int) -> Modality:
    """Modality by the verb or noun that governs "to"."""
    for k in range(to - 1, max(-1, to - _GOVERNOR_REACH), -1):
        word = p.lows[k]
        if word == "used" and p.tags[k] == "V" and not _ARMS.isdisjoint(p.lows[k + 1 : to]):
            return "actual"  # "used helicopters to attack X"
        if word in _FAILED or (k == to - 1 and word in _ALLOWED):
            return "hypothetical"
        if word in {"have", "has"} and p.tokens[k - 1].lower in {"will", "would", "shall"}:
            return "planned"  # "will have to leave"
        if word == "had" and k == to - 1:
            return _had_to(p, k)
        if word in _PURPOSE and k == to - 1 and p.lows[k - 1] in GRAMMAR["nouns_of_attack"]:
            return "hypothetical"  # "a strike intended to hit X killed nine": what was done is told by the next verb
        if word in _PLANNING and p.lows[k - 1] in {"no", "of"}:
            return "hypothetical"  # "has no plans to bomb X", "accused of planning to attack X"
        if word in _PLANNING and "had" in p.lows[max(0, k - 2) : k] and "but" in p.lows[i:]:
            return "hypothetical"  # "had planned to withdraw but stayed"
        if word == "decision" and not _DONE.isdisjoint(p.lows[max(0, k - 5) : k]):
            return "actual"  # "following X's decision to recall its ambassador on Wednesday"
        if word in _PLANNING or (word in {"is", "are", "was", "were"} and k == to - 1):
            return "planned"
        if word in GRAMMAR["to_but_done"] and (word != "have" or k == to - 1):
            return "actual"  # "residents [have] to leave"; "have been an obstacle in efforts to conclude a deal" does not tell one
        if p.tags[k] in "VPIS" or p.tokens[k].text in {";", ":"}:
            break
    return "hypothetical"


_DONE = GRAMMAR["times_of_deeds"] - {"before", "during"}


def _had_to(p: Parse, k: int) -> Modality:
    """ "the village had to be given up" tells that it was; "insisted that the town had to be given up" does not."""
    return "hypothetical" if "that" in p.lows[max(0, k - _GOVERNOR_REACH) : k] else "actual"


_RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "senior", "prominent"})
_BETWEEN_RANKS = frozenset({"of", "in", "from", "most"})
_EST = 5  # letters that a superlative has more than: "the largest town to fall"
_BECOMING = BE | {"become", "becomes", "became", "becoming"}


def ranked_by(p: Parse, to: int) -> int | None:
    """The verb of "was [the first US president] to visit X", "is the most senior official from Y to visit X": who does so
    did it."""
    k = to - 1
    while k > 0 and (p.tags[k] in "NEXMJDCG" or p.lows[k] in _BETWEEN_RANKS) and p.lows[k] not in _BECOMING:
        k -= 1
    ranked = any(w in _RANKS or (w.endswith("est") and len(w) > _EST) for w in p.lows[k + 1 : to])
    return k if ranked and k > 0 and p.lows[k] in _BECOMING else None


def _to_before(p: Parse, i: int) -> int | None:
    """The "to" of an infinitive; of joined ones the first: "claimed [to] have downed a jet and to hold X"."""
    to = next((k for k in range(i - 1, max(-1, i - 5), -1) if p.lows[k] == "to"), None)
    if to is None or p.tags[to - 1] != "C":
        return to
    return next((k for k in range(to - 2, max(-1, to - 16), -1) if p.lows[k] == "to" and p.tags[k + 1] in "IA"), to)


def was_prevented(p: Parse, i: int) -> bool:
    """True behind "an attempt to [carry out] an [attack] … was prevented"."""
    tried = not GRAMMAR["attempts"].isdisjoint(p.lows[max(0, i - _GOVERNOR_REACH) : i])
    return tried and any(a in BE and b in GRAMMAR["prevented"] for a, b in pairwise(p.lows[i:]))


_NO_TRY = frozenset({"not", "never", "n't", "n’t", "will", "would", "could", "may", "might", "if", "denied", "should"})
_DEMANDS = GRAMMAR["demanding"]


def is_demanded(p: Parse, i: int, clause: Clause) -> bool:
    """True for what somebody else is to do: "demanded that troops leave", "called on the rebels to withdraw"."""
    to = _to_before(p, i)
    if to is not None:
        before = [t.lower for t in p.tokens[max(0, to - _GOVERNOR_REACH) : to]]
        return bool(set(before) & _DEMANDS) and not set(before) & _NO_TRY
    bare = p.tags[i] in "VI" and not p.tokens[i].lower.endswith(("s", "ed", "ing"))
    above = [t.lower for t in p.tokens[max(0, clause.first - 4) : clause.first]]
    return bare and clause.connector == "that" and bool(set(above) & _DEMANDS)


def is_tried(p: Parse, i: int) -> bool:
    """True for what somebody tried, or failed, to do: "tried without success to break through", "failed to take"; not for
    what was kept from beginning: "an attempt to attack X was prevented"."""
    to = _to_before(p, i)
    if to is None or was_prevented(p, i):
        return False
    for k in range(to - 1, max(-1, to - _GOVERNOR_REACH), -1):
        if p.lows[k] in _TRIED:
            return _NO_TRY.isdisjoint(p.lows[max(0, k - 3) : k])
        if p.tags[k] in "VPIS" or p.tokens[k].text in {";", ":"}:
            break
    return False


def aim_of_noun(p: Parse, i: int, clause: Clause) -> Modality | None:
    """How a noun counts that is the object of an infinitive; None where its verb tells no more: "led the operator to carry out [cuts]"."""
    purpose = _purpose(p, i, clause)
    if purpose is None:
        return None
    if not GRAMMAR["negations"].isdisjoint(p.lows[max(0, purpose - 2) : purpose]):
        return "negated"  # "urged them not to carry out [strikes]"
    told = by_infinitive(p, purpose)
    return told if told == "planned" or p.lows[purpose + 1] not in PARTICLES else None


def _purpose(p: Parse, i: int, clause: Clause) -> int | None:
    """The infinitive that a noun is the object of: "sent soldiers to [secure] the evacuation"; None if a verb is nearer."""
    for k in range(i - 1, max(clause.first, i - 6) - 1, -1):
        if p.tags[k] == "I":
            return k if "to" in p.lows[max(0, k - 2) : k] else None
        if p.tags[k] in "VPGA" or (p.tags[k] == "T" and not _belongs_to_infinitive(p, k)):
            return None
    return None


def _belongs_to_infinitive(p: Parse, k: int) -> bool:
    """True for a preposition between an infinitive and its object: "to carry [out] strikes", "to end six weeks [of] fighting"."""
    return (p.tags[k - 1] == "I" and p.lows[k] in PARTICLES) or (p.lows[k] == "of" and p.lows[k - 1] in _SPANS)


PARTICLES = frozenset({"out", "up"})


_SPANS = frozenset({"days", "weeks", "months", "years", "decades"})  # "to end six weeks of fighting"
