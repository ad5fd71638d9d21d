"""Denials told in the passive: "reports that X had fallen were dismissed by the army", ", a claim rejected by the army"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.sentence.word_lists import BE
from geoevents.events.who.claim import Claim
from geoevents.events.who.heard import SpeakerContext
from geoevents.events.who.saying import DENIES, is_apposed_answer
from geoevents.events.who.speakers import speaker_of
from geoevents.values import replace

__all__ = ["denied_by"]


def denied_by(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], context: SpeakerContext
) -> Iterator[Claim]:
    """Denials in the passive: "reports that X had fallen were dismissed by the army"; without "that", and in apposition
    (", a claim rejected by X"), of what was told before.
    """
    for i in range(1, len(tokens) - 2):
        if tokens[i].lower not in DENIES or tokens[i + 1].lower != "by":
            continue
        apposed = is_apposed_answer(tokens, i)
        if not apposed and tokens[i - 1].lower not in BE:
            continue
        last = next((k for k in range(i + 2, len(tokens)) if tokens[k].text in {",", ".", ";"}), len(tokens))
        speaker = speaker_of(text, tokens, (i + 2, last), mentions, context)
        yield Claim(
            claimant=replace(speaker, stance="denies", channel=None), modality="denies",
            verb_start=tokens[i].start, verb_end=tokens[i].end,
            scope_start=tokens[i if apposed else 0].start, scope_end=tokens[i].end if apposed else tokens[i - 1].start,
            anaphoric=apposed or not _has_content(tokens[:i]),
            speaker_start=tokens[i + 2].start, speaker_end=tokens[last - 1].end,
        )  # fmt: skip


def _has_content(tokens: Sequence[Token]) -> bool:
    """True where it is told what is denied: "reports | that", "claims | of", "a claim by X | to have"."""
    words = [t.lower for t in tokens]
    return "that" in words or "of" in words or ("to", "have") in pairwise(words)
