"""The noun that a number counts, and the unit that it is counted in."""

from collections.abc import Sequence

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.articles.tokens import Token
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.events.howmany.ages import past_year_old
from geoevents.events.howmany.count_words import DATA, UNITS
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["BANDS", "FUNCTION", "next_word", "noun_after", "singular"]

# "a crew of three", "a family of five"
BANDS = frozenset({"crew", "group", "team", "squad", "gang", "family", "band", "party", "patrol", "delegation"})
_DESIGNATORS: dict[str, str] = {mark: unit for unit, marks in DATA["designators"].items() for mark in marks}
FUNCTION = GRAMMAR["function_words"]
_SKIPPED = frozenset(DATA["skipped"]["nouns"])
_LAUNCHES = frozenset(DATA["launches"]["nouns"])
# Nouns that only gather what is counted: "a barrage of rockets".
_MEASURES = frozenset(DATA["measures"]["nouns"])
_ADJECTIVE_REACH = 5  # words between a number and its noun ("17 Shahed attack drones", "two unmanned boats")


def next_word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i + 1].lower if i + 1 < len(tokens) else ""


def singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def noun_after(tokens: Sequence[Token], last: int, tags: str = "") -> tuple[int, str | None] | None:
    """(token number, unit) of the counted noun after a number; unit None for a noun of no unit; None if none follows.

    ``tags`` are the word classes of the tokens.
    """
    words: list[str] = []
    found: tuple[int, str | None] | None = None
    first, last = last, past_year_old(tokens, last)
    if last > first and _ends_phrase(tokens, last):
        return last - 1, "persons"  # "a 16-year-old was hurt"
    named = last < len(tokens) and tokens[last].text[0].isupper()  # "two [Syrian] Su-24s"
    marked = _designated(tokens, last) or (_designated(tokens, last + 1) if named else None)
    if (marked := marked or _shared_noun(tokens, last)) is not None:
        return marked
    for k in range(last, min(last + _reach(tokens, last), len(tokens))):
        word = tokens[k].lower
        if (
            word in {"of", "the", "other", "others", "more", "further", "additional", "its", "their"}
            and found is None
            and k - last < 3
        ):
            if word == "others":
                return k, "persons"
            if word == "of" and words and words[-1] not in _MEASURES:
                break  # "a swap of prisoners"
            continue
        if (
            word in {"-", "“", '"', "”", "so", "called"}
            or (word.isdigit() and tokens[k - 1].text == "-")
            or (word == "and" and (_joins_names(tokens, k) or _joins_kinds(tokens, last, k)))
            or _opens_compound(tokens, k)
            or (k == last and _is_further(tokens, k))
        ):
            continue
        if word in FUNCTION or not word[0].isalpha() or (words and word in _AFTER_NOUN) or _is_aside(word, k - last):
            break
        words.append(singular(word))
        unit = _unit(words) or ("persons" if _is_national(tokens[k]) else None)
        if unit is None and found is not None:
            kind = _is_kind_of(tokens, last, found, k, tags)
            if kind or not _only_describes(tokens, found[0], k):
                found = None if kind else found  # "four missile depots": no missiles
                break
            if tokens[found[0]].text[0].isupper() and not word.endswith("ed") and found[0] == k - 1:
                found = None  # "a Dutch court": no Dutch person is counted
        skipped = word in _SKIPPED or words[-1] in _SKIPPED
        if unit is None and skipped and not _square(tokens, k) and not _qualifies(tokens, k):
            return k, "skipped"
        found = (k, unit) if unit is not None else found
    return found or ((last, None) if words else None)


def _shared_noun(tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
    """The first of two numbers with one noun: "five | missile and 71 air strikes"; None for any other."""
    if last + 3 >= len(tokens) or tokens[last + 1].lower != "and":
        return None
    kind, number = tokens[last].lower, tokens[last + 2]
    if kind not in UNITS or kind.endswith("s") or not (number.text[0].isdigit() or number.lower in NUMBER_WORDS):
        return None
    shared = noun_after(tokens, last + 3)
    return (last, "attacks") if shared is not None and shared[1] == "attacks" else None


def _is_aside(word: str, since: int) -> bool:
    """True for the article right behind a number: "killed seven | a few metres away"."""
    return since == 0 and word in {"a", "an"}


def _joins_names(tokens: Sequence[Token], k: int) -> bool:
    """True for the "and" of two types of one weapon: "five Iskander and Kinzhal missiles"."""
    joins = k > 0 and k + 2 < len(tokens) and tokens[k + 2].text[0].islower()
    return (
        joins
        and tokens[k - 1].text[0].isupper()
        and tokens[k + 1].text[0].isupper()
        and tokens[k + 2].lower.endswith("s")
    )


def _joins_kinds(tokens: Sequence[Token], last: int, k: int) -> bool:
    """True for the "and" of two weapons of one noun: "four missile and drone attacks"."""
    if k <= last or k + 2 >= len(tokens) or tokens[last - 1].lower in {"a", "an"}:
        return False
    kinds = tokens[k - 1].lower in UNITS and tokens[k + 1].lower in UNITS
    return kinds and tokens[k + 2].lower.endswith("s") and UNITS.get(singular(tokens[k + 2].lower)) == "attacks"


def _is_kind_of(tokens: Sequence[Token], last: int, found: tuple[int, str | None], k: int, tags: str) -> bool:
    """True where a noun in the singular only says of what kind the next one is: "two drone factories", "one passenger car"."""
    at, one = found[0], tokens[last - 1].lower == "one"
    if k != at + 1 or k >= len(tags) or tags[k] != "N" or tokens[last - 1].lower in {"a", "an"}:
        return False
    word, next_ = tokens[at].lower, tokens[k].lower
    if word not in UNITS or tokens[at].text[0].isupper() or tokens[k].text[0].isupper() or singular(next_) in _LAUNCHES:
        return False
    return UNITS[word] == "persons" if one and not next_.endswith("s") else not one and next_.endswith("s")


def _designated(tokens: Sequence[Token], k: int) -> tuple[int, str] | None:
    """(token of its number, unit) of a type of weapon: "two | Su-35s"; None if none stands there."""
    if k + 2 >= len(tokens) or tokens[k + 1].text != "-" or not tokens[k + 2].text[0].isdigit():
        return None
    unit = _DESIGNATORS.get(tokens[k].text)
    return (k + 2, unit) if unit is not None else None


def _ends_phrase(tokens: Sequence[Token], k: int) -> bool:
    return (
        k >= len(tokens) or tokens[k].lower in FUNCTION or tokens[k].lower in _FATES or not tokens[k].lower[0].isalpha()
    )


def _is_further(tokens: Sequence[Token], k: int) -> bool:
    """True for the ordinal of "a second missile", never of "a second wave of missiles"."""
    after = next_word(tokens, k)
    ordinal = tokens[k].lower in _ORDINALS and k > 0 and tokens[k - 1].lower == "a"
    return ordinal and after.isalpha() and after not in _MEASURES and after not in FUNCTION


_ORDINALS = frozenset(DATA["ordinals"]["words"])
_AFTER_NOUN = GRAMMAR["number_words"] | frozenset(DATA["did"]["verbs"])
_FATES = frozenset({"was", "were", "died", "drowned", "killed", "wounded", "injured", "hurt", "suffered"})


_NATIONAL = ("an", "ans", "ese", "lis", "qis", "nis")


def _is_national(token: Token) -> bool:
    """True for "an American", "two Iraqis", "12 Taliban", "four Thais": somebody told by a people alone."""
    if not token.text[0].isupper():
        return False
    if len(token.text) > _SHORT and token.lower.endswith(_NATIONAL):
        return True
    return token.lower in _PEOPLES and not token.lower.endswith(_ADJECTIVES)


# Peoples, and whoever is told by his faith; "a British" and "two Dutch" go on with a noun.
_PEOPLES = frozenset(DEMONYMS) | frozenset(plural for noun in DATA["peoples"]["nouns"] for plural in (noun, noun + "s"))
_ADJECTIVES = ("ish", "ch", "ic", "ese")
_SHORT = 4  # letters of a word that is no people's name


def _unit(words: Sequence[str]) -> str | None:
    """The unit of the longest phrase that ends some words."""
    for n in range(min(3, len(words)), 0, -1):
        unit = UNITS.get(" ".join(words[-n:]) if n > 1 else words[-1])
        if unit:
            return unit
    return "persons" if words and words[-1].endswith(_MEN) and words[-1] not in _NO_MEN else None


_MEN = ("men", "woman", "women")  # "militiamen", "servicewomen"
_NO_MEN = frozenset({"specimen", "regimen", "women", "men", "abdomen", "semen", "acumen", "cyclamen"})


def _qualifies(tokens: Sequence[Token], k: int) -> bool:
    """True for "barrel" in "barrel bombs", "state" in "state employees": the next noun is counted."""
    return tokens[k].lower in _QUALIFYING and singular(next_word(tokens, k)) in UNITS


_QUALIFYING = frozenset({"barrel", "state", "party", "country", "front", "province", "district"})


def _reach(tokens: Sequence[Token], last: int) -> int:
    """Tokens from a number in which its noun stands; a word like "aircraft-type" takes three more."""
    plain = _KINDS.isdisjoint([t.lower for t in tokens[last : last + _ADJECTIVE_REACH - 1]])
    return _ADJECTIVE_REACH if plain else _ADJECTIVE_REACH + 3


def _opens_compound(tokens: Sequence[Token], k: int) -> bool:
    """True for both words of "aircraft-type drones": they say of what kind."""
    if tokens[k].lower in _KINDS:
        return k > 0 and tokens[k - 1].text == "-"
    return k + 2 < len(tokens) and tokens[k + 1].text == "-" and tokens[k + 2].lower in _KINDS


_KINDS = frozenset(DATA["kinds"]["words"])


def _only_describes(tokens: Sequence[Token], k: int, then: int) -> bool:
    """True for a people's name or "civilian" in the singular, which may only say whose or what kind: "81 Russian … drones",
    and for whatever says of what kind a thing is that counts nothing: "a prisoner swap"."""
    swap = then == k + 1 and tokens[then].lower in _SKIPPED
    return not tokens[k].lower.endswith("s") and (tokens[k].text[0].isupper() or tokens[k].lower == "civilian" or swap)


def _square(tokens: Sequence[Token], k: int) -> bool:
    return k > 0 and tokens[k - 1].lower in {"square", "sq"}
