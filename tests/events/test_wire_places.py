"""Places and days as news agencies tell them: titles of ministers, purposes, speakers on the spot, lists of targets."""

import pytest


def rows(told, text):
    return [(e.subtype, e.place_name, str(e.date_start), e.status) for e in told(text)]


PLACES = [
    (
        "The meeting of the Minister of Foreign Affairs of Eritrea, Osman Saleh, with a delegation in Cairo lasted ten hours.",
        ["Cairo"],
    ),
    (
        "Gunners shelled the Luhansk airport and the positions of the army near Debaltseve on Sunday.",
        ["Luhansk International Airport", "near Debaltseve"],
    ),
    ("Militants shelled the Donetsk airport on Monday and killed two soldiers near it.", ["Donetsk Airport"]),
    ("Officials in Somalia said a clash there on Monday left nine soldiers dead.", ["Somalia"]),
    ("Officials in Somalia said a clash at Kidal on Monday left nine soldiers dead.", ["Kidal"]),
    ("Eleven soldiers on their way to a funeral in Yemen were killed in an air strike on Monday.", ["Yemen"]),
    ("A convoy on its way to Goma was attacked by rebels at Sake on Monday.", ["Sake"]),
    (
        "Rebels attacked a police post in Kidal. The militants had also attacked in Gao, the army said.",
        ["Kidal", "Gao"],
    ),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_where_an_agency_tells_it(told, text, places):
    assert [place for _, place, _, _ in rows(told, text)] == places


def test_what_a_strike_was_intended_to_hit_is_no_plan(told):
    text = "A drone strike intended to hit a militant hideout in Mali killed nine farmers on Monday, the army said."
    ((_, place, _, status),) = rows(told, text)
    assert (place, status != "planned") == ("Mali", True)


def test_what_an_army_intends_to_take_is_a_plan(told):
    assert {e.status for e in told("The army intended to capture Kidal, the general said on Monday.")} <= {"planned"}


def test_the_year_is_told_with_its_noun(told):
    ((_, _, day, _),) = rows(told, "In the year 2014, rebels captured Malakal.")
    assert day == "2014-01-01"


CAPITALS = [
    (
        "A suicide bomber hit a hotel in the centre of the Somali capital of Mogadishu on Monday, killing nine soldiers.",
        "Mogadishu",
    ),
    ("A suicide bomber rammed his car into a hotel in the Somali capital Sunday, killing four soldiers.", "Mogadishu"),
    (
        "Two soldiers died in an ambush on the road between Gossi town and the city of Gao on Monday.",
        "between Gossi and Gao",
    ),
]


@pytest.mark.parametrize(("text", "place"), CAPITALS)
def test_capitals_and_roads_as_agencies_name_them(told, text, place):
    assert {name for _, name, _, _ in rows(told, text)} == {place}


def test_whom_troops_are_loyal_to_does_not_act(told):
    ((kind, place, _, _),) = rows(told, "Forces loyal to General Haftar seized Sirte on Monday.")
    assert (kind, place) == ("captured", "Sirte")


def test_a_series_of_strikes_is_no_television_series(told):
    ((kind, _, _, _),) = rows(
        told, "At least twenty soldiers were killed in a series of airstrikes in Syria on Monday."
    )
    assert kind == "air_strike"
    assert told("A television series about the airstrikes in Syria was shown on Monday.") == ()


def test_bodies_that_an_army_finds_are_no_exchange(told):
    assert told("Troops have recovered five rebel bodies, the ministry said on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Nine drones were shot down: five over the Tula region, flying towards Moscow, and four over the Kaluga region.",
            [(None, 9), ("Tula Oblast", 5), ("Kaluga Oblast", 4)],
        ),
        ("The air force shot down 34 drones and a helicopter near Kursk.", [("near Kursk", 34), ("near Kursk", 1)]),
        ("The airliner was shot down near Kursk by a missile.", [("near Kursk", None)]),
    ],
)
def test_each_number_of_what_was_shot_down_has_its_place(told, text, rows):
    assert [(e.place_name, e.count) for e in told(text)] == rows


def test_rockets_that_are_stopped_are_no_drones(told):
    text = "Air defences shot down eight rockets and 34 drones near Kursk on Sunday."
    assert [(e.subtype, e.count) for e in told(text)] == [("missile_intercepted", 8), ("drone_intercepted", 34)]


@pytest.mark.parametrize(
    ("heading", "place"),
    [("Nyala", "Nyala"), ("El Fasher", "Al-Fashir"), ("Kherson", "Kherson"), ("Economy", None), ("Front", None)],
)
def test_a_heading_that_is_a_town_tells_where(told, heading, place):
    text = (
        f"{heading}\n\nTwo people were killed in shelling on Sunday morning, a doctor said.\n\nNext\n\nAn envoy left."
    )
    assert [e.place_name for e in told(text)] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A meeting between delegations from Egypt, Qatar and Jordan ended in Muscat on Monday.", "Muscat"),
        ("Rwandan officials met envoys from Kinshasa in Luanda on Tuesday.", "Luanda"),
        ("The two ministers met in Egypt on Monday.", "Egypt"),
    ],
)
def test_where_delegations_come_from_is_not_where_they_meet(told, text, place):
    assert [e.place_name for e in told(text)] == [place]
