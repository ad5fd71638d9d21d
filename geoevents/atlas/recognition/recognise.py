"""Which spans of a text name a place: every possible name is weighed twice, and the best that do not overlap are kept."""

import bisect
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geoevents.articles.segments import Segment
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Role
from geoevents.atlas.names import fold
from geoevents.atlas.recognition.candidates import (
    POSSESSIVES,
    Line,
    Names,
    Possible,
    has_possessive,
    is_whole_facility,
    line_of,
    possible,
    says_its_head,
)
from geoevents.atlas.recognition.cues import NameSpan, Sentence, sentence_of
from geoevents.atlas.recognition.features import Features
from geoevents.atlas.recognition.grounds import owns_town
from geoevents.atlas.recognition.layout import Layout, lay_out
from geoevents.atlas.recognition.lexicon import Lexicon
from geoevents.atlas.recognition.lists import more_of_lists
from geoevents.atlas.recognition.no_names import is_no_name, is_parted
from geoevents.atlas.recognition.roles import LEARNED, is_hit
from geoevents.atlas.recognition.second_look import SecondLook
from geoevents.atlas.recognition.second_opinion import SpacyOpinion
from geoevents.atlas.recognition.sums import Sums
from geoevents.atlas.recognition.weights import Weights, layout_hash, load
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.errors import ModelError
from geoevents.values import maker, replace

__all__ = ["EMITTED", "Recogniser", "Weighed", "given", "recognise"]

EMITTED = 0.33  # probability from which a name is kept: between the best overlap F1 of the corpora (.38) and of war articles (.27)


# Log-odds at least given to a name in the atlas with its class word ("Kursk nuclear power plant"): the corpora to learn from
# name few such places, and part of one is another place far away.
_SURE = 4.0


class Recogniser:
    """The recogniser for one atlas and one set of weights; reads any number of articles."""

    def __init__(self, atlas: Gazetteer, weights: Weights, *, opinion: SpacyOpinion | None = None) -> None:
        """ModelError where the weights belong to other features than this version's."""
        self._opinion = opinion
        self._features = Features(atlas, Lexicon(weights.vocabulary))
        if layout_hash(self._features.layout()) != weights.layout:
            raise ModelError(
                f"the recogniser's weights belong to other features (layout {weights.layout[:12]}…, "
                f"here {layout_hash(self._features.layout())[:12]}…): run `geoevents train recogniser`"
            )
        self._second = SecondLook(atlas)
        self._sums = Sums(self._features, np.column_stack([weights.first, weights.roles.T]))
        self._atlas, self._weights = atlas, weights

    def __call__(self, text: str, segments: Sequence[Segment]) -> tuple[list[Sentence], list[NameSpan]]:
        """Sentences with tokens, and the spans in them that name places, in text order without overlaps."""
        weighed = Weighed.of(text, segments, self._atlas, self._features)
        w, sums = self._weights, self._sums(weighed.layout)
        second = self._second.rows(weighed.layout, sums[:, 0] + w.first_bias) @ w.second + w.second_bias
        if self._opinion is not None:
            second = self._opinion.adjusted(text, weighed.extents(), second)
        spans = _spans(text, weighed.layout, second, sums[:, 1:], w.role_rules)
        if self._opinion is not None:
            spans = [replace(span, recogniser=f"{span.recogniser} + {self._opinion.name}") for span in spans]
        return [line.sentence for line in weighed.lines], spans


class Weighed:
    """The possible names of an article, before any weight."""

    def __init__(self, lines: list[Line], found: list[list[Possible]], features: Features) -> None:
        """``found`` has one list a line."""
        self.lines, self.found, self._features = lines, found, features
        self.layout = lay_out(lines, found, features.lexicon)

    @classmethod
    def of(cls, text: str, segments: Sequence[Segment], atlas: Names, features: Features) -> "Weighed":
        """Reads an article."""
        features.lexicon.make_room()
        kept = [s for s in segments if s.kind != "boilerplate"]
        sentences = [sentence_of(text, s) for s in kept]
        lines = [line_of(s, features.lexicon) for s in sentences]
        found = [[n for n in possible(line, atlas) if not is_no_name(line, n, atlas)] for line in lines]
        return cls(lines, found, features)

    def columns(self) -> list[list[int]]:
        """The columns of each possible name, in order."""
        return self._features.columns(self.layout)

    def extents(self) -> list[tuple[int, int]]:
        """(start, end) in the text of every possible name."""
        return [
            (line.sentence.starts[n.first], line.sentence.ends[n.last - 1])
            for line, names in zip(self.lines, self.found, strict=True)
            for n in names
        ]


def _spans(
    text: str,
    article: Layout,
    logits: npt.NDArray[np.floating],
    roles: npt.NDArray[np.float32],
    rules: npt.NDArray[np.float32],
) -> list[NameSpan]:
    """The kept names of an article as spans; ``roles`` are the sums of each name for each role."""
    at = article.line.tolist()
    sure = [
        k for k, n in enumerate(article.names)
        if n.source == "atlas" and " " in n.key
        and any(sure(article.lines[at[k]], n) for sure in (is_whole_facility, says_its_head, has_possessive))
    ]  # fmt: skip
    logits[sure] = np.maximum(logits[sure], _SURE)
    headings = {k for k, line in enumerate(article.lines) if line.sentence.segment.kind == "heading"}
    if headings:
        alone = [k for k, n in enumerate(article.names) if at[k] in headings and _is_whole(article.lines[at[k]], n)]
        logits[alone] += _ALONE
    known = [k for k, n in enumerate(article.names) if n.source == "atlas"]
    parted = [k for k in known if is_parted(article.lines[at[k]], article.names[k])]
    logits[parted] += _PARTED
    before = [(k, article.lines[at[k]].sentence, article.names[k].last) for k in known]
    logits[[k for k, s, last in before if is_hit(s, last)]] += _HIT
    logits[[k for k, s, last in before if s.words[last] in POSSESSIVES and owns_town(s, last)]] += _OWNS
    if any(not _FAMILIES.isdisjoint(line.sentence.words) for line in article.lines):
        logits[[k for k, n in enumerate(article.names) if _is_family(article.lines[at[k]], n)]] = -_SURE
    gains = (logits - math.log(EMITTED / (1 - EMITTED))).tolist()
    kept = best_apart(list(zip(article.first.tolist(), article.last.tolist(), strict=True)), gains)
    listed = more_of_lists(article, logits, kept)
    logits[listed] = 0.0
    kept = sorted([*kept, *listed])
    chances = np.round(1 / (1 + np.exp(-logits.astype(np.float64))), 4).tolist()
    return [
        _span(text, article.lines[at[k]], at[k], article.names[k], chance=chances[k], role_if=role_if)
        for k, role_if in zip(kept, _roles(roles[kept], rules), strict=True)
    ]


# What a known name gains that is a heading by itself: no words speak for it, and the corpora have no digests by town.  Towns
# stand at -2.4 and above, "Economy", "Energy" and "Front", which are towns too, at -4.4 and below.
_ALONE = 3.2
_PARTED = 1.5  # what "Punjab" gains in "South Punjab": alone in the rest of a run of capitals it looks like part of a longer name
_OWNS = 1.0  # what a known name gains before "'s hospitals": at the head of a sentence little else speaks for a town
_HIT = 2.0  # what a known name gains before "was shelled", "came under fire", "fell to the rebels"


def _is_whole(line: Line, name: Possible) -> bool:
    """True for a name of the atlas that is all of a line."""
    return name.source == "atlas" and name.first == 0 and name.last == len(line.sentence.texts)


def _is_family(line: Line, name: Possible) -> bool:
    """True for the name in "the Tamimi family", be it a town's too."""
    words = line.sentence.words
    return words[name.last] in _FAMILIES and words[name.first - 1] == "the"


_FAMILIES = frozenset({"family", "families", "clan"})
_name_span = maker(NameSpan)


def _span(text: str, line: Line, number: int, n: Possible, *, chance: float, role_if: Mapping[Role, Role]) -> NameSpan:
    start, end = line.sentence.starts[n.first], line.sentence.ends[n.last - 1]
    return _name_span(
        start=start,
        end=end,
        text=text[start:end],
        key=n.key,
        first=n.first,
        last=n.last,
        sentence=number,
        source=n.source,
        probability=chance,
        role_if=role_if,
    )


def _roles(own: npt.NDArray[np.float32], rules: npt.NDArray[np.float32]) -> list[Mapping[Role, Role]]:
    """For each name the role that weights make of each role the rules may give."""
    best = np.argmax(own[:, np.newaxis, :] + rules.T[np.newaxis, :, :], axis=2).tolist()
    return [_role_if(*row) for row in best]


@lru_cache(maxsize=256)  # of four roles each
def _role_if(*roles: int) -> Mapping[Role, Role]:
    """Which role to take for each role of the rules."""
    return {rule: LEARNED[k] for rule, k in zip(LEARNED, roles, strict=True)}


def best_apart(spans: Sequence[tuple[int, int]], gains: Sequence[float]) -> list[int]:
    """Indices of the spans that do not overlap and together gain most, in order; only those that gain at all."""
    by_end = sorted([(end, start, i) for i, (start, end) in enumerate(spans) if gains[i] > 0])
    order, ends = [i for _, _, i in by_end], [end for end, _, _ in by_end]
    totals, before, last, best = [0.0], [], 0, 0.0
    for step, (end, start, i) in enumerate(by_end):
        apart = step if last <= start else bisect.bisect_right(ends, start, 0, step)
        best, last = max(best, totals[apart] + gains[i]), end
        totals.append(best)
        before.append(apart)
    chosen, step = [], len(order)
    while step:
        if totals[step] == totals[step - 1]:
            step -= 1
        else:
            chosen.append(order[step - 1])
            step = before[step - 1]
    return chosen[::-1]


@lru_cache(maxsize=4)
def _shipped(atlas: Gazetteer) -> Recogniser:
    return Recogniser(atlas, load())


def recognise(
    text: str, segments: Sequence[Segment], atlas: Gazetteer, *, recogniser: Recogniser | None = None
) -> tuple[list[Sentence], list[NameSpan]]:
    """Sentences with tokens, and the spans in them that name places, in text order without overlaps.

    ``recogniser`` is the one that comes with geoevents if None.
    """
    return (recogniser or _shipped(atlas))(text, segments)


def given(
    text: str, segments: Sequence[Segment], spans: Sequence[tuple[int, int]]
) -> tuple[list[Sentence], list[NameSpan]]:
    """Sentences and the spans that the input itself gives as places; spans outside every segment are dropped."""
    sentences = [sentence_of(text, s) for s in segments]
    found = []
    for start, end in spans:
        number = next((n for n, s in enumerate(sentences) if s.segment.start <= start < s.segment.end), None)
        if number is not None:
            found.append(_given_span(text, start, end, sentences[number], number))
    return sentences, found


def _given_span(text: str, start: int, end: int, s: Sentence, number: int) -> NameSpan:
    inside = [k for k, (a, b) in enumerate(zip(s.starts, s.ends, strict=True)) if a < end and start < b]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    key = fold(text[start:end])
    span = NameSpan(
        start=start, end=end, text=text[start:end], key=key, first=first, last=last, sentence=number, source="given"
    )
    return replace(span, source="demonym") if key in DEMONYMS else span
