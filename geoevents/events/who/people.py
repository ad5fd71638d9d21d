"""Who the persons of an article are: the names it uses, and which of them hold an office or need no introduction."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geoevents.atlas.mention import Mention
from geoevents.values import dataclass
from geoevents.words import any_of, sets_of

__all__ = ["NOBODY", "People", "people_of"]

_SETS = sets_of("geoevents.events.who", "people_words.toml")
_TITLES, _BODIES, _OPENERS = (_SETS[key] for key in ("titles", "bodies", "openers"))
_PARTICLE = any_of(sorted(_SETS["particles"]))
# Runs of several capitals with small words between them: "Israeli Prime Minister Benjamin Netanyahu", "Ursula von der Leyen".
_RUN = re.compile(rf"(?<![\w-])[A-Z][\w'’-]*+(?:\s(?:(?:{_PARTICLE})\s){{0,2}}[A-Z][\w'’-]*+){{1,6}}")
_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z][a-z-]+)[^\S\n]+$")
_SMALL = _SETS["small"]
# ", the defence minister,", ", 28,": what stands behind a name.
_ASIDE = re.compile(r",\s+(?:\d{1,2}\b|(?:an?|the|his|her|its|their|who)\s+[^,.;]{1,80})")
_OF_GROUP = re.compile(rf"\s(?:{any_of(sorted(_SETS['groups']))})\b")  # "Ethnic Karen fighters"
_NO_SURNAMES = _BODIES | _TITLES
_OF_OFFICE = re.compile(rf"\b(?:{'|'.join(sorted(_TITLES - {'state', 'first', 'special', 'high', 'foreign'}))})s?\b")


@dataclass(frozen=True, slots=True)
class People:
    """Names by which an article calls persons: all, and those of officials (first and last words, as written, and in small letters)."""

    names: frozenset[str]
    officials: frozenset[str]
    in_small: frozenset[str]


NOBODY = People(frozenset(), frozenset(), frozenset())


def people_of(text: str, mentions: Sequence[Mention]) -> People:
    """The persons of an article; a surname alone means one after the full name stood anywhere in it.

    An official has a title or an office beside the name, or is named in full without any introduction, as wires name
    heads of state.  "A shopkeeper, Hani Ahmed" and "Hani Ahmed, 28" are persons without office.
    """
    named = sorted(m.start for m in mentions)
    demonyms = frozenset(m.start for m in mentions if m.role == "demonym")
    introduced: dict[str, bool] = {}
    for match in _RUN.finditer(text):
        for name, official in _person(text, match, named=named, demonyms=demonyms):
            introduced.setdefault(name, official)
    officials = frozenset([name for name, office in introduced.items() if office])
    return People(frozenset(introduced), officials, frozenset(map(str.lower, officials)))


def _person(
    text: str, match: re.Match[str], *, named: Sequence[int], demonyms: frozenset[int]
) -> Iterator[tuple[str, bool]]:
    words = match.group().split()
    titled = max([k for k, w in enumerate(words) if w.lower() in _TITLES], default=-1)
    while titled < 0 and words and words[0].lower() in _OPENERS:
        words = words[1:]
    name = words[titled + 1 :]
    if not name or (len(name) < 2 and titled < 0) or _bare(name[-1]).lower() in _NO_SURNAMES:
        return
    start = match.end() - len(" ".join(name))
    while name and start in demonyms:
        start, name = start + len(name[0]) + 1, name[1:]
    if titled < 0 and _OF_GROUP.match(text, match.end()):
        return
    if len(name) < (1 if titled >= 0 else 2) or _stands_in(named, start, match.end()):
        return
    official = titled >= 0 or _holds_office(text, start, match.end())
    for word in {_bare(name[-1]), _bare(name[0])}:
        if len(word) > 1:
            yield word, official


def _stands_in(ascending: Sequence[int], start: int, end: int) -> bool:
    k = bisect_left(ascending, start)
    return k < len(ascending) and ascending[k] < end


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word.endswith(("s", "'", "’")) else word


_POSSESSIVE = re.compile(r"['’]s?$")


def _holds_office(text: str, start: int, end: int) -> bool:
    """True where the words beside a name tell an office, or none tells that its bearer is anybody else."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is not None and before.group(1) not in _SMALL:
        return before.group(1) in _TITLES or before.group(1).endswith(("ing", "ed"))
    aside = _ASIDE.match(text, end)
    return aside is None or aside.group().startswith(", who") or _OF_OFFICE.search(aside.group()) is not None
