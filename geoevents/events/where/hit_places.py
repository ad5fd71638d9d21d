"""Where a hit happened: which of the named places of a sentence belongs to which trigger."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.event import Span
from geoevents.events.sentence.clauses import Clause
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.telling import Placed
from geoevents.events.what.conditions import is_bare_name
from geoevents.events.what.triggers import Hit
from geoevents.events.where.anaphora import PLURALS, SETTLEMENT_NOUN
from geoevents.events.where.anchors import SEATED, antecedent, court_that_speaks, is_crime, near_anchor, seat, within
from geoevents.events.where.elsewhere import ACTS, is_elsewhere, without_coarse
from geoevents.events.where.land import is_its_own, names_the_country, own_ground
from geoevents.events.who.claims import Claim

__all__ = ["is_locative", "placed_mentions", "places_of"]

# Words that carry a place: what may stand between a trigger and the place it happened at.
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|over|above|near|off|on|around|across|outside|inside|into|to|towards|toward|from|against|along|within|through|"
    r"onto|beyond|under|between|south|north|east|west|out\s+of)\W+(?:\w+\W+){0,4}"
    rf"|\b(?:{SETTLEMENT_NOUN}|{PLURALS}|regions?|districts?|provinces?|port|island|outskirts|edge|centre|center|part|parts|area|areas|suburbs?|"
    r"coast|bank|border|capital)\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    r"|\b(?:border|frontier)\s+with\s+"
    r"|\b(?:shook|rocked|hit|hits|struck|gripped|engulfed|reached|entered|shelled|bombed|pounded|battered|left|fled|visited|paralysed|paralyzed|swept)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)


def _eligible(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions at which an event may be; a union of states is none."""
    fitting = [m for m in mentions if m.spot is not None and m.role in {"literal", "modifier", "reference"}]
    return [m for m in fitting if m.text not in GRAMMAR["bodies_with_a_map"]]


def placed_mentions(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Placed, ...]:
    """Places that a sentence names where something may happen, for later sentences to refer to; no speaker's seat."""
    speakers = [(c.speaker_start, c.speaker_end) for c in claims]
    return _placed([m for m in _eligible(mentions) if not any(a <= m.start < b for a, b in speakers)])


def _placed(mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    found = []
    for m in mentions:
        if m.spot is not None:
            found.append(Placed(mention=m, spot=m.spot, basis="facility" if m.facility else "text"))
    return tuple(found)


def _with_group(chosen: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The chosen mentions and the other members of their coordinated lists, in text order."""
    groups = {m.group for m in chosen if m.group is not None}
    keep = {m.start for m in chosen}
    return [m for m in eligible if m.start in keep or m.group in groups]


def _owner(mention: Mention, rivals: Sequence[Hit]) -> Hit:
    """The hit of a clause that a place belongs to: the nearest trigger before it, else the first after it."""
    before = [h for h in rivals if h.trigger.start <= mention.start]
    return before[-1] if before else rivals[0]


def _in_clause(hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    rivals = [h for h in hits if h.clause_index == hit.clause_index and (h is hit or not _does_of(hit, h))]
    inside = [m for m in eligible if hit.clause.start <= m.start < hit.clause.end]
    return [m for m in inside if _owner(m, rivals) is hit]


def _does_of(hit: Hit, verb: Hit) -> bool:
    """True for the verb whose subject a noun is: "a wildfire | burned near X" tells one place."""
    return hit.voice == "noun" and _covers(verb.subject, hit.trigger) and verb.voice != "noun"


def _covers(span: Span | None, part: Span) -> bool:
    return span is not None and span.start <= part.start and part.end <= span.end


def is_locative(text: str, mention: Mention, start: int) -> bool:
    """True where the words before the mention are a preposition of place (or the mention opens its phrase with one)."""
    head = text[mention.phrase_start : mention.start]
    left = text[max(start, mention.phrase_start - 40) : mention.start]
    return bool(_LOCATIVE.search(left)) or bool(_LOCATIVE.search(head)) or mention.facility is not None


_NEXT = re.compile(r"\band\s+(?:then|later|on to)\s+$")  # the next place of a verb, not of a noun beside it


def _own(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """Places of the hit in its own clause: its object, then locatives after it, then before it, then its subject."""
    inside = _in_clause(hit, eligible, hits)
    topics = [m for m in eligible if within(m, hit.topic)]
    if topics:
        told = _with_group(topics[:1], eligible)
        return [*told, *(m for m in inside if _AND_THEN.fullmatch(text, told[-1].end, m.start))]
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
            return _chained(text, [*objects, *further], eligible)
    after = [m for m in inside if m.start >= hit.trigger.start and is_locative(text, m, hit.trigger.start)]
    if hit.voice != "noun" and after:
        after += [
            m for m in inside if m not in after and m.start > after[0].start and _NEXT.search(text[: m.start][-12:])
        ]
    if after:
        return _chained(text, after, eligible)
    touched = [m for m in inside if within(m, hit.object)]
    if touched and hit.category != "legal":
        return touched
    before = [m for m in inside if m.end <= hit.trigger.start and is_locative(text, m, hit.clause.start)]
    if before:
        return before
    return [m for m in inside if within(m, hit.subject) and hit.voice != "active" and hit.category not in ACTS]


# "took A in January and B in February": the verb is not said again.
_AND_THEN = re.compile(r"\s+(?:in|on|at|last|this|early|late|earlier)\s[\w\s]{1,25}?,?\s+and\s+(?:then\s+)?(?:the\s+)?")
_SEVERAL = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several)\s+(?:\w+\s+){{0,2}}(?:{PLURALS})\b", re.IGNORECASE
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


def _chained(text: str, after: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The first place after a trigger, its list, and places that follow by comma or "and": "47 over A, 17 over B"."""
    chain = _with_group(after[:1], eligible)
    for mention in after[1:]:
        between = text[chain[-1].end : mention.phrase_start]
        if mention not in chain and _LINK.fullmatch(between) and not _DOES_MORE.search(between):
            chain += [m for m in _with_group([mention], eligible) if m not in chain]
    return sorted(chain, key=lambda m: m.start)


def _parent_places(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """Locative places of governing and neighbouring clauses of the sentence that no other hit owns.

    What stands in a relative clause or in what somebody says or fears belongs to that clause alone.
    """
    taken = {m.start for other in hits if other is not hit for m in _own(text, other, eligible, hits)}
    if hit.category not in ACTS and (told := _where(hit, clauses, eligible)):
        return told
    if _is_apart(hit, clauses):
        return _just_before(text, hit, eligible)
    open_clauses = [
        c
        for n, c in enumerate(clauses)
        if n <= hit.clause_index or (_goes_on(c) and not (c.kind == "main" and _ends_at_its_clause(hit, c)))
    ]
    near = [m for m in eligible if any(c.start <= m.start < c.end for c in open_clauses)]
    free = [m for m in near if m.start not in taken and is_locative(text, m, _clause_start(m, clauses))]
    if free:
        return _chained(text, without_coarse(text, free), eligible)
    if _counts_apart(text, hit):
        return []
    return [m for m in near if m.start in taken and _same_telling(hit, m, hits)]


def _ends_at_its_clause(hit: Hit, later: Clause) -> bool:
    """True where a later main clause tells of something else: after an act of state, and after "but"."""
    return hit.category in ACTS or later.connector == "but"


def _clause_start(mention: Mention, clauses: Sequence[Clause]) -> int:
    """Where the clause of a place begins: no preposition before that carries it ("struck on the A, and B closed")."""
    return next((c.start for c in clauses if c.start <= mention.start < c.end), 0)


def _where(hit: Hit, clauses: Sequence[Clause], eligible: Sequence[Mention]) -> list[Mention]:
    """The place that a clause with "where" tells about: the last one named before it, or the list that ends there."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    if clause is None or clause.connector != "where":
        return []
    before = [m for m in eligible if m.end <= clause.start and m.role == "literal"]
    return _with_group(before[-1:], eligible)


def _is_apart(hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for a relative clause and for one about another time: what stands around it tells another event."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    return clause is not None and (
        clause.kind == "relative" or clause.connector in {"since", "before", "until", "where"}
    )


_BESIDE_CLAUSE = 24  # letters between a place and the relative clause that tells about it: "X, part of which"


def _just_before(text: str, hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The place that a relative clause is about, right before it."""
    before = [m for m in eligible if m.end <= hit.clause.start]
    about = hit.clause_kind == "relative" or text[hit.clause.start :][:6].lower() == "where "
    near = before[-1:] if about else []
    return [m for m in near if hit.clause.start - m.end <= _BESIDE_CLAUSE]


def _goes_on(clause: Clause) -> bool:
    """True for a clause whose places may be those of another one; what lies before or behind it in time may not."""
    if clause.kind == "subordinate":
        return clause.connector in {"when", "where", "while", "as", "whereas"}
    return clause.kind in {"main", "participle"}


_COUNTED = re.compile(r"\W*(?:and|but|while|another|a further)?\s*[\d,]+\W*$", re.IGNORECASE)


def _counts_apart(text: str, hit: Hit) -> bool:
    """True for a bare number of others: "36 over X and Y, while [15] were lost"."""
    subject = hit.subject
    return subject is not None and _COUNTED.match(text[subject.start : subject.end]) is not None


# What a sentence tells of these in one breath happened at one place: "stormed the prison of X, and 3,700 escaped".
_ON_THE_GROUND = frozenset(
    {"control_change", "strike", "ground_combat", "detention", "infrastructure", "humanitarian", "naval", "protest"}
)


def _same_telling(hit: Hit, mention: Mention, hits: Sequence[Hit]) -> bool:
    """True where a hit of the same category in the sentence has the place: "struck X, killing four"."""
    return any(
        h is not hit
        and (h.category == hit.category or {h.category, hit.category} <= _ON_THE_GROUND or _stops_it(hit, h))
        and h.clause.start <= mention.start < h.clause.end
        and not _is_done_next(hit, h)
        for h in hits
    )


def _stops_it(hit: Hit, attack: Hit) -> bool:
    """True for what was shot down of an attack told before in the sentence: "17 drones attacked X and 11 were downed"."""
    pair = hit.category == "air_defence" and attack.category in {"strike", "naval"}
    return pair and attack.trigger.end < hit.trigger.start and (hit.voice == "passive" or hit.subject is None)


def _is_done_next(hit: Hit, other: Hit) -> bool:
    """True for what somebody else does after it: "A attacked border posts, and B closed the crossing"."""
    after = other.clause_index > hit.clause_index and other.clause_kind == "main"
    return after and other.subject is not None and other.voice == "active" and other.subject != hit.subject


def places_of(
    text: str,
    hit: Hit,
    *,
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    hits: Sequence[Hit],
    claims: Sequence[Claim] = (),
) -> tuple[Placed, ...]:
    """Places of a hit named in its sentence, in text order; () if the sentence names none (``events.md`` 4.3).

    What stands outside the words of a claim that covers the hit tells where the speaker is.
    """
    scopes = [
        (c.scope_start, c.scope_end)
        for c in claims
        if c.scope_start <= hit.trigger.start < c.scope_end and not _is_aside(text, c)
    ]
    speakers = [
        (c.speaker_start, c.speaker_end) for c in claims if not c.speaker_start <= hit.trigger.start < c.speaker_end
    ]
    named = _eligible(mentions)
    eligible = [m for m in named if not is_elsewhere(text, m, hit, named)]
    eligible = [
        m
        for m in eligible
        if all(a <= m.start < b for a, b in scopes) and not any(a <= m.start < b for a, b in speakers)
    ]
    anchor = antecedent(text, hit, mentions)
    if anchor is not None:
        return (anchor,)
    eligible = [m for m in eligible if not is_crime(text, hit, m)]
    if hit.category == "legal" and (town := seat(text, hit, mentions)):
        return (town,)
    chosen = _own(text, hit, eligible, hits)
    if chosen and all(m.end <= hit.trigger.start for m in chosen) and (near := near_anchor(hit, mentions)):
        return near  # "Near A, troops moved forward around B"
    if not chosen and hit.category in SEATED and (town := seat(text, hit, mentions)):
        return (town,)
    if not chosen and (own_land := own_ground(text, hit, mentions)):
        return own_land
    if not chosen and is_its_own(text, hit):
        return ()
    if _acts_on_unknown(text, hit, mentions) or (not chosen and names_the_country(text, hit.clause)):
        own = [m for m in chosen if m.start > hit.trigger.end or not _is_small(m)]
        return _placed(without_coarse(text, own)) or near_anchor(hit, mentions)
    chosen = chosen or _parent_places(text, hit, eligible, clauses, hits)
    chosen = chosen or _only_one(text, hit, eligible, clauses)
    if not chosen and hit.category == "legal" and (town := court_that_speaks(text, hit, mentions, claims)):
        return (town,)
    return _placed(without_coarse(text, chosen)) if chosen else near_anchor(hit, mentions)


def _is_small(mention: Mention) -> bool:
    return mention.place is not None and mention.place.kind in SETTLEMENTS


def _acts_on_unknown(text: str, hit: Hit, mentions: Sequence[Mention]) -> bool:
    """True where a name that the atlas could not place tells where: then no place of another clause does."""
    for m in mentions:
        if not is_bare_name(text, m) or not hit.clause.start <= m.start < hit.clause.end:
            continue
        if hit.object_is_place and within(m, hit.object):
            return True
        if m.start > hit.trigger.end and is_locative(text, m, hit.trigger.start):
            return True
    return False


def _is_aside(text: str, claim: Claim) -> bool:
    """True for a speaker between two commas: "Around X, she added, one more"; both sides are what is said."""
    after = text[max(claim.verb_end, claim.speaker_end) :][:1]
    return after == "," and text[: min(claim.verb_start, claim.speaker_start)].rstrip()[-1:] == ","


# "killed people who had gathered in X": those who were there were hit there.
_WHO_WERE = re.compile(
    r"who\s+(?:were|was|had\s+(?:been|gathered|assembled|come|queued|lined)|gathered|stood|waited|queued|slept)\b",
    re.IGNORECASE,
)


def _only_one(text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """The only place that the clause names after the trigger, however it is joined: "on the road that rings the plant"."""
    below = [
        c
        for n, c in enumerate(clauses)
        if n == hit.clause_index + 1
        and (c.connector == "that" or (c.connector == "who" and _WHO_WERE.match(text, c.start)))
    ]
    below = [] if hit.category in ACTS else below
    end = below[0].end if below and below[0].kind == "relative" else hit.clause.end
    after = [m for m in eligible if hit.trigger.end <= m.start < end]
    return after if len(after) == 1 and hit.voice != "noun" else []
