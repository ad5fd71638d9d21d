"""Which spans of a text name a place: names of the atlas and capitalised names with a cue, less persons and words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import tokenize
from geoevents.atlas.cues import (
    NameSpan,
    Sentence,
    class_cue,
    common_word,
    has_cue,
    in_list,
    is_person,
    not_inside_capitals,
    person_names,
    telling_cue,
)
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.words import DEMONYMS, GIVEN_NAMES, HEAD_OF, NOT_PLACES, WORDS

__all__ = ["given", "recognise"]

LONGEST = 5  # tokens of a name; longer ones in the atlas are official titles that no article writes


_BIG = 4.3  # own score from which a name needs no cue (gazetteer.py): a city of about 10,000 by its main name


def recognise(text: str, segments: Sequence[Segment], atlas: Gazetteer) -> tuple[list[Sentence], list[NameSpan]]:
    """Sentences with tokens, and the spans in them that name places, in text order without overlaps."""
    kept = [s for s in segments if s.kind != "boilerplate"]
    sentences = [Sentence(segment=s, tokens=tokenize(text, s.start, s.end)) for s in kept]
    persons = person_names(sentences, atlas)
    spans = [span for number, s in enumerate(sentences) for span in _spans(text, s, number, atlas, persons)]
    return sentences, _second_look(spans, sentences, atlas)


def _spans(text: str, s: Sentence, number: int, atlas: Gazetteer, persons: frozenset[str]) -> list[NameSpan]:
    """Spans of one sentence, leftmost longest first."""
    found: list[NameSpan] = []
    i = 0
    while i < len(s.tokens):
        span = _at(text, s, i, number, atlas, persons) if _starts_name(s, i) else None
        if span is not None:
            found.append(span)
            i = span.last
        else:
            i += 1
    return found


def _starts_name(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    return (
        token.text[0].isupper()
        and token.lower not in WORDS["months_days"]
        and (len(token.text) > 1 or "." in token.text)
    )


def _at(text: str, s: Sentence, i: int, number: int, atlas: Gazetteer, persons: frozenset[str]) -> NameSpan | None:
    """The longest acceptable name that starts at a token."""
    demonym = _demonym(text, s, i, number)
    for last, key in reversed(_matches(s, i, atlas)):
        if demonym is not None and last <= demonym.last:
            break
        if s.word(i) == "the" and not _has_article(atlas, key):
            continue
        cued = has_cue(s, i, last)
        if _acceptable(s, i, last, key, cued=cued, atlas=atlas, persons=persons):
            return _span(text, s, i, last, number, key=key, source="atlas", cued=cued)
    return demonym or _unknown(text, s, i, number, persons)


def _span(
    text: str,
    s: Sentence,
    i: int,
    last: int,
    number: int,
    *,
    key: str,
    source: Literal["atlas", "demonym", "cue"],
    cued: bool,
) -> NameSpan:
    start, end = s.tokens[i].start, s.tokens[last - 1].end
    return NameSpan(
        start=start,
        end=end,
        text=text[start:end],
        key=key,
        first=i,
        last=last,
        sentence=number,
        source=source,
        cued=cued,
    )


def _matches(s: Sentence, i: int, atlas: Gazetteer) -> list[tuple[int, str]]:
    """(token after the name, key) of every atlas name that starts at a token, shortest first."""
    found, words = [], []
    for last in range(i, min(len(s.tokens), i + 2 * LONGEST)):
        token = s.tokens[last]
        if token.text in {",", ";", ":", "(", ")", "“", "”", '"', ".", "?", "!"} or token.lower in {"'s", "’s"}:
            break
        word = fold(token.text)
        if word:
            words.append(word)
        if len(words) > LONGEST:
            break
        key = " ".join(words)
        if word and _known(atlas, key) and _ends_well(s, i, last):
            found.append((last + 1, key))
        if not _continues(atlas, key):
            break
    return found


@lru_cache(maxsize=100_000)
def _known(atlas: Gazetteer, key: str) -> bool:
    return atlas.has_key(key)


@lru_cache(maxsize=100_000)
def _continues(atlas: Gazetteer, key: str) -> bool:
    return atlas.has_prefix(key)


def _has_article(atlas: Gazetteer, key: str) -> bool:
    """True where the article is part of the name: The Hague, not the Kremlin."""
    return any(c.place.name.startswith("The ") for c in atlas.candidates(key)[:1])


def _ends_well(s: Sentence, first: int, last: int) -> bool:
    """A name ends in a capital, a digit or, after a capital, in a class word ("Zaporizhzhia nuclear power plant")."""
    token = s.tokens[last]
    return (
        token.text[0].isupper()
        or token.text[0].isdigit()
        or (last > first and HEAD_OF.get(token.lower) in {"water", "land", "facility"})
    )


def _demonym(text: str, s: Sentence, i: int, number: int) -> NameSpan | None:
    """ "Russian", "North Korean", "Saudi": an adjective or a people."""
    for length in (3, 2, 1):
        last = i + length
        if last <= len(s.tokens):
            key = " ".join(w for w in (fold(t.text) for t in s.tokens[i:last]) if w)
            if key in DEMONYMS and not (length == 1 and is_person(s, i, last)):
                return _span(text, s, i, last, number, key=key, source="demonym", cued=True)
    return None


def _strength(atlas: Gazetteer, key: str) -> tuple[float, str]:
    """(own score, kind) of the best place of a name."""
    best = atlas.candidates(key)[:1]
    return (best[0].score, best[0].place.kind) if best else (-9.0, "")


# Kinds whose names are hardly ever anything else.
_ALWAYS = frozenset(
    {
        "country",
        "territory",
        "macroregion",
        "region",
        "sea",
        "strait",
        "river",
        "lake",
        "plant",
        "dam",
        "bridge",
        "seat",
    }
)


def _acceptable(
    s: Sentence, i: int, last: int, key: str, *, cued: bool, atlas: Gazetteer, persons: frozenset[str]
) -> bool:
    """Whether a name of the atlas is used as one here."""
    strength, kind = _strength(atlas, key)
    single = last - i == 1
    if single and (key in NOT_PLACES or len(key) < 3) and not class_cue(s, i) and kind not in {"country"}:
        return False
    if is_person(s, i, last):
        return False
    if single and key in persons and not (cued and s.word(i - 1) in WORDS["strong_locative"]):
        return False
    if (
        s.tokens[i].text.isupper()
        and len(key) <= 5
        and s.segment.kind == "sentence"
        and kind != "country"
        and "." not in s.tokens[i].text
    ):
        return s.word(i - 1) == "," and kind == "admin1"
    if kind in _ALWAYS and not (single and key in GIVEN_NAMES and not cued and kind != "country"):
        return not_inside_capitals(s, i, last, kind)
    if single and key in GIVEN_NAMES and not cued:
        return False
    if cued:
        return not_inside_capitals(s, i, last, kind)
    return strength >= _BIG and not_inside_capitals(s, i, last, kind) and not common_word(s, i, last)


def _unknown(text: str, s: Sentence, i: int, number: int, persons: frozenset[str]) -> NameSpan | None:
    """A capitalised name that the atlas does not list as written, where the words around it ask for a place."""
    last = i + 1
    while last < len(s.tokens) and last < i + 4:
        joined = s.word(last) == "-" and s.capital(last + 1)
        if not s.capital(last) and not joined:
            break
        last += 2 if joined else 1
    words = [fold(t.text) for t in s.tokens[i:last] if fold(t.text)]
    key = " ".join(words)
    if not words or any(
        w in NOT_PLACES or w in WORDS["titles"] or w in WORDS["org_words"] or w in persons for w in words
    ):
        return None
    if (
        words[0] in GIVEN_NAMES
        or words[0] in DEMONYMS
        or len(key) < 4
        or s.tokens[i].text.isupper()
        or is_person(s, i, last)
    ):
        return None
    if words[-1] in WORDS["institution_nouns"] or words[-1] in WORDS["months_days"] or s.word(last) in {"'s", "’s"}:
        return None
    if not telling_cue(s, i, last):
        return None
    return _span(text, s, i, last, number, key=key, source="cue", cued=True)


def _second_look(spans: Sequence[NameSpan], sentences: Sequence[Sentence], atlas: Gazetteer) -> list[NameSpan]:
    """Adds names that one look misses: members of lists of places, and names accepted elsewhere in the article."""
    accepted = {span.key for span in spans if span.source in {"atlas", "cue"}}
    found = list(spans)
    for number, s in enumerate(sentences):
        taken = {k for span in spans if span.sentence == number for k in range(span.first, span.last)}
        for i in range(len(s.tokens)):
            if i not in taken and _starts_name(s, i):
                found += _late(s, i, number, accepted, taken, atlas)
    return sorted(found, key=lambda span: span.start)


def _late(s: Sentence, i: int, number: int, accepted: set[str], taken: set[int], atlas: Gazetteer) -> list[NameSpan]:
    """A name told before in the article, or standing in a list beside a place."""
    key, last = fold(s.tokens[i].text), i + 1
    if s.word(last) == "-" and s.capital(last + 1):
        last += 2
        key = " ".join(fold(t.text) for t in s.tokens[i:last] if fold(t.text))
    if key in NOT_PLACES or key in GIVEN_NAMES or len(key) < 4 or is_person(s, i, last):
        return []
    same = key in accepted and not s.capital(last) and not s.capital(i - 1)
    if not same and not (in_list(s, i, last, taken) and not s.capital(last) and _known(atlas, key)):
        return []
    text = s.tokens[i].text if last == i + 1 else "".join(t.text for t in s.tokens[i:last])
    return [
        NameSpan(
            start=s.tokens[i].start,
            end=s.tokens[last - 1].end,
            text=text,
            key=key,
            first=i,
            last=last,
            sentence=number,
            source="atlas" if _known(atlas, key) else "cue",
            cued=True,
        )
    ]


def given(
    text: str, segments: Sequence[Segment], spans: Sequence[tuple[int, int]]
) -> tuple[list[Sentence], list[NameSpan]]:
    """Sentences and the spans that the input itself gives as places; spans outside every segment are dropped."""
    sentences = [Sentence(segment=s, tokens=tokenize(text, s.start, s.end)) for s in segments]
    found = []
    for start, end in spans:
        number = next((n for n, s in enumerate(sentences) if s.segment.start <= start < s.segment.end), None)
        if number is not None:
            found.append(_given_span(text, start, end, sentences[number], number))
    return sentences, found


def _given_span(text: str, start: int, end: int, s: Sentence, number: int) -> NameSpan:
    inside = [k for k, t in enumerate(s.tokens) if t.start < end and start < t.end]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    key = fold(text[start:end])
    span = NameSpan(
        start=start,
        end=end,
        text=text[start:end],
        key=key,
        first=first,
        last=last,
        sentence=number,
        source="given",
        cued=True,
    )
    return replace(span, source="demonym") if key in DEMONYMS else span
