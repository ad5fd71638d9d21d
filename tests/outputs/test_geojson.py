"""GeoJSON after RFC 7946, to the letter."""

import json

import numpy as np
import pytest
import shapely

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations.geometry import capsule, distance_km
from geoevents.events.find import find_events
from geoevents.frames.tables import events_frame, frame_of
from geoevents.outputs.areas import cut, routes_of
from geoevents.outputs.geojson import bbox, bbox_of_boxes, write_geojson
from tests.conftest import article, event_row
from tests.outputs.far import far_events, hostile_events


def written(frame, tmp_path, **options):
    return json.loads(write_geojson(frame, tmp_path / "e.geojson", **options).read_text("utf-8"))


def test_the_collection_has_every_event_once_and_no_crs(seeds, tmp_path):
    frame = events_frame(seeds)
    content = written(frame, tmp_path)
    assert content["type"] == "FeatureCollection"
    assert set(content) == {"type", "bbox", "geoevents", "features"}
    ids = [f["id"] for f in content["features"]]
    assert ids == sorted(frame["event_id"])
    assert all(f["properties"]["event_id"] == f["id"] for f in content["features"])


def test_coordinates_are_longitude_first_and_unknown_places_are_null(tmp_path):
    frame = frame_of([event_row(), event_row(event_id="ev-2", latitude=None, longitude=None, geo_precision="none")])
    features = written(frame, tmp_path)["features"]
    assert [f["geometry"] for f in features] == [{"type": "Point", "coordinates": [37.61, 54.19]}, None]


def test_times_are_utc_dates_are_days_and_lists_are_lists(tmp_path):
    (feature,) = written(frame_of([event_row()]), tmp_path)["features"]
    row = feature["properties"]
    assert (row["start_time"], row["date_start"]) == ("2024-05-14T00:00:00Z", "2024-05-14")
    assert row["claimants"][0]["name"] == "the ministry"
    assert row["count"] is None


def test_a_box_across_the_date_line_runs_from_west_to_east():
    assert bbox([[179.0, 10.0], [-178.0, 12.0]]) == [179.0, 10.0, -178.0, 12.0]
    assert bbox([[1.0, 2.0], [20.0, 3.0]]) == [1.0, 2.0, 20.0, 3.0]
    assert bbox([]) is None


def test_the_box_of_an_area_that_was_cut_is_narrow():
    assert bbox_of_boxes([[(-180.0, 1.0, -170.0, 2.0), (170.0, 1.0, 180.0, 2.0)]]) == [170.0, 1.0, -170.0, 2.0]


def test_events_on_both_sides_of_the_date_line_give_a_narrow_box(tmp_path):
    frame = far_events()
    west, _, east, _ = written(frame[frame["latitude"] > 60], tmp_path)["bbox"]
    assert (west, east) == (177.5, -169.8)


def test_longitudes_are_below_180(tmp_path):
    frame = frame_of([event_row(longitude=180.0), event_row(event_id="ev-2", longitude=-180.0)])
    assert [f["geometry"]["coordinates"][0] for f in written(frame, tmp_path)["features"]] == [-180.0, -180.0]


def areas(tmp_path, frame=None):
    write_geojson(far_events() if frame is None else frame, tmp_path / "e.geojson", areas=True)
    return json.loads((tmp_path / "e_areas.geojson").read_text("utf-8"))


def test_areas_are_cut_at_the_date_line(tmp_path):
    content = areas(tmp_path)
    shapes = {f["id"]: shapely.geometry.shape(f["geometry"]) for f in content["features"]}
    assert [p.bounds for p in shapes["ev-3"].geoms] == [(178.0, 62.0, 180.0, 66.0), (-180.0, 62.0, -176.0, 66.0)]
    assert all(p.bounds[2] - p.bounds[0] < 180 for s in shapes.values() for p in s.geoms)
    assert content["bbox"][0] == 30.0


def test_outer_rings_turn_left_and_holes_right(tmp_path):
    for feature in areas(tmp_path)["features"]:
        for polygon in shapely.geometry.shape(feature["geometry"]).geoms:
            assert polygon.exterior.is_ccw
            assert not any(hole.is_ccw for hole in polygon.interiors)
            assert polygon.exterior.coords[0] == polygon.exterior.coords[-1]


def test_all_geometries_of_a_file_are_of_one_type(tmp_path, seeds):
    for frame in (far_events(), events_frame(seeds)):
        assert len({f["geometry"]["type"] for f in areas(tmp_path, frame)["features"]}) == 1


def test_coordinates_have_five_decimals(tmp_path, seeds):
    def numbers(value):
        return [n for v in value for n in numbers(v)] if isinstance(value, list) else [value]

    found = [n for f in areas(tmp_path, events_frame(seeds))["features"] for n in numbers(f["geometry"]["coordinates"])]
    assert found
    assert all(n == round(n, 5) for n in found)


def test_mixed_puts_areas_in_the_place_of_points(tmp_path):
    types = {
        f["id"]: f["geometry"] and f["geometry"]["type"]
        for f in written(far_events(), tmp_path, mixed=True)["features"]
    }
    assert types == {
        "ev-1": "Point",
        "ev-2": "Point",
        "ev-3": "MultiPolygon",
        "ev-4": "MultiPolygon",
        "ev-5": None,
        "ev-6": "Point",
    }


def test_simplestyle_colours_points_and_areas(tmp_path):
    features = written(far_events(), tmp_path, mixed=True, simplestyle=True)["features"]
    assert features[0]["properties"]["marker-color"] == features[2]["properties"]["fill"] == "#4466FF"


def test_hostile_texts_stay_texts(tmp_path):
    frame = hostile_events()
    raw = write_geojson(frame, tmp_path / "e.geojson").read_text("utf-8")
    titles = [f["properties"]["title"] for f in json.loads(raw)["features"]]
    assert titles == [t.replace("\ud800", "\ufffd") for t in frame["title"]]


@pytest.mark.parametrize("shift", [0, -360])
def test_what_runs_past_180_comes_back_inside(shift):
    found = cut(shapely.transform(shapely.box(178, 60, 184, 63), lambda xy: xy + np.array([shift, 0])))
    assert [p.bounds for p in sorted(found.geoms, key=lambda p: p.bounds)] == [(-180, 60, -176, 63), (178, 60, 180, 63)]


def test_the_whole_globe_is_not_cut():
    assert cut(shapely.box(-180, -90, 180, 90)).bounds == (-180, -90, 180, 90)


def test_between_two_towns_a_route_runs_from_one_to_the_other():
    a, b = LonLat(37.28, 49.21), LonLat(36.25, 49.99)
    area = capsule(a, b, 0.2 * distance_km(a, b))
    frame = frame_of([event_row(area=area, place_qualifier="between", geo_precision="near")])
    (route,) = routes_of(frame)
    ends = sorted(route.geometry.coords)
    assert ends[0] == pytest.approx((b.lon, b.lat), abs=0.02)
    assert ends[1] == pytest.approx((a.lon, a.lat), abs=0.02)


def test_a_place_between_two_places_says_so(atlas):
    mentions = find_events(article("Fighting continued between Kreminna and Svatove."), atlas).mentions
    assert [m.spot and m.spot.qualifier for m in mentions] == ["between", None]
