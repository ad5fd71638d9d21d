"""Where an event happened that its own clause does not place."""

import pytest


def places(found, category):
    return [(e.place_name, e.geo_precision) for e in found if e.category == category]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian jets bombed Eritrean towns on Tuesday, witnesses said.",
        "On Tuesday Ethiopia fired a dozen missiles into Eritrean territory.",
    ],
)
def test_what_hits_the_towns_of_a_nation_is_in_its_country(told, text):
    assert places(told(text), "strike") == [("Eritrea", "country")]


def test_a_nation_at_the_table_is_no_ground_that_was_hit(told):
    found = told("Envoys held talks with the Eritrean side on Tuesday.")
    assert [e.place_name for e in found] == [None]


def test_what_was_stopped_of_a_raid_on_a_country_was_stopped_over_it(told):
    found = told(
        "Iran fired 200 missiles at Israel on Tuesday. Air defences shot down 150 of 170 missiles and 9 drones."
    )
    assert set(places(found, "air_defence")) == {("Israel", "country")}


def test_the_attackers_own_interceptions_are_not_over_the_country_it_raided(told):
    found = told(
        "Iran fired 200 missiles at Israel on Tuesday. Iranian air defences shot down five drones, Tehran said."
    )
    assert ("Israel", "country") not in places(found, "air_defence")


def test_across_the_country_means_the_one_where_the_last_place_lies(told):
    text = (
        "Fighting went on in Sudan on Monday, the United Nations said.\n\nNight raids\n\n"
        "Three people died when drones struck Atbara on Tuesday. The army said it had shot down 12 drones across the country."
    )
    assert places(told(text), "air_defence")[-1] == ("Sudan", "country")


def test_that_city_is_the_one_named_last_and_not_where_the_news_is(told):
    text = (
        "Rebels attacked Bukavu on Tuesday. They have held Goma since 27 January. "
        "Some 900 people were killed in the battle for that city."
    )
    assert places(told(text), "ground_combat")[-1][0] == "Goma"


def test_a_town_that_was_only_neared_is_itself_where_the_next_sentence_speaks_of_it(told):
    text = "Rebels advanced to 20 km from Goma on Tuesday. Shells fell on the city on Tuesday."
    assert places(told(text), "strike") == [("Goma", "settlement")]


def test_there_is_the_region_that_the_sentence_before_spoke_of(told):
    text = (
        "Shells killed two people in Derhachi on Monday. From Tuesday, power will be cut in the whole Sumy region. "
        "Russian forces launched an offensive there on Monday."
    )
    assert places(told(text), "ground_combat") == [("Sumy Oblast", "adm1")]


def test_a_region_before_the_speaker_is_where_it_happened(told):
    text = "A drone hit a bus in Nikopol on Tuesday. In the Kherson region, officials counted 40 artillery strikes on Tuesday."
    assert ("Kherson Oblast", "adm1") in places(told(text), "strike")


def test_a_capital_before_a_ministry_is_where_the_ministry_sits(told):
    text = "In Khartoum, the Defence Ministry said its forces had captured a base on Tuesday."
    assert [p for p in places(told(text), "control_change") if p[0]] == []


def test_those_who_listen_are_not_where_it_happened(told):
    text = "President Tshisekedi told a forum in Kinshasa on Tuesday that the rebels had shelled a clinic."
    assert "Kinshasa" not in [p[0] for p in places(told(text), "strike")]


def test_an_offer_that_is_refused_is_not_where_it_is_refused(told):
    text = "The army chief, Abdel Fattah al-Burhan, ruled out talks in Jeddah on Tuesday."
    assert places(told(text), "diplomacy") == [(None, "none")]


def test_a_release_is_not_where_an_envoy_went_before_it(told):
    text = "Three activists walked free on Tuesday after five years in jail, following a visit to Minsk by US envoy John Coale."
    assert places(told(text), "detention") == [(None, "none")]


def test_a_truce_announced_is_not_at_the_town_of_a_relative_clause(told):
    text = "Rebels have come within 25 km of Kavumu, whose airport serves Bukavu, on Tuesday, a day after the group announced a truce."
    assert places(told(text), "diplomacy") == [(None, "none")]


def test_a_sum_in_the_city_stays_in_the_city(told):
    text = "Rebels attacked Homs on Monday. In all 27 houses in the city were hit on Monday."
    assert places(told(text), "strike") == [("Homs", "settlement")]


def test_blasts_that_tore_off_a_roof_are_where_people_heard_them(told):
    text = "A drone hit Derhachi on Monday. In Krasnodar, people were woken on Monday by two blasts that ripped the roof off an office."
    assert ("Krasnodar", "settlement") in places(told(text), "strike")


def test_help_of_two_states_is_no_place_of_the_talks(told):
    found = told("Talks on prisoners are going on with the help of Qatar and the Vatican, Kyiv said on Tuesday.")
    assert places(found, "diplomacy") == [(None, "none")]


def test_an_advance_after_and_is_near_its_own_town(told):
    found = told("On Tuesday rebels pushed troops out of Ajdabiya and advanced to within 20 km of Sirte.")
    assert [e.place_name for e in found] == ["Ajdabiya", "20 km from Sirte"]


def test_a_curfew_in_the_port_is_where_the_fighting_is_and_not_where_a_truce_was_signed(told):
    text = (
        "The Arakan Army overran two police posts in Sittwe on Tuesday, breaking a truce that had been signed in Paletwa. "
        "A curfew was imposed in the port on Tuesday."
    )
    assert places(told(text), "other") == [("Sittwe", "settlement")]


def test_around_the_island_is_around_the_state_that_is_one(told):
    text = (
        "Taiwan's Ministry of National Defence said on Tuesday it had spotted seven Chinese warships around the island."
    )
    assert places(told(text), "naval") == [("Taiwan", "country")]


def test_what_had_happened_in_a_clause_of_its_own_does_not_date_what_follows(told):
    text = (
        "Leaders flew to Benghazi on Wednesday, after they had met Muammar Gaddafi on Sunday. "
        "Government artillery shelled Misrata, killing five people."
    )
    (shelling,) = [e for e in told(text) if e.category == "strike"]
    assert str(shelling.date_start) == "2024-05-15"


def test_a_list_behind_the_speaker_shares_out_what_was_counted(told):
    text = (
        "Air defences shot down 40 drones on Tuesday, the Russian Defence Ministry said: "
        "20 over the Bryansk region, 12 in the Kursk region and eight over Crimea."
    )
    counted = {e.place_name: e.count for e in told(text) if e.place_name}
    assert counted == {"Bryansk Oblast": 20, "Kursk Oblast": 12, "Crimea": 8}


def test_hostages_are_taken_where_the_fighting_is(told):
    text = "Gunmen stormed Marawi on Tuesday. A priest and a dozen churchgoers were taken hostage by the gunmen."
    assert places(told(text), "detention") == [("Marawi City", "settlement")]


def test_a_town_that_hosts_talks_is_where_they_are_held(told):
    found = told("Doha hosted talks between the rebels and the government on Tuesday.")
    assert places(found, "diplomacy") == [("Doha", "settlement")]


def test_what_a_mayor_tells_in_an_aside_happened_in_his_town(told):
    found = told("Six were killed, the mayor of Aleppo said, when shells hit a bakery on Tuesday.")
    assert places(found, "strike") == [("Aleppo", "settlement")]


def test_a_capital_not_named_is_not_the_town_of_the_event_before(told):
    found = told("Rebels attacked Aleppo on Tuesday. In the capital, a car bomb killed two people on Tuesday.")
    assert places(found, "strike") == [(None, "none")]


def test_the_capital_is_the_one_that_a_speaker_sat_in(told):
    text = (
        "Rebels attacked Aleppo on Monday, the Defence Ministry in Damascus said. "
        "In the capital, a car bomb killed two people on Tuesday."
    )
    assert places(told(text), "strike") == [("Damascus", "settlement")]


def test_a_city_between_commas_is_the_one_that_was_hit(told):
    text = "Rebels attacked Aleppo on Monday. Syria's third city, Homs, was hit by two missiles on Tuesday."
    assert places(told(text), "strike") == [("Homs", "settlement")]


@pytest.mark.parametrize(
    ("first", "site", "place"),
    [
        ("Gunmen attacked a refinery in Basra", "refinery", "Basra"),
        ("Gunmen attacked the Erbil air base", "base", "Erbil"),
        ("Gunmen attacked a hospital near Homs", "hospital", "near Homs"),
    ],
)
def test_the_site_is_the_one_told_before_and_not_where_the_last_event_was(told, first, site, place):
    found = told(
        f"{first} on Tuesday. A blast killed three people in Mosul on Tuesday. On Monday rockets had hit the {site}."
    )
    assert places(found, "strike")[-1][0] == place


def test_what_falls_nearby_falls_where_the_last_event_was(told):
    found = told("Rebels took a hill outside Sirte on Tuesday. A helicopter was shot down nearby on Tuesday.")
    assert "Sirte" in places(found, "air_defence")[0][0]


def test_what_somebody_vows_to_win_back_is_not_where_the_last_town_fell(told):
    found = told("Rebels captured Goma on Tuesday. The president vowed that the lost towns would be won back.")
    assert [e.place_name for e in found if e.status == "planned"] in ([], [None])


def test_talks_of_the_one_who_arrived_are_where_they_arrived(told):
    found = told("President Macron arrived in Nairobi on Monday. He will hold talks with President Ruto on Tuesday.")
    assert [e.place_name for e in found if e.subtype == "talks"] == ["Nairobi"]


def test_talks_told_before_a_planned_visit_are_not_there(told):
    found = told("Minister Kuleba will travel to Oslo on Friday. They met on Tuesday, his office said.")
    assert "Oslo" not in {e.place_name for e in found if e.subtype == "meeting"}


def test_the_latter_town_is_the_one_named_last(told):
    text = "The road between Maiduguri and Damboa was closed on Monday. In the latter town a bomb exploded on Monday."
    assert places(told(text), "strike") == [("Damboa", "settlement")]


def test_the_town_is_not_where_a_body_only_spoke(told):
    text = "Shells hit a hospital in Aleppo on Monday, the Red Cross said in Geneva. Two bombs fell on the city on Tuesday."
    assert "Geneva" not in {e.place_name for e in told(text)}


def test_the_airport_is_not_the_air_base_of_another_place(told):
    text = "A drone hit the Al Anad air base on Thursday. Jets raided Sanaa on Friday. A missile hit a workshop near the airport on Friday."
    assert "Anad" not in places(told(text), "strike")[-1][0]


@pytest.mark.parametrize(
    ("opening", "place"), [("Elsewhere in the region", set()), ("Elsewhere in the city", {"Mosul"})]
)
def test_elsewhere_is_not_where_the_last_event_was_unless_in_its_town(told, opening, place):
    found = told(f"Shelling killed four people in Mosul on Sunday. {opening}, rebels ambushed a convoy on Monday.")
    assert {name for name, _ in places(found, "ground_combat")} == place


def test_ships_off_the_port_are_at_the_port_told_before(told):
    found = told("Houthi fighters seized the port of Mocha on Monday. Two ships were hit off the port on Wednesday.")
    assert places(found, "naval")[0][0] == "Mocha"


def test_people_held_after_a_march_are_held_where_it_was(told):
    found = told("Protesters marched through Tbilisi on Tuesday. Police detained 60 people.")
    assert places(found, "detention") == [("Tbilisi", "settlement")]


def test_the_talks_broke_up_where_they_were_held(told):
    found = told("Mediators held talks with envoys in Doha on Monday. The talks broke up without agreement on Tuesday.")
    assert {e.place_name for e in found if e.subtype == "talks"} == {"Doha"}


def test_a_rally_outside_the_parliament_is_in_the_town_told_last(told):
    found = told(
        "President Sarkozy met President Saakashvili in Tbilisi on Tuesday. Thousands rallied outside the parliament."
    )
    assert places(found, "protest") == [("Tbilisi", "settlement")]


def test_what_is_said_in_the_capital_is_said_there(told):
    text = "Troops shelled Trincomalee on Monday, officials in Colombo said. In the capital, the defence secretary ruled out a truce."
    assert {e.place_name for e in told(text) if e.category == "diplomacy"} == {"Colombo"}


def test_those_who_fled_the_city_fled_there_and_not_where_they_went(told):
    text = "Rebels shelled Aleppo on Monday. Thousands have fled the city, many of them to Gaziantep."
    assert places(told(text), "humanitarian") == [("Aleppo", "settlement")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Protesters in London called for an end to the bombing of Gaza.", {"London"}),
        ("A drone fell near the village of Plauru on the Danube, opposite the port of Izmail, officials said.", {"near Plauru"}),
        ("Air defences shot down 31 drones, eight were lost to jamming and one flew to Belarus, the army said.", {None}),
    ],
)  # fmt: skip
def test_where_somebody_looks_to_is_not_where_it_happened(told, text, places):
    assert {e.place_name for e in told(text)} == places


def test_people_held_at_a_rally_are_held_where_it_was(told):
    text = (
        "Soldiers fired on a crowd in Kutaisi. "
        "Police detained 19 people at a rally in Tbilisi and another 11 in Batumi, the government said."
    )
    found = {e.place_name: e.count for e in told(text) if e.subtype == "arrest"}
    assert found == {"Tbilisi": 19, "Batumi": 11}


def test_the_same_sea_is_the_one_named_before(told):
    text = (
        "Russian jets shot down a drone over the Black Sea on Monday. In March a Russian jet fired a missile close to a British "
        "aircraft over the same sea."
    )
    assert {e.place_name for e in told(text)} == {"Black Sea"}


def test_a_minister_on_a_visit_condemns_something_there(told):
    found = told("British Foreign Secretary James Cleverly, on a visit to Nairobi, condemned the attack on Tuesday.")
    assert {e.place_text for e in found if e.subtype == "condemnation"} == {"Nairobi"}


def test_a_letter_is_no_place_to_speak_in(told):
    found = told("The Ukrainian foreign minister, in a letter to Paris, condemned the attack on Tuesday.")
    assert {e.place_text for e in found if e.subtype == "condemnation"} == {None}


def test_a_capital_that_summons_an_envoy_receives_him(told):
    (event,) = told("Lisbon summoned the Russian ambassador on Tuesday.")
    assert event.place_name == "Lisbon"


def test_a_country_that_summons_an_envoy_gets_no_capital(told):
    (event,) = told("Portugal summoned the Russian ambassador on Tuesday.")
    assert event.place_name is None


def test_those_freed_in_return_were_not_freed_in_the_same_place(told):
    found = told(
        "Hamas freed four Israeli women in Rafah on Tuesday and Israel released 200 Palestinian prisoners in return."
    )
    assert [(e.place_text, e.count) for e in found] == [("Rafah", 4), (None, 200)]


def test_the_town_that_freed_soldiers_had_defended_is_not_where_they_were_freed(told):
    (event,) = told("Ukraine received 95 prisoners on Tuesday, among them soldiers who had defended Mariupol.")
    assert event.place_text is None


def test_where_fighters_come_from_is_no_origin_of_the_town_they_enter(told):
    (event,) = told("Fighters from Misrata entered Sirte on Tuesday, the army said.")
    assert event.place_text == "Sirte"


def test_all_missiles_downed_after_a_strike_flew_at_the_town_struck(told):
    found = told("A missile hit a bridge in Kherson on Tuesday. Air defences downed all four drones.")
    assert [e.place_text for e in found] == ["Kherson", "Kherson"]


def test_the_town_that_troops_returned_to_is_the_town_that_others_left(told):
    found = told(
        "Rebels captured Laukkai on Tuesday. Government troops returned to Myawaddy on Monday after fighters pulled out of the town."
    )
    assert {e.place_text for e in found} == {"Laukkai", "Myawaddy"}
    assert [e.place_text for e in found].count("Laukkai") == 1


def test_several_villages_are_not_in_the_town_told_of_before(told):
    found = told("Shells hit Sloviansk on Monday. Four villages were retaken on the same day, the army said.")
    assert [e.place_text for e in found] == ["Sloviansk", None]


def test_one_village_may_be_where_the_shells_fell(told):
    found = told("Shells hit the village of Robotyne on Monday. It was retaken on the same day, the army said.")
    assert {e.place_text for e in found} == {"Robotyne"}


def test_after_a_list_of_towns_nobody_knows_which_is_meant(told):
    found = told("Missiles hit Sloviansk and Kramatorsk on Monday. A warehouse was destroyed by a rocket.")
    assert not [e for e in found if e.geo_basis == "inherited"]


def test_what_was_counted_since_a_day_is_not_where_the_last_event_was(told):
    found = told("Russian troops captured Vovchansk on Monday. About 7,500 people have been evacuated since Friday.")
    assert [e.place_text for e in found] == ["Vovchansk", None]


def test_a_list_of_towns_goes_on_behind_an_aside(told):
    found = told("Rebels seized Goma, Bukavu and, further north, Walikale on Tuesday.")
    assert [e.place_text for e in found] == ["Goma", "Bukavu", "Walikale"]


def test_an_aside_that_names_a_speaker_makes_no_list(told):
    found = told("Rebels seized Goma and, according to officials in Bukavu, killed 12 people on Tuesday.")
    assert "Bukavu" not in {e.place_text for e in found}


def test_towns_taken_along_with_another_one_are_taken_too(told):
    found = told("The army recaptured Saraqib, along with Nawa and Inkhil, on Tuesday.")
    assert [e.place_text for e in found] == ["Saraqib", "Nawa", "Inkhil"]


def test_those_who_fight_together_with_an_army_are_no_place(told):
    found = told("The army, together with fighters from Homs, recaptured Inkhil on Tuesday.")
    assert [e.place_text for e in found] == ["Inkhil"]


def test_towns_at_the_ends_of_a_country_are_one_list(told):
    found = told("Missiles struck Lviv and Lutsk in the west, Dnipro in the centre and Odesa in the south on Tuesday.")
    assert [e.place_text for e in found] == ["Lviv", "Lutsk", "Dnipro", "Odesa"]


def test_an_airspace_is_over_the_country_whose_it_is(told):
    found = told("The army fought in Lahore on Monday. Pakistan's airspace reopened to all flights on Tuesday.")
    assert [e.place_name for e in found] == ["Lahore", "Pakistan"]


def test_ships_of_a_country_are_not_its_waters(told):
    found = told("The army fought in Lahore on Monday. Pakistani ships blocked the channel on Tuesday.")
    assert "Pakistan" not in {e.place_name for e in found if e.category == "infrastructure"}


def test_the_city_is_not_the_one_where_the_hurt_were_taken(told):
    text = "A blast tore through Aden on Tuesday. The hurt were taken to Lahij and Taiz.\n\nThe king is to visit the city on Friday."
    assert {e.place_name for e in told(text) if e.subtype == "visit"} == {"Aden"}


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("Six drones were used in the morning, the ministry said.", "strike", {"Al Hudaydah"}),
        ("Governor Ali Musa wrote that all flights had been cancelled for the day.", "infrastructure", {"Al Hudaydah"}),
        ("Kenya's airline said all flights had been cancelled for the day.", "infrastructure", {None}),
    ],
)
def test_what_goes_on_with_a_raid_is_where_it_was(told, text, category, expected):
    first = "Drones attacked the navy's ships and the airport in Hodeida on Saturday. "
    assert {e.place_name for e in told(first + text) if e.category == category} == expected


def test_a_missile_that_brought_it_down_is_where_it_came_down(told):
    text = (
        "The airliner came down near Hrabove on Thursday. Officials said a missile fired from Snizhne brought it down."
    )
    assert {e.place_name for e in told(text)} == {"near Hrabove"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Market in Homs hit\n\nMortar bombs fell on the stalls on Friday, killing eleven people.", {"Homs"}),
        ("Talks in Geneva\n\nBoth sides blamed each other on Tuesday. Shells killed nine people on Monday.", {None}),
        ("Bombs in Baghdad and Basra\n\nNine people were killed when a car bomb exploded near a mosque.", {None}),
    ],
)
def test_the_first_sentence_under_a_heading_is_at_its_place(told, text, expected):
    assert {e.place_name for e in told(text + " The army sent troops.") if e.category == "strike"} == expected


def test_its_station_is_that_of_the_town_named_last(told):
    text = "Mosul braces for curfew\n\nThe city will be sealed on Friday. Shelling of its station killed 14 people in the province."
    assert {e.place_name for e in told(text) if e.category == "strike"} == {"Mosul"}


def test_in_the_harbour_is_in_the_town_told_of(told):
    text = "Serb gunners shelled Dubrovnik on Monday. Four boats were sunk in the old harbour."
    assert {e.place_name for e in told(text)} == {"Dubrovnik"}
    text = "Serb gunners shelled Dubrovnik on Monday. Four boats were sunk by mines."
    assert {e.place_name for e in told(text) if e.category == "naval"} == {None}


def test_an_unknown_area_behind_a_comma_holds_the_town(told):
    text = (
        "Militias burned Dili on Monday. Thousands fled to Atambua, in West Timor. Gunmen killed two aid workers there."
    )
    assert [e.place_name for e in told(text)] == ["Dili", "Atambua", "Atambua"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army seized the airport an hour later.", "Goma"),
        ("The defenders had withdrawn in the night.", "Goma"),
        ("Since May it has occupied twelve villages.", None),
        ("Dutch jets dropped bombs on tanks advancing from the south.", None),
    ],
)
def test_only_known_ground_changes_hands_where_the_last_event_was(told, text, expected):
    found = told("Shells hit Goma on Tuesday. " + text)
    assert {e.place_name for e in found if e.category == "control_change"} <= {expected}
    assert expected is None or any(e.category == "control_change" for e in found)


@pytest.mark.parametrize("opening", ["", "On Friday night ", "On Friday night, "])
def test_a_town_is_hit_not_the_region_that_an_aside_puts_it_in(told, opening):
    events = told(
        f"{opening}Stepanakert, the main city of Nagorno-Karabakh, was shelled for almost an hour, the army said."
    )
    assert [e.place_name for e in events] == ["Stepanakert"]


def test_a_missile_that_comes_down_is_no_delivery(told):
    assert {e.category for e in told("A second missile came down on a field in Ganja on Tuesday, the army said.")} == {
        "strike"
    }
