"""Second clauses of a sentence: what only tells more of a deed is no row of its own; what is another deed is one."""

import pytest


def rows(told, text):
    return [(e.category, e.subtype, e.place_text, e.killed) for e in told(text)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Rebels ambushed a convoy near Goma and killed nine soldiers.", ("ground_combat", "ambush", "Goma", 9)),
        (
            "The army said it had bombed a camp near Idlib and had killed 20 militants.",
            ("strike", "air_strike", "Idlib", 20),
        ),
        (
            "Gunmen stormed the village of Dori, looted shops and burned houses.",
            ("ground_combat", "raid", "Dori", None),
        ),
        (
            "The paramilitaries shelled the south of Goma on Friday and hit a hospital.",
            ("strike", "shelling", "Goma", None),
        ),
        (
            "Fighters killed 30 people and looted shops in a raid on the town of Nyala.",
            ("ground_combat", "raid", "Nyala", 30),
        ),
        (
            "Militants killed nine people and torched houses in the village of Dori on Sunday.",
            ("ground_combat", "attack", "Dori", 9),
        ),
    ],
)
def test_the_dead_and_the_burnt_of_a_deed_are_its_own(told, text, row):
    assert rows(told, text) == [row]


def test_the_dead_of_another_place_are_another_deed(told):
    text = "Rebels shelled Goma on Monday and killed nine villagers in Bukavu."
    assert [r[2] for r in rows(told, text)] == ["Goma", "Bukavu"]


def test_a_trip_that_begins_on_a_day_to_come_is_planned(told):
    assert {e.status for e in told("The foreign minister begins a trip on Sunday to Egypt and Qatar.")} == {"planned"}


def test_a_trip_that_began_has_happened(told):
    assert {e.status for e in told("The foreign minister began a trip on Sunday to Egypt and Qatar.")} == {"reported"}


def test_what_must_come_first_has_not_happened(told):
    assert not told("The general said the war in Sudan would end only when the rebels laid down their arms.")


def test_what_rebels_are_asked_to_give_up_is_no_fight(told):
    assert not [
        e
        for e in told("The army invited rebel groups in Shan State on Thursday to give up fighting.")
        if e.category == "ground_combat"
    ]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("The army ordered its soldiers out of Lyman on Friday.", "withdrawal"),
        ("The army ordered residents out of Lyman on Friday.", "evacuation"),
    ],
)
def test_soldiers_ordered_out_withdraw_and_residents_are_evacuated(told, text, subtype):
    assert [e.subtype for e in told(text)] == [subtype]


def test_who_is_named_in_office_takes_a_position(told):
    (event,) = told(
        "President Laurent Gbeho met the army chief of Ghana. Gbeho said the border must never be moved by force."
    )[-1:]
    assert event.subtype == "statement"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Idriss Ali condemned the raid and called for a truce in Chad.", ["condemnation"]),
        ("Paris condemned the raid in Chad, and London called for a truce.", ["condemnation", "statement"]),
    ],
)
def test_two_things_that_one_speaker_says_are_one(told, text, found):
    assert [e.subtype for e in told("The army fought rebels. " + text) if e.category == "diplomacy"] == found


def test_the_shelling_after_which_ground_was_taken_is_how_it_came_to_that(told):
    text = "Government troops recaptured the village of Dori from rebels after three days of shelling."
    assert [e.subtype for e in told(text)] == ["recaptured"]


def test_boats_that_exchange_fire_are_an_incident_at_sea(told):
    text = "Patrol boats of the two navies exchanged fire in the Yellow Sea on Saturday, the army said."
    assert [(e.category, e.place_name) for e in told(text)] == [("naval", "Yellow Sea")]


def test_a_deal_signed_before_hands_are_shaken_is_one(told):
    text = "The army fought rebels. President Idriss Ali and rebel leader Omar Sani shook hands in Doha after signing a ceasefire deal."
    assert [(e.subtype, e.place_name) for e in told(text) if e.category == "diplomacy"] == [("agreement", "Doha")]


def test_what_was_done_to_a_thing_tells_which_it_is(told):
    assert [e.subtype for e in told("Rebels shot down a UN chartered plane over Huambo, the army said.")] == [
        "aircraft_shot_down"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The village of Semenivka had to be given up on Sunday, the army said.", ["withdrawal"]),
        ("The rebels insisted that Goma had to be given up by the army.", []),
    ],
)
def test_what_had_to_be_done_was_done(told, text, found):
    assert [e.subtype for e in told(text) if e.category == "control_change"] == found


def test_where_people_had_come_for_shelter_is_told_of_the_school(told):
    text = "Two rounds slammed into a school in Beit Hanoun where families had sought shelter, the army said."
    assert [(e.category, e.place_text) for e in told(text)] == [("strike", "Beit Hanoun")]


@pytest.mark.parametrize(
    "text", ["Georgian mortars were fired at Nikopol on Friday.", "Russian shells were fired at Nikopol."]
)
def test_whose_a_shell_is_makes_it_no_people(told, text):
    assert [e.subtype for e in told("The army fought rebels. " + text) if e.place_name] == ["shelling"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the second time in a week that the town of Lyman was bombed, the army said.", []),
        ("The army said that the town of Lyman was bombed for the second time in a week.", ["unspecified"]),
        (
            "Two ferries were damaged off Kerch by fragments of missiles that had been shot down, the army said.",
            ["ship_hit"],
        ),
        ("The army said missiles that had been fired at Kerch were shot down.", ["missile_intercepted"]),
    ],
)
def test_what_was_told_before_or_only_tells_whose_debris_fell_is_no_row(told, text, found):
    assert [e.subtype for e in told(text)] == found


def test_air_strikes_that_back_an_advance_are_no_row(told):
    text = "Iraqi troops backed by American air strikes retook the town of Sinjar on Monday, the army said."
    assert [e.subtype for e in told(text)] == ["recaptured"]


def test_air_strikes_that_act_are_a_row(told):
    text = "Iraqi troops retook the town of Sinjar on Monday after American air strikes hit Mosul, the army said."
    assert [e.subtype for e in told(text)] == ["recaptured", "air_strike"]


def test_a_noun_with_its_own_town_behind_a_time_word_is_an_event(told):
    text = "Jets pounded two camps of militants near Bardera after the massacre at Garissa, the army said."
    assert [(e.category, e.place_text) for e in told(text)] == [("strike", "Bardera"), ("ground_combat", "Garissa")]


def test_a_participle_before_the_doer_is_no_verb(told):
    assert [e.subtype for e in told("In Slaviansk masked men stormed the police station, the army said.")] == ["raid"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia says its soldiers hold the whole of Bukavu.",
        "The army says its soldiers control Bukavu, a town in the east.",
    ],
)
def test_a_clause_behind_says_has_a_verb_of_its_own(told, text):
    assert [(e.subtype, e.status) for e in told("The army fought rebels. " + text) if e.place_name == "Bukavu"] == [
        ("captured", "claimed")
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Under the deal Armenia must hand back the districts of Kalbajar and Lachin by 1 December.", {"planned"}),
        ("The rebels said Armenia must hand back the districts of Kalbajar and Lachin.", set()),
    ],
)
def test_what_a_deal_lays_down_is_planned(told, text, status):
    assert {e.status for e in told("The army fought rebels. " + text) if e.category == "control_change"} == status


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("The rebels advanced south on Monday, capturing Goma and Bukavu.", ["Goma", "Bukavu"]),
        ("After taking Goma on Monday, the rebels rested.", ["Goma"]),
        ("Since capturing Goma, the rebels have rested.", ["Goma"]),
        ("After leaving Goma on Monday, the minister rested.", []),
    ],
)
def test_ground_taken_in_a_form_in_ing_is_ground_taken(told, text, towns):
    assert [e.place_name for e in told("The army fought rebels. " + text) if e.category == "control_change"] == towns


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said its air defences shot down nine drones over Belgorod on Monday.",
        "The ministry reported nine Ukrainian drones shot down over Belgorod on Monday.",
    ],
)
def test_what_is_said_to_have_been_shot_down_with_or_without_a_doer(told, text):
    assert [(e.subtype, e.count) for e in told("The army fought rebels. " + text) if e.category == "air_defence"] == [
        ("drone_intercepted", 9)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army said that soldiers clashed with militants in Jenin and that shells fell on a market in Khartoum.",
            ["Jenin", "Khartoum"],
        ),
        ("The army said thousands of people protested in Tbilisi.", ["Tbilisi"]),
        ("The army said students arrested in Tbilisi had protested in Minsk.", ["Tbilisi", "Minsk"]),
    ],
)
def test_plurals_behind_that_are_no_verbs(told, text, found):
    assert [e.place_name for e in told(text) if e.place_name] == found


def test_a_dash_parts_clauses(told):
    text = "The rebels captured the town of Goma – government forces withdrew from Aleppo."
    assert [(e.subtype, e.place_name) for e in told(text)] == [("captured", "Goma"), ("withdrawal", "Aleppo")]


@pytest.mark.parametrize(
    "how",
    [
        "The rebels captured the town of Goma and two hours later withdrew from Aleppo.",
        "The rebels captured the town of Goma, then withdrew from Aleppo.",
        "The rebels captured the town of Goma while others withdrew from Aleppo.",
        "Having captured the town of Goma, the rebels withdrew from Aleppo.",
    ],
)
def test_two_deeds_of_one_doer_are_two(told, how):
    assert [(e.subtype, e.place_name) for e in told(how)] == [("captured", "Goma"), ("withdrawal", "Aleppo")]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels stopped short of capturing Goma.",
        "Instead of capturing Goma, the rebels rested.",
        "The rebels were prevented from capturing Goma.",
        "Had the rebels captured Goma, the war would be over.",
        "Rumours that the rebels had captured Goma were untrue.",
        "The rebels are accused of planning to capture Goma.",
    ],
)
def test_what_was_not_done_is_no_event(told, text):
    assert not [e for e in told("The army watched. " + text) if e.subtype == "captured"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels had captured Goma, and the army left.",
        "The rebels went on, capturing Goma.",
        "The army said that the rebels had captured Goma.",
    ],
)
def test_what_was_done_is_one(told, text):
    assert [e.place_name for e in told("The army watched. " + text) if e.subtype == "captured"] == ["Goma"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels fired rockets at Kassala and army jets kept flying sorties, setting a depot ablaze in Gedaref.", ["Kassala", "Gedaref"]),
        ("Rebels fired rockets at Kassala, setting a depot ablaze.", ["Kassala"]),
    ],
)  # fmt: skip
def test_what_another_side_does_is_no_result(told, text, places):
    assert [e.place_name for e in told(text)] == places


@pytest.mark.parametrize(
    ("admitted", "counts"), [("admitted to having lost", [10, 2]), ("said it hoped to lose", [10])]
)
def test_what_is_admitted_to_has_happened(told, admitted, counts):
    text = f"Eritrea said it had shot down ten Ethiopian planes on Sunday; Ethiopia {admitted} two."
    assert [e.count for e in told(text)] == counts


def test_who_lives_where_it_struck_is_not_displaced_by_it(told):
    text = "Air strikes killed 38 people in Gaza on Monday, 15 of them at a school sheltering displaced families in Jabalia."
    assert {r[0] for r in rows(told, text)} == {"strike"}
    other = "Fighting killed nine people in Goma, and schools in Bukavu were sheltering displaced families."
    assert {r[0] for r in rows(told, other)} == {"ground_combat", "humanitarian"}


def test_a_burnt_church_is_of_the_attack_that_killed(told):
    text = "Gunmen killed 16 worshippers and burned two churches in an attack on the village of Dori, the army said."
    assert [r[2:] for r in rows(told, text)] == [("Dori", 16)]


def test_a_bombing_is_where_the_clause_behind_it_killed(told):
    text = "Islamic State claimed a suicide bombing that killed 37 people at a mosque in Kandahar."
    assert rows(told, text) == [("strike", "explosion", "Kandahar", 37)]
