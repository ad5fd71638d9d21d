"""Text to placed mentions: recognise, read the phrases, resolve, draw the relations."""

from collections.abc import Sequence

from geoevents.articles.article import Article
from geoevents.articles.segments import Segment
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.mention import Mention
from geoevents.atlas.mention_spots import LOCATING, beside_strip, container_of, holders_of, role_of, spot_of
from geoevents.atlas.online import Online
from geoevents.atlas.place import SETTLEMENTS, LonLat, Place
from geoevents.atlas.recognition.cues import NameSpan, Sentence
from geoevents.atlas.recognition.recognise import Recogniser, given, recognise
from geoevents.atlas.recognition.roles import Use
from geoevents.atlas.recognition.uses import uses_of
from geoevents.atlas.regions_meant import regions_meant, without_countryside
from geoevents.atlas.relations.find import find_relations
from geoevents.atlas.relations.phrase import RelationPhrase
from geoevents.atlas.relations.words import TELLING
from geoevents.atlas.resolution.name_groups import Told
from geoevents.atlas.resolution.outlets import outlet
from geoevents.atlas.resolution.phrases import Phrase, phrases
from geoevents.atlas.resolution.resolve import Resolved, resolve
from geoevents.atlas.resolution.works import works_named
from geoevents.values import maker, replace

__all__ = ["find_mentions", "names_told"]

ONLINE_CONFIDENCE = 0.5  # an answer from the network was not weighed against the article's other places


def find_mentions(
    article: Article,
    atlas: Gazetteer,
    *,
    segments: Sequence[Segment],
    online: Online | None = None,
    recogniser: Recogniser | None = None,
    min_confidence: float | None = None,
) -> tuple[Mention, ...]:
    """Every place name of an article with its role, place, alternatives and spot, in text order, without overlaps.

    Spans that the article gives (``given_mentions``) are used instead of recognition.  ``online`` is asked only for names
    that the atlas does not know; OnlineError if it cannot be asked.  ``recogniser`` is the shipped one if None;
    ``min_confidence`` moves the confidence below which a name stays without a place (``resolve``).
    """
    text = article.text
    sentences, said, relations = names_told(article, atlas, segments=segments, recogniser=recogniser)
    spans, told = said.spans, said.phrases
    answers = resolve(said, atlas, min_confidence=min_confidence)
    if online is not None:
        answers = [_asked_online(a, s, answers, online) for a, s in zip(answers, spans, strict=True)]
    answers = regions_meant(answers, spans, told, relations, atlas)
    relations = without_countryside({i: _freed(r, spans, answers) for i, r in relations.items()}, answers)
    uses = uses_of(text, sentences, spans, told, [a.place for a in answers])
    answers = [
        _at_works(a, s, u, atlas, text) if u.facility is not None else a
        for a, s, u in zip(answers, spans, uses, strict=True)
    ]
    relations = {i: _with_neighbour(r, spans, answers) for i, r in relations.items()}
    ends = {r.second for r in relations.values() if r.creates}
    holders = holders_of(told, answers)
    return tuple(
        [
            _mention(
                span,
                told,
                relations.get(i),
                answers,
                uses[i],
                atlas,
                i,
                holds=i in holders,
                is_end=i in ends,
                beside=beside_strip(relations[i], spans, answers) if i in relations else None,
            )
            for i, span in enumerate(spans)
        ]
    )


def names_told(
    article: Article, atlas: Gazetteer, *, segments: Sequence[Segment], recogniser: Recogniser | None = None
) -> tuple[list[Sentence], Told, dict[int, RelationPhrase]]:
    """Sentences, what the text says of its names before any is resolved, and the relations by the span that anchors them."""
    text = article.text
    if article.given_mentions is None:
        sentences, spans = recognise(text, segments, atlas, recogniser=recogniser)
    else:
        sentences, spans = given(text, segments, [(m.start, m.end) for m in article.given_mentions])
    relations = _relations(text, sentences, spans)
    told = [
        replace(p, head="river", head_class="water") if _on_a_bank(relations.get(i)) and p.head is None else p
        for i, p in enumerate(phrases(text, sentences, spans))
    ]
    located = {at: r for r in relations.values() if (at := _located(r, spans)) is not None}
    home = outlet(article.publisher, atlas) if article.publisher else None
    said = Told(text=text, spans=spans, phrases=told, relations=located, outlet=home)
    return sentences, said, relations


def _relations(text: str, sentences: Sequence[Sentence], spans: Sequence[NameSpan]) -> dict[int, RelationPhrase]:
    """Relations by the index of the span that anchors them."""
    found: dict[int, RelationPhrase] = {}
    by_sentence: dict[int, list[int]] = {}
    for i, span in enumerate(spans):
        by_sentence.setdefault(span.sentence, []).append(i)
    for number, own in sorted(by_sentence.items()):
        if TELLING.isdisjoint(sentences[number].words):
            continue
        peoples = frozenset([k for k, i in enumerate(own) if spans[i].source == "demonym"])
        if len(peoples) == len(own) < 2:
            continue
        places = [(spans[i].start, spans[i].end) for i in own]
        for phrase in find_relations(text, sentences[number].segment.start, places, peoples=peoples):
            second = own[phrase.second] if phrase.second is not None else None
            found[own[phrase.anchor]] = replace(phrase, anchor=own[phrase.anchor], second=second)
    return found


def _on_a_bank(relation: RelationPhrase | None) -> bool:
    """True for the name after "left bank of the": it is a river's, not that of the city on it."""
    return relation is not None and relation.kind in {"bank", "reach"} and relation.side is not None


def _located(phrase: RelationPhrase, spans: Sequence[NameSpan]) -> int | None:
    """Index of the named place that a relation tells the position of: the one just before it."""
    if phrase.creates or phrase.kind not in LOCATING:
        return None
    if phrase.ahead:
        return phrase.anchor + 1
    for i in range(phrase.anchor - 1, -1, -1):
        if spans[i].sentence != spans[phrase.anchor].sentence:
            return None
        if spans[i].end <= phrase.phrase_start and spans[i].source != "demonym":
            return i
    return None


def _freed(phrase: RelationPhrase, spans: Sequence[NameSpan], answers: Sequence[Resolved]) -> RelationPhrase:
    """The phrase, as one that makes a place where the named one that it locates could not be placed, or holds its anchor."""
    at = _located(phrase, spans)
    if at is None:
        return phrase
    place, anchor = answers[at].place, answers[phrase.anchor].place
    return replace(phrase, creates=True) if place is None or _lies_in(anchor, place) else phrase


def _lies_in(place: Place | None, area: Place) -> bool:
    """True for a settlement of a country or region: "in [Yemen], near Marib" says where in it, not where that lies."""
    if place is None or place.kind not in SETTLEMENTS or area.kind not in {"country", "admin1"}:
        return False
    return place.country == area.country if area.kind == "country" else place.admin1_id == area.id


def _asked_online(answer: Resolved, span: NameSpan, answers: Sequence[Resolved], online: Online) -> Resolved:
    """The answer, or the geocoder's for a name that the atlas does not know."""
    if answer.place is not None or answer.decision not in {"not_in_gazetteer", "none_fits"}:
        return answer
    votes = [a.place.country for a in answers if a.place is not None and a.place.country]
    country = max(sorted(set(votes)), key=votes.count) if votes else None
    found = online.lookup(span.text, country=country)
    if not found:
        return answer
    reasons = (f"not in the atlas; the online geocoder knows it{f' in {country}' if country else ''}",)
    return replace(answer, place=found[0], decision="chosen", confidence=ONLINE_CONFIDENCE, reasons=reasons)


def _at_works(answer: Resolved, span: NameSpan, use: Use, atlas: Gazetteer, text: str) -> Resolved:
    """The answer, or the works that are named after its place."""
    if answer.place is None or use.facility is None:
        return answer
    works = works_named(span.text, use.facility, answer.place, atlas, text=text)
    if works is None or works.id == answer.place.id:
        return answer
    return replace(answer, place=works, reasons=(f"{use.facility} is {works.name}", *answer.reasons))


_made = maker(Mention)


def _mention(
    span: NameSpan,
    told: Sequence[Phrase],
    relation: RelationPhrase | None,
    answers: Sequence[Resolved],
    use: Use,
    atlas: Gazetteer,
    index: int,
    *,
    holds: bool,
    is_end: bool,
    beside: LonLat | None,
) -> Mention:
    answer, phrase = answers[index], told[index]
    container = container_of(phrase, told, answers, answer.place)
    role = role_of(use, relation, holds, answer.place)
    role = "reference" if is_end and role in {"literal", "modifier"} else role
    where = None if is_end else spot_of(role, use, relation, answers, answer.place, atlas, beside=beside)
    drawn = relation if relation is not None and role in {"literal", "reference"} else None
    start = min(span.start, drawn.phrase_start) if drawn else span.start
    end = max(span.end, drawn.phrase_end) if drawn else span.end
    return _made(
        start=span.start,
        end=span.end,
        text=span.text,
        role=role,
        place=answer.place,
        decision=answer.decision,
        confidence=answer.confidence,
        spot=where,
        phrase_start=start,
        phrase_end=end,
        container=container,
        group=phrase.group,
        head=phrase.head,
        facility=use.facility,
        reasons=answer.reasons,
        alternatives=answer.alternatives,
        recogniser=span.recogniser,
    )


def _with_neighbour(relation: RelationPhrase, spans: Sequence[NameSpan], answers: Sequence[Resolved]) -> RelationPhrase:
    """The phrase, with the other country of its sentence: "Israeli tanks pushed two kilometres into Lebanon"."""
    place = answers[relation.anchor].place
    if relation.kind != "inside" or relation.second is not None or place is None or place.kind != "country":
        return relation
    at = spans[relation.anchor]
    others = [
        i for i, (s, a) in enumerate(zip(spans, answers, strict=True))
        if s.sentence == at.sentence and a.place is not None and a.place.kind == "country" and a.place.id != place.id
    ]  # fmt: skip
    return replace(relation, second=others[0]) if len({answers[i].place for i in others}) == 1 else relation
