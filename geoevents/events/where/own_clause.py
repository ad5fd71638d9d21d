"""Which places of its own clause a hit has: its object, then what follows it, then what stands before it."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import VIOLENCE
from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import within
from geoevents.events.where.called_out import gathers_in, is_ordered_out
from geoevents.events.where.doers import done_to
from geoevents.events.where.elsewhere import ACTS
from geoevents.events.where.finer_places import without_owners
from geoevents.events.where.joined import joined_on
from geoevents.events.where.locatives import MUCH_OF, is_locative, locative_behind, opens_more, with_group
from geoevents.words import patterns_of

__all__ = ["chained", "only_place", "places_in_clause"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")


def _owner(mention: Mention, rivals: Sequence[Hit]) -> Hit:
    """The hit of a clause that a place belongs to: the nearest trigger before it, else the first after it."""
    before = [h for h in rivals if h.trigger.start <= mention.start]
    return before[-1] if before else rivals[0]


def _in_clause(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    rivals = [
        h
        for h in hits
        if h.clause_index == hit.clause_index and (h is hit or not (_does_of(hit, h) or _is_occasion(text, h, hit)))
    ]
    inside = [m for m in eligible if hit.clause.start <= m.start < hit.clause.end]
    return [m for m in inside if _owner(m, rivals) is hit]


def _does_of(hit: Hit, verb: Hit) -> bool:
    """True for the verb whose subject a noun is: "a wildfire | burned near X" tells one place."""
    return hit.voice == "noun" and _covers(verb.subject, hit.trigger) and verb.voice != "noun"


# "detained 19 people at a rally in X": the rally is where it was done.
_AT_A = re.compile(r"\b(?:at|during)\s+(?:an?|the|their)\s+(?:[\w-]+\s+){0,2}$")


_GATHERINGS = frozenset({"meeting", "talks", "summit", "visit"})


def _is_occasion(text: str, noun: Hit, verb: Hit) -> bool:
    """True for a gathering at which something was done, so that its place is that of both."""
    met = noun.subtype in _GATHERINGS and verb.category in VIOLENCE
    gathering = (noun.category == "protest" or met) and noun.voice == "noun" and verb.voice != "noun"
    return gathering and _AT_A.search(text, verb.trigger.end, noun.trigger.start) is not None


def _covers(span: Span | None, part: Span) -> bool:
    return span is not None and span.start <= part.start and part.end <= span.end


# "postponed a trip to X and Y", "cut short his visit to X"
_JOURNEY_TO = re.compile(r"[^,.;:]{0,40}\b(?:trips?|visits?|journeys?|tour)\s+(?:to|of)\s+(?:the\s+)?")


def _is_put_off(text: str, hit: Hit, mention: Mention) -> bool:
    """True for where a journey was to go that somebody put off, cut short or announced."""
    return hit.voice == "active" and _JOURNEY_TO.fullmatch(text, hit.trigger.end, mention.phrase_start) is not None


_ABOUT = re.compile(r"\b(?:on|about|over|concerning|regarding)\s+(?:the\s+)?$")
_HELD_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$")


def _without_topic(
    text: str, hit: Hit, eligible: Sequence[Mention], inside: list[Mention]
) -> tuple[Sequence[Mention], list[Mention]]:
    """The places of "a summit on A in B" without A: it is what they talk about."""
    if hit.category != "diplomacy" or len(inside) < 2:
        return eligible, inside
    topics = [m for m in inside if _ABOUT.search(text[max(0, m.phrase_start - 20) : m.phrase_start])]
    if not topics or not any(_HELD_IN.search(text[max(0, m.phrase_start - 30) : m.phrase_start]) for m in inside):
        return eligible, inside
    return [m for m in eligible if m not in topics], [m for m in inside if m not in topics]


_NEXT = re.compile(r"\band\s+(?:then|later|on to)\s+$")  # the next place of a verb, not of a noun beside it


def places_in_clause(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """Places of the hit in its own clause: its object, then locatives after it, then before it, then its subject."""
    found = _places_in_clause(text, hit, eligible, hits)
    turn = next((k for k, m in enumerate(found[1:], start=1) if opens_more(text, m)), None)
    if turn is None:
        return found
    return found[:turn] if hit.trigger.start < found[turn].start else found[turn:]


def _places_in_clause(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    inside = _in_clause(text, hit, eligible, hits)
    eligible, inside = _without_topic(text, hit, eligible, inside)
    if there := _by_kind(text, hit, eligible, inside) or done_to(text, hit, inside):
        return there
    if renamed := _renamed(text, hit, eligible):
        return [
            *renamed,
            *(m for m in inside if m.start > hit.trigger.end and _ALONG.search(text, hit.trigger.end, m.start)),
        ]
    topics = [m for m in eligible if within(m, hit.topic) and not _TO.search(text, hit.clause.start, m.start)]
    topics = [m for m in topics if _AT_HEAD.fullmatch(text, hit.clause.start, m.start) is None]
    if topics:
        told = _all_of_subject(text, hit, topics, eligible)
        told += [m for m in inside if m not in told and _AND_THEN.fullmatch(text, told[-1].end, m.start)]
        return joined_on(text, told, _of_clause(hit, eligible))
    if hit.object_is_place or hit.voice == "noun":
        objects = [m for m in eligible if within(m, hit.object)]
        listed = _listed(text, hit, eligible)
        if listed:
            return listed
        if objects:
            further = [
                m
                for m in inside
                if m.start > objects[-1].start
                and (is_locative(text, m, hit.trigger.start) or _AND_THEN.fullmatch(text, objects[-1].end, m.start))
            ]
            return joined_on(text, chained(text, [*objects, *further], eligible), _of_clause(hit, eligible))
    after = locative_behind(text, inside, hit.trigger.start)
    if hit.voice != "noun" and after:
        after += [
            m for m in inside if m not in after and m.start > after[0].start and _NEXT.search(text[: m.start][-12:])
        ]
    if after:
        return joined_on(text, chained(text, after, eligible), _of_clause(hit, eligible))
    touched = [m for m in inside if within(m, hit.object)]
    if touched and hit.category != "legal":
        return touched
    before = [m for m in inside if m.end <= hit.trigger.start and is_locative(text, m, hit.clause.start)]
    if before:
        ahead = [m for m in inside if m.end <= hit.trigger.start and m.role != "modifier"]
        return with_group(before, [m for m in ahead if m in before or not _is_loose(text, m)])
    if hit.voice == "active" and hit.category == "infrastructure" and hit.object is None:
        return [m for m in inside if within(m, hit.subject) and _is_cut_off(text, hit, m)]
    if hit.voice == "active" or hit.category in ACTS:
        return []
    return [m for m in inside if within(m, hit.subject) or _renames(text, hit, m)]


_OWNS = re.compile(r"['’]s?\b")
_OR = re.compile(r"\bor\s+(?:the\s+)?$")


def _is_loose(text: str, mention: Mention) -> bool:
    """True for a member of a list that only owns what follows, and for one that may be meant instead: "X or [Y]"."""
    return (
        _OWNS.match(text, mention.end) is not None
        or _OR.search(text[max(0, mention.start - 12) : mention.start]) is not None
    )


# "and [a radar] outside X", ", on the border, and around X": what a list of things acted on goes on with.
_AND_THING_AT = re.compile(
    r"[^.;:]{0,60}?(?:,|\band\b)\s+(?:(?!(?:who|which|where|when|while|whose|that|after|before|said|from)\b)[\w'’-]+\s+){0,5}"
    r"(?:in|at|near|outside|around|over|on)\s+(?:the\s+)?(?:(?:city|town|village|port)\s+of\s+)?"
)


def _all_of_subject(text: str, hit: Hit, topics: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The first place of what is acted on, its list, and those of the things that follow: "bridges at A and a mast near [B] were hit"."""
    topics = without_owners(text, topics)
    told = with_group(topics[:1], eligible)
    if hit.category in ACTS:
        return told
    for mention in topics[1:]:
        if mention not in told and _AND_THING_AT.fullmatch(text, told[-1].end, mention.start):
            told += [m for m in with_group([mention], eligible) if m not in told]
    return told


_CUT_OFF = frozenset({"outage", "restored"})


def _is_cut_off(text: str, hit: Hit, mention: Mention) -> bool:
    """True for works that fail, and for a town or area that is told to be without power: "much of [X] was in the dark"."""
    exact = mention.spot is not None and mention.spot.precision == "exact"
    if exact or hit.subtype not in _CUT_OFF or hit.subject is None:
        return exact
    return mention.role == "literal" and MUCH_OF.fullmatch(text, hit.subject.start, mention.start) is not None


def _by_kind(text: str, hit: Hit, eligible: Sequence[Mention], inside: Sequence[Mention]) -> list[Mention]:
    """The places that what is told settles: those of protesters who demand something, those of a journey put off."""
    if hit.category == "diplomacy":
        return with_group([m for m in inside if _is_put_off(text, hit, m)][:1], eligible)
    if hit.subtype == "evacuation" and hit.voice == "noun":
        return with_group([m for m in inside if is_ordered_out(text, m, hit)][:1], eligible)
    return [m for m in inside if gathers_in(text, m, hit)] if hit.category == "protest" else []


def _of_clause(hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    return [m for m in eligible if hit.clause.start <= m.start < hit.clause.end]


# "[X], the largest town of the area, was taken along with [Y]": the subject is an aside to the name before it.
_DETERMINED = re.compile(r"(?:the|an?|one|its|their|once|long)\s")
_ALONG = re.compile(r"\b(?:along|together)\s+with\b(?![^,;]*[,;])")


def _renamed(text: str, hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The name that the subject of a passive clause stands in apposition to, right before the clause."""
    if hit.voice != "passive" or hit.subject is None or hit.subject.start != hit.clause.start:
        return []
    start = hit.subject.start
    if not _DETERMINED.match(text, start):
        return []
    return [m for m in eligible if m.role == "literal" and m.end < start and text[m.end : start].strip() == ","]


def _renames(text: str, hit: Hit, mention: Mention) -> bool:
    """True for a name between commas that says what the subject is called: "the second city, [X], was hit"."""
    subject = hit.subject
    return (
        subject is not None and text[subject.end : mention.start].strip() == "," and text.startswith(",", mention.end)
    )


# "In [Niger] four soldiers were killed near A": ahead of the subject, and not in it.
_AT_HEAD = re.compile(r"(?:In|Near|Outside|Around|At|Over)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?")
_TO = re.compile(r"\b(?:to|towards)\s+(?:the\s+)?$")  # "a convoy to [X] was attacked": it was on its way
# "took A in January and B in February": the verb is not said again.
_AND_THEN = re.compile(
    r"\s+(?:in|on|at|last|this|early|late|earlier)\s[\w\s]{1,25}?,?\s+and\s+(?:then\s+)?(?:(?:in|at)\s+)?(?:the\s+)?"
)
_SEVERAL = re.compile(
    rf"\b(?:\d+|{spelled(2, 10)}|several)\s+(?:\w+\s+){{0,2}}(?:{_ANY['settlements']})\b", re.IGNORECASE
)


def _listed(text: str, hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The settlements that follow an object such as "three villages in the east": A in the B region, C and D."""
    if hit.object is None or not _SEVERAL.search(text, hit.object.start, hit.object.end):
        return []
    after = [m for m in eligible if m.start >= hit.trigger.end and m.place and m.place.kind in SETTLEMENTS]
    return after if len(after) > 1 else []


_LINK = re.compile(r"[^.;:,]{0,60}?(?:,|\band\b|\bor\b|/)[^.;:]{0,70}", re.IGNORECASE)


# "shot down a helicopter over A and to hold the airport at B": another deed begins.
_DOES_MORE = re.compile(r"\band\s+to\s+(?!the\b|a\b|an\b|its\b|their\b)[a-z]+\b")


def chained(text: str, after: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The first place after a trigger, its list, and places that follow by comma or "and": "47 over A, 17 over B"."""
    chain = with_group(after[:1], eligible)
    for mention in after[1:]:
        between = text[chain[-1].end : mention.phrase_start]
        if mention not in chain and _LINK.fullmatch(between) and not _DOES_MORE.search(between):
            chain += [m for m in with_group([mention], eligible) if m not in chain]
    return sorted(chain, key=lambda m: m.start)


# "killed people who had gathered in X", "fired on villagers whom they had told to dig": those who were there were hit there.
_WHO_WERE = re.compile(
    r"who\s+(?:were|was|had\s+(?:been|gathered|assembled|come|queued|lined)|gathered|stood|waited|queued|slept|tried|"
    r"attempted|sought)\b",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(r"whom\s+(?:[\w’'-]+\s+){1,4}?(?:had\s+|have\s+)?(?:ordered|told|forced|asked|sent|made|put)\b")


def only_place(text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """The only place that the clause names after the trigger, however it is joined: "on the road that rings the plant"."""
    below = [
        c
        for n, c in enumerate(clauses)
        if n == hit.clause_index + 1
        and (
            c.connector == "that"
            or (c.connector == "who" and _WHO_WERE.match(text, c.start))
            or (
                c.connector == "whom"
                and hit.category in VIOLENCE
                and hit.voice == "active"
                and _TOLD_TO.match(text, c.start)
            )
        )
    ]
    below = [] if hit.category in ACTS else below
    end = below[0].end if below and below[0].kind == "relative" else hit.clause.end
    after = [m for m in eligible if hit.trigger.end <= m.start < end]
    return after if len(after) == 1 and hit.voice != "noun" else []
