"""The one person whom an article or a pronoun tells of: "killing a weaver and her son", "the driver was killed"."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.ages import past_year_old
from geoevents.events.howmany.count_words import DATA, PEOPLE, UNITS
from geoevents.events.howmany.nouns import FUNCTION, next_word, noun_after, singular

__all__ = [
    "HARM_CUES",
    "HARM_WORDS",
    "RELATIVES",
    "WHOSE",
    "beside_counted",
    "is_somebodys",
    "is_victim",
    "named_victims",
]

WHOSE = frozenset({"his", "her", "their", "its", "the"})
RELATIVES = frozenset(DATA["relatives"]["nouns"])
_HARMING = frozenset(DATA["casualties"]["harming"])
_HURT = frozenset(DATA["casualties"]["harmed"])
HARM_CUES = _HARMING | _HURT | {"dead"}  # without one of them "the" and "its" count nobody
_NO_VICTIM = (
    frozenset(DATA["casualties"]["nobody"])
    | UNITS.keys()
    | frozenset(DATA["skipped"]["nouns"])
    | frozenset(DATA["measures"]["nouns"])
    | frozenset(DATA["gathering"]["nouns"])
)
_NAMED = DATA["named"]
_PLURALS, _IN_NAME, _NOT_IN_TITLE = (frozenset(_NAMED[key]) for key in ("several", "in_name", "not_in_title"))


def is_victim(tokens: Sequence[Token], i: int) -> bool:
    """True for whoever was hurt, of whatever trade: "killing a weaver and her son", "two guards and an inspector were killed"."""
    noun = next_word(tokens, i)
    if not noun.isalpha() or singular(noun) in _NO_VICTIM:
        return False
    harmed = i > 0 and (tokens[i - 1].lower in _HARMING or [t.lower for t in tokens[i - 2 : i]] == ["shot", "dead"])
    return harmed or _is_harmed_next(tokens, i)


def is_somebodys(tokens: Sequence[Token], i: int) -> bool:
    """True for the one person of "a man and his wife", "injuring his wife", "killed the mayor", "the driver was hurt"."""
    before = tokens[i - 1].lower if i else ""
    if tokens[i].lower in _OF_PERSONS and before in {"and", ",", *_HARMING} and _is_relative(tokens, i):
        return True
    if before not in _HARMING and not _is_harmed_next(tokens, i):
        return False
    if beside_counted(tokens, i) is not None:
        return True
    noun = noun_after(tokens, i + 1)
    if noun is None or noun[1] not in {"persons", "soldiers"}:
        return False
    word = tokens[noun[0]].lower
    if not _DETERMINERS.isdisjoint(t.lower for t in tokens[i + 1 : noun[0]]):
        return False  # "the army said the driver was killed"
    return word not in _PLURALS and not word.endswith("s") and _is_whole(tokens, noun[0])


def beside_counted(tokens: Sequence[Token], i: int) -> int | None:
    """The noun of whoever is told beside others by number, whatever he is: "the village [head] and two others"; else None."""
    for k in range(i + 1, min(i + _TITLED, len(tokens) - 1)):
        word = tokens[k].lower
        if word == "and":
            one = k > i + 1 and not tokens[k - 1].lower.endswith("s") and tokens[k - 1].lower not in _MANY
            number = tokens[k + 1].lower
            return k - 1 if one and (number in _SEVERAL or number.isdigit()) else None
        if word in FUNCTION or word in _DETERMINERS or not (word[0].isalpha() or word in _OF_WHOM):
            return None
    return None


_OF_WHOM = frozenset({"'s", "’s"})
_TITLED = 8  # words from "the" to "and"
_MANY = (
    frozenset(DATA["plurals"]["nouns"])
    | _PLURALS
    | frozenset(DATA["gathering"]["nouns"])
    | frozenset(DATA["bodies"]["nouns"])
)
_SEVERAL = frozenset(DATA["numbers"]) - {"a", "an", "zero", "one"}
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_OF_PERSONS = frozenset({"his", "her", "their"})


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    near = [t.lower for t in tokens[i + 1 : i + 3]]
    old = past_year_old(tokens, i + 1)
    near = [tokens[old].lower] if old > i + 1 and old < len(tokens) else near
    return not RELATIVES.isdisjoint(near)


def _is_whole(tokens: Sequence[Token], k: int) -> bool:
    """True where a phrase ends with its noun: "the driver", never "the driver shortage", "the man's dog"."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.lower in FUNCTION or after.lower in _BE:
        return True
    return not after.text[0].isalpha() and after.text[0] not in "'’-"


_BE = frozenset({"was", "were", "and"})


def _is_harmed_next(tokens: Sequence[Token], i: int) -> bool:
    """True for a short phrase behind which "was killed" stands: "an inspector were killed", "the driver was badly hurt"."""
    for k in range(i + 2, min(i + _PHRASE, len(tokens) - 1)):
        word = tokens[k].lower
        if word in {"was", "were"}:
            after = [t.lower for t in tokens[k + 1 : k + 3]]
            return after[0] in _HURT or (after[0].endswith("ly") and after[-1] in _HURT) or after == ["shot", "dead"]
        if word not in _JOINING and (not word[0].isalnum() or word in FUNCTION):
            return False
    return False


_JOINING = frozenset({"and", "his", "her", "their", "a", "an", "the"})
_PHRASE = 9  # words from the article of a person to "was"


def named_victims(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """(first token, token after, unit) of each person who is told by name: "Ada Berg was killed", "killed its leader, Ada Berg"."""
    found = []
    for k, token in enumerate(tokens):
        unit = _HARM_BY_WORD.get(token.lower)
        if unit is None or k == 0:
            continue
        span = _named_before(tokens, k) if token.lower in _HURT else None
        span = span or (_named_after(tokens, k) if token.lower in _HARMING else None)
        if span is not None:
            found.append((*span, unit))
    return found


_HARM_BY_WORD = {word: unit for unit in ("killed", "injured") for word in _NAMED[unit]}
HARM_WORDS = frozenset(_HARM_BY_WORD)


def _named_before(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """The name before "was killed", alone or behind what he was: "the mayor, Ada Berg, was killed"."""
    k -= tokens[k - 1].lower.endswith("ly")
    if tokens[k - 1].lower not in {"was", "been"}:
        return None
    end = k - 1 - (tokens[k - 1].lower == "been")
    end -= tokens[end - 1].text == ","
    first = end
    while first > 0 and (tokens[first - 1].text[0].isupper() or tokens[first - 1].text in _IN_NAME):
        first -= 1
    listed = first > 0 and tokens[first - 1].lower in {"and", "of", "the", "in", "at", "with", "from"}
    return (first, end) if end - first >= _FULL_NAME and not listed else None


def _named_after(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """The name after "killed", alone or behind what he is: "killing commander Ada Berg", "killed the rebels' head, Ada Berg"."""
    first = k + 1
    if next_word(tokens, k) == "of" or tokens[k - 1].lower in {"of", "for"}:
        return None  # "in reply to the killing of Ada Berg", "accused of killing Ada Berg": an older deed
    while first < min(k + _TITLE, len(tokens)):
        last = _run_of_capitals(tokens, first)
        titled = first == k + 1 or tokens[first - 1].text == "," or tokens[first - 1].lower in PEOPLE
        if last - first >= _FULL_NAME and titled and _ends_name(tokens, last):
            return first, last
        if last == first and not _in_title(tokens, first):
            return None
        first = max(last, first + 1)
    return None


def _run_of_capitals(tokens: Sequence[Token], first: int) -> int:
    last = first
    while last < len(tokens) and (tokens[last].text[0].isupper() or (last > first and tokens[last].text in _IN_NAME)):
        last += 1
    return last


def _ends_name(tokens: Sequence[Token], last: int) -> bool:
    """True where no noun goes on with a name: never "Islamic State | fighters", "South Sudan | 's economy"."""
    after = tokens[last] if last < len(tokens) else None
    return after is None or after.lower in FUNCTION or not (after.text[0].isalnum() or after.text[0] in "'’")


def _in_title(tokens: Sequence[Token], k: int) -> bool:
    word = tokens[k].lower
    if word == "in":
        return next_word(tokens, k) in {"command", "chief", "charge"}
    return word not in _NOT_IN_TITLE and not word.isdigit() and (word[0].isalpha() or word[0] in ",'’-")


_FULL_NAME = 2  # words of a name, at least
_TITLE = 9  # words from a verb to a name, with the title between them
