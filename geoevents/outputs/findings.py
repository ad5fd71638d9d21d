"""Findings as JSON Lines: the contract of ``geoevents extract``."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

from geoevents.atlas.mention import Alternative, Mention
from geoevents.atlas.place import Place
from geoevents.events.event import Actor, Claimant, Event, Findings

__all__ = ["findings_record", "write_findings"]


def write_findings(findings: Iterable[Findings], out: TextIO) -> int:
    """One JSON object a line and article; how many were written."""
    count = 0
    for found in findings:
        out.write(json.dumps(findings_record(found), ensure_ascii=False, allow_nan=False) + "\n")
        count += 1
    return count


def findings_record(found: Findings) -> dict[str, Any]:
    """One article's findings as plain values; offsets are string offsets into the body."""
    article = found.article
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_basis": article.published_basis,
        "language": article.language,
        "mentions": [_mention(m) for m in found.mentions],
        "events": [_event(e) for e in found.events],
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lonlat is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "latitude": place.lonlat.lat,
        "longitude": place.lonlat.lon,
        "feature": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "geonames_id": place.geonames_id,
    }


def _mention(m: Mention) -> dict[str, Any]:
    return {
        "start": m.start,
        "end": m.end,
        "text": m.text,
        "role": m.role,
        "confidence": m.confidence,
        "precision": m.spot.precision if m.spot else "none",
        "uncertainty_km": m.spot.uncertainty_km if m.spot else None,
        "decision": m.decision,
        "reasons": list(m.reasons),
        "recogniser": m.recogniser,
        "place": _place(m.place),
        "alternatives": [_plain(a) for a in m.alternatives],
    }


def _event(event: Event) -> dict[str, Any]:
    return {f.name: _plain(getattr(event, f.name)) for f in fields(event) if f.name != "area"}


def _plain(value: Any) -> Any:
    """A value as JSON knows it: dates as ISO text, tuples as lists, our values as objects."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Alternative):
        return {
            **(_place(value.place) or {"name": value.place.name}),
            "confidence": value.confidence,
            "reason": value.reason,
        }
    if isinstance(value, Actor | Claimant):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def write_findings_file(findings: Iterable[Findings], path: Path) -> Path:
    """The same into a file, whole or not at all."""
    from geoevents.outputs.writing import replaced

    with replaced(path) as temporary, temporary.open("w", encoding="utf-8") as out:
        write_findings(findings, out)
    return path
