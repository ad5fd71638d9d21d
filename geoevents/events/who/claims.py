"""Who says so: claimants, what they claim and how, and denials of what was said before (``events.md`` 4.7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from geoevents.articles.segments import ABBREVIATIONS
from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.clauses import Parse
from geoevents.events.sentence.phrases import Phrases
from geoevents.events.who.answer_phrases import (
    calls_false_what_follows,
    calls_untrue,
    confirms_before,
    denies_before,
    end_of_aside,
    not_true_that,
)
from geoevents.events.who.cited import cited
from geoevents.events.who.claim import Claim, ClaimKind
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.heard import SpeakerContext
from geoevents.events.who.holding import holds_on
from geoevents.events.who.indirect import INDIRECT, indirect_claims
from geoevents.events.who.passive_denials import denied_by
from geoevents.events.who.relative_speakers import before_which
from geoevents.events.who.saying import DENIES, VERBS, is_deed, is_saying, kind_of, next_deed, takes_back, tells_that
from geoevents.events.who.scopes import names_as, scope_of
from geoevents.events.who.speaker_spans import GOING_ON, PRONOUNS, speaker_span
from geoevents.events.who.speakers import channel_of, speaker_of
from geoevents.values import replace

__all__ = ["claims_in"]

_ACCUSING = frozenset({"accused", "accuses", "accusing"})
_TELLING = VERBS | {"that"}  # a verb that nobody knows tells something if "that" follows
_ANAPHORIC = Phrases(DATA["phrases"]["anaphoric_denial"])


def claims_in(text: str, parsed: Parse, mentions: Sequence[Mention], context: SpeakerContext) -> tuple[Claim, ...]:
    """Claims of one sentence in text order; ``context`` is read for pronouns and bodies told before, and kept up to date."""
    tokens, tags = parsed.tokens, parsed.tags
    if "." in parsed.lows[1:-1]:
        tokens, tags = _without_stops_inside(tokens, tags)
    words = parsed.words
    found = [*_spoken(text, tokens, mentions, context, tags, words)] if not words.isdisjoint(_TELLING) else []
    found += cited(text, tokens, mentions, context, tags, words)
    if not words.isdisjoint(INDIRECT):
        found += indirect_claims(text, tokens, tags, mentions, context)
    if not words.isdisjoint(DENIES) and "by" in words:
        found += denied_by(text, tokens, mentions, context)
    found = _owned_up(text, _without_repeats(found)) if len(found) > 1 else found
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


def _owned_up(text: str, found: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, where who denied a deed and then admits it owns it: "denied hitting X, then admitted that"."""
    denied = {c.claimant.name: c.verb_start for c in found if c.modality == "denies"}
    return [
        replace(c, seconds=True)
        if c.modality == "confirms"
        and denied.get(c.claimant.name, c.verb_start) < c.verb_start
        and _AFTERWARDS.search(text, 0, c.verb_start)
        else c
        for c in found
    ]


_AFTERWARDS = re.compile(r"\b(?:later|then|afterwards|eventually|finally|subsequently)\s+$")


def _spoken(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    context: SpeakerContext,
    tags: str,
    words: frozenset[str],
) -> Iterator[Claim]:
    open_claim: Claim | None = None
    spoken = _verbs_of_speakers(tokens, tags, "that" in words)
    for n, (i, subject) in enumerate(spoken):
        last = spoken[n - 1][1] if n else None
        if open_claim is not None:
            joined = subject == last and open_claim.scope_end > tokens[i - 1].start > open_claim.scope_start
            yield replace(open_claim, scope_end=tokens[i - 1].start) if joined else open_claim
        own = _own_words(tokens, spoken, n)
        open_claim = _claim(text, tokens, i, subject, mentions, context, words, tags, own)
        if open_claim.modality == "denies" and (turn := next_deed(tokens, tags, i)) is not None:
            open_claim = replace(open_claim, scope_end=tokens[turn].start)
    if open_claim is not None:
        yield open_claim


def _verbs_of_speakers(tokens: Sequence[Token], tags: str, that: bool) -> list[tuple[int, tuple[int, int]]]:
    """The verbs of saying of a sentence, each with the span of its speaker; ``that``: the sentence has the word."""
    found: list[tuple[int, tuple[int, int]]] = []
    for i, token in enumerate(tokens):
        if (
            is_saying(tokens, tags, i)
            if token.lower in VERBS
            else that and tags[i] == "V" and tells_that(tokens, tags, i)
        ):
            goes_on = bool(found) and (_shares_subject(tokens, i) or token.lower in GOING_ON)
            subject = found[-1][1] if goes_on else speaker_span(tokens, i, tags)
            if subject is None and token.lower in DENIES:
                subject = before_which(tokens, i)
            if subject is not None and tokens[subject[0]].lower not in _NOBODY and not _in_relative(tokens, subject):
                found.append((i, subject))
    return found


def _own_words(tokens: Sequence[Token], spoken: Sequence[tuple[int, tuple[int, int]]], n: int) -> tuple[int, int]:
    """From where to where a speaker's words may answer what was told before: not past the next speaker who opens a clause
    of his own, nor before the last one's verb: "the army said X had fallen; | the rebels said this was not so".
    """
    verb, speaker = spoken[n]
    first = tokens[min(speaker[0], verb) if n else 0].start
    after = next((s for _, s in spoken[n + 1 :] if s[0] > verb and tokens[s[0] - 1].lower in _OPENS), None)
    return first, tokens[after[0]].start if after is not None else tokens[-1].end


_OPENS = frozenset({",", ";", "and", "but", "while", "whereas", "although", "though"})


def _in_relative(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """True for a pronoun behind what it declared: "breaking a truce | they | had declared"."""
    return subject[1] - subject[0] > 2 and tokens[subject[1] - 1].lower in PRONOUNS


_NOBODY = frozenset({"nobody", "neither", "none", "whom"})  # "Nobody claimed the attack"


def _shares_subject(tokens: Sequence[Token], i: int) -> bool:
    """True for the second of two verbs of one speaker: "rejected the claim and said", "denied it but later admitted"."""
    k = i - 1
    while k > 0 and tokens[k].lower in _LATER:
        k -= 1
    then = k < i - 1 and tokens[k].text == "," and tokens[k + 1].lower == "then"
    return k >= 0 and (tokens[k].lower in {"and", "but"} or then)


_LATER = frozenset({"later", "then", "afterwards", "also", "subsequently", "eventually", "finally", "now"})


def _claim(
    text: str,
    tokens: Sequence[Token],
    verb: int,
    subject: tuple[int, int],
    mentions: Sequence[Mention],
    context: SpeakerContext,
    words: frozenset[str],
    tags: str,
    own_words: tuple[int, int],
) -> Claim:
    kind = kind_of(tokens, verb)
    start, end = tokens[0].start, tokens[-1].end
    speaker = speaker_of(text, tokens, subject, mentions, context)
    named_as = names_as(tokens, subject)
    kind = "says" if named_as and kind == "announces" else kind
    speaker = replace(speaker, channel=channel_of(text[start:end]), stance=_stance(kind))
    false = calls_false_what_follows(text, tokens[verb].start, words)
    act = is_deed(tokens, verb) and not false and not named_as
    scope = (tokens[verb].start, tokens[verb].end) if act else scope_of(text, tokens, tags, verb, subject)
    match = _ANAPHORIC.search(text, *own_words, words)
    listed = match is not None and (kind == "denies" or match.group().partition(" ")[0] in _IS)
    said = max(min(tokens[verb].start, scope[0]), own_words[0]), min(scope[1], own_words[1])
    untrue = not_true_that(text, said, words)
    anaphoric = untrue is None and (
        listed or denies_before(text, tokens[subject[0]].start, tokens[verb].start, said, words)
    )
    if untrue is None and not (anaphoric or act):
        untrue = calls_untrue(text, said, words)
    if untrue is not None:
        scope = untrue
    if anaphoric or (kind == "denies" and not act):
        scope = scope[0], max(scope[0], min(scope[1], own_words[1]))
    if anaphoric or untrue is not None or false:
        kind, speaker = "denies", replace(speaker, stance="denies")
    aside = end_of_aside(text, tokens[verb].end, scope[1]) if anaphoric and kind == "denies" else None
    if aside is not None:
        scope = scope[0], aside
    own = (
        not anaphoric
        and tokens[0].lower != "no"
        and confirms_before(text, tokens[subject[0]].start, tokens[verb].start, end, words)
    )
    last = (
        subject[1] - 1 - (tokens[subject[1] - 1].text == ",")
    )  # "said the mayor, Anna Berg|, and ten men were arrested"
    return Claim(
        claimant=speaker, verb_start=tokens[verb].start, verb_end=tokens[verb].end, scope_start=scope[0], scope_end=scope[1],
        modality=kind,
        anaphoric=anaphoric, seconds=own, act=act, holds=not anaphoric and not act and holds_on(text, scope, words),
        accuses=tokens[verb].lower in _ACCUSING, aside=aside is not None, takes_back=takes_back(tokens, verb),
        speaker_start=tokens[subject[0]].start, speaker_end=tokens[last].end,
    )  # fmt: skip


_IS = frozenset({"was", "is", "were", "are", "did"})  # "this was a lie": whatever the verb of saying is


def _stance(kind: ClaimKind) -> Literal["asserts", "denies", "confirms", "doubts", "announces"]:
    return "asserts" if kind == "says" else kind
