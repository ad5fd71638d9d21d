"""What a person corrected: placements that every later run puts right (``geoevents review``)."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, cast

from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.place import LonLat, Place
from geoevents.errors import ArticleError, GazetteerError
from geoevents.events.event import Event, Findings
from geoevents.values import dataclass, replace

__all__ = ["DECISIONS", "Correction", "corrected", "read_corrections"]

Decision = Literal["keep", "place", "none", "drop"]
DECISIONS: tuple[Decision, ...] = ("keep", "place", "none", "drop")
# Rungs of precision by the kind of place that a person chose; other kinds are settlements.
_RUNGS = {"country": "country", "admin1": "adm1", "territory": "adm1", "admin2": "adm2", "region": "macro_region",
          "sea": "macro_region", "river": "macro_region", "macroregion": "macro_region", "strait": "macro_region"}  # fmt: skip
_POINT_KM = 1.0  # radius of a point that a person gave


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision: what the name ``place_text`` that was put at ``place_id`` is really.

    ``event_id`` None: wherever that name was put there.  ``place`` needs ``new_place_id`` or ``point``; ``none`` takes the
    place away, ``drop`` the event, ``keep`` says that it was right.
    """

    decision: Decision
    place_text: str
    place_id: str | None
    event_id: str | None = None
    new_place_id: str | None = None
    point: LonLat | None = None
    note: str | None = None

    def fits(self, event: Event) -> bool:
        """True for an event that this decision is about."""
        named = (event.place_text or "").lower() == self.place_text.lower() and event.place_id == self.place_id
        return named and self.event_id in {None, event.event_id}


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Corrections of a CSV file as ``geoevents review`` writes it, without the rows that are still undecided.

    Raises
    ------
    ArticleError
        The file cannot be read, or a decision is unknown or incomplete; names file and line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); write it with geoevents review") from error
    rows = csv.DictReader(text.splitlines())
    return tuple(
        _read(row, f"{path}:{line}") for line, row in enumerate(rows, start=2) if (row.get("decision") or "").strip()
    )


def _read(row: dict[str, Any], where: str) -> Correction:
    values = {k: (v or "").strip() or None for k, v in row.items() if isinstance(k, str)}
    decision = (values["decision"] or "").lower()
    if decision not in DECISIONS:
        raise ArticleError(f"{where}: decision={decision!r} is none of {', '.join(DECISIONS)}")
    point = _point(values, where)
    if decision == "place" and point is None and values.get("new_place_id") is None:
        raise ArticleError(f"{where}: place needs new_place_id, or new_latitude and new_longitude")
    return Correction(
        decision=cast("Decision", decision),
        place_text=values.get("place_text") or "",
        place_id=values.get("place_id"),
        event_id=values.get("event_id"),
        new_place_id=values.get("new_place_id"),
        point=point,
        note=values.get("note"),
    )


def _point(values: dict[str, str | None], where: str) -> LonLat | None:
    latitude, longitude = values.get("new_latitude"), values.get("new_longitude")
    if latitude is None or longitude is None:
        return None
    try:
        return LonLat(float(longitude), float(latitude))
    except ValueError as error:
        raise ArticleError(f"{where}: new_latitude={latitude}, new_longitude={longitude}: {error}") from error


def corrected(found: Findings, corrections: Iterable[Correction], atlas: Gazetteer) -> Findings:
    """The findings with each event as a person decided; the first decision that fits an event counts.

    Raises
    ------
    GazetteerError
        A decision names a place that the atlas does not have.
    """
    decisions = tuple(corrections)
    events = [_apply(e, decisions, atlas) for e in found.events]
    kept = tuple(e for e in events if e is not None)
    if kept == found.events:
        return found
    ids = {e.event_id for e in kept}
    return replace(found, events=kept, event_mentions=tuple(m for m in found.event_mentions if m.event_id in ids))


def _apply(event: Event, decisions: Sequence[Correction], atlas: Gazetteer) -> Event | None:
    decision = next((d for d in decisions if d.fits(event)), None)
    if decision is None:
        return event
    if decision.decision == "drop":
        return None
    if decision.decision == "none":
        return _unplaced(event, decision)
    if decision.decision == "keep":
        return replace(event, **_known(event), place_alternatives=())
    return _moved(event, decision, atlas)


def _known(event: Event) -> dict[str, Any]:
    """The confidence of an event whose place a person has decided on: only what happened and when is in doubt."""
    return {"conf_place": 1.0, "confidence": round(event.confidence / (event.conf_place or 1.0), 3)}


def _reason(decision: Correction) -> str:
    return "decided by a person" + (f": {decision.note}" if decision.note else "")


def _unplaced(event: Event, decision: Correction) -> Event:
    return replace(
        event, place_name=None, place_id=None, country=None, admin1=None, admin2=None, administered_by=None, disputed=False,
        latitude=None, longitude=None, area=None, geo_precision="none", uncertainty_km=None, geo_basis=None,
        place_qualifier=None, reference_place=None, place_alternatives=(), place_reason=_reason(decision),
        **_known(event) | {"conf_place": None},
    )  # fmt: skip


def _moved(event: Event, decision: Correction, atlas: Gazetteer) -> Event:
    """The event at the place or point that a person gave; what is told by a relation keeps its distance and direction."""
    if decision.point is not None:
        return replace(
            event, latitude=decision.point.lat, longitude=decision.point.lon, area=None, geo_precision="exact",
            uncertainty_km=_POINT_KM, place_alternatives=(), place_reason=_reason(decision),
            **_known(event),
        )  # fmt: skip
    place = _place(atlas, decision.new_place_id or "")
    point = _shifted(event, place, atlas)
    rung = event.geo_precision if event.reference_place else _RUNGS.get(place.kind, "settlement")
    return replace(
        event, place_name=_name(event, place), place_id=place.id, country=place.country, admin1=place.admin1, admin2=place.admin2,
        administered_by=place.administered_by, disputed=place.disputed, latitude=point.lat if point else None,
        longitude=point.lon if point else None, area=None, geo_precision=cast("Any", rung),
        uncertainty_km=event.uncertainty_km if event.reference_place else place.uncertainty_km, place_alternatives=(),
        reference_place=place.name if event.reference_place else None, place_reason=_reason(decision), **_known(event),
    )  # fmt: skip


def _place(atlas: Gazetteer, place_id: str) -> Place:
    try:
        return atlas.place(place_id)
    except KeyError as error:
        message = f"new_place_id={place_id!r} is not in the atlas; geoevents gazetteer search NAME shows the ids"
        raise GazetteerError(message) from error


def _name(event: Event, place: Place) -> str:
    if event.reference_place and event.place_name:
        return event.place_name.replace(event.reference_place, place.name)
    return place.name


def _shifted(event: Event, place: Place, atlas: Gazetteer) -> LonLat | None:
    """The place's point; for an event told by a relation as far from it as it was from the old one."""
    old = atlas.place(event.place_id).lonlat if event.reference_place and event.place_id else None
    if place.lonlat is None or old is None or event.latitude is None or event.longitude is None:
        return place.lonlat
    return LonLat(place.lonlat.lon + event.longitude - old.lon, place.lonlat.lat + event.latitude - old.lat)
