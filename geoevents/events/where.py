"""Where a hit happened: which of the named places of a sentence belongs to which trigger."""

import re
from collections.abc import Sequence
from dataclasses import replace

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.atlas.spots import plain_spot
from geoevents.events.acts import is_concerned
from geoevents.events.claims import Claim
from geoevents.events.clauses import Clause
from geoevents.events.event import Span
from geoevents.events.grammar import GRAMMAR
from geoevents.events.telling import Placed
from geoevents.events.triggers import Hit

__all__ = ["anaphoric_places", "names_a_capital", "placed_mentions", "places_of"]

# "there", "the village", "this town": a place named before.  Common nouns only, each with the kinds it may stand for.
_SETTLEMENT_NOUN = "town|village|city|settlement|place|hamlet|community|locality"
_PLURALS = "towns|villages|cities|settlements|places|hamlets|communities|localities"
_ANAPHOR = re.compile(
    rf"\b(?:there|here)\b|\b(?:the|this|that|said|same)\s+(?:[\w-]+\s+)?(?P<noun>{_SETTLEMENT_NOUN}|region|district|province"
    r"|area|capital|port|island|peninsula|spit|plant|station|harbou?r|camp|bridgehead|bridge|base|airport|airfield|hospital)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_WATERS = frozenset({"river", "sea", "strait", "lake"})
_FACILITIES = frozenset({"plant", "dam", "bridge", "airport", "airbase", "port", "landmark", "seat"})
_AREA_NOUNS = frozenset({"region", "district", "province", "area", "peninsula"})
_AREA_KINDS = frozenset({"admin1", "admin2", "region", "territory", "country", "island"})
# Words that carry a place: what may stand between a trigger and the place it happened at.
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|over|above|near|off|on|around|across|outside|inside|into|to|towards|toward|from|against|along|within|through|"
    r"onto|beyond|under|between|south|north|east|west)\W+(?:\w+\W+){0,3}"
    rf"|\b(?:{_SETTLEMENT_NOUN}|region|district|province|port|island|outskirts|edge|centre|center|part|parts|area|areas|suburbs?|"
    r"coast|bank|border|capital)\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    r"|\b(?:border|frontier)\s+with\s+"
    r"|\b(?:shook|rocked|hit|hits|struck|gripped|engulfed|reached|entered|shelled|bombed|pounded|battered|left|fled|visited|paralysed|paralyzed|swept)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)


# What is under way somewhere is not there ("on its way from A to B"), nor is what it is compared with ("the largest in C").
_NOT_THERE = re.compile(
    r"\b(?:with|capital\s+of)\s+(?:the\s+)?$|"
    r"\b(?:request|invitation|behest|initiative|insistence|expense|head|president|king|ruler)\s+of\s+(?:the\s+)?(?:[\w-]+\s+and\s+)?$"
    r"|\b(?:largest|biggest|longest|worst|deadliest|oldest|highest|only|first)\s+(?:\w+\s+)?(?:in|of)\s+(?:the\s+)?$"
    r"|\b(?:on (?:its|his|her|their|the) way|en route|bound|headed|heading|flying|travelling|traveling|flight)\s+"
    r"(?:from|to|for|towards|between)\b"
    r"(?:(?!\b(?:was|were|is|are|had|has)\b)[^.;:,]){0,45}$",
    re.IGNORECASE,
)
# Where something comes from is not where it happens, but for those who leave: "fired from X", "a drone from X".
_FROM = re.compile(
    r"(?<=\w )from\s+(?:the\s+)?(?:(?!in\b|on\b|at\b|near\b|over\b|to\b|off\b)[\w-]+\s+){0,4}$", re.IGNORECASE
)
_LEAVING = frozenset(
    {
        "withdrawal",
        "recaptured",
        "evacuation",
        "release",
        "expulsion",
        "encirclement",
        "meeting",
        "visit",
        "disruption",
        "weapon_test",
        "exercise",
    }
)
# Categories that are not told to happen where their subject lives.
_ACTS = frozenset({"diplomacy", "sanctions", "legal", "military_aid", "mobilisation", "cyber"})


def _eligible(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions at which an event may be; a union of states is none."""
    fitting = [m for m in mentions if m.spot is not None and m.role in {"literal", "modifier", "reference"}]
    return [m for m in fitting if m.text not in GRAMMAR["bodies_with_a_map"]]


def _within(mention: Mention, span: Span | None) -> bool:
    return span is not None and span.start <= mention.start and mention.end <= span.end


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


def _is_locative(text: str, mention: Mention, start: int) -> bool:
    """True where the words before the mention are a preposition of place (or the mention opens its phrase with one)."""
    head = text[mention.phrase_start : mention.start]
    left = text[max(start, mention.phrase_start - 40) : mention.start]
    return bool(_LOCATIVE.search(left)) or bool(_LOCATIVE.search(head)) or mention.facility is not None


_NEXT = re.compile(r"\band\s+(?:then|later|on to)\s+$")  # the next place of a verb, not of a noun beside it


def _own(text: str, hit: Hit, eligible: Sequence[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """Places of the hit in its own clause: its object, then locatives after it, then before it, then its subject."""
    inside = _in_clause(hit, eligible, hits)
    topics = [m for m in eligible if _within(m, hit.topic)]
    if topics:
        return _with_group(topics[:1], eligible)
    if hit.object_is_place or hit.voice == "noun":
        objects = [m for m in eligible if _within(m, hit.object)]
        listed = _listed(text, hit, eligible)
        if listed:
            return listed
        if objects:
            further = [m for m in inside if m.start > objects[-1].start and _is_locative(text, m, hit.trigger.start)]
            return _chained(text, [*objects, *further], eligible)
    after = [m for m in inside if m.start >= hit.trigger.start and _is_locative(text, m, hit.trigger.start)]
    if hit.voice != "noun" and after:
        after += [
            m for m in inside if m not in after and m.start > after[0].start and _NEXT.search(text[: m.start][-12:])
        ]
    if after:
        return _chained(text, after, eligible)
    touched = [m for m in inside if _within(m, hit.object)]
    if touched and hit.category != "legal":
        return touched
    before = [m for m in inside if m.end <= hit.trigger.start and _is_locative(text, m, hit.clause.start)]
    if before:
        return before
    return [m for m in inside if _within(m, hit.subject) and hit.voice != "active" and hit.category not in _ACTS]


_SEVERAL = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several)\s+(?:\w+\s+){{0,2}}(?:{_PLURALS})\b",
    re.IGNORECASE,
)


def _listed(text: str, hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The settlements that follow an object such as "three villages in the east": A in the B region, C and D."""
    if hit.object is None or not _SEVERAL.search(text, hit.object.start, hit.object.end):
        return []
    after = [m for m in eligible if m.start >= hit.trigger.end and m.place and m.place.kind in SETTLEMENTS]
    return after if len(after) > 1 else []


_LINK = re.compile(r"[^.;:,]{0,60}?(?:,|\band\b|\bor\b|/)[^.;:]{0,70}", re.IGNORECASE)


def _chained(text: str, after: Sequence[Mention], eligible: Sequence[Mention]) -> list[Mention]:
    """The first place after a trigger, its list, and places that follow by comma or "and": "47 over A, 17 over B"."""
    chain = _with_group(after[:1], eligible)
    for mention in after[1:]:
        if mention not in chain and _LINK.fullmatch(text[chain[-1].end : mention.phrase_start]):
            chain += [m for m in _with_group([mention], eligible) if m not in chain]
    return sorted(chain, key=lambda m: m.start)


def _parent_places(
    text: str, hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause], hits: Sequence[Hit]
) -> list[Mention]:
    """Locative places of governing and neighbouring clauses of the sentence that no other hit owns.

    What stands in a relative clause or in what somebody says or fears belongs to that clause alone.
    """
    taken = {m.start for other in hits if other is not hit for m in _own(text, other, eligible, hits)}
    if _is_apart(hit, clauses):
        return _just_before(hit, eligible)
    open_clauses = [
        c
        for n, c in enumerate(clauses)
        if n <= hit.clause_index or (_goes_on(c) and not (c.kind == "main" and hit.category in _ACTS))
    ]
    near = [m for m in eligible if any(c.start <= m.start < c.end for c in open_clauses)]
    free = [m for m in near if m.start not in taken and _is_locative(text, m, clauses[0].start if clauses else 0)]
    if free:
        return _chained(text, free, eligible)
    if _counts_apart(text, hit):
        return []
    return [m for m in near if m.start in taken and _same_telling(hit, m, hits)]


def _is_apart(hit: Hit, clauses: Sequence[Clause]) -> bool:
    """True for a relative clause and for one about another time: what stands around it tells another event."""
    clause = clauses[hit.clause_index] if hit.clause_index < len(clauses) else None
    return clause is not None and (clause.kind == "relative" or clause.connector in {"since", "before", "until"})


_BESIDE_CLAUSE = 24  # letters between a place and the relative clause that tells about it: "X, part of which"


def _just_before(hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The place that a relative clause is about, right before it."""
    before = [m for m in eligible if m.end <= hit.clause.start]
    near = before[-1:] if hit.clause_kind == "relative" else []
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
        and (h.category == hit.category or {h.category, hit.category} <= _ON_THE_GROUND)
        and h.clause.start <= mention.start < h.clause.end
        for h in hits
    )


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
    eligible = [m for m in named if not _is_elsewhere(text, m, hit, named)]
    eligible = [
        m
        for m in eligible
        if all(a <= m.start < b for a, b in scopes) and not any(a <= m.start < b for a, b in speakers)
    ]
    anchor = _antecedent(hit, mentions)
    if anchor is not None:
        return (anchor,)
    chosen = _own(text, hit, eligible, hits)
    if not chosen and hit.category in _SEATED and (seat := _seat(text, hit, mentions)):
        return (seat,)
    chosen = chosen or _parent_places(text, hit, eligible, clauses, hits)
    chosen = chosen or _only_one(hit, eligible, clauses)
    return _placed(_without_coarse(text, chosen)) if chosen else _near_anchor(hit, mentions)


# "Around Taiwan", "near the island": the area itself, by its own precision.
_AROUND_ITSELF = frozenset({"country", "island", "admin1", "territory", "sea", "strait", "lake", "region"})
_NEAR_KM = 10.0  # "territory near X" without more: as far as "near" reaches around a town (places.md 5.4)


def _near_anchor(hit: Hit, mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    """About the place that a phrase after the trigger says it is near, where the atlas could draw no more."""
    for m in mentions:
        after = hit.trigger.end <= m.start < hit.clause.end and m.role == "reference" and m.spot is None
        if after and m.place is not None and m.place.kind in _AROUND_ITSELF:
            return (Placed(mention=m, spot=plain_spot(m.place, _NoAreas()), basis="text"),)
        if after and m.place is not None and m.place.lonlat is not None and m.place.kind in SETTLEMENTS:
            spot = plain_spot(m.place, _NoAreas())
            near = replace(
                spot, name=f"near {spot.name}", precision="near", uncertainty_km=_NEAR_KM, reference=spot.name
            )
            return (Placed(mention=m, spot=near, basis="text"),)
    return ()


class _NoAreas:
    """Stands in for the gazetteer where no polygon is drawn."""

    def area(self, place_id: str) -> object:
        """Nothing: the circle of the place is enough."""
        del place_id
        return None


def _antecedent(hit: Hit, mentions: Sequence[Mention]) -> Placed | None:
    """The place that "which" stands for, itself and not what was told to lie near it: "20 km from [X], which they took"."""
    if (
        hit.clause_kind != "relative"
        or not hit.object_is_place
        or hit.object is None
        or hit.object.end > hit.clause.start
    ):
        return None
    named = [m for m in mentions if _within(m, hit.object) and m.place is not None and m.place.lonlat is not None]
    if not named or named[-1].place is None:
        return None
    if named[-1].spot is not None and named[-1].spot.precision in {"exact", "settlement", "adm1", "adm2"}:
        return Placed(mention=named[-1], spot=named[-1].spot, basis="text")
    return Placed(mention=named[-1], spot=plain_spot(named[-1].place, _NoAreas()), basis="text")


# "a Minsk court", "Istanbul police": they act where they sit.
_SEATED = frozenset({"legal", "detention"})
_SEAT = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?(?:courts?|tribunal|police|prosecutors?|judges?|magistrates?|prison|jail)\b"
)


def _seat(text: str, hit: Hit, mentions: Sequence[Mention]) -> Placed | None:
    """The town of the court or police that acts, where no other place is told."""
    doer = hit.agent if hit.voice == "passive" else hit.subject
    for m in mentions:
        town = m.place if m.place and m.place.kind in SETTLEMENTS and m.place.lonlat else None
        if town is not None and _within(m, doer) and _SEAT.match(text, m.end):
            return Placed(mention=m, spot=m.spot or plain_spot(town, _NoAreas()), basis="text")
    return None


def _is_aside(text: str, claim: Claim) -> bool:
    """True for a speaker between two commas: "Around X, she added, one more"; both sides are what is said."""
    after = text[max(claim.verb_end, claim.speaker_end) :][:1]
    return after == "," and text[: min(claim.verb_start, claim.speaker_start)].rstrip()[-1:] == ","


# "the Black Sea port of X" is at X; statements are made in a place, not about one.
_QUALIFIED = re.compile(
    r"\s+(?:port|coast|coastal|resort|harbou?r|city|town|island|state|province|shore|basin|grain|fleet)\b"
)
_SAYINGS = frozenset({"statement", "condemnation"})
_IN = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


def _inside_speaker(mention: Mention, hit: Hit) -> bool:
    """True for a place in what is told about a speaker: "the sister of the leader in X, warned"."""
    return hit.subject is not None and hit.subject.start < mention.start < hit.subject.end


def _only_qualifies(text: str, mention: Mention) -> bool:
    water = mention.place is not None and mention.place.kind in _WATERS
    return water and _QUALIFIED.match(text, mention.end) is not None


def _is_elsewhere(text: str, mention: Mention, hit: Hit, named: Sequence[Mention]) -> bool:
    """True where the words before a place say that it is a goal, a comparison or an origin of what happened."""
    before = text[max(0, mention.start - 60) : mention.start]
    if hit.category in _ACTS and mention.role == "modifier":
        return True
    if _NOT_THERE.search(before) or _only_qualifies(text, mention) or is_concerned(text, mention, hit):
        return True
    if hit.subtype in _SAYINGS and (not _IN.search(before) or _inside_speaker(mention, hit)):
        return True
    if hit.subtype in _LEAVING:
        return False
    head = next((m for m in named if m.group is not None and m.group == mention.group), mention)
    return _FROM.search(text[max(0, head.start - 60) : head.start]) is not None


def _only_one(hit: Hit, eligible: Sequence[Mention], clauses: Sequence[Clause]) -> list[Mention]:
    """The only place that the clause names after the trigger, however it is joined: "on the road that rings the plant"."""
    below = [c for n, c in enumerate(clauses) if n == hit.clause_index + 1 and c.connector == "that"]
    below = [] if hit.category in _ACTS else below
    end = below[0].end if below and below[0].kind == "relative" else hit.clause.end
    after = [m for m in eligible if hit.trigger.end <= m.start < end]
    return after if len(after) == 1 and hit.voice != "noun" else []


_BESIDE = re.compile(
    r"\b(?:across|along|beside|by|overlooking|banks? of|shores? of|coast of|on)\s+(?:the\s+)?(?:\w+\s+)?$"
)
# "on the X Spit, a sandbar off the coast of Y": what stands in an aside only tells where the place before it lies.
_APPOSED = re.compile(
    r"\s*,\s*(?:a|an|the|one of(?: the)?|itself|some|about|around|just|close to)\s+(?:[\w'-]+\s+){0,9}$", re.IGNORECASE
)
_AROUND = re.compile(r"\s*,?\s*(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}")
_SMALL = frozenset({"exact", "settlement", "near"})


def _around_another(text: str, mention: Mention, chosen: Sequence[Mention]) -> bool:
    """True for a water or an area that only says where a small place just before it lies."""
    earlier = [m for m in chosen if m.end <= mention.start]
    if mention.spot is None or not earlier:
        return False
    if mention.group is None and _APPOSED.match(text[earlier[-1].end : mention.start]):
        return True
    before = [m for m in earlier if m.spot and m.spot.precision in _SMALL]
    if not before:
        return False
    if mention.place and mention.place.kind in _WATERS:
        return _BESIDE.search(text[max(0, mention.start - 30) : mention.start]) is not None
    if mention.group is not None or mention.spot.precision in _SMALL:
        return False
    return _AROUND.fullmatch(text[before[-1].end : mention.start]) is not None


def _without_coarse(text: str, chosen: Sequence[Mention]) -> list[Mention]:
    """Drops a place that only holds a finer one of the same phrase ("in X, in the Y region")."""
    finer = {m.place.admin1 for m in chosen if m.place and m.place.kind not in {"admin1", "country"}}
    countries = {m.place.country for m in chosen if m.place and m.place.kind != "country"}
    kept = [
        m
        for m in chosen
        if not _around_another(text, m, chosen)
        and not (m.place and m.place.kind == "admin1" and m.group is None and m.place.name in finer)
        and not (m.place and m.place.kind == "country" and m.group is None and m.place.country in countries)
    ]
    return kept or list(chosen)


_BOTH = re.compile(rf"\b(?:both|the two)\s+(?:{_PLURALS})\b", re.IGNORECASE)


def anaphoric_places(
    text: str, span: Span, told: Sequence[Placed], *, mentions: Sequence[Mention] = ()
) -> tuple[Placed, ...]:
    """What "there", "the village", "both towns" in ``text[span]`` stands for: the last fitting of ``told``; () if none.

    ``mentions`` are those of the sentence: they tell whose capital "the Somali capital" is.
    """
    both = _BOTH.search(text, span.start, span.end)
    if both is not None:
        small = {p.mention.place.id: p for p in told if p.mention.place and p.mention.place.kind in SETTLEMENTS}
        return tuple(Placed(mention=p.mention, spot=p.spot, basis="inherited") for p in list(small.values())[-2:])
    match = _ANAPHOR.search(text, span.start, span.end)
    if match is None or not told:
        return ()
    noun = (match.group("noun") or "").lower()
    kinds = _kinds_of(noun)
    fitting = [p for p in told if p.mention.place and p.mention.place.kind in kinds and p.spot.qualifier is None]
    if noun == "capital":
        seat = "PPLA" if re.search(r"regional|provincial|district", match.group(), re.IGNORECASE) else "PPLC"
        whose = {m.place.country for m in mentions if m.place and match.start() <= m.start < match.end()}
        fitting = [
            p
            for p in fitting
            if p.mention.place
            and (p.mention.place.feature_code or "").startswith(seat)
            and (not whose or p.mention.place.country in whose)
        ]
    if not fitting:
        return ()
    recent = [p for p in fitting if fitting[-1].mention.start - p.mention.start < _ONE_SENTENCE]
    placed = next((p for p in reversed(recent) if p.spot.reference is None), fitting[-1])
    return (Placed(mention=placed.mention, spot=placed.spot, basis="inherited"),)


_ONE_SENTENCE = 200  # letters: of places named together, "the town" is the one that is no mere landmark


_CAPITAL = re.compile(r"\bthe\s+[A-Z][\w'-]+\s+capital\b")


def names_a_capital(text: str, span: Span) -> bool:
    """True where a clause says "the Somali capital": it happened there, whether the article names it or not."""
    return _CAPITAL.search(text, span.start, span.end) is not None


def _kinds_of(noun: str) -> frozenset[str]:
    """Kinds of places that a common noun stands for; "there" stands for small places before large ones."""
    if noun in _AREA_NOUNS:
        return _AREA_KINDS
    if noun == "city":
        return frozenset({"city", "town", "territory"})
    if not noun or noun == "capital" or re.fullmatch(_SETTLEMENT_NOUN, noun):
        return SETTLEMENTS
    if noun in {"plant", "station", "bridge", "airport", "airfield", "hospital", "base"}:
        return _FACILITIES
    return SETTLEMENTS | _FACILITIES | {"island", "region"}
