"""What an attack on an area did in towns of their own, told by participles behind it."""

import pytest


def rows(told, text):
    return {(e.place_text, e.count, e.killed, e.injured) for e in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia launched 176 drones at Ukraine overnight, killing two people in Kharkiv and damaging a substation near Odesa.",
            {("Ukraine", 176, None, None), ("Kharkiv", 2, 2, None), ("Odesa", None, None, None)},
        ),
        (
            "India fired missiles at Pakistan on Tuesday, killing eight civilians in Muzaffarabad and hitting a mosque in Bahawalpur.",
            {("Muzaffarabad", 8, 8, None), ("Bahawalpur", None, None, None)},
        ),
        (
            "Israel carried out strikes across Lebanon on Tuesday, killing five people in Tyre and destroying a house in Nabatieh.",
            {("Tyre", 5, 5, None), ("Nabatieh", None, None, None)},
        ),
        (
            "Russia fired 12 missiles at Ukraine on Monday, killing three and wounding 10 in Dnipro.",
            {("Ukraine", 12, None, None), ("Dnipro", 3, 3, 10)},
        ),
        (
            "Hezbollah fired 60 rockets on Tuesday, wounding four people in Haifa and damaging a school near Acre.",
            {(None, 60, None, None), ("Haifa", 4, None, 4), ("Acre", None, None, None)},
        ),
    ],
)
def test_towns_behind_an_attack_have_rows_of_their_own(told, text, expected):
    assert rows(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missiles hit Kharkiv on Monday, killing two people in the Saltivka quarter.", {("Kharkiv", 2, 2, None)}),
        ("The rebels fired three shells on Monday, killing two people in Goma.", {("Goma", 3, 2, None)}),
        ("Turkish jets bombed northern Iraq on Monday, killing two shepherds near Amadiya.", {("Amadiya", 2, 2, None)}),
    ],
)
def test_an_attack_told_of_one_place_stays_one_row(told, text, expected):
    assert rows(told, text) == expected


def test_what_a_deed_stirred_up_lies_elsewhere(told):
    events = told("Police detained the opposition leader on Monday, sparking angry protests in Izmir and Ankara.")
    assert {(e.category, e.place_name) for e in events} == {
        ("detention", None), ("protest", "Izmir"), ("protest", "Ankara"),
    }  # fmt: skip


def test_the_dead_of_the_first_participle_are_those_of_the_attack(told):
    events = told("Russian missiles struck Odesa on Monday, killing four people and damaging a grain vessel.")
    assert {(e.category, e.killed) for e in events} == {("strike", 4), ("naval", None)}


def test_people_killed_elsewhere_are_told_beside_what_followed(told):
    events = told("The two presidents met in Doha on Monday after 30 soldiers were killed near Goma.")
    assert {(e.category, e.place_text, e.killed) for e in events} == {
        ("diplomacy", "Doha", None), ("ground_combat", "Goma", 30),
    }  # fmt: skip
