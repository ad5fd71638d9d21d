"""Status of a row from who says it and who denies it (``events.md`` 4.7, 4.11)."""

import re
from collections.abc import Sequence

from geoevents.events.categories import FIGHTING
from geoevents.events.event import Actor, Claimant, Status
from geoevents.events.howmany.count_words import PEOPLE, UNITS
from geoevents.events.howmany.counted import Count
from geoevents.events.telling import Telling
from geoevents.events.where.countries import alpha3
from geoevents.events.who.actors import INITIATORS
from geoevents.events.who.claim_words import DATA
from geoevents.events.who.heard import names_state
from geoevents.events.who.seconded import GAINS, given_up, owned_up, owns, seconded
from geoevents.events.who.sectors import ON_THE_SPOT, sector_of
from geoevents.events.who.side_kinds import REBELS, kind_of_side, names_enemy
from geoevents.words import any_of

__all__ = ["parties", "status_of_group"]

# Military results: what an army says of them is its claim.
# What a governor or the police say of their own side's fight is a claim; of harm on their ground it is a report.
_OWN_FIGHT = {"LOC": {"control_change", "air_defence"}, "POL": {"control_change", "ground_combat"}}
# Unnamed officials who tell of harm report it; ministries and leaders accuse.
_OFFICIALS = re.compile(
    r"^(?:(?:local|regional|district|city|municipal|provincial|health|hospital|medical|emergency|rescue|relief|aid|humanitarian|school|railway|rail|energy|civil|port|airport)\s+)?"
    r"(?:officials?|authorities)(?:\s+(?:in|of|from)\b.*)?$",
    re.IGNORECASE,
)
_NEUTRAL = frozenset({"IGO", "MEDIA", "JUD"})


def parties(tellings: Sequence[Telling]) -> frozenset[str]:
    """Who fights in an article: countries (alpha-3) and names in small letters of actors of its military events."""
    actors = [a for t in tellings if t.hit.category in FIGHTING for a in t.actors if a.basis == "explicit"]
    return frozenset({a.country for a in actors if a.country} | {(a.canonical or a.name).lower() for a in actors})


def status_of_group(group: Sequence[Telling], belligerents: frozenset[str] = frozenset()) -> Status:
    """Status of a row from all its tellings: planned, denied, disputed, confirmed, claimed or reported.

    ``belligerents`` are the countries that fight in the article; a state that is none of them reports.
    """
    if all(t.hit.modality == "planned" for t in group):
        if all(t.stance == "denies" for t in group):
            return "denied"  # "said a report that X would meet Y was not true"
        return "cancelled" if any(t.cancelled for t in group) else "planned"
    group = [owned_up(t) for t in group]
    asserted = [t for t in group if t.stance != "denies"]
    denied = [t for t in group if t.stance == "denies" or any(c.modality == "denies" for c in t.claims)]
    if denied:
        return "disputed" if _asserted_by_others(asserted, denied) else "denied"
    if any(t.hit.subtype == "contested" for t in group):
        return "disputed"
    hurt = next((t.numbers.casualty for t in asserted if t.numbers.casualty is not None), None)
    statuses = {_status_of(t, belligerents, hurt=hurt) for t in asserted}
    if any(seconded(c, asserted) for t in asserted for c in t.claims) or given_up(asserted):
        return "confirmed"
    if "claimed" in statuses and _opposed(asserted):
        return "confirmed"
    if "claimed" in statuses and ("reported" in statuses or _both_sides(asserted, belligerents)):
        if _independent(asserted):
            return "confirmed"
        return "claimed" if asserted[0].claims else "reported"  # the article itself told it first
    return "claimed" if "claimed" in statuses else "reported"


def _asserted_by_others(asserted: Sequence[Telling], denied: Sequence[Telling]) -> bool:
    """True where somebody says what somebody else denies: in another telling, or both in one."""
    deniers = {c.claimant.name for t in denied for c in t.claims if c.modality == "denies"}
    for telling in (*asserted, *denied):
        others = [c.claimant.name for c in telling.claims if c.modality != "denies"]
        if telling.stance != "denies" and not others:
            return True  # the article itself tells it
        if any(name not in deniers for name in others):
            return True
    return False


def _status_of(telling: Telling, belligerents: frozenset[str], *, hurt: Count | None) -> Status:
    """Status that one telling gives: a side's own military claim is claimed, the rest reported; ``hurt``: the row's casualties."""
    if telling.hit.category not in FIGHTING or not telling.claims:
        return "reported"
    claims = [
        c for c in telling.claims if c.modality != "confirms" and not owns(c, telling)
    ]  # who admits it reports it
    if len(telling.claims) == 1 and telling.claims[0].accuses and claims:
        return "claimed"  # "the UN chief accused X of bombing Y": whoever says so
    return (
        "claimed" if any(_is_sides_claim(c.claimant, telling, belligerents, hurt=hurt) for c in claims) else "reported"
    )


def _is_sides_claim(who: Claimant, telling: Telling, belligerents: frozenset[str], *, hurt: Count | None) -> bool:
    """True where a belligerent's leadership, army or ministry speaks; locals on harm, bodies and media report."""
    if _is_neutral(who) or _admits(who, telling) or _speaks_for_both(who):
        return False
    if who.country is None and who.side is None and _UNNAMED.fullmatch(who.name):
        return False
    if who.country in belligerents and who.name.endswith(_PARTISANS):
        return True  # "a Russian source claimed", "Russian bloggers wrote"
    if who.name.lower() in _ARMED or (who.sector is None and _did_it(who, telling)):
        return True  # "the group said it had sent drones"
    if who.sector in ON_THE_SPOT:
        own = telling.hit.category in _OWN_FIGHT.get(who.sector or "", ())
        return own and not (telling.hit.category == "ground_combat" and _mourns(who, telling, hurt))
    if telling.hit.category in {"strike", "ground_combat"} and who.sector == "GOV" and _OFFICIALS.search(who.name):
        return False
    if telling.hit.category == "strike" and _NATIONAL.fullmatch(who.name) and _on_its_ground(who, telling):
        return False
    if telling.hit.category == "strike" and _suffers(who, telling, belligerents, hurt=hurt):
        return False
    if telling.hit.category == "ground_combat" and _mourns(who, telling, hurt):
        return False
    if who.sector in {"MIL", "GOV"} or who.country is not None or who.side is not None:
        return not _third_party(who, telling, belligerents)
    return telling.hit.category in {"air_defence", "control_change"} or who.name.lower() in belligerents


def _is_neutral(who: Claimant) -> bool:
    """True for courts, bodies of many states and papers; what belongs to a state speaks for it."""
    return who.sector in _NEUTRAL and not _is_state_media(who)


def _is_state_media(who: Claimant) -> bool:
    return who.sector == "MEDIA" and _STATE_MEDIA.search(who.name) is not None


_STATE_MEDIA = re.compile(
    r"\bstate(?:-run|-owned|-controlled)? (?:media|television|tv|radio|news agency)\b"
    rf"|\b(?:{any_of(DATA['state_media']['agencies'])})\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"(?:\w+\s+){0,2}sources?", re.IGNORECASE)  # "military sources": of nobody knows which side
_PARTISANS = ("source", "sources", "blogger", "bloggers", "milblogger", "milbloggers", "war correspondents")


def _did_it(who: Claimant, telling: Telling) -> bool:
    """True for a deed of the speaker itself: "Islamic State said it had carried out the attacks"."""
    names = {who.name, *re.split(r"\s*[()]", who.name)}  # "Karen National Union (KNU)"
    return who.country is None and any(a.role in INITIATORS and a.name in names for a in telling.actors)


_ARMED = frozenset({"group", "movement", "militia", "rebels", "militants", "insurgents", "faction", "fighters"})


# "Ukrainian officials", "Lebanese authorities": of harm on their own ground they report.
_NATIONAL = re.compile(r"[A-Z]\w+\s+(?:[a-z]+\s+){0,2}(?:officials|authorities)")


def _on_its_ground(who: Claimant, telling: Telling) -> bool:
    place = telling.placed.mention.place if telling.placed else None
    return place is not None and who.country is not None and alpha3(place.country) == who.country


_SMALL = frozenset({"exact", "settlement", "adm2"})
_COUNTING = re.compile(r"\bair force\b", re.IGNORECASE)  # it tells what was sent, not what it did to anybody


def _is_small(telling: Telling) -> bool:
    return telling.placed is not None and telling.placed.spot.precision in _SMALL


def _suffers(who: Claimant, telling: Telling, belligerents: frozenset[str], *, hurt: Count | None) -> bool:
    """True for a state that tells what fell on a town of its own: who was hurt, or what another state did there.

    A state that fights nobody in the article reports whatever falls on its ground.
    """
    if _COUNTING.search(who.name):
        return False
    if who.country is None and who.sector == "GOV":
        return hurt is not None and _is_small(telling)  # "the president said that 14 were killed in X"
    if not _on_its_ground(who, telling):
        return False
    doer = next((a for a in telling.actors if a.role in INITIATORS), None)
    if belligerents and who.country not in belligerents and (doer is None or doer.country is not None):
        return True
    if doer is not None and doer.country == who.country:
        return False
    return hurt is not None or (_is_small(telling) and doer is not None and doer.country is not None)


_ATTACKERS = frozenset({"gunman", "assailant", "attacker", "bomber", "suicide bomber"})


def _mourns(who: Claimant, telling: Telling, dead: Count | None) -> bool:
    """True for a state that tells whom others killed: its soldiers at the hands of rebels, civilians at anybody's."""
    if dead is not None and dead.own:
        return True
    if dead is None or dead.noun not in PEOPLE or who.sector not in {"MIL", "GOV", "POL"} or kind_of_side(who.name) < 0:
        return False
    if dead.noun in _ATTACKERS or REBELS.search(dead.noun):
        return False
    doer = next((a for a in telling.actors if a.role in INITIATORS), None)
    kind = kind_of_side(doer.name) if doer is not None else 0
    if kind < 0:
        return True
    others = doer is None or (kind == 0 and (doer.country is None or doer.country != who.country))
    return others and UNITS[dead.noun] == "persons"


_STATE_SECTORS = frozenset({"LOC", "POL"})


def _admits(who: Claimant, telling: Telling) -> bool:
    """True where a side tells that another one gained ground: nobody says so without need."""
    doer = telling.actors[0] if telling.actors else None
    if telling.hit.subtype == "withdrawal":
        return _leaves(who, doer)
    if telling.hit.subtype not in GAINS or doer is None or doer.basis != "explicit":
        return False
    if who.sector == "MEDIA" and not _is_state_media(who):
        return False
    if names_enemy(doer.name):
        return True
    mine = kind_of_side(who.name) or (1 if who.sector in _STATE_SECTORS else 0)
    if mine + kind_of_side(doer.name) == 0 and mine:
        return True  # an army tells what rebels took, or the other way round
    return who.country is not None and doer.country is not None and who.country != doer.country


def _leaves(who: Claimant, doer: Actor | None) -> bool:
    """True for a side that tells its own retreat: "the army chief said that the army had left X"."""
    if doer is None or who.sector not in {"MIL", "GOV"}:
        return False
    if who.country is not None and doer.country is not None:
        return who.country == doer.country
    mine, theirs = kind_of_side(who.name), kind_of_side(doer.name)
    return doer.name == who.name or (mine == theirs == 1 and None in {who.country, doer.country})


_BOTH = re.compile(r"\b(?:officials?|authorities|government|junta|army|military|residents|police)\b")


def _speaks_for_both(who: Claimant) -> bool:
    """True for both sides in one phrase: "officials and the insurgents said"."""
    if _ON_BOTH.search(who.name):
        return True
    first, both, second = who.name.partition(" and ")
    if both and sector_of(first.lower()) in _BYSTANDERS:
        return True  # "residents and military officials said"
    return bool(both) and any(REBELS.search(x) and _BOTH.search(y) for x, y in ((first, second), (second, first)))


_BYSTANDERS = frozenset({"CVL", "MED", "IGO"})
_ON_BOTH = re.compile(r"\b(?:on|of|from) (?:both|the two|all) (?:warring )?(?:sides|parties)\b")
_CODE = 3  # letters of a country code, which stand in capitals among the names


def _third_party(who: Claimant, telling: Telling, belligerents: frozenset[str]) -> bool:
    """True for a state that is no actor of the fighting while others are known to be; an army that speaks takes part."""
    if who.side is not None or who.country is None or not belligerents or who.country in belligerents:
        return False
    if _acts_on_others(who, telling):
        return False
    if telling.hit.category == "strike" and sum(len(b) == _CODE and b.isupper() for b in belligerents) > 1:
        return True  # two others fight; what falls on its ground it reports
    place = telling.placed.mention.place if telling.placed else None
    if place is not None and alpha3(place.country) == who.country:
        return False
    others = sum(len(b) == _CODE and b.isupper() for b in belligerents) > 1
    return who.sector != "MIL" or "intelligence" in who.name.lower() or (others and "ministry" in who.name.lower())


def _acts_on_others(who: Claimant, telling: Telling) -> bool:
    """True for a state that tells what it did to somebody: "Pakistan said it had downed Indian jets", or did abroad."""
    doers = [a for a in telling.actors if a.role in INITIATORS and a.country == who.country]
    return bool(doers) and (
        any(a.role in _FOES and a.country != who.country for a in telling.actors)
        or (telling.placed is not None and not _on_its_ground(who, telling))
    )


_FOES = frozenset({"operator", "losing_side"})


def _independent(asserted: Sequence[Telling]) -> bool:
    """True where a side and somebody neutral both say it, or two countries do."""
    who = [c.claimant for t in asserted for c in t.claims]
    powers = {w.country for w in who if w.sector in {"MIL", "GOV"} or names_state(w)}
    return (bool(powers) and any(_is_neutral(w) or w.sector in ON_THE_SPOT for w in who)) or len(powers - {None}) > 1


def _opposed(asserted: Sequence[Telling]) -> bool:
    """True where rebels and an army both tell it, each in words of its own."""
    kinds = {kind_of_side(t.claims[0].claimant.name) for t in asserted if t.claims and not t.inherited_claim}
    return {-1, 1} <= kinds


def _both_sides(asserted: Sequence[Telling], belligerents: frozenset[str]) -> bool:
    """True where two countries that fight each other both assert it."""
    who = [c.claimant for t in asserted for c in t.claims if c.modality != "denies"]
    speaking = {
        w.country for w in who if w.sector == "MIL" or (names_state(w) and (w.side or w.country in belligerents))
    }
    return len(speaking - {None}) > 1
