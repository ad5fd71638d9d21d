"""Fights and changes of control, in the words that wires tell them by."""

import pytest


def rows(told, text):
    return [(e.subtype, e.place_name, e.count) for e in told(text)]


def test_what_is_under_way_is_there_already(told):
    assert rows(told, "The offensive is under way in Idlib, the army said.") == [("assault", "Idlib", None)]


def test_who_is_on_the_way_is_not_there_yet(told):
    (visit,) = told("The foreign minister of Poland is on his way to Kyiv for talks, his ministry said.")
    assert visit.status == "planned"


def test_men_lost_up_to_a_number_are_counted(told):
    assert rows(told, "The army lost up to 365 men near Avdiivka, the rebels said.") == [
        ("clash", "near Avdiivka", 365)
    ]


def test_who_is_taken_off_a_bus_and_shot_is_no_gunman(told):
    text = "Nine soldiers were taken off a bus near Jos and shot, the army said."
    assert rows(told, text) == [("attack", "near Jos", 9)]


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("The Russians are out of Irpin, its mayor said. Soldiers cleared mines.", "control_change", "Irpin"),
        ("Soldiers surrounded a house in Jenin at dawn, the army said.", "ground_combat", "Jenin"),
        ("The army has regained the upper hand in the town of Gedaref.", "control_change", "Gedaref"),
        ("Police fought gunmen at a hotel in Mogadishu. Troops came later.", "ground_combat", "Mogadishu"),
    ],
)
def test_a_fight_is_told_in_many_words(told, text, category, place):
    assert [(e.category, e.place_name) for e in told(text)] == [(category, place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels control Goma, residents said. Soldiers have fled.", "Goma"),
        ("Russian troops already occupy half of Bakhmut, the army said.", "Bakhmut"),
    ],
)
def test_a_present_form_behind_many_armed_men_is_their_verb(told, text, place):
    assert rows(told, text) == [("captured", place, None)]


def test_control_of_arms_holds_no_town(told):
    text = "Arms control Geneva talks on missiles failed, the army said."
    assert [e.category for e in told(text)] == ["diplomacy"]


def test_a_killing_is_where_the_sentence_goes_on_behind_who_was_killed(told):
    assert rows(told, "Soldiers killed a man who had opened fire, in Hebron, the army said.") == [
        ("attack", "Hebron", 1)
    ]


def test_a_town_told_behind_a_town_is_where_that_one_lies(told):
    text = "Soldiers killed a rebel who had attacked the village of Kfar Kila, in Lebanon, the army said."
    assert {e.place_name for e in told(text)} == {"Kfar Kila", None}


def test_engagements_are_counted(told):
    text = "The army reported 58 combat engagements over the past day near Pokrovsk."
    assert rows(told, text) == [("clash", "near Pokrovsk", 58)]


def test_an_operation_to_take_a_town_is_an_attack_on_it(told):
    assert rows(told, "The army has started an operation to retake Wad Madani.") == [("assault", "Wad Medani", None)]


def test_who_wants_to_take_a_town_has_not_attacked_it(told):
    assert [e.status for e in told("The army wants to retake Wad Madani, a minister said.")] == ["planned"]


def test_people_who_died_since_a_fight_began_are_told_once(told):
    text = "Hundreds of people have died in Goma since the fighting started, soldiers said."
    assert rows(told, text) == [("clash", "Goma", None)]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Mogadishu saw heavy fighting on Monday, the army said.", "clash"),
        ("Aleppo has been under siege for a year, the army said.", "encirclement"),
        ("The army said that Aleppo had been lost.", "withdrawal"),
    ],
)
def test_a_capital_that_suffers_is_a_place(told, text, subtype):
    assert [e.subtype for e in told(text) if e.place_name in {"Mogadishu", "Aleppo"}] == [subtype]


def test_a_capital_that_comes_under_pressure_is_a_government(told):
    assert all(e.place_name != "Moscow" for e in told("Moscow was under pressure from the army, rebels said."))


def test_a_division_is_no_person_in_office(told):
    text = "The First Division left Wad Madani for Sennar, the army acknowledged."
    assert rows(told, text) == [("withdrawal", "Wad Medani", None)]


@pytest.mark.parametrize(
    ("text", "subtype", "place"),
    [
        ("The town of Kutum changed hands for the third time in a month, the army said.", "captured", "Kutum"),
        ("Men on motorcycles attacked Solhan on Friday. Soldiers came too late.", "assault", "Solhan"),
        ("In Jenin the raid goes on for an eighth day, the army said.", "raid", "Jenin"),
        ("Peacekeepers came under fire near Alindao, the army said.", "clash", "near Alindao"),
    ],
)
def test_what_wires_say_of_fights_on_the_ground(told, text, subtype, place):
    assert [(e.subtype, e.place_name) for e in told(text)] == [(subtype, place)]


@pytest.mark.parametrize(
    "text",
    [
        "Peacekeepers came under rocket fire near Alindao, the army said.",
        "The raid by jets on Jenin lasted ten minutes, the army said.",
    ],
)
def test_what_comes_from_afar_is_no_fight_on_the_ground(told, text):
    assert [e.category for e in told(text)] == ["strike"]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("The rebels were not in control of Goma on Monday, the army said.", []),
        ("The rebels were now in control of Goma on Monday, the army said.", ["captured"]),
        ("The rebels have not only seized Goma on Monday but freed its prisoners.", ["captured"]),
        ("The rebels have not seized Goma on Monday.", []),
    ],
)
def test_a_not_inside_the_words_of_a_deed_negates_it_unless_it_is_a_not_only(told, text, subtypes):
    assert [e.subtype for e in told(text) if e.category == "control_change"] == subtypes


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Its ally, the Tigray Defence Forces (TDF),", [("captured", "Alamata", None)]),
        ("The storm, a cold front from the north,", []),
    ],
)
def test_a_name_set_beside_its_noun_tells_who_acts(told, subject, found):
    assert rows(told, f"{subject} took the town of Alamata in Ethiopia on Monday, an army spokesman said.") == found
