"""Which tellings of an article are one event, and which are two."""


def rows(told, text, category):
    return [e for e in told(text) if e.category == category]


def test_two_days_of_one_sentence_are_two_events(told):
    text = (
        "The army said on Tuesday that it had retaken the port of Goma, a day after its soldiers overran Goma airport."
    )
    assert len({e.date_start for e in rows(told, text, "control_change")}) == 2


def test_what_a_clause_of_time_sets_beside_is_the_articles_own_word(told):
    text = "The army said on Monday that it was leaving Goma, hours after rebels had entered the city of Bukavu."
    assert [e.claimants for e in told(text) if e.place_name == "Bukavu"] == [()]


def test_a_toll_of_one_day_is_not_that_of_the_weekend(told):
    text = "Seventeen people were killed by gunmen over the weekend near Goma. Gunmen killed fifteen on Saturday near Goma."
    assert sorted(e.killed for e in rows(told, text, "ground_combat")) == [15, 17]


def test_a_relative_clause_dates_what_its_sentence_tells(told):
    (event,) = rows(told, "Strikes destroyed a power station at Trypillia, which was hit on Monday.", "strike")
    assert event.date_text == "Monday"


def test_what_was_taken_as_well_is_another_gain(told):
    text = "Rebels captured a base in Goma on Monday. They also seized two banks in Goma on Monday."
    assert len(rows(told, text, "control_change")) == 2


def test_a_loser_who_says_that_he_left_confirms_the_winner(told):
    text = "The army said on Monday that it had recaptured Goma. The rebels' spokesman wrote that they had left Goma on Monday."
    assert [e.status for e in rows(told, text, "control_change")] == ["confirmed"]


def test_the_missile_that_was_used_is_that_of_the_strike(told):
    text = "A missile killed nine people in Nikopol on Tuesday. The governor said an Iskander missile had been used."
    (event,) = rows(told, text, "strike")
    assert (event.place_name, event.killed) == ("Nikopol", 9)


def test_another_forty_of_the_same_clash_are_of_one_event(told):
    text = "Thirteen soldiers were killed in a clash in Goma on Monday. Another forty were wounded in the same clash in Goma."
    (event,) = rows(told, text, "ground_combat")
    assert (event.killed, event.injured) == (13, 40)


def test_two_acts_of_diplomacy_are_never_parts_of_each_other(told):
    text = "The two ministers held talks on Monday. The prime minister flew to Geneva on Monday."
    assert len(rows(told, text, "diplomacy")) == 2


def test_an_advance_into_a_town_is_not_its_capture(told):
    text = "Rebels advanced into Goma on Monday. They captured half of Goma on Monday."
    assert {e.subtype for e in rows(told, text, "control_change")} == {"advance", "captured"}


def test_words_beside_what_may_never_happen_are_told(told):
    text = "The minister told reporters in Nairobi that telephone lines must be restored at once."
    assert [e.category for e in told(text)] == ["diplomacy"]


def test_what_was_taken_and_lost_again_is_two_events(told):
    text = "Rebel troops took Goma on Monday, but the army recaptured it on Wednesday."
    found = rows(told, text, "control_change")
    assert [(e.subtype, e.place_name) for e in found] == [("captured", "Goma"), ("recaptured", "Goma")]


def test_a_verb_after_the_speaker_goes_on_with_the_subject_before_him(told):
    text = "Troops have advanced west of Goma since Tuesday, an army spokesman said, and repelled attacks near Bukavu."
    assert [e.place_name for e in rows(told, text, "ground_combat")] == ["near Bukavu"]


def test_a_summit_told_in_an_aside_does_not_hide_the_call(told):
    text = "The president, on his return from a summit in Nairobi on Tuesday, phoned the king of Jordan."
    assert {e.subtype for e in rows(told, text, "diplomacy")} == {"summit", "call"}


def test_another_stands_for_the_weapon_before_it(told):
    text = "A drone struck a market in Goma on Saturday, and another exploded harmlessly in a field, the army said."
    assert [e.place_name for e in rows(told, text, "strike")] == ["Goma", "Goma"]


def test_what_one_side_took_and_the_other_won_back_in_the_same_week_are_two(told):
    text = "Rebels seized Goma on Monday, but government soldiers won back Goma on Monday."
    assert [e.subtype for e in rows(told, text, "control_change")] == ["captured", "recaptured"]


def test_it_may_be_the_place_that_the_sentence_before_tells_of(told):
    text = "Rebels seized the town of Goma on Thursday. The army retook it on Friday."
    assert [e.subtype for e in rows(told, text, "control_change")] == ["captured", "recaptured"]


def test_a_sum_and_its_parts_by_weapon_are_three_rows(told):
    found = rows(told, "The air force said it had shot down 57 targets: 18 missiles and 39 drones.", "air_defence")
    assert [(e.count, e.is_aggregate) for e in found] == [(57, True), (18, False), (39, False)]


def test_two_verbs_of_two_subjects_are_two_sanctions(told):
    text = (
        "On Monday imports of fruit from Taiwan were halted, and the speaker herself was put under sanctions by China."
    )
    assert len(rows(told, text, "sanctions")) == 2


def test_that_town_is_what_a_verb_acts_on(told):
    text = "Jets bombed a depot in Goma on Monday. Rebels had attacked that town on Saturday and been thrown back."
    assert [e.place_name for e in rows(told, text, "ground_combat")] == ["Goma"]


def test_joined_infinitives_have_one_governor(told):
    text = "The rebels claimed on Monday to have shot down a helicopter over Bukavu and to hold the airport at Goma."
    assert [e.place_name for e in rows(told, text, "control_change")] == ["Goma"]


def test_fire_that_is_returned_is_not_the_fire_it_answers(told):
    text = "Sudan fired dozens of shells at Juba on Tuesday. South Sudan returned fire with about 80 shells."
    assert [[a.name for a in e.actors if a.role == "attacker"] for e in told(text)] == [["Sudan"], ["South Sudan"]]
