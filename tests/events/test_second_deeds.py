"""The second deed of a sentence: a verb that shares a passive, an older deed behind "having", what came next, a goal ahead."""

import pytest


def rows(told, text):
    return [(e.subtype, e.place_name, e.date_start.isoformat() if e.date_start else None) for e in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "War goes on. Kupiansk was captured in March 2022 and liberated in August 2023.",
            [("captured", "Kupiansk", "2022-03-01"), ("recaptured", "Kupiansk", "2023-08-01")],
        ),
        (
            "War goes on. Two men were arrested in Lyon in May 2023 and released in June 2023.",
            [("arrest", "Lyon", "2023-05-01"), ("release", "Lyon", "2023-06-01")],
        ),
        (
            "Rebels captured Kiwanja in May 2023. The same village was occupied in February 2022 and freed that September.",
            [
                ("captured", "Kiwanja", "2023-05-01"),
                ("captured", "Kiwanja", "2022-02-01"),
                ("recaptured", "Kiwanja", "2022-09-01"),
            ],
        ),
    ],
)
def test_a_verb_goes_on_with_a_passive(told, text, expected):
    assert rows(told, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers were received in Cairo in May 2023 and released a statement.",  # it has an object
        "Rebels were surrounded at Gao in May 2023 and attacked the airport.",
    ],
)
def test_a_verb_with_an_object_is_no_passive(told, text):
    assert "release" not in {e.subtype for e in told(text)}
    assert all(e.actor_init != "airport" for e in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops entered the village of Robotyne in May 2023, having captured Orikhiv in March 2023.",
            [("advance", "Robotyne", "2023-05-01"), ("captured", "Orikhiv", "2023-03-01")],
        ),
        (
            "Rebels captured Bria in 2013 but withdrew after 11 days.",
            [("captured", "Bria", "2013-01-01"), ("withdrawal", "Bria", "2013-01-01")],
        ),
        (
            "Fighters had entered the Bryansk region in May 2021 and again this January.",
            [("advance", "Bryansk Oblast", "2021-05-01"), ("advance", "Bryansk Oblast", "2024-01-01")],
        ),
    ],
)
def test_two_deeds_of_one_subject_have_each_their_day(told, text, expected):
    assert rows(told, text) == expected


def test_where_somebody_is_on_the_way_to_is_still_ahead(told):
    text = "The inspectors landed in Tehran on Monday on their way to the plant at Fordow."
    assert [(e.place_name, e.status, e.date_start is None) for e in told(text)] == [
        ("Tehran", "reported", False),
        ("Fordow", "planned", True),
    ]


def test_who_died_in_hospital_was_not_hit_there(told):
    text = "The bomb killed four people in Kabul on Monday, and a fifth man died in hospital in Herat."
    assert [e.place_name for e in told(text)] == ["Kabul"]
    text = "Nine people died in a hospital in Kunduz when jets bombed it."
    assert [e.place_name for e in told(text)] == ["Kunduz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets bombed Sanaa in May 2023 after the killing of three soldiers in Abha in March 2023.",
            [("air_strike", "Sanaa", "2023-05-01"), ("attack", "Abhā", "2023-03-01")],
        ),
        (
            "Air strikes killed six people in Marib in May 2023 following the capture of Hodeidah in March 2023.",
            [("air_strike", "Ma'rib", "2023-05-01"), ("captured", "Al Hudaydah", "2023-03-01")],
        ),
        ("Jets bombed Sanaa in May 2023 after the killing of civilians.", [("air_strike", "Sanaa", "2023-05-01")]),
    ],
)
def test_what_led_to_a_deed_keeps_its_own_day_and_dead(told, text, expected):
    assert rows(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seven people were killed in a rocket attack on Sderot on Monday, and two more in Ashkelon.",
            {("Sderot", 7), ("Ashquelon", 2)},
        ),
        (
            "War goes on. Six people were killed in Homs on Monday and nine more in Hama and Aleppo.",
            {("Homs", 6), ("Hama", None), ("Aleppo", None)},
        ),
        ("Seven people were killed in a rocket attack on Sderot on Monday, and two more died later.", {("Sderot", 7)}),
    ],
)
def test_more_dead_at_a_second_place(told, text, expected):
    assert {(e.place_name, e.killed) for e in told(text)} == expected


def test_whose_fall_it_was_is_told_behind_it(told):
    text = "Government forces took back Bentiu, whose loss in April 2014 was a blow to the president."
    assert [r for r in rows(told, text) if r[0] == "captured"] == [("captured", "Bentiu", "2014-04-01")]
    text = "The army said it was back in Konna, the town whose fall had brought foreign jets."
    assert [r for r in rows(told, text) if r[0] == "captured"] == [("captured", "Konna", None)]


def test_where_officials_sit_is_no_place_of_what_a_guest_did_before(told):
    text = "Officials in Seoul are certain that the leader left on Tuesday, having met the president."
    assert all(e.place_name != "Seoul" for e in told(text))
