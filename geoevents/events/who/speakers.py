"""Who speaks: the phrase of a speaker in a sentence, with country, sector and channel (``events.md`` 4.7)."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import field
from importlib.resources import files

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant, Span
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.word_classes import is_time
from geoevents.events.where.countries import alpha3
from geoevents.values import dataclass, replace

__all__ = [
    "BODY_NOUNS",
    "DATA",
    "OFFICES",
    "SpeakerContext",
    "channel_of",
    "is_verb",
    "named_by",
    "names_state",
    "speaker_of",
    "speaker_span",
]


@dataclass(slots=True)
class SpeakerContext:
    """Speakers of an article so far: persons and bodies with country and sector, and the ones last heard."""

    persons: dict[str, Claimant] = field(default_factory=dict)
    bodies: list[Claimant] = field(default_factory=list)
    last: Claimant | None = None
    last_person: Claimant | None = None

    def remember(self, claimant: Claimant) -> None:
        """Keeps a speaker for "he added" and "the ministry"."""
        self.last = claimant
        if not names_state(claimant) and not set(claimant.name.lower().split()) & _COLLECTIVES:
            self.last_person = claimant
        self.bodies.append(claimant)
        for word in claimant.name.split():
            if word[0].isupper():
                self.persons[word.lower()] = claimant


DATA = tomllib.loads(files("geoevents.events.who").joinpath("claim_words.toml").read_text("utf-8"))


_PRONOUNS = frozenset(DATA["phrases"]["pronouns"])


_CHANNELS: dict[str, list[str]] = DATA["channels"]


_SECTOR_NOUNS = {
    sector: re.compile(r"\b(?:" + "|".join(re.escape(n) for n in nouns) + r")\b")
    for sector, nouns in DATA["sectors"].items()
}


_SUBJECT_STOPS = GRAMMAR["before_speaker"]


_SUBJECT_REACH = 22


def speaker_span(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """(first, after last) tokens of the speaker: before the verb, or after it where the verb closes a quotation."""
    if tokens[verb].lower in {"saying", "claiming", "denying"}:
        return _of_sentence(tokens, verb)
    if verb > 2 and tokens[verb - 1].lower in {"and", "but"} and (found := _of_first_verb(tokens, verb)):
        return found  # "The ministry made no mention of A but claimed"
    after = _after(tokens, verb) if tokens[verb].lower in _INVERTED else None
    if after is not None and not any(is_verb(t) for t in tokens[after[0] : after[1]]):
        return after  # "…, wrote Anna Berg on Telegram."
    return _before(tokens, verb) or _after(tokens, verb)


# Verbs that may stand before their speaker.
_INVERTED = frozenset(DATA["words"]["inverted"])


def _of_sentence(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The subject of the sentence, for a participle that goes on with it: "The rebels took responsibility, saying"."""
    last = next((k for k in range(verb) if is_verb(tokens[k])), None)
    if last is None or not _may_speak(tokens[:last]):
        return _before(tokens, verb)
    first = _trim_adverbial(tokens, 0, last)
    return (first, last) if first < last else None


def _of_first_verb(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The subject of the first verb of a sentence, where it may speak and no other clause opens before ``verb``."""
    last = next((k for k in range(verb) if is_verb(tokens[k])), None)
    if last is None or any(t.lower in GRAMMAR["subordinators"] or t.text in _STOPS for t in tokens[:verb]):
        return None
    first = _trim_adverbial(tokens, 0, last)
    while last > first and tokens[last - 1].lower in GRAMMAR["before_saying"]:
        last -= 1
    return (first, last) if first < last and _may_speak(tokens[first:last]) else None


def is_verb(token: Token) -> bool:
    word = token.lower
    return word in GRAMMAR["finite"] or word in GRAMMAR["irregular_past"] or (word.endswith("ed") and len(word) > 4)


def _before(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    last = verb
    while last > 0 and (tokens[last - 1].lower in GRAMMAR["before_saying"] or _is_day(tokens, last - 1)):
        last -= 1
    if last > 1 and tokens[last - 1].text == ",":
        return _before_closed(tokens, last - 1)
    first = last
    while first > 0 and last - first < _SUBJECT_REACH:
        word = tokens[first - 1]
        if (
            word.text in _STOPS
            or word.text == ","
            or word.lower == "what"
            or (word.lower in _SUBJECT_STOPS and not _in_name(tokens, first - 1))
        ):
            first = _joint(tokens, first - 1) if word.lower == "and" else first
            break
        first -= 1
    first = _trim_adverbial(tokens, first, last)
    if first >= last or not _may_speak(tokens[first:last]):
        return None
    return first, last


def _joint(tokens: Sequence[Token], at: int) -> int:
    """First word of two speakers joined by the "and" at a token: "officials and the insurgents said"; else the word after it."""
    first = at
    while first > 0 and at - first < _SHORT and tokens[first - 1].text not in _STOPS | {","}:
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
    return tokens[i].lower in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "on"} and (
        tokens[i].lower != "on" or (i + 1 < len(tokens) and tokens[i + 1].lower.endswith("day"))
    )


_TIMES = frozenset(
    {"day", "week", "weekend", "month", "year", "morning", "evening", "night", "spring", "summer", "autumn", "winter"}
)
_STOPS = frozenset({".", ";", ":", "“", "”", '"', "?", "!", "»", "«"})


def _before_closed(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """A speaker with an apposition closed by a comma: "Mr X, commander of Y, said"."""
    opening = comma - 1
    while opening > 0 and tokens[opening].text != "," and tokens[opening].text not in _STOPS:
        opening -= 1
    if tokens[opening].text != "," or comma - opening > _SUBJECT_REACH:
        return None
    first = opening
    while first > 0 and tokens[first - 1].text not in _STOPS | {","} and tokens[first - 1].lower not in _SUBJECT_STOPS:
        first -= 1
    first = _trim_adverbial(tokens, first, comma)
    return (first, comma) if first < comma and _may_speak(tokens[first:comma]) else None


def _trim_adverbial(tokens: Sequence[Token], first: int, last: int) -> int:
    """Leaves out "In Moscow,", "On Monday", "From Vienna," before the speaker."""
    while first < last and tokens[first].text in {",", "'", "’"}:
        first += 1
    if (
        first + 3 < last
        and tokens[first + 1].lower in _TIMES
        and tokens[first + 2].lower in {"earlier", "later", "ago"}
    ):
        first += 3
    if first + 2 < last and tokens[first].lower in {"this", "last", "next"} and tokens[first + 1].lower in _TIMES:
        first += 2
    first = _after_times(tokens, first, last)
    if first < last and tokens[first].lower in GRAMMAR["adverbial_starts"]:
        for k in range(first, last):
            if tokens[k].text == ",":
                return _trim_adverbial(tokens, k + 1, last)
        if tokens[first].lower not in {"in", "from", "at"}:
            return first
        return next((k for k in range(first + 2, last) if tokens[k].lower in {"the", "a", "an"}), last)
    return first


def _after_times(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word after an opening of time alone: "On Sunday | the ministry", "Earlier in December | the group"."""
    at = first
    while at < last and (tokens[at].lower in _TIME_WORDS or (at > first and tokens[at].text.isdigit())):
        at += 1
    names_time = any(t.lower in _CALENDAR for t in tokens[first:at])
    return at if names_time and at < last and tokens[at].text != "," else first


_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
     "may", "june", "july", "august", "september", "october", "november", "december"}
)  # fmt: skip
_TIME_WORDS = _CALENDAR | {"on", "in", "earlier", "late", "later", "early", "last"}


_PART_OF_TIME = frozenset({"early", "late", "later", "shortly", "just", "the", "same", "before", "after", "on"})
_SHORT = 4  # words of a speaker that is told by no known noun


def _may_speak(words: Sequence[Token]) -> bool:
    """A speaker has a name, a pronoun, or a noun of those who speak."""
    low = [w.lower for w in words]
    if all(
        is_time(w) or w.lower in GRAMMAR["adverbial_starts"] or w.lower in _TIMES or w.lower in _PART_OF_TIME
        for w in words
    ):
        return False  # ", early on Thursday, said X"
    if low and low[-1] in _PRONOUNS | {"who", "it"}:
        return True
    if any((w.text[0].isupper() and k > 0) or w.text.istitle() for k, w in enumerate(words)):
        return True
    if len(low) <= _SHORT and low and low[-1].isalpha() and not set(low) & GRAMMAR["function_words"] - {"the"}:
        return True  # "two shopkeepers said": whoever they are, they speak
    joined = " ".join(low)
    return any(pattern.search(joined) for pattern in _SECTOR_NOUNS.values())


def _after(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The speaker after the verb: "…, said Hani Ahmed, 28." """
    if verb == 0 or tokens[verb - 1].text not in {",", "”", '"', "»", "."}:
        return None
    last = verb + 1
    while (
        last < len(tokens)
        and last - verb < _SUBJECT_REACH
        and tokens[last].text not in {".", ";", "“", '"'}
        and tokens[last].lower not in {"on", "in"} | _SUBJECT_STOPS
    ):
        last += 1
    return (verb + 1, last) if last > verb + 1 and _may_speak(tokens[verb + 1 : last]) else None


def channel_of(sentence: str) -> str | None:
    low = sentence.lower()
    for name, words in _CHANNELS.items():
        for word in words:
            if word in low:
                return name
    return None


_PRONOUN_FIRST = re.compile(r"(?:who|it|he|she|they)\b.*")


# "updates from the ministry": the ministry speaks.
_LEAD = re.compile(
    r"^(?:updates|reports?|statements?|data|figures|information|sources?|accounts?)\s+(?:from|by|of|at|in)\s+(?:the\s+)?"
)


# "the mission, which has 13,000 troops there": the mission speaks.
_WHICH = re.compile(r",?\s+(?:which|who|whose|where)\b.*$", re.DOTALL)


def speaker_of(
    text: str, tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention], context: SpeakerContext
) -> Claimant:
    """The speaker of some tokens, with country and sector: from the phrase, else from what the article told before."""
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    name = _ARTICLE.sub("", " ".join(text[start:end].split()).strip(" ,.”\"'"))
    name = _WHICH.sub("", _LEAD.sub("", name))
    low = name.lower()
    if low in _PRONOUNS | {"who", ""} or _PRONOUN_FIRST.fullmatch(low):
        person = low.split()[:1] in (["he"], ["she"])
        known = context.last_person or context.last if person else context.last
        if low == "it" and (body := _subject_of_sentence(text, tokens, span, mentions, context)):
            return body
        if low == "it":
            known = next((b for b in reversed(context.bodies) if not _PEOPLE.search(b.name.lower())), known)
        return known or Claimant(name=name or "unnamed")
    if low in _GROUPS and (group := _group_before(context)):
        return group
    country = _country(start, end, mentions)
    sector = _sector(low)
    if country is None and set(low.split()) & _STATE_BODIES and context.last and names_state(context.last):
        country = context.last.country  # "Moscow said … The Defence Ministry listed …"
    known = _known(low, context)
    if known is not None:
        full = known.name if len(low.split()) <= 2 else name
        return replace(known, name=full, country=country or known.country, sector=known.sector or sector)
    if sector is None and country is None and name == low:
        sector = "CVL"  # common nouns alone: residents, shopkeepers, a driver
    return Claimant(
        name=name[:120], country=alpha3(country) if country and len(country) == 2 else country, sector=sector
    )


_GROUPS = frozenset({"group", "movement", "organisation", "organization", "militia", "alliance"})


_OF_STATES = re.compile(
    r"\b(?:Ministry|Minister|Staff|General|President|Governor|spokes\w+|army|military|government|officer|official)\b"
)


def _group_before(context: SpeakerContext) -> Claimant | None:
    """The armed group that spoke last, told by a name of its own: "the group said"."""
    return next(
        (
            b
            for b in reversed(context.bodies)
            if b.sector in {"MIL", None} and b.name[0].isupper() and not _OF_STATES.search(b.name)
        ),
        None,
    )


def _subject_of_sentence(
    text: str, tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention], context: SpeakerContext
) -> Claimant | None:
    """The body that a sentence before "it" is about: "The ministry made no comment on A; it reported the capture of B"."""
    last = next((k for k in range(span[0]) if is_verb(tokens[k])), None)
    first = _trim_adverbial(tokens, 0, last) if last else 0
    if last is None or first >= last or any(t.text == "," for t in tokens[first:last]):
        return None
    phrase = " ".join(t.lower for t in tokens[first:last])
    return speaker_of(text, tokens, (first, last), mentions, context) if _BODY.search(phrase) else None


_BODY = re.compile(
    r"\b(?:ministry|army|military|staff|command|government|group|agency|office|presidency|kremlin|force)\b"
)


# Many speakers, whom no "it" stands for.
_PEOPLE = re.compile(
    r"^(?:\w+\s+)?(?:residents|witnesses|officials|villagers|analysts|medics|doctors|experts|activists|locals|survivors)\b"
)


def _country(start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    for m in mentions:
        if start <= m.start < end and m.place is not None and m.place.country:
            return alpha3(m.place.country)
    return None


_SECTOR_NAMES = {"MED_A": "MEDIA", "CVL_A": "CVL", "LOC_A": "LOC"}


def _sector(name: str) -> str | None:
    if (
        name.startswith(("general ", "colonel general ", "major ", "captain ", "lieutenant "))
        and "assembly" not in name
    ):
        return "MIL"  # a rank before a name; "secretary-general" is none
    for sector, pattern in _SECTOR_NOUNS.items():
        if pattern.search(name):
            return _SECTOR_NAMES.get(sector, str(sector))
    return None


def named_by(text: str, span: Span, mentions: Sequence[Mention]) -> Claimant | None:
    """The speaker that a phrase names, for whoever takes a position without a verb of saying; None for a pronoun."""
    name = _ARTICLE.sub("", " ".join(text[span.start : span.end].split()).strip(" ,.”\"'").split(",")[0])
    if not name or name.lower() in _PRONOUNS:
        return None
    return Claimant(
        name=name[:120],
        country=_country(span.start, span.end, mentions),
        sector=_sector(name.lower()),
        stance="announces",
    )


_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)


def names_state(who: Claimant) -> bool:
    """True for a state that speaks by its name or its capital's alone: "Moscow", "Israel"."""
    words = who.name.split()
    short = len(words) <= 2 and all(w[0].isupper() and not w.endswith(("'s", "’s")) for w in words)
    return who.country is not None and who.sector is None and short


def _known(name: str, context: SpeakerContext) -> Claimant | None:
    """A body or person told before: "the ministry", "the agency", a surname."""
    words = name.split()
    if (
        words
        and words[-1] in context.persons
        and len(words) <= 3
        and not any(w in {"ministry", "army"} for w in words[-1:])
    ):
        return context.persons[words[-1]]
    nouns = BODY_NOUNS.intersection(words) if len(words) <= 4 else ()
    if nouns:
        for body in reversed(context.bodies):
            if body.country and not nouns.isdisjoint(body.name.lower().split()):
                return body
    return None


BODY_NOUNS = frozenset(
    {"ministry", "army", "military", "agency", "governor", "mayor", "minister", "president", "court", "spokesman", "spokeswoman",
     "government", "command", "police", "defense", "defence", "staff", "council", "service", "navy", "force"}
)  # fmt: skip


# Bodies of which each state has one.
_STATE_BODIES = frozenset(DATA["words"]["state_bodies"])


# Offices that one person holds.
OFFICES = frozenset(DATA["words"]["offices"])


# What speaks as "it", not as "he" or "she".
_COLLECTIVES = frozenset(DATA["words"]["collectives"])
