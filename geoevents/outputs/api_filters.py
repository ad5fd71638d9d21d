"""Parameters of a request for features: page, box, time and plain values; what is not understood is refused by name."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["PARAMETERS", "BadRequestError", "Filter", "filter_of"]

DEFAULT_LIMIT, MOST = 100, 10_000  # a page in a browser; what GDAL and QGIS ask for at once
VALUES = (
    "event_id",
    "category",
    "subtype",
    "status",
    "date_precision",
    "geo_precision",
    "country",
    "place_name",
    "side",
)
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPEN = ("", "..")

Box = tuple[float, float, float, float]
PARAMETERS: tuple[dict[str, Any], ...] = (
    {"name": "limit", "in": "query", "style": "form", "explode": False,
     "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}},
    {"name": "offset", "in": "query", "style": "form", "explode": False, "schema": {"type": "integer", "minimum": 0, "default": 0}},
    {"name": "bbox", "in": "query", "style": "form", "explode": False, "description": "west,south,east,north; west > east crosses 180",
     "schema": {"type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"}}},
    {"name": "datetime", "in": "query", "style": "form", "explode": False, "description": "RFC 3339, an instant or an interval",
     "schema": {"type": "string"}},
    *({"name": v, "in": "query", "style": "form", "explode": False, "schema": {"type": "string"}} for v in VALUES),
)  # fmt: skip


class BadRequestError(ValueError):
    """A parameter is unknown or its value is none; says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which features are wanted; ``span`` is (first, last) instant, either open; ``areas`` () stands for everywhere."""

    limit: int = DEFAULT_LIMIT
    offset: int = 0
    areas: tuple[Box, ...] = ()
    span: tuple[datetime.datetime | None, datetime.datetime | None] | None = None
    values: tuple[tuple[str, str], ...] = ()

    def keeps(self, feature: Mapping[str, Any]) -> bool:
        """Whether a feature is wanted: one without place or date is in no box and no time."""
        row = feature["properties"]
        if any(str(row.get(name)) != value for name, value in self.values):
            return False
        if self.areas and not any(_meet(own, area) for own in self.boxes(feature) for area in self.areas):
            return False
        return self.span is None or _in_time(row, self.span)

    @staticmethod
    def boxes(feature: Mapping[str, Any]) -> list[Box]:
        """Boxes of the parts of a feature; none without a place."""
        geometry = feature["geometry"]
        if geometry is None:
            return []
        at = geometry["coordinates"]
        if geometry["type"] == "Point":
            return [(at[0], at[1], at[0], at[1])]
        outlines = [at[0]] if geometry["type"] == "Polygon" else [p[0] for p in at]
        return [(min(x), min(y), max(x), max(y)) for x, y in (tuple(zip(*ring, strict=True)) for ring in outlines)]


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _in_time(row: Mapping[str, Any], span: tuple[datetime.datetime | None, datetime.datetime | None]) -> bool:
    """The end of an event is the first instant after it."""
    if not row["start_time"]:
        return False
    start = datetime.datetime.fromisoformat(row["start_time"])
    end = datetime.datetime.fromisoformat(row["end_time"] or row["start_time"])
    return (span[1] is None or start <= span[1]) and (span[0] is None or end > span[0])


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter that a query string asks for.  BadRequestError names the parameter that is unknown or wrong."""
    known = {"limit", "offset", "bbox", "bbox-crs", "datetime", *VALUES}
    unknown = next((name for name in query if name not in known), None)
    if unknown is not None:
        raise BadRequestError(f"unknown parameter {unknown!r}")
    if query.get("bbox-crs", _CRS84) != _CRS84:
        raise BadRequestError(f"bbox-crs is {_CRS84} only")
    return Filter(
        limit=min(_number(query.get("limit", str(DEFAULT_LIMIT)), "limit", least=1), MOST),
        offset=_number(query.get("offset", "0"), "offset", least=0),
        areas=_areas(query["bbox"]) if "bbox" in query else (),
        span=_span(query["datetime"]) if "datetime" in query else None,
        values=tuple((name, query[name]) for name in VALUES if name in query),
    )


def _number(text: str, name: str, *, least: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
        raise BadRequestError(f"{name}={text!r} is not a whole number from {least} on")
    return int(text)


def _areas(text: str) -> tuple[Box, ...]:
    """One box, or two where it crosses the antimeridian; heights are not looked at."""
    try:
        numbers = [float(n) for n in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(abs(n) <= 1e6 for n in numbers) or numbers[1] > numbers[3]:
        raise BadRequestError(f"bbox={text!r} is not west,south,east,north")
    west, south, east, north = numbers
    if west <= east:
        return ((west, south, east, north),)
    return ((west, south, 180.0, north), (-180.0, south, east, north))


def _span(text: str) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    parts: Sequence[str] = text.split("/")
    if len(parts) > 2 or all(p in _OPEN for p in parts):
        raise BadRequestError(f"datetime={text!r} is not an instant or an interval of RFC 3339")
    first, last = _instant(parts[0], text, last=False), _instant(parts[-1], text, last=True)
    if first and last and first > last:
        raise BadRequestError(f"datetime={text!r} ends before it begins")
    return first, last


def _instant(part: str, text: str, *, last: bool) -> datetime.datetime | None:
    """An instant; a day is its first instant, or its last."""
    if part in _OPEN:
        return None
    try:
        found = datetime.datetime.fromisoformat(part)
    except ValueError as error:
        raise BadRequestError(f"datetime={text!r} is not an instant or an interval of RFC 3339") from error
    found = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
    return found + datetime.timedelta(days=1, microseconds=-1) if last and _DAY.fullmatch(part) else found
