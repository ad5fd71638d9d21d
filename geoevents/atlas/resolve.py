"""Which candidate each name means, from the whole article; alternatives and reasons kept (``places.md`` 4)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.atlas import geometry
from geoevents.atlas.cues import NameSpan
from geoevents.atlas.evidence import Choice, Context, probabilities, score
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Alternative, Decision
from geoevents.atlas.phrases import Phrase
from geoevents.atlas.place import Place
from geoevents.atlas.relations import RelationPhrase
from geoevents.atlas.scoring import Candidate
from geoevents.atlas.words import DEMONYMS

__all__ = ["Resolved", "resolve"]

ROUNDS = 3


MARGIN, APART_KM = 0.12, 100.0


FUZZY_SUPPORT = 0.4  # a misspelt name needs a country, place or relation that speaks for it this much


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name was taken to mean, how sure, why, and what else it could be."""

    place: Place | None
    decision: Decision
    confidence: float
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


def resolve(
    spans: Sequence[NameSpan],
    phrases: Sequence[Phrase],
    relations: Sequence[tuple[int, RelationPhrase]],
    atlas: Gazetteer,
) -> list[Resolved]:
    """One answer a span.  ``relations`` pairs the index of a located span with the relation that tells where it lies."""
    choices = [Choice(span=s, phrase=p, candidates=_candidates(s, atlas)) for s, p in zip(spans, phrases, strict=True)]
    told = dict(relations)
    _share_spellings(choices)
    for round_number in range(ROUNDS):
        context = Context.of(choices) if round_number else Context()
        for index, choice in enumerate(choices):
            score(choice, index, choices, context, told.get(index))
        _one_sense(choices)
    settled = Context.of(choices)
    return [_answer(choice, settled) for choice in choices]


def _candidates(span: NameSpan, atlas: Gazetteer) -> tuple[Candidate, ...]:
    if span.source == "demonym":
        country = atlas.country(DEMONYMS[span.key])
        if country is None:
            return ()
        return (
            Candidate(
                place=country, tier=1, matched=span.key, main=True, score=9.0, reason="people or adjective of it"
            ),
        )
    found = atlas.candidates(span.text, fuzzy=span.source in {"cue", "given"})
    if not found and " " in span.text:
        found = atlas.candidates(span.text.rsplit(" ", 1)[0], fuzzy=False) if span.source == "given" else ()
    return found


def _share_spellings(choices: Sequence[Choice]) -> None:
    """A misspelt name also gets the candidates of like names told elsewhere in the article."""
    known = [c for c in choices if c.candidates and c.candidates[0].tier < 3 and c.span.source != "demonym"]
    for choice in choices:
        if choice.span.source == "cue" and not choice.candidates:
            alike = [k for k in known if k.span.key[:4] == choice.span.key[:4]]
            choice.candidates = alike[0].candidates if alike else ()


def _one_sense(choices: Sequence[Choice]) -> None:
    """The same name without a class word of its own means one place in an article: the best supported one."""
    by_key: dict[str, list[Choice]] = defaultdict(list)
    for c in choices:
        if c.best is not None and c.phrase.head_class is None and c.span.source != "demonym":
            by_key[c.span.key].append(c)
    for same in by_key.values():
        if len(same) > 1:
            lead = max(same, key=lambda c: max(c.scores))
            chosen = lead.place
            for c in same:
                at = next(
                    (k for k, x in enumerate(c.candidates) if chosen is not None and x.place.id == chosen.id), None
                )
                c.best = at if at is not None else c.best


def _answer(choice: Choice, context: Context) -> Resolved:
    """The decision for one name; abstains where two far apart are as likely, or a misspelt name has no support."""
    if choice.best is None:
        return Resolved(
            place=None,
            decision="not_in_gazetteer",
            confidence=0.0,
            reasons=("no place of that name in the atlas",),
            alternatives=(),
        )
    shares = probabilities(choice.scores)
    order = sorted(range(len(shares)), key=lambda k: (k != choice.best, -shares[k], k))
    best, sure = choice.candidates[choice.best], shares[choice.best]
    others = tuple(_alternative(choice, k, shares, best.place) for k in order[1:6])
    if best.tier == 3:
        support = context.countries.get(best.place.country or "", 0.0)
        near = any("km from" in r or "as the text says" in r for r in choice.why[choice.best])
        if support < FUZZY_SUPPORT and not near:
            reasons = (
                f"only a like-sounding place found ({best.place.name}), and nothing in the article speaks for it",
            )
            return Resolved(
                place=None, decision="none_fits", confidence=round(sure, 3), reasons=reasons, alternatives=others
            )
        sure *= 0.8
    runner = choice.candidates[order[1]].place if len(order) > 1 else None
    if (
        runner is not None
        and sure - shares[order[1]] < MARGIN
        and _apart(best.place, runner)
        and best.place.kind == runner.kind
    ):
        reasons = (f"as likely {best.place.name} ({_where(best.place)}) as {_where(runner)}",)
        both = (_alternative(choice, choice.best, shares, runner), *others)[:5]
        return Resolved(place=None, decision="too_close", confidence=round(sure, 3), reasons=reasons, alternatives=both)
    decision: Decision = "not_a_point" if best.place.lonlat is None else "chosen"
    return Resolved(
        place=best.place,
        decision=decision,
        confidence=round(min(sure, 0.99), 3),
        reasons=tuple(choice.why[choice.best]),
        alternatives=others,
    )


def _alternative(choice: Choice, at: int, shares: Sequence[float], winner: Place) -> Alternative:
    candidate = choice.candidates[at]
    reason = "; ".join(choice.why[at]) or candidate.reason
    smaller = (candidate.place.population or 0) < (winner.population or 0)
    if smaller and candidate.place.kind == winner.kind:
        reason = f"smaller than {_where(winner)}; {reason}"
    return Alternative(place=candidate.place, confidence=round(shares[at], 3), reason=reason)


def _where(place: Place) -> str:
    return ", ".join(p for p in (place.name, place.admin1, place.country) if p)


def _apart(a: Place, b: Place) -> bool:
    return a.lonlat is not None and b.lonlat is not None and geometry.distance_km(a.lonlat, b.lonlat) > APART_KM
