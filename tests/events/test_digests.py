"""Sections of a digest: the first tells of a strike, those behind it what it did, region by region."""

import pytest

LEAD = "Russia launched missiles at Ukraine on Tuesday, the air force said.\n\n"


@pytest.mark.parametrize(
    ("section", "place", "killed"),
    [
        ("Poltava region\n\nOne person died and five were hurt, the governor wrote.", "Poltava Oblast", 1),
        ("Kharkiv region\n\nTwo people died in Izium, where homes lost power.", "Izium", 2),
        ("Mykolaiv region\n\nThe lights went out. Four people were killed.", "Mykolaiv Oblast", 4),
    ],
)
def test_the_dead_of_a_region_are_those_of_the_strike_above(told, section, place, killed):
    events = [e for e in told(LEAD + section) if e.category == "strike" and e.killed]
    assert [(e.place_name, e.killed) for e in events] == [(place, killed)]


@pytest.mark.parametrize(
    "section",
    [
        "Poltava region\n\nTwo people died in a car crash.",
        "In other news\n\nTwo people died.",
        "Poltava region\n\nThe governor said that nobody was hurt.",
    ],
)
def test_the_dead_of_another_cause_are_not(told, section):
    assert [e.place_name for e in told(LEAD + section) if e.category == "strike"] == ["Ukraine"]


def test_the_dead_below_a_section_of_fighting_on_the_ground_are_not(told):
    text = "Troops stormed a village near Lyman on Tuesday, the army said.\n\nPoltava region\n\nOne person died."
    assert not [e for e in told(text) if e.category == "strike"]


def test_a_heading_that_is_a_name_places_what_is_told_first(told):
    events = told(LEAD + "Sumy region\n\nRussian shelling injured two people.")
    assert [e.place_name for e in events if e.subtype == "shelling"] == ["Sumy Oblast"]
