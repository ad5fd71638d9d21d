"""Clauses of a sentence, cut where its word classes say that another verb begins (``events.md`` 4.3)."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.verbs_ahead import (
    has_verb,
    is_finite,
    joins_verbs,
    speaker_ahead,
    verb_after_list,
    verb_after_relative,
    verb_ahead,
    verb_of_two_ahead,
)
from geoevents.events.sentence.word_classes import in_small, word_classes
from geoevents.events.sentence.word_lists import SAYING, is_how_many, is_time
from geoevents.values import dataclass, replace

__all__ = ["Clause", "ClauseKind", "Parse", "clauses", "parse"]
ClauseKind = Literal["main", "relative", "subordinate", "participle", "complement"]
_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "‘"})
_TOLD_NOUNS = GRAMMAR["told_nouns"]
_TIMES = GRAMMAR["between_verb_and_object"] | GRAMMAR["told_whom"]
_AMOUNTS = frozenset(
    {"more", "at", "up", "about", "some", "nearly", "almost", "over", "fewer", "less", "around", "as", "most"}
)
_POINTS_OF_DAY = GRAMMAR["points_of_day"]
_BEFORE_TIMES = frozenset({"since", "before", "after", "until"})
_NO_CLAUSE_AS = frozenset({"well", "such", "same", "much", "many", "far", "long", "soon", "a", "the", "part", "of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a sentence with one verb group; ``parent`` is the index of the clause it depends on.

    ``first``, ``last`` number its tokens (last one excluded).  ``connector`` is the word or comma that opens it.
    """

    start: int
    end: int
    kind: ClauseKind
    parent: int | None
    connector: str | None
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence read: its tokens, the same in small letters, one class letter a token, its clauses, its different words."""

    tokens: Sequence[Token]
    lows: Sequence[str]
    tags: str
    clauses: tuple[Clause, ...]
    words: frozenset[str]


def parse(tokens: Sequence[Token], verbs: frozenset[str] = frozenset()) -> Parse:
    """Classes and clauses of one sentence; ``verbs`` are those of the codebook.  Quotation marks are read over."""
    words = tokens
    if not _MARKS.isdisjoint(map(_TEXT, tokens)):
        words = [t for t in tokens if t.text not in _MARKS] or tokens
    tags = word_classes(words, verbs)
    found = _clauses(words, tags)
    if found and len(words) < len(tokens):
        found = _with_marks(tokens, found)
    lows = in_small(words, tags)
    return Parse(words, lows, tags, found, frozenset(lows))


_TEXT = attrgetter("text")


def _with_marks(tokens: Sequence[Token], found: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, each with the quotation marks before and behind it, so that they tile the sentence."""
    ends = [*(c.start for c in found[1:]), tokens[-1].end]
    starts = [tokens[0].start, *ends[:-1]]
    return tuple(replace(c, start=a, end=b) for c, a, b in zip(found, starts, ends, strict=True))


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Clauses of one sentence in text order; they tile its tokens.  No tokens give ()."""
    return parse(tokens).clauses


def _clauses(tokens: Sequence[Token], tags: str) -> tuple[Clause, ...]:
    if not tokens:
        return ()
    cuts: list[tuple[int, ClauseKind, str | None]] = [_opening(tokens, tags)]
    for i in _openings(tokens, tags):
        cut = _cut(tokens, tags, i, cuts[-1])
        if cut is not None:
            cuts.append((i, *cut))
    return tuple(_built(tokens, cuts))


_DASHES = frozenset({"–", "—"})
_BEFORE_CLAUSE = frozenset({";", ":", ",", "”", '"', *_DASHES})


def _openings(tokens: Sequence[Token], tags: str) -> Iterator[int]:
    """The words that may open a clause: joining words, words after a sign or a verb of saying and its day, verbs after "which"."""
    said = told = False
    for i, ((_, _, sign, before), tag, own) in enumerate(zip(tokens, tags, tags[1:], strict=False), start=1):
        told = before in SAYING or (told and before in _TIMES)  # "said on Monday | its crews"
        said = said or told or tag == "W"
        if own in "WSC" or told or sign in _BEFORE_CLAUSE or (own == "R" and tag in "NE") or (said and own in "VA"):
            yield i


def _built(tokens: Sequence[Token], cuts: Sequence[tuple[int, ClauseKind, str | None]]) -> list[Clause]:
    found = []
    for number, (first, kind, connector) in enumerate(cuts):
        last = cuts[number + 1][0] if number + 1 < len(cuts) else len(tokens)
        parent = None if kind == "main" else number - 1 if number else _first_main(cuts)
        found.append(
            Clause(
                start=tokens[first].start,
                end=tokens[last - 1].end,
                kind=kind,
                parent=parent,
                connector=connector,
                first=first,
                last=last,
            )
        )
    return found


def _first_main(cuts: Sequence[tuple[int, ClauseKind, str | None]]) -> int | None:
    """The main clause that an opening subordinate one depends on; clauses up to there hang on the opening one."""
    return next((number for number, (_, kind, _) in enumerate(cuts) if kind == "main"), None)


def _opening(tokens: Sequence[Token], tags: str) -> tuple[int, ClauseKind, str | None]:
    """The first clause: subordinate where the sentence begins with a subordinator and its own verb."""
    if tags[0] == "S" and verb_ahead(tags, 1):
        return 0, "subordinate", tokens[0].lower
    return 0, "main", None


def _cut(
    tokens: Sequence[Token], tags: str, i: int, open_clause: tuple[int, ClauseKind, str | None]
) -> tuple[ClauseKind, str | None] | None:
    """Kind and connector of the clause that begins at a token; None if none does."""
    since, kind, _ = open_clause
    word, tag = tokens[i].lower, tags[i]
    if tag == "W":
        return _relative(tokens, tags, i, since)
    if tag == "S":
        return _subordinate(tokens, tags, i)
    if tokens[i - 1].text in {";", ":"} and i > 2:
        return "main", tokens[i - 1].text
    if tokens[i - 1].text in {",", *_DASHES} or (
        i > 1 and tokens[i - 1].text in {"”", '"'} and tokens[i - 2].text == ","
    ):
        return _after_comma(tokens, tags, i, since=since, kind=kind)
    if tag == "C" and has_verb(tags, since, i) and joins_verbs(tokens, tags, i):
        return "main", word
    if kind == "relative" and tag in "VA" and _goes_on_after(tokens, tags, i, since):
        return "main", ","
    if tag == "R" and _tells_of_noun(tokens, tags, i, since):
        return "relative", None
    return ("complement", None) if _is_told(tokens, tags, i, since) else None


_OF_NOUNS = frozenset({"it", "they", "he", "she"})


def _tells_of_noun(tokens: Sequence[Token], tags: str, i: int, since: int) -> bool:
    """True for the pronoun that opens a relative clause without "that": "took two towns in a region | it had claimed"."""
    after = tags[i + 1 : i + 2]
    if tokens[i].lower not in _OF_NOUNS or tags[i - 1] not in "NE" or after not in {"V", "A"} or is_time(tokens[i - 1]):
        return False
    said = any(t.lower in SAYING for t in tokens[since:i])
    return not said and has_verb(tags, since, i)


def _goes_on_after(tokens: Sequence[Token], tags: str, i: int, since: int) -> bool:
    """True for the verb whose subject a relative clause told about: "drones that had come from X | were shot down"."""
    own = tags[since + 1 : since + 2] in {"D", "E", "N", "R", "M"} and "P" in tags[since:i]  # "that troops captured"
    told = has_verb(tags, since, i) or own
    if not told or tags[i - 1] in "ACSW.D" or tokens[i].lower in SAYING or tokens[i - 1].lower == "to":
        return False  # the last: "who asked not to be named"
    if tags[i - 1] == "X" and not (tags[i] == "A" and tags[i - 2] in "VPNE"):
        return False  # "that it also hit", but "that came overnight | were shot down"
    ends = (k for k in range(since - 1) if tags[k] in ".SWC" or (tags[k] == "V" and tokens[k].lower in SAYING))
    first = max(ends, default=-1) + 1
    return not has_verb(tags, first, since) and tags[first:since].strip("X") != ""


def _relative(tokens: Sequence[Token], tags: str, i: int, since: int) -> tuple[ClauseKind, str | None] | None:
    word = tokens[i].lower
    if word == "which" and i > 1 and tokens[i - 1].lower in {"on", "in"} and tokens[i - 2].lower in _TIMES_TOLD:
        return "main", "and"  # "took X on Monday, a day on | which they also entered Y"
    if word != "that":
        return "relative", word
    if not verb_ahead(tags, i + 1):
        return None
    noun = "NEG" if "D" in tags[max(since, i - 4) : i - 1] else "NE"
    if tags[i - 1] in noun and tags[i + 1 : i + 3].lstrip("X")[:1] == "V" and not is_time(tokens[i - 1]):
        return "relative", word  # "claimed a bombing in X | that killed nine"
    told = tags[i - 1] in "VPGI." and any(t.lower in SAYING for t in tokens[max(since, i - 8) : i])
    told = told or any(tags[k] in "VIPG" and tokens[k].lower in SAYING for k in range(max(since, i - 8), i))
    told = told or tokens[i - 1].lower in _TOLD_NOUNS or tags[i - 1] == "C"
    return "complement" if told else "relative", word


_TIMES_TOLD = frozenset({"day", "night", "morning", "evening", "afternoon", "week", "weekend", "month"})


def _subordinate(tokens: Sequence[Token], tags: str, i: int) -> tuple[ClauseKind, str | None] | None:
    word = tokens[i].lower
    if word == "as" and (
        tokens[i - 1].lower in _NO_CLAUSE_AS or (tokens[i + 1 : i + 2] and tokens[i + 1].lower in {"well"})
    ):
        return None
    if word == "as" and not verb_of_two_ahead(tokens, tags, i):
        return None  # "dismissed it as outrageous and vowed": the verb is of the clause before
    if word in {"so", "since"} and tags[i - 1] == "A":
        return None
    if (
        word in _BEFORE_TIMES
        and i + 1 < len(tokens)
        and (is_time(tokens[i + 1]) or tokens[i + 1].lower in _POINTS_OF_DAY)
        and not is_how_many(tokens, tags, i + 1)
    ):
        return None  # "people displaced since Saturday have arrived"
    if word in _BEFORE_TIMES and i + 1 < len(tokens) and tokens[i + 1].text in {",", "."}:
        return None  # "the night before, a drone had killed four"
    if word in _BEFORE_TIMES and tags[i + 1 : i + 2] == "G":
        return "participle", word  # "met X in A before | flying on to B"
    return ("subordinate", word) if verb_ahead(tags, i + 1) else None


# ", with | air defences destroying 35 of them", ", with | the agency warning last month that"
_ACTING = re.compile(r"[DEJMN]{1,5}G(?:X?[DEMR]|N{0,2}W)")


def _after_comma(
    tokens: Sequence[Token], tags: str, i: int, *, since: int, kind: ClauseKind
) -> tuple[ClauseKind, str | None] | None:
    """What a comma opens: a participle, the main clause again after an aside, a speaker after what is said."""
    if tags[i] == "G" or (tokens[i].lower == "having" and has_verb(tags, since, i)):
        return "participle", "having" if tags[i] == "A" else None
    if tokens[i].lower == "with" and _ACTING.match(tags, i + 1):
        return "participle", "with"
    if tags[i] == "J" and tags[i - 3 : i - 2] == "D":
        return None  # "held a second, unannounced meeting"
    done = has_verb(tags, since, i) or (kind == "participle" and i - since > 1)
    if not done:
        return None
    if kind != "main" and tags[i] in "VA":
        return "main", ","
    if tags[i] == "V" and tokens[i].lower not in SAYING and is_finite(tokens, tags, i):
        return "main", ","  # "was in A on Monday, | flew on to B and met C"
    if tags[i] == "X" and tags[i + 1 : i + 2] == "V" and is_finite(tokens, tags, i + 1):
        return "main", ","  # "took X, | then withdrew"
    if tags[i] == "C":
        return ("main", tokens[i].lower) if joins_verbs(tokens, tags, i) else None
    if kind == "relative" and tags[i] == "T" and _goes_on_with_place(tokens, tags, i, since):
        return "main", ","
    if (tags[i] in "DENMRJ" or tokens[i].lower in _AMOUNTS) and (
        verb_of_two_ahead(tokens, tags, i) or speaker_ahead(tokens, tags, i)
    ):
        return "main", ","
    return None


_NAMED_PLACE = re.compile(r"TD?[NJ]{0,2}T?E+\.")  # "in Hebron,", "in the village of Huwara,"


def _goes_on_with_place(tokens: Sequence[Token], tags: str, i: int, since: int) -> bool:
    """True for the place of what is told, behind whom it was done to: "killed a man who had opened fire, | in Hebron, on
    Friday"; a thing or a name before the comma lies there itself: "who took the town, in Ituri"."""
    if tokens[i].lower not in {"in", "at", "near"} or _NAMED_PLACE.match(tags, i) is None:
        return False
    return tags[i - 2] not in "E" and "D" not in tags[since + 1 : i]


def _is_told(tokens: Sequence[Token], tags: str, i: int, since: int) -> bool:
    """True where what is said begins without "that": "said on Monday | its crews had destroyed"."""
    if tags[i] not in "DENMRJTX" or tokens[i].lower in _TIMES:
        return False
    k = i - 1
    while k > since and tokens[k].lower in _TIMES:
        k -= 1
    if not (tags[k] in "VI" and tokens[k].lower in SAYING) or tokens[i - 1].lower in {"on", "in", "last", "of"}:
        return False
    return (tags[i] not in "TX" or tokens[i].lower in _AMOUNTS) and (
        verb_of_two_ahead(tokens, tags, i)
        or verb_after_relative(tags, i)
        or (k == i - 1 and tags[k] == "V" and verb_after_list(tags, i))
    )
