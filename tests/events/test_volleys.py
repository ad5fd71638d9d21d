"""Two weapons of one volley are two rows, its dead stand once."""

import pytest


def rows(told, text):
    return sorted((e.subtype, e.count, e.killed) for e in told(text) if e.category == "strike")


def test_drones_and_missiles_of_one_volley_are_two_rows(told):
    text = "Iran launched 40 drones and more than 60 missiles at Haifa overnight, killing two people, the army said."
    assert rows(told, text) == [("drone_strike", 40, 2), ("missile_strike", 60, None)]


@pytest.mark.parametrize(
    "text",
    ["Two jets fired six missiles at Tyre on Monday.", "The army hit a depot in Tyre with six missiles on Monday."],
)
def test_who_fired_is_no_volley(told, text):
    assert [row[1] for row in rows(told, text)] == [6]


def test_what_goes_on_is_of_the_weapon_told_by_the_verb(told):
    text = "Iran launched 40 drones and six missiles at Israel overnight. A boy was injured in Haifa."
    assert [e.subtype for e in told(text) if e.injured] == ["drone_strike"]


@pytest.mark.parametrize(
    ("kinds", "rows"),
    [
        ("two missile strikes and 30 air strikes", {("missile_strike", 2), ("air_strike", 30)}),
        (
            "12 drone strikes, nine air strikes and 80 rocket attacks",
            {("drone_strike", 12), ("air_strike", 9), ("rocket_fire", 80)},
        ),
        ("30 air strikes", {("air_strike", 30)}),
    ],
)
def test_each_kind_of_strike_of_a_list_is_a_row(told, kinds, rows):
    text = f"The army carried out {kinds} on rebel positions in North Kivu on Monday."
    assert {(e.subtype, e.count) for e in told(text)} == rows


def test_what_was_stopped_of_what_was_sent_has_its_row(told):
    text = "Militias attacked the base in Erbil overnight with 16 drones, 14 of which were intercepted, officials said."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 16), ("air_defence", 14)}
