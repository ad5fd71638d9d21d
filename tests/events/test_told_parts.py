"""Parts of a number with places of their own: "20 of them in X", "half of which fell on Y"."""

import pytest


def rows(told, text):
    return {(e.place_name, e.count, e.is_aggregate) for e in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said 60 drones had been destroyed overnight, half of them over the Kursk region.",
            {(None, 60, True), ("Kursk Oblast", None, False)},
        ),
        (
            "Air strikes on Idlib province killed 50 people on Sunday, 20 of them in Saraqib.",
            {("Idlib", 50, True), ("Sarāqib", 20, False)},
        ),
        (
            "Gunmen killed 35 people in Plateau State on Sunday, 20 of whom died in the town of Bokkos, and nine in Jos.",
            {("Plateau State", 35, True), ("Bokkos", 20, False), ("Jos", 9, False)},
        ),
        (
            "War goes on in the east. Police detained 300 people in Mali on Sunday, at least 120 of them in Bamako.",
            {("Mali", 300, True), ("Bamako", 120, False)},
        ),
        (
            "Shelling killed 14 civilians across the Donetsk region on Monday, one of them a doctor in Horlivka.",
            {("Donetsk Oblast", 14, True), ("Horlivka", 1, False)},
        ),
        (
            "Missiles hit Homs and Hama on Monday, killing 12 people, seven of them in Hama.",
            {("Homs", None, False), ("Hama", 7, False)},
        ),
        (
            "At least 19 people were killed in army air strikes across Kachin State, including six members of one family in Bhamo.",
            {("Kachin State", 19, True), ("Bhamo", 6, False)},
        ),
        (
            "Russian drones killed 15 people across Ukraine, including six in Kharkiv, four in Dnipro and two in Odesa.",
            {("Ukraine", 15, True), ("Kharkiv", 6, False), ("Dnipro", 4, False), ("Odesa", 2, False)},
        ),
        (
            "Israeli strikes killed 21 people in Lebanon, including a woman and her two children in the town of Tyre.",
            {("Lebanon", 21, True), ("Tyre", 3, False)},
        ),
    ],
)
def test_a_part_of_a_number_is_at_its_own_place(told, text, expected):
    assert rows(told, text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Missiles killed eight people in Homs on Monday, three of them in a hospital.", "Homs"),
        ("Bombs killed 30 people in Homs on Monday, including a reporter from Hama.", "Homs"),
        ("Missiles killed 17 people in Homs, including two who died in a hospital in Hama.", "Homs"),
        ("War goes on. Rebels seized 12 men in Goma on Monday, one of them born in Kampala.", "Goma"),
    ],
)
def test_what_only_tells_who_they_are_is_no_part(told, text, place):
    assert {e.place_name for e in told(text)} == {place}


def test_what_is_told_next_goes_on_with_the_whole(told):
    text = "Russia fired 88 drones at Ukraine overnight, most of them at Kharkiv, and 70 were shot down."
    assert ("Ukraine", 70, False) in rows(told, text)


def test_the_number_of_a_group_is_none_of_its_part(told):
    events = told("The army said 77 drones had been destroyed overnight, some of them over Kursk and Belgorod.")
    assert {(e.place_name, e.count, e.group_count) for e in events} == {("Kursk", None, 77), ("Belgorod", None, 77)}
