"""Turns of governors' digests and of defence ministries' reports: each with one that it must not catch."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Air defence forces shot down Chadian unmanned aerial vehicles (UAVs) over Kufra.", ["drone_intercepted"]),
        ("Air defence forces shot down two uncrewed aircraft over Kufra on Monday.", ["drone_intercepted"]),
        ("An unmanned post near Kufra was shelled on Monday.", ["shelling"]),
    ],
)
def test_what_has_no_crew_is_no_deed(told, text, found):
    assert [e.subtype for e in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad has urged Libya to accept a Western-backed 30-day ceasefire proposal.", []),
        ("The demands have been a sticking point in efforts to conclude a ceasefire deal with Chad.", []),
        ("On Monday the two armies concluded a ceasefire deal in Ndjamena.", ["agreement"]),
    ],
)
def test_a_deal_that_is_worked_at_is_none(told, text, found):
    assert [e.subtype for e in told(text) if e.subtype == "agreement"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An air strike killed nine men in a church sheltering displaced farmers in Omdurman.", ["air_strike"]),
        ("The camp at Zamzam is sheltering 4,000 people who fled the army.", ["displacement"]),
        ("Rockets flew over waters where some coal carriers were transiting near Aden.", []),
    ],
)
def test_what_only_tells_which_place_is_meant(told, text, found):
    assert [e.subtype for e in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kufra remains a primary target of Chadian howitzers and air strikes this spring.", 0),
        ("Kufra is a frequent target of drone attacks.", 0),
        ("Kufra was the target of twelve missile strikes on Monday.", 1),
    ],
)
def test_what_stays_a_target_tells_of_no_attack(told, text, found):
    assert len(told(text)) == found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Israeli strikes on south Lebanon killed 31 people on Monday.", ["southern Lebanon"]),
        ("Air strikes on east and south Lebanon killed 31 people on Monday.", ["eastern and southern Lebanon"]),
        ("South Korea condemned the launch of the rocket on Monday.", [None]),
    ],
)
def test_a_part_of_a_state_is_ground(told, text, places):
    assert [e.place_name for e in told(text)] == places


def test_a_speaker_begins_behind_a_dash(told):
    (hit,) = told("Rockets hit Kufra, hurting three people — a boy, a girl and a nurse — Governor Ali Musa said.")
    assert [c.name for c in hit.claimants] == ["Governor Ali Musa"]
    (hit,) = told("Rockets hit the long-held town of Kufra, Governor Ali Musa said.")
    assert [c.name for c in hit.claimants] == ["Governor Ali Musa"]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        (
            "In Sabha, a girl was injured by the explosion of a mine. In Ghat, two people were killed.",
            ["explosion", "unspecified"],
        ),
        ("Drones struck a market in Sabha. In Ghat, two people were killed.", ["drone_strike", "drone_strike"]),
    ],
)
def test_a_mine_tells_nothing_of_the_dead_elsewhere(told, text, subtypes):
    assert [e.subtype for e in told(text)] == subtypes


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Two officials, speaking on Monday on condition of anonymity, said the army raided Nyala.", ["raid"]),
        ("Rebels attacked Goma in May before the aid from allies arrives at the front.", ["assault"]),
        ("Jets struck areas near Goma where Rwandan army personnel were concentrated.", ["air_strike"]),
        ("Rwandan army personnel were concentrated near Goma on Monday.", ["deployment"]),
        ("Sunday's raid was the latest in a string of bloody sweeps by the army in northern Darfur.", []),
        ("The army began shelling Goma and other liberated settlements in the region.", ["shelling"]),
        ("The army liberated two settlements near Goma.", ["recaptured"]),
    ],
)
def test_what_is_said_beside_the_news_is_none(told, text, subtypes):
    assert [e.subtype for e in told(text)] == subtypes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On Monday, Rwanda said its troops had taken three villages in a region of Masisi it claimed in May 2022.",
            13,
        ),
        ("Rwanda said its troops took Masisi on Monday.", 13),
    ],
)
def test_a_day_told_of_a_noun_is_not_that_of_the_deed(told, text, day):
    assert [e.date_start.day for e in told(text) if e.subtype == "captured"] == [day]


@pytest.mark.parametrize(
    ("text", "actor", "killed", "injured"),
    [
        ("Rwandan shelling killed two people and injured 12 others in Goma on Thursday.", "Rwanda", 2, 12),
        ("Rwandan troops kept shelling damaged houses in Goma.", "Rwanda", None, None),
        ("Air raids by a northern coalition across Chad were blamed for killing 11 civilians.", None, 11, None),
    ],
)
def test_shelling_that_kills_is_no_verb(told, text, actor, killed, injured):
    (hit,) = told(text)
    assert (hit.killed, hit.injured) == (killed, injured)
    assert actor is None or hit.actor_init.startswith(actor)


def test_what_was_taken_at_the_outset_of_a_war_is_background(told):
    first, *_ = told("Rwandan troops captured Goma and all of North Kivu at the beginning of a full-scale invasion.")
    assert first.is_background
    (now,) = told("Rwandan troops captured Goma at the beginning of the week.")
    assert not now.is_background


def test_control_is_restored_over_an_area(told):
    (hit,) = told("Army units reestablished control over areas south of Palmyra in Homs province.")
    assert (hit.subtype, hit.place_name) == ("captured", "south of Palmyra")


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("The governor said that debris from drones damaged a tram line in Kyiv.", ["drone_strike"]),
        ("The army said on Monday that power supply has been restored in Sumy.", ["restored"]),
        ("The firm has not yet responded to a request to comment on the attack.", []),
        ("The rebels attacked Goma, yet the army held Sake.", ["assault", "captured"]),
        ("The army shelled Goma, a continuation of its policy of destroying houses.", ["shelling"]),
        ("A man was hurt by a drone in Kupiansk, a major front in the army's spring offensive.", ["drone_strike"]),
        ("Russia launched a missile and drone attack aimed at power plants across Ukraine.", ["drone_strike"]),
        ("Russia launched a missile on Monday and its army hit a plant near Sumy.", ["missile_strike", "unspecified"]),
        ("The drone caused a fire and an explosion in Ilsky.", ["drone_strike"]),
        ("Rockets started a fire in Ilsky.", ["missile_strike"]),
    ],
)
def test_small_words_of_agency_prose(told, text, subtypes):
    assert [e.subtype for e in told(text)] == subtypes


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A tanker was hit by a missile off Yemen on Monday, two security bodies said.", None),
        ("A missile hit a house in Aden on Monday; two bodies were pulled out.", 2),
    ],
)
def test_bodies_of_a_state_are_no_dead(told, text, killed):
    assert max((e.killed or 0 for e in told(text)), default=0) == (killed or 0)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Twelve captives were freed since the accord took force on January 19 to 18.", (19, 19)),
        ("The army and the rebels held talks in Goma from January 18 to 19.", (18, 19)),
    ],
)
def test_a_range_of_days_does_not_run_back(told, text, days):
    last = told(text)[-1]
    assert (last.date_start.day, last.date_end.day) == days


def test_what_an_attack_did_is_news_behind_after(told):
    (hit,) = told("A depot burned after an attack carried out by a stray drone in Ilsky.")
    assert (hit.subtype, hit.is_background) == ("drone_strike", False)
    old = told("A depot burned in Ilsky after Ukraine had struck it.")
    assert all(e.subtype != "drone_strike" for e in old)


_RAID = "The army raided Jenin on Tuesday, leading to a gunbattle that killed seven people and wounded 14 others. "


@pytest.mark.parametrize(
    ("then", "rows"),
    [
        ("The ministry said seven people were shot and killed and 14 others wounded.", ["raid", "clash"]),
        (
            "The ministry said four people were shot and killed and 12 others wounded in Nablus.",
            ["raid", "clash", "attack"],
        ),
    ],
)
def test_the_same_dead_are_not_told_twice(told, then, rows):
    found = told(_RAID + then)
    assert [e.subtype for e in found] == rows
    assert not any(e.is_background for e in found)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A woman, born in 1943, was injured when a drone hit a house in Nikopol.", 2024),
        ("A woman was killed in 1943 when a shell hit a house in Nikopol.", 1943),
    ],
)
def test_a_year_of_birth_is_no_day_of_a_deed(told, text, year):
    assert [e.date_start.year for e in told(text)] == [year]
