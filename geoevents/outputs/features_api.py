"""OGC API Features (Part 1: core, GeoJSON, HTML, OpenAPI 3.0) over tables in memory: a request in, a response out.

No socket and no file is touched here; ``serve.py`` does that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from geoevents.frames.columns import CONTROL
from geoevents.outputs.api_filters import PARAMETERS, BadRequestError, Filter, filter_of
from geoevents.outputs.api_html import html_of
from geoevents.outputs.cells import records
from geoevents.outputs.geojson import area_features, bbox_of_boxes, dumps, point_features
from geoevents.outputs.licence import ATTRIBUTION, LICENCE

if TYPE_CHECKING:
    from geoevents.outputs.read import Tables

__all__ = ["Collection", "Response", "answer", "collections_of"]

_CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{c}" for c in ("core", "oas30", "html", "geojson")
)
_CRS = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_JSON, _GEOJSON, _HTML = "application/json", "application/geo+json", "text/html; charset=utf-8"
_OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_TABLES = (
    ("events", "Events, one feature each"),
    ("event_areas", "Areas of events and circles of uncertainty"),
    ("control_history", "Who is said to hold which settlement, since when"),
)


class Response(NamedTuple):
    """Status, media type and body of an answer."""

    status: int
    media: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Features under one name, in the order in which they are paged."""

    name: str
    title: str
    features: Sequence[dict[str, Any]]


def collections_of(tables: "Tables") -> dict[str, Collection]:
    """Events, areas and control history; the last two only where there are some."""
    from geoevents.frames.control import control_frame

    found = {
        "events": point_features(tables.events),
        "event_areas": area_features(tables.events),
        "control_history": [_control(r) for r in records(control_frame(tables.events), CONTROL)],
    }
    return {n: Collection(name=n, title=t, features=found[n]) for n, t in _TABLES if n == "events" or found[n]}


def _control(record: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}
    return {"type": "Feature", "id": record["event_id"], "geometry": point, "properties": record}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """What was asked: parts of the path, parameters, where links lead to, whether HTML is wanted."""

    parts: tuple[str, ...]
    query: Mapping[str, str]
    base: str
    html: bool
    collections: Mapping[str, Collection]

    def url(self, *parts: str, **query: object) -> str:
        text = f"{self.base}/" + "/".join(quote(p, safe="") for p in parts)
        return f"{text}?{urlencode(query)}" if query else text


def answer(target: str, *, collections: Mapping[str, Collection], base: str, accept: str = "") -> Response:
    """The response to GET ``target`` (path and query).  ``base`` is the address that links begin with."""
    split = urlsplit(target)
    query = dict(parse_qsl(split.query, keep_blank_values=True))
    wanted = query.pop("f", "")
    html = wanted == "html" or (not wanted and "text/html" in accept)
    parts = tuple(unquote(p) for p in split.path.strip("/").split("/") if p)
    request = _Request(parts=parts, query=query, base=base, html=html, collections=collections)
    if wanted not in {"", "json", "html"}:
        return _problem(400, "InvalidParameterValue", f"f={wanted!r} is not json or html")
    try:
        found = _routed(request)
    except BadRequestError as error:
        return _problem(400, "InvalidParameterValue", str(error))
    if found is None:
        return _problem(404, "NotFound", f"there is nothing at {split.path}")
    content, media = found
    return (
        Response(200, _HTML, html_of(content, base).encode()) if html else Response(200, media, dumps(content).encode())
    )


def _problem(status: int, code: str, description: str) -> Response:
    return Response(status, _JSON, dumps({"code": code, "description": description}).encode("utf-8", "replace"))


Found = tuple[dict[str, Any], str] | None


def _routed(request: _Request) -> Found:
    fixed: dict[tuple[str, ...], Callable[[_Request], tuple[dict[str, Any], str]]] = {
        (): _landing, ("api",): _api, ("conformance",): _conformance, ("collections",): _collections,
    }  # fmt: skip
    parts = request.parts
    items = len(parts) == 3 and parts[2] == "items"
    if request.query and not items:
        raise BadRequestError(f"unknown parameter {next(iter(request.query))!r}")
    if parts in fixed:
        return fixed[parts](request)
    if len(parts) < 2 or parts[0] != "collections" or parts[1] not in request.collections:
        return None
    collection = request.collections[parts[1]]
    if len(parts) == 2:
        return _described(request, collection), _JSON
    if items:
        return _items(request, collection), _GEOJSON
    return _item(request, collection, parts[3]) if len(parts) == 4 and parts[2] == "items" else None


def _link(href: str, rel: str, media: str, title: str) -> dict[str, str]:
    return {"href": href, "rel": rel, "type": media, "title": title}


def _both(request: _Request, *parts: str, media: str = _JSON, title: str) -> list[dict[str, str]]:
    """Links to this resource in the form that is shown, and in the other."""
    rels = ("alternate", "self") if request.html else ("self", "alternate")
    return [
        _link(request.url(*parts, f="json"), rels[0], media, title),
        _link(request.url(*parts, f="html"), rels[1], "text/html", f"{title} as HTML"),
    ]


def _landing(request: _Request) -> tuple[dict[str, Any], str]:
    links = [
        *_both(request, title="This document"),
        _link(request.url("api"), "service-desc", _OPENAPI, "The API"),
        _link(request.url("api", f="html"), "service-doc", "text/html", "The API as HTML"),
        _link(request.url("conformance"), "conformance", _JSON, "What this server keeps to"),
        _link(request.url("collections"), "data", _JSON, "The layers"),
        _link(request.url("map"), "related", "text/html", "The map"),
    ]
    return {
        "title": "Events",
        "description": "Events told in news articles. Times are UTC; a status says who claims or denies an event.",
        "attribution": ATTRIBUTION,
        "links": links,
    }, _JSON


def _conformance(_: _Request) -> tuple[dict[str, Any], str]:
    return {"conformsTo": list(_CONFORMS)}, _JSON


def _collections(request: _Request) -> tuple[dict[str, Any], str]:
    described = [_described(request, c) for c in request.collections.values()]
    return {"links": _both(request, "collections", title="The layers"), "collections": described}, _JSON


def _described(request: _Request, collection: Collection) -> dict[str, Any]:
    own = ("collections", collection.name)
    box = bbox_of_boxes(boxes for f in collection.features if (boxes := Filter.boxes(f)))
    times = [f["properties"] for f in collection.features if f["properties"]["start_time"]]
    span = [
        min((p["start_time"] for p in times), default=None),
        max((p["end_time"] or p["start_time"] for p in times), default=None),
    ]
    return {
        "id": collection.name,
        "title": collection.title,
        "description": f"{collection.title}: {len(collection.features)}. {LICENCE}",
        "itemType": "feature",
        "crs": [_CRS],
        "extent": {
            "spatial": {"bbox": [box or [-180.0, -90.0, 180.0, 90.0]], "crs": _CRS},
            "temporal": {"interval": [span], "trs": _GREGORIAN},
        },
        "links": [
            *_both(request, *own, title=collection.title),
            _link(request.url(*own, "items"), "items", _GEOJSON, collection.title),
            _link(request.url(*own, "items", f="html"), "items", "text/html", f"{collection.title} as HTML"),
        ],
    }


def _items(request: _Request, collection: Collection) -> dict[str, Any]:
    wanted = filter_of(request.query)
    matched = [f for f in collection.features if wanted.keeps(f)]
    page = matched[wanted.offset : wanted.offset + wanted.limit]
    own = ("collections", collection.name, "items")
    return {
        "type": "FeatureCollection",
        "links": [
            _link(request.url(*own, **request.query), "self", _GEOJSON, "This page"),
            _link(request.url(*own, **request.query, f="html"), "alternate", "text/html", "This page as HTML"),
            _link(request.url("collections", collection.name), "collection", _JSON, collection.title),
            *_turned(request, own, wanted, len(matched)),
        ],
        "numberMatched": len(matched),
        "numberReturned": len(page),
        "features": page,
    }


def _turned(request: _Request, own: Sequence[str], wanted: Filter, count: int) -> list[dict[str, str]]:
    """Links to the pages before and after."""
    found = []
    for rel, offset in (("next", wanted.offset + wanted.limit), ("prev", wanted.offset - wanted.limit)):
        if (rel == "next" and offset < count) or (rel == "prev" and wanted.offset > 0):
            query = {**request.query, "limit": wanted.limit, "offset": max(0, offset)} | (
                {"f": "html"} if request.html else {}
            )
            found.append(
                _link(request.url(*own, **query), rel, "text/html" if request.html else _GEOJSON, f"The {rel} page")
            )
    return found


def _item(request: _Request, collection: Collection, name: str) -> Found:
    feature = next((f for f in collection.features if str(f["id"]) == name), None)
    if feature is None:
        return None
    own = ("collections", collection.name)
    links = [
        *_both(request, *own, "items", name, media=_GEOJSON, title="This feature"),
        _link(request.url(*own), "collection", _JSON, collection.title),
    ]
    return {**feature, "links": links}, _GEOJSON


def _api(request: _Request) -> tuple[dict[str, Any], str]:
    """The API in OpenAPI 3.0."""

    def get(summary: str, media: str, parameters: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
        ok = {
            "description": summary,
            "content": {media: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}},
        }
        return {"get": {"summary": summary, "operationId": summary.lower().replace(" ", "_"), "parameters": list(parameters),
                        "responses": {"200": ok, "400": {"description": "A parameter is wrong"}}}}  # fmt: skip

    names = list(request.collections)
    which = {"name": "collectionId", "in": "path", "required": True, "schema": {"type": "string", "enum": names}}
    one = {"name": "featureId", "in": "path", "required": True, "schema": {"type": "string"}}
    items = "/collections/{collectionId}/items"
    paths = {
        "/": get("Landing page", _JSON),
        "/conformance": get("What this server keeps to", _JSON),
        "/collections": get("Layers", _JSON),
        "/collections/{collectionId}": get("A layer", _JSON, [which]),
        items: get("Features of a layer", _GEOJSON, [which, *PARAMETERS]),
        f"{items}/{{featureId}}": get("One feature", _GEOJSON, [which, one]),
    }
    about = {
        "title": "Events",
        "version": "1.0.0",
        "description": f"Read-only. {ATTRIBUTION}",
        "license": {"name": LICENCE},
    }
    return {"openapi": "3.0.3", "info": about, "servers": [{"url": request.base}], "paths": paths}, _OPENAPI
