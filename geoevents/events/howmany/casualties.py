"""Whether a number counts the dead or the injured, told by the words after it or before it."""

from collections.abc import Sequence

from geoevents.articles.tokens import Token
from geoevents.events.howmany.ages import past_age
from geoevents.events.howmany.count_words import DATA, UNITS
from geoevents.events.howmany.nouns import FUNCTION, next_word, singular
from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["casualty_unit", "toll_unit"]

_KILLED, _INJURED = frozenset(DATA["casualties"]["killed"]), frozenset(DATA["casualties"]["injured"])
_HARMED = _KILLED | _INJURED


def casualty_unit(tokens: Sequence[Token], i: int, last: int, noun: int, unit: str | None) -> str | None:
    """ "killed" or "injured" where the number counts people hurt: before, after, or two numbers sharing a noun."""
    if unit not in {"persons", "soldiers", None, "prisoners"}:
        return None
    first = _past_aside(tokens, past_age(tokens, noun + 1)) if unit else _past_part(tokens, last)
    first = _past_second_noun(tokens, _past_unit(tokens, first)) if unit else first
    after = [t.lower for t in tokens[first : first + (5 if unit else 4)]]
    if after[:3] in _DID_NOT_LIVE:
        return "killed"
    if "hospital" in after and (not _IN_CARE.isdisjoint(after) or _lie_in_hospital(after)):
        return "injured"
    for k, word in enumerate(after):
        if _acts(tokens, first + k):
            break
        if word == "bodies" and k > 0 and after[k - 1] in _OF_STATE:
            break  # "two security bodies said"
        if word in _KILLED and (after[:k].count("and") == 0 or after[k - 2 : k] == ["shot", "and"]):
            return "killed"
        if word == "life" and "lost" in after[:k]:
            return "killed"
        if word in _INJURED and after[:k].count("and") == 0:
            return "killed" if after[k - 1 : k] in (["fatally"], ["mortally"]) else "injured"
        counted_next = word.isdigit() or (word in {"a", "an"} and after[k - 1 : k] != ["of"])
        if (
            word in {",", ";", "when", "before", "until", "while"}
            or counted_next
            or (word in FUNCTION and word not in _BEFORE_HURT)
        ):
            break
    if not unit and after[:2] == ["of", "the"] and len(after) > 2:
        return "killed" if after[2] in _KILLED else "injured" if after[2] in _INJURED else None
    if unit and i > 0 and tokens[i - 1].lower == "left" and (state := _left_as(tokens, first)):
        return state
    told = _told_before([t.lower for t in tokens[max(0, i - 4) : i]], unit)
    return told or (_told_later(tokens, first) if unit else None)


def _past_unit(tokens: Sequence[Token], first: int) -> int:
    """The token after whose people they are: "ten soldiers | of the 47th Brigade | died", "nine of the Central Staff died"."""
    if [t.lower for t in tokens[first : first + 2]] != ["of", "the"]:
        return first
    k = first + 2
    while k < min(first + _LATER, len(tokens)) and (
        tokens[k].text[0].isupper() or tokens[k].text[0].isdigit() or tokens[k].lower in _ORDINAL
    ):
        k += 1
    return k if k > first + 2 and k < len(tokens) else first


_OF_STATE = frozenset(DATA["casualties"]["of_state"])
_DID_NOT_LIVE = (["did", "not", "survive"], ["among", "the", "dead"])
_ORDINAL = frozenset({"st", "nd", "rd", "th"})


def _past_second_noun(tokens: Sequence[Token], first: int) -> int:
    """The token after "and helpers" in "49 patients | and helpers | died"; the same one where no second noun stands."""
    words = [t.lower for t in tokens[first : first + 3]]
    if len(words) < 3 or words[0] != "and" or not words[1].endswith("s") or words[1] in _HARMED:
        return first
    return first + 2 if words[2] in _HARMED or words[2] in {"were", "have", "had"} else first


def _lie_in_hospital(after: Sequence[str]) -> bool:
    """True for "two dockers were in hospital"."""
    at = after.index("hospital")
    return after[at - 1 : at] == ["in"] and not _AUXILIARIES.isdisjoint(after[:at])


_HARM = frozenset({"killed", "wounded", "injured", "hurt"})
_AUXILIARIES = frozenset({"were", "was", "been", "being"})
_BEFORE_HARM = _AUXILIARIES | {"and", "or", "people"}


def _acts(tokens: Sequence[Token], k: int) -> bool:
    """True for who kills, not who is killed: "a bomber killed at least 12 people", "two gunmen wounded a guard"."""
    shot = tokens[k].lower == "dead" and tokens[k - 1].lower == "shot"
    if not (shot or tokens[k].lower in _HARM) or tokens[k - 1 - shot].lower in _BEFORE_HARM:
        return False
    after = [t.lower for t in tokens[k + 1 : k + 3]]
    if after[:2] in (["at", "least"], ["more", "than"]):
        return True
    return bool(after) and (after[0].isdigit() or after[0] in _OBJECT_STARTS)


_OBJECT_STARTS = frozenset(
    {*DATA["numbers"], "a", "an", "his", "her", "their", "its", "dozens", "several", "hundreds", "scores"}
)


def _told_later(tokens: Sequence[Token], first: int) -> str | None:
    """What "were killed" says behind words about the people: "23 people sheltering from fighting were killed", "two members
    of the security forces were killed"."""
    if first >= len(tokens) or not (tokens[first].lower in _ABOUT or tokens[first].lower.endswith(("ing", "ed"))):
        return None
    reach = first + (_LATER + _LATER if tokens[first].lower == "who" else _LATER)
    k, end = first, min(reach, len(tokens) - 1)
    while (k := k + 1) < end:
        if (past := _past_aside(tokens, k)) > k:
            k, end = past, min(past + 2, len(tokens) - 1)  # "of the council, [including a woman,] were killed"
        if not tokens[k].text[0].isalnum() or tokens[k].text[0].isdigit() or tokens[k].lower in _SAYING:
            return None
        if tokens[k].lower in {"were", "was", "being"}:
            word = tokens[k + 1].lower
            if tokens[first].lower == "who" and word.endswith("ing"):
                continue  # "two engineers who were building a road were killed"
            word = tokens[k + 2].lower if word in {"also", "both", "all"} and k + 2 < len(tokens) else word
            dead = word in {"killed", "murdered"} or tokens[min(k + 2, len(tokens) - 1)].lower == "dead"
            return "killed" if dead else "injured" if word in _HARM else None
        if tokens[k].lower in _DIED and tokens[first].lower in _ABOUT:
            return "killed"
    return None


_ABOUT = frozenset(DATA["casualties"]["before_whose"])
_SAYING = frozenset({"said", "says", "that", "whose", "told"})  # "a man who said his sons were killed"
_DIED = frozenset(DATA["casualties"]["died"])


def _left_as(tokens: Sequence[Token], first: int) -> str | None:
    """How a blow left somebody: "left 30 soldiers from two states | injured"."""
    for k, token in enumerate(tokens[first : first + _LATER], start=first):
        if (
            not token.text[0].isalnum()
            or token.text[0].isdigit()
            or (token.lower == "and" and next_word(tokens, k) in _HARM)
        ):
            return None
        if token.lower in _INJURED or token.lower in _KILLED:
            return "injured" if token.lower in _INJURED else "killed"
    return None


_LATER = 10  # words that may tell about the people before the verb


def _told_before(before: Sequence[str], unit: str | None) -> str | None:
    """What the words before a number say: "killing at least 39 people", "the bodies of nine", "lost 11 men"."""
    if unit and before and before[-1] in _TREATING:
        return "injured"
    if unit and _LOSING & set(before[-1:] if before[-1:] != ["least"] else before[-3:-2]):
        return "killed"
    if before[-1:] and before[-1] in _WHOSE and _HARM_DONE.intersection(before[-2:-1]):
        before = before[:-1]  # "wounded his two neighbours"
    for k, word in enumerate(reversed(before)):
        if word == "of" and k + 1 < len(before) and (of := _TOLL_NOUNS.get(before[-k - 2])):
            return of
        if word in _KILLED:
            return "killed"
        if word in _INJURED:
            return "injured"
        if word not in GRAMMAR["between_casualties"]:
            break
    return None


_WHOSE = frozenset({"his", "her", "their"})
_HARM_DONE = frozenset(DATA["casualties"]["harming"])
_BEFORE_HURT = frozenset({"were", "was", "had", "have", "been", "are", "is", "has", "and", "who", "of"})
_IN_CARE = frozenset(DATA["casualties"]["in_care"])
_TREATING = frozenset(DATA["casualties"]["treating"])
_LOSING = frozenset(DATA["casualties"]["losing"])


# "the bodies of nine people", "injuries of two".
_TOLL_NOUNS = dict.fromkeys(
    (
        "body",
        "bodies",
        "death",
        "deaths",
        "life",
        "lives",
        "killing",
        "killings",
        "martyrdom",
        "massacre",
        "slaughter",
        "murders",
        "executions",
    ),
    "killed",
) | dict.fromkeys(("injury", "injuries", "wounding"), "injured")


def _past_aside(tokens: Sequence[Token], i: int) -> int:
    """The token after an aside that a verb follows: ", three of them children, | were killed", "- all Syrians - | died"."""
    if i + 1 >= len(tokens) or tokens[i].text not in _ASIDE:
        return i
    told = tokens[i + 1].lower in {"including", "among", "all", "most"}
    ends = [k for k in range(i + 2, min(i + _ASIDE_REACH, len(tokens))) if tokens[k].text == tokens[i].text]
    verbs = [k for k in ends if next_word(tokens, k) in _TOLD_OF]
    return verbs[0] + 1 if verbs else ends[0] + 1 if told and ends else i


def _past_part(tokens: Sequence[Token], i: int) -> int:
    """The token after an aside that tells of which some were: "a further nine, seven of them children, | were killed"."""
    part = (
        tokens[i : i + 1] and tokens[i].text in _ASIDE and _PART.isdisjoint(t.lower for t in tokens[i : i + _OF_THEM])
    )
    return i if part or not tokens[i : i + 1] else _past_aside(tokens, i)


_PART, _OF_THEM = frozenset({"them", "whom", "including", "among"}), 5  # words of an aside that say so, within so many


_ASIDE = frozenset({",", "-", "–", "—"})
_ASIDE_REACH = 16
_TOLD_OF = frozenset({"was", "were", "had", "have", "has", "died", "perished", "are", "lost", "suffered", "sustained"})


def toll_unit(tokens: Sequence[Token], i: int) -> str | None:
    """ "killed" for a bare number that a toll has come to: "the death toll rose to 12"."""
    before = [t.lower for t in tokens[max(0, i - 18) : i]]
    grown = not _RISEN.isdisjoint(before[-3:]) and _LONG.isdisjoint(before)
    if before[-1:] and before[-1] in _TOLL_AT and ("toll" in before[-9:] or ("toll" in before and grown)):
        return "killed"
    told = before[-9:] if before[-1:] == ["numbered"] else _of_number(before)
    hurt = next((unit for unit, words in _HURT if set(told) & words), None)
    return hurt or (UNITS.get(singular(told[2])) if list(told[1:2]) == ["of"] and len(told) > 2 else None)


def _of_number(before: Sequence[str]) -> Sequence[str]:
    """The words that tell what a number is of, where the next word is it: "the number of | wounded | stood at", "put … at"."""
    if "number" not in before or before[-1] not in _NUMBER_IS:
        return ()
    since = len(before) - 1 - before[::-1].index("number")
    verb = before[-1] == "reached" or not _RISEN.isdisjoint(before[-3:]) or not _GIVEN.isdisjoint(before[:since])
    return before[since:] if verb and _LONG.isdisjoint(before[since:]) else ()


_TOLL = DATA["toll"]
_LONG, _GIVEN, _NUMBER_IS, _RISEN = (frozenset(_TOLL[key]) for key in ("long", "given", "number_is", "risen"))
_HURT = (("killed", _KILLED), ("injured", _INJURED))
_TOLL_AT = frozenset(_TOLL["at"])
