"""Sentences and sections with several places: which of them "while in B", "the airport" and "the city" stand for."""

import pytest


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Shells killed four people in Aleppo on Monday, and in Homs two soldiers died when a mine blew up under their lorry.",
            {("shelling", "Aleppo", 4), ("explosion", "Homs", 2)},
        ),
        (
            "Rockets hit Haifa, wounding nine; in Tyre five people died when jets bombed a house.",
            {("missile_strike", "Haifa", None), ("air_strike", "Tyre", 5)},
        ),
        (
            "A bomb dropped on Taiz killed one man and hurt two, while in Sanaa three people died when a drone hit their bus.",
            {("explosion", "Taiz", 1), ("drone_strike", "Sanaa", 3)},
        ),
        (
            "A mortar shell killed two men in Gao, and in Kidal a shell fell on a clinic.",
            {("shelling", "Gao", 2), ("shelling", "Kidal", None)},
        ),
        (
            "Rockets killed nine in Haifa, while in Acre two people were hurt.",  # of the same rockets
            {("missile_strike", "Haifa", 9), ("missile_strike", "Acre", None)},
        ),
    ],
)  # fmt: skip
def test_a_clause_that_opens_at_another_place_tells_of_that_place(told, text, rows):
    assert {(e.subtype, e.place_name, e.killed) for e in told(text) if e.category == "strike"} == rows


@pytest.mark.parametrize(
    ("text", "subtype", "place"),
    [
        ("Rebels shelled Goma on Monday. The army said it had shot down two drones over the airport.", "drone_intercepted", "Goma"),
        ("Rebels shelled Aleppo. Some 900 soldiers were disarmed at the main stadium.", "disarmament", "Aleppo"),
        ("Jets bombed Sanaa on Monday. Two drones were shot down.", "drone_intercepted", None),
        ("Gunmen attacked a post near Gao. Two officers were arrested at the airport in Bamako.", "arrest", "Bamako"),
    ],
)  # fmt: skip
def test_a_site_of_which_a_town_has_one_is_that_of_the_town_told_of(told, text, subtype, place):
    assert [e.place_name for e in told(text) if e.subtype == subtype] == [place]


def test_the_city_is_none_of_its_suburbs(told):
    text = (
        "The army is at war. Rockets hit Aleppo on Monday. Shells fell on Darat Izza, residents said. "
        "The rebels said they had beaten back an attack on the city."
    )
    assert [e.place_name for e in told(text) if e.subtype == "assault_repelled"] == ["Aleppo"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Shells killed four people in Taiz, among them a nurse who was hit by shrapnel on her way home.", 1),
        ("Shells killed four people in Taiz. A nurse was hit by shrapnel in Marib.", 2),
    ],
)
def test_how_one_of_the_dead_fell_is_no_other_strike(told, text, rows):
    assert len([e for e in told(text) if e.category == "strike"]) == rows


def test_a_fire_that_a_strike_made_is_told_by_the_strike(told):
    text = "Drones hit a refinery in Ryazan, which supplies the army, causing a large fire."
    assert [e.category for e in told(text)] == ["strike"]


def test_aircraft_of_a_nation_and_type_are_counted(told):
    text = "Two Syrian Su-24 ground attack jets were shot down over Idlib."
    assert [(e.subtype, e.count) for e in told(text)] == [("aircraft_shot_down", 2)]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The army is at war. Dozens of tanks and troop carriers crossed into the north of the territory near Kobani.", "control_change"),
        ("The navy is at war. A carrier and two frigates crossed the Taiwan Strait.", "naval"),
    ],
)  # fmt: skip
def test_carriers_of_troops_are_no_ships(told, text, category):
    assert [e.category for e in told(text)] == [category]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Odesa had no damage. Mykolaiv had its own alarm, when drones set fire to oil tanks at a terminal there.", "Mykolaiv"),
        ("Fighting in Gao went on. In Bamako, the minister said that the town had been quiet when a shell fell on a school there.", "Gao"),
    ],
)  # fmt: skip
def test_there_is_the_town_named_ahead_of_its_clause(told, text, place):
    assert [e.place_name for e in told(text) if e.category == "strike"] == [place]


def test_what_was_done_on_a_day_named_before_is_news_of_that_day(told):
    text = "Rebels shelled Gao on Monday, a day on which they also captured Kidal."
    events = {e.place_name: e for e in told(text)}
    assert events["Gao"].date_start == events["Kidal"].date_start
    assert not events["Kidal"].is_background


@pytest.mark.parametrize(
    ("where", "place"),
    [("Two of the hurt were in the capital, where", "Kyiv"), ("Nobody was hurt in Sumy, where", "Sumy")],
)
def test_what_a_mayor_tells_in_a_town_where_is_of_that_town(told, where, place):
    text = (
        f"Missiles hit Kyiv and Sumy on Monday. {where} mayor Ivan Petrenko said that 6,000 apartment blocks had lost "
        "their heating with the thermometer at minus 12."
    )
    assert [e.place_name for e in told(text) if e.subtype == "outage"] == [place]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("The army is at war. Some 700 people fled from Madaya, a town ringed by rebels.", {"displacement"}),
        ("The army is at war. Rebels ringed Madaya on Monday.", {"encirclement"}),
    ],
)
def test_who_rings_a_town_only_tells_which_one_it_is(told, text, subtypes):
    assert {e.subtype for e in told(text)} == subtypes
