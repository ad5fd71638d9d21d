"""Claims about ground: who takes the word of whom, what is admitted, what is nobody's claim."""

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels captured Goma on Monday, two army officers said.", "reported"),
        ("The army captured Goma on Monday, the army said.", "claimed"),
        ("Government troops entered Goma on Monday, a rebel spokesman said.", "reported"),
    ],
)
def test_what_the_other_side_took_is_a_report(told, text, status):
    assert [e.status for e in told(text)] == [status]


def test_a_denied_report_is_denied_and_nobodys_claim(told):
    (event,) = told("The army denied reports that rebels had captured Goma on Monday.")
    assert (event.status, [c.stance for c in event.claimants]) == ("denied", ["denies"])


def test_a_loss_that_is_denied_is_an_event(told):
    (event,) = told("The army denied losing Goma on Monday.")
    assert (event.subtype, event.status, event.place_name) == ("withdrawal", "denied", "Goma")


def test_the_second_of_two_verbs_of_a_sentence_has_its_subject(told):
    (event,) = told(
        "The Congolese army made no mention of losses but claimed that its troops had retaken Goma on Monday."
    )
    assert [c.name for c in event.claimants] == ["Congolese army"]


def test_both_towns_that_troops_are_pulled_out_of_are_told(told):
    text = "Moscow announced on Sunday that it was pulling its troops out of Balakliia and Izium in what it called a regrouping."
    assert [e.place_name for e in told(text)] == ["Balakliia", "Izium"]


def test_what_its_doer_hopes_is_a_plan(told):
    assert [e.status for e in told("The army hopes to retake Goma soon.")] == ["planned"]


def test_reports_dismissed_in_the_passive_are_denied_now(told):
    text = "Reports that rebels had captured Goma were dismissed by the army on Tuesday."
    assert [(e.status, e.is_background) for e in told(text)] == [("denied", False)]


def test_what_is_going_on_now_is_not_of_the_day_of_the_statement_before(told):
    text = "The mayor said on Monday that troops had entered Bukavu. Government troops are now clearing Goma."
    assert [str(e.date_start) for e in told(text) if e.place_name == "Goma"] == ["2024-05-15"]


def test_the_town_whose_mayor_speaks_is_the_town(told):
    text = "Talks were held in Nairobi on Sunday. The mayor of Goma said on Monday that the town had been liberated by troops."
    assert [e.place_name for e in told(text) if e.category == "control_change"] == ["Goma"]


def test_the_first_days_of_a_war_are_background(told):
    text = "Rebels captured Goma on Tuesday. Bukavu was occupied in the first days of the invasion."
    assert [e.is_background for e in told(text) if e.place_name == "Bukavu"] == [True]


@pytest.mark.parametrize("words", ["was fully under government control", "remained in government hands"])
def test_who_says_that_it_holds_what_the_other_side_took_denies_it(told, words):
    text = f"Rebels captured Goma on Monday, residents said. The governor of North Kivu insisted on Monday that the city {words}."
    (event,) = [e for e in told(text) if e.category == "control_change"]
    assert (event.status, [c.stance for c in event.claimants][-1:]) == ("disputed", ["denies"])


def test_what_is_still_held_is_no_change(told):
    assert told("The rebels still hold Goma, residents said on Monday. Shops were open.") == ()


def test_it_is_the_ministry_that_the_sentence_is_about(told):
    text = (
        "The rebels said on Monday that they had entered Bukavu. "
        "The Defence Ministry made no comment; it reported the capture of Goma on Monday."
    )
    assert [c.name for e in told(text) if e.place_name == "Goma" for c in e.claimants] == ["Defence Ministry"]


def test_who_says_that_the_enemy_holds_it_denies_nothing(told):
    text = "Rebels entered Goma on Monday, residents said. Half the city is held by the invaders, the governor of North Kivu said."
    assert "disputed" not in {e.status for e in told(text)}


def test_what_is_demanded_of_the_other_side_is_planned(told):
    (event,) = [
        e
        for e in told("Troops met near Goma. Baku demanded that rebel forces leave Bukavu.")
        if e.subtype == "withdrawal"
    ]
    assert (event.place_name, event.status) == ("Bukavu", "planned")


def test_a_speaker_between_commas_says_both_sides(told):
    text = "Fighting went on. In North Kivu, the army says, the town of Goma has been won back from the rebels."
    assert [c.name for e in told(text) if e.category == "control_change" for c in e.claimants] == ["army"]


def test_the_city_is_not_where_its_speaker_is(told):
    text = (
        "Rebels said on Saturday that they had captured Goma. "
        "Speaking in Geneva on Sunday, the president denied that the city had fallen."
    )
    assert {e.place_name for e in told(text) if e.category == "control_change"} == {"Goma"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Congolese army said on Monday it had lost Goma.", "reported"),
        ("The Congolese army said on Monday the rebels had lost Goma.", "claimed"),
    ],
)
def test_who_says_that_it_lost_a_town_admits_it(told, text, status):
    assert [e.status for e in told(text)] == [status]


@pytest.mark.parametrize("how", ["a siege of five months", "two days of fighting", "a fierce battle"])
def test_the_fight_after_which_ground_changed_hands_is_part_of_that(told, how):
    assert [e.category for e in told(f"Rebels captured Goma on Monday after {how}, the army said.")] == [
        "control_change"
    ]


def test_it_is_the_place_that_was_fought_over(told):
    taken, lost = told("The army seized Goma in March. On Monday it was retaken by the rebels, residents said.")
    assert (taken.place_name, lost.place_name, lost.subtype) == ("Goma", "Goma", "recaptured")


def test_an_advance_on_the_city_along_a_river_is_on_the_city(told):
    *_, last = told(
        "Troops shelled Kherson. The soldiers are advancing towards the city along the west bank of the Dnipro."
    )
    assert (last.subtype, last.place_name) == ("advance", "Kherson")


def test_ground_that_is_claimed_is_no_fact(told):
    (event,) = told("The Defence Ministry in Moscow claimed Rozdolne, a village in the Donetsk region, on Monday.")
    assert (event.category, event.place_name, event.status) == ("control_change", "Rozdolne", "claimed")
    assert [c.stance for c in event.claimants] == ["asserts"]
