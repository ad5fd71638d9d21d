"""Whose words a paragraph has that begins with a name and a colon: "Mayor Anna Berg: A drone hit a house".

A speaker in capitals, as transcripts have them ("GENERAL KELLY: We lost two"), goes on in the paragraphs behind and ends with the
next label or heading.
"""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.segments import Segment
from geoevents.atlas.mention import Mention
from geoevents.atlas.names import fold
from geoevents.atlas.recognition.words import GIVEN_NAMES, HEAD_OF, PERSONS
from geoevents.events.event import Claimant, Span
from geoevents.events.telling import Telling
from geoevents.events.who.claim import Claim
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.issuer import ASSERTED, said_by
from geoevents.events.who.sectors import sector_of
from geoevents.events.who.speakers import named_by
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["as_labelled"]

_LABEL = re.compile(
    r"(?:[-*•–—]\s+)?(?P<name>[^\W\d_][\w.'’,-]*(?:[^\S\n]+[\w.'’(),-]+){0,11}):[^\S\n]+(?=[“\"'‘]?[A-Z])"
)
_NO_SPEAKERS, _ASKING = frozenset(DATA["words"]["labels"]), frozenset(DATA["words"]["asking"])
_NAME = re.compile(r"(?:^|\s)[A-Z][\w'’-]+(?:\s(?:(?:al|el|bin|de|van|von|da|la)\s)*[A-Z][\w'’-]+)+$")
_LONGEST = 90  # letters of a label


def as_labelled(
    text: str, segments: Sequence[Segment], mentions: Sequence[Mention], tellings: Sequence[Telling]
) -> list[Telling]:
    """Tellings in which whoever a paragraph is labelled with says what nobody else is told to say in it."""
    said = [*_spoken(text, segments, mentions)] if ":" in text and tellings else []
    if not said:
        return list(tellings)
    return [_with_speaker(t, said) for t in tellings]


def _with_speaker(telling: Telling, said: Sequence[Claim]) -> Telling:
    open_to_it = (not telling.claims or telling.inherited_claim) and telling.hit.category in ASSERTED
    own = [c for c in said if c.scope_start <= telling.hit.trigger.start < c.scope_end] if open_to_it else []
    return replace(telling, claims=(own[-1],), inherited_claim=False) if own else telling


def _spoken(text: str, segments: Sequence[Segment], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """What stands under a name, label by label."""
    heads = [s for k, s in enumerate(segments) if k == 0 or s.paragraph != segments[k - 1].paragraph]
    ends = {s.paragraph: s.end for s in segments}
    speaker: Claimant | None = None
    for head in heads:
        label = _LABEL.match(text, head.start, min(len(text), head.start + _LONGEST))
        name = label["name"] if label is not None else ""
        if label is None or head.kind == "heading":
            speaker = None if head.kind == "heading" else speaker
        elif name.lower() in _ASKING or (who := _speaker(text, label, mentions)) is None:
            speaker = None
        elif _is_shouted(name):
            speaker = replace(who, name=_in_small(who.name))
        else:
            speaker = None
            yield said_by(who, label.end(), ends[head.paragraph])
        if speaker is not None:
            yield said_by(speaker, head.start, ends[head.paragraph])


def _speaker(text: str, label: re.Match[str], mentions: Sequence[Mention]) -> Claimant | None:
    """The person or body that a label names; None for "Idlib Province:", "Live Updates:", "Our correspondent found this:"."""
    name = label["name"]
    words = {w.strip(".,()") for w in name.lower().split()}
    if not _NO_SPEAKERS.isdisjoint(words):
        return None
    shouted = _is_shouted(name)
    first, _, aside = name.partition(", ")
    titled = sector_of(name.lower()) is not None
    person = (shouted and len(first.split()) > 1) or _NAME.search(first) is not None
    if _AREAS.search(first.lower()) or (not (person and titled) and _is_place(label, mentions)):
        return None
    if not (person and (titled or not aside)) and not (titled and first[-1:].isalpha() and name == name.title()):
        return None
    if not titled and not shouted and _PERSONS.isdisjoint(map(fold, first.split())):
        return None  # "Deadly Weekend: ..."
    who = named_by(text, Span(*label.span("name")), mentions)
    return replace(who, stance="asserts") if who is not None else None


_AREAS = re.compile(rf"\b(?:{any_of(sorted(HEAD_OF))})$")
_PERSONS = GIVEN_NAMES.union(*PERSONS.values())


def _is_place(label: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """True where the label ends in the name of a place: "Idlib Province", "Deir Ezzor"."""
    start, end = label.span("name")
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    last = label["name"].split()[-1].lower()
    return any(m.end == end or m.head == last for m in inside)


def _is_shouted(name: str) -> bool:
    """True for a name in capitals: "JAMIE SHEA", "ADMIRAL McCONNELL"."""
    return sum(map(str.isupper, name)) > sum(map(str.islower, name)) * _SHOUTED and len(name) > 1


_SHOUTED = 4  # capitals to a small letter


def _in_small(name: str) -> str:
    return " ".join(w.capitalize() if w.isupper() else w for w in name.split())
