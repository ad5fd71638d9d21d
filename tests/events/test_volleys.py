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


def by_category(told, text):
    return {(e.category, e.subtype, e.count) for e in told(text)}


SENT = {("strike", "drone_strike", 102), ("strike", "missile_strike", 14)}
STOPPED = {("air_defence", "drone_intercepted", 88), ("air_defence", "missile_intercepted", 9)}


@pytest.mark.parametrize(
    "how",
    ["overnight, of which 88 and nine were intercepted", "overnight, of which 88 and nine respectively were stopped"],
)
def test_two_bare_numbers_are_those_of_the_two_weapons_before(told, how):
    assert by_category(told, f"Russia launched 102 drones and 14 missiles {how}, the air force said.") == SENT | STOPPED


def test_a_bare_number_greater_than_its_whole_is_no_part_of_it(told):
    text = (
        "Russia launched 102 drones and 14 missiles overnight, of which 88 and 20 were intercepted, the air force said."
    )
    assert ("air_defence", "drone_intercepted", 88) not in by_category(told, text)


def test_what_was_launched_is_the_whole_of_which_a_part_was_stopped(told):
    text = "Of 63 drones launched overnight, 55 were shot down, the air force said."
    assert by_category(told, text) == {("strike", "drone_strike", 63), ("air_defence", "drone_intercepted", 55)}


def test_of_what_was_stopped_the_part_alone_is_told(told):
    assert by_category(told, "The army shot down 11 of 17 drones over Goma.") == {
        ("air_defence", "drone_intercepted", 11)
    }
