"""Denials without content of their own ("this was not the case"): whose claim they hit (``events.md`` 4.7)."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS, LonLat
from geoevents.atlas.relations.geometry import distance_km
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.who.actors import INITIATORS, party
from geoevents.events.who.answer_phrases import answered_deeds, answers_its_clause, rejects_news
from geoevents.events.who.claim import Claim, Spoken
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.disowned import concerns, disowns, told_by
from geoevents.events.who.held import held_on
from geoevents.events.who.seconded import owns
from geoevents.values import replace
from geoevents.words import any_of

__all__ = ["denied"]

# What can be denied: claims of results and acts, not visits.
_HARM = frozenset({"air_defence", "strike", "ground_combat", "naval", "infrastructure"})
_DENIABLE = _HARM | {"control_change", "detention", "mobilisation", "other"}
_REACH_SENTENCES = 3
# "disputed the second of these": which of the places of a list.
_ORDINAL = re.compile(
    r"\b(?P<which>first|second|third|last)\b(?=\s+(?:of|claim|one|announcement|report|assertion|statement))",
    re.IGNORECASE,
)
_ALL = re.compile(r"\s+(?:both|all\s+of\s+(?:it|this|them))\b(?=\s*(?:$|[.,;]))", re.IGNORECASE)
_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}


def denied(
    text: str, tellings: Sequence[Telling], spoken: Sequence[Spoken], mentions: Sequence[Mention] = ()
) -> list[Telling]:
    """Tellings with each denial attached to the last opposing claim of its section, and only to that statement.

    A denial after a claim that told no event hits nothing.  One that opens a paragraph answers the whole paragraph before:
    it hits the first thing its speaker claimed there; one that names a town (``mentions``) is not about another one.
    ``text`` is the body.
    """
    found = _owned(text, tellings, spoken, mentions)
    for denial in _answers(text, found, spoken):
        towns = _towns_named(denial.claim, mentions)
        about = [t for t in found if not _is_elsewhere(t, towns)] if towns else found
        if disowns(text, denial.claim):
            about = [t for t in about if t.hit.category in _DONE and concerns(text, denial.claim, t)]
        own = told_by(denial, found)
        if own:
            about = [t for t in about if t not in own and all(_is_told_again(t, by) for by in own)]
        hit = {t.order for t in _hit_by(text, denial, about, spoken)}
        found = [t for t in found if not hit or t not in own]
        found = [replace(t, claims=(*t.claims, denial.claim)) if t.order in hit else t for t in found]
    for holder in (s for s in spoken if s.claim.holds):
        found = held_on(holder, found)
    return found


def _answers(text: str, tellings: Sequence[Telling], spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """The denials of what was told before: those without content, and those of the speaker's own doing that tell no deed."""
    for said in spoken:
        if said.claim.anaphoric:
            if not _says_what(said, spoken):
                yield said
        elif disowns(text, said.claim) and all(t.stance == "denies" for t in told_by(said, tellings)):
            denier = replace(said.claim.claimant, stance="denies")
            yield replace(said, claim=replace(said.claim, modality="denies", claimant=denier))


def _is_told_again(telling: Telling, denied: Telling) -> bool:
    """True for a deed that a denial tells again in words of another kind: "a missile hit X": "denied that it had fired on the city"."""
    if telling.placed is None or denied.placed is None or telling.hit.category == denied.hit.category:
        return False
    return (
        telling.placed.spot.name == denied.placed.spot.name and {telling.hit.category, denied.hit.category} <= _ATTACKS
    )


_SAME_TOWN_KM, _HERE_KM = 40.0, 5.0


def _towns_named(denial: Claim, mentions: Sequence[Mention]) -> list[LonLat]:
    """The towns that a denial speaks of: "claims of damage to the [X] base were false"."""
    inside = [
        m.place for m in mentions
        if denial.scope_start <= m.start < denial.scope_end and not denial.speaker_start <= m.start < denial.speaker_end
        and m.role in _GROUND and m.place is not None and m.place.kind in SETTLEMENTS
    ]  # fmt: skip
    return [p.lonlat for p in inside if p.lonlat is not None]


def _is_elsewhere(telling: Telling, towns: Sequence[LonLat], *, km: float = _SAME_TOWN_KM) -> bool:
    """True for a telling that lies far from all towns that a denial speaks of."""
    place = telling.placed.mention.place if telling.placed is not None else None
    here = place.lonlat if place is not None else None
    return here is not None and all(distance_km(t, here) > km for t in towns)


_GROUND = frozenset({"literal", "modifier", "reference"})


def _says_what(denial: Spoken, spoken: Sequence[Spoken]) -> bool:
    """True where the sentence goes on with what its speaker denies: "called the report baseless and denied that A had fired"."""
    return any(
        s.sentence == denial.sentence
        and s.claim.verb_start > denial.claim.verb_end
        and s.claim.modality == "denies"
        and not s.claim.anaphoric
        and s.claim.claimant.name == denial.claim.claimant.name
        for s in spoken
    )


def _owned(
    text: str, tellings: Sequence[Telling], spoken: Sequence[Spoken], mentions: Sequence[Mention]
) -> list[Telling]:
    """Tellings with those who claim responsibility for the last event of their section, or confirm it, as claimants of it."""
    found = list(tellings)
    for own in (s for s in spoken if s.claim.seconds):
        near = [t for t in found if _in_reach(t, own, told_by_others=False) or _just_before(t, own)]
        near = [t for t in _of_deed(text, own, near) if own.claim.modality == "confirms" or t.hit.subtype != "release"]
        towns = _towns_named(own.claim, mentions)  # "confirmed the loss of [X]": of no other town
        reach = _HERE_KM if any(not _is_elsewhere(t, towns, km=_HERE_KM) for t in near) else _SAME_TOWN_KM
        near = [t for t in near if not towns or not _is_elsewhere(t, towns, km=reach)]
        if near and (near[-1].hit.category in _ATTACKS or own.claim.modality == "confirms"):
            record = near[-1].record
            found = [
                _as_done_by(replace(t, claims=(*t.claims, own.claim)), own.claim)
                if t.record == record and not (towns and _is_elsewhere(t, towns, km=reach))
                else t
                for t in found
            ]
    return found


def _as_done_by(telling: Telling, claim: Claim) -> Telling:
    """The telling with who claims the deed as its doer, where nobody else is told to have done it."""
    role = next((role for role in telling.hit.roles if role in INITIATORS), None)
    if role is None or not owns(claim, telling) or any(a.role in INITIATORS for a in telling.actors):
        return telling
    who = replace(claim.claimant, name=claim.claimant.name.partition(",")[0])
    doer = party(role, who, itself=True)
    return replace(telling, actors=(*telling.actors, doer)) if doer is not None else telling


def _just_before(telling: Telling, own: Spoken) -> bool:
    """True for what the same sentence told, be it old: "40 died in an attack in May; a group claimed responsibility"."""
    same = telling.segment.index == own.sentence and telling.hit.trigger.start < own.claim.verb_start
    return same and telling.hit.category in _ATTACKS and not telling.is_aggregate


# What one may claim responsibility for.
_ATTACKS = frozenset({"strike", "ground_combat", "naval", "detention", "cyber", "other"})
_DONE = _ATTACKS | {"control_change", "mobilisation", "infrastructure"}  # what one's own men may not have done


def _hit_by(text: str, denial: Spoken, tellings: Sequence[Telling], spoken: Sequence[Spoken]) -> list[Telling]:
    """Tellings of the statement that a denial is about; of a list, the one it names by number."""
    target = _target(text, tellings, denial, spoken)
    if target is None:
        return []
    if _ALL.match(text, denial.claim.verb_end):
        return [t for t in tellings if _in_reach(t, denial) and _speaker(t) == _speaker(target)]
    record = [t for t in tellings if t.segment == target.segment and _is_same_claim(t, target)]
    match = _ORDINAL.search(text, denial.claim.verb_end, denial.claim.scope_end)
    which = _PLACES[match["which"].lower()] if match else None
    return record if which is None or which >= len(record) else [record[which]]


def _is_same_claim(telling: Telling, target: Telling) -> bool:
    """True for the other places of a deed, and for what its sentence lays to the same side at the same place."""
    if telling.hit.trigger == target.hit.trigger:
        return True
    same = telling.placed is not None and target.placed is not None and telling.placed.spot == target.placed.spot
    doers = [{a.name for a in t.actors} for t in (telling, target)]
    return same and bool(telling.claims) and telling.claims == target.claims and doers[0] == doers[1]


def _target(text: str, tellings: Sequence[Telling], denial: Spoken, spoken: Sequence[Spoken]) -> Telling | None:
    own = answers_its_clause(text, denial.claim.speaker_start)  # whoever told it, the sentence says what is denied
    reached = [t for t in tellings if _in_reach(t, denial, told_by_others=not own) or _is_plain(text, t, denial)]
    near = _of_deed(text, denial, reached)
    near = [t for t in near if not t.continued] or near
    if own:
        near = [t for t in near if t.segment.index == denial.sentence and _speaker(t) != denial.claim.claimant.name]
    last = near[-1] if near else None
    if last is None or _answered_elsewhere(last, denial, spoken):
        return None
    accused = [t for t in near if _is_done_by_denier(t, denial.claim.claimant)]
    if accused:
        return accused[-1]  # who is told to have done one of these things denies that one
    if last.segment.paragraph == denial.paragraph:
        return last
    return next(t for t in near if t.segment.paragraph == last.segment.paragraph and _speaker(t) == _speaker(last))


def _of_deed(text: str, answer: Spoken, near: Sequence[Telling]) -> list[Telling]:
    """Those tellings that an answer may be about by its noun: "the raid" is no loss of ground."""
    deeds = answered_deeds(text, answer.claim.verb_end, answer.claim.scope_end)
    about = [t for t in near if deeds is None or t.hit.category in deeds]
    named = _named_in(text, answer.claim)
    same = (
        [t for t in about if named and named & _named_within(text, t.segment.start, t.segment.end)]
        if len(about) > 1
        else []
    )
    return same or about


def _named_in(text: str, answer: Claim) -> set[str]:
    """What an answer names: "confirmed the attack on the [Tutor]", "called the [photograph] a fake"."""
    closes = _PHRASE_ENDS.search(text, answer.verb_end)
    return _named_within(text, answer.verb_end, closes.start() if closes else answer.scope_end)


def _named_within(text: str, start: int, end: int) -> set[str]:
    return set(_NAMES.findall(text, start, end)) | set(_SHOWN.findall(text, start, end))


_PHRASE_ENDS = re.compile(r"[.,;:]|\sand\s")
_NAMES = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]{2,}")  # within a sentence
_SHOWN = re.compile(rf"\b(?:{any_of(DATA['shown']['nouns'])})\b")


def _is_plain(text: str, telling: Telling, denial: Spoken) -> bool:
    """True for a deed that the article itself told in this sentence or the one before, where a deed is denied and no report."""
    if (
        telling.claims
        or denial.sentence - telling.segment.index > 1
        or not _in_reach(telling, denial, told_by_others=False)
    ):
        return False
    claim = denial.claim
    open_deed = telling.hit.category not in FIGHTING and _is_done_by_another(telling, claim.claimant)
    if not open_deed and rejects_news(text, claim.verb_start):
        return True
    first = text.rfind(". ", 0, claim.verb_start) + 1  # "accused the rebels of the attack, but they denied it"
    if answered_deeds(text, first, claim.scope_end) is not None:
        return True
    if disowns(text, claim) and not _is_done_by_another(telling, claim.claimant):
        return True
    share = _SHARE.search(lowered(text), claim.verb_end, claim.scope_end)
    return share is not None and not _is_done_by_another(telling, claim.claimant)


def _is_done_by_another(telling: Telling, denier: Claimant) -> bool:
    """True for the open deed of another state: "Finland closed the crossing. Russia denied any role" is no dispute of that."""
    doer = next((a for a in telling.actors if a.role in INITIATORS and a.basis == "explicit"), None)
    return doer is not None and None not in {doer.country, denier.country} and doer.country != denier.country


def _is_done_by_denier(telling: Telling, denier: Claimant) -> bool:
    doer = next((a for a in telling.actors if a.role in INITIATORS and a.basis == "explicit"), None)
    return doer is not None and doer.country is not None and doer.country == denier.country


_SHARE = re.compile(r"\b(?:involvement|responsibility|role|part|behind)\b")


def _in_reach(telling: Telling, denial: Spoken, *, told_by_others: bool = True) -> bool:
    near = (
        telling.segment.section == denial.section and 0 <= denial.sentence - telling.segment.index <= _REACH_SENTENCES
    )
    return (
        near
        and telling.hit.category in _DENIABLE
        and not telling.is_background
        and not telling.is_aggregate
        and telling.hit.trigger.start < denial.claim.verb_start
        and (not told_by_others or _opposes(denial, telling))
    )


def _answered_elsewhere(last: Telling, denial: Spoken, spoken: Sequence[Spoken]) -> bool:
    """True where somebody else claimed something in between that told no event: the denial is of that."""
    mine = denial.claim.claimant.country, denial.claim.claimant.name
    told = {c.claimant.country for c in last.claims}  # "India's foreign secretary" goes on with what "India" said
    return any(
        s.section == denial.section
        and last.segment.index < s.sentence < denial.sentence
        and not s.claim.anaphoric
        and s.claim.claimant.country is not None
        and s.claim.claimant.country not in {mine[0], *told}
        and s.claim.claimant.name != _speaker(last)
        for s in spoken
    )


def _speaker(telling: Telling) -> str | None:
    return telling.claims[0].claimant.name if telling.claims else None


def _opposes(denial: Spoken, telling: Telling) -> bool:
    """True unless the one who denies is the one who claimed."""
    return bool(telling.claims) and all(c.claimant.name != denial.claim.claimant.name for c in telling.claims)
