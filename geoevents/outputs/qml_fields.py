"""What a QGIS style says about fields: aliases, value lists, labels, map tips, time.  Texts of articles are escaped."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from geoevents.frames.columns import Column
from geoevents.outputs.palette import style_of
from geoevents.outputs.qml_symbols import option

__all__ = ["aliases", "control_tip", "event_tip", "labels", "temporal", "widgets"]

# A map tip is HTML.  Ampersands first; quotes need nothing, since no attribute holds a field.
_SAFE = "replace(replace(replace(coalesce({0},''),'&','&amp;'),'<','&lt;'),'>','&gt;')"
_WHO = (
    "array_to_string(array_foreach(from_json(\"claimants\"), coalesce(map_get(@element,'name'),'') || "
    "CASE WHEN map_get(@element,'stance') = 'asserts' THEN '' ELSE ' (' || coalesce(map_get(@element,'stance'),'') || ')' END), ', ')"
)
_WHEN = (
    'coalesce(format_date("date_start",\'yyyy-MM-dd\') || CASE WHEN "date_end" > "date_start" THEN \' to \' || '
    "format_date(\"date_end\",'yyyy-MM-dd') ELSE '' END || CASE WHEN \"date_precision\" = 'day' THEN '' ELSE ' (' || "
    "\"date_precision\" || ')' END, 'no date')"
)
_WHERE = "coalesce(\"place_name\",'no place') || ' (' || \"geo_precision\" || ')'"
_SINCE = "coalesce(format_date(\"date_start\",'yyyy-MM-dd'),'') || ' (' || \"date_precision\" || ')'"
_TIP_WIDTH_PX = 340  # about 50 letters a line: QGIS wraps nothing by itself


def temporal() -> str:
    """Two fields give start and end; a default style cannot switch the slider on, a project can."""
    return (
        '<temporal enabled="1" mode="2" startField="start_time" endField="end_time" limitMode="0" durationUnit="min" '
        'fixedDuration="0" accumulate="0" startExpression="" endExpression="" durationField=""/>'
    )


def aliases(columns: Sequence[Column]) -> str:
    """The label of every column."""
    rows = "".join(f'<alias field={quoteattr(c.name)} name={quoteattr(c.label)} index="-1"/>' for c in columns)
    return f"<aliases>{rows}</aliases>"


def widgets(columns: Sequence[Column], categories: Sequence[str] = ()) -> str:
    """Value lists for columns with closed values and for the category; times without seconds."""
    lists = {c.name: {v: v.replace("_", " ") for v in c.values} for c in columns if c.values}
    if categories and any(c.name == "category" for c in columns):
        lists["category"] = {c: style_of(c).label for c in categories}
    rows = "".join(_field(name, "ValueMap", _value_map(values)) for name, values in lists.items())
    times = "".join(
        _field(
            c.name,
            "DateTime",
            option("display_format", "yyyy-MM-dd HH:mm") + option("field_iso_format", "false", "bool"),
        )
        for c in columns
        if c.dtype == "instant"
    )
    return f"<fieldConfiguration>{rows}{times}</fieldConfiguration>"


def _field(name: str, kind: str, config: str) -> str:
    return (
        f'<field name={quoteattr(name)}><editWidget type="{kind}"><config><Option type="Map">{config}</Option></config>'
        "</editWidget></field>"
    )


def _value_map(values: Mapping[str, str]) -> str:
    rows = "".join(f'<Option type="Map">{option(label, value)}</Option>' for value, label in values.items())
    return f'<Option type="List" name="map">{rows}</Option>'


def event_tip() -> str:
    """Title, who says it, when, where, and the sentence."""
    return _tip(
        ("b", '"title"'),
        ("div", f"\"status\" || CASE WHEN {_WHO} = '' THEN '' ELSE ': ' || {_WHO} END"),
        ("div", f"{_WHEN} || ' · ' || {_WHERE}"),
        ("i", '"sentence"'),
    )


def control_tip() -> str:
    """Which side, since when, who says it, and the sentence."""
    return _tip(
        ("b", "\"place_name\" || ': ' || coalesce(\"side\",'side not told')"),
        ("div", "\"change\" || ' · ' || \"status\" || CASE WHEN \"contested\" THEN ', contested' ELSE '' END"),
        (
            "div",
            f"'since ' || {_SINCE} || coalesce(' · ' || \"claimed_by\",'') || coalesce(' · denied by ' || \"denied_by\",'')",
        ),
        ("i", '"sentence"'),
    )


def _tip(*parts: tuple[str, str]) -> str:
    lines = "".join(f"<div><{tag}>[% {_SAFE.format(expression)} %]</{tag}></div>" for tag, expression in parts)
    box = f'<div style="width:{_TIP_WIDTH_PX}px">{lines}</div>'
    return f"<mapTip>{escape(box)}</mapTip>"


def labels(
    expression: str, *, size: float, colour: str, smallest_scale: int, polygons: bool = False, halo: bool = True
) -> str:
    """Labels that never overlap, shown from 1:``smallest_scale`` on; without ``halo`` they hide nothing below them."""
    place = (
        'placement="4" fitInPolygonOnly="1"' if polygons else 'placement="6" dist="1.6" distUnits="MM" offsetType="1"'
    )
    fit = 'fitInPolygonOnly="1"' if polygons else ""
    return (
        f'<labeling type="simple"><settings calloutType="simple"><text-style isExpression="1" fieldName={quoteattr(expression)} '
        f'fontWeight="50" fontSize="{size}" fontSizeUnit="Point" textColor="{colour}" textOpacity="1" multilineHeight="1">'
        f'<text-buffer bufferDraw="{int(halo)}" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,210" bufferOpacity="0.8"/>'
        f'</text-style><text-format wrapChar="" multilineAlign="3"/><placement {place} '
        'predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" priority="5"/>'
        f'<rendering {fit} scaleVisibility="1" scaleMin="0" scaleMax="{smallest_scale}" drawLabels="1" obstacle="1" '
        'displayAll="0" fontLimitPixelSize="0" limitNumLabels="0" upsidedownLabels="0" mergeLines="0" minFeatureSize="0" '
        'obstacleType="0" obstacleFactor="1"/></settings></labeling>'
    )
