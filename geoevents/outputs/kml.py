"""KML and KMZ that play in Google Earth: folders by category, a time span each, descriptions from escaped text (``outputs.md`` 5)."""

import html
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from geoevents.outputs.areas import shapes_of
from geoevents.outputs.cells import records
from geoevents.outputs.geojson import dumps, geojson_geometry
from geoevents.outputs.icons import STATUS_ICONS, icon
from geoevents.outputs.licence import ATTRIBUTION
from geoevents.outputs.palette import groups, style_of
from geoevents.outputs.writing import replaced, write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["kml_text", "write_kml"]

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_ICON_SCALE = 0.6  # of 32 pixels


def write_kml(events: "pd.DataFrame", path: str | Path) -> Path:
    """``.kml`` has coloured pins; ``.kmz`` carries our own signs.  Nothing is fetched from anywhere.

    The time slider of Google Earth plays both.  The same frame gives the same bytes.
    """
    path = Path(path)
    if path.suffix.lower() != ".kmz":
        return write_text(path, kml_text(events))
    categories = sorted({str(c) for c in events["category"]})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "doc.kml", kml_text(events, icons=True).encode("utf-8"))
        for category in categories:
            for sign in sorted(set(STATUS_ICONS.values())):
                _add(archive, f"icons/{_id(category)}-{sign}.png", icon(style_of(category), sign))
        archive.comment = b"geoevents"
    with replaced(path) as temporary:
        temporary.write_bytes(out.getvalue())
    return path


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
    archive.writestr(info, content)


def kml_text(events: "pd.DataFrame", *, icons: bool = False) -> str:
    """The document; with ``icons`` its styles point to pictures inside a KMZ."""
    rows = records(events)
    order = sorted(range(len(rows)), key=lambda i: (rows[i]["start_time"] or "9999", str(rows[i]["event_id"])))
    areas = {s.row: s.geometry for s in shapes_of(events) if s.kind != "country"}
    categories = sorted({str(r["category"]) for r in rows})
    folders = [_group(g.label, g.categories, [rows[i] for i in order]) for g in groups(categories)]
    more = (("Background", "is_background"), ("Totals and subtotals", "is_aggregate"))
    folders += [
        _folder(name, "".join(_point(rows[i], shown=False) for i in order if _where(rows[i]) == flag), shown=False)
        for name, flag in more
    ]
    folders.append(_folder("Areas and uncertainty", "".join(_area(rows[i], areas[i]) for i in order if i in areas)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- geoevents -->\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>Events</name><open>1</open><description>{_text(html.escape(ATTRIBUTION))}</description>"
        f"{''.join(_styles(c, icons) for c in categories)}\n{''.join(folders)}</Document></kml>\n"
    )


def _where(row: dict[str, Any]) -> str:
    """Which folder a row lies in: a flag, or its category."""
    return next((flag for flag in ("is_aggregate", "is_background") if row[flag]), str(row["category"]))


def _group(label: str, categories: Sequence[str], rows: Sequence[dict[str, Any]]) -> str:
    inside = "".join(
        _folder(style_of(c).label, "".join(_point(r, shown=r["status"] != "cancelled") for r in rows if _where(r) == c))
        for c in categories
    )
    return _folder(label, inside)


def _folder(name: str, content: str, *, shown: bool = True) -> str:
    """A folder, or nothing where nothing lies in it."""
    return (
        f"<Folder><name>{_text(name)}</name><visibility>{int(shown)}</visibility>{content}</Folder>\n"
        if content
        else ""
    )


def _point(row: dict[str, Any], *, shown: bool) -> str:
    point = (
        ""
        if row["latitude"] is None
        else f"<Point><coordinates>{row['longitude']},{row['latitude']}</coordinates></Point>"
    )
    data = "".join(_data(name, value) for name, value in row.items() if value is not None)
    style = f"#{_id(row['category'])}-{STATUS_ICONS.get(row['status'], 'plain')}"
    return _placemark(row, style, f"<ExtendedData>{data}</ExtendedData>{point}", shown=shown)


def _area(row: dict[str, Any], geometry: Any) -> str:
    shown = not (row["is_background"] or row["is_aggregate"] or row["status"] == "cancelled")
    return _placemark(row, f"#{_id(row['category'])}-area", _geometry(geojson_geometry(geometry)), shown=shown)


def _placemark(row: dict[str, Any], style: str, rest: str, *, shown: bool) -> str:
    span = ""
    if row["start_time"]:
        end = f"<end>{row['end_time']}</end>" if row["end_time"] else ""
        span = f"<TimeSpan><begin>{row['start_time']}</begin>{end}</TimeSpan>"
    return (
        f"<Placemark><name>{_text(row['title'] or row['category'])}</name><visibility>{int(shown)}</visibility>"
        f"<description>{_text(_description(row))}</description>{span}<styleUrl>{style}</styleUrl>{rest}</Placemark>\n"
    )


def _description(row: dict[str, Any]) -> str:
    """HTML of escaped text: who says it, when, where, the sentence."""
    who = ", ".join(f"{c['name']} ({c['stance']})" for c in row["claimants"] or () if isinstance(c, dict))
    when = " to ".join(dict.fromkeys(d for d in (row["date_start"], row["date_end"]) if d)) or "no date"
    lines = (
        f"{row['status']}: {who}" if who else row["status"],
        f"{when} ({row['date_precision']}), {row['place_name'] or 'no place'} ({row['geo_precision']})",
        row["sentence"],
        row["source_url"],
    )
    return "".join(f"<p>{html.escape(str(line))}</p>" for line in lines if line)


def _data(name: str, value: Any) -> str:
    text = dumps(value) if isinstance(value, list | dict) else str(value).lower() if isinstance(value, bool) else value
    return f"<Data name={quoteattr(name)}><value>{_text(text)}</value></Data>"


def _geometry(geometry: dict[str, Any]) -> str:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return f"<MultiGeometry>{''.join(_polygon(rings) for rings in polygons)}</MultiGeometry>"


def _polygon(rings: Iterable[Any]) -> str:
    outer, *inner = (" ".join(f"{x},{y}" for x, y in ring) for ring in rings)
    ring = "<LinearRing><coordinates>{}</coordinates></LinearRing>".format
    holes = "".join(f"<innerBoundaryIs>{ring(h)}</innerBoundaryIs>" for h in inner)
    return f"<Polygon><outerBoundaryIs>{ring(outer)}</outerBoundaryIs>{holes}</Polygon>"


def _styles(category: str, icons: bool) -> str:
    """A style for each sign of a category, and one for its areas."""
    colour = style_of(category).colour
    found = ""
    for sign in sorted(set(STATUS_ICONS.values())):
        look = f"<Icon><href>icons/{_id(category)}-{sign}.png</href></Icon>" if icons else ""
        tint = "" if icons else f"<color>{_abgr(colour, 255 if sign == 'plain' else 150)}</color>"
        found += (
            f'<Style id="{_id(category)}-{sign}"><IconStyle>{tint}<scale>{_ICON_SCALE if icons else 0.8}</scale>{look}</IconStyle>'
            "<LabelStyle><scale>0.7</scale></LabelStyle></Style>"
        )
    return (
        f'{found}<Style id="{_id(category)}-area"><LineStyle><color>{_abgr(colour, 220)}</color><width>1.5</width></LineStyle>'
        f"<PolyStyle><color>{_abgr(colour, 40)}</color></PolyStyle></Style>"
    )


def _abgr(colour: str, alpha: int) -> str:
    return f"{alpha:02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _id(category: str) -> str:
    """A category as a name that XML and zip archives take."""
    return "c-" + re.sub(r"[^a-z0-9_]", lambda m: f"-{ord(m.group()):x}", category)


def _text(value: object) -> str:
    """Text as XML takes it: escaped, without the letters that XML forbids."""
    return escape(_NO_XML.sub("\ufffd", str(value)))
