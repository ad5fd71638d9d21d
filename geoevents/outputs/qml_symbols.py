"""Symbols and renderers of QGIS styles: colour and shape say the category, fill and outline the status (``outputs.md`` 6.4)."""

from collections.abc import Collection, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from geoevents.outputs.palette import style_of

__all__ = [
    "AREA", "STATUSES", "area_renderer", "category_renderer", "control_renderer", "fill", "line", "single", "spread",
    "status_renderer"]  # fmt: skip

# From the surest to the least sure; the order of every legend.
STATUSES = ("confirmed", "reported", "claimed", "disputed", "denied", "planned", "cancelled")
AREA = "~area"  # stands for events that may not be a pin; no category is called so
COUNTRY = "~country"
_SHAPES = {
    "triangle": ("triangle", 0), "triangle_down": ("triangle", 180), "star": ("star", 0), "square": ("square", 0),
    "diamond": ("diamond", 0), "circle": ("circle", 0), "plus": ("cross_fill", 0),
}  # fmt: skip
_HOLLOW = "'claimed','denied','planned','disputed','cancelled'"
# How much of its colour a filled marker keeps: less with lower confidence, and a third less where somebody only reports it.
# The rest is white, not air: markers below one another must not shine through.
_REPORTED = 0.65
_KEPT = (
    'CASE WHEN "confidence" < 0.5 THEN 0.6 WHEN "confidence" < 0.8 THEN 0.8 ELSE 1 END * '
    f"CASE WHEN \"status\" = 'reported' THEN {_REPORTED} ELSE 1 END"
)
_FILL = (
    f"CASE WHEN \"status\" IN ({_HOLLOW}) THEN '#ffffff' ELSE color_mix_rgb(@symbol_color, '#ffffff', 1 - {_KEPT}) END"
)
_OUTLINE = (
    "CASE WHEN \"status\" IN ('claimed','denied','planned','cancelled') THEN @symbol_color "
    "WHEN \"status\" = 'disputed' THEN '#000000' ELSE '#333333' END"
)
_OUTLINE_STYLE = "CASE WHEN \"status\" IN ('planned','cancelled') THEN 'dot' ELSE 'solid' END"
_STRUCK = "\"status\" IN ('denied','cancelled')"
_SIZE_MM, _STAR_MM, _CORE_MM = 3.4, 4.4, 1.7  # a star has less ink than a square of its size
_GREY = "#787878"
# Okabe and Ito's colours without black and yellow: told apart under every kind of colour blindness.
_SIDES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")


def rgba(colour: str, alpha: int = 255) -> str:
    """#RRGGBB as QGIS writes it."""
    return ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + f",{alpha}"


def option(name: str, value: object, kind: str = "QString") -> str:
    """One named value in a map of options."""
    return f'<Option type="{kind}" name={quoteattr(name)} value={quoteattr(str(value))}/>'


def defined(properties: Mapping[str, str]) -> str:
    """Data-defined properties: name -> expression."""
    inner = "".join(
        f'<Option type="Map" name="{name}">{option("active", "true", "bool")}{option("expression", expression)}'
        f"{option('type', 3, 'int')}</Option>"
        for name, expression in properties.items()
    )
    return (
        f'<data_defined_properties><Option type="Map">{option("name", "")}<Option type="Map" name="properties">{inner}</Option>'
        f"{option('type', 'collection')}</Option></data_defined_properties>"
    )


def _layer(kind: str, options: Mapping[str, object], extra: str = "") -> str:
    body = "".join(option(name, value) for name, value in options.items())
    return f'<layer class="{kind}" enabled="1" locked="0" pass="0"><Option type="Map">{body}</Option>{extra}</layer>'


def _symbol(name: str, kind: str, layers: str) -> str:
    return f'<symbol type="{kind}" name="{name}" alpha="1" clip_to_extent="1" force_rhr="0">{layers}</symbol>'


def _marker(name: str, category: str, status: str | None = None) -> str:
    """The marker of a category; of one status, as legends need it, or of whatever status a feature has."""
    style = style_of(category)
    shape, angle = _SHAPES[style.shape]
    size = _STAR_MM if shape == "star" else _SIZE_MM
    options: dict[str, object] = {
        "name": shape, "angle": angle, "color": rgba(style.colour), "outline_color": "51,51,51,255", "outline_style": "solid",
        "outline_width": 0.4, "outline_width_unit": "MM", "size": size, "size_unit": "MM",
    }  # fmt: skip
    core = {**options, "size": _CORE_MM, "outline_style": "no"}
    stroke = {"name": "line", "angle": 45, "color": rgba(style.colour), "outline_color": rgba(style.colour),
              "outline_width": 0.5, "size": size * 1.5, "size_unit": "MM"}  # fmt: skip
    if status is None:
        expressions = {"fillColor": _FILL, "outlineColor": _OUTLINE, "outlineStyle": _OUTLINE_STYLE}
        return _symbol(
            name, "marker",
            _layer("SimpleMarker", options, defined(expressions))
            + _layer("SimpleMarker", core, defined({"enabled": "\"status\" = 'disputed'"}))
            + _layer("SimpleMarker", stroke, defined({"enabled": _STRUCK})),
        )  # fmt: skip
    layers = _layer("SimpleMarker", options | _drawn(status, style.colour), _confident(status, style.colour))
    if status == "disputed":
        layers += _layer("SimpleMarker", core)
    if status in {"denied", "cancelled"}:
        layers += _layer("SimpleMarker", stroke)
    return _symbol(name, "marker", layers)


def _drawn(status: str, colour: str) -> dict[str, object]:
    """Fill and outline of one status."""
    found: dict[str, object] = {}
    if status in {"claimed", "denied", "planned", "cancelled", "disputed"}:
        found = {"color": "255,255,255,255", "outline_color": "0,0,0,255" if status == "disputed" else rgba(colour)}
    elif status == "reported":
        found = {"color": rgba(_paler(colour))}
    return found | ({"outline_style": "dot"} if status in {"planned", "cancelled"} else {})


def _paler(colour: str) -> str:
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - p) * _REPORTED):02X}" for p in parts)


def _confident(status: str, colour: str) -> str:
    """The fill by confidence, for statuses that are filled."""
    if status not in {"confirmed", "reported"}:
        return ""
    return defined({"fillColor": f"color_mix_rgb('{colour}', '#ffffff', 1 - {_KEPT})"})


def _hollow(name: str) -> str:
    options: dict[str, object] = {
        "name": "square", "color": "255,255,255,0", "outline_color": "110,110,110,255", "outline_width": 0.3, "size": 1.6,
        "size_unit": "MM",
    }  # fmt: skip
    return _symbol(name, "marker", _layer("SimpleMarker", options))


def _key(name: str, status: str) -> str:
    """A grey circle that shows in the legend how a status is drawn."""
    options = {"name": "circle", "outline_color": "51,51,51,255", "outline_width": 0.4, "color": rgba(_GREY), "size": _SIZE_MM,
               "size_unit": "MM"}  # fmt: skip
    layers = _layer("SimpleMarker", options | _drawn(status, _GREY))
    if status == "disputed":
        layers += _layer(
            "SimpleMarker", {"name": "circle", "color": rgba(_GREY), "outline_style": "no", "size": _CORE_MM}
        )
    if status in {"denied", "cancelled"}:
        layers += _layer(
            "SimpleMarker", {"name": "line", "angle": 45, "outline_color": rgba(_GREY), "size": _SIZE_MM * 1.5}
        )
    return _symbol(name, "marker", layers)


Class = tuple[str, str, str, bool]  # value, label, symbol, drawn


def _renderer(attribute: str, classes: Sequence[Class]) -> str:
    rows = "".join(
        f'<category render="{str(on).lower()}" value={quoteattr(value)} label={quoteattr(label)} symbol="{i}"/>'
        for i, (value, label, _, on) in enumerate(classes)
    )
    symbols = "".join(symbol.replace('name="?"', f'name="{i}"', 1) for i, (_, _, symbol, _) in enumerate(classes))
    return (
        f'<renderer-v2 type="categorizedSymbol" enableorderby="0" forceraster="0" symbollevels="0" attr={quoteattr(attribute)}>'
        f"<categories>{rows}</categories><symbols>{symbols}</symbols></renderer-v2>"
    )


def category_renderer(categories: Sequence[str]) -> str:
    """Markers by category; below them how each status is drawn.  Events that may not be pinned are a small grey square."""
    classes: list[Class] = [(c, style_of(c).label, _marker("?", c), True) for c in categories]
    classes.append((AREA, "area, see layer Areas", _hollow("?"), True))
    classes += [(f"~{s}", f"status: {s}", _key("?", s), True) for s in STATUSES]
    classes.append(("", "any other category", _marker("?", "other"), True))
    return _renderer(f'CASE WHEN "pin" THEN "category" ELSE \'{AREA}\' END', classes)


def status_renderer(category: str, statuses: Collection[str], *, pinned: bool) -> str:
    """Markers of one category by status: the legend shows each as it is drawn.  What was cancelled is off at first.

    ``pinned``: all of them may be pins, so that nothing stands for areas.
    """
    wanted = [s for s in STATUSES if s in statuses]
    classes: list[Class] = [(s, s, _marker("?", category, s), s != "cancelled") for s in wanted]
    if not pinned or not classes:
        classes.append((AREA, "area, see layer Areas", _hollow("?"), True))
    return _renderer(f'CASE WHEN "pin" THEN "status" ELSE \'{AREA}\' END', classes)


def area_renderer(categories: Sequence[str]) -> str:
    """Light fills by category, lighter still where the status is unsure; whole countries are off at first."""
    classes: list[Class] = [(c, style_of(c).label, _area(style_of(c).colour), True) for c in categories]
    classes.append((COUNTRY, "whole countries", _area(_GREY), False))
    classes.append(("", "any other category", _area(style_of("other").colour), True))
    return _renderer(f"CASE WHEN \"shape\" = 'country' THEN '{COUNTRY}' ELSE \"category\" END", classes)


def _area(colour: str) -> str:
    """Faint where the status is unsure, fainter still for macro-regions, whose edges nobody knows."""
    options = {"color": rgba(colour, 46), "outline_color": rgba(colour, 220), "outline_width": 0.4, "style": "solid"}
    vague = "\"geo_precision\" = 'macro_region'"
    unsure = defined(
        {
            "fillColor": f"CASE WHEN {vague} THEN '{rgba(colour, 8)}' WHEN \"status\" IN ({_HOLLOW}) THEN '{rgba(colour, 16)}' "
            f"ELSE '{rgba(colour, 46)}' END",
            "outlineColor": f"CASE WHEN {vague} THEN '{rgba(colour, 70)}' ELSE '{rgba(colour, 220)}' END",
            "outlineStyle": f"CASE WHEN {vague} OR \"status\" IN ('planned','cancelled','denied') THEN 'dot' "
            "WHEN \"shape\" = 'circle' THEN 'dash' ELSE 'solid' END",
        }
    )
    return _symbol("?", "fill", _layer("SimpleFill", options, unsure))


def control_renderer(sides: Sequence[str]) -> str:
    """Pentagons by the side that is said to hold a settlement; colours go round after six sides."""
    classes: list[Class] = [(s, s, _side(_SIDES[i % len(_SIDES)]), True) for i, s in enumerate(sides)]
    classes.append(("", "side not told", _side(_GREY), True))
    return _renderer("side", classes)


def _side(colour: str) -> str:
    options: dict[str, object] = {
        "name": "pentagon", "color": rgba(colour), "outline_color": "51,51,51,255", "outline_width": 0.4, "size": 4,
        "size_unit": "MM",
    }  # fmt: skip
    expressions = {
        "fillColor": _FILL,
        "outlineColor": f"CASE WHEN \"contested\" THEN '#000000' ELSE {_OUTLINE} END",
        "outlineWidth": 'CASE WHEN "contested" THEN 0.8 ELSE 0.4 END',
    }
    return _symbol("?", "marker", _layer("SimpleMarker", options, defined(expressions)))


def spread(renderer: str) -> str:
    """The renderer with coinciding points set on a small circle; the centre symbol must be given, or QGIS draws one."""
    centre = _symbol(
        "centerSymbol", "marker",
        _layer("SimpleMarker", {"name": "circle", "color": "125,125,125,255", "outline_style": "no", "size": 0.8}),
    )  # fmt: skip
    return (
        '<renderer-v2 type="pointDisplacement" forceraster="0" symbollevels="0" enableorderby="0" tolerance="3" '
        'toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0" placement="0" circleWidth="0.4" circleColor="125,125,125,255" '
        'circleRadiusAddition="0.6" gridLineWidth="0.4" labelAttributeName="" maxLabelScaleDenominator="-1" '
        f'labelDistanceFactor="0.5">{renderer}{centre}</renderer-v2>'
    )


def single(symbol: str) -> str:
    """One symbol for all features of a layer."""
    return f'<renderer-v2 type="singleSymbol" symbollevels="0"><symbols>{symbol}</symbols></renderer-v2>'


def fill(colour: str, outline: str) -> str:
    """A plain fill, for the basemap."""
    options = {"color": rgba(colour), "outline_color": rgba(outline), "outline_width": 0.2, "style": "solid"}
    return _symbol("0", "fill", _layer("SimpleFill", options))


def line(colour: str, *, width: float = 0.4, style: str = "dash") -> str:
    """A line, dashed for disputed borders."""
    return _symbol(
        "0", "line", _layer("SimpleLine", {"line_color": rgba(colour), "line_width": width, "line_style": style})
    )
