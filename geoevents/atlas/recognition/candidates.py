"""The spans of a sentence that could name a place: names of the atlas, demonyms, unknown capitalised names."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import compress
from operator import attrgetter
from typing import Literal, NamedTuple, Protocol

from geoevents.atlas.recognition.cues import Sentence
from geoevents.atlas.recognition.lexicon import JOINTS, Lexicon, Word
from geoevents.atlas.recognition.name_starts import starts_of
from geoevents.atlas.recognition.shared_names import may_share, shared_name
from geoevents.atlas.recognition.words import DEMONYMS, HEAD_OF, WORDS
from geoevents.atlas.scoring import Candidate

__all__ = [
    "JOINTS", "POSSESSIVES", "Line", "Names", "Possible", "has_possessive", "is_whole_facility", "line_of", "possible", "says_its_head",
]  # fmt: skip

LONGEST = 5  # words of a name; longer ones in the atlas are official titles that no article writes
_LONGEST_RUN = 6  # words of an unknown name: whole headings in capitals are no names
POSSESSIVES = frozenset({"'s", "’s"})
_UNKNOWN = (False, False)
_ENDS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "?", "!", "'s", "’s"})

Source = Literal["atlas", "demonym", "cue"]


class Names(Protocol):
    """What is asked of an atlas here: whether it knows a folded name or a longer one, and what the name may mean."""

    def has_key(self, key: str) -> bool: ...

    def has_prefix(self, key: str) -> bool: ...

    def candidates(self, name: str) -> tuple[Candidate, ...]: ...


class Possible(NamedTuple):
    """A span that could name a place: tokens ``first`` to ``last`` (exclusive) of its line; ``key`` is its fold."""

    first: int
    last: int
    key: str
    source: Source


class Line(NamedTuple):
    """A sentence as the recogniser sees it: words, their texts, and for each token where its run of capitals begins and ends.

    ``capitals`` are the numbers of the tokens that may be part of such a run, ``runs`` (begin, end) of those of several words.
    """

    sentence: Sentence
    texts: Sequence[str]
    words: tuple[Word, ...]
    capitals: tuple[int, ...]
    runs: Sequence[tuple[int, int]]
    run_start: Sequence[int]
    run_end: Sequence[int]


def line_of(sentence: Sentence, lexicon: Lexicon) -> Line:
    """The line of a sentence."""
    texts = sentence.texts
    words = lexicon.words(texts)
    capitals = tuple(compress(range(len(words)), map(_in_run, words)))
    articles = [i - 2 for i in capitals if i > 1 and words[i - 2].text in _ARTICLES and _tied(sentence, i - 1)]
    if articles:
        texts = [text.capitalize() if i in articles else text for i, text in enumerate(texts)]
        words = lexicon.words(texts)
        capitals = tuple(sorted({*capitals, *articles}))
    starts, ends = list(range(len(words))), list(range(1, len(words) + 1))
    runs = _runs(sentence, words, capitals) if len(capitals) > 1 else []
    for begin, end in runs:
        starts[begin:end] = [begin] * (end - begin)
        ends[begin:end] = [end] * (end - begin)
    return _line((sentence, texts, words, capitals, runs, starts, ends))


_line = partial(tuple.__new__, Line)  # of its parts, at half the price of a call of Line
_in_run = attrgetter("in_run")


# Arabic articles, written small before a name by many wires: "al-Bab" begins at its article as "Al-Bab" does.
_ARTICLES = frozenset({"al", "el", "as", "ar", "ash", "an", "at", "ad", "az", "ul", "ez", "es", "er"})


def _tied(sentence: Sentence, at: int) -> bool:
    """True for a hyphen that touches the words on both sides."""
    starts, ends = sentence.starts, sentence.ends
    return sentence.texts[at] == "-" and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]


def _runs(sentence: Sentence, words: Sequence[Word], capitals: Sequence[int]) -> list[tuple[int, int]]:
    """(begin, end) of every run of several capitalised words; hyphens and the stops of short words do not end one."""
    found: list[tuple[int, int]] = []
    begin = end = -2
    for i in capitals:
        if i != end:
            anew = not (i == end + 1 and _joins(sentence, words, end))
        else:
            anew = words[i].key in _DEMONYM_STARTS and _opens_anew(words, i)
        if anew:
            if end - begin > 1:
                found.append((begin, end))
            begin = i
        end = i + 1
    return [*found, (begin, end)] if end - begin > 1 else found


def _opens_anew(words: Sequence[Word], i: int) -> bool:
    """True for the first word of a people's adjective that begins a phrase of its own behind a name: "In Odesa | Russian drones hit"."""
    last = next((k for k in (i, i + 1) if k < len(words) and _key(words, i, k + 1) in DEMONYMS), None)
    if last is None or last + 1 >= len(words) or not words[last + 1].lower.isalpha() or words[last + 1].in_run:
        return False
    return _key(words, i - 1, last + 1) not in DEMONYMS and words[i - 1].key not in DEMONYMS


def _key(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join([w.key for w in words[first:last]])


def _joins(sentence: Sentence, words: Sequence[Word], at: int) -> bool:
    """True for a hyphen, or a full stop that belongs to a short word ("St. Paul", "Ft. Worth", "J. Smith")."""
    touching = sentence.ends[at - 1] == sentence.starts[at]
    if words[at].text == "-":
        return touching and sentence.ends[at] == sentence.starts[at + 1]
    return words[at].text == "." and touching and len(words[at - 1].text) <= 3


_possible = partial(tuple.__new__, Possible)


def possible(line: Line, atlas: Names) -> list[Possible]:
    """Every span of a line that could name a place, by start, shorter first; they overlap."""
    found: list[Possible] = []
    shared, words, starts = may_share(line.sentence.words), line.words, line.run_start
    owned = 0  # token behind the last name with a possessive in it: no other begins within "People's Republic of China"
    for i in starts_of(words, line.capitals):
        word, begin = words[i], starts[i]
        if i < owned or not word.key or (len(word.text) < 2 and not _is_initial(line, i)):
            continue
        if begin < i and _is_article(line, i):
            continue
        names = _names(line, i, atlas)
        if word.lower == "the":
            names = [n for n in names if _has_article(atlas, n.key)]  # type: ignore[arg-type]
        people = _demonym(line, i) if word.key in _DEMONYM_STARTS else None
        if people is not None:
            found.append(people)
            names = [n for n in names if n.last > people.last]
        if shared and (sharing := shared_name(words, i, atlas)) is not None:
            names = [_possible((i, i + 1, sharing, "atlas"))]
        found += names
        if names and has_possessive(line, names[-1]):
            owned = names[-1].last
        # the first word of a sentence may only have its capital
        if people is None and word.in_run and (i == begin or (i == 1 and begin == 0)):
            found += _unknown(line, i, names)
    return found


def _is_initial(line: Line, i: int) -> bool:
    """True for one letter that shortens the first word of a name: "[W].Va.", "[N]. Korea"; no name begins with other letters."""
    return line.run_end[i] > i + 2 and line.words[i + 1].text == "."


def _is_article(line: Line, i: int) -> bool:
    """True at the small article of "Ras al-Ain", "Bashar al-Assad": no name begins there."""
    return line.sentence.texts[i] in _ARTICLES


def says_its_head(line: Line, name: Possible) -> bool:
    """True for a name whose class word stands behind another one: "Black" in "the Black and Azov seas"."""
    return (
        name.source == "atlas"
        and name.last == name.first + 1
        and name.key != line.words[name.first].key
        and " " in name.key
    )


def _names(line: Line, i: int, atlas: Names) -> list[Possible]:
    """Every atlas name that starts at a capital, shortest first; a possessive may stand within: "Cox's Bazar"."""
    found: list[Possible] = []
    words, key, count = line.words, "", 0
    for last, word in enumerate(words[i : i + 2 * LONGEST], start=i):
        if not word.key:
            if word.text in POSSESSIVES and _look_up(atlas, f"{key}s") != _UNKNOWN:  # type: ignore[arg-type]
                key = f"{key}s"
                if count > 1 and atlas.has_key(key) and not line.sentence.capital(last + 1):
                    found.append(_possible((i, last + 1, key, "atlas")))
                continue
            if word.text in _ENDS or (word.text == "." and not _inner_stop(line, last)):
                break
            continue
        key, count = (f"{key} {word.key}", count + 1) if key else (word.key, 1)
        if count > LONGEST:
            break
        known, longer = _look_up(atlas, key)  # type: ignore[arg-type]  # atlases are hashed by identity
        if known and (last == i or _ends_well(line, i, last)):
            found.append(_possible((i, _with_stop(line, last) if word.lower in _SHORTENED else last + 1, key, "atlas")))
        if not longer and (last + 1 >= len(words) or words[last + 1].text not in POSSESSIVES):
            break
    return found


@lru_cache(maxsize=100_000)
def _look_up(atlas: Names, key: str) -> tuple[bool, bool]:
    """(whether a name is in the atlas, in another case too, whether a longer one begins with it)."""
    known = atlas.has_key(key) or (_CYRILLIC.search(key) is not None and bool(atlas.candidates(key)))
    return known, atlas.has_prefix(key)


_CYRILLIC = re.compile("[\u0400-\u04ff]")


def _inner_stop(line: Line, at: int) -> bool:
    return at + 1 < len(line.words) and line.run_start[at + 1] <= at < line.run_end[at + 1] - 1 and at > 0


def _with_stop(line: Line, last: int) -> int:
    """Token after a shortened state, its full stop within the name ("Calif.")."""
    words, sentence = line.words, line.sentence
    short = last + 1 < len(words) and words[last + 1].text == "."
    return last + 2 if short and sentence.ends[last] == sentence.starts[last + 1] else last + 1


_SHORTENED = WORDS["shortened"]


@lru_cache(maxsize=1000)
def _has_article(atlas: Names, key: str) -> bool:
    """True where the article is part of the name: The Hague, not the Kremlin."""
    return any(c.place.name.startswith("The ") for c in atlas.candidates(key)[:1])


def _ends_well(line: Line, first: int, last: int) -> bool:
    """A name ends in a capital, its number or, after a capital, in a class word ("Zaporizhzhia nuclear power plant") or behind a
    hyphen or an elided article."""
    word = line.words[last]
    if word.text[0].isdigit():
        return not _counts(line, last)
    if word.capital or last == first:
        return word.capital
    text = word.text  # "Côte d'Ivoire", "Hpa-an"
    elided = text[1:2] in _ELIDED and text[2:3].isupper()
    return HEAD_OF.get(word.lower) in _SMALL_HEADS or elided or (_tied(line.sentence, last - 1) and text.isalpha())


_ELIDED = frozenset("'’")


def _counts(line: Line, at: int) -> bool:
    """True for a number that counts what follows, or is the score of a match: "in Marseille 2 men", "beat Marseille 2-1"."""
    after = line.words[at + 1] if at + 1 < len(line.words) else None
    return after is not None and (after.text == "-" or (after.lower.isalpha() and not after.capital))


def has_possessive(line: Line, name: Possible) -> bool:
    """True for a name of the atlas with a possessive in it: "Cox's Bazar", "People's Republic of China"."""
    inner = line.words[name.first + 1 : name.last - 1]
    return name.source == "atlas" and any(w.text in POSSESSIVES for w in inner)


def is_whole_facility(line: Line, name: Possible) -> bool:
    """True for a name of the atlas that says itself that it is a building or a site: "Saky air base", "Kakhovka dam"."""
    return (
        name.source == "atlas"
        and name.last > name.first + 1
        and HEAD_OF.get(line.words[name.last - 1].lower) == "facility"
    )


_SMALL_HEADS = frozenset({"water", "land", "facility"})


_DEMONYM_STARTS = frozenset(key.split()[0] for key in DEMONYMS)


def _demonym(line: Line, i: int) -> Possible | None:
    """ "Russian", "North Korean", "Saudi": an adjective or a people; the longest."""
    for last in (i + 3, i + 2, i + 1):
        if last <= len(line.words) and line.words[last - 1].key:
            key = " ".join([w.key for w in line.words[i:last] if w.key])
            if key in DEMONYMS:
                return Possible(i, last, key, "demonym")
    return None


def _unknown(line: Line, i: int, known: Sequence[Possible]) -> list[Possible]:
    """The whole rest of a run of capitals from a token on, where the atlas does not list it: none of ``known``."""
    last = line.run_end[i]
    if last - i > 2 * _LONGEST_RUN or last in [n.last for n in known]:
        return []
    key = " ".join([w.key for w in line.words[i:last] if w.key])
    return [_possible((i, last, key, "cue"))] if len(key) > 2 else []
