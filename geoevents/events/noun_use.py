"""Which words that look like a trigger are none: nouns, adjectives, topics, parts of compounds."""

from geoevents.events.conditions import Reading, is_class
from geoevents.events.grammar import GRAMMAR
from geoevents.events.slots import Slots

__all__ = ["is_compound", "is_noun_use", "is_topic"]


def is_noun_use(r: Reading, i: int, last: int) -> bool:
    """True where a form that is also a noun is one here: "the strike", "air strikes on", "a visit"."""
    word = r.tokens[i].lower
    before = r.tokens[i - 1].lower if i else ""
    if last > i + 1:
        return False
    if (
        word.endswith("ed")
        and before in GRAMMAR["before_adjective"]
        and i + 1 < len(r.tokens)
        and r.tokens[i + 1].text[0].isalpha()
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
                i + 1 < len(r.tokens)
                and r.tokens[i + 1].lower
                in {"bank", "the" if word == "down" else "bank", "wing", "side", "by", "over", "in", "near"}
            )
            and word == "left"
        )
    if i and r.tokens[i - 1].text[0].isalpha() and before.endswith(("ian", "ean", "ine", "ish", "ese", "aeli")):
        return True
    return before in GRAMMAR["before_noun"] or (before.endswith("est") and len(before) > 5)


def is_topic(r: Reading, i: int, slots: Slots) -> bool:
    """True for a noun that only names a topic or a time: "talks on the fighting", "before the invasion"."""
    at = i - 1
    while (
        at >= 0
        and i - at < 4
        and (r.tokens[at].lower in {"the", "a", "an", "this", "its", "their"} or r.tokens[at].text[0].isupper())
    ):
        at -= 1
    own = slots.object is not None and is_class(r, slots.object, "place")
    return at >= 0 and at <= i - 1 and r.tokens[at].lower in GRAMMAR["topical"] and not own


def is_compound(r: Reading, last: int) -> bool:
    """True where a noun only qualifies the next one: "attack aircraft", "clash of opinions" is none of it."""
    return last < len(r.tokens) and r.tokens[last].lower in GRAMMAR["compound_after_noun"]
