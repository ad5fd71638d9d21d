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
