"""Plain sentences of agencies in which one deed became two, or a setting became news: each with one that stays."""

import datetime

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine traders died in a drone strike carried out by the Desert Guard in Nyala.", [("drone_strike", 9)]),
        (
            "A suspected drone strike launched by the rebels hit a prison in Nyala, killing at least 20.",
            [("drone_strike", 20)],
        ),
        ("Two soldiers were killed in an ambush set up by rebels near Gao.", [("ambush", 2)]),
        ("Nine villagers were killed near Djibo by gunmen.", [("attack", 9)]),
        ("Two assaults beaten off by the army near Bakhmut on Monday cost it nine men.", [("assault_repelled", None)]),
    ],
)
def test_what_somebody_carried_out_is_one_deed(told, text, found):
    assert [(e.subtype, e.killed) for e in told(text)] == found


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Four members of one family, including a baby, were killed in a drone strike on Nyala.", 4),
        ("Six traders from a single household, among them two girls, were killed in a drone strike on Nyala.", 6),
        ("Three members of the council, one of them a woman, were killed in a drone strike on Nyala.", 3),
        ("A family of four was killed in a drone strike on Nyala.", 4),
    ],
)
def test_the_band_that_the_dead_belong_to_is_not_counted(told, text, killed):
    assert [e.killed for e in told(text)] == [killed]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Air defences downed 31 out of the 40 Russian drones launched at Sumy overnight, the air force said.", 31),
        ("Air defences downed 31 of 40 drones over Sumy overnight, the air force said.", 31),
    ],
)
def test_out_of_how_many_is_no_count(told, text, count):
    assert [e.count for e in told(text)] == [count]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A drone killed nine people in central Sudan's North Kordofan state.", "North Kordofan"),
        ("Artillery hit two villages in southern Ukraine's Kherson region.", "Kherson Oblast"),
        ("Artillery hit two villages in the south of Ukraine's Kherson region.", "southern Kherson Oblast"),
    ],
)
def test_a_compass_word_goes_with_whose_region_it_is(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        (
            "The conflict, which began in 2023, has killed 30,000 people and displaced nine million in Sudan, it says.",
            [True],
        ),
        ("Rebels shelled Goma on Monday. The war has displaced nine million people.", [False]),
        ("Fighting near Goma has displaced 40,000 people since Monday.", [False]),
    ],
)
def test_what_a_war_has_done_in_all_is_context(told, text, background):
    assert [e.is_background for e in told(text) if e.subtype != "clash"] == background


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shelling in Khartoum killed 40 people on Monday, the WHO said.", ["WHO"]),
        ("Shelling in Khartoum killed 40 people on Monday, according to the WHO, which runs a clinic there.", ["WHO"]),
        ("Shelling killed two in Khartoum, said Ali Omer, who runs a clinic there.", ["Ali Omer"]),
        (
            "A shell hit a market in Bara on Friday, a doctors' group said. Two women died, the group said.",
            ["doctors' group"],
        ),
    ],
)
def test_who_says_it(told, text, who):
    assert [c.name for c in told(text)[0].claimants] == who


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laos sent a surveillance drone over Surin, the Thai army said.", []),
        ("Laos sent an attack drone to Surin, the Thai army said.", ["drone_strike"]),
        ("Rebel forces hold only isolated pockets around Babanusa, the army said.", []),
        ("Rebel forces encircled two villages in West Kordofan, the army said.", ["encirclement"]),
        ("A convoy of trucks carrying flour was shelled near Kosti, the army said.", ["shelling"]),
        ("An aid convoy of trucks carrying flour reached Kosti on Friday, the army said.", ["aid_delivery"]),
        ("The convoy was heading to a clinic in North Kordofan, where rebels and the army fight.", []),
        ("The army's convoy was heading north of Bara, the rebels said.", ["advance"]),
        ("Nine died in a drone attack on Bara, the worst carnage in the nation's brutal civil war.", ["drone_strike"]),
        ("The town of Izium was subjected to shelling by Russian forces on Monday.", ["shelling"]),
    ],
)
def test_what_only_looks_like_a_deed_is_none(told, text, found):
    assert [e.subtype for e in told(text)] == found


def test_a_decision_that_led_to_what_is_told_was_taken(told):
    (event,) = told(
        "A row began following the junta's decision to recall its ambassador to Laos on Tuesday.",
        published="2024-05-16",
    )
    assert (event.subtype, event.status, event.date_start) == ("expulsion", "reported", day("2024-05-14"))


def test_what_was_damaged_during_the_attack_is_of_that_attack(told):
    found = told(
        "Drones set a depot on fire in Kharkiv. A school was damaged during the attack on the port of Chuhuiv."
    )
    assert [(e.subtype, e.place_name, e.is_background) for e in found] == [
        ("drone_strike", "Kharkiv", False),
        ("drone_strike", "Chuhuiv", False),
    ]


def test_the_attack_that_troops_launched_is_no_strike(told):
    found = told("Missiles hit Kharkiv. The troops then launched the attack on the town of Chuhuiv.")
    assert [e.category for e in found] == ["strike", "ground_combat"]


def test_the_attack_targeted_a_town_tells_where_in_the_area_the_strike_was(told):
    lead = "A drone strike hit a jail in South Kordofan on Monday, killing 20, officials said. "
    found = told(lead + "The attack targeted the town of Kadugli, a minister said.")
    assert [(e.subtype, e.place_name, e.killed) for e in found] == [("drone_strike", "Kaduqli", 20)]


def test_another_attack_on_a_town_in_the_area_is_one_of_its_own(told):
    lead = "A drone strike hit a jail in South Kordofan on Monday, killing 20, officials said. "
    found = told(lead + "Another attack targeted the town of Kadugli, a minister said.")
    assert [(e.place_name, e.killed) for e in found] == [("South Kordofan", 20), ("Kaduqli", None)]
