"""Whose word a hit is: the claims that cover it, the doer's own, or those of the sentence before (``events.md`` 4.7)."""

import re
from collections.abc import Sequence

from geoevents.articles.number_words import spelled
from geoevents.articles.segments import Segment
from geoevents.events.categories import FIGHTING
from geoevents.events.event import Claimant, Stance
from geoevents.events.howmany.count_words import UNITS
from geoevents.events.telling import Telling
from geoevents.events.what.hit import Hit
from geoevents.events.when.dates import DateMention
from geoevents.events.who.claim import Claim
from geoevents.events.who.claim_words import DATA
from geoevents.values import dataclass, replace

__all__ = ["STANCES", "TOLD_ON", "Attribution", "attribution_of", "calls_false", "is_pronoun", "own_word"]

STANCES: dict[str, Stance] = {
    "says": "asserts", "announces": "announces", "denies": "denies", "confirms": "confirms", "doubts": "doubts",
}  # fmt: skip
# Who reports harm on its own ground goes on doing so; what else an army hit is mostly told by the article itself.
_LOCAL = frozenset({"LOC", "MED", "POL"})
# What a speaker goes on telling without another verb of saying; open acts are told by the article.
TOLD_ON = FIGHTING | {"humanitarian", "infrastructure", "other"}
_TOLD_ON_AT_ONCE = TOLD_ON | {"detention", "mobilisation"}  # in the same sentence
# The article weighs what happened itself.
_HEDGED = re.compile(r"\b(?:likely|probably|apparently|presumably|appears?|seems?)\b", re.IGNORECASE)
_BACK_REFERENCE = re.compile(r"(?:them|they|these|those|all|both|all of them|both of them)", re.IGNORECASE)
_REST = re.compile(r"(?:of (?:these|those|them|the total)|the (?:remaining|rest|others?|remainder))\b", re.IGNORECASE)
REACH = 3  # sentences within which a telling may be gone on with; chosen on the development articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Claims of a hit, innermost first, and the stance they give; ``inherited`` from a sentence before."""

    claims: tuple[Claim, ...] = ()
    stance: Stance = "asserts"
    inherited: bool = False


def attribution_of(
    text: str,
    hit: Hit,
    *,
    claims: Sequence[Claim],
    segment: Segment,
    before: Sequence[Telling],
    dates: Sequence[DateMention] = (),
) -> Attribution:
    """Claims of the sentence that cover a hit; else those of a telling ``before`` it, where the sentence goes on with it."""
    own = [c for c in claims if (_covers(text, c, hit) and not c.anaphoric) or calls_false(text, c, hit)]
    if hit.category not in TOLD_ON:
        own = [c for c in own if _WHAT.search(text, 0, c.speaker_start) is None]  # "rejected what X calls a plan"
    own.sort(key=lambda c: c.scope_end - c.scope_start)
    own = own[:1] + [c for c in own[1:] if not _relays(c, own[0])]
    if not own and any(_set_beside(text, c, hit) for c in claims):
        return Attribution()
    if own and _owns_loss(text, hit, own[0]):
        own[0] = replace(own[0], modality="confirms")
    if own:
        return Attribution(claims=tuple(own), stance=STANCES[own[0].modality])
    if hit.category in _TOLD_ON_AT_ONCE and (same := _goes_on_in_sentence(text, hit, claims)) is not None:
        return Attribution(claims=(same,), stance=STANCES[same.modality])
    last = _last(text, hit, segment, before) if hit.category in TOLD_ON | _COUNTED else None
    if last is not None and last.claims and _told_apart(text, hit, last, dates):
        return Attribution()
    if last is None or not last.claims or last.stance == "denies" or last.claims[0].act:
        return Attribution()
    return Attribution(claims=last.claims, stance=last.stance, inherited=True)


_LOSES = re.compile(r"(?:lost|lose|loses|losing)\b", re.IGNORECASE)
_ITSELF = re.compile(r"(?:it|they|we|its|their|our)\b", re.IGNORECASE)


def _owns_loss(text: str, hit: Hit, claim: Claim) -> bool:
    """True for a side that says it lost ground: "the army said it had lost X" admits it."""
    if hit.category != "control_change" or claim.modality != "says" or hit.subject is None or hit.voice != "active":
        return False
    who = text[hit.subject.start : hit.subject.end].strip()
    own = _ITSELF.match(who) is not None or who.lower().removeprefix("the ") in claim.claimant.name.lower()
    return own and _LOSES.match(text, hit.trigger.start) is not None


def _relays(outer: Claim, inner: Claim) -> bool:
    """True for who only tells what somebody else says: "Ukraine says Russia claims that A fell"."""
    return (
        outer.modality == inner.modality == "says"
        and outer.verb_end <= inner.verb_start  # behind it, "RIA said, citing officials" names its source
        and outer.scope_start <= inner.speaker_start < inner.verb_end <= outer.scope_end
        and outer.claimant.country != inner.claimant.country
    )


# "A was hit, the governor said; two drones were brought down", "…, he said on Monday, and a depot burned".
_MORE = re.compile(r"[^,;.]{0,40}(?:;|,\s+and\b|,\s+(?:[\w-]+\s+){0,3}of\s+(?:which|whom|them)\b)")
_WHAT = re.compile(r"\bwhat\s+(?:the\s+)?\Z", re.IGNORECASE)
_TURN = re.compile(r"\b(?:while|but|although|though|whereas|which|where|who)\b", re.IGNORECASE)


def _goes_on_in_sentence(text: str, hit: Hit, claims: Sequence[Claim]) -> Claim | None:
    """The claim that stands before a hit in its sentence, behind what it tells, where the sentence goes on in its tone."""
    before = [c for c in claims if c.verb_start < hit.trigger.start]
    last = max(before, key=lambda c: c.verb_start, default=None)
    if last is None or last.anaphoric or last.act or last.modality == "denies" or last.scope_end > last.verb_start:
        return None
    said = max(last.verb_end, last.speaker_end)
    more = _MORE.match(text, said)
    if more is None or _TURN.search(text, more.end(), hit.trigger.start):
        return None
    return last


_ASIDE = re.compile(r"\b(?:after|when|while|as|although|though|since|because|before)\s+(?:the\s+)?$", re.IGNORECASE)


def _told_apart(text: str, hit: Hit, last: Telling, dates: Sequence[DateMention]) -> bool:
    """True where a hit is not what the speaker before goes on with: it has a day of its own in the plain past, or that speaker
    was heard only in passing ("after the ministry announced")."""
    start = last.claims[0].speaker_start
    if _ASIDE.search(text, max(0, start - 14), start):
        return True
    if _in_articles_voice(hit, last) and not refers_back(text, hit) and not _by_speakers_own(text, hit):
        return True
    own = [d for d in dates if hit.clause.start <= d.start < hit.clause.end]
    if not own or hit.tense not in {"past", "present", "pluperfect"} or refers_back(text, hit):
        return False
    if hit.tense == "pluperfect":  # "The army said … A had fallen on Friday": looked back on, unless the speaker's own
        return hit.category in _GROUND and all(_is_another_day(d, last) for d in own) and not _is_speakers(text, hit)
    return hit.category == "control_change" or (hit.category == "strike" and all(_is_another_day(d, last) for d in own))


def _is_another_day(date: DateMention, last: Telling) -> bool:
    """True for a day that is not that of the telling before: who told of Monday does not tell of Tuesday by that."""
    first, until = last.when.date_start, last.when.date_end
    if date.date_start is None or first is None or until is None:
        return False
    return date.date_start > until or (date.date_end or date.date_start) < first


def _in_articles_voice(hit: Hit, last: Telling) -> bool:
    """True for a plain past after reported speech in the pluperfect: "said it had taken A.  Police advanced from B"."""
    told_back = last.hit.tense == "pluperfect" and last.hit.category in _GROUND
    return told_back and hit.tense == "past" and hit.voice == "active" and hit.category in _GROUND


def _is_speakers(text: str, hit: Hit) -> bool:
    """True for what a speaker goes on to tell of itself: "It had taken B on Friday", "Its men had entered B"."""
    doer = hit.subject if hit.voice == "active" else None
    return doer is not None and (_SPEAKER.match(text, doer.start) is not None or _by_speakers_own(text, hit))


_SPEAKER = re.compile(r"(?:it|he|she|we)\b", re.IGNORECASE)
_GROUND = frozenset({"control_change", "ground_combat"})
_REPORTS = re.compile(r"\b(?:reports?|claims?|allegations?|rumou?rs?|news)\s+(?:that|of)\b", re.IGNORECASE)


def calls_false(text: str, claim: Claim, hit: Hit) -> bool:
    """True for what a sentence itself calls false: "Reports that X had fallen were untrue, the army said"."""
    if not claim.anaphoric or not claim.scope_start <= hit.trigger.start < claim.scope_end:
        return False
    return _REPORTS.search(text, claim.scope_start, hit.trigger.start) is not None


def own_word(hit: Hit, speaker: Claimant | None, *, claims: bool = False) -> Attribution:
    """The attribution of a position to whoever takes it: "ruled out camps"; with ``claims`` of ground to who claims it."""
    who = hit.agent if hit.voice == "passive" else hit.subject
    if speaker is None or who is None:
        return Attribution()
    span = hit.trigger
    speaker = replace(speaker, stance="asserts") if claims else speaker
    claim = Claim(
        claimant=speaker, verb_start=span.start, verb_end=span.end, scope_start=span.start, scope_end=span.end,
        modality="says" if claims else "announces", act=not claims, speaker_start=who.start, speaker_end=who.end,
    )  # fmt: skip
    return Attribution(claims=(claim,), stance=STANCES[claim.modality])


def _covers(text: str, claim: Claim, hit: Hit) -> bool:
    """True where a hit is what a claim says, or what an act of speech threatens or promises: "threatened to invade"."""
    if claim.act and hit.modality == "planned":
        return claim.scope_start <= hit.trigger.start <= claim.scope_end + _PROMISED
    if hit.trigger.start == claim.verb_start and not claim.act:
        # "declared the town | free", "a truce was | announced | by X": the verb is part of what tells it
        source = hit.category in TOLD_ON and text[claim.verb_start : claim.verb_end].lower() in _SOURCE_OF
        return source or _says_own(text, claim) or claim.scope_end == claim.verb_start
    return claim.scope_start <= hit.trigger.start < claim.scope_end and not _set_beside(text, claim, hit)


_OWN_DEED = frozenset(DATA["verbs"]["own_deed"])
_SOURCE_OF = frozenset(DATA["verbs"]["source_of"])


def _says_own(text: str, claim: Claim) -> bool:
    """True for a verb by which somebody tells a deed as its own: "claimed an attack", "declared the town free"."""
    return text[claim.verb_start : claim.verb_end].lower() in _OWN_DEED


# "said it was leaving the town, hours after soldiers had raised a flag there": the article sets one thing beside the other.
_BESIDE = re.compile(
    r",\s+(?:\w+\s+){0,3}(?:minutes|hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b", re.IGNORECASE
)


def _set_beside(text: str, claim: Claim, hit: Hit) -> bool:
    """True for what the article itself tells in a clause of time behind the words of a speaker."""
    if claim.verb_start > hit.trigger.start:
        return False
    beside = [m.end() for m in _BESIDE.finditer(text, claim.verb_end, hit.trigger.start)]
    return bool(beside) and not set(',;”"') & set(text[beside[-1] : hit.trigger.start])


_PROMISED = 25  # letters from a verb of promise to its infinitive: "vowed on Monday to retake"


def _last(text: str, hit: Hit, segment: Segment, before: Sequence[Telling]) -> Telling | None:
    """The telling of the section that a hit without a speaker goes on with; None where the article itself tells it."""
    if hit.clause_kind == "relative" or _HEDGED.search(text, hit.clause.start, hit.clause.end):
        return None
    near = [t for t in before if t.segment.section == segment.section and segment.index - t.segment.index <= REACH]
    more = _told_with(text, hit, segment, near)
    if more is not None or hit.category not in TOLD_ON:
        return more
    if refers_back(text, hit):
        return next((t for t in reversed(near) if t.hit.category == hit.category), None)
    if near and near[-1].segment.index == segment.index and not near[-1].claims:
        return None  # the sentence tells in its own voice
    if hit.category == "air_defence":  # only those who fired tell how many they hit
        told = (t for t in reversed(near) if t.hit.category == "air_defence" and t.claims and t.stance != "denies")
        if (before_it := next(told, None)) is not None:
            return before_it
    last = next((t for t in reversed(near) if not t.is_background), None)
    if last is not None and _by_speakers_own(text, hit) and segment.index - last.segment.index == 1:
        return last
    if last is None or last.segment.paragraph != segment.paragraph:
        return None
    if hit.tense == "pluperfect" and hit.category in FIGHTING and segment.index - last.segment.index == 1:
        return last  # reported speech goes on without its verb
    same = last.hit.category == hit.category
    if hit.category == "strike" and last.segment.index != segment.index and last.claims:
        same = same and last.claims[0].claimant.sector in _LOCAL
    return last if same else None


def _told_with(text: str, hit: Hit, segment: Segment, near: Sequence[Telling]) -> Telling | None:
    """The telling just before of whose planes or shells a hit tells some: "Twelve of the planes crossed the line", "two more"."""
    some = _SOME.match(text, hit.clause.start) if hit.category in _COUNTED else None
    if some is None or UNITS.get((some["what"] or "").lower()) == "persons":
        return None
    fought = (t for t in reversed(near) if t.hit.category in FIGHTING and not t.is_background)
    last = next(fought, None)
    return last if last is not None and last.claims and segment.index - last.segment.index == 1 else None


# What only who counts it knows; whom "one of them" killed the article tells.
_COUNTED = frozenset({"air_defence", "naval", "mobilisation"})


_NUMBER = spelled(1, 20)
_SOME = re.compile(
    rf"(?:(?:the\s+)?(?:{_NUMBER}|\d+|several|some|most|half|many|none|all)\s+(?:more\b|others?\b|of\s+(?:these|those|them|the\s+(?P<what>\w+?)s?)\b))",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:its|their)\s+(?!territory|soil|land|airspace|neighbou?r)", re.IGNORECASE)


def _by_speakers_own(text: str, hit: Hit) -> bool:
    """True for a deed of the speaker's men: "Its air defences destroyed 147 drones" goes on with what it said."""
    doer = hit.subject if hit.voice == "active" else None
    return hit.category in FIGHTING and doer is not None and _OWN.match(text, doer.start) is not None


def refers_back(text: str, hit: Hit) -> bool:
    """True where a hit goes on with what was told: "engaged them", "they were shot down", "of these, nine fell in A"."""
    if _REST.match(text, hit.clause.start):
        return True
    return is_pronoun(text, hit)


def is_pronoun(text: str, hit: Hit) -> bool:
    """True where what a hit acts on is a pronoun."""
    acted_on = hit.object or (hit.subject if hit.voice == "passive" else None)
    return acted_on is not None and _BACK_REFERENCE.fullmatch(text[acted_on.start : acted_on.end]) is not None
