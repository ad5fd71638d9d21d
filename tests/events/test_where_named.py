"""Which of the places that its own sentence names an event is at."""

import pytest


def places(found, category):
    return [e.place_name for e in found if e.category == category]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels pushed into Herat, near the border with Iran, and Kandahar on Tuesday.", ["Herat", "Kandahar"]),
        (
            "Rebels captured Axum on 3 May after weeks of siege, and then Adwa and Shire.",
            ["Axum", "Adwa", "Inda Silasē"],
        ),
    ],
)
def test_a_list_goes_on_past_an_aside_and_past_and_then(told, text, expected):
    assert places(told(text), "control_change") == expected


def test_both_ends_of_the_range_of_a_plural_were_hit(told):
    found = told("Missiles were fired at nine regions on Tuesday, from Lutsk in the west to Kharkiv in the east.")
    assert places(found, "strike") == ["Lutsk", "Kharkiv"]


def test_a_way_is_no_range(told):
    found = told("Drones hit a convoy of seven lorries, among them three tankers, from Lutsk to Kharkiv on Tuesday.")
    assert len(places(found, "strike")) < 2


def test_the_subject_in_apposition_to_a_name_is_that_name(told):
    found = told(
        "Shells hit Belgorod on Tuesday. The ministry said that Sudzha, the largest town held in Kursk region, was recaptured."
    )
    assert places(found, "control_change") == ["Sudzha"]


def test_a_withdrawal_is_not_where_it_leads_to(told):
    found = told(
        "Residents of Irpin said that rebels were leaving the suburb in long columns towards Borodianka on Tuesday."
    )
    assert places(found, "control_change") == ["Irpin"]


def test_a_conference_is_not_at_what_it_is_devoted_to(told):
    found = told("Ministers from 40 countries met in Vienna on Tuesday for a conference devoted to Crimea.")
    assert set(places(found, "diplomacy")) == {"Vienna"}


def test_a_street_that_no_atlas_knows_lies_in_the_town_of_the_sentence(told):
    found = told("In Moscow, two drones struck office blocks on Tuesday, one of them on Komsomolsky Avenue.")
    assert places(found, "strike") == ["Moscow"]


def test_the_sea_behind_a_shoal_only_says_where_it_lies(told):
    found = told("A coast guard ship rammed a boat near Second Thomas Shoal, in the South China Sea, on Tuesday.")
    assert "South China Sea" not in places(found, "naval")
