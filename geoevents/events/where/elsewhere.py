"""Which named places an event is not at: goals, origins, comparisons, asides."""

import re
from collections.abc import Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Span
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.what.hit import Hit
from geoevents.events.where.acts import is_concerned
from geoevents.events.where.doers import is_base_of_doer
from geoevents.events.where.joined import opens_range
from geoevents.events.where.journeys import FROM, FROM_AND, is_goal, is_left
from geoevents.events.where.qualifying import only_qualifies
from geoevents.events.where.reasons import is_another_time, is_followed, is_helper, is_reason_for, is_stance_on
from geoevents.words import patterns_of, sets_of

__all__ = ["ACTS", "BRINGS", "is_brought_to", "is_elsewhere"]

_ANY = patterns_of("geoevents.events.where", "place_words.toml")

_ATTACKS = "|".join(
    sorted(GRAMMAR["nouns_of_attack"] | {"bombing", "bombings", "shelling", "blast", "blasts", "explosions"})
)
_CLOCK = re.compile(r"\s+(?:local\s+)?time\b")  # "at one o'clock, X time"
# What is under way somewhere is not there ("on its way from A to B"), nor is what it is compared with ("the largest in C").
_NOT_THERE = re.compile(
    r"\b(?:(?<!along\s)(?<!together\s)with|(?:devoted|dedicated)\s+to|(?:visit|trip|journey|tour)\s+(?:to|of))\s+(?:the\s+)?$|"
    r"\b(?:talks|discussions|negotiations|consultations)\s+(?:on|about|over|regarding)\s+(?:the\s+)?(?:[\w-]+(?:,\s+|\s+and\s+)){0,3}$|"
    r"\b(?:before|after|ahead\s+of|prior\s+to|following)\s+(?:his|her|their|its|a|the)\s+(?:\w+\s+)?"
    r"(?:departure|return|flight|trip|visit|journey|tour)\s+(?:to|for|from|of)\s+(?:the\s+)?$|"
    r"\b(?:bordering|adjoining)\s+(?:the\s+)?$|\b(?:waiting|due|ready|about|meant)\s+to\s+(?:go|leave|sail|fly|be\s+\w+)\s+(?:to|for)\s+(?:the\s+)?$|"
    rf"\b(?:{_ANY['addressing']})\s+(?:the\s+)?$|"  # "informed the [Kremlin] that the town was taken"
    rf"\b(?:{_ANY['help']})\s+of\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){1,4}and\s+(?:the\s+)?)?$|"
    rf"\b(?:{_ANY['behalf']})\s+of\s+(?:the\s+)?(?:[\w-]+\s+and\s+)?$"
    r"|\bministers?\s+of\s+(?:[\w-]+\s+){1,3}of\s+(?:the\s+)?$"  # "the Minister of Foreign Affairs of [X]"
    rf"|\b(?:{_ANY['missions']})\s+of\s+(?:the\s+)?(?:[\w-]+(?:,\s+|\s+and\s+)){{0,4}}$"
    rf"|\b(?:{_ANY['leaders']})\s+from\s+(?:the\s+)?(?:[\w-]+(?:,\s+|\s+and\s+)){{0,4}}$"
    rf"|\b(?:{_ANY['superlatives']})\s+(?:(?!time\b)\w+\s+)?(?:in|of)\s+(?:the\s+)?$"
    r"|\b(?:on (?:its|his|her|their|the) way|en route|bound|headed|heading|flying|travelling|traveling|flight)\s+"
    r"(?:from|to|for|towards|between)\b"
    r"(?!\s+an?\s+[a-z]+\s+(?:in|near|outside)\s)"  # "people on their way to a wedding in [X] were killed"
    r"(?:(?!\b(?:was|were|is|are|had|has)\b)[^.;:,]){0,45}$"
    r"|\banniversar(?:y|ies)\s+of\s+(?:[\w'’-]+\s+){1,6}$"  # "met in A on the anniversary of the war in [B]"
    r"|\b(?:loaded|laden|filled)\s+with\s+(?:[\w-]+\s+){1,4}for\s+(?:the\s+)?$"  # "one loaded with wheat for [X]"
    r"|\bborn\s+in\s+(?:the\s+)?$|\bof\s+(?:them|whom)\s+from\s+(?:the\s+)?(?:[\w-]+(?:,\s+|\s+and\s+))*$"  # who they are
    r"|\b(?:ceasefire|truce|peace|plan|roadmap|aid|support|funds?|help)\s+for\s+(?:the\s+)?(?:\w+\s+)?$"
)


_CAPITAL_OF = re.compile(r"\bcapital\s+of\s+(?:the\s+)?$")  # "the capital of [Mali]", not "the capital of [Bamako]"
_HANDED_OVER = frozenset({"prisoner_exchange"})
_TOWARDS = re.compile(r"\b(?:to|towards?)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$")
_TO = re.compile(r"\bto\s+(?:the\s+)?$")
_LEAVING = frozenset(
    {
        "withdrawal",
        "recaptured",
        "evacuation",
        "displacement",
        "release",
        "expulsion",
        "encirclement",
        "meeting",
        "visit",
        "disruption",
        "corridor",
        "weapon_test",
        "exercise",
        "abduction",
        "arrest",
    }
)


# Categories that are not told to happen where their subject lives.
ACTS = frozenset({"diplomacy", "sanctions", "legal", "military_aid", "mobilisation", "cyber"})


_SAYINGS = frozenset({"statement", "condemnation"})


_IN = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$")


def _inside_speaker(mention: Mention, hit: Hit) -> bool:
    """True for a place in what is told about a speaker: "the sister of the leader in X, warned"."""
    return hit.subject is not None and hit.subject.start < mention.start < hit.subject.end


# "one flew on to [X]": where what was not stopped went.
_FLEW_ON = re.compile(
    rf"\b(?:{_ANY['flew_on']})\s+(?:off\s+|back\s+|on\s+|away\s+)?(?:to|into|towards?)\s+(?:the\s+)?$"
)
_NEARED = ("nearing ", "neared ", "approaching ", "approached ", "approaching the ", "approached the ")
# "The General Staff in X said that attacks had been beaten off": where a body sits, not what it tells of.
_SEAT = re.compile(rf"\b(?:{_ANY['bodies']})\s+in\s+(?:the\s+)?$")


def _is_seat(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the seat of a body that tells of fighting."""
    before = mention.end <= hit.trigger.start and hit.category in FIGHTING
    return before and _SEAT.search(lowered(text), max(0, mention.start - 40), mention.start) is not None


# "Three clinics were destroyed and patients were taken to [X]": where those hurt or freed were brought.
_TAKEN_TO = re.compile(
    rf"\b(?:(?:{_ANY['taken']})\s+to\s+|(?:treated|hospitali[sz]ed|cared\s+for)\s+(?:in|at)\s+)"
    r"(?:(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}(?:hospitals?|clinics?|morgues?|mortuary)\s+(?:in|at|of)\s+)?"
    r"(?:the\s+)?(?:[\w-]+(?:,\s+|\s+and\s+))*$"
    r"|\bdied\s+(?:later\s+|(?:of|from)\s+(?:\w+\s+){1,2})?(?:in\s+hospital|(?<=later\s)(?:in|at)\s+an?\s+(?:\w+\s+)?hospital)\s+in\s+$"
)


_CARED_FOR = frozenset({"treated", "hospitalised", "hospitalized", "cared"})
# A sentence without any of these brings nobody anywhere.
BRINGS = sets_of("geoevents.events.where", "place_words.toml")["taken"] | _CARED_FOR


def is_brought_to(text: str, mention: Mention) -> bool:
    """True for where the hurt or freed were brought: "patients were taken to A and [B]"."""
    return _TAKEN_TO.search(lowered(text), max(0, mention.start - _CARE), mention.start) is not None


_CARE = 80  # letters from "taken to" to a name
_SET_FREE = frozenset({"release", "prisoner_exchange"})
# "received 90 prisoners, among them the defenders of [X]": who they are, not where they were freed.
_AMONG_THEM = re.compile(
    r",\s+(?:among\s+(?:them|whom)|including|most\s+of\s+them|some\s+of\s+(?:them|whom))\b[^,;.:]*$"
)


def _is_of_those_taken(hit: Hit, mention: Mention, before: str) -> bool:
    """True for where people were brought, and for what is told of those set free: "children taken to [X] were returned"."""
    if hit.category in FIGHTING:
        return _TAKEN_TO.search(before) is not None
    if hit.subtype not in _SET_FREE:
        return False
    taken = mention.end <= hit.trigger.start and _TAKEN_TO.search(before) is not None
    return taken or _AMONG_THEM.search(before) is not None


# "left the grain agreement, signed in [X] in July 2022,": an aside with a day of its own keeps its place too.
_SIGNED = re.compile(r",\s+(?:\w+ly\s+)?(?:\w+ed|struck|held|begun|won)\s+(?:in|at|near)\s+(?:the\s+)?$")
_THEN = re.compile(r"\s+(?:in|on|early|late|last|a)\s[^,;.:]{2,25},")


# "soldiers held in [Y]", "men wanted for a murder in [Y]": what only tells who they are.
_WHO_THEY_ARE = re.compile(
    r"\b(?!(?:killed|wounded|injured|hit)\b)(?:\w{2,}ed|held|born|living|working|kept|lost|sent|caught|fought|serving)\s+"
    r"(?:for\s+(?:\w+\s+){1,6}?)?(?:in|at|near|from)\s+(?:the\s+)?$"
)
_AT_HEAD = re.compile(r"(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?")


def _only_says_who(text: str, mention: Mention, hit: Hit, before: str, named: Sequence[Mention]) -> bool:
    """True for a place inside what tells who somebody is, where a town at the head of the clause says where: "In [X] on Friday,
    crowds demanded the return of soldiers held in [Y]"."""
    if hit.voice == "noun" or mention.start < hit.trigger.end or _WHO_THEY_ARE.search(before) is None:
        return False
    low, start = lowered(text), hit.clause.start
    return any(
        m.end < hit.trigger.start
        and m.spot is not None
        and m.spot.precision == "settlement"
        and _AT_HEAD.fullmatch(low, start, m.start)
        for m in named
    )


def _is_of_aside(text: str, mention: Mention, before: str) -> bool:
    """True for the place of a deed that is only mentioned, with its day, between two commas."""
    return _SIGNED.search(before) is not None and _THEN.match(text, mention.end) is not None


_MOVED = frozenset({"control_change", "mobilisation"})
# "troops moved into the republic, following bombings in [X] and [Y]": what led to it was there.
_FOLLOWING = re.compile(
    rf"\b(?:following|after|in\s+(?:response|retaliation|reply)\s+(?:to|for))\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_ATTACKS})\s+"
    r"(?:in|on|at|near|against)\s+(?:the\s+)?(?:[A-Z]?[\w-]+(?:,\s+|\s+and\s+))*$"
)


# "a gunman shot the ambassador to [X]": the post of whoever it was done to.
_POSTED = re.compile(r"\b(?:ambassadors?|high\s+commissioners?|consuls?(?:[\s-]general)?)\s+to\s+(?:the\s+)?$")
# "angry over [X]'s support for", "a base for the [X] offensive": what moved people, what a place serves.
_MOVING = re.compile(r"\b(?:over|about|at|against)\s+$")
_ITS_DOING = re.compile(
    r"['’]s\s+(?:(?:new|own|growing|continued|military|alleged|recent)\s+)?(?:support|backing|role|policy|policies|stance|decision|plans?|refusal|failure|handling|treatment"
    r"|actions?|involvement|intervention|interference|bid|conduct|claims?|response|war\s+(?:on|in|against))\b"
)
_FOR_THE = re.compile(r"\bfor\s+(?:the|an?)\s+$")
_UNDERTAKING = re.compile(r"\s+(?:offensive|campaign|operation|battle)\b")


def _is_cause(text: str, mention: Mention, hit: Hit, before: str) -> bool:
    """True for a name that tells whose post, doing or undertaking was meant, and not where something happened."""
    if hit.category not in ACTS and before.endswith(("to ", "to the ")) and _POSTED.search(before):
        return True
    if _ITS_DOING.match(text, mention.end) and _MOVING.search(before):
        return True
    told = hit.voice == "noun" and _UNDERTAKING.fullmatch(text, mention.end, hit.trigger.end) is not None
    return not told and _UNDERTAKING.match(text, mention.end) is not None and _FOR_THE.search(before) is not None


def is_elsewhere(text: str, mention: Mention, hit: Hit, named: Sequence[Mention]) -> bool:
    """True where the words before a place say that it is a goal, a comparison or an origin of what happened."""
    since = (
        hit.trigger.end if hit.trigger.end <= mention.start else 0
    )  # "flew to X": the trigger itself is the way there
    before = lowered(text)[max(since, mention.start - 60) : mention.start]
    if hit.category in ACTS and (mention.role == "modifier" or _is_of_aside(text, mention, before)):
        return True
    behind = max(hit.trigger.end, mention.start - 80)
    if is_reason_for(text, behind, mention.start) or is_stance_on(text, behind, mention.start):
        return True
    if _is_at_another_time(text, mention, hit) or _is_seat(text, mention, hit) or is_base_of_doer(text, mention, hit):
        return True
    if (
        _CLOCK.match(text, mention.end)
        or is_helper(text, mention, hit)
        or (_CAPITAL_OF.search(before) and not (mention.place and mention.place.kind in SETTLEMENTS))
        or (_NOT_THERE.search(before) and not is_goal(text, mention, hit))
        or only_qualifies(text, mention, hit, named)
        or is_concerned(text, mention, hit)
        or _is_cause(text, mention, hit, before)
    ):
        return True
    if _is_of_those_taken(hit, mention, before) or _only_says_who(text, mention, hit, before, named):
        return True
    if hit.category == "air_defence" and hit.object is not None and _owns_weapons(text, mention, hit.object):
        return True
    if hit.category in _MOVED and hit.voice != "noun" and _FOLLOWING.search(before):
        return True
    if hit.category == "air_defence" and (_FLEW_ON.search(before) or before.endswith(_NEARED)):
        return True
    if hit.subtype in _SAYINGS and (not _IN.search(before) or _inside_speaker(mention, hit)):
        return True
    if hit.subtype == "withdrawal" and mention.start > hit.trigger.end and _TOWARDS.search(before):
        return True  # "left in long columns for X"
    handed = hit.subtype in _HANDED_OVER and hit.object is not None
    if handed and mention.place and mention.place.kind == "country" and _TO.search(before):
        return True  # "returned 1,000 bodies to X": whose they are
    if hit.subtype == "visit" and is_left(text, mention, hit):
        return True
    return (
        hit.subtype not in _LEAVING
        and not _is_sailed_from(text, mention, hit)
        and not opens_range(text, mention, named)
        and _is_origin(text, mention, hit, named)
    )


def _owns_weapons(text: str, mention: Mention, weapons: Span) -> bool:
    """True for whose weapons are stopped: "intercepted most of [Iran]'s missiles"."""
    return weapons.start <= mention.start < weapons.end and text.startswith(("'s", "’s"), mention.end)


def _is_origin(text: str, mention: Mention, hit: Hit, named: Sequence[Mention]) -> bool:
    """True for where people or things come from, which nothing that happens to them is told of: "a drone from [X]"."""
    head = next((m for m in named if m.group is not None and m.group == mention.group), mention)
    low, start = lowered(text), max(0, head.start - 60)
    if "from" not in low[start : head.start]:
        return False
    origin = FROM.search(low, start, head.start)
    if origin is not None:  # "fighters from X entered [Y]": X is where they come from
        acted = (
            hit.voice != "noun" and origin.start() < hit.trigger.start < head.start
        )  # "fighters from the group entered [Y]"
        return not acted and not any(origin.start() < m.start < head.start for m in named)
    return FROM_AND.search(low, start, head.start) is not None


def _is_sailed_from(text: str, mention: Mention, hit: Hit) -> bool:
    """True for the object of a verb that ends in "from" itself: "the ship sailed from [X]"."""
    own = hit.object is not None and hit.object.start <= mention.start < hit.object.end
    return own and text.endswith(" from", hit.trigger.start, hit.trigger.end)


def _is_at_another_time(text: str, mention: Mention, hit: Hit) -> bool:
    """True where "a day after" stands between a place and a hit: of the two only one is of that day."""
    if mention.start > hit.trigger.end:
        return is_another_time(text, hit.trigger.end, mention.start)
    before = hit.voice == "noun" and mention.end <= hit.trigger.start
    return before and (
        is_another_time(text, mention.end, hit.trigger.start) or is_followed(text, mention.end, hit.trigger.start)
    )
