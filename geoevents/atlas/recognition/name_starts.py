"""Where names may begin in a line: at capitals, and at a month's name that opens a longer one."""

from collections.abc import Sequence

from geoevents.atlas.recognition.lexicon import Word

__all__ = ["starts_of"]

_LINKS = frozenset({"del", "de"})


def starts_of(words: Sequence[Word], capitals: Sequence[int]) -> Sequence[int]:
    """The numbers of the tokens at which a name may begin; ``capitals`` are those of runs, to which no month belongs: "[Mar] del Plata"."""
    if _LINKS.isdisjoint([w.text for w in words]):
        return capitals
    links = [i for i, w in enumerate(words) if w.text in _LINKS]
    months = [
        i - 1 for i in links
        if i and words[i - 1].capital and not words[i - 1].in_run and i + 1 < len(words) and words[i + 1].capital
    ]  # fmt: skip
    return sorted([*capitals, *months]) if months else capitals
