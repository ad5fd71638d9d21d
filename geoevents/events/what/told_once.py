"""The hits of a sentence without those that only tell more of the deed of another one: which rule is asked of which hit."""

from collections.abc import Callable, Mapping, Sequence

from geoevents.atlas.mention import Mention
from geoevents.events.what.harm_told import as_struck
from geoevents.events.what.hit import Hit, Told
from geoevents.events.what.same_attack import (
    burns_from,
    is_convoy_hit,
    is_harm_in,
    is_on_the_way,
    is_sheltered,
    is_spelt_out_there,
    is_toll_of,
    only_carries,
    only_counts,
    only_tells_whose,
    tells_how,
)
from geoevents.events.what.same_dealing import DEALT, adds_words, is_agreed, only_agrees, only_vows
from geoevents.events.what.same_deed import (
    FLOWN,
    WAGED,
    hits_the_ship,
    inside_object,
    inside_subject,
    is_aim,
    is_either,
    is_end_of_means,
    is_forestalled,
    is_harm,
    is_hurt_by,
    is_opening,
    is_result,
    is_spelt_out,
    is_target,
    is_told_by_cause,
    tells_which,
    tells_who,
)
from geoevents.events.what.same_setting import SETTINGS
from geoevents.events.what.struck_there import as_struck_there

__all__ = ["told_once"]

Rule = Callable[[Hit, Hit, Told], bool]
Rules = tuple[Rule, ...]
Kind = tuple[str, str, str, str, str]  # category, subtype, voice, kind of clause and tense of a hit


def told_once(found: Sequence[Hit], text: str, mentions: Sequence[Mention]) -> Sequence[Hit]:
    """The hits of a sentence without those that only tell more of the deed of another one."""
    if len(found) < 2:
        return found
    told = Told(text, mentions)
    left = [(hit, _rules_of(hit)) for hit in as_struck_there(told, as_struck(text, found))]
    for number in range(len(_ROUNDS)):
        left = [(h, rules) for h, rules in left if not (rules[number] and _is_dropped(h, left, rules[number], told))]
    return [hit for hit, _ in left]


def _is_dropped(hit: Hit, left: Sequence[tuple[Hit, Sequence[Rules]]], rules: Rules, told: Told) -> bool:
    """True for a hit that a rule drops in the light of another one."""
    for other, _ in left:
        if other is not hit:
            for rule in rules:
                if rule(hit, other, told):
                    return True
    return False


# The rules of each round by the category of the hit that they may drop; those of "" are asked of every category.
_ROUNDS: tuple[Mapping[str, Rules], ...] = (
    {"": (inside_object, inside_subject)},
    SETTINGS,
    {
        "": (tells_which, burns_from),
        "strike": (
            is_told_by_cause,
            is_forestalled,
            is_end_of_means,
            hits_the_ship,
            is_spelt_out,
            is_hurt_by,
            tells_how,
            is_harm,
            is_either,
            is_aim,
            is_toll_of,
            only_carries,
        ),
        "ground_combat": (
            is_harm,
            is_harm_in,
            is_aim,
            is_end_of_means,
            is_toll_of,
            is_spelt_out_there,
            only_counts,
            is_opening,
            only_carries,
        ),
        "protest": (is_harm,),
        "air_defence": (is_either,),
        "diplomacy": (is_target,),
        "mobilisation": (is_target,),
        "humanitarian": (is_convoy_hit, is_sheltered),
        "control_change": (only_tells_whose, is_on_the_way, is_opening),
    },
    {"": (only_agrees,), "diplomacy": (is_agreed, adds_words)},
    {"diplomacy": (only_vows,)},
    {"": (is_result, tells_who)},
)
_AGREED = frozenset().union(*DEALT.values())


def _is_asked(rule: Rule, kind: Kind) -> bool:
    """False where no hit of a kind can be what a rule is about, whatever stands beside it."""
    category, subtype, voice, clause, tense = kind
    if rule in _VOICES and voice != _VOICES[rule]:
        return False
    if rule is inside_subject:
        return category in FLOWN | WAGED and (voice == "passive" or clause == "relative")
    if rule is tells_who:
        return tense == "present" or (clause == "participle" and subtype == "meeting")
    if rule in _SUBTYPES and subtype not in _SUBTYPES[rule]:
        return False
    return rule not in _CLAUSES or clause == _CLAUSES[rule]


_VOICES: Mapping[Rule, str] = {
    inside_object: "passive", is_hurt_by: "passive", is_aim: "active", is_harm_in: "active",
    only_carries: "active", is_toll_of: "noun", is_spelt_out_there: "noun",
    only_counts: "noun", only_tells_whose: "noun", is_target: "noun", tells_how: "passive",
}  # fmt: skip
_CLAUSES: Mapping[Rule, str] = {
    tells_which: "relative", tells_how: "relative", is_result: "participle", is_toll_of: "participle",
}  # fmt: skip
_SUBTYPES: Mapping[Rule, frozenset[str]] = {
    burns_from: frozenset({"fire", "collapse"}), is_convoy_hit: frozenset({"aid_delivery"}), is_sheltered: frozenset({"displacement"}),
    is_on_the_way: frozenset({"advance"}), is_agreed: frozenset({"agreement"}), adds_words: _AGREED,
    only_vows: frozenset({"statement"}),
}  # fmt: skip
_KNOWN: dict[Kind, tuple[Rules, ...]] = {}  # of a codebook's subtypes, each in a few voices, clauses and tenses


def _rules_of(hit: Hit) -> tuple[Rules, ...]:
    """The rules of each round that may drop a hit of its kind."""
    kind = (hit.category, hit.subtype, hit.voice, hit.clause_kind, hit.tense)
    rules = _KNOWN.get(kind)
    if rules is None:
        rules = _KNOWN[kind] = tuple(
            tuple(rule for rule in (*of.get("", ()), *of.get(hit.category, ())) if _is_asked(rule, kind))
            for of in _ROUNDS
        )
    return rules
