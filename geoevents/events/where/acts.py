"""Where words and measures happen: not at those they are meant for, but where somebody speaks or decides (``events.md`` 4.3)."""

import re
from collections.abc import Sequence

from geoevents.articles.segments import Segment
from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told, is_settlement, within
from geoevents.words import patterns_of, sets_of

__all__ = ["SAYS_WHERE", "is_act", "is_concerned", "is_where_said", "place_of_act"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_WORDS = frozenset({"statement", "condemnation"})
_MEASURES = frozenset({"sanctions", "military_aid"})
_AGREEMENTS = frozenset({"agreement", "agreement_broken"})
_MEASURE_SUBTYPES = frozenset({"expulsion", "vote"})
_FAR = frozenset({"call"})  # on the telephone: nowhere
_ACTS = _WORDS | _FAR | _MEASURE_SUBTYPES

# "In X,", "From X,", "Speaking in X,", "At a briefing in X on Monday," at the head of a sentence.
_HEAD = re.compile(
    r"\W*(?:(?:speaking|talking|visiting|at|during|in|on|after)\b(?:\s+[\w'’-]+){0,6}?\s+)?(?:in|from|at)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "told reporters in X", "said on Monday in X", ", speaking in X,", "at a news conference in X".
_SPOKEN = re.compile(
    rf"\b(?:{_ANY['spoken']}"
    r"|(?:at|after|during|before|following|attending)\s+(?:(?:a|an|the|their|his|her)\s+)?(?:[\w-]+\s+)?(?:meeting|talks))"
    r"(?:\s+(?!that\b)[\w'’-]+){0,4}\s+(?:in|from|at)\s+(?:the\s+)?$"
)
# "the minister, on a visit to [X], said", "ministers meeting near [X] pledged", "the president, who was in [X], warned"
_IS_AT = re.compile(
    r"(?:,\s+(?:(?:who\s+(?:is|was|has\s+been|had\s+been)|then|now|currently|still)\s+)?"
    rf"(?:in|at|visiting|on\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){{0,3}}?(?:{_ANY['stays']})\s+(?:to|in|at|of))"
    r"|\b(?:meeting|gathered|gathering|assembled)\s+(?:(?:\w+day|today|yesterday)\s+)?(?:in|at|near|on))"
    r"\s+(?:the\s+)?(?:(?!(?:an?|to|from|for|with)\b)[\w-]+\s+){0,3}?(?:of\s+)?$"
)
_INSIDE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$", re.IGNORECASE)
_DECIDES = re.compile(rf"\b(?:{_ANY['decided_at']})\s+(?:\w+\s+){{0,2}}(?:in|at)\s+$")
_FEELINGS = re.compile(rf"\b(?:{_ANY['feelings']})$")
_MISSION = re.compile(r"\b(?:embassy|embassies|consulate|mission)\s+in\s+(?:the\s+)?$")  # closed, searched, stripped
# "recalled its envoy from [X]": they left that place; "expelled envoys from [X]" tells whose they are.
_RECALLED = re.compile(
    r"(?:recall(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing)?|pull(?:s|ed|ing)?|call(?:s|ed)?)\s(?:(?!\bto\b)[^,.;:]){0,50}?\bfrom\s+(?:the\s+)?"
)
_AT_WHOM = re.compile(r",|\b(?:on|against|for|to)\s+(?!\w+day\b)", re.IGNORECASE)
_DIRECTLY = 30  # letters between the verb and the place it happened at: "approved on Tuesday in [X]"


def is_act(hit: Hit) -> bool:
    """True for what is said or decreed: it has no place but that of the one who acts."""
    return hit.category in _MEASURES or (hit.category == "diplomacy" and hit.subtype in _ACTS)


# One of these words stands in every sentence that says where somebody speaks.
SAYS_WHERE = sets_of("geoevents.events.where", "place_words.toml")["spoken"] | {"meeting", "talks"}


def is_where_said(text: str, mention: Mention, start: int) -> bool:
    """True for the place where somebody only speaks: "the agency said in [X]", "told reporters in [X]"."""
    return _SPOKEN.search(lowered(text), start, mention.phrase_start) is not None


def place_of_act(text: str, hit: Hit, segment: Segment, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The place where a speech is made or a measure decided, if the sentence tells it; addressees and targets are none."""
    if hit.subtype in _FAR:
        return ()
    named = [m for m in mentions if m.spot is not None and m.role in {"literal", "reference"}]
    if hit.subtype == "expulsion":
        missions = [m for m in named if hit.clause.start <= m.start < hit.clause.end]
        home = [m for m in missions if _RECALLED.fullmatch(text, hit.trigger.start, m.start)]
        there = _placed(([m for m in missions if _MISSION.search(text, segment.start, m.start)] or home)[:1])
        return there or _where_summoned(text, hit, mentions)
    if hit.subtype in _WORDS:
        return _where_said(text, hit, segment, named)
    before = [m for m in named if m.end <= hit.trigger.start and _INSIDE.search(text, segment.start, m.phrase_start)]
    after = [m for m in named if m.start >= hit.trigger.end and _is_decision(text, hit, m)]
    return _placed([m for m in before if hit.clause.start <= m.start or _is_head(text, segment, m)][-1:] or after[:1])


# "[Lisbon] summoned the ambassador": they are received in the capital that the text names.
_SUMMONS = re.compile(r"(?:summon(?:s|ed)?|call(?:s|ed)?\s+in)\b")


def _where_summoned(text: str, hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """The capital that stands for those who summon an envoy; nowhere for a state named by its country, or for several."""
    if hit.voice != "active" or hit.subject is None or _SUMMONS.match(lowered(text), hit.trigger.start) is None:
        return ()
    seats = [m for m in mentions if within(m, hit.subject) and m.role in {"metonym", "literal"} and is_settlement(m)]
    return as_told(seats[0], "text") if len(seats) == 1 else ()


def _is_decision(text: str, hit: Hit, mention: Mention) -> bool:
    if hit.subtype in _WORDS and hit.object is not None and hit.object.end <= mention.start:
        # "voiced deep regret in X" was said there; "deplored the suffering in X": there is what is spoken of
        spoken = _FEELINGS.search(text, hit.object.start, hit.object.end) is not None
        return spoken and _INSIDE.fullmatch(text[hit.object.end : mention.phrase_start].strip() + " ") is not None
    between = text[hit.trigger.end : mention.phrase_start]
    if hit.category in _MEASURES and _AFTERWARDS.search(lowered(between)):
        return False
    direct = len(between) < _DIRECTLY and not _AT_WHOM.search(between) and _INSIDE.search(between) is not None
    return direct or _DECIDES.search(text[hit.trigger.start : mention.phrase_start]) is not None


# "approved sanctions at a meeting in X", but "agreed on sanctions after talks in X": those met there before.
_AFTERWARDS = re.compile(r"\b(?:after|before|following|ahead\s+of)\s+(?:[\w-]+\s+){1,5}(?:in|at|near)\s+(?:the\s+)?$")


def _is_head(text: str, segment: Segment, mention: Mention) -> bool:
    return _HEAD.fullmatch(text, segment.start, mention.phrase_start) is not None


def _where_said(text: str, hit: Hit, segment: Segment, named: Sequence[Mention]) -> tuple[Placed, ...]:
    for mention in named:
        if (
            _is_head(text, segment, mention)
            or _is_where_they_are(text, hit, segment, mention)
            or _is_decision(text, hit, mention)
            or _SPOKEN.search(text, segment.start, mention.phrase_start)
        ):
            return _placed([mention])
    return ()


def _is_where_they_are(text: str, hit: Hit, segment: Segment, mention: Mention) -> bool:
    """True for where those who speak are, told between them and what they say: "the king, on a visit to [X], condemned it"."""
    if mention.end > hit.trigger.start or hit.voice != "active" or hit.tense == "pluperfect":
        return False
    return _IS_AT.search(text, segment.start, mention.phrase_start) is not None


def _placed(mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    return tuple(Placed(mention=m, spot=m.spot, basis="text") for m in mentions if m.spot is not None)


_THEME = re.compile(r"\b(?:on|about|over|with|between|for|against)\s+(?:the\s+)?$", re.IGNORECASE)
# What states quarrel or agree about: "ended the war over X", "the dispute about X".
_OVER = re.compile(r"\b(?:over|about|concerning|regarding)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
# "meet in [A] to discuss sending troops to [B]".
_TO_DISCUSS = re.compile(
    rf"\b(?:to\s+(?:{_ANY['to_discuss']})|discussing|devoted\s+to)\b"
    r"(?![^.;:]*\b(?:at|during)\s+(?:a|the)\b)[^.;:]*$"
)
# What an agreement is about, which no word of place carries: "agreed to share the [X] Sea", "a treaty on the [X] waters".
_MADE_AT = re.compile(
    r"\b(?:in|at|near|outside|inside|around|off|over|aboard|for|between|across|along|throughout)\s+(?:(?!(?:on|to)\b|\d)[\w'’-]+,?\s+){0,5}$"
    r"|\b(?:to|from)\s+(?:the\s+)?$"
    r"|\bon\s+(?:the\s+)?(?:[\w-]+\s+)?(?:islands?|peninsula|shores?|coast|banks?|border|sidelines)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_shared_out(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the water or land that an agreement is about."""
    place = mention.place
    if place is None or mention.start < hit.trigger.end or place.kind == "island":
        return False
    return _MADE_AT.search(text, hit.trigger.end, mention.start) is None


_WHOSE = re.compile(rf"\b(?:{_ANY['leaders']})\s+of\s+(?:the\s+)?(?:[\w-]+(?:,?\s+and\s+|,\s+))*$", re.IGNORECASE)


def is_concerned(text: str, mention: Mention, hit: Hit) -> bool:
    """True for whom or what an act of state is about: "talks on X", "the leaders of X and Y", "ordered X to pay"."""
    inside = hit.object is not None and hit.object.start <= mention.start < hit.object.end
    if hit.category == "legal":
        return inside and mention.place is not None and mention.place.kind == "country"
    if hit.category != "diplomacy":
        return False
    if _WHOSE.search(text, max(0, mention.start - 60), mention.start):
        return True
    if hit.trigger.end < mention.start and _TO_DISCUSS.search(text, hit.trigger.end, mention.start):
        return True
    if _OVER.search(text, max(hit.trigger.end, mention.start - 30), mention.start):
        return True
    if hit.subtype in _AGREEMENTS and _is_shared_out(text, mention, hit):
        return True
    theme = inside and hit.voice == "noun" and hit.object is not None
    return theme and hit.object is not None and _THEME.search(text, hit.trigger.end, hit.object.start) is not None
