"""Names that stand for ground, whatever acts in their name elsewhere: what lies there, what strikes it, whose border it is."""

from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan, Sentence
from geoevents.atlas.recognition.words import DEMONYMS, HEAD_OF, WORDS
from geoevents.words import sets_of

__all__ = ["is_dealt_with", "is_struck", "marks_border", "owns_ground", "owns_name", "owns_town"]

_WORDS = sets_of("geoevents.atlas.recognition", "hit_words.toml")
_IN_TOWN = _WORDS["ground"] | _WORDS["in_town"] | WORDS["facility_nouns"]
_PEOPLE = _WORDS["of_ground"] | WORDS["institution_nouns"]
_ENDS = WORDS["locative"] | WORDS["acting"] | {"and", "or", "the", "a", "an", "who", "which", "that", "were", "are"}
_REACH = 5  # tokens from the possessive to what it owns: "[X]'s most densely peopled streets"


def owns_ground(s: Sentence, span: NameSpan, place: Place | None) -> bool | None:
    """True for a possessive that ground or a building follows: "[X]'s central market", "[X]'s skyline"; False before people or a
    body of it: "[X]'s port authority"; None for anything else."""
    return _owned(s, span.last + 1, _WORDS["ground"] if place is None or place.kind == "country" else _IN_TOWN)


def owns_town(s: Sentence, last: int) -> bool:
    """True where what stands in a town follows a possessive, token ``last``: "X | 's hospitals", of whatever kind X is."""
    return _owned(s, last + 1, _IN_TOWN) is True


def _owned(s: Sentence, first: int, nouns: frozenset[str]) -> bool | None:
    """As ``owns_ground``, from the token behind the possessive on."""
    for index in range(first, min(first + _REACH, len(s.texts))):
        word = s.words[index]
        if word in nouns:
            return not _goes_on(s, index + 1, nouns)
        if word in _ENDS or not (word == "-" or "a" <= word[:1] <= "z") or s.capital(index):
            return None
    return None


def _goes_on(s: Sentence, index: int, nouns: frozenset[str]) -> bool:
    """True before people or a body of it, another noun of ground between: "[X]'s main railway station manager"."""
    word = s.words[index]
    return word in _PEOPLE or (word in nouns and s.words[index + 1] in _PEOPLE)


def owns_name(s: Sentence, span: NameSpan, following: int) -> bool:
    """True for whose leader or group it is: "[Kenya]'s Ruto", "[Lebanon]'s Hezbollah"; not in "in [Congo]'s Fizi", "[Haiti]'s Cabaret
    was raided", nor where another place begins before the owned name ends (``following``)."""
    at = span.last + 1
    if s.words[span.last] not in _OWN or not s.capital(at) or s.words[span.first - 1] in _WHERE:
        return False
    end = at
    while s.capital(end):
        end += 1
    if following < end or end - at > _LONGEST_PERSON:
        return False
    inner = s.words[at : end + 1]
    return _NO_PERSON.isdisjoint(inner) and s.words[end] not in _WORDS["between"] | _PASSIVE


_OWN = frozenset({"'s", "\u2019s"})
_LONGEST_PERSON = 2  # words of what is owned
_PASSIVE = frozenset({"was", "were", "is", "fell", "came", "in", "near"})
_WHERE = (
    WORDS["strong_locative"]
    | WORDS["transitive"]
    | {"at", "from", "to", "off", "on", "through", "along", "beyond", "within", "of"}
)
_NO_PERSON = frozenset(HEAD_OF) | WORDS["class_before"] | _IN_TOWN


_SURELY = _WORDS["done_to"] - _WORDS["loosely"]
_SUBJECT = 6  # tokens before such a verb in which who does it stands


def is_struck(s: Sentence, span: NameSpan) -> bool:
    """True behind a verb of force in the active: "jets bombed [X] again"; "the minister attacked [X]" and "jets bombed [X] armour"
    are none."""
    at = span.first - 1
    if at < 1 or s.words[at] not in _WORDS["done_to"] or not _ends_there(s, span.last):
        return False
    return s.words[at] in _SURELY or not _WORDS["strikers"].isdisjoint(s.words[max(0, at - _SUBJECT) : at])


def _ends_there(s: Sentence, index: int) -> bool:
    """True where a phrase has ended before a token: no noun goes on there."""
    word = s.words[index]
    if word in _LISTS and s.words[index + 1] in DEMONYMS:
        return False  # "hit US and British ships"
    return word in _BEHIND or (word not in _NO_END and not "a" <= word[:1] <= "z")


_LISTS = frozenset({"and", "or", ","})
_NO_END = frozenset({"'s", "\u2019s", "'", "\u2019", "-"})


def is_dealt_with(s: Sentence, span: NameSpan) -> bool:
    """True behind what is put on or said to a government: "pressure on [X]", "appealed to [X]"."""
    link = s.words[span.first - 1]
    held = _WORDS["put_on"] if link == "on" else _WORDS["said_to"] if link == "to" else None
    return held is not None and s.words[span.first - 2] in held


_BORDER = frozenset({"border", "borders", "frontier"})
_LAND = frozenset({"country", "territory"})


def marks_border(s: Sentence, span: NameSpan, place: Place | None) -> bool:
    """True for whose border it is, which lies as much in the land beside it: "near the [X] border"; "the [X] border town" lies in X."""
    if place is None or place.kind not in _LAND or s.words[span.last] not in _BORDER:
        return False
    return _ends_there(s, span.last + 1) or s.capital(span.last + 1)


_BEHIND = WORDS["locative"] | WORDS["acting"] | WORDS["adverbs"] | {
    "and", "or", "but", "after", "before", "when", "while", "where", "which", "that", "as", "early", "late", "were", "are", "area",
    "region", "zone", "overnight", "twice", "today", "too", "then", "with", "since", "during", "this", "last", "yesterday",
}  # fmt: skip
