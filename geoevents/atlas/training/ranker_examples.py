"""Annotated articles as scenes with the right answers marked: what the ranker learns from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from geoevents.articles.article import GivenMention
from geoevents.articles.segments import segment
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mentions import names_told
from geoevents.atlas.names import fold
from geoevents.atlas.place import AREAS, LonLat
from geoevents.atlas.recognition.cues import NameSpan
from geoevents.atlas.recognition.recognise import Recogniser
from geoevents.atlas.recognition.words import DEMONYMS
from geoevents.atlas.relations.geometry import distance_km
from geoevents.atlas.resolution.confidence import uncalibrated
from geoevents.atlas.resolution.contenders import Floats
from geoevents.atlas.resolution.evidence import Scene
from geoevents.atlas.resolution.name_groups import NameGroup, group_names
from geoevents.atlas.resolution.ranking import Ranker
from geoevents.atlas.resolution.settling import settled
from geoevents.atlas.resolution.strangers import doubts
from geoevents.atlas.training.corpora import NO_DEMONYMS, Document

__all__ = ["Case", "Example", "Gold", "example", "judged", "matched", "placed"]

_SAME_KM, _TOWN_KM, _AREA_KM = 5.0, 25.0, 161.0  # rows of one place; a town's point; the corpora's own measure of right
_HEAVIEST = 4  # spans of one name from which more do not add weight: an article is one case of it


Gold = Mapping[
    str, Any
]  # a mention as the annotators wrote it: start, end, text and, where known, lat, lon, geonames_id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """A scene with, for each candidate, whether it is right, and for each live group its weight (0: not annotated).

    A group of weight without a right candidate should answer "none".  ``spans`` are (live group or -1, gold) pairs.
    ``emitted`` are all spans that count for precision: (live group, probability of a name, gold or None); ``wanted`` is how
    many gold mentions count for recall.
    """

    document: Document
    scene: Scene
    right: Floats
    weight: Floats
    spans: tuple[tuple[int, Gold], ...]
    emitted: tuple[tuple[int, float, Gold | None], ...]
    wanted: int


def example(document: Document, atlas: Gazetteer, *, recogniser: Recogniser | None = None) -> Example:
    """One article as an example: the annotators' spans, or those of ``recogniser`` as far as they meet annotated ones."""
    article = document.article
    if recogniser is None:
        spans = [GivenMention(start=m["start"], end=m["end"], text=m["text"]) for m in document.mentions if placed(m)]
        article = replace(article, given_mentions=tuple(spans))
    segments = segment(article.text, title=article.title)
    _, told, _ = names_told(article, atlas, segments=segments, recogniser=recogniser)
    groups, of_span = group_names(told, atlas)
    scene = Scene(groups, outlet_country=told.outlet.country if told.outlet else None)
    gold_of = matched([(s.start, s.end) for s in told.spans], document.mentions)
    live = {g: k for k, g in enumerate(scene.live)}
    right, weight = np.zeros(len(scene.owner)), np.zeros(len(scene.live))
    for k, at in enumerate(scene.live):
        golds = [gold_of[i] for i in groups[at].spans if i in gold_of and placed(gold_of[i])]
        if golds:
            weight[k] = min(len(golds), _HEAVIEST)
            right[scene.rows(k)] = np.mean([_right(groups[at], g) for g in golds], axis=0)
    spans_of = tuple((live.get(of_span[i], -1), g) for i, g in sorted(gold_of.items()) if placed(g))
    emitted = tuple(
        (live[of_span[i]], s.probability, gold_of.get(i))
        for i, s in enumerate(told.spans)
        if of_span[i] in live and _counts(s, gold_of.get(i), document)
    )
    wanted = sum(placed(g) and not _silent(document, g["text"]) for g in document.mentions)
    return Example(
        document=document, scene=scene, right=right, weight=weight, spans=spans_of, emitted=emitted, wanted=wanted
    )


def _counts(span: NameSpan, gold: Gold | None, document: Document) -> bool:
    """False for a span that meets only gold without a point, and for a people where the annotators left peoples out."""
    if _silent(document, span.text) or (gold is not None and not placed(gold)):
        return False
    over = [g for g in document.mentions if min(g["end"], span.end) > max(g["start"], span.start)]
    return gold is not None or not over or any(placed(g) for g in over)


def _silent(document: Document, text: str) -> bool:
    return document.corpus in NO_DEMONYMS and fold(text) in DEMONYMS


def placed(gold: Gold) -> bool:
    """True where the annotators gave a point."""
    return gold.get("lat") is not None


def matched(spans: Sequence[tuple[int, int]], gold: Sequence[Gold]) -> dict[int, Gold]:
    """Gold by span, one to one: identical spans first, then the largest overlap."""
    pairs = []
    for i, (start, end) in enumerate(spans):
        for j, g in enumerate(gold):
            shared = min(end, g["end"]) - max(start, g["start"])
            if shared > 0:
                pairs.append(((start, end) != (g["start"], g["end"]), not placed(g), -shared, j, i))
    found: dict[int, Gold] = {}
    taken: set[int] = set()
    for *_, j, i in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = gold[j]
            taken.add(j)
    return found


def _right(group: NameGroup, gold: Gold) -> Floats:
    """1 for the candidates that the annotators mean: by GeoNames id, else by the nearest ring of distance with any."""
    point = LonLat(gold["lon"], gold["lat"])
    found = group.contenders.candidates
    km = np.array([distance_km(point, c.place.lonlat) if c.place.lonlat else 1e9 for c in found])
    number = gold.get("geonames_id")
    same = np.array([number is not None and c.place.geonames_id == number for c in found])
    if same.any():
        return (same | (km <= _SAME_KM)).astype(float)
    near = next((km <= ring for ring in (_TOWN_KM, _AREA_KM) if (km <= ring).any()), km < 0)
    return near.astype(float)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A placed name: how sure the ranker was, whether the scorer calls it right, and whether a fair reader would.

    ``fair`` also takes another point of the same large area: a country is not in the wrong place because its stand-in is.
    """

    corpus: str
    raw: float
    right: bool
    fair: bool


def judged(e: Example, ranker: Ranker) -> list[Case]:
    """The names of an example that count for precision, judged by the annotators' points, as the program settles them."""
    shares, misfits = settled(e.scene, ranker.shares(e.scene)[0])
    doubt = doubts(e.scene, shares)
    found = []
    for k, probability, gold in e.emitted:
        if k in misfits:
            continue
        own = shares[e.scene.rows(k)]
        place = e.scene.groups[e.scene.live[k]].contenders.candidates[int(own.argmax())].place
        if place.lonlat is not None:
            km = distance_km(LonLat(gold["lon"], gold["lat"]), place.lonlat) if gold is not None else 1e9
            extent = (place.radius_km or 0.0) if place.kind in AREAS else 0.0
            raw = uncalibrated(float(own.max()), probability, float(doubt[k]))
            found.append(
                Case(corpus=e.document.corpus, raw=raw, right=km <= _AREA_KM, fair=km <= max(_AREA_KM, extent))
            )
    return found
