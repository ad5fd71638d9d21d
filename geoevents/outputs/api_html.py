"""JSON answers of the server as plain HTML pages: lists, tables and links; every text is escaped."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["html_of"]

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222;background:#fff}"
    "a{color:#004a99}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem 1rem;overflow-wrap:anywhere}"
)
_COLUMNS = ("title", "place_name", "side", "status", "date_start", "sentence")  # of the table of features


def html_of(content: Mapping[str, Any], base: str) -> str:
    """A page with everything the JSON says; links are links, features a table."""
    title = str(content.get("title") or content.get("id") or content.get("type") or "geoevents")
    shown = {k: v for k, v in content.items() if k not in {"links", "features"}}
    parts = [f"<h1>{_safe(title)}</h1>", _links(content.get("links", ())), _list(shown)]
    if "features" in content:
        parts.append(_table(content["features"]))
    home = html.escape(base, quote=True)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{_safe(title)}</title><style>{_STYLE}</style></head><body><nav><a href="{home}/?f=html">Start</a> · '
        f'<a href="{home}/map">Map</a> · <a href="{home}/collections?f=html">Layers</a></nav><main>{"".join(parts)}</main></body></html>'
    )


def _safe(value: object) -> str:
    return f"<bdi>{html.escape(str(value))}</bdi>"


def _links(links: Sequence[Mapping[str, str]]) -> str:
    """Only our own addresses are among them."""
    rows = "".join(
        f'<li><a rel="{html.escape(link["rel"], quote=True)}" href="{html.escape(link["href"], quote=True)}">'
        f"{html.escape(link['title'])}</a> ({html.escape(link['rel'])}, {html.escape(link['type'])})</li>"
        for link in links
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _list(content: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<dt>{html.escape(str(k))}</dt><dd>{_value(v)}</dd>" for k, v in content.items() if v not in (None, [], {})
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            _links(value["links"]) + _list({k: v for k, v in value.items() if k != "links"})
            if "links" in value
            else _list(value)
        )
    if isinstance(value, list):
        if value and not any(isinstance(v, list | Mapping) for v in value):
            return html.escape(", ".join(str(v) for v in value))
        return "<ul>" + "".join(f"<li>{_value(v)}</li>" for v in value) + "</ul>"
    return _safe(value)


def _table(features: Sequence[Mapping[str, Any]]) -> str:
    columns = [c for c in _COLUMNS if any(c in f["properties"] for f in features)]
    head = "".join(f'<th scope="col">{c.replace("_", " ")}</th>' for c in columns)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{_safe(v) if (v := f['properties'].get(c)) is not None else ''}</td>" for c in columns)
        + "</tr>"
        for f in features
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
