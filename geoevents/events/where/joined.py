"""Places that a sentence joins to those of a hit: over an aside or a bracket, by "and then", as the other end of a range."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.where.locatives import with_group
from geoevents.words import any_of, patterns_of

__all__ = ["joined_on", "opens_range", "with_more_in"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# "into A, near the border, and B", "in A, across the river, and in B": an aside between two members of a list.
_PAST_ASIDE = re.compile(
    r",\s+(?!(?:who|which|where|when|while|whose|as|and|but|said|according|[\w-]+ing)\b)[^,.;:]{3,60},\s+and\s+"
    r"(?:(?:also\s+)?(?:in|at|near|around|over|on|outside|into)\s+)?(?:the\s+)?(?:(?:city|town|village|port)\s+of\s+)?"
)
_AND_AT = re.compile(
    r"\s*,?\s+and\s+(?:also\s+)?(?:in|at|near|around|over|outside)\s+(?:the\s+)?"
)  # "for A and around B"
# "bombed A and the rebel stronghold of B"
# "A (X region), B": what only says where a member of a list lies
_PAST_BRACKET = re.compile(
    r"\s*\([^()]{3,50}\)\s*(?:,\s*(?:and\s+)?|and\s+)(?:(?:in|at|near|around|over|outside|close\s+to)\s+)?(?:the\s+)?"
)
_AND_NOUN_OF = re.compile(
    rf"(?:,\s+|\s*,?\s+and\s+)(?:the|its|a)\s+(?:[\w-]+\s+){{0,3}}(?:{_ANY['listed_as']})\s+of\s+"
)
# "the A and B regions and occupied C"
_AND_HELD = re.compile(
    rf"(?:\s+(?:{_ANY['parts']}))?\s*,?\s+and\s+(?:(?:in|over|near)\s+)?(?:the\s+)?(?:[\w-]+-)?(?:{any_of(GRAMMAR['held_land'])})\s+"
)
# "the airport of A and the positions of government forces near B"
_AND_THEIRS = re.compile(
    rf"(?:\s+(?:{_ANY['sites']}))?\s*,?\s+and\s+(?:the\s+|an?\s+|their\s+|its\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:(?i:{_ANY['sites']})|positions?|posts?|outposts?|bases|checkpoints)\s+"
    r"(?:of\s+(?:[\w-]+\s+){1,6}|held\s+by\s+(?:[\w-]+\s+){1,4})?(?:near|outside|in|at|around)\s+(?:the\s+)?"
)
# "A in the X region and the town of B", "A in X State and in B": where a member of a list lies
_PAST_AREA = re.compile(
    r"\s*,?\s+in\s+(?:the\s+)?[\w'’ -]{3,40}?,?\s+and\s+(?:(?:in|at|near|around|on)\s+)?(?:the\s+)?"
    rf"(?:(?:{_ANY['settlement']})\s+of\s+)?"
)
# "A and five villages in the north, among them B and C"
_SEVERAL = rf"\d+|{spelled(2, 20)}|several|other|dozens\s+of|an?\s+(?:dozen|number\s+of|handful\s+of)"
_AND_SEVERAL = re.compile(
    rf"\s*,?\s+and,?\s+(?:[^,.;:]{{3,30}},\s+)?(?:{_SEVERAL})\s+(?:[\w-]+\s+){{0,2}}?(?:{_ANY['settlements']})\b[^.;:]{{0,60}}?,?\s+"
    rf"(?:including|among\s+(?:them|which)|such\s+as)\s+(?:the\s+)?(?:(?:{_ANY['settlement']}|{_ANY['settlements']})\s+of\s+)?"
)
# "the A community and the B community"
_AND_LIKE = re.compile(r"\s+(?P<noun>[a-z]+)s?\s*(?:,|,?\s+and)\s+(?:the\s+)?")
# "A and, further north, B", "A, along with B", "A in the west, B in the south"
_AND_ASIDE = re.compile(r"\s*,?\s+and,\s+[^,.;:]{3,40},\s+(?:(?:in|at|near|around|over)\s+)?(?:the\s+)?")
_WITH_IT = re.compile(rf"\s*,?\s+(?:along|together)\s+with\s+(?:the\s+)?(?:(?:{_ANY['settlement']})\s+of\s+)?")
_BY_SIDE = re.compile(
    r"\s+in\s+the\s+(?:far\s+)?(?:north|south|east|west|cent(?:re|er))[\w-]*(?:,|,?\s+and)\s+(?:(?:in|at|near|around|over)\s+)?(?:the\s+)?"
)
_THEN = re.compile(r"[^.;:]{0,60},?\s+and\s+then\s+(?:the\s+)?")
# "killed seven in an attack on A on Monday, and two more in B"
_AND_MORE_IN = re.compile(
    rf"[^.;:]{{0,40}}?,?\s+and\s+(?:(?:another|a\s+further)\s+(?:\d+|{spelled(2, 20)})|(?:\d+|{spelled(1, 20)})\s+(?:more|others?))\s+"
    rf"(?:(?:people|civilians|soldiers|men|women|children)\s+)?(?:in|at|near|outside)\s+(?:the\s+)?(?:(?:{_ANY['settlement']})\s+of\s+)?"
)
_TO_THE_OTHER_END = re.compile(
    r"(?:\s+in\s+the\s+(?:far\s+)?[\w-]+)?\s+to\s+(?:the\s+)?"
)  # ", from A in the west to B"
_FROM_ONE_END = re.compile(
    rf"\b(?:{_ANY['settlements']}|{_ANY['spread_over']})\b[^.;:,]{{0,30}},?\s+from\s+(?:the\s+)?$"
)
_ENDS = re.compile(r"\s*(?:[,.;()]|$|(?:in|on|at|last|this|earlier|over|and)\b)")


def joined_on(text: str, told: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """Places of a hit with those joined to the last one over an aside, by "and then", or as the other end of a range."""
    found = list(told)
    for mention in eligible:
        last = found[-1] if found else None
        if last is None or mention.start < last.end or mention in found:
            continue
        if _AND_AT.fullmatch(text, last.end, mention.start) or _is_next(text, last, mention, eligible):
            found += [m for m in with_group([mention], eligible) if m.start >= mention.start]
    return found


def with_more_in(text: str, told: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """Places of an attack with that of more of its dead: "killed seven in a raid on A, and two more in [B]"."""
    found = list(told)
    if not found or " and " not in text[found[-1].end : found[-1].end + _REACH]:
        return found
    for mention in eligible:
        if mention.start > found[-1].end and _AND_MORE_IN.fullmatch(text, found[-1].end, mention.start):
            found += [m for m in with_group([mention], eligible) if m.start >= mention.start and m not in found]
    return found


_REACH = 60  # letters from the place of an attack to "and two more"


def _is_next(text: str, last: Mention, mention: Mention, eligible: Sequence[Mention]) -> bool:
    """True for what ends a phrase and is joined to the place before it."""
    if _AND_SEVERAL.fullmatch(text, last.end, mention.start) or _is_like(text, last, mention):
        return True
    if not _ENDS.match(text, mention.end):
        return False
    joins = (_PAST_ASIDE, _PAST_BRACKET, _THEN, _AND_NOUN_OF, _AND_HELD, _AND_ASIDE, _WITH_IT, _BY_SIDE, _AND_THEIRS)
    if any(j.fullmatch(text, last.end, mention.start) for j in joins) or _is_range(text, last, mention):
        return True
    return _is_past_area(text, last, mention, eligible)


def _is_like(text: str, last: Mention, mention: Mention) -> bool:
    """True for a name with the same noun behind it as the one before: "the A community and the [B] community"."""
    told = _AND_LIKE.fullmatch(text, last.end, mention.start)
    return told is not None and re.match(rf"\s+{told['noun']}s?\b", text[mention.end : mention.end + 20]) is not None


def _is_past_area(text: str, last: Mention, mention: Mention, eligible: Sequence[Mention]) -> bool:
    """True for a town that is told next to one whose area the words between name: "A in the X region and the town of [B]"."""
    told = _PAST_AREA.fullmatch(text, last.end, mention.start)
    towns = all(m.place is None or m.place.kind in SETTLEMENTS for m in (last, mention))
    if told is None or not towns:
        return False
    return not any(
        last.end <= m.start < mention.start and m.place is not None and m.place.kind in SETTLEMENTS for m in eligible
    )


def _is_range(text: str, one: Mention, other: Mention) -> bool:
    """True for the two ends of what a plural reaches over: "fifteen regions, from A in the west to B in the east"."""
    between = _TO_THE_OTHER_END.fullmatch(text, one.end, other.start) is not None
    return between and _FROM_ONE_END.search(text[max(0, one.start - 60) : one.start]) is not None


def opens_range(text: str, one: Mention, named: Sequence[Mention]) -> bool:
    """True for the first end of what a plural reaches over: "airports from [A] to B were closed"."""
    return any(m.start > one.end and _is_range(text, one, m) for m in named)
