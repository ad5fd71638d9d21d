"""How many: numbers in a sentence, what they count, and what kind of number each is (``events.md`` 4.5)."""

from collections.abc import Sequence
from itertools import pairwise

from geoevents.articles.tokens import Token
from geoevents.events.howmany.casualties import casualty_unit, toll_unit
from geoevents.events.howmany.count_relations import HINTS, names_a_deed, related, without_wholes
from geoevents.events.howmany.count_words import DATA, WEAPONS
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.heads import head_of, last_noun
from geoevents.events.howmany.nouns import BANDS, FUNCTION, next_word, noun_after, singular
from geoevents.events.howmany.number_kinds import kind_of
from geoevents.events.howmany.numbers import number_at, starts_in
from geoevents.events.howmany.respective import respective
from geoevents.events.howmany.summed import summed
from geoevents.events.howmany.victims import HARM_WORDS, RELATIVES, WHOSE, beside_counted, named_victims
from geoevents.events.sentence.clauses import Parse
from geoevents.values import replace

__all__ = ["counts_in"]


def counts_in(text: str, parsed: Parse) -> tuple[Count, ...]:
    """Counts of one sentence in text order; years, dates, ages, distances, money and weapon names are none."""
    found: list[Count] = []
    tokens, tags, hints = parsed.tokens, parsed.tags, HINTS & parsed.words
    i = 0
    for start in starts_in(parsed.lows, parsed.words):
        number = number_at(tokens, start) if start >= i else None
        if number is None:
            continue
        i, (value, vague, last) = start, number
        count = _count(text, tokens, tags, i, last, value=value, vague=vague)
        if count is not None and not names_a_deed(text, one := related(text, tokens, i, count, found, hints)):
            found.append(one)
        i = max(last, i + 1) if count is None else _after(tokens, count, last)
    found = without_wholes(respective(text, summed(text, found)))
    return tuple(found if HARM_WORDS.isdisjoint(parsed.words) else _with_named(text, tokens, found))


def _with_named(text: str, tokens: Sequence[Token], found: list[Count]) -> list[Count]:
    """The counts, and one for each person told by name who was killed or hurt where no number tells how many were."""
    if any(c.unit in {"killed", "injured"} for c in found):
        return found
    named = [_named(text, tokens, *victim) for victim in named_victims(tokens)]
    for one in named:  # "killed Ada Berg and six others": seven are counted
        found = [
            replace(c, unit=one.unit) if text[one.end : c.start] == " and " and c.unit == "persons" else c
            for c in found
        ]
    counted = {c.start for c in found if c.unit in {"killed", "injured"}}
    named = [one for one in named if one.end + len(" and ") not in counted]
    return sorted([*found, *named], key=lambda c: c.start)


def _named(text: str, tokens: Sequence[Token], first: int, last: int, unit: str) -> Count:
    start, end = tokens[first].start, tokens[last - 1].end
    return Count(
        start=start, end=end, text=text[start:end], noun_start=start, noun_end=end, noun=tokens[last - 1].lower, unit=unit,
        value=1, low=1, high=1, kind="exact",
    )  # fmt: skip


def _are_weapons(tokens: Sequence[Token], at: int, noun: tuple[int, str | None] | None) -> bool:
    """True for "others" that were lost, jammed or shot down: no persons."""
    if noun is None or tokens[at].lower not in {"others", "other"}:
        return False
    words = [t.lower for t in tokens[at + 1 : at + 6]]
    return any(w in _FLOWN or (w in _DOWN and next_ == "down") for w, next_ in pairwise(words))


_FLOWN = frozenset(
    {"lost", "jammed", "suppressed", "intercepted", "downed", "launched", "crashed", "diverted", "neutralised", "neutralized"}
)  # fmt: skip
_DOWN = frozenset({"shot", "brought", "forced"})  # "three others were shot" are persons


def _after(tokens: Sequence[Token], count: Count, last: int) -> int:
    """The token after the words of a number."""
    while last < len(tokens) and tokens[last].start < count.end:
        last += 1
    return last


def _count(
    text: str, tokens: Sequence[Token], tags: str, i: int, last: int, *, value: int | None, vague: int | None
) -> Count | None:
    lower, upper = value, _upper(tokens, i, last, value)
    if upper is not None:
        value, last = None, upper[1]
    noun = _somebody(tokens, i) or noun_after(tokens, last, tags)
    unit = noun[1] if noun else None
    unit = unit or _of_kinds(tokens, tags, last)
    if (unit == "skipped" and not _how_often(tokens, last)) or (unit in _LIVING and _is_population(tokens, i)):
        return None
    if value == 1 and noun is not None and _is_whole_of(tokens, i, noun[0]):
        return None
    unit = "attacks" if unit == "skipped" else unit
    at = noun[0] if noun and noun[1] else last - 1
    hurt = casualty_unit(tokens, i, last, at, unit)
    if hurt and noun is not None and noun[1] is None:
        at = last_noun(tags, last) if tokens[i].lower in {"a", "an"} else head_of(tokens, tags, i, last) or at
    if unit is None and _of_crew(tokens, i):
        unit, at = "persons", last - 1
    unit = hurt or (None if _are_weapons(tokens, at, noun) else unit)
    none_told = tokens[i].lower == "no" and next_word(tokens, i) in {
        "casualties",
        "injuries",
        "deaths",
        "damage",
        "victims",
    }
    if unit is None and not none_told and not _bare_number_may_count(tokens, i, last):
        unit, thing = toll_unit(tokens, i), head_of(tokens, tags, i, last)
        if unit is None and thing is None:
            return None
        unit, at = unit or "things", at if thing is None else thing
    elif unit is None:
        unit = toll_unit(tokens, i) or ("things" if _of_somebodys(tokens, last) else None)
    if unit == "settlements" and i > 1 and tokens[i - 1].text == "," and tokens[i - 2].text[0].isupper():
        return None  # an apposition: "south of A and B, two settlements in the C region"
    kind, low, high, number = kind_of(tokens, i, last, value, vague)
    if upper is not None:
        kind, low, high, number = "approximate", lower, upper[0], None
    if tokens[i].lower == "no":
        if unit not in {"killed", "injured", "persons"} and not none_told:
            return None
        kind, low, high, number = "none_reported", None, None, None
    return Count(
        start=tokens[i].start, end=tokens[last - 1].end, text=text[tokens[i].start : tokens[last - 1].end],
        noun_start=tokens[at].start, noun_end=tokens[at].end, noun=singular(tokens[at].lower), unit=unit,
        value=number, low=low, high=high, kind=kind, another=_is_another(tokens, i, last),
        own=not _OWNERS.isdisjoint(t.lower for t in tokens[last:at]),
    )  # fmt: skip


_OWNERS = frozenset({"its", "our"})
_LIVING, _PEOPLED = frozenset({None, "persons"}), frozenset(DATA["peopled"]["nouns"])
_TO_OF = 5  # words before a number in which "of" stands: "a city of [some two] million"


def _is_population(tokens: Sequence[Token], i: int) -> bool:
    """True for how many live in a place: "a city of more than two million", "a village of 300 people"."""
    before = [t.lower for t in tokens[max(0, i - _TO_OF) : i]]
    if "of" not in before[1:]:
        return False
    at = len(before) - 1 - before[::-1].index("of")
    return before[at - 1] in _PEOPLED and all(w in _ABOUT for w in before[at + 1 :])


_ABOUT = frozenset(DATA["peopled"]["about"])


def _somebody(tokens: Sequence[Token], i: int) -> tuple[int, str | None] | None:
    """(token of the noun, "persons") of whoever "the" or "his" tells, of whatever trade: "the village head and two others"."""
    if tokens[i].lower not in WHOSE:
        return None
    at = beside_counted(tokens, i)
    if (
        at is None
        and tokens[i].lower in {"his", "her", "their"}
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in RELATIVES
    ):
        at = i + 1  # "the mayor, his deputy and four guards"
    return None if at is None else (at, "persons")


def _is_whole_of(tokens: Sequence[Token], i: int, at: int) -> bool:
    """True for the band that the persons counted before belong to: "four members of [one family]"."""
    return i > 1 and tokens[i - 1].lower in {"of", "from"} and tokens[at].lower in BANDS


def _of_kinds(tokens: Sequence[Token], tags: str, last: int) -> str | None:
    """The unit of the noun that two kinds share: "three ballistic [and five cruise missiles]"."""
    k = last
    while k < min(last + _KIND, len(tokens)) and tags[k] in "JNE" and not tokens[k].lower.endswith("s"):
        k += 1
    if k == last or k + 1 >= len(tokens) or tokens[k].lower not in {"and", ","}:
        return None
    other = number_at(tokens, k + 1)
    noun = noun_after(tokens, other[2], tags) if other is not None else None
    shared = noun is not None and other is not None and noun[0] > other[2] and tokens[noun[0]].lower.endswith("s")
    unit = noun[1] if noun is not None and shared and noun[1] in _OF_KINDS else None
    return "drones" if unit == "sea_drones" else unit  # "nine aerial and seven maritime drones"


_KIND = 3  # words that may say of what kind a thing is
_OF_KINDS = WEAPONS | {"sea_drones", "ships", "attacks"}


def _of_crew(tokens: Sequence[Token], i: int) -> bool:
    """True for the persons of "a crew of three", "a family of five"."""
    return i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in BANDS


def _how_often(tokens: Sequence[Token], last: int) -> bool:
    """True for "shelled 12 times", never "three times as many"."""
    return tokens[last].lower == "times" and next_word(tokens, last) not in _COMPARING


_COMPARING = frozenset(
    {"as", "more", "the", "that", "larger", "higher", "bigger", "its", "their", "a", "what", "over", "less"}
)


def _upper(tokens: Sequence[Token], i: int, last: int, low: int | None) -> tuple[int, int] | None:
    """(upper number, token after it) of a range that begins at a number, ``low``: "10 to 15", "between 10 and 15", "10-15"."""
    if last + 1 >= len(tokens):
        return None
    joined = tokens[last].lower in {"to", "-", "–"} or (
        tokens[last].lower == "and" and i > 0 and tokens[i - 1].lower == "between"
    )
    after = number_at(tokens, last + 1) if joined else None
    if after is None or after[0] is None or low is None or after[0] <= low:
        return None
    return after[0], after[2]


def _of_somebodys(tokens: Sequence[Token], last: int) -> bool:
    """True for "two of its convoys": they are counted, not what was named before."""
    return [t.lower for t in tokens[last : last + 1]] == ["of"] and next_word(tokens, last) in {
        "its",
        "their",
        "his",
        "our",
    }


def _bare_number_may_count(tokens: Sequence[Token], i: int, last: int) -> bool:
    """A number without its noun ("47 over A", "Nine were shot down", "11 of them", "13 in all")."""
    after = tokens[last].lower if last < len(tokens) else ""
    if tokens[i].lower in {"a", "an", "some", "many", "few", "couple", "no", "several"}:
        return False
    if _named_next(tokens, i, last):
        return True
    if after in _STOPPED and (last + 1 >= len(tokens) or _follows_verb(tokens[last + 1])):
        return True
    if after in _DASHES and last + 1 < len(tokens) and tokens[last + 1].lower in _OVER:
        return True  # "7 – over the territory of X"
    return after in _AFTER_BARE or (
        tokens[i].lower == "another" and after in {"was", "were", "had", "in", "over", "at", "near", "on"}
    )


def _named_next(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for a number that a name follows at once in a list: "four missiles hit A, [three] B and [one] C"."""
    if i < _LISTED_AFTER or last >= len(tokens) or not tokens[last].text[0].isupper():
        return False
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    return tokens[i - 1].lower in {",", "and"} and (after in {",", "."} or after == "and")


_LISTED_AFTER = 4  # words that a first number, its noun and its place take


_DASHES, _OVER = frozenset("-–—"), frozenset({"over", "above", "in", "near"})
_AFTER_BARE = FUNCTION | frozenset(
    [",", ".", "", ";", "out", "fell", "toward", "towards", "more", "others", "each", "apiece", "struck", "hit", "brought",
     "shot", "downed"]
)  # fmt: skip
# What the number before did or suffered: "a further 163 lost to jamming", "seven reached their targets".
_STOPPED = frozenset(
    ["respectively", "lost", "jammed", "suppressed", "intercepted", "destroyed", "disappeared", "vanished", "crashed", "exploded",
     "landed", "reached", "got", "came", "went", "flew", "failed", "neutralised", "neutralized", "launched", "fired",
     "dropped", "died", "survived", "escaped", "missed", "slipped", "strayed", "penetrated", "returned", "repelled"]
)  # fmt: skip


def _follows_verb(token: Token) -> bool:
    """True for a word or sign that may follow a verb, no noun: "163 lost to", never "40 lost sheep"."""
    return not token.text[0].isalpha() or token.lower in FUNCTION or token.lower in _PARTICLES


_PARTICLES = frozenset({"down", "off", "out", "through", "past", "their", "its", "without", "there", "back", "before"})


def _is_another(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for one or some more of the same: "another in B", "another seven", "two more"."""
    before = tokens[i - 1].lower if i else ""
    return tokens[i].lower == "another" or before in {"another", "further"} or _one_more(tokens, last)


def _one_more(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].lower in {"more", "others", "other", "further", "additional"}
