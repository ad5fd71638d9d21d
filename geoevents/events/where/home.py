"""The state in which its own affairs happen: coups, secessions, elections, its networks cut or attacked."""

import re
from collections.abc import Mapping, Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.telling import Placed
from geoevents.events.what.hit import Hit
from geoevents.events.where.anchors import as_told, within
from geoevents.values import replace
from geoevents.words import patterns_of

__all__ = ["home_of", "home_told"]

_AT_HOME = frozenset({"coup", "secession", "election", "emergency_rule", "network_attack", "outage"})
_ANY = patterns_of("geoevents.events.where", "place_words.toml")
_NETWORKS = re.compile(rf"\b(?:{_ANY['networks']})\b", re.IGNORECASE)
_MACHINES = re.compile(rf"\b(?:{_ANY['machines']})\b")


def home_of(text: str, hit: Hit, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> tuple[Placed, ...]:
    """The state in which its own affairs happen: "[Kosovo] declared its independence", "[Gabon]'s army took power".

    Also the one that the clause before is about: "[Libya] has been split since its leader was overthrown".
    """
    if hit.subtype not in _AT_HOME:
        return ()
    of_it = [m for m in mentions if any(within(m, phrase) for phrase in _at_home(text, hit))]
    named = [m for m in of_it if m.place is not None and m.role in {"metonym", "modifier", "literal"}]
    if (
        not named
        and hit.clause_kind == "subordinate"
        and hit.clause_index > 0
        and " there" not in text[slice(*hit.clause)]
    ):
        start = clauses[hit.clause_index - 1].start
        opens = [m for m in mentions if m.start == start or text[start : m.start].lower() in {"the ", "in "}]
        named = [m for m in opens if m.place is not None and m.place.kind == "country" and m.role != "demonym"]
    return as_told(named[0], "text") if named else ()


def _at_home(text: str, hit: Hit) -> tuple[Span | None, ...]:
    """The phrases that may name the state: not who hacks, and of those who cut something only who shuts the internet."""
    if hit.subtype == "outage":
        acts_on = text[slice(*hit.object)] if hit.object is not None and hit.voice == "active" else None
        own = acts_on is None or _NETWORKS.search(acts_on) is not None  # "much of [Rafah] was in the dark"
        return (hit.subject, hit.object) if own else (hit.object,)
    if hit.subtype == "network_attack":
        named = hit.subject if hit.voice == "noun" else hit.object
        return (named,) if named is not None and _MACHINES.search(text, *named) else ()
    return (hit.subject, hit.object)


_POWER = re.compile(rf"(?:the\s+)?(?:\w+\s+)?(?:{_ANY['soldiery']})\b", re.IGNORECASE)
_RULERS = re.compile(rf"(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:{_ANY['rulers']})\b", re.IGNORECASE)
_THE_BORDERS = re.compile(rf"(?:all\s+)?(?:the\s+)?(?:\w+\s+)?(?:{_ANY['frontiers']})$", re.IGNORECASE)


def home_told(text: str, hit: Hit, told: Sequence[Placed], known: Mapping[str, Mention]) -> tuple[Placed, ...]:
    """The one country that the events before were in, for a coup of "the army" and for what "the government" decrees; ()
    where they were in several, and where nothing was told before and several countries were named."""
    if ruled := _where_they_rule(text, hit, told):
        return ruled
    doers = _doers_at_home(text, hit)
    if doers is None or hit.voice != "active" or hit.subject is None or not doers.match(text, hit.subject.start):
        return ()
    states = {p.mention.place.country for p in told if p.mention.place is not None} or set(known)
    there = known.get(next(iter(states)) or "") if len(states) == 1 else None
    return as_told(there, "inherited") if there is not None else ()


_LOCAL_RULER = re.compile(
    r"(?:the\s+)?(?:(?:acting|regional|provincial|state)\s+){0,2}(?P<who>governor|mayor)\b", re.IGNORECASE
)
_WHO_RULES = re.compile(r"\b(?P<who>governor|mayor)\b[^.;]*$", re.IGNORECASE)
_NAMED_WITHIN = 60  # letters from an office to the "who" behind its name
_OWN_WORDS = frozenset({"emergency_rule"})


def _where_they_rule(text: str, hit: Hit, told: Sequence[Placed]) -> tuple[Placed, ...]:
    """The region or town told of last, for the emergency that "the governor" or "the mayor" declares."""
    if hit.subtype not in _OWN_WORDS or hit.voice == "passive" or hit.subject is None:
        return ()
    ruler = _LOCAL_RULER.match(text, hit.subject.start)
    if text.startswith("who ", hit.subject.start):  # "the governor, Omar Diallo, who declared an emergency"
        ruler = _WHO_RULES.search(text, max(0, hit.subject.start - _NAMED_WITHIN), hit.subject.start)
    if ruler is None:
        return ()
    kinds = SETTLEMENTS if ruler["who"].lower() == "mayor" else {"admin1"}
    ruled = [p for p in told if p.mention.place is not None and p.mention.place.kind in kinds]
    return (replace(ruled[-1], basis="inherited"),) if ruled else ()


def _doers_at_home(text: str, hit: Hit) -> re.Pattern[str] | None:
    """Who does a deed of a state in that state: soldiers a coup, a government an emergency or the closing of "the borders"."""
    if hit.subtype == "coup":
        return _POWER
    shut = hit.subtype == "closure" and hit.object is not None and _THE_BORDERS.match(text, *hit.object)
    return _RULERS if hit.subtype == "emergency_rule" or shut else None
