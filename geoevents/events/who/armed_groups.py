"""Names of armed groups in an article, and which "the group" is: the last one that is no place, person, state's body or paper."""

import re
from collections.abc import Set

from geoevents.articles.calendar_words import CALENDAR, CALENDAR_NAME
from geoevents.events.sentence.word_lists import CLOSED, kind_of
from geoevents.events.who.actor_words import GROUP_HEADS, GROUP_WORDS, KINDS_OF_GROUP
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.sectors import SECTOR_NOUNS

__all__ = ["GROUPS", "group_before", "named_groups", "names_group"]

GROUPS = frozenset(DATA["words"]["groups"])
_KINDS = frozenset(DATA["words"]["group_names"])
_CALENDAR = re.compile(CALENDAR_NAME, re.IGNORECASE)
_RUN = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}")
_STARTS = re.compile(r"(?:^|[.!?:\n“\"]\s*)$")
_NOT_ARMED = ("IGO", "MEDIA", "MED_A", "GOV", "JUD", "POL", "MED", "CVL", "CVL_A")
_REACH = 1500  # letters before "the group" in which its name stands


def names_group(name: str) -> bool:
    """True for a name that may be a group's: one word, or an army's and the like; "Hani Ahmed" is a person's."""
    parts = name.split()
    person = 1 < len(parts) <= _PERSON and all(p[0].isupper() for p in parts) and parts[-1] not in _KINDS
    return name[0].isupper() and not person


_PERSON = 3  # words of a person's name


# "M23 rebels", "the Islamic State group": a proper name before a word for armed people.
_HEADED = re.compile(
    rf"\b((?:[A-Z][\w'’-]*|[A-Z]\d+)(?:\s(?:(?:of|al|ul|the)\s)?[A-Z][\w'’-]*){{0,3}})\s(?:{'|'.join(sorted(GROUP_HEADS))})\b"
)


def named_groups(text: str, peoples: Set[str]) -> set[str]:
    """The names of armed groups in front of a word for armed people: "M23 rebels", but not "Sunday gunmen", "Masked gunmen".

    ``peoples`` are the names of peoples and states in the article: "the Syrian rebels" name no group.
    """
    return {name for run in _HEADED.finditer(text) if (name := _name_in(run[1], peoples)) is not None}


def _name_in(run: str, peoples: Set[str]) -> str | None:
    """The words of a run of capitals that name a group; None if they only tell its kind: "Rebel fighters", "NATO forces"."""
    words = [w for w in run.split() if w not in peoples]
    while words and _is_no_name(words[0].lower()):
        words = words[1:]
    name, low = " ".join(words), " ".join(words).lower()
    kind = not words or low in KINDS_OF_GROUP or low in GROUP_WORDS or f"{low}s" in GROUP_WORDS
    return None if kind or _speaks_otherwise(low) else name


def _is_no_name(word: str) -> bool:
    """True for what may stand before a name with a capital: "Meanwhile", "Sunday", "Two", "Suspected", "Pro-Russian"."""
    listed = word in CLOSED or word in CALENDAR
    return listed or word.startswith(("pro-", "anti-")) or kind_of(word, frozenset()) in {"past", "gerund", "M"}


def group_before(words: str, at: int, known: Set[str], *, since: int | None = None) -> str | None:
    """The name of the group that stands last before ``at`` in ``words``, and not before ``since``; None if there is none.

    ``known`` are the names of places and peoples in the article, as written.
    """
    since = max(0, at - _REACH) if since is None else since
    runs = [m for m in _RUN.finditer(words, since, at) if _may_be_group(words, m, known)]
    return runs[-1].group() if runs else None


def _may_be_group(words: str, run: re.Match[str], known: Set[str]) -> bool:
    name = run.group()
    parts = name.split()
    if name.endswith(("'s", "’s")):
        return False  # "Myanmar's military"
    if any(p in known or _CALENDAR.fullmatch(p) for p in (name, *parts)) or _speaks_otherwise(name.lower()):
        return False
    if len(parts) > 1:
        return parts[-1] in _KINDS
    if name.isupper() and len(name) > 1:
        return True  # "M23", "RSF"
    inside = [m for m in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", words) if not _opens(words, m.start())]
    return bool(inside) and not any(_is_surname(words, m.start(), known) for m in inside)


def _opens(words: str, start: int) -> bool:
    return _STARTS.search(words, max(0, start - 3), start) is not None


def _is_surname(words: str, start: int, known: Set[str]) -> bool:
    """True for a word that follows a capital: "Hani Ahmed", but not "Lebanese Hezbollah"."""
    before = words[max(0, start - 40) : start].split(" ")
    return len(before) > 1 and before[-2][:1].isupper() and before[-2].isalpha() and before[-2] not in known


def _speaks_otherwise(name: str) -> bool:
    return any(SECTOR_NOUNS[sector].search(name) for sector in _NOT_ARMED if sector in SECTOR_NOUNS)
