"""Who did it to whom: the slots of a trigger filled from its phrases (``events.md`` 4.4)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from geoevents.articles.number_words import NUMBER_WORDS
from geoevents.articles.tokens import Token
from geoevents.atlas.mention import Mention
from geoevents.events.event import Actor, Claimant, Span
from geoevents.events.sentence.grammar import GRAMMAR
from geoevents.events.sentence.noun_phrases import NounPhrase, object_phrase, owner_phrase, subject_phrase
from geoevents.events.sentence.verb_subjects import ACCUSING
from geoevents.events.thread import Sentence
from geoevents.events.what.hit import Hit
from geoevents.events.where.countries import alpha3, country_name
from geoevents.events.who.actor_words import (
    AMMUNITION,
    AMOUNTS,
    DEEDS,
    HELPED,
    LIGHT_VERBS,
    NOBODY,
    OWN_KINDS,
    OWN_PEOPLE,
    POSSESSIVES,
    PRONOUNS,
    WEAPONS,
)
from geoevents.events.who.addressed import ADDRESSEES, addressed
from geoevents.events.who.claim import Claim
from geoevents.events.who.saying import DENIES
from geoevents.values import replace
from geoevents.words import cut_head

__all__ = ["INITIATORS", "TARGETS", "actors_of", "flat", "head_of", "party", "span_of_actors"]

# Roles of the codebook that fill the two flat columns, best first.
INITIATORS = (
    "interceptor", "attacker", "withdrawing_side", "gaining_side", "visitor", "speaker", "court", "sender", "captor",
    "initiator", "imposer", "donor", "organiser", "participant", "actor",
)  # fmt: skip
TARGETS = (
    "operator", "target", "losing_side", "host", "addressee", "defendant", "recipient", "detainee", "counterpart",
)  # fmt: skip
_DOERS = frozenset(INITIATORS) | {"operator"}
# In dealings somebody acts in person; in fights somebody's side does.
_DEALERS = frozenset({"speaker", "visitor", "participant", "court", "imposer", "donor", "host", "organiser"})
_LEADING = re.compile(
    r"^(?:(?:one|some|several|many|most|\d[\d,.]*)\s+of\s+)?(?:the|a|an|its|his|her|their|some|several|\d[\d,.]*)\s+",
    re.IGNORECASE,
)
_COUNTERPART = re.compile(r"^(?:[\w-]+\s+){0,2}(?:counterpart|colleague),?\s+(?=[A-Z])")  # "his Turkish counterpart X"
_MAX_NAME = 80
_WHOSE = frozenset({"demonym", "metonym", "modifier"})
_THINGS = WEAPONS | DEEDS


def span_of_actors(hit: Hit) -> Span | None:
    """The words of who acts, else of who is acted upon; None if a hit has neither."""
    return _doer(hit) or hit.agent or hit.object


def _doer(hit: Hit) -> Span | None:
    """The words of who acts: the agent of a passive, what stands before a noun or an active verb."""
    return hit.agent if hit.voice == "passive" else (hit.subject or hit.agent)


def actors_of(text: str, hit: Hit, sentence: Sentence, *, claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """Actors of a hit in the order of the codebook's roles; a slot that nothing fills gives none."""
    if not sentence.words.isdisjoint(HELPED):
        sentence = replace(sentence, mentions=tuple(m for m in sentence.mentions if not _HELPS.match(text, m.end)))
    found: list[Actor] = []
    for role, slots in hit.roles.items():
        if role in _DOERS and _is_ground(hit, sentence):
            if (taker := _taker(role, text, hit, sentence, claims)) is not None:
                found.append(taker)
            continue
        for slot in slots:
            actor = _fill(role, slot, text, hit, sentence, claims)
            if actor is not None:
                found.append(actor)
                break
    deniers = {c.claimant.name for c in claims if c.modality == "denies" and not _denies_own(text, c)}
    return tuple([a for a in found if not (a.role in _DOERS and a.name in deniers)] if deniers else found)


def _denies_own(text: str, claim: Claim) -> bool:
    """True for "denied bombing X", which may be of the speaker's own deed; "said reports of it were false" is of another's."""
    return text[claim.verb_start : claim.verb_end].lower() in DENIES


def _is_ground(hit: Hit, s: Sentence) -> bool:
    """True where what "does" it is the place itself: "Goma | had fallen to the rebels"."""
    phrase = _phrase("subject", hit, s) if hit.category == "control_change" and hit.voice == "active" else None
    if phrase is None:
        return False
    start, end = s.tokens[phrase.first].start, s.tokens[phrase.last - 1].end
    return any((m.start, m.end, m.role) == (start, end, "literal") for m in s.mentions)


def _taker(role: str, text: str, hit: Hit, s: Sentence, claims: Sequence[Claim]) -> Actor | None:
    """To whom a place fell, where the words behind the verb say so."""
    at = _range(s, hit.trigger)[1]
    if at == 0 or at >= len(s.tokens) or "to" not in {s.tokens[at - 1].lower, s.tokens[at].lower}:
        return None
    first = at + (s.tokens[at].lower == "to")
    phrase = object_phrase(s.tokens, s.tags, (first, min(len(s.tokens), first + 8)))
    return _named(role, phrase, text, s, claims) if phrase is not None else None


_HELPS = re.compile(rf"[-‑–](?:{'|'.join(sorted(HELPED))})\b")  # "Iran-backed fighters" are not Iran


def _fill(role: str, slot: str, text: str, hit: Hit, s: Sentence, claims: Sequence[Claim]) -> Actor | None:
    if slot in {"claimant", "other_side"}:
        return party(role, claims[0].claimant) if claims and slot == "claimant" else None
    if slot == "object_adjective":
        whose = _whose(hit.object, s.mentions) if role == "operator" or _is_thing(hit.object, s) else None
        return _from_mention(role, whose) if whose else None
    phrase = _phrase(slot, hit, s)
    if phrase is not None and role in ADDRESSEES:
        phrase = addressed(role, s.tokens, s.tags, phrase, head_of(s.tokens[phrase.first : phrase.last]))
    return _named(role, phrase, text, s, claims) if phrase is not None else None


def _is_thing(span: Span | None, s: Sentence) -> bool:
    """True for drones, missiles, an attack: their adjective tells who sends them, not whom they hit."""
    found = object_phrase(s.tokens, s.tags, _range(s, span)) if span is not None else None
    return found is not None and head_of(s.tokens[found.first : found.last]) in _THINGS


def _phrase(slot: str, hit: Hit, s: Sentence) -> NounPhrase | None:
    """The noun phrase of a slot."""
    if slot == "object":
        cut = subject_phrase if hit.voice == "passive" else object_phrase
        return cut(s.tokens, s.tags, _range(s, hit.object)) if hit.object else None
    if slot == "by" and hit.agent is not None and hit.voice != "active":  # "shot down drones launched by X"
        return object_phrase(s.tokens, s.tags, _range(s, hit.agent))
    if hit.voice == "noun":
        return _owner(hit, s)
    span = hit.agent if hit.voice == "passive" else hit.subject
    return subject_phrase(s.tokens, s.tags, _range(s, span)) if span is not None else None


def _owner(hit: Hit, s: Sentence) -> NounPhrase | None:
    """Whose the noun is, or who does it: "Spain's raid", "the Israeli raid", "Spain launched a raid"."""
    at = _range(s, hit.trigger)[0]
    first = _range(s, hit.clause)[0]
    owner = owner_phrase(s.tokens, s.tags, (first, at))
    if owner is not None and _is_whose(owner, s):
        return owner
    verb = next((k for k in range(at - 1, first, -1) if s.tags[k] in "VPA"), None)
    if (
        verb is None
        or s.tokens[verb].lower not in LIGHT_VERBS
        or (s.tags[verb] == "P" and s.tokens[verb - 1].lower != "had")
    ):
        return None
    return subject_phrase(s.tokens, s.tags, (first, _group(s.tags, verb)))


def _group(tags: str, verb: int) -> int:
    while verb > 0 and tags[verb - 1] in "AX":
        verb -= 1
    return verb


def _is_whose(phrase: NounPhrase, s: Sentence) -> bool:
    """True where the words before a noun tell its owner: a people, a state, a name."""
    start, end = s.tokens[phrase.first].start, s.tokens[phrase.last - 1].end
    named = any(start <= m.start < end and m.role in _WHOSE for m in s.mentions)
    return named or (
        phrase.after is None
        and any(t == "E" for t in s.tags[phrase.first : phrase.last])
        and not any(start <= m.start < end for m in s.mentions)
    )


def _range(s: Sentence, span: Span) -> tuple[int, int]:
    """Numbers of the tokens of a span."""
    first = bisect_left(s.tokens, span.start, key=_START)
    last = bisect_left(s.tokens, span.end, key=_START, lo=first)
    return (first, last) if first < last else (0, 0)


_START = attrgetter("start")


def _named(role: str, phrase: NounPhrase, text: str, s: Sentence, claims: Sequence[Claim]) -> Actor | None:
    """The party that a phrase names; None for a thing without an owner and for a pronoun of nobody known."""
    tokens = s.tokens[phrase.first : phrase.last]
    head = head_of(tokens)
    span = Span(tokens[0].start, tokens[-1].end)
    whose = _whose(span, s.mentions)
    if head in NOBODY:
        return None
    if head in PRONOUNS and len(tokens) <= 2:
        return party(role, _meant(role, claims), itself=head == "it") if claims and role in _DOERS else None
    if head in DEEDS or head in AMMUNITION or (head in WEAPONS and role != "target"):
        return _sender(role, phrase, text, s, claims) or (_from_mention(role, whose) if whose else None)
    if whose is not None and role in _DOERS and whose.role == "demonym" and whose.end >= tokens[-1].start:
        return _from_mention(role, whose)  # "the Israeli | raid"
    name = cut_head(_LEADING, " ".join(text[span.start : span.end].split())).strip(" ,;:")[:_MAX_NAME]
    name = cut_head(_COUNTERPART, name)
    name = name.removesuffix(" of").removeprefix("dead ")  # "accuses X of arming", "shot dead four men"
    if not name or (role in _DOERS and _only_counts(name.lower())):
        return None
    accused = phrase.first > 0 and s.tokens[phrase.first - 1].lower in ACCUSING
    if role in _DOERS and claims and not accused and _is_own(tokens, head, named=whose is not None):
        side = party(role, claims[0].claimant, itself=tokens[0].lower == "its")
        if side is not None:
            return replace(side, name=name, sector=None, basis="explicit")
    near = Span(span.start, s.tokens[min(len(s.tokens), phrase.last + 5) - 1].end) if _goes_on(phrase, s) else span
    country = next((m.place.country for m in _inside(near, s.mentions) if m.place and m.place.country), None)
    return Actor(name=name, country=alpha3(country) if country else None, role=role)


def _only_counts(name: str) -> bool:
    """True for a number without what it counts: "six", "a third", "18 more"."""
    return all(w.isdigit() or w in NUMBER_WORDS or w in GRAMMAR["stands_for_named_before"] for w in name.split())


def _meant(role: str, claims: Sequence[Claim]) -> Claimant:
    """Whom a pronoun means in what is told: who says it, or of an attack who denies it ("denied Azerbaijani claims that | it | had")."""
    denier = next((c.claimant for c in claims if c.modality == "denies" and role == "attacker"), None)
    return denier or claims[0].claimant


def _goes_on(phrase: NounPhrase, s: Sentence) -> bool:
    """True where a preposition behind a phrase may name its state: "the ministry in Moscow", "parties from Kyiv's service"."""
    return phrase.last < len(s.tokens) and s.tokens[phrase.last].lower in {"in", "of", "from"}


def _sender(role: str, thing: NounPhrase, text: str, s: Sentence, claims: Sequence[Claim]) -> Actor | None:
    """Who sends a thing, as the words behind it say: "a drone launched by X", "drones of X's security service"."""
    words = [t.lower for t in s.tokens[thing.first : thing.last + 3]]
    for word in ("by", "of"):
        if word in words[1:]:
            at = thing.first + words.index(word, 1) + 1
            sender = object_phrase(s.tokens, s.tags, (at, min(len(s.tokens), at + 10)))
            if sender is not None and head_of(s.tokens[sender.first : sender.last]) not in _THINGS:
                return _named(role, sender, text, s, claims)
    return None


def head_of(tokens: Sequence[Token]) -> str:
    """The noun that a phrase is about: the last word before "of", or what it is a number of."""
    words = [t.lower for t in tokens]
    if "of" not in words[1:]:
        return words[-1]
    head = words[words.index("of") - 1]
    return words[-1] if head in PRONOUNS or head in AMOUNTS or head[0].isdigit() or head in NUMBER_WORDS else head


def _is_own(tokens: Sequence[Token], head: str, *, named: bool) -> bool:
    """True for people told without saying whose, or as the speaker's own: "troops", "his men"."""
    if tokens[0].lower in POSSESSIVES:
        return True
    return (
        head in OWN_PEOPLE
        and not named
        and all(t.lower in OWN_KINDS or t.lower in OWN_PEOPLE or t.text[0].isdigit() for t in tokens)
    )


def _inside(span: Span, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if span.start <= m.start < span.end]


def _whose(span: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The people, state or place in a phrase that tells whose it is: "Ukrainian drones"."""
    return next((m for m in _inside(span, mentions) if m.role in _WHOSE), None) if span is not None else None


def _from_mention(role: str, mention: Mention) -> Actor:
    code = alpha3(mention.place.country) if mention.place and mention.place.country else None
    return Actor(name=mention.text, canonical=country_name(code), country=code, role=role)


def party(role: str, who: Claimant, *, itself: bool = False) -> Actor | None:
    """The side that a speaker speaks for, or the speaker alone in a dealing; None for a bystander in a fight.

    ``itself``: the words say that the speaker did it ("Jordan said it had"), so a state's bare name is enough.
    """
    if role in _DEALERS:
        return Actor(name=who.name, country=who.country, sector=who.sector, role=role, basis="inferred")
    group = who.name if who.sector is None and who.name[:1].isupper() and (itself or " " in who.name) else None
    if who.side is None and who.sector not in {"MIL", "GOV"} and group is None:
        return None
    side = who.side or country_name(who.country) or group
    return Actor(name=who.name, canonical=side, country=who.country, sector=who.sector, role=role, basis="inferred")


def flat(actors: Sequence[Actor], roles: Sequence[str]) -> str | None:
    """Name of the first actor whose role is among ``roles``, for CSV and QGIS."""
    fitting = [a for a in actors if a.role in roles]
    best = min(fitting, key=lambda a: roles.index(a.role), default=None)
    return (best.canonical or best.name) if best is not None else None
