"""What all names of an article do where they stand: the members of a list follow one another."""

from collections.abc import Sequence

from geoevents.atlas.place import Place
from geoevents.atlas.recognition.cues import NameSpan, Sentence
from geoevents.atlas.recognition.grounds import owns_name
from geoevents.atlas.recognition.roles import PLAIN, Use, held_by_actor, use_of
from geoevents.atlas.resolution.phrases import Phrase

__all__ = ["uses_of"]


def uses_of(
    text: str,
    sentences: Sequence[Sentence],
    spans: Sequence[NameSpan],
    told: Sequence[Phrase],
    places: Sequence[Place | None],
) -> list[Use]:
    """Roles of all names of an article; members of a list follow one that acts ("Moscow and Kiev face each other")."""
    uses = [use_of(text, sentences[s.sentence], s, place) for s, place in zip(spans, places, strict=True)]
    uses = _held_together(sentences, spans, told, uses)
    uses = [
        PLAIN["modifier"] if u.role == "literal" and owns_name(sentences[s.sentence], s, _next(spans, i)) else u
        for i, (s, u) in enumerate(zip(spans, uses, strict=True))
    ]
    acting = {p.group for p, u in zip(told, uses, strict=True) if u.role == "metonym" and p.group is not None}
    acting -= {p.group for p, s in zip(told, spans, strict=True) if sentences[s.sentence].words[s.first - 1] in _WHERE}
    uses = [
        use_of(text, sentences[s.sentence], s, place, listed_with_actor=True)
        if p.group in acting and u.role == "literal"
        else u
        for s, place, p, u in zip(spans, places, told, uses, strict=True)
    ]
    last = _last_of_towns(text, sentences, spans, told, uses)
    return [PLAIN["literal"] if i in last else u for i, u in enumerate(uses)] if last else uses


def _next(spans: Sequence[NameSpan], i: int) -> int:
    """Token at which the next name of the same sentence begins; one that no sentence reaches where there is none."""
    after = spans[i + 1] if i + 1 < len(spans) else None
    return after.first if after is not None and after.sentence == spans[i].sentence else _NOWHERE


_NOWHERE = 1_000_000


def _last_of_towns(
    text: str, sentences: Sequence[Sentence], spans: Sequence[NameSpan], told: Sequence[Phrase], uses: Sequence[Use]
) -> set[int]:
    """Numbers of names that a bare "and" joins to a list of where something was, whatever verb stands behind them: "airports at A,
    B and [Lahore] were closed"."""
    found = set()
    for i, (span, phrase, use) in enumerate(zip(spans, told, uses, strict=True)):
        if (
            use.role != "metonym"
            or phrase.group is None
            or i < _LISTED
            or text[spans[i - 1].end : span.start] != " and "
        ):
            continue
        first = next(k for k, p in enumerate(told) if p.group == phrase.group)
        led = sentences[span.sentence].words[spans[first].first - 1] in _WHERE
        if led and i - first >= _LISTED and all(u.role == "literal" for u in uses[first:i]):
            found.add(i)
    return found


_LISTED = 2  # names before the last of a list


def _held_together(
    sentences: Sequence[Sentence], spans: Sequence[NameSpan], told: Sequence[Phrase], uses: Sequence[Use]
) -> list[Use]:
    """Roles, where what an actor is "of" is a list: "the embassies of A, B and C" stand in none of them."""
    held = {
        p.group for p, s in zip(told, spans, strict=True)
        if p.group is not None and s.source != "demonym" and held_by_actor(sentences[s.sentence], s)
    }  # fmt: skip
    return [PLAIN["metonym"] if p.group in held and u.role == "literal" else u for p, u in zip(told, uses, strict=True)]


# "over A and B, and C brought down others": what a list tells of where something was acts in no list.
_WHERE = frozenset({"in", "over", "near", "at", "across", "above", "around", "outside", "inside", "off"})
