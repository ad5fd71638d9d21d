"""Claims told without a verb of saying in the active: "was said by X", "quoted X as saying", "X's claim to", "X's tally"."""

from collections.abc import Iterator, Sequence

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant, Stance
from geoevents.events.sentence.word_lists import BE, LISTS, is_time
from geoevents.events.where.countries import country_name
from geoevents.events.who.claim import Claim, ClaimKind
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.heard import SpeakerContext
from geoevents.events.who.openings import trim_adverbial
from geoevents.events.who.sectors import sector_of
from geoevents.events.who.speakers import speaker_of
from geoevents.events.who.texts import TEXTS
from geoevents.values import replace

__all__ = ["INDIRECT", "indirect_claims"]

_INDIRECT = {name: frozenset(words) for name, words in DATA["indirect"].items()}
_TALLIES, _NOUNS, _SAID, _CONFIRMED, _QUOTED = (
    _INDIRECT[name] for name in ("tallies", "nouns", "said", "confirmed", "quoted")
)
_TOLD = LISTS["told"]
_DENIALS = _INDIRECT["denials"]
_NO_SPEAKERS = LISTS["answering"] | _INDIRECT["no_speakers"]
_THIS = frozenset({"this", "that", "it"})
_STATED = _SAID | _INDIRECT["stated"]
_WHEN = _INDIRECT["when"]
_CUES = _SAID | _CONFIRMED | _QUOTED | _TOLD | _STATED | _DENIALS
# One of these words stands in every sentence that makes such a claim.
INDIRECT = _TALLIES | _TOLD | _STATED | _CONFIRMED | _QUOTED | _DENIALS
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OPENING = 8  # tokens of a sentence within which whose count it is must be told
_STOPS = _INDIRECT["stops"]


def indirect_claims(
    text: str, tokens: Sequence[Token], tags: str, mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    """Claims of a sentence that name their speaker in another way than as the subject of a verb of saying."""
    told = [k for k, t in enumerate(tokens) if t.lower in _CUES]
    whose = [k + 1 for k, t in enumerate(tokens[:-1]) if t.text in _POSSESSIVE]
    for k in sorted({*told, *whose}):
        token, found = tokens[k], _span(tokens, tags, k)
        if found is None:
            continue
        (first, last), scope, kind = found
        speaker = _as_party(speaker_of(text, tokens, (first, last), mentions, context))
        yield Claim(
            claimant=replace(speaker, stance=_STANCES.get(kind, "asserts")), modality=kind,
            verb_start=token.start, verb_end=token.end, scope_start=scope[0], scope_end=scope[1],
            speaker_start=tokens[first].start, speaker_end=tokens[last - 1].end,
        )  # fmt: skip


_STANCES: dict[ClaimKind, Stance] = {"confirms": "confirms", "denies": "denies"}


def _as_party(speaker: Claimant) -> Claimant:
    """The speaker that stands before a noun: the state for its adjective ("Russian claims"), people for one ("rebel claims")."""
    state, name = country_name(speaker.country), speaker.name
    if state is not None and " " not in name and name[0].isupper():
        return replace(speaker, name=state)
    many = f"{name}s"
    if name.islower() and sector_of(name) is None and sector_of(many) is not None:
        return replace(speaker, name=many, sector=sector_of(many))
    return speaker


_Found = tuple[tuple[int, int], tuple[int, int], ClaimKind]


def _span(tokens: Sequence[Token], tags: str, k: int) -> _Found | None:
    """(tokens of the speaker, scope, kind) of the claim that a token makes; None if it makes none."""
    if tokens[0].lower in _THIS and 0 < k < _NEAR and tokens[k].lower in _STATED and (found := _stated_in(tokens, k)):
        return found
    if k > 0 and (tokens[k].lower in _SAID or tokens[k].lower in _CONFIRMED):
        return _said_by(tokens, k)
    if tokens[k].lower in _QUOTED:
        return _quoted(tokens, k)
    if k > 0 and tokens[k].lower in _TOLD | _DENIALS and tokens[k + 1 : k + 2] and tokens[k + 1].lower == "that":
        return _claims_that(tokens, tags, k)
    if tokens[k].lower in _TOLD and tokens[k + 1 : k + 2] and tokens[k + 1].lower in _FROM:
        return _claims_by(tokens, tags, k)
    if k > 0 and tokens[k - 1].text in _POSSESSIVE:
        return _whose(tokens, k)
    return None


def _claims_that(tokens: Sequence[Token], tags: str, k: int) -> _Found | None:
    """The speaker of "Russian claims that A had fallen", "the rebels' claim that": who stands before the noun, if named."""
    if tags[k] != "N":
        return None
    last = k - 1 if tokens[k - 1].text in _POSSESSIVE else k
    first = last
    while first > 0 and tags[first - 1] in "NEJ" and tokens[first - 1].lower not in _NO_SPEAKERS:
        first -= 1
    if first == last and tokens[last - 1].lower == "media" and first > 1 and tokens[first - 2].text[0].isupper():
        first -= 2  # "denied [Iranian media] reports that"
    kind: ClaimKind = "denies" if tokens[k].lower in _DENIALS else "says"  # "passed on a Taliban [denial] that"
    return ((first, last), (tokens[k + 1].start, tokens[-1].end), kind) if first < last else None


_FROM = frozenset({"by", "from"})


def _claims_by(tokens: Sequence[Token], tags: str, k: int) -> _Found | None:
    """The speaker of "denied reports by the rebels that A had fallen", "a charge from Chad that"."""
    last = k + 2
    while last < min(k + _SOURCE, len(tokens)) and tags[last] in "NEJDT" and tokens[last].lower != "that":
        last += 1
    then = [t.lower for t in tokens[last : last + 2]]
    that = then[:1] == ["that"] or then == ["to", "have"]
    return ((k + 2, last), (tokens[last].start, tokens[-1].end), "says") if that and last > k + 2 else None


_SOURCE = 9  # tokens from the noun to the "that" behind its speaker
_NEAR = 4  # tokens of a sentence within which "this is stated" stands
_FROM_TEXT = 9  # tokens from "stated" to whose text it is


def _stated_in(tokens: Sequence[Token], k: int) -> _Found | None:
    """The speaker of "This is stated in the morning summary of the army", "This follows from a statement by the army"."""
    of = next(
        (n for n in range(k + 2, min(k + _FROM_TEXT, len(tokens))) if tokens[n].lower in {"of", "by", "from"}), None
    )
    if of is None or TEXTS.isdisjoint(t.lower for t in tokens[k:of]):
        return None
    last = next((n for n in range(of + 1, len(tokens)) if tokens[n].lower in _STOPS), len(tokens))
    return ((of + 1, last), (tokens[0].start, tokens[k].start), "says") if last > of + 1 else None


def _said_by(tokens: Sequence[Token], k: int) -> _Found | None:
    """The speaker of "was said by the army that A had fallen" and of ", as reported by the army"."""
    by = k + 1
    while by < len(tokens) and (is_time(tokens[by]) or tokens[by].lower in _WHEN):
        by += 1  # "was announced | on Saturday | by the army"
    if (
        (tokens[k - 1].lower not in BE and tokens[k - 1].lower != "as")
        or by + 1 >= len(tokens)
        or tokens[by].lower != "by"
    ):
        return None
    last = next((n for n in range(by + 1, len(tokens)) if tokens[n].lower in _STOPS), len(tokens))
    told_after = last < len(tokens) and tokens[last].lower == "that"
    scope = (tokens[last].start, tokens[-1].end) if told_after else (tokens[0].start, tokens[k].start)
    kind: ClaimKind = "confirms" if tokens[k].lower in _CONFIRMED else "says"
    return ((by + 1, last), scope, kind) if last > by + 1 else None


def _quoted(tokens: Sequence[Token], k: int) -> _Found | None:
    """The speaker of "the paper quoted a witness as saying": the witness."""
    last = next((n for n in range(k + 2, min(k + 20, len(tokens) - 1)) if tokens[n].lower == "as"), None)
    if last is None or tokens[last + 1].lower not in {"saying", "telling"}:
        return None
    return (k + 1, last), (tokens[0].start, tokens[-1].end), "says"


def _whose(tokens: Sequence[Token], k: int) -> _Found | None:
    """The speaker of "the rebels' claim to have taken A" and of "the ministry's tally stood at 28"."""
    words = [t.lower for t in tokens[k : k + 3]]
    claim = words[0] in _NOUNS and words[1:] in (["to", "have"],)
    if not claim and (k > _OPENING or _TALLIES.isdisjoint(words)):
        return None
    first = trim_adverbial(tokens, 0, k - 1)
    named = claim or any(t.text[0].isupper() for t in tokens[first : k - 1])
    if first >= k - 1 or is_time(tokens[k - 2]) or not named:
        return None
    return (first, k - 1), (tokens[k].start, tokens[-1].end), "says"
