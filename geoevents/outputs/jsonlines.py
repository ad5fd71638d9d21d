"""GeoJSON for pipes (one feature a line) and JSON-FG (GeoJSON that knows time), from the same features (``outputs.md`` 5)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoevents import __version__
from geoevents.outputs.geojson import dumps, point_features
from geoevents.outputs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["feature_lines", "write_feature_lines", "write_jsonfg"]

_CONFORMS = (
    "http://www.opengis.net/spec/json-fg-1/0.3/conf/core",
    "http://www.opengis.net/spec/json-fg-1/0.3/conf/types-schemas",
)


def feature_lines(events: "pd.DataFrame", *, separator: str = "") -> str:
    """A feature a line; ``separator`` stands before each (RFC 8142 wants U+001E)."""
    return "".join(f"{separator}{dumps(f)}\n" for f in point_features(events))


def write_feature_lines(events: "pd.DataFrame", path: str | Path) -> Path:
    """GeoJSON text sequences: with record separators where the ending is ``.geojsons``, newline-delimited otherwise."""
    path = Path(path)
    return write_text(path, feature_lines(events, separator="\x1e" if path.suffix.lower() == ".geojsons" else ""))


def write_jsonfg(events: "pd.DataFrame", path: str | Path) -> Path:
    """OGC JSON-FG: every feature has its ``time`` (UTC; the end is the first instant after), null where no date is told."""
    features = [_timed(f) for f in point_features(events)]
    head = dumps(
        {"type": "FeatureCollection", "conformsTo": list(_CONFORMS), "featureType": "event", "geoevents": __version__}
    )
    lines = ",\n".join(dumps(f) for f in features)
    return write_text(Path(path), f'{head[:-1]},"features":[\n{lines}\n]}}\n')


def _timed(feature: dict[str, Any]) -> dict[str, Any]:
    start, end = feature["properties"]["start_time"], feature["properties"]["end_time"]
    time = {"interval": [start, end or ".."]} if start else None
    return {
        "type": "Feature",
        "id": feature["id"],
        "featureType": "event",
        "time": time,
        "place": None,
        "geometry": feature["geometry"],
        "properties": feature["properties"],
    }
