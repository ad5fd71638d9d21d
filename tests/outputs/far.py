"""Events where maps break: on both sides of the antimeridian, across it, without a place, without a date; and hostile texts."""

import geopandas as gpd
import shapely

from geoevents.frames.tables import frame_of
from tests.conftest import event_row

ACROSS = shapely.Polygon([(178.0, 62.0), (-176.0, 62.0), (-176.0, 66.0), (178.0, 66.0)])  # jumps the line
HOLED = shapely.Polygon(
    [(30, 50), (30, 52), (33, 52), (33, 50)], [[(31, 50.5), (32, 50.5), (32, 51.5), (31, 51.5)]]
)  # clockwise outside
HOSTILE = (
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[% 1+1 %]", "]]>&lt;b&amp;",
    "=HYPERLINK(\"x\")", "-1+1", "@SUM(A1)",
    "'=1", "\u202eevil\u2066", "a\x00b\x07c", "\ud800 lone", "`${alert(1)}`",
    "javascript:alert(1)", "emoji \U0001f600, \u0456\u0457 \u0627",
    'quote " and \\ and \'', "line\nbreak\u2028and\u2029more\x85", "w" * 10_000,
)  # fmt: skip


def far_events() -> gpd.GeoDataFrame:
    """Uelen, Anadyr, a region across 180, a region with a hole, no place, no date."""
    area = {"geo_precision": "adm1", "pin": False, "uncertainty_km": 100.0}
    nowhere = {"latitude": None, "longitude": None, "geo_precision": "none", "pin": False, "place_name": None}
    undated = {"date_start": None, "date_end": None, "date_precision": "unknown", "start_time": None, "end_time": None}
    return frame_of(
        [
            event_row(event_id="ev-1", latitude=66.16, longitude=-169.8, place_name="Uelen"),
            event_row(event_id="ev-2", latitude=64.73, longitude=177.5, place_name="Anadyr", status="denied"),
            event_row(event_id="ev-3", latitude=64.0, longitude=-179.5, place_name="Chukotka", area=ACROSS, **area),
            event_row(event_id="ev-4", latitude=50.2, longitude=30.2, place_name="Region", area=HOLED, **area),
            event_row(event_id="ev-5", **nowhere),
            event_row(event_id="ev-6", latitude=64.73, longitude=177.5, place_name="Anadyr", **undated),
        ]
    )


def hostile_events() -> gpd.GeoDataFrame:
    """One event a text, which stands in every text field that comes from an article."""
    fields = (
        "title",
        "place_name",
        "place_text",
        "sentence",
        "date_text",
        "facility",
        "actor_init",
        "source_url",
        "subtype",
    )
    return frame_of(
        [
            event_row(
                event_id=f"ev-{i:02}",
                claimants=[{"name": text, "stance": "asserts", "country": None}],
                sources=[{"url": text, "publisher": text, "published": None}],
                **dict.fromkeys(fields, text),
            )
            for i, text in enumerate(HOSTILE)
        ]
    )
