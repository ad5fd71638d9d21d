"""Turns of wire reports in which a deed is only meant, or its place and day stand elsewhere: each with its contrary."""

import datetime

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army shot down 12 drones over Rostov and occupied Crimea.",
            [("drone_intercepted", "Rostov-on-Don"), ("drone_intercepted", "Crimea")],
        ),
        (
            "Rockets were shot down over the Homs and Hama provinces and besieged Aleppo.",
            [("missile_intercepted", "Homs"), ("missile_intercepted", "Hama"), ("missile_intercepted", "Aleppo")],
        ),
        ("Ethiopian troops crossed the border and occupied Badme.", [("invasion", "Badme"), ("captured", "Badme")]),
        ("Rebels marched into Goma and seized Sake.", [("advance", "Goma"), ("captured", "Sake")]),
    ],
)  # fmt: skip
def test_how_a_second_place_is_held_is_no_capture(told, text, found):
    assert [(e.subtype, e.place_name) for e in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels studied a proposal for an end to the war and the release of 20 hostages near Buea.", []),
        ("Envoys spoke in Doha of limits on allowing humanitarian aid into Gaza.", []),
        ("Rebels completed the release of 20 hostages near Buea.", [("release", "reported")]),
        ("The two sides signed a deal in Ankara on the exchange of 200 prisoners.", [("agreement", "reported")]),
        ("Eight thousand fighters left Ghouta under an evacuation deal.", [("evacuation", "reported")]),
    ],
)
def test_what_a_proposal_or_a_limit_is_about_is_not_done(told, text, found):
    happened = [(e.subtype, e.status) for e in told(text) if e.status != "planned"]
    assert [
        f for f in happened if f[0] in {"release", "aid_delivery", "prisoner_exchange", "agreement", "evacuation"}
    ] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An official familiar with the peace talks in Doha spoke on Monday.", False),
        ("There was no immediate word on the peace talks in Doha on Monday.", False),
        ("The envoy took part in peace talks in Doha on Monday.", True),
    ],
)
def test_who_knows_of_talks_holds_none(told, text, found):
    assert any(e.subtype == "talks" for e in told(text)) is found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Bogota on Saturday, crowds held a rally for soldiers held in Caqueta since last year.", "Bogotá"),
        ("In Kyiv on Monday, police arrested two men wanted for an attack on a barracks in Odesa.", "Kyiv"),
        ("In Mali on Monday, gunmen killed ten soldiers stationed in Mopti.", "Mopti"),
    ],
)
def test_where_people_are_held_is_not_where_others_act_for_them(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("President Santos met the Ecuadorean foreign minister before his departure for the United States.", None),
        ("President Santos met the Ecuadorean foreign minister in Bogota before his trip to Quito.", "Bogotá"),
        ("President Santos met the Ecuadorean foreign minister in Quito.", "Quito"),
    ],
)
def test_a_meeting_is_not_where_one_leaves_for_afterwards(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sudan was attacked on Friday. Kassala state saw three drones intercepted.", "Kassala"),
        ("Sudan was attacked on Friday. Gedaref emerged as the main target, with 21 drones shot down.", "Gedaref"),
        ("Sudan was attacked on Friday. Envoys in Gedaref saw 21 drones shot down over Kassala.", "Kassala"),
    ],
)
def test_what_a_region_sees_was_there(told, text, place):
    assert [e.place_name for e in told(text) if e.category == "air_defence"] == [place]


def test_a_day_of_another_deed_at_the_place_is_not_of_what_is_told(told):
    found = told(
        "Drones came on Thursday night. In Kassala state, where rebels had opened an offensive in early August, the army claims that it "
        "downed 36 drones.",
        published="2024-11-01",
    )
    assert [e.date_end for e in found if e.category == "air_defence"] == [day("2024-11-01")]
    assert [e.date_start for e in found if e.category == "ground_combat"] == [day("2024-08-01")]
    assert [[c.stance for c in e.claimants] for e in found if e.category == "air_defence"] == [["asserts"]]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("The destruction of 69 drone aircraft over Kassala was reported by the army.", "drone_intercepted"),
        ("Two aircraft were shot down over Kassala.", "aircraft_shot_down"),
    ],
)
def test_drone_aircraft_are_drones(told, text, subtype):
    assert [e.subtype for e in told(text)] == [subtype]


def test_dead_of_a_day_of_their_own_are_a_row_of_that_day(told):
    found = told("Jets bombed Sumy. On May 14 three of its people died.", published="2024-05-20")
    assert [(e.date_start, e.killed) for e in found] == [(day("2024-05-20"), None), (day("2024-05-14"), 3)]
    found = told("Jets bombed Sumy on May 14. Three of its people died.", published="2024-05-20")
    assert [(e.date_start, e.killed) for e in found] == [(day("2024-05-14"), 3)]


def test_the_injured_beside_a_total_stand_in_its_row(told):
    found = told(
        "Shells killed three people and wounded five in Kherson Oblast on July 13. In the village of Tokarivka one man was "
        "killed. In the village of Stanislav two women were killed.",
        published="2024-07-13",
    )
    wholes = [(e.killed, e.injured) for e in found if e.is_aggregate]
    assert wholes == [(3, 5)]
    assert [e.place_name for e in found if not e.is_aggregate] == ["Tokarivka", "Stanislav"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fighters controlling much of Mali use it as a base, the army said.", []),
        ("Rebels took control of Mopti.", ["captured"]),
    ],
)
def test_who_holds_land_all_along_has_not_taken_it(told, text, found):
    assert [e.subtype for e in told(text) if e.place_name in {"Mali", "Mopti"}] == found


def test_an_incident_is_no_part_of_a_campaign(told):
    found = told(
        "A ship off Aden was hit by a missile on Tuesday. Rebels have been attacking ships off Aden with missiles since mid-November.",
        published="2024-02-07",
    )
    assert (found[0].date_start, found[0].date_end) == (day("2024-02-06"), day("2024-02-06"))


@pytest.mark.parametrize("number", ["as many as 16", "at least 16", "16"])
def test_a_number_told_roughly_is_part_of_what_is_fired(told, number):
    assert [(e.subtype, e.count) for e in told(f"Rebels fired {number} shells into the town of Gorazde.")] == [
        ("shelling", 16)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks with the rebels were attended by newly appointed NATO chief Mark Rutte.", False),
        ("On Monday the rebels' council appointed a new chief of staff.", True),
    ],
)
def test_who_was_newly_appointed_is_only_named(told, text, found):
    assert any(e.subtype == "government" for e in told(text)) is found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Envoys of ten states convened in Accra on Tuesday for a summit expected to end late.", "reported"),
        ("Envoys of ten states prepared in Accra on Tuesday for a summit expected to be held in May.", "planned"),
    ],
)
def test_a_summit_that_ministers_met_for_is_held(told, text, status):
    assert {e.status for e in told(text)} == {status}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops once again shelled Kherson.", [("shelling", "Kherson")]),
        (
            "Once troops shelled Kherson, its people fled to Odesa.",
            [("shelling", "Kherson"), ("displacement", "Odesa")],
        ),
        ("As a result of missile attacks, a depot in Konotop was destroyed.", [("unspecified", "Konotop")]),
        ("As a missile hit Konotop, people fled to Odesa.", [("missile_strike", "Konotop"), ("displacement", "Odesa")]),
        ("Four people died in a series of heavy strikes on Kharkiv.", [("air_strike", "Kharkiv")]),
        ("In the Ladha area of South Waziristan, militants attacked an army post.", [("assault", "Ladha")]),
    ],
)
def test_small_words_do_not_part_what_is_told(told, text, found):
    assert [(e.subtype, e.place_name) for e in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit Sumy, and its mayor urged residents to take shelter.", False),
        ("Shells hit Sumy, and its mayor urged residents to leave the town.", True),
    ],
)
def test_who_takes_shelter_stays(told, text, found):
    assert any(e.subtype == "evacuation" for e in told(text)) is found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Blasts were heard in Tehran. Iran's army said Tehran had launched another wave of airstrikes.", None),
        ("Blasts were heard in Tehran. Iran's army said Israel had launched another wave of airstrikes.", "Tehran"),
    ],
)
def test_who_strikes_is_not_struck(told, text, place):
    assert [e.place_name for e in told(text) if e.subtype == "air_strike"] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israeli officials said they were intercepting most of Iran's missiles.", None),
        ("Israeli officials said they were intercepting most of Iran's missiles over Haifa.", "Haifa"),
    ],
)
def test_whose_missiles_are_stopped_is_not_where(told, text, place):
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize("adverb", ["", "reportedly ", "also "])
def test_where_and_when_it_happened_may_be_told_with_an_adverb(told, adverb):
    found = told(
        f"Ten soldiers were killed in an ambush, the army said. The ambush {adverb}took place near Djibo on Wednesday.",
        published="2025-01-10",
    )
    assert [(e.place_text, e.date_start) for e in found] == [("Djibo", day("2025-01-08"))]


@pytest.mark.parametrize(("agency", "status"), [("TASS", "claimed"), ("Reuters", "confirmed")])
def test_the_agency_of_a_side_confirms_nothing(told, agency, status):
    found = told(
        f"Russian forces captured Marinka, {agency} reported. Russian troops had taken Marinka, the Russian defence ministry said."
    )
    assert [(e.subtype, e.status) for e in found] == [("captured", status)]
