"""Which of the places that its own sentence names an event is at."""

import pytest


def places(found, category):
    return [e.place_name for e in found if e.category == category]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels pushed into Herat, near the border with Iran, and Kandahar on Tuesday.", ["Herat", "Kandahar"]),
        (
            "Rebels captured Axum on 3 May after weeks of siege, and then Adwa and Shire.",
            ["Axum", "Adwa", "Inda Silasē"],
        ),
    ],
)
def test_a_list_goes_on_past_an_aside_and_past_and_then(told, text, expected):
    assert places(told(text), "control_change") == expected


def test_both_ends_of_the_range_of_a_plural_were_hit(told):
    found = told("Missiles were fired at nine regions on Tuesday, from Lutsk in the west to Kharkiv in the east.")
    assert places(found, "strike") == ["Lutsk", "Kharkiv"]


def test_a_way_is_no_range(told):
    found = told("Drones hit a convoy of seven lorries, among them three tankers, from Lutsk to Kharkiv on Tuesday.")
    assert len(places(found, "strike")) < 2


def test_the_subject_in_apposition_to_a_name_is_that_name(told):
    found = told(
        "Shells hit Belgorod on Tuesday. The ministry said that Sudzha, the largest town held in Kursk region, was recaptured."
    )
    assert places(found, "control_change") == ["Sudzha"]


def test_a_withdrawal_is_not_where_it_leads_to(told):
    found = told(
        "Residents of Irpin said that rebels were leaving the suburb in long columns towards Borodianka on Tuesday."
    )
    assert places(found, "control_change") == ["Irpin"]


def test_a_conference_is_not_at_what_it_is_devoted_to(told):
    found = told("Ministers from 40 countries met in Vienna on Tuesday for a conference devoted to Crimea.")
    assert set(places(found, "diplomacy")) == {"Vienna"}


def test_a_street_that_no_atlas_knows_lies_in_the_town_of_the_sentence(told):
    found = told("In Moscow, two drones struck office blocks on Tuesday, one of them on Komsomolsky Avenue.")
    assert places(found, "strike") == ["Moscow"]


def test_the_sea_behind_a_shoal_only_says_where_it_lies(told):
    found = told("A coast guard ship rammed a boat near Second Thomas Shoal, in the South China Sea, on Tuesday.")
    assert "South China Sea" not in places(found, "naval")


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Nikopol, across the Dnipro from the nuclear plant, on Tuesday.",
        "Shells fell on Nikopol, on the Dnipro, on Tuesday.",
    ],
)
def test_the_river_beside_a_town_was_not_shelled(told, text):
    assert places(told(text), "strike") == ["Nikopol"]


def test_the_base_of_those_who_fire_was_not_hit(told):
    found = told("A brigade stationed near Dobropillia fired the missile that hit Kramatorsk on Tuesday.")
    assert "near Dobropillia" not in places(found, "strike")


def test_what_a_meeting_is_to_discuss_is_not_where_it_is_held(told):
    found = told("Army chiefs met in Accra on Monday and Tuesday to discuss sending troops to Niger.")
    assert set(places(found, "diplomacy")) == {"Accra"}


def test_a_dam_that_bursts_is_where_it_burst(told):
    found = told(
        "Shells killed two people in Nikopol on Tuesday. The Kakhovka dam on the Dnipro burst on Tuesday, sending water"
        " down on dozens of villages."
    )
    assert places(found, "infrastructure") == ["Kakhovka Dam"]


def test_in_one_town_and_near_another_are_two_places(told):
    found = told("Russian shells killed two people in Chasiv Yar and one near Izium on Tuesday.")
    assert places(found, "strike") == ["Chasiv Yar", "near Izium"]


def test_where_a_convoy_was_going_is_not_where_it_was_attacked(told):
    found = told("A convoy carrying aid from Port Sudan to El Fasher was attacked near Mellit on Tuesday.")
    assert [e.place_name for e in found] == ["near Mellit"]


def test_a_list_goes_on_with_the_stronghold_of_somebody(told):
    found = told("Coalition planes bombed Sanaa and the Houthi stronghold of Saada on Tuesday.")
    assert len(places(found, "strike")) == 2


def test_none_of_the_two_sides_they_come_from_is_advanced_on(told):
    found = told("Troops advanced on Mullaitivu from Kilinochchi in the west and Vavuniya in the south on Tuesday.")
    assert places(found, "control_change") == ["Mullaitivu"]


def test_the_town_narrows_the_river(told):
    found = told("Two patrol boats were sunk by rebels on the Irrawaddy River north of Mandalay on Tuesday.")
    assert places(found, "naval") == ["near Mandalay"]


def test_what_flew_at_an_air_base_was_shot_down_near_it(told):
    found = told("A drone was shot down on Tuesday as it approached the Engels air base, the ministry said.")
    assert [e.geo_precision for e in found if e.category == "air_defence"] == ["near"]


def test_fighting_for_one_town_and_around_another_is_at_both(told):
    found = told("Shells killed two people on Tuesday. Fighting for Toretsk and around Pokrovsk killed nine soldiers.")
    assert places(found, "ground_combat") == ["Toretsk", "near Pokrovsk"]


def test_the_area_before_a_town_of_it_only_says_where_that_lies(told):
    rows = told("Russian forces pulled out of the Donbas town of Lyman on Tuesday.", published="2024-05-08")
    assert [e.place_name for e in rows] == ["Lyman"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president cut short a visit to Niger on Tuesday.", ["Niger"]),
        ("Sweden withdrew its diplomats from Khartoum on Tuesday.", ["Khartoum"]),
        ("Sweden recalled its envoy to Turkey on Tuesday.", [None]),
    ],
)
def test_a_visit_called_off_and_envoys_called_home_are_where_they_were(told, text, expected):
    assert places(told(text, published="2024-05-08"), "diplomacy") == expected


def test_the_city_is_one_where_something_happened_and_not_one_named_in_passing(told):
    text = "Troops shelled Goma on Friday. Turkey will fly some of the wounded to Ankara. An envoy visited the city."
    assert places(told(text, published="2024-05-08"), "diplomacy") == ["Goma"]


@pytest.mark.parametrize(
    "text",
    [
        "One person was killed by shelling near Kramatorsk, in the Donbas.",
        "Shells hit a school near Kramatorsk, in the Donbas region.",
    ],
)
def test_the_area_around_a_place_is_no_second_one_of_a_list(told, text):
    rows = [e for e in told(text, published="2024-05-08") if e.category == "strike"]
    assert [e.place_name for e in rows] == ["near Kramatorsk"]


def test_a_capital_of_one_nation_is_not_that_of_another(told):
    text = "Troops shelled Sanaa on Friday.\n\nDrones hit Tehran on Monday. The coalition bombed the Yemeni capital."
    assert places(told(text, published="2024-05-08"), "strike")[-1] == "Sanaa"


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit a hospital in Kharkiv. A second one killed two doctors near the building.",
        "A missile hit a hospital in Kharkiv. Police detained two men at the scene.",
        "A missile hit a hospital in Kharkiv. A man was detained before dawn in the city and will be charged with treason.",
    ],
)
def test_near_the_building_and_at_the_scene_are_where_it_happened(told, text):
    assert {e.place_name for e in told(text, published="2024-05-08") if e.category in {"strike", "detention"}} == {
        "Kharkiv"
    }


def test_those_who_close_what_is_theirs_close_each_its_own(told):
    rows = told("Troops fought on. Jordan, Iraq and Lebanon closed their airspace.", published="2024-05-08")
    assert places(rows, "infrastructure") == ["Jordan", "Iraq", "Lebanon"]


def test_where_the_wounded_were_taken_is_not_where_they_were_hit(told):
    text = "Troops shelled Goma on Monday. Two clinics were destroyed, and patients were taken to Bukavu and Kigali."
    assert {e.place_name for e in told(text, published="2024-05-08")} == {"Goma"}


def test_a_tally_of_what_was_fired_since_a_day_is_not_where_the_last_one_fell(told):
    text = "Shells hit Goma on Tuesday. Militants have fired 900 rockets since Monday, the army said."
    assert places(told(text, published="2024-05-08"), "strike") == ["Goma", None]


def test_conduct_that_is_denied_is_not_the_deed_told_before(told):
    def status(text):
        return [str(e.status) for e in told("Rebels shelled Goma on Monday. " + text, published="2024-05-08")]

    assert status("The rebels denied shelling hospitals.") == ["reported"]
    assert status("The rebels denied shelling the market.") == ["disputed"]


def test_an_anniversary_of_something_elsewhere_is_no_place(told):
    found = told("Ministers from 20 countries met in London on Tuesday, the second anniversary of the war in Sudan.")
    assert {e.place_name for e in found} == {"London"}


def test_weapons_sent_against_a_country_hit_it(told):
    found = told("Russia sent 539 drones and 11 missiles against Ukraine overnight, the Air Force said.")
    assert {(e.place_name, e.count) for e in found} == {("Ukraine", 539), ("Ukraine", 11)}


def test_most_of_them_are_not_all(told):
    found = told("Russia launched 75 drones at Ukraine overnight, most of them at Kyiv, the Air Force said.")
    assert {(e.place_name, e.count) for e in found} == {("Ukraine", 75), ("Kyiv", None)}


def test_the_river_under_a_bridge_is_beside_the_town(told):
    found = told("Chernihiv has been cut off since Monday, when a bridge over the Desna was bombed, the governor said.")
    assert "Desna" not in {e.place_name for e in found}


def test_what_a_summit_is_about_is_not_where_it_is(told):
    found = told("Delegations from 92 countries gathered in Geneva on Monday for a two-day summit on peace in Ukraine.")
    assert {e.place_name for e in found} == {"Geneva"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ukraine's second city, Kharkiv, reopened its underground railway on Monday.", {"Kharkiv"}),
        ("Jordan, Iraq and Lebanon closed their airspace on Monday.", {"Jordan", "Iraq", "Lebanon"}),
        ("In Lod a state of emergency was declared on Monday after residents set fire to cars.", {"Lod"}),
    ],
)
def test_ground_without_a_name_is_whose_it_is(told, text, places):
    assert {
        e.place_name for e in told("Troops of both states are at war, ministers said.\n\n" + text) if e.start > 49
    } == places


def test_whose_territory_was_entered_is_where(told):
    (event,) = told("Drones flew into Lithuanian territory from Belarus on Monday, the army said.")
    assert (event.category, event.place_name) == ("mobilisation", "Lithuania")


def test_the_area_that_a_town_is_the_largest_of_is_no_place_of_its_own(told):
    text = "Rebels seized the airport of Goma on Tuesday, a day after marching into the largest city of eastern Congo."
    assert {e.place_name for e in told(text)} == {"Goma"}
