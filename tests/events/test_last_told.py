"""Words that tell no weapon, a sentence after an attack: told as that attack, not as an air strike."""

import pytest


@pytest.mark.parametrize(
    ("first", "then", "row"),
    [
        ("Gunmen attacked a village near Dori on Monday.", "The raid killed nine people.", ("assault", 9)),
        (
            "Two missiles hit a depot in Kharkiv on Monday.",
            "Nine people were killed in the bombardment.",
            ("missile_strike", 9),
        ),
        (
            "The army shelled a market in Goma on Monday.",
            "Several houses were damaged in the attack.",
            ("shelling", None),
        ),
    ],
)
def test_what_comes_back_to_an_attack_is_that_attack(told, first, then, row):
    assert [(e.subtype, e.killed) for e in told(f"The war goes on. {first} {then}")] == [row]


@pytest.mark.parametrize(
    "then",
    [
        "The raid on Odesa killed nine people.",
        "Warplanes bombed a bridge in Odesa, and houses were damaged in the raid.",
    ],
)
def test_what_names_a_place_of_its_own_is_another(told, then):
    text = f"The army fought rebels. Gunmen attacked a village near Dori on Monday. {then}"
    assert "Odesa" in {e.place_name for e in told(text)}
