"""Plain sentences of war reports, structure by structure: each family with what must stay silent or planned."""

import pytest


def rows(events):
    return [(e.subtype, e.place_text) for e in events]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels attacked from two sides on Monday, capturing Bunia.", [("captured", "Bunia")]),
        (
            "Rebels launched an offensive last week, seizing Bunia and Beni.",
            [("captured", "Bunia"), ("captured", "Beni")],
        ),
        ("The rebels moved south on Monday, attacking an army post in Beni.", [("assault", "Beni")]),
        ("Rebel fighters advanced on Monday, storming Beni.", [("raid", "Beni")]),
        ("Rebels attacked Beni on Monday, killing nine soldiers.", [("assault", "Beni")]),
    ],
)
def test_a_participle_with_a_place_of_its_own_is_a_deed(told, text, found):
    assert rows(told(text)) == found


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Rebel fighters pounded Djibo on Monday.", "shelling"),
        ("Insurgents bombarded a market in Djibo on Monday.", "shelling"),
        ("The army used heavy artillery against rebels in Djibo on Monday.", "shelling"),
        ("Guerrillas destroyed a clinic in Djibo on Monday.", "attack"),
        ("Soldiers massacred nine herders in Djibo on Monday.", "attack"),
        ("Army jets fired at a barracks in Djibo on Monday.", "air_strike"),
        ("Drones fired on a market in Djibo on Monday.", "drone_strike"),
        ("Soldiers launched an operation against jihadists in Djibo on Monday.", "assault"),
    ],
)
def test_who_hits_a_place_and_tells_no_weapon_is_heard(told, text, subtype):
    assert [(e.subtype, e.place_name) for e in told(text)] == [(subtype, "Djibo")]


@pytest.mark.parametrize(
    "text",
    [
        "The jury hammered the chairman of the rebel faction in Lyon on Monday.",
        "Soldiers slaughtered sheep for a feast in Lyon on Monday.",
        "The orchestra of the army launched an operation in Lyon on Monday.",
    ],
)
def test_figures_of_speech_hit_nothing(told, text):
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Israel plans to carry out air strikes on Homs.",
        "The army is preparing to carry out raids on Homs.",
        "The army intends to step up strikes on Homs.",
    ],
)
def test_what_is_to_be_carried_out_is_planned(told, text):
    assert [e.status for e in told(text)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal is to keep the army from carrying out strikes on Homs.",
        "There were no reports of soldiers shelling Homs on Monday.",
        "There were no reports of jets launching air strikes on Homs on Monday.",
        "Fighting has stopped in Homs, the army said on Monday.",
    ],
)
def test_what_nobody_reported_did_not_happen(told, text):
    assert not [e for e in told(text) if e.status not in {"planned", "denied"} and e.category != "diplomacy"]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("The governor blamed rebels for shelling Beni on Monday.", "shelling"),
        ("Rebels were accused on Monday of storming a clinic in Beni.", "raid"),
        ("On Monday guerrillas crossed into Beni.", "advance"),
    ],
)
def test_who_is_blamed_or_stands_behind_a_day_is_the_doer(told, text, subtype):
    assert [(e.subtype, e.place_name) for e in told(text)] == [(subtype, "Beni")]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Nine people were killed on Monday when rebels captured Beni.", 9),
        ("A gunman shot dead two soldiers near Beni on Monday.", 2),
        ("The massacre of nine villagers in Beni on Monday shocked the army.", 9),
    ],
)
def test_the_dead_are_those_of_the_deed(told, text, killed):
    assert [e.killed for e in told(text)] == [killed]


def test_the_verb_that_carries_an_attack_is_no_second_one(told):
    assert rows(told("Warplanes carried out a strike targeting the town of Homs on Monday.")) == [
        ("air_strike", "Homs")
    ]


def test_men_called_after_an_area_fight_where_another_place_is_told(told):
    assert [e.place_name for e in told("In Djibo, Kachin fighters seized the airport on Monday.")] == ["Djibo"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A clinic in Beni, struck by mortars on Monday, has no roof.", [("shelling", "Beni")]),
        ("A plane shot down by rebels near Beni on Monday was on its way to Goma.", [("aircraft_shot_down", "Beni")]),
        ("Rebel fighters, he said, fired at Beni on Monday.", [("assault", "Beni")]),
    ],
)
def test_a_past_form_is_read_by_what_stands_beside_it(told, text, found):
    assert [(e.subtype, e.place_text) for e in told(text) if e.category != "mobilisation"][:1] == found


def test_what_they_were_told_not_to_carry_out_is_no_news(told):
    assert not [
        e for e in told("The governor urged the army not to carry out air strikes on Homs.") if e.category == "strike"
    ]
