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
