"""What is said: the stretch of a sentence that a verb of saying tells, before it, behind it, or on both sides."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import is_time
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.referents import before_whose
from geoevents.events.who.saying import DENIES
from geoevents.events.who.speaker_spans import GOING_ON, PRONOUNS, is_verb

__all__ = ["names_as", "scope_of"]

_LAID = frozenset({"blamed", "attributed"})
# "said on Tuesday that", "told reporters in Doha that": when and where it was said is no part of what is said.
_THAT = re.compile(
    r"\s*(?:(?:on|in|at|from|late|early|earlier|to|via|during|through|by|reporters|journalists|\w+day)\b[^,;]{0,50}?\s)?(?P<that>that)\b",
    re.IGNORECASE,
)
_ITS_REPORT = re.compile(
    r"\s*in\s+(?:a|an|its|their)\s+(?:\w+\s+)?(?:report|statement|study|letter|article|interview|post)\s+that\b"
)
_WHEN = re.compile(r",\s+(?:when|as)\b")  # "Forty died, the ministry said, when planes bombed X"
_BESIDE = re.compile(
    r",\s+(?:\w+\s+){0,3}(?:after|before|while|when|as|but|and)\b"
)  # "bombed what it calls camps, after …"
_CLOSING = re.compile(r"(?:[,”\"»]|,\s+(?:as|or\s+so|so))$")  # what stands before a speaker who closes a sentence
_SHORTEST = 20  # letters of what is said before its speaker
_HEARERS = frozenset(DATA["words"]["hearers"])


def scope_of(text: str, tokens: Sequence[Token], tags: str, verb: int, subject: tuple[int, int]) -> tuple[int, int]:
    """What is said: after the verb (and a date or place), or before a trailing speaker; of both, the longer side."""
    start, end = tokens[0].start, tokens[-1].end
    if tokens[verb].lower in _LAID and tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in {"on", "to"}:
        return start, tokens[subject[0]].start  # "two attacks that officials blamed on rebels"
    if tokens[verb].lower in GOING_ON:
        return tokens[verb].end, end
    if names_as(tokens, subject):
        beside = _BESIDE.search(text, tokens[verb].end, end)
        return start, beside.start() if beside is not None else end
    left_end = tokens[min(verb, subject[0])].start
    right_start = tokens[max(verb + 1, subject[1]) - 1].end
    left, right = text[start:left_end], text[right_start:end]
    that = _THAT.match(right)
    if that is not None and _ITS_REPORT.match(right) and left.rstrip().endswith(",") and len(left) >= _SHORTEST:
        return start, left_end  # "…, Amnesty said in a report that | Asmara rejected"
    if that is not None:
        return right_start + that.start("that"), end
    if re.match(r"\s*(?:[^,]{0,60}\s)?that\b", right) or (subject[0] <= 1 and subject[1] <= verb):
        return right_start, end
    if (
        subject[1] <= verb
        and len(left) >= _SHORTEST
        and tokens[verb].lower not in DENIES
        and _says_no_more(tokens[verb + 1 :])
    ):
        return start, left_end
    relative = tokens[verb - 1].text in _RELATIVE  # ", a faction who rejected a deal"
    if (owner := before_whose(tokens, subject)) is not None:
        return tokens[owner[0]].start, end  # "drones launched at | Ukraine, whose air force reported downing 30"
    trailing = not relative and _CLOSING.search(left.rstrip()) is not None
    before = tokens[: min(verb, subject[0])]
    opens = tokens[0].lower in GRAMMAR["adverbial_starts"] or (
        tags[0] in "TXR" and _FINITE.isdisjoint(tags[: len(before)])
    )
    if trailing and opens and not any(is_verb(t) for t in before):
        # "In the A region, the army says, two villages have been won back"; "Near A, troops claimed to have won two villages"
        return (start if right.startswith(",") else right_start), end
    if trailing and subject[1] <= verb and tags[verb + 1 : verb + 3] in {"RV", "RA"} and tokens[verb + 2].lower != "be":
        return (
            right_start,
            end,
        )  # "In X, where a truce holds, the army said | it had shot down a drone"; not "let it be known"
    if trailing and len(left) >= _SHORTEST:
        return start, end if _WHEN.match(right) or _is_put_in(tokens, tags, max(verb + 1, subject[1])) else left_end
    return right_start, end


_RELATIVE = frozenset({"who", "which"})
_FINITE = frozenset("VAP")  # headlines leave "was" out: "Two killed in X, officials say"


def names_as(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """True for who has a word for what was done: "bombed what | the ministry | calls a camp"; "in what the UN called a crime"
    only weighs it, unless the doer does: "in what | it | called revenge"."""
    what = subject[0] - 1
    if what < 0 or tokens[what].lower != "what":
        return False
    return what == 0 or tokens[what - 1].lower != "in" or tokens[subject[0]].lower in PRONOUNS


def _is_put_in(tokens: Sequence[Token], tags: str, behind: int) -> bool:
    """True for a speaker put in between a subject and its verb: "the rest of the town, analysts agree, | has fallen"."""
    verb_behind = (
        tokens[behind : behind + 1] and tokens[behind].text == "," and tags[behind + 1 : behind + 2] in {"V", "A"}
    )
    return bool(verb_behind)


def _says_no_more(behind: Sequence[Token]) -> bool:
    """True where nothing but a day or a hearer stands behind the verb: "…, officials say.", "…, villagers tell | us | .\""""
    return all(not t.text[0].isalnum() or is_time(t) or t.lower in _HEARERS for t in behind)
