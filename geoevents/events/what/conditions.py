"""What a phrase of a sentence is: which word classes it holds, whether it names a place, an actor or a person."""

from collections.abc import Sequence

from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.slots import Slots
from geoevents.events.sentence.word_lists import BE, SAYING
from geoevents.events.what.phrase_names import (
    has_person,
    is_acted_on,
    is_bare_name,
    is_counted_nation,
    is_private,
    is_somebody,
    may_be_place,
)
from geoevents.events.what.reading import Range, Reading

__all__ = [
    "JUDGED", "SPECIAL_CLASSES", "head_holds", "holds", "is_class", "names_a_place", "says_where", "starts_with_count",
]  # fmt: skip

SPECIAL_CLASSES = frozenset({"place", "person", "actor", "private", "somebody", "counted"})
# Classes that "nine", "they", "the rest" may take from the sentence before: what is shot, sunk, swapped.
_NAMED_BEFORE = frozenset({"drone", "missile", "plane", "shell", "ship", "sea_drone", "prisoner"})
# Classes that no list alone decides.
JUDGED = SPECIAL_CLASSES | _NAMED_BEFORE | {"crowd"}


def says_where(r: Reading, clause: Range) -> bool:
    """True where a clause opens with the place of its speaker: "In X, ", "Speaking in X, ", "told reporters in X"."""
    first = clause[0]
    if r.tokens[first].lower in {"speaking", "talking"}:
        first += 1
    if _told_in_a_place(r, clause) or _speaking_before(r, clause):
        return True
    if r.tokens[first].lower not in {"in", "from", "at"} or first + 1 >= clause[1]:
        return False
    comma = next((k for k in range(first, min(clause[1], first + 8)) if r.tokens[k].text == ","), None)
    return comma is not None and any(
        m.spot is not None and r.tokens[first].start < m.start < r.tokens[comma].start for m in r.mentions
    )


def _speaking_before(r: Reading, clause: Range) -> bool:
    """True for "the minister, [speaking in X,] said": the aside that stands right before a clause."""
    first = max(0, clause[0] - 8)
    at = next((k for k in range(clause[0] - 2, first, -1) if r.lows[k] in {"speaking", "talking"}), None)
    if at is None or r.lows[at + 1] not in {"in", "from", "at"} or r.lows[at - 1] != ",":
        return False
    start, end = r.tokens[at].start, r.tokens[clause[0]].start
    return any(m.spot is not None and start < m.start < end for m in r.mentions)


def _told_in_a_place(r: Reading, clause: Range) -> bool:
    """True for "told reporters in X", "said at a briefing in X", "said from X"."""
    for k in [k for k in range(clause[0], clause[1] - 2) if r.lows[k] in _TELLING]:
        hall = r.lows[k] in _HALLS and not {"told", "addressed"}.isdisjoint(r.lows[max(0, k - 4) : k])
        said = hall or r.lows[k] in _SAID
        said = said and r.lows[k + 1] in {"from", "in"}
        if r.lows[k] == "told" and _told_somebody_in(r, k, clause[1]):
            return True
        if said or (r.lows[k] in _HEARD and r.tokens[k + 1].lower in {"in", "at"}):
            return any(m.spot is not None and 0 <= m.start - r.tokens[k + 1].end < 6 for m in r.mentions)
    return False


_HEARD = frozenset({"reporters", "journalists", "briefing", "conference", "interview", "speech"})
_HALLS = frozenset({"parliament", "lawmakers", "forum"})
_SAID = frozenset({"said", "spoke", "speaking", "announced", "declared", "replied", "answered"})
_TELLING = _HEARD | _HALLS | _SAID | {"told"}


def _told_somebody_in(r: Reading, told: int, last: int) -> bool:
    """True for "told [the country's prime minister] in X that"."""
    for k in range(told + 1, min(last, told + 9)):
        if r.lows[k] in {"in", "at"}:
            return is_class(r, (told + 1, k), "dignitary") and any(
                m.spot is not None and 0 <= m.start - r.tokens[k].end < 6 for m in r.mentions
            )
        if r.parse.tags[k] not in "NEDJMS" and r.lows[k] not in {"'s", "’s", "of"}:
            return False
    return False


def starts_with_count(r: Reading, slots: Slots) -> bool:
    """True where what is acted on is a bare number: "nine were shot down"."""
    words = [w for w in r.words(slots.object) if w not in {"and", "but", "the", "at", "least", "about", "some"}]
    return bool(words) and (
        words[-1].isdigit()
        or words[-1] in GRAMMAR["number_words"]
        or words[0] in GRAMMAR["number_words"]
        or words[0].isdigit()
    )


def holds(r: Reading, span: Range | None, mask: int, judged: Sequence[str]) -> bool:
    """True where a phrase has a word of some lists, or is of a class that no list alone decides."""
    if span is None or span[0] >= span[1]:
        return False
    if r.mask(span) & mask:
        return True
    for name in judged:  # noqa: SIM110 - asked some hundred times an article
        if is_class(r, span, name):
            return True
    return False


def head_holds(r: Reading, span: Range | None, mask: int, judged: Sequence[str]) -> bool:
    """As ``holds``, of what a phrase is about: not of whom a thing belongs to ("hit the fleet's headquarters" is no ship), nor
    of what a participle tells of it ("houses hit by rockets" are none)."""
    if span is None:
        return False
    head = r.known_heads.get(span)
    if head is None:
        head = r.known_heads[span] = _head(r, span)
    whole, own = head
    if own == whole:
        return holds(r, whole, mask, judged)
    return holds(r, own, mask, ()) or any(
        is_class(r, whole if name in SPECIAL_CLASSES else own, name) for name in judged
    )


def _head(r: Reading, span: Range) -> tuple[Range, Range]:
    """A phrase without what is told of it, and of that the thing itself where an owner stands with it: "the fleet's | headquarters"."""
    first, last = span[0], _before_whose(r, span[0], _before_participle(r, span))
    owner = next((k for k in range(last - 2, first, -1) if r.lows[k] in _POSSESSIVE), None)
    if owner is None:
        return (first, last), (first, last)
    inner = _before_owner(r, first, owner)
    return (first, last), (first, inner) if inner else (owner + 1, last)


def _before_participle(r: Reading, span: Range) -> int:
    """Where a phrase ends before a participle that tells of its noun: "houses | hit by rockets"."""
    tags = r.parse.tags
    for k in range(span[0] + 1, span[1] - 1):
        if tags[k] == "P" and tags[k - 1] in "NE" and r.lows[k + 1] == "by":
            return k
    return span[1]


def _before_owner(r: Reading, first: int, owner: int) -> int | None:
    """Where the noun itself ends if the owner only stands beside it: "flights | at the capital's airport"."""
    return next((k for k in range(first + 1, owner) if r.parse.tags[k] == "T" and r.lows[k] != "of"), None)


def _before_whose(r: Reading, first: int, last: int) -> int:
    """Where a phrase ends before whose a building is: "the headquarters | of the fleet" is no ship, a depot of drones none."""
    of = next((k for k in range(first + 1, last) if r.lows[k] == "of"), None)
    return of if of is not None and r.lows[of - 1] in _SEATS else last


_SEATS = frozenset(
    {
        "headquarters",
        "base",
        "bases",
        "barracks",
        "office",
        "offices",
        "building",
        "commander",
        "commanders",
        "depot",
        "depots",
    }
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def is_class(r: Reading, span: Range | None, name: str) -> bool:
    """True where a phrase holds a word of a class, a named place, an actor or a person."""
    if span is None or span[0] >= span[1]:
        return False
    if name not in JUDGED:
        return bool(r.mask(span) & r.book.lexicon.bits[name])
    known = r.known_classes.get((span, name))
    if known is None:
        known = r.known_classes[span, name] = _is_class(r, span, name)
    return known


def _is_class(r: Reading, span: Range, name: str) -> bool:
    if name == "person":
        return has_person(r, span)
    if name == "private":
        return is_private(r, span)
    if name == "somebody":
        return is_somebody(r, span)
    if name == "counted":
        return "M" in r.parse.tags[slice(*span)] and is_somebody(r, span)
    if name == "crowd" and is_counted_nation(r, span):
        return True
    if name in {"place", "actor"}:
        start, end = r.tokens[span[0]].start, r.tokens[span[1] - 1].end
        inside = [m for m in r.mentions if start <= m.start < end]
        if name == "actor":
            return any(
                m.role in {"metonym", "demonym", "modifier", "embedded"}
                or (m.place and m.place.kind in {"country", "seat"})
                for m in inside
            )
        return any(
            (may_be_place(m) or is_bare_name(r.text, m)) and is_acted_on(r, m, span) for m in inside
        ) or _in_list(r, span, "ground")
    return _in_list(r, span, name)


def names_a_place(r: Reading) -> bool:
    """True where the sentence holds a named place, whatever it is joined to, or a word for ground."""
    if r.near_place is None:
        named = any(may_be_place(m) or is_bare_name(r.text, m) for m in r.mentions)
        r.near_place = named or _says_there(r) or is_class(r, (0, len(r.tokens)), "place")
    return r.near_place


def _says_there(r: Reading) -> bool:
    """True for a "there" that points at a place: "had attacked there"; none for "there was fighting"."""
    at = [k for k, word in enumerate(r.lows) if word == "there"] if "there" in r.parse.words else []
    return any(k > 0 and r.parse.tags[k + 1 : k + 2] not in {"A", "V"} for k in at)


def _in_list(r: Reading, span: Range, name: str) -> bool:
    mask = r.book.lexicon.bits[name]
    if name == "ship" and r.lows[slice(*span)] == ["it"] and r.mask((max(0, span[0] - _SPEAKER), span[0])) & mask:
        return not SAYING.isdisjoint(r.lows[max(0, span[0] - 3) : span[0]])  # "the tanker said [it] was hit"
    if name in _NAMED_BEFORE and _stands_for_named(r, span):
        if name in _WEAPONS and (last := _last_weapon(r, span)):
            return bool(last & mask)
        if r.before:
            return r.named_before(mask)
    return bool(r.mask(span) & mask)


def _stands_for_named(r: Reading, span: Range) -> bool:
    """True for a phrase of numbers and words such as "they" and "the rest" alone; "said it [destroyed]" is the speaker's."""
    if r.lows[span[0] : span[1]] == ["it"] and _is_speaker(r, span):
        return False
    stands, numbers = GRAMMAR["stands_for_named_before"], GRAMMAR["number_words"]
    for word in r.lows[span[0] : span[1]]:  # noqa: SIM110 - most end at their first word
        if word not in stands and word not in numbers and not word.isdigit():
            return False
    return True


_WEAPONS = ("drone", "missile", "plane", "shell")


def _is_speaker(r: Reading, span: Range) -> bool:
    """True for "it" behind a verb of saying that does something to a thing: not "said it was shot down", "said it fell in"."""
    if span[0] == 0 or not (r.lows[span[0] - 1] in SAYING or r.lows[span[0] - 1] == "that"):
        return False
    if not _is_body(r, max(0, span[0] - _SPEAKER), span[0]):
        return False
    verb = next((k for k in range(span[1], min(span[1] + 3, len(r.lows))) if r.parse.tags[k] in "VP"), None)
    passive = not BE.isdisjoint(r.lows[span[1] : verb])
    if verb is None or passive:
        return False
    return r.parse.tags[verb + 1 : verb + 2] in {"D", "M", "E", "N", "J"} or r.lows[verb + 1 : verb + 2] == ["more"]


_SPEAKER = 7  # words from a speaker to what it says of itself, its verb and its day between them
_BODIES = frozenset(
    {"army", "military", "ministry", "navy", "force", "staff", "group", "government", "command", "militia"}
)


def _is_body(r: Reading, first: int, last: int) -> bool:
    """True where a state or a body, no person, stands among some words: a governor is no "it"."""
    if not _BODIES.isdisjoint(r.lows[first:last]):
        return True
    start, end = r.tokens[first].start, r.tokens[last - 1].end
    return any(m.role == "metonym" and start <= m.start < end for m in r.mentions)


def _last_weapon(r: Reading, span: Range) -> int:
    """Lists of the last weapon that the sentence names before a phrase: "two missiles struck X and [four more] fell"."""
    if span[0] < _FIRST_CLAUSE:
        return 0
    weapons = r.book.lexicon.mask(*_WEAPONS)
    before = [
        (end, mask) for _, end, mask in r.listed if end <= span[0] and mask & weapons and r.lows[end - 1] != "force"
    ]
    return max(before)[1] if before else 0


_FIRST_CLAUSE = 3  # words before which no weapon and verb can stand
