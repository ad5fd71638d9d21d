"""The class of a past form in its place: finite verb, participle of a group, reduced clause, adjective or noun."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.past_ahead import verb_behind_noun
from geoevents.events.sentence.reduced_clauses import is_reduced
from geoevents.events.sentence.word_lists import (
    BASES,
    BE,
    CLOSED,
    LISTS,
    PARTICIPLES,
    PASTS,
    SAYING,
    by_means,
    is_of_day,
    is_year,
)

__all__ = ["before_adverbs", "past_class"]


def before_adverbs(i: int, found: Sequence[str]) -> int:
    """Number of the word before, adverbs skipped; -1 if none."""
    k = i - 1
    while k >= 0 and found[k] == "X":
        k -= 1
    return k


_FLOATING = frozenset({"each", "both", "all"})
_POINTING = frozenset({"this", "that", "these", "those", "all", "some", "both", "each", "many", "most", "few"})
"""Determiners that stand alone: "this effectively closed the road" has a verb after the adverb."""


def past_class(tokens: Sequence[Token], i: int, word: str, found: Sequence[str]) -> str:
    """A past or participle form: finite, part of a verb group, reduced clause or adjective."""
    if found.count(".") == len(found):
        return "P"  # "Hit by a drone, the bus stopped", "Killed in the raid were two men"
    k = before_adverbs(i, found)
    lead = tokens[k].lower if k >= 0 else ""
    if k >= 0 and (found[k] == "A" or lead in {"get", "got", "gets", "getting"}):
        return "I" if lead in LISTS["modals"] or lead in LISTS["do"] else "P"
    if k >= 0 and found[k] == "T" and lead == "to":
        return "I" if word in BASES else "J"
    if found[-1:] == ["D"] and lead in _FLOATING and found[-2:-1] and found[-2] in "NER":
        return "V"  # "X and Y each signed a pact"
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    nominal_next = after is not None and after.text[0].isalpha() and after.lower not in CLOSED
    if (found[-1:] == ["D"] and _is_done_by_some(lead, word, after)) or _is_hit_by_some(word, found):
        return "V"  # "another hit a school", "several fell into the sea", "300 of those died"
    graded = k >= 0 and k < i - 1 and found[k] == "M"  # "16 more armoured vehicles", "two badly wounded men"
    told_how = k == i - 2 and found[k] == "T" and tokens[i - 1].lower.endswith("ly")  # "by newly appointed envoys"
    attributive = (
        k >= 0
        and not _is_dated(tokens, i, found)
        and (
            found[-1] in "DTJM"
            or graded
            or told_how
            or (found[k] == "D" and lead not in _POINTING)
            or _is_of_others(tokens, i)
        )
    )
    listed = (
        word.startswith("un") and i > 2 and tokens[i - 1].text == "," and found[i - 3] == "D"
    )  # "a brief, unplanned talk"
    acts = found[-1:] in (["V"], ["G"]) or (found[-1:] == ["I"] and word not in PASTS)
    acts = acts or (found[-2:] == ["V", "X"] and tokens[i - 1].lower == "only")  # "hold only isolated pockets"
    acted_on = acts and tokens[i - 1].lower not in SAYING  # "sheltered displaced families", "shipping armoured cars"
    if ((attributive or listed or acted_on) and nominal_next) or (
        tokens[i - 1].text == "-" and i > 0 and (nominal_next or _is_point(after) or _is_number(after))
    ):
        return "J"
    if found and found[-1] == "D":
        return "N"
    kept = word in GRAMMAR["held_land"] and _joins_places(tokens, found)
    if nominal_next and (kept or _is_made(tokens, i, found) or _tells_which_people(tokens, i, found)):
        return "J"
    opens = found[-1:] == ["S"] or (found[:1] == ["T"] and len(found) > 1 and set(found[1:]) == {"E"})
    if opens and nominal_next and verb_behind_noun(tokens, i):
        return "J"  # "when [guided] bombs hit a block", "In Slaviansk [masked] men stormed a bank"
    held = lead in GRAMMAR["held_to_be"] and found[k - 1 : k + 1] == ["A", "P"]  # "was reported [hijacked]"
    if held or _shares_passive(tokens, i, found) or _is_governed(tokens, found) or _is_done_by(tokens, i, found):
        return "P"
    if word in PASTS or (word in SAYING and (not found or found[-1] != "X")):
        return "V"
    if word in PARTICIPLES:
        return "P"
    return "P" if is_reduced(tokens, i, found) else "V"


_PAST_AND_DONE = frozenset({"struck", "shot"})


def _is_done_by(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for what somebody did to the noun before: "a clinic in X, [struck] by shells", "a jet [shot] down by rebels"."""
    if tokens[i].lower not in _PAST_AND_DONE:
        return False
    at = i + 2 if tokens[i + 1 : i + 2] and tokens[i + 1].lower in {"down", "dead"} else i + 1
    behind = found[-1:] in (["N"], ["E"]) or tokens[i - 1].text == ","
    return behind and at < len(tokens) and tokens[at].lower == "by" and not by_means(tokens, at)


# Pasts that describe no noun behind them: "those died", but "these destroyed homes".
_DONE_BY_SOME = LISTS["never_passive"] | frozenset({"fled", "told", "drowned", "perished", "survived", "said"})


def _is_done_by_some(lead: str, word: str, after: Token | None) -> bool:
    """True for the verb of a determiner that stands alone; ``after`` is the word behind it."""
    pointing = lead in _POINTING or lead == "several"
    if pointing and word in _DONE_BY_SOME:
        bare = after is None or not after.text[0].isalpha() or after.lower in CLOSED
        return bare or word not in LISTS["never_passive"]  # "several crashed drones"
    return (lead == "another" or (pointing and word in PASTS)) and _stands_alone(word, after)


def _tells_which_people(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "patients and [displaced] people"; "destroyed homes and displaced people" tells of a deed."""
    listed = tokens[i].lower == "displaced" and found[-1:] == ["C"] and tokens[i + 1].lower in GRAMMAR["people_told"]
    return listed and tokens[i - 2].lower in GRAMMAR["listed_people"]


_SPREAD = frozenset({"over", "above", "across", "off", "between"})


def _joins_places(tokens: Sequence[Token], found: Sequence[str]) -> bool:
    """True for "were heard in X and [occupied] Y", "shot down 12 over X and [occupied] Y": a second place of the same deed;
    "marched into X and occupied Y" tells two."""
    k = len(found) - 1
    if k < 2 or found[k] != "C":
        return False
    while k > 0 and (found[k] in "NEDJMC" or tokens[k].text == ","):
        k -= 1
    if found[k] != "T" or k == len(found) - 2:
        return False
    verb = next((n for n in range(k - 1, 0, -1) if found[n] in "VPG"), 0)
    passive = found[verb] == "P" and tokens[before_adverbs(verb, found)].lower in BE
    return passive or tokens[k].lower in _SPREAD


def _is_dated(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True behind a day or a year and its noun: "Rebels on March 6 [killed] two men", but "On March 6 [displaced] people"."""
    k = i
    while k > 0 and (is_of_day(tokens, k - 1) or is_year(tokens[k - 1]) or (k < i and found[k - 1] == ".")):
        k -= 1
    k -= k > 0 and found[k - 1] == "T"
    return found[-1] == "M" and 0 < k < i and found[k - 1] in "NER"


def _is_hit_by_some(word: str, found: Sequence[str]) -> bool:
    """True for the verb of a number that opens a clause: "88 were shot down and five | hit targets in X"."""
    hits = word in GRAMMAR["hitting_verbs"] and not word.endswith("ed")
    return hits and found[-1:] == ["M"] and found[-2:-1] in ([], ["."], ["C"], ["W"], ["S"])


def _is_number(after: Token | None) -> bool:
    """True for a figure behind a compound: "a Western-[backed] | 30-day truce"."""
    return after is not None and after.text[0].isdigit()


def _is_of_others(tokens: Sequence[Token], i: int) -> bool:
    """True for "X and other [liberated] towns"; "each other" and "the other" end there."""
    return tokens[i - 1].lower == "other" and i > 1 and tokens[i - 2].lower in {"and", "in", "of", "from", "or"}


def _is_point(after: Token | None) -> bool:
    """True for a point of the compass: "the rebel-[held] | east of X"."""
    return after is not None and after.lower in GRAMMAR["points_of_compass"]


def _is_made(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "a UN [chartered] plane", "an Iranian [backed] militia": one thing, told by whose and by what was done to it."""
    one = found[-2:] == ["D", "E"] and tokens[i - 2].lower in {"a", "an"}
    return one and tokens[i + 1].text[0].islower() and not tokens[i + 1].lower.endswith("s")


_GOVERNING = frozenset({"under", "despite", "amid", "following", "throughout"})


def _is_governed(tokens: Sequence[Token], found: Sequence[str]) -> bool:
    """True for a participle whose noun a preposition holds: "Under the accord [signed] in X, ", ", under a deal [reached] in X"."""
    k = len(found) - 1
    while k > 0 and found[k] in "NEDJMX":
        k -= 1
    if not 0 <= k < len(found) - 1 or tokens[k].lower not in _GOVERNING:
        return False
    return k == 0 or (tokens[k].lower == "under" and found[k - 1] == "." and found[k + 1] == "D")


def _stands_alone(word: str, after: Token | None) -> bool:
    """True for the verb of "another" without a noun: "and another [exploded] in a field", "another [hit] a school"."""
    if after is None or after.text[0].isupper() or CLOSED.get(after.lower) == "D":
        return after is not None
    past = word.endswith("ed") or word in PASTS
    return past and (after.lower in CLOSED or after.lower.endswith("ly"))


_COUNTED_HARM = LISTS["never_passive"] | GRAMMAR["counted_harm"]


def _shares_passive(tokens: Sequence[Token], i: int, found: Sequence[str]) -> bool:
    """True for "90 were launched and more than 70 [intercepted]": a bare number shares the auxiliary of a passive."""
    k = i - 1
    while k > 0 and (found[k] in "MX" or tokens[k].lower in LISTS["roughly"]):
        k -= 1
    if found[-1:] != ["M"] or k < 1 or found[k] != "C" or tokens[i].lower in _COUNTED_HARM:
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    if after[0].isalnum() and CLOSED.get(after) not in {"T", "C", "S", "X"}:
        return False
    verb = next((n for n in range(k - 1, 0, -1) if found[n] in "VPIG"), 0)
    return verb > 0 and found[verb] == "P" and tokens[before_adverbs(verb, found)].lower in BE
