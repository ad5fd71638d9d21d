"""Sources without a verb: "according to X", "citing X", "by X's account", "by their own count"."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.calendar_words import WEEKDAYS
from geoevents.articles.tokens import Token, lowered
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.noun_phrases import object_phrase
from geoevents.events.sentence.phrases import Phrases
from geoevents.events.who.actors import head_of
from geoevents.events.who.claim import Claim
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.heard import SpeakerContext
from geoevents.events.who.referents import subject_of
from geoevents.events.who.sectors import OFFICES, speaks
from geoevents.events.who.speakers import channel_of, speaker_of
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["cited"]

_ACCORDING = Phrases(DATA["phrases"]["according"], behind=r"\s+")


def cited(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    context: SpeakerContext,
    tags: str,
    words: frozenset[str],
) -> Iterator[Claim]:
    """Claims of the sources that a sentence of these ``words`` names."""
    if words and _ACCORDING.search(text, tokens[0].start, tokens[-1].end, words):
        yield from _according(text, tokens, mentions, context, tags)
    if not words.isdisjoint(_ACCOUNTS):
        yield from _by_account(text, tokens, mentions, context)


def _end_of_speaker(tokens: Sequence[Token], first: int) -> int:
    """The token after who is quoted: up to a comma, and with the name behind it: "the mayor, Ihor Berg,"."""
    last = first
    while (
        last < len(tokens)
        and tokens[last].text not in {",", ".", ";"}
        and tokens[last].text not in {"who", "which", "that"}  # "according to the WHO"
    ):
        last += 1
    office = not OFFICES.isdisjoint(t.lower for t in tokens[first:last])
    after = last + 1
    while after < len(tokens) and tokens[after].text[0].isupper():
        after += 1
    closed = after >= len(tokens) or tokens[after].text in {",", ".", ";"}
    named = (
        office and closed and tokens[last : last + 1] and tokens[last].text == "," and 2 <= after - last - 1 <= _NAME
    )
    return after if named else last


_NAME = 4  # words of a person's name
_WITHOUT = re.compile(r"\b(?:without|not)\s+$")  # "the agency said, without | citing sources"


def _before_day(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a speaker ends before a day and what is told behind it: "according to the army | on Monday a man threw a grenade"."""
    for k in range(first + 1, last - 1):
        if tokens[k].lower == "on" and tokens[k + 1].lower in WEEKDAYS:
            return k
    return last


def _according(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext, tags: str
) -> Iterator[Claim]:
    start, end = tokens[0].start, tokens[-1].end
    for match in _ACCORDING.pattern.finditer(lowered(text), start, end):
        first = next((k for k, t in enumerate(tokens) if t.start >= match.end()), None)
        if first is None or not _may_tell(match.group().strip(), tokens, tags, first):
            continue
        if _WITHOUT.search(text, start, match.start()):
            continue
        last = _before_day(tokens, first, _end_of_speaker(tokens, first))
        speaker = speaker_of(text, tokens, (first, last), mentions, context)
        speaker = replace(speaker, channel=channel_of(text[start:end]))
        yield Claim(
            claimant=speaker,
            verb_start=match.start(),
            verb_end=match.end(),
            scope_start=start,
            scope_end=end,
            modality="says",
            speaker_start=match.start(),
            speaker_end=tokens[last - 1].end,
        )


_ACCOUNTS = frozenset(DATA["words"]["accounts"])
_ANY_ACCOUNT = any_of(sorted(_ACCOUNTS))
# "by the ministry's account", "in Kyiv's telling", "on the army's own figures", "by the reckoning of the army"
_BY_ACCOUNT = (
    re.compile(
        rf"\b(?:by|in|on)\s+(?P<who>(?:(?!(?:by|in|on)\b)[\w-]+\s+){{0,5}}[\w-]+)['’]s?\s+(?:own\s+)?(?:{_ANY_ACCOUNT})\b"
    ),
    re.compile(rf"\b(?:by|in|on)\s+the\s+(?:{_ANY_ACCOUNT})\s+of\s+(?:the\s+)?(?P<who>[^,.;:]{{2,60}})"),
)
# "by their count 84 soldiers fell": of whom the sentence is about
_OWN_COUNT = re.compile(rf"\b(?:by|on)\s+(?:its|their|his|her)\s+(?:own\s+)?(?:{_ANY_ACCOUNT})\b")


def _by_account(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    """A source in the possessive: what the sentence tells is its account."""
    start, end = tokens[0].start, tokens[-1].end
    low = lowered(text)
    for match in (m for pattern in _BY_ACCOUNT for m in pattern.finditer(low, start, end)):
        inside = [k for k, t in enumerate(tokens) if match.start("who") <= t.start < match.end("who")]
        if inside:
            yield _account_of(text, tokens, (inside[0], inside[-1] + 1), match.span(), mentions, context)
    for match in _OWN_COUNT.finditer(low, start, end):
        before = sum(t.start < match.start() for t in tokens)
        if (named := subject_of(tokens, before, telling=True)) is not None:
            yield _account_of(text, tokens, named, match.span(), mentions, context)


def _account_of(
    text: str,
    tokens: Sequence[Token],
    who: tuple[int, int],
    at: tuple[int, int],
    mentions: Sequence[Mention],
    context: SpeakerContext,
) -> Claim:
    """The claim of a sentence that is somebody's account; ``at`` are the letters that say so."""
    start, end = tokens[0].start, tokens[-1].end
    speaker = speaker_of(text, tokens, who, mentions, context)
    return Claim(
        claimant=replace(speaker, channel=channel_of(text[start:end])), modality="says",
        verb_start=at[0], verb_end=at[1], scope_start=start, scope_end=end,
        speaker_start=tokens[who[0]].start, speaker_end=tokens[who[1] - 1].end,
    )  # fmt: skip


_REASONS = frozenset({"citing", "quoting", "per the"})  # "citing local officials", but "citing security concerns"
_COLLECTIVES = frozenset(DATA["words"]["collectives"])
_RULES = frozenset(DATA["words"]["rules"])  # "acted according to the protocols"


def _may_tell(opening: str, tokens: Sequence[Token], tags: str, first: int) -> bool:
    """True where what stands behind "according to" or "citing" tells something, and is no rule or reason."""
    if opening in _REASONS:
        return _is_source(tokens, tags, first)
    phrase = object_phrase(tokens, tags, (first, len(tokens)))
    return phrase is None or head_of(tokens[phrase.first : phrase.last]) not in _RULES


def _is_source(tokens: Sequence[Token], tags: str, first: int) -> bool:
    """True where the phrase that begins here names who or what can tell: by its head, a capital or a noun of speakers."""
    phrase = object_phrase(tokens, tags, (first, len(tokens)))
    if phrase is None:
        return True
    inside = tokens[phrase.first : phrase.last]
    head = head_of(inside)
    return speaks(head) or head in _COLLECTIVES or any(t.lower == head and t.text[0].isupper() for t in inside)
