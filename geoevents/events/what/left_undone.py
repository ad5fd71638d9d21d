"""What is named and not told: "ruled out sending", "was prevented from entering", "the worst clashes since the exchange"."""

import re
from collections.abc import Sequence

from geoevents.events.sentence.grammar import GRAMMAR

__all__ = ["TARGETS", "is_compared", "is_left_undone", "stays_target"]

# "ruled out sending", "is considering moving": what is named after them has not been done.
_NOT_DOING = GRAMMAR["left_undone"]
_REPROACH = GRAMMAR["reproaching"] | GRAMMAR["readying"]


def is_left_undone(before: Sequence[str], *, in_ing: bool) -> bool:
    """True where the words before a trigger say that it was only thought of, talked about or left off.

    ``in_ing``: the trigger is a form in -ing; a participle may follow "being": "to avoid being [trapped]".
    """
    if before[-1] == "being" and before[-2:-1] and before[-2] in _NOT_DOING:
        return True
    if not in_ing:
        return False
    imagined = before[-1] == "of" and len(before) > 1 and before[-2] in GRAMMAR["imagined"]  # "the fear of [losing]"
    imagined = imagined or (
        before[-1] == "at" and not GRAMMAR["aiming"].isdisjoint(before[-3:])
    )  # "attacks aimed at [toppling] him"
    named = imagined or before[-1] in _NOT_DOING or _gives_reason(before) or _is_theme(before)
    return named or _is_to_end(before) or _is_kept_from(before)


_INSTEAD = re.compile(r"\b(?:instead of|rather than|short of|nowhere near|incapable of|capable of)$")


def _is_kept_from(before: Sequence[str]) -> bool:
    """True for what somebody did not come to: "were prevented from [entering] X", "stopped short of [sending] troops"."""
    kept = before[-1] == "from" and not GRAMMAR["keeping_from"].isdisjoint(before)
    return kept or _INSTEAD.search(" ".join(before[-3:])) is not None


def _is_to_end(before: Sequence[str]) -> bool:
    """True for what somebody is asked to leave off: "urged X to stop | wrongfully [imposing]"."""
    return any(
        word == "to" and before[k + 1 : k + 2] and before[k + 1] in GRAMMAR["left_off"] for k, word in enumerate(before)
    )


def _is_theme(before: Sequence[str]) -> bool:
    """True for what is voted or talked about: "a vote on [joining] the court"."""
    return before[-1] in {"on", "about"} and not _VOTED.isdisjoint(before)


_VOTED = GRAMMAR["voted_on"]


def _gives_reason(before: Sequence[str]) -> bool:
    """True for what somebody is blamed, thanked, tried or readied for: "rebuked the junta for [executing] four men"."""
    if before[-2:] == ["blamed", "for"] and before[-3:-2] in (["been"], ["was"], ["were"]):
        return False  # "air raids were blamed for [killing] nine": nine died, whoever did it
    return before[-1] == "for" and not _REPROACH.isdisjoint(before)


_SINCE = re.compile(r"\b(?:most|worst|first|only|[a-z]{3,}est)\b.* since(?: [\w-]+){0,3}$")


def is_compared(before: Sequence[str]) -> bool:
    """True for a noun that is only named to compare with: "the most serious clashes since the [exchange] of prisoners"."""
    return "since" in before and _SINCE.search(" ".join(before)) is not None


TARGETS = frozenset({"target", "targets"})
_STAYING = frozenset({"remains", "remain", "frequent", "regular", "constant", "primary", "favourite", "main", "prime"})


def stays_target(words: Sequence[str]) -> bool:
    """True behind "remains a target of"."""
    at = next((k for k, word in enumerate(words) if word in TARGETS and words[k + 1 : k + 2] in (["of"], ["for"])), 0)
    return not _STAYING.isdisjoint(words[max(0, at - 5) : at])
