"""Denials without content of their own ("this was not the case"): whose claim they hit (``events.md`` 4.7)."""

import re
from collections.abc import Iterator, Sequence

from geoevents.articles.tokens import lowered
from geoevents.atlas.mention import Mention
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Claimant
from geoevents.events.telling import Telling
from geoevents.events.who.actors import INITIATORS
from geoevents.events.who.answer_phrases import answered_deeds, answers_its_clause, rejects_news
from geoevents.events.who.answered import RESPONSIBLE_FOR, in_reach, is_elsewhere, of_deed, towns_named
from geoevents.events.who.claim import Spoken
from geoevents.events.who.disowned import concerns, disowns, shifts_blame, told_by
from geoevents.events.who.held import held_on
from geoevents.events.who.responsible import owned
from geoevents.values import replace

__all__ = ["denied"]

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
    found = owned(text, tellings, spoken, mentions)
    for denial in _answers(text, found, spoken):
        towns = towns_named(denial.claim, mentions)
        about = [t for t in found if not is_elsewhere(t, towns)] if towns else found
        if disowns(text, denial.claim):
            about = [t for t in about if _may_be_own(t) and concerns(text, denial.claim, t)]
        own = told_by(denial, found)
        if own:
            about = [t for t in about if t not in own and all(_is_told_again(t, by) for by in own)]
        hit = {
            t.order
            for t in _hit_by(text, denial, about, spoken)
            or (() if own or not disowns(text, denial.claim) else _told_after(denial, about))
        }
        found = [t for t in found if not hit or t not in own]
        found = [replace(t, claims=(*t.claims, denial.claim)) if t.order in hit else t for t in found]
    for said in spoken:
        if shifts_blame(text, said.claim) and not told_by(said, found):
            found = _blamed_on_others(said, found)
    for holder in (s for s in spoken if s.claim.holds):
        found = held_on(text, holder, found, towns_named(holder.claim, mentions))
    return found


def _blamed_on_others(said: Spoken, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings in which the accused, who says that somebody else did it, denies what was told last before."""
    near = [t for t in tellings if in_reach(t, said)]
    last = near[-1] if near else None
    who = said.claim.claimant
    if (
        last is None
        or last.hit.category not in RESPONSIBLE_FOR
        or not (_is_done_by_denier(last, who) or _is_named_doer(last, who))
    ):
        return list(tellings)
    denial = replace(said.claim, modality="denies", claimant=replace(who, stance="denies"))
    return [replace(t, claims=(*t.claims, denial)) if t.record == last.record else t for t in tellings]


def _is_named_doer(telling: Telling, who: Claimant) -> bool:
    """True where the doer is told by the name of who speaks: "PKK militants set fire to X; the | PKK | said"."""
    doer = next((a for a in telling.actors if a.role in INITIATORS and a.basis == "explicit"), None)
    if doer is None:
        return False
    return who.name.lower() == doer.name.lower() or _shares_name(who.name, doer.name)


def _shares_name(one: str, other: str) -> bool:
    return not set(_NAMES.findall(one)).isdisjoint(_NAMES.findall(other))


_NAMES = re.compile(r"\b[A-Z][\w’'-]+")


def _told_after(denial: Spoken, tellings: Sequence[Telling]) -> list[Telling]:
    """What somebody else claims right behind a denial that answers nothing before it: "We did not bomb it," X said.  Y had
    reported that jets bombed A."""
    who = denial.claim.claimant
    after = (
        t for t in tellings if t.segment.section == denial.section and t.hit.trigger.start > denial.claim.verb_start
    )
    near = (t for t in after if 0 < t.segment.index - denial.sentence <= _AHEAD and t.hit.category in RESPONSIBLE_FOR)
    told = next(near, None)
    if told is None or told.is_background or not told.claims or told.inherited_claim or _is_done_by_another(told, who):
        return []
    return [told] if told.stance != "denies" and all(c.claimant.name != who.name for c in told.claims) else []


_AHEAD = 2  # sentences from a denial to the claim that it is about


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
        telling.placed.spot.name == denied.placed.spot.name
        and {telling.hit.category, denied.hit.category} <= RESPONSIBLE_FOR
    )


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


_DONE = RESPONSIBLE_FOR | {"control_change", "mobilisation", "infrastructure"}  # what one's own men may not have done
_DECIDED = frozenset({"closure", "restored", "disruption"})  # of works: what nobody's men are said to have done


def _may_be_own(telling: Telling) -> bool:
    """True for a deed that a side may say its men did not do: no schools that stay closed."""
    return telling.hit.category in _DONE and telling.hit.subtype not in _DECIDED


def _hit_by(text: str, denial: Spoken, tellings: Sequence[Telling], spoken: Sequence[Spoken]) -> list[Telling]:
    """Tellings of the statement that a denial is about; of a list, the one it names by number."""
    target = _target(text, tellings, denial, spoken)
    if target is None:
        return []
    if _ALL.match(text, denial.claim.verb_end):
        return [t for t in tellings if in_reach(t, denial) and _speaker(t) == _speaker(target)]
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
    back = denial.claim.takes_back
    reached = [
        t for t in tellings if in_reach(t, denial, told_by_others=not own and not back) or _is_plain(text, t, denial)
    ]
    if back:
        reached = [t for t in reached if _speaker(t) in {None, denial.claim.claimant.name}] or reached
    near = of_deed(text, denial, reached)
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


def _is_plain(text: str, telling: Telling, denial: Spoken) -> bool:
    """True for a deed that the article itself told in this sentence or the one before, where a deed is denied and no report."""
    if (
        telling.claims
        or denial.sentence - telling.segment.index > 1
        or not in_reach(telling, denial, told_by_others=False)
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
