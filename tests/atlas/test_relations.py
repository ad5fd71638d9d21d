import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.tokens import tokenize
from geoevents.atlas.place import LonLat
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.find import find_relations
from geoevents.atlas.relations.spots import spot


def drawn(atlas, text, *names):
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    (phrase,) = find_relations(text, tokenize(text), spans)
    return phrase, spot(phrase, [atlas.candidates(n)[0].place for n in names][phrase.anchor :], atlas)


def test_a_direction_of_a_town_is_a_point_in_that_direction(atlas):
    phrase, found = drawn(atlas, "Shots were heard south of Bakhmut", "Bakhmut")
    assert (phrase.kind, found.name, found.precision) == ("direction_of", "south of Bakhmut", "near")
    assert found.lonlat.lat < 48.5


def test_a_compass_part_lies_inside_its_area(atlas):
    _, found = drawn(atlas, "Sirens in south-western Crimea", "Crimea")
    crimea = atlas.area("ne:UA-43")
    assert found.area.difference(crimea).area < 0.01 * crimea.area
    assert (found.precision, found.lonlat.lat < 45.3, found.lonlat.lon < 34.2) == ("part_of_adm1", True, True)


def test_three_directions_are_nearly_the_whole(atlas):
    _, found = drawn(atlas, "over the western, northern and eastern areas of Crimea", "Crimea")
    assert (found.precision, found.qualifier) == ("adm1", "western, northern and eastern")


def test_a_measured_distance_is_kept(atlas):
    _, found = drawn(atlas, "a wreck 40 km north-east of Hodeidah", "Hodeidah")
    anchor = atlas.candidates("Hodeidah")[0].place.lonlat
    assert geometry.distance_km(anchor, found.lonlat) == pytest.approx(40, rel=0.01)
    assert geometry.bearing(anchor, found.lonlat) == pytest.approx(45, abs=1)


def test_a_named_place_before_the_relation_keeps_its_own_point(atlas):
    text = "They took Andriivka, a ruined village some 13 km south of Bakhmut"
    spans = [(text.index(n), text.index(n) + len(n)) for n in ("Andriivka", "Bakhmut")]
    (phrase,) = find_relations(text, tokenize(text), spans)
    assert phrase.creates is False


def test_between_countries_is_no_place(atlas):
    text = "talks between Iran and Iraq"
    spans = [(text.index(n), text.index(n) + len(n)) for n in ("Iran", "Iraq")]
    (phrase,) = find_relations(text, tokenize(text), spans)
    assert spot(phrase, [atlas.candidates(n)[0].place for n in ("Iran", "Iraq")], atlas) is None


@given(
    st.floats(-179, 179), st.floats(-75, 75), st.floats(0, 359.9), st.floats(1, 300),
)  # fmt: skip
def test_a_destination_lies_at_its_distance_and_bearing(lon, lat, degrees, km):
    start = LonLat(lon, lat)
    end = geometry.destination(start, degrees, km)
    assert geometry.distance_km(start, end) == pytest.approx(km, rel=0.01)
    turn = (geometry.bearing(start, end) - degrees + 180) % 360 - 180
    assert abs(turn) < 1


def test_a_disc_over_the_antimeridian_is_cut_in_two():
    area = geometry.disc(LonLat(179.9, 65.0), 50)
    assert area.geom_type == "MultiPolygon"
    assert all(p.bounds[2] - p.bounds[0] < 180 for p in area.geoms)


def test_the_northern_part_leaves_out_the_southern_point():
    from shapely import Point, box

    area = box(10, 40, 14, 44)
    assert not geometry.part(area, 0).contains(Point(12, 40.5))
    assert geometry.part(area, 180).contains(Point(12, 40.5))
