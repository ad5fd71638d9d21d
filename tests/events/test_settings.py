"""What only frames a deed is no event of its own, and what a sentence adds to one is: more dead, another town, who left again."""

import pytest


def subtypes(told, text):
    return [e.subtype for e in told(text)]


FRAMED = [
    ("The war broke out in May 2023, when gunmen stormed a barracks in Khartoum.", ["raid"]),
    ("The governor condemned the raid at a cabinet meeting in Homs on Monday.", ["condemnation"]),
    (
        "The air force said it had shot down 40 of 50 missiles, which had been launched by bombers from the sea.",
        ["missile_intercepted"],
    ),
    (
        "The Security Council voted in New York on Monday to demand that the troops withdraw from the enclave.",
        ["vote", "withdrawal"],
    ),
    (
        "Twelve drones were shot down over Gomel on Monday, ten of them by gunfire, the army said.",
        ["drone_intercepted"],
    ),
    ("On Monday 20 soldiers were freed in return for 90 fighters jailed in Erbil.", ["release"]),
    ("The army said on Monday it was back in control of Konna.", ["captured"]),
    ("General Omar Diallo, who heads Mali's land forces, said on Monday that rebels had shelled Gao.", ["shelling"]),
    ("Ankara pulled out of a grain agreement on Monday, the army said.", ["agreement"]),
]


@pytest.mark.parametrize(("text", "expected"), FRAMED)
def test_what_frames_a_deed_is_no_other_one(told, text, expected):
    assert subtypes(told, text) == expected


APART = [
    ("The war between the army and the rebels broke out in Khartoum on 4 May.", ["invasion"]),
    ("The governor condemned the raid after a meeting with the envoy in Homs on Monday.", ["meeting"]),
    (
        "The air force said it had shot down 40 of 50 missiles, which had been launched at Odesa on Monday.",
        ["missile_intercepted", "missile_strike"],
    ),
    ("A court in Erbil jailed 90 fighters on Monday.", ["conviction"]),
    ("Troops pulled out of Konna on Monday under an agreement.", ["withdrawal"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_what_stands_beside_it_is(told, text, expected):
    assert subtypes(told, text) == expected


def test_a_bare_number_behind_a_speaker_are_more_dead(told):
    text = "Six people died when a shell hit a bus in Horlivka on Monday, medics said, and another four in Makiivka."
    assert [(e.place_name, e.killed) for e in told(text)] == [("Horlivka", 6), ("Makiivka", 4)]


def test_a_number_of_others_is_no_dead(told):
    text = "Six people died when a shell hit a bus in Horlivka on Monday, medics said, and another four were at work in Makiivka."
    assert [e.place_name for e in told(text)] == ["Horlivka"]


def test_attacks_repelled_after_drones_were_shot_down(told):
    text = "Drones struck an airfield at Engels on Monday. Attacks in the Ryazan and Ivanovo regions were repelled."
    assert {e.category for e in told(text)} == {"strike", "air_defence"}


def test_attacks_repelled_on_the_ground_were_not(told):
    text = "Troops attacked positions near Lyman on Monday. Attacks in the Kupiansk district were repelled."
    assert "air_defence" not in {e.category for e in told(text)}


def test_a_side_of_a_mountain_is_taken(told):
    assert [e.place_name for e in told("The army took the Syrian side of Mount Hermon on Monday.")] == ["Mount Hermon"]


def test_a_side_in_a_quarrel_is_not(told):
    assert not [e for e in told("The army took the side of Syria on Monday.") if e.category == "control_change"]


def test_an_attack_that_may_come_is_none(told):
    text = "The general threatened more strikes on Gao on Monday in answer to any further attack on the town."
    assert {e.category for e in told(text)} == {"diplomacy"}


def test_the_dock_of_a_verdict_just_told_is_no_other_hearing(told):
    text = "A military court in Erbil sentenced twelve rebels to death on Monday. Nine were in the dock."
    assert subtypes(told, text) == ["conviction"]


def test_a_hearing_with_a_day_of_its_own_is_one(told):
    text = "A military court in Erbil sentenced twelve rebels to death on Monday. Nine other rebels went on trial on Tuesday."
    assert subtypes(told, text) == ["conviction", "hearing"]


def test_ministers_agree_that_something_should_be(told):
    text = "The ministers of both states met in Berlin on Wednesday and agreed that the armies should leave a line drawn in May."
    assert [(e.subtype, str(e.date_start)) for e in told(text)] == [
        ("meeting", "2024-05-15"),
        ("agreement", "2024-05-15"),
    ]


def test_a_call_to_a_summit_is_not_by_telephone(told):
    assert "call" not in subtypes(told, "President Ruto called the king and the chancellor to a summit on Wednesday.")


def test_where_jammed_drones_came_down_was_no_strike(told):
    text = (
        "The army said 16 drones were shot down on Monday and the rest crashed into the Black Sea after being jammed."
    )
    assert {e.category for e in told(text)} == {"air_defence"}


def test_a_drone_that_hit_after_others_fell_was_one(told):
    text = "The army said a drone hit a house in Sumy on Monday after two others were shot down."
    assert {e.category for e in told(text)} == {"strike", "air_defence"}
