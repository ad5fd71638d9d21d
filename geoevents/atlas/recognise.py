"""Which spans of a text name a place: names of the atlas and capitalised names with a cue, less persons and words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token, tokenize
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.words import DEMONYMS, GIVEN_NAMES, HEAD_OF, NOT_PLACES, WORDS

__all__ = ["NameSpan", "Sentence", "recognise"]

LONGEST = 5  # tokens of a name; longer ones in the atlas are official titles that no article writes
_BIG = 4.3  # own score from which a name needs no cue (gazetteer.py): a city of about 10,000 by its main name


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A span that may name a place; ``first``, ``last`` are token numbers in its sentence, ``last`` exclusive."""

    start: int
    end: int
    text: str
    key: str
    first: int
    last: int
    sentence: int
    source: Literal["atlas", "demonym", "cue", "given"]
    cued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A segment with its tokens, as recognition sees it."""

    segment: Segment
    tokens: tuple[Token, ...]

    def word(self, index: int) -> str:
        """Lower-case token, "" beyond either end."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def capital(self, index: int) -> bool:
        """True where a token begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()


def recognise(text: str, segments: Sequence[Segment], atlas: Gazetteer) -> tuple[list[Sentence], list[NameSpan]]:
    """Sentences with tokens, and the spans in them that name places, in text order without overlaps."""
    kept = [s for s in segments if s.kind != "boilerplate"]
    sentences = [Sentence(segment=s, tokens=tokenize(text, s.start, s.end)) for s in kept]
    persons = _persons(sentences, atlas)
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
        cued = _has_cue(s, i, last)
        if _acceptable(s, i, last, key, cued=cued, atlas=atlas, persons=persons):
            return _span(text, s, i, last, number, key=key, source="atlas", cued=cued)
    return demonym or _unknown(text, s, i, number, atlas, persons)


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
            if key in DEMONYMS and not (length == 1 and _is_person(s, i, last)):
                return _span(text, s, i, last, number, key=key, source="demonym", cued=True)
    return None


def _has_cue(s: Sentence, i: int, last: int) -> bool:
    """True where the words around say that a place is named: preposition, class word, relation, verb of taking."""
    before, before2 = s.word(i - 1), s.word(i - 2)
    if before == "the":
        before, before2 = before2, s.word(i - 3)
    after = s.word(last)
    if after in {"'s", "’s"}:
        after = ""
    if before in WORDS["strong_locative"] or before in WORDS["class_before"] or before in WORDS["transitive"]:
        return True
    if before in {"at", "from", "to", "off", "on"}:
        return True
    if before == "of" and (before2 in WORDS["class_before"] or before2 in _DIRECTIONS or before2 in HEAD_OF):
        return True
    if before in {",", "(", ":"} and before2 in WORDS["class_before"]:
        return True
    if after in HEAD_OF or after in {"sector", "direction", "axis", "front", "bridgehead"} or before in _DIRECTIONS:
        return True
    return (
        after == ","
        and s.word(last + 1) in {"a", "an", "the", "in", "south", "north", "east", "west", "just", "about", "some"}
        and (bool({s.word(k) for k in range(last + 2, last + 7)} & (WORDS["class_before"] | _DIRECTIONS)))
    )


_DIRECTIONS = frozenset(
    f"{d}{e}"
    for d in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for e in ("", "ern")
) | {"central", "km", "kilometres", "kilometers", "miles"}


def _is_person(s: Sentence, i: int, last: int) -> bool:
    """True where the words beside the name make it a person's: a title or given name before, a surname after."""
    before = s.word(i - 1)
    if before in WORDS["titles"] and (s.capital(i - 1) or not s.capital(last)) and s.word(i - 2) not in {"of"}:
        return not (before in {"king", "state", "general", "saint"} and not s.capital(i - 1))
    if s.capital(i - 1) and fold(before) in GIVEN_NAMES and before not in WORDS["strong_locative"]:
        return True
    if before in {"-"} and s.capital(i - 2) and i >= 2 and s.tokens[i - 1].start == s.tokens[i - 2].end:
        return fold(s.word(i - 2)) in GIVEN_NAMES
    after = s.word(last)
    if last < len(s.tokens) and s.capital(last) and last - i == 1 and fold(s.word(i)) in GIVEN_NAMES:
        return after not in WORDS["org_words"] and after not in HEAD_OF and after not in WORDS["months_days"]
    if after in {"al", "el", "bin", "ibn", "van", "von", "de"} and s.capital(
        last + (2 if s.word(last + 1) == "-" else 1)
    ):
        return fold(s.word(i)) in GIVEN_NAMES
    return False


def _persons(sentences: Sequence[Sentence], atlas: Gazetteer) -> frozenset[str]:
    """Folded surnames of the article: capitalised words after a given name or a title."""
    found = set()
    for s in sentences:
        for i in range(1, len(s.tokens)):
            if s.capital(i) and s.capital(i - 1) and s.tokens[i - 1].lower not in WORDS["strong_locative"]:
                before = fold(s.word(i - 1))
                given = before in GIVEN_NAMES or (before in WORDS["titles"] and i >= 2)
                if given and fold(s.word(i)) not in DEMONYMS:
                    found.add(fold(s.word(i)))
                    if s.capital(i + 1) and fold(s.word(i + 1)) not in DEMONYMS:
                        found.add(fold(s.word(i + 1)))
    return frozenset(p for p in found if not _is_country(atlas, p))


def _is_country(atlas: Gazetteer, key: str) -> bool:
    return any(c.place.kind == "country" for c in atlas.candidates(key)[:1])


def _strength(atlas: Gazetteer, key: str) -> tuple[float, str]:
    """(own score, kind) of the best place of a name."""
    best = atlas.candidates(key)[:1]
    return (best[0].score, best[0].place.kind) if best else (-9.0, "")


_ALWAYS = frozenset(
    {
        "country",
        "sea",
        "strait",
        "territory",
        "macroregion",
        "river",
        "region",
        "plant",
        "dam",
        "bridge",
        "seat",
        "lake",
    }
)


def _acceptable(
    s: Sentence, i: int, last: int, key: str, *, cued: bool, atlas: Gazetteer, persons: frozenset[str]
) -> bool:
    """Whether a name of the atlas is used as one here."""
    strength, kind = _strength(atlas, key)
    single = last - i == 1
    if single and (key in NOT_PLACES or len(key) < 3) and not _class_cue(s, i, last) and kind not in {"country"}:
        return False
    if _is_person(s, i, last):
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
        return _not_inside_capitals(s, i, last, kind)
    if single and key in GIVEN_NAMES and not cued:
        return False
    if cued:
        return _not_inside_capitals(s, i, last, kind)
    return strength >= _BIG and _not_inside_capitals(s, i, last, kind) and not _common_word(s, i, last)


def _class_cue(s: Sentence, i: int, last: int) -> bool:
    """ "the town of Police", "Police region": a class word says outright that a place is meant."""
    return (s.word(i - 1) == "of" and s.word(i - 2) in WORDS["class_before"]) or (
        s.word(i - 1) in {"town", "village", "city"} and not s.capital(i - 1)
    )


def _common_word(s: Sentence, i: int, last: int) -> bool:
    """A single capital at the start of a sentence that is written small elsewhere in it says little."""
    return last - i == 1 and i == 0 and any(t.text == s.tokens[i].lower for t in s.tokens[1:])


def _not_inside_capitals(s: Sentence, i: int, last: int, kind: str) -> bool:
    """False where the name is a word of a longer capitalised name that is no institution ("Denzel Washington")."""
    before = i - 1
    if before >= 0 and s.capital(before) and s.word(before) not in _MAY_PRECEDE and not _sentence_start_word(s, before):
        known = fold(s.word(before)) in DEMONYMS or s.word(before) in WORDS["org_words"] or s.word(before) in HEAD_OF
        if not known and kind not in {"country"}:
            return False
    if (
        s.capital(last)
        and s.word(last) not in _MAY_FOLLOW
        and kind not in {"country", "sea", "seat", "admin1", "territory"}
    ):
        return _institution_follows(s, last)
    return True


_MAY_PRECEDE = WORDS["months_days"] | WORDS["class_before"] | WORDS["locative"] | _DIRECTIONS | WORDS["institution_nouns"] | {
    "the", "and", "or", "a", "an", "while", "when", "but", "as", "greater", "metropolitan", "downtown",
}  # fmt: skip
_MAY_FOLLOW = frozenset(HEAD_OF) | WORDS["months_days"] | {"and", "or", "the"}


def _sentence_start_word(s: Sentence, index: int) -> bool:
    """True for an ordinary word that has its capital only from the start of the sentence."""
    return index == 0 and (
        s.word(0) in NOT_PLACES or s.word(0) in WORDS["locative"] or s.word(0).endswith(("ed", "ing", "ly"))
    )


def _institution_follows(s: Sentence, last: int) -> bool:
    """True where the capitalised words after a name make it part of an organisation or office."""
    for index in range(last, min(last + 5, len(s.tokens))):
        if not s.capital(index):
            return False
        if (
            s.word(index) in WORDS["org_words"]
            or s.word(index) in WORDS["institution_nouns"]
            or s.word(index) in WORDS["titles"]
        ):
            return True
        if s.word(index) in WORDS["facility_nouns"] or s.word(index) in HEAD_OF:
            return True
    return False


def _unknown(text: str, s: Sentence, i: int, number: int, atlas: Gazetteer, persons: frozenset[str]) -> NameSpan | None:
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
        or _is_person(s, i, last)
    ):
        return None
    if words[-1] in WORDS["institution_nouns"] or words[-1] in WORDS["months_days"] or s.word(last) in {"'s", "’s"}:
        return None
    if not _telling_cue(s, i, last):
        return None
    return _span(text, s, i, last, number, key=key, source="cue", cued=True)


def _telling_cue(s: Sentence, i: int, last: int) -> bool:
    """A cue strong enough for a name that no list knows."""
    before, before2 = s.word(i - 1), s.word(i - 2)
    if before == "of" and (before2 in WORDS["class_before"] or before2 in _DIRECTIONS):
        return True
    if before in {"in", "near", "outside", "over", "into"} and not re.search(r"\d", s.tokens[i].text):
        return True
    if (
        before in WORDS["class_before"]
        or before in WORDS["transitive"]
        and s.word(last) in {",", ".", "and", "on", "in", ""}
    ):
        return True
    if before in {",", "("} and before2 in WORDS["class_before"]:
        return True
    return (
        s.word(last) in HEAD_OF
        and s.word(last) not in {"state", "plant", "base", "camp"}
        and before in {"the", "in", "and", ","}
    )


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
    if key in NOT_PLACES or key in GIVEN_NAMES or len(key) < 4 or _is_person(s, i, last):
        return []
    same = key in accepted and not s.capital(last) and not s.capital(i - 1)
    if not same and not (_in_list(s, i, last, taken) and not s.capital(last) and _known(atlas, key)):
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
        )  # fmt: skip
    ]


def _in_list(s: Sentence, i: int, last: int, taken: set[int]) -> bool:
    """True where a place stands on the other side of a comma or "and"."""
    before = s.word(i - 1) in {",", "and", "or"} and (i - 2 in taken or (s.word(i - 2) == "," and i - 3 in taken))
    after = s.word(last) in {",", "and", "or"} and last + 1 in taken
    return before or after


def given(
    text: str, segments: Sequence[Segment], spans: Sequence[tuple[int, int]], atlas: Gazetteer
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
