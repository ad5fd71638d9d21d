"""Numbers that add up others: one row for a total told twice, and none for a number beside those of other places."""

import pytest


def of(told, text):
    return sorted((e.place_name or "", e.count, e.is_aggregate) for e in told(text) if e.count)


def test_a_total_told_twice_is_one_row(told):
    text = (
        "Pakistan destroyed 18 drones overnight, the army said. "
        "The army said 18 drones were downed: 10 over Sindh and eight over Punjab."
    )
    assert [c for c in of(told, text) if c[2]] == [("", 18, True)]
    assert sorted(c for _, c, whole in of(told, text) if not whole) == [8, 10]


def test_the_same_number_at_another_town_is_no_total(told):
    text = (
        "The army destroyed 18 drones over Khartoum overnight, it said. "
        "The navy said 18 drones were destroyed: 10 over Kassala state and eight over Gedaref state."
    )
    assert ("Khartoum", 18, False) in of(told, text)


@pytest.mark.parametrize(
    ("first", "second"), [("two air strikes", "50"), ("air raids", "50"), ("two air strikes", "45")]
)
def test_the_dead_of_several_attacks_add_up_those_of_each(told, first, second):
    text = (
        f"The air force has killed 70 people in {first} in Idlib province, rebels said. "
        f"On Sunday, an air strike in Ariha killed 20 people. On Monday, an air strike in Saraqib killed {second} people."
    )
    events = told(text)
    (whole,) = [e for e in events if e.is_aggregate]
    assert whole.killed == 70
    assert [whole.event_id in e.counted_in for e in events if e is not whole] == [True, True]


@pytest.mark.parametrize("area", ["Idlib province", "Daraa province"])
def test_dead_that_do_not_add_up_or_lie_elsewhere_are_no_parts(told, area):
    text = (
        f"The air force has killed 70 people in air raids in {area}, rebels said. "
        "On Sunday, an air strike in Ariha killed 20 people. On Monday, an air strike in Saraqib killed "
        f"{'45' if area.startswith('Idlib') else '50'} people."
    )
    assert not [e for e in told(text) if e.is_aggregate]


def test_a_number_at_its_own_place_adds_up_none_of_other_places(told):
    text = (
        "The army said it shot down 37 drones over Gujarat. "
        "Nine drones were shot down in Bihar, and three each over Assam and Odisha."
    )
    assert not [e for e in told(text) if e.is_aggregate]


def test_a_number_at_a_place_that_comes_again_is_a_total(told):
    text = "The army shot down 75 drones, most of them over Gujarat. It downed 47 drones over Gujarat. It downed 12 drones over Bihar."
    assert max(e.count for e in told(text) if e.is_aggregate) == 75
