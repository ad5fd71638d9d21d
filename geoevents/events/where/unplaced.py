"""Names at which a hit happened but that could not be placed: its event stays, with the name and without a point."""

import re
from collections.abc import Sequence

from geoevents.articles.calendar_words import CALENDAR_NAME
from geoevents.atlas.mention import Mention
from geoevents.events.telling import Placed
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.what.phrase_names import is_bare_name
from geoevents.events.where.anaphora import names_a_capital
from geoevents.events.where.anchors import within
from geoevents.events.where.elsewhere import is_elsewhere
from geoevents.events.where.locatives import is_locative
from geoevents.words import patterns_of

__all__ = ["names_unknown", "only_holds", "unplaced_names", "unseen_name"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

# What a verb of taking acts on: "seized [Al Malha], a desert town", "retaken the village of [Malaya Loknya]".
_OBJECT = re.compile(
    rf"(?:the\s+(?:[\w-]+\s+){{0,2}}(?:{_ANY['named_as']})\s+of\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2})(?=\s*(?:[,.;)]|$))"
)
_CALENDAR = re.compile(CALENDAR_NAME)


def unseen_name(text: str, hit: Hit, sentence: Sentence) -> Mention | None:
    """The name of what changed hands, where it is no known name of a place at all; None if there is none."""
    if hit.category != "control_change" or hit.voice != "active" or hit.object is None or not hit.object_is_place:
        return None
    match = _OBJECT.match(text, hit.object.start)
    if match is None or _CALENDAR.match(match["name"]):
        return None
    start, end = match.span("name")
    if any(m.start < end and start < m.end for m in sentence.mentions):
        return None
    return Mention(
        start=start, end=end, text=match["name"], role="literal", place=None, decision="not_in_gazetteer", confidence=0.0,
        phrase_start=match.start(), phrase_end=end, reasons=("no known name of a place",), recogniser="rule",
    )  # fmt: skip


# "in A and B, across the [Nile], and in C": it only tells where the ones before lie.
_BESIDE = re.compile(
    r",\s+(?:across|along|beside|opposite|near|off|on|close\s+to|not\s+far\s+from)\s+(?:the\s+)?(?:\w+\s+)?$"
)


_IN = re.compile(r",\s+in\s+(?:the\s+)?")


def only_holds(text: str, one: Mention, other: Mention) -> bool:
    """True for an area behind the place that it holds: "to Atambua, in [West Timor]"; of a list it would say "and in"."""
    return one.end < other.start and _IN.fullmatch(text, one.end, other.start) is not None


# "in [Dahmash], near Lod": the known name says where the unknown one lies; it is one place.
_BY = re.compile(
    r",?\s+(?:just\s+)?(?:near|outside|close\s+to|beside|next\s+to|not\s+far\s+from|\d+\s*(?:km|miles|kilomet\w+)\s+(?:\w+\s+){0,2}(?:of|from))\s+"
    r"(?:the\s+)?(?:\w+\s+of\s+)?"
)


def unplaced_names(text: str, hit: Hit, sentence: Sentence, placed: Sequence[Placed]) -> tuple[Mention, ...]:
    """Names without a place that a hit acts on, or that share a list with a place of it; else the one beside it."""
    unseen = unseen_name(text, hit, sentence)
    if unseen is not None:
        return (unseen,)
    inside = [m for m in sentence.mentions if m.role == "literal" and m.place is None and is_bare_name(text, m)]
    if not inside:
        return ()
    groups = {p.mention.group for p in placed if p.mention.group is not None}
    inside = [m for m in inside if not is_elsewhere(text, m, hit, inside)]
    inside = [m for m in inside if not any(_BY.fullmatch(text, m.end, p.mention.start) for p in placed)]
    if placed:
        listed = [m for m in inside if m.group in groups]
        listed = [m for m in listed if not _BESIDE.search(text[max(0, m.start - 40) : m.start])]
        return tuple(m for m in listed if not any(only_holds(text, p.mention, m) for p in placed))
    acted_on = [m for m in inside if hit.object_is_place and within(m, hit.object)]
    if acted_on:
        return tuple(m for m in acted_on if m is acted_on[0] or m.group is not None)
    after = [
        m for m in inside if hit.trigger.start <= m.start < hit.clause.end and is_locative(text, m, hit.trigger.start)
    ]
    return tuple(after[:1])


_UNKNOWN = re.compile(
    r"\b(?:in|at|near|outside|of|from|into|towards|toward|fleeing|entering|leaving|reaching|on)\s+(?P<name>[A-Z][\w'-]+)"
)


def names_unknown(text: str, hit: Hit, sentence: Sentence) -> bool:
    """True where the clause names a place that the atlas does not know: it happened there, not where the last did."""
    if names_a_capital(text, hit.clause):
        return True
    known = [(m.start, m.end) for m in sentence.mentions]
    for match in _UNKNOWN.finditer(text, hit.trigger.start, hit.clause.end):
        if not _CALENDAR.match(match.group("name")) and not any(a <= match.start("name") < b for a, b in known):
            return True
    return any(
        m.place is None and m.role == "literal" and hit.clause.start <= m.start < hit.clause.end
        for m in sentence.mentions
    )
