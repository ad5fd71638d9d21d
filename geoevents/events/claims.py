"""Who says so: claimants, what they claim and how, and denials of what was said before (``events.md`` 4.7)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Literal

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.countries import alpha3
from geoevents.events.event import Claimant

__all__ = ["Claim", "ClaimKind", "SpeakerContext", "claims_in"]

ClaimKind = Literal["says", "announces", "denies", "confirms", "doubts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody says something: ``verb`` is where, ``scope`` the stretch of text that is said.

    ``anaphoric``: a denial of what was claimed before ("this was not the case"), without content of its own.
    """

    claimant: Claimant
    verb_start: int
    verb_end: int
    scope_start: int
    scope_end: int
    modality: ClaimKind
    anaphoric: bool = False


@dataclass(slots=True)
class SpeakerContext:
    """Speakers of an article so far: persons and bodies with country and sector, and the one last heard."""

    persons: dict[str, Claimant] = field(default_factory=dict)
    bodies: list[Claimant] = field(default_factory=list)
    last: Claimant | None = None

    def remember(self, claimant: Claimant) -> None:
        """Keeps a speaker for "he added" and "the ministry"."""
        self.last = claimant
        self.bodies.append(claimant)
        for word in claimant.name.split():
            if word[0].isupper():
                self.persons[word.lower()] = claimant


_DATA = tomllib.loads(files("geoevents.events").joinpath("claim_words.toml").read_text("utf-8"))
_SAYS = frozenset(_DATA["verbs"]["says"])
_DENIES = frozenset(_DATA["verbs"]["denies"])
_CONFIRMS = frozenset(_DATA["verbs"]["confirms"])
_ANNOUNCES = frozenset(_DATA["verbs"]["announces"])
_VERBS = _SAYS | _DENIES | _CONFIRMS
_PRONOUNS = frozenset(_DATA["phrases"]["pronouns"])
_ANAPHORIC = re.compile(
    r"\b(?:" + "|".join(re.escape(p) for p in _DATA["phrases"]["anaphoric_denial"]) + r")\b", re.IGNORECASE
)
_ACCORDING = re.compile(
    r"\b(?:" + "|".join(re.escape(p) for p in _DATA["phrases"]["according"]) + r")\s+", re.IGNORECASE
)
_CHANNELS: dict[str, list[str]] = _DATA["channels"]
_SECTORS: dict[str, list[str]] = _DATA["sectors"]
_SUBJECT_STOPS = frozenset(
    {
        "that",
        "which",
        "while",
        "but",
        "and",
        "when",
        "as",
        "because",
        "if",
        "although",
        "where",
        "after",
        "before",
        "so",
        "than",
    }
)
_SUBJECT_REACH = 22


def claims_in(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> tuple[Claim, ...]:
    """Claims of one sentence in text order; ``context`` is read for pronouns and bodies told before, and kept up to date."""
    found = [*_spoken(text, tokens, mentions, context), *_according(text, tokens, mentions, context)]
    found = _without_repeats(found)
    for claim in found:
        context.remember(claim.claimant)
    return tuple(sorted(found, key=lambda c: c.verb_start))


def _without_repeats(found: Sequence[Claim]) -> list[Claim]:
    """One claim a verb; "mentioned no damage" after "said" of the same speaker adds nothing."""
    kept: list[Claim] = []
    for claim in found:
        if all(claim.verb_start != k.verb_start for k in kept):
            kept.append(claim)
    return kept


def _spoken(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    for i, token in enumerate(tokens):
        if token.lower in _VERBS and not _is_participle(tokens, i) and not _is_noun(tokens, i):
            subject = _subject(tokens, i, text)
            if subject is not None:
                yield _claim(text, tokens, i, subject, mentions, context)


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """ "reported killed", "said to be", "the claimed gains", "was accused": passive or adjective, no saying of its own."""
    before = tokens[i - 1].lower if i else ""
    if before in {
        "be",
        "been",
        "being",
        "was",
        "were",
        "is",
        "are",
        "the",
        "a",
        "an",
        "to",
        "not",
        "its",
        "their",
        "of",
        "newly",
    }:
        return not (before == "not") or tokens[i].lower in {"report"}
    return False


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    word, after = tokens[i].lower, tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    if word in {"reports", "report", "claims", "claim", "states", "put"}:
        if word == "put":
            return True
        return (
            before
            in {
                "the",
                "a",
                "this",
                "these",
                "those",
                "such",
                "of",
                "by",
                "from",
                "no",
                "any",
                "united",
                "both",
                "all",
                "into",
                "media",
            }
            or after in {"of", "by"}
            or word == "states"
            and before != "it"
        )
    return False


def _subject(tokens: Sequence[Token], verb: int, text: str) -> tuple[int, int] | None:
    """(first, after last) tokens of the speaker: before the verb, or after it where the verb closes a quotation."""
    before = _before(tokens, verb)
    if before is not None:
        return before
    return _after(tokens, verb, text)


def _before(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    last = verb
    while last > 0 and (
        tokens[last - 1].lower
        in {
            "also",
            "later",
            "has",
            "had",
            "have",
            "then",
            "already",
            "again",
            "merely",
            "repeatedly",
            "meanwhile",
            "earlier",
            "first",
        }
        or _is_day(tokens, last - 1)
    ):
        last -= 1
    if last > 1 and tokens[last - 1].text == ",":
        return _before_closed(tokens, last - 1)
    first = last
    while first > 0 and last - first < _SUBJECT_REACH:
        word = tokens[first - 1]
        if word.text in _STOPS or word.text == "," or word.lower in _SUBJECT_STOPS:
            break
        first -= 1
    first = _trim_adverbial(tokens, first, last)
    if first >= last or not _may_speak(tokens[first:last]):
        return None
    return first, last


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "on"} and (
        tokens[i].lower != "on" or (i + 1 < len(tokens) and tokens[i + 1].lower.endswith("day"))
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
    if first < last and tokens[first].lower in {
        "in",
        "on",
        "from",
        "at",
        "during",
        "speaking",
        "earlier",
        "late",
        "meanwhile",
        "elsewhere",
    }:
        for k in range(first, last):
            if tokens[k].text == ",":
                return k + 1
        return first if tokens[first].lower not in {"in", "from", "at"} else last
    return first


def _may_speak(words: Sequence[Token]) -> bool:
    """A speaker has a name, a pronoun, or a noun of those who speak."""
    low = [w.lower for w in words]
    if low and low[-1] in _PRONOUNS | {"who", "it"}:
        return True
    if any(w.text[0].isupper() and k > 0 or w.text.istitle() for k, w in enumerate(words)):
        return True
    joined = " ".join(low)
    return any(re.search(rf"\b{re.escape(noun)}\b", joined) for nouns in _SECTORS.values() for noun in nouns)


def _after(tokens: Sequence[Token], verb: int, text: str) -> tuple[int, int] | None:
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


def _claim(
    text: str,
    tokens: Sequence[Token],
    verb: int,
    subject: tuple[int, int],
    mentions: Sequence[Mention],
    context: SpeakerContext,
) -> Claim:
    kind = _kind(text, tokens, verb)
    start, end = tokens[0].start, tokens[-1].end
    speaker = _speaker(text, tokens, subject, mentions, context)
    speaker = replace(speaker, channel=_channel(text[start:end]), stance=_stance(kind))
    scope = _scope(text, tokens, verb, subject)
    match = _ANAPHORIC.search(text, start, end)
    anaphoric = match is not None and (
        kind == "denies" or "not" in match.group() or "false" in match.group() or "untrue" in match.group()
    )
    if anaphoric:
        kind, speaker = "denies", replace(speaker, stance="denies")
    return Claim(
        claimant=speaker, verb_start=tokens[verb].start, verb_end=tokens[verb].end, scope_start=scope[0], scope_end=scope[1],
        modality=kind, anaphoric=anaphoric,
    )  # fmt: skip


def _kind(text: str, tokens: Sequence[Token], verb: int) -> ClaimKind:
    word = tokens[verb].lower
    negated = verb > 0 and tokens[verb - 1].lower in {"not", "neither", "never", "without"}
    if word in _DENIES:
        return "denies"
    if word in _CONFIRMS and not negated:
        return "confirms"
    return "announces" if word in _ANNOUNCES else "says"


def _stance(kind: ClaimKind) -> Literal["asserts", "denies", "confirms", "doubts", "announces"]:
    return "asserts" if kind == "says" else kind


def _scope(text: str, tokens: Sequence[Token], verb: int, subject: tuple[int, int]) -> tuple[int, int]:
    """What is said: after the verb (and a date or place), or before a trailing speaker; of both, the longer side."""
    start, end = tokens[0].start, tokens[-1].end
    left_end = tokens[min(verb, subject[0])].start
    right_start = tokens[max(verb + 1, subject[1]) - 1].end
    left, right = text[start:left_end], text[right_start:end]
    if re.match(r"\s*(?:[^,]{0,60}\s)?that\b", right) or subject[0] <= 1 and subject[1] <= verb:
        return right_start, end
    trailing = left.rstrip().endswith((",", "”", '"', "»", "”,"))
    if trailing and len(left) >= 20:
        return start, left_end
    return right_start, end


def _according(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    start, end = tokens[0].start, tokens[-1].end
    for match in _ACCORDING.finditer(text, start, end):
        first = next((k for k, t in enumerate(tokens) if t.start >= match.end()), None)
        if first is None:
            continue
        last = first
        while (
            last < len(tokens)
            and tokens[last].text not in {",", ".", ";"}
            and tokens[last].lower not in {"who", "which", "that"}
        ):
            last += 1
        speaker = _speaker(text, tokens, (first, last), mentions, context)
        speaker = replace(speaker, channel=_channel(text[start:end]))
        yield Claim(
            claimant=speaker,
            verb_start=match.start(),
            verb_end=match.end(),
            scope_start=start,
            scope_end=end,
            modality="says",
        )


def _channel(sentence: str) -> str | None:
    low = sentence.lower()
    return next((name for name, words in _CHANNELS.items() if any(w in low for w in words)), None)


# "updates from the ministry": the ministry speaks.
_LEAD = re.compile(
    r"^(?:updates|reports?|statements?|data|figures|information|sources?|accounts?)\s+(?:from|by|of|at|in)\s+(?:the\s+)?"
)


def _speaker(
    text: str, tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention], context: SpeakerContext
) -> Claimant:
    """The speaker of some tokens, with country and sector: from the phrase, else from what the article told before."""
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    name = re.sub(
        r"^(?:the|a|an|its|his|her|their)\s+",
        "",
        " ".join(text[start:end].split()).strip(" ,.”\"'"),
        flags=re.IGNORECASE,
    )
    name = _LEAD.sub("", name)
    low = name.lower()
    if low in _PRONOUNS | {"who", ""} or re.fullmatch(r"(?:who|it|he|she|they)\b.*", low):
        return context.last or Claimant(name=name or "unnamed")
    country = _country(start, end, mentions)
    sector = _sector(low)
    known = _known(low, context)
    if known is not None:
        full = known.name if len(low.split()) <= 2 else name
        return replace(known, name=full, country=country or known.country, sector=known.sector or sector)
    return Claimant(
        name=name[:120], country=alpha3(country) if country and len(country) == 2 else country, sector=sector
    )


def _country(start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    for m in mentions:
        if start <= m.start < end and m.place is not None and m.place.country:
            return alpha3(m.place.country)
    return None


def _sector(name: str) -> str | None:
    for sector, nouns in _SECTORS.items():
        if any(re.search(rf"\b{re.escape(noun)}\b", name) for noun in nouns):
            return "MED" if sector == "MED" else {"MED_A": "MEDIA"}.get(sector, sector)
    return None


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
    if len(words) <= 4:
        for body in reversed(context.bodies):
            shared = set(words) & set(body.name.lower().split()) & _BODY_NOUNS
            if shared and body.country:
                return body
    return None


_BODY_NOUNS = frozenset(
    {"ministry", "army", "military", "agency", "governor", "mayor", "minister", "president", "court", "spokesman", "spokeswoman",
     "government", "command", "police", "defense", "defence", "staff", "council", "service", "navy", "force"}
)  # fmt: skip
