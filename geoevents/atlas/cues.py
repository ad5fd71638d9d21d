"""What the words around a name say of it: that it is a place, or a person, or part of a longer name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import Token
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.names import fold
from geoevents.atlas.words import DEMONYMS, GIVEN_NAMES, HEAD_OF, NOT_PLACES, WORDS

__all__ = [
    "NameSpan",
    "Sentence",
    "class_cue",
    "common_word",
    "has_cue",
    "in_list",
    "is_person",
    "not_inside_capitals",
    "person_names",
    "telling_cue",
]


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


def has_cue(s: Sentence, i: int, last: int) -> bool:
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


def is_person(s: Sentence, i: int, last: int) -> bool:
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


def person_names(sentences: Sequence[Sentence], atlas: Gazetteer) -> frozenset[str]:
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


def class_cue(s: Sentence, i: int) -> bool:
    """ "the town of Police", "Police region": a class word says outright that a place is meant."""
    return (s.word(i - 1) == "of" and s.word(i - 2) in WORDS["class_before"]) or (
        s.word(i - 1) in {"town", "village", "city"} and not s.capital(i - 1)
    )


def common_word(s: Sentence, i: int, last: int) -> bool:
    """A single capital at the start of a sentence that is written small elsewhere in it says little."""
    return last - i == 1 and i == 0 and any(t.text == s.tokens[i].lower for t in s.tokens[1:])


def not_inside_capitals(s: Sentence, i: int, last: int, kind: str) -> bool:
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


def telling_cue(s: Sentence, i: int, last: int) -> bool:
    """A cue strong enough for a name that no list knows."""
    before, before2 = s.word(i - 1), s.word(i - 2)
    if before == "of" and (before2 in WORDS["class_before"] or before2 in _DIRECTIONS):
        return True
    if before in {"in", "near", "outside", "over", "into"} and not re.search(r"\d", s.tokens[i].text):
        return True
    if before in WORDS["class_before"] or (
        before in WORDS["transitive"] and s.word(last) in {",", ".", "and", "on", "in", ""}
    ):
        return True
    if before in {",", "("} and before2 in WORDS["class_before"]:
        return True
    return (
        s.word(last) in HEAD_OF
        and s.word(last) not in {"state", "plant", "base", "camp"}
        and before in {"the", "in", "and", ","}
    )


def in_list(s: Sentence, i: int, last: int, taken: set[int]) -> bool:
    """True where a place stands on the other side of a comma or "and"."""
    before = s.word(i - 1) in {",", "and", "or"} and (i - 2 in taken or (s.word(i - 2) == "," and i - 3 in taken))
    after = s.word(last) in {",", "and", "or"} and last + 1 in taken
    return before or after
