"""Attacks, what was stopped of them, and whom they hurt: which number and place belongs to which."""

import pytest


def rows(told, text):
    return [(e.subtype, e.place_name, e.count) for e in told(text)]


def test_a_missile_fired_and_then_downed_is_told_once(told):
    assert rows(told, "A missile fired from Yemen was intercepted over Haifa, the army said.") == [
        ("missile_intercepted", "Haifa", 1)
    ]


def test_a_list_of_parts_behind_a_whole_leaves_the_whole_without_a_place(told):
    text = "Air defences downed 91 drones, including 53 over the Bryansk region and 12 over the Kaluga region, the army said."
    found = {(e.place_name, e.count): e.is_aggregate for e in told(text)}
    assert found == {(None, 91): True, ("Bryansk Oblast", 53): False, ("Kaluga Oblast", 12): False}


def test_regions_over_which_drones_are_counted_are_regions_all(told):
    text = "Air defences downed 30 drones over Bryansk, 12 over Kursk and one over the Tula region, the army said."
    assert [e.place_name for e in told(text)] == ["Bryansk Oblast", "Kursk Oblast", "Tula Oblast"]


@pytest.mark.parametrize(
    "text",
    [
        "Odesa was hit by 20 drones on Monday, the army said.",
        "Odesa again came under fire on Monday, the army said.",
        "Hangars were destroyed in Odesa on Monday when drones attacked it, the army said.",
        "Odesa was bombed again on Monday: a guided bomb fell on a busy street, the army said.",
    ],
)
def test_a_town_that_is_hit_is_one_event_at_that_town(told, text):
    assert [e.place_name for e in told(text)] == ["Odesa"]


def test_who_kills_is_not_among_the_killed(told):
    (event,) = told("A suicide bomber killed at least 12 people in Kabul on Monday, the army said.")
    assert (event.killed, event.count_kind) == (12, "at_least")


def test_the_dead_of_a_sentence_with_an_interception_are_those_of_the_strike(told):
    text = "Russian drones attacked Reni; seven people were injured, and three drones were brought down, the army said."
    assert {e.category: e.injured for e in told(text)} == {"strike": 7, "air_defence": None}


def test_what_its_own_men_did_is_the_claim_of_who_spoke(told):
    text = "Israel's army said it had struck a depot near Haifa. Its air defences destroyed nine drones over Haifa."
    assert {e.category: e.status for e in told(text)} == {"strike": "claimed", "air_defence": "claimed"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The destruction of a fuel depot near Mykolaiv on Thursday was confirmed by the army.", "strike"),
        ("The capture on Friday by the rebels of Bukavu gave them a second airport, the army said.", "control_change"),
        ("The crippling of a frigate in Novorossiysk on Friday was the work of navy divers.", "naval"),
        ("The downing of five drones near Vnukovo on Tuesday was told by the army.", "air_defence"),
    ],
)
def test_a_noun_of_action_tells_what_its_verb_does(told, text, category):
    assert [e.category for e in told(text)] == [category]


def test_a_noun_of_action_asks_for_what_its_verb_acts_on(told):
    assert told("The destruction of trust in the army on Thursday worries lawyers in Mykolaiv.") == ()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The army destroyed a drone factory near Yelabuga on Monday.", "strike"),
        ("Hit by a drone on Monday, the bus stopped in Nikopol, the army said.", "strike"),
        ("Destroyed in Saky on Monday were a hangar and two trucks, the army said.", "strike"),
        ("A missile claimed the lives of 18 people in Kryvyi Rih on Friday, the army said.", "strike"),
        ("About 20 people were killed on Sunday night in Dori, the army said.", "ground_combat"),
    ],
)
def test_harm_is_told_by_participles_and_tolls_too(told, text, category):
    assert [e.category for e in told(text)] == [category]


def test_who_was_killed_is_told_of_the_attack_before(told):
    text = "A missile hit a market in Sumy on Monday, the army said. Nine people were killed in Sumy, the mayor said."
    assert [e.category for e in told(text)] == ["strike"]


def test_whom_a_thing_belongs_to_is_not_what_is_hit(told):
    (event,) = told("Missiles hit the fleet's headquarters in Sevastopol on Monday, officials said.")
    assert event.category == "strike"


def test_the_dead_of_a_clash_told_by_one_side(told):
    text = "Armenian and Azerbaijani soldiers exchanged fire near Kapan on Tuesday. Four Armenian soldiers were killed, Yerevan said."
    (event,) = told(text)
    assert event.killed == 4


def test_whose_a_region_is_names_no_second_place(told):
    text = "Jets struck camps in Pakistan-administered Kashmir on Tuesday, officials said. Pakistan closed its schools."
    assert {e.place_name for e in told(text) if e.category == "strike"} <= {"Azad Kashmir", "Kashmir", None}


def test_what_a_participle_tells_of_a_house_is_not_what_was_destroyed(told):
    (event,) = told("Houses hit by rockets were destroyed in Izium on Monday, officials said.")
    assert event.category == "strike"


def test_drones_that_somebody_launched_were_stopped(told):
    (event,) = told("Drones that Russia launched overnight were shot down over Kyiv, the air force said.")
    assert (event.category, event.place_name) == ("air_defence", "Kyiv")


@pytest.mark.parametrize("how", ["died in a strike", "were killed in a Russian strike"])
def test_the_dead_of_a_strike(told, how):
    (event,) = [
        e for e in told(f"Troops fought on. Four people {how} in Kharkiv on Tuesday.") if e.category == "strike"
    ]
    assert (event.place_name, event.killed) == ("Kharkiv", 4)


def test_most_of_what_was_fired_was_stopped(told):
    text = "Iran fired about 180 missiles at Israel on Tuesday, the army said. Most were intercepted, it said."
    assert {e.category for e in told(text)} == {"strike", "air_defence"}


def test_those_that_hit_are_told_apart_from_those_shot_down(told):
    events = told("The Air Force said 88 drones were shot down on Tuesday, adding that five hit targets in Kharkiv.")
    assert {(e.category, e.place_name) for e in events} == {("air_defence", None), ("strike", "Kharkiv")}


def test_a_number_of_hit_men_hits_nothing(told):
    assert not [
        e for e in told("Two hit men were arrested in Bogota on Tuesday, police said.") if e.category == "strike"
    ]


def test_the_wounded_told_beside_stopped_trams_are_those_of_the_strike_before(told):
    after = "Eight people were wounded in Mykolaiv, where the trams stopped."
    events = told("Missiles hit Odesa on Tuesday. " + after)
    assert [(e.place_name, e.injured) for e in events if e.category == "strike"] == [("Odesa", None), ("Mykolaiv", 8)]
    assert [e.injured for e in events if e.category == "infrastructure"] == [None]
    assert not [e for e in told("A storm hit Odesa on Tuesday. " + after) if e.category == "strike"]


@pytest.mark.parametrize(
    "text",
    [
        "The army shot down a drone targeting Goma.",
        "The army shot down one of two missiles that the rebels fired targeting Goma.",
    ],
)
def test_what_a_stopped_weapon_was_aimed_at_is_no_attack_of_its_own(told, text):
    assert {e.category for e in told(text)} == {"air_defence"}


def test_who_shoots_down_and_attacks_does_both(told):
    text = "The army shot down a drone near Goma on Monday. It is targeting Bukavu with artillery."
    assert [e.place_name for e in told(text)] == ["near Goma", "Bukavu"]


def test_things_that_are_counted_as_downed_are_all_downed(told):
    text = "The air force reported 102 missiles and 99 drones downed."
    assert {(e.subtype, e.count) for e in told(text)} == {("missile_intercepted", 102), ("drone_intercepted", 99)}


def test_the_second_of_two_subjects_is_not_what_was_downed(told):
    text = "The air force reported 102 missiles and 99 drones hit Goma."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 102), ("strike", 99)}


def test_a_doer_may_be_told_by_number(told):
    assert [e.subtype for e in told("The plant in Goma was struck by eight missiles on Friday.")] == ["missile_strike"]


def test_a_year_is_no_doer(told):
    text = "The rebels said 20 ships of the army had been hit by 2023 off Goma."
    assert [(e.subtype, e.actor_init) for e in told(text)] == [("ship_hit", None)]


def test_a_ship_reported_hijacked_was_hijacked(told):
    assert [e.category for e in told("A freighter was reported hijacked off Somalia, the navy said.")] == ["naval"]


def test_a_ship_that_reports_a_hijacking_was_not(told):
    assert [e.place_name for e in told("A freighter reported pirates near Eyl.") if e.subtype == "ship_hit"] == []


def test_who_died_right_after_a_strike_elsewhere_is_told_of_is_of_a_strike(told):
    text = "Missiles hit the port of Odesa overnight, the army said. In Kherson one man died at a granary."
    assert [(e.category, e.place_name) for e in told(text)] == [("strike", "Odesa"), ("strike", "Kherson")]


def test_who_died_in_a_crash_after_a_strike_is_of_none(told):
    text = "Missiles hit the port of Odesa overnight, the army said. In Kherson one man died in a car crash."
    assert [e.place_name for e in told(text) if e.category == "strike"] == ["Odesa"]


def test_the_house_that_fell_after_a_strike_is_one_strike(told):
    text = "Part of an apartment block collapsed in Kherson after a rocket strike, the army said."
    assert [(e.category, e.place_name) for e in told(text)] == [("strike", "Kherson")]


def test_the_dam_that_fell_after_a_strike_is_told_for_itself(told):
    text = "The dam at Mosul collapsed on Monday after a missile strike on Erbil, the army said."
    assert {e.category for e in told(text)} == {"infrastructure", "strike"}


def test_who_bombed_is_not_made_up(told):
    assert [e.subtype for e in told("An aid convoy was bombed near Idlib, the army said.")] == ["unspecified"]


def test_jets_that_bomb_are_an_air_strike(told):
    assert [e.subtype for e in told("An aid convoy was bombed by jets near Idlib, the army said.")] == ["air_strike"]


def test_the_rest_are_drones_where_an_air_force_counts_them(told):
    text = "Of 44 drones 32 were stopped, the air force said; the rest came down on Izmail, where a fuel store burned."
    assert [(e.category, e.place_name) for e in told(text)][-1] == ("strike", "Izmail")


def test_what_an_air_force_says_it_did_it_did_itself(told):
    text = "Missiles hit Haifa. The air force said it had hit more than 150 targets in Isfahan."
    assert [e.subtype for e in told(text) if e.place_name == "Isfahan"] == ["unspecified"]


def test_a_fire_right_after_drones_that_were_stopped_is_of_a_strike(told):
    text = (
        "The air force shot down 32 drones over Lutsk overnight. In Vinnytsia a workshop burned and one man was killed."
    )
    assert [(e.category, e.place_name) for e in told(text)][-1] == ("strike", "Vinnytsia")


def test_a_fire_long_after_them_is_a_fire(told):
    between = "The minister spoke. The mayor listened. The children sang. "
    text = f"The air force shot down 32 drones over Lutsk overnight. {between}In Vinnytsia a workshop burned on Monday."
    assert [e.category for e in told(text) if e.place_name == "Vinnytsia"] == ["infrastructure"]


def test_a_bare_attack_in_a_story_of_strikes_is_one(told):
    text = "Drones hit a car in Sidon on Friday, the army said. The attack in the town of Tyre injured two people."
    assert [e.category for e in told(text)] == ["strike", "strike"]


def test_a_ground_attack_in_a_story_of_strikes_is_none(told):
    text = "Drones hit a car in Sidon on Friday, the army said. The ground attack on the town of Tyre began at dawn."
    assert [e.category for e in told(text)] == ["strike", "ground_combat"]


def test_who_holds_what_is_struck_took_nothing(told):
    text = "An air strike on a hamlet under the control of the rebels near Goma killed 40 people."
    assert [e.category for e in told(text)] == ["strike"]


def test_a_town_that_is_held_changed_hands(told):
    text = "The village of Sake has been under the control of the rebels since Monday, the army said."
    assert [e.category for e in told(text)] == ["control_change"]


def test_drones_that_did_not_reach_their_targets_were_stopped(told):
    found = told("Twelve drones did not reach their targets near Sumy, the air force said.")
    assert [(e.category, e.subtype, e.count) for e in found] == [("air_defence", "drone_jammed", 12)]


def test_drones_that_did_not_reach_a_town_are_no_event(told):
    assert not told("The drones of the army did not reach Sumy.")


def test_what_a_missile_was_used_for_is_what_happened(told):
    text = "A destroyer of the navy used a missile to knock out a drone in the Red Sea."
    assert [(e.category, e.subtype) for e in told(text)] == [("air_defence", "drone_intercepted")]


def test_what_drones_were_used_for_is_one_strike(told):
    assert [e.category for e in told("The army used drones to attack Haifa on Monday.")] == ["strike"]


def test_what_a_missile_may_be_used_for_has_not_happened(told):
    text = "The army wants a missile to knock out drones in the Red Sea."
    assert {e.status for e in told(text)} == {"planned"}


def test_seventy_of_them_are_those_of_the_sentence_before(told):
    text = "The army fired more than 90 missiles at Goma. Seventy-seven of them were shot down, the rebels said."
    assert [(e.category, e.count) for e in told(text)][-1] == ("air_defence", 77)


def test_both_missiles_of_a_list_are_two(told):
    text = "The air force says that it downed 20 of 24 drones and both cruise missiles fired by Russia."
    assert {(e.subtype, e.count) for e in told(text)} == {("drone_intercepted", 20), ("missile_intercepted", 2)}


def test_a_convoy_targeted_in_a_story_of_drones_was_struck(told):
    text = "Drones of the army hit a market in Nyala on Monday. A convoy was targeted by the paramilitaries near El Fasher."
    assert [e.category for e in told(text)] == ["strike", "strike"]


def test_a_strike_that_somebody_launched_is_one(told):
    text = "A suspected drone strike launched by the paramilitaries hit a prison in Nyala on Saturday."
    assert [e.category for e in told(text)] == ["strike"]


def test_an_assault_that_somebody_launched_is_no_strike(told):
    text = "A ground assault launched by the paramilitaries reached a prison in Nyala on Saturday."
    assert [e.category for e in told(text)] == ["control_change"]


def test_troops_that_raid_a_hospital_come_on_foot(told):
    assert [e.subtype for e in told("Israeli forces raided a hospital in Jabalia on Friday.")] == ["raid"]


def test_a_surveillance_drone_strikes_nobody(told):
    text = "The army sent a {} drone to the border near Surin on Monday."
    assert told(text.format("surveillance")) == ()
    assert [e.category for e in told(text.format("kamikaze"))] == ["strike"]
