"""QGIS styles (QML) written by hand: categories by colour and shape, status by fill and outline (``outputs.md`` 2.3)."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from geoevents.frames.columns import EVENTS
from geoevents.outputs.palette import groups, style_of

__all__ = ["areas_qml", "body", "events_qml", "line_qml", "polygon_qml"]

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
CATEGORIES = tuple(
    c for g in groups(
        ("air_defence", "strike", "naval", "control_change", "ground_combat", "diplomacy", "legal", "sanctions", "military_aid",
         "detention", "humanitarian", "mobilisation", "infrastructure", "protest", "cyber", "other")
    ) for c in g.categories
)  # fmt: skip
_SHAPES = {
    "triangle": ("triangle", 0), "triangle_down": ("triangle", 180), "star": ("star", 0), "square": ("square", 0),
    "diamond": ("diamond", 0), "circle": ("circle", 0), "plus": ("cross_fill", 0),
}  # fmt: skip
_AREA = "~area"
_FILL = "CASE WHEN \"status\" IN ('claimed','denied','planned','disputed') THEN '#ffffff' ELSE @symbol_color END"
_OUTLINE = (
    "CASE WHEN \"status\" IN ('claimed','denied','planned') THEN @symbol_color "
    "WHEN \"status\"='disputed' THEN '#000000' ELSE '#333333' END"
)
_OUTLINE_STYLE = "CASE WHEN \"status\" IN ('planned','cancelled') THEN 'dash' ELSE 'solid' END"
_TIP = ("title", "status", "date_start", "date_end", "place_name", "geo_precision", "sentence")


def _rgba(colour: str, alpha: int = 255) -> str:
    return ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + f",{alpha}"


def _option(name: str, value: object, kind: str = "QString") -> str:
    return f'<Option type="{kind}" name={quoteattr(name)} value={quoteattr(str(value))}/>'


def _defined(properties: dict[str, str]) -> str:
    """Data-defined properties: name -> expression."""
    inner = "".join(
        f'<Option type="Map" name="{name}">{_option("active", "true", "bool")}{_option("expression", expression)}'
        f"{_option('type', 3, 'int')}</Option>"
        for name, expression in properties.items()
    )
    return (
        f'<data_defined_properties><Option type="Map">{_option("name", "")}<Option type="Map" name="properties">{inner}</Option>'
        f"{_option('type', 'collection')}</Option></data_defined_properties>"
    )


def _layer(kind: str, options: dict[str, object], defined: str = "") -> str:
    body = "".join(_option(name, value) for name, value in options.items())
    return f'<layer class="{kind}" enabled="1" locked="0" pass="0"><Option type="Map">{body}</Option>{defined}</layer>'


def _symbol(name: str, kind: str, layers: str, alpha: float = 1) -> str:
    return f'<symbol type="{kind}" name="{name}" alpha="{alpha}" clip_to_extent="1" force_rhr="0">{layers}</symbol>'


def _marker(name: str, category: str) -> str:
    style = style_of(category)
    shape, angle = _SHAPES[style.shape]
    options: dict[str, object] = {
        "name": shape, "angle": angle, "color": _rgba(style.colour), "outline_color": "51,51,51,255", "outline_style": "solid",
        "outline_width": 0.5, "outline_width_unit": "MM", "size": 4.2 if shape == "star" else 3.4, "size_unit": "MM",
    }  # fmt: skip
    defined = _defined({"fillColor": _FILL, "outlineColor": _OUTLINE, "outlineStyle": _OUTLINE_STYLE})
    core = {**options, "size": 1.7, "outline_style": "no"}
    inner = _defined({"enabled": "\"status\"='disputed'"})
    return _symbol(name, "marker", _layer("SimpleMarker", options, defined) + _layer("SimpleMarker", core, inner))


def _hollow(name: str) -> str:
    options: dict[str, object] = {
        "name": "square", "color": "255,255,255,0", "outline_color": "110,110,110,255", "outline_width": 0.3, "size": 1.6,
        "size_unit": "MM",
    }  # fmt: skip
    return _symbol(name, "marker", _layer("SimpleMarker", options))


def _categories(values: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<category render="true" value={quoteattr(value)} label={quoteattr(label)} symbol="{i}"/>'
        for i, (value, label) in enumerate(values)
    )
    return f"<categories>{rows}</categories>"


def _renderer(categories: Sequence[str]) -> str:
    """Markers by category; events that may not be pinned are a small grey square."""
    values = [(c, style_of(c).label) for c in categories] + [(_AREA, "area, see layer Areas")]
    symbols = "".join(_marker(str(i), c) for i, c in enumerate(categories)) + _hollow(str(len(categories)))
    attribute = f'CASE WHEN "pin" THEN "category" ELSE \'{_AREA}\' END'
    return (
        f'<renderer-v2 type="categorizedSymbol" enableorderby="0" forceraster="0" symbollevels="0" attr={quoteattr(attribute)}>'
        f"{_categories(values)}<symbols>{symbols}</symbols></renderer-v2>"
    )


def _areas_renderer() -> str:
    values = [(c, style_of(c).label) for c in CATEGORIES]
    symbols = "".join(
        _symbol(
            str(i),
            "fill",
            _layer(
                "SimpleFill",
                {"color": _rgba(style_of(c).colour, 38), "outline_color": _rgba(style_of(c).colour, 200), "outline_width": 0.4,
                 "style": "solid"},
            ),
        )
        for i, c in enumerate(CATEGORIES)
    )  # fmt: skip
    return (
        f'<renderer-v2 type="categorizedSymbol" enableorderby="0" forceraster="0" symbollevels="0" attr="category">'
        f"{_categories(values)}<symbols>{symbols}</symbols></renderer-v2>"
    )


def _temporal() -> str:
    return (
        '<temporal enabled="1" mode="2" startField="start_time" endField="end_time" limitMode="0" durationUnit="min" '
        'fixedDuration="0" accumulate="0" startExpression="" endExpression="" durationField=""/>'
    )


def _aliases() -> str:
    rows = "".join(f'<alias field={quoteattr(c.name)} name={quoteattr(c.label)} index="-1"/>' for c in EVENTS)
    return f"<aliases>{rows}</aliases>"


def _tip() -> str:
    """A map tip is HTML: every field goes through replace, ampersands first."""
    lines = []
    for name in _TIP:
        safe = f"replace(replace(coalesce(to_string(\"{name}\"),''), '&', '&amp;'), '<', '&lt;')"
        lines.append(f"<div>{'<b>' if name == 'title' else ''}[% {safe} %]{'</b>' if name == 'title' else ''}</div>")
    return f"<mapTip>{escape(''.join(lines))}</mapTip>"


def body(renderer: str, *, geometry: int, events: bool) -> str:
    """The elements of a layer's style in the order that QGIS wants."""
    if not events:
        return f"{renderer}<layerGeometryType>{geometry}</layerGeometryType>"
    return (
        f'{_temporal()}{renderer}{_aliases()}<previewExpression>"title"</previewExpression>{_tip()}'
        f"<layerGeometryType>{geometry}</layerGeometryType>"
    )


def _document(inner: str) -> str:
    return (
        f'{DOCTYPE}\n<qgis version="3.22.0" styleCategories="Symbology|Fields|MapTips|Temporal|Legend">{inner}</qgis>\n'
    )


def events_body(categories: Sequence[str] = CATEGORIES) -> str:
    """Style of an events layer, for a project."""
    return body(_renderer(categories), geometry=0, events=True)


def areas_body() -> str:
    """Style of the areas layer, for a project."""
    return body(_areas_renderer(), geometry=2, events=True)


def events_qml() -> str:
    """The default style of the events layer."""
    return _document(events_body())


def areas_qml() -> str:
    """The default style of the areas layer."""
    return _document(areas_body())


def polygon_body(fill: str, outline: str) -> str:
    """A plain fill, for the basemap."""
    layer = _layer(
        "SimpleFill", {"color": _rgba(fill), "outline_color": _rgba(outline), "outline_width": 0.2, "style": "solid"}
    )
    renderer = f'<renderer-v2 type="singleSymbol" symbollevels="0"><symbols>{_symbol("0", "fill", layer)}</symbols></renderer-v2>'
    return body(renderer, geometry=2, events=False)


def polygon_qml(fill: str, outline: str) -> str:
    """The same as a document."""
    return _document(polygon_body(fill, outline))


def line_body(colour: str) -> str:
    """A dashed line, for disputed borders."""
    layer = _layer("SimpleLine", {"line_color": _rgba(colour), "line_width": 0.4, "line_style": "dash"})
    renderer = f'<renderer-v2 type="singleSymbol" symbollevels="0"><symbols>{_symbol("0", "line", layer)}</symbols></renderer-v2>'
    return body(renderer, geometry=1, events=False)


def line_qml(colour: str) -> str:
    """The same as a document."""
    return _document(line_body(colour))
