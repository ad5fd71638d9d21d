"""Which words of a sentence name a speaker: the phrase before a verb of saying, or after it (``events.md`` 4.7)."""

from collections.abc import Sequence

from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.articles.tokens import Token
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_lists import EITHER, LISTS, PASTS, is_time
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.openings import TIMES, behind_heading, trim_adverbial
from geoevents.events.who.sectors import OF_A_SECTOR

__all__ = ["GOING_ON", "PRONOUNS", "is_verb", "may_speak", "speaker_span"]

PRONOUNS = frozenset(DATA["phrases"]["pronouns"])


# Participles by which the speaker of a sentence says more.
GOING_ON = frozenset(DATA["verbs"]["going_on"])
_SUBJECT_STOPS = GRAMMAR["before_speaker"]
_STOPS_BEHIND = _SUBJECT_STOPS | {"on", "in", "who", "whose", "whom"}


_SUBJECT_REACH = 22


def speaker_span(tokens: Sequence[Token], verb: int, tags: str) -> tuple[int, int] | None:
    """(first, after last) tokens of the speaker: before the verb, or after it where the verb closes a quotation.

    ``tags`` are the classes of the tokens: a phrase that has a verb of its own names nobody.
    """
    found = _speaker_span(tokens, verb, tags)
    found = found and (behind_heading(tokens, *found), found[1])
    told = _told_in(tokens, found, tags) if found is not None else None
    if found is None or told is None:
        return found
    joined = told > found[0] and tokens[verb - 1].lower in {"and", "but"}
    return (found[0], told) if joined and may_speak(tokens[found[0] : told]) else None  # "X rang both and | proposed"


def _told_in(tokens: Sequence[Token], span: tuple[int, int], tags: str) -> int | None:
    """The verb of words that tell something: "the Mission | recorded | four explosions"; None where they only name."""
    for k in range(*span):
        if tokens[k].lower in _RELATIVES or tokens[k].text == ",":
            break
        after = tags[k + 1 : k + 2]
        if tags[k] != "V" or tokens[k - 1].text in _HYPHENS or (k == span[0] and after not in _OPEN_OBJECT):
            continue  # "geolocated footage"
        if _is_past(tokens[k], after) or (tokens[k].lower in _TELLS and after in "DEMRN"):
            return k
    return None


_OPEN_OBJECT = frozenset("DMR")
_TELLS = frozenset({"accuse", "accuses", "deny", "denies"})


def _is_past(word: Token, after: str) -> bool:
    """True for "spoke", and for "recorded four": a participle, "a man [called] X", "officials [named] in it", describes."""
    either = word.lower.endswith("ed") or word.lower in EITHER
    return word.lower in PASTS or (either and after not in _AFTER_PARTICIPLE)


_AFTER_PARTICIPLE = frozenset({"", "T", "X", "E", "."})


def _speaker_span(tokens: Sequence[Token], verb: int, tags: str) -> tuple[int, int] | None:
    if tokens[verb].lower in GOING_ON:
        return _of_sentence(tokens, verb)
    if verb > 2 and tokens[verb - 1].lower in {"and", "but"} and (found := _of_first_verb(tokens, verb)):
        return found  # "The ministry made no mention of A but claimed"
    after = _after(tokens, verb) if tokens[verb].lower in _INVERTED else None
    if after is not None and not _has_verb(tokens, *after, tags) and not _opens_list(tokens, verb, after[1]):
        return after  # "…, wrote Anna Berg on Telegram."
    return _before(tokens, verb) or (_after(tokens, verb) if tokens[verb].lower not in _NEVER_BEHIND else None)


def _opens_list(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """True for what is told with "and" where nothing was said yet: "The mayor, Mr X, said [a school] and a clinic had been hit"."""
    joined = tokens[end].lower == "and" if end < len(tokens) else False
    return (
        joined
        and not any(is_verb(t) or t.text in _STOPS for t in tokens[:verb])
        and any(is_verb(t) for t in tokens[end:])
    )


# Behind these stands to whom or of whom it is said: "broke off talks, accused | the rebels | of war crimes".
_NEVER_BEHIND = frozenset(DATA["words"]["never_inverted"])
# Verbs that may stand before their speaker.
_INVERTED = frozenset(DATA["words"]["inverted"])


def _of_sentence(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The subject of the sentence, for a participle that goes on with it: "The rebels took responsibility, saying"."""
    last = next((k for k in range(verb) if is_verb(tokens[k])), None)
    if last is None or not may_speak(tokens[:last]):
        return _before(tokens, verb)
    first = trim_adverbial(tokens, 0, last)
    return (first, last) if first < last else None


def _of_first_verb(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The subject of the first verb of a sentence, where it may speak and no other clause opens before ``verb``."""
    last = next((k for k in range(verb) if is_verb(tokens[k])), None)
    if last is None or any(t.lower in GRAMMAR["subordinators"] or t.text in _STOPS for t in tokens[:verb]):
        return None
    first = trim_adverbial(tokens, 0, last)
    while last > first and _is_adverb(tokens[last - 1].lower):
        last -= 1
    return (first, last) if first < last and may_speak(tokens[first:last]) else None


def _has_verb(tokens: Sequence[Token], first: int, last: int, tags: str) -> bool:
    """True where a verb stands among some tokens; "the Moscow-appointed mayor" and "the United Nations" have none."""
    return any(
        (is_verb(tokens[k]) or tags[k] == "V") and tokens[k].text.islower() and tokens[k - 1].text not in _HYPHENS
        for k in range(first, last)
    )


_HYPHENS = frozenset("-‑–")


def is_verb(token: Token) -> bool:
    word = token.lower
    return word in GRAMMAR["finite"] or word in GRAMMAR["irregular_past"] or (word.endswith("ed") and len(word) > 4)


def _before(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    last = verb
    while last > 0 and (_is_adverb(tokens[last - 1].lower) or _is_day(tokens, last - 1)):
        last -= 1
    if last > 1 and tokens[last - 1].text == ",":
        return _before_closed(tokens, last - 1)
    first = last
    while first > 0 and last - first < _SUBJECT_REACH:
        word = tokens[first - 1]
        if (
            word.text in _STOPS
            or word.text == ","
            or (word.text in _DASHES and first < last)
            or word.lower == "what"
            or (_in_words(word) in _SUBJECT_STOPS and not _in_name(tokens, first - 1))
            or (first < last and word.lower in _SAID)
        ):
            first = _joint(tokens, first - 1) if word.lower == "and" else first
            if word.lower == "what" and first < last and is_verb(tokens[first]):
                return None  # "their account of what happened": who speaks stands before
            break
        first -= 1
    first = _after_told(tokens, trim_adverbial(tokens, first, last), last)
    if first >= last or _is_clause(tokens, first, last) or not may_speak(tokens[first:last]):
        return None
    return first, last


def _in_words(token: Token) -> str:
    """A word in small letters; "" for a short name in capitals, "the WHO"."""
    return "" if token.text.isupper() and len(token.text) > 1 else token.lower


def _is_adverb(word: str) -> bool:
    """True for what stands between a speaker and the verb: "later", "quickly", "would only"."""
    return (
        word in GRAMMAR["before_saying"]
        or word in LISTS["modals"]
        or (word.endswith("ly") and word not in _NOUNS_IN_LY)
    )


_NOUNS_IN_LY = frozenset(DATA["words"]["nouns_in_ly"])


def _after_told(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word after what was told, where a speaker answers it in apposition: ", a claim | the army rejected"."""
    if first == 0 or tokens[first - 1].text != "," or tokens[first].lower not in {"a", "an", "the"}:
        return first
    told = next((k for k in range(first + 1, min(first + 3, last - 1)) if tokens[k].lower in _TOLD), None)
    if told is None or not (tokens[told + 1].text[0].isupper() or tokens[told + 1].lower in _OPENS_SPEAKER):
        return first  # "the Fars | news | agency"
    return told + 1


_TOLD = frozenset(DATA["denial"]["told"])
_OPENS_SPEAKER = PRONOUNS | {"the", "its", "their", "his", "her"}


# "Ukraine says | Russia claims": another speaker's verb ends the way back; "reports" and "claims" may be nouns.
_SAID = frozenset(w for w in LISTS["saying"] if w.endswith("ed")) | {"said", "says", "say", "told"}


def _joint(tokens: Sequence[Token], at: int) -> int:
    """First word of two speakers joined by the "and" at a token: "officials and the insurgents said"; else the word after it."""
    first = at
    while first > 0 and at - first < _JOINT and tokens[first - 1].text not in _SIGNS:
        if is_verb(tokens[first - 1]) or tokens[first - 1].lower in _SUBJECT_STOPS:
            return at + 1
        first -= 1
    closed = first == 0 or tokens[first - 1].text == ","
    return first if closed and first < at and tokens[first].text != "and" else at + 1


def _in_name(tokens: Sequence[Token], i: int) -> bool:
    """True for "and" within a name or between two: "Organization for Security and Cooperation"."""
    inside = 0 < i < len(tokens) - 1 and tokens[i].lower == "and"
    return inside and tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper()


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower in _DAYS and (
        tokens[i].lower != "on" or (i + 1 < len(tokens) and tokens[i + 1].lower.endswith("day"))
    )


_DAYS = frozenset({*WEEKDAYS, "on"})
_STOPS = frozenset({".", ";", ":", "“", "”", '"', "?", "!", "»", "«"})
_SIGNS = _STOPS | {","}
_DASHES = frozenset({"—", "--"})  # "two girls — | Governor X said"


def _before_closed(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """A speaker with an apposition closed by a comma: "Mr X, commander of Y, said"."""
    opening = comma - 1
    while opening > 0 and tokens[opening].text != "," and tokens[opening].text not in _STOPS:
        opening -= 1
    if tokens[opening].text != "," or comma - opening > _SUBJECT_REACH:
        return None
    first = opening
    while first > 0 and tokens[first - 1].text not in _SIGNS and tokens[first - 1].lower not in _SUBJECT_STOPS:
        first -= 1
    first = trim_adverbial(tokens, first, comma)
    if _is_clause(tokens, first, opening) or _is_clause(tokens, opening + 1, comma):
        return None  # "A fire forced 200 people to leave, said"
    return (first, comma) if first < comma and may_speak(tokens[first:comma]) else None


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True for words that tell something of their own, and name nobody: they have a finite verb and no "who" before it."""
    for k in range(first, last):
        if tokens[k].lower in _RELATIVES:
            return False
        if tokens[k].lower in GRAMMAR["finite"] and k > first:
            return True
    return False


_RELATIVES = frozenset({"who", "whose", "whom", "which", "that", "where"})


_PART_OF_TIME = frozenset(DATA["words"]["parts_of_time"])
_COLLECTIVES = frozenset(DATA["words"]["collectives"])
_SHORT = 4  # words of a speaker that is told by no known noun
_JOINT = 12  # words of the first of two speakers, "the Maritime Safety (MSA) agency"


_NOBODY, _STARTS = GRAMMAR["nobody"], GRAMMAR["no_speaker_starts"] - {"whose"}


def may_speak(words: Sequence[Token]) -> bool:
    """A speaker has a name, a pronoun, or a noun of those who speak."""
    low = [w.lower for w in words]
    if low[:1] and (low[0] in _NOBODY or low[0] in _STARTS or low[-1] in {"www", "org", "com"}):
        return False  # "no group has claimed it", "among the few"
    if all(
        is_time(w) or w.lower in GRAMMAR["adverbial_starts"] or w.lower in TIMES or w.lower in _PART_OF_TIME
        for w in words
    ):
        return False  # ", early on Thursday, said X"
    if low and (low[-1] in PRONOUNS or low[-1] in {"who", "it"}):
        return True
    if any((w.text[0].isupper() and k > 0) or w.text.istitle() for k, w in enumerate(words)):
        return True
    if len(low) <= _SHORT and low and low[-1].isalpha() and not set(low) & GRAMMAR["function_words"] - {"the"}:
        return True  # "two shopkeepers said": whoever they are, they speak
    if not _COLLECTIVES.isdisjoint(low):
        return True  # "a statement of the group"
    return OF_A_SECTOR.search(" ".join(low)) is not None


def _after(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The speaker after the verb: "…, said Hani Ahmed, 28." """
    if verb == 0 or tokens[verb - 1].text not in {",", "”", '"', "»", "."}:
        return None
    last = verb + 1
    while (
        last < len(tokens)
        and last - verb < _SUBJECT_REACH
        and tokens[last].text not in {".", ";", ":", "“", '"'}
        and _in_words(tokens[last]) not in _STOPS_BEHIND
        and tokens[last].lower not in GOING_ON
        and not _opens_quotation(tokens, last)
    ):
        last += 1
    return (verb + 1, last) if last > verb + 1 and may_speak(tokens[verb + 1 : last]) else None


def _opens_quotation(tokens: Sequence[Token], i: int) -> bool:
    """True for the first word of a quotation that goes on behind its speaker: "said Anna Berg, | "nor do we"; marks are no tokens."""
    return tokens[i - 1].text == "," and tokens[i].start - tokens[i - 1].end > 1
