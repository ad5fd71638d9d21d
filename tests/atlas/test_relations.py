import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.atlas.place import LonLat
from geoevents.atlas.relations import geometry
from geoevents.atlas.relations.find import find_relations
from geoevents.atlas.relations.parts import part
from geoevents.atlas.relations.spots import spot


def drawn(atlas, text, *names):
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    (phrase,) = find_relations(text, 0, spans)
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
    (phrase,) = find_relations(text, 0, spans)
    assert phrase.creates is False


def test_between_countries_is_no_place(atlas):
    text = "talks between Iran and Iraq"
    spans = [(text.index(n), text.index(n) + len(n)) for n in ("Iran", "Iraq")]
    (phrase,) = find_relations(text, 0, spans)
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
    assert not part(area, 0).contains(Point(12, 40.5))
    assert part(area, 180).contains(Point(12, 40.5))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shots were fired south of Crimea", ["Crimea"]),
        ("A ship sank off the coast of Yemen", ["Yemen"]),
        ("A ship sank 30 km off Hodeidah", ["Hodeidah"]),
        ("A camp on the left bank of the Dnipro", ["Dnipro River"]),
        ("Fields on the west bank of the Tigris in Nineveh", ["Tigris", "Nineveh"]),
        ("Villages in the lower reaches of the Indus", ["Indus"]),
        ("Clashes on the border between Israel and Lebanon", ["Israel", "Lebanon"]),
        ("Tanks 20 km inside Syria from the border with Iraq", ["Syria", "Iraq"]),
        ("A bus was stopped on the Kabul-Jalalabad highway", ["Kabul", "Jalalabad"]),
        ("Fires on the north-western outskirts of Aleppo", ["Aleppo"]),
        ("Troops lie within 15 km of Goma", ["Goma"]),
        ("Rain in the far north of Norway", ["Norway"]),
        ("A march to the north and east of Herat", ["Herat"]),
    ],
)
def test_what_is_drawn_is_valid_and_holds_nine_tenths(atlas, text, names):
    text = text.replace("Dnipro", "Dnipro River") if "Dnipro River" in names else text
    _, found = drawn(atlas, text, *names)
    assert found.area.is_valid
    assert not found.area.is_empty
    assert all(-180 <= x <= 180 for x in found.area.bounds[::2])
    assert found.uncertainty_km > 0
    assert geometry.r90_km(found.area, found.lonlat) <= 1.6 * found.uncertainty_km


@pytest.mark.parametrize("name", ["Bakhmut", "Crimea", "Goma"])
def test_north_of_a_place_shares_nothing_with_south_of_it(atlas, name):
    north, south = (drawn(atlas, f"Guns were heard {d} of {name}", name)[1].area for d in ("north", "south"))
    assert north.intersection(south).area < 1e-9


def test_the_north_and_the_south_of_an_area_are_the_area(atlas):
    north, south = (drawn(atlas, f"Hail fell in {d} Crimea", "Crimea")[1].area for d in ("northern", "southern"))
    assert north.area + south.area == pytest.approx(atlas.area("ne:UA-43").area, rel=0.01)


def test_beside_an_island_is_water(atlas):
    _, found = drawn(atlas, "The quake struck west of Crete", "Crete")
    assert found.area.intersection(atlas.area("ne:GR-M")).area < 1e-5
    assert found.lonlat.lon < 23.6


def test_a_part_of_an_area_over_the_antimeridian_lies_in_it(atlas):
    _, found = drawn(atlas, "A helicopter is missing over eastern Fiji", "Fiji")
    assert all(-180 <= x <= 180 for x in found.area.bounds[::2])
    assert found.area.difference(atlas.area("country:FJ")).area < 1e-6


def test_a_reference_without_polygon_is_cut_from_its_circle(atlas):
    _, found = drawn(atlas, "Dust over the northern Sahara", "Sahara")
    assert found.lonlat.lat > atlas.candidates("Sahara")[0].place.lonlat.lat


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("some thirty kilometres", 30), ("a dozen km", 12), ("twenty-five miles", 40.2), ("10-20 km", 15), ("half a mile", 0.8),
        ("1,200 metres", 1.2), ("3.5 km", 3.5), ("two dozen versts", 25.6), ("several hundred metres", 0.3),
        ("15 nautical miles", 27.8),
    ],
)  # fmt: skip
def test_distances_in_words_and_in_numbers(atlas, words, km):
    phrase, _ = drawn(atlas, f"Planes crashed {words} east of Herat", "Herat")
    assert phrase.distance_km == pytest.approx(km, rel=0.01)


def test_from_the_outskirts_is_farther_than_from_the_centre(atlas):
    centre, edge = (
        drawn(atlas, f"They dug in 8 km north of {x}Mosul", "Mosul")[1].lonlat.lat for x in ("", "the outskirts of ")
    )
    assert edge > centre + 0.05


@pytest.mark.parametrize(
    "text",
    ["peace talks between Iran and Iraq", "the line between Lisbon and Warsaw", "Storms off the coast of Bamako"],
)
def test_what_cannot_be_drawn_is_not(atlas, text):
    names = [w for w in text.split() if w[0].isupper() and w != "Storms"]
    assert drawn(atlas, text, *names)[1] is None


def test_of_a_river_without_a_course_no_bank_is_guessed(atlas):
    _, found = drawn(atlas, "Floods on the left bank of the Oder in Saxony", "Oder", "Saxony")
    assert (found.precision, found.qualifier, found.reference) == ("adm1", "left bank", "Oder")


def test_left_and_right_are_told_by_the_flow(atlas):
    text = "Guns on the {} bank of the Tigris in Nineveh"
    left, right = (drawn(atlas, text.format(side), "Tigris", "Nineveh")[1].lonlat for side in ("left", "right"))
    assert left.lon > right.lon


def test_a_road_is_no_meeting(atlas):
    phrase, found = drawn(atlas, "Bandits on the road from Kabul to Jalalabad", "Kabul", "Jalalabad")
    assert (phrase.kind, found.precision, phrase.second) == ("road", "near", 1)


def test_the_other_end_of_a_relation_is_no_place_of_its_own(atlas):
    from tests.atlas.test_mentions import mentions

    found = mentions(atlas, "A bus was ambushed between Kano and Kaduna.")
    assert [(m.text, m.spot is None) for m in found] == [("Kano", False), ("Kaduna", True)]


def test_a_possessive_part(atlas):
    _, found = drawn(atlas, "Killings in Nigeria's north-east have risen", "Nigeria")
    assert found.name == "north-eastern Nigeria"


def test_what_a_place_is_said_to_be_stands_between_a_relation_and_its_name(atlas):
    for words in (
        "the Ukrainian logistics centre of Pokrovsk",
        "the coal-mining town of Pokrovsk",
        "the hub, Pokrovsk",
    ):
        phrase, _ = drawn(atlas, f"They took a village south-east of {words}", "Pokrovsk")
        assert (phrase.kind, phrase.bearings) == ("direction_of", (135,))


def test_what_happened_to_those_from_a_place_happened_near_the_other(atlas):
    from tests.atlas.test_mentions import mentions

    found = mentions(atlas, "Coast guard vessels from the Philippines collided near Sabina Shoal on Monday.")
    assert found[-1].spot is not None
