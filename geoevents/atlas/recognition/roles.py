"""What a place name does where it stands: place, actor, modifier, part of a longer name (``places.md`` 3.4)."""

import re

from geoevents.atlas.mention import Role
from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan, Sentence
from geoevents.atlas.recognition.grounds import is_dealt_with, is_struck, marks_border, owns_ground
from geoevents.atlas.recognition.words import DEMONYMS, HEAD_OF, WORDS
from geoevents.values import dataclass
from geoevents.words import sets_of

__all__ = ["LEARNED", "PLAIN", "Use", "held_by_actor", "is_hit", "use_of"]

LEARNED: tuple[Role, ...] = ("literal", "metonym", "modifier", "embedded")  # the roles that weights tell apart

_LOCATIVE = WORDS["strong_locative"] | {"at", "from", "to", "off", "on", "through", "along", "beyond", "within", "via"}
_FACILITY_REACH = 4
_HIT = sets_of("geoevents.atlas.recognition", "hit_words.toml")


@dataclass(frozen=True, slots=True)
class Use:
    """Role of a name, and the facility it names where it is part of one."""

    role: Role
    facility: str | None = None


PLAIN: dict[Role, Use] = {role: Use(role) for role in (*LEARNED, "demonym")}


def use_of(text: str, s: Sentence, span: NameSpan, place: Place | None, *, listed_with_actor: bool = False) -> Use:
    """The role of a name in its sentence, before relations and containers are looked at: the rules', as weighed."""
    owns = _possessive(s, span)
    use = _by_rule(text, s, span, place, owns=owns, listed_with_actor=listed_with_actor)
    if span.source != "demonym" and s.words[span.first - 1] in _SHIPS:
        return PLAIN["embedded"]  # "the landing ship X" is called so
    if span.source != "demonym" and _suffix(s, span) in WORDS["actor_suffixes"]:
        return PLAIN["modifier"]  # "an X-based analyst"
    if use.role in {"literal", "metonym"} and (is_hit(s, span.last) or s.words[span.first - 1] in _PARTS):
        return PLAIN["literal"]
    if use.role not in {"demonym", "embedded"} and (ground := _by_ground(s, span, place, owns=owns)) is not None:
        return PLAIN[ground]
    outright = use.facility is not None or (use.role == "literal" and _is_site(s, span)) or _before_fighters(s, span)
    if outright or (owns and _of_place(s, span)):
        return use  # the words say so outright
    return PLAIN[span.role_if.get(use.role, use.role)]


def _by_ground(s: Sentence, span: NameSpan, place: Place | None, *, owns: bool) -> Role | None:
    """The role of a name by the ground that it owns, that is struck, or that it borders on; None where none is told."""
    if owns:
        held = owns_ground(s, span, place)
        return None if held is None else "literal" if held else "modifier"
    if marks_border(s, span, place):
        return "modifier"
    if is_dealt_with(s, span) and place is not None and _can_act(place):
        return "metonym"
    return "literal" if is_struck(s, span) else None


# "southern and eastern X", "south X": a part of it is ground.
_PARTS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern", "central",
    "occupied", "annexed",
})  # fmt: skip


def is_hit(s: Sentence, last: int) -> bool:
    """True behind the subject of what is done to a place: "X | was shelled", "X | came under fire", "X | endured a night of strikes".

    ``last`` is the number of the token behind the name.
    """
    index = last
    if s.words[index] not in _BEFORE_A_HIT:
        return False
    while s.words[index] in _HIT["between"] and index < last + 4:
        index += 1
    word = s.words[index]
    if word in _HIT["done_to"] and s.words[index - 1] in {"been", "being"}:
        return True  # "X had been captured"
    if word == "under" and s.words[index - 1] == "been":
        index -= 1  # "X has been under siege"
    if s.words[index] in _HIT["under"] and s.words[index + 1] == "under":
        return s.words[index + 2] not in {"pressure", "criticism", "scrutiny", "threat"}
    if word in _HIT["undergoes"]:
        return any(s.words[k] in _HIT["suffered"] for k in range(index + 1, index + 7))
    if word in _HIT["changes_hands"]:
        return s.words[index + 1] in _HIT["into_hands"]
    at = index + 1
    while s.words[at] in _HIT["between"] and at < index + 4:
        at += 1
    return word in _WAS and s.words[at] in _HIT["done_to"]


_WAS = frozenset({"was", "were", "is", "been", "being"})
_BEFORE_A_HIT = _WAS.union(
    {"under"}, *(_HIT[key] for key in ("between", "done_to", "under", "undergoes", "changes_hands"))
)


def _by_rule(
    text: str, s: Sentence, span: NameSpan, place: Place | None, *, owns: bool, listed_with_actor: bool
) -> Use:
    """What the rules say of a name; ``owns``: it is told as a possessive."""
    if span.source == "demonym":
        return PLAIN["demonym"]
    if _inside_name(s, span):
        return PLAIN["embedded"]
    facility = None if owns else _facility(text, s, span)
    if facility is not None:
        return Use("modifier", facility)
    if place is not None and place.kind in {"sea", "strait", "river", "lake"}:
        return PLAIN["modifier" if _before_institution(s, span, owns=owns) else "literal"]
    if _before_institution(s, span, owns=owns):
        return PLAIN["modifier"]
    if held_by_actor(s, span) or _before_fighters(s, span):
        return PLAIN["modifier"]
    if (
        place is not None
        and _can_act(place)
        and (listed_with_actor or _acts(s, span, is_state=place.kind == "country"))
    ):
        return PLAIN["metonym"]
    if owns and s.texts[span.last + 1 : span.last + 2] and _is_acronym(s.texts[span.last + 1]):
        return PLAIN["modifier"]  # "France's AFP"
    if owns and place is not None and _can_act(place) and not _of_place(s, span):
        return PLAIN["modifier"]
    return PLAIN["literal"]


_LETTERS = range(2, 6)


def _is_acronym(word: str) -> bool:
    return len(word) in _LETTERS and word.isalpha() and word.isupper()


def _before_fighters(s: Sentence, span: NameSpan) -> bool:
    """True for whose fighters they are, wherever they stand: "[Darfur] armed movements"."""
    return s.words[span.last] in _HIT["armed"] and s.words[span.last + 1] in _HIT["fighters"]


def _is_site(s: Sentence, span: NameSpan) -> bool:
    """True for a name that ends in what it is: "Kursk nuclear power plant"."""
    return span.last > span.first + 1 and HEAD_OF.get(s.words[span.last - 1]) == "facility"


def _can_act(place: Place) -> bool:
    """Governments act through their country, their capital or a palace's name."""
    return (
        place.kind in {"country", "seat", "territory"}
        or place.feature_code in {"PPLC", "PCLI"}
        or (place.kind == "city" and (place.population or 0) > 400_000)
    )


def held_by_actor(s: Sentence, span: NameSpan) -> bool:
    """True in "under the flag of X", "the president of X"."""
    before = span.first - (2 if s.words[span.first - 1] == "the" else 1)
    return s.words[before] == "of" and s.words[before - 1] in WORDS["of_holders"]


def _suffix(s: Sentence, span: NameSpan) -> str:
    if s.words[span.last] == "-" and s.starts[span.last] == span.end:
        return s.words[span.last + 1]
    return ""


_OWNS = frozenset({"'s", "’s", "'", "’"})


def _possessive(s: Sentence, span: NameSpan) -> bool:
    return s.words[span.last] in _OWNS and s.starts[span.last] == span.end


_SHIPS = frozenset({
    "ship", "vessel", "warship", "frigate", "corvette", "cruiser", "destroyer", "submarine", "minesweeper", "tanker", "freighter",
    "ferry", "trawler", "carrier", "steamer", "boat", "cutter", "yacht", "uss", "usns", "hms", "hmcs", "hmas", "hmnzs", "ins", "mv",
})  # fmt: skip


def _inside_name(s: Sentence, span: NameSpan) -> bool:
    """True inside the name of an organisation, team, paper, treaty: "Bank of X", "X University", "X Post"."""
    last = span.last
    if s.capital(last) and s.words[last] not in WORDS["months_days"]:
        words = [s.words[k] for k in range(last, min(last + 4, len(s.texts))) if s.capital(k)]
        if any(w in WORDS["org_words"] for w in words) and not any(w in HEAD_OF for w in words[:1]):
            return s.words[last] not in {"foreign", "defence", "defense", "interior", "prime", "health", "president"}
    before = span.first - 1
    if s.words[before] == "the":
        before -= 1
    if s.words[before] in {"of", "for"} and before >= 1:
        holder = before - 1
        if (
            s.capital(holder)
            and (s.words[holder] in WORDS["org_words"])
            and (holder > 0 or s.words[holder] in WORDS["org_words"])
        ):
            return s.words[holder] not in {"city"}
    if s.words[before] == "-" and s.capital(before - 1) and before >= 1:
        return any(s.capital(k) and s.words[k] in WORDS["org_words"] for k in range(last, min(last + 4, len(s.texts))))
    return False


_AREAS = frozenset(word for word, head in HEAD_OF.items() if head in {"admin1", "admin2", "settlement"})
_FACILITIES = WORDS["facility_nouns"]
_NO_FACILITY = WORDS["locative"] | WORDS["acting"] | _AREAS | {"and", "or", "the", "is", "was", "were", "has"}


def _facility(text: str, s: Sentence, span: NameSpan) -> str | None:
    """The whole name of a works or institution that stands at the place, no possessive: "the X armoured plant", "X airfield"."""
    for index, word in enumerate(s.words[span.last : span.last + _FACILITY_REACH], start=span.last):
        if not "a" <= word[:1] <= "z" or word in _NO_FACILITY:
            return None
        if word in _FACILITIES:
            return text[span.start : s.ends[index]]
    return None


_INSTITUTIONS = WORDS["institution_nouns"] | {"force", "department"}
_NO_INSTITUTION = WORDS["locative"] | WORDS["acting"] | WORDS["adverbs"] | {"a", "an", "the", "local", *HEAD_OF}


def _before_institution(s: Sentence, span: NameSpan, *, owns: bool) -> bool:
    """True before an institution, office or thing: "X's Foreign Ministry", "US envoy", "Kremlin aide"."""
    at = span.last + owns
    if s.words[at] == "and" and s.words[at - 1] in {"us", "uk"} and s.words[at + 1] in DEMONYMS:
        return True  # "US and British ships"
    for index, word in enumerate(s.words[at : at + 3], start=at):
        if word in WORDS["institution_nouns"] and not (owns and index == at and word in {"war", "border", "people"}):
            return word not in {"air", "state", "side", "border"} or s.words[index + 1] in _INSTITUTIONS
        if not "a" <= word[:1] <= "z" or word in _NO_INSTITUTION:
            return False
        if index > at and not owns and not s.capital(index):
            return False
    return False


def _of_place(s: Sentence, span: NameSpan) -> bool:
    """True where a possessive holds a place: "X's capital", "X's Kursk region"; not "X's Baltic Fleet"."""
    for index in range(span.last + 1, min(span.last + 5, len(s.texts))):
        word = s.words[index]
        if word in WORDS["class_before"] or word in HEAD_OF or word.rstrip("ern") in {"north", "south", "east", "west"}:
            return True
        if s.capital(index):
            while s.capital(index + 1):
                index += 1  # noqa: PLW2901 - the name ends the search
            return s.words[index] not in WORDS["org_words"]
        if word in WORDS["place_qualities"]:
            return True
    return False


def _acts(s: Sentence, span: NameSpan, *, is_state: bool) -> bool:
    """True where the name is the subject or the addressee of an act of governments."""
    before = s.words[span.first - 1]
    before2 = s.words[span.first - 2]
    if before == "the":
        before, before2 = before2, s.words[span.first - 3]
    if _subject(s, span, is_state=is_state) and before not in _LOCATIVE:
        return True
    if before in WORDS["addressed"]:
        return True
    if before in {"between", "with", "against", "by"}:
        return before2 not in {"border", "borders", "frontier"}
    if before == "to" and before2 in {"according", "linked", "loyal", "ally", "close"}:
        return True
    return before == "and" and before2 in DEMONYMS


def _subject(s: Sentence, span: NameSpan, *, is_state: bool) -> bool:
    """True before a finite verb of acting, adverbs and a date skipped, also as the first of a pair."""
    index = span.last
    if s.words[index] == "and" and s.capital(index + 1):
        index += 2
        while s.capital(index):
            index += 1
    steps = 0
    while steps < 4 and (
        s.words[index] in WORDS["adverbs"]
        or s.words[index] in {"on", "late", "early"}
        or s.words[index] in WORDS["months_days"]
    ):
        if s.words[index] in {"has", "have", "had"}:
            return True
        index, steps = index + 1, steps + 1
    word = s.words[index]
    if word in {"is", "was", "were", "are"}:
        return s.words[index + 1].endswith("ing") or s.words[index + 1] in WORDS["minded"]
    if is_state and word.endswith("ed") and re.fullmatch(r"[a-z]{4,}", word) and s.words[index + 1] != "by":
        return True  # a country named right before a verb in the past does it: "that X filed against Y"
    return word in WORDS["acting"] and word != "left"
