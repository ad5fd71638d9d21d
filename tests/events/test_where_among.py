"""Places behind the things acted on: "nine sites, including X", "fired on people whom they told to dig in X"."""

import pytest


def places(told, text, category):
    return {e.place_name for e in told(text) if e.category == category}


@pytest.mark.parametrize("things", ["nine sites", "several districts", "about 40 targets", "three airfields"])
def test_several_things_that_lie_at_the_places_named_behind_them(told, things):
    text = f"Israel struck {things}, including Tyre and Sidon, in a new operation."
    assert places(told, text, "strike") == {"Tyre", "Sidon"}


def test_those_who_are_among_them_are_no_places(told):
    text = "Jets struck a bus with soldiers of several states, including Chad and Niger."
    assert places(told, text, "strike").isdisjoint({"Chad", "Niger"})


def test_a_blow_at_a_country_that_goes_on_with_its_target(told):
    text = "The air force carried out its first strike inside Syria, sending jets against houses in Palmyra."
    assert places(told, text, "strike") == {"Palmyra"}
    text = "The air force carried out 20 strikes inside Syria, sending jets against houses in Palmyra."
    assert "Palmyra" not in places(told, text, "strike")


def test_people_whom_somebody_had_told_to_be_there(told):
    text = "Fighters opened fire on villagers whom soldiers had ordered to dig a trench around Djibo."
    assert places(told, text, "ground_combat") == {"near Djibo"}
    text = "Fighters opened fire on villagers whom the militia had seized in Djibo."
    assert places(told, text, "ground_combat").isdisjoint({"Djibo", "near Djibo"})


@pytest.mark.parametrize("noun", ["oblast", "governorate", "prefecture"])
def test_further_nouns_for_an_area_told_before(told, noun):
    text = f"Drones hit Kursk Oblast.\n\nThe president visited a command post in the {noun} on Tuesday."
    assert places(told, text, "diplomacy") == {"Kursk Oblast"}
    assert places(told, text.replace(f"the {noun}", "another one"), "diplomacy") == {None}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Jets bombed nine sites in northern and western Yemen, including Saada and Hodeidah.",
            {"Sa'dah", "Al Hudaydah"},
        ),
        ("Strikes on southern Lebanon, particularly Tyre and Sidon, killed 14 people.", {"Tyre", "Sidon"}),
        ("Strikes on southern Lebanon killed 14 people, including a clerk from Haifa.", {"southern Lebanon"}),
        ("Rebels took the Kalma camp, near Nyala, on Sunday.", {"Kalma Camp"}),
        ("Rebels fought in the Kalma camp, near Nyala and around Kas.", {"Kalma Camp", "near Nyala", "near Kas"}),
    ],
)
def test_what_an_area_includes_and_what_it_lies_near(told, text, places):
    assert {e.place_name for e in told(text)} == places
