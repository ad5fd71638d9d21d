"""Where a hit happened: which of the named places of a sentence belongs to which trigger."""

import re
from collections.abc import Sequence

from geoevents.atlas.mention import Mention
from geoevents.atlas.place import SETTLEMENTS
from geoevents.events.claims import Claim
from geoevents.events.clauses import Clause
from geoevents.events.event import Span
from geoevents.events.telling import Placed
from geoevents.events.triggers import Hit

__all__ = ["anaphoric_places", "placed_mentions", "places_of"]

# "there", "the village", "this town": a place named before.  Common nouns only, each with the kinds it may stand for.
_SETTLEMENT_NOUN = "town|village|city|settlement|place|hamlet|community|locality"
_PLURALS = "towns|villages|cities|settlements|places|hamlets|communities|localities"
_ANAPHOR = re.compile(
    rf"\b(?:there|here)\b|\b(?:the|this|that|said|same)\s+(?:[\w-]+\s+)?(?P<noun>{_SETTLEMENT_NOUN}|region|district|province"
    r"|area|port|island|peninsula|spit|plant|station|harbou?r|camp|bridgehead|bridge|base|airport|airfield|hospital)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_WATERS = frozenset({"river", "sea", "strait", "lake"})
_AREA_NOUNS = frozenset({"region", "district", "province", "area", "peninsula"})
_AREA_KINDS = frozenset({"admin1", "admin2", "region", "territory", "country", "island"})
# Words that carry a place: what may stand between a trigger and the place it happened at.
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|over|above|near|off|on|around|across|outside|inside|into|to|towards|toward|from|against|along|within|through|"
    r"onto|beyond|under|between|south|north|east|west)\W+(?:\w+\W+){0,3}"
    rf"|\b(?:{_SETTLEMENT_NOUN}|region|district|province|port|island|outskirts|edge|centre|center|part|parts|area|areas|suburbs?|"
    r"coast|bank|border|capital)\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    r"|\b(?:shook|rocked|hit|hits|struck|gripped|engulfed|reached|entered|shelled|bombed|pounded|battered|left|fled|visited)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)


# What is under way somewhere is not there ("on its way from A to B"), nor is what it is compared with ("the largest in C").
_NOT_THERE = re.compile(
    r"\b(?:largest|biggest|longest|worst|deadliest|oldest|highest|only|first)\s+(?:\w+\s+)?(?:in|of)\s+(?:the\s+)?$"
    r"|\b(?:on (?:its|his|her|their|the) way|en route|bound|headed|heading|flying|travelling|traveling|flight)\s+"
    r"(?:from|to|for|towards|between)\b"
    r"[^.;:,]{0,45}$",
    re.IGNORECASE,
)


def _eligible(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions at which an event may be."""
    return [m for m in mentions if m.spot is not None and m.role in {"literal", "modifier", "reference"}]


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
    rivals = [h for h in hits if h.clause_index == hit.clause_index]
    inside = [m for m in eligible if hit.clause.start <= m.start < hit.clause.end]
    return [m for m in inside if _owner(m, rivals) is hit]


def _is_locative(text: str, mention: Mention, start: int) -> bool:
    """True where the words before the mention are a preposition of place (or the mention opens its phrase with one)."""
    head = text[mention.phrase_start : mention.start]
    left = text[max(start, mention.phrase_start - 40) : mention.start]
    return bool(_LOCATIVE.search(left)) or bool(_LOCATIVE.search(head)) or mention.facility is not None


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
            return _with_group(objects[:1], eligible)
    after = [m for m in inside if m.start >= hit.trigger.start and _is_locative(text, m, hit.trigger.start)]
    if after:
        return _chained(text, after, eligible)
    touched = [m for m in inside if _within(m, hit.object)]
    if touched:
        return touched
    before = [m for m in inside if m.end <= hit.trigger.start and _is_locative(text, m, hit.clause.start)]
    if before:
        return before
    return [m for m in inside if _within(m, hit.subject) and hit.voice != "active"]


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
    open_clauses = [c for n, c in enumerate(clauses) if n <= hit.clause_index or _goes_on(c)]
    near = [m for m in eligible if any(c.start <= m.start < c.end for c in open_clauses)]
    free = [m for m in near if m.start not in taken and _is_locative(text, m, clauses[0].start if clauses else 0)]
    if free:
        return _chained(text, free, eligible)
    return [m for m in near if m.start in taken and _same_telling(hit, m, hits)]


def _goes_on(clause: Clause) -> bool:
    """True for a clause whose places may be those of another one; what lies before or behind it in time may not."""
    if clause.kind == "subordinate":
        return clause.connector in {"when", "where", "while", "as", "whereas"}
    return clause.kind in {"main", "participle"}


def _same_telling(hit: Hit, mention: Mention, hits: Sequence[Hit]) -> bool:
    """True where a hit of the same category in the sentence has the place: "struck X, killing four"."""
    return any(
        h is not hit and h.category == hit.category and h.clause.start <= mention.start < h.clause.end for h in hits
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
    scopes = [(c.scope_start, c.scope_end) for c in claims if c.scope_start <= hit.trigger.start < c.scope_end]
    speakers = [
        (c.speaker_start, c.speaker_end) for c in claims if not c.speaker_start <= hit.trigger.start < c.speaker_end
    ]
    eligible = [m for m in _eligible(mentions) if not _NOT_THERE.search(text[max(0, m.start - 60) : m.start])]
    eligible = [
        m
        for m in eligible
        if all(a <= m.start < b for a, b in scopes) and not any(a <= m.start < b for a, b in speakers)
    ]
    chosen = _own(text, hit, eligible, hits) or _parent_places(text, hit, eligible, clauses, hits)
    return _placed(_without_coarse(text, chosen or _only_one(hit, eligible)))


def _only_one(hit: Hit, eligible: Sequence[Mention]) -> list[Mention]:
    """The only place that the clause names after the trigger, however it is joined: "on the road that rings the plant"."""
    after = [m for m in eligible if hit.trigger.end <= m.start < hit.clause.end]
    return after if len(after) == 1 and hit.voice != "noun" else []


_BESIDE = re.compile(
    r"\b(?:across|along|beside|by|overlooking|banks? of|shores? of|coast of|on)\s+(?:the\s+)?(?:\w+\s+)?$"
)
_AROUND = re.compile(r"\s*,?\s*(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}")
_SMALL = frozenset({"exact", "settlement", "near"})


def _around_another(text: str, mention: Mention, chosen: Sequence[Mention]) -> bool:
    """True for a water or an area that only says where a small place just before it lies."""
    if mention.group is not None or mention.spot is None or mention.spot.precision in _SMALL:
        return False
    before = [m for m in chosen if m.spot and m.spot.precision in _SMALL and m.end <= mention.start]
    if not before:
        return False
    if mention.place and mention.place.kind in _WATERS:
        return _BESIDE.search(text[max(0, mention.start - 30) : mention.start]) is not None
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


def anaphoric_places(text: str, span: Span, told: Sequence[Placed]) -> tuple[Placed, ...]:
    """What "there", "the village", "both towns" in ``text[span]`` stands for: the last fitting of ``told``; () if none."""
    both = _BOTH.search(text, span.start, span.end)
    if both is not None:
        small = {p.mention.place.id: p for p in told if p.mention.place and p.mention.place.kind in SETTLEMENTS}
        return tuple(Placed(mention=p.mention, spot=p.spot, basis="inherited") for p in list(small.values())[-2:])
    match = _ANAPHOR.search(text, span.start, span.end)
    if match is None or not told:
        return ()
    noun = (match.group("noun") or "").lower()
    kinds = _kinds_of(noun)
    for placed in reversed(told):
        kind = placed.mention.place.kind if placed.mention.place else None
        if kind in kinds and placed.spot.qualifier is None:
            return (Placed(mention=placed.mention, spot=placed.spot, basis="inherited"),)
    return ()


def _kinds_of(noun: str) -> frozenset[str]:
    """Kinds of places that a common noun stands for; "there" stands for small places before large ones."""
    if noun in _AREA_NOUNS:
        return _AREA_KINDS
    if noun == "city":
        return frozenset({"city", "town", "territory"})
    if not noun or re.fullmatch(_SETTLEMENT_NOUN, noun):
        return SETTLEMENTS
    return frozenset(
        {*SETTLEMENTS, "plant", "dam", "bridge", "airport", "airbase", "port", "island", "landmark", "seat", "region"}
    )
