"""What is only named to compare with: "the most serious clashes since the [exchange] of prisoners"."""

import re
from collections.abc import Sequence

__all__ = ["is_compared"]

_SINCE = re.compile(r"\b(?:most|worst|first|only|[a-z]{3,}est)\b.* since(?: [\w-]+){0,3}$")


def is_compared(before: Sequence[str]) -> bool:
    """True where the words before a noun say that something is the first or the worst since it."""
    return "since" in before and _SINCE.search(" ".join(before)) is not None
