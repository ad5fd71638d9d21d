"""Speakers told by their office or their state alone ("the governor", "Moscow") take the name the story gives them elsewhere."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import lru_cache

from geoevents.atlas.mention import Mention
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3
from geoevents.events.where.land import names_a_state
from geoevents.events.who.armed_groups import GROUPS, group_before
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.heard import names_state
from geoevents.events.who.sectors import BODY_NOUNS, OFFICES, is_body_of_a_state, of_other_field
from geoevents.events.who.side_kinds import kind_of_side
from geoevents.values import replace

__all__ = ["with_full_names"]

# Sentences after an office or a state within which its name or body comes; chosen on the development articles.
_OFFICE_REACH = 2
_STATE_REACH = 3
_POWERS = frozenset({"MIL", "GOV"})


def with_full_names(
    tellings: Sequence[Telling],
    spoken: Sequence[Spoken],
    *,
    title: str = "",
    text: str = "",
    mentions: Sequence[Mention] = (),
) -> list[Telling]:
    """Tellings in which each speaker told by office or state alone has the full name that its section gives.

    A body whose initials stand in ``title`` or ``text`` gets them, "… (IAEA)"; "the group" is the last one named, which is
    none of the places and peoples among the ``mentions``.

    "The ministry" takes the one ministry of the section; "the governor" adds the person without an office who speaks next;
    "Moscow" keeps its name and adds the body that speaks for it next: "Moscow (Defence Ministry)".  "He said" of a quotation
    that opens a story takes the person who speaks next.
    """
    if not spoken:
        return list(tellings)
    known = frozenset([m.text for m in mentions if m.role != "embedded"])
    states = [m for m in mentions if names_a_state(m) or m.role == "demonym" or _is_capital(m)]
    words = f"{title} {text}"
    sections: dict[int, list[Spoken]] = {}
    for s in sorted(spoken, key=_sentence):
        sections.setdefault(s.section, []).append(s)
    bodies = {n: _bodies(own) for n, own in sections.items()}
    full = {
        id(s.claim): claim
        for s in spoken
        if (
            claim := _abbreviated(
                _grouped(_named(s, sections[s.section], bodies[s.section], states), text, known), words
            )
        )
        is not s.claim
    }
    if not full:
        return list(tellings)
    return [
        replace(t, claims=tuple(full.get(id(c), c) for c in t.claims)) if any(id(c) in full for c in t.claims) else t
        for t in tellings
    ]


def _grouped(claim: Claim, text: str, known: Set[str]) -> Claim:
    """The claim of "the group" with the name of the group."""
    if claim.claimant.name.lower() not in GROUPS:
        return claim
    name = group_before(text, claim.speaker_start, known)
    return replace(claim, claimant=replace(claim.claimant, name=name, sector="MIL")) if name else claim


_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")


def _spelled(initials: str) -> re.Pattern[str]:
    """What initials stand for: capitals with small words between, "Rapid Support Forces" for RSF."""
    return re.compile(r"\b" + r"\s(?:(?:of|and|for|the)\s){0,2}".join(rf"{c}[a-z’'-]+" for c in initials) + r"\b")


@lru_cache(maxsize=8)  # the article at hand
def _initials(words: str) -> frozenset[str]:
    """All initials of an article: "RSF", "IAEA"."""
    return frozenset(_INITIALS.findall(words))


def _abbreviated(claim: Claim, words: str) -> Claim:
    """The claim with the initials of its speaker, or what they stand for, where the article tells both."""
    name = claim.claimant.name
    if name.isupper() and name in _initials(words):
        full = _spelled(name).search(words)
        return replace(claim, claimant=replace(claim.claimant, name=f"{full.group()} ({name})")) if full else claim
    short = "".join(w[0] for w in name.split() if w[0].isupper())
    if len(short) < 3 or short not in _initials(words) or _told_with(name, short):
        return claim
    return replace(claim, claimant=replace(claim.claimant, name=f"{name} ({short})"))


def _told_with(name: str, initials: str) -> bool:
    """True for a name that has its initials beside it: "Sudan Liberation Front (SLF)"."""
    return any(word.strip("()") == initials for word in name.split())


def _sentence(said: Spoken) -> int:
    return said.sentence


def _from_here(said: Spoken, spoken: Sequence[Spoken], reach: int) -> Sequence[Spoken]:
    """What is said in this sentence and the next ones; ``spoken`` is in their order."""
    first = bisect_left(spoken, said.sentence, key=_sentence)
    return spoken[first : bisect_right(spoken, said.sentence + reach, key=_sentence)]


def _bodies(spoken: Sequence[Spoken]) -> list[Claimant]:
    """The speakers of a section that have a name of their own, each name and country once, in order."""
    found = {(s.claim.claimant.name, s.claim.claimant.country): s.claim.claimant for s in spoken}
    return [who for who in found.values() if not _is_generic(who.name)]


def _named(said: Spoken, spoken: Sequence[Spoken], bodies: Sequence[Claimant], states: Sequence[Mention]) -> Claim:
    """The claim with the fuller name that its section, of which ``spoken`` and ``bodies`` are, gives its speaker."""
    who = said.claim.claimant
    full = None
    if who.name.lower() in _PERSONAL:
        full = _who_speaks_next(said, _from_here(said, spoken, _OFFICE_REACH))
    elif names_state(who):
        body = _body_of(who, said, _from_here(said, spoken, _STATE_REACH), states)
        full = replace(who, name=f"{who.name} ({body.name})", sector=body.sector) if body is not None else None
    elif _is_generic(who.name):
        if (body := _same_body(who, bodies)) is not None:
            full = _completed(who, body, body.name)
        elif (person := _next_person(who, said, _from_here(said, spoken, _OFFICE_REACH))) is not None:
            full = _completed(who, person, f"{who.name}, {person.name}")
    return replace(said.claim, claimant=full) if full is not None else said.claim


def _completed(who: Claimant, other: Claimant, name: str) -> Claimant:
    """The speaker with a fuller name, and with country and sector of who bears it, where it has none."""
    return replace(who, name=name, country=who.country or other.country, sector=who.sector or other.sector)


def _is_generic(name: str) -> bool:
    """True for a name of common nouns alone: "regional governor", "air force", "Moscow-installed official"."""
    return not any(word[0].isupper() for word in name.split() if word and "-" not in word)


def _same_body(who: Claimant, bodies: Sequence[Claimant]) -> Claimant | None:
    """The one fuller name of the section that shares a noun of office with a generic one."""
    own = BODY_NOUNS.intersection(who.name.lower().split())
    if not own:
        return None
    found = {other.name: other for other in bodies if _fits(who, own, other)}
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(generic: Claimant, nouns: Set[str], full: Claimant) -> bool:
    """True for a fuller name that shares one of the ``nouns`` of a generic one, and not of another country."""
    words = set(full.name.lower().replace(",", " ").split())
    if nouns.isdisjoint(words):
        return False
    if of_other_field(generic.name.lower().split(), words):
        return False
    return generic.country is None or full.country is None or generic.country == full.country


def _next_person(who: Claimant, said: Spoken, others: Sequence[Spoken]) -> Claimant | None:
    """The person without an office who speaks within the next sentences: "the governor said. … wrote Anna Berg"."""
    if not set(who.name.lower().split()) & OFFICES:
        return None
    for other in others:
        name = other.claim.claimant.name
        if other.claim.verb_start > said.claim.verb_start and other.claim.claimant.sector is None and _is_person(name):
            return other.claim.claimant
    return None


def _is_person(name: str) -> bool:
    words = name.split(",", maxsplit=1)[0].split()
    return 2 <= len(words) <= 4 and all(w[0].isupper() or w in {"al", "bin", "de", "von"} for w in words)


_PERSONAL = frozenset({"he", "she"})


def _who_speaks_next(said: Spoken, others: Sequence[Spoken]) -> Claimant | None:
    """The person who speaks next, for a quotation before whom its speaker was not named: "…," he said.  | Berg added"."""
    after = [s.claim.claimant for s in others if s.claim.verb_start > said.claim.verb_start]
    return after[0] if after and after[0].sector in {None, "LOC", "GOV"} and _is_surname(after[0].name) else None


def _is_surname(name: str) -> bool:
    """True for "Berg" and "Governor Anna Berg", not for "residents" and "the town hall"."""
    last = name.rsplit(maxsplit=1)[-1]
    return last[0].isupper() and last.lower() not in BODY_NOUNS


# Both sides of a war have some: without a country they may be those of the other one.
_OF_EITHER = frozenset(
    {"president", "king", "premier", "chancellor", "leader", "command", "brigade", "commander", "commanders", "troops",
     "forces", "unit", "corps", "front"}
)  # fmt: skip


def _is_capital(mention: Mention) -> bool:
    return mention.place is not None and mention.place.feature_code == "PPLC"


def _may_be_of(other: Spoken, said: Spoken, states: Sequence[Mention]) -> bool:
    """True for a body of the state; one without a country only if it is near, and its sentence names no other state."""
    who, state, sentences = other.claim.claimant, said.claim.claimant, other.sentence - said.sentence
    if who.country is not None:
        return who.country == state.country
    words = who.name.lower().replace(",", " ").split()
    alone = _is_generic(who.name) or is_body_of_a_state(who.name)
    near = alone or (sentences <= 1 and words[-1] not in OFFICES and not BODY_NOUNS.isdisjoint(words))
    if not near or not _OF_EITHER.isdisjoint(words) or kind_of_side(who.name) < 0 or other.claim.anaphoric:
        return False
    return not _names_another(other.claim, max(said.claim.scope_end, said.claim.verb_end), state, states)


def _names_another(claim: Claim, since: int, state: Claimant, states: Sequence[Mention]) -> bool:
    """True where another state is named from where one ends to speak to the end of a claim: "Germany adds millions, its
    minister said"."""
    first = min(since, claim.scope_start, claim.speaker_start)
    inside = (m.place for m in states if first <= m.start < max(claim.scope_end, claim.speaker_end))
    return any(p is not None and p.country and alpha3(p.country) != state.country for p in inside)


def _body_of(state: Claimant, said: Spoken, others: Sequence[Spoken], states: Sequence[Mention]) -> Claimant | None:
    """The first body or officer of a state that speaks among the others of the next sentences."""
    for other in others:
        who = other.claim.claimant
        if other.claim.verb_start <= said.claim.verb_start:
            continue
        if names_state(who) and who.country != state.country:
            return None  # what follows is the other side's word
        powerful = who.sector in _POWERS and not names_state(who)
        if powerful and _may_be_of(other, said, states):
            return who
    return None
