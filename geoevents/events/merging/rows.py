"""From a group of tellings to a row: the fields of an event, its title and its id."""

import hashlib
from collections.abc import Mapping, Sequence

from geoevents.articles.article import Article
from geoevents.atlas.mention import Mention
from geoevents.events.codebook import Codebook
from geoevents.events.confidence import with_confidence
from geoevents.events.event import Claimant, Event, EventMention, Span, Status
from geoevents.events.howmany.hit_casualties import CASUALTIES
from geoevents.events.merging.merge import best_told
from geoevents.events.telling import Placed, Telling
from geoevents.events.what.hit import UNSPECIFIED
from geoevents.events.when.row_days import row_days
from geoevents.events.who.actors import INITIATORS, TARGETS, flat, span_of_actors
from geoevents.events.who.sides import sided
from geoevents.events.who.speaker_spans import PRONOUNS
from geoevents.values import replace

__all__ = ["event_of", "mentions_of", "numbered", "title_of"]

_QUOTE_LENGTH = 240
_TITLE_LENGTH = 80


def event_of(group: Sequence[Telling], article: Article, *, status: Status, codebook: Codebook, text: str) -> Event:
    """The row of one event: fields of its best-told telling, claimants of all.  Ids of relations are filled later."""
    best = best_told(group)
    dated = _best_dated(group, best)
    when = row_days(dated.when, best.hit.category)
    told_by = [best, *(t for t in group if t is not best)]
    counted = _counted(told_by)
    subtype = codebook.subtype(best.hit.category, _subtype(told_by))
    codes = subtype.codes
    place = _place_fields(best.placed, best.named)
    numbers = counted.numbers
    killed = next((t.numbers.killed for t in told_by if t.numbers.killed is not None), None)
    injured = next((t.numbers.injured for t in told_by if t.numbers.injured is not None), None)
    hurts = [t.numbers.casualty for t in told_by if t.numbers.casualty is not None]
    hurt = next((c for c in hurts if c.unit == "killed"), next(iter(hurts), None))  # the dead stand before the wounded
    told = None if numbers.unit == "things" else numbers.unit
    count, unit, kind = numbers.count, told or (subtype.count_unit if numbers.count else None), numbers.kind
    shared = (
        numbers.count is None and numbers.unit in CASUALTIES
    )  # its own dead stand before the wounded of several places
    if (numbers.firm is None or shared) and hurt is not None:
        counted = next(t for t in told_by if t.numbers.casualty is hurt)
        numbers = replace(numbers, low=hurt.low, high=hurt.high, group_count=None)
        count, unit, kind = hurt.value, hurt.unit, hurt.kind
    segment = best.segment
    row = Event(
        event_id="",
        category=best.hit.category,
        subtype=subtype.id,
        title=_title(subtype.label, place.get("place_name") or place.get("place_text"), count, unit),  # type: ignore[arg-type]
        status=status,
        is_background=best.is_background,
        is_aggregate=best.is_aggregate,
        group_count=numbers.group_count,
        date_start=when.date_start,
        date_end=when.date_end,
        date_precision=when.precision,
        date_text=when.text,
        date_basis=when.basis,
        part_of_day=when.part_of_day,  # type: ignore[arg-type]
        actors=best.actors,
        actor_init=flat(best.actors, INITIATORS),
        actor_target=flat(best.actors, TARGETS),
        claimants=_claimants(group),
        count=count,
        count_low=numbers.low,
        count_high=numbers.high,
        count_unit=unit or (told if numbers.group_count else None),
        count_kind=kind,
        killed=killed,
        injured=injured,
        confidence=0.0,  # worked out from the other fields
        method=f"{best.hit.rule}+clauses",
        evidence=_evidence(group, best, dated, counted),
        sentence=text[segment.start : segment.end],
        start=best.hit.clause.start,
        end=best.hit.clause.end,
        plover=_code(codes, "plover"),
        cameo=_code(codes, "cameo"),
        acled=_code(codes, "acled"),
        viina=_code(codes, "viina"),
        sources=((article.url, article.publisher, article.published),),
        n_mentions=len(group),
        n_publishers=1,
        first_seen=article.published,
        last_seen=article.published,
        **place,  # type: ignore[arg-type]
    )
    return with_confidence(row, text, codebook)


def _best_dated(group: Sequence[Telling], best: Telling) -> Telling:
    """The telling whose date is told best: explicit or relative words before inherited ones, the best telling first."""
    return min(group, key=lambda t: (t.when.basis not in {"explicit", "relative"}, t is not best, t.order))


def _code(codes: Mapping[str, str | Sequence[str]], name: str) -> str | None:
    value = codes.get(name)
    return value or None if value is None or isinstance(value, str) else ", ".join(value) or None


def _subtype(told_by: Sequence[Telling]) -> str:
    """The subtype of the best-told telling; the weapon that another tells, where that one tells none."""
    kinds = [t.hit.subtype for t in told_by]
    return next((kind for kind in kinds if kind != UNSPECIFIED), kinds[0])


def _counted(told_by: Sequence[Telling]) -> Telling:
    """The telling whose number a row takes: the first with one of its kind, else with a loose one, else the best."""
    firm = next((t for t in told_by if t.numbers.firm is not None), None)
    return firm or next((t for t in told_by if t.numbers.loose), told_by[0])


def _place_fields(placed: Placed | None, named: Mention | None) -> dict[str, object]:
    if placed is None:
        return {} if named is None else {"place_text": named.text, "place_reason": "; ".join(named.reasons) or None}
    mention, spot = placed.mention, placed.spot
    place = mention.place
    point = spot.lonlat
    return {
        "place_text": mention.text,
        "place_name": spot.name,
        "place_id": place.id if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "administered_by": place.administered_by if place else None,
        "disputed": place.disputed if place else False,
        "latitude": round(point.lat, 5) if point else None,
        "longitude": round(point.lon, 5) if point else None,
        "area": spot.area,
        "geo_precision": spot.precision,
        "uncertainty_km": round(spot.uncertainty_km, 1) if spot.uncertainty_km is not None else None,
        "geo_basis": placed.basis,
        "place_qualifier": spot.qualifier,
        "reference_place": spot.reference,
        "facility": mention.facility,
        "place_reason": "; ".join(mention.reasons) or None,
        "place_alternatives": mention.alternatives,
        "conf_place": round(mention.confidence, 3),
    }


def _evidence(
    group: Sequence[Telling], best: Telling, dated: Telling, counted: Telling
) -> tuple[tuple[str, Span], ...]:
    """Which words stand for which field."""
    found = [("category", best.hit.trigger)]
    where = best.placed.mention if best.placed is not None else best.named
    if where is not None:
        found.append(("place_name", Span(where.phrase_start, where.phrase_end)))
    if dated.when.span is not None:
        found.append(("date_start", dated.when.span))
    told = counted.numbers
    counts = told.span or (told.hurt_span if told.casualty is not None else None)
    if counts is not None:
        found.append(("count", counts))
    if best.claims or any(t.claims for t in group):
        claim = (best.claims or next(t.claims for t in group if t.claims))[0]
        if claim.speaker_end > claim.speaker_start:  # else the publisher speaks: no words of the text
            found.append(("claimants", Span(claim.speaker_start, claim.speaker_end)))
    acting = span_of_actors(best.hit)
    if acting is not None:
        found.append(("actors", acting))
    return tuple(found)


def _claimants(group: Sequence[Telling]) -> tuple[Claimant, ...]:
    """Everybody who says or denies it, in text order, once each; a pronoun that stands for nobody known names none."""
    seen: dict[tuple[str, str], Claimant] = {}
    for telling in group:
        for claim in telling.claims:
            if claim.claimant.name.lower() in _PRONOUNS:
                continue
            seen.setdefault((claim.claimant.name.lower(), claim.claimant.stance), sided(claim.claimant))
    return tuple(seen.values())


_PRONOUNS = PRONOUNS | {"we", "i", "you"}


def title_of(event: Event) -> str:
    """A title built from the fields, at most 80 characters: "Drone intercepted: Belgorod Oblast (3 drones)".

    The label is that of the event's own title.
    """
    where = event.place_name or event.place_text
    return _title(event.title.partition(":")[0].partition(" (")[0], where, event.count, event.count_unit)


def _title(label: str, place: str | None, count: int | None, unit: str | None) -> str:
    where = f": {place}" if place else ""
    thing = (unit or "").removesuffix("s") if count == 1 else unit or ""
    how_many = f" ({count} {thing})".replace(" )", ")") if count is not None else ""
    title = f"{label}{where}{how_many}"
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"


def mentions_of(group: Sequence[Telling], event: Event, article: Article, text: str) -> list[EventMention]:
    """Where an event is told: one row a telling; ``mention_id`` is the article's id, the event's and a number."""
    return [
        _mention(telling, event, article, text=text, number=number) for number, telling in enumerate(group, start=1)
    ]


def _mention(telling: Telling, event: Event, article: Article, *, text: str, number: int) -> EventMention:
    hit, segment = telling.hit, telling.segment
    who = sided(telling.claims[0].claimant) if telling.claims else None
    return EventMention(
        mention_id=f"{article.id}:{event.event_id}:{number}",
        event_id=event.event_id,
        article_id=article.id,
        sentence_index=segment.index,
        start=hit.clause.start,
        end=hit.clause.end,
        section=segment.section,
        trigger=text[hit.trigger.start : hit.trigger.end],
        trigger_start=hit.trigger.start,
        trigger_end=hit.trigger.end,
        claimant=who.name if who else None,
        claimant_country=who.country if who else None,
        claimant_side=who.side if who else None,
        claimant_sector=who.sector if who else None,
        stance=telling.stance,
        channel=who.channel if who else None,
        statement_date=who.date if who else None,
        modality=hit.modality,
        background=telling.is_background,
        quote=text[segment.start : segment.end][:_QUOTE_LENGTH],
        confidence=event.confidence,
    )


def numbered(events: Sequence[Event]) -> list[str]:
    """Event ids: a stable hash of what identifies each, with "-2", "-3" where two agree, in order."""
    seen: dict[str, int] = {}
    ids = []
    for event in events:
        key = _digest(event)
        seen[key] = seen.get(key, 0) + 1
        ids.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return ids


def _digest(event: Event) -> str:
    parts = (
        event.category, event.subtype, event.place_id or event.place_name or event.place_text, event.date_start, event.date_end,
        event.date_precision, event.actor_init, event.count_kind,
    )  # fmt: skip
    text = "|".join(["" if p is None else str(p) for p in parts])
    return "ev-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
