"""Names of a sentence at which its event is not: whom a deed should move, what a treaty is about, the attacker's own country."""

import pytest


def places(found, category):
    return [e.place_name for e in found if e.category == category]


def test_the_north_of_a_country_is_its_part_at_the_head_of_a_sentence(told):
    text = "The north of Chad was overrun by rebels in April, after a coup in N'Djamena."
    assert places(told(text), "control_change") == ["northern Chad"]
    assert places(told("The army took a village to the north of Goma on Monday."), "control_change") == [
        "north of Goma"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels started shelling the barracks on Monday to put pressure on the government in Kinshasa.", [None]),
        ("Rebels shelled Goma on Monday to show support for fighters in Bukavu.", ["Goma"]),
    ],
)
def test_whom_a_deed_should_move_is_no_place_of_it(told, text, expected):
    assert places(told(text), "strike") == expected


def test_a_deed_meant_to_take_a_town_is_at_the_town(told):
    assert places(told("Troops launched an attack on Monday to take the town of Tikrit."), "ground_combat") == [
        "Tikrit"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and Iran agreed in 1998 to share the Caspian Sea.", [None]),
        ("Khartoum suspended the treaty on the Nile waters last month.", [None]),
        ("Israel and Jordan agreed in Washington on Monday to share the Jordan river.", ["Washington D.C."]),
        ("The government and the rebels signed a peace agreement at Naivasha on Sunday.", ["Naivasha"]),
    ],
)
def test_what_an_agreement_is_about_is_not_where_it_was_made(told, text, expected):
    assert places(told("Warships of both sides had fought, and soldiers died.\n\n" + text), "diplomacy") == expected


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("Eritrea said that Ethiopian aircraft had bombed its territory on Friday.", "strike", ["Eritrea"]),
        ("Turkey said Syrian shells had landed on its soil.", "strike", ["Turkey"]),
        ("Sudan said that Chadian drones had been shot down over its territory.", "air_defence", ["Sudan"]),
        ("Turkish jets killed eight militants on their own soil on Friday, the army said.", "strike", ["Turkey"]),
        ("Cambodian forces entered Vietnamese territory on Sunday, Hanoi said.", "control_change", ["Vietnam"]),
    ],
)
def test_its_territory_is_not_the_attackers(told, text, category, expected):
    assert places(told(text), category) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Bosnia, troops entered the village of Zagorje and shot twelve men there on Monday.", "Zagorje"),
        ("In Diyala, fighters raided the village of Qarat Tepe and shot nine policemen there.", "Qarat Tepe"),
    ],
)
def test_there_is_the_finer_place_of_the_clause_before(told, text, expected):
    assert expected in {m for e in told(text) for m in (e.place_text, e.place_name)}
    assert places(told(text), "ground_combat") != ["Bosnia and Herzegovina"]


def test_the_next_verb_of_an_offensive_tells_where_in_a_region_it_is(told):
    text = "In the Tigray region troops had opened an offensive and were trying to break through near Adwa, the governor said."
    assert places(told(text), "ground_combat") == ["near Adwa"]
    text = "In Croatia the army opened an offensive on Friday and shells killed nine near Belgrade, officials said."
    assert places(told(text), "ground_combat") == ["Croatia"]


def test_a_border_is_of_the_country_that_it_is_with(told):
    text = "Rebels attacked a post. The border with Chad was closed on Tuesday, Sudan's government said."
    assert places(told(text), "infrastructure") == ["Chad"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels fought soldiers in Sirte. Libya has had no government since Muammar Gaddafi was overthrown in 2011.",
            "Libya",
        ),
        (
            "Soldiers clashed with rebels near Tillaberi in Niger on Monday. The army seized power in July 2023.",
            "Niger",
        ),
        ("Soldiers clashed with rebels near Tillaberi on Monday. The president was overthrown in July 2023.", None),
    ],
)
def test_a_coup_is_in_the_country_that_is_spoken_of(told, text, expected):
    assert places(told(text, published="2023-08-30"), "other") == [expected]


def test_those_who_were_hit_do_not_bomb_themselves(told):
    text = "Rockets fired from Tyre hit Haifa on Wednesday, killing eight. Israeli jets bombed the launchers."
    assert places(told(text), "strike") == ["Haifa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kramatorsk counted eight dead after a missile strike.", ["Lyman", "Kramatorsk"]),
        ("Dnipro had been the scene of horror before: five people were killed by missiles.", ["Lyman", "Dnipro"]),
        ("Kyiv counted 40 missiles that were fired.", None),
    ],
)
def test_a_town_that_counts_its_dead_was_hit(told, text, expected):
    found = places(told("Shells hit Lyman on Sunday and killed two people. " + text), "strike")
    assert found == expected if expected else "Kyiv" not in found


def test_a_town_without_power_is_where_it_went_out(told):
    text = "Missiles hit a power plant near Odesa on Sunday. Mykolaiv was without power."
    assert places(told(text), "infrastructure") == ["Mykolaiv"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war started in May with a raid by rebels in which 300 people were killed in Gao.", {"Gao"}),
        ("Rebels raided a village, which 300 people had left for Gao.", {None}),
    ],
)
def test_what_happened_in_a_raid_happened_where_it_was(told, text, expected):
    assert {e.place_name for e in told(text) if e.category == "ground_combat"} == expected


def test_a_hotel_named_after_a_place_is_in_its_own_town(told):
    text = "Commandos killed the last gunmen in the Taj Mahal hotel in Mumbai on Saturday."
    assert places(told(text), "ground_combat") == ["Mumbai"]
    text = "Gunmen attacked the Taj Mahal in Agra on Saturday and killed two soldiers."
    assert places(told(text), "ground_combat") == ["Taj Mahal"]


def test_the_port_is_that_of_the_town_fled_to(told):
    text = "Saudi jets bombed the air base in Sanaa on Thursday. The president fled to Aden. The port was shelled by tanks."
    assert places(told(text), "strike") == ["Sanaa", "Aden"]


def test_what_visitors_sign_is_in_the_town_where_they_met(told):
    text = (
        "The prime minister of India told the president in Kyiv on Friday that he was ready to help. "
        "It was the first visit by an Indian leader to Ukraine. The two countries signed four documents. The army lost six men."
    )
    assert {e.place_name for e in told(text) if e.subtype == "agreement"} == {"Kyiv"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Niger four soldiers were killed near Ayorou on Friday.", "near Ayorou"),
        ("In the city of Gao two soldiers were killed on Friday.", "Gao"),
    ],
)
def test_an_area_ahead_of_the_subject_gives_way_to_the_place_behind_the_verb(told, text, expected):
    assert places(told(text), "ground_combat") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistani jets attacked eleven Indian airfields on Friday, the army said.", ["India"]),
        ("Rockets were fired at American bases on Friday, the army said.", [None]),
    ],
)
def test_airfields_of_a_people_are_in_its_country_and_bases_need_not_be(told, text, expected):
    assert places(told(text), "strike") == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kyiv was without water for hours after missiles struck a substation, and trains to Lviv were delayed.",
         {"outage": "Kyiv", "missile_strike": "Kyiv", "disruption": "Lviv"}),
        ("Missiles struck a substation in Kyiv, and trains to Lviv were delayed.", {"missile_strike": "Kyiv", "disruption": "Lviv"}),
    ],
)  # fmt: skip
def test_what_a_town_suffers_is_not_where_another_clause_goes(told, text, places):
    assert {e.subtype: e.place_name for e in told(text)} == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fighters from the Rapid Support Forces entered Nyala on Thursday.", "Nyala"),
        ("Fighters from Nyala entered Kutum on Thursday.", "Kutum"),
    ],
)
def test_what_fighters_from_a_group_enter_is_no_origin(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A tanker was hit by a missile in the Red Sea on Sunday, in another attack by fighters based in Yemen.", ["Red Sea"]),
        ("A guard died in Mandera on Sunday in an ambush by gunmen based in Somalia.", ["Mandera"]),
        ("The Houthis will attack Greece-linked ships in the Gulf of Aden.", ["Gulf of Aden"]),
        ("Two soldiers were killed by fighters at a base in Niger on Sunday.", ["Niger"]),
    ],
)  # fmt: skip
def test_where_the_attackers_are_based_is_not_where_they_struck(told, text, places):
    assert [e.place_name for e in told(text)] == places
