"""Phrases that stand between a verb and what it is about: each with one in which it is about nothing."""

import pytest


def kinds(told, text):
    return [(e.category, e.subtype) for e in told(text)]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("The army shelled what it said were rebel positions near Idlib on Monday.", "shelling"),
        (
            "Jets of the air force bombed what the ministry described as a gathering point of rebels at Tessit.",
            "air_strike",
        ),
        ("A block of flats in Nikopol was damaged by what the army says was debris.", "debris"),
        ("A bus was hit by what officials believe to have been a drone in Nikopol.", "drone_strike"),
    ],
)
def test_what_is_hit_stands_behind_who_names_it(told, text, subtype):
    assert kinds(told, text) == [("strike", subtype)]


def test_what_is_called_folly_is_not_hit(told):
    assert not told("The paper attacked what it called the folly of the minister in Goma.")


def test_who_is_ordered_to_leave_leaves(told):
    assert kinds(told, "Armed men ordered the last families to leave the village of Zaitseve.") == [
        ("humanitarian", "evacuation")
    ]
    assert ("control_change", "withdrawal") in kinds(
        told, "The general ordered his troops to leave the town of Vuhledar."
    )


def test_what_is_proposed_to_be_done_is_not_done(told):
    text = "The envoy of the United Nations proposed in Sanaa that the port of Hodeida be handed over to the rebels."
    assert ("control_change", "withdrawal") not in kinds(told, text)
    assert ("control_change", "withdrawal") in kinds(
        told, "The port of Hodeida was handed over to the rebels by the army."
    )


def test_hardly_any_resistance_is_no_fight(told):
    assert not [e for e in told("The rebels entered Bukavu and met hardly any resistance.") if e.subtype == "clash"]
    assert [e for e in told("The rebels met stiff resistance of the army in Bukavu.") if e.subtype == "clash"]


def test_who_holds_a_village_all_along_is_no_news(told):
    assert not told("In Trokhizbenka, a village under government control, soldiers mended a road on Monday.")
    assert kinds(told, "The town of Trokhizbenka is under government control, the army said on Monday.")


def test_the_heading_of_a_paragraph_tells_by_itself_nothing(told):
    found = told("Strikes: the governor said a refinery in Tuapse burned after a drone hit it on Monday.")
    assert [e.subtype for e in found] == ["drone_strike"]


def test_what_weapons_were_tried_on_is_attacked(told):
    text = "The army said the rebels attempted to strike Jizan with drones, but all of them were shot down."
    assert {(e.category, e.place_name) for e in told(text)} >= {("strike", "Jizan")}
    assert not told("The army said the rebels had no drones with which to strike Jizan.")
    tried = told("The army said the rebels tried to strike a deal in Jizan over drones.")
    assert not [e for e in tried if e.category == "strike"]


def test_a_depot_of_drones_is_no_drone(told):
    assert [e.category for e in told("Artillery of the army destroyed a depot of drones near Odesa.")] == ["strike"]
    assert [e.category for e in told("Soldiers of the army destroyed a drone near Odesa.")] == ["air_defence"]


def test_the_dead_listed_by_town_are_those_of_the_strikes_before(told):
    text = (
        "Drones and missiles hit Lviv on Monday. Three people were killed in Sumy and one in Romny, the governor said."
    )
    assert {e.category for e in told(text)} == {"strike"}
    text = "Gunmen raided Lviv on Monday. Three people were killed in Sumy and one in Romny, the governor said."
    assert {e.category for e in told(text)} == {"ground_combat"}
