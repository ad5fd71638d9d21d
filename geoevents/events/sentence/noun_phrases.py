"""The noun phrase that names somebody: cut out of the words before or after a verb, by word classes (no parser)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import TIME_WORDS, is_of_day

__all__ = ["NounPhrase", "object_phrase", "owner_phrase", "subject_phrase"]

Range = tuple[int, int]
_NOMINAL = frozenset("NEJDMPG")
_BREAKS = frozenset("VAIWS")
_OWNER = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = frozenset({"-", "‑", "–"})
_ARTICLES = frozenset({"the", "a", "an"})
_TIMES = TIME_WORDS | GRAMMAR["spans_of_time"]
_MEASURES = _TIMES | GRAMMAR["lengths"]
_APPOSED = _ARTICLES | frozenset(
    {"his", "her", "its", "their", "both", "most", "some", "all", "many", "one", "two", "three"}
)


class NounPhrase(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) of a phrase with its "of" parts.

    ``after`` is the preposition before it, None for a phrase of its own; ``comma``: a comma opens it.
    """

    first: int
    last: int
    after: str | None = None
    comma: bool = False


def subject_phrase(tokens: Sequence[Token], tags: str, span: Range) -> NounPhrase | None:
    """Who or what does it, of the words before a verb: "in the evening | two missiles", "the judge, | a Belgian,"."""
    own = (_undated(tokens, n) for n in _phrases(tokens, tags, span) if n.after is None and not _is_time(tokens, n))
    found = [n for n in own if _is_somebody(tags[n.first : n.last])]
    verb = next((k for k in range(*span) if tags[k] in "VA"), None)
    if not found and verb is not None and verb > span[0]:
        return subject_phrase(tokens, tags, (span[0], verb))  # "the ministry | had reported [taking X]"
    while len(found) > 1 and found[-1].comma and tokens[found[-1].first].lower in _APPOSED:
        found.pop()
    return _bare(_with_list(found, tags), tags) if found else None


def _is_somebody(tags: str) -> bool:
    """False for no words, a participle alone ("was [seen]") and a deed with its object ("[freeing 47 civilians]")."""
    return tags.strip("P") != "" and not (tags[0] == "G" and tags[1:2] in set("DMR"))


def _undated(tokens: Sequence[Token], n: NounPhrase) -> NounPhrase:
    """The phrase without a day before or behind it: "6 March | rebels", "the troops | Oct. 6"; maybe nothing is left."""
    first, last = n.first, n.last
    while first < last and is_of_day(tokens, first):
        first += 1
    while last > first and is_of_day(tokens, last - 1):
        last -= 1
    return n._replace(first=first, last=last)


def _bare(n: NounPhrase, tags: str) -> NounPhrase:
    """The phrase without the participles that end it: "shells | fired"."""
    last = n.last
    while last > n.first + 1 and tags[last - 1] in "PG":
        last -= 1
    return n._replace(last=last) if last < n.last else n


def _with_list(found: Sequence[NounPhrase], tags: str) -> NounPhrase:
    """The last phrase with what a list holds before it: "Poland, Latvia | and Estonia"."""
    whole = found[-1]
    for before in found[-2::-1]:
        if not (whole.comma and before.last == whole.first - 1 and "C" in tags[whole.first : whole.last]):
            break
        whole = whole._replace(first=before.first, comma=before.comma)
    return whole


def object_phrase(tokens: Sequence[Token], tags: str, span: Range) -> NounPhrase | None:
    """Who or what it is done to, of the words after a verb, up to the next one."""
    end = next((k for k in range(*span) if tags[k] in _BREAKS), span[1])
    found = next((n for n in _phrases(tokens, tags, (span[0], end)) if not _is_time(tokens, n)), None)
    return _bare(found, tags) if found else None


def owner_phrase(tokens: Sequence[Token], tags: str, span: Range) -> NounPhrase | None:
    """Whose the noun behind a stretch is: "Spain's | raid", "an Israeli air | raid", "the rebel | attack"."""
    first = span[1]
    while first > span[0] and tags[first - 1] in "NEJPMX" and tokens[first - 1].lower not in _ARTICLES:
        first -= 1
    if first > span[0] and tokens[first - 1].lower in _OWNER:
        return subject_phrase(tokens, tags, (span[0], first - 1))
    return NounPhrase(first=first, last=span[1]) if first < span[1] else None


def _phrases(tokens: Sequence[Token], tags: str, span: Range) -> Iterator[NounPhrase]:
    """The phrases of a stretch since its last verb, in order."""
    found: list[NounPhrase] = []
    after, joined, comma = None, False, False
    aside = span[0]  # the word after a short bracket behind a phrase that is not the subject
    for k in range(*span):
        tag, word = tags[k], tokens[k].lower
        behind = bool(found) and found[-1].last == k
        if k < aside:
            continue
        if behind and word == "(" and found[-1].after is not None:
            aside = _closing(tokens, k)
        elif tag in _BREAKS:
            found, after, joined, comma = [], None, False, False
        elif tag == "T" and not _is_hyphened(tokens, k):
            joined, after, comma = behind and word == "of", None if behind and word == "of" else word, False
        elif tag == "C" or word in _HYPHENS:
            joined = behind
        elif tag == ".":
            after, joined, comma = None, False, True
        elif tag == "R" or tag in _NOMINAL or tag == "T":
            if found and (joined or (behind and not _opens(tokens, tags, k))):
                whole = found[-1]
                found[-1] = NounPhrase(whole.first, k + 1, whole.after, whole.comma)
            else:
                found.append(NounPhrase(k, k + 1, None if behind else after, comma))
            after, joined, comma = None, False, False
    yield from found


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The word after a short bracket: "under the Government of National Unity ( GNU ) | has"; the word after its sign if it is long."""
    return next((k for k in range(at + 1, min(len(tokens), at + 4)) if tokens[k].text == ")"), at) + 1


def _opens(tokens: Sequence[Token], tags: str, k: int) -> bool:
    """True for a word that begins a new phrase right behind another: "in the evening | two missiles", "on Friday | he"."""
    word, tag = tokens[k].lower, tags[k]
    if tag == "R":
        return True
    if tag == "D":
        return word not in _OWNER
    if tag == "M" and k > 1 and tags[k - 2] == "D" and is_of_day(tokens, k):
        return False  # "the March 23 Movement"
    if tag == "M":
        return tags[k - 1] in "NE" and tags[k + 1 : k + 2] in {"N", "J", "E"}
    return tokens[k - 1].lower in _TIMES and word not in _TIMES


def _is_hyphened(tokens: Sequence[Token], k: int) -> bool:
    """True for a small word inside a compound: "surface-[to]-air missiles"."""
    return 0 < k < len(tokens) - 1 and tokens[k - 1].text in _HYPHENS and tokens[k + 1].text in _HYPHENS


def _is_time(tokens: Sequence[Token], n: NounPhrase) -> bool:
    """True for a phrase that tells when or how far: "the evening", "12 km | south of X"."""
    return tokens[n.last - 1].lower in _MEASURES
