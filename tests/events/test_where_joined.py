"""Places that a sentence joins to those of an event, and those of the clause beside it."""

import pytest


def places(found, category):
    return [e.place_name for e in found if e.category == category]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bridges at Novi Sad and a television mast outside Belgrade were wrecked overnight by bombs.",
            ["Novi Sad", "near Belgrade"],
        ),
        (
            "Posts near Laukkai, on the Chinese border, and around Lashio were overrun by rebels on Friday.",
            ["near Laukkai", "near Lashio"],
        ),
    ],
)
def test_things_acted_on_have_each_its_place(told, text, expected):
    found = told(text)
    assert places(found, "strike") + places(found, "control_change") == expected


def test_what_a_thing_acted_on_came_from_is_no_place_of_its_own(told):
    found = told("A bridge at Novi Sad and trucks that had come from Belgrade were wrecked overnight by bombs.")
    assert places(found, "strike") == ["Novi Sad"]


def test_the_list_of_a_subject_is_whole(told):
    found = told("Parts of occupied Donetsk and Mariupol were without power on Sunday.")
    assert places(found, "infrastructure") == ["Donetsk", "Mariupol"]


def test_one_of_two_that_may_be_meant_is_no_list(told):
    found = told("The Kherson region's harbour, one of Ukraine's largest, was without power on Sunday.")
    assert "Ukraine" not in places(found, "infrastructure")


def test_a_list_goes_on_behind_a_bracket(told):
    found = told(
        "Artillery hit seven command posts close to Tsirkuny and Kurilovka (Kharkov region), Kamenka and Orekhov on Monday."
    )
    assert len(places(found, "strike")) == 4


def test_who_is_named_in_a_bracket_is_no_place(told):
    found = told("Artillery hit a depot in Kupiansk (Kharkiv region) on Monday.")
    assert places(found, "strike") == ["Kupiansk"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drones were shot down over cities as far apart as Lahore and Karachi on Monday.", ["Lahore", "Karachi"]),
        ("Drones were shot down on Monday over towns such as Engels.", ["Engels"]),
    ],
)
def test_towns_are_told_by_examples(told, text, expected):
    assert places(told(text), "air_defence") == expected


def test_a_plural_reaches_from_one_town_to_another(told):
    found = told("Missiles hit nine airfields on Monday, from Lviv to Kharkiv.")
    assert places(found, "strike") == ["Lviv", "Kharkiv"]


def test_a_country_does_not_lie_near_its_town(told):
    found = told("An American drone killed a commander in Yemen, a Saudi, near Marib on Monday.")
    assert places(found, "strike") == ["near Ma'rib"]


def test_a_town_lies_near_another(told):
    found = told("An American drone killed a commander in Sirwah, near Marib, on Monday.")
    assert "near Ma'rib" not in places(found, "strike")


def test_a_people_before_it_is_no_place_that_lies_there(told):
    found = told("A missile hit the tanker Ocean Star, owned by Norwegians, north of Mocha on Monday.")
    assert places(found, "naval") == ["north of Mocha"]


def test_whose_airport_it_is_is_no_place_beside_it(told):
    found = told("The terminals at Tehran's Imam Khomeini airport were hit by missiles on Monday.")
    assert places(found, "strike") == ["Imam Khomeini International Airport"]


@pytest.mark.parametrize(
    "text",
    [
        "A missile that caught recruits at a camp in Poltava on Sunday left twelve dead.",
        "Poltava had one killed and nine injured on Sunday when a rocket demolished a block of flats.",
        "Much of Poltava was in the dark on Sunday after a missile hit a substation.",
        "The governor reported one more villager killed in Poltava that morning by a rocket.",
    ],
)
def test_the_clause_beside_tells_where_it_struck(told, text):
    assert set(places(told(text), "strike")) == {"Poltava"}


def test_where_a_missile_was_launched_is_not_where_it_struck(told):
    found = told("A missile that had been fired from Engels on Sunday left twelve dead.")
    assert set(places(found, "strike")) == {None}


def test_a_ship_is_hit_where_it_passes(told):
    found = told("The tanker was struck by a drone on Monday as she neared Hodeidah.")
    assert places(found, "naval") == ["Al Hudaydah"]


def test_who_is_informed_is_not_where(told):
    found = told("Troops entered Avdiivka on Friday. The minister informed the Kremlin of the capture of the town.")
    assert "Kremlin" not in places(found, "control_change")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A general has been killed in an air strike, said the rebel council in Benghazi; it named no names.", [None]),
        (
            "Three men have been killed in an air strike in Benghazi, said the council in Tobruk; it named no names.",
            ["Benghazi"],
        ),
    ],
)
def test_where_a_body_sits_that_speaks_behind_its_words(told, text, expected):
    assert places(told(text), "strike") == expected


def test_there_is_the_one_place_of_the_sentence_before(told):
    found = told(
        "Rockets hit Rafah on Monday. Kerem Shalom was closed for hours. Rockets fell there again in the afternoon."
    )
    assert places(found, "strike") == ["Rafah", "Kerem Shalom crossing"]


def test_there_is_no_place_that_a_road_leads_to(told):
    found = told(
        "Shells hit Orikhiv on Monday. The village lies on the road to Tokmak. Rockets fell there again at noon."
    )
    assert "Tokmak" not in places(found, "strike")


def test_all_flights_are_those_of_the_town_just_hit(told):
    found = told("Drones hit the airport of Port Sudan on Tuesday. All flights were cancelled.")
    assert places(found, "infrastructure") == ["Port Sudan"]


def test_all_its_flights_are_those_of_whoever_has_them(told):
    found = told("Drones hit the airport of Port Sudan on Tuesday. Emirates said all its flights were cancelled.")
    assert "Port Sudan" not in places(found, "infrastructure")


def test_the_officers_close_the_borders_of_their_country(told):
    found = told(
        "Soldiers seized the president of Mali in Bamako on Tuesday. The officers closed the borders on Wednesday."
    )
    assert places(found, "infrastructure") == ["Mali"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smoke hung over Grozny at noon on Thursday. Ten gunmen had stormed a police post.", ["Grozny"]),
        ("Smoke hung over Grozny and Argun at noon on Thursday. Ten gunmen had stormed a police post.", [None]),
    ],
)
def test_a_section_opens_with_its_scene(told, text, expected):
    assert places(told(text), "ground_combat") == expected


def test_what_flew_over_a_country_was_not_all_at_the_scene(told):
    found = told(
        "Smoke hung over Rivne at noon on Thursday. The Air Force said 91 missiles and 97 drones had been launched."
    )
    assert "Rivne" not in places(found, "strike")


def test_a_clause_below_another_is_where_the_sentence_is(told):
    found = told(
        "Rescuers in Belgorod ended their search on Monday after recovering 15 bodies from a block that was hit by a missile."
    )
    assert places(found, "strike") == ["Belgorod"]


def test_where_goods_are_waiting_to_go_is_not_where_they_burned(told):
    found = told("In Chornomorsk 60,000 tonnes of grain waiting to go to China were destroyed by missiles on Monday.")
    assert places(found, "strike") == ["Chornomorsk"]


def test_with_whom_solidarity_is_shown_is_not_where(told):
    found = told(
        "Houthis fired at two ships in the Red Sea on Monday in what they called solidarity with people in Gaza."
    )
    assert places(found, "naval") == ["Red Sea"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A missile hit the Saltivka district of Kharkiv on Monday.", ["Saltivka"]),
        ("A missile hit the port city of Odesa on Monday.", ["Odesa"]),
        ("A strike hit northern Syria's Aleppo province on Tuesday.", ["Aleppo"]),
        ("A strike hit the north of Syria's Aleppo province on Tuesday.", ["northern Aleppo"]),
        (
            "Two mills in the southern al-Manara neighbourhood of Khan Younis burned under air strikes on Friday.",
            ["Khan Yunis"],
        ),
        ("A cameraman in Rafah counted ten strikes on Monday, with bodies transported to Nasser Hospital.", ["Rafah"]),
        ("Drones hit a depot of Darfur armed movements in Kadugli on Monday.", ["Kaduqli"]),
    ],
)
def test_names_around_the_place_that_was_hit(told, text, expected):
    assert places(told(text), "strike") == expected


def test_what_a_place_borders_is_not_where(told):
    found = told(
        "Two soldiers were shot dead in the department of Arauca, bordering Venezuela, in an attack by guerrillas on Monday."
    )
    assert places(found, "ground_combat") == ["Arauca"]


def test_a_suburb_named_behind_its_city_is_the_place(told):
    found = told("A missile hit a house in the Cincinnati suburb of West Chester on Monday.")
    assert "Cincinnati" not in places(found, "strike")


def test_a_place_of_which_more_is_told_next_is_not_joined(told):
    text = "Nine people were killed by a bomb in Jalalabad, and in Kunduz, where the Taliban overran a post, the army lost two men."
    assert [e.place_name for e in told(text) if e.killed == 9] == ["Jalalabad"]
