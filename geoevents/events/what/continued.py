"""Sentences without a trigger that go on with the event before: they count its parts, name its places, tell its dead."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.articles.segments import Segment
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.howmany.counted import Count
from geoevents.events.howmany.hit_casualties import CASUALTIES, Casualties, may_hurt, none_hurt, with_casualties
from geoevents.events.telling import Numbers, Placed, Telling
from geoevents.events.what.hit import UNSPECIFIED, Hit
from geoevents.events.who.attribution import is_pronoun
from geoevents.values import replace

__all__ = [
    "HURT_REACH",
    "carried",
    "counting_hit",
    "fallen",
    "hurt_hit",
    "hurt_again",
    "hurt_whole",
    "interceptions_before",
    "named_again",
    "same_hit",
]

# "It named them as A, in the B region, C and D."
_NAMED = re.compile(r"\b(?:named|listed|identified|gave)\s+(?:\w+\s+){0,2}as\b", re.IGNORECASE)
# What a war has cost so far is no event of the day.
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|to date|the war|the conflict|overall|this year|in total|altogether|ha(?:s|ve)\s+claimed)\b",
    re.IGNORECASE,
)
# "In X a man died in a car crash": not by the strike before.
_ACCIDENT = re.compile(r"\b(?:crash|accident|collision|heart attack|drowned|lightning|earthquake|avalanche)\b")
_TOLL_OF_A_WAR = 1000  # no single strike in the shared gold or in our articles killed as many


def _as_whole(hit: Hit, segment: Segment, trigger: Span) -> Hit:
    """The hit of the sentence before, told again by a sentence that is one clause."""
    whole = Span(segment.start, segment.end)
    return replace(
        hit, trigger=trigger, clause=whole, clause_index=0, clause_kind="main", subject=None, object=None, agent=None,
        object_is_place=False, topic=None,
    )  # fmt: skip


def _follows(segment: Segment, last: Telling) -> bool:
    return segment.section == last.segment.section and 0 <= segment.index - last.segment.index <= 1


def counting_hit(segment: Segment, mentions: Sequence[Mention], counts: Sequence[Count], last: Telling) -> Hit | None:
    """The last hit again where a sentence counts the same things at other places: "Seven fell in A, five in B"."""
    counted = [c for c in counts if (c.value is not None or c.kind == "vague") and c.kind != "none_reported"]
    placed = [m for m in mentions if m.spot is not None]
    goes_on = _follows(segment, last) or last.hit.category == "air_defence"
    if not goes_on or last.numbers.unit is None or not counted or not placed:
        return None
    if any(c.unit not in {None, last.numbers.unit} for c in counted) or counted[0].start > placed[0].start:
        return None
    return _as_whole(last.hit, segment, Span(counted[0].start, counted[0].end))


# "They did so in B and C too", "D went the same way": the deed of the sentence before, elsewhere.
_SAME = re.compile(
    r"\b(?:d(?:o|id|oes|one) (?:so|the same|likewise)|so (?:did|was|were)|went the same way|the same (?:happened|had happened)"
    r"|(?:suffered|met|shared) (?:the same|the|a similar|that|its|their) (?:same )?(?:fate|end)|followed suit)\b"
)


# "There were also deaths in A and B", "damage was reported in C".
_HARM = re.compile(
    r"\b(?:(?:there (?:was|were|had been)|reported|recorded|reports of)\s+"
    r"(?:(?!no\b)\w+\s+){0,2}(?:deaths|casualties|injuries|damage|victims)"
    r"|(?<!no )(?:deaths|casualties|injuries|damage|victims)\s+(?:\w+\s+){0,2}(?:reported|recorded)"
    r"|lost (?:its|their|a) (?:roofs?|windows)|damaged by (?:the )?(?:fire|flames|blast\w*|debris|fragments|explosions?)"
    r"|windows (?:were|had been) (?:broken|shattered|smashed|blown)|in flames|burned down|went up in flames)\b"
)


# "Several fell into the sea off A": some of what was shot down.
_FELL = re.compile(
    r"(?:Several|Some|Most|Many|Others|Another|Both|A few|The rest|The others)\s+(?:fell|came\s+down|crashed|dropped|ended\s+up)\b"
)


def same_hit(text: str, segment: Segment, mentions: Sequence[Mention], last: Telling) -> Hit | None:
    """The last hit again where a sentence says that the same was done at another place."""
    here = last.placed.mention.place if last.placed else None
    new = [m for m in mentions if m.spot is not None and m.place and (here is None or m.place.id != here.id)]
    if not new or not _follows(segment, last):
        return None
    match = _SAME.search(lowered(text), segment.start, segment.end)
    if match is None and last.hit.category == "air_defence":
        match = _FELL.match(text, segment.start)
    harm = match is None and last.hit.category in {"strike", "air_defence"}
    if harm:
        match = _HARM.search(lowered(text), segment.start, segment.end)
    if match is None:
        return None
    whole = _as_whole(last.hit, segment, Span(match.start(), match.end()))
    return fallen(whole) if harm else whole


# "[X] reported three dead of its own", "[X] lost nine soldiers", "in [X]" not before it
_COUNTS = re.compile(
    rf"\s+(?:(?:has|had|have)\s+)?(?:also\s+)?(?:reported|lost|counted|confirmed|said|says|put|gave|{spelled(1, 10)}|\d+)\b"
)


def counts_its_own(text: str, country: Mention, last: Telling | None) -> bool:
    """True for a state that tells how many of its soldiers died in a fight that was told of in another country."""
    here = last.placed.mention.place if last is not None and last.placed is not None else None
    if here is None or last is None or last.hit.category != "ground_combat" or country.place is None:
        return False
    abroad = country.place.kind == "country" and here.country not in {None, country.place.country}
    return abroad and _COUNTS.match(text, country.end) is not None


def fallen(hit: Hit) -> Hit:
    """The harm that what was shot down does where it falls, which is a strike; a hit of another kind as it is."""
    stopped = hit.category == "air_defence" and hit.subtype != "aircraft_shot_down"
    return replace(hit, category="strike", subtype="debris", roles={}) if stopped else hit


# "The count stood at 28: ten over A, seven over B".
_OVER = re.compile(rf"\b(?:\d+|{spelled(1, 10)}|[a-z]+teen|twenty)\s+(?:\w+\s+){{0,2}}?(?:over|above)\b", re.IGNORECASE)
_OVER_REACH = 4  # sentences after an interception in which more may be listed


def interceptions_before(text: str, segment: Segment, before: Sequence[Telling]) -> Telling | None:
    """The last interception of the section, where a sentence counts what was stopped over one place after another."""
    near = [t for t in before if segment.index - t.segment.index <= _OVER_REACH]
    last = next((t for t in reversed(near) if t.hit.category == "air_defence"), None)
    if last is None or len(_OVER.findall(text, segment.start, segment.end)) < _LISTED:
        return None
    return last


_LISTED = 2  # numbers over places that make a list


def named_again(text: str, segment: Segment, mentions: Sequence[Mention], last: Telling) -> list[Telling] | None:
    """The settlements that a sentence names of those that the one before counted ("three villages"); None if it names none."""
    if not _follows(segment, last) or _NAMED.search(text, segment.start, segment.end) is None:
        return None
    small = [m for m in mentions if m.spot is not None and m.place and m.place.kind in SETTLEMENTS]
    if last.numbers.count is None or last.numbers.count < 2 or len(small) < 2:
        return []
    hit = _as_whole(last.hit, segment, Span(segment.start, segment.start + 1))
    numbers = replace(last.numbers, count=None, low=None, high=None, span=None)
    base = replace(last, hit=hit, segment=segment, numbers=numbers, continued=True)
    placed = [Placed(mention=m, spot=m.spot, basis="text") for m in small if m.spot is not None]
    return [replace(base, placed=p) for p in placed]


def _hurt(counts: Sequence[Count]) -> Casualties:
    told = [
        c for c in counts if c.unit in CASUALTIES and (c.value or _TOLL_OF_A_WAR) < _TOLL_OF_A_WAR and not c.including
    ]
    return Casualties(
        killed=next((c for c in told if c.unit == "killed"), None),
        injured=next((c for c in told if c.unit == "injured"), None),
    )


HURT_REACH = 2  # sentences from a raid to its dead, where one of a power cut or the like stands between


def _may_be_hurt(text: str, segment: Segment, last: Telling) -> bool:
    return (
        segment.section == last.segment.section
        and 0 <= segment.index - last.segment.index <= HURT_REACH
        and may_hurt(last.hit)
        and last.hit.modality == "actual"
        and not last.is_background
        and _CUMULATIVE.search(text, segment.start, segment.end) is None
        and _ACCIDENT.search(text, segment.start, segment.end) is None
    )


_SMALL = frozenset({"exact", "settlement"})
_AREAS = frozenset({"adm1", "adm2"})


def hurt_whole(text: str, segment: Segment, counts: Sequence[Count], last: Telling) -> Hit | None:
    """The last hit again where a sentence tells of dead or injured at all."""
    hurt = _hurt(counts)
    first = hurt.killed or hurt.injured
    if first is None or not _may_be_hurt(text, segment, last):
        return None
    return _as_whole(last.hit, segment, Span(first.start, first.end))


def hurt_hit(
    text: str, segment: Segment, mentions: Sequence[Mention], counts: Sequence[Count], last: Telling
) -> Hit | None:
    """The last hit again where a sentence tells the dead or injured of another small place: "Two people died in B"."""
    whole = hurt_whole(text, segment, counts, last)
    if whole is None:
        return None
    here = last.placed.mention.place if last.placed else None
    named = [
        m
        for m in mentions
        if m.role == "literal" and m.spot and (m.spot.precision in _SMALL or m.spot.precision in _AREAS)
    ]
    listed = len(named) >= _LISTED <= sum(c.unit in CASUALTIES and not c.including for c in counts)
    small = [m for m in named if listed or (m.spot and m.spot.precision in _SMALL) or _is_apart(m, last)]
    new = [m for m in small if m.place and (here is None or m.place.id != here.id)]
    if new and whole.subtype == "explosion" and _SAME.search(lowered(text), segment.start, segment.end) is None:
        return replace(whole, subtype=UNSPECIFIED)  # a mine in one town tells nothing of the dead in the next
    return fallen(whole) if new else None


def _is_apart(area: Mention, last: Telling) -> bool:
    """True for an area of the country that the last telling was of, or for another one than it: "a boy died in the A region"."""
    here = last.placed.mention.place if last.placed else None
    if here is None or area.place is None or here.country != area.place.country:
        return False
    return here.kind == "country" or area.place.name != here.admin1


def hurt_again(text: str, segment: Segment, counts: Sequence[Count], told: Sequence[Telling]) -> list[Telling]:
    """The last statement again with the casualties that a sentence without a place of its own tells of it.

    ``told`` are the tellings of that statement, one a place; a number that several places share is their group's.  What
    was told already is not told again.
    """
    last = told[-1]
    if not _may_be_hurt(text, segment, last) or any(c.unit == "attacks" for c in counts):
        return []  # "two more strikes": of others
    found, numbers = _hurt(counts), last.numbers
    hurt = Casualties(
        killed=found.killed if numbers.killed is None else None,
        injured=found.injured if numbers.injured is None else None,
    )
    again = none_hurt(text, segment.start, segment.end, with_casualties(Numbers(), hurt))
    if again == Numbers() or (len(told) > 1 and (numbers.group_count is not None or again.casualty is None)):
        return []
    if len(told) > 1 and again.casualty is not None:
        first = again.casualty
        again = Numbers(group_count=first.value, unit=first.unit, kind=first.kind, span=again.hurt_span)
    hit = _as_whole(last.hit, segment, again.hurt_span or again.span or Span(segment.start, segment.end))
    return [replace(t, hit=hit, segment=segment, numbers=again, continued=True, apart=False) for t in told]


def carried(text: str, hit: Hit, before: Sequence[Telling]) -> int | None:
    """The number that a pronoun carries on from the last telling of the category: "They were shot down over A and B"."""
    if not is_pronoun(text, hit):
        return None
    last = next((t for t in reversed(before) if t.hit.category == hit.category), None)
    if last is None:
        return None
    return last.numbers.group_count if last.numbers.count is None else last.numbers.count
