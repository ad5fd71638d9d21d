"""Who says so: claimants, what they claim and how, and denials of what was said before (``events.md`` 4.7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from geoevents.articles.segments import ABBREVIATIONS
from geoevents.articles.tokens import Token, lowered
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Parse
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.noun_phrases import object_phrase
from geoevents.events.sentence.phrases import Phrases
from geoevents.events.who.actors import head_of
from geoevents.events.who.answer_phrases import (
    calls_false_what_follows,
    calls_untrue,
    confirms_before,
    denies_before,
    holds_on,
)
from geoevents.events.who.claim import Claim, ClaimKind
from geoevents.events.who.indirect import INDIRECT, indirect_claims
from geoevents.events.who.passive_denials import denied_by
from geoevents.events.who.saying import DENIES, VERBS, is_deed, is_saying, kind_of, next_deed, tells_that
from geoevents.events.who.speaker_spans import DATA, PRONOUNS, is_verb, speaker_span
from geoevents.events.who.speakers import OFFICES, SpeakerContext, channel_of, speaker_of, speaks
from geoevents.values import replace

__all__ = ["claims_in"]

_TELLING = VERBS | {"that"}  # a verb that nobody knows tells something if "that" follows
_ANAPHORIC = Phrases(DATA["phrases"]["anaphoric_denial"])
_ACCORDING = Phrases(DATA["phrases"]["according"], behind=r"\s+")


def claims_in(text: str, parsed: Parse, mentions: Sequence[Mention], context: SpeakerContext) -> tuple[Claim, ...]:
    """Claims of one sentence in text order; ``context`` is read for pronouns and bodies told before, and kept up to date."""
    tokens, tags = _without_stops_inside(parsed.tokens, parsed.tags)
    words = parsed.words
    found = [*_spoken(text, tokens, mentions, context, tags, words)] if not words.isdisjoint(_TELLING) else []
    if words and _ACCORDING.search(text, tokens[0].start, tokens[-1].end, words):
        found += _according(text, tokens, mentions, context, tags)
    if not words.isdisjoint(_ACCOUNTS):
        found += _by_account(text, tokens, mentions, context)
    if not words.isdisjoint(INDIRECT):
        found += indirect_claims(text, tokens, tags, mentions, context)
    if not words.isdisjoint(DENIES) and "by" in words:
        found += denied_by(text, tokens, mentions, context)
    found = _without_repeats(found) if len(found) > 1 else found
    for claim in found:
        context.remember(claim.claimant)
    return tuple(sorted(found, key=lambda c: c.verb_start))


def _without_stops_inside(tokens: Sequence[Token], tags: str) -> tuple[Sequence[Token], str]:
    """The tokens and their classes without the stops of short words and initials: "said Lt | Gen | Pedro Cruz"."""
    stops = {k for k in range(1, len(tokens) - 1) if tokens[k].text == "." and _is_short(tokens[k - 1])}
    if not stops:
        return tokens, tags
    kept = [k for k in range(len(tokens)) if k not in stops]
    return [tokens[k] for k in kept], "".join(tags[k] for k in kept)


def _is_short(word: Token) -> bool:
    return word.lower in ABBREVIATIONS or (len(word.text) == 1 and word.text.isupper())


def _without_repeats(found: Sequence[Claim]) -> list[Claim]:
    """One claim a verb; "mentioned no damage" after "said" of the same speaker adds nothing."""
    kept: list[Claim] = []
    for claim in found:
        if all(claim.verb_start != k.verb_start for k in kept):
            kept.append(claim)
    return kept


def _spoken(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    context: SpeakerContext,
    tags: str,
    words: frozenset[str],
) -> Iterator[Claim]:
    last: tuple[int, int] | None = None
    open_claim: Claim | None = None
    that = "that" in words
    for i, token in enumerate(tokens):
        if is_saying(tokens, tags, i) if token.lower in VERBS else that and tells_that(tokens, tags, i):
            goes_on = last is not None and (_shares_subject(tokens, i) or token.lower in _GOING_ON)
            subject = last if goes_on else speaker_span(tokens, i)
            if subject is None or tokens[subject[0]].lower in _NOBODY or _in_relative(tokens, subject):
                continue
            if open_claim is not None:
                joined = subject == last and open_claim.scope_end > tokens[i - 1].start > open_claim.scope_start
                yield replace(open_claim, scope_end=tokens[i - 1].start) if joined else open_claim
            last, open_claim = subject, _claim(text, tokens, i, subject, mentions, context, words)
            if open_claim.modality == "denies" and (turn := next_deed(tokens, tags, i)) is not None:
                open_claim = replace(open_claim, scope_end=tokens[turn].start)
    if open_claim is not None:
        yield open_claim


def _in_relative(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """True for a pronoun behind what it declared: "breaking a truce | they | had declared"."""
    return subject[1] - subject[0] > 2 and tokens[subject[1] - 1].lower in PRONOUNS


_NOBODY = frozenset({"nobody", "neither", "none"})  # "Nobody claimed the attack"
_GOING_ON = frozenset({"saying", "claiming", "denying", "adding"})  # the speaker of the sentence says more


def _shares_subject(tokens: Sequence[Token], i: int) -> bool:
    """True for the second of two verbs of one speaker: "rejected the claim and said"."""
    return i > 0 and tokens[i - 1].lower in {"and", "but"}


def _claim(
    text: str,
    tokens: Sequence[Token],
    verb: int,
    subject: tuple[int, int],
    mentions: Sequence[Mention],
    context: SpeakerContext,
    words: frozenset[str],
) -> Claim:
    kind = kind_of(tokens, verb)
    start, end = tokens[0].start, tokens[-1].end
    speaker = speaker_of(text, tokens, subject, mentions, context)
    speaker = replace(speaker, channel=channel_of(text[start:end]), stance=_stance(kind))
    false = calls_false_what_follows(text, tokens[verb].start, words)
    act = is_deed(tokens, verb) and not false
    scope = (tokens[verb].start, tokens[verb].end) if act else _scope(text, tokens, verb, subject)
    match = _ANAPHORIC.search(text, start, end, words)
    listed = match is not None and (
        kind == "denies" or "not" in match.group() or "false" in match.group() or "untrue" in match.group()
    )
    said = min(tokens[verb].start, scope[0]), scope[1]
    anaphoric = listed or denies_before(text, tokens[subject[0]].start, tokens[verb].start, said, words)
    untrue = None if anaphoric or act else calls_untrue(text, said, words)
    if untrue is not None:
        scope = untrue
    if anaphoric or untrue is not None or false:
        kind, speaker = "denies", replace(speaker, stance="denies")
    own = (
        not anaphoric
        and tokens[0].lower != "no"
        and confirms_before(text, tokens[subject[0]].start, tokens[verb].start, end, words)
    )
    return Claim(
        claimant=speaker, verb_start=tokens[verb].start, verb_end=tokens[verb].end, scope_start=scope[0], scope_end=scope[1],
        modality=kind,
        anaphoric=anaphoric, seconds=own, act=act, holds=not anaphoric and not act and holds_on(text, scope, words),
        speaker_start=tokens[subject[0]].start, speaker_end=tokens[subject[1] - 1].end,
    )  # fmt: skip


def _stance(kind: ClaimKind) -> Literal["asserts", "denies", "confirms", "doubts", "announces"]:
    return "asserts" if kind == "says" else kind


_LAID = frozenset({"blamed", "attributed"})
# "said on Tuesday that", "told reporters in Doha that": when and where it was said is no part of what is said.
_THAT = re.compile(
    r"\s*(?:(?:on|in|at|from|late|early|earlier|to|via|during|through|by|reporters|journalists|\w+day)\b[^,;]{0,50}?\s)?(?P<that>that)\b",
    re.IGNORECASE,
)


_WHEN = re.compile(r",\s+(?:when|as)\b")  # "Forty died, the ministry said, when planes bombed X"


def _scope(text: str, tokens: Sequence[Token], verb: int, subject: tuple[int, int]) -> tuple[int, int]:
    """What is said: after the verb (and a date or place), or before a trailing speaker; of both, the longer side."""
    start, end = tokens[0].start, tokens[-1].end
    if tokens[verb].lower in _LAID and tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in {"on", "to"}:
        return start, tokens[subject[0]].start  # "two attacks that officials blamed on rebels"
    left_end = tokens[min(verb, subject[0])].start
    right_start = tokens[max(verb + 1, subject[1]) - 1].end
    left, right = text[start:left_end], text[right_start:end]
    that = _THAT.match(right)
    if that is not None:
        return right_start + that.start("that"), end
    if re.match(r"\s*(?:[^,]{0,60}\s)?that\b", right) or (subject[0] <= 1 and subject[1] <= verb):
        return right_start, end
    relative = tokens[verb - 1].text in {"who", "which"}  # ", a faction who rejected a deal"
    trailing = not relative and left.rstrip().endswith((",", "”", '"', "»", "”,"))
    before = tokens[: min(verb, subject[0])]
    if trailing and tokens[0].lower in GRAMMAR["adverbial_starts"] and not any(is_verb(t) for t in before):
        # "In the A region, the army says, two villages have been won back"; "Near A, troops claimed to have won two villages"
        return (start if right.startswith(",") else right_start), end
    if trailing and len(left) >= 20:
        return start, end if _WHEN.match(right) else left_end
    return right_start, end


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


def _according(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext, tags: str
) -> Iterator[Claim]:
    start, end = tokens[0].start, tokens[-1].end
    for match in _ACCORDING.pattern.finditer(lowered(text), start, end):
        first = next((k for k, t in enumerate(tokens) if t.start >= match.end()), None)
        if first is None or not _may_tell(match.group().strip(), tokens, tags, first):
            continue
        last = _end_of_speaker(tokens, first)
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
# "by the ministry's account", "in Kyiv's telling", "on the army's own figures"
_BY_ACCOUNT = re.compile(
    rf"\b(?:by|in|on)\s+(?P<who>(?:(?!(?:by|in|on)\b)[\w-]+\s+){{0,5}}[\w-]+)['’]s?\s+(?:own\s+)?(?:{'|'.join(sorted(_ACCOUNTS))})\b"
)


def _by_account(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    """A source in the possessive: what the sentence tells is its account."""
    start, end = tokens[0].start, tokens[-1].end
    for match in _BY_ACCOUNT.finditer(lowered(text), start, end):
        inside = [k for k, t in enumerate(tokens) if match.start("who") <= t.start < match.end("who")]
        if not inside:
            continue
        speaker = speaker_of(text, tokens, (inside[0], inside[-1] + 1), mentions, context)
        yield Claim(
            claimant=replace(speaker, channel=channel_of(text[start:end])), modality="says",
            verb_start=match.start(), verb_end=match.end(), scope_start=start, scope_end=end,
            speaker_start=match.start("who"), speaker_end=match.end("who"),
        )  # fmt: skip


_REASONS = frozenset({"citing", "quoting"})  # "citing local officials", but "citing security concerns"
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
    return speaks(head) or any(t.lower == head and t.text[0].isupper() for t in inside)
