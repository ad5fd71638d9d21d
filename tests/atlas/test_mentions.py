import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from tests.conftest import article


def mentions(atlas, text):
    return find_mentions(article(text), atlas, segments=segment(text))


def one(atlas, text, name):
    return next(m for m in mentions(atlas, text) if m.text == name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Rockets fell in Haifa on Sunday.", "Haifa", "literal"),
        ("Beijing denied the report on Sunday.", "Beijing", "metonym"),
        ("The Kremlin spokesman spoke to reporters.", "Kremlin", "modifier"),
        ("He writes for the Washington Post these days.", "Washington", "embedded"),
        ("Iranian drones were seen at sea.", "Iranian", "demonym"),
        ("A house burned south of Goma on Friday.", "Goma", "reference"),
        ("Workers left the Linz steel plant at noon.", "Linz", "modifier"),
        ("Chad's capital, quiet for weeks, saw shots near N'Djamena.", "Chad", "literal"),
    ],
)
def test_roles(atlas, text, name, role):
    assert one(atlas, text, name).role == role


@pytest.mark.parametrize(
    "text",
    [
        "President Vladimir Putin spoke.",
        "Jordan Henderson scored twice.",
        "Minister Wang met Paris Hilton.",
        "He ate a Vienna sausage with Kim.",
    ],
)
def test_persons_are_no_places(atlas, text):
    assert not [
        m
        for m in mentions(atlas, text)
        if m.role == "literal" and m.text in {"Vladimir", "Jordan", "Paris", "Kim", "Wang"}
    ]


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("A fire broke out in Long Beach, California, overnight.", "Long Beach", ("US", "California")),
        ("A storm hit Bangor, Maine, on Monday.", "Bangor", ("US", "Maine")),
        ("Shells hit Pokrovsk and Avdiivka in the Donetsk region.", "Pokrovsk", ("UA", "Donetsk Oblast")),
        ("Crews searched Engels, in Saratov region, for debris.", "Engels", ("RU", "Saratov Oblast")),
        ("Two miners from Beckley, W.Va., were found on Monday.", "W.Va.", ("US", None)),
        ("Talks with N. Korea began on Monday.", "N. Korea", ("KP", None)),
    ],
)
def test_what_the_text_says_about_the_area_decides(atlas, text, name, where):
    place = one(atlas, text, name).place
    assert (place.country, place.admin1) == where


def test_class_words_of_lists_reach_every_member_in_both_orders(atlas):
    after = mentions(atlas, "Sirens sounded in the Kursk, Oryol and Tula regions.")
    before = mentions(atlas, "Sirens sounded in the regions of Kursk and Tula.")
    assert {m.place.kind for m in after + before} == {"admin1"}


def test_the_region_of_districts_is_their_container_and_no_place_of_its_own(atlas):
    found = mentions(atlas, "Drones fell in the Klin and Dmitrov districts of the Moscow region.")
    assert [(m.place.kind, m.role, m.spot is None) for m in found] == [
        ("admin2", "literal", False), ("admin2", "literal", False), ("admin1", "container", True)
    ]  # fmt: skip


def test_a_namesake_is_chosen_by_the_relation(atlas):
    place = one(atlas, "Infantry took the village of Andriivka, south of Bakhmut.", "Andriivka").place
    assert place.lonlat.latlon == pytest.approx((48.50, 37.97), abs=0.05)


def test_a_name_of_another_spelling_is_placed_by_what_stands_around_it(atlas):
    found = one(atlas, "Soldiers near Bakhmut held the village of Klichtchiïvka on Sunday.", "Klichtchiïvka")
    assert (found.place.name, found.alternatives != ()) == ("Klishchiivka", True)


def test_a_name_nobody_knows_is_kept_with_a_reason(atlas):
    found = one(atlas, "A mast fell in the village of Qvrexlopzi on Sunday.", "Qvrexlopzi")
    assert (found.place, found.decision, bool(found.reasons)) == (None, "not_in_gazetteer", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The China Earthquake Centre said the quake was shallow.", "China"),
        ("The University of Kenya said the quake was shallow.", "Kenya"),
        ("The Kenya Red Cross said the quake was shallow.", "Kenya"),
        ("The Bank of Ghana said prices rose.", "Ghana"),
    ],
)
def test_an_organisation_is_not_pinned_in_its_country(atlas, text, name):
    found = one(atlas, text, name)
    assert (found.role, found.spot) == ("embedded", None)


def test_mentions_are_the_text_at_their_spans_and_do_not_overlap(atlas, seeds):
    for findings in seeds:
        last = 0
        for m in findings.mentions:
            assert findings.article.text[m.start : m.end] == m.text
            assert m.start >= last
            last = m.end


@pytest.mark.parametrize(
    ("text", "name", "works"),
    [
        ("Staff of the Rivne nuclear station went home.", "Rivne", "cur:rivne-nuclear-power-plant"),
        ("The Leningrad power station was shut on Friday.", "Leningrad", "cur:leningrad-nuclear-power-plant"),
        ("A drone hit the Ryazan oil refinery at night.", "Ryazan oil refinery", "cur:ryazan-refinery"),
        ("Inspectors saw no radiation. They left the Paks plant.", "Paks", "cur:paks-nuclear-power-plant"),
    ],
)
def test_works_written_short_are_the_ones_that_the_atlas_has(atlas, text, name, works):
    mention = one(atlas, text, name)
    assert (mention.place.id, mention.spot.precision) == (works, "exact")


@pytest.mark.parametrize(
    "text", ["They left the Paks plant.", "They left the Kursk tractor plant; the nuclear one was far."]
)
def test_any_other_factory_stands_in_its_town(atlas, text):
    name = "Paks" if "Paks" in text else "Kursk"
    assert one(atlas, text, name).spot.precision == "settlement"


@pytest.mark.parametrize("name", ["al-Bab", "al-Qaim", "el-Fasher", "as-Suwayda", "ar-Raqqa"])
def test_a_name_begins_at_its_small_article(atlas, name):
    assert one(atlas, f"Rebels entered {name} on Monday.", name).place is not None


def test_a_small_article_makes_no_place_of_a_person(atlas):
    assert mentions(atlas, "President Bashar al-Assad met Ayman al-Zawahiri and Abu Bakr al-Baghdadi.") == ()


def test_no_name_begins_at_the_article_inside_a_longer_one(atlas):
    found = mentions(atlas, "Fighters attacked Ras al-Ain again; rebels left Deir al-Zor.")
    assert "al-Ain" not in [m.text for m in found]
    assert "Deir al-Zor" in [m.text for m in found]


def test_a_plural_head_is_shared_by_all_names_before_it(atlas):
    text = "Ships left the Black and Azov seas; rain fell between the Tigris and Euphrates rivers."
    found = [m.place.name for m in mentions(atlas, text) if m.place]
    assert found == ["Black Sea", "Sea of Azov", "Tigris", "Euphrates"]


def test_what_drones_are_counted_over_are_regions_though_seas_stand_between(atlas):
    text = "It listed 47 drones over Rostov, 17 above the waters of the Black and Azov seas and eight over the Krasnodar region."
    assert mentions(atlas, text)[0].place.name == "Rostov Oblast"


def test_the_border_of_two_peoples_is_a_place(atlas):
    border = one(atlas, "Shells hit a village on the Israeli-Lebanese border on Monday.", "Israeli")
    assert (border.spot.name, border.role) == ("border of Israel with Lebanon", "reference")
    assert 32.9 < border.spot.lonlat.lat < 33.5


def test_two_peoples_in_talks_are_none(atlas):
    found = mentions(atlas, "Israeli-Lebanese talks went on. Thai and Cambodian officials met.")
    assert {(m.role, m.spot) for m in found} == {("demonym", None)}


def test_of_a_long_bank_the_part_beside_the_named_town_is_meant(atlas):
    far, near = (
        one(atlas, f"A drone hit a car on the left bank of the Dnipro{x}.", "Dnipro").spot
        for x in ("", " near Oleshky")
    )
    assert far.uncertainty_km > 200
    assert near.uncertainty_km < 70
    assert 46 < near.lonlat.lat < 47.2


@pytest.mark.parametrize("text", ["The governor of Kursk spoke on Monday.", "The governors of Kursk and Bryansk met."])
def test_a_governor_rules_a_region_and_not_the_city_of_its_name(atlas, text):
    assert one(atlas, text, "Kursk").place.kind == "admin1"


def test_a_list_of_where_something_was_does_not_act(atlas):
    found = mentions(atlas, "Planes shot down drones over Iraq and Syria, and Jordan brought down others.")
    assert [(m.text, m.role) for m in found[:2]] == [("Iraq", "literal"), ("Syria", "literal")]


@pytest.mark.parametrize("text", ["In Odesa Russian drones hit a port.", "At Seoul South Korean troops marched."])
def test_a_peoples_adjective_behind_a_place_is_no_part_of_its_name(atlas, text):
    assert mentions(atlas, text)[0].text in {"Odesa", "Seoul"}


def test_names_before_other_regions_are_regions(atlas):
    found = mentions(atlas, "Drones were shot down over Kharkiv, Kursk and other regions.")
    assert {m.place.kind for m in found} == {"admin1"}


def test_ground_taken_across_a_border_lies_behind_that_border(atlas):
    spot = one(atlas, "Israeli tanks pushed two kilometres into Lebanon on Monday.", "Lebanon").spot
    assert (spot.name, spot.precision) == ("2 km inside Lebanon", "part_of_adm1")
    assert spot.lonlat.lat < 33.5


def test_the_north_of_what_a_country_holds_is_no_part_of_the_country(atlas):
    found = mentions(atlas, "Gunmen stormed a church in the far north of Cameroon's Adamawa region.")
    assert [m.spot.name for m in found if m.spot] == ["northern Adamawa"]


def test_a_village_of_which_only_the_district_is_known_is_no_pin(atlas):
    text = "A drone hit a house in Veselaya Lopan, Belgorod region, on Monday."
    spot = one(atlas, text, "Veselaya Lopan").spot
    assert (spot.name, spot.precision, spot.uncertainty_km > 15) == ("Veselaya Lopan", "adm2", True)


def test_an_embassy_of_a_state_stands_elsewhere(atlas):
    text = "The missions of Rwanda, Belgium and the United States were attacked in Kinshasa on Tuesday."
    told = {m.text: m for m in mentions(atlas, text)}
    assert [told[n].spot for n in ("Rwanda", "Belgium", "United States")] == [None] * 3
    assert told["Kinshasa"].spot is not None


def test_a_fleet_of_a_state_is_no_place_of_it(atlas):
    text = "A missile struck the headquarters of Russia's Black Sea Fleet in Sevastopol on Friday."
    told = {m.text: m for m in mentions(atlas, text)}
    assert (told["Russia"].spot, told["Sevastopol"].spot.precision) == (None, "settlement")


def test_a_base_abroad_is_not_in_the_country_that_has_it(atlas):
    found = {m.text: m for m in mentions(atlas, "Missiles were fired at a US base in Qatar.")}
    assert (found["US"].spot, found["Qatar"].spot is not None) == (None, True)
